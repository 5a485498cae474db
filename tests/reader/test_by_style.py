"""Facts about files that the program has printed: their styles tell what each line is."""

from __future__ import annotations

import pytest

from prikaz.reader.labelling.by_style import label_by_style
from prikaz.reader.paper import Line, Paper, Role
from tests.docx.content.word_file import content, p

R = Role
ORDER = (
    ("Letterhead", "ОТДЕЛ ОБРАЗОВАНИЯ"),
    ("Kind", "ПРИКАЗ"),
    ("DateNumber", "16.03.2027\t№ 75"),
    ("Place", "г. Заречный"),
    ("Heading", "О слёте"),
    ("Preamble", "В целях подготовки"),
    ("OperativeWord", "ПРИКАЗЫВАЮ:"),
    ("Clause1", "Провести слёт."),
    ("ClauseParagraph", "Слёт проводится в парке."),
    ("OfficialSignature", "Заведующий отделом\tИ.Л. Белов"),
)


def styled(*lines: tuple[str, str], more: str = "", **parts: str) -> Paper | None:
    """The paper of a file with lines of these styles, and with ``more`` XML behind them."""
    body = "".join(p(text, f'<w:pStyle w:val="{style}"/>' if style else "") for style, text in lines)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style}"/></w:style>'
        for style in {style for style, _ in lines if style}
    )
    return label_by_style(content(body + more, styles=styles, **parts))


def roles(paper: Paper | None) -> list[tuple[Role, str]]:
    assert paper is not None
    return [(line.role, line.text.text) for line in paper.main.lines if isinstance(line, Line)]


def test_each_style_says_what_its_line_is() -> None:
    assert [role for role, _ in roles(styled(*ORDER))] == [
        R.LETTERHEAD,
        R.KIND,
        R.REGISTRATION,
        R.PLACE,
        R.HEADING,
        R.PREAMBLE,
        R.OPERATIVE,
        R.CLAUSE,
        R.CLAUSE,
        R.SIGNATURE,
    ]


def test_a_paragraph_that_somebody_put_in_is_a_paragraph() -> None:
    put_in = (*ORDER[:-1], ("", " Явка обязательна. "), ORDER[-1])
    assert (R.PARAGRAPH, "Явка обязательна.") in roles(styled(*put_in))


def test_a_paragraph_that_somebody_put_in_and_numbered_is_a_clause() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = p("Явка обязательна.", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    paper = styled(*ORDER, more=item, numbering=numbering)
    assert paper is not None
    last = paper.main.lines[-1]
    assert isinstance(last, Line)
    assert (last.role, last.number, last.text.text) == (R.CLAUSE, "1.", "Явка обязательна.")


@pytest.mark.parametrize(("others", "is_read"), [(2, True), (3, False)])
def test_a_file_mostly_of_other_styles_is_read_by_its_words(others: int, *, is_read: bool) -> None:
    assert (styled(*ORDER, *[("Normal1", "Явка обязательна.")] * others) is not None) is is_read


def test_a_file_with_none_of_the_styles_of_a_text_is_read_by_its_words() -> None:
    assert styled(("Heading", "О слёте"), ("Note", "Черновик")) is None


def test_lines_that_only_keep_apart_what_stands_around_them_are_left_out() -> None:
    assert roles(styled(*ORDER, ("AfterTable", ""), ("SectionEnd", ""))) == roles(styled(*ORDER))


def test_under_the_heading_of_a_plan_the_first_line_with_a_number_is_its_registration() -> None:
    plan = (("StandaloneKind", "ПЛАН"), ("StandaloneHeading", "работы музея"), ("AnnexText", "Работать."))
    found = roles(styled(*plan, ("Place", "от 16.03.2027 № 4"), ("Place", "хутор № 4")))
    assert found[-2:] == [(R.REGISTRATION, "от 16.03.2027 № 4"), (R.PLACE, "хутор № 4")]
    assert roles(styled(*plan, ("Place", "г. Заречный")))[-1][0] is R.PLACE


def test_a_place_with_a_number_stays_a_place_where_date_and_number_have_a_line() -> None:
    order = [(style, "хутор № 4" if style == "Place" else text) for style, text in ORDER]
    assert (R.PLACE, "хутор № 4") in roles(styled(*order))


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Верно", R.COPY_MARK),
        ("Проект вносит", R.INTRODUCED_BY),
        ("С приказом ознакомлена", R.ACKNOWLEDGEMENT),
    ],
)
def test_a_mark_under_the_signature_is_known_by_its_words(words: str, role: Role) -> None:
    marked = (*ORDER, ("MarkWords", words), ("MarkLine", "Методист\tС.В. Рогова"))
    assert [found for found, _ in roles(styled(*marked))[-2:]] == [role, role]


def test_a_seal_belongs_to_the_signature_or_to_the_copy_it_stands_under() -> None:
    assert roles(styled(*ORDER, ("Seal", "М.П.")))[-1][0] is R.SEAL
    copied = styled(*ORDER, ("MarkWords", "Верно"), ("Seal", "М.П."))
    assert roles(copied)[-1][0] is R.COPY_MARK
