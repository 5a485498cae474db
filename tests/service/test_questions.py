"""Questions of a roll-over stand beside its new file until they are settled there, or in the file itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import batch, files, service
from prikaz.errors import DataError

ORDER = """\
вид: приказ
год: 2027
заголовок: О слёте
пункты:
  - По итогам 2025 года сдать отчёт до 29.04.2027.
  - Шифры 2027-А/2027.
  - Контроль за исполнением приказа оставляю за собой.
подпись: {должность: Заведующий отделом, фамилия: Белов, имя: Игорь, отчество: Львович}
приложение:
  ключ: п
  показатели:
    годы: [2027, 2028]
    строки:
      - показатель: Доля школ
        значения: {2027: 20, 2028: 30}
"""


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The new file of a roll-over, with its questions beside it."""
    old, target = tmp_path / "приказ.yaml", tmp_path / "приказ-2029.yaml"
    old.write_text(ORDER, encoding="utf-8")
    service.save_rolled(service.roll_draft(service.open(old), 2029), target)
    return target


def _answer(new: Path, number: int, answer: str) -> None:
    path = service.questions_path(new)
    entries = list(files.read_questions(path))
    parts = path.read_text(encoding="utf-8").split("  ответ:")
    parts[number] = f" {answer}\n\n" + parts[number].partition("\n\n")[2]
    path.write_text("  ответ:".join(parts), encoding="utf-8")
    assert len(files.read_questions(path)) == len(entries)


def _edit(new: Path, old: str, text: str) -> None:
    content = new.read_text(encoding="utf-8")
    assert old in content
    new.write_text(content.replace(old, text), encoding="utf-8")


def _told(new: Path) -> list[str]:
    return [finding.message for finding in service.questions_left(service.open(new))]


def test_a_document_is_made_and_its_open_questions_are_reminded_of(new: Path) -> None:
    entries = service.make_document(service.open(new)).entries
    (entry,) = [entry for entry in entries if entry.code == "questions-left"]
    assert entry.message == "осталось вопросов: 5, см. приказ-2029.questions.yaml"
    assert (entry.severity, entry.file, entry.line) == ("предупреждение", str(new), 1)
    assert "--answers" in entry.hint


def test_the_order_without_questions_is_not_reminded_of(new: Path) -> None:
    assert service.questions_left(service.open(new.with_name("приказ.yaml"))) == ()


def test_equal_questions_of_one_text_have_numbers(new: Path) -> None:
    entries = files.read_questions(service.questions_path(new))
    assert [entry.number for entry in entries if entry.words == "2027"] == [1, 2]


@pytest.mark.parametrize("answer", ["оставить", "Как есть", "2025 года"])
def test_a_question_that_a_person_leaves_as_it_is_is_settled(answer: str, new: Path) -> None:
    _answer(new, 1, answer)
    assert _told(new) == ["осталось вопросов: 4, см. приказ-2029.questions.yaml"]


def test_an_answer_that_is_not_in_the_document_is_reminded_of(new: Path) -> None:
    _answer(new, 1, "прошлого года")
    assert _told(new) == [
        "осталось вопросов: 4, см. приказ-2029.questions.yaml",
        "ответы вписаны, но не внесены: 1, см. приказ-2029.questions.yaml",
    ]
    _edit(new, "По итогам 2025 года", "По итогам прошлого года")
    assert _told(new) == ["осталось вопросов: 4, см. приказ-2029.questions.yaml"]


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("По итогам 2025 года", "По итогам 2028 года"),
        ("{2029: 40}", "{2029: 40, 2030: 45}"),
    ],
)
def test_what_a_person_has_edited_in_the_file_itself_is_settled(old: str, text: str, new: Path) -> None:
    if old.startswith("{"):
        _edit(new, "значения: {}", f"значения: {old}")
        assert _told(new) == ["осталось вопросов: 5, см. приказ-2029.questions.yaml"]
    _edit(new, old, text)
    assert _told(new) == ["осталось вопросов: 4, см. приказ-2029.questions.yaml"]


