"""Open questions and notes as comments of a YAML file, each above the field that it is about.

A comment is a line of its own, so that it never touches what a clerk has
written. Questions of an earlier roll-over are known by their form and taken away.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from prikaz.files.loading.draft import FileDraft
from prikaz.files.nodes.source import FORBIDDEN, Source
from prikaz.files.syntax.source_map import SourceMap
from prikaz.files.writing.edits import TextEdit, apply
from prikaz.findings import Path

if TYPE_CHECKING:
    from prikaz.model.drafts import SourceNote

_BEGINS: Final = "# решить: «"
_WIDEST: Final = 110
_OURS: Final = re.compile(rf"[ \t]*{_BEGINS}.*» – .+ \(.+\)")
_INDENT: Final = re.compile(r"[ ]*")


class OpenQuestion(Protocol):
    """What a person must decide, such as :class:`prikaz.rollover.Question`."""

    @property
    def path(self) -> Path:
        """The field, in the words of the data file."""

    @property
    def words(self) -> str:
        """What it is about."""

    @property
    def what(self) -> str:
        """What to decide."""

    @property
    def why(self) -> str:
        """Why the program does not decide it."""

    @property
    def proposal(self) -> str:
        """What the program would put there; "" when it has nothing to propose."""


class Comment(NamedTuple):
    """A comment (примечание): the field that it stands above, and its lines, each with its «#»."""

    path: Path
    lines: str


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


def comments_of(questions: Iterable[OpenQuestion]) -> Iterator[Comment]:
    """Questions as comments."""
    return (Comment(question.path, print_comment(question)) for question in questions)


def with_comments(source: Source, draft: FileDraft, comments: Iterable[Comment]) -> str:
    """The text of a file with comments above the fields that they are about.

    Args:
        source: The file.
        draft: The same, read.
        comments: The comments; those of fields in a table beside the file are left out, those of no field
            stand above all others.
    """
    source_map, starts = SourceMap.of(source), _line_starts(source)
    lines: dict[int, list[str]] = {}
    for comment in comments:
        place = draft.place(comment.path)
        if place.file in {source.name, ""}:
            start = _outside(source_map, starts[place.line - 1]) if place.line else 0
            lines.setdefault(start, []).append(comment.lines)
    return apply(_insertions(source.text, lines), source.text)


def _insertions(text: str, lines: dict[int, list[str]]) -> Iterator[TextEdit]:
    for start, comments in lines.items():
        indent = _INDENT.match(text, start)
        before = indent[0] if indent else ""
        written = "".join(textwrap.indent(f"{comment}\n", before) for comment in dict.fromkeys(comments))
        yield TextEdit(start, start, written)


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
