"""Tables as they were before pages cut them (склейка): rows in two halves, heads typed again, blank rows.

Only for tables that somebody typed; what our own writer printed was never cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.numbers.column_heads import is_numbering
from prikaz.language.words.spelling import LETTERS, SMALL
from prikaz.model.resolution.totals import is_total
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, lines_of, words
from prikaz.reader.tables.layout import BodyRow, Cells

#: So many of a hundred rows have to be numbered if a blank number is to mean something.
_MOST: Final = 60
#: A word that cannot be the last of a sentence.
_PREPOSITION: Final = re.compile(
    r"(?:^|[\s(«])(?:во?|ко?|со?|об?|обо|и|а|у|на|по|от|до|из|за|не|ни|для|при|под|над|без|или|через|между)$",
    re.IGNORECASE,
)
#: No row goes over more pages.
_MOST_PARTS: Final = 3
_SIGN_INSIDE: Final = re.compile(r"[,\-–—(«]$")
_GOES_ON_SMALL: Final = re.compile(rf"[«\"(]?[{SMALL}]")
_ENDS: Final = re.compile(r"[.!?;]$")
_NUMBERED: Final = re.compile(r"\d+(?:\.\d+)*[.)]?$")


class Mended(NamedTuple):
    """The rows of a table in one piece.

    Attributes:
        rows: The rows.
        heads: Rows of the head that were typed again, with their place in it, from 0.
        numbers: Rows of column numbers that were typed again.
        doubts: What was left out.
    """

    rows: list[BodyRow]
    heads: tuple[tuple[int, Cells], ...] = ()
    numbers: tuple[Cells, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def mend_rows(rows: Sequence[BodyRow], head: Sequence[BodyRow], number_row: Cells | None) -> Mended:
    """Join what pages cut, leave out what was typed again, and blank rows of a numbered table.

    Args:
        rows: The rows under the head.
        head: The rows of the head.
        number_row: The row of column numbers below it, if there is one.
    """
    first = 1 if len(head) > 1 and len(head[0].cells) == 1 else 0  # under a title over the whole width
    told = [row for row in head[first:] if any(not is_blank(cell) for cell in row.cells)]
    repeated = [_shape(row.cells) for row in told] if len(told) == len(head) - first else []
    numbers = _shape(number_row) if number_row else None
    is_numbered = bool(head) and _is_numbered(head[0].cells, rows)
    made: list[BodyRow] = []
    heads: list[tuple[int, Cells]] = []
    again: list[Cells] = []
    doubts: list[Doubt] = []
    place, is_behind_head = 0, False
    while place < len(rows):
        row = rows[place]
        if repeated and [_shape(each.cells) for each in rows[place : place + len(repeated)]] == repeated:
            heads += [(first + at, rows[place + at].cells) for at in range(len(repeated))]
            place, is_behind_head = place + len(repeated), True
            continue
        if numbers and _shape(row.cells) == numbers:
            again.append(row.cells)
            place, is_behind_head = place + 1, True
            continue
        if is_numbered and row.is_whole and all(is_blank(cell) for cell in row.cells):
            doubts.append(Doubt(SourceText(""), (), "пустая строка таблицы пропущена"))
        elif made and _goes_on(made[-1], row, is_numbered=is_numbered, is_behind_head=is_behind_head):
            made[-1] = _joined(made[-1], row)
        else:
            made.append(row)
        place, is_behind_head = place + 1, False
    if heads:
        reason = "шапка набрана ещё раз в середине таблицы, и её повторяет сама программа"
        doubts.append(Doubt(_text(heads[0][1]), ("графы",), reason))
    return Mended(made, tuple(heads), tuple(again), tuple(doubts))


def _shape(cells: Cells) -> tuple[tuple[str, int, int], ...]:
    """What the cells of a row say and cover, to be compared."""
    return tuple([(words(cell).lower(), cell.columns, cell.rows) for cell in cells])


def _text(cells: Cells) -> SourceText:
    return SourceText.join(" ", [paragraph for cell in cells for paragraph in cell.paragraphs if paragraph])


def _is_numbered(head: Cells, rows: Sequence[BodyRow]) -> bool:
    """Whether the first column numbers the rows, so that one without a number is odd."""
    if not head or head[0].columns > 1 or not is_numbering(words(head[0])):
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
    if above.parts >= _MOST_PARTS or is_total([*map(words, row.cells)]):
        return False
    pairs = [
        (words(one), words(other))
        for place, (one, other) in enumerate(zip(above.cells, row.cells, strict=True))
        if place not in row.copied
    ]
    told = [(one, other) for one, other in pairs if other]
    if not told or not all(one for one, _ in told):
        return False
    above_text, text = told[0]
    if is_numbered:
        return _is_open(above_text) or not (text[:1].isupper() or _ENDS.search(above_text))
    if not _GOES_ON_SMALL.match(text):
        return False
    return not _ENDS.search(above_text) if is_behind_head else bool(_PREPOSITION.search(above_text))


def _is_open(text: str) -> bool:
    """Whether a sentence is not at its end: a preposition, a comma, a quotation that is not closed."""
    if _PREPOSITION.search(text) or _SIGN_INSIDE.search(text):
        return True
    return text.count("«") > text.count("»") or text.count("(") > text.count(")")


def _joined(above: BodyRow, row: BodyRow) -> BodyRow:
    cells = tuple(
        one if place in row.copied or is_blank(other) else one._replace(paragraphs=_in_one(one, other))
        for place, (one, other) in enumerate(zip(above.cells, row.cells, strict=True))
    )
    text = _text(tuple(cell for place, cell in enumerate(row.cells) if place not in row.copied))
    joined = SourceText.join(" ", (above.joined, text)) if above.joined else text
    return above._replace(cells=cells, joined=joined, parts=above.parts + 1)


def _in_one(one: GridCell, other: GridCell) -> tuple[SourceText, ...]:
    """The paragraphs of two halves of a cell; what goes on does so in its line."""
    first, second = lines_of(one, exact=False), lines_of(other, exact=False)
    last, begin = first[-1], second[0]
    if begin.text[:1].isupper() and not _is_open(last.text):
        return (*first, *second)
    between = "" if re.search(rf"[{LETTERS}]-$", last.text) and _GOES_ON_SMALL.match(begin.text) else " "
    return (*first[:-1], SourceText.join(between, (last, begin)), *second[1:])
