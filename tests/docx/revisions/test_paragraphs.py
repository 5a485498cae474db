"""Whole paragraphs come and go as Word records it."""

from __future__ import annotations

import time

import pytest

from prikaz.docx.revisions import (
    AnyEdit,
    DeletedParagraph,
    Edit,
    InsertedParagraph,
    LeadingParagraph,
    Revised,
    accepted,
    rejected,
    revise,
)
from tests.docx.content.word_file import boxed, p, r, word_file
from tests.docx.revisions.blocks import LISTS
from tests.docx.revisions.editing import BY_BELOV, MAIN, comment, parts, shape, told, tree
from tests.docx.revisions.said import remarks, said, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BOLD = "<w:b/>"
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
GRID = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p('клетка')}</w:tc></w:tr></w:tbl>"
SECTION = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
GONE = f"<w:pPr><w:rPr><w:del {BY_BELOV}/></w:rPr></w:pPr>"


def after(index: int, text: str) -> InsertedParagraph:
    return InsertedParagraph(MAIN, index, text)


def before(index: int, text: str) -> LeadingParagraph:
    return LeadingParagraph(MAIN, index, text)


def gone(index: int) -> DeletedParagraph:
    return DeletedParagraph(MAIN, index)


def shapes(file: bytes) -> list[str]:
    """Paragraphs of the main part as brackets."""
    return [shape(each).removeprefix("p") for each in tree(file).iter(f"{W}p")]


def done(file: bytes, *asked: AnyEdit) -> bytes:
    """The file with edits made; accepted it is the clean one, rejected the original."""
    made = revise(file, asked)
    assert made.refused == ()
    assert said(accepted(made.data)) == said(made.data) == said(revise(file, asked, accept=True).data)
    assert said(rejected(made.data)) == said(rejected(file))
    assert said(rejected(made.data, author="prikaz")) == said(file)
    assert remarks(rejected(made.data, author="prikaz")) == remarks(file)
    return made.data


def reasons(made: Revised) -> list[str]:
    return [each.reason for each in made.refused]


def why(file: bytes, *asked: AnyEdit) -> str:
    """Why the only thing asked for is not done; nothing is changed then."""
    made = revise(file, asked)
    assert parts(made.data) == parts(file)
    (reason,) = reasons(made)
    return reason


# Between paragraphs


def test_a_new_paragraph_is_recorded_with_its_own_mark() -> None:
    file = word_file(p("а") + p("б"))
    made = done(file, after(0, "новый"))
    assert texts(made) == ["а", "новый", "б"]
    assert shapes(made)[1] == "[pPr[rPr[ins]] ins[r[t:новый]]]"
    assert shapes(rejected(made)) == shapes(file)


def test_new_paragraphs_behind_one_keep_their_order() -> None:
    file = word_file(p("а") + p("б"))
    asked = (after(0, "первый"), after(1, "третий"), after(0, "второй"), after(1, "четвёртый"))
    assert texts(done(file, *asked)) == ["а", "первый", "второй", "б", "третий", "четвёртый"]


def test_a_new_paragraph_looks_as_the_one_before_it_and_begins_no_page_or_section() -> None:
    looks = f'<w:keepNext/><w:pageBreakBefore/>{NUMBERED}<w:jc w:val="center"/><w:rPr><w:i/></w:rPr>'
    change = f"<w:pPrChange {BY_BELOV}><w:pPr/></w:pPrChange>"
    words = r("Срок: ", BOLD) + r("до конца года")
    body = f'<w:p w:rsidR="00AA11BB"><w:pPr>{looks}{change}</w:pPr>{words}</w:p>{p("б")}'
    made = done(word_file(body, numbering=LISTS), after(0, "ещё\tодин"))
    assert shapes(made)[1] == ("[pPr[keepNext numPr[ilvl numId] jc rPr[ins i]] ins[r[t:ещё tab t:один]]]")
    assert [each.get(f"{W}rsidR") for each in tree(made).iter(f"{W}p")] == ["00AA11BB", None, None]


def test_a_number_that_another_gave_is_given_without_his_mark() -> None:
    given = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {BY_BELOV}/></w:numPr>'
    made = done(word_file(p("а", given) + p("б"), numbering=LISTS), after(0, "в"))
    assert shapes(made)[1].startswith("[pPr[numPr[ilvl numId] rPr[ins]]")


