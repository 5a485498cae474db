"""Labelled lines made an order (сборка): the whole document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs

from prikaz.errors import ModelError
from prikaz.model import (
    Block,
    Kind,
    OfficeProfile,
    Order,
    Paragraph,
    Person,
    Signature,
    State,
)
from prikaz.model.resolution.numbering import number_lists
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.annexes import (
    AnnexDraft,
    AnnexMaker,
    AnnexTree,
    orientation,
    read_annexes,
    stamps,
)
from prikaz.reader.assembly.closing import Closing
from prikaz.reader.assembly.collecting import Assembled, Collector
from prikaz.reader.assembly.drafts import ListDraft
from prikaz.reader.assembly.finishing import Finisher
from prikaz.reader.assembly.flow import TEXT_ROLES, text_blocks
from prikaz.reader.assembly.heads import (
    Bodies,
    ReadKind,
    kind_by_word,
    read_kind,
    single_year,
    texts_of,
)
from prikaz.reader.assembly.held import held_places
from prikaz.reader.assembly.labels import is_unprinted
from prikaz.reader.assembly.numbers import wrong_numbers
from prikaz.reader.assembly.operatives import (
    Performed,
    operative_word,
)
from prikaz.reader.assembly.speakers import Speakers
from prikaz.reader.assembly.suspicions import suspicions
from prikaz.reader.paper import Paper, PaperLine, Role
from prikaz.reader.source_text import SourceText

_NOTHING: Final = SourceText("")
_BLANK_SIGNATURE: Final = Signature(person=Person(last="", blank=True))


def assemble(paper: Paper, profile: OfficeProfile) -> Assembled:
    """Make an order of labelled lines.

    Nothing is raised: what cannot be an order is mended, with a doubt. Lines that nobody has understood have
    no place.

    Args:
        paper: The document with what each line is.
        profile: Office profile by which it is printed: what it does by itself the order need not say.
    """
    return _Assembly(paper, profile).read()


class _Assembly:
    """Makes one order."""

    def __init__(self, paper: Paper, profile: OfficeProfile) -> None:
        self._lines: tuple[PaperLine, ...] = paper.main.lines
        self._paper = paper
        self._profile = profile
        self._collected = Collector()
        self._finisher = Finisher(profile, self._collected)
        self._drafts = read_annexes(paper.annexes)

    def read(self) -> Assembled:
        bodies = Bodies(self._lines, self._collected)
        speakers = Speakers(self._lines, self._profile, self._collected)
        preamble, performed = speakers.preamble()
        kind = self._kind(performed)
        registration = bodies.registrations[0]
        marks = [draft.mark for draft in self._drafts]
        named, subject, preamble = speakers.named(kind.kind, bodies, marks, preamble, performed)
        closing = Closing(self._lines, self._profile, self._collected)
        heading = self._heading(kind, registration.rest)
        given: dict[str, Any] = {
            "kind": kind.kind,
            "issuer": bodies.issuer(named),
            "date": registration.date,
            "number": registration.number,
            "co_issuers": bodies.co_issuers(named),
            "heading": heading.text,
            "preamble": self._said(preamble, performed, kind.kind),
            "place": self._place(registration.rest),
            "state": self._state(kind),
            "approval_stamps": stamps(self._lines, (), self._profile, self._collected),
            "signatures": closing.signatures(kind.kind),
            "year": self._year(registration.date is None, heading.text),
            **self._text(kind.kind, heading.text),
            **closing.marks(),
        }
        order = self._made(given)
        order = attrs.evolve(order, operative=self._operative(order, subject, performed))
        order = self._with_annexes(order, bodies.count)
        self._compare_numbers(order)
        places = held_places(order, self._collected.places)
        labels = {path: label for path, (label, _) in self._finisher.labels.items()}
        suspected = suspicions(order, self._paper, places, labels)
        return Assembled(order, places, (*self._collected.doubts, *suspected))

    def _made(self, given: dict[str, Any]) -> Order:
        """The order; a field that the model refuses is left out."""
        while True:
            try:
                return Order(**given)
            except ModelError as error:
                fields = [fault.name for fault in error.fields if fault.name in given] if error.fields else []
                if not fields:
                    raise
                for name in fields:
                    del given[name]
                    self._collected.doubt(_NOTHING, (), error.message, error.hint)

    # The head -----------------------------------------------------------------------------------------------

    def _kind(self, performed: Performed) -> ReadKind:
        lines = texts_of(self._lines, Role.KIND)
        found = read_kind(lines) if lines else None
        self._collected.put(("вид",), *lines)
        if found is not None:
            return found
        marked = [
            draft.mark.kind for draft in self._drafts if draft.mark.kind and draft.mark.kind.is_directive
        ]
        is_registered = any(line.role is Role.REGISTRATION for line in self._lines)
        kind = kind_by_word(performed.word) or (marked[0] if marked and is_registered else None)
        if kind is None and not any(line.text.strip() for line in lines):
            return ReadKind(Kind.DOCUMENT, _NOTHING)
        text = SourceText.join(" ", lines)
        reason = f"вид документа «{text}» не узнан" if text else "вид документа не указан"
        self._collected.doubt(text, ("вид",), reason, f"понято как «{(kind or Kind.ORDER).value}», проверьте")
        return ReadKind(kind or Kind.ORDER, _NOTHING)

    def _heading(self, kind: ReadKind, rest: str) -> SourceText:
        lines = texts_of(self._lines, Role.HEADING)
        if kind.heading:
            lines = [kind.heading, *lines]
        heading = model_texts.title(model_texts.unspaced(SourceText.join(" ", lines)))
        del rest
        self._collected.put(("заголовок",), heading)
        return heading

    def _place(self, rest: str) -> str:
        places = [model_texts.prose(text) for text in texts_of(self._lines, Role.PLACE)]
        self._collected.put(("место",), *places)
        return " ".join(place.text for place in places if place.text) or rest

    def _state(self, kind: ReadKind) -> State | None:
        marks = texts_of(self._lines, Role.DRAFT_MARK)
        self._collected.put(("состояние",), *marks)
        return State.DRAFT if marks or kind.is_draft else None

    def _year(self, has_no_date: bool, heading: str) -> int | None:  # noqa: FBT001 (a fact of the document)
        if not has_no_date:
            return None
        registered = [text.text for text in texts_of(self._lines, Role.REGISTRATION)]
        titles = [draft.title.text for draft in self._drafts]
        return single_year(registered) or single_year([heading]) or single_year(titles)

    def _said(self, preamble: SourceText, performed: Performed, kind: Kind) -> str:
        """The preamble as the model has it, without the colon that ends it where no word follows."""
        text = model_texts.prose(preamble)
        self._collected.put(("преамбула",), text)
        self._collected.put(("распорядительное слово",), performed.text)
        if kind.is_directive and not performed.word:
            return text.text.rstrip(" :")
        return text.text

    def _operative(self, order: Order, subject: str, performed: Performed) -> Any:  # noqa: ANN401
        if not order.kind.is_directive:
            return None
        return operative_word(order, self._profile, subject, performed)

    # The text -----------------------------------------------------------------------------------------------

    def _text(self, kind: Kind, title: str) -> dict[str, Any]:
        """The clauses, and the blocks that stand behind them or instead of them."""
        lines = [line for line in self._lines if line.role in TEXT_ROLES]
        drafts = text_blocks(lines, title, are_clauses=kind.is_directive)
        given: dict[str, Any] = {}
        if drafts and isinstance(drafts[0], ListDraft):
            first = drafts.pop(0)
            assert isinstance(first, ListDraft)  # noqa: S101 (looked at above)
            listed = self._finisher.clause_list(first, ("пункты",))
            given["clauses"], given["clause_marker"] = listed.clauses, listed.clause_marker
            given["with_section"] = listed.with_section
        blocks: tuple[Block, ...] = self._finisher.blocks(drafts, ()) if drafts else ()
        if not given and not blocks:
            self._collected.doubt(_NOTHING, ("пункты",), "в документе не найден текст", "впишите пункты")
            blocks = (Paragraph(text=""),)
        given["blocks"] = blocks
        if not kind.is_directive:
            given["orientation"] = orientation(self._paper.main, lines, self._profile.layout)
        return given

    # Annexes ------------------------------------------------------------------------------------------------

    def _with_annexes(self, order: Order, issuers: int) -> Order:
        if not self._drafts:
            return order
        tree: list[AnnexDraft] = AnnexTree(order, self._profile).arranged(self._drafts)
        text = " ".join((order.heading, order.preamble, *_texts_of(order)))
        maker = AnnexMaker(order, self._profile, self._finisher, text, issuers)
        return attrs.evolve(order, annexes=maker.annexes(tree))

    def _compare_numbers(self, order: Order) -> None:
        """Tell the numbers that were typed and that the program counts otherwise."""
        labels = {path: label for path, (label, _) in self._finisher.labels.items()}
        for items in number_lists(order).values():
            for wrong in wrong_numbers(items, labels):
                typed = self._finisher.labels[wrong.path][1]
                self._collected.doubt(typed, wrong.path, wrong.reason, wrong.proposal)
        for path, (label, typed) in self._finisher.labels.items():
            if is_unprinted(label):
                reason = f"номера вида «{label.text}» программа не печатает"
                self._collected.doubt(typed, path, reason, f"напечатается «{label.number}.»")
                return


def _texts_of(order: Order) -> Sequence[str]:
    return [clause.text for clause in order.clauses]
