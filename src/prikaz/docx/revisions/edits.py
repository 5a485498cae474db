"""What is to be written into a Word file, and what came of it."""

from __future__ import annotations

import enum
from typing import Final, NamedTuple, TypeAlias

#: Stands between the paragraphs of a cell.
SEPARATOR: Final = "\u2029"
#: Whose the changes are said to be.
AUTHOR: Final = "prikaz"


class Edit(NamedTuple):
    """A change of the words of a paragraph (правка).

    Attributes:
        part: Name of the part, :attr:`prikaz.docx.content.elements.Paragraph.part`.
        paragraph: Which w:p of the part, :attr:`prikaz.docx.content.elements.Paragraph.index`.
        start: First character of the text of the paragraph that goes, from 0.
        end: Behind the last one; ``start`` when nothing goes.
        new: What comes in its place; a tab is a tab, a line break a line feed, as in the text itself.
        whole: Whether all of it goes and comes, as words are read; else only the characters that differ.
    """

    part: str
    paragraph: int
    start: int
    end: int
    new: str
    whole: bool = False


class InsertedParagraph(NamedTuple):
    """A new paragraph behind another one (новый абзац).

    Several behind one paragraph stand in the order they are asked for.

    Attributes:
        part: Name of the part.
        paragraph: Which w:p of the part it stands behind.
        text: Its words, with tabs and breaks as in :class:`Edit`; "" for an empty paragraph.
        like: Which w:p of the part it looks as; None for the one it stands behind.
    """

    part: str
    paragraph: int
    text: str
    like: int | None = None


class LeadingParagraph(NamedTuple):
    """A new paragraph before another one (новый абзац перед другим), such as the first of a document.

    It looks as that one does; several before one paragraph stand in the order they are asked for.

    Attributes:
        part: Name of the part.
        paragraph: Which w:p of the part it stands before; that one stays.
        text: Its words, with tabs and breaks as in :class:`Edit`; "" for an empty paragraph.
    """

    part: str
    paragraph: int
    text: str


class DeletedParagraph(NamedTuple):
    """A paragraph that goes whole (удаление абзаца): all its words and its mark.

    Attributes:
        part: Name of the part.
        paragraph: Which w:p of the part.
    """

    part: str
    paragraph: int


class InsertedRow(NamedTuple):
    """A new row of a table behind another one (новая строка).

    Attributes:
        part: Name of the part.
        table: Which w:tbl of the part, :attr:`prikaz.docx.content.elements.Table.index`.
        row: Which w:tr of the table it stands behind, from 0; deleted ones count.
        texts: Words of its cells, one for each w:tc of the row it is made like; :data:`SEPARATOR` stands
            between two paragraphs of one; "" where the new row falls into a cell that is merged with
            cells below.
        like: Which w:tr of the table it is made like; None for the one it stands behind.
    """

    part: str
    table: int
    row: int
    texts: tuple[str, ...]
    like: int | None = None


class DeletedRow(NamedTuple):
    """A row of a table that goes (удаление строки).

    Attributes:
        part: Name of the part.
        table: Which w:tbl of the part.
        row: Which w:tr of the table, from 0; deleted ones count.
    """

    part: str
    table: int
    row: int


class InsertedColumn(NamedTuple):
    """A new column of a table behind another one (новая графа).

    It is as wide as the one before it, and all become narrower, so that the table stays as wide as it is.

    Attributes:
        part: Name of the part.
        table: Which w:tbl of the part.
        column: Which w:gridCol of the table it stands behind, from 0.
        texts: Words of its cells, one for each w:tr of the table; "" where the cell before the new one goes
            on with the cell above it; None in a row where a cell, or what is left out beside the cells, lies
            across the place, or where one that covers several columns ends there: it becomes wider.
    """

    part: str
    table: int
    column: int
    texts: tuple[str | None, ...]


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


ParagraphEdit: TypeAlias = InsertedParagraph | LeadingParagraph | DeletedParagraph
TableEdit: TypeAlias = InsertedRow | DeletedRow | InsertedColumn
AnyEdit: TypeAlias = Edit | ParagraphEdit | TableEdit
Asked: TypeAlias = AnyEdit | CommentAt


class Refused(NamedTuple):
    """What was left as it was, because it could not be done safely.

    Attributes:
        asked: The edit or the comment.
        reason: Why, in Russian.
    """

    asked: Asked
    reason: str


class ToldKind(enum.Enum):
    """What is to be told to the person whose file it is."""

    FIELD = "результат поля"
    FORM = "элемент управления"
    COPY = "копия надписи"
    STALE = "оглавление или ссылка"
    WIDER_CELL = "объединённая ячейка, ставшая шире"
    MOVED_COMMENT = "примечание в основном тексте"


class Told(NamedTuple):
    """Something done that Word may undo, or that stands elsewhere than asked.

    Attributes:
        asked: The edit or the comment it came of.
        kind: What it is.
        text: The instruction of the field, the name of the control, the words of the copy or of the cell.
    """

    asked: Asked
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
