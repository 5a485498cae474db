"""The number before a paragraph is the one that Word prints."""

from __future__ import annotations

import pytest

from prikaz.docx.content.elements import Footnote
from tests.docx.content.word_file import only_paragraphs, p, paragraph, paragraphs


def level(place: int, kind: str = "decimal", text: str = "", more: str = "", start: int | str = 1) -> str:
    text = text or "".join(f"%{number + 1}." for number in range(place + 1))
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(*levels: str, name: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def number(name: int, abstract: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def item(name: int | None = 1, place: int | None = 0, text: str = "Пункт", more: str = "") -> str:
    inside = "" if place is None else f'<w:ilvl w:val="{place}"/>'
    inside += "" if name is None else f'<w:numId w:val="{name}"/>'
    return p(text, f"{more}<w:numPr>{inside}</w:numPr>")


def printed(body: str, **parts: str) -> list[str]:
    return [each.number.text if each.number else "" for each in paragraphs(body, **parts)]


THREE = definition(level(0), level(1), level(2)) + number(1)


def test_a_list_of_several_levels_counts_each_below_the_one_above() -> None:
    body = "".join(item(place=place) for place in (0, 1, 1, 2, 0, 1))
    assert printed(body, numbering=THREE) == ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]


def test_a_number_knows_its_level_list_format_and_value() -> None:
    read = paragraph(
        item(place=1), numbering=definition(level(0), level(1, "russianLower", "%2)"), name=7) + number(1, 7)
    )
    assert read.number is not None
    assert tuple(read.number) == ("а)", 1, 7, "russianLower", 1)


def test_the_lower_level_that_comes_first_begins_the_upper_one() -> None:
    assert printed(item(place=1) + item(place=1) + item(), numbering=THREE) == ["1.1.", "1.2.", "2."]


def test_paragraphs_between_do_not_stop_a_list() -> None:
    assert printed(item() + p("текст") + item(), numbering=THREE) == ["1.", "", "2."]


def test_two_lists_of_one_definition_count_together() -> None:
    assert printed(item(1) + item(2) + item(1), numbering=THREE + number(2)) == ["1.", "2.", "3."]


def test_two_lists_of_two_definitions_count_apart() -> None:
    numbering = THREE + definition(level(0), name=1) + number(2, 1)
    assert printed(item(1) + item(2) + item(1), numbering=numbering) == ["1.", "1.", "2."]


def test_a_list_that_starts_anew_starts_once() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = item(1) + item(1) + item(2) + item(2)
    assert printed(body, numbering=THREE + number(2, 0, anew)) == ["1.", "2.", "1.", "2."]
    assert printed(body, numbering=THREE + number(2, 0, anew.replace('val="1"', 'val="5"')))[2:] == [
        "5.",
        "6.",
    ]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    assert printed(item(2), numbering=THREE + number(2, 0, own)) == ["I)"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", ["1.", "1.1.", "1.1.1.", "1.2.", "1.2.1."]), ("0", ["1.", "1.1.", "1.1.1.", "1.2.", "1.2.2."])],
)
def test_a_level_starts_anew_after_a_higher_one_unless_it_never_does(
    restart: str, expected: list[str]
) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    numbering = definition(level(0), level(1), level(2, more=more)) + number(1)
    assert printed("".join(item(place=place) for place in (0, 1, 2, 1, 2)), numbering=numbering) == expected


def test_a_level_may_start_anew_only_after_the_first() -> None:
    numbering = definition(level(0), level(1), level(2, more='<w:lvlRestart w:val="1"/>')) + number(1)
    body = "".join(item(place=place) for place in (0, 1, 2, 1, 2, 0, 1, 2))
    assert printed(body, numbering=numbering)[4::3] == ["1.2.2.", "2.1.1."]


def test_a_legal_level_prints_all_numbers_in_figures() -> None:
    legal = level(1, more="<w:isLgl/>")
    assert printed(
        item() + item(place=1), numbering=definition(level(0, "upperRoman"), legal) + number(1)
    ) == [
        "I.",
        "1.1.",
    ]
    assert printed(item(place=1), numbering=definition(level(0, "upperRoman"), level(1)) + number(1)) == [
        "I.1."
    ]


@pytest.mark.parametrize(
    ("kind", "start", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 2, "b"),
        ("russianLower", 7, "ж"),
        ("russianLower", 10, "к"),
        ("russianLower", 29, "я"),
        ("russianLower", 30, "аа"),
        ("russianUpper", 1, "А"),
        ("ordinal", 3, "3-й"),
        ("decimal", 0, "0"),
        ("chineseCounting", 3, "3"),
        ("upperRoman", 999_999_999, "999999999"),
        ("lowerLetter", 999_999_999, "999999999"),
    ],
)
def test_formats(kind: str, start: int, expected: str) -> None:
    assert printed(item(), numbering=definition(level(0, kind, "%1", start=start)) + number(1)) == [expected]


