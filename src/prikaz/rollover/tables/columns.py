"""Columns by year: the window slides or grows, and every value stays with its year.

A roadmap and a table of indicators hold values by year in their rows; both are
seen here as rows with values, whatever the values are. The window has no holes:
a base year right before the order's own moves with it. What new columns get is
known by :mod:`prikaz.rollover.tables.series`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs
from attrs import frozen

from prikaz.findings import Path
from prikaz.model import Activity, Indicator, IndicatorTable
from prikaz.model.blanks import is_year_left_blank
from prikaz.model.column_heads import YEARS
from prikaz.model.tables import Years
from prikaz.model.year_tables import (
    BY_YEAR,
    YearRow,
    YearTable,
    rows_of,
    texts_of,
    values_of,
    with_rows,
    with_values,
    years_of,
)
from prikaz.rollover.outcome import Change, Kept, Question, RollLog
from prikaz.rollover.tables.series import carry, continue_series
from prikaz.rollover.texts.rolling import kept_years
from prikaz.rollover.year_shift import Window, YearShift

_OWN_YEAR: Final = "графа по годам: значение остаётся за своим годом"


@frozen(kw_only=True)
class YearColumns:
    """The columns by year of one table before and after the shift (графы по годам).

    Attributes:
        old: The years of the columns as they were.
        new: The years of the columns as they are.
        apart: Years before the order's own that do not adjoin them: those of a base, or of the past alone.
        based: Years of the order itself that the columns now show as the past.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    apart: tuple[int, ...] = ()
    based: tuple[int, ...] = ()

    @property
    def added(self) -> tuple[int, ...]:
        """Years that have a blank column now."""
        return tuple(year for year in self.new if year not in self.old)


def roll_columns(table: YearTable, path: Path, shift: YearShift) -> tuple[YearTable, RollLog]:
    """Move the columns by year of a table; a table without them stays as it is."""
    columns = _moved(years_of(table), shift)
    if not columns.old:
        return table, RollLog()
    log = _window_log(table, columns, path, shift)
    rows = []
    for where, row in rows_of(table, path):
        new, added = _roll_row(row, where, columns, blank=_is_left_blank(table))
        rows.append(new)
        log += added
    moved = attrs.evolve(with_rows(table, iter(rows)), years=columns.new)
    return moved, log + _ask_base(table, path)


def _is_left_blank(table: YearTable) -> bool:
    """Whether the table, or its columns by year, are blank on purpose."""
    return table.form is not None or any(column.blank for column in table.columns if column.key == YEARS)


def print_years(years: tuple[int, ...]) -> str:
    """Years as a list in words: "2027, 2028"."""
    return ", ".join(map(str, years))


def _moved(old: tuple[int, ...], shift: YearShift) -> YearColumns:
    own = [year for year in old if year >= shift.year]
    if not own:
        return YearColumns(old=old, new=old, apart=old)
    first = min(own)
    while first - 1 in old:
        first -= 1
    window = tuple(year for year in old if year >= first)
    apart = tuple(year for year in old if year < first)
    later = tuple(year + shift.years for year in window)
    if shift.window is Window.APPEND:
        return YearColumns(old=old, new=apart + _without_holes(window, later), apart=apart)
    based = tuple(year for year in later if year in own and year < shift.year + shift.years)
    return YearColumns(old=old, new=apart + later, apart=apart, based=based)


def _without_holes(window: tuple[int, ...], later: tuple[int, ...]) -> tuple[int, ...]:
    """Both windows together; what was one row of years stays one."""
    years = {*window, *later}
    if max(window) - min(window) + 1 == len(window):
        years.update(range(min(window), max(later)))
    return tuple(sorted(years))


def _window_log(table: YearTable, columns: YearColumns, path: Path, shift: YearShift) -> RollLog:
    where = (*path, YEARS)
    change = Change(
        path=where,
        was=print_years(table.years),
        became=print_years(columns.new),
        why="графы по годам: "
        + ("окно сдвинуто" if shift.window is Window.SLIDE else "добавлены новые годы"),
    )
    changes = (change,) if change.was != change.became else ()
    if columns.new == columns.old:
        return RollLog(
            changes=changes, kept=(Kept(path=where, words=print_years(columns.old), why="графы прошлых лет"),)
        )
    return RollLog(changes=changes, questions=tuple(_ask_past(table, columns, where)))


