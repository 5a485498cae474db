"""The job of the benchmarks as templates of the peers, each in its own tags."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import docx

from benchmarks import job

#: Lines of a loop, given its list, a name for the item and the lines inside.
_Loop: TypeAlias = Callable[[str, str, Sequence[str]], list[str]]

_ROADMAP: Final = ("номер", "название", "срок", "ответственный")
_INDICATORS: Final = ("номер", "название", "единица", "г2027", "г2028", "г2029", "г2030")


def data(rows: int = 35) -> dict[str, Any]:
    """The view of the job with the values of years under names of their own."""
    view = job.view(rows)
    for item in view["показатели"]:
        item |= {f"г{2027 + number}": value for number, value in enumerate(item["значения"])}
    return view


def mustache() -> bytes:
    """For docxtemplater and easy-template-x: ``{#список}{поле}{/список}``."""

    def loop(items: str, _: str, inner: Sequence[str]) -> list[str]:
        return [f"{{#{items}}}", *inner, f"{{/{items}}}"]

    def rows(items: str, _: str, cells: Sequence[str]) -> list[list[str]]:
        return [[f"{{#{items}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/{items}}}"]]

    return _made(lambda _, field: f"{{{field}}}", loop, rows, "{.}")


def commands() -> bytes:
    """For docx-templates: ``+++FOR п IN пункты+++``."""

    def loop(items: str, item: str, inner: Sequence[str]) -> list[str]:
        owner = {"пункты": "пункты", "бланк": "бланк", "подпункты": "$п.подпункты", "под": "$в.подпункты"}[
            items
        ]
        return [f"+++FOR {item} IN {owner}+++", *inner, f"+++END-FOR {item}+++"]

    def rows(items: str, item: str, cells: Sequence[str]) -> list[list[str]]:
        rest = [""] * (len(cells) - 1)
        return [[f"+++FOR {item} IN {items}+++", *rest], list(cells), [f"+++END-FOR {item}+++", *rest]]

    def value(item: str, field: str) -> str:
        return f"+++INS ${item}.{field}+++" if item else f"+++INS {field}+++"

    return _made(value, loop, rows, "+++INS $с+++")


def _made(
    value: Callable[[str, str], str],
    loop: _Loop,
    rows: Callable[[str, str, Sequence[str]], list[list[str]]],
    line: str,
) -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = f"Приказ № {value('', 'номер')}"
    third = "под" if "+++" in line else "подпункты"
    inner = loop(third, "т", [f"{value('т', 'номер')} {value('т', 'текст')}"])
    second = loop("подпункты", "в", [f"{value('в', 'номер')} {value('в', 'текст')}", *inner])
    for text in (
        *loop("бланк", "с", [line]),
        "ПРИКАЗ",
        f"{value('', 'дата')}\t{value('', 'место')}\t№ {value('', 'номер')}",
        value("", "заголовок"),
        f"{value('', 'преамбула')} приказываю:",
        *loop("пункты", "п", [f"{value('п', 'номер')} {value('п', 'текст')}", *second]),
        f"{value('', 'должность')}\t{value('', 'подписал')}",
        f"{value('', 'исполнитель')}, {value('', 'телефон')}",
    ):
        made.add_paragraph(text)
    for items, item, fields in (("мероприятия", "м", _ROADMAP), ("показатели", "и", _INDICATORS)):
        lines = [list(fields), *rows(items, item, [value(item, field) for field in fields])]
        table = made.add_table(len(lines), len(fields))
        table.style = "Table Grid"
        for row, texts in zip(table.rows, lines, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
