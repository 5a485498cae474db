"""A data file of the new year out of last year's: what is written reads as the rolled order."""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from prikaz import Order, OutputError, dump, files, load, roll
from prikaz.encodings import encode_like
from prikaz.files.docs.skeletons import SKELETONS
from prikaz.rollover import Reply, Window
from scripts import examples
from tests.makers import png
from tests.rollover.strategies import orders, rollings

HEAD = "вид: приказ\nгод: 2027\nпункты: [Назначить.]\nподпись: {фамилия: Белов}\n"
TABLE = HEAD + "приложение:\n  заголовок: План\n"
SOURCES = [path for path in examples.sources() if path.suffix == ".yaml"]


def _revise(
    path: Path, to: int = 2028, window: Window = Window.SLIDE, into: Path | None = None
) -> files.Revision:
    """Roll a file and write the new one; it must read as the rolled order."""
    draft = files.open(path)
    rolled = roll(draft.order, to, window=window)
    target = (into or path.parent) / f"new{path.suffix}"
    revision = files.revise(draft, path, rolled.changes, rolled.order, target)
    assert load(target) == rolled.order
    return revision


def _revised(folder: Path, text: str, name: str = "old.yaml", window: Window = Window.SLIDE) -> str:
    """The text of the new file, which was edited and not written anew."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    revision = _revise(path, window=window)
    assert revision.findings == ()
    return revision.files[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=[path.stem for path in SOURCES])
@pytest.mark.parametrize("to", [2028, 2032])
@pytest.mark.parametrize("window", Window)
def test_an_example_is_edited_in_place(source: Path, to: int, window: Window, tmp_path: Path) -> None:
    revision = _revise(source, to, window, into=tmp_path)
    old, new = source.read_text(encoding="utf-8"), revision.files[0].read_text(encoding="utf-8")
    assert revision.findings == ()
    assert [line for line in old.splitlines() if "#" in line] == [
        line.replace("-2028.xlsx", ".xlsx") for line in new.splitlines() if "#" in line
    ] or source.stem.startswith("000")
    assert len(new.splitlines()) - len(old.splitlines()) in (0, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("заголовок: О плане на 2027 год  # главное", "заголовок: О плане на 2028 год  # главное"),
        ("заголовок: 'О «плане» на 2027 год'", "заголовок: 'О «плане» на 2028 год'"),
        ("заголовок: 'О ''плане'' на 2027 год'", "заголовок: 'О ''плане'' на 2028 год'"),
        ('заголовок: "О \\"плане\\" на 2027 год"', 'заголовок: "О \\"плане\\" на 2028 год"'),
        ("заголовок: >-\n  О плане\n  на 2027\n  год", "заголовок: >-\n  О плане\n  на 2028\n  год"),
        (
            "преамбула: |\n  По плану на 2027 год\n  и впредь",
            "преамбула: |\n  По плану на 2028 год\n  и впредь",
        ),
        (
            "заголовок: &о О плане на 2027 год\nпреамбула: *о",
            "заголовок: &о О плане на 2028 год\nпреамбула: *о",
        ),
        ("дата: 16.03.2027\nномер: 5  # да", "дата:\nномер:   # да"),
        (
            "согласование: [{фамилия: Лапина, дата: 16.03.2027}]",
            'согласование: [{фамилия: Лапина, дата: ""}]',
        ),
    ],
)
def test_words_change_where_they_stand(old: str, new: str, tmp_path: Path) -> None:
    text = HEAD.replace("год: 2027\n", f"год: 2027\n{old}\n")
    assert _revised(tmp_path, text) == HEAD.replace("год: 2027\n", f"год: 2028\n{new}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("дата: 16 марта 2027 г.  # из журнала", "дата:   # из журнала"),
        ('дата: "16 марта 2027 г."', 'дата: ""'),
        ("дата: 2027-03-16  # день", "дата:   # день"),
        (
            "согласование: [{фамилия: Лапина, дата: 16 марта 2027 г.}]  # виза",
            'согласование: [{фамилия: Лапина, дата: ""}]  # виза',
        ),
        (
            "ознакомление:\n  - фамилия: Лапина\n    дата: 17 марта 2027 г.  # сама",
            "ознакомление:\n  - фамилия: Лапина\n    дата:   # сама",
        ),
    ],
)
def test_a_date_in_words_is_taken_away_where_it_stands(old: str, new: str, tmp_path: Path) -> None:
    text = HEAD.replace("год: 2027\n", f"год: 2027\n{old}\n")
    assert _revised(tmp_path, text) == HEAD.replace("год: 2027\n", f"год: 2028\n{new}\n")


@pytest.mark.parametrize("name", SKELETONS)
def test_a_skeleton_keeps_its_comments_with_the_date_in_words(name: str, tmp_path: Path) -> None:
    old, dated = re.subn(r"(?m)^дата:[^#\n]*", "дата: 16 марта 2027 г.  ", files.skeleton(name))
    assert dated or name in {"план", "положение"}
    new = _revised(tmp_path, old)
    comments = [line.partition("#")[2] for line in old.splitlines() if "#" in line]
    assert comments
    assert [line.partition("#")[2] for line in new.splitlines() if "#" in line] == comments


def test_the_year_is_written_before_the_date_when_only_the_date_gave_it(tmp_path: Path) -> None:
    dated = HEAD.replace("год: 2027", "дата: 16.03.2027")
    assert _revised(tmp_path, dated) == HEAD.replace("год: 2027", "год: 2028\nдата:")
    english = dated.replace("дата", "date")
    (tmp_path / "new.yaml").unlink()
    assert "\nyear: 2028\ndate:\n" in _revised(tmp_path, english)


def test_json_stays_json(tmp_path: Path) -> None:
    text = (
        '{"вид": "приказ", "дата": "16.03.2027", "заголовок": "О плане \\"2027 года\\" на 2027 год",\n'
        ' "пункты": ["Назначить."], "подпись": {"фамилия": "Белов"}}'
    )
    new = _revised(tmp_path, text, "old.json")
    assert new.splitlines()[0].startswith('{"вид": "приказ", "год": 2028, "дата": "", "заголовок"')
    assert new.splitlines()[1:] == text.splitlines()[1:]


SHARES = """\
  показатели:
    годы:
      - 2027
      - 2028
    строки:
      - показатель: Доля школ   # по району
        значения:
          2027: 20
          2028: 30   # после слёта
