"""Sheets as clerks keep them: titles, second tables, hidden rows, formats that only Excel shows."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from prikaz.files import FileDraft
from tests.files.conftest import HEADER, ROADMAP, SMALL, Open, Refuse, roadmap

SHAPES = """\
приложение:
  дорожная карта:
    мероприятия: план.csv
"""
FREE = SMALL + "приложение: {таблица: {строки: план.xlsx#План}}\n"
TARGETS = SMALL + "приложение: {показатели: {годы: [2027, 2028], строки: план.xlsx#План}}\n"
DAY = datetime(2027, 6, 1)  # noqa: DTZ001 (as Excel holds it)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def book(rows: Sequence[Sequence[object]], change: Callable[[Worksheet], object] = id) -> None:
    """Write a workbook whose sheet «План» has rows, and was changed."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    page = workbook.create_sheet("План")
    for row in rows:
        page.append(row)
    change(page)
    workbook.save("план.xlsx")


def lines(text: str) -> None:
    """Write a csv."""
    Path("план.csv").write_text(text, encoding="utf-8")


def doubts(draft: FileDraft) -> list[str]:
    """What is doubtful in an order; all of it belongs to its table."""
    assert all(finding.path[:2] == ("приложения", 1) for finding in draft.findings)
    assert all(draft.place(finding.path).line > 1 for finding in draft.findings)
    return [str(finding).partition(": ")[2] for finding in draft.findings]


# Where the names of columns stand


def test_a_title_above_the_names_of_columns_is_one_fault(refuse: Refuse) -> None:
    book([["Карта наставничества"], ["на 2027 год"], [], HEADER, [1, "Сбор", "май"], [2, "Отчёт", "июнь"]])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == (
        "лист «План», строка 4",
        "названия граф стоят здесь, а не в первой строке",
    )
    assert "уберите строки над ними" in fault.hint


def test_a_title_above_a_free_table_is_one_fault(refuse: Refuse) -> None:
    book([["Школы района"], ["Школа", "Учеников"], ["№ 1", 250]])
    (fault,) = refuse(FREE)
    assert fault.cell == "лист «План», строка 1"
    assert fault.message == "названа одна графа, «Школы района», а ниже их больше"


def test_a_title_in_a_csv_is_one_fault(refuse: Refuse) -> None:
    lines("Карта наставничества, план\nмероприятие;срок\nСбор;май\n")
    (fault,) = refuse(SMALL + SHAPES)
    assert (fault.file, fault.line) == ("план.csv", 2)


@pytest.mark.parametrize("top", [["Утверждаю", None, "Приложение"], ["Карта", "на 2027 год"]])
def test_a_title_in_several_cells_is_one_fault(refuse: Refuse, top: list[str]) -> None:
    book([top, HEADER, [1, "Сбор", "май"]])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == (
        "лист «План», строка 2",
        "названия граф стоят здесь, а не в первой строке",
    )


@pytest.mark.parametrize(
    ("second", "cells"),
    [(["", "", "начало", "конец"], "A1:A2"), (["", "", "начало", "конец"], "C1:D1"), ([], "C1:D1")],
)
def test_names_of_columns_in_two_rows_are_one_fault(refuse: Refuse, second: list[str], cells: str) -> None:
    rows = [["№", "Мероприятие", "Срок"], second, ["1", "Сбор", "май", "июнь"], ["2", "Отчёт", "май", "июль"]]
    book(rows, lambda page: page.merge_cells(cells))
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == (
        "лист «План», строка 1",
        f"названия граф стоят не в одной строке: объединены ячейки {cells}",
    )


def test_a_header_that_is_merged_and_holds_one_row_of_names_is_read(open_text: Open) -> None:
    book([HEADER, [], [1, "Сбор"]], lambda page: page.merge_cells("A1:A2"))
    assert [row.title for row in roadmap(open_text).activities] == ["Сбор"]


def test_a_row_of_the_numbers_of_columns_is_no_activity(refuse: Refuse) -> None:
    book([HEADER, ["1", "2", "3", "4", "5"], [1, "Сбор", "май"]])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == ("лист «План», строка 2", "в строке одни номера граф: 1, 2, 3…")


def test_names_of_columns_that_stand_again_are_no_activity(refuse: Refuse) -> None:
    book([HEADER, [1, "Сбор"], [], [head.upper() for head in HEADER], [1, "Отчёт"]])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == ("лист «План», строка 4", "здесь снова стоят названия граф")


