"""What a Word file says (содержание): paragraphs, tables and sections as a reader of the page sees them.

Nothing here knows of templates or of orders. Recorded changes are taken as accepted, fields by their last
result, wrappers (smart tags, content controls, hyperlinks) are transparent. Every character knows the run it
stands in, so that a later step can write into the same file.
"""

from __future__ import annotations

import enum
from typing import Final, Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from prikaz.value import Value

#: Stands in a text for each object of its paragraph: a footnote, a picture.
OBJECT: Final = "\ufffc"
#: Stands in a text for a page or column break.
PAGE_BREAK: Final = "\f"

HorizontalAlignment: TypeAlias = Literal["left", "center", "right", "both"]


class RunFormat(NamedTuple):
    """How the characters of a run look; effective: its own, its style's, its paragraph's style's.

    Attributes:
        bold: Полужирный.
        italic: Курсив.
        underlined: Подчёркнутый.
        capitals: Printed in capitals whatever the letters (w:caps).
        hidden: Hidden text (w:vanish): a printer does not print it.
        spacing: Letter-spacing in points; 0 for none.
        size: Size in points; 0 when the file does not say.
        position: "super", "sub" or "".
    """

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    spacing: float = 0.0
    size: float = 0.0
    position: str = ""


class Run(NamedTuple):
    """Characters of a paragraph that stand in one w:r.

    Attributes:
        start: First character in the text of the paragraph, from 0.
        end: Behind the last one.
        ordinal: Which w:r of its w:p it is, in document order, from 0; those of text boxes inside and those
            of deleted text are counted too, so that ``list(p.iter(w:r))[ordinal]`` is it. -1 for a formula,
            whose characters stand in no w:r.
        format: How it looks.
        paragraph: Index of the w:p it stands in, where that is another than :attr:`Paragraph.index`: its
            mark was deleted, and its text has joined that of the next one. None for the paragraph's own.
    """

    start: int
    end: int
    ordinal: int
    format: RunFormat
    paragraph: int | None = None


class ListNumber(NamedTuple):
    """The number that Word prints before a paragraph (автоматический номер), absent from its text.

    Attributes:
        text: As printed: "2.1.", "а)", "–".
        level: Level of its list from 0 (w:ilvl).
        list: Which list it is counted in (w:abstractNumId): paragraphs of one list have the same.
        format: w:numFmt: "decimal", "bullet", "russianLower", "upperRoman".
        value: What it counts to at its level, from 1; 0 for a bullet.
    """

    text: str
    level: int
    list: int
    format: str
    value: int


@frozen(kw_only=True, repr=False, eq=False)
class Footnote(Value):
    """A footnote or endnote (сноска), with its paragraphs."""

    paragraphs: tuple[Paragraph, ...]


@frozen(kw_only=True, repr=False, eq=False)
class Picture(Value):
    """A picture in a text (рисунок).

    Attributes:
        data: The bytes of its part; b"" when the file does not hold it (a link).
        part: Name of its part.
        width: Millimetres on paper.
        height: Millimetres on paper.
        description: Text for those who do not see it.
    """

    data: bytes
    part: str
    width: float
    height: float
    description: str


@frozen(kw_only=True, repr=False, eq=False)
class OtherObject(Value):
    """An object that has no text: a chart, an embedded file, a drawing.

    Attributes:
        kind: What it is, in Russian: "диаграмма", "внедрённый объект", "фигура".
    """

    kind: str


InlineObject: TypeAlias = Footnote | Picture | OtherObject


@frozen(kw_only=True, repr=False, eq=False)
class Paragraph(Value):
    r"""A paragraph (абзац).

    Attributes:
        text: What is printed after the number: a tab is ``\t``, a line break ``\n``, a page or column break
            ``\f``, an object :data:`OBJECT`; a hyphen that does not break is U+2011; soft hyphens are left
            out.
        runs: Its runs in order; every character of ``text`` stands in one of them.
        objects: What stands at each :data:`OBJECT`, in order.
        number: What Word prints before it.
        style: Name of its style as the file has it; "" when it is the default one.
        style_id: Id of its style; "" when it is the default one.
        outline_level: Level of its heading from 0; None for text.
        alignment: Effective alignment.
        indent: Effective left indent, twentieths of a point.
        first_line: Effective indent of the first line against ``indent``, may be negative.
        page_break_before: Whether it begins a page.
        boxes: Text boxes and frames that are anchored in it, top down; each is paragraphs and tables.
        part: Name of its part, "word/document.xml".
        index: Which w:p of its part it is in document order, from 0: ``list(root.iter(w:p))[index]`` is it.
    """

    text: str
    runs: tuple[Run, ...] = ()
    objects: tuple[InlineObject, ...] = ()
    number: ListNumber | None = None
    style: str = ""
    style_id: str = ""
    outline_level: int | None = None
    alignment: HorizontalAlignment = "left"
    indent: int = 0
    first_line: int = 0
    page_break_before: bool = False
    boxes: tuple[tuple[ContentBlock, ...], ...] = ()
    part: str = "word/document.xml"
    index: int