def _ask_past(table: YearTable, columns: YearColumns, where: Path) -> Iterator[Question]:
    """Columns of the past beside the window: a base that stood apart, a year whose values were planned."""
    if columns.apart:
        yield Question(
            path=where,
            words=print_years(columns.apart),
            what="решите, сменить ли базовый год",
            why="графа прошлых лет стоит отдельно от лет документа и не сдвинута",
        )
    if columns.based and isinstance(table, IndicatorTable):
        yield Question(
            path=where,
            words=print_years(columns.based),
            what="впишите достигнутые значения вместо плановых",
            why="в новом документе это прошлый год",
        )


def _roll_row(row: YearRow, path: Path, columns: YearColumns, *, blank: bool) -> tuple[YearRow, RollLog]:
    """A row without the values of years that fell out, and what came of them."""
    where = (*path, BY_YEAR[type(row)])
    fallen = set(columns.old) - set(columns.new)
    log = RollLog()
    for place, (year, value) in enumerate(values_of(row)):
        texts = texts_of(value, (*where, year))
        if year in fallen:
            why = f"{year} год вышел из таблицы"
            log += RollLog(
                changes=tuple(
                    Change(path=cell, was=text, became="", why=why, at=place) for cell, text in texts
                )
            )
        else:
            kept = (kept_years(text, cell, _OWN_YEAR) for cell, text in texts)
            log += RollLog(kept=tuple(item for items in kept for item in items))
    left = tuple((year, value) for year, value in values_of(row) if year not in fallen)
    if isinstance(row, Activity):
        carried = carry(row.by_year, columns.old, columns.added)
        left += carried
        log += RollLog(changes=tuple(_carried_changes(carried, where)))
    if blank:
        return with_values(row, left), log
    return with_values(row, left), log + RollLog(questions=tuple(_ask_blank(row, left, where, columns)))


def _carried_changes(carried: Years, path: Path) -> Iterator[Change]:
    for year, deadlines in carried:
        for cell, text in texts_of(deadlines, (*path, year)):
            yield Change(path=cell, was="", became=text, why="во всех прежних графах то же")


def _ask_blank(
    row: YearRow, left: tuple[tuple[int, Any], ...], path: Path, columns: YearColumns
) -> Iterator[Question]:
    """The blank cells of new years in one row; a row that has never had values asks for none."""
    given = {year for year, _ in left}
    blank = tuple(year for year in columns.added if year not in given and not is_year_left_blank(row, year))
    if not blank or not values_of(row):
        return
    series = continue_series(row.by_year, columns.old, blank) if isinstance(row, Activity) else {}
    for year, words in series.items():
        yield Question(
            path=(*path, year),
            words=str(year),
            what=f"проверьте и впишите значение нового года: по ряду «{words}»",
            why="значения прежних граф идут по году",
            proposal=words,
        )
    unknown = tuple(year for year in blank if year not in series)
    if not unknown:
        return
    last_year, last = max(values_of(row), key=lambda value: value[0])
    yield Question(
        path=path,
        words=print_years(unknown),
        what="впишите значения новых лет",
        why=f"графы новые; за {last_year} год было: {', '.join(text for _, text in texts_of(last, path))}",
    )


def _ask_base(table: YearTable, path: Path) -> RollLog:
    """Base values of a table whose years have moved."""
    if not isinstance(table, IndicatorTable):
        return RollLog()
    asked = tuple(
        Question(
            path=(*where, "база"),
            words=str(row.base),
            what="проверьте базовое значение",
            why="базовый год мог смениться",
        )
        for where, row in rows_of(table, path)
        if isinstance(row, Indicator) and row.base is not None
    )
    return RollLog(questions=asked)
