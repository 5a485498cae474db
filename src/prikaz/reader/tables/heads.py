"""The head of a table (шапка): which rows it has, what each column of it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from prikaz.language.numbers.amounts import parse_amount
from prikaz.language.numbers.column_heads import is_numbering
from prikaz.language.words.spelling import fold
from prikaz.model import Alignment, YearHead
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, lines_of, text_of, words
from prikaz.reader.tables.layout import Cells, is_wide, placed

#: A year over a column, as the writer prints it.
_YEAR: Final = re.compile(r"((?:19|20)\d\d)(?:[ \u00a0](год|г\.))?")
#: The same, as clerks type it: «2026 г», «план 2027», «на 2027 год», «2027 (прогноз)».
_PLANNED: Final = r"(?:(?:план|прогноз|цел)\w{0,8}|значени[ея]|показатель|на|за|в)"
_REACHED: Final = r"(?:факт\w{0,9}|отч[её]т\w{0,3}|оценка|базов\w{2}|база)"
_BARE_YEAR: Final = r"((?:19|20)\d\d)\s*-?\s*(г\b\.?|год[ау]?|году)?"
_TYPED_YEAR: Final = re.compile(
    rf"(?:{_PLANNED}\s+){{0,4}}{_BARE_YEAR}(?:,?\s*\(?(?:план|прогноз|цел)\w{{0,8}}\)?)?", re.IGNORECASE
)
_REACHED_YEAR: Final = re.compile(
    rf"(?:{_REACHED}\s+)?(?:за\s+)?{_BARE_YEAR}(?:,?\s*\(?{_REACHED}\)?)?", re.IGNORECASE
)
_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}\b")
#: What stands in the head of many tables.
_USUAL: Final = re.compile(
    r"наименование|мероприят|срок|дат[аы]|ответствен|исполнител|результат|показател|единиц|примечани|должност|ф\.?\s?и\.?\s?о"
    r"|фамилия|количеств|колич|сумма|объ[её]м|стоимост|адрес|телефон|содержание|вид|год\b|всего|этап|место"
    r"|^(?:что|когда|кто|где|кому|дедлайн|месяц|период|тема|тематика|докладчик|отв\b|куратор|организатор|исполнение"
    r"|название|вопрос[ы]?|форма|время|участник[и]?|класс[ы]?|направлени[ея]|цел[ьи]|задач[аи]|факт|план|№)\b"
)
#: A head says what is under it, it does not tell it.
_LONGEST_HEAD: Final = 120
#: What is longer and ends in a stop is a sentence, not «Сумма, тыс. руб.».
_LONGEST_SENTENCE: Final = 40
_FEWEST: Final = 2
#: The writer prints a head of one row or of two.
_DEEPEST: Final = 2

#: Cells of a row with their first columns.
_Placed: TypeAlias = list[tuple[int, GridCell]]


class HeadColumn(NamedTuple):
    """A column of the block, or all its columns by year.

    Attributes:
        place: First column of the table, from 0.
        title: What stands over it; over all years together where they have a common head.
        years: The years under it, with what is typed.
    """

    place: int
    title: SourceText
    years: tuple[tuple[int, SourceText], ...] = ()

    @property
    def end(self) -> int:
        """Behind its last column."""
        return self.place + (len(self.years) or 1)


class Head(NamedTuple):
    """A head that a block with columns can have.

    Attributes:
        columns: The columns.
        year_heads: What stands behind the years; None for no years, or where they differ.
        untidy_years: Years that will be printed in another way.
        is_mended: Whether a merge was lost and is made good.
    """

    columns: tuple[HeadColumn, ...]
    year_heads: YearHead | None = None
    untidy_years: tuple[SourceText, ...] = ()
    is_mended: bool = False


class Year(NamedTuple):
    """A year over a column.

    Attributes:
        year: The year.
        behind: What stands behind it; None when it is typed as the writer does not print it.
    """

    year: int
    behind: YearHead | None


_BEHIND: Final = {None: YearHead.ABSENT, "год": YearHead.WORD, "г.": YearHead.LETTER}


def year_of_head(text: str, *, exact: bool, takes_reached: bool = False) -> Year | None:
    """The year that a head is; None when it says anything else.

    Args:
        text: The head.
        exact: Whether it is printed.
        takes_reached: Whether «2026 (факт)» is one, as among other years under a common head.

    >>> year_of_head("2027 г.", exact=True), year_of_head("план 2027", exact=True)
    (Year(year=2027, behind=<YearHead.LETTER: 'г.'>), None)
    >>> year_of_head("план 2027", exact=False)
    Year(year=2027, behind=None)
    """
    text = text if exact else " ".join(text.split())
    if found := _YEAR.fullmatch(text):
        return Year(int(found[1]), _BEHIND[found[2]])
    found = None if exact else _TYPED_YEAR.fullmatch(text)
    if takes_reached and not exact:
        found = found or _REACHED_YEAR.fullmatch(text)
    return Year(int(found[1]), None) if found else None


def told_of_head(head: Head) -> Iterator[Doubt]:
    """What was guessed of a head."""
    if head.untidy_years:
        text = SourceText.join(" ", head.untidy_years)
        yield Doubt(text, ("годы",), "годы над графами набраны не так, как печатаются")
    if head.is_mended:
        title = next(column.title for column in head.columns if column.years)
        yield Doubt(title, ("графы",), "клетки шапки не объединены, а читаются вместе")


def year_places(head: Head) -> range:
    """The columns of the table, from 0, that stand under years."""
    found = next((column for column in head.columns if column.years), None)
    return range(found.place, found.end) if found else range(0)


# Which rows --------------------------------------------------------------------------------------------


def count_head_rows(grid: Grid) -> int:
    """How many first rows are the head: what the file says, else what they say themselves."""
    rows = grid.rows
    if grid.printed or 0 < grid.header_rows < len(rows) or not rows:
        return _closed(rows, min(grid.header_rows, len(rows)))
    title = 1 if is_wide(rows[0], grid.columns) and grid.columns > 1 else 0
    if len(rows) <= title + 1:
        return 0
    count = _grown(grid, title)
    if count == len(rows):
        return 0
    if count > title + 1 and _are_years(rows[count - 1]):
        return count
    is_deep = count > title + 1 and any(cell.columns > 1 for cell in rows[title])
    if is_deep and _may_be_head([words(cell) for cell in rows[title]]):
        return count
    return count if _looks_like_head(grid, title) else 0


def is_number_row(cells: Cells, columns: int) -> bool:
    """Whether a row does but number the columns: «1 2 3 4»."""
    if len(cells) != columns or columns < _FEWEST:
        return False
    return all(words(cell).rstrip(".") == str(number) for number, cell in enumerate(cells, 1))


def _closed(rows: Sequence[Cells], count: int) -> int:
    """The end of the head, none of whose cells reaches into the body."""
    place = 0
    while place < count:
        deepest = max((cell.rows for cell in rows[place]), default=1)
        count = min(max(count, place + deepest), len(rows))
        place += 1
    return count


def _grown(grid: Grid, first: int) -> int:
    """The end of a head that begins with row ``first``: what is merged across has its parts below."""
    rows, count = grid.rows, first + 1
    while True:
        count = _closed(rows, count)
        last = rows[count - 1]
        goes_on = count < len(rows) - 1 and (
            any(1 < cell.columns < grid.columns for cell in last) or _are_years(rows[count])
        )
        if not goes_on or len(rows[count]) < _FEWEST:
            return count
        count += 1


def _are_years(cells: Cells) -> bool:
    """Whether a row has years, and nothing else: what is left of a head whose merges were lost."""
    told = [words(cell) for cell in cells if not is_blank(cell)]
    return len(told) >= _FEWEST and all(year_of_head(text, exact=False, takes_reached=True) for text in told)


def _looks_like_head(grid: Grid, first: int) -> bool:
    """Whether a row is the head of those below."""
    row, below = grid.rows[first], grid.rows[first + 1 :]
    texts = [words(cell) for cell in row]
    if len(row) < _FEWEST or not _may_be_head(texts):
        return False
    if is_number_row(below[0], grid.columns) or (texts[0] and is_numbering(texts[0])):
        return True
    if sum(_USUAL.search(fold(text)) is not None for text in texts) >= _FEWEST:
        return True
    if sum(year_of_head(text, exact=False) is not None for text in texts) >= _FEWEST:
        return True
    centred = [cell.alignment is Alignment.CENTRED for cell in row]
    if all(centred) and not all(cell.alignment is Alignment.CENTRED for cell in below[0]):
        return True
    return _stands_over_figures(texts, [cells for cells in below if len(cells) == len(row)])


def _may_be_head(texts: Sequence[str]) -> bool:
    """Whether texts are short, at most the first of them is missing, and none is a figure."""
    if any(not text for text in texts[1:]) or not any(texts):
        return False
    if any(len(text) > _LONGEST_HEAD or text.endswith(";") for text in texts):
        return False
    if any(text.endswith(".") and len(text) > _LONGEST_SENTENCE for text in texts):
        return False
    return not any(_is_figure(text) for text in texts if not year_of_head(text, exact=False))


def _stands_over_figures(texts: Sequence[str], below: Sequence[Cells]) -> bool:
    """Whether a column is words above and figures below."""
    for place, text in enumerate(texts):
        told = [words(row[place]) for row in below[:20] if not is_blank(row[place])]
        figures = len(told) >= _FEWEST and all(_is_figure(item) for item in told)
        if figures and text and not _is_figure(text):
            return True
    return False


def _is_figure(text: str) -> bool:
    return parse_amount(text) is not None or _DAY.match(text) is not None


# What they say -----------------------------------------------------------------------------------------


def read_head(grid: Grid, count: int) -> Head | None:
    """The head of a block with columns: a text over each, or one text over years; None for any other."""
    exact = grid.printed
    rows = [[(column, cell) for column, cell in row] for row in placed(grid.rows[:count])]
    if count == 1:
        if len(rows[0]) != grid.columns:
            return None
        return _with_years(
            [HeadColumn(column, _title(cell, exact=exact)) for column, cell in rows[0]], exact=exact
        )
    if count != _DEEPEST:
        return None
    top, below = rows
    is_mended = False
    if not exact and len(below) == grid.columns:
        is_lost = len(top) < grid.columns
        top, below = _merged_down(top, below) if is_lost else _merged(top, below)
        is_mended = is_lost or len(top) < grid.columns
    heads = _under(top, below, exact=exact)
    made = None if heads is None else _with_years(heads, exact=exact)
    return made and made._replace(is_mended=is_mended)


def _title(cell: GridCell, *, exact: bool) -> SourceText:
    """The words of a head; where a clerk broke its lines is a matter of width."""
    if exact:
        return text_of(cell, exact=True)
    lines = lines_of(cell, exact=False)
    return lines[0] if len(lines) == 1 else SourceText.join(" ", lines)


def _merged(top: _Placed, below: _Placed) -> tuple[_Placed, _Placed]:
    """Two rows of a head with the merges that were lost: blank cells belong to their neighbours."""
    under = {column: cell for column, cell in below if not is_blank(cell)}
    made: _Placed = []
    for column, cell in top:
        if made and is_blank(cell) and column in under and made[-1][0] + made[-1][1].columns == column:
            first, last = made[-1]
            if first in under and is_blank(cell):
                made[-1] = (first, last._replace(columns=last.columns + 1))
                continue
        made.append((column, cell if column in under else cell._replace(rows=2)))
    return made, sorted(under.items())


def _merged_down(top: _Placed, below: _Placed) -> tuple[_Placed, _Placed]:
    """Two rows of a head, only the upper of which is merged: blank cells below belong to those above."""
    under = {column: cell for column, cell in below if not is_blank(cell)}
    made = [
        (column, cell if cell.columns > 1 or column in under else cell._replace(rows=2))
        for column, cell in top
    ]
    return made, sorted(under.items())


def _under(top: _Placed, below: _Placed, *, exact: bool) -> list[HeadColumn] | None:
    """The columns of a head of two rows; None where another thing than years stands below."""
    parts = dict(below)
    heads: list[HeadColumn] = []
    for column, cell in top:
        if cell.rows == _DEEPEST and cell.columns == 1:
            heads.append(HeadColumn(column, _title(cell, exact=exact)))
            continue
        mine = [parts.get(place) for place in range(column, column + cell.columns)]
        if cell.rows != 1 or any(part is None or part.columns != 1 for part in mine):
            return None
        texts = [_title(part, exact=exact) for part in mine if part]
        years = [year_of_head(text.text, exact=exact, takes_reached=True) for text in texts]
        if not all(years) or not cell.paragraphs or is_blank(cell):
            return None
        told = tuple((year.year, text) for year, text in zip(years, texts, strict=True) if year)
        heads.append(HeadColumn(column, _title(cell, exact=exact), told))
    return heads


def _with_years(heads: list[HeadColumn], *, exact: bool) -> Head | None:
    """A head with what it says of years; None when they stand in two places, or one of them twice."""
    groups = [head for head in heads if head.years]
    years = [year for head in groups for year, _ in head.years]
    if len(groups) > 1 or len(set(years)) < len(years):
        return None
    told = [
        (text, year_of_head(text.text, exact=exact, takes_reached=True))
        for head in groups
        for _, text in head.years
    ]
    return Head(tuple(heads), *_years_told(told))


def _years_told(
    told: Sequence[tuple[SourceText, Year | None]],
) -> tuple[YearHead | None, tuple[SourceText, ...]]:
    """What stands behind most years, and the years that differ."""
    words_behind = [year.behind for _, year in told if year and year.behind]
    usual = max(words_behind, key=words_behind.count, default=None)
    return usual, tuple(
        text for text, year in told if year and (year.behind is None or year.behind is not usual)
    )


def with_bare_years(head: Head, *, exact: bool) -> Head | None:
    """A head of one row with its years as one column; None where they do not stand together, each once."""
    if any(column.years for column in head.columns):
        return head
    told = [(column, year_of_head(column.title.text, exact=exact)) for column in head.columns]
    places = [at for at, (_, year) in enumerate(told) if year]
    years = [year.year for _, year in told if year]
    if not places or places[-1] - places[0] != len(places) - 1 or len(set(years)) < len(years):
        return None
    first, last = places[0], places[-1] + 1
    group = HeadColumn(
        head.columns[first].place,
        SourceText(""),
        tuple((year.year, column.title) for column, year in told[first:last] if year),
    )
    behind, untidy = _years_told([(column.title, year) for column, year in told[first:last]])
    return Head((*head.columns[:first], group, *head.columns[last:]), behind, untidy)
