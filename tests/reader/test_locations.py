"""Facts about places: a clerk finds them by counting what is seen on the page."""

from __future__ import annotations

from prikaz.docx.content.elements import Content
from prikaz.reader.locations import Locations
from tests.docx.content.word_file import boxed, content, p, r

MAIN = "word/document.xml"


def cell(inside: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


def words(found: Content, part: str = MAIN) -> list[str]:
    """The places of the paragraphs of a part, in their order."""
    places = Locations.of(found, "приказ.docx").words
    return [places[key] for key in sorted(places) if key[0] == part]


def test_only_paragraphs_with_text_outside_tables_are_counted() -> None:
    body = p("а") + p("") + cell(p("б")) + p("в")
    assert words(content(body)) == ["абзац 1", "абзац 1", "таблица 1, строка 1, графа 1", "абзац 2"]


def test_a_text_box_is_a_place_and_one_in_a_cell_is_in_that_cell() -> None:
    inside = "таблица 1, строка 1, графа 1"
    assert words(content(boxed(p("а")) + p("б"))) == ["абзац 0", "надпись", "абзац 1"]
    assert words(content(cell(boxed(p("а"))))) == [inside, inside]


def test_footnotes_are_counted() -> None:
    notes = "".join(f'<w:footnote w:id="{name}">{p("а")}</w:footnote>' for name in (2, 3))
    marks = "".join(f'<w:r><w:footnoteReference w:id="{name}"/></w:r>' for name in (2, 3))
    found = content(f"<w:p>{r('а')}{marks}</w:p>", footnotes=notes)
    assert words(found, "word/footnotes.xml") == ["сноска 1", "сноска 2"]


def test_all_of_a_header_is_the_header_and_stands_on_no_page() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    second = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>б</w:t></w:r></w:p>"
    found = content(p("а") + second + section, header1=cell(p("в")))
    assert words(found, "word/header1.xml") == ["колонтитул"]
    places = Locations.of(found, "приказ.docx")
    assert places.of_paragraph(MAIN, 1).page == 2
    assert places.of_paragraph("word/header1.xml", 0).page is None
