"""Comments stand at their words, or at the nearest paragraph of the body."""

from __future__ import annotations

from datetime import UTC, date, datetime

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Remark, RemarkKind
from prikaz.docx.revisions import Edit, accepted, revise
from prikaz.opc.archive import deflated, write_archive
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.editing import (
    MAIN,
    attributes,
    comment,
    edit,
    every_year,
    parts,
    shape,
    told,
    tree,
    xml,
)
from tests.docx.revisions.said import remarks, said, texts

COMMENTS = "word/comments.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
REFERENCE = "commentRangeEndr[commentReference]"
OLDER = '<w:comment w:id="4" w:author="Белов"><w:p><w:r><w:t>старое</w:t></w:r></w:p></w:comment>'


def commented(file: bytes, words: str, text: str = "проверьте") -> bytes:
    made = revise(file, comments=[comment(file, words, text)])
    assert made.refused == ()
    return made.data


def comments_of(file: bytes) -> list[Remark]:
    return [each for each in read_content(file).remarks if each.kind is RemarkKind.COMMENT]


def packed(files: dict[str, bytes]) -> bytes:
    return write_archive([deflated(name, data) for name, data in files.items()])


def test_a_comment_stands_round_its_words() -> None:
    file = word_file(f"<w:p>{r('до 20 мая 2026 года')}</w:p>")
    made = commented(file, "мая 2026")
    assert xml(made) == f"r[rPr t:до 20 ]commentRangeStartr[rPr t:мая 2026]{REFERENCE}r[rPr t: года]"
    assert remarks(made) == [("COMMENT", "проверьте", "prikaz")]
    assert said(made) == said(file)


def test_a_comment_without_words_stands_at_its_place() -> None:
    file = word_file(f"<w:p>{r('ab')}</w:p><w:p/>")
    asked = comment(file, "ab", "где?")
    made = revise(file, comments=[asked._replace(start=1, end=1), asked._replace(paragraph=1, end=0)]).data
    assert xml(made) == f"r[rPr t:a]commentRangeStart{REFERENCE}r[rPr t:b]"
    assert [each[1] for each in remarks(made)] == ["где?", "где?"]


def test_the_part_of_comments_is_made_when_a_file_has_none() -> None:
    file = word_file(p("2026"))
    made = commented(file, "2026", "первая строка\nвторая")
    before, after = parts(file), parts(made)
    assert set(after) - set(before) == {COMMENTS}
    assert {name for name in before if before[name] != after[name]} == {
        MAIN,
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    assert '<Override PartName="/word/comments.xml"' in after["[Content_Types].xml"].decode()
    (made_comment,) = tree(made, COMMENTS)
    assert attributes(made_comment) == {f"{W}id": "1", f"{W}author": "prikaz", f"{W}initials": "p"}
    assert remarks(made) == [("COMMENT", "первая строка\nвторая", "prikaz")]


def test_a_file_without_relationships_gets_them() -> None:
    file = word_file(p("2026"))
    bare = {name: data for name, data in parts(file).items() if not name.startswith("word/_rels")}
    assert remarks(commented(packed(bare), "2026")) == [("COMMENT", "проверьте", "prikaz")]


def test_a_comment_is_dated_when_a_day_is_told() -> None:
    file = word_file(p("2026"))
    asked = [comment(file, "2026", "а")]
    for day, written in (
        (date(2027, 3, 16), "2027-03-16T00:00:00Z"),
        (datetime(2027, 3, 16, 9, 30, tzinfo=UTC), "2027-03-16T09:30:00Z"),
    ):
        made = revise(file, [edit(file, "2026", "2027")], asked, date=day).data
        dates = [each.get(f"{W}date") for part in (MAIN, COMMENTS) for each in tree(made, part).iter()]
        assert [each for each in dates if each] == [written] * 3


def test_comments_of_others_and_their_numbers_stay() -> None:
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    reference = '<w:r><w:commentReference w:id="4"/></w:r>'
    file = word_file(f"<w:p>{start}{r('до 2026')}{end}{reference}</w:p>", comments=OLDER)
    made = commented(file, "2026")
    assert [each.get(f"{W}id") for each in tree(made, COMMENTS)] == ["4", "5"]
    assert sorted(remarks(made)) == [("COMMENT", "проверьте", "prikaz"), ("COMMENT", "старое", "Белов")]


def test_what_else_a_file_says_of_comments_is_said_of_the_new_one() -> None:
    done = '<w15:commentEx w15:paraId="10000000" w15:done="1"/>'
    beside = {
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}">{done}</w15:commentsEx>',
        "word/commentsIds.xml": f'<w16cid:commentsIds xmlns:w16cid="{CID}"/>',
    }
    file = word_file(p("2026"), comments=OLDER)
    with_more = {**parts(file), **{name: xml.encode() for name, xml in beside.items()}}
    relations = with_more["word/_rels/document.xml.rels"].decode()
    for name in ("commentsExtended", "commentsIds"):
        of_type = f"http://schemas.microsoft.com/office/2011/relationships/{name}"
        relation = f'<Relationship Id="{name}" Type="{of_type}" Target="{name}.xml"/>'
        relations = relations.replace("</Relationships>", f"{relation}</Relationships>")
    with_more["word/_rels/document.xml.rels"] = relations.encode()
    made = commented(packed(with_more), "2026", "а\nб")
    last = tree(made, COMMENTS)[-1][-1].get(f"{{{W14}}}paraId")
    assert last is not None
    assert last not in {None, "10000000"}
    extended, ids = tree(made, "word/commentsExtended.xml"), tree(made, "word/commentsIds.xml")
    assert attributes(extended[-1]) == {f"{{{W15}}}paraId": last, f"{{{W15}}}done": "0"}
    assert len(extended) == 2
    assert ids[-1].get(f"{{{CID}}}paraId") == last
    assert ids[-1].get(f"{{{CID}}}durableId") not in {None, last}


