"""A document as labelled lines (разметка): what each line, table and picture on paper is.

Whoever finds out what a line is (by the styles of our own templates, by its words and place in a file that
somebody typed, or by the view that was printed) makes a :class:`Paper`; whoever makes an order of it
(:mod:`prikaz.reader.assembly`) asks no more where it came from.
"""

from __future__ import annotations

import enum
from typing import Final, NamedTuple, TypeAlias

from prikaz.model import Alignment
from prikaz.reader.source_text import SourceText


class Role(enum.Enum):
    """What a line is (реквизит).

    Lines of one thing that stand together (the lines of a stamp, a signature with its position over several
    lines) have the same ``group``; those of the next one another.
    """

    DRAFT_MARK = "отметка проекта"  # «ПРОЕКТ»
    STAMP = "гриф утверждения"  # its word first; one group a stamp
    EMBLEM = "герб"  # a PictureLine
    LETTERHEAD = "бланк"  # one group a body of a joint act
    CONTACTS = "реквизиты"
    KIND = "вид"  # as typed, letters spaced out or not
    REGISTRATION = "дата и номер"  # date, number or both, in any order; one group a body of a joint act
    PLACE = "место"
    HEADING = "заголовок"  # lines of it follow one another
    PREAMBLE = "преамбула"  # its operative word at the end, if it stands in the same paragraph
    OPERATIVE = "распорядительное слово"  # on a line of its own
    CLAUSE = "пункт"  # its number in ``number`` if Word prints it, else typed in the text, or none
    PARAGRAPH = "абзац"
    SUBHEADING = "подзаголовок"
    MEMBER = "член комиссии"  # name, tab or dash, position and role
    TABLE = "таблица"  # a GridLine
    TABLE_NOTE = "примечание к таблице"
    ILLUSTRATION = "рисунок"  # a PictureLine
    CAPTION = "подпись к рисунку"
    GROUNDS = "основание"  # «Основание: …», or the word and the numbered lines under it
    SIGNATURE = "подпись"  # position and name, over one line or several; one group a signature
    SEAL = "место печати"
    INTRODUCED_BY = "проект вносит"  # the word first, then signatures; one group each
    COPY_MARK = "верно"
    ACKNOWLEDGEMENT = "ознакомление"  # lines of one person a group, or the title and a GridLine
    ENDORSEMENT = "согласование"  # title, then a GridLine, or lines of one person a group
    DISTRIBUTION = "рассылка"  # «Разослать:» first
    PREPARED_BY = "исполнитель"
    NOTE = "отметка"
    ANNEX_MARK = "гриф приложения"
    ANNEX_TITLE = "заголовок приложения"
    UNKNOWN = "не понято"


#: The group of lines of a second document in the same file, which are not understood.
SECOND_DOCUMENT: Final = 1


class Line(NamedTuple):
    r"""A line of text with what it is.

    Attributes:
        role: What it is.
        text: Its words; a tab is ``\t``. Objects are gone: a footnote is typed as ``{сноска: …}``, and other
            braces are doubled, so that the text is one of the model.
        number: What Word prints before it; "" when nothing.
        group: Which thing of its role it belongs to, from 0.
        level: How deep a clause stands, from 1; 0 when only its number says so.
        is_heading: Whether a clause is the title of a section.
        letter_spaced: Whether its letters are spaced out, by Word or by spaces.
        centred: Whether it stands in the middle.
        alignment: How it stands.
        is_apart: Whether a paragraph or a subheading is known to belong to no clause above it.
    """

    role: Role
    text: SourceText
    number: str = ""
    group: int = 0
    level: int = 0
    is_heading: bool = False
    letter_spaced: bool = False
    centred: bool = False
    alignment: Alignment = Alignment.JUSTIFIED
    is_apart: bool = False


class GridCell(NamedTuple):
    """A cell of a table.

    Attributes:
        paragraphs: Its paragraphs; at least one, maybe empty.
        columns: Columns covered, from 1.
        rows: Rows covered, from 1.
        alignment: How its first paragraph stands; None when as usual.
        is_nested: Whether a table inside it was taken apart into lines.
    """

    paragraphs: tuple[SourceText, ...]
    columns: int = 1
    rows: int = 1
    alignment: Alignment | None = None
    is_nested: bool = False

    @property
    def text(self) -> SourceText:
        """The paragraphs, each on a line."""
        return self.paragraphs[0] if len(self.paragraphs) == 1 else SourceText.join("\n", self.paragraphs)


class Grid(NamedTuple):
    """A table as a grid; cells that a merged one covers are left out, as in HTML.

    Attributes:
        rows: Cells of each row.
        columns: How many columns there are.
        header_rows: How many first rows are known to be the head; 0 when nobody said.
        printed: Whether our own writer laid it out: ``header_rows`` is exact then, and nothing in it was cut
            by a page or typed twice by hand.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    columns: int
    header_rows: int = 0
    printed: bool = False


class GridLine(NamedTuple):
    """A table with what it is: a :attr:`Role.TABLE`, or the sheet of endorsements or of acquaintance."""

    role: Role
    grid: Grid
    group: int = 0


class PictureLine(NamedTuple):
    """A picture with what it is.

    Attributes:
        role: EMBLEM or ILLUSTRATION.
        data: The bytes of its file.
        width: Millimetres on paper.
        height: Millimetres on paper.
        description: Text for those who do not see it.
    """

    role: Role
    data: bytes
    width: float
    height: float
    description: str = ""
    group: int = 0


PaperLine: TypeAlias = Line | GridLine | PictureLine


class Sheet(NamedTuple):
    """The main document, or one annex: its lines in reading order.

    Attributes:
        lines: The lines.
        landscape: Whether it lies on its side.
    """

    lines: tuple[PaperLine, ...]
    landscape: bool = False


class Paper(NamedTuple):
    """A document with its annexes (annexes of annexes follow what they belong to)."""

    main: Sheet
    annexes: tuple[Sheet, ...] = ()