@frozen(kw_only=True, repr=False, eq=False)
class Cell(Value):
    """A cell of a true grid (клетка); cells that a merged one covers are left out, as in HTML.

    Attributes:
        row: Row from 0.
        column: First column of the grid from 0.
        rows: Rows it covers, from 1.
        columns: Columns it covers, from 1.
        blocks: What stands in it: paragraphs and nested tables; at least one paragraph.
        bordered: Whether any line is drawn round it.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    blocks: tuple[ContentBlock, ...]
    bordered: bool = True


@frozen(kw_only=True, repr=False, eq=False)
class Table(Value):
    """A table (таблица) as a true grid.

    Attributes:
        rows: Cells of each row, in order of their columns; a row that is covered wholly has none.
        widths: Width of each column of the grid, twentieths of a point.
        header_rows: How many first rows are repeated on each page (w:tblHeader).
        bordered: Whether the table draws any line; a table without is a means of layout.
        style: Name of its style; "" for none.
        part: Name of its part.
        index: Which w:tbl of its part it is in document order, from 0.
        ordinals: For each row, which w:tr of its w:tbl it is, from 0; those that a recorded change deletes
            are counted too.
        grid: For each column, the last w:gridCol of the file that it covers, from 0: at not every edge of the
            grid of the file a cell begins or ends.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    header_rows: int = 0
    bordered: bool = True
    style: str = ""
    part: str = "word/document.xml"
    index: int
    ordinals: tuple[int, ...] = ()
    grid: tuple[int, ...] = ()


ContentBlock: TypeAlias = Paragraph | Table


class Section(NamedTuple):
    """A section (раздел Word): what lies on sheets of one kind.

    Attributes:
        blocks: Its paragraphs and tables.
        landscape: Whether its sheet lies on its side.
        width: Width of the text between the margins, twentieths of a point.
        headers: Paragraphs and tables of its headers and footers that are not inherited.
    """

    blocks: tuple[ContentBlock, ...]
    landscape: bool
    width: int
    headers: tuple[ContentBlock, ...] = ()


class RemarkKind(enum.Enum):
    """What is worth knowing about a file besides its text."""

    INSERTED = "записанная вставка"
    DELETED = "записанное удаление"
    MOVED = "записанное перемещение"
    FORMATTED = "записанная правка оформления"
    COMMENT = "примечание"
    HIDDEN = "скрытый текст"
    MACROS = "макросы"
    SIGNED = "электронная подпись"
    PROTECTED = "защита от изменений"
    EMBEDDED = "вложенный файл"
    COVERED = "текст объединённой клетки"
    OTHER = "прочее"


class Remark(NamedTuple):
    """Something about the file that its text does not say.

    Attributes:
        kind: What it is.
        text: The words it is about: deleted text, a comment; "" for a fact about the whole file.
        author: Who made it; "" when the file does not say.
        part: Name of the part.
        paragraph: Index of the paragraph it stands in (:attr:`Paragraph.index`); None for the whole file.
    """

    kind: RemarkKind
    text: str = ""
    author: str = ""
    part: str = "word/document.xml"
    paragraph: int | None = None


@frozen(kw_only=True, repr=False, eq=False)
class Content(Value):
    """What a Word file says.

    Attributes:
        sections: The body, section by section; at least one.
        remarks: What is worth knowing besides: recorded changes, comments, hidden text, macros.
        producer: What the file says of the program that wrote it (docProps/app.xml); "" for nothing.
        main: Name of the part of the body.
        pages: Page on which each w:p of the body begins, from 1, as the program that saved the file laid it
            out; () when the file does not say.
    """

    sections: tuple[Section, ...]
    remarks: tuple[Remark, ...] = field(default=())
    producer: str = ""
    main: str = "word/document.xml"
    pages: tuple[int, ...] = ()
