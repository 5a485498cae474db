"""Facts about rolling an order at the command line, and about reporting what differs."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import prikaz
from prikaz.cli import main

ORDER = """\
# прошлогодний приказ
вид: приказ
орган: {кратко: отдел образования}
дата: 16.03.2027   # из журнала
номер: 75
заголовок: О слёте в 2027 году
преамбула: На основании {приказа область} и по итогам 2025 года
акты:
  область: {вид: приказ, дата: 30.07.2019, номер: 602}
пункты:
  - Сдать отчёт до 30.04.2027.
  - Контроль за исполнением приказа оставляю за собой.
подпись: {должность: Заведующий отделом, фамилия: Белов, имя: Игорь, отчество: Львович}
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.yaml"
    path.write_text(ORDER, encoding="utf-8")
    return path


def test_two_commands_lead_from_last_year_s_file_to_the_new_document(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    assert main(["render", str(order.with_name("order-2028.yaml"))]) == 0

    assert capsys.readouterr().err == ""
    with zipfile.ZipFile(order.with_name("order-2028.docx")) as document:
        text = document.read("word/document.xml").decode()
    assert "2028" in text
    assert "О слёте в 2027" not in text


def test_comments_and_order_of_keys_live_on(order: Path) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0

    new = order.with_name("order-2028.yaml").read_text(encoding="utf-8").splitlines()
    changed = [line for line in new if line not in ORDER.splitlines()]
    assert changed == [
        "год: 2028",
        "дата:    # из журнала",
        "номер:",
        "заголовок: О слёте в 2028 году",
        "  - Сдать отчёт до 30.04.2028.",
    ]


def test_changes_what_was_left_and_questions_are_reported(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0

    printed = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in printed.splitlines()]
    assert "заголовок 2027 году 2028 году год документа" in lines
    assert "акт «область» приказ от 30.07.2019 № 602 акт, на который ссылаются" in lines
    assert [line for line in lines if line.startswith("преамбула 2025 года обновите или уберите")]
    assert "Изменено: 5" in lines
    assert "Решить человеку: 2" in lines


def test_the_list_of_changes_is_written_for_programs(order: Path, tmp_path: Path) -> None:
    changes = tmp_path / "changes.json"

    assert main(["roll", str(order), "--to", "2028", "--changes", str(changes)]) == 0

    data = json.loads(changes.read_text(encoding="utf-8"))
    assert data["год"] == 2028
    assert data["изменения"][3] == {
        "path": ["заголовок"],
        "was": "2027 году",
        "became": "2028 году",
        "why": "год документа",
        "at": 10,
    }


def test_the_list_of_changes_is_written_for_the_head(order: Path, tmp_path: Path) -> None:
    changes = tmp_path / "changes.docx"

    assert main(["roll", str(order), "--to", "2028", "--changes", str(changes)]) == 0

    with zipfile.ZipFile(changes) as document:
        text = document.read("word/document.xml").decode()
    for words in ("ПЕРЕЧЕНЬ ИЗМЕНЕНИЙ", "О слёте в 2028 году", "30.04.2028", "Решить человеку", "(пусто)"):
        assert words in text
    assert "акт «область»" in text
    assert "→" not in text


def test_choices_of_the_clerk_reach_the_roll_over(order: Path) -> None:
    options = ["--weekends", "next", "--void-previous", "--check-acts-older", "5"]
    changes = order.with_name("changes.json")

    assert main(["roll", str(order), "--to", "2028", *options, "--changes", str(changes)]) == 0

    assert "до 02.05.2028" in prikaz.load(order.with_name("order-2028.yaml")).clauses[0].text
    asked = [question["what"] for question in json.loads(changes.read_text(encoding="utf-8"))["вопросы"]]
    assert [what.split(":")[0] for what in asked] == [
        "обновите или уберите",
        "проверьте, действует ли акт",
        "добавьте пункт",
    ]


def test_to_the_same_year_nothing_is_written(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roll", str(order), "--to", "2027"]) == 0

    assert capsys.readouterr().out == "документ уже на 2027 год: менять нечего\n"
    assert [path.name for path in order.parent.iterdir()] == ["order.yaml"]


def test_to_an_earlier_year_it_is_refused(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roll", str(order), "--to", "2026"]) == 2

    assert "назад документ не переносят" in capsys.readouterr().err


def test_an_existing_file_is_not_replaced(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    assert main(["roll", str(order), "--to", "2028"]) == 2

    assert "уже есть" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["нет/изменения.json", "нет/изменения.docx", "есть.json", "есть.docx", "к.yaml"]
)
def test_a_list_of_changes_that_cannot_be_written_is_reported_before_anything_is(
    name: str, order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for taken in ("есть.json", "есть.docx"):
        order.with_name(taken).write_text("", encoding="utf-8")
    new = order.with_name("к.yaml")

    assert (
        main(["roll", str(order), "--to", "2028", "-o", str(new), "--changes", str(order.parent / name)]) == 2
    )

    assert not new.exists()
    printed = capsys.readouterr()
    assert "Изменено: 5" in printed.out
    assert "готово" not in printed.out
    assert any(words in printed.err for words in ("уже есть", "папки", "назван дважды"))


def test_what_differs_is_reported_by_meaning(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = order.with_name("new.yaml")
    new.write_text(ORDER.replace("30.04.2027", "30.05.2027"), encoding="utf-8")

    assert main(["diff", str(order), str(new)]) == 0
    assert main(["diff", str(order), str(order)]) == 0

    head, row, nothing = capsys.readouterr().out.splitlines()
    assert head.split() == ["что", "место", "было", "стало"]
    assert row.startswith("изменено: пункт  пункт 1  Сдать отчёт до 30.04.2027.")
    assert nothing == "различий нет"


def test_a_clause_that_moved_is_reported_by_both_its_numbers(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = order.with_name("new.yaml")
    first, second = ORDER.splitlines()[10:12]
    new.write_text(ORDER.replace(f"{first}\n{second}", f"{second}\n{first}"), encoding="utf-8")

    assert main(["diff", str(order), str(new)]) == 0

    _, row = (" ".join(line.split()) for line in capsys.readouterr().out.splitlines())
    assert row.startswith("перемещено: пункт пункт 1 пункт 2 Контроль")


def test_what_differs_is_written_as_a_document(order: Path, tmp_path: Path) -> None:
    new, document = order.with_name("new.yaml"), tmp_path / "diff.docx"
    new.write_text(ORDER.replace("номер: 75", "номер: 76"), encoding="utf-8")

    assert main(["diff", str(order), str(new), "-o", str(document)]) == 0

    with zipfile.ZipFile(document) as package:
        assert "изменено: реквизит" in package.read("word/document.xml").decode()


def test_a_year_that_is_no_number_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["roll", "order.yaml", "--to", "новый"])

    assert "--to: нужно целое число, а пришло «новый»" in capsys.readouterr().err
