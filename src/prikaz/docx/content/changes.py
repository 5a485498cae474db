"""Remarks about the text of one paragraph; what stands side by side and is alike is one remark."""

from __future__ import annotations

from typing import Final

from prikaz.docx.content.elements import RemarkKind
from prikaz.docx.content.story import Story

#: Signs of a remark to which no more is added: what is added one by one takes time.
_LONG: Final = 4_000


class Changes:
    """Takes down what was changed in a paragraph, or is hidden in it.

    Attributes:
        paragraph: Index of the paragraph whose text is being read.
    """

    def __init__(self, story: Story, paragraph: int) -> None:
        self._story = story
        self.paragraph = paragraph
        self._last: tuple[RemarkKind, str, int] | None = None

    def add(self, kind: RemarkKind, author: str, text: str, start: int, end: int) -> None:
        """Take down a change.

        Args:
            kind: What was done.
            author: By whom.
            text: The words it is about.
            start: Where it stands in the text that is read.
            end: Where that text goes on behind it; a change of one kind and person that starts there is part
                of it.
        """
        if not text:
            return
        remarks = self._story.document.remarks
        if self._last == (kind, author, start) and len(remarks[-1].text) < _LONG:
            remarks[-1] = remarks[-1]._replace(text=remarks[-1].text + text)
        else:
            self._story.remark(kind, text, author, self.paragraph)
        self._last = (kind, author, end)

    def remark(self, kind: RemarkKind, text: str, author: str = "") -> None:
        """Take down something that stands for itself."""
        self.stop()
        self._story.remark(kind, text, author, self.paragraph)

    def stop(self) -> None:
        """What follows is not part of what was taken down last."""
        self._last = None
