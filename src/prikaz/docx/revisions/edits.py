"""What is to be written into a Word file, and what came of it."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Edit(NamedTuple):
    """A change of the words of a paragraph (правка).

    Attributes:
        part: Name of the part, :attr:`prikaz.docx.content.elements.Paragraph.part`.
        paragraph: Which w:p of the part, :attr:`prikaz.docx.content.elements.Paragraph.index`.
        start: First character of the text of the paragraph that goes, from 0.
        end: Behind the last one; ``start`` when nothing goes.
        new: What comes in its place; a tab is a tab, a line break a line feed, as in the text itself.
    """

    part: str
    paragraph: int
    start: int
    end: int
    new: str


class CommentAt(NamedTuple):
    """A comment at words of a paragraph (примечание).

    Attributes:
        part: Name of the part.
        paragraph: Which w:p of the part.
        start: First character it is about, in the text before any edit.
        end: Behind the last one; ``start`` for a comment on the place.
        text: What it says; a line feed begins a paragraph.
    """

    part: str
    paragraph: int
    start: int
    end: int
    text: str


class Refused(NamedTuple):
    """What was left as it was, because it could not be done safely.

    Attributes:
        asked: The edit or the comment.
        reason: Why, in Russian.
    """

    asked: Edit | CommentAt
    reason: str


class ToldKind(enum.Enum):
    """What is to be told to the person whose file it is."""

    FIELD = "результат поля"
    FORM = "элемент управления"
    COPY = "копия надписи"
    STALE = "оглавление или ссылка"
    MOVED_COMMENT = "примечание в основном тексте"


class Told(NamedTuple):
    """Something done that Word may undo, or that stands elsewhere than asked.

    Attributes:
        asked: The edit or the comment it came of.
        kind: What it is.
        text: The instruction of the field, the name of the control, the words of the copy.
    """

    asked: Edit | CommentAt
    kind: ToldKind
    text: str


class Revised(NamedTuple):
    """A Word file with changes recorded.

    Attributes:
        data: The file.
        refused: What was not done.
        told: What is to be told of what was done.
    """

    data: bytes
    refused: tuple[Refused, ...] = ()
    told: tuple[Told, ...] = ()
