"""Nodes as objects of the model, with every fault told and the place of every field kept.

The walk is driven by the shapes of the fields. What is wrong is told, and
something harmless stands in for it, so that one run tells everything and the
keys that are sound can still be looked up by references.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol, TypeGuard

import attrs
from attrs import NOTHING

from prikaz.errors import LanguageError, ModelError
from prikaz.files.keys.entries import Sorted, is_known, names, sort_entries
from prikaz.files.keys.keys import BLOCK_KEYS
from prikaz.files.keys.shapes import Blocks, Keyed, Leaf, Record, Several, Shape, shapes
from prikaz.files.loading.leaves import expected, parse_leaf
from prikaz.files.nodes.faults import Faults, split_advice
from prikaz.files.nodes.nodes import (
    FailedNode,
    MappingEntry,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
)
from prikaz.files.nodes.source import FORBIDDEN, describe_forbidden
from prikaz.files.nodes.words import came, mistaken_text, some
from prikaz.findings import Finding, Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.time.dates import impossible_dates
from prikaz.language.words.misspelling import did_you_mean, nearest, unseen_sign
from prikaz.language.words.spelling import fold
from prikaz.model import BLOCKS, Cell, Paragraph, Target
from prikaz.model.terms import terms

#: Classes whose object one text makes by a grammar of its own.
_READ: Final[Mapping[type, Callable[[str], object]]] = MappingProxyType({Target: Target.parse})

#: A text of nothing is a text, and a blank deadline is a place to fill in by hand.
_MAY_BE_EMPTY: Final = (str, Deadline)


class Tables(Protocol):
    """What tables mean beyond their keys."""

    def at(self, path: Path) -> Tables:
        """The same tables; what is doubtful in them is told at ``path``."""

    def rows(self, cls: type, node: Node) -> Node:
        """The rows that a text with the name of a file stands for; any other node as it is."""

    def prepare(self, cls: type, node: MappingNode) -> MappingNode:
        """The mapping of a table with what is the author's own put where the class has it."""


