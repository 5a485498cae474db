"""YAML as nodes with places; what YAML would swallow in silence is reported here.

The parser of ruamel.yaml gives events with untouched texts. Nodes are made of
them here and not by its composer, because depth, size and repeats are to be
limited while reading, and because a trap shows only beside the source. What
the parser refuses is explained and fixed by :mod:`prikaz.files.syntax.yaml_recovery`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import define, field

from prikaz.files.nodes.descriptions import TEXT_UNQUOTED
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import MappingEntry, MappingNode, Node, Place, ScalarNode, SequenceNode
from prikaz.files.nodes.size_limits import SizeLimits
from prikaz.files.nodes.source import Source
from prikaz.findings import FindingKind, Severity

YAML_DOCUMENTS: Final = FindingKind(
    "yaml-documents", "В одном файле несколько документов YAML", Severity.ERROR
)
YAML_DASH: Final = FindingKind("yaml-dash", "Пункт списка не начат с тире и пробела", Severity.ERROR)
YAML_COMMA: Final = FindingKind(
    "yaml-comma", "Запятая внутри скобок разделила одно значение или ничего не разделила", Severity.ERROR
)
YAML_COLON: Final = FindingKind("yaml-colon", "После ключа нет двоеточия с пробелом", Severity.ERROR)

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_CUT: Final = re.compile(r" # ?\d")
_CUT_WHOLE: Final = re.compile(r":[ ]+(#\d.*)")
_FIRST: Final = r"1[.)]\s"
_SECOND: Final = r"\s*2[.)]\s"
#: A dash that was to begin an item and begins a text; a number may have a minus.
_GLUED: Final = r"\s*-[«„\"(]?[^\W\d_]"
#: Signs that Word puts in the place of a dash.
_TYPED: Final = r"\s*[–—•]\s*\S"
_COLON: Final = re.compile(r"\s*:")
_QUOTES: Final = "возьмите весь текст в кавычки"


def compose(source: Source, faults: Faults) -> Node | None:
    """Make nodes of a text; None for an empty one.

    Raises:
        YAMLError: Of ruamel.yaml, when the text is not YAML.
        DataError: Nested too deep, or unfolding too far.
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 (20 ms, and only files need it)

    events = YAML(typ="safe", pure=True).parse(source.text)
    composer = _YamlComposer(source=source, faults=faults, limits=SizeLimits(faults=faults), events=events)
    return composer.document()


