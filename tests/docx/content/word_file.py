"""Small Word files from XML, for the tests of what a file says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content, ContentBlock, Paragraph, RemarkKind, Table
from prikaz.docx.wml.names import R, W
from prikaz.opc.archive import deflated, write_archive

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{_WML}.document.main+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:unknown="urn:example:unknown"'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "settings": "settings",
}


def word_file(
    body: str, more: Mapping[str, bytes] | None = None, /, main_type: str = MAIN_TYPE, **parts: str
) -> bytes:
    """A Word file whose body is ``body``.

    Args:
        body: XML of the body.
        more: Other parts, by their whole names.
        main_type: Content type of the main part.
        parts: XML of what stands in styles, numbering, footnotes, comments and settings; of headers and
            footers, whose names are their ids: ``header1="<w:p/>"``.
    """
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    relations, types = "", f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    for name, xml in parts.items():
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind))
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{xml}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WML}.{kind}+xml"/>'
    for name in more or {}:
        kind = "image" if "media" in name else "package"
        target = name.removeprefix("word/")
        relations += f'<Relationship Id="{target}" Type="{R}/{kind}" Target="{target}"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    every = {name: xml.encode() for name, xml in files.items()} | dict(more or {})
    return write_archive([deflated(name, data) for name, data in every.items()])


def content(body: str, **parts: str) -> Content:
    """What a file with this body says."""
    return read_content(word_file(body, None, MAIN_TYPE, **parts))


def blocks(body: str, **parts: str) -> tuple[ContentBlock, ...]:
    """Blocks of a file with one section."""
    (section,) = content(body, **parts).sections
    return section.blocks


def only_paragraphs(found: Iterable[ContentBlock]) -> list[Paragraph]:
    """Blocks, each of which is a paragraph."""
    read: list[Paragraph] = []
    for block in found:
        assert isinstance(block, Paragraph)
        read.append(block)
    return read


def texts(found: Iterable[ContentBlock]) -> list[str]:
    """Texts of blocks, each of which is a paragraph."""
    return [each.text for each in only_paragraphs(found)]


def paragraphs(body: str, **parts: str) -> list[Paragraph]:
    """Paragraphs of a file that has nothing else."""
    return only_paragraphs(blocks(body, **parts))


def first_paragraph(found: Content) -> Paragraph:
    """The first paragraph of what a file says."""
    return only_paragraphs(found.sections[0].blocks)[0]


def paragraph(body: str, **parts: str) -> Paragraph:
    """The only paragraph of a file."""
    (only,) = paragraphs(body, **parts)
    return only


def table(body: str, **parts: str) -> Table:
    """The first table of a file."""
    return next(block for block in blocks(body, **parts) if isinstance(block, Table))


def p(text: str, properties: str = "") -> str:
    """XML of a paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """XML of a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def boxed(inside: str) -> str:
    """XML of an empty paragraph with a text box."""
    box = f"<v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox>"
    return f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>"


def remarks(found: Content, kind: RemarkKind) -> list[str]:
    """Words of the remarks of a kind."""
    return [remark.text for remark in found.remarks if remark.kind is kind]


def walk(found: tuple[ContentBlock, ...]) -> Iterator[Paragraph]:
    """All paragraphs of blocks, those of cells too."""
    for block in found:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in (cell for row in block.rows for cell in row):
                yield from walk(cell.blocks)