def test_most_of_the_words_say_how_the_new_ones_look() -> None:
    body = f"<w:p>{r('№ ')}{r('двенадцать', BOLD)}{r(' шт')}</w:p>{p('б')}"
    assert shapes(done(word_file(body), after(0, "в")))[1] == "[pPr[rPr[ins]] ins[r[rPr[b] t:в]]]"


def test_lists_are_counted_anew() -> None:
    file = word_file(p("один", NUMBERED) + p("два", NUMBERED) + p("три", NUMBERED), numbering=LISTS)
    made = done(file, after(0, "полтора"), gone(1))
    assert said(made) == said(
        word_file(p("один", NUMBERED) + p("полтора", NUMBERED) + p("три", NUMBERED), numbering=LISTS)
    )


def test_a_paragraph_goes_with_its_mark_and_the_next_one_keeps_its_looks() -> None:
    file = word_file(p("а", '<w:jc w:val="right"/>') + p("б", '<w:jc w:val="center"/>') + p("в"))
    made = done(file, gone(1))
    assert shapes(made)[1] == "[pPr[jc rPr[del]] del[r[rPr delText:б]]]"
    assert shapes(accepted(made)) == [shapes(file)[0], shapes(file)[2]]
    assert shapes(rejected(made)) == shapes(file)


def test_fields_breaks_and_links_go_with_their_paragraph() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    asked = "<w:r><w:instrText>REF а</w:instrText></w:r>"
    field = sign("begin") + asked + sign("separate") + r("5") + sign("end")
    link = f'<w:hyperlink w:anchor="а">{r("здесь")}</w:hyperlink>'
    file = word_file(f"{p('до')}<w:p>{field}<w:r><w:br/><w:tab/></w:r>{link}</w:p>{p('после')}")
    made = done(file, gone(1))
    assert "instrText:REF" not in shapes(made)[1]
    assert "delInstrText:REF а" in shapes(made)[1]
    assert texts(made) == ["до", "после"]
    assert not list(tree(accepted(made)).iter(f"{W}fldChar"))


def test_bookmarks_and_comments_outlive_their_paragraph() -> None:
    named = '<w:bookmarkStart w:id="40" w:name="а"/>' + r("б") + '<w:bookmarkEnd w:id="40"/>'
    file = word_file(f"{p('а')}<w:p>{named}</w:p>{p('в')}")
    asked = comment(file, "б", "почему?")
    for data in (
        accepted(revise(file, [gone(1)], [asked]).data),
        revise(file, [gone(1)], [asked], accept=True).data,
    ):
        assert texts(data) == ["а", "в"]
        names = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
        assert all(shapes(data)[1].count(name) == 1 for name in names)


def test_a_comment_in_a_run_with_words_outlives_them() -> None:
    run = '<w:r><w:t>б</w:t><w:commentReference w:id="3"/><w:t>в</w:t></w:r>'
    made = done(word_file(f"{p('а')}<w:p>{run}</w:p>{p('г')}"), gone(1))
    assert shapes(made)[1] == "[pPr[rPr[del]] del[r[delText:б]] r[commentReference] del[r[delText:в]]]"


def test_one_paragraph_takes_the_place_of_another() -> None:
    file = word_file(p("а") + p("старый", NUMBERED) + p("в"), numbering=LISTS)
    made = done(file, gone(1), after(1, "новый"))
    assert texts(made) == ["а", "новый", "в"]
    assert shapes(rejected(made)) == shapes(file)


def test_words_change_beside_paragraphs_that_come_and_go() -> None:
    file = word_file(p("до 2026") + p("лишний") + p("за 2026"))
    asked: list[AnyEdit] = [Edit(MAIN, 0, 6, 7, "7"), gone(1), after(2, "конец"), Edit(MAIN, 2, 6, 7, "7")]
    assert texts(done(file, *asked)) == ["до 2027", "за 2027", "конец"]


# Where the last mark has to stay