def test_when_all_is_settled_nothing_is_said(new: Path) -> None:
    for number in range(1, 6):
        _answer(new, number, "оставить")
    assert _told(new) == []


def test_a_file_of_questions_that_is_broken_does_not_hinder_and_is_told(new: Path) -> None:
    service.questions_path(new).write_text("- путь: а\n", encoding="utf-8")
    (finding,) = service.questions_left(service.open(new))
    assert finding.code == "questions-unreadable"
    assert "приказ-2029.questions.yaml:1:3: " in finding.message


def test_a_batch_reminds_too(new: Path) -> None:
    rows = new.with_name("строки.csv")
    rows.write_text("имя\nа\n", encoding="utf-8")
    _edit(new, "заголовок: О слёте", "поля: {имя: {вид: текст}}\nзаголовок: О слёте {имя}")
    plan = batch.make_plan(new, rows, new.with_name("готово"))
    assert any("осталось вопросов: 5" in str(warning) for warning in plan.warnings)


def test_answers_are_found_again_by_path_and_words_whatever_their_order(new: Path) -> None:
    answers = ["прошлого года", "27.04.2029", "«2029»", "оставить", "{2029: 40, 2030: 45}"]
    for number, answer in enumerate(answers, 1):
        _answer(new, number, answer)
    entries = files.read_questions(service.questions_path(new))
    old = service.open(new.with_name("приказ.yaml"))
    rolled = service.roll_draft(old, 2029, answers=reversed(entries)).rolled
    texts = [clause.text for clause in rolled.order.clauses]
    assert rolled.questions == ()
    assert texts[:2] == ["По итогам прошлого года сдать отчёт до 27.04.2029.", "Шифры 2029-А/2027."]


def test_an_answer_under_other_words_belongs_to_no_question(new: Path) -> None:
    path = service.questions_path(new)
    _answer(new, 1, "прошлого года")
    path.write_text(path.read_text("utf-8").replace('"2025 года"', "2026 года"), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        service.roll_draft(
            service.open(new.with_name("приказ.yaml")), 2029, answers=files.read_questions(path)
        )
    (fault,) = caught.value.faults
    assert (fault.code, fault.file, fault.path) == ("words-gone", str(path), "пункты → 1 → текст")
    assert fault.line
    assert fault.column


def test_what_is_moved_beside_the_same_words_that_are_kept_is_settled(new: Path) -> None:
    for number, answer in ((3, "оставить"), (4, "перенести")):
        _answer(new, number, answer)
    questions = service.questions_path(new)
    old = service.open(new.with_name("приказ.yaml"))
    rolled = service.roll_draft(old, 2029, answers=files.read_questions(questions))
    service.save_rolled(rolled, new, answers=questions)
    assert "Шифры 2027-А/2029." in new.read_text(encoding="utf-8")
    assert _told(new) == ["осталось вопросов: 3, см. приказ-2029.questions.yaml"]


def test_an_answer_that_brings_a_new_question_adds_it_to_the_file_that_was_answered(tmp_path: Path) -> None:
    old, new = tmp_path / "приказ.yaml", tmp_path / "приказ-2028.yaml"
    planned = "По плану на время с 01.03.2024 по 29.04.2027."
    old.write_text(ORDER.replace("Шифры 2027-А/2027.", planned), encoding="utf-8")
    draft = service.open(old)
    service.save_rolled(service.roll_draft(draft, 2028), new)
    questions = service.questions_path(new)
    number = [entry.words for entry in files.read_questions(questions)].index("29.04.2027") + 1
    _answer(new, number, "перенести  # так решил директор")
    before = questions.read_text(encoding="utf-8")
    rolled = service.roll_draft(draft, 2028, answers=files.read_questions(questions))
    service.save_rolled(rolled, new, answers=questions)
    after = questions.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert files.read_questions(questions)[-1].words == "29.04.2028"
