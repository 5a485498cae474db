"""Changes and comments written into somebody's Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Day  # noqa: N812 (the argument is called date)
from typing import TYPE_CHECKING, Final

from prikaz.docx.revisions.comments.anchors import anchor, quoted
from prikaz.docx.revisions.comments.part import Comments
from prikaz.docx.revisions.edits import (
    AUTHOR,
    AnyEdit,
    Asked,
    CommentAt,
    DeletedParagraph,
    DeletedRow,
    Edit,
    InsertedColumn,
    InsertedParagraph,
    InsertedRow,
    LeadingParagraph,
    ParagraphEdit,
    Refused,
    Revised,
    TableEdit,
    Told,
    ToldKind,
)
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.paragraphs.paragraph_edits import ParagraphEdits, naming
from prikaz.docx.revisions.source.file import WordFile
from prikaz.docx.revisions.source.story import Story
from prikaz.docx.revisions.tables.table_edits import TableEdits, table_of
from prikaz.docx.revisions.words.changes import Change, changes_of
from prikaz.docx.revisions.words.obstacles import control_name, controls, has_value
from prikaz.docx.revisions.words.recording import Mark, ParagraphWriter
from prikaz.docx.wml.package import PackageSource

if TYPE_CHECKING:
    from lxml import etree

_JOINED: Final = "абзац слит со следующим записанной правкой"
_IN_GOING_ROW: Final = "абзац стоит в строке, которую удаляет другая правка"
_IN_GOING_PARAGRAPH: Final = "абзац удаляет другая правка"
_OVERLAP: Final = "правка захватывает слова другой правки"


def revise(  # noqa: PLR0913 (what to write, and how)
    source: PackageSource,
    edits: Sequence[AnyEdit] = (),
    comments: Sequence[CommentAt] = (),
    *,
    author: str = AUTHOR,
    date: Day | None = None,
    accept: bool = False,
) -> Revised:
    """Write changes into a Word file as recorded changes, and questions as comments.

    Places are those of the file as it is, whatever other edits there are. Parts in which nothing changes
    stay the bytes they were. Templates of Word, documents with macros and signed ones are changed like any
    others: whether they may be, whoever asks has decided.

    Args:
        source: Path, bytes or binary stream of the file.
        edits: Changes of words, of whole paragraphs, of rows and columns of tables.
        comments: Comments at words.
        author: Whose changes and comments they are said to be.
        date: The day they are said to be made on; None to say nothing.
        accept: Change the file without recording it; comments are set all the same.

    Raises:
        PackageError: It is no Word file, is encrypted or dangerous, or its text is damaged.
    """
    work = _Work(WordFile(source), author, date, accept=accept)
    work.plan_edits(edits)
    work.plan_comments(comments)
    return work.write()


class _Work:
    """What is to be written where, and what cannot be."""

    def __init__(self, file: WordFile, author: str, day: Day | None, *, accept: bool) -> None:
        self._file = file
        self._pen = Pen(author, day, accept, lambda: next(file.new_ids))
        self._refused: list[Refused] = []
        self._told: list[Told] = []
        self._changes: dict[etree._Element, list[Change]] = {}
        self._marks: dict[etree._Element, list[Mark]] = {}
        self._stories: dict[etree._Element, Story] = {}
        self._tables = TableEdits(self._pen)
        self._paragraphs = ParagraphEdits(self._pen)
        self._comments: Comments | None = None

    # Edits

    def plan_edits(self, edits: Sequence[AnyEdit]) -> None:
        """Find out what each edit changes: first what goes, because others stand in it."""
        for asked in edits:
            if isinstance(asked, DeletedRow):
                self._note(asked, self._plan_in_table(asked))
        self._refused += self._tables.settle()
        for asked in edits:
            if isinstance(asked, InsertedRow | InsertedColumn):
                self._note(asked, self._plan_in_table(asked))
            elif isinstance(asked, InsertedParagraph | LeadingParagraph | DeletedParagraph):
                self._note(asked, self._plan_whole(asked))
        self._refused += self._paragraphs.settle()
        self._plan_words([asked for asked in edits if isinstance(asked, Edit)])

    def _note(self, asked: Asked, why: str) -> None:
        self._refused += [Refused(asked, why)] if why else []

    def _plan_in_table(self, asked: TableEdit) -> str:
        story = self._file.story(asked.part)
        table, why = table_of(story, asked)
        if story is None or table is None or why:
            return why
        if isinstance(asked, DeletedRow):
            return self._tables.plan_gone(asked, story, table)
        return self._tables.plan_new(asked, story, table)

    def _plan_whole(self, asked: ParagraphEdit) -> str:
        story, paragraph = self._find(asked)
        if story is None or paragraph is None:
            return _no_paragraph(asked)
        if self._tables.takes(paragraph):
            return _IN_GOING_ROW
        return self._paragraphs.plan(asked, story, paragraph)

    def _plan_words(self, edits: Sequence[Edit]) -> None:
        ends: dict[tuple[str, int], int] = {}
        for edit in sorted(edits, key=lambda each: (each.part, each.paragraph, each.start, each.end)):
            place = (edit.part, edit.paragraph)
            if edit.start < ends.get(place, 0):
                self._refused.append(Refused(edit, _OVERLAP))
                continue
            why = self._plan(edit)
            if why:
                self._refused.append(Refused(edit, why))
            else:
                ends[place] = max(edit.end, ends.get(place, 0))

    def _plan(self, edit: Edit) -> str:
        story, paragraph = self._find(edit)
        if story is None or paragraph is None:
            return _no_paragraph(edit)
        if story.goes_on(paragraph):
            return _JOINED
        if self._tables.takes(paragraph):
            return _IN_GOING_ROW
        if self._paragraphs.takes(paragraph):
            return _IN_GOING_PARAGRAPH
        changes, why = changes_of(edit, story.characters(paragraph), accept=self._pen.accept)
        if why or not changes:
            return why
        copies, differs = story.copies(paragraph)
        for copy in copies:
            why = changes_of(edit, story.characters(copy), accept=self._pen.accept)[1]
            if why:
                return why
        for each in (paragraph, *copies):
            self._changes.setdefault(each, []).extend(changes)
            self._stories[each] = story
        if differs:
            self._told.append(Told(edit, ToldKind.COPY, story.characters(paragraph).text))
        self._told += _told(edit, story, paragraph, changes)
        return ""

    def _find(self, asked: Edit | ParagraphEdit | CommentAt) -> tuple[Story | None, etree._Element | None]:
        story = self._file.story(asked.part)
        return story, None if story is None else story.paragraph(asked.paragraph)

    # Comments

    def plan_comments(self, comments: Sequence[CommentAt]) -> None:
        """Find out where each comment stands."""
        if not comments:
            return
        self._comments = Comments(self._file)
        for comment in comments:
            why = self._plan_comment(comment, self._comments)
            if why:
                self._refused.append(Refused(comment, why))

    def _plan_comment(self, comment: CommentAt, comments: Comments) -> str:
        if comments.is_damaged:
            return "примечания файла повреждены"
        story, paragraph = self._find(comment)
        if story is None or paragraph is None:
            return _no_paragraph(comment)
        if story.goes_on(paragraph):
            return _JOINED
        characters = story.characters(paragraph)
        length = len(characters.text)
        if not 0 <= comment.start <= comment.end <= length:
            return f"в абзаце {length} знаков, а примечание просит знаки с {comment.start} по {comment.end}"
        found = anchor(self._file, story, paragraph)
        body = self._file.story(self._file.main)
        if found is None or body is None:
            return "в основном тексте нет абзаца, у которого могло бы стоять примечание"
        if self._pen.accept and self._tables.takes(found.paragraph):
            return "примечание стоит в строке, которой больше нет"
        start, end, text = comment.start, comment.end, comment.text
        if found.said:
            words = characters.text[start:end] or characters.text
            text = quoted(found.said, words, text)
            start, end = _place_of(body, found.paragraph, found.reference)
            self._told.append(Told(comment, ToldKind.MOVED_COMMENT, found.said))
        if not comments.stands_at(found.paragraph, self._pen.author, text):
            name = comments.add(self._pen.author, self._pen.date, text)
            self._marks.setdefault(found.paragraph, []).append(Mark(start, end, name))
            self._stories[found.paragraph] = body
        return ""

    # Writing

    def write(self) -> Revised:
        """Write everything that can be: words first, while paragraphs stand as they did."""
        self._told += [*self._tables.told(), *self._paragraphs.told()]
        for paragraph, story in self._stories.items():
            writer = ParagraphWriter(paragraph, story.read_again, self._pen)
            writer.write(self._changes.get(paragraph, ()), self._marks.get(paragraph, ()))
            story.is_changed = True
        self._paragraphs.write()
        self._tables.write()
        if self._comments is not None:
            self._comments.write()
        return Revised(self._file.to_bytes(), tuple(self._refused), tuple(self._told))


def _no_paragraph(asked: Edit | ParagraphEdit | CommentAt) -> str:
    return f"в части «{asked.part}» нет абзаца {asked.paragraph}"


def _place_of(body: Story, paragraph: etree._Element, reference: etree._Element | None) -> tuple[int, int]:
    """The characters of a paragraph that a reference is; its beginning for none."""
    for piece in body.characters(paragraph).pieces:
        if piece.leaf is reference:
            return piece.start, piece.end
    return 0, 0


def _told(edit: Edit, story: Story, paragraph: etree._Element, changes: Sequence[Change]) -> Iterator[Told]:
    """What is to be told of an edit: what Word may undo, and what shows the old words still."""
    characters = story.characters(paragraph)
    last = len(characters.text)
    near = [
        characters.pieces[characters.at(place)]
        for change in changes
        for place in sorted({max(change.start - (change.start == change.end), 0), max(change.end - 1, 0)})
        if place < last
    ]
    for instruction in dict.fromkeys(field.instruction for piece in near for field in piece.fields):
        yield Told(edit, ToldKind.FIELD, instruction)
    for properties in dict.fromkeys(each for piece in near for each in controls(piece.leaf)):
        if has_value(properties):
            yield Told(edit, ToldKind.FORM, control_name(properties))
    for instruction in naming(story, paragraph):
        yield Told(edit, ToldKind.STALE, instruction)
