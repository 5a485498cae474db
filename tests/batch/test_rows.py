"""Tables as rows, rows as orders, rows as names of files."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from prikaz import files
from prikaz.batch import BatchError, Failed, Saved, UpToDate, make_plan, run
from prikaz.batch.fill import fill
from prikaz.batch.names import refusal
from prikaz.batch.rows import read_table
from prikaz.errors import DataError
from tests.batch.conftest import COLUMNS, school, write_rows


def _text(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return re.sub("<[^>]+>", "", package.read("word/document.xml").decode())


def _plan(folder: Path, name: str = "{строка}") -> tuple[str, ...]:
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out", name=name)
    return tuple(job.file for job in plan.jobs)


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


def test_the_first_line_of_excel_tells_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "школы.csv"
    path.write_text("sep=|\r\nномер|школа\r\n1|Школа; «Радуга», филиал\r\n", encoding="utf-8")
    (row,) = read_table(path).rows
    assert dict(row.values) == {"номер": "1", "школа": "Школа; «Радуга», филиал"}
    assert row.place == "школы.csv, строка 3"


def test_a_sheet_is_named_after_a_hash(tmp_path: Path) -> None:
    path = _book(tmp_path, {"Инструкция": [["Заполните лист"]], "Школы": [["номер"], ["7"]]})
    table = read_table(f"{path}#Школы")
    assert [dict(row.values) for row in table.rows] == [{"номер": "7"}]
    assert table.rows[0].place == "школы.xlsx, лист «Школы», строка 2"
    with pytest.raises(BatchError, match=r"лист «Инструкция»: нет ни одной.*школы\.xlsx#Школы"):
        read_table(path)
    with pytest.raises(DataError, match="нет листа «Лист3»; есть листы: Инструкция, Школы"):
        read_table(f"{path}#Лист3")


def test_no_row_is_lost_when_a_workbook_tells_a_wrong_size(tmp_path: Path) -> None:
    path = _book(tmp_path, {"Школы": [["номер", "школа"], ["1", "Школа № 1"], ["2", "Школа № 2"]]})
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A2"', data))
    assert [dict(row.values)["школа"] for row in read_table(path).rows] == ["Школа № 1", "Школа № 2"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("=20+5", "у формулы «=20+5» нет посчитанного значения"),
        ("#N/A", "вместо значения «#N/A»"),
        ("#ССЫЛКА!", "вместо значения «#ССЫЛКА!»"),
        ("########", "вместо значения «########»"),
    ],
)
@pytest.mark.parametrize("column", ["школа", "дата"])
def test_what_excel_shows_instead_of_a_value_is_not_printed(
    folder: Path, cell: str, told: str, column: str
) -> None:
    cells = dict(zip(COLUMNS, school(1), strict=True)) | {column: cell}
    path = _book(folder, {"Школы": [list(cells), list(cells.values())]})
    with pytest.raises(BatchError) as caught:
        fill(files.load(folder / "order.yaml"), read_table(path).rows[0])
    assert [(fault.column, fault.message) for fault in caught.value.faults] == [(column, told)]


def test_cells_merged_over_rows_stop_the_whole_table(folder: Path) -> None:
    path = _book(folder, {"Школы": [list(COLUMNS), school(1), ["", *school(2)[1:]], school(3)]})
    book = openpyxl.load_workbook(path)
    for cells in ("A2:A3", "C3:C4", "H2:I5"):
        book["Школы"].merge_cells(cells)
    book.save(path)
    with pytest.raises(BatchError) as caught:
        make_plan(folder / "order.yaml", path, folder / "out")
    assert [str(fault) for fault in caught.value.faults] == [
        f"школы.xlsx: ячейки {cells} объединены; написанное в них относилось бы только к верхней строке; "
        "разъедините их и повторите значение в каждой строке"
        for cells in ("A2:A3", "C3:C4")
    ]


def _book(folder: Path, sheets: dict[str, list[list[str]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / "школы.xlsx")
    return folder / "школы.xlsx"


@pytest.mark.parametrize("text", ["школы: [1]", "[]"])
def test_yaml_that_is_no_list_of_rows_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "школы.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BatchError, match="ожидался список"):
        read_table(tmp_path / "школы.yaml")


@pytest.mark.parametrize("name", ["школы.docx", "школы.xlsx"])
def test_what_is_no_table_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(DataError):
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


def test_a_column_without_a_name_is_told_once(folder: Path) -> None:
    write_rows(folder, [[*school(number), "да"] for number in range(1, 30)])
    with pytest.raises(BatchError, match=r"у ячейки «да» нет графы \(таких строк 29\)") as caught:
        read_table(folder / "школы.csv")
    assert [fault.place for fault in caught.value.faults] == ["школы.csv, строка 2"]


def test_a_title_above_the_names_of_columns_is_told_as_that(folder: Path) -> None:
    write_rows(folder, [["номер", "школа"], ["1", "Школа № 1"]], ["Сведения о лагерях"])
    with pytest.raises(BatchError, match="названа одна графа, «Сведения о лагерях»") as caught:
        read_table(folder / "школы.csv")
    assert [fault.place for fault in caught.value.faults] == ["школы.csv, строка 1"]


def test_a_title_of_several_cells_is_told_as_that(folder: Path) -> None:
    write_rows(folder, [COLUMNS, school(1)], ["Утверждаю", "", "Приложение"])
    with pytest.raises(BatchError) as caught:
        _plan(folder)
    assert [(fault.place, fault.message) for fault in caught.value.faults] == [
        ("школы.csv, строка 2", "названия граф стоят здесь, а не в первой строке")
    ]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([school(1), list(COLUMNS), school(2)], "школы.csv, строка 3"),
        ([["1", "2", "3", "4", "5", "6"], school(1)], "школы.csv, строка 2"),
    ],
)
def test_rows_that_are_no_rows_stop_the_table(folder: Path, rows: list[list[str]], place: str) -> None:
    write_rows(folder, rows)
    assert _faults(folder) == [(place, "")]


def test_what_a_workbook_hides_is_told(folder: Path) -> None:
    path = _book(
        folder, {"Школы": [list(COLUMNS), school(1), school(2), school(3), [], ["Итого"]], "Коды": [["1"]]}
    )
    book = openpyxl.load_workbook(path)
    book["Школы"].row_dimensions[3].hidden = True
    book["Школы"].column_dimensions["D"].hidden = True
    book.save(path)
    plan = make_plan(folder / "order.yaml", path, folder / "out")
    assert [(fault.place, fault.message) for fault in plan.warnings] == [
        ("школы.xlsx, лист «Школы»", message)
        for message in (
            "взят лист «Школы», а есть и другие: Коды",
            "под пустой строкой есть ещё строки (первая – 6), они взяты в ту же таблицу",
            "скрытые строки тоже взяты: 3",
            "скрытые графы тоже взяты: начальник",
        )
    ]


def test_a_number_that_excel_has_made_a_date_of_is_told(folder: Path) -> None:
    path = _book(folder, {"Школы": [list(COLUMNS), school(1), school(2)]})
    book = openpyxl.load_workbook(path)
    book["Школы"]["A2"] = dt.datetime(2027, 1, 5)  # noqa: DTZ001 (as Excel holds it)
    book["Школы"]["A2"].number_format = "d mmm"
    book.save(path)
    (told,) = make_plan(folder / "order.yaml", path, folder / "out").warnings
    assert (told.place, told.column) == ("школы.xlsx, строка 2", "номер")
    assert "«5 января»" in told.message


def test_a_sign_that_nobody_sees_is_told(folder: Path) -> None:
    write_rows(folder, [school(1), [*school(2)[:3], "Соколов\u200b Пётр Ильич", *school(2)[4:]]])
    first, second = run(make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out"))
    assert isinstance(first, Saved)
    assert isinstance(second, Failed)
    assert "после «Соколов» невидимый знак U+200B" in second.faults[0].message
    write_rows(folder, [school(1)], ["номер\u200b", *COLUMNS[1:]])
    with pytest.raises(BatchError, match=r"строка 1: после «номер» невидимый знак U\+200B"):
        read_table(folder / "школы.csv")


def test_a_number_in_a_format_that_is_not_known_fails_its_row(folder: Path) -> None:
    path = _book(folder, {"Школы": [list(COLUMNS), school(1), school(2)]})
    book = openpyxl.load_workbook(path)
    book["Школы"]["E3"] = 25
    book["Школы"]["E3"].number_format = "# ?/?"
    book.save(path)
    first, second = run(make_plan(folder / "order.yaml", path, folder / "out"))
    assert isinstance(first, Saved)
    assert isinstance(second, Failed)
    assert [(fault.place, fault.column) for fault in second.faults] == [("школы.xlsx, строка 3", "мест")]


def test_an_empty_cell_needs_no_column(folder: Path) -> None:
    write_rows(folder, [[*school(1), "", " "]])
    assert dict(read_table(folder / "школы.csv").rows[0].values)["открытие"] == "01.06.2027"


def test_a_doubt_about_the_order_does_not_stop_its_batch(folder: Path) -> None:
    order = folder / "order.yaml"
    text = order.read_text(encoding="utf-8").replace("В целях отдыха детей", "До 31.02.2027")
    order.write_text(text, encoding="utf-8")
    (warning,) = make_plan(order, folder / "школы.csv", folder / "out").warnings
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "31.02" in words)
    assert (warning.file, warning.line, warning.path) == (str(order), line, "преамбула")
    assert str(warning).startswith(f"{order}, строка {line}: преамбула: ")
    assert "31.02.2027" in warning.message


def test_a_reference_to_nothing_is_told_with_its_line(folder: Path) -> None:
    order = folder / "order.yaml"
    text = order.read_text(encoding="utf-8").replace("{мест}", "{места}")
    order.write_text(text, encoding="utf-8")
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "{места}" in words)
    with pytest.raises(BatchError) as caught:
        make_plan(order, folder / "школы.csv", folder / "out")
    assert {(fault.file, fault.line) for fault in caught.value.faults} == {(str(order), line)}
    assert {(entry.file, entry.line) for entry in caught.value.entries} == {(str(order), line)}


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


@pytest.mark.parametrize(
    ("column", "own", "given"),
    [
        ("номер", "номер: 99-од", "1-од"),
        ("дата", "дата: 01.03.2027", "16.03.2027"),
        ("место", "", "с. Лесное"),
        ("заголовок", "", "О смене"),
    ],
)
def test_a_requisite_that_other_rows_give_must_not_be_empty(
    folder: Path, column: str, own: str, given: str
) -> None:
    order = folder / "order.yaml"
    order.write_text(f"{order.read_text(encoding='utf-8')}{own}\n", encoding="utf-8")
    cells = [dict(zip(COLUMNS, school(n), strict=True)) | {column: text} for n, text in ((1, given), (2, ""))]
    write_rows(folder, [list(row.values()) for row in cells], list(cells[0]))
    outcomes = list(run(make_plan(order, folder / "школы.csv", folder / "out")))
    assert isinstance(outcomes[0], Saved)
    assert isinstance(outcomes[1], Failed)
    (fault,) = outcomes[1].faults
    assert (fault.place, fault.column, fault.message) == ("школы.csv, строка 3", column, "пусто")


def test_a_column_of_a_requisite_that_is_empty_throughout_changes_nothing(folder: Path) -> None:
    order = folder / "order.yaml"
    order.write_text(f"{order.read_text(encoding='utf-8')}номер: 99-од\n", encoding="utf-8")
    write_rows(folder, [["", *school(number)[1:]] for number in (1, 2)])
    assert _plan(folder, "{номер}-{строка}") == ("99-од-1.docx", "99-од-2.docx")
    outcomes = list(run(make_plan(order, folder / "школы.csv", folder / "out")))
    assert all(isinstance(outcome, Saved) for outcome in outcomes)


def test_a_field_with_a_value_of_its_own_must_not_be_empty_where_other_rows_fill_it(folder: Path) -> None:
    order = folder / "order.yaml"
    text = order.read_text(encoding="utf-8")
    order.write_text(text.replace("вид: число,", "вид: число, значение: 25,"), encoding="utf-8")
    write_rows(folder, [school(1), [*school(2)[:4], "", school(2)[5]]])
    first, second = run(make_plan(order, folder / "школы.csv", folder / "out"))
    assert isinstance(first, Saved)
    assert isinstance(second, Failed)
    assert [(fault.column, fault.message) for fault in second.faults] == [("мест", "пусто")]


@pytest.mark.parametrize("width", [5, 6])
def test_a_field_with_a_value_of_its_own_needs_no_column(folder: Path, width: int) -> None:
    order = folder / "order.yaml"
    text = order.read_text(encoding="utf-8")
    order.write_text(text.replace("{вид: дата}", "{вид: дата, значение: 01.06.2027}"), encoding="utf-8")
    write_rows(folder, [[*school(number)[:5], ""][:width] for number in (1, 2)], COLUMNS[:width])
    outcomes = run(make_plan(order, folder / "школы.csv", folder / "out"))
    assert all(isinstance(outcome, Saved) for outcome in outcomes)


def test_a_name_in_small_letters_fails_its_row(folder: Path) -> None:
    write_rows(folder, [school(1), [*school(2)[:3], "соколов пётр ильич", *school(2)[4:]]])
    first, second = run(make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out"))
    assert isinstance(first, Saved)
    assert isinstance(second, Failed)
    assert [(fault.place, fault.column, fault.message) for fault in second.faults] == [
        ("школы.csv, строка 3", "начальник", "имя со строчной буквы: «соколов пётр ильич»")
    ]


def _with_head(folder: Path, name: str) -> Saved | Failed | UpToDate:
    """What comes of a row whose head of the camp is written so."""
    write_rows(folder, [[*school(1)[:3], name, *school(1)[4:]]])
    (outcome,) = run(make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out"))
    return outcome


@pytest.mark.parametrize(
    "name", ["А.П. Ветрова", "А. П. Ветрова", "А.Ветрова", "Л.П. Ди Каприо", "Ветрова А.П."]
)
def test_a_name_whose_initials_stand_first_keeps_its_surname(folder: Path, name: str) -> None:
    outcome = _with_head(folder, name)
    assert isinstance(outcome, Saved)
    assert outcome.warnings == ()
    document = (folder / "out" / outcome.record.file).read_bytes()
    assert re.search("Ветрову|Ди Каприо", _text(document))


@pytest.mark.parametrize("name", ["ИВАНОВ ИВАН ИВАНОВИЧ", "ИВАНОВ Иван Иванович"])
def test_a_name_in_capitals_is_printed_as_a_text_has_it_and_told_with_its_cell(
    folder: Path, name: str
) -> None:
    outcome = _with_head(folder, name)
    assert isinstance(outcome, Saved)
    (told,) = outcome.warnings
    assert (told.place, told.column) == ("школы.csv, строка 2", "начальник")
    assert told.message == "имя набрано прописными и понято как «Иванов Иван Иванович»"
    assert told.hint == "исправьте ячейку, если понято неверно"
    assert "Иванова\u00a0И.И." in _text((folder / "out" / outcome.record.file).read_bytes())


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("Белову Игорю Львовичу", "«Львовичу» не в именительном падеже", "именительный падеж"),
        ("Белова Игоря Львовича", "«Львовича» не в именительном падеже", "именительный падеж"),
        ("Анна Петровна Ветрова", "отчество на месте имени", "фамилию первой: Ветрова Анна Петровна"),
        ("Анна Ветрова", "фамилия не на первом месте", "фамилию первой: Ветрова Анна"),
        ("АП Ветрова", "без точек", "«А.П.»"),
        ("А.П. Шевчук", "форма зависит от пола", "впишите имя и отчество целиком"),
    ],
)
def test_a_name_that_cannot_be_printed_is_told_with_its_cell(
    folder: Path, name: str, message: str, hint: str
) -> None:
    outcome = _with_head(folder, name)
    assert isinstance(outcome, Failed)
    (told,) = outcome.faults
    assert (told.place, told.column) == ("школы.csv, строка 2", "начальник")
    assert message in told.message
    assert hint in told.hint
    assert "prikaz.toml" not in str(told)


@pytest.mark.parametrize("name", ["отделу образования", "Заречной средней школе № 1"])
def test_a_body_in_another_case_is_told_with_its_cell(folder: Path, name: str) -> None:
    write_rows(folder, [[*school(1)[:2], name, *school(1)[3:]]])
    (outcome,) = run(make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out"))
    assert isinstance(outcome, Failed)
    (told,) = outcome.faults
    assert (told.column, told.hint) == ("школа", "запишите именительный падеж: кто? что?")
    assert "не в именительном падеже" in told.message


def test_latin_letters_of_a_heading_are_told_with_their_places(folder: Path) -> None:
    write_rows(folder, [school(1)], ["Hомер", *COLUMNS[1:]])
    (told,) = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out").warnings
    assert (told.column, told.hint) == ("Hомер", "наберите название русскими буквами")
    assert "буквы не русские: «H» (знак 1)" in told.message
    write_rows(folder, [school(1)], [*COLUMNS[:4], "Mеcт", COLUMNS[5]])
    with pytest.raises(BatchError, match=r"для поля «мест» нет графы: .* «M» \(знак 1\), «c» \(знак 3\)"):
        _plan(folder)


def test_a_name_is_not_made_of_the_orders_number_where_rows_give_their_own(folder: Path) -> None:
    order = folder / "order.yaml"
    order.write_text(f"{order.read_text(encoding='utf-8')}номер: 99-од\n", encoding="utf-8")
    write_rows(folder, [school(1), ["", *school(2)[1:]]])
    assert _faults(folder, "{номер}") == [("школы.csv, строка 3", "номер")]


def test_a_document_of_a_requisite_that_is_needed_now_is_not_kept(folder: Path) -> None:
    order = folder / "order.yaml"
    write_rows(folder, [["", *school(number)[1:]] for number in (1, 2)])
    list(run(make_plan(order, folder / "школы.csv", folder / "out")))
    write_rows(folder, [school(1), ["", *school(2)[1:]]])
    again = run(make_plan(order, folder / "школы.csv", folder / "out"), resume=True)
    assert [type(outcome) for outcome in again] == [Saved, Failed]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("школы.yaml", "- номер: 1\n  Номер: 2\n- номер: 3\n"),
        ("школы.json", '[{"номер": "1",\n"Номер": "2"}]'),
    ],
)
def test_a_column_given_twice_in_a_record_is_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_table(tmp_path / name)
    told = [(fault.line, fault.message, fault.hint) for fault in caught.value.faults]
    assert told == [(2, "две графы «номер»", "назовите одну иначе")]


def test_a_field_without_a_column_is_told_before_anything_is_made(folder: Path) -> None:
    write_rows(folder, [school(1)[:5]], COLUMNS[:5])
    with pytest.raises(BatchError, match="открытие"):
        _plan(folder)


def test_a_column_that_nothing_prints_is_told(folder: Path) -> None:
    write_rows(folder, [[*school(1), "2-15-40"]], [*COLUMNS, "телефон"])
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")
    assert [fault.column for fault in plan.warnings] == ["телефон"]


@pytest.mark.parametrize("column", ["открытие лагеря", "открытия", "Открытие  смены"])
def test_a_column_called_nearly_as_a_field_is_named(folder: Path, column: str) -> None:
    write_rows(folder, [school(1)], [*COLUMNS[:5], column])
    with pytest.raises(
        BatchError, match=f"возможно, это «{' '.join(column.split())}»: назовите её «открытие»"
    ):
        _plan(folder)


def test_a_column_called_nearly_as_a_requisite_is_told(folder: Path) -> None:
    write_rows(folder, [school(1)], ["Номер приказа", *COLUMNS[1:]])
    (told,) = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out").warnings
    assert (told.column, told.hint) == ("Номер приказа", "если это «номер», назовите её так")


def test_a_row_that_stands_twice_is_told(folder: Path) -> None:
    write_rows(folder, [school(1), school(2), school(1)])
    (told,) = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out").warnings
    assert told.place == "школы.csv, строка 4"
    assert "«школы.csv, строка 2»" in told.message


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
    assert _faults(folder, "{регион}-{строка}") == [("", "регион")]


@pytest.mark.parametrize("pattern", ["приказы/{строка}", "{строка", "строка}", "а:{строка}"])
def test_a_pattern_that_spoils_all_names_is_told_once(folder: Path, pattern: str) -> None:
    assert _faults(folder, pattern) == [("", "")]


def test_an_empty_cell_of_a_name_is_told_with_its_row_alone(folder: Path) -> None:
    rows = [[*school(number), "" if number > 1 else "север"] for number in range(1, 4)]
    write_rows(folder, rows, [*COLUMNS, "район"])
    assert _faults(folder, "{район}") == [("школы.csv, строка 3", "район"), ("школы.csv, строка 4", "район")]


@pytest.mark.parametrize(
    "stem",
    ["17/од", "a\\b", "что?", "CON", "com1.приказ", "приказ.", " приказ", "", "~$приказ", "я" * 125, "a\nb"],
)
def test_no_disk_is_asked_for_such_a_name(stem: str) -> None:
    assert refusal(stem)


@pytest.mark.parametrize("stem", ["17-од", "Приказ № 5 (копия)", "я" * 124, "console"])
def test_any_disk_takes_such_a_name(stem: str) -> None:
    assert not refusal(stem)
