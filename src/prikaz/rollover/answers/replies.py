"""What a person has decided about a question, read from words: keep, accept, move, or a new text."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from attrs import frozen

from prikaz.errors import LanguageError
from prikaz.findings import FindingKind, Severity, print_path
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.time.dates import MONTH, impossible_dates, parse_date
from prikaz.language.words.misspelling import nearest
from prikaz.language.words.spelling import fold
from prikaz.rollover.outcome import Question, RollError

ANSWER_UNKNOWN: Final = FindingKind("answer-unknown", "Ответ на вопрос не понятен", Severity.ERROR)
ANSWER_UNFIT: Final = FindingKind(
    "answer-unfit", "На этот вопрос так не отвечают: внести ответ программа не может", Severity.ERROR
)
QUESTION_GONE: Final = FindingKind("question-gone", "Такого вопроса больше нет", Severity.ERROR)
WORDS_GONE: Final = FindingKind("words-gone", "Слов, о которых вопрос, на их месте нет", Severity.ERROR)

#: What a person answers: the new words, one of the words of :data:`KEEP`, :data:`ACCEPT`, :data:`MOVE`, or
#: values by their years.
Reply: TypeAlias = str | Mapping[int, str]

KEEP: Final = "оставить"
ACCEPT: Final = "принять"
MOVE: Final = "перенести"
_COMMANDS: Final[Mapping[str, str]] = {
    KEEP: KEEP,
    "как есть": KEEP,
    "оставить как есть": KEEP,
    ACCEPT: ACCEPT,
    "принять предложение": ACCEPT,
    MOVE: MOVE,
}
_HOW: Final = (
    "ответьте «оставить», «принять» или «перенести» либо впишите новый текст; одно слово берут в «ёлочки»"
)
_ONLY_WORDS: Final = "впишите одни новые слова, без пояснений, или возьмите их в «ёлочки»"
_WORD: Final = re.compile(r"[А-Яа-яЁё]+")
_ABBREVIATED: Final = re.compile(r"(?<![а-яё])(?:гг?|уч)\.$", re.IGNORECASE)
_INSTEAD: Final = "впишите только то, что встанет вместо этих слов"
#: What a date of its own is written with; what is left of words without it says more than a date.
_OF_DATE: Final = re.compile(
    rf"\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}|\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\b(?:г|года)\b", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"«([^«»]+)»")
_BY_YEARS: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?::\s*|\s+[–—-]\s+)([^;]*[^;\s])")


class Wanted(enum.Enum):
    """What a question asks for (что нужно)."""

    WORDS = "слова текста"
    VALUE = "значение"
    CLAUSE = "пункт"


class Command(NamedTuple):
    """One of the words by which a person says what to do: :data:`KEEP`, :data:`ACCEPT`, :data:`MOVE`."""

    word: str


class NewWords(NamedTuple):
    """The words that are to stand in place of those that were asked about.

    Attributes:
        text: The words.
        is_certain: Whether they are meant as they are: in quotes, or as they were proposed.
    """

    text: str
    is_certain: bool = False


class NewValues(NamedTuple):
    """Values by their years, each a text or the word that keeps its cell blank."""

    values: tuple[tuple[int, str], ...]

    @property
    def blank_years(self) -> frozenset[int]:
        """The years whose cells stay blank."""
        return frozenset(year for year, value in self.values if _COMMANDS.get(fold(value)) == KEEP)


Decision: TypeAlias = Command | NewWords | NewValues


@frozen(kw_only=True)
class Refusal:
    """An answer that cannot be taken (отвергнутый ответ).

    Attributes:
        question: What was asked.
        kind: What is wrong with the answer.
        message: The same, with what came.
        hint: What to do, in the imperative.
    """

    question: Question
    kind: FindingKind
    message: str
    hint: str = ""

    def __str__(self) -> str:
        words = f"{print_path(self.question.path)}: «{self.question.words}»: {self.message}"
        return f"{words}; {self.hint}" if self.hint else words


class AnswerError(RollError):
    """Answers cannot be taken; carries all of them that cannot.

    Attributes:
        refusals: One for each.
    """

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals: tuple[Refusal, ...] = tuple(refusals)
        super().__init__("\n".join(map(str, self.refusals)))
        self.args = (self.refusals,)


def read_reply(question: Question, reply: Reply, wanted: Wanted) -> Decision | Refusal:
    """What a reply says."""
    if isinstance(reply, Mapping):
        return NewValues(tuple((int(year), value.strip()) for year, value in reply.items()))
    text = reply.strip()
    quoted = _QUOTED.fullmatch(text)
    if quoted and not _QUOTED.fullmatch(question.words.strip()):
        return NewWords(quoted[1].strip(), is_certain=True)
    if command := _COMMANDS.get(fold(text.rstrip("."))):
        return Command(command)
    return _refuse_words(question, text, wanted) or NewWords(text)


def without_full_stop(words: str, reply: str, rest: str) -> str:
    """Words that were asked about, without the full stop of their sentence, which a new text need not have.

    Args:
        words: The words, as the program has found them: "2025 года." at the end of a sentence.
        reply: The new text.
        rest: What follows the words.

    >>> without_full_stop("2025 года.", "2026 года", ""), without_full_stop("2025 г.", "2026 года", " до мая")
    ('2025 года', '2025 г.')
    """
    if reply.endswith(".") or not words.endswith("."):
        return words
    is_abbreviation = _ABBREVIATED.search(words) and rest.strip(" ")[:1] not in ("", "\n")
    return words if is_abbreviation else words[:-1]


def refuse_repeated(question: Question, reply: str, before: str, after: str) -> Refusal | None:
    """Refuse a new text that says once more what stands before or behind the words that it is to replace.

    A person who writes «до 28.04.2028» for the «30.04.2028» of «до 30.04.2028» would get «до до».
    """
    words, left, right = fold(reply).split(), fold(before).split(), fold(after).split()
    counts = range(len(words), 0, -1)
    twice = next((words[:count] for count in counts if left[-count:] == words[:count]), None) or next(
        (words[-count:] for count in counts if right[:count] == words[-count:]), None
    )
    if twice is None:
        return None
    message = f"«{' '.join(twice)}» уже стоит рядом с «{question.words}» и напечаталось бы дважды"
    return Refusal(question=question, kind=ANSWER_UNFIT, message=message, hint=_INSTEAD)


def _refuse_bare_date(question: Question, reply: str) -> Refusal | None:
    """Refuse a date in place of words that say more: a weekday with it, the first day of a period."""
    if not _is_date(reply):
        return None
    more = _OF_DATE.sub(" ", question.words)
    if not any(map(str.isalnum, more)):
        return None
    message = f"вместо слов «{question.words}» осталась бы одна дата «{reply}»"
    hint = "впишите их целиком, с днём недели и началом периода; если нужна одна дата, возьмите её в «ёлочки»"
    return Refusal(question=question, kind=ANSWER_UNFIT, message=message, hint=hint)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except LanguageError:
        return False
    return True


def refuse_gone(question: Question, text: str | None) -> Refusal:
    """Why an answer cannot be taken to a question that is not asked any more.

    Args:
        question: The question.
        text: The text of its field as it is now; None when it has none.
    """
    if text is not None and question.words not in text:
        message = f"этих слов здесь больше нет, стоит: «{text}»"
        return Refusal(question=question, kind=WORDS_GONE, message=message, hint="уберите этот ответ")
    message = "такого вопроса больше нет"
    hint = "уберите этот ответ или перенесите документ без ответов и ответьте на новые вопросы"
    return Refusal(question=question, kind=QUESTION_GONE, message=message, hint=hint)


def read_proposal(question: Question) -> NewWords | NewValues:
    """The proposal of a question as a decision; values by year are written «2029: 20; 2030: 25»."""
    by_years = _BY_YEARS.findall(question.proposal)
    if by_years and _BY_YEARS.sub("", question.proposal).strip(" ;") == "":
        return NewValues(tuple((int(year), value) for year, value in by_years))
    return NewWords(question.proposal, is_certain=True)


def _refuse_words(question: Question, text: str, wanted: Wanted) -> Refusal | None:
    """Refuse what was meant as an order to the program and would be printed as words of the document."""
    message = f"ответ «{text}» не понятен"
    for wrong, hint in impossible_dates(text):
        return Refusal(question=question, kind=ANSWER_UNKNOWN, message=wrong, hint=hint)
    if wanted is Wanted.WORDS and (refusal := _refuse_bare_date(question, text)):
        return refusal
    if hint := _advice(question, text, wanted):
        return Refusal(question=question, kind=ANSWER_UNKNOWN, message=message, hint=hint)
    return None


def _advice(question: Question, text: str, wanted: Wanted) -> str:
    """What to write instead of words that are no new text; "" when they may be one."""
    first = _WORD.match(text)
    if first is None or _begins_alike(question, first[0]):
        return ""
    is_one = first[0] == text.rstrip(".!")
    if is_one and (near := nearest(first[0], _COMMANDS)):
        return f"возможно, «{near}»; если это новый текст, возьмите его в «ёлочки»"
    if is_one and wanted is not Wanted.VALUE and not parse_deadline(text).understood:
        return _HOW
    is_told = fold(first[0]) in _COMMANDS or (wanted is not Wanted.CLAUSE and _is_command(first[0]))
    return _ONLY_WORDS if is_told else ""


def _begins_alike(question: Question, word: str) -> bool:
    """Whether what was asked about begins with a word, too."""
    first = _WORD.match(question.words)
    return first is not None and fold(first[0]) == fold(word)


def _is_command(word: str) -> bool:
    """Whether a word tells somebody to do something: «перенести», «замените»."""
    from prikaz.language.words.morphology import read_word  # noqa: PLC0415 (few answers begin with a word)

    readings = read_word(word)
    return any(reading.is_command for reading in readings) and not any(
        reading.is_noun for reading in readings
    )
