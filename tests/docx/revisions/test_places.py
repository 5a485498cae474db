"""Words are changed where they stand, whatever they stand in."""

from __future__ import annotations

import time

import pytest

from prikaz.docx.revisions import Edit, ToldKind, accepted, rejected, revise
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.editing import (
    BY_BELOV,
    MAIN,
    attributes,
    changed,
    edit,
    every_year,
    parts,
    refused,
    shape,
    told,
    tree,
    xml,
)
from tests.docx.revisions.said import remarks, said, texts

BOLD, ITALIC = "<w:b/>", "<w:i/>"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + said + mark("separate") + result + mark("end")


def control(properties: str, inside: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def is_sound(file: bytes, made: bytes, text: str) -> bool:
    """Whether the first paragraph reads so now, is so when accepted, and is as it was when rejected."""
    return (
        texts(made)[0] == texts(accepted(made))[0] == text
        and said(accepted(made)) == said(made)
        and said(rejected(made)) == said(rejected(file))
        and said(rejected(made, author="prikaz")) == said(file)
        and remarks(rejected(made, author="prikaz")) == remarks(file)
    )


def test_only_the_characters_that_differ_are_changed() -> None:
    file = word_file(f"<w:p>{r('до 20.12.2026 года')}</w:p>")
    made = changed(file, "20.12.2026 года", "20.12.2027 года")
    assert xml(made) == "r[rPr t:до 20.12.202]del[r[rPr delText:6]]ins[r[t:7]]r[rPr t: года]"
    assert is_sound(file, made, "до 20.12.2027 года")


def test_words_may_be_changed_whole() -> None:
    file = word_file(p("до 20.12.2026 года"))
    made = revise(file, [edit(file, "20.12.2026", "20.12.2027")._replace(whole=True)]).data
    assert xml(made) == ("pPrr[rPr t:до ]del[r[rPr delText:20.12.2026]]ins[r[t:20.12.2027]]r[rPr t: года]")
    assert parts(revise(file, [edit(file, "года", "года")._replace(whole=True)]).data) == parts(file)


def test_a_change_says_whose_it_is_and_when_only_if_told() -> None:
    file = word_file(p("2026"))
    (deletion,) = tree(changed(file, "2026", "2027")).iter(f"{W}del")
    assert attributes(deletion) == {f"{W}id": "1", f"{W}author": "prikaz"}


def test_numbers_of_changes_are_unlike_those_of_others() -> None:
    file = word_file(
        f'{p("2026")}<w:p><w:ins {BY_BELOV}>{r("а")}</w:ins><w:bookmarkStart w:id="41" w:name="а"/></w:p>'
    )
    names = [each.get(f"{W}id") for each in tree(changed(file, "2026", "2027")).iter(f"{W}del", f"{W}ins")]
    assert sorted(map(int, filter(None, names))) == [7, 42, 43]


def test_a_year_in_three_runs_keeps_the_looks_of_each() -> None:
    file = word_file(f"<w:p>{r('от 2')}{r('02', BOLD)}{r('6 г.', ITALIC)}</w:p>")
    made = changed(file, "2026", "2031")
    assert is_sound(file, made, "от 2031 г.")
    made = changed(file, "2026", "1999")
    assert is_sound(file, made, "от 1999 г.")
    (insertion,) = tree(made).iter(f"{W}ins")
    assert shape(insertion) == "ins[r[t:1999]]"


def test_new_words_look_like_the_first_of_the_old_ones() -> None:
    file = word_file(f"<w:p>{r('в ')}{r('мае', BOLD)}{r(' июне', ITALIC)}</w:p>")
    (insertion,) = tree(changed(file, "мае июне", "апреле")).iter(f"{W}ins")
    assert shape(insertion) == "ins[r[rPr[b] t:апрел]]"


def test_new_words_do_not_take_over_a_recorded_change_of_looks() -> None:
    change = f"<w:b/><w:rPrChange {BY_BELOV}><w:rPr/></w:rPrChange>"
    file = word_file(f"<w:p>{r('год 2026 шёл', change)}</w:p>")
    made = changed(file, "2026", "2027")
    (insertion,) = tree(made).iter(f"{W}ins")
    assert shape(insertion) == "ins[r[rPr[b] t:7]]"
    names = [each.get(f"{W}id") for each in tree(made).iter(f"{W}rPrChange")]
    assert len(names) == len(set(names)) == 3
    assert is_sound(file, made, "год 2027 шёл")


def test_halves_of_a_run_keep_its_attributes_and_spaces() -> None:
    file = word_file('<w:p><w:r w:rsidR="00AA11BB"><w:t xml:space="preserve"> в 2026 г. </w:t></w:r></w:p>')
    made = changed(file, "2026", "2027")
    assert [each.get(f"{W}rsidR") for each in tree(made).iter(f"{W}r")] == [
        "00AA11BB",
        "00AA11BB",
        None,
        "00AA11BB",
    ]
    assert is_sound(file, made, " в 2027 г. ")


def test_spaces_that_word_does_not_show_stay_unseen() -> None:
    file = word_file("<w:p><w:r><w:t>\n  в 2026 г. \n</w:t></w:r></w:p>")
    assert is_sound(file, changed(file, "2026", "2027"), "в 2027 г.")
    assert is_sound(file, changed(file, "в 2026 г.", "всегда"), "всегда")


def test_tabs_and_breaks_stay_where_they_are() -> None:
    file = word_file(
        "<w:p><w:r><w:t>16.03.2026</w:t><w:tab/><w:t>№ 75</w:t><w:br/><w:t>Заречный</w:t></w:r></w:p>"
    )
    made = changed(file, "16.03.2026\t№ 75\nЗ", "______\t№ ___\nЗ")
    assert is_sound(file, made, "______\t№ ___\nЗаречный")
    assert not any(
        each.tag == f"{W}tab" for item in tree(made).iter(f"{W}del", f"{W}ins") for each in item.iter()
    )


def test_tabs_and_breaks_may_go_and_come() -> None:
    file = word_file("<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t></w:r></w:p>")
    assert is_sound(file, changed(file, "а\tб", "а\nв\fг\u2011д"), "а\nв\fг\u2011д")


def test_a_soft_hyphen_goes_with_the_letters_round_it() -> None:
    file = word_file("<w:p><w:r><w:t>до 20\u00ad26 го</w:t><w:softHyphen/><w:t>да</w:t></w:r></w:p>")
    made = changed(file, "2026 года", "2027 года")
    assert is_sound(file, made, "до 2027 года")


def test_a_year_in_the_result_of_a_field_is_changed_and_told() -> None:
    referring = field(" REF срок \\h ", r("2026"))
    file = word_file(f"<w:p>{r('к ')}{referring}{r(' году')}</w:p>")
    made = revise(file, [edit(file, "2026", "2027")])
    assert told(made) == [("FIELD", "REF срок \\h")]
    assert "instrText: REF срок \\h " in xml(made.data)
    assert is_sound(file, made.data, "к 2027 году")


def test_a_year_in_a_simple_field_is_changed_and_told() -> None:
    file = word_file(f'<w:p><w:fldSimple w:instr="DOCPROPERTY Год">{r("2026")}</w:fldSimple></w:p>')
    made = revise(file, [edit(file, "2026", "2027")])
    assert told(made) == [("FIELD", "DOCPROPERTY Год")]
    assert is_sound(file, made.data, "2027")


def test_a_year_in_a_field_that_began_in_another_paragraph_is_told() -> None:
    begin = field("TOC", "").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    file = word_file(f"<w:p>{begin}{r('первый')}</w:p><w:p>{r('план на 2026')}</w:p>")
    assert told(revise(file, [edit(file, "2026", "2027")])) == [("FIELD", "TOC")]


def test_a_field_that_lies_in_one_run_stays_whole() -> None:
    inside = (
        '<w:t>в </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF а</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>2026</w:t><w:fldChar w:fldCharType="end"/><w:t>г.</w:t>'
    ).replace("<w:t>", '<w:t xml:space="preserve">')
    file = word_file(f"<w:p><w:r>{inside}</w:r></w:p>")
    made = changed(file, "2026", "1999")
    assert is_sound(file, made, "в 1999г.")
    assert not [each for item in tree(made).iter(f"{W}del") for each in item.iter(f"{W}fldChar")]


def test_what_is_chosen_from_a_list_is_left_to_it() -> None:
    entries = (
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="2025"/><w:listEntry w:val="2026"/></w:ddList>'
    )
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{entries}</w:ffData></w:fldChar></w:r>'
    instruction = "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    file = word_file(f"<w:p>{r('в ')}{begin}{instruction}{end}{r(' году')}</w:p>")
    assert texts(file) == ["в 2026 году"]
    assert refused(file, "2026", "2027") == "слова выбраны из списка поля"
    assert is_sound(file, changed(file, " году", " г."), "в 2026 г.")


def test_the_date_of_today_is_left_to_its_field() -> None:
    today = field("DATE \\@ yyyy", r("2026"))
    file = word_file(f"<w:p>{today}</w:p>")
    assert refused(file, "2026", "2027") == "дату здесь ставит само поле «DATE \\@ yyyy»"


def test_words_half_in_a_field_are_left() -> None:
    file = word_file(f"<w:p>{r('до ')}{field('REF а', r('мая'))}</w:p>")
    assert refused(file, "до мая", "с июня") == "слова стоят частью в поле, частью вне его"


def test_a_year_in_a_hyperlink_stays_in_it() -> None:
    file = word_file(f'<w:p>{r("см. ")}<w:hyperlink w:anchor="а">{r("план 2026 года")}</w:hyperlink></w:p>')
    made = changed(file, "2026", "2027")
    assert "hyperlink[r[rPr t:план 202] del[r[rPr delText:6]] ins[r[t:7]] r[rPr t: года]]" in xml(made)
    assert is_sound(file, made, "см. план 2027 года")


def test_a_year_begun_before_a_smart_tag_is_changed_on_both_sides() -> None:
    file = word_file(f'<w:p>{r("в 19")}<w:smartTag w:uri="а" w:element="б">{r("99 г.")}</w:smartTag></w:p>')
    made = changed(file, "1999", "2026")
    assert is_sound(file, made, "в 2026 г.")


def test_a_year_in_a_content_control_is_changed() -> None:
    year = control('<w:alias w:val="Год"/>', r("2026"))
    file = word_file(f"<w:p>{r('в ')}{year}</w:p>")
    made = revise(file, [edit(file, "2026", "2027")])
    assert made.told == ()
    assert is_sound(file, made.data, "в 2027")


def test_a_control_that_holds_a_date_is_told() -> None:
    chosen = '<w:alias w:val="Срок"/><w:date w:fullDate="2026-05-01T00:00:00Z"/>'
    file = word_file(f"<w:p>{control(chosen, r('01.05.2026'))}</w:p>")
    assert told(revise(file, [edit(file, "2026", "2027")])) == [("FORM", "Срок")]


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        (
            '<w:dataBinding w:xpath="/а" w:storeItemID="{б}"/>',
            "текст элемента управления «без имени» берётся из свойств документа",
        ),
        (
            '<w:tag w:val="год"/><w:lock w:val="contentLocked"/>',
            "элемент управления «год» закрыт от изменений",
        ),
        ("<w:showingPlcHdr/>", "в элементе управления «без имени» стоит подсказка, а не текст"),
    ],
)
def test_a_control_that_would_undo_a_change_is_left(properties: str, why: str) -> None:
    file = word_file(f"<w:p>{control(properties, r('2026'))}</w:p>")
    assert refused(file, "2026", "2027") == why
    whole = word_file(control(properties, p("2026")) + p("а"))
    assert refused(whole, "2026", "2027") == why


