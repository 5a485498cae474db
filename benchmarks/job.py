"""The job of the benchmarks: an order with a roadmap and indicators, in docxtpl's own tags."""

from __future__ import annotations

import io
from typing import Any

import attrs
import docx
from docx.table import Table

from prikaz import (
    Activity,
    Annex,
    Clause,
    Indicator,
    IndicatorTable,
    Issuer,
    Kind,
    Order,
    Person,
    PreparedBy,
    Roadmap,
    Signature,
)

_SECTIONS = ("Подготовка", "Обучение наставников", "Работа в школах", "Подведение итогов")
_BODIES = ("отдел образования", "методический кабинет", "руководители школ", "школьные координаторы")
_YEARS = (2027, 2028, 2029, 2030)


def view(rows: int = 35) -> dict[str, Any]:
    """Values of the order: about twenty clauses in three levels, a roadmap of ``rows``, five indicators."""
    return {
        "бланк": ["ОТДЕЛ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА", "ЗАРЕЧНОЙ ОБЛАСТИ"],
        "дата": "16.03.2027",
        "номер": "75",
        "место": "г. Заречный",
        "заголовок": "О наставничестве в школах района в 2027 году",
        "преамбула": "В целях поддержки молодых педагогов и во исполнение плана работы отдела на учебный год",
        "пункты": [clause(number) for number in range(1, 5)],
        "должность": "Заведующий отделом",
        "подписал": "И.Л. Белов",
        "исполнитель": "Журавлёва Анна Петровна",
        "телефон": "2-15-40",
        "мероприятия": [activity(number) for number in range(1, rows + 1)],
        "показатели": [indicator(number) for number in range(1, 6)],
    }


def clause(number: int) -> dict[str, Any]:
    """A clause with two sub-clauses, one of which has two of its own."""
    return {
        "номер": f"{number}.",
        "текст": f"Утвердить порядок работы наставников на этапе «{_SECTIONS[number - 1]}» по предложениям.",
        "подпункты": [
            {
                "номер": f"{number}.{second}.",
                "текст": f"Провести совещание № {second} с координаторами & обсудить итоги прошлого периода.",
                "подпункты": [
                    {"номер": f"{number}.{second}.{third}.", "текст": "Представить отчёт до 20 декабря."}
                    for third in range(1, second)
                ],
            }
            for second in range(1, 4)
        ],
    }


def activity(number: int) -> dict[str, str]:
    """A row of the roadmap."""
    return {
        "номер": f"{number}.",
        "название": f"Мероприятие {number}: {_SECTIONS[number % 4].lower()} и обмен опытом между школами",
        "срок": f"до {number % 28 + 1:02}.{number % 12 + 1:02}.2027",
        "ответственный": f"{_BODIES[number % 4]}, {_BODIES[(number + 1) % 4]}",
    }


def indicator(number: int) -> dict[str, Any]:
    """A row of the indicators."""
    return {
        "номер": str(number),
        "название": f"Доля школ, где работает группа {number}",
        "единица": "%",
        "значения": [f"не менее {20 + number + year - 2027}" for year in _YEARS],
    }


def template() -> bytes:
    """The template of the order."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Приказ № {{ номер }}"
    made.core_properties.title = "{{ заголовок }}"
    for text in (
        "{%p for строка in бланк %}",
        "{{ строка }}",
        "{%p endfor %}",
        "ПРИКАЗ",
        "{{ дата }}\t{{ место }}\t№ {{ номер }}",
        "{{ заголовок }}",
        "{{ преамбула }} приказываю:",
        *_loop("п", "пункты", *_loop("в", "п.подпункты", *_loop("т", "в.подпункты"))),
        "{{ должность }}\t{{ подписал }}",
        "{{ исполнитель }}, {{ телефон }}",
        "Приложение № 1 к приказу от {{ дата }} № {{ номер }}",
    ):
        made.add_paragraph(text)
    fields = ("номер", "название", "срок", "ответственный")
    _rows(made.add_table(4, 4), "м", "мероприятия", [f"{{{{ м.{field} }}}}" for field in fields])
    made.add_paragraph("Приложение № 2 к приказу от {{ дата }} № {{ номер }}")
    values = [f"{{{{ и.значения[{number}] }}}}" for number in range(4)]
    row = ["{{ и.номер }}", "{{ и.название }}", "{{ и.единица }}", *values]
    _rows(made.add_table(4, 7), "и", "показатели", row)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _loop(item: str, items: str, *inner: str) -> tuple[str, ...]:
    return (
        f"{{%p for {item} in {items} %}}",
        f"{{{{ {item}.номер }}}} {{{{ {item}.текст }}}}",
        *inner,
        "{%p endfor %}",
    )


def _rows(table: Table, item: str, items: str, cells: list[str]) -> None:
    table.style = "Table Grid"
    texts = (
        [f"Графа {number}" for number, _ in enumerate(cells, 1)],
        [f"{{%tr for {item} in {items} %}}"],
        cells,
        ["{%tr endfor %}"],
    )
    for row, line in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=False):
            cell.text = text


def order(number: int, rows: int = 35) -> Order:
    """The same order as an object, with references to resolve; each number is another order."""
    values = view(rows)
    first, second, *others = (_clause(item) for item in values["пункты"])
    card = f"Утвердить дорожную карту согласно {{приложению карта}} для школы № {number}."
    indicators = "Утвердить показатели согласно {приложению показатели} во исполнение {пункта карта1}."
    return Order(
        kind=Kind.ORDER,
        issuer=Issuer(lines=values["бланк"], short="отдел образования"),
        date=values["дата"],
        number=str(number),
        place=values["место"],
        heading=f"О наставничестве в школе № {number}",
        preamble=values["преамбула"],
        clauses=[
            attrs.evolve(first, key="карта1", text=card),
            attrs.evolve(second, text=indicators),
            *others,
        ],
        signatures=[Signature(position=values["должность"], person=_HEAD)],
        prepared_by=PreparedBy(person=_EXECUTOR, phone=values["телефон"]),
        annexes=[
            Annex(key="карта", title="Дорожная карта", blocks=[_roadmap(values["мероприятия"], number)]),
            Annex(key="показатели", title="Показатели", blocks=[_indicators(values["показатели"], number)]),
        ],
    )


_HEAD = Person(last="Белов", first="Игорь", middle="Львович")
_EXECUTOR = Person(last="Журавлёва", first="Анна", middle="Петровна")


def _clause(values: dict[str, Any]) -> Clause:
    return Clause(text=values["текст"], clauses=[_clause(item) for item in values.get("подпункты", ())])


def _roadmap(items: list[dict[str, str]], number: int) -> Roadmap:
    return Roadmap(
        activities=[
            Activity(
                title=f"{item['название']} для школы № {number}",
                deadlines=[item["срок"]],
                responsible=[item["ответственный"]],
            )
            for item in items
        ]
    )


def _indicators(items: list[dict[str, Any]], number: int) -> IndicatorTable:
    return IndicatorTable(
        indicators=[
            Indicator(
                name=f"{item['название']} в школе № {number}",
                unit=item["единица"],
                targets=dict(zip(_YEARS, item["значения"], strict=True)),
            )
            for item in items
        ]
    )
