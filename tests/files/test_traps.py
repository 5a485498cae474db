"""What YAML would swallow or refuse is explained on its line, and the rest of the file is read on."""

from __future__ import annotations

import pytest

from prikaz.errors import DataFault
from tests.files.conftest import SMALL, Open, Refuse

HEADING = "О плане"
CLAUSE = "Утвердить план."

#: Heading that YAML misreads, column of the fault, words of the message, words of the advice.
HEADINGS = [
    ("О плане # 2", 12, "«# 2»", "возьмите его весь в кавычки"),
    ("О плане #2", 12, "«#2»", "возьмите его весь в кавычки"),
    ("О плане: этап", 12, "двоеточие", '"О плане: этап"'),
    ("{дата} назначить", 12, "скобки «{»", '"{дата} назначить"'),
    ("{дата}", 12, "фигурных скобках", '"{дата}"'),
    ("[1] назначить", 12, "скобки «[»", '"[1] назначить"'),
    ("@школа", 12, "«@»", "в кавычки"),
    ("`школа`", 12, "«`»", "в кавычки"),
    ("% школ", 12, "«%»", "в кавычки"),
    ("*важно", 12, "«*важно»", "в кавычки"),
    ("&важно план", 12, "«&важно»", "в кавычки"),
    ("!важно", 12, "«!»", "в кавычки"),
    ("!str план", 12, "восклицательного", "в кавычки"),
    ("| план", 12, "«|»", "в кавычки"),
    ("> план", 12, "«>»", "в кавычки"),
    ("- план", 12, "«-»", "в кавычки"),
    ('"О плане', 12, 'кавычка "', "закройте"),
    ("'О плане", 12, "кавычка '", "закройте"),
    ('"О плане" на год', 12, 'кавычки "', "«ёлочки»"),
    ('"C:\\plan"', 12, "косая черта", "одинарные кавычки"),
]


@pytest.mark.parametrize(("written", "column", "message", "hint"), HEADINGS)
def test_a_text_that_yaml_misreads(
    refuse: Refuse, written: str, column: int, message: str, hint: str
) -> None:
    fault = the_one(refuse(SMALL.replace(HEADING, written)), 4)
    assert fault.column == column
    assert message in fault.message
    assert hint in fault.hint


#: A clause that YAML misreads, what its text was.
CLAUSES = [
    ("Руководителям школ: назначить", '"Руководителям школ: назначить"'),
    ("Руководителям школ:", '"Руководителям школ:"'),
    ("Руководителям школ:\n    - назначить", "подпункты"),
    ("{вин куратор}", '"{вин куратор}"'),
    ("{приложениям карта, показатели}", '"{приложениям карта, показатели}"'),
]


@pytest.mark.parametrize(("written", "hint"), CLAUSES)
def test_a_clause_that_became_a_mapping(refuse: Refuse, written: str, hint: str) -> None:
    fault = next(fault for fault in refuse(SMALL.replace(CLAUSE, written)) if hint in fault.hint)
    assert (fault.line, fault.column, fault.path) == (6, 5, "пункты → 1")


#: Lines put after the small order, line and column of the fault, words of the message.
LINES = [
    ("орган:\n\tкратко: школа", 9, 1, "табуляции"),
    ("место:г. Заречный", 8, 6, "нет пробела"),
    ("место г. Заречный\nгод: 2027", 8, 1, "нет двоеточия"),
    ("место г. Заречный", 8, 1, "нет двоеточия"),
    ("место: г. Заречный\n  год: 2027", 9, 3, "отступ больше"),
    ("место: г. Заречный\n год: 2027  # впишите: год", 9, 2, "отступ больше"),
    ("орган:\n  кратко: а\n   полностью: б", 10, 4, "отступ больше"),
    ("орган:\n   кратко: а\n  полностью: б", 10, 3, "отступ не совпадает"),
    ("рассылка:\n  - а\n - б", 10, 2, "отступ не совпадает"),
    ("рассылка:\n  - а\n    - б", 10, 5, "«- б»"),
    ("рассылка: [а, , б]", 8, 15, "ничего нет"),
    ("рассылка: [а, б\nместо: г. Заречный", 8, 11, "скобка «[»"),
    ("акты: {а: {вид: приказ, заголовок: О сроках, формах}}", 8, 36, "«О сроках, формах»"),
    ("приложение:\n  показатели: {строки: [{показатель: а, значения: {2027: 12,5}}]}", 9, 58, "«12,5»"),
    ("приложение:\n  таблица: {строки: [[Школа № 1, 12,5]]}", 9, 34, "«12,5»"),
    ("номер: 76", 8, 1, "уже есть в строке 3"),
    ("подписи: []", 8, 1, "«подпись»"),
    ("---\nвид: приказ", 8, 1, "второй документ"),
]


