"""Clauses and blocks as objects of the model, each with its path (готовые пункты и блоки)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from prikaz.errors import ModelError
from prikaz.findings import Path
from prikaz.model import (
    Block,
    Clause,
    ClauseList,
    Heading,
    Illustration,
    Image,
    IndicatorTable,
    Marker,
    Member,
    Membership,
    NewWording,
    OfficeProfile,
    Paragraph,
    Position,
    Roadmap,
    Table,
)
from prikaz.model.blocks import BLOCKS
from prikaz.model.resolution.numbering import NumberedClause, usual_marker
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.drafts import (
    BlockDraft,
    ClauseDraft,
    ListDraft,
    MembersDraft,
    ParagraphDraft,
    PictureDraft,
    TableDraft,
    WordingDraft,
)
from prikaz.reader.assembly.executions import read_execution
from prikaz.reader.assembly.labels import Label
from prikaz.reader.assembly.persons import in_full, name_at_end, person_of
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables import ReadTable, read_table
from prikaz.reader.tables.membership import ROLE_FIRST, role_of_heading

_NAMES: Final = {cls: name for name, cls in BLOCKS.items()}
#: How a picture is printed where its author has not said how wide it is, in millimetres of a point.
_USUAL_MM: Final = 25.4 / 150
_CAPTION: Final = re.compile(
    r"рис(?:унок|\.)[ \u00a0]?(?:№[ \u00a0]?)?(?P<number>\d{1,4})(?:[ \u00a0]*[–—.:-])*[ \u00a0]*",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"(?i)(?:^|,\s*)(?P<role>(?:(?:со|заместитель\s+|зам\.\s*)?председател|(?:ответственный\s+)?секретар|член)\w*)"
)
_DASH: Final = re.compile(r"\t+|(?<![ \u00a0])(?:[ \u00a0]+[-–—][ \u00a0]+|[ \u00a0]*[–—][ \u00a0]+)")


class Finisher:
    """Makes objects of drafts from the outermost to the innermost, so that each knows its path.

    Attributes:
        collected: Places and doubts.
        labels: What was typed before the clauses, by their paths.
    """

    def __init__(self, profile: OfficeProfile, collected: Collector) -> None:
        self._profile = profile
        self._pictures = 0
        self.collected = collected
        self.labels: dict[Path, tuple[Label, SourceText]] = {}

    # Clauses ------------------------------------------------------------------------------------------------

    def clause_list(self, draft: ListDraft, path: Path) -> ClauseList:
        """The clauses of a list, with what it has to say of what stands before them."""
        with_section = bool(draft.with_section)
        clauses, marker = self._group(draft.clauses, path, None, with_section=with_section)
        return ClauseList(clauses=clauses, clause_marker=marker, with_section=with_section)

    def _group(
        self, drafts: Sequence[ClauseDraft], path: Path, parent: NumberedClause | None, *, with_section: bool
    ) -> tuple[tuple[Clause, ...], Marker | None]:
        """The clauses of a group, and what has to be said of what stands before them."""
        usual = usual_marker(parent)
        counts = Counter(draft.marker for draft in drafts)
        most = max(counts, key=lambda marker: (counts[marker], marker is usual))
        items = [
            NumberedClause(Clause(text=""), 1, "", (*path, place), draft.marker, parent, with_section)
            for place, draft in enumerate(drafts, 1)
        ]
        made = [
            self._clause(draft, item, draft.marker if draft.marker is not most else None)
            for draft, item in zip(drafts, items, strict=True)
        ]
        return tuple(made), None if most is usual else most

    def _clause(self, draft: ClauseDraft, item: NumberedClause, marker: Marker | None) -> Clause:
        path = item.path
        self._place_label(draft, path)
        lines = [model_texts.prose(line) for line in draft.lines]
        execution = read_execution(lines[-1]) if len(lines) > 1 else None
        if execution is not None:
            where = "сроки" if execution.deadlines else "ответственные"
            self.collected.put((*path, where), lines.pop())
        self.collected.put((*path, "текст"), *lines)
        held: tuple[Block, ...] = self.blocks(draft.blocks, path) if draft.blocks else ()
        inner, said = (
            self._group(draft.clauses, (*path, "подпункты"), item, with_section=item.with_section)
            if draft.clauses
            else ((), None)
        )
        return Clause(
            text="\n".join(line.text for line in lines),
            marker=marker,
            is_heading=draft.is_heading and draft.marker in {Marker.NUMBER, Marker.ABSENT},
            deadlines=execution.deadlines if execution else (),
            responsible=execution.responsible if execution else (),
            blocks=held,
            clause_marker=said,
            clauses=inner,
        )

    def _place_label(self, draft: ClauseDraft, path: Path) -> None:
        if draft.label is not None:
            self.collected.put(path, draft.typed)
            self.labels[path] = (draft.label, draft.typed)

    # Blocks -------------------------------------------------------------------------------------------------

    def blocks(self, drafts: Sequence[BlockDraft], holder: Path) -> tuple[Block, ...]:
        """The blocks of a holder."""
        tables = {
            index: read_table(draft.grid, draft.title)
            for index, draft in enumerate(drafts)
            if isinstance(draft, TableDraft)
        }
        made: list[Block] = []
        for index, draft in enumerate(drafts):
            kind: type[Block] = type(tables[index].block) if index in tables else _kind(draft)
            name = _NAMES[kind]
            path = (*holder, name) if len(drafts) == 1 else (*holder, "блоки", index + 1, name)
            made.append(self._block(draft, path, tables.get(index)))
        return tuple(made)

    def _block(self, draft: BlockDraft, path: Path, table: ReadTable | None) -> Block:
        match draft:
            case ListDraft():
                return self.clause_list(draft, (*path, "пункты"))
            case ParagraphDraft():
                return self._paragraph(draft, path)
            case MembersDraft():
                return self._members(draft, path)
            case TableDraft():
                assert table is not None  # noqa: S101 (read before its path was known)
                return self._table(draft, path, table)
            case PictureDraft():
                return self._picture(draft, path)
            case WordingDraft():
                return NewWording(blocks=self.blocks(draft.blocks, path))

    def _paragraph(self, draft: ParagraphDraft, path: Path) -> Block:
        text = model_texts.title(draft.text) if draft.is_heading else model_texts.prose(draft.text)
        self.collected.put((*path, "текст"), text)
        if draft.is_heading:
            return Heading(text=text.text)
        return Paragraph(text=text.text, alignment=draft.alignment)

    def _table(self, draft: TableDraft, path: Path, table: ReadTable) -> Block:
        self.collected.take_in(path, table.places, table.doubts)
        notes = [model_texts.prose(note) for note in draft.notes]
        for place, note in enumerate(notes, 1):
            self.collected.put((*path, "примечания", place), note)
        block = table.block
        if notes and isinstance(block, Roadmap | IndicatorTable | Table):
            return attrs.evolve(block, notes=(*block.notes, *(note.text for note in notes)))
        return block

    def _members(self, draft: MembersDraft, path: Path) -> Membership:
        lines = [line.text for line in draft.lines]
        ends = _ends_of_list([line.text for line in lines if not _is_over_members(line)])
        members: list[Member] = []
        heading = SourceText("")
        for line in lines:
            here = (*path, "члены", len(members) + 1)
            if _is_over_members(line):
                heading = line
                continue
            member = self._member(line[: len(line) - ends], here)
            self.collected.put(here, line)
            if heading:
                role = member.role or role_of_heading(heading)
                self.collected.put((*here, "роль"), heading)
                member = attrs.evolve(member, role=role)
                heading = heading if role else SourceText("")
            members.append(member)
        if not members:
            members.append(self._member(heading, (*path, "члены", 1)))
        return Membership(members=members)

    def _member(self, line: SourceText, path: Path) -> Member:
        name, words = _name_and_words(line)
        said = model_texts.words(name)
        person, is_certain = person_of(said.text, in_full)
        self.collected.put((*path, "фамилия"), name)
        if not is_certain and said.text:
            reason = "по записи лица не понять, где фамилия"
            self.collected.doubt(
                name, (*path, "фамилия"), reason, "разнесите по полям: фамилия, имя, отчество"
            )
        position, role = _position_and_role(model_texts.prose(words))
        if position:
            self.collected.put((*path, "должность"), position)
            person = attrs.evolve(person, position=Position(title=position.text))
        self.collected.put((*path, "роль"), role)
        return Member(person=person, role=role.text)

    def _picture(self, draft: PictureDraft, path: Path) -> Block:
        picture, caption = draft.picture, model_texts.prose(draft.caption)
        found = _CAPTION.match(caption.text)
        is_counted = found is not None and int(found["number"]) == self._pictures + 1
        try:
            image = Image(picture.data)
        except ModelError as error:
            self.collected.doubt(caption, path, error.message, error.hint)
            self.collected.put((*path, "текст"), caption)
            return Paragraph(text=caption.text)
        said = caption
        if found and is_counted and caption.text[found.end() :]:
            self._pictures += 1
            said = caption[found.end() :]
        else:
            is_counted = False
        self.collected.put((*path, "подпись"), caption)
        is_caption = model_texts.bare(picture.description) == model_texts.bare(caption.text)
        described = "" if is_caption else picture.description
        return Illustration(
            image=image,
            width=_width(image, picture.width),
            caption=said.text,
            numbered=is_counted or not caption.text or found is not None,
            description=described,
        )


def _width(image: Image, printed: float) -> int | None:
    """The width that the author has given; None when it is that of the picture."""
    usual = image.info.width * _USUAL_MM
    if not printed or abs(usual - printed) < 1:
        return None
    return max(1, min(558, round(printed)))


def _kind(draft: BlockDraft) -> type[Block]:
    match draft:
        case ListDraft():
            return ClauseList
        case ParagraphDraft():
            return Heading if draft.is_heading else Paragraph
        case MembersDraft():
            return Membership
        case PictureDraft():
            return Illustration
        case WordingDraft():
            return NewWording
    return Table


def _is_over_members(line: SourceText) -> bool:
    """Whether a line names the role of the members below it: «Члены комиссии:»."""
    return line.text.rstrip().endswith(":") and _DASH.search(line.text) is None


def _ends_of_list(lines: Sequence[str]) -> int:
    """How many signs end each line of a list, «;» and at last «.»: one or none."""
    *others, last = [line.rstrip()[-1:] for line in lines] or [""]
    return int(bool(others) and set(others) <= set(";,") and last in ".;")


def _name_and_words(line: SourceText) -> tuple[SourceText, SourceText]:
    """A member by name, and what is said of them."""
    if led := ROLE_FIRST.match(line.text):
        role, name, rest = (line[slice(*led.span(part))] for part in ("role", "name", "rest"))
        return name, SourceText.join(", ", [part for part in (rest, _lowered(role)) if part.text.strip()])
    found = _DASH.search(line.text)
    if found is None:
        start = name_at_end(line.text)
        if start > 0:
            return line[start:], line[:start].strip()
        return line, SourceText("")
    behind = line[found.end() :]
    dash = re.match(r"[ \u00a0]*[-–—][ \u00a0]*", behind.text)
    return line[: found.start()], behind[dash.end() :] if dash else behind


def _lowered(text: SourceText) -> SourceText:
    return text.replaced(r"^\w", lambda found: found[0].lower())


def _position_and_role(words: SourceText) -> tuple[SourceText, SourceText]:
    """«методист, секретарь комиссии»: the position, and the role behind it or alone."""
    nothing = SourceText("")
    roles = [*_ROLE.finditer(words.text)]
    found = roles[-1] if roles else None
    if found is None:
        return words, nothing
    if found.start() == 0:
        return nothing, words
    return words[: found.start()], words[found.start("role") :]
