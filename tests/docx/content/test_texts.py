"""The text of a paragraph is what a reader of the page sees."""

from __future__ import annotations

import pytest

from prikaz.docx.content.elements import Footnote, OtherObject, RemarkKind
from tests.docx.content.word_file import (
    blocks,
    content,
    only_paragraphs,
    p,
    paragraph,
    paragraphs,
    r,
    remarks,
    texts,
)

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"
MIDDLE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def text(inside: str, **parts: str) -> str:
    return paragraph(f"<w:p>{inside}</w:p>", **parts).text


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>Приказ</w:t></w:r>", "Приказ"),
        ("<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r>", "а\tб"),
        ("<w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:cr/></w:r>", "а\nб\n"),
        ('<w:r><w:br w:type="page"/><w:t>б</w:t><w:br w:type="column"/></w:r>', "\fб\f"),
        ('<w:r><w:br w:type="textWrapping"/></w:r>', "\n"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>б</w:t></w:r>", "б"),
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>й</w:t></w:r>", "5\u2011й"),
        ("<w:r><w:t>пере</w:t><w:softHyphen/><w:t>нос, пере\u00adнос</w:t></w:r>", "перенос, перенос"),
        ('<w:r><w:ptab w:alignment="right"/><w:t>№ 5</w:t></w:r>', "\t№ 5"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="много"/><w:t>а</w:t></w:r>', "а"),
        ("<w:r><w:t>а\nб</w:t></w:r>", "а б"),
        ("<w:r><w:t>а\ufffcб</w:t></w:r>", "а\ufffdб"),
    ],
)
def test_what_stands_in_a_run_is_printed(inside: str, expected: str) -> None:
    assert text(inside) == expected


def test_spaces_at_the_edge_are_kept_only_where_the_file_says_so() -> None:
    assert text("<w:r><w:t> а </w:t></w:r><w:r><w:t xml:space='preserve'> б </w:t></w:r>") == "а б "


@pytest.mark.parametrize(
    "wrapper",
    [
        '<w:smartTag w:uri="urn:x" w:element="PersonName"><w:smartTagPr/>{}</w:smartTag>',
        '<w:customXml w:element="x"><w:customXmlPr/>{}</w:customXml>',
        '<w:hyperlink r:id="rId9">{}</w:hyperlink>',
        '<w:sdt><w:sdtPr><w:alias w:val="Имя"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        '<w:ins w:id="1" w:author="Белов">{}</w:ins>',
        '<w:moveTo w:id="1" w:author="Белов">{}</w:moveTo>',
        '<w:dir w:val="ltr">{}</w:dir>',
        '<w:bdo w:val="ltr">{}</w:bdo>',
        "<unknown:wrapper>{}</unknown:wrapper>",
        '<mc:AlternateContent><mc:Choice Requires="w">{}</mc:Choice></mc:AlternateContent>',
    ],
)
def test_wrappers_are_transparent(wrapper: str) -> None:
    inside = "<w:r><w:t>а</w:t></w:r>" + wrapper.format("<w:r><w:t>б</w:t></w:r>") + "<w:r><w:t>в</w:t></w:r>"
    read = paragraph(f"<w:p>{inside}</w:p>")
    assert read.text == "абв"
    assert [run.ordinal for run in read.runs] == [0, 1, 2]


def test_of_alternatives_the_first_that_word_knows_is_read_once() -> None:
    known = (
        '<mc:Choice Requires="wps"><w:t>новое</w:t></mc:Choice><mc:Fallback><w:t>старое</w:t></mc:Fallback>'
    )
    unknown = known.replace("wps", "unknown")
    assert text(f"<w:r><mc:AlternateContent>{known}</mc:AlternateContent></w:r>") == "новое"
    assert text(f"<w:r><mc:AlternateContent>{unknown}</mc:AlternateContent></w:r>") == "старое"


