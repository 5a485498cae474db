"""Labelled lines made an order (сборка): the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import attrs

from prikaz.errors import ModelError
from prikaz.findings import Path
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import (
    Acknowledgement,
    Block,
    Body,
    Kind,
    OfficeProfile,
    Order,
    Paragraph,
    Person,
    Placement,
    Signature,
    State,
)
from prikaz.model.resolution.declension import body_in
from prikaz.model.resolution.joint import joined
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
from prikaz.reader.assembly.collecting import Assembled, Collector
from prikaz.reader.assembly.drafts import ListDraft
from prikaz.reader.assembly.finishing import Finisher
from prikaz.reader.assembly.flow import TEXT_ROLES, text_blocks
from prikaz.reader.assembly.heads import (
    Bodies,
    ReadKind,
    kind_by_word,
    read_bodies,
    read_kind,
    single_year,
    texts_of,
)
from prikaz.reader.assembly.labels import is_unprinted
from prikaz.reader.assembly.numbers import wrong_numbers
from prikaz.reader.assembly.operatives import (
    Performed,
    is_by_body,
    operative_word,
    read_word,
    split_preamble,
    subject_start,
)
from prikaz.reader.assembly.signatures import (
    read_acknowledgement,
    read_acquaintance,
    read_copy_mark,
    read_endorsements,
    read_prepared_by,
    read_signature,
)
from prikaz.reader.paper import GridLine, Line, Paper, PaperLine, Role
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
        preamble, performed = self._preamble()
        kind = self._kind(performed)
        registration = bodies.registrations[0]
        named, subject, preamble = self._named(kind.kind, bodies, preamble, performed)
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
            "signatures": self._signatures(kind.kind),
            "year": self._year(registration.date is None, heading.text),
            **self._text(kind.kind, heading.text),
            **self._closing(kind.kind),
        }
        order = self._made(given)
        order = attrs.evolve(order, operative=self._operative(order, subject, performed))
        order = self._with_annexes(order, bodies.count)
        self._compare_numbers(order)
        return Assembled(order, self._collected.places, tuple(self._collected.doubts))

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
        heading = model_texts.title(SourceText.join(" ", lines))
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

    # Who speaks ---------------------------------------------------------------------------------------------

    def _preamble(self) -> tuple[SourceText, Performed]:
        """The preamble with the body that speaks, and the operative word."""
        found = [line for line in self._lines if isinstance(line, Line) and line.role is Role.PREAMBLE]
        whole = SourceText.join(" ", [line.text.strip() for line in found])
        words = [line for line in self._lines if isinstance(line, Line) and line.role is Role.OPERATIVE]
        if not words:
            spaced = bool(found) and found[-1].letter_spaced
            return split_preamble(whole, letter_spaced=spaced)
        text = SourceText.join(" ", [line.text.strip() for line in words])
        placement = Placement.CENTRED if words[0].centred else Placement.OWN_LINE
        before, performed = read_word(text, placement, letter_spaced=words[0].letter_spaced)
        return SourceText.join(" ", [part for part in (whole, before) if part]), performed

    def _named(
        self, kind: Kind, bodies: Bodies, preamble: SourceText, performed: Performed
    ) -> tuple[list[Body], str, SourceText]:
        """What the bodies are called, who speaks in the preamble, and the preamble without them."""
        own = [draft.mark for draft in self._drafts if draft.mark.kind is kind and draft.mark.body]
        registration = bodies.registrations[0]
        same = [
            mark
            for mark in own
            if mark.date == registration.date or mark.document_number == registration.number
        ]
        genitive = (same or own)[0].body if same or own else ""
        named = read_bodies(genitive, bodies.count, self._profile)
        subject = ""
        if kind.is_directive and performed.word and is_by_body(performed.word):
            plain = model_texts.prose(preamble)
            called = joined([body.name for body in named if not body.forms])
            start = subject_start(plain.text, (called, bodies.letterhead))
            if start >= 0:
                spoken, preamble = plain[start:], plain[:start].strip()
                self._collected.put(("орган", "кратко"), spoken)
                named = self._speaking(spoken.text, called, named, opens=not preamble, count=bodies.count)
                subject = joined([body.name for body in named])
        for index, body in enumerate(named):
            if body.forms and body.name == dict(body.forms).get(Case.GENITIVE):
                path: Path = ("орган", "кратко") if index == 0 else ("совместно", index, "кратко")
                reason = f"начальная форма наименования «{body.name}» не найдена"
                self._collected.doubt(
                    SourceText(body.name), path, reason, "впишите, как орган называется: что?"
                )
        return named, subject, preamble

    def _speaking(
        self, spoken: str, called: str, named: list[Body], *, opens: bool, count: int
    ) -> list[Body]:
        """The bodies by the name with which they speak, and by that in the marks where it is another."""
        if fold_letters(spoken) == fold_letters(called) and (spoken == called or opens):
            return named
        name = spoken
        if opens and not spoken[1:2].isupper():
            name = spoken[:1].lower() + spoken[1:]
        if count > 1:
            parts = re.split(r", | и ", name)
            return [Body(name=part) for part in parts] if len(parts) == count else [Body(name=name)]
        marked = named[0] if named else None
        if marked is None:
            return [Body(name=name)]
        genitive = dict(marked.forms).get(Case.GENITIVE) or self._genitive(marked)
        if self._genitive(Body(name=name)) == genitive or not genitive:
            return [Body(name=name)]
        return [Body(name=name, forms=((Case.GENITIVE, genitive),))]

    def _genitive(self, body: Body) -> str:
        from prikaz.errors import LanguageError  # noqa: PLC0415

        try:
            return str(body_in(body, Case.GENITIVE, self._profile.dictionary))
        except LanguageError:
            return ""

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
            given["orientation"] = orientation(self._paper.main, lines)
        return given

    # Under the text -----------------------------------------------------------------------------------------

    def _groups(self, role: Role) -> list[list[Line]]:
        groups: dict[int, list[Line]] = {}
        for line in self._lines:
            if isinstance(line, Line) and line.role is role:
                groups.setdefault(line.group, []).append(line)
        return [*groups.values()]

    def _signatures(self, kind: Kind) -> tuple[Signature, ...]:
        """The signatures; a place for a seal on a line of its own belongs to the one before it."""
        groups: list[list[Line]] = []
        by_number: dict[int, list[Line]] = {}
        for line in self._lines:
            if not isinstance(line, Line) or line.role not in {Role.SIGNATURE, Role.SEAL}:
                continue
            if line.role is Role.SEAL and groups:
                by_number.get(line.group, groups[-1]).append(line)
            elif line.role is Role.SIGNATURE and line.group in by_number:
                by_number[line.group].append(line)
            elif line.role is Role.SIGNATURE:
                by_number[line.group] = [line]
                groups.append(by_number[line.group])
        made: list[Signature] = []
        for group in groups:
            path = ("подписи", len(made) + 1)
            signature = read_signature(group, path, self._profile, self._collected)
            if signature is not None:
                made.append(signature)
        if not made and kind.is_directive:
            reason = "подписи нет"
            self._collected.doubt(
                _NOTHING, ("подписи",), reason, "впишите должность и имя того, кто подписывает"
            )
            made.append(_BLANK_SIGNATURE)
        return tuple(made)

    def _closing(self, kind: Kind) -> dict[str, Any]:
        """What stands under the signatures."""
        profile, collected = self._profile, self._collected
        prepared = texts_of(self._lines, Role.PREPARED_BY)
        copied = texts_of(self._lines, Role.COPY_MARK)
        endorsed = [line for line in self._lines if line.role is Role.ENDORSEMENT]
        notes = [model_texts.prose(text) for text in texts_of(self._lines, Role.NOTE)]
        for place, note in enumerate(notes, 1):
            collected.put(("отметки", place), note)
        return {
            "grounds": self._grounds(),
            "prepared_by": read_prepared_by(prepared, ("исполнитель",), profile, kind.value, collected),
            "endorsements": read_endorsements(endorsed, ("согласование",), profile, collected),
            "acknowledgements": self._acknowledgements(),
            "copy_mark": read_copy_mark(copied, ("верно",), profile, collected) if copied else None,
            "introduced_by": self._introduced_by(),
            "distribution": self._distribution(),
            "notes": [note.text for note in notes],
        }

    def _grounds(self) -> list[str]:
        made: list[SourceText] = []
        texts = texts_of(self._lines, Role.GROUNDS)
        several = len(texts) > 1
        for text in texts:
            line = model_texts.prose(text)
            found = re.match(r"(?i)основани[ея]\s*:?\s*", line.text) if not made else None
            if found:
                self._collected.put(("основание",), line[: found.end()])
                line = line[found.end() :]
                if not line.text and several:
                    continue
            elif numbered := re.match(r"\d{1,2}[.)]\s*", line.text):
                self._collected.put(("основание",), line[: numbered.end()])
                line = line[numbered.end() :]
            made.append(line)
        for place, ground in enumerate(made, 1):
            self._collected.put(("основание", place), ground)
        return [ground.text for ground in made]

    def _acknowledgements(self) -> list[Acknowledgement]:
        path: Path = ("ознакомление",)
        sheets = [
            line for line in self._lines if line.role is Role.ACKNOWLEDGEMENT and isinstance(line, GridLine)
        ]
        with_sheet = {line.group for line in sheets}
        made: list[Acknowledgement] = []
        for group in self._groups(Role.ACKNOWLEDGEMENT):
            if group[0].group in with_sheet:
                self._collected.put(path, *(line.text for line in group))
                continue
            texts = [line.text for line in group]
            mark = read_acknowledgement(texts, (*path, len(made) + 1), self._profile, self._collected)
            if mark is not None:
                made.append(mark)
        made += read_acquaintance(sheets, path, self._profile, self._collected, len(made))
        return made

    def _introduced_by(self) -> list[Signature]:
        path: Path = ("проект вносит",)
        made: list[Signature] = []
        for group in self._groups(Role.INTRODUCED_BY):
            lines: list[Line] = []
            for line in group:
                found = re.match(r"(?i)\s*проект\s+вн[её]?о?с\w*\s*:?\s*", line.text.text)
                if found:
                    self._collected.put(path, line.text[: found.end()])
                    line = line._replace(text=line.text[found.end() :])  # noqa: PLW2901 (what is left of it)
                if line.text.text.strip():
                    lines.append(line)
            where = (*path, len(made) + 1)
            signature = read_signature(lines, where, self._profile, self._collected) if lines else None
            if signature is not None:
                made.append(signature)
        return made

    def _distribution(self) -> list[str]:
        made: list[SourceText] = []
        for index, text in enumerate(texts_of(self._lines, Role.DISTRIBUTION)):
            line = model_texts.words(text)
            found = re.match(r"(?i)(?:разослать|рассылка|разослано|расчет рассылки)\s*:?\s*", line.text)
            if found and index == 0:
                self._collected.put(("рассылка",), line)
                made += _recipients(line[found.end() :])
            else:
                made.append(line)
        for place, line in enumerate(made, 1):
            self._collected.put(("рассылка", place), line)
        return [line.text for line in made]

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


def _recipients(line: SourceText) -> list[SourceText]:
    """Recipients in one line with their word: «управляющие компании, МУП «Тепло», газета «Вестник».»."""
    ending = len(line.text.rstrip()) - len(line.text.rstrip(" ."))
    parts = line[: len(line.text.rstrip()) - ending].split(r"[,;]\s+(?![^«]*»)")
    return [part for part in parts if part.text.strip()]
