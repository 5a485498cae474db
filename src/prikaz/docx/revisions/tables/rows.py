"""Rows of tables that come and go."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import CELL, PARAGRAPH, ROW, TABLE, VAL
from prikaz.docx.revisions.edits import SEPARATOR
from prikaz.docx.revisions.marking.going import delete_words
from prikaz.docx.revisions.marking.looks import Look
from prikaz.docx.revisions.marking.marks import has_changed_mark, put_mark
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.paragraphs.stretches import new_paragraph
from prikaz.docx.revisions.paragraphs.whole import of_controls, of_text, of_words
from prikaz.docx.revisions.source.grid import cells_going_on, goes_on, places, vertical_merge
from prikaz.docx.revisions.source.names import (
    CELL_CAME,
    CELL_MERGED,
    CELL_PROPERTIES,
    CELL_WENT,
    CHANGE_OF_CELL,
    CHANGE_OF_ROW,
    CONTAINERS,
    DELETED,
    ID,
    INSERTED,
    RANGES,
    ROW_PROPERTIES,
    VERTICAL_MERGE,
)
from prikaz.docx.wml.elements import properties, put_property
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_CELL_CHANGES: Final = frozenset({CELL_CAME, CELL_WENT, CELL_MERGED})
_EXCEPTIONS: Final = w("tblPrEx")
#: What a row or a cell says of itself and not of those like it.
_OWN_OF_ROW: Final = frozenset({w("tblHeader"), INSERTED, DELETED, CHANGE_OF_ROW})
_OWN_OF_CELL: Final = _CELL_CHANGES | {VERTICAL_MERGE, CHANGE_OF_CELL}
_RECORDED: Final = "вставка или удаление этой строки уже записаны: сначала примите или отклоните их"
_CELLS: Final = "в строке есть записанная вставка, удаление или слияние ячеек"
_NESTED: Final = "в строке стоит вложенная таблица"
_RANGE: Final = "в строке начинается или кончается закладка, примечание или разрешение, которое идёт и дальше"
_MERGED: Final = "в строке начинается объединённая ячейка, которая идёт и ниже"
_INSIDE_MERGED: Final = "новая строка попадает внутрь объединённой ячейки: своих слов у неё там быть не может"
_ONLY: Final = "таблица одна в элементе управления, и других строк в ней нет"


# What cannot be


def of_new_row(
    row: etree._Element, below: etree._Element | None, model: etree._Element, texts: Sequence[str]
) -> str:
    """Why no row like another one can come behind one; "" when it can."""
    if model is not row and cells_going_on(row, below):
        return _INSIDE_MERGED
    cells = list(model.iterchildren(CELL))
    if len(texts) != len(cells):
        return f"в строке ячеек {len(cells)}, а текстов {len(texts)}"
    if any(child.tag in _CELL_CHANGES for cell in cells for child in cell.iterfind(f"{CELL_PROPERTIES}/*")):
        return _CELLS
    merged = cells_going_on(row, below) if model is row else set()
    if any(text for cell, text in zip(cells, texts, strict=True) if cell in merged):
        return _INSIDE_MERGED
    return next(filter(None, map(of_text, texts)), "")


def of_going_row(row: etree._Element) -> str:
    """Why a row cannot go, whatever becomes of others; "" when it can."""
    if (
        row.find(f"{ROW_PROPERTIES}/{INSERTED}") is not None
        or row.find(f"{ROW_PROPERTIES}/{DELETED}") is not None
    ):
        return _RECORDED
    if next(row.iter(TABLE), None) is not None:
        return _NESTED
    if _is_half_of_range(row):
        return _RANGE
    paragraphs = list(row.iter(PARAGRAPH))
    return next(filter(None, (of_controls(each) or of_words(each) for each in paragraphs)), "")


def _is_half_of_range(row: etree._Element) -> bool:
    """Whether a range begins or ends in a row, and does not lie in it whole."""
    ends: dict[tuple[str, str], int] = {}
    for item in row.iter(*RANGES):
        kind = item.tag.removesuffix("Start").removesuffix("End")
        place = (kind, item.get(ID) or "")
        ends[place] = ends.get(place, 0) + (1 if item.tag.endswith("Start") else -1)
    return any(ends.values())


def of_going_rows(table: etree._Element, gone: set[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """Rows that cannot go because of what stays."""
    rows = list(table.iterchildren(ROW))
    for place, row in enumerate(rows):
        if row in gone and _is_needed_below(row, rows[place + 1 :], gone):
            yield row, _MERGED
    parent = table.getparent()
    is_alone = parent is not None and parent.tag not in CONTAINERS and len(parent) == 1
    if is_alone and rows and gone.issuperset(rows):
        yield rows[-1], _ONLY


def _is_needed_below(row: etree._Element, rows: Sequence[etree._Element], gone: set[etree._Element]) -> bool:
    """Whether a merge that begins in a row goes on in one that stays."""
    begun = {
        covered for cell, covered in places(row) if vertical_merge(cell) is not None and not goes_on(cell)
    }
    for below in rows:
        begun &= {covered for cell, covered in places(below) if goes_on(cell)}
        if not begun:
            return False
        if below not in gone:
            return True
    return False


def next_staying(row: etree._Element, gone: Container[etree._Element]) -> etree._Element | None:
    """The row after one, of those that stay."""
    return next((each for each in row.itersiblings(ROW) if each not in gone), None)


# Writing


def delete_row(row: etree._Element, pen: Pen) -> None:
    """Record that a row went."""
    for paragraph in row.iter(PARAGRAPH):
        delete_words(paragraph, pen)
        if not has_changed_mark(paragraph):
            put_mark(paragraph, DELETED, pen)
    _put_row_mark(row, DELETED, pen)


class NewRow(NamedTuple):
    """A row that comes.

    Attributes:
        model: The row it is made like.
        texts: Words of the cell that is made like each cell of that one.
    """

    model: etree._Element
    texts: Mapping[etree._Element, str]


def insert_rows(
    row: etree._Element,
    news: Sequence[NewRow],
    below: etree._Element | None,
    look: Callable[[etree._Element], Look],
    pen: Pen,
) -> None:
    """Put rows behind one.

    Args:
        row: The row.
        news: What comes.
        below: The row that stays below.
        look: How words of a cell look.
        pen: How changes are written.
    """
    merged = cells_going_on(row, below)
    for new in reversed(news):
        made = row.makeelement(ROW)
        made.extend(_properties_of_row(new.model))
        for cell in new.model.iterchildren(CELL):
            vertical = "continue" if cell in merged else ""
            made.append(made_cell(cell, look(cell), new.texts.get(cell, ""), vertical, pen))
        if not pen.accept:
            _put_row_mark(made, INSERTED, pen)
        made.tail, row.tail = row.tail, None
        row.addnext(made)


def _properties_of_row(row: etree._Element) -> Iterator[etree._Element]:
    for name, own in ((_EXCEPTIONS, frozenset({w("tblPrExChange")})), (ROW_PROPERTIES, _OWN_OF_ROW)):
        found = row.find(name)
        if found is not None:
            yield _without(found, own)


def made_cell(model: etree._Element, look: Look, text: str, vertical: str, pen: Pen) -> etree._Element:
    """Make a cell like another one.

    Args:
        model: The other one.
        look: How its words look.
        text: Words of the new one, its paragraphs separated.
        vertical: Its part in a merge downwards: "restart", "continue" or "".
        pen: How changes are written.
    """
    made = model.makeelement(CELL)
    said = model.find(CELL_PROPERTIES)
    if said is not None:
        made.append(_without(said, _OWN_OF_CELL))
    if vertical:
        put_property(properties(made), "vMerge").set(VAL, vertical)
    made.extend(new_paragraph(look, made, line, pen) for line in text.split(SEPARATOR))
    return made


def _without(found: etree._Element, names: frozenset[str]) -> etree._Element:
    made = deepcopy(found)
    made.tail = None
    for child in [child for child in made if child.tag in names]:
        made.remove(child)
    return made


def _put_row_mark(row: etree._Element, name: str, pen: Pen) -> None:
    """Record that a row came or went."""
    found = row_properties(row)
    change = found.find(CHANGE_OF_ROW)
    mark = pen.change(row, name)
    if change is None:
        found.append(mark)
    else:
        change.addprevious(mark)


def row_properties(row: etree._Element) -> etree._Element:
    """The w:trPr of a row; it is made when there is none."""
    found = row.find(ROW_PROPERTIES)
    if found is None:
        found = row.makeelement(ROW_PROPERTIES)
        row.insert(0 if row.find(_EXCEPTIONS) is None else 1, found)
    return found