def test_a_field_is_its_last_result() -> None:
    inside = f"{r('от ')}{BEGIN}{CODE.format(' DATE ')}{MIDDLE}{r('5 мая')}{END}{r(' года')}"
    read = paragraph(f"<w:p>{inside}</w:p>")
    assert read.text == "от 5 мая года"
    assert [run.ordinal for run in read.runs] == [0, 4, 6]


def test_a_field_in_the_instruction_of_another_is_no_text() -> None:
    inner = f"{BEGIN}{CODE.format('MERGEFIELD имя')}{MIDDLE}{r('Белов')}{END}"
    inside = f"{r('а')}{BEGIN}{CODE.format('IF ')}{inner}{CODE.format(' = 1')}{MIDDLE}{r('б')}{END}{r('в')}"
    assert text(inside) == "абв"


def test_a_field_without_a_result_is_nothing() -> None:
    assert text(f"{r('а')}{BEGIN}{r('код')}{END}{r('б')}") == "аб"


@pytest.mark.parametrize(
    ("result", "expected"), [("", "отдел"), ('<w:result w:val="1"/>', "школа"), ('<w:result w:val="9"/>', "")]
)
def test_a_list_to_choose_from_shows_what_is_chosen(result: str, expected: str) -> None:
    entries = '<w:listEntry w:val="отдел"/><w:listEntry w:val="школа"/>'
    data = f"<w:ffData><w:ddList>{result}{entries}</w:ddList></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    assert text(f"{begin}{CODE.format('FORMDROPDOWN')}{END}") == expected


def test_a_field_that_does_not_end_hides_nothing() -> None:
    assert text(f"{r('а')}{BEGIN}{CODE.format('PAGE')}{r('б')}") == "аб"
    assert text(f"{END}{r('а')}{MIDDLE}{r('б')}") == "аб"


def test_a_field_may_go_on_over_paragraphs() -> None:
    first = f"<w:p>{BEGIN}{CODE.format('TOC')}{MIDDLE}{r('Раздел 1')}</w:p>"
    assert [each.text for each in paragraphs(f"{first}<w:p>{r('Раздел 2')}{END}</w:p>")] == [
        "Раздел 1",
        "Раздел 2",
    ]


def test_a_run_in_the_same_run_as_the_beginning_of_a_field_is_kept() -> None:
    inside = '<w:r><w:t>до</w:t><w:fldChar w:fldCharType="begin"/><w:t>код</w:t>'
    inside += '<w:fldChar w:fldCharType="separate"/><w:t>итог</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    read = paragraph(f"<w:p>{inside}</w:p>")
    assert read.text == "доитог"
    assert [(run.start, run.end) for run in read.runs] == [(0, 2), (2, 6)]


def test_a_formula_is_its_characters_outside_of_runs() -> None:
    read = paragraph(f"<w:p>{r('где ')}<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>{r(' шт.')}</w:p>")
    assert read.text == "где x=2 шт."
    assert [(run.start, run.end, run.ordinal) for run in read.runs] == [(0, 4, 0), (4, 7, -1), (7, 11, 1)]


def test_of_a_ruby_the_base_is_read() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('сверху')}</w:rt><w:rubyBase>{r('текст')}</w:rubyBase></w:ruby></w:r>"
    assert text(ruby + r(" дальше")) == "текст дальше"


def test_every_character_stands_in_one_run() -> None:
    read = paragraph(f"<w:p>{r('а')}{r('')}<w:r><w:t>б</w:t><w:tab/></w:r>{r('в')}</w:p>")
    assert "".join(read.text[run.start : run.end] for run in read.runs) == read.text
    assert [run.ordinal for run in read.runs] == [0, 2, 3]


