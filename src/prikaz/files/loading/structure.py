"""Nodes as objects of the model, with every fault collected and the place of every field recorded.

The walk is driven by the shapes of the fields. What is wrong is a fault, and
something harmless stands in for it, so that one run finds everything and the
keys that are sound can still be looked up by references.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Final, Protocol, TypeGuard

import attrs
from attrs import NOTHING

from prikaz.errors import DataError, LanguageError, ModelError
from prikaz.files.keys.entries import SortedEntries, is_known, names, sort_entries
from prikaz.files.keys.keys import BLOCK_KEYS
from prikaz.files.keys.shapes import (
    READ_FROM_TEXT,
    Blocks,
    ListOf,
    MappingOf,
    Record,
    Scalar,
    Shape,
    shapes,
)
from prikaz.files.loading.scalars import describe_kind, parse_scalar
from prikaz.files.nodes.descriptions import (
    TEXT_UNQUOTED,
    VALUE_WRONG_TYPE,
    describe,
    join_names,
    mistaken_text,
)
from prikaz.files.nodes.faults import ENTRY_REPEATED, Faults
from prikaz.files.nodes.nodes import (
    FailedNode,
    MappingEntry,
    MappingNode,
    Node,
    Place,
    ScalarNode,
    SequenceNode,
)
from prikaz.files.nodes.source import CHARACTER_FORBIDDEN, CHARACTER_UNSEEN, FORBIDDEN, describe_forbidden
from prikaz.findings import FindingKind, Path, Severity, print_path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.time.dates import impossible_dates
from prikaz.language.words.misspelling import did_you_mean, nearest, unseen_sign
from prikaz.language.words.spelling import fold
from prikaz.model import BLOCKS, Cell, Image, Paragraph
from prikaz.model.terms import terms

KEY_UNKNOWN: Final = FindingKind("key-unknown", "Такого ключа нет", Severity.ERROR)
KEY_EMPTY: Final = FindingKind("key-empty", "Под ключом, который ждёт своих ключей, ничего нет")
VALUE_INVALID: Final = FindingKind("value-invalid", "Значение не такое, каким оно бывает", Severity.ERROR)
VALUE_MISSING: Final = FindingKind("value-missing", "Нет обязательного значения", Severity.ERROR)
TEXT_CUT: Final = FindingKind("text-cut", "Часть текста после решётки стала примечанием", Severity.ERROR)
DATE_IMPOSSIBLE: Final = FindingKind("date-impossible", "Такого дня нет в календаре")

_KEEP_ONE: Final = "оставьте одно из них"

#: The smallest picture: one dot, PNG.
_DOT: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a4944415478da"
    "6360000000020001e527defc0000000049454e44ae426082"
)

#: A text of nothing is a text, and a blank deadline is a place to fill in by hand.
_MAY_BE_EMPTY: Final = (str, Deadline)


class Tables(Protocol):
    """What tables mean beyond their keys."""

    def at(self, path: Path) -> Tables:
        """The same tables; what is doubtful in them belongs to ``path``."""

    def rows(self, cls: type, node: Node) -> Node:
        """The rows that a text with the name of a file stands for; any other node as it is."""

    def image(self, text: str) -> Image:
        """The picture that a text names, or holds itself."""

    def prepare(self, cls: type, node: MappingNode) -> MappingNode:
        """The mapping of a table with what is the author's own put where the class has it."""


