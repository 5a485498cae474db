"""New clauses behind the last one of a Word file (новые пункты)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from prikaz.docx.content.elements import Paragraph, Table
from prikaz.docx.revisions import InsertedParagraph
from prikaz.findings import Path
from prikaz.model.drafts import FieldChange
from prikaz.reader.contents import tables
from prikaz.reader.draft import WordDraft
from prikaz.reader.source_text import Span

_CLAUSES: Final = "пункты"
_NUMBER: Final = re.compile(r"\d+(?=\D*$)")


def is_new_clause(change: FieldChange, texts: Mapping[Path, object]) -> bool:
    """Whether a change adds a clause."""
    return not change.was and change.path[:1] == (_CLAUSES,) and change.path not in texts


class NewClauses(NamedTuple):
    """Where new clauses stand: behind all that belongs to the last one, and looking as that one does.

    Attributes:
        last: The last paragraph of the last clause.
        model: The paragraph that its text begins in.
        label: What is typed before its text; "" where Word counts the clauses, or nobody does.
    """

    last: Span
    model: Span
    label: str

    @classmethod
    def of(cls, draft: WordDraft, paragraphs: Mapping[tuple[str, int], Paragraph]) -> NewClauses | None:
        """Look for the last clause; None when the file has none, or something else than text ends it."""
        count = len(draft.order.clauses)
        path: Path = (_CLAUSES, count)
        text = draft.texts.get((*path, "текст"))
        spans = [*_under(path, draft)]
        if not count or text is None or not text.spans or not spans:
            return None
        first, last = text.spans[0], max(spans, key=lambda span: span.paragraph)
        in_tables = {(each.part, each.index) for table in tables(draft.content) for each in _held(table)}
        if any(span.part != first.part or (span.part, span.paragraph) in in_tables for span in spans):
            return None
        before = paragraphs[first.part, first.paragraph].text[: first.start]
        return cls(last, first, before)

    def edit(self, number: int, text: str) -> InsertedParagraph | None:
        """A new clause.

        Args:
            number: Which of the new ones it is, from 1.
            text: Its text.

        Returns:
            The edit; None when clauses are counted by letters or other signs.
        """
        label = self.label
        if label.strip():
            found = _NUMBER.search(label)
            if found is None:
                return None
            label = label[: found.start()] + str(int(found[0]) + number) + label[found.end() :]
        return InsertedParagraph(self.last.part, self.last.paragraph, label + text, self.model.paragraph)


def _held(table: Table) -> Iterator[Paragraph]:
    """The paragraphs of a table."""
    for row in table.rows:
        for cell in row:
            yield from (block for block in cell.blocks if isinstance(block, Paragraph))


def _under(path: Path, draft: WordDraft) -> Iterator[Span]:
    for where, place in draft.places.items():
        if where[: len(path)] == path:
            yield from place.spans
