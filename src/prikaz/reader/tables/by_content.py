"""Columns by what stands under them (графы по содержанию), where a clerk's heads do not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.numbers.amounts import parse_amount
from prikaz.language.numbers.column_heads import Meaning, meaning_of_head
from prikaz.language.words.spelling import fold
from prikaz.model.resolution.totals import is_total
from prikaz.reader.tables.cells import is_blank, lines_of, words
from prikaz.reader.tables.heads import HeadColumn
from prikaz.reader.tables.layout import BodyRow
from prikaz.reader.tables.membership import is_name

#: So many rows tell what a column holds.
_SAMPLE: Final = 60
#: So many of a hundred cells have to be of one kind.
_MOST: Final = 60
_FEWEST: Final = 2
#: Of a column of activities: letters and words of a cell, on an average.
_WIDE: Final = 12
_SEVERAL_WORDS: Final = 1.8
#: Heads under which dates are no deadlines.
_NO_DEADLINE: Final = (
    r"режим|час[ыа]|график|расписани|прием|отпуск|рожден|регистраци"
    r"|основани|реквизит|стаж|документ|решени|договор"
)
#: Heads under which persons and bodies answer for nothing.
_NO_BODY: Final = (
    r"где|место|мест[ао]\b|куда|откуда|адрес|участни|(?:для )?ко(?:го|му)\b|категори|объект"
    r"|учреждени|организаци[яи]|получател|поставщик|заказчик|контингент|слушател|аудитори|ученик|обучающ|ребен|дет[ие]|класс|групп|должност"
    r"|кабинет|состав|наименовани|работник|сотрудник|фамили|ф\.? ?и\.? ?о|победител"
)
#: Heads under which no activities stand.
_NO_ACTIVITY: Final = (
    rf"{_NO_BODY}|предмет\b(?! закуп)|урок|дисциплин|тел(?:ефон|\.)|e-?mail|почт|реквизит|сумм|цен[аы]"
    r"|стоимост|колич|результат|примечани|форма|день|дата|время|врач|автор|издани|марк[аи]|товар|издательств|специальност"
)
_BODY: Final = re.compile(
    r"(?:(?:старш|главн|ведущ|классн|муниципальн|сельск|районн|город|средн)[а-я]* )?"
    r"(?:отдел|управлени|комитет|администраци|департамент|директор|заместител|зам\.|учител|педагог|руководител"
    r"|специалист|начальник|заведующ|зав\.|методист|школ|м[бка]?[оду]?у\b|мку|мбу|мау|муп|библиотек|глав[аы]\b|секретар"
    r"|психолог|воспитател|совет|комисси|сотрудник|работник|администратор|консультант|инспектор|бухгалтер|юрист|завуч"
    r"|завхоз|вожат|председател|центр|служб|организатор|координатор|куратор|подрядчик|исполнител|ответственн)",
)
_HOURS: Final = re.compile(r"(?:в |с )?(?:[01]?\d|2[0-3])[.:–-][0-5]\d\b(?![.,]\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
#: What is done: «Проведение слёта», «Провести слёт».
_ACTION: Final = re.compile(r"[а-я]{3,}(?:ние|ния|ция|ции|вка|вки|рка|рки|ть|тить|ести)$")


def with_content(
    heads: Sequence[HeadColumn],
    meant: Mapping[str, int],
    rows: Sequence[BodyRow],
    *,
    is_called_plan: bool,
) -> Mapping[str, int]:
    """Which columns hold deadlines, activities and those who answer, as heads and contents together tell.

    Args:
        heads: The heads.
        meant: Columns that their heads tell.
        rows: The rows below, as they are typed.
        is_called_plan: Whether the table is called a plan.
    """
    told = [row for row in rows if row.is_whole and _is_telling(row)][:_SAMPLE]
    found = {**meant, **_by_cells(heads, meant, told)}
    if "срок" not in found or _are_mostly([*map(_is_figure, _cells(heads[found["срок"]], told))]):
        return meant  # hours of the day, amounts
    if "мероприятие" not in found:
        at = _activity(heads, found, told)
        if at is None or not (
            "ответственный" in found
            or is_called_plan
            or _is_of_actions(heads[at], heads[found["срок"]], told)
        ):
            return meant
        found["мероприятие"] = at
    return found


def _by_cells(
    heads: Sequence[HeadColumn], meant: Mapping[str, int], rows: Sequence[BodyRow]
) -> dict[str, int]:
    """Columns of deadlines, and of those who answer, that no head tells."""
    found: dict[str, int] = {}
    for key, forbidden, is_of_kind in (
        ("срок", _NO_DEADLINE, _is_deadline),
        ("ответственный", _NO_BODY, _is_body),
    ):
        if key in meant:
            continue
        for at, head in enumerate(heads):
            if at in {*meant.values(), *found.values()} or head.years or _begins(head, forbidden):
                continue
            if key == "срок" and meaning_of_head(head.title.text) not in {None, Meaning.TIME}:
                continue
            if _are_mostly([is_of_kind(text) for text in _cells(head, rows)]):
                found[key] = at
                break
    return found


def _activity(heads: Sequence[HeadColumn], found: Mapping[str, int], rows: Sequence[BodyRow]) -> int | None:
    """The first column of sentences, no two of its cells in a row the same."""
    for at, head in enumerate(heads):
        if at in found.values() or head.years or _begins(head, _NO_ACTIVITY):
            continue
        cells = _cells(head, rows)
        letters, counted = sum(map(len, cells)), sum(len(text.split()) for text in cells)
        if len(cells) * 100 < len(rows) * _MOST or len(set(cells)) * 100 < len(cells) * _MOST:
            continue
        is_wide = letters >= _WIDE * len(cells) and counted >= _SEVERAL_WORDS * len(cells)
        if len(cells) >= _FEWEST and is_wide and not any(map(parse_amount, cells)):
            return at
    return None


def _is_of_actions(head: HeadColumn, deadlines: HeadColumn, rows: Sequence[BodyRow]) -> bool:
    """Whether a column says what is done, and the other one when."""
    return _are_mostly([*map(_is_action, _cells(head, rows))]) and _are_mostly(
        [*map(_is_deadline, _cells(deadlines, rows))]
    )


def _begins(head: HeadColumn, pattern: str) -> bool:
    return re.match(rf"\W*(?:{pattern})", fold(head.title.text)) is not None


def _is_telling(row: BodyRow) -> bool:
    """Whether a row is one of a plan: no title, no total."""
    told = [words(cell) for cell in row.cells if not is_blank(cell)]
    return len(told) >= _FEWEST and not is_total(told)


def _cells(head: HeadColumn, rows: Sequence[BodyRow]) -> list[str]:
    cells = (row.cells[head.place] for row in rows if not is_blank(row.cells[head.place]))
    return [" ".join(line.text for line in lines_of(cell, exact=False)) for cell in cells]


def _are_mostly(kinds: Sequence[bool]) -> bool:
    return len(kinds) >= _FEWEST and sum(kinds) * 100 >= len(kinds) * _MOST


def _is_deadline(text: str) -> bool:
    return not text.isdecimal() and parse_amount(text) is None and parse_deadline(text).understood


def _is_figure(text: str) -> bool:
    """Whether a cell holds an hour of the day, or an amount that is no year."""
    return _HOURS.match(text) is not None or (parse_amount(text) is not None and not _YEAR.fullmatch(text))


def _is_body(text: str) -> bool:
    first = re.split(r"[,;]", text, maxsplit=1)[0].strip()
    return is_name(first) or _BODY.match(fold(first)) is not None


def _is_action(text: str) -> bool:
    first = fold(text).split(maxsplit=1)
    return bool(first) and _ACTION.match(first[0]) is not None
