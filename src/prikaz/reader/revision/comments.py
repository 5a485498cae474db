"""Open questions as comments of a Word file: at their words, in the margin (примечания)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from prikaz.docx.content.elements import Paragraph
from prikaz.docx.revisions import CommentAt
from prikaz.findings import Path
from prikaz.model.drafts import FieldChange, OpenQuestion
from prikaz.reader.draft import WordDraft
from prikaz.reader.source_text import SourceText, Span

_ACTS: Final = "акты"
_YEAR: Final = re.compile(r"\d{4}")


class Anchors:
    """Where questions stand in a file.

    Args:
        draft: The old order with its file.
        cells: The cells of new columns by the paths of their values.
        changes: The changes that are made, whose places are those of the old texts.
        first: The first paragraph of the file, for what has no other place.
    """

    def __init__(
        self,
        draft: WordDraft,
        cells: Mapping[Path, Paragraph],
        changes: Iterable[FieldChange],
        first: Span,
    ) -> None:
        self._texts, self._places = draft.texts, draft.places
        self._cells, self._first = cells, first
        self._changes: dict[Path, list[FieldChange]] = {}
        for change in changes:
            self._changes.setdefault(change.path, []).append(change)

    def comment(self, question: OpenQuestion) -> CommentAt:
        """A question as a comment."""
        span, is_at_words = self._place(question)
        said = [f"{question.what[:1].upper()}{question.what[1:]}", f"Почему: {question.why}"]
        if question.words and not (is_at_words and question.at is not None):
            said.insert(0, f"«{question.words}»")
        if question.proposal and question.proposal not in question.what:
            said.append(f"Предложено: {question.proposal}")
        return CommentAt(span.part, span.paragraph, span.start, span.end, "\n".join(said))

    def _place(self, question: OpenQuestion) -> tuple[Span, bool]:
        """The characters that a question is about, and whether they are its words."""
        text = self._texts.get(question.path)
        if text:
            at, words = self._words(question, text)
            if at is not None and (spans := text[at : at + len(words)].spans):
                return _in_one_line(spans), True
        near = next(self._around(question), None)
        return (self._first, False) if near is None else (near, False)

    def _words(self, question: OpenQuestion, text: SourceText) -> tuple[int | None, str]:
        """The old words that a question is about, and where they begin."""
        if question.at is not None:
            return question.at, question.words
        made = self._changes.get(question.path, ())
        exact = [change for change in made if change.became == question.words]
        inside = [change for change in made if question.words in change.became]
        around = [change for change in made if change.became in question.words]
        if change := next(iter((*exact, *inside, *around)), None):
            return change.at, change.was
        at = text.text.find(question.words)
        return (at, question.words) if at >= 0 else (None, "")

    def _around(self, question: OpenQuestion) -> Iterator[Span]:
        """Places beside which a question may stand, the nearest first."""
        path = question.path
        cells = [*((*path, int(year)) for year in _YEAR.findall(question.words)), path]
        for paragraph in filter(None, map(self._cells.get, cells)):
            yield Span(paragraph.part, paragraph.index, 0, len(paragraph.text))
        if path[:1] == (_ACTS,):
            yield from self._references(str(path[-1]))
        for length in range(len(path), 0, -1):
            if span := self._inside(path[:length]):
                yield span

    def _inside(self, path: Path) -> Span | None:
        """The first characters of what stands under a path."""
        found = (place.spans for where, place in self._places.items() if where[: len(path)] == path)
        return next((_in_one_line(spans) for spans in found if spans), None)

    def _references(self, key: str) -> Iterator[Span]:
        """Where an act is cited."""
        for text in self._texts.values():
            for found in re.finditer(rf"\{{[^{{}}]*\b{re.escape(key)}\}}", text.text):
                if spans := text[found.start() : found.start() + 1].spans:
                    yield _in_one_line(spans)


def _in_one_line(spans: Sequence[Span]) -> Span:
    """The characters of spans in the paragraph where they begin."""
    first = spans[0]
    ends = [span.end for span in spans if (span.part, span.paragraph) == (first.part, first.paragraph)]
    return first._replace(end=max(ends))
