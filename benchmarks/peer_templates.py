"""The job of the benchmarks as templates of the peers, each in its own tags."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import docx

from benchmarks import job

#: Lines of a loop, given its list, a name for the item and the lines inside.
_Loop: TypeAlias = Callable[[str, str, Sequence[str]], list[str]]

_ROADMAP: Final = ("номер", "название", "срок", "ответственный")
_INDICATORS: Final = ("номер", "название", "единица", "г2027", "г2028", "г2029", "г2030")


#: Where the items of a loop are found, for carbone; the closing brace comes after the field.
_CARBONE: Final = {
    "": "{d",
    "с": "{d.шапка[i]",
    "п": "{d.пункты[i]",
    "в": "{d.пункты[i].подпункты[i]",
    "т": "{d.пункты[i].подпункты[i].подпункты[i]",
    "м": "{d.мероприятия[i]",
    "и": "{d.показатели[i]",
}


def data(rows: int = 35) -> dict[str, Any]:
    """The view of the job with the values of years under names of their own, and no list of bare texts."""
    view = job.view(rows)
    view["шапка"] = [{"строка": line} for line in view["бланк"]]
    for item in view["показатели"]:
        item |= {f"г{2027 + number}": value for number, value in enumerate(item["значения"])}
    return view


def tables() -> list[list[list[str]]]:
    """The cells of the two tables that every engine is to make."""
    view = data()
    listed = (("мероприятия", _ROADMAP), ("показатели", _INDICATORS))
    return [
        [list(fields), *([str(item[field]) for field in fields] for item in view[items])]
        for items, fields in listed
    ]


def lines() -> list[str]:
    """The lines of the letterhead and of all clauses."""
    view = data()
    return [*view["бланк"], *_clauses(view["пункты"])]


def _clauses(clauses: Sequence[dict[str, Any]]) -> Iterator[str]:
    for clause in clauses:
        yield f"{clause['номер']} {clause['текст']}"
        yield from _clauses(clause.get("подпункты", ()))


def mustache() -> bytes:
    """For docxtemplater and easy-template-x: ``{#список}{поле}{/список}``."""

    def loop(items: str, _: str, inner: Sequence[str]) -> list[str]:
        return [f"{{#{items}}}", *inner, f"{{/{items}}}"]

    def rows(items: str, _: str, cells: Sequence[str]) -> list[list[str]]:
        return [[f"{{#{items}}}{cells[0]}", *cells[1:-1], f"{cells[-1]}{{/{items}}}"]]

    return _made(lambda _, field: f"{{{field}}}", loop, rows)


def commands() -> bytes:
    """For docx-templates: ``+++FOR п IN пункты+++``."""

    def loop(items: str, item: str, inner: Sequence[str]) -> list[str]:
        owner = {"подпункты": "$п.подпункты", "под": "$в.подпункты"}
        return [f"+++FOR {item} IN {owner.get(items, items)}+++", *inner, f"+++END-FOR {item}+++"]

    def rows(items: str, item: str, cells: Sequence[str]) -> list[list[str]]:
        rest = [""] * (len(cells) - 1)
        return [[f"+++FOR {item} IN {items}+++", *rest], list(cells), [f"+++END-FOR {item}+++", *rest]]

    def value(item: str, field: str) -> str:
        return f"+++INS ${item}.{field}+++" if item else f"+++INS {field}+++"

    return _made(value, loop, rows, third="под")


def markers() -> bytes:
    """For carbone: ``{d.пункты[i].текст}``, and after what is repeated the next item, which is cut off."""

    def loop(_: str, item: str, inner: Sequence[str]) -> list[str]:
        return [*inner, _CARBONE[item].removesuffix("[i]") + "[i+1]}"]

    def rows(_: str, item: str, cells: Sequence[str]) -> list[list[str]]:
        return [list(cells), [_CARBONE[item].removesuffix("[i]") + "[i+1]}", *[""] * (len(cells) - 1)]]

    def value(item: str, field: str) -> str:
        return f"{_CARBONE[item]}.{field}}}"

    return _made(value, loop, rows)


def _made(
    value: Callable[[str, str], str],
    loop: _Loop,
    rows: Callable[[str, str, Sequence[str]], list[list[str]]],
    third: str = "подпункты",
) -> bytes:
    """A template of the job; ``third`` is what the lowest loop of clauses goes over."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = f"Приказ № {value('', 'номер')}"
    inner = loop(third, "т", [f"{value('т', 'номер')} {value('т', 'текст')}"])
    second = loop("подпункты", "в", [f"{value('в', 'номер')} {value('в', 'текст')}", *inner])
    for text in (
        *loop("шапка", "с", [value("с", "строка")]),
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
