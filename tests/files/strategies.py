"""Orders of every shape, made from the model itself: a new field is covered by itself."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from prikaz.files.keys.shapes import Blocks, ListOf, MappingOf, Record, Scalar, Shape, shapes
from prikaz.files.nodes.source import FORBIDDEN
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.words.misspelling import unseen_sign
from prikaz.model import (
    BLOCKS,
    Annex,
    Clause,
    ClauseList,
    Column,
    Image,
    NewWording,
    Order,
    Roadmap,
    Section,
    Table,
    Target,
)
from tests.makers import png

#: Texts that YAML likes to take for something else.
TRICKY = [
    "075",
    "1e5",
    "12:30",
    "да",
    "нет",
    "null",
    "~",
    "yes",
    "2027-03-16",
    "16.03.2027",
    "-",
    "@",
    "`",
    "%",
    "#",
    ":",
    "{а}",
    "[а]",
    "*а",
    "&а",
    "!а",
    "|а",
    ">а",
    "?",
    '"',
    "'",
    "12,5",
    "1_000",
    "0x1F",
    ".5",
    "«ёлочки»",
    "«а»:",
    "#а",
    "а#",
    "№",
    "<<",
    "О плане # 2",
    "Школам: назначить",
    "{вин куратор} назначить",
    "а\nб",
    " а",
    "а ",
    "а:",
    "- а",
    "",
    "\n",
    "rows.csv",
]
DEADLINES = [
    "01.06.2027",
    "до 1 июня 2027 г.",
    "постоянно",
    "2027–2029 гг., далее – ежегодно",
    "",
    "к приёмке школ",
]

texts = st.sampled_from(TRICKY) | st.text(max_size=12).map(lambda text: FORBIDDEN.sub("", text)).filter(
    lambda text: unseen_sign(text) is None
)
_LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(1, 60),
    bool: st.booleans(),
    date: st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    Image: st.sampled_from([png(1, 1), png(3, 4)]).map(Image),
    Decimal: st.decimals(-(10**15), 10**15, places=3) | st.integers(-(10**30), 10**30).map(Decimal),
}


YEARS = st.integers(1900, 2099)
_MAY_BE_EMPTY: dict[type, tuple[str, ...]] = {Table: ("rows",), Section: ("activities",)}


def orders() -> st.SearchStrategy[Order]:
    """Orders whose year is given by the date or by itself."""
    return objects(Order, 3).filter(lambda order: order.year is not None or order.date is None)


def objects(cls: type, depth: int) -> st.SearchStrategy[Any]:
    """Objects of a class of the model; lists end after so many levels."""
    fields = {name: values(shape, depth) for name, shape in shapes(cls).items()}
    if cls is Order:
        fields["year"] = YEARS
    if cls in (Clause, Annex) and depth <= 0:
        fields |= dict.fromkeys(fields.keys() & {"clauses", "annexes", "blocks"}, st.just(()))
    if cls is NewWording:
        fields["blocks"] = _quoted(depth)
    for name in _MAY_BE_EMPTY.get(cls, ()):
        fields[name] |= st.just(())
    if "forms" in fields:
        fields["forms"] = fields["forms"].map(_without_empty)
    required = {item.name for item in attrs.fields(cls) if item.default is attrs.NOTHING}
    if cls is Order:
        required |= {"clauses", "signatures"}  # of what orders something
    given = {name: field for name, field in fields.items() if name in required}
    optional = {name: field for name, field in fields.items() if name not in required}
    if cls is Roadmap:
        return _roadmaps(optional)
    return st.fixed_dictionaries(given, optional=optional).map(lambda chosen: cls(**chosen))


def _without_empty(forms: tuple[tuple[Any, str], ...]) -> tuple[tuple[Any, str], ...]:
    return tuple((case, form) for case, form in forms if form.strip())


def values(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    """Values of a shape."""
    match shape:
        case Scalar():
            return _leaves(shape.kind)
        case Record():
            if shape.cls is Target:
                return texts.map(Target.parse) | st.deferred(lambda: objects(Target, 0))
            return st.deferred(lambda: objects(shape.cls, depth - 1))
        case ListOf(item=Scalar(kind=kind)) if kind is int:
            return st.lists(YEARS, min_size=1, max_size=2).map(tuple)
        case ListOf():
            unique = _key if shape.item == Record(Column) else None
            return st.lists(values(shape.item, depth), min_size=1, max_size=2, unique_by=unique).map(tuple)
        case MappingOf():
            keys = YEARS if shape.key.kind is int else _leaves(shape.key.kind)
            return st.dictionaries(keys, values(shape.value, depth), max_size=2).map(
                lambda pairs: tuple(pairs.items())
            )
        case Blocks():
            blocks = st.one_of([values(Record(cls), depth) for cls in BLOCKS.values()])
            return st.lists(blocks, max_size=2).map(tuple)


def _quoted(depth: int) -> st.SearchStrategy[Any]:
    """What may stand in a new wording."""
    kinds = [cls for cls in BLOCKS.values() if cls not in (ClauseList, NewWording)]
    blocks = st.one_of([values(Record(cls), depth) for cls in kinds])
    return st.lists(blocks, min_size=1, max_size=2).map(tuple)


def _key(column: Column) -> str:
    return column.key


def _leaves(kind: Any) -> st.SearchStrategy[Any]:
    if kind == Deadline:
        return (st.sampled_from(DEADLINES) | texts).map(parse_deadline)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(kind)
    return _LEAVES[kind]


def _roadmaps(optional: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Roadmap]:
    common = {name: field for name, field in optional.items() if name not in {"activities", "sections"}}
    kinds = [
        st.fixed_dictionaries({name: optional[name]}, optional=common) for name in ("activities", "sections")
    ]
    return st.one_of(kinds).map(lambda chosen: Roadmap(**chosen))
