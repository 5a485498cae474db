"""A Word file with changes that make another one of it: accepted, it is that one, rejected, the old one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Cell, Table
from prikaz.docx.revisions import ToldKind, accepted, rejected
from prikaz.reader import read
from prikaz.reader.revision.redline import Redline, Unrecorded, redline
from tests.docx.content.word_file import boxed, only_paragraphs, p, r, word_file
from tests.docx.revisions.blocks import LISTS
from tests.docx.revisions.editing import MAIN, attributes, shape, tree
from tests.docx.revisions.said import said, texts
from tests.reader import word_files
from tests.reader.redline_files import Pair, changed, edited_pairs, typed_pairs

FEW = settings(max_examples=60, deadline=None)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
CENTERED = '<w:jc w:val="center"/>'
CASES = (*word_files.names(), *word_files.names(held=True))


def made_of(pair: Pair) -> Redline:
    return redline(pair.old, read_content(pair.old), read_content(pair.new))


def checked(pair: Pair) -> Redline:
    """What differs in two files, recorded; both laws hold."""
    made = made_of(pair)
    assert said(rejected(made.data, author="prikaz")) == said(pair.old)
    assert all(each.place for each in made.unrecorded)
    if not made.unrecorded:
        assert texts(accepted(made.data)) == texts(pair.new)
    return made


def whole(old: bytes, new: bytes) -> bytes:
    """The old file with all that differs recorded."""
    made = checked(Pair(old, new))
    assert made.unrecorded == ()
    return made.data


def left(old: bytes, new: bytes) -> list[Unrecorded]:
    """What could not be recorded."""
    return list(checked(Pair(old, new)).unrecorded)


def shapes(file: bytes, part: str = MAIN) -> list[str]:
    """Paragraphs of a part as brackets."""
    return [shape(each).removeprefix("p") for each in tree(file, part).iter(f"{W}p")]


def table(*rows: str, widths: int = 2) -> str:
    grid = '<w:gridCol w:w="1000"/>' * widths
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{p('после')}"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in cells)}</w:tr>"


def rows_of(file: bytes) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the table that a file begins with."""
    first = read_content(file).sections[0].blocks[0]
    assert isinstance(first, Table)
    return first.rows


def wide(text: str, columns: int = 2) -> str:
    return f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{p(text)}</w:tc></w:tr>'


# Laws


@FEW
@given(typed_pairs())
def test_accepted_it_says_the_new_text_and_rejected_the_old_one(pair: Pair) -> None:
    checked(pair)


@FEW
@given(edited_pairs())
def test_it_does_so_among_fields_controls_and_changes_of_others(pair: Pair) -> None:
    checked(pair)


@pytest.mark.parametrize("name", CASES)
def test_a_file_of_a_clerk_becomes_a_changed_copy_that_is_read_as_that_one(name: str) -> None:
    file = word_files.word_file(name)
    new = changed(file)
    data = whole(file, new)
    assert read(accepted(data)).order == read(new).order


@pytest.mark.parametrize("name", CASES)
def test_of_equal_files_nothing_is_recorded(name: str) -> None:
    file = word_files.word_file(name)
    assert made_of(Pair(file, file)) == Redline(file)


@pytest.mark.parametrize(("name", "other"), list(zip(CASES, CASES[7:], strict=False)))
def test_files_that_have_nothing_in_common_are_told_of_or_recorded(name: str, other: str) -> None:
    checked(Pair(word_files.word_file(name), word_files.word_file(other)))


# Words


def test_words_are_recorded_one_by_one_and_numbers_whole() -> None:
    data = whole(word_file(p("Сдать отчёт до 12.03.2027.")), word_file(p("Сдать отчёт до 15.04.2028.")))
    assert shapes(data) == [
        "[pPr r[rPr t:Сдать отчёт до ] del[r[rPr delText:12.03.2027]] ins[r[t:15.04.2028]] r[rPr t:.]]"
    ]


def test_words_side_by_side_are_one_change() -> None:
    old, new = "Назначить ответственным за слёт Белова И.Л.", "Назначить ответственным за сбор Лося И.Л."
    (was,) = tree(whole(word_file(p(old)), word_file(p(new)))).iter(f"{W}delText")
    assert was.text == "слёт Белова"


def test_numbers_that_word_prints_are_no_text() -> None:
    plain, counted = word_file(p("а"), numbering=LISTS), word_file(p("а", NUMBERED), numbering=LISTS)
    assert whole(plain, counted) == plain


