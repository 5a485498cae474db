"""Words of other acts in the new year: nothing in them moves, all is asked about.

They stand in a new wording, in an annex that becomes one of another act, and in
quotation marks in a clause that amends another act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.language.time.roles import find_titles
from prikaz.language.time.times import find_times
from prikaz.model import Order
from prikaz.model.column_heads import YEARS
from prikaz.model.contents import annexes, is_quoted
from prikaz.model.prose import texts
from prikaz.model.text import BracedReference, marked
from prikaz.model.year_tables import YearTable, years_of
from prikaz.rollover.outcome import Question, RollLog
from prikaz.rollover.tables.columns import print_years
from prikaz.rollover.texts.rolling import ask_years
from prikaz.rollover.texts.verdicts import Ask

_QUOTED: Final = Ask("решите, переносить ли", "стоит в новой редакции другого акта")
_COLUMNS: Final = "проверьте годы граф"
#: Texts that follow one another, each with its path.
_Run: TypeAlias = list[tuple[Path, str]]
_CLAUSES: Final = frozenset({"пункты", "подпункты"})
#: What a clause says of itself, besides its text.
_OF_CLAUSE: Final = frozenset({"сроки", "ответственные"})
_MARK: Final = re.compile(r"[«»\"“”„]")
_BEGINS: Final = re.compile(r"\s*[«\"“„]")
#: Words of an amendment whose quotations are of another act; a quotation is «» here.
_AMENDS: Final = re.compile(
    r"\bизл(?:ожи(?:ть|в)|ожен[аоы]?|ага(?:ть|ется|ются))\b.{0,200}\b(?:редакци|так\b)"
    r"|\bв\s+(?:следующей|новой)\s+редакции|\bследующ(?:его|ей)\s+содержани"
    r"|\bпризна(?:ть|в)\s+утратившим|\bвн(?:ести|еся)\b.{0,300}\b(?:изменени|дополнени)"
    r"|\b(?:слов|цифр|дат|числ)[а-яё]*\s*:?\s*«»(?:\s*[,и]\s*«»)*\s*(?:замен|исключ|дополн)"
    r"|\b(?:с?читать|принять)\b.{0,200}\bредакци|\bвместо\s+(?:слов|цифр)[а-яё]*\s*:?\s*«»|\bчитать\s*:?\s*«»"
    r"|\bпосле\s+(?:слов|цифр|дат)[а-яё]*\s*:?\s*«»",
    re.IGNORECASE | re.DOTALL,
)
_CHANGES: Final = re.compile(
    r"\b(?:дополн|замен|исключ)(?:ить|ив|[яа]ется|[яа]ются)\b(?:\s*:?\s*«»)?", re.IGNORECASE
)
#: The title of an annex that amends another act.
_LIST_OF_CHANGES: Final = re.compile(
    r"(?:перечень\s+)?изменени[йяе](?:\s+и\s+дополнени[йяе])?\s*,?\s+(?:котор[а-яё]+\s+)?внос", re.IGNORECASE
)
#: What an act consists of.
_PART: Final = re.compile(
    r"\b(?:(?:под)?пункт|абзац|раздел|стать[яюеёий]|приложени|слов(?:о|а|ом|ами)?\b|цифр|дат[ауы]\b|датой|строк|граф|позици"
    r"|предложени|част(?:ь|ью|и)\s+\d|сноск|преамбул|наименовани|заголов)",
    re.IGNORECASE,
)
#: What stands before a new wording, though it may read as the title of an act: «О …».
_INTRODUCED: Final = re.compile(
    r"(?:^|:|\n|\b(?:редакции|содержания)|\b(?:слов|цифр|дат)[а-яё]*)\s*$", re.IGNORECASE
)


class QuotedPlaces(NamedTuple):
    """Where the words of other acts stand in an order (слова чужих актов).

    Attributes:
        annexes: Paths of the annexes that become those of another act, or give its new wording.
        ranges: Where quotation marks stand around them in a text, by its path.
        whole: Paths of the texts that are such words from end to end.
    """

    annexes: tuple[Path, ...]
    ranges: Mapping[Path, tuple[range, ...]]
    whole: frozenset[Path]

    @classmethod
    def of(cls, order: Order) -> QuotedPlaces:
        """Look for them in an order."""
        given = {key for _, text in texts(order) if _amends(text) for key in _keys(text)}
        others = tuple(path for path, annex in annexes(order) if annex.act or annex.key in given)
        ranges: dict[Path, tuple[range, ...]] = {}
        whole: set[Path] = set()
        for run in _amendments(order, others):
            for (path, text), quoted in zip(run, _quotations([text for _, text in run]), strict=True):
                found = tuple(place for place in quoted if not _is_title(text, place))
                if found:
                    ranges[path] = found
                if any(not (text[: place.start] + text[place.stop :]).strip() for place in found):
                    whole.add(path)
        return cls(others, MappingProxyType(ranges), frozenset(whole))

    def has(self, path: Path) -> bool:
        """Whether all that a path leads to is another act's."""
        return is_quoted(path) or path in self.whole or _within(path, self.annexes)

    def has_table(self, path: Path) -> bool:
        """Whether a table is another act's: all of it, or quotation marks stand around its rows."""
        return self.has(path) or any(_within(text, (path,)) for text in self.whole)