"""


def test_years_written_line_by_line_stay_so(tmp_path: Path) -> None:
    new = _revised(tmp_path, TABLE + SHARES)
    assert new.endswith(
        "    годы:\n      - 2028\n      - 2029\n    строки:\n      - показатель: Доля школ   # по району\n"
        "        значения:\n          2028: 30   # после слёта\n"
    )


def test_new_years_are_added_at_the_end(tmp_path: Path) -> None:
    new = _revised(tmp_path, TABLE + SHARES, window=Window.APPEND)
    assert "      - 2028\n      - 2029\n    строки:" in new
    assert new.endswith("          2027: 20\n          2028: 30   # после слёта\n")


def test_years_that_only_the_values_name_are_written_out(tmp_path: Path) -> None:
    shares = SHARES.replace("    годы:\n      - 2027\n      - 2028\n", "")
    assert "  показатели:\n    годы: [2028, 2029]\n    строки:" in _revised(tmp_path, TABLE + shares)


def _day(year: int) -> dt.datetime:
    """1 June as Excel stores it."""
    return dt.datetime.combine(dt.date(year, 6, 1), dt.time())


def test_a_workbook_is_changed_in_a_copy_that_the_new_file_names(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("План")
    for row in (
        ["Мероприятие", "Сроки"],
        ["Слёт в 2027 году", _day(2027)],
        ["Отчёты", "30.05.2027; 20.12.2027"],
    ):
        sheet.append(row)
    book.save(tmp_path / "план.xlsx")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: план.xlsx#План}\n", encoding="utf-8")
    revision = _revise(path)
    assert [file.name for file in revision.files] == ["new.yaml", "план-new.xlsx"]
    rows = list(openpyxl.load_workbook(tmp_path / "план-new.xlsx")["План"].values)
    assert rows[1:] == [
        ("Слёт в 2028 году", _day(2028)),
        ("Отчёты", "30.05.2028; 20.12.2028"),
    ]


def test_a_copied_workbook_keeps_the_time_of_its_last_change_and_has_no_other(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Мероприятие"])
    book.worksheets[0].append(["Слёт в 2027 году"])
    book.save(tmp_path / "план.xlsx")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: план.xlsx}\n", encoding="utf-8")
    copy = _revise(path).files[1].read_bytes()
    changed = openpyxl.load_workbook(tmp_path / "план.xlsx").properties.modified
    assert openpyxl.load_workbook(io.BytesIO(copy)).properties.modified == changed
    with zipfile.ZipFile(io.BytesIO(copy)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_csv_is_changed_in_a_copy_that_the_new_file_names(tmp_path: Path) -> None:
    (tmp_path / "план-2027.csv").write_text(
        'Мероприятие;Сроки\nСлёт;01.06.2027\n"Отчёт\nо слёте";"01.09.2027\n20.12.2027"\n', encoding="utf-8"
    )
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: план-2027.csv}\n", encoding="utf-8")
    revision = _revise(path)
    assert revision.findings == ()
    assert revision.files[1].read_text(encoding="utf-8-sig").splitlines()[1] == "Слёт;01.06.2028"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_copy_of_a_csv_keeps_its_encoding_and_the_ends_of_its_lines(
    encoding: str, end: str, tmp_path: Path
) -> None:
    text = end.join(["sep=;", "Мероприятие;Сроки", 'Слёт;"01.06.2027\n20.12.2027"', ""])
    (tmp_path / "план-2027.csv").write_bytes(text.encode(encoding))
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: план-2027.csv}\n", encoding="utf-8")
    copy = _revise(path).files[1].read_bytes()
    assert copy == text.replace("2027", "2028").encode(encoding)


def test_a_copy_with_a_sign_that_the_old_encoding_lacks_is_written_in_utf_8() -> None:
    assert encode_like("≥ 5", "школа".encode("cp1251")) == "≥ 5".encode("utf-8-sig")


def test_what_cannot_be_edited_is_written_anew_and_that_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    shared = "{2027: &а до 01.06.2027}"
    activity = f"[{{мероприятие: Слёт, по годам: {shared}, срок: *а}}]"
    path.write_text(TABLE + f"  дорожная карта: {{мероприятия: {activity}}}\n", encoding="utf-8")
    revision = _revise(path)
    assert [finding.code for finding in revision.findings] == ["written-anew"]


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    _revised(tmp_path, HEAD)
    with pytest.raises(OutputError, match="уже есть"):
        _revise(tmp_path / "old.yaml")


@settings(max_examples=40)
@given(orders(), rollings)
def test_any_order_is_edited_in_place(order: Order, options: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old.yaml", Path(folder) / "new.yaml"
        dump(order, old)
        rolled = roll(order, **options)
        revision = files.revise(files.open(old), old, rolled.changes, rolled.order, new)
        assert load(new) == rolled.order
        assert revision.findings == ()


UNDER_A_CLAUSE = """\
вид: приказ
год: 2027
пункты:
  - текст: "Утвердить показатели:"
    показатели:
      строки:
        - {показатель: Доля школ, значения: {2027: 20, 2028: 30}}   # доли
  - Контроль оставляю за собой.