def test_a_format_that_only_new_word_knows_is_read() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    one = f'<w:lvl w:ilvl="0"><w:start w:val="5"/>{custom}<w:lvlText w:val="%1"/></w:lvl>'
    assert printed(item(), numbering=definition(one) + number(1)) == ["005"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf02d", "Symbol", "–"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0ee", "Wingdings", "•"),
        ("o", "Courier New", "o"),
        ("-", "", "-"),
        ("–", "Times New Roman", "–"),
    ],
)
def test_a_bullet_is_what_the_page_shows(text: str, font: str, expected: str) -> None:
    one = level(0, "bullet", text).replace("</w:lvl>", f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>')
    read = paragraph(item(), numbering=definition(one) + number(1))
    assert read.number is not None
    assert (read.number.text, read.number.value) == (expected, 0)


def test_a_level_that_prints_nothing_gives_no_number() -> None:
    one = '<w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>'
    assert printed(item(), numbering=definition(one) + number(1)) == [""]


@pytest.mark.parametrize("name", [0, 99])
def test_the_list_zero_and_a_list_that_is_not_there_print_nothing(name: int) -> None:
    assert printed(item(name), numbering=THREE) == [""]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Пункт"><w:name w:val="Пункт"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Подпункт"><w:name w:val="Подпункт"/>'
    '<w:basedOn w:val="Пункт"/></w:style>'
)
BOUND = definition(
    level(0, more='<w:pStyle w:val="Пункт"/>'), level(1, more='<w:pStyle w:val="Подпункт"/>')
) + number(1)


def test_a_style_puts_its_paragraphs_into_a_list_at_its_level() -> None:
    body = p("а", '<w:pStyle w:val="Пункт"/>') + p("б", '<w:pStyle w:val="Подпункт"/>')
    assert printed(body, numbering=BOUND, styles=STYLES) == ["1.", "1.1."]


def test_a_paragraph_leaves_the_list_of_its_style() -> None:
    body = p("а", '<w:pStyle w:val="Пункт"/>') + item(0, 0, "б", '<w:pStyle w:val="Пункт"/>')
    assert printed(body, numbering=BOUND, styles=STYLES) == ["1.", ""]


def test_a_paragraph_may_stand_at_another_level_of_the_list_of_its_style() -> None:
    body = item(None, 1, "а", '<w:pStyle w:val="Пункт"/>')
    assert printed(body, numbering=BOUND, styles=STYLES) == ["1.1."]


def test_a_definition_may_be_that_of_a_style_of_lists() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Список"><w:name w:val="Список"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        definition(name=0, more='<w:numStyleLink w:val="Список"/>')
        + definition(level(0, "upperLetter"), name=1, more='<w:styleLink w:val="Список"/>')
        + number(1, 0)
        + number(2, 1)
    )
    assert printed(item(1) + item(2), numbering=numbering, styles=styles) == ["A.", "B."]


def test_links_of_lists_in_a_circle_print_nothing() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Список"><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    numbering = definition(name=0, more='<w:numStyleLink w:val="Список"/>') + number(1, 0)
    assert printed(item(1), numbering=numbering, styles=styles) == [""]


@pytest.mark.parametrize("place", [99, -5])
def test_a_level_out_of_bounds_is_the_nearest(place: int) -> None:
    numbering = definition(level(0), level(8, text="%9.")) + number(1)
    assert printed(item(place=place), numbering=numbering) == ["1."]


def test_a_deleted_paragraph_is_not_counted() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>'
        '<w:del w:author="Белов"/></w:rPr></w:pPr><w:del w:author="Белов"><w:r><w:delText>а</w:delText></w:r>'
        "</w:del></w:p>"
    )
    assert printed(item() + gone + item(), numbering=THREE) == ["1.", "2."]


def test_text_boxes_and_footnotes_count_lists_of_their_own() -> None:
    inside = f"<v:textbox><w:txbxContent>{item()}</w:txbxContent></v:textbox>"
    box = f"<w:p><w:r><w:pict>{inside}</w:pict></w:r></w:p>"
    note = f'<w:footnote w:id="2">{item()}</w:footnote>'
    mark = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body = item() + box + mark + item()
    first, boxed, noted, last = paragraphs(body, numbering=THREE, footnotes=note)
    assert [each.number and each.number.text for each in (first, last)] == ["1.", "2."]
    (within,) = only_paragraphs(boxed.boxes[0])
    (reference,) = noted.objects
    assert isinstance(reference, Footnote)
    below = reference.paragraphs[0]
    assert [each.number and each.number.text for each in (within, below)] == ["1.", "1."]


def test_the_number_is_no_part_of_the_text() -> None:
    read = paragraph(item(text="Назначить"), numbering=THREE)
    assert read.text == "Назначить"


def test_a_long_text_of_a_level_is_cut() -> None:
    read = paragraph(item(), numbering=definition(level(0, text="%1" * 5_000)) + number(1))
    assert read.number is not None
    assert len(read.number.text) < 200


def test_a_list_gives_indents_that_the_paragraph_may_change() -> None:
    one = level(0).replace("</w:lvl>", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>')
    numbering = definition(one) + number(1)
    plain = paragraph(item(), numbering=numbering)
    assert (plain.indent, plain.first_line) == (720, -360)
    nearer = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0"/>'
    own = paragraph(p("а", nearer), numbering=numbering)
    assert (own.indent, own.first_line) == (0, -360)
