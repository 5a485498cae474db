"""Nothing is lost: the characters of a file are those of its content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from prikaz.docx import Package
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content, ContentBlock, Footnote, Paragraph
from prikaz.docx.wml.names import w


def read(blocks: Iterable[ContentBlock]) -> Iterator[Paragraph]:
    """All paragraphs of blocks: those of cells, boxes and footnotes too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            notes = (each.paragraphs for each in block.objects if isinstance(each, Footnote))
            for inside in (*notes, *block.boxes):
                yield from read(inside)
        else:
            yield from (each for row in block.rows for cell in row for each in read(cell.blocks))


def everything(found: Content) -> Iterator[Paragraph]:
    """All paragraphs of a document."""
    return read(block for section in found.sections for block in (*section.blocks, *section.headers))


def typed(package: Package) -> str:
    """All text of a document without recorded changes and without boxes in two variants."""
    names = [name for name in package.entries if name.startswith("word/") and name.endswith(".xml")]
    roots = (etree.fromstring(package.read(name)) for name in names)
    return "".join(text.text or "" for root in roots for text in root.iter(w("t")))


def signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if not sign.isspace() and sign not in {"\ufffc", "\u00ad"})


@pytest.mark.gallery
def test_every_character_of_our_documents_is_read(document: Path) -> None:
    found = read_content(document)
    assert signs("".join(each.text for each in everything(found))) == signs(typed(Package.open(document)))
    assert not found.remarks


@pytest.mark.gallery
def test_every_character_stands_in_the_run_that_it_names(document: Path) -> None:
    package = Package.open(document)
    elements: dict[str, list[etree._Element]] = {}
    for each in everything(read_content(document)):
        if each.part not in elements:
            elements[each.part] = list(etree.fromstring(package.read(each.part)).iter(w("p")))
        runs = list(elements[each.part][each.index].iter(w("r")))
        assert "".join(each.text[run.start : run.end] for run in each.runs) == each.text
        for run in each.runs:
            words = "".join(text.text or "" for text in runs[run.ordinal].iterchildren(w("t")))
            assert signs(words) == signs(each.text[run.start : run.end])
