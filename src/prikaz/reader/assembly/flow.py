"""The text of a document or of an annex: its lines as clauses and blocks (текст)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from prikaz.model import Alignment, Marker
from prikaz.model.resolution.markers import SECTIONS
from prikaz.reader.assembly.clause_tree import ClauseTree
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
from prikaz.reader.assembly.labels import Label, labelled
from prikaz.reader.paper import GridLine, Line, PaperLine, PictureLine, Role
from prikaz.reader.source_text import SourceText

#: Roles of the lines that a text is made of.
TEXT_ROLES: Final = frozenset(
    {
        Role.CLAUSE,
        Role.PARAGRAPH,
        Role.SUBHEADING,
        Role.MEMBER,
        Role.TABLE,
        Role.TABLE_NOTE,
        Role.ILLUSTRATION,
        Role.CAPTION,
    }
)
#: What may stand before the title of a section.
_OF_HEADINGS: Final = frozenset({Marker.NUMBER, Marker.ROMAN, Marker.CHAPTER, Marker.ARTICLE})
_OPENING: Final = ("«", '"', "“", "„")
#: So many lines of a new wording are looked at for its end.
_LONGEST_WORDING: Final = 1000
_ENDS: Final = re.compile(r"[»\"”“][\s.;,]*$")


class _Seen(NamedTuple):
    """What a line shows before it is placed.

    Attributes:
        line: The line.
        label: What is typed or printed before it; of clauses and of subheadings.
        typed: The characters of the label.
        text: What stands behind it.
    """

    line: PaperLine
    label: Label | None
    typed: SourceText
    text: SourceText


def text_blocks(lines: Iterable[PaperLine], title: str, *, are_clauses: bool) -> list[BlockDraft]:
    """The lines of a text as blocks; clauses are a block as well.

    Args:
        lines: Lines of :data:`TEXT_ROLES`.
        title: What the text is about: it helps to understand a table.
        are_clauses: Whether paragraphs before the first number are clauses too, as in what orders something.
    """
    return _Flow(_all_seen(lines), title, are_clauses=are_clauses).read()


def _all_seen(lines: Iterable[PaperLine]) -> list[_Seen]:
    """The lines with their labels; each label is understood by those above it."""
    before: dict[Marker, Label] = {}
    made = []
    for line in lines:
        seen = _seen(line, before)
        if seen.label is not None and seen.label.numbers:
            before[seen.label.marker] = seen.label
        made.append(seen)
    return made


def _seen(line: PaperLine, before: Mapping[Marker, Label]) -> _Seen:
    nothing = SourceText("")
    if not isinstance(line, Line):
        return _Seen(line, None, nothing, nothing)
    plain = _Seen(line, None, nothing, line.text)
    if line.role is Role.CLAUSE:
        return _Seen(line, *labelled(line.text, line.number, before))
    if line.role is Role.SUBHEADING and not line.is_apart:
        seen = _Seen(line, *labelled(line.text, line.number, before))
        return seen if seen.label and seen.label.marker in _OF_HEADINGS else plain
    return plain


class _Flow:
    """Reads one text line by line."""

    def __init__(self, lines: Sequence[_Seen], title: str, *, are_clauses: bool) -> None:
        self._lines = lines
        self._title = title
        self._are_clauses = are_clauses
        self._tree = ClauseTree()
        self._blocks: list[BlockDraft] = []
        labels = [seen.label for seen in lines]
        self._next_counted = _ahead(labels, lambda label: label.marker is not Marker.DASH)
        self._next_number = _ahead(labels, lambda label: label.marker is Marker.NUMBER)
        self._next_section = _ahead(labels, lambda label: label.marker in SECTIONS)
        self._at = 0
        # lines that are looked at for the ends of quotations: in proportion to what there is
        self._to_look_at = 10 * len(lines) + _LONGEST_WORDING

    def read(self) -> list[BlockDraft]:
        while self._at < len(self._lines):
            seen = self._lines[self._at]
            wording = self._wording_at(self._at)
            if wording:
                self._hold(WordingDraft(_quoted(self._lines[self._at : wording])))
                self._at = wording
                continue
            self._place(seen)
            self._at += 1
        return self._blocks

    def _place(self, seen: _Seen) -> None:
        line = seen.line
        if isinstance(line, GridLine):
            self._hold(TableDraft(line.grid, self._title))
        elif isinstance(line, PictureLine):
            self._hold(PictureDraft(line))
        elif line.role is Role.SUBHEADING:
            self._subheading(line, seen)
        elif seen.label is not None:
            self._clause(line, seen, seen.label)
        elif line.role in {Role.CLAUSE, Role.PARAGRAPH}:
            self._paragraph(line)
        elif line.role is Role.MEMBER:
            last = self._last_held()
            if isinstance(last, MembersDraft):
                last.lines.append(line)
            else:
                self._hold(MembersDraft([line]))
        else:
            self._below(line)

    def _below(self, line: Line) -> None:
        """A note under a table, a caption under a picture; without them a paragraph."""
        last = self._last_held()
        if line.role is Role.TABLE_NOTE and isinstance(last, TableDraft):
            last.notes.append(line.text)
        elif line.role is Role.CAPTION and isinstance(last, PictureDraft) and not last.caption:
            last.caption = line.text
        else:
            self._hold(ParagraphDraft(line.text, line.alignment))

    # Clauses ------------------------------------------------------------------------------------------------

    def _clause(self, line: Line, seen: _Seen, label: Label) -> None:
        begun = self._tree.add(
            label,
            seen.text,
            seen.typed,
            is_heading=line.is_heading or (line.role is Role.SUBHEADING and not _is_bare(seen)),
            level=line.level,
            following=self._next_counted[self._at],
        )
        self._begin(begun)

    def _begin(self, begun: ListDraft | None) -> None:
        if begun is not None:
            self._blocks.append(begun)

    def _paragraph(self, line: Line) -> None:
        current = self._tree.current
        if line.is_apart:
            self._tree.close()
            self._blocks.append(ParagraphDraft(line.text, line.alignment))
        elif current is not None and _waits_for_text(current):
            current.lines = [line.text]
        elif current is None:
            if line.role is Role.CLAUSE or self._opens_clauses(line):
                self._begin(self._tree.add_unnumbered(line.text))
            else:
                self._blocks.append(ParagraphDraft(line.text, line.alignment))
        elif line.role is Role.CLAUSE and line.level:
            self._tree.add_listed(line.text)
        elif line.alignment is not Alignment.JUSTIFIED or current.blocks:
            current.blocks.append(ParagraphDraft(line.text, line.alignment))
        elif current.is_section or self._is_clause_by_itself() or self._leaves_dashes(line):
            self._tree.add_unnumbered(line.text)
        else:
            current.lines.append(line.text)

    def _opens_clauses(self, line: Line) -> bool:
        """Whether a paragraph without a number is a clause, as in what orders something."""
        return self._are_clauses and not self._blocks and line.alignment is Alignment.JUSTIFIED

    def _leaves_dashes(self, line: Line) -> bool:
        """Whether a clause without a number comes behind the dashes under another one without."""
        current = self._tree.current
        if line.role is not Role.CLAUSE or current is None or current.marker is not Marker.DASH:
            return False
        return current.parent is not None and current.parent.marker is Marker.ABSENT

    def _is_clause_by_itself(self) -> bool:
        """Whether a paragraph is a clause like the one before it, which has no number either."""
        current = self._tree.current
        return current is not None and current.marker is Marker.ABSENT

    def _subheading(self, line: Line, seen: _Seen) -> None:
        if seen.label is not None:
            self._clause(line, seen, seen.label)
            return
        current = self._tree.current
        if current is not None and self._goes_on():
            following = self._next_label()
            if following is not None and len(following.numbers) == 1 and following.marker is Marker.NUMBER:
                self._tree.add_unnumbered(line.text, is_heading=True)
            else:
                current.blocks.append(ParagraphDraft(line.text, is_heading=True))
            return
        self._tree.close()
        self._blocks.append(ParagraphDraft(line.text, is_heading=True))

    def _goes_on(self) -> bool:
        """Whether the numbers of the list go on behind this line."""
        ahead = (listed[self._at] for listed in (self._next_counted, self._next_number, self._next_section))
        return any(label is not None and self._tree.goes_on_with(label) for label in ahead)

    def _next_label(self) -> Label | None:
        for seen in self._lines[self._at + 1 : self._at + _LONGEST_WORDING]:
            if seen.label is not None:
                return seen.label
        return None

    # Blocks -------------------------------------------------------------------------------------------------

    def _hold(self, block: BlockDraft) -> None:
        current = self._tree.current
        (self._blocks if current is None else current.blocks).append(block)

    def _last_held(self) -> BlockDraft | None:
        current = self._tree.current
        held = self._blocks if current is None else current.blocks
        return held[-1] if held else None

    def _wording_at(self, start: int) -> int:
        """Behind the last line of the new wording that begins here; 0 when none does."""
        seen, current = self._lines[start], self._tree.current
        if current is None or seen.label is not None or not isinstance(seen.line, Line):
            return 0
        opens = seen.line.text.text.lstrip()[:1] in _OPENING and seen.line.role in {
            Role.CLAUSE,
            Role.PARAGRAPH,
        }
        if not opens or current.blocks or not current.lines[-1].text.rstrip().endswith(":"):
            return 0
        end = _end_of_quotation(self._lines, start, min(self._to_look_at, _LONGEST_WORDING))
        self._to_look_at -= (end or start + _LONGEST_WORDING) - start
        return end


def _is_bare(seen: _Seen) -> bool:
    """Whether a number stands alone on its line, «§ 1»: the text comes on the next one."""
    return seen.label is not None and seen.label.marker is Marker.NUMBER and not seen.text.text.strip()


def _waits_for_text(clause: ClauseDraft) -> bool:
    """Whether a clause has its number on a line of its own, «§ 1», and as yet no text."""
    is_sign = (
        clause.marker is Marker.NUMBER
        and bool(clause.typed.text.strip())
        and not clause.typed.text.strip()[0].isdigit()
    )
    return is_sign and not any(line.text.strip() for line in clause.lines) and not clause.blocks


def _end_of_quotation(lines: Sequence[_Seen], start: int, longest: int) -> int:
    """Behind the last line of a quotation of so many lines at most; 0 when it does not end."""
    depth = 0
    for index in range(start, min(len(lines), start + longest)):
        line = lines[index].line
        text = line.text.text if isinstance(line, Line) else ""
        straight = text.count('"')
        depth += text.count("«") + text.count("„") - text.count("»") - text.count("”")
        if _ENDS.search(text) and depth <= 0 and (straight % 2 == 0 or index > start):
            return index + 1
    return 0


def _quoted(lines: Sequence[_Seen]) -> list[BlockDraft]:
    """What a new wording holds: nothing in it is counted."""
    blocks: list[BlockDraft] = []
    for seen in lines:
        line = seen.line
        last = blocks[-1] if blocks else None
        if isinstance(line, GridLine):
            blocks.append(TableDraft(line.grid, ""))
        elif isinstance(line, PictureLine):
            blocks.append(PictureDraft(line))
        elif line.role is Role.MEMBER:
            if isinstance(last, MembersDraft):
                last.lines.append(line)
            else:
                blocks.append(MembersDraft([line]))
        elif line.role is Role.TABLE_NOTE and isinstance(last, TableDraft):
            last.notes.append(line.text)
        elif line.role is Role.CAPTION and isinstance(last, PictureDraft):
            last.caption = line.text
        else:
            number = SourceText(f"{line.number} " if line.number else "")
            is_heading = line.role is Role.SUBHEADING
            blocks.append(ParagraphDraft(number + line.text, line.alignment, is_heading=is_heading))
    return blocks


def _ahead(labels: Sequence[Label | None], chosen: Callable[[Label], bool]) -> list[Label | None]:
    """For each line the next label behind it that is one of those chosen."""
    found: list[Label | None] = []
    following: Label | None = None
    for label in reversed(labels):
        found.append(following)
        if label is not None and chosen(label):
            following = label
    return found[::-1]