def test_a_control_that_is_only_kept_from_being_removed_is_no_obstacle() -> None:
    kept = control('<w:lock w:val="sdtLocked"/>', r("2026"))
    file = word_file(f"<w:p>{kept}</w:p>")
    assert is_sound(file, changed(file, "2026", "2027"), "2027")


def test_a_control_is_never_left_empty() -> None:
    file = word_file(f"<w:p>{r('а')}{control('', r('2026'))}</w:p>")
    for made in (
        revise(file, [edit(file, "2026", "")], accept=True).data,
        accepted(changed(file, "2026", "")),
    ):
        assert "sdtContent[r" in xml(made)
        assert texts(made) == ["а"]


def test_a_year_in_a_footnote_is_changed_in_its_part() -> None:
    note = f'<w:footnote w:id="2">{p("Приказ 2026 года")}</w:footnote>'
    file = word_file(f'<w:p>{r("слово")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=note)
    made = changed(file, "2026", "2027")
    assert texts(made) == ["слово\ufffc", "Приказ 2027 года"]
    assert is_sound(file, made, "слово\ufffc")
    before, after = parts(file), parts(made)
    assert [name for name in after if after[name] != before.get(name)] == ["word/footnotes.xml"]


def test_a_footnote_among_the_words_stays_where_it_is() -> None:
    note = f'<w:footnote w:id="2">{p("сноска")}</w:footnote>'
    body = f'<w:p>{r("до 2026")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" и в 2026")}</w:p>'
    file = word_file(body, footnotes=note)
    assert is_sound(
        file, changed(file, "2026\ufffc и в 2026", "2027\ufffc и в 2027"), "до 2027\ufffc и в 2027"
    )
    assert refused(file, "2026\ufffc и в", "в") == "среди слов стоит сноска, рисунок или другой объект"
    assert (
        refused(file, "до", "до \ufffc") == "новый текст просит сноску или рисунок, которых на этом месте нет"
    )


def test_words_beside_a_footnote_do_not_stand_above_the_line() -> None:
    note = f'<w:footnote w:id="2">{p("сноска")}</w:footnote>'
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    file = word_file(f"<w:p>{raised}{r('год', BOLD)}</w:p>", footnotes=note)
    (insertion,) = tree(changed(file, "\ufffcгод", "\ufffcэтот год")).iter(f"{W}ins")
    assert shape(insertion) == "ins[r[rPr[b] t:этот ]]"


def test_a_year_in_a_header_is_changed_in_its_part() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    file = word_file(p("а") + section, header1=p("План на 2026 год"))
    made = changed(file, "2026", "2027")
    assert texts(made) == ["а", "План на 2027 год"]
    assert said(rejected(made)) == said(file)


def test_a_year_in_a_text_box_is_changed_in_both_its_variants() -> None:
    def box(inside: str) -> str:
        return f"<w:txbxContent>{inside}</w:txbxContent>"

    new = (
        '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="а"/>'
        "<a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{box(p('лист') + p('на 2026 год'))}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old_box = box(f"{p('лист')}<w:p>{r('на 20')}{r('26 год')}</w:p>")
    old = f"<w:pict><v:shape><v:textbox>{old_box}</v:textbox></v:shape></w:pict>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    file = word_file(f"<w:p>{both}{r('после')}</w:p>")
    made = changed(file, "2026", "2027")
    assert texts(made) == ["после", "лист", "на 2027 год"]
    assert [shape(each) for each in tree(made).iter(f"{W}ins")] == ["ins[r[t:7]]"] * 2
    assert said(rejected(made)) == said(file)
    other = word_file(f"<w:p>{both.replace('>26 год', '>25 год')}{r('после')}</w:p>")
    assert told(revise(other, [edit(other, "2026", "2027")])) == [("COPY", "на 2026 год")]


def test_a_year_in_a_merged_head_is_changed() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{p(text)}</w:tc>"

    grid = "<w:tblGrid>" + '<w:gridCol w:w="1000"/>' * 3 + "</w:tblGrid>"
    merged, wide, going_on = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>', "<w:vMerge/>"
    head = f"<w:tr>{cell('№', merged)}{cell('Сроки в 2026 году', wide)}</w:tr>"
    rest = f"<w:tr>{cell('', going_on)}{cell('план')}{cell('факт')}</w:tr>"
    file = word_file(f"<w:tbl><w:tblPr/>{grid}{head}{rest}</w:tbl>{p('')}")
    made = changed(file, "2026", "2027")
    assert "Сроки в 2027 году" in texts(made)
    assert said(accepted(made)) == said(made)
    assert said(rejected(made)) == said(file)


def test_a_year_in_a_numbered_list_keeps_its_number() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    file = word_file(p("Первый", numbered) + p("До 2026 года", numbered), numbering=lists)
    made = changed(file, "2026", "2027")
    assert said(rejected(made)) == said(file)
    assert said(made) != said(file)


# Inside changes of others


def test_what_another_inserted_is_deleted_inside_his_insertion() -> None:
    file = word_file(f"<w:p><w:ins {BY_BELOV}>{r('до 2026 года')}</w:ins></w:p>")
    made = changed(file, "2026", "2027")
    assert xml(made) == ("ins[r[rPr t:до 202] del[r[rPr delText:6]]]ins[r[t:7]]ins[r[rPr t: года]]")
    assert [each.get(f"{W}author") for each in tree(made).iter(f"{W}ins")] == ["Белов", "prikaz", "Белов"]
    assert is_sound(file, made, "до 2027 года")


def test_what_another_deleted_is_not_touched() -> None:
    gone = f"<w:del {BY_BELOV}><w:r><w:delText>25</w:delText></w:r></w:del>"
    file = word_file(f"<w:p>{r('до 20')}{gone}{r('26')}</w:p>")
    made = changed(file, "2026", "1999")
    assert is_sound(file, made, "до 1999")
    assert shape(next(each for each in tree(made).iter(f"{W}del") if each.get(f"{W}author") == "Белов")) == (
        "del[r[delText:25]]"
    )


def test_what_another_moved_is_changed_where_it_went() -> None:
    away = f"<w:p><w:moveFrom {BY_BELOV}>{r('до 2026 года')}</w:moveFrom></w:p>"
    there = f'<w:p><w:moveTo w:id="8" w:author="Белов">{r("до 2026 года")}</w:moveTo></w:p>'
    file = word_file(there + away)
    made = changed(file, "2026", "2027")
    assert is_sound(file, made, "до 2027 года")
    assert texts(rejected(made)) == ["", "до 2026 года"]


def test_what_we_inserted_ourselves_is_changed_as_if_typed_anew() -> None:
    file = word_file(p("до 2026 года"))
    once = changed(file, "2026", "2027")
    twice = changed(once, "2027", "2028")
    assert xml(twice).count("del[") == 1
    assert texts(twice) == ["до 2028 года"]
    assert said(rejected(twice)) == said(file)
    assert said(accepted(twice)) == said(changed(file, "2026", "2028"))


def test_nothing_comes_between_a_link_and_the_insertion_of_another() -> None:
    file = word_file(
        f'<w:p><w:ins {BY_BELOV}><w:hyperlink w:anchor="а">{r("2026")}</w:hyperlink></w:ins></w:p>'
    )
    assert refused(file, "2026", "2027") == (
        "слова стоят внутри чужой вставки вместе с гиперссылкой или элементом управления"
    )
    assert is_sound(file, changed(file, "2026", "202"), "202")


def test_a_paragraph_whose_mark_is_deleted_is_changed_with_the_next_one() -> None:
    gone = f"<w:pPr><w:rPr><w:del {BY_BELOV}/></w:rPr></w:pPr>"
    file = word_file(f"<w:p>{gone}{r('до 20')}</w:p>{p('26 года')}")
    made = changed(file, "2026", "1999")
    assert texts(made) == ["до 1999 года"]
    assert said(accepted(made)) == said(made)
    assert texts(rejected(made)) == ["до 20", "26 года"]
    asked = edit(file, "2026", "1999")._replace(paragraph=0, end=5)
    assert [each.reason for each in revise(file, [asked]).refused] == [
        "абзац слит со следующим записанной правкой"
    ]


def test_without_marks_a_changed_year_is_one_run_again() -> None:
    file = word_file(f"<w:p>{r('до 2026 года')}{r(' весь', BOLD)}</w:p>")
    made = revise(file, [edit(file, "2026", "2027")], accept=True).data
    assert xml(made) == "r[rPr t:до 2027 года]r[rPr[b] t: весь]"
    other = revise(file, [edit(file, "да весь", "ды все")], accept=True).data
    assert xml(other) == "r[rPr t:до 2026 годы все]"


# What is refused whatever the place


def test_edits_that_overlap_are_not_both_made() -> None:
    file = word_file(p("до 20 мая 2026 года"))
    made = revise(file, [edit(file, "20 мая 2026", "1 июня 2027"), edit(file, "2026 года", "2028 г.")])
    assert texts(made.data) == ["до 1 июня 2027 года"]
    assert [each.reason for each in made.refused] == ["правка захватывает слова другой правки"]


def test_edits_side_by_side_are_both_made() -> None:
    file = word_file(p("до мая 2026 года"))
    edits = [edit(file, "мая", "июня"), edit(file, " 2026", " 2027"), edit(file, " года", " г.")]
    made = revise(file, edits)
    assert made.refused == ()
    assert texts(made.data) == ["до июня 2027 г."]
    assert said(rejected(made.data)) == said(file)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Edit("word/нет.xml", 0, 0, 4, "2027"), "в части «word/нет.xml» нет абзаца 0"),
        (Edit(MAIN, 5, 0, 4, "2027"), "в части «word/document.xml» нет абзаца 5"),
        (Edit(MAIN, -1, 0, 4, "2027"), "в части «word/document.xml» нет абзаца -1"),
        (Edit(MAIN, 0, 0, 99, "2027"), "в абзаце 4 знаков, а правка просит знаки с 0 по 99"),
        (Edit(MAIN, 0, 3, 2, "2027"), "в абзаце 4 знаков, а правка просит знаки с 3 по 2"),
        (Edit(MAIN, 0, 0, 4, "\x07"), "в новом тексте есть знак, которого в Word быть не может"),
    ],
)
def test_an_edit_of_nothing_is_refused(asked: Edit, why: str) -> None:
    file = word_file(p("2026"))
    made = revise(file, [asked])
    assert made.refused == ((asked, why),)
    assert parts(made.data) == parts(file)


