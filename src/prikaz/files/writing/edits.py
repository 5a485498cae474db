"""Changes of an order as changes of the text of its YAML file: comments, order of keys and layout stay.

Words are changed inside the texts where they stand, values by year leave their
mapping, years of columns are written anew. Whether the changed text means what
was wanted is proved by reading it, in :mod:`prikaz.files.writing.revision`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from attrs import frozen

from prikaz.files.loading.draft import Draft
from prikaz.files.nodes.source import Dialect
from prikaz.files.syntax.source_map import EntrySpan, NodeSpan, SourceMap, last_end, places_of
from prikaz.findings import Path

_YEARS: Final = "годы"
_BY_YEAR: Final = frozenset({"значения", "по годам"})


class Edit(Protocol):
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
class Cut:
    """A part of the text and what is to stand there instead."""

    start: int
    end: int
    text: str


class UneditableError(Exception):
    """The text cannot be edited in place; it must be written anew."""


def apply(cuts: Iterable[Cut], text: str) -> str:
    """A text with all changes made; the same change asked for twice is made once.

    Raises:
        UneditableError: Two changes meet in one place.
    """
    pieces: list[str] = []
    done = 0
    for cut in sorted(set(cuts)):
        if cut.start < done:
            raise UneditableError
        pieces += [text[done : cut.start], cut.text]
        done = cut.end
    return "".join(pieces) + text[done:]


def find_cuts(layout: SourceMap, edits: Iterable[Edit], draft: Draft) -> Iterator[Cut]:
    """Where and how the text of a file changes.

    Args:
        layout: The layout of the old text.
        edits: Changes of fields that stand in this file.
        draft: The old order with the places of its fields.

    Raises:
        KeyError: A field is not where its place says.
    """
    for path, group in _by_field(edits).items():
        yield from _cuts(layout, path, group, draft)


def find_renamed(layout: SourceMap, names: Mapping[str, str]) -> Iterator[Cut]:
    """Where the names of tables beside the file change; ``names`` are new ones by the old."""
    for spot in layout.scalars.values():
        file, _, _ = spot.node.value.partition("#")
        if file.strip() in names:
            start = layout.source.text.index(file.strip(), spot.start)
            yield Cut(start, start + len(file.strip()), names[file.strip()])


def year_path(path: Path) -> Path | None:
    """The path of a value by year that ``path`` is or lies in; None for any other field."""
    for length in range(len(path), 1, -1):
        if path[length - 2] in _BY_YEAR and isinstance(path[length - 1], int):
            return path[:length]
    return None


def _by_field(edits: Iterable[Edit]) -> dict[Path, list[Edit]]:
    """Changes by what has to be edited: a field, or all values by year of one row."""
    found: dict[Path, list[Edit]] = {}
    for edit in edits:
        year = year_path(edit.path)
        found.setdefault(year[:-1] if year else edit.path, []).append(edit)
    return found


def _cuts(layout: SourceMap, path: Path, edits: Sequence[Edit], draft: Draft) -> Iterator[Cut]:
    place = draft.place(path)
    # A clause that is only a text has the place of its text; what is absent, that of what is around it.
    spot = layout.value(place) if path in draft.places else layout.text(place)
    if path[-1] in _BY_YEAR:
        fallen = {draft.place(year) for edit in edits if (year := year_path(edit.path))}
        yield from _without_years([layout.pair(key) for key in fallen])
    elif spot and path[-1] == _YEARS:
        yield _years(spot, edits[0].became)
    elif spot and isinstance(spot.node.value, str):
        yield from _words(layout, spot, edits)
    else:
        yield _added(layout, path, edits[0].became, draft)


# Words inside a text ------------------------------------------------------------------------------------


def _words(layout: SourceMap, spot: NodeSpan, edits: Sequence[Edit]) -> Iterator[Cut]:
    value = spot.node.value
    if not edits[0].became:  # a date or a number is taken away whole, however it is written
        bare = spot.node.style is None and not spot.in_flow and layout.source.dialect is Dialect.YAML
        yield _blank(layout.source.text, spot) if bare else Cut(spot.start, spot.end, '""')
        return
    places = places_of(spot, layout.source.text)
    if places is None:
        yield Cut(
            spot.start, spot.end, _quoted(value, edits) + ("\n" if spot.node.style in ("|", ">") else "")
        )
        return
    for edit in edits:
        first, last = _difference(edit.was, edit.became)
        start, end = edit.at + first, edit.at + len(edit.was) - last
        yield Cut(places[start], places[end], edit.became[first : len(edit.became) - last])


def _blank(text: str, spot: NodeSpan) -> Cut:
    """Nothing in place of a text; before a comment the gap stays, at the end of a line it goes."""
    ends = text[spot.end : spot.end + 1] in ("", "\n")
    return Cut(len(text[: spot.start].rstrip(" ")) if ends else spot.start, spot.end, "")


def _difference(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts have in common at the beginning, and at the end of the rest."""
    first = _common(old, new)
    return first, _common(old[first:][::-1], new[first:][::-1])