@pytest.mark.parametrize(("added", "line", "column", "message"), LINES)
def test_a_line_that_yaml_misreads(refuse: Refuse, added: str, line: int, column: int, message: str) -> None:
    fault = the_one(refuse(SMALL + added + "\n"), line)
    assert fault.column == column
    assert message in fault.message


def the_one(faults: tuple[DataFault, ...], line: int) -> DataFault:
    """The only fault of a file; it stands on the line."""
    (fault,) = faults
    assert (fault.file, fault.line) == ("order.yaml", line)
    return fault


def test_a_number_cut_off_by_a_sign_for_comments(refuse: Refuse) -> None:
    fault = the_one(refuse(SMALL.replace("номер: 75", "номер: #75")), 3)
    assert "«#75»" in fault.message


@pytest.mark.parametrize(
    "comment", ["  # 2 недели до начала", " # пусто: проект", " # см. приказ", "   #2", " #"]
)
def test_a_true_comment_is_left_in_peace(open_text: Open, comment: str) -> None:
    assert open_text(SMALL.replace(HEADING, HEADING + comment)).order.heading == HEADING


def test_a_comment_beside_a_date_is_left_in_peace(open_text: Open) -> None:
    assert open_text(SMALL.replace("16.03.2027            # пусто", "16.03.2027 # 2 раза")).order.date


def test_quotes_cure_every_trap(open_text: Open) -> None:
    for written, *_ in HEADINGS:
        if '"' not in written:
            assert open_text(SMALL.replace(HEADING, f'"{written}"')).order.heading == written


def test_every_trap_of_a_file_is_reported_in_one_run(refuse: Refuse) -> None:
    text = SMALL.replace(HEADING, "О плане: этап").replace(CLAUSE, "@школам")
    faults = refuse(text + "место: г. Заречный\n\tгод: двадцать\nзаглавие: О\nорган:\n\tкратко: а\n")
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    assert {4, 6, 9, 12} <= {fault.line for fault in faults}


@pytest.mark.parametrize("sign", ["\x07", "\x0b", "\x00", "\x85"])
def test_an_invisible_sign_is_refused_with_its_place(refuse: Refuse, sign: str) -> None:
    fault = the_one(refuse(SMALL.replace(HEADING, f"О{sign} плане")), 4)
    assert fault.column == 13
    assert f"U+{ord(sign):04X}" in fault.message


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u00ad", "\u200b"])
def test_a_sign_without_width_is_reported_in_a_value(refuse: Refuse, sign: str) -> None:
    (fault,) = refuse(SMALL + f"поля:\n  куратор: {{вид: лицо, значение: Белов{sign} Игорь Львович}}\n")
    assert (fault.line, fault.path) == (9, "поля → куратор → значение")
    assert fault.message == f"после «Белов» невидимый знак U+{ord(sign):04X}"


@pytest.mark.parametrize(
    ("items", "first"),
    [
        ("-Без пробела.\n  -Второй.", "-Без пробела."),
        ("-Без пробела.", "-Без пробела."),
        ("-«Радуга».", "-«Радуга»."),
        ("–Тире.\n  – Второе.", "–Тире."),
        ("• Маркер.\n  • Второй.", "• Маркер."),
    ],
)
def test_items_of_a_list_without_dash_and_space_are_reported(refuse: Refuse, items: str, first: str) -> None:
    fault = the_one(refuse(SMALL.replace("- Утвердить план.", items)), 6)
    assert fault.message == f"строка «{first}» не начинается с тире и пробела"
    assert "начните с них" in fault.hint


def test_every_item_as_far_left_as_its_key_is_reported_when_it_lacks_the_space(refuse: Refuse) -> None:
    faults = refuse(SMALL.replace("  - Утвердить план.", "-Первый.\n-Второй."))
    assert {(fault.line, fault.message) for fault in faults} == {
        (6, "строка «-Первый.» не начинается с тире и пробела"),
        (7, "строка «-Второй.» не начинается с тире и пробела"),
    }


def test_an_item_that_the_text_above_swallows_is_reported(refuse: Refuse) -> None:
    fault = the_one(refuse(SMALL.replace(CLAUSE, f"{CLAUSE}\n    -Второй.")), 7)
    assert (fault.column, "«-Второй.»" in fault.message) == (5, True)


def test_a_number_below_zero_is_no_item(open_text: Open) -> None:
    assert open_text(SMALL.replace("заголовок: О плане", "заголовок:\n  -5 градусов")).order.heading


def test_an_invisible_sign_written_as_an_escape_is_refused(refuse: Refuse) -> None:
    fault = the_one(refuse(SMALL.replace(HEADING, r'"О\x07 плане"')), 4)
    assert fault.path == "заголовок"
    assert "U+0007" in fault.message
