"""A year is moved wherever it stands in a file of Word, and what stands round it stays."""

from __future__ import annotations

import itertools
import re

import pytest
from lxml import etree

from prikaz.docx.content import read_content
from prikaz.docx.revisions import ToldKind, has_revisions
from prikaz.reader.revision.planning import Unplaced
from tests.docx.content.word_file import p, r
from tests.docx.revisions.editing import parts, shape, tree
from tests.docx.revisions.said import every_paragraph, remarks
from tests.word_rolling.rolling import WHO, Source, Written, write
from tests.word_rolling.typed import order, rolled, said_anew, typed, words_in

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD, ITALIC = "<w:b/>", "<w:i/>"
_HEAD = "__.__.2028\t№ ____"
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'


def _field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + said + mark("separate") + result + mark("end")


def _control(properties: str, inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def _clause(*inside: str) -> str:
    """The first clause, with something in it."""
    return f"<w:p>{r('1. Провести ')}{''.join(inside)}{r('.')}</w:p>"


def _body(made: Written) -> list[str]:
    """What has changed but for the line of date and number."""
    said = said_anew(made)
    assert said[0] == _HEAD
    return said[1:]


# Runs -----------------------------------------------------------------------------------------------------


def test_a_year_in_three_runs_keeps_the_looks_of_each() -> None:
    file = order(_clause(r("слёт в 2"), r("02", BOLD), r("7 году", ITALIC)))
    made = rolled(file)
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    (insertion,) = [each for each in tree(made.data).iter(f"{W}ins") if "8" in shape(each)][1:]
    assert shape(insertion) == "ins[r[rPr[i] t:8]]"


def test_only_the_characters_that_differ_are_recorded() -> None:
    made = rolled(order(typed("1. Провести слёт до 01.06.2027.")))
    recorded = [words for kind, words, _ in remarks(made.data) if kind in {"DELETED", "INSERTED"}]
    assert recorded[-2:] == ["7", "8"]


def test_looks_of_runs_are_the_same_when_all_is_written() -> None:
    made = rolled(order(_clause(r("слёт ", BOLD), r("в 2027 году", ITALIC), r(" в парке"))))
    for file in (made.data, made.clean):
        (clause,) = [each for each in every_paragraph(read_content(file)) if "парке" in each.text]
        looks = [
            (run.format.bold, run.format.italic) for run in clause.runs for _ in range(run.start, run.end)
        ]
        plain, bold, italic = (False, False), (True, False), (False, True)
        assert looks == [plain] * 12 + [bold] * 5 + [italic] * 11 + [plain] * 9


def test_two_digits_of_a_year_move() -> None:
    made = rolled(order(typed("1. Провести слёт до 01.06.27.")))
    assert _body(made) == ["1. Провести слёт до 01.06.28."]


# Fields ---------------------------------------------------------------------------------------------------


def test_a_year_in_the_result_of_a_reference_is_moved_and_told() -> None:
    made = rolled(order(_clause(r("слёт в "), _field("REF срок \\h", r("2027")), r(" году"))))
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    assert made.revision.told == ((ToldKind.FIELD, "REF срок \\h"),)
    assert "REF срок" in parts(made.accepted.data)["word/document.xml"].decode()


def test_a_year_in_a_table_of_contents_is_moved_and_told() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    contents = f"<w:p>{begin}{r('План слёта на 2027 год')}<w:r><w:tab/></w:r>{r('2')}</w:p><w:p>{end}</w:p>"
    mark = "".join(map(typed, ["Приложение", "к приказу от 16.03.2027 № 75"]))
    made = rolled(
        order(typed("1. Утвердить план слёта (приложение)."), behind=mark + contents + typed("Сбор."))
    )
    assert "План слёта на 2028 год\t2" in said_anew(made)
    assert made.revision.told == ((ToldKind.FIELD, 'TOC \\o "1-3"'),)


def test_the_date_of_today_is_left_to_its_field_and_told() -> None:
    file = order(_clause(r("слёт до "), _field('DATE \\@ "dd.MM.yyyy"', r("01.06.2027"))))
    made = write(Source(file))
    assert _body(made) == []
    why = 'дату здесь ставит само поле «DATE \\@ "dd.MM.yyyy"»'
    assert made.revision.unplaced == (Unplaced(("пункты", 1, "текст"), "01.06.2027", "01.06.2028", why, 17),)
    (comment,) = [words for kind, words, author in remarks(made.data) if (kind, author) == ("COMMENT", WHO)]
    assert comment == f"Замените сами на «01.06.2028»\nПочему: программа не изменила: {why}"


# What words stand in --------------------------------------------------------------------------------------


def test_a_year_in_a_hyperlink_stays_in_it() -> None:
    link = f'<w:hyperlink w:anchor="а" w:history="1">{r("слёт 2027 года")}</w:hyperlink>'
    made = rolled(order(_clause(link)))
    assert _body(made) == ["1. Провести слёт 2028 года."]
    (held,) = tree(made.accepted.data).iter(f"{W}hyperlink")
    assert words_in(held) == "слёт 2028 года"


def test_a_year_in_a_footnote_is_moved_in_its_part() -> None:
    note = f'<w:footnote w:id="2">{p("Смета слёта на 2027 год.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = rolled(order(_clause(r("слёт"), mark), footnotes=note))
    assert _body(made) == ["Смета слёта на 2028 год."]
    assert has_revisions(made.data)
    assert b"w:ins " in parts(made.data)["word/footnotes.xml"]


def test_a_question_about_a_footnote_stands_at_its_sign() -> None:
    note = f'<w:footnote w:id="2">{p("По итогам 2025 года.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    made = rolled(order(_clause(r("слёт"), mark), footnotes=note))
    assert [(kind, text) for kind, text in made.revision.told] == [(ToldKind.MOVED_COMMENT, "сноска")]
    assert b"commentRangeStart" in parts(made.data)["word/document.xml"]
    assert b"comment" not in parts(made.data)["word/footnotes.xml"]
    (comment,) = [words for kind, words, _ in remarks(made.data) if kind == "COMMENT"]
    assert "2025 года" in comment


def test_a_year_in_an_old_text_box_is_moved() -> None:
    box = f"<w:txbxContent>{p('План на 2027 год')}</w:txbxContent>"
    drawn = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    made = rolled(order(_clause(r("слёт"), drawn)))
    assert _body(made) == ["План на 2028 год"]


def _box_and_its_copy(copy: str) -> str:
    new = (
        '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="а"/>'
        "<a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{p('План на 2027 год')}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{copy}</w:txbxContent></v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def test_a_year_in_a_new_text_box_is_moved_in_its_copy_too() -> None:
    same = f"<w:p>{r('План на 20')}{r('27 год')}</w:p>"
    made = rolled(order(_clause(r("слёт"), _box_and_its_copy(same))))
    assert _body(made) == ["План на 2028 год"]
    boxes = [*tree(made.clean).iter(f"{W}txbxContent")]
    assert [words_in(box) for box in boxes] == ["План на 2028 год"] * 2
    assert made.revision.told == ()


def test_a_copy_of_a_text_box_that_says_something_else_is_told() -> None:
    made = rolled(order(_clause(r("слёт"), _box_and_its_copy(p("План на 2026 год")))))
    assert made.revision.told == ((ToldKind.COPY, "План на 2027 год"),)


def test_a_year_in_a_content_control_is_moved() -> None:
    made = rolled(order(_clause(r("слёт в "), _control('<w:alias w:val="Год"/>', r("2027")), r(" году"))))
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    (held,) = tree(made.accepted.data).iter(f"{W}sdtContent")
    assert words_in(held) == "2028"


def test_a_year_in_a_locked_control_is_told() -> None:
    locked = '<w:alias w:val="Год"/><w:lock w:val="contentLocked"/>'
    made = write(Source(order(_clause(r("слёт в "), _control(locked, r("2027")), r(" году")))))
    assert _body(made) == []
    (left,) = made.revision.unplaced
    assert (left.path, left.was[:4], left.became[:4]) == (("пункты", 1, "текст"), "2027", "2028")
    assert left.reason == "элемент управления «Год» закрыт от изменений"
    assert [author for kind, _, author in remarks(made.data) if kind == "COMMENT"] == [WHO]


def test_a_control_that_holds_a_date_is_told() -> None:
    chosen = '<w:alias w:val="Срок"/><w:date w:fullDate="2027-06-01T00:00:00Z"/>'
    made = rolled(order(_clause(r("слёт до "), _control(chosen, r("01.06.2027")))))
    assert _body(made) == ["1. Провести слёт до 01.06.2028."]
    assert made.revision.told == ((ToldKind.FORM, "Срок"),)


def test_a_year_in_a_header_is_moved_in_its_part() -> None:
    made = rolled(order(typed("1. Провести слёт."), behind=_SECTION, header1=p("План на 2027 год")))
    assert _body(made) == ["План на 2028 год"]
    assert b"w:ins " in parts(made.data)["word/header1.xml"]


def test_a_year_in_a_numbered_list_keeps_its_number() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    clauses = p("Провести слёт.", numbered) + p("Сдать отчёт до 01.06.2027.", numbered)
    made = rolled(order(clauses, numbering=lists))
    assert _body(made) == ["Сдать отчёт до 01.06.2028."]
    assert [clause.text for clause in made.again.order.clauses][1:] == ["Сдать отчёт до 01.06.2028."]


def _cell(text: str, said: str = "") -> str:
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{p(text)}</w:tc>"


def test_years_under_a_merged_head_slide_with_what_stands_under_them() -> None:
    merged, going_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = (
        _cell("Показатель", merged) + _cell("Единица", merged) + _cell("Значения по годам", wide),
        _cell("", going_on) + _cell("", going_on) + _cell("2027 год") + _cell("2028 год"),
        _cell("Охват детей") + _cell("%") + _cell("80") + _cell("85"),
    )
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 4 + "</w:tblGrid>"
    borders = (
        "<w:tblBorders>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders>"
    )
    table = (
        f"<w:tbl><w:tblPr>{borders}</w:tblPr>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    )
    mark = "".join(map(typed, ["Приложение", "к приказу от 16.03.2027 № 75", "Показатели"]))
    made = rolled(order(typed("1. Утвердить показатели (приложение)."), behind=mark + table + p("")))
    assert _body(made)[1:] == ["2028 год", "2029 год", "85", ""]
    (asked,) = [text for kind, text, _ in remarks(made.data) if kind == "COMMENT"]
    assert asked == "«2029»\nВпишите значения новых лет\nПочему: графы новые; за 2028 год было: 85"


# Beside changes of others ---------------------------------------------------------------------------------


def _by_belov(name: str, inside: str, number: int = 7) -> str:
    return f'<w:{name} w:id="{number}" w:author="Белов">{inside}</w:{name}>'


def _whose(made: Written) -> list[tuple[str, str]]:
    """Recorded changes with their authors, but for those of the line of date and number."""
    found = [*tree(made.data).iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")]
    line = next(each for each in tree(made.data).iter(f"{W}p") if "____" in words_in(each))
    skipped = len([*line.iter(f"{W}ins", f"{W}del")])
    return [(each.tag.removeprefix(W), str(each.get(f"{W}author"))) for each in found][skipped:]


def test_a_year_in_an_insertion_of_another_is_deleted_inside_it() -> None:
    made = rolled(order(_clause(r("слёт"), _by_belov("ins", r(" в 2027 году")))))
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    assert _whose(made) == [("ins", "Белов"), ("del", WHO), ("ins", WHO), ("ins", "Белов")]


def test_a_year_beside_a_deletion_of_another_is_moved() -> None:
    gone = _by_belov("del", "<w:r><w:delText>26</w:delText></w:r>")
    made = rolled(order(_clause(r("слёт в 20"), gone, r("27 году"))))
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    assert _whose(made).count(("del", "Белов")) == 1


def test_a_year_in_what_another_has_moved_is_moved_where_it_went() -> None:
    there = f"<w:p>{_by_belov('moveTo', r('1. Провести слёт в 2027 году.'))}</w:p>"
    away = f"<w:p>{_by_belov('moveFrom', r('1. Провести слёт в 2027 году.'), 8)}</w:p>"
    made = rolled(order(there, typed("2. Сдать отчёт."), away))
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    assert _whose(made).count(("moveFrom", "Белов")) == 1
    assert ("moveTo", "Белов") in _whose(made)


def test_a_recorded_change_of_looks_stays() -> None:
    looks = f"<w:b/>{_by_belov('rPrChange', '<w:rPr/>')}"
    made = rolled(order(_clause(r("слёт в 2027 году", looks))))
    assert _body(made) == ["1. Провести слёт в 2028 году."]
    changes = [*tree(made.data).iter(f"{W}rPrChange")]
    assert {each.get(f"{W}author") for each in changes} == {"Белов"}
    numbers = [each.get(f"{W}id") for each in changes]
    assert len(numbers) == len(set(numbers))


# What is round it -----------------------------------------------------------------------------------------


def test_comments_of_others_and_their_numbers_stay() -> None:
    theirs = f'<w:comment w:id="5" w:author="Белов">{p("Так ли?")}</w:comment>'
    marked = (
        f'<w:commentRangeStart w:id="5"/>{r("слёт по итогам 2025 года")}<w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>'
    )
    made = rolled(order(_clause(marked), comments=theirs))
    comments = {
        each.get(f"{W}id"): each.get(f"{W}author")
        for each in tree(made.data, "word/comments.xml").iter(f"{W}comment")
    }
    assert comments == {"5": "Белов", "6": WHO}
    assert {each.get(f"{W}id") for each in tree(made.data).iter(f"{W}commentReference")} == {"5", "6"}


@pytest.mark.parametrize("setting", ["<w:trackRevisions/>", ""], ids=["отслеживать", "нет"])
def test_the_setting_of_tracking_stays(setting: str) -> None:
    made = rolled(order(typed("1. Провести слёт в 2027 году."), settings=setting))
    for file in (made.data, made.clean):
        assert parts(file)["word/settings.xml"] == parts(made.source.data)["word/settings.xml"]


def test_bookmarks_stay_whole() -> None:
    begin, end = '<w:bookmarkStart w:id="1" w:name="срок"/>', '<w:bookmarkEnd w:id="1"/>'
    made = rolled(order(_clause(r("слёт до "), begin, r("01.06.20"), r("27"), end, r(" года"))))
    held = "".join(f" {each} " for each in map(shape, _inside_bookmark(made.accepted.data)))
    assert re.sub(r"r\[(?:rPr )?t:|[\] ]", "", held) == "01.06.2028"


def _inside_bookmark(file: bytes) -> list[etree._Element]:
    root = tree(file)
    (begin,) = root.iter(f"{W}bookmarkStart")
    (end,) = root.iter(f"{W}bookmarkEnd")
    return list(itertools.takewhile(lambda each: each is not end, begin.itersiblings()))


def test_a_reference_to_a_bookmark_with_new_words_is_told_as_stale() -> None:
    begin, end = '<w:bookmarkStart w:id="1" w:name="срок"/>', '<w:bookmarkEnd w:id="1"/>'
    held = _clause(r("слёт до "), begin, r("01.06.2027"), end)
    field = f"<w:p>{r('2. Сдать отчёт (см. ')}{_field('REF срок', r('выше'))}{r(').')}</w:p>"
    made = rolled(order(held, field))
    assert made.revision.told == ((ToldKind.STALE, "REF срок"),)