@pytest.mark.parametrize(
    ("last", "rest"),
    [
        ("", ""),
        ("", GRID + p("конец")),
        ("", f"<w:sdt><w:sdtContent>{p('в элементе')}</w:sdtContent></w:sdt>{p('конец')}"),
        (SECTION, p("конец")),
    ],
)
def test_at_an_end_the_mark_before_comes_or_goes(last: str, rest: str) -> None:
    looks = f'<w:jc w:val="right"/>{last}'
    file = word_file(p("а", '<w:jc w:val="center"/>') + p("б", looks) + rest)
    tail = texts(file)[2:]
    made = done(file, after(1, "новый"), after(1, "ещё"))
    assert texts(made) == ["а", "б", "новый", "ещё", *tail]
    assert ["rPr[ins]" in each for each in shapes(made)[1:4]] == [True, True, False]
    assert shapes(rejected(made)) == shapes(file)
    made = done(file, gone(1))
    assert texts(made) == ["а", *tail]
    assert shapes(rejected(made))[1].startswith(shapes(file)[1][: len("[pPr[jc")])
    made = done(file, gone(0), gone(1), after(0, "новый"), after(1, "ещё"))
    assert texts(made) == ["новый", "ещё", *tail]
    for anchor in (0, 1):
        asked = (gone(1), after(anchor, "новый"), after(anchor, "ещё"))
        assert texts(done(file, *asked)) == ["а", "новый", "ещё", *tail]


def test_the_looks_of_the_last_mark_are_recorded_where_the_schema_wants_them() -> None:
    right = '<w:jc w:val="right"/><w:rPr><w:i/></w:rPr>'
    made = done(word_file(p("а", NUMBERED) + p("б", right), numbering=LISTS), gone(1))
    assert shapes(made)[1].startswith("[pPr[numPr[ilvl numId] rPr[i] pPrChange[pPr[jc]]] del[")


def test_a_link_or_words_of_others_do_not_keep_a_paragraph_before_a_table() -> None:
    link = f'<w:hyperlink w:anchor="а">{r("ссылка")}</w:hyperlink>'
    file = word_file(f"<w:p>{link}<w:ins {BY_BELOV}>{r('чужое')}</w:ins></w:p>{GRID}{p('конец')}")
    made = done(file, gone(0))
    assert texts(made) == texts(accepted(made, author="prikaz")) == ["клетка", "конец"]
    went = f"<w:del {BY_BELOV}><w:r><w:delText>чужое</w:delText></w:r></w:del>"
    assert why(word_file(f"<w:p>{r('а')}{went}</w:p>{GRID}{p('конец')}"), gone(0)) == (
        "в абзаце перед таблицей есть слова, удалённые другой записанной правкой"
    )


def test_the_end_of_a_section_moves_to_the_new_paragraph_and_back() -> None:
    file = word_file(p("а", SECTION) + p("б"))
    made = done(file, after(0, "новый"))
    assert [each.find(f"{W}pPr/{W}sectPr") is not None for each in tree(made).iter(f"{W}p")] == [
        False,
        True,
        False,
    ]
    assert shapes(rejected(made)) == shapes(file)


def test_a_page_begins_before_the_old_paragraph_only() -> None:
    file = word_file(p("а") + p("б", "<w:pageBreakBefore/>"))
    made = done(file, after(1, "новый"))
    breaks = [each.find(f"{W}pPr/{W}pageBreakBefore") is not None for each in tree(made).iter(f"{W}p")]
    assert breaks == [False, True, False]
    assert shapes(rejected(made)) == shapes(file)


def test_numbers_of_paragraphs_stay_unlike_each_other() -> None:
    body = f'<w:p xmlns:w14="{W14}" w14:paraId="10000000" w14:textId="77777777">{r("а")}</w:p>'
    made = done(word_file(body), after(0, "б"))
    assert [each.get(f"{{{W14}}}paraId") for each in tree(made).iter(f"{W}p")] == [None, "10000000"]
    (back,) = tree(rejected(made)).iter(f"{W}p")
    assert back.get(f"{{{W14}}}paraId") == "10000000"


def test_in_a_cell_a_paragraph_comes_behind_the_last_one_and_goes() -> None:
    right = '<w:jc w:val="right"/>'
    cell = f"<w:tc>{p('а')}{p('б', right)}</w:tc>"
    file = word_file(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>{p('конец')}")
    assert texts(done(file, after(1, "в"))) == ["а", "б", "в", "конец"]
    assert texts(done(file, gone(1))) == ["а", "конец"]
    assert texts(done(file, gone(0))) == ["б", "конец"]
    assert texts(done(file, gone(0), gone(1), after(1, "в"))) == ["в", "конец"]
    made = revise(file, [gone(0), gone(1)])
    assert texts(made.data) == ["б", "конец"]
    assert reasons(made) == ["абзац здесь последний и единственный: без него Word не обойдётся"]


def test_a_paragraph_alone_before_a_table_goes_and_one_between_tables_stays() -> None:
    file = word_file(p("а") + GRID + p("между") + GRID + p("конец"))
    assert texts(done(file, gone(0))) == ["клетка", "между", "клетка", "конец"]
    assert why(file, gone(2)) == "без этого абзаца две таблицы стали бы одной"
    assert texts(done(file, gone(2), after(2, "новый"))) == ["а", "клетка", "новый", "клетка", "конец"]


def test_what_ends_a_section_alone_stays() -> None:
    assert why(word_file(GRID + p("а", SECTION) + p("б")), gone(1)) == (
        "перед абзацем, которым кончается раздел, нет абзаца"
    )


def test_paragraphs_come_and_go_in_all_variants_of_a_box() -> None:
    choice = boxed(p("в рамке") + p("ещё")).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{choice}</mc:Fallback></mc:AlternateContent>"
    )
    file = word_file(f"<w:p><w:r>{both}</w:r></w:p>{p('конец')}")
    made = done(file, after(1, "новый"), gone(2))
    assert texts(made) == ["", "в рамке", "новый", "конец"]
    assert shapes(made)[1:3] == shapes(made)[3:5]