@pytest.mark.parametrize(
    ("head", "words"), [("Cрок", "«C» (знак 1)"), ("Отвeтcтвенный", "«e» (знак 4), «c» (знак 6)")]
)
def test_latin_letters_of_a_heading_are_reported_by_place(refuse: Refuse, head: str, words: str) -> None:
    book([["Мероприятие", head], ["Сбор", "май"]])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == ("лист «План», ячейка B1", f"неизвестная графа «{head}»")
    assert words in fault.hint


@pytest.mark.parametrize("second", ["Срок", "сроки", "Срок исполнения"])
def test_two_columns_for_one_field_are_reported_once(refuse: Refuse, second: str) -> None:
    book([["Мероприятие", "Срок", second], *([f"Сбор {n}", "май", "июнь"] for n in range(3))])
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка C1"
    assert fault.message == f"графы «Срок» и «{second}» – об одном и том же"


# csv


def test_the_first_line_of_a_csv_names_the_separator(open_text: Open) -> None:
    lines("sep=|\nмероприятие|срок\nСбор; встреча, итоги|01.06.2027\n")
    (row,) = roadmap(open_text, SMALL + SHAPES).activities
    assert (row.title, str(row.deadlines[0])) == ("Сбор; встреча, итоги", "01.06.2027")


def test_lines_of_a_csv_are_counted_with_the_one_that_names_the_separator(refuse: Refuse) -> None:
    lines("sep=;\nмероприятие;срок\nа;б;в\nг;#Н/Д\n")
    assert [(fault.line, fault.message) for fault in refuse(SMALL + SHAPES)] == [
        (3, "у ячейки «в» нет графы"),
        (4, "вместо значения «#Н/Д»"),
    ]


def test_a_csv_whose_quotes_do_not_close_is_reported_with_the_line_they_open_in(refuse: Refuse) -> None:
    lines('мероприятие;срок\n"два\nряда";май\n"а;б\n')
    (fault,) = refuse(SMALL + SHAPES)
    assert (fault.line, fault.message) == (4, "строка не читается")


# What is read and may not be meant


def test_rows_under_an_empty_one_are_reported(open_text: Open) -> None:
    book([HEADER, [], [1, "Сбор"], [2, "Отчёт"], [], [], [5, "Составила Орлова"], [], [3, "Итоги"], []])
    (doubt,) = doubts(open_text(ROADMAP))
    assert "под пустой строкой есть ещё строки (первая – 7)" in doubt


def _hide(page: Worksheet) -> None:
    for row in (3, 4, 5, 7, 99):
        page.row_dimensions[row].hidden = True
    for column in "CG":
        page.column_dimensions[column].hidden = True


def test_hidden_rows_and_columns_are_reported(open_text: Open) -> None:
    book([HEADER, *([n, "Сбор", "май"] for n in range(1, 7))], _hide)
    assert doubts(open_text(ROADMAP)) == [
        "план.xlsx, лист «План»: скрытые строки тоже взяты: 3–5, 7; покажите их и удалите лишние",
        "план.xlsx, лист «План»: скрытые графы тоже взяты: Срок исполнения; покажите их и удалите лишние",
    ]


def test_of_many_hidden_rows_the_first_are_reported(open_text: Open) -> None:
    def hide_every_other(page: Worksheet) -> None:
        for row in range(2, 60, 2):
            page.row_dimensions[row].hidden = True

    book([HEADER, *([n, "Сбор", "май"] for n in range(1, 60))], hide_every_other)
    (doubt,) = doubts(open_text(ROADMAP))
    assert "скрытые строки тоже взяты: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20…" in doubt


def test_a_text_over_several_columns_is_reported(open_text: Open) -> None:
    rows: list[list[object]] = [[*HEADER], ["", "Раздел 1. Начало"], ["", "Сбор"], [2, "Итог"]]
    book(rows, lambda page: [page.merge_cells(cells) for cells in ("B2:E2", "E4:H4", "B3:E3")])
    (doubt,) = doubts(open_text(ROADMAP))
    assert "план.xlsx, лист «План», строка 2: ячейки B2:E2 объединены" in doubt
    assert "(таких строк 2); название раздела пишут в графе «раздел»" in doubt


def test_a_row_of_one_text_is_reported_for_it_may_be_a_title_of_a_section(open_text: Open) -> None:
    book([HEADER, ["", "Раздел 1. Начало"], [1, "Сбор"], ["", "Раздел 2. Конец"], [2, "Итог"]])
    (doubt,) = doubts(open_text(ROADMAP))
    assert doubt.startswith("план.xlsx, лист «План», строка 2: в строке заполнена одна графа")
    assert "«Раздел 1. Начало» (таких строк 2); название раздела пишут в графе «раздел»" in doubt


