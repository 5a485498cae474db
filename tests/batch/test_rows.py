"""Tables as rows, rows as orders, rows as names of files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from prikaz import files
from prikaz.batch import BatchError, make_plan
from prikaz.batch.fill import fill
from prikaz.batch.names import refusal
from prikaz.batch.rows import read_table
from tests.batch.conftest import COLUMNS, school, write_rows


def _plan(folder: Path, name: str = "{строка}") -> tuple[str, ...]:
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out", name=name)
    return tuple(task.file for task in plan.tasks)


def _faults(folder: Path, name: str = "{строка}") -> list[tuple[str, str]]:
    with pytest.raises(BatchError) as caught:
        _plan(folder, name)
    assert not (folder / "out").exists()
    return [(fault.place, fault.column) for fault in caught.value.faults]


def test_a_workbook_gives_the_texts_that_excel_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["номер", "открытие", "мест"])
    sheet.append([None, None, None])
    sheet.append([7, dt.datetime(2027, 6, 1), 12.5])  # noqa: DTZ001 (as Excel holds it)
    sheet["A3"].number_format = "000"
    book.save(tmp_path / "школы.xlsx")
    table = read_table(tmp_path / "школы.xlsx")
    (row,) = table.rows
    assert table.columns == ("номер", "открытие", "мест")
    assert dict(row.values) == {"номер": "007", "открытие": "01.06.2027", "мест": "12,5"}
    assert row.place == "школы.xlsx, строка 3"


def test_a_list_in_yaml_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "школы.yaml"
    path.write_text("- номер: 075\n  школа: Школа № 1\n- номер: 76\n", encoding="utf-8")
    table = read_table(path)
    assert [dict(row.values) for row in table.rows] == [
        {"номер": "075", "школа": "Школа № 1"},
        {"номер": "76"},
    ]
    assert table.rows[1].place == "школы.yaml, строка 3"


def test_a_table_in_the_old_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "школы.csv"
    path.write_bytes("номер;школа\n1;Заречная средняя школа\n".encode("cp1251"))
    assert dict(read_table(path).rows[0].values)["школа"] == "Заречная средняя школа"


@pytest.mark.parametrize("name", ["школы.docx", "школы.xlsx"])
def test_what_is_no_table_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(BatchError):
        read_table(tmp_path / name)


def test_two_columns_of_one_name_are_refused(folder: Path) -> None:
    write_rows(folder, [school(1)], [*COLUMNS[:-1], "Номер"])
    assert len(_faults(folder)) == 1


def test_a_cell_without_a_column_is_told_for_the_others_may_have_shifted(folder: Path) -> None:
    more = school(2)
    more[2:3] = ["Школа", " № 2"]
    write_rows(folder, [school(1), more])
    with pytest.raises(BatchError, match=r"у ячейки «01\.06\.2027» нет графы; проверьте") as caught:
        read_table(folder / "школы.csv")
    assert [fault.place for fault in caught.value.faults] == ["школы.csv, строка 3"]


def test_a_value_under_an_empty_heading_is_told(folder: Path) -> None:
    write_rows(folder, [school(1)], [*COLUMNS[:4], "", COLUMNS[5]])
    with pytest.raises(BatchError, match="у ячейки «21» нет графы"):
        read_table(folder / "школы.csv")


def test_an_empty_cell_needs_no_column(folder: Path) -> None:
    write_rows(folder, [[*school(1), "", " "]])
    assert dict(read_table(folder / "школы.csv").rows[0].values)["открытие"] == "01.06.2027"


def test_a_doubt_about_the_order_does_not_stop_its_batch(folder: Path) -> None:
    order = folder / "order.yaml"
    text = order.read_text(encoding="utf-8").replace("В целях отдыха детей", "До 31.02.2027")
    order.write_text(text, encoding="utf-8")
    told = make_plan(order, folder / "школы.csv", folder / "out").told
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "31.02" in words)
    assert [fault.place for fault in told] == [f"{order}, строка {line}"]
    assert "31.02.2027" in told[0].message


def test_a_reference_to_nothing_is_told_with_its_line(folder: Path) -> None:
    order = folder / "order.yaml"
    text = order.read_text(encoding="utf-8").replace("{мест}", "{места}")
    order.write_text(text, encoding="utf-8")
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "{места}" in words)
    assert {place for place, _ in _faults(folder)} == {f"{order}, строка {line}"}


def test_a_row_fills_the_fields_and_the_requisites(folder: Path) -> None:
    order = files.load(folder / "order.yaml")
    filled = fill(order, read_table(folder / "школы.csv").rows[2])
    assert (filled.number, filled.date, filled.year) == ("3-од", dt.date(2027, 3, 16), 2027)
    assert dict(filled.fields)["школа"].value == "Заречная средняя школа № 3"


def test_everything_wrong_in_a_row_is_told_at_once(folder: Path) -> None:
    write_rows(folder, [["1", "16.13.2027", "Школа", "", "много", "01.06.2027"]])
    order = files.load(folder / "order.yaml")
    with pytest.raises(BatchError) as caught:
        fill(order, read_table(folder / "школы.csv").rows[0])
    assert {fault.column for fault in caught.value.faults} == {"дата", "начальник", "мест"}
    assert all(fault.place == "школы.csv, строка 2" for fault in caught.value.faults)


def test_a_field_without_a_column_is_told_before_anything_is_made(folder: Path) -> None:
    write_rows(folder, [school(1)[:5]], COLUMNS[:5])
    with pytest.raises(BatchError, match="открытие"):
        _plan(folder)


def test_a_column_that_nothing_prints_is_told(folder: Path) -> None:
    write_rows(folder, [[*school(1), "2-15-40"]], [*COLUMNS, "телефон"])
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")
    assert [fault.column for fault in plan.told] == ["телефон"]


def test_names_come_from_columns(folder: Path) -> None:
    assert _plan(folder, "{номер} {школа}")[0] == "1-од Заречная средняя школа № 1.docx"


def test_without_a_pattern_names_are_numbers_of_rows(folder: Path) -> None:
    assert _plan(folder)[:2] == ("01.docx", "02.docx")


def test_names_that_differ_in_capitals_only_collide(folder: Path) -> None:
    rows = [school(1), school(2)]
    rows[1][0] = "1-ОД"
    write_rows(folder, rows)
    assert _faults(folder, "{номер}") == [("школы.csv, строка 3", "")]


def test_a_column_of_a_name_that_is_not_there_is_told(folder: Path) -> None:
    assert ("школы.csv, строка 2", "регион") in _faults(folder, "{регион}-{строка}")


@pytest.mark.parametrize(
    "stem",
    ["17/од", "a\\b", "что?", "CON", "com1.приказ", "приказ.", " приказ", "", "~$приказ", "я" * 125, "a\nb"],
)
def test_no_disk_is_asked_for_such_a_name(stem: str) -> None:
    assert refusal(stem)


@pytest.mark.parametrize("stem", ["17-од", "Приказ № 5 (копия)", "я" * 124, "console"])
def test_any_disk_takes_such_a_name(stem: str) -> None:
    assert not refusal(stem)
