"""Columns by their heads (графы): which known column a head means, or what an own one is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from prikaz.language.numbers.column_heads import is_numbering
from prikaz.language.typography import typeset
from prikaz.language.words.spelling import fold
from prikaz.model import Alignment, Column
from prikaz.model.column_heads import CENTRED_COLUMNS, INDICATOR_HEADS, NUMBER, ROADMAP_HEADS, YEARS
from prikaz.model.text import without_footnotes
from prikaz.reader.tables.by_content import with_content
from prikaz.reader.tables.heads import HeadColumn
from prikaz.reader.tables.layout import BodyRow

_NOTE: Final = r"примечани|отметк\w+ (?:об|о) (?:исполнени|выполнени)|отметк\w+$|комментари"
_OF_ACTIVITIES: Final = (
    r"(?:(?:наименовани|названи|содержани|основн|планируем|проводим|тем)\w+|перечень|вид\w*|план\w*) "
)
#: How heads of known columns begin, in folded letters; the first that fits is meant.
_ROADMAP: Final = {
    "срок": (
        r"(?:(?:планов|предельн)\w+ )?"
        r"(?:срок|дат[аы]\b(?! рожд)|(?:период(?:ичность)?|время|месяц|когда|дедлайн)\b)"
    ),
    "ответственный": (
        r"(?:ф\.? ?и\.? ?о\.? )?(?:ответственн|отв(?:\b|-н)\.?(?: (?:за|лиц|исп)|$))|исполнител"
        r"|кто (?:отвеча|провод|осуществля|исполня|выполня|дела)|кто\W*$"
    ),
    "результат": r"(?:(?:ожидаем|планируем|предполагаем|конечн|прогнозируем)\w+ )?(?:результат|итог\b)",
    "документ": r"(?:(?:вид|форма|тип|наименование|реквизиты|(?:подтверждающ|итогов)\w+) )?документ",
    "примечание": _NOTE,
    "мероприятие": (
        rf"(?:№ и )?(?:{_OF_ACTIVITIES}){{0,2}}(?:мероприяти|деятельност|работ[ыа]?\b|действи)"
        r"|содержание\b|что (?:дела|сдел|провод|планиру|нужно|надо)|контрольн\w+ событи"
    ),
}
#: What may stand over activities, and over anything else.
_WEAK_ACTIVITY: Final = r"наименовани|названи|тем[аы]\b|задач|направлени|событи|этап|вопрос"
#: Who may answer, where nobody else does.
_WEAK_BODY: Final = r"(?:куратор|докладчик|организатор)\w*\W*$"
_OF_INDICATORS: Final = r"наименовани\w+|названи\w+|целев\w+|перечень|основн\w+|планов\w+"
_INDICATORS: Final = {
    "единица": r"ед\w*\.? ?(?:измерени|изм)|единиц[аы]\b|ед\.$",
    "формула": r"(?:порядок|методика|формула|алгоритм|способ) (?:расч|подсч|определени|вычислени)|формула$",
    "база": (
        r"базов|(?:исходн|текущ|фактическ|начальн)\w+ значени|база\b|факт\b"
        r"|(?:19|20)\d\d\D{1,10}(?:факт|отчет|оценка|баз)"
    ),
    "примечание": _NOTE,
    "показатель": rf"(?:(?:{_OF_INDICATORS}) ){{0,2}}(?:показател|индикатор)",
}
#: What may stand over indicators beside their units and years.
_WEAK_NAME: Final = r"(?:наименовани|названи)\w*$"
#: What is looked for in cells where heads do not tell.
_TELLING: Final = frozenset({"мероприятие", "срок", "ответственный"})
_LONGEST_KEY: Final = 40
_ENDS_KEY: Final = re.compile(r"[(,;:]")


class KeyedColumn(NamedTuple):
    """A column with its key.

    Attributes:
        head: What stands over it.
        key: Its key in the block.
        is_known: Whether the model knows it; else it is the author's own.
    """

    head: HeadColumn
    key: str
    is_known: bool

    @property
    def place(self) -> int:
        """First column of the table, from 0."""
        return self.head.place


def roadmap_keys(
    heads: Sequence[HeadColumn], rows: Sequence[BodyRow] | None, *, takes_weak: bool
) -> tuple[KeyedColumn, ...] | None:
    """The columns of a plan of activities; None when the table is not one.

    Args:
        heads: The heads.
        rows: The rows below, which tell where heads do not; None when heads alone have to.
        takes_weak: Whether «Наименование» and its like may stand over activities.
    """
    meant: Mapping[str, int] = _by_heads(heads, takes_weak=takes_weak)
    if rows is not None and not meant.keys() >= _TELLING:
        meant = with_content(heads, meant, rows, is_called_plan=takes_weak)
    return _keyed(heads, meant, ROADMAP_HEADS) if _is_plan(meant, heads) else None


def _is_plan(meant: Mapping[str, int], heads: Sequence[HeadColumn]) -> bool:
    """Whether a table has activities, and says when or who."""
    return "мероприятие" in meant and (bool(meant.keys() & {"срок", "ответственный"}) or _has_years(heads))


def _by_heads(heads: Sequence[HeadColumn], *, takes_weak: bool) -> dict[str, int]:
    """Known columns of a plan that heads tell."""
    meant = _meant(heads, _ROADMAP)
    if "ответственный" not in meant:
        meant |= _weak("ответственный", _WEAK_BODY, heads, meant)
    if "мероприятие" not in meant and takes_weak and ("срок" in meant or _has_years(heads)):
        meant |= _weak("мероприятие", _WEAK_ACTIVITY, heads, meant)
    if "мероприятие" not in meant and meant.keys() >= {"срок", "ответственный"}:
        other = next((at for at in range(len(heads)) if at not in meant.values()), len(heads))
        meant |= {"мероприятие": other} if other < min(meant["срок"], meant["ответственный"]) else {}
    return meant


def _weak(key: str, pattern: str, heads: Sequence[HeadColumn], meant: Mapping[str, int]) -> dict[str, int]:
    """The first column without a meaning whose head may stand over what is looked for, by its key."""
    for at, head in enumerate(heads):
        if at not in meant.values() and _says(head, pattern):
            return {key: at}
    return {}


def indicator_keys(heads: Sequence[HeadColumn]) -> tuple[KeyedColumn, ...] | None:
    """The columns of a table of indicators; None when the heads are not those of one."""
    meant = _meant(heads, _INDICATORS)
    if "показатель" not in meant and "единица" in meant:
        meant |= _weak("показатель", _WEAK_NAME, heads, meant)
    if "показатель" not in meant or not _has_years(heads):
        return None
    return _keyed(heads, meant, INDICATOR_HEADS)


def _has_years(heads: Sequence[HeadColumn]) -> bool:
    return any(head.years for head in heads)


def _says(head: HeadColumn, pattern: str) -> bool:
    return re.match(pattern, fold(without_footnotes(head.title.text)).lstrip('«"')) is not None


def _meant(heads: Sequence[HeadColumn], patterns: Mapping[str, str]) -> dict[str, int]:
    """Which head means a known column: the usual one, else the first that begins as such a one does."""
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
        if head.years:
            found[YEARS] = at
        elif NUMBER not in found and at == 0 and is_numbering(head.title.text) and len(heads) > 1:
            found[NUMBER] = at
    usual = ROADMAP_HEADS if patterns is _ROADMAP else INDICATOR_HEADS
    for exactly in (True, False):
        for at, head in enumerate(heads):
            if at in found.values():
                continue
            for key, pattern in patterns.items():
                if key in found:
                    continue
                if typeset(usual[key]) == typeset(head.title.text) if exactly else _says(head, pattern):
                    found[key] = at
                    break
    return found


def _keyed(
    heads: Sequence[HeadColumn], meant: Mapping[str, int], titles: Iterable[str]
) -> tuple[KeyedColumn, ...]:
    by_place = {at: key for key, at in meant.items()}
    taken = {*titles, *by_place.values()}
    columns = []
    for at, head in enumerate(heads):
        known = by_place.get(at)
        key = known or own_key(head.title.text, taken)
        taken.add(key)
        columns.append(KeyedColumn(head, key, is_known=known is not None))
    return tuple(columns)


def as_own(column: KeyedColumn, columns: Sequence[KeyedColumn], titles: Iterable[str]) -> KeyedColumn:
    """A column that turns out not to be the known one that its head names."""
    key = own_key(column.head.title.text, {*titles, *(each.key for each in columns)})
    return column._replace(key=key, is_known=False)


def own_key(title: str, taken: Iterable[str]) -> str:
    """A key made of a head.

    >>> own_key("Место проведения (адрес)", []), own_key("Документ", ["документ"]), own_key("НПА", [])
    ('место проведения', 'документ 2', 'НПА')
    """
    words = " ".join(without_footnotes(title).split()).strip(" .,;:*–-")
    short = _ENDS_KEY.split(words, maxsplit=1)[0].strip() or words
    while len(short) > _LONGEST_KEY and " " in short:
        short = short.rpartition(" ")[0]
    key = short[:1].lower() + short[1:] if short[1:2].islower() else short
    taken = set(taken)
    number, made = 1, key
    while made in taken or (not made and title):
        number += 1
        made = f"{key or 'графа'} {number}"
    return made


def block_columns(
    columns: Sequence[KeyedColumn], titles: Mapping[str, str], filled: Iterable[str]
) -> tuple[Column, ...]:
    """The columns as the block has them; none where the usual ones would be printed anyway."""
    filled = set(filled)
    usual = [*(key for key in titles if key in filled), *sorted(filled - titles.keys())]
    made = tuple([Column(key=column.key, title=_title(column, titles)) for column in columns])
    return (
        () if [column.key for column in made] == usual and not any(column.title for column in made) else made
    )


def _title(column: KeyedColumn, titles: Mapping[str, str]) -> str:
    """The head, where it is not the usual one."""
    typed = column.head.title.text
    return "" if column.is_known and typeset(typed) == typeset(titles[column.key]) else typed


def stand_as_printed(columns: Sequence[KeyedColumn], rows: Sequence[BodyRow], count: int) -> bool:
    """Whether the cells of a printed table stand as those of a block with these columns do."""
    centred = [False] * count
    for column in columns:
        for place in range(column.place, column.head.end):
            centred[place] = column.is_known and column.key in CENTRED_COLUMNS
    return all(
        (cell.alignment is Alignment.CENTRED) == middle and cell.alignment is not Alignment.RIGHT
        for row in rows
        if row.is_whole
        for cell, middle in zip(row.cells, centred, strict=True)
    ) and all(
        cell.alignment is Alignment.CENTRED
        for row in rows
        if len(row.cells) == 1 and count > 1
        for cell in row.cells
    )
