"""A file of questions is written, answered by hand in any editor, and read back with every fault at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prikaz import files
from prikaz.errors import DataError
from prikaz.files import QuestionEntry

ENTRY = QuestionEntry(
    where="пункт 1",
    path="пункты → 1 → текст",
    words="2025 года",
    what="обновите или уберите",
    why="раньше года документа: рассказ о прошедшем",
)
VALUES = QuestionEntry(path="значения", words="2029, 2030", what="впишите значения новых лет")
HARD = QuestionEntry(
    path="прочее → Объём, руб.: всего",
    words="1 250,0\nтыс. рублей",
    what="# решите: «да» или {нет}",
    proposal="2028: 5; 2029: 6",
    number=2,
    answer="- «83-й» # годовщины",
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], tuple[QuestionEntry, ...]]:
    def _read(
        text: str, encoding: str = "utf-8", name: str = "а.questions.yaml"
    ) -> tuple[QuestionEntry, ...]:
        (tmp_path / name).write_bytes(text.encode(encoding))
        return files.read_questions(tmp_path / name)

    return _read


def _faults(read: Callable[[str], object], text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(text)
    return [f"{fault.line}:{fault.column} {fault.message}" for fault in caught.value.faults]


def test_what_is_written_is_read_back(read: Callable[[str], tuple[QuestionEntry, ...]]) -> None:
    answered = QuestionEntry(
        path="б", words="2029, 2030", what="в", answers=((2029, "5"), (2030, "оставить"))
    )
    entries = (ENTRY, VALUES, HARD, answered)
    assert read(files.print_questions(entries, "а.questions.yaml")) == entries


def test_every_entry_has_a_place_for_the_answer() -> None:
    text = files.print_questions((ENTRY, VALUES), "а.questions.yaml")
    assert text.count("\n  ответ:\n") == 1
    assert "\n  ответ:  # по годам: {2029: …, 2030: …}\n" in text
    assert "--answers а.questions.yaml" in text


def test_an_answer_has_its_place(read: Callable[[str], tuple[QuestionEntry, ...]]) -> None:
    text = files.print_questions((ENTRY,), "а").replace("ответ:\n", "ответ: 23 мая 2028 г.\n")
    (entry,) = read(text)
    line = text[: text.rindex("ответ: 23")].count("\n") + 1
    assert (entry.answer, entry.place.line, entry.place.column) == ("23 мая 2028 г.", line, 10)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
def test_a_file_saved_by_notepad_is_read(encoding: str, tmp_path: Path) -> None:
    text = "- путь: а\n  слова: б\n  что решить: в\n  ответ: прошлого года\n".replace("\n", "\r\n")
    (tmp_path / "а.yaml").write_bytes(text.encode(encoding))
    (entry,) = files.read_questions(tmp_path / "а.yaml")
    assert entry.answer == "прошлого года"


def test_json_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "а.json").write_text(
        '[{"путь": "а", "слова": "2029", "что решить": "в", "ответ": {"2029": 5}}]', encoding="utf-8"
    )
    (entry,) = files.read_questions(tmp_path / "а.json")
    assert entry.answers == ((2029, "5"),)


@pytest.mark.parametrize("text", ["", "# ничего\n"])
def test_a_file_without_entries_has_no_questions(
    text: str, read: Callable[[str], tuple[QuestionEntry, ...]]
) -> None:
    assert read(text) == ()


def test_all_faults_of_a_file_are_named_at_once(read: Callable[[str], tuple[QuestionEntry, ...]]) -> None:
    text = "- путь: а\n  слова: б\n  что решить: в\n  отвит: г\n- слова: б\n  ответ: [а, б]\n- текст\n"
    assert _faults(read, text) == [
        "4:3 неизвестный ключ «отвит»",
        "5:3 нет обязательного значения «путь»",
        "5:3 нет обязательного значения «что решить»",
        "6:10 пришло: список",
        "7:3 пришло: «текст»",
    ]


@pytest.mark.parametrize("text", ["вид: приказ\n", "текст\n"])
def test_a_file_of_another_kind_is_refused(
    text: str, read: Callable[[str], tuple[QuestionEntry, ...]]
) -> None:
    (fault,) = _faults(read, text)
    assert "пришло" in fault


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"нет\.yaml: такого файла нет"):
        files.read_questions(tmp_path / "нет.yaml")
