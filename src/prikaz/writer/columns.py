"""Columns of a table that are named by a key (графы): which are printed, under what heads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, Self

from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.model import Column, YearHead
from prikaz.model.column_heads import CENTRED_COLUMNS, NUMBER, YEARS
from prikaz.model.resolution.text_widths import DXA_PER_MM
from prikaz.writer.boxes import Box, Cells, ColumnWidths, cell, cells, fit, lay, measure
from prikaz.writer.openings import begin_with_capital, opens_with_reference
from prikaz.writer.text_renderer import Printable, TextRenderer, plain_paragraphs

COLUMN_UNKNOWN: Final = FindingKind(
    "column-unknown", "Графа неизвестна, и ни в одной строке её нет", Severity.ERROR
)
COLUMN_MISSING: Final = FindingKind("column-missing", "Значения есть, а графы для них нет")
TABLE_SHAPE: Final = FindingKind(
    "table-shape", "В таблице нет граф, или клетки не складываются в таблицу", Severity.ERROR
)
YEAR_WITHOUT_COLUMN: Final = FindingKind(
    "year-without-column", "Есть значение за год, для которого нет графы"
)

HEADER: Final = "Шапка таблицы"
CELL: Final = "Ячейка"
CENTRED: Final = "Ячейка по центру"

#: Columns of what is done or measured.
_SENTENCE_COLUMNS: Final = frozenset({"мероприятие", "показатель"})


class MeasuredTable(NamedTuple):
    """A table ready to be fitted to a page; ``widths`` say how wide its columns are, ``notes`` follow."""

    header: Sequence[Cells]
    rows: Sequence[Cells]
    widths: ColumnWidths
    notes: Sequence[Printable] = ()

    @classmethod
    def of(
        cls, header: Sequence[Cells], rows: Sequence[Cells], millimetres: Sequence[int | None]
    ) -> MeasuredTable:
        """Measure a table whose columns have the widths given in millimetres, or None."""
        given = {
            place: round(width * DXA_PER_MM) for place, width in enumerate(millimetres) if width is not None
        }
        return cls(header=header, rows=rows, widths=measure([*header, *rows], len(millimetres), given))

    def view(self, total: int) -> dict[str, Any]:
        """The table as a template sees it, ``total`` twentieths of a point wide; cells get their widths."""
        widths = self.widths.fit(total)
        for row in (*self.header, *self.rows):
            fit(row, widths)
        return {
            "вид": "таблица",
            "ширины": list(widths),
            "шапка": self.header,
            "строки": self.rows,
            "примечания": self.notes,
        }


class Columns(NamedTuple):
    """The columns of one table, in order, with the years behind the column of years.

    Attributes:
        columns: Columns to print.
        years: Years to print; empty when no column stands for them.
        titles: Usual heads by key.
        path: Path of the table.
    """

    columns: tuple[Column, ...]
    years: tuple[int, ...]
    titles: Mapping[str, str]
    path: Path

    @property
    def millimetres(self) -> list[int | None]:
        """Widths given by the author, a year a column."""
        return [
            column.width for column in self.columns for _ in (self.years if column.key == YEARS else (None,))
        ]

    def table(self, rows: Sequence[Cells], renderer: TextRenderer) -> MeasuredTable:
        """The table of these columns with ``rows`` under their heads."""
        millimetres = self.millimetres
        header = [cells(row) for row in lay(self.header(renderer), len(millimetres))]
        return MeasuredTable.of(header, rows, millimetres)

    def header(self, renderer: TextRenderer) -> list[list[Box]]:
        """Header rows: one, or two when a merged heading stands over the years."""
        heads = {
            column.key: column.title or self.titles.get(column.key, column.key) for column in self.columns
        }
        deep = 2 if self.years and heads.get(YEARS) else 1
        top: list[Box] = []
        for place, column in enumerate(self.columns, 1):
            if column.key == YEARS and deep == 1:
                top.extend(self._year_heads(renderer))
                continue
            where = (*self.path, "графы", place, "заголовок")
            head = renderer.text(heads[column.key], where, opens_sentence=True)
            if column.key == YEARS:
                top.append(Box(paragraphs=(head,), style=HEADER, columns=len(self.years)))
            else:
                top.append(Box(paragraphs=(head,), style=HEADER, rows=deep))
        return [top, self._year_heads(renderer)] if deep > 1 else [top]

    def _year_heads(self, renderer: TextRenderer) -> list[Box]:
        word = renderer.profile.year_heads
        behind = "" if word is YearHead.ABSENT else f"\u00a0{word.value}"
        return [Box(paragraphs=(f"{year}{behind}",), style=HEADER) for year in self.years]


def choose_columns(  # noqa: PLR0913 (all are facts of one table)
    given: Sequence[Column],
    filled: Iterable[str],
    years: Iterable[int],
    titles: Mapping[str, str],
    path: Path,
    renderer: TextRenderer,
) -> Columns:
    """Choose the columns to print: those given, else the usual ones that have data.

    A column that nobody knows is an error; values without a column are reported,
    since they would be lost in silence.
    """
    filled = set(filled)
    chosen = tuple(given) or tuple(
        Column(key=key)
        for key in (*(key for key in titles if key in filled), *sorted(filled - titles.keys()))
    )
    for place, column in enumerate(given, 1):
        if column.key not in titles and column.key not in filled and not column.title:
            renderer.report(_unknown(column.key, titles, (*path, "графы", place)))
    for key in sorted(filled - {column.key for column in chosen} - {NUMBER}):
        renderer.report(_missing(key, (*path, "графы")))
    has_years = any(column.key == YEARS for column in chosen)
    columns = Columns(columns=chosen, years=tuple(years) if has_years else (), titles=titles, path=path)
    if not columns.millimetres:
        renderer.report(no_columns(path))
    return columns


def _unknown(key: str, titles: Mapping[str, str], path: Path) -> Finding:
    return COLUMN_UNKNOWN.finding(
        f"графа «{key}» не известна, и ни в одной строке её нет",
        f"известны: {', '.join(titles)}; своей графе дайте заголовок",
        path,
    )


def _missing(key: str, path: Path) -> Finding:
    return COLUMN_MISSING.finding(
        f"значения «{key}» не напечатаны: такой графы в таблице нет",
        f"добавьте «{key}» в графы или уберите значения",
        path,
    )


def no_columns(path: Path) -> Finding:
    """A table without any column, of which nothing would be printed."""
    return TABLE_SHAPE.finding(
        "в таблице нет ни одной графы",
        "назовите графы; графе «годы» нужны годы или значения по годам",
        path,
    )


def year_without_column(year: int, path: Path) -> Finding:
    """A value of a year that has no column."""
    return YEAR_WITHOUT_COLUMN.finding(
        f"значение за {year} год не напечатано: такой графы в таблице нет",
        "добавьте год в «годы» таблицы или уберите значение",
        path,
    )


class ColumnContent(NamedTuple):
    """What one column prints of a row; found once for a table, because a table has many rows.

    Attributes:
        texts: Gives the texts of a row by its number and what it is made of, each a paragraph; maybe none.
        steps: Path from the row to its texts.
        mark: What stands after each text but the last.
        style: Style of the paragraphs; figures and dates stand in the middle.
        is_sentence: Whether a cell begins with a capital where no other cell of the column tells.
    """

    texts: Callable[[str, Any], tuple[str, ...]]
    steps: Path
    mark: str
    style: str
    is_sentence: bool

    @classmethod
    def of(cls, key: str, texts: Callable[[str, Any], tuple[str, ...]], steps: Path, mark: str = "") -> Self:
        """What the column ``key`` prints."""
        style = CENTRED if key in CENTRED_COLUMNS else CELL
        return cls(texts, steps, mark, style, key in _SENTENCE_COLUMNS)

    def opens_sentence(self, texts: tuple[str, ...], sources: Iterable[object]) -> bool:
        """Whether a cell that a reference opens begins with a capital, as those of the other rows do."""
        if not texts or not opens_with_reference(texts[0]):
            return False
        others = (text for source in sources for text in self.texts("", source)[:1])
        like_others = begin_with_capital(tuple(others))
        return self.is_sentence if like_others is None else like_others


NUMBERS: Final = ColumnContent.of(NUMBER, lambda number, _: (number,), ())


def column_contents(
    columns: Columns,
    fields: Mapping[str, ColumnContent],
    of_year: Callable[[int], ColumnContent],
    of_other: Callable[[str], ColumnContent],
) -> Iterator[ColumnContent]:
    """What each column prints: the number of the row, a field of it, a year, something else of it."""
    for column in columns.columns:
        if column.key == YEARS:
            yield from map(of_year, columns.years)
        elif column.key == NUMBER:
            yield NUMBERS
        else:
            yield fields.get(column.key) or of_other(column.key)


def row_of(  # noqa: PLR0913 (all are facts of one row)
    contents: Sequence[ColumnContent],
    number: str,
    source: object,
    sources: Sequence[object],
    path: Path,
    renderer: TextRenderer,
) -> Cells:
    """The cells of one row, which is made of ``source``, one of ``sources``, and stands at ``path``."""
    row = []
    for content in contents:
        texts = content.texts(number, source)
        paragraphs = plain_paragraphs(texts, content.mark) or renderer.paragraphs(
            texts,
            content.mark,
            (*path, *content.steps),
            opens_sentence=content.opens_sentence(texts, sources),
        )
        row.append(cell(paragraphs, content.style))
    return row
