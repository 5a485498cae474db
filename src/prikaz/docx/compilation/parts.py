"""From a part of the package to source for Jinja: which parts, and in which order the work is done."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from prikaz.docx.compilation.blocks import check_blocks
from prikaz.docx.compilation.column_grids import mark_tables
from prikaz.docx.compilation.paragraphs import TagReader
from prikaz.docx.compilation.property_tags import PROPERTY_TAGS, PropertyTagConverter
from prikaz.docx.compilation.replacement import give_way
from prikaz.docx.compilation.required_paragraphs import holders_of, keep_paragraph
from prikaz.docx.compilation.source import PartSource
from prikaz.docx.compilation.tokens import TokenRegister
from prikaz.docx.compilation.unique_ids import make_unique
from prikaz.docx.rendering.limits import Measure
from prikaz.docx.wml.elements import unwrap
from prikaz.docx.wml.names import w
from prikaz.docx.wml.package import Package
from prikaz.errors import TemplateFault
from prikaz.opc.xml import parse

_STORIES = ("header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", "comments+xml")
_PROPERTIES = ("core-properties+xml", "extended-properties+xml", "custom-properties+xml")


@frozen(kw_only=True)
class PartReading:
    """What reading a part has given.

    Attributes:
        source: Source for Jinja; none for a part without tags.
        pages: XML of the pages of its sections: as they are, and on their side.
        faults: What is wrong with its tags.
        places: Locations where tags stand, in the order of the document.
    """

    source: PartSource | None = None
    pages: tuple[tuple[str, str], ...] = ()
    faults: tuple[TemplateFault, ...] = ()
    places: tuple[str, ...] = ()

    def in_order(self, faults: Iterable[TemplateFault]) -> list[TemplateFault]:
        """Sort faults by their places; what has no place comes last."""
        order = {place: number for number, place in enumerate(self.places)}
        return sorted(faults, key=lambda fault: order.get(fault.place, len(order)))


def printed_parts(package: Package) -> tuple[str, ...]:
    """Name the parts that may hold tags: the text first, then the stories round it, then the properties."""
    others = [name for ending in (*_STORIES, *_PROPERTIES) for name in package.of_type(ending)]
    return (package.main, *others)


def read_part(name: str, data: bytes, measure: Measure) -> PartReading:
    """Read the tags of a part; ``measure`` counts those of the whole template.

    Raises:
        TagError: There are too many tags.
    """
    root = parse(data, name)
    for smart in list(root.iter(w("smartTag"))):
        unwrap(smart)
    register = TokenRegister(name, measure)
    placed = TagReader(root, register).read()
    if not (register.tags or register.faults):
        return PartReading()
    check_blocks(placed, register)
    furnisher = PropertyTagConverter(register)
    mark_tables(placed, register)
    furnisher.furnish(placed, root)
    carried = [item for item in placed if item.shape.carrier and item.shape.word not in PROPERTY_TAGS]
    holders = holders_of(item.element for item in carried if item.shape.carrier == "p")
    for item in carried:
        give_way(item, register)
    for holder in holders:
        keep_paragraph(holder, register)
    make_unique(root, placed, register)
    source = register.source(root)
    return PartReading(
        source=source,
        pages=tuple(furnisher.pages),
        faults=tuple(register.faults),
        places=tuple(register.places),
    )
