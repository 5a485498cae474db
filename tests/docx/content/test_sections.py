"""A section is what lies on sheets of one kind, with the headers it shows."""

from __future__ import annotations

import pytest

from tests.docx.content.word_file import content, p, texts

PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="850"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:left="850" w:right="850"/>'


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def header(name: str, kind: str = "default", element: str = "header") -> str:
    return f'<w:{element}Reference w:type="{kind}" r:id="{name}"/>'


def shown(body: str, **parts: str) -> list[list[str]]:
    return [texts(each.headers) for each in content(body, **parts).sections]


def test_sections_of_two_kinds_of_sheets() -> None:
    body = p("а") + p("б", section(PORTRAIT)) + p("в") + section(LANDSCAPE)
    first, second = content(body).sections
    assert texts(first.blocks) == ["а", "б"]
    assert texts(second.blocks) == ["в"]
    assert (first.landscape, first.width) == (False, 9355)
    assert (second.landscape, second.width) == (True, 15138)


def test_a_sheet_that_is_wider_than_high_lies_on_its_side() -> None:
    (only,) = content(p("а") + section('<w:pgSz w:w="16838" w:h="11906"/>')).sections
    assert only.landscape


@pytest.mark.parametrize("body", ["", p("а"), section("")])
def test_there_is_one_section_at_least(body: str) -> None:
    (only,) = content(body).sections
    assert (only.landscape, only.width) == (False, 9026)


def test_a_document_may_end_with_its_last_section() -> None:
    assert len(content(p("а", section(PORTRAIT))).sections) == 1


def test_lengths_may_have_units() -> None:
    inside = '<w:pgSz w:w="210mm" w:h="297mm"/><w:pgMar w:left="3cm" w:right="0.5in"/>'
    (only,) = content(p("а") + section(inside)).sections
    assert (only.landscape, only.width) == (False, 11906 - 1701 - 720)


def test_margins_wider_than_the_sheet_leave_no_width() -> None:
    (only,) = content(
        p("а") + section('<w:pgSz w:w="100" w:h="200"/><w:pgMar w:left="900" w:right="900"/>')
    ).sections
    assert only.width == 0


def test_a_header_and_a_footer_stand_with_their_section() -> None:
    body = p("а") + section(header("header1") + header("footer1", element="footer"))
    assert shown(body, header1=p("шапка"), footer1=p("низ")) == [["шапка", "низ"]]
    (read, _) = content(body, header1=p("шапка"), footer1=p("низ")).sections[0].headers
    assert (read.part, read.index) == ("word/header1.xml", 0)


def test_a_header_that_goes_on_in_the_next_section_is_given_once() -> None:
    body = p("а", section(header("header1"))) + p("б") + section(header("header1"))
    assert shown(body, header1=p("шапка")) == [["шапка"], []]


@pytest.mark.parametrize(("title_page", "expected"), [("", []), ("<w:titlePg/>", ["первая"])])
def test_a_header_of_the_first_page_is_shown_where_the_section_says_so(
    title_page: str, expected: list[str]
) -> None:
    assert shown(p("а") + section(header("header1", "first") + title_page), header1=p("первая")) == [expected]


def test_a_header_of_the_first_page_may_be_shown_by_a_later_section() -> None:
    body = p("а", section(header("header1", "first"))) + p("б") + section("<w:titlePg/>")
    assert shown(body, header1=p("первая")) == [[], ["первая"]]


@pytest.mark.parametrize(("settings", "expected"), [("", []), ("<w:evenAndOddHeaders/>", ["чётная"])])
def test_a_header_of_even_pages_is_shown_where_the_settings_say_so(
    settings: str, expected: list[str]
) -> None:
    body = p("а") + section(header("header1", "even"))
    assert shown(body, header1=p("чётная"), settings=settings) == [expected]


def test_a_header_that_is_not_in_the_file_is_nothing() -> None:
    assert shown(p("а") + section(header("header7"))) == [[]]