# Beside changes of others


def test_what_others_did_in_a_paragraph_comes_back_with_it() -> None:
    went = f"<w:del {BY_BELOV}><w:r><w:delText>старое</w:delText></w:r></w:del>"
    came = f'<w:ins w:id="8" w:author="Лось">{r("новое")}</w:ins>'
    file = word_file(f"{p('а')}<w:p>{r('б ')}{went}{came}</w:p>{p('в')}")
    made = done(file, gone(1), after(0, "г"))
    assert texts(made) == ["а", "г", "в"]
    assert texts(rejected(made)) == ["а", "б старое", "в"]


def test_a_paragraph_comes_beside_those_of_others() -> None:
    mark = f"<w:pPr><w:rPr><w:ins {BY_BELOV}/></w:rPr></w:pPr>"
    theirs = f"<w:p>{mark}<w:ins {BY_BELOV}>{r('чужой')}</w:ins></w:p>"
    file = word_file(p("а") + theirs + p("б"))
    made = done(file, after(0, "до"), after(1, "после"))
    assert texts(made) == ["а", "до", "чужой", "после", "б"]
    assert texts(rejected(made, author="Белов")) == ["а", "до", "после", "б"]
    assert why(file, gone(1)) == (
        "вставка или удаление этого абзаца уже записаны: сначала примите или отклоните их"
    )


def test_joined_paragraphs_are_left() -> None:
    file = word_file(f"<w:p>{GONE}{r('а')}</w:p>{p('б')}{p('в')}")
    joined = "абзац слит с соседним записанной правкой"
    assert why(file, gone(0)) == why(file, gone(1)) == why(file, after(0, "г")) == joined
    assert texts(done(file, after(1, "г"))) == ["аб", "г", "в"]


def test_looks_that_others_changed_are_not_written_over() -> None:
    change = f"<w:pPrChange {BY_BELOV}><w:pPr/></w:pPrChange>"
    restyled = "оформление этого или соседнего абзаца изменено записанной правкой"
    file = word_file(p("а") + p("б", f'<w:jc w:val="right"/>{change}'))
    assert why(file, gone(1)) == restyled
    assert texts(done(file, gone(0), after(1, "в"))) == ["б", "в"]
    assert why(word_file(p("а", change) + p("б")), gone(1)) == restyled
    file = word_file(p("а") + p("б", f"<w:pageBreakBefore/>{change}"))
    assert why(file, after(1, "в")) == restyled


def test_rejecting_another_restores_both_halves_of_a_parted_paragraph() -> None:
    change = f'<w:pPrChange {BY_BELOV}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    made = done(word_file(p("а", change)), after(0, "б"))
    numbers = [each.get(f"{W}id") for each in tree(made).iter(f"{W}pPrChange")]
    assert len(set(numbers)) == len(numbers)
    assert shapes(rejected(accepted(made, author="prikaz"), author="Белов"))[0] == "[pPr[jc] r[rPr t:а]]"