@pytest.mark.parametrize(
    "rows",
    [
        [["Раздел", "Мероприятие", "Срок"], ["Начало"], ["", "Сбор", "май"]],
        [["Мероприятие", "Срок", "Охват"], ["Сбор"], ["Отчёт"]],
        [["Мероприятие", "Срок"], ["Сбор"], ["Отчёт", "май"]],
    ],
)
def test_rows_that_may_have_one_text_are_not_reported(open_text: Open, rows: list[list[object]]) -> None:
    book(rows)
    assert not open_text(ROADMAP).findings


def _add_sheets(page: Worksheet) -> None:
    workbook = page.parent
    assert workbook is not None
    for title, state, text in (
        ("Список", "visible", "а"),
        ("Пустой", "visible", None),
        ("Скрытый", "hidden", "а"),
    ):
        other = workbook.create_sheet(title)
        other["A1"] = text
        other.sheet_state = state


def test_a_sheet_that_nobody_has_named_is_reported_beside_others(open_text: Open) -> None:
    book([HEADER, [1, "Сбор"]], _add_sheets)
    (doubt,) = doubts(open_text(ROADMAP.replace("#План", "")))
    assert "взят лист «План», а есть и другие: Список; назовите лист: план.xlsx#План" in doubt
    assert not doubts(open_text(ROADMAP))


def _hide_another_before(page: Worksheet) -> None:
    workbook = page.parent
    assert workbook is not None
    workbook.create_sheet("Справочник", 0)["A1"] = "Заречный"
    workbook["Справочник"].sheet_state = "hidden"


def test_a_hidden_sheet_is_not_the_first(open_text: Open) -> None:
    book([HEADER, [1, "Сбор"]], _hide_another_before)
    assert [row.title for row in roadmap(open_text, ROADMAP.replace("#План", "")).activities] == ["Сбор"]


def test_a_clean_table_has_no_doubts(open_text: Open) -> None:
    book([[], HEADER, [1, "Сбор", "май"], [2, "Отчёт", "июнь"], [], []])
    assert not open_text(ROADMAP).findings


# Cells


@pytest.mark.parametrize("number_format", ["# ?/?", "0.00E+00", "[<=100]0;0.0", "#,##0-0.0"])
def test_a_number_in_a_format_that_is_not_known_is_reported(refuse: Refuse, number_format: str) -> None:
    book(
        [HEADER, [1, "Сбор", None, None, 12.5]],
        lambda page: setattr(page["E2"], "number_format", number_format),
    )
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка E2"
    assert f"«12,5» Excel показывает в формате «{number_format}»" in fault.message


@pytest.mark.parametrize("number_format", ["dddd", "dd", "dd yyyy"])
def test_a_date_in_a_format_that_is_not_known_is_reported(refuse: Refuse, number_format: str) -> None:
    book([HEADER, [1, "Сбор", DAY]], lambda page: setattr(page["C2"], "number_format", number_format))
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.hint) == ("лист «План», ячейка C2", "задайте ячейке формат даты")
    assert "«01.06.2027»" in fault.message


def test_a_month_that_excel_has_made_a_date_of_is_a_month(open_text: Open) -> None:
    book([HEADER, [1, "Сбор", DAY]], lambda page: setattr(page["C2"], "number_format", "mmm.yy"))
    assert [str(deadline) for deadline in roadmap(open_text).activities[0].deadlines] == ["июнь 2027"]


def test_a_fraction_that_excel_has_made_a_date_of_is_reported_once_a_column(open_text: Open) -> None:
    def show_a_part(page: Worksheet) -> None:
        for cell in ("C2", "E2", "E3"):
            page[cell].number_format = "d mmm"

    book([HEADER, [1, "Сбор", DAY, "школы", DAY], [2, "Отчёт", None, "школы", DAY]], show_a_part)
    (doubt,) = doubts(open_text(ROADMAP))
    assert doubt.startswith(
        "план.xlsx, лист «План», ячейка E2: в ячейке дата, которую Excel показывает не целиком, "
        "напечатается «1 июня»"
    )


def test_a_month_in_a_column_of_a_year_is_a_deadline(open_text: Open) -> None:
    book(
        [["Мероприятие", "2027"], ["Сбор", DAY]], lambda page: setattr(page["B2"], "number_format", "mmm.yy")
    )
    assert not open_text(ROADMAP).findings


