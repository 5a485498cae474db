"""Open questions as comments of a YAML file, each above the field that it is about.

A comment is a line of its own, so that it never touches what a clerk has
written. Those of an earlier roll-over are known by their form and taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from prikaz.files.loading.draft import FileDraft
from prikaz.files.nodes.source import Source
from prikaz.files.syntax.source_map import SourceMap
from prikaz.files.writing.edits import TextEdit, apply
from prikaz.model.drafts import OpenQuestion

_BEGINS: Final = "# решить: «"
_OURS: Final = re.compile(rf"[ \t]*{_BEGINS}.*» – .+ \(.+\)")
_INDENT: Final = re.compile(r"[ ]*")


def print_comment(question: OpenQuestion) -> str:
    """A question as a comment.

    >>> from prikaz.rollover import Question
    >>> print_comment(Question(path=(), words="2025 года", what="обновите", why="раньше года документа"))
    '# решить: «2025 года» – обновите (раньше года документа)'
    """
    is_told = question.proposal in question.what  # as it is in a proposed clause, and where there is none
    proposal = "" if is_told else f"; предложено: {question.proposal}"
    text = f"{_BEGINS}{question.words}» – {question.what}{proposal} ({question.why})"
    return " ".join(text.split())


def without_comments(source: Source) -> str:
    """The text of a file without the questions of an earlier roll-over; comments of others stay."""
    if _BEGINS not in source.text:
        return source.text
    source_map = SourceMap.of(source)
    starts = _line_starts(source)
    ours = (number for number, line in enumerate(source.lines) if _OURS.fullmatch(line))
    edits = (
        TextEdit(starts[number], starts[number + 1], "")
        for number in ours
        if _outside(source_map, starts[number]) == starts[number]
    )
    return apply(edits, source.text)


def with_comments(source: Source, draft: FileDraft, questions: Iterable[OpenQuestion]) -> str:
    """The text of a file with questions above the fields that they are about.

    Args:
        source: The file.
        draft: The same, read.
        questions: The questions; those of fields in a table beside the file are left out.
    """
    source_map, starts = SourceMap.of(source), _line_starts(source)
    lines: dict[int, list[str]] = {}
    for question in questions:
        place = draft.place(question.path)
        if place.file == source.name and place.line:
            start = _outside(source_map, starts[place.line - 1])
            lines.setdefault(start, []).append(print_comment(question))
    return apply(_insertions(source.text, lines), source.text)


def _insertions(text: str, lines: dict[int, list[str]]) -> Iterator[TextEdit]:
    for start, comments in lines.items():
        indent = _INDENT.match(text, start)
        before = indent[0] if indent else ""
        yield TextEdit(start, start, "".join(f"{before}{comment}\n" for comment in dict.fromkeys(comments)))


def _line_starts(source: Source) -> list[int]:
    """Where each line begins, and where the text ends."""
    starts = [0]
    for line in source.lines:
        starts.append(min(starts[-1] + len(line) + 1, len(source.text)))
    return starts


def _outside(source_map: SourceMap, start: int) -> int:
    """The beginning of a line, or of the line where a text begins that goes on in it."""
    around = (span for span in source_map.scalars.values() if span.start < start < span.end)
    text = source_map.source.text
    return min((text.rfind("\n", 0, span.start) + 1 for span in around), default=start)
