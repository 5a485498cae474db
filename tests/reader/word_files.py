"""The messy set: Word files as clerks make them, packed from the XML that lies in the folder ``messy``.

A case is ``NN-name.xml``: the body of its document, or the whole document where its root is not what Word
writes; beside it stand the parts that are not the common ones (``NN-name.numbering.xml``, ``….header1.xml``;
``….rels.xml`` holds the relationships that the XML names) and the order that a careful person would type
(``NN-name.yaml``). Cases ``held-…`` are kept aside: rules are tried on them only when they are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from prikaz.opc.packing import pack

FOLDER: Final = Path(__file__).parent / "messy"
#: Parts that every file of Word has, unless the case has its own.
_COMMON: Final = ("styles", "settings", "app")
_HELD: Final = "held-"

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES: Final = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": f"{_OFFICE}/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
#: White space of the layout of our files: Word writes a part in one line.
_LAYOUT: Final = re.compile(r"(?<=>)[ ]*\n\s*(?=<)")
_ORDINAL: Final = re.compile(r"\d+$")


def names(*, held: bool = False) -> list[str]:
    """Names of the cases, by number."""
    found = (path.stem for path in FOLDER.glob("*.yaml"))
    return sorted(name for name in found if name.startswith(_HELD) is held)


def expected(name: str) -> Path:
    """The data file that a careful person would type."""
    return FOLDER / f"{name}.yaml"


def parts(name: str) -> dict[str, bytes]:
    """The parts of a case as Word packs them; the same case gives the same bytes."""
    document = _document(_text(FOLDER / f"{name}.xml"))
    beside = dict(_beside(name))
    named = beside.pop("rels", "")
    made = {
        "[Content_Types].xml": _content_types(beside),
        "_rels/.rels": _package_relationships(document),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(beside, named, document),
    }
    made |= {_part_name(kind): xml for kind, xml in sorted(beside.items())}
    return {part: (_DECLARATION + xml).encode() for part, xml in made.items()}


def word_file(name: str) -> bytes:
    """The .docx of a case."""
    return pack(parts(name))


def _beside(name: str) -> Iterator[tuple[str, str]]:
    """The other parts by kind: the common ones, those of the case before them."""
    yield from ((kind, _text(FOLDER / "word" / f"{kind}.xml")) for kind in _COMMON)
    for path in sorted(FOLDER.glob(f"{name}.*.xml")):
        yield path.name.split(".")[-2], _text(path)


def _text(path: Path) -> str:
    return _LAYOUT.sub("", path.read_text(encoding="utf-8")).strip()


def _document(xml: str) -> str:
    if not xml.startswith("<w:body"):
        return xml
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return f'<w:document {declared} mc:Ignorable="w14 w15">{xml}</w:document>'


def _part_name(kind: str) -> str:
    return "docProps/app.xml" if kind == "app" else f"word/{kind}.xml"


def _content_types(beside: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{_part_name(kind)}" ContentType="{_content_type(kind)}"/>'
        for kind in ("document", *sorted(beside))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _content_type(kind: str) -> str:
    if kind == "app":
        return "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return f"{_WML}.{'document.main' if kind == 'document' else _ORDINAL.sub('', kind)}+xml"


def _package_relationships(document: str) -> str:
    types = _types_of(document)
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{types}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{types}/{_properties(types)}" Target="docProps/app.xml"/>'
        f"</Relationships>"
    )


def _relationships(beside: Mapping[str, str], named: str, document: str) -> str:
    """What the document is related to: parts that its XML names by id first, then the others."""
    own = named.removesuffix("</Relationships>").partition(">")[2]
    others = [kind for kind in sorted(beside) if kind != "app" and f'Target="{kind}.xml"' not in own]
    made = "".join(
        f'<Relationship Id="rId{place}" Type="{_types_of(document)}/{_ORDINAL.sub("", kind)}"'
        f' Target="{kind}.xml"/>'
        for place, kind in enumerate(others, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{own}{made}</Relationships>'


def _types_of(document: str) -> str:
    return f"{_STRICT}/relationships" if _STRICT in document else f"{_OFFICE}/relationships"


def _properties(types: str) -> str:
    return "extendedProperties" if types.startswith(_STRICT) else "extended-properties"
