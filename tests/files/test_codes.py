"""A fault of a data file has a code, its message and its hint apart, and all of its places."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from prikaz import files
from prikaz.errors import DataError, DataFault
from tests.files.conftest import SMALL, Refuse

CASES = {
    "key-unknown": SMALL.replace("заголовок", "загаловок"),
    "entry-repeated": SMALL + "тема: а\nномер: 76\n",
    "value-invalid": SMALL.replace("16.03.2027", "31.02.2027"),
    "value-missing": SMALL.replace("вид: приказ", "вид:"),
    "value-wrong-type": SMALL.replace("номер: 75", "номер: [75]"),
    "text-cut": SMALL.replace("О плане", "О плане # 2"),
    "text-unquoted": SMALL.replace("О плане", "{вин куратор}"),
    "yaml-dash": SMALL.replace("- Утвердить план.", "Утвердить план.\n  - Контроль за мной."),
    "yaml-colon": SMALL.replace("номер: 75", "номер:75"),
    "yaml-indent": SMALL.replace("номер", "   номер"),
    "yaml-unclosed": SMALL.replace("О плане", '"О плане'),
    "yaml-comma": SMALL.replace("Директор", "Директор школы, гимназии"),
    "yaml-documents": SMALL + "---\nвид: приказ\n",
    "character-forbidden": SMALL.replace("О плане", "О \x02плане"),
    "character-unseen": SMALL.replace("О плане", "О\u200bплане"),
    "version-unknown": SMALL + "версия: 9\n",
    "data-empty": "",
    "file-unreadable": SMALL + "приложение: {таблица: {строки: нет.xlsx}}\n",
    "file-format-wrong": SMALL + "приложение: {таблица: {строки: план.xls}}\n",
    "reference-unknown": SMALL.replace("Утвердить план.", "Утвердить {приложение карта}.") + "грив: а\n",
}


@pytest.mark.parametrize(("code", "text"), CASES.items(), ids=CASES)
def test_a_fault_has_the_code_of_its_kind(refuse: Refuse, code: str, text: str) -> None:
    faults = refuse(text)
    assert code in {fault.code for fault in faults}
    assert all(fault.code for fault in faults)


@pytest.mark.parametrize("value", ["муж; жен", "муж; ожидалось жен"])
def test_a_semicolon_of_the_author_stays_in_the_message(refuse: Refuse, value: str) -> None:
    (fault,) = refuse(SMALL.replace("фамилия: Белов", f'фамилия: Белов, пол: "{value}"'))
    assert fault.message == f"не известно значение «{value}»"
    assert fault.hint.startswith("ожидалось одно из: ")


def test_a_semicolon_in_a_kind_of_document_stays_in_the_message() -> None:
    with pytest.raises(DataError) as caught:
        files.from_dict(
            {"вид": "приказ", "дата": "01; 02", "пункты": ["Раз."], "подпись": {"фамилия": "Белов"}}
        )
    (fault,) = caught.value.faults
    assert (fault.message, fault.hint[:9]) == ("не дата: «01; 02»", "ожидалась")


def test_a_fault_in_a_cell_has_the_cell_and_the_path(refuse: Refuse) -> None:
    book = openpyxl.Workbook()
    for row in (["Показатель", "2027"], [None, "20"]):
        book.worksheets[0].append(row)
    book.save(Path("план.xlsx"))
    (fault,) = refuse(SMALL + "приложение: {показатели: {строки: план.xlsx}}\n")
    data = json.loads(json.dumps(fault.to_dict()))
    assert data["cell"] == "лист «Sheet», ячейка A2"
    assert data["path"] == "приложения → 1 → показатели → строки → 1"
    assert f"{data['cell']} ({data['path']}): {data['message']}" in str(fault)


def test_a_fault_without_a_path_is_printed_with_its_cell() -> None:
    fault = DataFault(file="план.xlsx", cell="лист «План»", message="таблица пуста", hint="впишите строки")
    assert str(fault) == "план.xlsx: лист «План»: таблица пуста; впишите строки"