подпись: {фамилия: Белов}
"""


def test_a_table_under_a_clause_is_edited_in_place(tmp_path: Path) -> None:
    new = _revised(tmp_path, UNDER_A_CLAUSE)
    assert "        - {показатель: Доля школ, значения: {2028: 30}}   # доли\n" in new
    assert "годы: [2028, 2029]" in new
    assert new.count("Контроль") == 1


def test_values_of_a_year_that_fell_out_leave_blank_cells_in_the_copy(tmp_path: Path) -> None:
    (tmp_path / "доли.csv").write_text("Показатель;2027;2028\nДоля школ;20;30\n", encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  показатели: {строки: доли.csv}\n", encoding="utf-8")
    revision = _revise(path)
    assert revision.findings == ()
    assert revision.files[1].read_text(encoding="utf-8-sig") == "Показатель;2027;2028\nДоля школ;;30\n"


CARRIED = """\
  дорожная карта:
    годы: [2027, 2028]
    мероприятия:
      - мероприятие: Сборы
        по годам:
          2027: постоянно   # как всегда
          2028: постоянно   # и впредь
      - мероприятие: Слёт
        по годам: {2027: [май, июнь], 2028: [май, июнь]}
      - мероприятие: Отчёт
        по годам: {2027: 20.12.2027, 2028: 20.12.2028}