def test_words_in_a_formula_are_left() -> None:
    file = word_file(f"<w:p>{r('при ')}<m:oMath><m:r><m:t>x=2026</m:t></m:r></m:oMath>{r(' и')}</w:p>")
    assert refused(file, "2026", "2027") == "слова стоят в формуле"
    assert refused(file, "x=", "x= ") == "слова стоят в формуле"
    assert is_sound(file, changed(file, " и", " и так"), "при x=2026 и так")


def test_a_reference_to_changed_words_is_told() -> None:
    named = '<w:bookmarkStart w:id="1" w:name="срок"/>' + r("до 2026 года") + '<w:bookmarkEnd w:id="1"/>'
    file = word_file(f"<w:p>{named}</w:p><w:p>{field('REF срок', r('до 2026 года'))}</w:p>")
    made = revise(file, [edit(file, "2026", "2027")])
    assert [each.kind for each in made.told] == [ToldKind.STALE]
    other = word_file(f"<w:p>{named}</w:p><w:p>{field('REF иное', r('до 2026 года'))}</w:p>")
    assert revise(other, [edit(other, "2026", "2027")]).told == ()


def test_words_come_into_an_empty_paragraph_with_the_looks_of_its_mark() -> None:
    file = word_file(f"<w:p><w:pPr><w:rPr><w:ins {BY_BELOV}/><w:b/></w:rPr></w:pPr></w:p>{p('а')}")
    made = revise(file, [edit(file, "", "2027")]).data
    (insertion,) = (each for each in tree(made).iter(f"{W}ins") if len(each))
    assert shape(insertion) == "ins[r[rPr[b] t:2027]]"
    assert texts(made) == ["2027", "а"]


def test_a_long_file_takes_hundreds_of_changes_in_no_time() -> None:
    """Two hundred pages and five hundred edits: seconds on a slow machine; a square would be minutes."""
    words = "Подготовить отчёт о работе с молодыми педагогами школ района и представить его в отдел до 20"
    body = "".join(f"<w:p>{r(words)}{r('26', BOLD)}{r(' года ' * 20)}</w:p>" for _ in range(2_500))
    file = word_file(body)
    edits = [Edit(MAIN, index * 5, len(words), len(words) + 2, "27") for index in range(500)]
    start = time.process_time()
    made = revise(file, edits)
    assert time.process_time() - start < 10
    assert made.refused == ()


def test_a_long_paragraph_takes_hundreds_of_changes_in_no_time() -> None:
    file = word_file(p("до 2026 года " * 1_000))
    start = time.process_time()
    made = revise(file, every_year(file))
    assert time.process_time() - start < 10
    assert texts(made.data) == ["до 2027 года " * 1_000]
