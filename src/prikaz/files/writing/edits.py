"""Changes of an order as changes of the text of its YAML file: comments, order of keys and layout stay.

Words are changed inside the texts where they stand, values by year leave their
mapping, years of columns are written anew. Whether the changed text means what
was wanted is proved by reading it, in :mod:`prikaz.files.writing.revision`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from prikaz.files.loading.draft import FileDraft
from prikaz.files.nodes.source import Dialect
from prikaz.files.syntax.source_map import NodeSpan, SourceMap, last_end, places_of
from prikaz.files.writing.emit import is_plain
from prikaz.findings import Path
from prikaz.model.drafts import FieldChange

_YEARS: Final = "годы"
_CLAUSES: Final = "пункты"
#: Signs that mean something inside brackets and braces.
_OF_FLOW: Final = frozenset(",[]{}")
_BY_YEAR: Final = frozenset({"значения", "по годам"})


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
        yield from _by_year(source_map, path, edits, draft)
    elif path[0] == _CLAUSES and len(path) == _OF_CLAUSE and not edits[0].was:
        yield _new_clause(source_map, edits[0].became, draft)
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
    source_map: SourceMap, path: Path, edits: Sequence[FieldChange], draft: FileDraft
) -> Iterator[TextEdit]:
    """Values by year: some leave their mapping, some are new in it, the words of some change."""
    words: dict[Path, list[FieldChange]] = {}
    for edit in edits:
        if edit.was and edit.became:
            words.setdefault(edit.path, []).append(edit)
    for where, group in words.items():
        yield from _text_edits(source_map, where, group, draft)
    removed = {draft.place(_year_of(edit)) for edit in edits if not edit.became}
    added: dict[Path, list[str]] = {}
    for edit in edits:
        if edit.became and not edit.was:
            added.setdefault(_year_of(edit), []).append(edit.became)
    mapping = source_map.mapping(draft.place(path))
    out = {source_map.entry(key).index for key in removed}
    if out or added:
        written = [_entry(source_map, mapping, str(year[-1]), values) for year, values in added.items()]
        yield from _with_entries(source_map, mapping, out, written)


def _year_of(edit: FieldChange) -> Path:
    return year_path(edit.path) or edit.path


def _entry(source_map: SourceMap, mapping: NodeSpan, key: str, values: Sequence[str]) -> str:
    """An entry as it is written in a mapping; several values are a list."""
    if source_map.source.dialect is Dialect.JSON:
        value = values[0] if len(values) == 1 else list(values)
        return f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
    is_list = len(values) > 1
    in_flow = is_list or mapping.in_flow or bool(mapping.node.flow_style)
    written = ", ".join(_written(value, in_flow=in_flow) for value in values)
    return f"{key}: [{written}]" if is_list else f"{key}: {written}"


def _written(value: str, *, in_flow: bool) -> str:
    """A text as YAML wants it."""
    if is_plain(value) and not (in_flow and _OF_FLOW & set(value)):
        return value
    return json.dumps(value, ensure_ascii=False)


def _with_entries(
    source_map: SourceMap, mapping: NodeSpan, out: Collection[int], written: Sequence[str]
) -> Iterator[TextEdit]:
    """Take entries out of one mapping and put others behind; in a block whole lines go and come."""
    entries = mapping.node.value
    flow = bool(mapping.node.flow_style)
    gap = ", " if flow else "\n" + " " * entries[0][0].start_mark.column
    left = [index for index in range(len(entries)) if index not in out]
    if not left:
        made = gap.join(written) or ("" if flow else "{}")
        yield TextEdit(entries[0][0].start_mark.index, last_end(entries[-1][1]), made)
        return
    for index in sorted(out):
        if index < left[-1]:
            yield TextEdit(entries[index][0].start_mark.index, entries[index + 1][0].start_mark.index, "")
    behind = "".join(gap + entry for entry in written)
    if left[-1] < len(entries) - 1:
        yield TextEdit(last_end(entries[left[-1]][1]), last_end(entries[-1][1]), behind)
    elif behind:
        yield _behind(source_map, last_end(entries[-1][1]), behind, flow=flow)


def _behind(source_map: SourceMap, end: int, written: str, *, flow: bool) -> TextEdit:
    """What is put behind the last item; in a block, behind the comment on its line.

    Raises:
        UneditableError: The last item is a text of several lines, which goes on as far as it can.
    """
    text = source_map.source.text
    if flow:
        return TextEdit(end, end, written)
    if text[end - 1 : end] == "\n":
        raise UneditableError
    line_end = text.find("\n", end)
    at = line_end if line_end >= 0 else len(text)
    return TextEdit(at, at, written)


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


def _new_clause(source_map: SourceMap, text: str, draft: FileDraft) -> TextEdit:
    """A new item behind the last one of the list of clauses.

    Raises:
        UneditableError: The only clause stands without a list.
    """
    clauses = source_map.mapping(draft.place((_CLAUSES,)))
    if isinstance(clauses.node.value, str) or not clauses.node.value:
        raise UneditableError
    flow = bool(clauses.node.flow_style)
    dash = ", " if flow else "\n" + " " * clauses.node.start_mark.column + "- "
    is_json = source_map.source.dialect is Dialect.JSON
    written = json.dumps(text, ensure_ascii=False) if is_json else _written(text, in_flow=flow)
    return _behind(source_map, last_end(clauses.node.value[-1]), dash + written, flow=flow)


#: Steps to the text of a clause: the list, its place, the text.
_OF_CLAUSE: Final = 3
_ENGLISH: Final[Mapping[Any, str]] = {"год": "year", _YEARS: "years"}
