"""Changes of an order as changes of the text of its YAML file: comments, order of keys and layout stay.

Words are changed inside the texts where they stand, values by year leave their
mapping, years of columns are written anew. Whether the changed text means what
was wanted is proved by reading it, in :mod:`prikaz.files.writing.revision`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from attrs import frozen

from prikaz.files.loading.draft import FileDraft
from prikaz.files.nodes.source import Dialect
from prikaz.files.syntax.source_map import EntrySpan, NodeSpan, SourceMap, last_end, places_of
from prikaz.findings import Path

_YEARS: Final = "годы"
_BY_YEAR: Final = frozenset({"значения", "по годам"})


class FieldChange(Protocol):
    """A change of one field, such as :class:`prikaz.rollover.Change`."""

    @property
    def path(self) -> Path:
        """The field, in the words of the data file."""

    @property
    def was(self) -> str:
        """The words as they stood; "" when nothing stood there."""

    @property
    def became(self) -> str:
        """The words as they are to be; "" when they are taken away."""

    @property
    def at(self) -> int:
        """Place of the words in the text of the field, from 0."""


@frozen(order=True)
class TextEdit:
    """A part of the text and what is to stand there instead."""

    start: int
    end: int
    text: str


class UneditableError(Exception):
    """The text cannot be edited in place; it must be written anew."""


def apply(edits: Iterable[TextEdit], text: str) -> str:
    """A text with all changes made; the same change asked for twice is made once.

    Raises:
        UneditableError: Two changes meet in one place.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(set(edits)):
        if edit.start < done:
            raise UneditableError
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join(pieces) + text[done:]


def find_text_edits(
    source_map: SourceMap, edits: Iterable[FieldChange], draft: FileDraft
) -> Iterator[TextEdit]:
    """Where and how the text of a file changes.

    Args:
        source_map: Where the nodes of the old text stand.
        edits: Changes of fields that stand in this file.
        draft: The old order with the places of its fields.

    Raises:
        KeyError: A field is not where its place says.
    """
    for path, group in _by_field(edits).items():
        yield from _text_edits(source_map, path, group, draft)


def find_renamed(source_map: SourceMap, names: Mapping[str, str]) -> Iterator[TextEdit]:
    """Where the names of tables beside the file change; ``names`` are new ones by the old."""
    for span in source_map.scalars.values():
        file, _, _ = span.node.value.partition("#")
        if file.strip() in names:
            start = source_map.source.text.index(file.strip(), span.start)
            yield TextEdit(start, start + len(file.strip()), names[file.strip()])


def year_path(path: Path) -> Path | None:
    """The path of a value by year that ``path`` is or lies in; None for any other field."""
    for length in range(len(path), 1, -1):
        if path[length - 2] in _BY_YEAR and isinstance(path[length - 1], int):
            return path[:length]
    return None


def _by_field(edits: Iterable[FieldChange]) -> dict[Path, list[FieldChange]]:
    """Changes by what has to be edited: a field, or all values by year of one row."""
    found: dict[Path, list[FieldChange]] = {}
    for edit in edits:
        year = year_path(edit.path)
        found.setdefault(year[:-1] if year else edit.path, []).append(edit)
    return found


def _text_edits(
    source_map: SourceMap, path: Path, edits: Sequence[FieldChange], draft: FileDraft
) -> Iterator[TextEdit]:
    place = draft.place(path)
    # A clause that is only a text has the place of its text; what is absent, that of what is around it.
    span = source_map.value(place) if path in draft.places else source_map.text(place)
    if path[-1] in _BY_YEAR:
        removed = {draft.place(year) for edit in edits if edit.was and (year := year_path(edit.path))}
        added = dict.fromkeys(year[-1] for edit in edits if not edit.was and (year := year_path(edit.path)))
        yield from _by_year(source_map, span, [source_map.entry(key) for key in removed], added)
    elif span and path[-1] == _YEARS:
        yield _years(span, edits[0].became)
    elif span and isinstance(span.node.value, str):
        yield from _words(source_map, span, edits)
    else:
        yield _added(source_map, path, edits[0].became, draft)


# Words inside a text ------------------------------------------------------------------------------------


def _words(source_map: SourceMap, span: NodeSpan, edits: Sequence[FieldChange]) -> Iterator[TextEdit]:
    value = span.node.value
    if not edits[0].became:  # a date or a number is taken away whole, however it is written
        bare = span.node.style is None and not span.in_flow and source_map.source.dialect is Dialect.YAML
        yield _blank(source_map.source.text, span) if bare else TextEdit(span.start, span.end, '""')
        return
    places = places_of(span, source_map.source.text)
    if places is None:
        yield TextEdit(
            span.start, span.end, _quoted(value, edits) + ("\n" if span.node.style in ("|", ">") else "")
        )
        return
    for edit in edits:
        first, last = _difference(edit.was, edit.became)
        start, end = edit.at + first, edit.at + len(edit.was) - last
        yield TextEdit(places[start], places[end], edit.became[first : len(edit.became) - last])


