"""Formatting is effective: what defaults, styles, lists and the place itself say together."""

from __future__ import annotations

import pytest

from prikaz.docx.content.elements import RunFormat
from tests.docx.content.word_file import p, paragraph, r


def style(name: str, inside: str, based: str = "", kind: str = "paragraph", *, default: bool = False) -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    first = ' w:default="1"' if default else ""
    head = f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="имя {name}"/>'
    return f"{head}{base}{inside}</w:style>"


def run(inside: str, paragraph_style: str = "", styles: str = "") -> RunFormat:
    named = f'<w:pPr><w:pStyle w:val="{paragraph_style}"/></w:pPr>' if paragraph_style else ""
    return paragraph(f"<w:p>{named}{r('а', inside)}</w:p>", styles=styles).runs[0].format


BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:b/>", RunFormat(bold=True)),
        ('<w:b w:val="0"/>', RunFormat()),
        ('<w:b w:val="false"/><w:i w:val="on"/>', RunFormat(italic=True)),
        ("<w:caps/>", RunFormat(capitals=True)),
        ("<w:smallCaps/>", RunFormat()),
        ('<w:u w:val="single"/>', RunFormat(underlined=True)),
        ('<w:u w:val="none"/>', RunFormat()),
        ('<w:spacing w:val="60"/>', RunFormat(spacing=3.0)),
        ('<w:sz w:val="28"/>', RunFormat(size=14.0)),
        ('<w:sz w:val="14pt"/>', RunFormat(size=14.0)),
        ('<w:sz w:val="много"/>', RunFormat()),
        ('<w:vertAlign w:val="superscript"/>', RunFormat(position="super")),
        ('<w:vertAlign w:val="baseline"/>', RunFormat()),
        ("<w:vanish/>", RunFormat(hidden=True)),
    ],
)
def test_a_run_says_how_it_looks(inside: str, expected: RunFormat) -> None:
    assert run(inside) == expected


def test_a_run_looks_as_the_style_of_its_paragraph_says() -> None:
    styles = style("А", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>')
    assert run("", "А", styles) == RunFormat(bold=True, size=14.0)
    assert run('<w:b w:val="0"/>', "А", styles) == RunFormat(size=14.0)


def test_a_style_takes_from_the_one_it_is_based_on() -> None:
    styles = style("А", "<w:rPr><w:b/><w:i/></w:rPr>") + style("Б", '<w:rPr><w:i w:val="0"/></w:rPr>', "А")
    assert run("", "Б", styles) == RunFormat(bold=True)


def test_a_style_of_characters_and_one_of_paragraphs_switch_each_other_off() -> None:
    styles = style("А", BOLD) + style("Ж", BOLD, kind="character")
    assert run('<w:rStyle w:val="Ж"/>', "", styles).bold
    assert not run('<w:rStyle w:val="Ж"/>', "А", styles).bold
    assert run('<w:rStyle w:val="Ж"/><w:b/>', "А", styles).bold


def test_the_defaults_of_the_document_come_first() -> None:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    plain = style("О", "", default=True)
    read = paragraph(p("а"), styles=defaults + plain)
    assert (read.runs[0].format.size, read.alignment) == (11.0, "both")
    assert (read.style, read.style_id) == ("", "")


def test_the_default_style_is_that_of_paragraphs_that_name_none() -> None:
    styles = style("О", BOLD, default=True) + style("З", "")
    assert run("", "", styles).bold
    assert run("", "нет такого", styles).bold
    assert not run("", "З", styles).bold


def test_a_paragraph_tells_the_name_and_the_id_of_its_style() -> None:
    read = paragraph(p("а", '<w:pStyle w:val="А"/>'), styles=style("А", ""))
    assert (read.style, read.style_id) == ("имя А", "А")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("left", "left"),
        ("start", "left"),
        ("end", "right"),
        ("center", "center"),
        ("distribute", "both"),
        ("", "left"),
    ],
)
def test_alignments(said: str, expected: str) -> None:
    assert paragraph(p("а", f'<w:jc w:val="{said}"/>')).alignment == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('w:left="709"', (709, 0)),
        ('w:start="709"', (709, 0)),
        ('w:firstLine="709"', (0, 709)),
        ('w:left="720" w:hanging="360"', (720, -360)),
        ('w:left="-540" w:firstLine="100" w:hanging="20"', (-540, -20)),
        ('w:left="1.25cm"', (709, 0)),
        ('w:left="много"', (0, 0)),
        ('w:left="999999999"', (1_000_000, 0)),
    ],
)
def test_indents(said: str, expected: tuple[int, int]) -> None:
    read = paragraph(p("а", f"<w:ind {said}/>"))
    assert (read.indent, read.first_line) == expected


def test_an_indent_of_the_first_line_leaves_the_left_one_of_the_style() -> None:
    styles = style("А", '<w:pPr><w:ind w:left="500" w:firstLine="100"/></w:pPr>')
    read = paragraph(p("а", '<w:pStyle w:val="А"/><w:ind w:firstLine="0"/>'), styles=styles)
    assert (read.indent, read.first_line) == (500, 0)


@pytest.mark.parametrize(
    ("said", "expected"), [("0", 0), ("8", 8), ("9", None), ("-1", None), ("много", None)]
)
def test_levels_of_headings(said: str, expected: int | None) -> None:
    assert paragraph(p("а", f'<w:outlineLvl w:val="{said}"/>')).outline_level == expected


def test_a_paragraph_may_begin_a_page() -> None:
    assert paragraph(p("а", "<w:pageBreakBefore/>")).page_break_before
    assert not paragraph(p("а", '<w:pageBreakBefore w:val="0"/>')).page_break_before


def test_styles_based_on_each_other_are_read() -> None:
    styles = style("А", BOLD, "Б") + style("Б", "<w:rPr><w:i/></w:rPr>", "А")
    assert run("", "А", styles).bold
    assert run("", "Б", styles).italic


def test_a_line_of_many_styles_is_read() -> None:
    styles = "".join(style(f"с{each}", BOLD if not each else "", f"с{each - 1}") for each in range(5_000))
    assert run("", "с4999", styles).bold
