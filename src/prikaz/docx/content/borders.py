"""Lines round the cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.formatting import Formatting
from prikaz.docx.content.names import VAL
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_SIDES: Final = {
    w("top"): "top",
    w("bottom"): "bottom",
    w("left"): "left",
    w("start"): "left",
    w("right"): "right",
    w("end"): "right",
    w("insideH"): "across",
    w("insideV"): "down",
}
_NO_LINE: Final = frozenset({"nil", "none", None})


class Lines(NamedTuple):
    """Which lines are drawn; None where nothing is said.

    Attributes:
        top: Above the table or the cell.
        bottom: Below it.
        left: On its left.
        right: On its right.
        across: Between rows.
        down: Between columns.
    """

    top: bool | None = None
    bottom: bool | None = None
    left: bool | None = None
    right: bool | None = None
    across: bool | None = None
    down: bool | None = None


def lines(borders: etree._Element | None) -> Lines:
    """Read ``w:tblBorders`` or ``w:tcBorders``."""
    found: dict[str, bool] = {}
    for child in () if borders is None else borders:
        if child.tag in _SIDES:
            found[_SIDES[child.tag]] = child.get(VAL) not in _NO_LINE
    return Lines(**found)


def overlaid(below: Lines, above: Lines) -> Lines:
    """What two places say together; the one above wins."""
    return Lines(*[old if new is None else new for old, new in zip(below, above, strict=True)])


def lines_of_style(formatting: Formatting, style: str) -> Lines:
    """Lines that a style of tables draws; one that draws some in a first row or column only, draws them."""
    found = Lines()
    for each in reversed(formatting.style(style).line):
        element = formatting.element(each)
        if element is None:
            continue
        found = overlaid(found, lines(element.find(f"{w('tblPr')}/{w('tblBorders')}")))
        for part in element.iterchildren(w("tblStylePr")):
            for name in ("tblPr/tblBorders", "tcPr/tcBorders"):
                drawn = lines(part.find("/".join(map(w, name.split("/")))))
                found = Lines(*[old or new for old, new in zip(found, drawn, strict=True)])
    return found


def is_bordered(table: Lines, cell: Lines, edges: tuple[bool, bool, bool, bool]) -> bool:
    """Whether a line is drawn on some side of a cell.

    Args:
        table: Lines of the table.
        cell: Lines of the cell itself.
        edges: Whether it stands at the top, the bottom, the left and the right of the table.
    """
    outer = (table.top, table.bottom, table.left, table.right)
    inner = (table.across, table.across, table.down, table.down)
    inherited = [out if edge else within for out, within, edge in zip(outer, inner, edges, strict=True)]
    return any(old if own is None else own for own, old in zip(cell[:4], inherited, strict=True))
