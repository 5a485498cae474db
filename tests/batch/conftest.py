"""A folder with an order to fill in and a table of schools."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from prikaz import Activity, Annex, Clause, Kind, Order, Person, Roadmap, Signature

ORDER = """\
вид: приказ
орган:
  бланк: [ОТДЕЛ ОБРАЗОВАНИЯ, АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА]
  кратко: отдел образования
место: г. Заречный
заголовок: О лагере с дневным пребыванием
поля:
  школа: {вид: орган}
  начальник: {вид: лицо}
  мест: {вид: число, единица: место}
  открытие: {вид: дата}
преамбула: В целях отдыха детей
пункты:
  - Открыть {открытие} лагерь при {предл школа} на {мест}.
  - Назначить начальником лагеря {вин начальник}.
подпись: {должность: Заведующий отделом, фамилия: Белов, имя: Игорь, отчество: Львович}
"""
COLUMNS = ("номер", "дата", "школа", "начальник", "мест", "открытие")
_PEOPLE = ("Журавлёва Анна Петровна", "Соколов Пётр Ильич", "Орлова Мария Сергеевна")


def sample() -> Order:
    """An order with a reference, a person to decline and a table."""
    return Order(
        kind=Kind.ORDER,
        date="16.03.2027",
        heading="О наставничестве",
        people={"куратор": Person(last="Журавлёва", first="Анна", middle="Петровна")},
        clauses=[
            "Утвердить дорожную карту согласно {приложению карта}.",
            Clause(text="Назначить куратором {вин куратор}."),
        ],
        signatures=[Signature(position="Заведующий отделом", person=Person(last="Белов", first="Игорь"))],
        annexes=[Annex(key="карта", title="Дорожная карта", blocks=[_ROADMAP])],
    )


_ROADMAP = Roadmap(
    activities=[Activity(title=f"Совещание {number}", deadlines=["01.06.2027"]) for number in range(1, 4)]
)


def school(number: int) -> list[str]:
    """The cells of one school."""
    name = f"Заречная средняя школа № {number}"
    return [f"{number}-од", "16.03.2027", name, _PEOPLE[number % 3], str(20 + number), "01.06.2027"]


def write_rows(folder: Path, rows: Iterable[Sequence[str]], columns: Sequence[str] = COLUMNS) -> Path:
    """Write a table as csv."""
    path = folder / "школы.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([columns, *rows])
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the order and twelve schools."""
    (tmp_path / "order.yaml").write_text(ORDER, encoding="utf-8")
    write_rows(tmp_path, map(school, range(1, 13)))
    return tmp_path
