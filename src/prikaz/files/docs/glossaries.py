"""The page of names: Russian and English keys of data files with what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from prikaz.files.keys.shapes import Blocks, ListOf, MappingOf, Record, Scalar, Shape, holds_blocks, shapes
from prikaz.files.loading.profiles import OfficeWords
from prikaz.model import BLOCKS, OfficeProfile, Order
from prikaz.model.terms import terms

_HEAD = """# Словарь ключей

Слева ключи файла данных, рядом имена в программе; в файле можно писать и так и так. Слова через косую черту:
первое для списка, второе, когда нужно одно значение. Страница составлена самой программой:
`prikaz.files.glossary()`.
"""


def glossary() -> str:
    """The page in Markdown: a table for each class, in the order in which an order leads to them."""
    return "\n".join([_HEAD, *map(_table, _classes())])


def _classes() -> list[type]:
    """The order, everything in it, then the office profile."""
    found: dict[type, None] = {}
    for root in (Order, OfficeProfile, OfficeWords):
        _collect(root, found)
    return [*found]


def _collect(cls: type, found: dict[type, None]) -> None:
    if cls in found or not terms(cls):
        return
    found[cls] = None
    for shape in shapes(cls).values():
        for inner in _inside(shape):
            _collect(inner, found)


def _inside(shape: Shape) -> Iterator[type]:
    match shape:
        case Record():
            yield shape.cls
        case ListOf():
            yield from _inside(shape.item)
        case MappingOf():
            yield from _inside(shape.value)
        case Blocks():
            yield from BLOCKS.values()
        case Scalar():
            return


def _table(cls: type) -> str:
    rows = "\n".join(_row(cls, name) for name in terms(cls))
    blocks = "".join(
        f"| {key} | `{block.__name__}` | Блок |\n" for key, block in BLOCKS.items() if holds_blocks(cls)
    )
    head = "| в файле | в программе | что это |\n|---|---|---|"
    return f"## {_title(cls)}: `{cls.__name__}`\n\n{head}\n{rows}\n{blocks}"


def _row(cls: type, name: str) -> str:
    term = terms(cls)[name]
    words = " / ".join(word for word in (term.name, term.one) if word)
    where = " (ключи стоят прямо здесь)" if term.flat else ""
    return f"| {words} | `{name}` | {term.about}{where} |"


def _title(cls: type) -> str:
    """The Russian word for a class: it stands in brackets in the first line of its docstring."""
    first = (cls.__doc__ or "").partition("\n")[0]
    return first.partition("(")[2].partition(")")[0].capitalize()