class Structure:
    """One reading of nodes as objects.

    Attributes:
        faults: Where faults are told.
        tables: What rows and columns of tables mean.
        places: Place of every field met, by its path in Russian names.
    """

    def __init__(self, faults: Faults, tables: Tables) -> None:
        self.faults = faults
        self.tables = tables
        self.places: dict[Path, Place] = {}

    def record(self, cls: type, node: Node) -> Any:  # noqa: ANN401 (an object of cls)
        """Make the object of a whole file; ``NOTHING``, with faults told, when that is not possible."""
        return self.build(Record(cls), node, ())

    def build(self, shape: Shape, node: Node, path: Path) -> Any:  # noqa: ANN401 (what the shape says)
        """Make a value of a shape; ``NOTHING``, with a fault told, when that is not possible."""
        self.places.setdefault(path, node.place)
        if isinstance(node, FailedNode):
            return NOTHING
        match shape:
            case Leaf():
                return self._leaf(shape, node, path)
            case Record():
                return self._record(shape, node, path)
            case Several():
                return self._several(shape, node, path)
            case Keyed():
                return self._keyed(shape, node, path)
            case Blocks():
                return self._blocks(self._listed_blocks(node, path), path)

    # Texts

    def _leaf(self, shape: Leaf, node: Node, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(node, ScalarNode):
            return self._not_text(shape, node, path)
        text = self._text(node, path)
        if shape.kind is str:
            self._tell_cut(node, path)
        if not text.strip() and shape.kind not in _MAY_BE_EMPTY:
            return NOTHING
        try:
            return parse_leaf(shape.kind, text)
        except (LanguageError, ModelError) as error:
            self.faults.add(node.place, *split_advice(str(error)), path=path)
            return NOTHING

    def _text(self, node: ScalarNode, path: Path) -> str:
        text = node.text or ""
        if not text.isprintable():
            self._tell_signs(text, node.place, path)
        for message, hint in impossible_dates(text):
            self.faults.doubts.append(Finding(code="date-impossible", path=path, message=message, hint=hint))
        return text

    def _tell_signs(self, text: str, place: Place, path: Path) -> None:
        for match in FORBIDDEN.finditer(text):
            self.faults.add(place, *describe_forbidden(match[0]), path=path)
        if told := unseen_sign(text):
            self.faults.add(place, *told, path=path)

    def _tell_cut(self, node: ScalarNode, path: Path) -> None:
        if node.cut:
            self.faults.add(
                node.place,
                f"«{node.cut}»: с решётки начинается примечание, в документ оно не попадёт",
                "если это текст, возьмите его весь в кавычки; если примечание, поставьте перед # два пробела",
                path,
            )

    def _not_text(self, shape: Leaf, node: Node, path: Path) -> Any:  # noqa: ANN401
        mistake = mistaken_text(node)
        if mistake is None or shape.kind is not str:
            self._wrong(node, f"ожидалось: {expected(shape.kind)}", path)
            return NOTHING
        self.faults.add(node.place, mistake.message, mistake.hint, path)
        return mistake.text

    def _wrong(self, node: Node, hint: str, path: Path) -> None:
        self.faults.add(node.place, f"пришло: {came(node)}", hint, path)

    # Lists and mappings

    def _several(self, shape: Several, node: Node, path: Path) -> Any:  # noqa: ANN401
        if isinstance(shape.item, Record):
            node = self.tables.at(path).rows(shape.item.cls, node)
        if isinstance(node, FailedNode):
            return NOTHING
        items = node.items if isinstance(node, SequenceNode) else (node,)
        built = [self._item(shape.item, item, (*path, number)) for number, item in enumerate(items, 1)]
        return tuple(value for value in built if value is not NOTHING)

    def _item(self, shape: Shape, node: Node, path: Path) -> Any:  # noqa: ANN401
        if isinstance(node, ScalarNode) and node.text is None and shape != Record(Cell):
            self.faults.add(node.place, "пустой пункт списка", "допишите его или уберите лишнее тире", path)
            return NOTHING if isinstance(shape, Leaf) else _stand_in(shape)
        value = self.build(shape, node, path)
        return _stand_in(shape) if value is NOTHING and not isinstance(shape, Leaf) else value

    def _keyed(self, shape: Keyed, node: Node, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(node, MappingNode):
            self._wrong(node, "ожидались пары «ключ: значение»", path)
            return NOTHING
        built: dict[Any, Any] = {}
        for entry in node.entries:
            key = self._leaf(shape.key, ScalarNode(text=entry.key, place=entry.place), path)
            if key in built:
                self.faults.add(entry.place, f"«{entry.key}» уже есть", "оставьте одно из них", path)
            elif key is not NOTHING and not _is_blank(shape, entry):
                built[key] = self._keyed_value(shape.value, entry, (*path, _step(key)))
        return tuple((key, value) for key, value in built.items() if value is not NOTHING)

    def _keyed_value(self, shape: Shape, entry: MappingEntry, path: Path) -> Any:  # noqa: ANN401
        self._place(entry, path)
        value = self.build(
            shape, MappingNode(place=entry.place) if _is_null(entry.value) else entry.value, path
        )
        return _stand_in(shape) if value is NOTHING and isinstance(shape, Record) else value

    def _place(self, entry: MappingEntry, path: Path) -> None:
        """A text stands where it begins, all else where its key does."""
        is_text = isinstance(entry.value, ScalarNode) and entry.value.text is not None
        self.places[path] = entry.value.place if is_text else entry.place

    # Objects

    def _record(self, shape: Record, node: Node, path: Path) -> Any:  # noqa: ANN401
        cls, main = shape.cls, shape.main
        if isinstance(node, MappingNode) and not self._is_mistaken(shape, node):
            return self._from_entries(cls, node, path)
        if isinstance(node, ScalarNode) and cls in _READ:
            return _READ[cls](self._text(node, path))
        if main is None or (isinstance(node, ScalarNode) and isinstance(shapes(cls)[main], Several)):
            self._wrong(node, f"ожидались ключи: {some(names(cls))}", path)
            return NOTHING
        before = len(self.faults.found)
        inner = shapes(cls)[main]
        value = self.build(
            inner, node, (*path, terms(cls)[main].name) if isinstance(inner, Several) else path
        )
        return value if value is NOTHING else self._make(cls, {main: value}, node.place, path, before)

    def _is_mistaken(self, shape: Record, node: MappingNode) -> bool:
        """Whether a mapping is a text that YAML took apart: no key of it is known, nor nearly."""
        if shape.main is None or not isinstance(shapes(shape.cls)[shape.main], Leaf):
            return False
        return mistaken_text(node) is not None and not any(
            is_known(shape.cls, entry.key) for entry in node.entries
        )

    def _from_entries(self, cls: type, node: MappingNode, path: Path) -> Any:  # noqa: ANN401
        before = len(self.faults.found)
        node = self.tables.at(path).prepare(cls, node)
        entries = sort_entries(cls, node)
        self._tell(cls, entries, path)
        values = {name: self._value(cls, name, entry, path) for name, entry in entries.own.items()}
        values |= self._flat(cls, node, entries, path)
        if entries.blocks:
            values["blocks"] = self._direct_blocks(entries, path)
        self._stand_in_for_missing(cls, values, node, path)
        return self._make(cls, values, node.place, path, before)

    def _tell(self, cls: type, entries: Sorted, path: Path) -> None:
        for entry, near in entries.unknown:
            told, hint = f"неизвестный ключ «{entry.key}»", f"известны: {some(names(cls))}"
            if near:
                hint = did_you_mean(entry.key, near)
            elif "text" in terms(cls) and _is_null(entry.value):
                told = f"двоеточие после «{entry.key}» превратило текст в ключ"
                hint = f'напишите так: текст: "{entry.key}:"'
            self.faults.add(entry.place, told, hint, path)
        for first, second in entries.repeated:
            told = f"«{second.key}» и «{first.key}»: одно и то же поле дважды"
            self.faults.add(second.place, told, "оставьте одно из них", path)

    def _value(self, cls: type, name: str, entry: MappingEntry, path: Path) -> Any:  # noqa: ANN401
        """The value of a field; nothing written is the same as no entry."""
        where = (*path, terms(cls)[name].name)
        self._place(entry, where)
        if _is_null(entry.value):
            self._tell_cut(entry.value, where)
            return None
        return self.build(shapes(cls)[name], entry.value, where)

    def _flat(self, cls: type, node: MappingNode, entries: Sorted, path: Path) -> dict[str, Any]:
        """Objects whose keys stand in the mapping of their owner."""
        built: dict[str, Any] = {}
        for name, term in terms(cls).items():
            shape, own = shapes(cls)[name], entries.flat.get(name, [])
            if not term.flat or not isinstance(shape, Record):
                continue
            if name not in entries.own:
                built[name] = self._from_entries(shape.cls, node.evolve(own), path)
            elif own:
                told = f"«{own[0].key}» и «{entries.own[name].key}»: одно и то же дважды"
                self.faults.add(own[0].place, told, "оставьте одно из них", path)
        return built

    def _stand_in_for_missing(self, cls: type, values: dict[str, Any], node: MappingNode, path: Path) -> None:
        for attribute in attrs.fields(cls):
            name, value = attribute.name, values.get(attribute.name)
            if attribute.default is not NOTHING:
                continue
            if value is None:
                term = terms(cls)[name]
                place = self.places.get((*path, term.name), node.place)
                told = f"нет обязательного значения «{term.one or term.name}»"
                self.faults.add(place, told, "допишите его", path)
            if value is None or value is NOTHING:
                values[name] = _stand_in(shapes(cls)[name])

    def _make(self, cls: type, values: Mapping[str, Any], place: Place, path: Path, before: int) -> Any:  # noqa: ANN401
        given = {name: value for name, value in values.items() if value is not None and value is not NOTHING}
        try:
            return cls(**given)
        except (ModelError, LanguageError) as error:
            if len(self.faults.found) == before or () in given.values():
                self.faults.add(place, *split_advice(str(error)), path=path)
            return NOTHING

    # Blocks of an annex

    def _direct_blocks(self, entries: Sorted, path: Path) -> tuple[Any, ...]:
        pairs = [(name, entry.value) for name, entry in entries.blocks]
        if listed := entries.own.get("blocks"):
            told = f"«{listed.key}» и отдельно «{entries.blocks[0][1].key}»"
            self.faults.add(listed.place, told, "перенесите всё в «блоки», каждый со своим тире", path)
        return self._blocks(pairs, (*path, "блоки"))

    def _listed_blocks(self, node: Node, path: Path) -> list[tuple[str, Node]]:
        items = node.items if isinstance(node, SequenceNode) else (node,)
        return [self._listed_block(item, (*path, number)) for number, item in enumerate(items, 1)]

    def _listed_block(self, node: Node, path: Path) -> tuple[str, Node]:
        """Kind and content of one block; what has no known kind is told and taken for a paragraph."""
        if isinstance(node, MappingNode) and len(node.entries) == 1:
            (entry,) = node.entries
            if name := BLOCK_KEYS.get(fold(entry.key)):
                return name, entry.value
            if near := nearest(entry.key, BLOCKS):
                self.faults.add(entry.place, f"неизвестный ключ «{entry.key}»", f"возможно, «{near}»", path)
                return near, entry.value
        elif not isinstance(node, ScalarNode):
            self._wrong(node, f"ожидался один блок: {some(BLOCKS)}, или текст абзаца", path)
            return "абзац", ScalarNode(text="", place=node.place)
        return "абзац", node

    def _blocks(self, pairs: list[tuple[str, Node]], path: Path) -> tuple[Any, ...]:
        return tuple(
            self._block(name, node, (*path[:-1], name) if len(pairs) == 1 else (*path, number, name))
            for number, (name, node) in enumerate(pairs, 1)
        )

    def _block(self, name: str, node: Node, path: Path) -> Any:  # noqa: ANN401
        value = self.build(Record(BLOCKS[name]), node, path)
        return Paragraph(text="") if value is NOTHING else value


def _is_null(node: Node) -> TypeGuard[ScalarNode]:
    return isinstance(node, ScalarNode) and node.text is None


def _is_blank(shape: Keyed, entry: MappingEntry) -> bool:
    """Whether nothing was written where a text may stand: the same as no entry."""
    reads_text = not isinstance(shape.value, Record) or shape.value.cls in _READ
    return _is_null(entry.value) and reads_text


def _step(key: object) -> str | int:
    """A key of a mapping as a step of a path."""
    if isinstance(key, enum.Enum):
        return str(key.value)
    return key if isinstance(key, str | int) else str(key)


def _stand_in(shape: Shape) -> Any:  # noqa: ANN401
    """The least value of a shape, for what could not be made; never leaves this package."""
    match shape:
        case Record():
            required = [item.name for item in attrs.fields(shape.cls) if item.default is NOTHING]
            return shape.cls(**{name: _stand_in(shapes(shape.cls)[name]) for name in required})
        case Several():
            return (_stand_in(shape.item),)
        case Leaf() if isinstance(shape.kind, type) and issubclass(shape.kind, enum.Enum):
            return next(iter(shape.kind))
    return ""
