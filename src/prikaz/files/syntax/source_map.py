"""Where the texts, lists and mappings of a YAML file stand in its text, to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from prikaz.files.nodes.nodes import Place
from prikaz.files.nodes.source import Source

#: Line and column, both from 1.
LineColumn: TypeAlias = tuple[int, int]

_ANCHOR: Final = re.compile(r"&\S+\s+")
_HEADER: Final = re.compile(r"[|>][^\n]*\n\s*")
_RUNS: Final = re.compile(r"\s+|\S")
_SPACE: Final = re.compile(r"\s+")


@frozen(kw_only=True)
class NodeSpan:
    """A node in the text (место узла).

    Attributes:
        start: Place of its first character, an anchor left out.
        end: Place after its last one.
        node: The node of ruamel.yaml: a scalar, a sequence or a mapping.
        in_flow: Whether it stands inside brackets or braces.
    """

    start: int
    end: int
    node: Any
    in_flow: bool


@frozen(kw_only=True)
class EntrySpan:
    """An entry of a mapping: the mapping, and which of its entries it is."""

    mapping: NodeSpan
    index: int

    @property
    def in_flow(self) -> bool:
        """Whether it stands inside brackets or braces."""
        return self.mapping.in_flow or bool(self.mapping.node.flow_style)


@frozen(kw_only=True)
class SourceMap:
    """Where the nodes of one file stand (карта файла).

    Attributes:
        source: The text.
        scalars: Texts by their position.
        collections: Lists and mappings by their position; a block begins where its first key does.
        entries: Entries by the positions of their keys and of their values.
    """

    source: Source
    scalars: dict[LineColumn, NodeSpan] = field(factory=dict)
    collections: dict[LineColumn, NodeSpan] = field(factory=dict)
    entries: dict[LineColumn, EntrySpan] = field(factory=dict)

    @classmethod
    def of(cls, source: Source) -> SourceMap:
        """Map a text that is sound YAML."""
        from ruamel.yaml import YAML  # noqa: PLC0415 (20 ms, and only files need it)

        source_map = cls(source=source)
        root = YAML(typ="safe", pure=True).compose(source.text)
        source_map._walk(root, in_flow=False, seen=set())
        return source_map

    def value(self, place: Place) -> NodeSpan | None:
        """The value of the entry whose key or value stands at a place, or the text of a list there."""
        entry = self.entries.get((place.line, place.column))
        if entry is None:
            return self.text(place)
        return self._span(entry.mapping.node.value[entry.index][1], in_flow=entry.in_flow)

    def text(self, place: Place) -> NodeSpan | None:
        """The text that begins at a place."""
        return self.scalars.get((place.line, place.column))

    def mapping(self, place: Place) -> NodeSpan:
        """The mapping that begins at a place, or that the key there has.

        Raises:
            KeyError: There is none.
        """
        position = (place.line, place.column)
        found = self.collections.get(position) or self.value(place)
        if found is None:
            raise KeyError(position)
        return found

    def entry(self, place: Place) -> EntrySpan:
        """The entry whose key or value stands at a place.

        Raises:
            KeyError: There is none.
        """
        return self.entries[place.line, place.column]

    def _walk(self, node: Any, *, in_flow: bool, seen: set[int]) -> None:  # noqa: ANN401 (nodes of ruamel.yaml)
        if id(node) in seen:
            return
        seen.add(id(node))
        span = self._span(node, in_flow=in_flow)
        if isinstance(node.value, str):
            self.scalars[_position(node)] = span
            return
        self.collections[_position(node)] = span
        flow = in_flow or bool(node.flow_style)
        for index, item in enumerate(node.value):
            if isinstance(item, tuple):
                key, value = item
                entry = EntrySpan(mapping=span, index=index)
                self.entries[_position(value)] = entry
                self.entries[_position(key)] = entry
                self._walk(value, in_flow=flow, seen=seen)
            else:
                self._walk(item, in_flow=flow, seen=seen)

    def _span(self, node: Any, *, in_flow: bool) -> NodeSpan:  # noqa: ANN401
        start, end = node.start_mark.index, node.end_mark.index
        anchor = _ANCHOR.match(self.source.text, start) if node.anchor else None
        return NodeSpan(start=anchor.end() if anchor else start, end=end, node=node, in_flow=in_flow)


def _position(node: Any) -> LineColumn:  # noqa: ANN401
    return node.start_mark.line + 1, node.start_mark.column + 1


def places_of(span: NodeSpan, text: str) -> list[int] | None:
    """Where each character of a scalar's value stands in ``text``, and where the last one ends.

    None when the value is not written as it is: with escapes, or with blank lines that fold.
    """
    at = _content_start(span, text)
    places: list[int] = []
    for run in _RUNS.findall(span.node.value):
        if run.isspace():
            gap = _SPACE.match(text, at)
            if gap is None:
                return None
            places += [at] * len(run)
            at = gap.end()
            continue
        if not text.startswith(run, at):
            return None
        places.append(at)
        at += 2 if span.node.style == run == "'" else 1
    return [*places, at]


def _content_start(span: NodeSpan, text: str) -> int:
    if span.node.style in ("'", '"'):
        return span.start + 1
    header = _HEADER.match(text, span.start) if span.node.style in ("|", ">") else None
    return header.end() if header else span.start


def last_end(node: Any) -> int:  # noqa: ANN401
    """Where the last character of a node stands; a block has no end of its own."""
    if isinstance(node.value, str) or node.flow_style:
        return int(node.end_mark.index)
    return max(map(last_end, _children(node)), default=int(node.end_mark.index))


def _children(node: Any) -> Iterator[Any]:  # noqa: ANN401
    for item in node.value:
        yield from item if isinstance(item, tuple) else (item,)
