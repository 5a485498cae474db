"""What each line is by the styles of the built-in templates, in a file that the program has printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from prikaz.docx.content.elements import Content, ContentBlock, Paragraph, Picture, Section, Table
from prikaz.reader.assembly.registrations import is_day
from prikaz.reader.paper import GridLine, Line, Paper, PaperLine, PictureLine, Role, Sheet
from prikaz.reader.styles import TEXT_STYLES, text_line
from prikaz.reader.tables import to_grid
from prikaz.reader.texts import source_text

#: What is printed for the eye alone.
_SPACERS: Final = frozenset({"AfterTable", "SectionEnd"})
#: Styles of lines that are one thing wherever they stand.
_ROLES: Final[Mapping[str, Role]] = {
    "DraftMark": Role.DRAFT_MARK,
    "ApprovalStamp": Role.STAMP,
    "ApprovalStampLandscape": Role.STAMP,
    "Letterhead": Role.LETTERHEAD,
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
    "Member": Role.MEMBER,
    "TableNote": Role.TABLE_NOTE,
    "IllustrationCaption": Role.CAPTION,
    "Grounds": Role.GROUNDS,
    "RecipientsTitle": Role.DISTRIBUTION,
    "Recipient": Role.DISTRIBUTION,
    "Executor": Role.PREPARED_BY,
    "Note": Role.NOTE,
    "AnnexMark": Role.ANNEX_MARK,
    "AnnexMarkLandscape": Role.ANNEX_MARK,
    "AnnexTitle": Role.ANNEX_TITLE,
    "AnnexTitleLandscape": Role.ANNEX_TITLE,
}
_PICTURES: Final = {"Emblem": Role.EMBLEM, "Illustration": Role.ILLUSTRATION}
_SHEET_TITLES: Final = frozenset({"SheetTitle", "NewSheetTitle"})
#: Tables that place a column for each of several bodies, stamps, signatures.
_ROWS: Final = {
    "StampInRow": Role.STAMP,
    "LetterheadInRow": Role.LETTERHEAD,
    "SignatureInRow": Role.SIGNATURE,
    "NameInRow": Role.SIGNATURE,
    "Seal": Role.SEAL,
}
_OTHERS: Final = frozenset({"OfficialSignature", "Seal", "MarkWords", "MarkLine", "MarkSignature"})
#: Without one of these a file is no document of ours.
_SURE: Final = frozenset({"DateNumber", "StandaloneKind", "StandaloneHeading", *TEXT_STYLES})
_CORNER: Final = "Corner"
#: Such a part of the lines of a document has styles of ours, or they say nothing.
_MOST: Final = 0.8


def label_by_style(content: Content) -> Paper | None:
    """What each line is; None for a file whose lines have mostly other styles than those of our templates.

    A line of another style, which somebody put in, is a clause if Word numbers it, else a paragraph.
    """
    styles = [style for section in content.sections for style in _styles(section.blocks)]
    known = sum(map(_is_known, styles))
    if not _SURE & set(styles) or known < _MOST * len(styles):
        return None
    main, *annexes = content.sections
    return Paper(_sheet(main), tuple(map(_sheet, annexes)))


def _styles(blocks: Iterable[ContentBlock]) -> Iterator[str]:
    """The styles of what is told outside of tables, and of tables of layout."""
    for block in blocks:
        if isinstance(block, Paragraph):
            told = block.text.strip() or block.objects
            yield _style(block) if told or block.style_id not in _SPACERS else ""
        elif _row_role(block) is None and not _is_block_table(block):
            yield "?"


def _style(paragraph: Paragraph) -> str:
    return paragraph.style_id.removesuffix(_CORNER)


def _is_known(style: str) -> bool:
    return (
        not style
        or style in _ROLES
        or style in TEXT_STYLES
        or style in _PICTURES
        or style in _SHEET_TITLES
        or style in _OTHERS
    )


def _first_style(table: Table) -> str:
    cells = (cell for row in table.rows for cell in row)
    blocks = (block for cell in cells for block in cell.blocks)
    return next((block.style_id for block in blocks if isinstance(block, Paragraph)), "")


def _row_role(table: Table) -> Role | None:
    return _ROWS.get(_first_style(table))


def _is_block_table(table: Table) -> bool:
    return _first_style(table).startswith("Cell")


def _sheet(section: Section) -> Sheet:
    return Sheet(tuple(_Reader().lines(section.blocks)), landscape=section.landscape)


class _Reader:
    """Reads the blocks of one sheet; what stands under the signature depends on the line before."""

    def __init__(self) -> None:
        self._mark = Role.SIGNATURE
        self._group = -1
        self._marks = -1
        self._sheet_of: Role | None = None
        self._is_standalone = True
        self._has_place = False

    def lines(self, blocks: Iterable[ContentBlock]) -> Iterator[PaperLine]:
        for block in blocks:
            if isinstance(block, Table):
                yield from self._table(block)
            elif _style(block) not in _SPACERS:
                yield from self._paragraph(block)

    def _table(self, table: Table) -> Iterator[PaperLine]:
        role = _row_role(table)
        if role is None:
            sheet, self._sheet_of = self._sheet_of, None
            yield GridLine(sheet or Role.TABLE, to_grid(table), self._marks if sheet else 0)
            return
        for group, cell in enumerate(cell for row in table.rows for cell in row):
            for block in cell.blocks:
                if isinstance(block, Paragraph):
                    yield Line(_ROWS.get(block.style_id, role), source_text(block), group=group)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[PaperLine]:
        style, text = _style(paragraph), source_text(paragraph)
        if style in TEXT_STYLES:
            number = paragraph.number.text if paragraph.number else ""
            yield text_line(style, text, number)
        elif style in _PICTURES:
            yield from _pictures(paragraph, _PICTURES[style])
        elif style in _SHEET_TITLES:
            self._sheet_of = Role.ENDORSEMENT if text.text.startswith("СОГЛАСОВАНО") else Role.ACKNOWLEDGEMENT
            self._marks += 1
            yield Line(self._sheet_of, text, group=self._marks)
        elif style in _OTHERS:
            yield self._under_text(style, paragraph)
        elif style in _ROLES:
            self._is_standalone &= style != "DateNumber"
            yield Line(
                Role.REGISTRATION if style == "Place" and self._is_registration(text.text) else _ROLES[style],
                text,
                letter_spaced=any(run.format.spacing > 0 for run in paragraph.runs),
                centred=style == "OperativeWordCentred",
            )
        elif text.text.strip():
            number = paragraph.number.text if paragraph.number else ""
            yield Line(Role.CLAUSE if number else Role.PARAGRAPH, text.strip(), number=number)

    def _is_registration(self, text: str) -> bool:
        """Whether a line under the heading of a plan is its date and number, and not its place."""
        is_first, self._has_place = not self._has_place, True
        return self._is_standalone and is_first and ("№" in text or is_day(text.removeprefix("от")))

    def _under_text(self, style: str, paragraph: Paragraph) -> Line:
        """A signature, or a line of a mark under it."""
        text = source_text(paragraph)
        if style == "OfficialSignature":
            self._mark, self._group = Role.SIGNATURE, self._group + 1
            return Line(Role.SIGNATURE, text, group=self._group)
        if style == "Seal":
            is_copy = self._mark is Role.COPY_MARK
            return Line(Role.COPY_MARK if is_copy else Role.SEAL, text, group=0 if is_copy else self._group)
        if style == "MarkWords":
            self._mark, self._marks = _mark_of(text.text), self._marks + 1
        elif style == "MarkSignature" and self._mark is Role.INTRODUCED_BY:
            self._marks += 1
        return Line(self._mark, text, group=self._marks)


def _mark_of(words: str) -> Role:
    if words.startswith("Верно"):
        return Role.COPY_MARK
    return Role.INTRODUCED_BY if words.startswith("Проект") else Role.ACKNOWLEDGEMENT


def _pictures(paragraph: Paragraph, role: Role) -> Iterator[PictureLine]:
    for item in paragraph.objects:
        if isinstance(item, Picture):
            yield PictureLine(role, item.data, item.width, item.height, item.description)