class Structure:
    """One reading of nodes as objects.

    Attributes:
        faults: Where faults are added.
        tables: What rows and columns of tables mean.
        places: Place of every field met, by its path in Russian names.
    """

    def __init__(self, faults: Faults, tables: Tables) -> None:
        self.faults = faults
        self.tables = tables
        self.places: dict[Path, Place] = {}

    def record(self, cls: type, node: Node) -> Any:  # noqa: ANN401 (an object of cls)
        """Make the object of a whole file; ``NOTHING``, with faults added, when that is not possible."""
        return self.build(Record(cls), node, ())

    def build(self, shape: Shape, node: Node, path: Path) -> Any:  # noqa: ANN401 (what the shape says)
        """Make a value of a shape; ``NOTHING``, with a fault added, when that is not possible."""
        self.places.setdefault(path, node.place)
        if isinstance(node, FailedNode):
            return NOTHING
        match shape:
            case Scalar():
                return self._scalar(shape, node, path)
            case Record():
                return self._record(shape, node, path)
            case ListOf():
                return self._list(shape, node, path)
            case MappingOf():
                return self._mapping(shape, node, path)
            case Blocks():
                return self._blocks(self._listed_blocks(node, path), path)

    # Texts

    def _scalar(self, shape: Scalar, node: Node, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(node, ScalarNode):
            return self._not_text(shape, node, path)
        text = self._text(node, path)
        if shape.kind is str:
            self._report_cut(node, path)
        if not text.strip() and shape.kind not in _MAY_BE_EMPTY:
            return NOTHING
        if shape.kind is Image:
            return self._image(text, node.place, path)
        try:
            return parse_scalar(shape.kind, text)
        except (LanguageError, ModelError) as error:
            self.faults.add(VALUE_INVALID, node.place, error.message, error.hint, path)
            return NOTHING

    def _image(self, text: str, place: Place, path: Path) -> Any:  # noqa: ANN401
        try:
            return self.tables.image(text)
        except DataError as error:
            for fault in error.faults:
                self.faults.add_beside(place, attrs.evolve(fault, path=print_path(path)))
        except ModelError as error:
            self.faults.add(VALUE_INVALID, place, error.message, error.hint, path)
        return NOTHING

    def _text(self, node: ScalarNode, path: Path) -> str:
        text = node.text or ""
        if not text.isprintable():
            self._report_signs(text, node.place, path)
        self.faults.doubts += (
            DATE_IMPOSSIBLE.finding(message, hint, path) for message, hint in impossible_dates(text)
        )
        return text

    def _report_signs(self, text: str, place: Place, path: Path) -> None:
        for match in FORBIDDEN.finditer(text):
            self.faults.add(CHARACTER_FORBIDDEN, place, *describe_forbidden(match[0]), path=path)
        if found := unseen_sign(text):
            self.faults.add(CHARACTER_UNSEEN, place, *found, path=path)

    def _report_cut(self, node: ScalarNode, path: Path) -> None:
        if node.cut:
            self.faults.add(
                TEXT_CUT,
                node.place,
                f"«{node.cut}»: с решётки начинается примечание, в документ оно не попадёт",
                "если это текст, возьмите его весь в кавычки; если примечание, поставьте перед # два пробела",
                path,
            )

    def _not_text(self, shape: Scalar, node: Node, path: Path) -> Any:  # noqa: ANN401
        mistake = mistaken_text(node)
        if mistake is None or shape.kind is not str:
            self._refuse(node, f"ожидалось: {describe_kind(shape.kind)}", path)
            return NOTHING
        self.faults.add(TEXT_UNQUOTED, node.place, mistake.message, mistake.hint, path)
        return mistake.text

    def _refuse(self, node: Node, hint: str, path: Path) -> None:
        self.faults.add(VALUE_WRONG_TYPE, node.place, f"пришло: {describe(node)}", hint, path)

    # Lists and mappings

    def _list(self, shape: ListOf, node: Node, path: Path) -> Any:  # noqa: ANN401
        if isinstance(shape.item, Record):
            node = self.tables.at(path).rows(shape.item.cls, node)
        if isinstance(node, FailedNode):
            return NOTHING
        items = node.items if isinstance(node, SequenceNode) else (node,)
        built = [self._item(shape.item, item, (*path, number)) for number, item in enumerate(items, 1)]
        return tuple(value for value in built if value is not NOTHING)

    def _item(self, shape: Shape, node: Node, path: Path) -> Any:  # noqa: ANN401
        if isinstance(node, ScalarNode) and node.text is None and shape != Record(Cell):
            hint = "допишите его или уберите лишнее тире"
            self.faults.add(VALUE_MISSING, node.place, "пустой пункт списка", hint, path)
            return NOTHING if isinstance(shape, Scalar) else _stand_in(shape)
        value = self.build(shape, node, path)
        return _stand_in(shape) if value is NOTHING and not isinstance(shape, Scalar) else value

    def _mapping(self, shape: MappingOf, node: Node, path: Path) -> Any:  # noqa: ANN401
        if not isinstance(node, MappingNode):
            self._refuse(node, "ожидались пары «ключ: значение»", path)
            return NOTHING
        built: dict[Any, Any] = {}
        for entry in node.entries:
            key = self._scalar(shape.key, ScalarNode(text=entry.key, place=entry.place), path)
            if key in built:
                self.faults.add(ENTRY_REPEATED, entry.place, f"«{entry.key}» уже есть", _KEEP_ONE, path)
            elif key is not NOTHING and not _is_blank(shape, entry):
                built[key] = self._mapping_value(shape.value, entry, (*path, _step(key)))
        return tuple((key, value) for key, value in built.items() if value is not NOTHING)

    def _mapping_value(self, shape: Shape, entry: MappingEntry, path: Path) -> Any:  # noqa: ANN401
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
        if isinstance(node, ScalarNode) and cls in READ_FROM_TEXT:
            return self._read(cls, node, path)
        if main is None or (isinstance(node, ScalarNode) and isinstance(shapes(cls)[main], ListOf)):
            self._refuse(node, f"ожидались ключи: {join_names(names(cls))}", path)
            return NOTHING
        before = len(self.faults.found)
        inner = shapes(cls)[main]
        is_list = isinstance(inner, ListOf | Blocks)
        value = self.build(inner, node, (*path, terms(cls)[main].name) if is_list else path)
        return value if value is NOTHING else self._make(cls, {main: value}, node.place, path, before)

    def _read(self, cls: type, node: ScalarNode, path: Path) -> Any:  # noqa: ANN401
        try:
            return READ_FROM_TEXT[cls](self._text(node, path))
        except ModelError as error:
            self._report(error, node.place, path)
            return NOTHING

    def _is_mistaken(self, shape: Record, node: MappingNode) -> bool:
        """Whether a mapping is a text that YAML took apart: no key of it is known, nor nearly."""
        if shape.main is None or not isinstance(shapes(shape.cls)[shape.main], Scalar):
            return False
        return mistaken_text(node) is not None and not any(
            is_known(shape.cls, entry.key) for entry in node.entries if not _names_block(entry)
        )

    def _from_entries(self, cls: type, node: MappingNode, path: Path) -> Any:  # noqa: ANN401
        before = len(self.faults.found)
        node = self.tables.at(path).prepare(cls, node)
        entries = sort_entries(cls, node)
        self._report_keys(cls, entries, path)
        values = {name: self._value(cls, name, entry, path) for name, entry in entries.own.items()}
        values |= self._flat(cls, node, entries, path)
        if entries.blocks:
            values["blocks"] = self._direct_blocks(entries, path)
        self._stand_in_for_missing(cls, values, node, path)
        return self._make(cls, values, node.place, path, before)

    def _report_keys(self, cls: type, entries: SortedEntries, path: Path) -> None:
        for entry, near in entries.unknown:
            if not near and "text" in terms(cls) and _is_null(entry.value):
                message = f"двоеточие после «{entry.key}» превратило текст в ключ"
                hint = f'напишите так: текст: "{entry.key}:"'
                self.faults.add(TEXT_UNQUOTED, entry.place, message, hint, path)
            else:
                hint = did_you_mean(entry.key, near) if near else f"известны: {join_names(names(cls))}"
                self.faults.add(KEY_UNKNOWN, entry.place, f"неизвестный ключ «{entry.key}»", hint, path)
        for first, second in entries.repeated:
            message = f"«{second.key}» и «{first.key}»: одно и то же поле дважды"
            self.faults.add(ENTRY_REPEATED, second.place, message, _KEEP_ONE, path)

    def _value(self, cls: type, name: str, entry: MappingEntry, path: Path) -> Any:  # noqa: ANN401
        """The value of a field; nothing written is the same as no entry."""
        where = (*path, terms(cls)[name].name)
        self._place(entry, where)
        if _is_null(entry.value):
            self._report_cut(entry.value, where)
            self._report_empty(cls, name, entry, where)
            return None
        return self.build(shapes(cls)[name], entry.value, where)

    def _report_empty(self, cls: type, name: str, entry: MappingEntry, where: Path) -> None:
        """Report a key of an object with nothing under it; a text left out may well be meant."""
        shape = shapes(cls)[name]
        item = shape.item if isinstance(shape, ListOf) else shape
        if isinstance(item, Record) and item.main is None and item.cls not in READ_FROM_TEXT:
            hint = f"впишите под ним ключи ({join_names(names(item.cls))}) или уберите его"
            self.faults.doubts.append(KEY_EMPTY.finding(f"под ключом «{entry.key}» ничего нет", hint, where))

    def _flat(self, cls: type, node: MappingNode, entries: SortedEntries, path: Path) -> dict[str, Any]:
        """Objects whose keys stand in the mapping of their owner; one that may be absent needs some."""
        built: dict[str, Any] = {}
        required = {item.name for item in attrs.fields(cls) if item.default is NOTHING}
        for name, term in terms(cls).items():
            shape, own = shapes(cls)[name], entries.flat.get(name, [])
            if not term.flat or not isinstance(shape, Record):
                continue
            if name not in entries.own and not own and name not in required:
                continue
            if name not in entries.own:
                built[name] = self._from_entries(shape.cls, node.evolve(own), path)
            elif own:
                message = f"«{own[0].key}» и «{entries.own[name].key}»: одно и то же дважды"
                self.faults.add(ENTRY_REPEATED, own[0].place, message, _KEEP_ONE, path)
        return built

    def _stand_in_for_missing(self, cls: type, values: dict[str, Any], node: MappingNode, path: Path) -> None:
        for attribute in attrs.fields(cls):
            name, value = attribute.name, values.get(attribute.name)
            if attribute.default is not NOTHING:
                continue
            if value is None:
                term = terms(cls)[name]
                place = self.places.get((*path, term.name), node.place)
                message = f"нет обязательного значения «{term.one or term.name}»"
                self.faults.add(VALUE_MISSING, place, message, "допишите его", path)
            if value is None or value is NOTHING:
                values[name] = _stand_in(shapes(cls)[name])

    def _make(self, cls: type, values: Mapping[str, Any], place: Place, path: Path, before: int) -> Any:  # noqa: ANN401
        given = {name: value for name, value in values.items() if value is not None and value is not NOTHING}
        try:
            return cls(**given)
        except ModelError as error:
            if error.fields or len(self.faults.found) == before or () in given.values():
                self._report(error, place, path)
            return _stood_in(cls, given, error)

    def _report(self, error: ModelError, place: Place, path: Path) -> None:
        """What the object itself refuses: a field where it stands, anything else where the object does."""
        if not error.fields:
            self.faults.add(VALUE_INVALID, place, error.message, error.hint, path)
        for fault in error.fields:
            where = (*path, fault.term, *fault.path)
            self.faults.add(VALUE_INVALID, self.places.get(where, place), fault.message, fault.hint, where)

    # Blocks of an annex

    def _direct_blocks(self, entries: SortedEntries, path: Path) -> tuple[Any, ...]:
        pairs = [(name, entry.value) for name, entry in entries.blocks]
        if listed := entries.own.get("blocks"):
            message = f"«{listed.key}» и отдельно «{entries.blocks[0][1].key}»"
            hint = "перенесите всё в «блоки», каждый со своим тире"
            self.faults.add(ENTRY_REPEATED, listed.place, message, hint, path)
        return self._blocks(pairs, (*path, "блоки"))

    def _listed_blocks(self, node: Node, path: Path) -> list[tuple[str, Node]]:
        items = node.items if isinstance(node, SequenceNode) else (node,)
        return [self._listed_block(item, (*path, number)) for number, item in enumerate(items, 1)]

    def _listed_block(self, node: Node, path: Path) -> tuple[str, Node]:
        """Kind and content of one block; what has no known kind is a fault and taken for a paragraph."""
        if isinstance(node, MappingNode) and len(node.entries) == 1:
            (entry,) = node.entries
            if name := BLOCK_KEYS.get(fold(entry.key)):
                return name, entry.value
            if near := nearest(entry.key, BLOCKS):
                message, hint = f"неизвестный ключ «{entry.key}»", f"возможно, «{near}»"
                self.faults.add(KEY_UNKNOWN, entry.place, message, hint, path)
                return near, entry.value
        elif not isinstance(node, ScalarNode):
            self._refuse(node, f"ожидался один блок: {join_names(BLOCKS)}, или текст абзаца", path)
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


def _names_block(entry: MappingEntry) -> bool:
    """Whether a key names a kind of block and nothing stands under it: a word of a text in braces."""
    return _is_null(entry.value) and nearest(entry.key, BLOCK_KEYS) is not None


def _is_null(node: Node) -> TypeGuard[ScalarNode]:
    return isinstance(node, ScalarNode) and node.text is None


def _is_blank(shape: MappingOf, entry: MappingEntry) -> bool:
    """Whether nothing was written where a text may stand: the same as no entry."""
    reads_text = not isinstance(shape.value, Record) or shape.value.cls in READ_FROM_TEXT
    return _is_null(entry.value) and reads_text


def _step(key: object) -> str | int:
    """A key of a mapping as a step of a path."""
    if isinstance(key, enum.Enum):
        return str(key.value)
    return key if isinstance(key, str | int) else str(key)


def _stood_in(cls: type, given: Mapping[str, Any], error: ModelError) -> Any:  # noqa: ANN401
    """An object with stand-ins for the fields that it was refused for; never leaves this package."""
    blamed = {fault.name: _stand_in(shapes(cls)[fault.name]) for fault in error.fields}
    try:
        return cls(**{**given, **blamed}) if blamed else NOTHING
    except ModelError:
        return NOTHING


def _stand_in(shape: Shape) -> Any:  # noqa: ANN401
    """The least value of a shape, for what could not be made; never leaves this package."""
    match shape:
        case Record():
            required = [item.name for item in attrs.fields(shape.cls) if item.default is NOTHING]
            return shape.cls(**{name: _stand_in(shapes(shape.cls)[name]) for name in required})
        case ListOf():
            return (_stand_in(shape.item),)
        case Scalar() if isinstance(shape.kind, type) and issubclass(shape.kind, enum.Enum):
            return next(iter(shape.kind))
        case Scalar() if shape.kind is Image:
            return Image(data=_DOT)
    return ""
