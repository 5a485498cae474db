"""What the lines of a document are, told by the styles of the built-in templates (разметка по стилям)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from prikaz.docx.content.elements import Content, ContentBlock, Paragraph, Picture, Section, Table
from prikaz.model import Alignment
from prikaz.reader.assembly.signatures import joined_wrapped
from prikaz.reader.labelling.words import is_registration
from prikaz.reader.paper import Grid, GridLine, Line, Paper, PaperLine, PictureLine, Role, Sheet
from prikaz.reader.source_text import SourceText
from prikaz.reader.styles import TEXT_STYLES, text_line
from prikaz.reader.tables import to_grid
from prikaz.reader.texts import source_text

#: Styles of requisites by their ids; a style for a corner or for a landscape sheet is the same as without.
_ROLES: Final = {
    "DraftMark": Role.DRAFT_MARK,
    "ApprovalStamp": Role.STAMP,
    "StampInRow": Role.STAMP,
    "Letterhead": Role.LETTERHEAD,
    "LetterheadInRow": Role.LETTERHEAD,
    "Contacts": Role.CONTACTS,
    "Kind": Role.KIND,
    "StandaloneKind": Role.KIND,
    "DateNumber": Role.REGISTRATION,
    "Place": Role.PLACE,
    "Heading": Role.HEADING,
    "HeadingCentred": Role.HEADING,
    "StandaloneHeading": Role.HEADING,
    "Preamble": Role.PREAMBLE,
    "OperativeWord": Role.OPERATIVE,
    "OperativeWordCentred": Role.OPERATIVE,
    "Grounds": Role.GROUNDS,
    "OfficialSignature": Role.SIGNATURE,
    "SignatureInRow": Role.SIGNATURE,
    "NameInRow": Role.SIGNATURE,
    "Seal": Role.SEAL,
    "RecipientsTitle": Role.DISTRIBUTION,
    "Recipient": Role.DISTRIBUTION,
    "Executor": Role.PREPARED_BY,
    "Note": Role.NOTE,
    "AnnexMark": Role.ANNEX_MARK,
    "AnnexTitle": Role.ANNEX_TITLE,
    "Member": Role.MEMBER,
    "TableNote": Role.TABLE_NOTE,
    "IllustrationCaption": Role.CAPTION,
}
_PICTURES: Final = {"Emblem": Role.EMBLEM, "Illustration": Role.ILLUSTRATION}
_MARKS: Final = frozenset({"MarkWords", "MarkLine", "MarkSignature"})
_SHEETS: Final = frozenset({"SheetTitle", "NewSheetTitle"})
_KNOWN: Final = _ROLES.keys() | _PICTURES.keys() | _MARKS | _SHEETS | TEXT_STYLES.keys()
_VARIANTS: Final = ("Corner", "Landscape")
#: Such a part of the paragraphs of a document has styles of ours, or they say nothing.
_MOST: Final = 0.6
#: Points of letter-spacing from which letters are spaced out.
_SPACED_FROM: Final = 1.0


def label_by_style(content: Content) -> Paper | None:
    """Label a document by the styles of its paragraphs; None when they are not those of our templates.

    The first section is the main document, each further one an annex.
    """
    paragraphs = [block for section in content.sections for block in section.blocks if _is_filled(block)]
    known = sum(isinstance(block, Paragraph) and _style(block) in _KNOWN for block in paragraphs)
    if not known or known < _MOST * len(paragraphs):
        return None
    main, *annexes = [_sheet(section) for section in content.sections]
    return Paper(main, tuple(sheet for sheet in annexes if sheet.lines))


def _is_filled(block: ContentBlock) -> bool:
    return isinstance(block, Paragraph) and bool(block.text.strip())


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style_id
    return next((style.removesuffix(end) for end in _VARIANTS if style.endswith(end)), style)


def _sheet(section: Section) -> Sheet:
    walk = _Walk()
    lines = [line for block in section.blocks for line in walk.lines(block)]
    return Sheet(tuple(lines), landscape=section.landscape)


class _Walk:
    """A walk over the blocks of a section that remembers what stands above."""

    def __init__(self) -> None:
        self._signatures = -1
        self._acknowledged = -1
        self._persons = 0
        self._part: Role | None = None
        self._sheet: Role | None = None

    def lines(self, block: ContentBlock) -> Iterator[PaperLine]:
        """What a block is."""
        if isinstance(block, Paragraph):
            yield from self._paragraph(block)
        elif self._sheet is not None:
            group = self._acknowledged if self._sheet is Role.ACKNOWLEDGEMENT else 0
            yield GridLine(self._sheet, _printed_grid(block), group)
            self._sheet = None
        elif _places_requisites(block):
            for row in block.rows:
                for group, cell in enumerate(row):
                    yield from self._placed(cell.blocks, group)
        else:
            yield GridLine(Role.TABLE, _printed_grid(block))

    def _placed(self, blocks: Iterable[ContentBlock], group: int) -> Iterator[PaperLine]:
        """Lines of a cell that stands beside others."""
        for block in blocks:
            for line in self.lines(block):
                yield line._replace(group=group)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[PaperLine]:
        style, text = _style(paragraph), source_text(paragraph)
        for thing in paragraph.objects:
            if isinstance(thing, Picture):
                role = _PICTURES.get(style, Role.ILLUSTRATION)
                yield PictureLine(role, thing.data, thing.width, thing.height, thing.description)
        if not text.text.strip():
            return
        if style in TEXT_STYLES:
            number = paragraph.number.text if paragraph.number else ""
            yield text_line(style, text, number)
        elif style in _SHEETS:
            yield self._sheet_title(text)
        elif style in _MARKS:
            yield self._mark(style, text)
        elif style in _ROLES:
            yield self._requisite(style, paragraph, text)
        else:
            number = paragraph.number.text if paragraph.number else ""
            alignment = Alignment.CENTRED if paragraph.alignment == "center" else Alignment.JUSTIFIED
            role = Role.CLAUSE if number else Role.PARAGRAPH
            yield Line(role, text.strip(), number=number, alignment=alignment)

    def _requisite(self, style: str, paragraph: Paragraph, text: SourceText) -> Line:
        role, group = _ROLES[style], 0
        if role is Role.PLACE and is_registration(text.text.strip()):
            role = Role.REGISTRATION
        if role is Role.SIGNATURE:
            self._signatures += style == "OfficialSignature"
            self._part, group = None, max(self._signatures, 0)
            text = joined_wrapped([*text.split("\n")])
        if role is Role.SEAL:
            group = max(self._signatures, 0)
            role = Role.COPY_MARK if self._part is Role.COPY_MARK else role
            group = 0 if role is Role.COPY_MARK else group
        spaced = any(run.format.spacing >= _SPACED_FROM for run in paragraph.runs)
        return Line(role, text, group=group, letter_spaced=spaced, centred=style.endswith("Centred"))

    def _sheet_title(self, text: SourceText) -> Line:
        is_list = text.text.startswith("С ")
        self._sheet = Role.ACKNOWLEDGEMENT if is_list else Role.ENDORSEMENT
        self._acknowledged += is_list
        return Line(self._sheet, text, group=self._acknowledged if is_list else 0)

    def _mark(self, style: str, text: SourceText) -> Line:
        """A line of a mark under the signatures: its words say which mark it is."""
        if style == "MarkWords":
            self._persons = 0
            if text.text.startswith("Проект"):
                self._part = Role.INTRODUCED_BY
            elif text.text.startswith("С "):
                self._part = Role.ACKNOWLEDGEMENT
                self._acknowledged += 1
            else:
                self._part = Role.COPY_MARK
        part = self._part or Role.NOTE
        if part is Role.INTRODUCED_BY:
            self._persons += style != "MarkWords"
            return Line(part, joined_wrapped([*text.split("\n")]), group=self._persons)
        return Line(part, text, group=self._acknowledged if part is Role.ACKNOWLEDGEMENT else 0)


def _printed_grid(table: Table) -> Grid:
    return to_grid(table)._replace(printed=True, header_rows=table.header_rows)


def _places_requisites(table: Table) -> bool:
    """Whether a table places requisites beside each other."""
    inside = (block for row in table.rows for cell in row for block in cell.blocks)
    return any(isinstance(block, Paragraph) and _style(block) in _ROLES for block in inside)
