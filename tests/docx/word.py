"""Small documents shaped as Word shapes them, for the tests of the engine."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from prikaz.docx import Template
from prikaz.docx.wml.package import Package

BODY = re.compile(r"<w:body>(.*)<w:sectPr.*</w:body>", re.DOTALL)


def document(*paragraphs: str) -> WordDocument:
    """A document with a paragraph for each string."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def body(xml: str) -> WordDocument:
    """A document whose body is ``xml``; the sheet is that of python-docx: 12240 wide, margins of 1800."""
    made = docx.Document()
    whole = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    for element in reversed(list(whole)):
        made.element.body.insert(0, element)
    return made


def paragraph(text: str, properties: str = "") -> str:
    """XML of a paragraph with one run."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...], width: int = 2000) -> str:
    """XML of a table of plain cells."""
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    lines = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl><w:p/>"


def _cell(text: str) -> str:
    properties = '<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vAlign w:val="top"/></w:tcPr>'
    return f"<w:tc>{properties}{paragraph(text)}</w:tc>"


def to_bytes(made: WordDocument) -> bytes:
    """The document as a file."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def template(made: WordDocument | str, filters: Mapping[str, Callable[..., Any]] | None = None) -> Template:
    """A template from a document, or from the text of its only paragraph."""
    source = document(made) if isinstance(made, str) else made
    return Template(to_bytes(source), name="приказ", filters=filters)


def printed(made: WordDocument | str, **values: object) -> str:
    """The paragraphs that a template prints, one a line."""
    return texts(template(made).render(values).to_bytes())


def reopened(data: bytes) -> Any:
    """A document read back by python-docx."""
    return docx.Document(io.BytesIO(data))


def texts(data: bytes) -> str:
    """Paragraphs of a document outside tables, one a line."""
    return "\n".join(item.text for item in reopened(data).paragraphs)


def cells(data: bytes) -> list[list[list[str]]]:
    """Texts of all cells: tables, rows, cells."""
    tables = reopened(data).tables
    return [[[cell.text for cell in row.cells] for row in item.rows] for item in tables]


def part(data: bytes, name: str = "word/document.xml") -> str:
    """XML of a part."""
    return Package.open(data).read(name).decode()


def body_of(data: bytes) -> str:
    """XML between the beginning of the body and the last section."""
    found = BODY.search(part(data))
    assert found
    return found[1]


def names_of(element: Iterable[Any]) -> list[str]:
    """Local names of the children of an element."""
    return [child.tag.rpartition("}")[2] for child in element]