def _keys(text: str) -> Iterator[str]:
    """Keys of what a text refers to."""
    for _, piece in marked(text):
        if isinstance(piece, BracedReference):
            yield from piece.keys


def _within(path: Path, holders: Sequence[Path]) -> bool:
    return any(path[: len(holder)] == holder for holder in holders)


def _amendments(order: Order, others: Sequence[Path]) -> Iterator[_Run]:
    """The texts of each amendment: a clause that amends another act with all that is under it."""
    run: _Run = []
    scope: Path | None = None
    for path, text in texts(order):
        if is_quoted(path) or _within(path, others) or _is_of_clause(path):
            continue
        is_under = scope is not None and _within(path, (scope,))
        if is_under or (scope is not None and _within(path, (scope[:-1],)) and _goes_on(run, text)):
            run.append((path, text))
        else:
            if run:
                yield run
            scope = _scope(path, text)
            run = [(path, text)] if scope is not None else []
    if run:
        yield run


def _goes_on(run: _Run, text: str) -> bool:
    """Whether a text beside an amendment is what it quotes: announced by it, or before its last mark."""
    if run[-1][1].rstrip().endswith(":") and _BEGINS.match(text):
        return True
    begun = next((number for number, (_, words) in enumerate(run) if number and _BEGINS.match(words)), None)
    return begun is not None and _closing([words for _, words in run[begun:]], 0, 0) is None


def _is_of_clause(path: Path) -> bool:
    return len(path) > 3 and path[-2] in _OF_CLAUSE and path[-4] in _CLAUSES  # noqa: PLR2004


def _scope(path: Path, text: str) -> Path | None:
    """What an amendment reaches: all under its clause, or what follows its paragraph; None if it is none."""
    if path[-1] == "заголовок" and _LIST_OF_CHANGES.match(text):
        return path[:-1]
    if path[0] in {"акты", "поля"} or not _amends(text):
        return None
    if path[-1] == "текст" and len(path) > 2 and path[-3] in _CLAUSES:  # noqa: PLR2004
        return path[:-1]
    is_opening = text.rstrip().endswith(":") and len(path) > 3 and path[-4] == "блоки"  # noqa: PLR2004
    return path[:-3] if is_opening else path


def _amends(text: str) -> bool:
    """Whether a text, without what it quotes, amends another act."""
    bare, done = "", 0
    for place in _quotations([text])[0]:
        bare += text[done : place.start] + "«»"
        done = place.stop
    bare += text[done:]
    if _AMENDS.search(bare):
        return True
    changes = _CHANGES.search(bare)
    return changes is not None and (changes[0].endswith("»") or _PART.search(bare) is not None)


def _is_title(text: str, place: range) -> bool:
    """Whether a quotation is the title of an act and no wording of it."""
    if _INTRODUCED.search(text, 0, place.start):
        return False
    return any(title.start == place.start for title in find_titles(text))


def _quotations(run: Sequence[str]) -> list[tuple[range, ...]]:
    """The outermost quotations of texts that follow one another, marks included.

    One may go on from text to text; one that is closed nowhere ends with its own text.
    """
    found: list[list[range]] = [[] for _ in run]
    number = at = 0
    while number < len(run):
        opening = next(_opening(run[number], at), None)
        if opening is None:
            number, at = number + 1, 0
            continue
        last, end = _closing(run, number, opening) or (number, len(run[number]))
        for between in range(number, last + 1):
            start = opening if between == number else 0
            stop = end if between == last else len(run[between])
            found[between].append(range(start, stop))
        number, at = last, end
    return [tuple(places) for places in found]


def _opening(text: str, at: int) -> Iterator[int]:
    return (mark.start() for mark in _MARK.finditer(text, at) if _opens(text, mark.start(), ""))


def _closing(run: Sequence[str], number: int, at: int) -> tuple[int, int] | None:
    """The text and the place right behind the mark that closes the one at ``at``; None if none does."""
    opened = ""
    for place in range(number, len(run)):
        for mark in _MARK.finditer(run[place], at if place == number else 0):
            if _opens(run[place], mark.start(), opened[-1:]):
                opened += mark[0]
            else:
                opened = opened[:-1]
                if not opened:
                    return place, mark.end()
    return None


def _opens(text: str, place: int, within: str) -> bool:
    mark = text[place]
    if mark == '"':
        return place == 0 or text[place - 1] in ' \u00a0\n(«"'
    return mark in "«„" or (mark == "“" and within != "„")


def ask_quoted(text: str, path: Path) -> RollLog:
    """A question for each date and each year of a quoted text, which is left as it is."""
    times = [time for time in find_times(text) if time.years]
    questions = [
        Question(path=path, words=time.text, what=_QUOTED.what, why=_QUOTED.why, at=time.start)
        for time in times
    ]
    questions += (
        year
        for year in ask_years(text, path, _QUOTED)
        if not any(time.start <= (year.at or 0) < time.end for time in times)
    )
    return RollLog(questions=tuple(questions))


def ask_quoted_columns(table: YearTable, path: Path) -> RollLog:
    """A question about the columns by year of a quoted table, if it has any."""
    years = years_of(table)
    if not years:
        return RollLog()
    words = print_years(years)
    return RollLog(questions=(Question(path=(*path, YEARS), words=words, what=_COLUMNS, why=_QUOTED.why),))