@define(kw_only=True)
class _YamlComposer:
    source: Source
    faults: Faults
    limits: SizeLimits
    events: Iterator[Any]
    anchors: dict[str, tuple[Node, int]] = field(factory=dict)
    unused: dict[str, Place] = field(factory=dict)

    def document(self) -> Node | None:
        self._next()
        if _name(start := self._next()) == "StreamEnd":
            return None
        node = self._node(self._next(), 0)
        self._next()
        if _name(start := self._next()) != "StreamEnd":
            place = self.source.place(start.start_mark)
            hint = "уберите строку «---» и всё после неё"
            self.faults.add(YAML_DOCUMENTS, place, "второй документ в одном файле", hint)
        for name, place in self.unused.items():
            self.faults.add(TEXT_UNQUOTED, place, f"«&{name}» в начале текста в документ не попадёт", _QUOTES)
        return node

    def _next(self) -> Any:  # noqa: ANN401 (events of ruamel.yaml are not typed)
        return next(self.events)

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401
        place = self.source.place(event.start_mark)
        if _name(event) == "Alias":
            return self._alias(event, place)
        before = self.limits.count
        self.limits.add(place)
        self.limits.check_depth(place, depth)
        if event.tag:
            self.faults.add(TEXT_UNQUOTED, place, "значение начинается с восклицательного знака", _QUOTES)
        node = self._content(event, place, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.limits.count - before)
            self.unused[event.anchor] = place
        return node

    def _content(self, event: Any, place: Place, depth: int) -> Node:  # noqa: ANN401
        if _name(event) == "Scalar":
            return self._scalar(event, place)
        if _name(event) == "SequenceStart":
            return self._sequence(event, place, depth)
        return self._mapping(event, place, depth)

    def _alias(self, event: Any, place: Place) -> Node:  # noqa: ANN401
        if event.anchor not in self.anchors:
            message = f"текст начинается со звёздочки: «*{event.anchor}»"
            self.faults.add(TEXT_UNQUOTED, place, message, _QUOTES)
            return ScalarNode(text=f"*{event.anchor}", place=place)
        node, count = self.anchors[event.anchor]
        self.unused.pop(event.anchor, None)
        self.limits.add(place, count)
        return node

    def _scalar(self, event: Any, place: Place) -> ScalarNode:  # noqa: ANN401
        if event.style in ("|", ">"):
            return ScalarNode(text=event.value.rstrip("\n"), place=place)
        if event.style:
            return ScalarNode(text=_whole_pairs(event.value), place=place)
        if event.value in _NULLS:
            return ScalarNode(text=None, place=place)
        self._look_for_dash(event, place)
        after = self.source.after(event.end_mark)
        cut = after[1:] if _CUT.match(after) and event.value[-1].isalnum() else ""
        return ScalarNode(text=event.value, place=place, cut=cut)

    def _look_for_dash(self, event: Any, place: Place) -> None:  # noqa: ANN401
        lines = self.source.between(event.start_mark, event.end_mark).split("\n")
        if self._lacks_dash(lines, place):
            message = f"строка «{lines[0].strip()}» не начинается с тире и пробела"
            self.faults.add(YAML_DASH, place, message, "начните с них каждый пункт списка")
            return
        for number, line in enumerate(lines[1:], 1):
            if line.lstrip().startswith("- ") or re.match(_GLUED, line):
                indent = len(line) - len(line.lstrip())
                self.faults.add(
                    YAML_DASH,
                    place._replace(line=place.line + number, column=indent + 1),
                    f"строка «{line.strip()}» продолжает текст над ней, а не начинает новый пункт",
                    "подпункты пишутся под «текст: …» в «подпункты:», а текст с тире возьмите в кавычки",
                )

    def _lacks_dash(self, lines: Sequence[str], place: Place) -> bool:
        """Whether a text begins its line where the items of a list should, and swallows the next of them."""
        if self.source.lines[place.line - 1][: place.column - 1].strip():
            return False
        following = lines[1:]
        if re.match(_GLUED, lines[0]) or any(line.lstrip().startswith("- ") for line in following):
            return True
        ways = ((_FIRST, _SECOND), (_TYPED, _TYPED))
        return any(
            re.match(first, lines[0]) and any(re.match(second, line) for line in following)
            for first, second in ways
        )

    def _sequence(self, event: Any, place: Place, depth: int) -> SequenceNode:  # noqa: ANN401
        items: list[Node] = []
        end = None
        while _name(item := self._next()) != "SequenceEnd":
            if event.flow_style and end and self._is_decimal(end, item):
                self._add_to_last(items, item)
            else:
                items.append(self._node(item, depth + 1))
            end = item.end_mark if _name(item) == "Scalar" else None
        return SequenceNode(items=tuple(items), place=place)

    def _is_decimal(self, end: Any, item: Any) -> bool:  # noqa: ANN401
        """Whether a comma of a list stands inside a number: «[Школа № 1, 12,5]»."""
        around = self.source.text[max(end.index - 5, 0) : end.index + 5]
        return (
            _name(item) == "Scalar"
            and item.start_mark.index == end.index + 1
            and bool(re.match(r".*(?<!\d)\d{1,3},\d{1,3}(?!\d)", around))
        )

    def _add_to_last(self, items: list[Node], item: Any) -> None:  # noqa: ANN401
        last = items.pop()
        text = f"{last.text if isinstance(last, ScalarNode) else ''},{item.value}"
        self.faults.add(
            YAML_COMMA,
            last.place,
            f"запятая внутри квадратных скобок разделила число «{text}» на два значения",
            f'напишите в кавычках: "{text}"',
        )
        items.append(ScalarNode(text=text, place=last.place))

    def _mapping(self, event: Any, place: Place, depth: int) -> MappingNode:  # noqa: ANN401
        entries: dict[str, MappingEntry] = {}
        while _name(key := self._next()) != "MappingEnd":
            entry = self._entry(key, depth)
            if entry.bare and entries and not next(reversed(entries.values())).bare:
                self._join(entries, entry)
            elif entry.key in entries:
                self.faults.add_repeated_key(entry.key, entry.place, entries[entry.key].place)
            else:
                entries[entry.key] = entry
        written = self.source.between(event.start_mark, key.end_mark) if event.flow_style else ""
        return MappingNode(entries=tuple(entries.values()), place=place, written=written)

    def _entry(self, event: Any, depth: int) -> MappingEntry:  # noqa: ANN401
        place = self.source.place(event.start_mark)
        node = self._node(event, depth + 1)
        if not isinstance(node, ScalarNode):
            self.faults.add(TEXT_UNQUOTED, place, "вместо ключа стоит список или скобки", _QUOTES)
        key = (node.text or "") if isinstance(node, ScalarNode) else ""
        value = self._node(self._next(), depth + 1)
        bare = not _COLON.match(self.source.text, event.end_mark.index)
        if isinstance(value, ScalarNode) and value.text is None:
            cut = _CUT_WHOLE.match(self.source.after(event.end_mark))
            value = value._replace(place=place, cut=cut[1] if cut else "")
        return MappingEntry(key=key, value=value, place=place, bare=bare)

    def _join(self, entries: dict[str, MappingEntry], bare: MappingEntry) -> None:
        """Give back to the value before what a comma inside braces has cut off."""
        before = next(reversed(entries.values()))
        if not isinstance(before.value, ScalarNode):
            self.faults.add(YAML_COLON, bare.place, f"после «{bare.key}» нет двоеточия со значением")
            return
        first = before.value.text or ""
        is_number = first[-1:].isdecimal() and bare.key[:1].isdecimal()
        text = f"{first},{bare.key}" if is_number else f"{first}, {bare.key}"
        self.faults.add(
            YAML_COMMA,
            before.value.place,
            f"запятая внутри фигурных скобок разделила «{text}» на «{first}» и «{bare.key}»",
            f'возьмите значение в кавычки: "{text}"',
        )
        entries[before.key] = before._replace(value=before.value._replace(text=text))


def _name(event: object) -> str:
    return type(event).__name__.removesuffix("Event")


def _whole_pairs(text: str) -> str:
    r"""Join the halves by which JSON writes signs such as emoji: ``"\ud83d\ude00"``."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
