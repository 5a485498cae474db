"""New clauses behind the last one of a Word file (новые пункты)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from prikaz.docx.content.elements import Paragraph
from prikaz.docx.revisions import InsertedParagraph
from prikaz.findings import Path
from prikaz.model.drafts import FieldChange
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
        blocks = {(_CLAUSES, count, *where[2:3]) for where in draft.places if where[:2] == path}
        is_text = not any(
            where[-1] in {"таблица", "дорожная карта", "показатели", "блоки"} for where in blocks
        )
        if not is_text or any(span.part != first.part for span in spans):
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


def _under(path: Path, draft: WordDraft) -> Iterator[Span]:
    for where, place in draft.places.items():
        if where[: len(path)] == path:
            yield from place.spans
