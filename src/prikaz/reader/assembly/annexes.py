"""Annexes: whose they are, their marks, their titles (приложения)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs
from attrs import Factory, define

from prikaz.errors import LanguageError
from prikaz.findings import Path
from prikaz.language.typography import typeset
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Act, Annex, Body, Layout, MarkPattern, OfficeProfile, Order, Orientation
from prikaz.model.resolution.declension import body_in
from prikaz.model.resolution.marks import mark_lines
from prikaz.model.resolution.numbering import NumberedAnnex
from prikaz.model.resolution.text_widths import WIDE, longest_word, portrait_width, text_width
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.finishing import Finisher
from prikaz.reader.assembly.flow import TEXT_ROLES, text_blocks
from prikaz.reader.assembly.marks import ReadMark, read_mark
from prikaz.reader.assembly.nominatives import nominative_body
from prikaz.reader.assembly.stamps import read_stamp
from prikaz.reader.paper import Grid, GridLine, Line, PaperLine, Role, Sheet
from prikaz.reader.source_text import SourceText

#: A table with so many columns may be laid so, by the length of its words.
_MAYBE_WIDE: Final = 4
#: So many letters of a word show which word it is.
_STEM: Final = 4


@define(eq=False)
class AnnexDraft:
    """An annex while it is put together."""

    sheet: Sheet
    mark: ReadMark
    title: SourceText
    inner: list[AnnexDraft] = Factory(list)

    @property
    def shows_number(self) -> bool:
        """Whether a number can be seen in its mark."""
        return self.mark.has_title


def read_annexes(sheets: Sequence[Sheet]) -> list[AnnexDraft]:
    """The annexes with what their marks say, one behind another."""
    return [
        AnnexDraft(
            sheet,
            read_mark(_texts(sheet, Role.ANNEX_MARK)),
            model_texts.title(model_texts.unspaced(SourceText.join(" ", _texts(sheet, Role.ANNEX_TITLE)))),
        )
        for sheet in sheets
    ]


def _texts(sheet: Sheet, role: Role) -> list[SourceText]:
    return [line.text for line in sheet.lines if isinstance(line, Line) and line.role is role]


class AnnexTree:
    """Which annex belongs to which."""

    def __init__(self, order: Order, profile: OfficeProfile) -> None:
        self._order = order
        self._profile = profile

    def arranged(self, drafts: Sequence[AnnexDraft]) -> list[AnnexDraft]:
        """The annexes of the order itself; the others stand under those that they belong to."""
        top: list[AnnexDraft] = []
        chain: list[AnnexDraft] = []
        for draft in drafts:
            # one without a mark is a neighbour of the one before it
            parent = self._parent(draft, chain) if draft.mark.text else (chain[-2] if chain[1:] else None)
            if parent is None:
                top.append(draft)
                chain = [draft]
            else:
                parent.inner.append(draft)
                chain = [*_to(chain, parent), draft]
        for draft in drafts:
            draft.inner = _with_unmarked(draft.inner)
        return _with_unmarked(top)

    def _parent(self, draft: AnnexDraft, chain: Sequence[AnnexDraft]) -> AnnexDraft | None:
        mark = draft.mark
        is_free = not (mark.kind and mark.kind.is_directive) and not mark.date and not mark.document_number
        if chain and is_free and mark.outer is not None and chain[0].mark.number == mark.outer:
            return chain[0]
        if not chain or not mark.named or mark.date or mark.document_number:
            return None
        named = fold_letters(mark.named)
        for above in reversed(chain):
            if named == self._dative(above.title.text) or self._is_number_of(named, above):
                return above
        if named.startswith("приложению"):
            return chain[-1]
        if mark.kind is not None and mark.kind.is_directive:
            return None
        if mark.kind is self._order.kind and not self._order.kind.is_directive:
            return None
        stem = named[:_STEM]
        return next(
            (above for above in reversed(chain) if fold_letters(above.title.text)[:_STEM] == stem), None
        )

    def _dative(self, title: str) -> str:
        try:
            return fold_letters(str(body_in(Body(name=title), Case.DATIVE, self._profile.dictionary)))
        except LanguageError:
            return ""

    def _is_number_of(self, named: str, above: AnnexDraft) -> bool:
        """Whether «приложению № 2» is that annex."""
        if not named.startswith("приложению"):
            return False
        number = "".join(letter for letter in named if letter.isdecimal())
        return (str(above.mark.number) if above.mark.number else "") == number


def _to(chain: Sequence[AnnexDraft], parent: AnnexDraft) -> list[AnnexDraft]:
    """A chain of annexes down to one of them; one that has left the chain begins its own."""
    for place, one in enumerate(chain, 1):
        if one is parent:
            return [*chain[:place]]
    return [parent]


def _with_unmarked(top: Sequence[AnnexDraft]) -> list[AnnexDraft]:
    """The only annex has no number: those without a mark behind it stand under it."""
    alone = [draft for draft in top if draft.mark.has_title and draft.mark.number is None]
    unmarked = [draft for draft in top if not draft.mark.text]
    if len(top) <= 1 or len(alone) != 1 or len(alone) + len(unmarked) != len(top) or top[0] is not alone[0]:
        return [*top]
    alone[0].inner += unmarked
    return [alone[0]]


class AnnexMaker:
    """Makes annexes of drafts, numbered as the program does it."""

    def __init__(
        self, order: Order, profile: OfficeProfile, finisher: Finisher, text: str, issuers: int
    ) -> None:
        self._order = order
        self._profile = profile
        self._finisher = finisher
        self._collected: Collector = finisher.collected
        self._text = text
        self._issuers = issuers

    def annexes(
        self, drafts: Sequence[AnnexDraft], path: Path = (), parent: NumberedAnnex | None = None
    ) -> tuple[Annex, ...]:
        """The annexes of a holder."""
        made, last = [], 0
        for place, draft in enumerate(drafts, 1):
            usual = last + 1 if len(drafts) > 1 else None
            here = (*path, "приложения", place)
            numbered = self._annex(draft, here, usual, parent)
            last = numbered.number or last
            made.append(numbered.annex)
        return tuple(made)

    def _annex(
        self, draft: AnnexDraft, path: Path, usual: int | None, parent: NumberedAnnex | None
    ) -> NumberedAnnex:
        collected = self._collected
        collected.put((*path, "гриф"), *_texts(draft.sheet, Role.ANNEX_MARK))
        collected.put((*path, "заголовок"), draft.title)
        numbered = self._marked(draft, path, usual, parent)
        lines = [line for line in draft.sheet.lines if line.role in TEXT_ROLES]
        title = draft.title.text
        blocks = self._finisher.blocks(text_blocks(lines, title, are_clauses=False), path)
        annex = attrs.evolve(
            numbered.annex,
            approval_stamps=stamps(draft.sheet.lines, path, self._profile, collected),
            orientation=orientation(draft.sheet, lines, self._profile.layout),
            blocks=blocks,
        )
        inner = self.annexes(draft.inner, path, numbered._replace(annex=annex))
        return numbered._replace(annex=attrs.evolve(annex, annexes=inner))

    # The mark -----------------------------------------------------------------------------------------------

    def _marked(
        self, draft: AnnexDraft, path: Path, usual: int | None, parent: NumberedAnnex | None
    ) -> NumberedAnnex:
        """The annex with what its mark says, as far as the program would not print the same by itself."""
        mark = draft.mark
        pattern = None if mark.pattern is self._profile.mark else mark.pattern
        act = self._act(mark, path) if parent is None else None
        number = usual
        given: dict[str, Any] = {"title": draft.title.text, "mark": pattern, "act": act}
        if act is not None:
            given["number"] = mark.number
        elif mark.has_title and mark.number is not None and mark.number != usual:
            given["number"] = number = mark.number
        elif mark.written:
            reason = f"номер приложения набран «{mark.written}»"
            printed = f"напечатается № {usual}" if usual is not None else "напечатается без номера"
            self._collected.doubt(mark.text, (*path, "гриф"), reason, printed)
        elif mark.has_title and mark.number is None and usual is not None:
            reason = "в грифе приложения нет номера"
            self._collected.doubt(mark.text, (*path, "гриф"), reason, f"напечатается № {usual}")
        numbered = NumberedAnnex(Annex(**given), number, path, parent)
        if mark.word and not self._says(numbered, mark.word):
            numbered = numbered._replace(annex=attrs.evolve(numbered.annex, approved=mark.word))
        if act is None and parent is None:
            self._compare(mark, path)
        return numbered

    def _says(self, numbered: NumberedAnnex, word: str) -> bool:
        """Whether the program finds the word of the mark by itself."""
        printed = mark_lines(numbered, self._order, self._profile).value
        return any(fold_letters(line) == fold_letters(word) for line in printed)

    def _act(self, mark: ReadMark, path: Path) -> Act | None:
        """The act of somebody else that an annex is to become an annex of."""
        if not mark.named or mark.pattern is not MarkPattern.ANNEX or not self._is_other(mark):
            return None
        if mark.kind is not None:
            kind, body = mark.kind.value, mark.body
        else:
            kind, _, body = mark.named.partition(" ")
            if not _is_kind(kind):
                reason = f"к какому документу приложение, из слов «{mark.named}» не понять"
                self._collected.doubt(mark.text, (*path, "гриф"), reason, "впишите акт: вид, дата, номер")
                return None
            kind = nominative_body(kind, Case.DATIVE, self._profile).name
        issuer = nominative_body(body, Case.GENITIVE, self._profile) if body else None
        return Act(kind=kind, issuer=issuer, date=mark.date, number=mark.document_number)

    def _is_other(self, mark: ReadMark) -> bool:
        """Whether a mark names another act than the order: by its kind, or by a date and a number."""
        if mark.kind is not self._order.kind:
            return not mark.is_blank
        if not (mark.date and mark.document_number):
            return False
        differs = mark.date != self._order.date and not self._is_own_number(mark.document_number)
        return differs and f"№ {mark.document_number}" in self._text

    def _is_own_number(self, number: str) -> bool:
        return number == self._order.number

    def _compare(self, mark: ReadMark, path: Path) -> None:
        """Tell where a mark contradicts the head of the document; the head wins."""
        order = self._order
        if self._issuers > 1:
            return
        if mark.kind is not None and mark.kind is not order.kind:
            reason = f"в грифе {mark.kind.value}, а документ – {order.kind.value}"
            advice = "проверьте гриф: в него попадёт вид документа"
            self._collected.doubt(mark.text, (*path, "гриф"), reason, advice)
        if mark.date and mark.date != order.date:
            own = f"{order.date:%d.%m.%Y}" if order.date else "нет"
            reason = f"в грифе дата {mark.date:%d.%m.%Y}, в начале документа {own}"
            self._collected.doubt(
                mark.text, (*path, "гриф"), reason, "проверьте дату: в гриф попадёт та, что в начале"
            )
        if mark.document_number and not self._is_own_number(mark.document_number):
            reason = f"в грифе номер {mark.document_number}, в начале документа {order.number or 'нет'}"
            self._collected.doubt(
                mark.text, (*path, "гриф"), reason, "проверьте номер: в гриф попадёт тот, что в начале"
            )


def _is_kind(word: str) -> bool:
    """Whether a word may be the kind of an act: a word with a small letter, or in capitals."""
    return word.replace("-", "").isalpha() and (word[:1].islower() or word.isupper())


def stamps(
    lines: Sequence[PaperLine], path: Path, profile: OfficeProfile, collected: Collector
) -> tuple[Any, ...]:
    """The stamps of approval among some lines."""
    groups: dict[int, list[SourceText]] = {}
    for line in lines:
        if isinstance(line, Line) and line.role is Role.STAMP:
            groups.setdefault(line.group, []).append(line.text)
    return tuple(
        read_stamp(texts, (*path, "утверждение", place), profile, collected)
        for place, texts in enumerate(groups.values(), 1)
    )


def orientation(sheet: Sheet, lines: Sequence[PaperLine], layout: Layout) -> Orientation | None:
    """How a sheet lies, where its tables alone would not lay it so."""
    grids = [line.grid for line in lines if isinstance(line, GridLine)]
    room = portrait_width(layout)
    usual = any(grid.columns >= WIDE or _need(grid) > room for grid in grids)
    if sheet.landscape:
        sure = any(grid.columns >= WIDE for grid in grids)
        return None if sure else Orientation.LANDSCAPE
    unsure = any(grid.columns >= _MAYBE_WIDE for grid in grids)
    return Orientation.PORTRAIT if usual or unsure else None


def _need(grid: Grid) -> int:
    """The width below which words of a table would be broken."""
    columns: list[list[str]] = [[] for _ in range(grid.columns)]
    covered: dict[int, int] = {}
    for row in grid.rows:
        column = 0
        for cell in row:
            while covered.get(column, 0):
                covered[column] -= 1
                column += 1
            if cell.columns == 1 and column < grid.columns:
                columns[column] += [typeset(" ".join(text.text.split())) for text in cell.paragraphs]
            if cell.rows > 1:
                covered |= dict.fromkeys(range(column, column + cell.columns), cell.rows - 1)
            column += cell.columns
        for behind in range(column, grid.columns):
            covered[behind] = max(0, covered.get(behind, 0) - 1)
    return sum(text_width(longest_word(texts)) for texts in columns)
