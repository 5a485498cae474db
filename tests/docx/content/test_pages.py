"""Facts about pages: Word leaves marks where it broke them, and a paragraph knows the page it begins on."""

from __future__ import annotations

from prikaz.docx.content import read_content
from tests.docx.content.word_file import word_file

BREAK = "<w:lastRenderedPageBreak/>"


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def text(words: str, mark: str = "") -> str:
    return f"{mark}<w:t>{words}</w:t>"


def test_a_paragraph_that_a_page_begins_with_stands_on_that_page() -> None:
    body = paragraph(text("один")) + paragraph(text("два", BREAK)) + paragraph(text("три"))
    assert read_content(word_file(body)).pages == (1, 2, 2)


def test_a_paragraph_that_a_page_cuts_in_two_begins_on_the_page_before() -> None:
    body = paragraph(text("один"), text("конец", BREAK)) + paragraph(text("два"))
    assert read_content(word_file(body)).pages == (1, 2)


def test_a_file_without_marks_says_nothing_of_pages() -> None:
    body = paragraph(text("один")) + paragraph('<w:br w:type="page"/>') + paragraph(text("два"))
    assert read_content(word_file(body)).pages == ()