def test_the_same_comment_is_not_set_twice() -> None:
    file = word_file(f"{p('2026')}{p('2026')}")
    once = commented(file, "2026")
    assert parts(commented(once, "2026")) == parts(once)
    signs = commented(file, "2026", "а\tб\u2011в\nг")
    assert parts(commented(signs, "2026", "а\tб\u2011в\nг")) == parts(signs)
    other = comment(once, "2026", "проверьте")._replace(paragraph=1)
    assert len(remarks(revise(once, comments=[other]).data)) == 2


def test_a_comment_at_changed_words_stands_round_old_and_new() -> None:
    file = word_file(f"<w:p>{r('до 2026 года')}</w:p>")
    made = revise(file, [edit(file, "2026", "2027")], [comment(file, "2026", "так?")]).data
    assert xml(made) == (
        "r[rPr t:до ]commentRangeStartr[rPr t:202]del[r[rPr delText:6]]ins[r[t:7]]"
        + REFERENCE
        + "r[rPr t: года]"
    )
    made = revise(file, [edit(file, "2026", "")], [comment(file, "2026", "так?")]).data
    assert xml(made) == f"r[rPr t:до ]commentRangeStartdel[r[rPr delText:2026]]{REFERENCE}r[rPr t: года]"


def test_a_comment_begun_inside_changed_words_takes_them_whole() -> None:
    file = word_file(f"<w:p>{r('до 2026 года')}</w:p>")
    made = revise(file, [edit(file, "2026", "1999")], [comment(file, "26 го", "так?")]).data
    assert xml(made) == (
        "r[rPr t:до ]commentRangeStartdel[r[rPr delText:2026]]ins[r[t:1999]]r[rPr t: го]"
        + REFERENCE
        + "r[rPr t:да]"
    )


def test_a_comment_takes_in_words_that_come_at_its_end() -> None:
    file = word_file(f"<w:p>{r('до мая, июня')}</w:p>")
    made = revise(file, [edit(file, "мая", "мая 2027 года")], [comment(file, "мая", "так?")]).data
    assert f"commentRangeStartr[rPr t:мая]ins[r[t: 2027 года]]{REFERENCE}" in xml(made)
    beside = Edit(MAIN, 0, 6, 6, " 2027 года")
    made = revise(file, [beside], [comment(file, "мая", "так?")]).data
    assert f"commentRangeStartr[rPr t:мая]{REFERENCE}ins[r[t: 2027 года]]" in xml(made)


