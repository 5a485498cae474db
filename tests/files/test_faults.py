"""Everything that is wrong with a file is reported in one run, with its place, what came and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prikaz import files
from prikaz.errors import DataError, DataFault
from tests.files.conftest import SMALL, Refuse


def test_all_kinds_of_faults_come_together_in_the_order_of_the_file(refuse: Refuse) -> None:
    faults = refuse("""\
вид: указ
дата: 31.02.2027
год: двадцать
загаловок: О плане
люди:
  куратор: {имя: Анна}
пункты:
  - текст: Назначить {вин куратор} согласно {приложению крата}.
    срок: []
    подпункты: [а, , б]
  - {текст: б, нумерация: цифра}
приложение: {ключ: карта, ориентация: косая, таблитса: {}}
""")
    assert [(fault.line, fault.column, fault.path) for fault in faults] == [
        (1, 1, "подписи"),
        (1, 6, "вид"),
        (2, 7, "дата"),
        (3, 6, "год"),
        (4, 1, ""),
        (6, 12, "люди → куратор"),
        (8, 12, "пункты → 1 → текст"),
        (10, 20, ""),
        (11, 27, "пункты → 2 → нумерация"),
        (12, 39, "приложения → 1 → ориентация"),
        (12, 46, "приложения → 1"),
        (12, 56, "приложения → 1 → таблица"),
    ]
    assert all(fault.file == "order.yaml" and fault.message for fault in faults)


def only(faults: tuple[DataFault, ...]) -> DataFault:
    (fault,) = faults
    return fault


def test_a_mistake_in_a_key_names_the_nearest_known_one(refuse: Refuse) -> None:
    fault = only(refuse(SMALL.replace("заголовок", "загаловок")))
    assert fault.message == "неизвестный ключ «загаловок»"
    assert fault.hint == "возможно, «заголовок»"


def test_an_unknown_key_far_from_all_names_the_known_ones_in_russian(refuse: Refuse) -> None:
    fault = only(refuse(SMALL + "чепуха: да\n"))
    assert fault.hint.startswith("известны: вид, орган, дата, год, номер")


def test_a_value_of_a_list_names_the_known_ones(refuse: Refuse) -> None:
    fault = only(refuse(SMALL + "состояние: готов\n"))
    assert "«готов»" in fault.message
    assert "проект, зарегистрирован" in fault.message + fault.hint


def test_a_required_value_that_is_missing_is_named_as_a_clerk_calls_it(refuse: Refuse) -> None:
    faults = refuse("заголовок: О плане\n")
    assert [fault.message for fault in faults] == [
        "нет обязательного значения «вид»",
        "в документе нет ни одного пункта",
        "в документе нет подписи",
    ]


def test_a_document_without_clauses_is_reported_beside_other_faults(refuse: Refuse) -> None:
    faults = refuse(SMALL.replace("\n  - Утвердить план.", " []") + "год: x\n")
    assert {fault.message for fault in faults} >= {"в документе нет ни одного пункта"}
    assert len(faults) == 2


def test_a_required_value_left_empty_is_reported_at_its_key(refuse: Refuse) -> None:
    fault = only(refuse(SMALL.replace("вид: приказ", "вид:")))
    assert (fault.line, fault.column) == (1, 1)


def test_what_came_is_reported_when_a_list_or_pairs_stand_in_a_wrong_place(refuse: Refuse) -> None:
    assert only(refuse(SMALL + "место: [а, б]\n")).message == "пришло: список"
    assert only(refuse(SMALL + "люди: Белов\n")).message == "пришло: «Белов»"
    assert "ключами: а, б" in only(refuse(SMALL + "место: {а: 1, б: 2}\n")).message


def test_a_list_in_place_of_a_clause_is_reported(refuse: Refuse) -> None:
    fault = only(refuse(SMALL.replace("- Утвердить", "- - Утвердить")))
    assert (fault.path, fault.message) == ("пункты → 1", "пришло: список")


def test_a_fifth_level_of_clauses_is_refused_at_its_place(refuse: Refuse) -> None:
    deep = "т"
    for _ in range(4):
        deep = f"{{текст: т, подпункты: [{deep}]}}"
    assert "четырёх уровней" in only(refuse(SMALL.replace("Утвердить план.", deep))).message


def test_a_broken_reference_alone_does_not_hinder_but_beside_a_fault_it_is_reported(refuse: Refuse) -> None:
    faults = refuse(SMALL.replace("Утвердить план.", "Утвердить {приложение план}.") + "год: x\n")
    assert [fault.line for fault in faults] == [6, 8]
    assert "«план»" in faults[0].message


def test_a_fault_elsewhere_breaks_no_reference(refuse: Refuse) -> None:
    """The keys that are sound are found even when their objects are at fault."""
    text = SMALL.replace("Утвердить план.", "Поручить {дат куратор} согласно {приложению план}.")
    faults = refuse(text + "люди: {куратор: {имя: Анна}}\nприложение: {ключ: план, абзац: {текст: [а]}}\n")
    assert [fault.line for fault in faults] == [8, 9]


def test_a_key_written_twice_in_json_is_reported(refuse: Refuse) -> None:
    text = '{"вид": "приказ",\n "вид": "решение", "пункты": ["а"], "подпись": {"фамилия": "Б"}}'
    assert only(refuse(text, "order.json")).line == 2


def test_a_mistake_in_json_is_reported_with_its_place(refuse: Refuse) -> None:
    fault = only(refuse('{"вид": "приказ",\n"номер" 5}', "order.json"))
    assert (fault.file, fault.line, fault.column) == ("order.json", 2, 9)


def test_another_version_of_the_format_is_refused(refuse: Refuse) -> None:
    assert "версия" in only(refuse(SMALL + "версия: 2\n")).message


def test_faults_are_plain_data_for_programs(refuse: Refuse) -> None:
    (fault,) = refuse(SMALL + "год: x\n")
    assert json.loads(json.dumps(fault.to_dict()))["line"] == 8
    assert str(fault).startswith("order.yaml:8:6: год: ")


def test_data_of_a_program_are_refused_by_path_alone() -> None:
    with pytest.raises(DataError) as caught:
        files.from_dict({"вид": "приказ", "пункты": ["а", {"текст": []}], "подпись": {"имя": "И"}})
    assert [(fault.line, fault.path) for fault in caught.value.faults] == [
        (0, "пункты → 2 → текст"),
        (0, "подписи → 1"),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "файл пуст"),
        ("# одни примечания\n".encode(), "файл пуст"),
        ("- а\n".encode(), "нет полей"),
        (b"PK\x03\x04", "Word"),
        (b"%PDF-1.4", "PDF"),
        (SMALL.encode("koi8-r"), "кодировка"),
        (SMALL.encode("cp866"), "кодировка"),
        (SMALL.encode("utf-16")[:-1], "кодировка"),
        (bytes(range(256)), "кодировка"),
    ],
    ids=["empty", "comments", "list", "archive", "pdf", "koi8-r", "cp866", "half", "bytes"],
)
def test_a_file_that_is_no_data_file_is_reported_for_what_it_is(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "order.yaml"
    path.write_bytes(content)
    with pytest.raises(DataError, match=words):
        files.load(path)


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="такого файла нет"):
        files.load(tmp_path / "нет.yaml")
    with pytest.raises(DataError, match="это папка"):
        files.load(tmp_path)


LAUGHS = "".join(f"а{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))


@pytest.mark.parametrize(
    ("bomb", "words"),
    [
        (f"а0: &a0 [а, а]\n{LAUGHS}", "больше 100000 значений"),
        ("а: " + "[" * 50_000, "глубже 60 уровней"),
        ("а: " + "{а: " * 50_000, "глубже 60 уровней"),
        ("вид: приказ\n" * 300_000, "больше 4 МБ"),
        ("а: &a [*a]\n", "звёздочки"),
    ],
    ids=["laughs", "lists", "braces", "size", "itself"],
)
def test_a_file_that_would_burst_is_refused(tmp_path: Path, bomb: str, words: str) -> None:
    path = tmp_path / "order.yaml"
    path.write_text(bomb, encoding="utf-8")
    with pytest.raises(DataError, match=words):
        files.load(path)


def test_years_that_no_order_has_are_reported_where_they_stand(refuse: Refuse) -> None:
    text = SMALL + "год: 27\nприложение:\n  показатели:\n    годы: [2027, 20288]\n    строки:\n"
    faults = refuse(text + "      - показатель: Доля\n        значения:\n          208: 6\n")
    assert [(fault.line, fault.message) for fault in faults] == [
        (8, "год бывает от 1900 до 2099, пришло число 27"),
        (11, "год бывает от 1900 до 2099, пришло число 20288"),
        (14, "год бывает от 1900 до 2099, пришло число 208"),
    ]


def test_plain_data_that_no_file_could_hold_is_reported_by_its_path() -> None:
    data: dict[object, object] = {"заголовок": object(), "номер": b"x", "место": float("nan"), b"x": {"а"}}
    with pytest.raises(DataError) as caught:
        files.from_dict(data)
    told = [(fault.path, fault.message) for fault in caught.value.faults[:4]]
    assert told == [
        ("заголовок", "ожидался текст, число или дата, пришёл объект object"),
        ("номер", "ожидался текст, число или дата, пришли байты"),
        ("место", "ожидалось число, пришло число nan"),
        ("", "ключ: ожидался текст, число или дата, пришли байты"),
    ]


def test_numbers_of_plain_data_are_written_as_a_person_would() -> None:
    data = {"вид": "приказ", "номер": 75.0, "пункты": [0.1 + 0.2], "подпись": {"фамилия": "Белов"}}
    order = files.from_dict(data)
    assert (order.number, order.clauses[0].text) == ("75", "0,3")


def test_a_picture_that_is_not_there_is_one_fault(refuse: Refuse) -> None:
    annex = "приложение: {заголовок: План, рисунок: {файл: скема.png}}\n"
    assert "скема.png" in only(refuse(SMALL + annex)).message


@pytest.mark.parametrize(("typed", "meant"), [("скобки", "скобка"), ("буквы", "буква"), ("тирэ", "тире")])
def test_a_misspelt_value_of_a_list_names_the_nearest_one(refuse: Refuse, typed: str, meant: str) -> None:
    clause = f"{{текст: Раз, нумерация: {typed}}}"
    fault = only(refuse(SMALL.replace("- Утвердить план.", f"- {clause}")))
    assert fault.hint.startswith(f"возможно, «{meant}»; ожидалось одно из: ")
