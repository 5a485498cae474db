"""Facts about rolling an order at the command line, and about reporting what differs."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import prikaz
from prikaz.cli import main
from tests.reader import word_files
from tests.reader.redline_files import changed

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
DAY_OFF = (
    "оставьте или перенесите на 28.04.2028 либо 02.05.2028 "
    "(30.04.2028 – воскресенье, нерабочий день (календарь года ещё не утверждён))"
)
JSON_ORDER = {
    "вид": "приказ",
    "год": 2027,
    "пункты": ["Сдать отчёт до 30.04.2027.", "Контроль оставляю за собой."],
    "подпись": {"фамилия": "Белов"},
}


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

    assert "осталось вопросов: 2, см. order-2028.questions.yaml" in capsys.readouterr().err
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
        "# решить: «2025 года» – обновите или уберите (раньше года документа: рассказ о прошедшем)",
        f"  # решить: «30.04.2028» – {DAY_OFF}",
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


def _questions(order: Path, *answers: str) -> Path:
    """The file of questions of a roll-over, with answers written into it one after another."""
    path = order.with_name("order-2028.questions.yaml")
    text = path.read_text(encoding="utf-8")
    for answer in answers:
        text = text.replace("ответ:\n", f"ответ: {answer} \n", 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_open_questions_stand_beside_the_new_file_and_can_be_answered_there(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    assert f"вопросы: {order.with_name('order-2028.questions.yaml')}; впишите" in capsys.readouterr().out
    questions = _questions(order, "прошлого года", "28.04.2028")
    new = order.with_name("итог.yaml")

    assert main(["roll", str(order), "--to", "2028", "--answers", str(questions), "-o", str(new)]) == 0

    answered = prikaz.load(new)
    assert answered.preamble.endswith("по итогам прошлого года")
    assert answered.clauses[0].text == "Сдать отчёт до 28.04.2028."
    assert "# решить" not in new.read_text(encoding="utf-8")
    assert not new.with_name("итог.questions.yaml").exists()
    printed = capsys.readouterr().out
    assert "решено человеком" in printed
    assert "вопросы:" not in printed


def test_answers_go_into_the_new_file_until_all_questions_are_settled(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    new = order.with_name("order-2028.yaml")
    questions = _questions(order, "прошлого года")
    before = questions.read_bytes()
    again = ["roll", str(order), "--to", "2028", "--answers", str(questions)]

    assert main(again) == 0
    assert main(["render", str(new)]) == 0
    assert questions.read_bytes() == before
    assert "осталось вопросов: 1, см. order-2028.questions.yaml" in capsys.readouterr().err
    assert new.read_text("utf-8").count("# решить") == 1

    _questions(order, "оставить")
    assert main(again) == 0
    assert main(["render", str(new)]) == 0
    assert "вопрос" not in capsys.readouterr().err
    assert "# решить" not in new.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("вид: приказ", "вид: приказ  # проверено"),
        ("О слёте", "О слёте и сборе"),
        ("# прошлогодний приказ\n", ""),
    ],
)
def test_a_new_file_that_a_person_has_edited_is_not_replaced_by_answers(
    old: str, text: str, order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    new = order.with_name("order-2028.yaml")
    edited = new.read_text(encoding="utf-8").replace(old, text)
    new.write_text(edited, encoding="utf-8")
    again = ["roll", str(order), "--to", "2028", "--answers", str(_questions(order, "прошлого года"))]

    assert main(again) == 2
    assert "назовите новый иначе: -o, или разрешите замену: --overwrite" in capsys.readouterr().err
    assert new.read_text(encoding="utf-8") == edited
    assert main([*again, "--overwrite"]) == 0
    assert "прошлого года" in new.read_text(encoding="utf-8")


def test_nothing_that_a_roll_over_needs_is_replaced_by_its_list(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    questions = _questions(order, "прошлого года")
    answered = questions.read_bytes()
    for path, words in ((order, "то, из чего делается новый"), (questions, "назван дважды")):
        again = ["roll", str(order), "--to", "2028", "--answers", str(questions), "--changes", str(path)]
        assert main([*again, "--overwrite"]) == 2
        assert words in capsys.readouterr().err
    assert (order.read_text(encoding="utf-8"), questions.read_bytes()) == (ORDER, answered)


def test_the_file_that_is_rolled_is_never_replaced(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roll", str(order), "--to", "2028", "-o", str(order), "--overwrite"]) == 2
    assert "то, из чего делается новый" in capsys.readouterr().err
    assert order.read_text(encoding="utf-8") == ORDER


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (("да",), "questions.yaml:13:10: преамбула: «2025 года»: ответ «да» не понятен"),
        (
            ("", "перенести"),
            "questions.yaml:20:10: пункты → 1 → текст: «30.04.2028»: эти слова уже перенесены",
        ),
        (("31.02.2028",), "нет такого дня"),
    ],
)
def test_an_answer_that_is_not_taken_has_its_place_and_nothing_is_written(
    answers: tuple[str, ...], words: str, order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    questions = _questions(order, *answers)
    there = sorted(path.name for path in order.parent.iterdir())

    out = order.with_name("итог.yaml")
    assert main(["roll", str(order), "--to", "2028", "--answers", str(questions), "-o", str(out)]) == 2

    assert words in capsys.readouterr().err
    assert sorted(path.name for path in order.parent.iterdir()) == there


def test_all_answers_that_cannot_be_taken_are_named_at_once(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    questions = _questions(order, "да", "28.04.2028")
    order.write_text(ORDER.replace("Сдать отчёт до 30.04.2027", "Сдать отчёт"), encoding="utf-8")

    assert main(["roll", str(order), "--to", "2028", "--answers", str(questions), "-o", "a.yaml"]) == 2

    first, second = capsys.readouterr().err.splitlines()
    assert "ответ «да» не понятен" in first
    assert "«30.04.2028»: этих слов здесь больше нет, стоит: «Сдать отчёт.»; уберите этот ответ" in second


def test_choices_of_the_clerk_and_answers_go_together(order: Path) -> None:
    options = [
        "roll",
        str(order),
        "--to",
        "2028",
        "--weekends",
        "next",
        "--window",
        "append",
        "--void-previous",
    ]
    assert main(options) == 0
    questions = _questions(order, "оставить", "принять")
    new = order.with_name("итог.yaml")

    assert main([*options, "--answers", str(questions), "-o", str(new)]) == 0

    clauses = prikaz.load(new).clauses
    assert clauses[0].text == "Сдать отчёт до 02.05.2028."
    assert clauses[-1].text.startswith("Признать утратившим силу приказ")


def test_rolled_once_more_the_new_file_has_the_comments_of_its_own_questions_only(
    order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roll", str(order), "--to", "2028"]) == 0
    assert main(["roll", str(order.with_name("order-2028.yaml")), "--to", "2029"]) == 0

    text = order.with_name("order-2029.yaml").read_text(encoding="utf-8")
    assert [line.strip()[:30] for line in text.splitlines() if "# решить" in line] == [
        "# решить: «2025 года» – обнови"
    ]
    assert "прежний документ: осталось вопросов: 2" in capsys.readouterr().out


def test_data_in_json_has_its_questions_beside_it_and_no_comments(tmp_path: Path) -> None:
    old = tmp_path / "order.json"
    prikaz.dump(prikaz.files.from_dict(JSON_ORDER), old)

    assert main(["roll", str(old), "--to", "2028"]) == 0
    questions = _questions(old, "28.04.2028")
    assert "решить" not in old.with_name("order-2028.json").read_text(encoding="utf-8")
    new = old.with_name("итог.json")
    assert main(["roll", str(old), "--to", "2028", "--answers", str(questions), "-o", str(new)]) == 0

    assert prikaz.load(new).clauses[0].text == "Сдать отчёт до 28.04.2028."


def test_where_nothing_is_asked_there_is_no_file_of_questions(order: Path, tmp_path: Path) -> None:
    clean = ORDER.replace("и по итогам 2025 года", "").replace("30.04.2027", "16.04.2027")
    order.write_text(clean, encoding="utf-8")

    assert main(["roll", str(order), "--to", "2029"]) == 0

    assert sorted(path.name for path in tmp_path.iterdir()) == ["order-2029.yaml", "order.yaml"]
    assert "решить" not in order.with_name("order-2029.yaml").read_text(encoding="utf-8")


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


def test_differences_of_word_files_are_recorded_beside_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, out = (tmp_path / name for name in ("old.docx", "new.docx", "out.docx"))
    file = word_files.word_file("02-prikaz-tri-urovnya")
    old.write_bytes(file)
    new.write_bytes(changed(file))
    assert main(["diff", str(old), str(new)]) == 0
    listed = capsys.readouterr().out

    command = ["diff", str(old), str(new), "--redline", str(out)]
    assert main([*command, "--date", "01.02.2027"]) == 0
    assert capsys.readouterr().out == f"{listed}готово: {out}\n"
    with zipfile.ZipFile(out) as document:
        assert 'w:author="prikaz" w:date="2027-02-01' in document.read("word/document.xml").decode()

    assert main(command) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert main([*command, "--overwrite"]) == 0
