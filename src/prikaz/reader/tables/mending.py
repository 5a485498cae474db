"""Tables as they were before pages cut them (склейка): rows in two halves, heads typed again, blank rows.

Only for tables that somebody typed; what our own writer printed was never cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.numbers.column_heads import is_numbering
from prikaz.language.words.spelling import CAPITALS, SMALL
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, lines_of, words
from prikaz.reader.tables.layout import BodyRow, Cells

#: So many of a hundred rows have to be numbered if a blank number is to mean something.
_MOST: Final = 60
#: A word that cannot be the last of a sentence, or a sign that cannot.
_GOES_ON: Final = re.compile(
    r"(?:[,\-–—:(«]|(?:^|[\s(«])(?:в|во|к|ко|с|со|о|об|обо|и|а|у|на|по|от|до|из|за|не|ни|для|при|под|над|без|или|через"
    r"|между|также|либо|том|числе))$",
    re.IGNORECASE,
)
_GOES_ON_SMALL: Final = re.compile(rf"[«\"(]?[{SMALL}]")
_ENDS: Final = re.compile(r"[.!?;]$")
_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*[.)]?$")


class Mended(NamedTuple):
    """The rows of a table in one piece.

    Attributes:
        rows: The rows.
        heads: Words of heads that were typed again, by their row of the head and place in it, from 0.
        numbers: Rows of column numbers that were typed again.
        doubts: What was left out; paths are those of the whole table.
    """

    rows: list[BodyRow]
    heads: tuple[tuple[int, Cells], ...] = ()
    numbers: tuple[Cells, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def mend_rows(
    rows: Sequence[BodyRow], head: Sequence[Cells], columns: int, number_row: Cells | None
) -> Mended:
    """Join what pages cut, leave out what was typed again, and blank rows of a numbered table."""
    again = {_said(cells): at for at, cells in enumerate(head)}
    numbers = _said(number_row) if number_row else None
    is_numbered = bool(head) and _is_numbered(head[0], rows)
    made: list[BodyRow] = []
    heads: list[tuple[int, Cells]] = []
    repeated: list[Cells] = []
    doubts: list[Doubt] = []
    is_behind_head = False
    for row in rows:
        said = _said(row.cells)
        if any(said) and said in again:
            heads.append((again[said], row.cells))
            is_behind_head = True
        elif numbers and said == numbers:
            repeated.append(row.cells)
            is_behind_head = True
        elif is_numbered and row.is_whole and not any(said):
            doubts.append(Doubt(SourceText(""), (), "пустая строка таблицы пропущена"))
        elif made and _goes_on(made[-1], row, is_numbered=is_numbered, is_behind_head=is_behind_head):
            made[-1] = _joined(made[-1], row)
            is_behind_head = False
        else:
            made.append(row)
            is_behind_head = False
    if heads:
        text = _text(heads[0][1])
        doubts.append(
            Doubt(text, ("графы",), "шапка набрана ещё раз в середине таблицы", "повторяет её сама программа")
        )
    return Mended(made, tuple(heads), tuple(repeated), tuple(doubts))


def _said(cells: Cells) -> tuple[str, ...]:
    """What the cells of a row say, to be compared."""
    return tuple([words(cell).lower() for cell in cells])


def _text(cells: Cells) -> SourceText:
    return SourceText.join(" ", [paragraph for cell in cells for paragraph in cell.paragraphs if paragraph])


def _is_numbered(head: Cells, rows: Sequence[BodyRow]) -> bool:
    """Whether the first column numbers the rows, so that one without a number is odd."""
    if not is_numbering(words(head[0])) or head[0].columns > 1:
        return False
    told = [row for row in rows if row.is_whole and any(not is_blank(cell) for cell in row.cells)]
    numbered = sum(_NUMBERED.match(words(row.cells[0])) is not None for row in told)
    return numbered * 100 >= len(told) * _MOST and numbered > 0


def _goes_on(above: BodyRow, row: BodyRow, *, is_numbered: bool, is_behind_head: bool) -> bool:
    """Whether a row is the rest of the one above: its sentence goes on, and nothing in it begins anew."""
    if not (above.is_whole and row.is_whole):
        return False
    if is_numbered and not (is_blank(row.cells[0]) and _NUMBERED.match(words(above.cells[0]))):
        return False
    pairs = [(words(one), words(other)) for one, other in zip(above.cells, row.cells, strict=True)]
    told = [(one, other) for one, other in pairs if other]
    if not told or not all(one for one, _ in told):
        return False
    first_above, first = told[0]
    if is_numbered:
        return _is_rest(first_above, first) or not first[:1].isupper()
    if len(told) == len(pairs) and not is_behind_head:
        return False
    return bool(_GOES_ON_SMALL.match(first)) and (
        _is_open(first_above) if not is_behind_head else not _ENDS.search(first_above)
    )


def _is_rest(above: str, text: str) -> bool:
    """Whether a text goes on with a sentence."""
    return _is_open(above) or (_GOES_ON_SMALL.match(text) is not None and not _ENDS.search(above))


def _is_open(text: str) -> bool:
    """Whether a sentence is not at its end: a preposition, a comma, a quotation that is not closed."""
    return (
        _GOES_ON.search(text) is not None
        or text.count("«") > text.count("»")
        or text.count("(") > text.count(")")
    )


def _joined(above: BodyRow, row: BodyRow) -> BodyRow:
    cells = tuple(
        one if is_blank(other) else one._replace(paragraphs=_in_one(one, other))
        for one, other in zip(above.cells, row.cells, strict=True)
    )
    text = _text(row.cells)
    return BodyRow(
        cells, is_whole=True, joined=SourceText.join(" ", (above.joined, text)) if above.joined else text
    )


def _in_one(one: GridCell, other: GridCell) -> tuple[SourceText, ...]:
    """The paragraphs of two halves of a cell; what goes on does so in its line."""
    first, second = lines_of(one, exact=False), lines_of(other, exact=False)
    last, begin = first[-1], second[0]
    if begin.text[:1].isupper() and not _is_open(last.text):
        return (*first, *second)
    return (*first[:-1], SourceText.join(_between(last.text, begin.text), (last, begin)), *second[1:])


def _between(last: str, begin: str) -> str:
    """What parts two halves: nothing behind a hyphen that stands in a word."""
    inside = re.search(rf"[{CAPITALS}{SMALL}]-$", last) and re.match(rf"[{SMALL}]", begin)
    return "" if inside else " "