# What is refused


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "в абзаце стоит сноска, рисунок или другой объект"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "в абзаце стоит формула"),
        ('<w:fldSimple w:instr=" PAGE "/>', "в абзаце стоит поле «PAGE»"),
        (
            '<w:sdt><w:sdtPr><w:alias w:val="срок"/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt>',
            "в абзаце стоит элемент управления «срок»",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "в абзаце начинается или кончается поле, которое стоит и в других абзацах",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "в абзаце начинается или кончается поле, которое стоит и в других абзацах",
        ),
    ],
)
def test_what_cannot_be_recorded_keeps_its_paragraph(inside: str, reason: str) -> None:
    file = word_file(f"{p('а')}<w:p>{r('б')}{inside}</w:p>{p('в')}")
    assert why(file, gone(1)) == reason
    assert texts(done(file, after(1, "г")))[2] == "г"


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ('<w:lock w:val="contentLocked"/>', "элемент управления «без имени» закрыт от изменений"),
        ("<w:text/>", "в элементе управления «без имени» только один абзац"),
    ],
)
def test_a_closed_control_takes_no_paragraph(properties: str, reason: str) -> None:
    control = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{p('а')}</w:sdtContent></w:sdt>"
    assert why(word_file(control + p("б")), after(0, "в")) == reason


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (gone(7), "в части «word/document.xml» нет абзаца 7"),
        (after(7, "а"), "в части «word/document.xml» нет абзаца 7"),
        (InsertedParagraph("word/нет.xml", 0, "а"), "в части «word/нет.xml» нет абзаца 0"),
        (after(0, "\x07"), "в новом тексте есть знак, которого в Word быть не может"),
        (after(0, "\ufffc"), "новый текст просит сноску или рисунок"),
    ],
)
def test_what_makes_no_sense_is_refused(asked: AnyEdit, reason: str) -> None:
    assert why(word_file(p("а") + p("б")), asked) == reason


def test_words_of_a_paragraph_that_goes_are_not_changed() -> None:
    file = word_file(p("до 2026") + p("б"))
    made = revise(file, [Edit(MAIN, 0, 3, 7, "2027"), gone(0), gone(0)])
    assert texts(made.data) == ["б"]
    assert reasons(made) == ["этот абзац уже удаляет другая правка", "абзац удаляет другая правка"]


# What is told


def test_a_field_that_fills_the_place_anew_is_told() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    result = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    file = word_file(f"<w:p>{begin}{result}{r('один')}</w:p>{p('два')}{end}{p('конец')}")
    assert told(revise(file, [after(0, "полтора")])) == [("FIELD", "TOC")]
    assert told(revise(file, [gone(1)])) == [("FIELD", "TOC")]
    assert told(revise(file, [after(2, "за ним")])) == []


def test_a_reference_to_words_that_go_is_told() -> None:
    named = f'<w:p><w:bookmarkStart w:id="1" w:name="срок"/>{r("до мая")}<w:bookmarkEnd w:id="1"/></w:p>'
    file = word_file(f'{named}<w:p><w:fldSimple w:instr="REF срок">{r("до мая")}</w:fldSimple></w:p>')
    assert told(revise(file, [gone(0)])) == [("STALE", "REF срок")]


def test_a_long_file_loses_and_gets_hundreds_of_paragraphs_in_no_time() -> None:
    file = word_file(p("Подготовить отчёт о работе школ района") * 2_500)
    asked = [kind for index in range(0, 2_500, 5) for kind in (gone(index), after(index + 1, "новый"))]
    start = time.process_time()
    made = revise(file, asked)
    assert time.process_time() - start < 10
    assert made.refused == ()


def test_a_document_may_begin_with_new_paragraphs() -> None:
    file = word_file(p("а", '<w:jc w:val="center"/>') + p("б"))
    made = done(file, before(0, "первый"), before(0, "второй"))
    assert texts(made) == ["первый", "второй", "а", "б"]
    assert shapes(made)[0] == "[pPr[jc rPr[ins]] ins[r[t:первый]]]"


def test_a_new_paragraph_may_stand_between_a_table_and_the_next_one() -> None:
    file = word_file(GRID + p("а") + p("б"))
    assert texts(done(file, before(1, "новый"), gone(2))) == ["клетка", "новый", "а"]


def test_nothing_comes_before_a_paragraph_that_goes_or_has_joined_another() -> None:
    file = word_file(p("а") + p("б"))
    made = revise(file, [gone(1), before(1, "новый")])
    assert reasons(made) == ["абзац, перед которым стоит новый, удаляет другая правка"]
    assert texts(made.data) == ["а"]
    joined = word_file(f"<w:p>{GONE}{r('а')}</w:p>" + p("б"))
    assert reasons(revise(joined, [before(1, "новый")])) == ["абзац слит с соседним записанной правкой"]


def test_a_text_box_may_begin_with_a_new_paragraph() -> None:
    file = word_file(boxed(p("а")))
    assert texts(done(file, before(1, "новый")))[-2:] == ["новый", "а"]
