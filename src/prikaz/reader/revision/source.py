"""The file of a draft, looked up by the characters of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from prikaz.docx.content.elements import Content, Paragraph
from prikaz.docx.revisions import Edit
from prikaz.reader.contents import paragraphs
from prikaz.reader.source_text import SourceText, Span

_TOKEN: Final = re.compile(r"\s+|\d+|[^\W\d_]+|.", re.DOTALL)


class _Token(NamedTuple):
    """A word, a number, a sign or white space, and where it stands; None between two paragraphs."""

    text: str
    span: Span | None


class SourceFile:
    """The paragraphs of a file, by part and index."""

    def __init__(self, content: Content) -> None:
        self.paragraphs: Mapping[tuple[str, int], Paragraph] = {
            (paragraph.part, paragraph.index): paragraph for paragraph, _ in paragraphs(content)
        }

    def words(self, span: Span) -> str:
        """The characters of a span as the file has them."""
        return self.paragraphs[span.part, span.paragraph].text[span.start : span.end]

    def text(self, spans: Sequence[Span]) -> SourceText:
        """What stands at spans, exactly as the file has it; those of different paragraphs a space apart."""
        texts = (
            SourceText.of(self.paragraphs[span.part, span.paragraph].text, span.part, span.paragraph)[
                span.start : span.end
            ]
            for span in self._joined(spans)
        )
        return SourceText.join(" ", texts)

    def _joined(self, spans: Sequence[Span]) -> Iterator[Span]:
        """Spans in which those of one paragraph are one that touch, or have only white space between them."""
        last: Span | None = None
        for span in spans:
            if last is not None and self._goes_on(last, span):
                last = last._replace(end=max(last.end, span.end))
            else:
                if last is not None:
                    yield last
                last = span
        if last is not None:
            yield last

    def _goes_on(self, last: Span, span: Span) -> bool:
        if (last.part, last.paragraph) != (span.part, span.paragraph) or span.start < last.start:
            return False
        return not self.words(last._replace(start=last.end, end=max(span.start, last.end))).strip()

    def edits(self, text: SourceText, was: str, became: str) -> list[Edit] | None:
        """What has to change in the file so that words become others, word by word.

        Args:
            text: The words with their places.
            was: The words as the order has them.
            became: What they become.

        Returns:
            The edits; None when the file does not have these words there in one piece, so that nothing can be
            changed safely.
        """
        tokens = _trimmed(list(self._tokens(text)), was)
        old = [_sameness(token.text) for token in tokens]
        if old != [_sameness(token) for token in _TOKEN.findall(was)]:
            return None
        new = _TOKEN.findall(became)
        made: list[Edit] = []
        matcher = SequenceMatcher(None, old, [_sameness(token) for token in new], autojunk=False)
        for kind, start, end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                continue
            place = _place(tokens, start, end)
            if place is None:
                return None
            made.append(
                Edit(place.part, place.paragraph, place.start, place.end, "".join(new[new_start:new_end]))
            )
        return made

    def _tokens(self, text: SourceText) -> Iterator[_Token]:
        last: Span | None = None
        for span in self._joined(text.spans):
            if last is not None and (last.part, last.paragraph) != (span.part, span.paragraph):
                yield _Token(" ", None)
            last = span
            for found in _TOKEN.finditer(self.words(span)):
                start, end = span.start + found.start(), span.start + found.end()
                yield _Token(found[0], span._replace(start=start, end=end))


def _trimmed(tokens: list[_Token], was: str) -> list[_Token]:
    """Tokens without white space at the ends, where the words have none: it was cut out with them."""
    start = int(bool(tokens) and tokens[0].text.isspace() and not was[:1].isspace())
    tokens = tokens[start:]
    return tokens[:-1] if tokens and tokens[-1].text.isspace() and not was[-1:].isspace() else tokens


def _sameness(token: str) -> str:
    """What makes a token another one: white space is white space."""
    return " " if token.isspace() else token


def _place(tokens: Sequence[_Token], start: int, end: int) -> Span | None:
    """The characters of tokens of one paragraph; of none, the place before the next one."""
    spans = [token.span for token in tokens[start:end]]
    if not spans:
        before = tokens[start - 1].span if start else None
        if before is not None:
            return before._replace(start=before.end)
        behind = tokens[start].span if start < len(tokens) else None
        return None if behind is None else behind._replace(end=behind.start)
    first, last = spans[0], spans[-1]
    if first is None or last is None or any(span is None for span in spans):
        return None
    return first._replace(end=last.end)