@pytest.mark.parametrize("rows", [[["Мероприя\u200bтие"], ["Сбор"]], [["Мероприятие"], ["\ufeffСбор"]]])
def test_signs_that_nobody_sees_are_reported(refuse: Refuse, rows: list[list[str]]) -> None:
    book(rows)
    assert any("невидимый знак U+" in fault.message for fault in refuse(ROADMAP))


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u00ad", "\u202c"])
def test_a_sign_that_nobody_sees_is_reported_in_a_cell(refuse: Refuse, sign: str) -> None:
    book([HEADER, [1, f"Сбор{sign} школ"]])
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка B2"
    assert fault.message == f"после «Сбор» невидимый знак U+{ord(sign):04X}"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (time(9, 5, 7), "h:mm:ss", "9:05:07"),
        (time(9, 5), "h:mm", "9:05"),
        (time(9, 5), "hh:mm;@", "09:05"),
        (time(14, 30, 5), "mm:ss", "30:05"),
        (time(14, 30), "[$-409]h:mm\\ AM/PM;@", "2:30 PM"),
        (time(14, 30, 5), "[$-F400]h:mm:ss\\ AM/PM", "14:30:05"),
        (timedelta(hours=30, minutes=5, seconds=7), "[h]:mm:ss", "30:05:07"),
        (timedelta(minutes=90, seconds=7), "[mm]:ss", "90:07"),
        (DAY.replace(hour=9, minute=5), "dd.mm.yyyy h:mm", "01.06.2027 9:05"),
        (DAY.replace(hour=9, minute=5, second=7), "mm:ss", "05:07"),
    ],
)
def test_a_time_is_printed_as_excel_shows_it(
    open_text: Open, value: object, number_format: str, shown: str
) -> None:
    book([HEADER, [1, value]], lambda page: setattr(page["B2"], "number_format", number_format))
    assert roadmap(open_text).activities[0].title == shown


@pytest.mark.parametrize("number_format", ['h" ч "mm', "mm:ss.0", "hh"])
def test_a_time_in_a_format_that_is_not_known_is_reported(refuse: Refuse, number_format: str) -> None:
    book([HEADER, [1, time(9, 5, 7)]], lambda page: setattr(page["B2"], "number_format", number_format))
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка B2"
    assert f"показывает в формате «{number_format}»" in fault.message
    assert "ч:мм" in fault.hint


@pytest.mark.parametrize("value", [0, 0.5, -5])
def test_a_number_that_is_no_date_is_reported_under_a_format_of_dates(refuse: Refuse, value: float) -> None:
    book([HEADER, [1, "Сбор", value]], lambda page: setattr(page["C2"], "number_format", "dd.mm.yyyy"))
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == ("лист «План», ячейка C2", "в ячейке с форматом даты нет даты")


def test_a_number_whose_last_figures_excel_has_lost_is_reported(refuse: Refuse) -> None:
    book([HEADER, [1, "Сбор", None, None, 40702810000000000123]])
    (fault,) = refuse(ROADMAP)
    assert "больше 15 цифр" in fault.message


@pytest.mark.parametrize("error", ["#N/A", "#Н/Д", "#REF!", "#SPILL!", "########"])
def test_an_error_of_excel_is_reported_and_nothing_else_of_its_cell(refuse: Refuse, error: str) -> None:
    book([["Показатель", "2027"], [error, 10], ["Доля", error]])
    first, second = refuse(TARGETS)
    assert first.message == second.message == f"вместо значения «{error}»"
    assert (first.cell, second.cell) == ("лист «План», ячейка A2", "лист «План», ячейка B3")


def test_a_word_after_a_hash_is_no_error_of_excel(open_text: Open) -> None:
    book([HEADER, [1, "#ЧИТАЕМВМЕСТЕ"]])
    assert roadmap(open_text).activities[0].title == "#ЧИТАЕМВМЕСТЕ"


