"""Typing mistakes in a data file: each is reported on its own line, in words of a clerk."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import DataError, files, load
from prikaz.errors import DataFault

ORDER = """\
вид: приказ
номер: 75
пункты:
  - Провести неделю чтения.
  - текст: "Руководителям школ:"
    подпункты:
      - назначить ответственных.
  - Контроль оставляю за собой.
подпись: {должность: Директор, фамилия: Белов}
"""

#: What was right, what was typed instead, place of the fault, words of the message and of the advice.
MISTAKES = [
    ("  - Провести", "  Провести", (4, 3), ("не начинается с тире", "начните с тире")),
    ("  - Провести", "  -Провести", (4, 3), ("не начинается с тире", "начните с тире")),
    ("  - Провести", "  – Провести", (4, 3), ("не начинается с тире", "начните с тире")),
    ("  - Провести", "  1. Провести", (4, 3), ("не начинается с тире", "начните с тире")),
    ("  - Контроль", "  Контроль", (8, 3), ("не начинается с тире", "начните с тире")),
    ("неделю чтения.", "неделю\n  чтения.", (5, 3), ("«чтения.»", "сдвиньте правее")),
    ("неделю чтения.", "неделю\nчтения.", (5, 1), ("«чтения.»", "сдвиньте правее")),
    ("  - текст:", "  - Школам:", (5, 5), ("неизвестный ключ «Школам»", "известны: ключ, текст")),
    (
        '- текст: "Руководителям школ:"',
        "- Руководителям школ:",
        (5, 5),
        ("превратило текст в ключ", "напишите"),
    ),
    ("номер:", "н\u006fмер:", (2, 1), ("неизвестный ключ", "латинская «o»")),
    ("номер: 75", "номер:\u00a075", (2, 7), ("неразрывный пробел", "обычным")),
    ("    подпункты", "\u00a0\u00a0\u00a0\u00a0подпункты", (6, 1), ("неразрывный пробел", "обычным")),
]


@pytest.mark.parametrize(("right", "typed", "place", "words"), MISTAKES)
def test_a_mistake_is_reported_on_its_own_line(
    tmp_path: Path, right: str, typed: str, place: tuple[int, int], words: tuple[str, str]
) -> None:
    first = faults_of(tmp_path, ORDER.replace(right, typed))[0]

    assert (first.line, first.column) == place
    assert words[0] in first.message
    assert words[1] in first.hint


def test_clauses_numbered_by_hand_instead_of_dashes_do_not_run_together(tmp_path: Path) -> None:
    (fault,) = faults_of(
        tmp_path,
        "вид: приказ\nпункты:\n  1. Провести.\n  2. Назначить.\nподпись: {фамилия: Белов}\n",
    )

    assert (fault.line, fault.column) == (3, 3)


def test_a_table_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    annex = "приложение:\n  дорожная карта:\n    мероприятия: план.xlsx\n"

    (fault,) = faults_of(tmp_path, ORDER + annex)

    assert "план.xlsx" in fault.message


@pytest.mark.parametrize("name", ["план.xls", "план.ods"])
def test_a_table_of_another_kind_is_to_be_saved_anew(tmp_path: Path, name: str) -> None:
    (fault,) = faults_of(tmp_path, ORDER + f"приложение:\n  дорожная карта:\n    мероприятия: {name}\n")

    assert (fault.line, fault.hint) == (12, "сохраните её как .xlsx или .csv")


def test_a_longer_heading_in_a_table_is_recognised_and_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "план.csv").write_text("мероприятие;Срок исполнения\nНеделя;май\n", encoding="utf-8")

    (fault,) = faults_of(tmp_path, ORDER + "приложение:\n  дорожная карта:\n    мероприятия: план.csv\n")

    assert "{графа: срок, заголовок: Срок исполнения}" in fault.hint


def test_a_closed_quote_with_a_comment_after_it_is_not_blamed(tmp_path: Path) -> None:
    mistyped = ORDER.replace('школ:"', 'школ:"  # в кавычках').replace("  - Провести", "  Провести")

    assert [fault.line for fault in faults_of(tmp_path, mistyped)] == [4]


def faults_of(folder: Path, text: str) -> tuple[DataFault, ...]:
    """Everything for which a data file is refused."""
    path = folder / "order.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(path)
    return refused.value.faults


@pytest.mark.parametrize(
    ("right", "typed", "path"),
    [
        ("неделю чтения.", "неделю чтения до 31.04.2027.", ("пункты", 1)),
        (
            "  - Контроль",
            "  - текст: Отчёт.\n    срок: до 31.04.2027\n  - Контроль",
            ("пункты", 3, "сроки", 1),
        ),
    ],
)
def test_a_day_that_the_calendar_has_not_is_reported_in_texts_and_deadlines(
    tmp_path: Path, right: str, typed: str, path: tuple[str | int, ...]
) -> None:
    source = tmp_path / "order.yaml"
    source.write_text(ORDER.replace(right, typed), encoding="utf-8")

    (finding,) = files.open(source).findings

    assert (finding.code, finding.path, finding.hint) == ("date-impossible", path, "последний день 30")
