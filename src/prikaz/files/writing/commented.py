"""Plain data as YAML with comments above the entries that they are about.

The entries are found in the data themselves, by their paths, so that nothing written has to be read again.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, TypeAlias

import attrs

from prikaz import model
from prikaz.files.nodes.source import FORBIDDEN
from prikaz.files.writing.emit import is_plain, to_yaml
from prikaz.files.writing.unstructure import PlainData
from prikaz.findings import Path
from prikaz.model.terms import terms

if TYPE_CHECKING:
    from prikaz.model.drafts import SourceNote

_WIDEST: Final = 110
#: Steps into plain data: keys, and places in lists from 0; () for all of them.
_Entry: TypeAlias = tuple[str | int, ...]


class Comment(NamedTuple):
    """A comment (примечание): the field that it stands above, and its lines, each with its «#»."""

    path: Path
    lines: str


def print_note(note: SourceNote) -> str:
    """What was not understood, or is to be checked, as a comment of one line or several.

    Its words are those of another file, and stand here whole: nothing of it is to be lost.
    """
    words = " ".join(note.text.split())
    said = " – ".join(filter(None, (f"«{words}»" if words else "", note.reason)))
    advice = f"; {note.proposal}" if note.proposal else ""
    where = f" ({note.place.inside})" if note.place.inside else ""
    begins = "не понято" if note.is_lost else "проверьте"
    text = " ".join(FORBIDDEN.sub(" ", f"# {begins}: {said}{advice}{where}").split())
    return "\n".join(
        textwrap.wrap(text, _WIDEST, subsequent_indent="#   ", break_long_words=False, break_on_hyphens=False)
    )


def to_commented_yaml(data: PlainData, comments: Iterable[Comment]) -> str:
    r"""Write plain data as YAML, each comment above the entry at its path, or at the nearest thing around it.

    >>> to_commented_yaml({"номер": "75", "место": "г. Заречный"}, [Comment(("место",), "# проверьте")])
    'номер: 75\n# проверьте\nместо: г. Заречный\n'
    """
    above: dict[_Entry, list[str]] = {}
    for comment in comments:
        above.setdefault(_nearest(data, comment.path), []).append(comment.lines)
    top = above.pop((), [])
    marks = _Marks.of(data, above)
    return "".join(f"{line}\n" for line in (*dict.fromkeys(top), *marks.lines(to_yaml(marks.marked(data)))))


# Where a comment stands -----------------------------------------------------------------------------------


def _nearest(data: PlainData, path: Path) -> _Entry:
    """The entry of plain data that a path of the order leads to, or the nearest around it.

    What the data leave out (a list of one, what is laid flat into its owner) is no step in them.
    """
    entry: _Entry = ()
    node = data
    for step in path:
        if isinstance(node, dict):
            names = (str(step), _singulars().get(str(step), ""))
            if key := next((name for name in names if name in node), ""):
                node, entry = node[key], (*entry, key)
        elif isinstance(node, list) and isinstance(step, int) and 0 < step <= len(node):
            node, entry = node[step - 1], (*entry, step - 1)
        else:
            break
    while entry and not isinstance(entry[-1], str):
        if behind := _first_line(node):
            return (*entry, *behind[1:])
        entry = entry[:-1]
        node = _at(data, entry)
    return entry


def _first_line(item: PlainData) -> _Entry | None:
    """What of an item of a list stands on its first line, behind a step for the item; None for long texts."""
    if isinstance(item, dict):
        return (0, next(iter(item))) if item else None
    if isinstance(item, list):
        inside = _first_line(item[0]) if item else None
        return inside and (0, *inside)
    return None if isinstance(item, str) and "\n" in item else (0,)


def _at(data: PlainData, entry: _Entry) -> Any:  # noqa: ANN401 (whatever stands there)
    node: Any = data
    for step in entry:
        node = node[step]
    return node


@cache
def _singulars() -> Mapping[str, str]:
    """The keys of single items by those of their lists."""
    classes = (getattr(model, name) for name in model.__all__)
    known = (terms(cls).values() for cls in classes if isinstance(cls, type) and attrs.has(cls))
    return {term.name: term.one for found in known for term in found if term.one}


# How it gets there ----------------------------------------------------------------------------------------


class _Marks(NamedTuple):
    """Words that stand in keys and items while these are written, one for each entry that has comments.

    Attributes:
        sign: What a mark begins and ends with; no text has it.
        comments: The comments by number.
        numbers: The numbers by entry.
        around: All entries that lead to one with a number.
    """

    sign: str
    comments: Sequence[Sequence[str]]
    numbers: Mapping[_Entry, int]
    around: Collection[_Entry]

    @classmethod
    def of(cls, data: PlainData, above: Mapping[_Entry, Sequence[str]]) -> Self:
        sign, words = "ъьъ", str(data)
        while sign in words:
            sign += "ъ"
        numbers = {entry: number for number, entry in enumerate(above)}
        around = {entry[:length] for entry in above for length in range(len(entry) + 1)}
        return cls(sign, tuple(above.values()), numbers, around)

    def marked(self, data: PlainData, at: _Entry = ()) -> PlainData:
        """Plain data with marks."""
        if at not in self.around:
            return data
        if isinstance(data, dict):
            return {
                self._mark(key, (*at, key)): self.marked(value, (*at, key)) for key, value in data.items()
            }
        if isinstance(data, list):
            return [self.marked(item, (*at, place)) for place, item in enumerate(data)]
        return self._mark(str(data), at) if isinstance(at[-1], int) else data

    def _mark(self, text: str, at: _Entry) -> str:
        """A text with a mark, written as without it: in quotes, or not."""
        number = self.numbers.get(at)
        if number is None:
            return text
        mark = f"{self.sign}{number}{self.sign}"
        return f"{mark}{text}" if is_plain(text) else f": {mark}{text}"

    def lines(self, written: str) -> Iterator[str]:
        """Lines without marks, below the comments of those that had one."""
        pattern = re.compile(rf"(?:: )?{self.sign}([0-9]+){self.sign}")
        for line in written.splitlines():
            found = pattern.search(line)
            if found is None:
                yield line
                continue
            indent = line[: len(line) - len(line.lstrip(" "))]
            for comment in dict.fromkeys(self.comments[int(found[1])]):
                yield from textwrap.indent(comment, indent).splitlines()
            yield line[: found.start()] + line[found.end() :]