def test_a_footnote_stands_in_the_text_as_an_object_with_its_paragraphs() -> None:
    note = f'<w:footnote w:id="2">{p("О сроках")}</w:footnote>'
    separator = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    inside = f'{r("план")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(".")}'
    read = paragraph(f"<w:p>{inside}</w:p>", footnotes=separator + note)
    assert read.text == "план\ufffc."
    (found,) = read.objects
    assert isinstance(found, Footnote)
    assert [each.text for each in found.paragraphs] == ["О сроках"]
    assert found.paragraphs[0].part == "word/footnotes.xml"
    assert found.paragraphs[0].index == 1


def test_an_endnote_is_read_like_a_footnote() -> None:
    note = f'<w:endnote w:id="2">{p("В конце")}</w:endnote>'
    (found,) = paragraph('<w:p><w:r><w:endnoteReference w:id="2"/></w:r></w:p>', endnotes=note).objects
    assert isinstance(found, Footnote)
    assert found.paragraphs[0].text == "В конце"


def test_a_footnote_is_given_once_and_one_that_is_not_there_has_no_text() -> None:
    note = f'<w:footnote w:id="2">{p("О сроках")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    inside = reference.format(2) * 2 + reference.format(7)
    read = paragraph(f"<w:p>{inside}</w:p>", footnotes=note)
    assert read.text == "\ufffc" * 3
    assert [type(each) for each in read.objects] == [Footnote, OtherObject, OtherObject]


def test_a_footnote_that_refers_to_itself_is_read_once() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{r("а")}{reference}</w:p></w:footnote>'
    (found,) = paragraph(f"<w:p>{reference}</w:p>", footnotes=note).objects
    assert isinstance(found, Footnote)
    assert found.paragraphs[0].text == "а\ufffc"


def test_a_comment_is_a_remark_where_it_stands() -> None:
    comment = f'<w:comment w:id="0" w:author="Белов">{p("Уточнить")}{p("срок")}</w:comment>'
    inside = f'<w:commentRangeStart w:id="0"/>{r("до 1 мая")}<w:r><w:commentReference w:id="0"/></w:r>'
    found = content(f"{p('Первый')}<w:p>{inside}</w:p>", comments=comment)
    (remark,) = found.remarks
    assert (remark.kind, remark.text, remark.author) == (RemarkKind.COMMENT, "Уточнить\nсрок", "Белов")
    assert remark.paragraph == 1


def test_a_comment_that_no_place_names_is_told_all_the_same() -> None:
    (remark,) = content(p("а"), comments=f'<w:comment w:id="5">{p("Проверить")}</w:comment>').remarks
    assert (remark.text, remark.paragraph) == ("Проверить", None)


def test_hidden_text_is_read_and_told() -> None:
    found = content(f"<w:p>{r('видно')}{r('не ', '<w:vanish/>')}{r('видно', '<w:vanish/>')}</w:p>")
    (read,) = only_paragraphs(found.sections[0].blocks)
    assert read.text == "видноне видно"
    assert [run.format.hidden for run in read.runs] == [False, True, True]
    assert remarks(found, RemarkKind.HIDDEN) == ["не видно"]


def test_text_hidden_only_from_web_pages_is_not_hidden() -> None:
    assert not content(f"<w:p>{r('с. 5', '<w:webHidden/>')}</w:p>").remarks


def test_paragraphs_stand_in_controls_and_tags() -> None:
    inside = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('а')}<w:customXml>{p('б')}</w:customXml></w:sdtContent></w:sdt>"
    )
    assert [each.text for each in paragraphs(inside + p("в"))] == ["а", "б", "в"]
    assert [each.index for each in paragraphs(inside + p("в"))] == [0, 1, 2]


def test_a_paragraph_of_a_frame_is_a_paragraph() -> None:
    assert texts(blocks(p("в рамке", '<w:framePr w:w="5000"/>'))) == ["в рамке"]


def test_a_document_put_in_whole_is_told_of() -> None:
    assert remarks(content(f'{p("а")}<w:altChunk r:id="header1"/>', header1="<w:p/>"), RemarkKind.EMBEDDED)
