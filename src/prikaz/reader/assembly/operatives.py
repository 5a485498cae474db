"""Preamble and operative word (преамбула, распорядительное слово): who speaks, with what word, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import attrs

from prikaz.language.words.spelling import fold_letters
from prikaz.model import OfficeProfile, OperativeWord, Order, Placement, Voice
from prikaz.model.resolution.operative import Operative, operative_of
from prikaz.reader.source_text import SourceText

#: Words that order something, folded; «приказываю», «постановляет», «решили».
_VERBS: Final = (
    r"приказыва(?:ю|ет|ем|ют)|постановля(?:ю|ет|ем|ют)|обязыва(?:ю|ет|ем|ют)|распоряжа(?:юсь|ется|емся|ются)"
    r"|реши(?:л|ла|ло|ли)|устанавлива(?:ю|ет|ем|ют)|предлага(?:ю|ет|ем|ют)|поруча(?:ю|ет|ем|ют)"
    r"|утвержда(?:ю|ет|ем|ют)|уволить|принять|перевести|предоставить|назначить|поощрить|объявить"
)
#: A body that speaks does it in the third person.
_THIRD: Final = re.compile(r".*(?:ет|ют|ется|ются|реши(?:л|ла|ло|ли))")
_WORD_AT_END: Final = re.compile(
    rf"""(?<![^\W\d_])(?P<word>
      (?i:{_VERBS})
    | (?P<capitals>[А-ЯЁ]{{4,}}(?:Ю|ЕТ|ЕМ|ЮТ|СЯ|СЬ|Л|ЛА|ЛИ|ТЬ|ТИ))
    | (?P<spaced>(?:[А-ЯЁа-яё][ \u00a0]+){{4,}}[А-ЯЁа-яё])
    )[ \u00a0]*:?[ \u00a0.]*$""",
    re.VERBOSE,
)
#: The end of a preamble in which a word is looked for.
_END: Final = 120
#: Bodies that speak, in the nominative, folded.
_BODIES: Final = (
    *("администрация", "правительство", "министерство", "комитет", "департамент", "управление", "отдел"),
    *("совет", "дума", "собрание", "правление", "коллегия", "агентство", "служба", "инспекция", "комиссия"),
    *("школа", "гимназия", "лицей", "учреждение", "центр", "глава", "мэрия", "муниципалитет", "президиум"),
)


class Performed(NamedTuple):
    """An operative word as it stands on paper.

    Attributes:
        word: The word, letters together, without the colon; "" for none.
        placement: Where it stands.
        letter_spaced: Whether its letters are spaced out.
        text: Its characters.
    """

    word: str = ""
    placement: Placement = Placement.ABSENT
    letter_spaced: bool = False
    text: SourceText = SourceText("")


def split_preamble(text: SourceText, *, letter_spaced: bool) -> tuple[SourceText, Performed]:
    """A preamble, and the operative word that it ends in.

    >>> preamble, word = split_preamble(SourceText("В целях учёта п р и к а з ы в а ю:"), letter_spaced=False)
    >>> str(preamble), word.word, word.letter_spaced
    ('В целях учёта', 'приказываю', True)
    """
    tail = max(0, len(text) - _END)
    found = _WORD_AT_END.search(text.text[tail:])
    if found is None:
        return text, Performed()
    start = tail + found.start("word")
    word = found["word"]
    is_spaced = found["spaced"] is not None
    if is_spaced:
        word = "".join(word.split())
        if not re.fullmatch(rf"(?i:{_VERBS})", word):
            return text, Performed()
    ending = text[start:]
    if ":" not in ending.text and not (is_spaced or word.isupper()):
        return text, Performed()
    performed = Performed(word, Placement.INLINE, is_spaced or letter_spaced, ending)
    return text[:start].strip(), performed


def read_word(text: SourceText, placement: Placement, *, letter_spaced: bool) -> tuple[SourceText, Performed]:
    """An operative word on a line of its own; the body before it, if it speaks there."""
    before, performed = split_preamble(text, letter_spaced=letter_spaced)
    if performed.word:
        return before, performed._replace(placement=placement)
    word = text.text.strip().rstrip(" :.")
    joined = "".join(word.split())
    is_spaced = len(word.split()) > 1 and all(len(part) == 1 for part in word.split())
    return SourceText(""), Performed(
        joined if is_spaced else word, placement, is_spaced or letter_spaced, text
    )


def is_by_body(word: str) -> bool:
    """Whether a word says that a body speaks, and not an official.

    >>> is_by_body("ПОСТАНОВЛЯЕТ"), is_by_body("приказываю")
    (True, False)
    """
    return bool(_THIRD.fullmatch(fold_letters(word)))


def subject_start(preamble: str, known: Iterable[str]) -> int:
    """Where the body begins that speaks at the end of a preamble; -1 when none is seen.

    Args:
        preamble: The preamble without the operative word.
        known: What the bodies of the order may be called.
    """
    folded = fold_letters(preamble)
    for name in known:
        place = len(folded) - len(name)
        if name and folded.endswith(fold_letters(name)) and (place == 0 or not folded[place - 1].isalnum()):
            return place
    return _by_words(preamble)


def _by_words(preamble: str) -> int:
    """The last word that may be a body in the nominative, with what agrees with it before."""
    words = [*re.finditer(r"[^\s,«»\"()]+", preamble)]
    for index in range(len(words) - 1, -1, -1):
        start = words[index].start()
        is_quoted = preamble.count("«", 0, start) > preamble.count("»", 0, start)
        if fold_letters(words[index][0]) in _BODIES and not is_quoted:
            for before in reversed(words[:index]):
                if preamble[before.end() : start].strip() or not _is_adjective(before[0]):
                    break
                start = before.start()
            return start
    return -1


def _is_adjective(word: str) -> bool:
    """Whether a word may stand before a body in the nominative: «районный», «Городская»."""
    return fold_letters(word).endswith(("ый", "ий", "ой", "ая", "яя", "ое", "ее"))


def operative_word(
    order: Order, profile: OfficeProfile, subject: str, seen: Performed
) -> OperativeWord | None:
    """What an order has to say of its operative word, to be printed as it was read; None for nothing."""
    wanted = Operative(subject, seen.word, seen.placement, seen.letter_spaced)
    if seen.placement is Placement.ABSENT:
        wanted = Operative("", "", Placement.ABSENT, letter_spaced=False)
    for word in _candidates(order, profile, wanted):
        if operative_of(attrs.evolve(order, operative=word), profile).value == wanted:
            return word
    return OperativeWord(
        word=seen.word.lower() if seen.word.isupper() else seen.word,
        voice=Voice.BODY if subject else Voice.OFFICIAL,
        placement=wanted.placement,
        capitals=seen.word.isupper(),
        letter_spaced=wanted.letter_spaced,
    )


def _candidates(order: Order, profile: OfficeProfile, wanted: Operative) -> Iterator[OperativeWord | None]:
    """Ways to say it, the shortest first."""
    yield None
    usual = operative_of(attrs.evolve(order, operative=None), profile).value
    given: dict[str, Any] = {}
    if usual.placement is not wanted.placement:
        given["placement"] = wanted.placement
        yield OperativeWord(placement=wanted.placement)
        if wanted.placement is Placement.ABSENT:
            return
    usual = operative_of(attrs.evolve(order, operative=_word(given)), profile).value
    if usual.letter_spaced != wanted.letter_spaced:
        given["letter_spaced"] = wanted.letter_spaced
    yield _word(given)
    yield _word({**given, "capitals": wanted.word.isupper()})
    for voice in Voice:
        yield _word({**given, "voice": voice})
        yield _word({**given, "voice": voice, "capitals": wanted.word.isupper()})
    lower = wanted.word.lower() if wanted.word.isupper() else wanted.word
    yield _word({**given, "word": lower})
    yield _word({**given, "word": lower, "capitals": wanted.word.isupper()})
    for voice in Voice:
        yield _word({**given, "word": lower, "voice": voice})


def _word(given: dict[str, Any]) -> OperativeWord:
    return OperativeWord(**given)
