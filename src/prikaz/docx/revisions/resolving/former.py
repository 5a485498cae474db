"""Recorded changes of looks: kept, or what was before put back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from prikaz.docx.revisions.source.names import COMING, GOING
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

#: What a recorded change of looks does not speak of, by its name: it stays whatever becomes of the change.
_UNTOUCHED: Final[dict[str, frozenset[str]]] = {
    w("rPrChange"): COMING | GOING,
    w("pPrChange"): frozenset(map(w, ("rPr", "sectPr"))),
    w("sectPrChange"): frozenset(map(w, ("headerReference", "footerReference"))),
    w("trPrChange"): frozenset(map(w, ("ins", "del"))),
    w("tcPrChange"): frozenset(map(w, ("cellIns", "cellDel", "cellMerge"))),
    **{w(name): frozenset() for name in ("tblPrChange", "tblPrExChange", "tblGridChange", "numberingChange")},
}
CHANGES: Final = tuple(_UNTOUCHED)
#: What of it stands before all else, and what behind.
_FIRST: Final = frozenset(map(w, ("headerReference", "footerReference", "ins", "del", "moveFrom", "moveTo")))


def resolve_looks(change: etree._Element, *, keep: bool) -> None:
    """Accept or reject a recorded change of looks.

    Args:
        change: The w:rPrChange, w:pPrChange and so on.
        keep: Whether what is now stays; else what was before comes back.
    """
    owner = change.getparent()
    if owner is None:
        return
    owner.remove(change)
    former = next(iter(change), None)
    if keep or former is None:
        return
    stays = _stays(change.tag, owner)
    for child in [child for child in owner if not stays(child)]:
        owner.remove(child)
    place = sum(1 for child in owner if child.tag in _FIRST and owner.tag != _ROW_PROPERTIES)
    for child in [child for child in former if not stays(child)]:
        owner.insert(place, child)
        place += 1


_ROW_PROPERTIES: Final = w("trPr")


def _stays(name: str, owner: etree._Element) -> Callable[[etree._Element], bool]:
    untouched = _UNTOUCHED[name]
    others = frozenset(CHANGES) if owner.tag != w("tblGrid") else frozenset[str]()
    return lambda child: child.tag in untouched or child.tag in others