def _common(old: str, new: str) -> int:
    pairs = zip(old, new, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _quoted(value: str, edits: Sequence[Edit]) -> str:
    """A whole text with the changes made, in quotes that YAML and JSON read alike."""
    for edit in sorted(edits, key=lambda edit: -edit.at):
        value = value[: edit.at] + edit.became + value[edit.at + len(edit.was) :]
    return json.dumps(value, ensure_ascii=False)


# Years ----------------------------------------------------------------------------------------------------


def _without_years(pairs: Sequence[EntrySpan]) -> Iterator[Cut]:
    """Take entries out of one mapping; in a block whole lines go."""
    mapping = pairs[0].mapping
    entries = mapping.node.value
    out = {pair.index for pair in pairs}
    left = [index for index in range(len(entries)) if index not in out]
    if not left:
        braces = "" if mapping.node.flow_style else "{}"
        yield Cut(entries[0][0].start_mark.index, last_end(entries[-1][1]), braces)
        return
    for index in sorted(out):
        if index < left[-1]:
            yield Cut(entries[index][0].start_mark.index, entries[index + 1][0].start_mark.index, "")
    if left[-1] < len(entries) - 1:
        yield Cut(last_end(entries[left[-1]][1]), last_end(entries[-1][1]), "")


def _years(spot: NodeSpan, years: str) -> Cut:
    """The list of years of a table; a list of lines stays one."""
    if isinstance(spot.node.value, str) or spot.node.flow_style:
        return Cut(spot.start, spot.end, f"[{years}]")
    indent = "\n" + " " * spot.node.start_mark.column
    return Cut(spot.start, last_end(spot.node), indent.join(f"- {year}" for year in years.split(", ")))


# What was not there before --------------------------------------------------------------------------------


def _added(layout: SourceMap, path: Path, value: str, draft: Draft) -> Cut:
    """A new entry before the first one of its mapping; the year of the order, before its date."""
    owner = path[:-1]
    pair = None if owner else layout.pair(draft.place(("дата",)))
    mapping = pair.mapping if pair else layout.mapping(draft.place(owner))
    first = mapping.node.value[pair.index if pair else 0][0]
    key = str(path[-1]) if not first.value.isascii() else _ENGLISH[path[-1]]
    written = f"[{value}]" if path[-1] == _YEARS else value
    start = first.start_mark.index
    if layout.source.dialect is Dialect.JSON:
        return Cut(start, start, f"{json.dumps(key, ensure_ascii=False)}: {written}, ")
    after = ", " if mapping.node.flow_style else "\n" + " " * first.start_mark.column
    return Cut(start, start, f"{key}: {written}{after}")


_ENGLISH: Final[Mapping[Any, str]] = {"год": "year", _YEARS: "years"}
