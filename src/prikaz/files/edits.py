"""Changes of an order as changes of the text of its YAML file: comments, order of keys and layout stay.

Words are changed inside the texts where they stand, values by year leave their
mapping, years of columns are written anew. Whether the changed text means what
was wanted is proved by reading it, in :mod:`prikaz.files.revision`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from attrs import frozen

from prikaz.files.layout import Layout, Pair, Spot, last_end, places_of, position
from prikaz.files.nodes import Place
from prikaz.files.source import Dialect
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


def edit_text(layout: Layout, edits: Sequence[Edit], places: Mapping[Path, Place]) -> str:
    """The text of a file with the changes made in it.

    Args:
        layout: The layout of the old text.
        edits: Changes of fields that stand in this file.
        places: Place of every field in the old text.

    Raises:
        UneditableError: Two changes meet in one place.
    """
    text = layout.source.text
    cuts = sorted({cut for path, group in _by_field(edits).items() for cut in _cuts(layout, path, group, places)})
    pieces: list[str] = []
    done = 0
    for cut in cuts:
        if cut.start < done:
            raise UneditableError
        pieces += [text[done : cut.start], cut.text]
        done = cut.end
    return "".join(pieces) + text[done:]


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


def _cuts(layout: Layout, path: Path, edits: Sequence[Edit], places: Mapping[Path, Place]) -> Iterator[Cut]:
    if path[-1] in _BY_YEAR:
        fallen = {places[year] for edit in edits if (year := year_path(edit.path))}
        yield from _without_years(layout, [layout.keys[position(place)] for place in fallen])
    elif path[-1] == _YEARS and path in places:
        yield _years(layout, places[path], edits[0].became)
    elif path in places and (spot := layout.scalars.get(position(places[path]))):
        yield from _words(layout, spot, edits)
    else:
        yield _added(layout, path, edits[0].became, places)


# Words inside a text ------------------------------------------------------------------------------------


def _words(layout: Layout, spot: Spot, edits: Sequence[Edit]) -> Iterator[Cut]:
    value = spot.node.value
    if edits[0].was == value and not edits[0].became:
        bare = spot.node.style is None and not spot.in_flow and layout.source.dialect is Dialect.YAML
        yield Cut(spot.start, spot.end, "" if bare else '""')
        return
    places = places_of(spot, layout.source.text)
    if places is None:
        yield Cut(spot.start, spot.end, _quoted(value, edits) + ("\n" if spot.node.style in ("|", ">") else ""))
        return
    for edit in edits:
        kept = len(os.path.commonprefix([edit.was, edit.became]))
        tail = len(os.path.commonprefix([edit.was[:kept - 1 if kept else None:-1], edit.became[:kept - 1 if kept else None:-1]]))
        start, end = edit.at + kept, edit.at + len(edit.was) - tail
        yield Cut(places[start], places[end], edit.became[kept : len(edit.became) - tail])


def _quoted(value: str, edits: Sequence[Edit]) -> str:
    """A whole text with the changes made, in quotes that YAML and JSON read alike."""
    for edit in sorted(edits, key=lambda edit: -edit.at):
        value = value[: edit.at] + edit.became + value[edit.at + len(edit.was) :]
    return json.dumps(value, ensure_ascii=False)


# Years ----------------------------------------------------------------------------------------------------


def _without_years(layout: Layout, pairs: Sequence[Pair]) -> Iterator[Cut]:
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


def _years(layout: Layout, place: Place, years: str) -> Cut:
    """The list of years of a table; as long as it was, a list of lines stays one."""
    listed = f"[{years}]"
    spot = layout.collections.get(position(place))
    if spot is None:
        scalar = layout.scalars[position(place)]
        return Cut(scalar.start, scalar.end, listed)
    if spot.node.flow_style:
        return Cut(spot.start, spot.end, listed)
    indent = "\n" + " " * (place.column - 1)
    return Cut(spot.start, last_end(spot.node), indent.join(f"- {year}" for year in years.split(", ")))


# What was not there before --------------------------------------------------------------------------------


def _added(layout: Layout, path: Path, value: str, places: Mapping[Path, Place]) -> Cut:
    """A new entry before the first one of its mapping; the year of the order, before its date."""
    owner = path[:-1]
    pair = layout.values.get(position(places[*owner, "дата"])) if not owner else None
    mapping = pair.mapping if pair else layout.collections[position(places[owner])]
    first = mapping.node.value[pair.index if pair else 0][0]
    key = str(path[-1]) if not first.value.isascii() else _ENGLISH[path[-1]]
    written = f"[{value}]" if path[-1] == _YEARS else value
    start = first.start_mark.index
    if layout.source.dialect is Dialect.JSON:
        return Cut(start, start, f"{json.dumps(key, ensure_ascii=False)}: {written}, ")
    after = ", " if mapping.node.flow_style else "\n" + " " * first.start_mark.column
    return Cut(start, start, f"{key}: {written}{after}")


_ENGLISH: Final[Mapping[Any, str]] = {"год": "year", _YEARS: "years"}