def test_changes_are_signed_and_dated() -> None:
    old, new = word_file(p("до 5 мая")), word_file(p("до 6 мая"))
    made = redline(old, read_content(old), read_content(new), date=dt.date(2027, 2, 1))
    (mark,) = tree(made.data).iter(f"{W}ins")
    assert attributes(mark)[f"{W}author"] == "prikaz"
    assert attributes(mark)[f"{W}date"].startswith("2027-02-01")


def test_a_pair_is_changed_whole_or_not_at_all() -> None:
    lock = '<w:sdtPr><w:alias w:val="Дата"/><w:lock w:val="contentLocked"/></w:sdtPr>'
    held = f"<w:sdt>{lock}<w:sdtContent>{r('мая')}</w:sdtContent></w:sdt>"
    old = word_file(p("начало") + f"<w:p>{r('Сдать план слёта до 5 ')}{held}{r(' включительно')}</w:p>")
    new = word_file(p("конец") + p("Сдать отчёт слёта до 5 июня включительно"))
    ((place, was, became, reason),) = left(old, new)
    assert (place, reason) == ("абзац 2", "элемент управления «Дата» закрыт от изменений")
    assert (was, became) == ("Сдать план слёта до 5 мая включительно", texts(new)[1])
    assert texts(accepted(made_of(Pair(old, new)).data)) == ["конец", was]


def test_a_number_half_in_a_locked_control_is_changed_where_it_may_be() -> None:
    lock = '<w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr>'
    held = f"<w:sdt>{lock}<w:sdtContent>{r('20')}</w:sdtContent></w:sdt>"
    old = word_file(f"<w:p>{r('Провести слёт в ')}{held}{r('27 году')}</w:p>")
    whole(old, word_file(p("Провести слёт в 2028 году")))


def test_words_behind_a_note_are_changed_where_they_stand() -> None:
    note = f'<w:footnote w:id="2">{p("Указ")}</w:footnote>'

    def file(year: int) -> bytes:
        reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        return word_file(f"<w:p>{r('Слёт')}{reference}{r(f' в {year} году')}</w:p>", footnotes=note)

    whole(file(2027), file(2028))


def test_what_word_may_undo_is_told() -> None:
    field = f'<w:p><w:fldSimple w:instr="REF срок">{r("5 мая")}</w:fldSimple></w:p>'
    made = checked(Pair(word_file(field), word_file(p("5 июня"))))
    assert made.told == ((ToldKind.FIELD, "REF срок"),)


# Paragraphs


def test_whole_paragraphs_come_and_go_where_they_belong() -> None:
    old = word_file("".join(map(p, ("Провести слёт школ.", "Сдать отчёт.", "Контроль за собой."))))
    new = word_file("".join(map(p, ("Утвердить план сбора.", "Провести слёт школ.", "Контроль за собой."))))
    assert shapes(whole(old, new)) == [
        "[pPr[rPr[ins]] ins[r[t:Утвердить план сбора.]]]",
        "[pPr r[rPr t:Провести слёт школ.]]",
        "[pPr[rPr[del]] del[r[rPr delText:Сдать отчёт.]]]",
        "[pPr r[rPr t:Контроль за собой.]]",
    ]


def test_a_new_paragraph_looks_like_the_neighbour_that_it_resembles() -> None:
    old = word_file(p("ПРИКАЗ", CENTERED) + p("Провести слёт."))
    above = word_file(p("ПРИКАЗ", CENTERED) + p("О слёте", CENTERED) + p("Провести слёт."))
    below = word_file(p("ПРИКАЗ", CENTERED) + p("По итогам года") + p("Провести слёт."))
    for new, aligned in ((above, ["center", "center", "left"]), (below, ["center", "left", "left"])):
        made = only_paragraphs(read_content(accepted(whole(old, new))).sections[0].blocks)
        assert [paragraph.alignment for paragraph in made] == aligned


def test_a_paragraph_between_tables_cannot_come() -> None:
    one, two = table(row("а", "б")).removesuffix(p("после")), table(row("в", "г"))
    ((place, _, became, reason),) = left(word_file(one + two), word_file(one + p("Новый") + two))
    assert (place, became) == ("в новом файле абзац 1", "Новый")
    assert reason == "рядом нет абзаца, у которого мог бы встать новый"


# Tables


def test_rows_come_and_go_and_cells_change() -> None:
    old = table(row("Дело", "Срок"), row("Сбор", "май"), row("Отчёт", "июнь"))
    new = table(row("Дело", "Срок"), row("Сбор школ", "май"), row("Слёт", "июль"))
    data = whole(word_file(old), word_file(new))
    assert texts(data) == ["Дело", "Срок", "Сбор школ", "май", "Слёт", "июль", "после"]
    marks = [[each.tag for each in line.iter(f"{W}trPr/*")] for line in tree(data).iter(f"{W}tr")]
    assert len(marks) == 4


