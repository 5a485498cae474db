"""From a part of the package to source for Jinja: which parts, and the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from prikaz.docx.compilation.blocks import check_blocks
from prikaz.docx.compilation.column_grids import mark_tables
from prikaz.docx.compilation.limits import TagCounter
from prikaz.docx.compilation.paragraphs import TagReader
from prikaz.docx.compilation.property_tags import PropertyTagConverter
from prikaz.docx.compilation.replacement import replace_element
from prikaz.docx.compilation.required_paragraphs import containers_of, require_paragraph
from prikaz.docx.compilation.source import PartSource
from prikaz.docx.compilation.tags import PROPERTY_TAGS
from prikaz.docx.compilation.tokens import TokenRegister
from prikaz.docx.compilation.unique_ids import make_unique
from prikaz.docx.wml.elements import unwrap
from prikaz.docx.wml.names import w
from prikaz.docx.wml.package import Package
from prikaz.errors import TemplateFault
from prikaz.opc.xml import parse

_STORIES = ("header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", "comments+xml")
_PROPERTIES = ("core-properties+xml", "extended-properties+xml", "custom-properties+xml")


@frozen(kw_only=True)
class PartReading:
    """Result of reading a part.

    Attributes:
        source: Source for Jinja; None for a part without tags.
        pages: XML of the pages of its sections: as they are, and on their side.
        faults: What is wrong with its tags.
        places: Places where tags stand, in the order of the document.
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
    """Name the parts that may hold tags: the text, then headers, footers and notes, then the properties."""
    others = [name for ending in (*_STORIES, *_PROPERTIES) for name in package.of_type(ending)]
    return (package.main, *others)


def read_part(name: str, data: bytes, counter: TagCounter) -> PartReading:
    """Read the tags of a part; ``counter`` counts those of the whole template.

    Raises:
        TagError: There are too many tags.
    """
    root = parse(data, name)
    for smart in list(root.iter(w("smartTag"))):
        unwrap(smart)
    register = TokenRegister(name, counter)
    placed = TagReader(root, register).read()
    if not (register.tags or register.faults):
        return PartReading()
    check_blocks(placed, register)
    converter = PropertyTagConverter(register)
    mark_tables(placed, register)
    converter.convert(placed, root)
    replacing = [item for item in placed if item.shape.replaces and item.shape.word not in PROPERTY_TAGS]
    containers = containers_of(item.element for item in replacing if item.shape.replaces == "p")
    for item in replacing:
        replace_element(item, register)
    for container in containers:
        require_paragraph(container, register)
    make_unique(root, placed, register)
    source = register.source(root)
    return PartReading(
        source=source,
        pages=tuple(converter.pages),
        faults=tuple(register.faults),
        places=tuple(register.places),
    )
