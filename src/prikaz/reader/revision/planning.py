"""What has to change in a Word file so that it says what another order says (план правки)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Day  # noqa: N812 (the argument is called date)
from functools import cached_property
from typing import Final, NamedTuple

from prikaz.docx.content.elements import Paragraph
from prikaz.docx.revisions import AnyEdit, CommentAt, Edit, Revised, ToldKind, revise, without_comments
from prikaz.findings import Path
from prikaz.model import Order
from prikaz.model.column_heads import YEARS
from prikaz.model.drafts import FieldChange, OpenQuestion
from prikaz.model.year_tables import BY_YEAR
from prikaz.reader.draft import WordDraft
from prikaz.reader.revision.comments import Anchors
from prikaz.reader.revision.new_clauses import NewClauses, is_new_clause
from prikaz.reader.revision.registrations import BLANKED, Piece, blank_field, blank_year
from prikaz.reader.revision.source import SourceFile
from prikaz.reader.revision.year_columns import revised_tables
from prikaz.reader.source_text import SourceText, Span

#: Why a new clause cannot come behind the last one.
_NO_PLACE: Final = "за последним пунктом стоит таблица, или пункты не пронумерованы числами"
#: A field that no paper shows by itself.
_STATE: Final = ("состояние",)
_YEAR: Final = ("год",)


class Unplaced(NamedTuple):
    """A change that could not be written into the file (не внесено).

    Attributes:
        path: The field.
        was: The words as they stand; "" for a whole table.
        became: What they were to become.
        reason: Why, in Russian.
        at: Place of the words in the old text of the field, from 0.
    """

    path: Path
    was: str
    became: str
    reason: str
    at: int = 0


class WordRevision(NamedTuple):
    """A Word file with changes written into it (правленый файл).

    Attributes:
        data: The file.
        unplaced: Changes that a person has to make by hand; comments say so at their places.
        told: What Word may undo, or shows elsewhere: kind and words.
        uncommented: Why comments could not be set, each reason once.
    """

    data: bytes
    unplaced: tuple[Unplaced, ...]
    told: tuple[tuple[ToldKind, str], ...]
    uncommented: tuple[str, ...] = ()


class _Group(NamedTuple):
    """Edits that are made together or not at all."""

    change: Unplaced
    edits: tuple[AnyEdit, ...]


def revise_word(  # noqa: PLR0913 (what to write, and how)
    draft: WordDraft,
    changes: Sequence[FieldChange],
    order: Order,
    questions: Iterable[OpenQuestion] = (),
    *,
    date: Day | None = None,
    accept: bool = False,
) -> WordRevision:
    """Write changes of an order into the Word file that it was read out of.

    Each change is recorded at exactly the characters that become others; each open question is a comment. A
    change is made whole or not at all; one that cannot be made is a comment, too. Comments of an earlier
    roll-over go.

    Args:
        draft: The old order with its file.
        changes: The changes that make ``order`` of the old one.
        order: The new order.
        questions: What a person must decide.
        date: The day the changes are said to be made on; None to say nothing.
        accept: Change the words without recording it; comments are set all the same.

    Raises:
        PackageError: The file is encrypted or damaged.
    """
    return _Work(draft, changes, order).written(questions, date, accept=accept)


class _Work:
    def __init__(self, draft: WordDraft, changes: Sequence[FieldChange], order: Order) -> None:
        self._draft, self._changes, self._order = draft, changes, order
        self._data = without_comments(draft.data)
        self._source = SourceFile(draft.content)
        self._cells: dict[Path, Paragraph] = {}
        self._unplaced: list[Unplaced] = []
        self._groups = [*self._of_words(), *self._of_tables()]

    def written(self, questions: Iterable[OpenQuestion], day: Day | None, *, accept: bool) -> WordRevision:
        """The file with all that can be written into it."""
        asked = list(questions)
        while True:
            groups = {edit: group for group in self._groups for edit in group.edits}
            comments = self._comments(asked)
            revised = revise(self._data, self._edits_once(), comments, date=day, accept=accept)
            refused = {
                id(groups[one.asked]): (groups[one.asked], one.reason)
                for one in revised.refused
                if not isinstance(one.asked, CommentAt)
            }
            if not refused:
                return WordRevision(
                    revised.data, tuple(self._unplaced), _told(revised), _uncommented(revised)
                )
            self._unplaced += [group.change._replace(reason=reason) for group, reason in refused.values()]
            self._groups = [group for group in self._groups if id(group) not in refused]

    # Edits

    def _edits_once(self) -> list[AnyEdit]:
        """All edits; one of words that several changes ask for, because they share a cell, is made once."""
        edits = [edit for group in self._groups for edit in group.edits]
        words = dict.fromkeys(edit for edit in edits if isinstance(edit, Edit))
        return [*words, *(edit for edit in edits if not isinstance(edit, Edit))]

    def _of_words(self) -> Iterator[_Group]:
        """The edits of words, those of one change together."""
        for change in self._changes:
            if change.path == _STATE or _is_of_columns(change):
                continue
            is_new = is_new_clause(change, self._draft.texts)
            edits: Sequence[AnyEdit] | None = self._new_clause(change) if is_new else self._edits(change)
            reason = _NO_PLACE if is_new else "этих слов в файле не найти"
            unplaced = Unplaced(change.path, change.was, change.became, reason, change.at)
            if edits is None:
                self._unplaced.append(unplaced)
            elif edits:
                yield _Group(unplaced, tuple(edits))

    def _edits(self, change: FieldChange) -> list[Edit] | None:
        if change.path == _YEAR:
            return self._of_pieces(blank_year(change.was, change.became, self._raw_texts))
        if not change.became and change.path[-1] in BLANKED:
            year = self._order.year
            pieces = blank_field(change, self._raw_texts, year) if year else None
            return None if pieces is None else self._of_pieces(pieces)
        text = self._draft.texts.get(change.path)
        if text is None:
            return None
        words = text[change.at : change.at + len(change.was)]
        return self._source.edits(words, change.was, change.became)

    def _new_clause(self, change: FieldChange) -> list[AnyEdit] | None:
        place = NewClauses.of(self._draft, self._source.paragraphs)
        edit = place and place.edit(int(change.path[1]) - len(self._draft.order.clauses), change.became)
        return None if edit is None else [edit]

    def _of_pieces(self, pieces: Iterable[Piece]) -> list[Edit] | None:
        made = [self._source.edits(piece.text, piece.text.text, piece.new) for piece in pieces]
        return None if None in made else [edit for edits in made for edit in edits or ()]

    @cached_property
    def _raw_texts(self) -> Mapping[Path, SourceText]:
        """What each field took, exactly as the file has it."""
        return {
            path: self._source.text(place.spans) for path, place in self._draft.places.items() if place.spans
        }

    def _of_tables(self) -> Iterator[_Group]:
        """The edits of tables with columns by year, those of one table together."""
        for table in revised_tables(self._draft, self._order):
            self._cells |= table.cells
            unplaced = Unplaced(table.path, "", "", table.refused)
            if table.refused:
                self._unplaced.append(unplaced)
            elif table.edits:
                yield _Group(unplaced, table.edits)

    # Comments

    def _comments(self, questions: Iterable[OpenQuestion]) -> list[CommentAt]:
        made = [change for change in self._changes if not self._is_unplaced(change)]
        anchors = Anchors(self._draft, self._cells, made, self._first)
        left = (_Question.of(unplaced) for unplaced in self._unplaced)
        return list(dict.fromkeys(anchors.comment(one) for one in (*questions, *left)))

    def _is_unplaced(self, change: FieldChange) -> bool:
        return any(
            (one.path, one.was, one.at) == (change.path, change.was, change.at) for one in self._unplaced
        )

    @property
    def _first(self) -> Span:
        """The first paragraph of the body."""
        part = self._draft.content.main
        index = min(index for of, index in self._source.paragraphs if of == part and index >= 0)
        return Span(part, index, 0, 0)


#: What a person does whose table could not be changed.
_COLUMNS: Final = "перенесите графы по годам сами"


class _Question(NamedTuple):
    """A change that is left to a person, as a question about its place."""

    path: Path
    words: str
    what: str
    why: str
    at: int | None = None
    proposal: str = ""

    @classmethod
    def of(cls, unplaced: Unplaced) -> _Question:
        what = (
            f"замените сами на «{unplaced.became}»" if unplaced.became else "уберите или оставьте место сами"
        )
        if not unplaced.was:
            what = f"добавьте пункт сами: «{unplaced.became}»" if unplaced.became else _COLUMNS
        why = f"программа не изменила: {unplaced.reason}"
        return cls(unplaced.path, unplaced.was, what, why, unplaced.at if unplaced.was else None)


def _is_of_columns(change: FieldChange) -> bool:
    """Whether a change is one of columns by year: of the window, a value that falls out or is new."""
    is_value = any(name in change.path for name in BY_YEAR.values())
    return change.path[-1] == YEARS or (is_value and not (change.was and change.became))


def _uncommented(revised: Revised) -> tuple[str, ...]:
    reasons = (one.reason for one in revised.refused if isinstance(one.asked, CommentAt))
    return tuple(dict.fromkeys(reasons))


def _told(revised: Revised) -> tuple[tuple[ToldKind, str], ...]:
    return tuple(dict.fromkeys((told.kind, told.text) for told in revised.told))
