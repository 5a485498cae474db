"""Recorded changes are taken as accepted, and each is told of."""

from __future__ import annotations

from prikaz.docx.content.elements import Paragraph, RemarkKind, Table
from tests.docx.content.word_file import (
    blocks,
    content,
    first_paragraph,
    p,
    paragraphs,
    r,
    remarks,
    table,
    texts,
)

BY = 'w:id="1" w:author="Белов" w:date="2027-01-01T00:00:00Z"'


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def mark(change: str) -> str:
    return f"<w:pPr><w:rPr><w:{change} {BY}/></w:rPr></w:pPr>"


def test_what_is_deleted_is_left_out_and_told() -> None:
    found = content(f"<w:p>{r('до ')}{deleted('1 мая')}{r('2 мая')}</w:p>")
    (read,) = found.sections[0].blocks
    assert isinstance(read, Paragraph)
    assert read.text == "до 2 мая"
    assert [run.ordinal for run in read.runs] == [0, 2]
    (remark,) = found.remarks
    assert (remark.kind, remark.text, remark.author, remark.paragraph) == (
        RemarkKind.DELETED,
        "1 мая",
        "Белов",
        0,
    )


def test_what_is_inserted_is_read_and_told() -> None:
    found = content(f"<w:p>{r('до ')}<w:ins {BY}>{r('2')}{r(' мая')}</w:ins></w:p>")
    assert remarks(found, RemarkKind.INSERTED) == ["2 мая"]


def test_changes_of_one_person_side_by_side_are_one() -> None:
    found = content(f"<w:p>{deleted('1')}{deleted(' мая')}{r('или')}{deleted('июня')}</w:p>")
    assert remarks(found, RemarkKind.DELETED) == ["1 мая", "июня"]


def test_changes_of_two_persons_are_two() -> None:
    found = content(f"<w:p>{deleted('1')}{deleted(' мая').replace('Белов', 'Лось')}</w:p>")
    assert remarks(found, RemarkKind.DELETED) == ["1", " мая"]


def test_an_insertion_in_an_insertion_is_told_once() -> None:
    found = content(
        f"<w:p><w:ins {BY}>{r('а')}<w:ins {BY}>{r('б')}</w:ins></w:ins><w:ins {BY}>{r('в')}</w:ins></w:p>"
    )
    assert remarks(found, RemarkKind.INSERTED) == ["абв"]


def test_what_is_moved_stands_where_it_went() -> None:
    away = f"<w:p><w:moveFrom {BY}>{r('слова')}</w:moveFrom>{r('а')}</w:p>"
    there = f"<w:p>{r('б')}<w:moveTo {BY}>{r('слова')}</w:moveTo></w:p>"
    assert [each.text for each in paragraphs(away + there)] == ["а", "бслова"]
    assert remarks(content(away + there), RemarkKind.MOVED) == ["слова", "слова"]


def test_what_was_inserted_and_deleted_again_is_left_out() -> None:
    found = content(f"<w:p><w:ins {BY}>{r('а')}{deleted('б')}</w:ins></w:p>")
    assert first_paragraph(found).text == "а"
    assert remarks(found, RemarkKind.DELETED) == ["б"]
    assert remarks(found, RemarkKind.INSERTED) == ["а"]


def test_a_deleted_mark_joins_its_paragraph_to_the_next_one() -> None:
    first = f"<w:p>{mark('del')}{r('Назначить ')}</w:p>"
    (read,) = paragraphs(first + p("ответственным", '<w:jc w:val="center"/>'))
    assert read.text == "Назначить ответственным"
    assert (read.index, read.alignment) == (1, "center")
    assert [(run.ordinal, run.paragraph) for run in read.runs] == [(0, 0), (0, None)]


def test_a_mark_that_came_and_went_is_gone() -> None:
    both = mark("ins").replace("</w:rPr>", f"<w:del {BY}/></w:rPr>")
    found = content(f"<w:p>{both}{deleted('Пункт')}</w:p>" + p("б"))
    assert first_paragraph(found).text == "б"
    assert remarks(found, RemarkKind.DELETED) == ["Пункт¶"]


def test_a_mark_that_is_inserted_joins_nothing() -> None:
    assert len(paragraphs(f"<w:p>{mark('ins')}{r('а')}</w:p>{p('б')}")) == 2


def test_a_paragraph_deleted_whole_is_gone() -> None:
    gone = f"<w:p>{mark('del')}{deleted('Пункт')}</w:p>"
    assert [each.text for each in paragraphs(p("а") + gone + p("б"))] == ["а", "б"]
    assert [each.text for each in paragraphs(p("а") + gone)] == ["а"]
    assert remarks(content(gone + p("б")), RemarkKind.DELETED) == ["Пункт¶"]


def test_a_deleted_mark_before_a_table_joins_nothing() -> None:
    rows = f"<w:tbl><w:tr><w:tc>{p('в')}</w:tc></w:tr></w:tbl>"
    first, second, third = blocks(f"<w:p>{mark('del')}{r('а')}</w:p>{rows}{p('г')}")
    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert isinstance(third, Paragraph)
    assert (first.text, third.text) == ("а", "г")


def test_a_deleted_row_is_left_out_and_an_inserted_one_kept() -> None:
    rows = (
        f"<w:tr><w:tc>{p('а')}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{deleted('б')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{p('в')}</w:tc></w:tr>"
    )
    found = content(f"<w:tbl>{rows}</w:tbl>")
    cells = [cell for row in table(f"<w:tbl>{rows}</w:tbl>").rows for cell in row]
    assert [(cell.row, texts(cell.blocks)) for cell in cells] == [(0, ["а"]), (1, ["в"])]
    assert remarks(found, RemarkKind.DELETED) == ["б"]
    assert remarks(found, RemarkKind.INSERTED) == ["в"]


def test_a_table_whose_rows_are_all_deleted_is_gone() -> None:
    row = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p('а')}</w:tc></w:tr>"
    assert [each.text for each in paragraphs(f"<w:tbl>{row}</w:tbl>{p('б')}")] == ["б"]


def test_a_change_of_looks_is_told() -> None:
    change = f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"
    found = content(f"<w:p>{r('Прика', change)}{r('зываю', change)}{r(':')}</w:p>")
    assert remarks(found, RemarkKind.FORMATTED) == ["Приказываю"]
    other = content(p("а", f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"))
    assert remarks(other, RemarkKind.FORMATTED) == ["а"]