def test_comments_stay_when_changes_are_made_without_marks() -> None:
    file = word_file(f"<w:p>{r('до 2026 года')}</w:p>")
    made = revise(file, [edit(file, "2026", "2027")], [comment(file, "2026", "так?")], accept=True).data
    assert xml(made) == f"r[rPr t:до ]commentRangeStartr[rPr t:2027]{REFERENCE}r[rPr t: года]"
    assert parts(accepted(made)) == parts(made)


def test_several_comments_at_one_place_stand_side_by_side() -> None:
    file = word_file(p("в мае 2026 года"))
    asked = [comment(file, words, words) for words in ("мае", "мае 2026", "2026 года", "в мае 2026 года")]
    made = revise(file, every_year(file), asked).data
    assert sorted(each[1] for each in remarks(made) if each[0] == "COMMENT") == sorted(
        each.text for each in asked
    )
    assert texts(made) == ["в мае 2027 года"]


def test_a_comment_on_a_header_stands_where_its_section_begins() -> None:
    first = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>первый</w:t></w:r></w:p>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    file = word_file(first + p("второй") + p("третий") + section, header1=p("План на 2026 год"))
    made = revise(file, comments=[comment(file, "2026", "какой?")])
    assert told(made) == [("MOVED_COMMENT", "верхний колонтитул")]
    (remark,) = comments_of(made.data)
    assert (remark.paragraph, remark.text) == (1, "Верхний колонтитул, «2026»:\nкакой?")
    assert parts(made.data)["word/header1.xml"] == parts(file)["word/header1.xml"]


def test_a_comment_on_a_footnote_stands_at_its_mark() -> None:
    note = f'<w:footnote w:id="2">{p("Приказ 2026 года")}</w:footnote>'
    file = word_file(
        f'{p("а")}<w:p>{r("слово")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=note
    )
    made = commented(file, "2026", "какой?")
    second = list(tree(made).iter(f"{W}p"))[1]
    assert "".join(map(shape, second)) == f"r[rPr t:слово]commentRangeStartr[footnoteReference]{REFERENCE}"
    assert remarks(made)[0][1] == "Сноска, «2026»:\nкакой?"


def test_a_comment_on_a_text_box_stands_at_the_paragraph_it_hangs_on() -> None:
    box = f"<v:textbox><w:txbxContent>{p('на 2026 год')}</w:txbxContent></v:textbox>"
    file = word_file(f"{p('а')}<w:p><w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>{r('б')}</w:p>")
    made = commented(file, "на 2026", "какой?")
    (remark,) = comments_of(made)
    assert (remark.paragraph, remark.text) == (1, "Надпись, «на 2026»:\nкакой?")


def test_a_comment_of_nothing_is_refused() -> None:
    file = word_file(p("2026"))
    asked = comment(file, "2026", "а")
    made = revise(file, comments=[asked._replace(end=9), asked._replace(paragraph=3)])
    assert [each.reason for each in made.refused] == [
        "в абзаце 4 знаков, а примечание просит знаки с 0 по 9",
        "в части «word/document.xml» нет абзаца 3",
    ]
    assert parts(made.data) == parts(file)


def test_comments_are_not_added_to_damaged_ones() -> None:
    file = packed({**parts(word_file(p("2026"), comments=OLDER)), COMMENTS: b"<w:comments"})
    made = revise(file, comments=[comment(file, "2026", "а")])
    assert [each.reason for each in made.refused] == ["примечания файла повреждены"]
    assert parts(made.data) == parts(file)


def test_a_comment_stands_outside_of_a_control_that_holds_plain_words_only() -> None:
    plain, rich = (
        "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format(each, r("1 мая 2026"))
        for each in ("<w:text/>", "")
    )
    made = commented(word_file(f"<w:p>{plain}{r(' г.')}</w:p>"), "мая")
    inside = "r[rPr t:1 ] r[rPr t:мая] r[rPr t: 2026]"
    assert xml(made) == f"commentRangeStartsdt[sdtPr[text] sdtContent[{inside}]]{REFERENCE}r[rPr t: г.]"
    made = commented(word_file(f"<w:p>{rich}</w:p>"), "мая")
    assert xml(made).startswith(
        "sdt[sdtPr sdtContent[r[rPr t:1 ] commentRangeStart r[rPr t:мая] commentRangeEnd"
    )