def test_a_row_behind_the_title_of_a_section_is_made_like_the_others() -> None:
    old = table(row("Дело", "Срок"), wide("I. Сборы"), row("Сбор", "май"))
    new = table(row("Дело", "Срок"), wide("I. Сборы"), row("Слёт", "июль"), row("Сбор", "май"))
    whole(word_file(old), word_file(new))


def test_a_row_behind_the_head_looks_like_no_head() -> None:
    bold = f"<w:tr><w:tc><w:p>{r('Дело', '<w:b/>')}</w:p></w:tc></w:tr>"
    old = table(bold, row("Сбор"), widths=1)
    data = accepted(whole(word_file(old), word_file(table(bold, row("Слёт"), row("Сбор"), widths=1))))
    looks = [
        [run.format.bold for block in only_paragraphs(cell.blocks) for run in block.runs]
        for (cell,) in rows_of(data)
    ]
    assert looks == [[True], [False], [False]]


def test_a_row_comes_into_a_merged_cell() -> None:
    def merged(value: str, text: str, other: str) -> str:
        said = f'<w:tcPr><w:vMerge w:val="{value}"/></w:tcPr>'
        return f"<w:tr><w:tc>{said}{p(text)}</w:tc><w:tc>{p(other)}</w:tc></w:tr>"

    top, last = merged("restart", "Сборы", "май"), merged("continue", "", "июль")
    middle = merged("continue", "", "слёт в июне")
    data = whole(word_file(table(top, last)), word_file(table(top, middle, last)))
    assert [len(cells) for cells in rows_of(data)] == [2, 1, 1]
    ((_, _, became, reason),) = left(word_file(table(top, last)), word_file(table(top, last, middle)))
    assert (became, reason[:7]) == ("слёт в июне", "на этом")


def test_a_table_of_other_columns_is_told_once() -> None:
    old, new = table(row("Дело", "Срок")), table(row("Дело", "Срок", "Кто"), widths=3)
    ((place, was, became, reason),) = left(word_file(old), word_file(new))
    assert (place, was, became) == ("таблица 1", "Дело Срок", "Дело Срок Кто")
    assert reason == "граф было 2, стало 3: графы сравните сами"


def test_a_new_table_is_told_and_an_old_one_goes_row_by_row() -> None:
    old, new = word_file(p("до") + p("после")), word_file(p("до") + table(row("а", "б"), row("в", "г")))
    ((place, was, became, reason),) = left(old, new)
    assert (place, was, became) == ("в новом файле таблица 1", "", "а б в г")
    assert reason == "новую таблицу правкой не записать"
    assert texts(accepted(whole(new, old))) == ["до", "после"]


def test_a_row_before_the_first_one_is_told() -> None:
    old, new = table(row("Сбор", "май")), table(row("Дело", "Срок"), row("Сбор", "май"))
    ((place, _, became, _),) = left(word_file(old), word_file(new))
    assert (place, became) == ("в новом файле таблица 1, строка 1", "Дело Срок")


# Other places


def test_words_of_headers_notes_and_boxes_change_too() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    noted = f'<w:p>{r("Слёт")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'

    def file(year: int) -> bytes:
        note = f'<w:footnote w:id="2">{p(f"Указ {year} года")}</w:footnote>'
        body = noted + boxed(p(f"Копия {year} года")) + p("конец") + section
        return word_file(body, footnotes=note, header1=p(f"Проект {year} года"))

    assert texts(accepted(whole(file(2027), file(2028)))) == texts(file(2028))


def test_a_header_of_one_file_only_is_told() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    headed = word_file(p("а") + section, header1=p("Проект"))
    ((place, was, became, _),) = left(word_file(p("а")), headed)
    assert (place, was, became) == ("колонтитул", "", "Проект")
    ((_, was, became, _),) = left(headed, word_file(p("а")))
    assert (was, became) == ("Проект", "")


def test_another_note_or_box_is_told() -> None:
    note = f'<w:footnote w:id="2">{p("Указ")}</w:footnote>'
    noted = f'<w:p>{r("Слёт")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    found = left(word_file(p("Слёт")), word_file(noted, footnotes=note))
    assert [each.reason for each in found] == [
        "сноски, рисунки или другие объекты в абзаце не те же",
        "новый текст просит сноску или рисунок, которых на этом месте нет",
    ]
    found = left(word_file(p("")), word_file(boxed(p("Копия"))))
    assert [each[1:] for each in found] == [("", "Копия", "надпись есть только в одном из файлов")]