def rewrite(old: str, new: str) -> None:
    """Change the XML of the sheet, as other programs write it."""
    with ZipFile("план.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    text, count = re.subn(old, new, parts[sheet].decode())
    assert count == 1
    parts[sheet] = text.encode()
    with ZipFile("план.xlsx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(open_text: Open) -> None:
    book([HEADER, [1, "Сбор", None, None, '=IF(1,"","а")']])
    rewrite('<c r="E2">', '<c r="E2" t="str">')
    assert roadmap(open_text).activities[0].other == ()


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
@pytest.mark.parametrize("formula", ['<f>"а"&amp;"б"</f>', '<f ca="1">"а"&amp;"б"</f>'])
def test_a_formula_that_nobody_has_counted_is_reported_as_it_is_written(
    refuse: Refuse, formula: str, value: str
) -> None:
    book([HEADER, [1, "Сбор", None, None, "=A1"]])
    rewrite("<f>A1</f><v */?>(</v>)?", formula + value)
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка E2"
    assert fault.message == 'у формулы «="а"&"б"» нет посчитанного значения'


def test_a_formula_that_nobody_has_counted_is_not_lost_when_the_file_names_no_places(refuse: Refuse) -> None:
    book([HEADER, [1, "Сбор", None, None, "=2+2"]])
    rewrite('<c r="E2">', "<c>")
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == ("лист «План»", "у формулы «=2+2» нет посчитанного значения")


def test_a_formula_that_excel_has_counted_is_its_value(open_text: Open) -> None:
    book([HEADER, [1, "Сбор", None, None, "=2+2"]])
    rewrite("</f><v */?>(</v>)?", "</f><v>4</v>")
    assert roadmap(open_text).activities[0].other == (("охват", "4"),)


def test_days_of_a_workbook_that_counts_from_1904_are_the_same(open_text: Open) -> None:
    def count_from_1904(page: Worksheet) -> None:
        assert page.parent is not None
        page.parent.epoch = CALENDAR_MAC_1904

    book([HEADER, [1, "Сбор", DAY]], count_from_1904)
    assert [str(deadline) for deadline in roadmap(open_text).activities[0].deadlines] == ["01.06.2027"]


def test_rows_that_are_only_formatted_are_not_counted(open_text: Open) -> None:
    def format_far_down(page: Worksheet) -> None:
        page["A9000"].number_format = page["ZZ3"].number_format = "0.00"

    book([HEADER, [1, "Сбор"]], format_far_down)
    assert [row.title for row in roadmap(open_text).activities] == ["Сбор"]


def test_a_workbook_with_a_password_is_refused_as_that(refuse: Refuse) -> None:
    Path("план.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (fault,) = refuse(ROADMAP)
    assert "закрыта паролем" in fault.message


def test_a_workbook_in_the_strict_format_is_refused_as_that(refuse: Refuse) -> None:
    book([HEADER, [1, "Сбор"]])
    main, strict = "schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml/spreadsheetml"
    with ZipFile("план.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    with ZipFile("план.xlsx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(main, strict))
    (fault,) = refuse(ROADMAP)
    assert "«Строгая книга Open XML»" in fault.message


@pytest.mark.parametrize("part", ["xl/theme/theme1.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_is_damaged_is_reported(refuse: Refuse, part: str) -> None:
    book([HEADER, [1, "Сбор"]])
    with ZipFile("план.xlsx") as archive:
        at = archive.getinfo(part).header_offset + 60
    content = bytearray(Path("план.xlsx").read_bytes())
    content[at : at + 20] = b"\xff" * 20
    Path("план.xlsx").write_bytes(content)
    (fault,) = refuse(ROADMAP)
    assert "это не книга Excel: файл повреждён" in fault.message


def test_a_table_of_names_alone_is_reported(refuse: Refuse) -> None:
    book([HEADER])
    (fault,) = refuse(ROADMAP)
    assert (fault.line, fault.message) == (11, "«план.xlsx#План»: под названиями граф нет ни одной строки")


def test_a_column_without_a_name_is_reported_once(refuse: Refuse) -> None:
    book([["Мероприятие", "Срок"], *([f"Сбор {n}", "май", "да"] for n in range(9))])
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка C2"
    assert fault.message == "у ячейки «да» нет графы (таких строк 9)"


def test_a_row_whose_only_text_is_lost_is_reported_once(refuse: Refuse) -> None:
    book([HEADER, ["Раздел 1"], [1, "Сбор"]])
    (fault,) = refuse(ROADMAP)
    assert "в графе номеров стоит текст «Раздел 1»" in fault.message


def test_what_openpyxl_warns_of_is_not_for_clerks(open_text: Open) -> None:
    book([HEADER, [1, "Сбор"]])
    extension = '<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>'
    rewrite("</worksheet>", f"{extension}</worksheet>")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert [row.title for row in roadmap(open_text).activities] == ["Сбор"]
    assert not caught


def test_a_free_table_keeps_a_heading_that_failed_apart(refuse: Refuse) -> None:
    book([["Школа", "#REF!"], ["№ 1", 250]])
    (fault,) = refuse(FREE)
    assert fault.message == "вместо значения «#REF!»"