"""


def test_a_value_that_all_years_have_is_written_for_the_new_one(tmp_path: Path) -> None:
    new = _revised(tmp_path, TABLE + CARRIED)
    assert "          2028: постоянно   # и впредь\n          2029: постоянно\n" in new
    assert "по годам: {2028: [май, июнь], 2029: [май, июнь]}" in new
    assert "по годам: {2028: 20.12.2028}" in new


def test_values_of_all_new_years_are_written_when_all_old_ones_fell_out(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + CARRIED, encoding="utf-8")
    revision = _revise(path, to=2032)
    new = revision.files[0].read_text(encoding="utf-8")
    assert revision.findings == ()
    assert "          2032: постоянно\n          2033: постоянно" in new
    assert "по годам: {2032: [май, июнь], 2033: [май, июнь]}" in new


def test_a_window_that_grows_keeps_old_values_and_gets_new_ones(tmp_path: Path) -> None:
    new = _revised(tmp_path, TABLE + CARRIED, window=Window.APPEND)
    assert "2027: [май, июнь], 2028: [май, июнь], 2029: [май, июнь]}" in new


def test_a_value_that_all_years_have_gets_a_column_in_the_copy_of_a_csv(tmp_path: Path) -> None:
    rows = "Мероприятие;2027;2028\nСборы;постоянно;постоянно\nОтчёт;20.12.2027;20.12.2028\nСлёт;май;май\n"
    (tmp_path / "карта.csv").write_text(rows, encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: карта.csv}\n", encoding="utf-8")
    revision = _revise(path)
    assert revision.findings == ()
    assert revision.files[1].read_text(encoding="utf-8-sig") == (
        "Мероприятие;2027;2028;2029\nСборы;;постоянно;постоянно\nОтчёт;;20.12.2028\nСлёт;;май;май\n"
    )


def test_a_value_that_all_years_have_gets_a_column_in_the_copy_of_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Мероприятие", "2027 год", "2028 год"], ["Сборы", "постоянно", "постоянно"]):
        sheet.append(row)
    book.save(tmp_path / "карта.xlsx")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: карта.xlsx}\n", encoding="utf-8")
    revision = _revise(path, to=2032)
    assert revision.findings == ()
    copy = openpyxl.load_workbook(revision.files[1]).active
    assert copy is not None
    assert list(copy.iter_rows(values_only=True)) == [
        ("Мероприятие", "2027 год", "2028 год", "2032 год", "2033 год"),
        ("Сборы", None, None, "постоянно", "постоянно"),
    ]


PART = "  - текст: Руководителям\n    подпункты:\n      - назначить  # их"
SHARES_BESIDE = TABLE + "  показатели: {строки: NAME}\n"


def _answered(path: Path, answers: dict[str, Reply]) -> files.Revision:
    """Roll a file with answers to the questions whose words begin so; the new one must read as the order."""
    draft = files.open(path)
    asked = roll(draft.order, 2028).questions
    given = {
        next(question for question in asked if question.words.startswith(words)): reply
        for words, reply in answers.items()
    }
    rolled = roll(draft.order, 2028, answers=given)
    target = path.with_name("new.yaml")
    revision = files.revise(draft, path, rolled.changes, rolled.order, target)
    assert load(target) == rolled.order
    assert revision.findings == ()
    return revision


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{2027: 20, 2028: 30}  # доли", '{2028: 30, 2029: "не менее 12,5"}  # доли'),
        (
            "\n          2027: 20\n          2028: 30   # после слёта",
            "\n          2028: 30   # после слёта\n          2029: не менее 12,5",
        ),
        ("\n          2027: 20  # всё", "\n          2029: не менее 12,5  # всё"),
        ("{2027: 20}", '{2029: "не менее 12,5"}'),
    ],
)
def test_a_value_of_a_new_year_that_a_person_gives_stands_behind_the_others(
    old: str, new: str, tmp_path: Path
) -> None:
    text = (
        TABLE
        + "  показатели:\n    годы: [2027, 2028]\n    строки:\n      - показатель: Доля\n        значения: "
    )
    path = tmp_path / "old.yaml"
    path.write_text(f"{text.rstrip()} {old}\n".replace(": \n", ":\n"), encoding="utf-8")
    revision = _answered(path, {"2029": "не менее 12,5"})
    written = revision.files[0].read_text(encoding="utf-8")
    assert written.endswith(f"значения: {new}\n".replace(": \n", ":\n"))


def test_a_value_of_a_new_year_stays_json(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    dump(load_text(tmp_path, TABLE + SHARES), path)
    draft = files.open(path)
    (question,) = roll(draft.order, 2028).questions
    rolled = roll(draft.order, 2028, answers={question: "40"})
    target = tmp_path / "new.json"
    assert files.revise(draft, path, rolled.changes, rolled.order, target).findings == ()
    assert load(target) == rolled.order


def load_text(folder: Path, text: str) -> Order:
    (folder / "text.yaml").write_text(text, encoding="utf-8")
    return load(folder / "text.yaml")


@pytest.mark.parametrize(
    ("table", "written"),
    [
        ("Показатель;2027;2028\nДоля;20;30\n", "Показатель;2027;2028;2029\nДоля;;30;40\n"),
        (
            "Показатель;2027 год;2028 год;2029 год\nДоля;20;30;\n",
            "Показатель;2027 год;2028 год;2029 год\nДоля;;30;40\n",
        ),
    ],
)
def test_a_value_of_a_new_year_gets_a_column_in_the_csv(table: str, written: str, tmp_path: Path) -> None:
    (tmp_path / "доли.csv").write_text(table, encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(SHARES_BESIDE.replace("NAME", "доли.csv"), encoding="utf-8")
    revision = _answered(path, {"20": "40"})
    assert revision.files[1].read_text(encoding="utf-8-sig") == written


def test_a_value_of_a_new_year_gets_a_column_in_the_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Показатель", 2027, 2028], ["Доля", 20, 30], ["Число", 1, 2]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "доли.xlsx")
    path = tmp_path / "old.yaml"
    path.write_text(SHARES_BESIDE.replace("NAME", "доли.xlsx"), encoding="utf-8")
    revision = _answered(path, {"2029": "40"})
    rows = list(openpyxl.load_workbook(revision.files[1]).worksheets[0].values)
    assert rows == [("Показатель", 2027, 2028, "2029"), ("Доля", None, 30, "40"), ("Число", None, 2, None)]


def test_words_in_a_table_beside_take_the_answer_of_a_person(tmp_path: Path) -> None:
    (tmp_path / "план.csv").write_text("Мероприятие;Срок\nСлёт 2025 года;30.04.2027\n", encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: план.csv}\n", encoding="utf-8")
    revision = _answered(path, {"2025": "2027 года", "30.04": "28.04.2028"})
    copy = revision.files[1].read_text(encoding="utf-8-sig")
    assert copy == "Мероприятие;Срок\nСлёт 2027 года;28.04.2028\n"


@pytest.mark.parametrize("values", ["20;30;40", "20;;40"])
def test_values_of_several_years_that_fell_out_leave_blank_cells(values: str, tmp_path: Path) -> None:
    (tmp_path / "доли.csv").write_text(f"Показатель;2027;2028;2029\nДоля;{values}\n", encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(SHARES_BESIDE.replace("NAME", "доли.csv"), encoding="utf-8")
    revision = _revise(path, to=2029)
    assert revision.findings == ()
    assert revision.files[1].read_text(encoding="utf-8-sig").splitlines()[1] == "Доля;;;40"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("пункты: [Назначить.]", 'пункты: [Назначить., "Признать: всё."]'),
        ("пункты:\n- Назначить.  # да", 'пункты:\n- Назначить.  # да\n- "Признать: всё."'),
        (
            f"пункты:\n  - Назначить.\n{PART}",
            f'пункты:\n  - Назначить.\n{PART}\n  - "Признать: всё."',
        ),
    ],
)
def test_a_clause_that_a_person_adds_stands_behind_the_others(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(HEAD.replace("пункты: [Назначить.]", old), encoding="utf-8")
    draft = files.open(path)
    (question,) = roll(draft.order, 2028, void_previous=True).questions
    rolled = roll(draft.order, 2028, void_previous=True, answers={question: "Признать: всё."})
    revision = files.revise(draft, path, rolled.changes, rolled.order, tmp_path / "new.yaml")
    assert revision.findings == ()
    text = revision.files[0].read_text(encoding="utf-8")
    assert text == HEAD.replace("пункты: [Назначить.]", new).replace("2027", "2028")


# Files that are in the way -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../план-2027.csv", "папка/план-2027.csv"])
def test_a_table_of_another_folder_is_copied_beside_itself_and_nothing_else_is_written(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "год" / "а"
    (folder / "папка").mkdir(parents=True)
    (folder / name).write_text("Мероприятие;Срок\nСлёт;01.06.2027\n", encoding="utf-8")
    path = folder / "old-2027.yaml"
    path.write_text(TABLE + f"  дорожная карта: {{мероприятия: {name}}}\n", encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    draft = files.open(path)
    rolled = roll(draft.order, 2028)
    target = folder / "new-2028.yaml"
    files.revise(draft, path, rolled.changes, rolled.order, target)
    copy = (folder / name).with_stem("план-2028").resolve()
    assert set(tmp_path.rglob("*")) - before == {target, copy}
    assert load(target) == rolled.order


def test_a_table_that_would_stand_in_the_way_is_left_and_nothing_is_written(tmp_path: Path) -> None:
    table, taken = tmp_path / "план-2027.csv", tmp_path / "план-2028.csv"
    table.write_text("Мероприятие;Срок\nСлёт;01.06.2027\n", encoding="utf-8")
    taken.write_text("чужое", encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + f"  дорожная карта: {{мероприятия: {table}}}\n", encoding="utf-8")
    draft = files.open(path)
    rolled = roll(draft.order, 2028)
    target = tmp_path / "new-2028.yaml"
    with pytest.raises(OutputError, match=r"план-2028\.csv» уже есть"):
        files.revise(draft, path, rolled.changes, rolled.order, target)
    assert taken.read_text(encoding="utf-8") == "чужое"
    assert not target.exists()
    files.revise(draft, path, rolled.changes, rolled.order, target, overwrite=True)
    assert taken.read_text(encoding="utf-8-sig") == "Мероприятие;Срок\nСлёт;01.06.2028\n"


def test_what_a_file_is_made_of_is_not_replaced_even_when_that_is_asked_for(tmp_path: Path) -> None:
    table = tmp_path / "план-2028.csv"
    table.write_text("Мероприятие;Срок\nСлёт;01.06.2027\n", encoding="utf-8")
    path = tmp_path / "old.yaml"
    path.write_text(TABLE + "  дорожная карта: {мероприятия: план-2028.csv}\n", encoding="utf-8")
    draft = files.open(path)
    rolled = roll(draft.order, 2028)
    with pytest.raises(OutputError, match=r"план-2028\.csv» – то, из чего делается новый"):
        files.revise(draft, path, rolled.changes, rolled.order, tmp_path / "new-2028.yaml", overwrite=True)
    assert "2027" in table.read_text(encoding="utf-8")


WITH_EMBLEM = """\
вид: приказ
год: 2027
орган: {герб: герб.png, кратко: отдел образования}
пункты: [Провести смотр 12.05.2027.]
подпись: {фамилия: Белов}
"""


def test_another_picture_in_the_new_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "герб.png").write_bytes(png())
    path = tmp_path / "old.yaml"
    path.write_text(WITH_EMBLEM, encoding="utf-8")
    folder = tmp_path / "2028"
    folder.mkdir()
    other = folder / "герб.png"
    other.write_bytes(png(width=3))
    draft = files.open(path)
    rolled = roll(draft.order, 2028)
    with pytest.raises(OutputError, match=r"рисунок «герб\.png» рядом с новым файлом уже есть"):
        files.revise(draft, path, rolled.changes, rolled.order, folder / "new.yaml", overwrite=True)
    assert other.read_bytes() == png(width=3)
    assert not (folder / "new.yaml").exists()