def _blank(text: str, span: NodeSpan) -> TextEdit:
    """Nothing in place of a text; before a comment the gap stays, at the end of a line it goes."""
    ends = text[span.end : span.end + 1] in ("", "\n")
    return TextEdit(len(text[: span.start].rstrip(" ")) if ends else span.start, span.end, "")


def _difference(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts have in common at the beginning, and at the end of the rest."""
    first = _common(old, new)
    return first, _common(old[first:][::-1], new[first:][::-1])


def _common(old: str, new: str) -> int:
    pairs = zip(old, new, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _quoted(value: str, edits: Sequence[FieldChange]) -> str:
    """A whole text with the changes made, in quotes that YAML and JSON read alike."""
    for edit in sorted(edits, key=lambda edit: -edit.at):
        value = value[: edit.at] + edit.became + value[edit.at + len(edit.was) :]
    return json.dumps(value, ensure_ascii=False)


# Years ----------------------------------------------------------------------------------------------------


def _by_year(
    source_map: SourceMap, span: NodeSpan | None, removed: Sequence[EntrySpan], added: Iterable[Any]
) -> Iterator[TextEdit]:
    """Take entries out of a mapping by year, and put new ones behind the rest; in a block whole lines go.

    A new entry is a copy of the last one with another year: it is there because all years had the same.

    Args:
        source_map: Where the nodes of the file stand.
        span: The mapping, if its own place is known.
        removed: The entries that go.
        added: The years that come.

    Raises:
        UneditableError: The mapping is not where it was thought to be.
    """
    mapping = removed[0].mapping if removed else span
    if mapping is None or not mapping.node.value or not isinstance(mapping.node.value[0], tuple):
        raise UneditableError
    entries = mapping.node.value
    out = {entry.index for entry in removed}
    left = [index for index in range(len(entries)) if index not in out]
    key, value = entries[-1]
    new = [_copied(source_map.source.text, key, value, year) for year in added]
    joint = ", " if mapping.node.flow_style else "\n" + " " * entries[0][0].start_mark.column
    if not left:
        braces = "" if mapping.node.flow_style else "{}"
        written = joint.join(new) or braces
        yield TextEdit(entries[0][0].start_mark.index, last_end(entries[-1][1]), written)
        return
    for index in sorted(out):
        if index < left[-1]:
            yield TextEdit(entries[index][0].start_mark.index, entries[index + 1][0].start_mark.index, "")
    written = "".join(joint + entry for entry in new)
    end = last_end(entries[left[-1]][1])
    if left[-1] < len(entries) - 1:
        yield TextEdit(end, last_end(entries[-1][1]), written)
    elif written:
        end = end if mapping.node.flow_style else _line_end(source_map.source.text, end)
        yield TextEdit(end, end, written)


def _copied(text: str, key: Any, value: Any, year: int) -> str:  # noqa: ANN401 (nodes of ruamel.yaml)
    """The text of an entry with another year for its key."""
    end = key.end_mark.index
    return re.sub(r"\d+", str(year), text[key.start_mark.index : end]) + text[end : last_end(value)]


def _line_end(text: str, place: int) -> int:
    """Where the line of a place ends, so that its comment stays beside what it is about."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _years(span: NodeSpan, years: str) -> TextEdit:
    """The list of years of a table; a list of lines stays one."""
    if isinstance(span.node.value, str) or span.node.flow_style:
        return TextEdit(span.start, span.end, f"[{years}]")
    indent = "\n" + " " * span.node.start_mark.column
    return TextEdit(span.start, last_end(span.node), indent.join(f"- {year}" for year in years.split(", ")))


# What was not there before --------------------------------------------------------------------------------


def _added(source_map: SourceMap, path: Path, value: str, draft: FileDraft) -> TextEdit:
    """A new entry before the first one of its mapping; the year of the order, before its date."""
    owner = path[:-1]
    entry = None if owner else source_map.entry(draft.place(("дата",)))
    mapping = entry.mapping if entry else source_map.mapping(draft.place(owner))
    first = mapping.node.value[entry.index if entry else 0][0]
    key = str(path[-1]) if not first.value.isascii() else _ENGLISH[path[-1]]
    written = f"[{value}]" if path[-1] == _YEARS else value
    start = first.start_mark.index
    if source_map.source.dialect is Dialect.JSON:
        return TextEdit(start, start, f"{json.dumps(key, ensure_ascii=False)}: {written}, ")
    after = ", " if mapping.node.flow_style else "\n" + " " * first.start_mark.column
    return TextEdit(start, start, f"{key}: {written}{after}")


_ENGLISH: Final[Mapping[Any, str]] = {"год": "year", _YEARS: "years"}
