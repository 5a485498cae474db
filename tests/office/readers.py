"""Text of a document as two programs read it that know nothing of each other: python-docx and LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

import docx
from attrs import frozen
from docx.table import Table as DocxTable
from lxml import etree

Element: TypeAlias = etree._Element

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PARAGRAPHS: Final = {f"{_TEXT}p", f"{_TEXT}h"}
_NOT_TEXT: Final = {
    *(f"{_OFFICE}annotation", f"{_OFFICE}binary-data", f"{_SVG}title", f"{_SVG}desc"),
    *(f"{_TEXT}note", f"{_TEXT}tracked-changes"),
}


@frozen(kw_only=True)
class Read:
    """What a reader found, with single spaces between words.

    Attributes:
        paragraphs: Paragraphs outside tables that hold any text.
        tables: Tables, rows, cells; a merged cell once, where it begins.
    """

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]


def read_by_python_docx(document: Path) -> Read:
    """Read a .docx."""
    found = docx.Document(str(document))
    texts = (_words(paragraph.text) for paragraph in found.paragraphs)
    return Read(
        paragraphs=tuple(filter(None, texts)), tables=tuple(_docx_rows(table) for table in found.tables)
    )


def read_flat_odt(document: Path) -> Read:
    """Read what LibreOffice wrote of a .docx with ``convert(…, "fodt")``."""
    root = etree.parse(document).getroot()
    body = next(root.iter(f"{_OFFICE}text"))
    texts = (_words("".join(_pieces(paragraph))) for paragraph in _outside_tables(body))
    return Read(
        paragraphs=tuple(filter(None, texts)),
        tables=tuple(_odt_rows(table) for table in body.iter(f"{_TABLE}table")),
    )


def _docx_rows(table: DocxTable) -> tuple[tuple[str, ...], ...]:
    """Rows without the cells that a merge repeats: python-docx gives a merged cell once for each place."""
    met: set[object] = set()
    rows = []
    for row in table.rows:
        begun = {cell._tc: cell for cell in row.cells if cell._tc not in met}
        met.update(begun)
        rows.append(tuple(_words(cell.text) for cell in begun.values()))
    return tuple(rows)


def _odt_rows(table: Element) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            _words(" ".join("".join(_pieces(each)) for each in _paragraphs(cell)))
            for cell in row.iter(f"{_TABLE}table-cell")
        )
        for row in table.iter(f"{_TABLE}table-row")
    )


def _outside_tables(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _PARAGRAPHS:
            yield child
        elif child.tag != f"{_TABLE}table" and child.tag not in _NOT_TEXT:
            yield from _outside_tables(child)


def _paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell, but not those of its footnotes."""
    for child in cell:
        if child.tag in _PARAGRAPHS:
            yield child
        elif child.tag not in _NOT_TEXT:
            yield from _paragraphs(child)


def _pieces(element: Element) -> Iterator[str]:
    """Text in its order; tabs, spaces and line breaks are elements here."""
    if element.tag in {f"{_TEXT}tab", f"{_TEXT}s", f"{_TEXT}line-break"}:
        yield " "
    if element.tag not in _NOT_TEXT:
        yield element.text or ""
        for child in element:
            yield from _pieces(child)
            yield child.tail or ""


def _words(text: str) -> str:
    return " ".join(text.split())
