"""Rows of tables come from a workbook or a csv beside the data file."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from prikaz.model import Activity, Cell, Column, IndicatorTable, Section, Table, Target
from tests.files.conftest import HEADER, ROADMAP, SMALL, Open, Refuse, roadmap


def book(rows: Sequence[Sequence[object]], name: str = "план.xlsx", sheet: str = "План") -> None:
    """Write a workbook of one sheet into the current folder."""
    workbook = openpyxl.Workbook(write_only=True)
    page = workbook.create_sheet(sheet)
    for row in rows:
        page.append(row)
    workbook.save(name)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_columns_are_found_by_their_names_and_titles(open_text: Open) -> None:
    book([HEADER, [1, "Сбор", date(2027, 3, 16), "школы; отдел\nродители", 12.5]])
    assert roadmap(open_text).activities == (
        Activity(
            title="Сбор",
            deadlines="16.03.2027",
            responsible=["школы", "отдел", "родители"],
            other={"охват": "12,5"},
        ),
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (0.1 + 0.2, "0,3"),
        (1e-7, "0,0000001"),
        (20, "20"),
        (True, "да"),
        (datetime.combine(date(2027, 3, 16), time()), "16.03.2027"),
        (datetime.combine(date(2027, 4, 1), time(14, 30)), "01.04.2027 14:30:00"),
        (timedelta(days=1, hours=6, minutes=5), "30:05:00"),
        (-timedelta(minutes=90), "-01:30:00"),
        ("075", "075"),
        (" с краёв ", "с краёв"),
    ],
)
def test_what_excel_holds_is_read_as_it_shows(open_text: Open, value: object, text: str) -> None:
    book([HEADER, [1, "Сбор", None, None, value]])
    assert roadmap(open_text).activities[0].other == (("охват", text),)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.2, "0%", "20%"),
        (0.125, "0.0%", "12,5%"),
        (75, "000", "075"),
        (3, "0.0", "3,0"),
        (2.345, "0.00", "2,35"),
        (2.5, "0.##", "2,5"),
        (1234567.5, "#,##0.00", "1\u00a0234\u00a0567,50"),
        (12, '0" чел."', "12 чел."),
        (-0.2, "0", "0"),
        (-4, "#,##0.0;[Red]-#,##0.0", "-4,0"),
        (12, "00-00", "00-12"),
        (12345, "000-000", "012-345"),
        (89991234567, "0 (000) 000-00-00", "8 (999) 123-45-67"),
        (12345, "# ##0", "12 345"),
        (5, "# ##0", "5"),
        (1234.5, r"#\ ##0.00", "1 234,50"),
        (7, "00000", "00007"),
        (12345678, "#,##0,", "12\u00a0346"),
        (12345678, '0.0,," млн"', "12,3 млн"),
        (0, "#,###", ""),
        (12.5, 'General" ч"', "12,5 ч"),
        (-12.5, "@", "-12,5"),
        (1 / 3, "General", "0,333333333"),
        (1234567.891234, "", "1234567,891"),
        (2.5, "", "2,5"),
        (1234567890123.5, "General", "1234567890123,5"),
        (0, "0;-0;—", "—"),
        (-5, "0;(0)", "(5)"),
        (-7, "0;-0;—", "-7"),
        (0, '0;-0;"нет"', "нет"),
        (5, '0"%"', "5%"),
        (0.5, "General", "0,5"),
    ],
)
def test_a_number_is_read_in_the_format_of_its_cell(
    open_text: Open, value: float, number_format: str, text: str
) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.create_sheet("План")
    page.append(HEADER)
    page.append([1, "Сбор", None, None, value])
    page["E2"].number_format = number_format
    workbook.save("план.xlsx")
    assert roadmap(open_text).activities[0].other == ((("охват", text),) if text else ())


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        ("dd.mm.yyyy", "01.04.2027"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "01.04.2027"),
        ("mmm.yy", "апрель 2027"),
        ("[$-419]mmmm yyyy;@", "апрель 2027"),
        ("d mmm", "1 апреля"),
        ("mmmm", "апрель"),
        ("yyyy", "2027"),
        ("h:mm", "14:30"),
        ("dd.mm.yyyy h:mm:ss AM/PM", "01.04.2027 2:30:00 PM"),
        ('[$-419]d mmmm yyyy "hs"', "01.04.2027"),
        ("dd.mm.yyyy h:mm", "01.04.2027 14:30"),
    ],
)
def test_a_time_is_read_where_the_format_of_its_cell_shows_it(
    open_text: Open, number_format: str, text: str
) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.create_sheet("План")
    page.append(HEADER)
    page.append([1, "Сбор", None, None, datetime.combine(date(2027, 4, 1), time(14, 30))])
    page["E2"].number_format = number_format
    workbook.save("план.xlsx")
    assert roadmap(open_text).activities[0].other == (("охват", text),)


def test_a_zero_that_excel_does_not_show_is_not_read(open_text: Open) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.create_sheet("План")
    page.append(HEADER)
    page.append([1, "Сбор", None, None, 0])
    page["E2"].number_format = "0;-0;;@"
    workbook.save("план.xlsx")
    assert roadmap(open_text).activities[0].other == ()


@pytest.mark.parametrize("name", ["план.xlsx", "план.csv"])
def test_a_value_under_an_empty_heading_is_not_lost(refuse: Refuse, name: str) -> None:
    book([["Мероприятие", None, "Срок"], ["Сбор", "важное", "май"]])
    Path("план.csv").write_text("Мероприятие;;Срок\nСбор;важное;май\n", encoding="utf-8")
    (fault,) = refuse(ROADMAP.replace("план.xlsx#План", name))
    assert (fault.file, fault.message) == (name, "у ячейки «важное» нет графы")
    assert fault.cell == ("лист «План», ячейка B2" if name == "план.xlsx" else "графа 2")


def test_a_text_among_the_numbers_of_rows_is_not_lost(refuse: Refuse) -> None:
    book([HEADER, ["1.", "Сбор"], ["Раздел I", "Итоги"], ["IV", "Отчёт"], ["2.1)", "Встреча"]])
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка A3"
    assert "«Раздел I»" in fault.message


def test_a_date_that_excel_has_as_a_number_is_reported(refuse: Refuse) -> None:
    book([HEADER, [1, "Сбор", 46532], [2, "Итоги", 2027]])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.message) == ("лист «План», ячейка C2", "вместо срока число «46532»")


def test_empty_rows_and_cells_are_passed_over(open_text: Open) -> None:
    book([[], HEADER, [1, "Сбор"], [None, " "], [2, "Итоги"]])
    assert [row.title for row in roadmap(open_text).activities] == ["Сбор", "Итоги"]


def test_a_column_of_sections_parts_the_rows(open_text: Open) -> None:
    book([["Раздел", "Мероприятие"], ["Начало", "а"], [None, "б"], ["Конец", "в"]])
    assert roadmap(open_text).sections == (
        Section(title="Начало", activities=[Activity(title="а"), Activity(title="б")]),
        Section(title="Конец", activities=[Activity(title="в")]),
    )


def test_a_row_of_text_among_the_rows_of_sections_is_not_lost(refuse: Refuse) -> None:
    rows = "приложение: {{дорожная карта: {{мероприятия: [{}]}}}}\n"
    for given in ("Сверка, {раздел: Начало, мероприятие: а}", "{раздел: Начало, мероприятие: а}, Сверка"):
        assert "пришло: «Сверка»" in [fault.message for fault in refuse(SMALL + rows.format(given))]


@pytest.mark.parametrize("empty", [0, 1, 2])
def test_a_section_without_rows_is_reported_with_its_place(refuse: Refuse, empty: int) -> None:
    book([["Раздел", "Мероприятие"], *([f"Раздел {n}", None if n == empty else "а"] for n in range(3))])
    (fault,) = refuse(ROADMAP)
    assert (fault.cell, fault.file) == (f"лист «План», ячейка A{empty + 2}", "план.xlsx")
    assert f"«Раздел {empty}»" in fault.message


def test_a_title_of_a_section_that_is_no_text_is_not_lost(refuse: Refuse) -> None:
    rows = "[{раздел: Начало, мероприятие: а}, {раздел: {имя: Конец}, мероприятие: б}]"
    (fault,) = refuse(SMALL + f"приложение: {{дорожная карта: {{мероприятия: {rows}}}}}\n")
    assert "«раздел»" in fault.message


def test_sections_may_take_their_rows_each_from_a_sheet(open_text: Open) -> None:
    book([["Мероприятие"], ["а"]])
    text = SMALL + "приложение: {дорожная карта: {разделы: [{раздел: Начало, мероприятия: план.xlsx}]}}\n"
    assert roadmap(open_text, text).sections == (Section(title="Начало", activities=[Activity(title="а")]),)


def test_columns_of_years_are_targets_of_indicators(open_text: Open) -> None:
    book([["Показатель", "База", "2027", "2028 год"], ["Доля", 10, "не менее 20", 35.5]])
    text = SMALL + "приложение: {показатели: {годы: [2027, 2028], строки: план.xlsx}}\n"
    (table,) = open_text(text).order.annexes[0].blocks
    assert isinstance(table, IndicatorTable)
    assert table.indicators[0].base == Target.parse("10")
    assert table.indicators[0].targets == ((2027, Target.parse("не менее 20")), (2028, Target.parse("35,5")))


def test_an_empty_table_is_reported_and_nothing_else(refuse: Refuse) -> None:
    book([[]])
    (fault,) = refuse(SMALL + "приложение: {показатели: {строки: план.xlsx}}\n")
    assert "таблица пуста" in fault.message


def test_columns_of_years_are_deadlines_of_activities(open_text: Open) -> None:
    book([["Мероприятие", "2027"], ["Сбор", "май; июнь"]])
    assert [str(item) for item in dict(roadmap(open_text).activities[0].by_year)[2027]] == ["май", "июнь"]


def test_a_free_table_takes_its_columns_from_the_header(open_text: Open) -> None:
    Path("строки.csv").write_text("Школа,Учеников\n№ 1,250\n", encoding="utf-8")
    (table,) = open_text(SMALL + "приложение: {таблица: {строки: строки.csv}}\n").order.annexes[0].blocks
    assert table == Table(
        columns=[Column(key="Школа"), Column(key="Учеников")], rows=[[Cell(text="№ 1"), Cell(text="250")]]
    )


def test_people_come_from_a_table_too(open_text: Open) -> None:
    Path("люди.csv").write_text("Фамилия;Имя\nБелов;Игорь\nОрлов;\n", encoding="utf-8")
    order = open_text(SMALL + "ознакомление: люди.csv\n").order
    assert [str(line.person) for line in order.acknowledgements] == ["Белов Игорь", "Орлов"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_as_excel_saves_it(open_text: Open, encoding: str, delimiter: str) -> None:
    rows = f'мероприятие{delimiter}срок\r\n"Сбор; встреча, итоги"{delimiter}01.06.2027\r\n'
    Path("план.csv").write_bytes(rows.encode(encoding))
    (row,) = roadmap(open_text, ROADMAP.replace("план.xlsx#План", "план.csv")).activities
    assert row == Activity(title="Сбор; встреча, итоги", deadlines="01.06.2027")


def test_a_field_of_a_row_knows_its_cell(open_text: Open) -> None:
    book([HEADER, [1, "Сбор", "май"]])
    draft = open_text(ROADMAP)
    place = draft.places["приложения", 1, "дорожная карта", "мероприятия", 1, "сроки", 1]
    assert str(place) == "план.xlsx, лист «План», ячейка C2"


def test_faults_of_rows_are_reported_with_their_cells(refuse: Refuse) -> None:
    book([["Показатель", "Единица", "Еденица измерения", "2027"], [None, "%", "а", "1"]])
    text = SMALL + "приложение: {показатели: {строки: план.xlsx}}\n"
    unknown, missing = refuse(text)
    assert (unknown.file, unknown.cell) == ("план.xlsx", "лист «План», ячейка C1")
    assert "«Еденица измерения»" in unknown.message
    assert missing.file == "план.xlsx"
    assert missing.cell == "лист «План», ячейка A2"
    assert missing.path.startswith("приложения → 1 → показатели → строки → 1")
    assert "«показатель»" in missing.message


def test_a_column_of_a_year_is_unknown_where_nothing_goes_by_years(refuse: Refuse) -> None:
    Path("люди.csv").write_text("Фамилия;2027\nБелов;а\n", encoding="utf-8")
    (fault,) = refuse(SMALL + "ознакомление: люди.csv\n")
    assert fault.message == "неизвестная графа «2027»"


def test_a_fault_of_csv_is_reported_with_its_line(refuse: Refuse) -> None:
    Path("план.csv").write_text("мероприятие;срок\nа;б\nв;г;д\n", encoding="utf-8")
    (fault,) = refuse(ROADMAP.replace("план.xlsx#План", "план.csv"))
    assert (fault.file, fault.line) == ("план.csv", 3)
    assert "«д»" in fault.message


def test_a_formula_that_was_never_counted_is_reported(refuse: Refuse) -> None:
    book([HEADER, [1, "Сбор", None, None, "=2+2"]])
    (fault,) = refuse(ROADMAP)
    assert fault.cell == "лист «План», ячейка E2"
    assert "«=2+2»" in fault.message
    assert "сохраните" in fault.hint


def test_a_sheet_that_is_not_there_names_those_that_are(refuse: Refuse) -> None:
    book([HEADER], sheet="Карта")
    (fault,) = refuse(ROADMAP)
    assert "«План»" in fault.message
    assert "Карта" in fault.hint


def test_a_table_longer_than_an_order_can_hold_is_not_cut_in_silence(refuse: Refuse) -> None:
    book([["Мероприятие"], *(["Сбор"] for _ in range(5_000))])
    (fault,) = refuse(ROADMAP)
    assert "больше 5000 строк" in fault.message


def test_a_sheet_of_too_many_columns_is_reported_and_not_cut(refuse: Refuse) -> None:
    book([["Мероприятие", *([None] * 99), "Лишнее"], ["Сбор"]])
    (fault,) = refuse(ROADMAP)
    assert "больше 100 граф" in fault.message


def _bomb() -> None:
    with zipfile.ZipFile("план.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("xl/sharedStrings.xml", b" " * 300_000_000)


def _renamed() -> None:
    Path("план.xlsx").write_text("мероприятие;срок", encoding="utf-8")


def _broken() -> None:
    with zipfile.ZipFile("план.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")


def _absent() -> None:
    Path("план.xlsx").unlink(missing_ok=True)


@pytest.mark.parametrize("spoil", [_bomb, _renamed, _broken, _absent])
def test_a_workbook_that_cannot_be_read_is_reported_where_it_is_named(refuse: Refuse, spoil: object) -> None:
    assert callable(spoil)
    spoil()
    (fault,) = refuse(ROADMAP)
    assert (fault.file, fault.line, fault.column) == ("order.yaml", 11, 18)
    assert "план.xlsx" in fault.message


def test_cells_merged_over_rows_are_reported(refuse: Refuse) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    assert page is not None
    page.title = "Черновик"
    page = workbook.create_sheet("План")
    for row in (HEADER, [1, "Сбор", "май 2027 г."], [2, "Отчёт", None], [None, "Итоги", None]):
        page.append(row)
    page.merge_cells("C2:C3")
    page.merge_cells("B4:E4")
    workbook.save("план.xlsx")
    (text,) = map(str, refuse(ROADMAP))
    assert text == (
        "план.xlsx: лист «План»: ячейки C2:C3 объединены; написанное в них относилось бы только к верхней "
        "строке; разъедините их и повторите значение в каждой строке"
    )


def _merged(rows: Sequence[Sequence[object]], *ranges: str) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.create_sheet("План")
    for row in rows:
        page.append(row)
    for cells in ranges:
        page.merge_cells(cells)
    workbook.save("план.xlsx")


def test_cells_merged_where_nothing_is_written_are_no_fault(open_text: Open) -> None:
    _merged([HEADER, [1, "Сбор"], [2, "Отчёт"]], "C2:C3", "G2:H3", "A6:E9")
    assert [activity.title for activity in roadmap(open_text).activities] == ["Сбор", "Отчёт"]


def test_sections_may_be_merged_over_their_rows(open_text: Open) -> None:
    _merged([["Раздел", "Мероприятие"], ["Начало", "а"], [None, "б"], ["Конец", "в"]], "A2:A3")
    assert roadmap(open_text).sections == (
        Section(title="Начало", activities=[Activity(title="а"), Activity(title="б")]),
        Section(title="Конец", activities=[Activity(title="в")]),
    )


def test_sections_merged_with_another_column_are_reported(refuse: Refuse) -> None:
    _merged([["Раздел", "Мероприятие", "Срок"], ["Начало", "а"], [None, None, "май"]], "A2:B3")
    assert any("ячейки A2:B3 объединены" in fault.message for fault in refuse(ROADMAP))


def test_sections_of_a_free_table_are_not_carried_on(refuse: Refuse) -> None:
    _merged([["Раздел", "Школа"], ["Город", "№ 1"], [None, "№ 2"]], "A2:A3")
    (fault,) = refuse(SMALL + "приложение: {таблица: {строки: план.xlsx#План}}\n")
    assert "ячейки A2:A3 объединены" in fault.message


def test_size_that_a_sheet_names_wrong_loses_no_rows(open_text: Open) -> None:
    book([HEADER, [1, "Сбор"], [2, "Отчёт"]])
    with ZipFile("план.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<sheetData", b'<dimension ref="A1:B2"/><sheetData', 1)
    with ZipFile("план.xlsx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert [activity.title for activity in roadmap(open_text).activities] == ["Сбор", "Отчёт"]
