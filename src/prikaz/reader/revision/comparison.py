"""What differs in the texts of two Word files, as edits of the first one (различия текстов)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, zip_longest
from typing import Final, NamedTuple

from prikaz.docx.content.elements import (
    Content,
    ContentBlock,
    Footnote,
    InlineObject,
    OtherObject,
    Paragraph,
    Picture,
    Table,
)
from prikaz.docx.revisions import AnyEdit, DeletedParagraph, DeletedRow, InsertedParagraph, LeadingParagraph
from prikaz.reader.revision.alignment import (
    Kin,
    Step,
    aligned,
    bag,
    folded,
    kinship,
    likeness,
    without_numbers,
)
from prikaz.reader.revision.difference import Difference, Places, is_plain, words_of
from prikaz.reader.revision.table_differences import of_tables
from prikaz.reader.revision.words import word_edits

#: How alike paragraphs have to be to be the same one, changed.
_LEAST: Final = 0.5
#: How alike paragraphs are that only look alike: one may stand in place of the other.
_IN_PLACE: Final = 0.01
#: How alike tables are that have nothing in common but the number of their columns.
_SAME_COLUMNS: Final = 0.3
_OBJECTS: Final = "сноски, рисунки или другие объекты в абзаце не те же"
_BOXES: Final = "надпись есть только в одном из файлов"
_NOT_PLAIN: Final = "в новом абзаце стоит сноска, рисунок, надпись или другой объект"
_NO_PLACE: Final = "рядом нет абзаца, у которого мог бы встать новый"
_NEW_TABLE: Final = "новую таблицу правкой не записать"
_NEW_HEADER: Final = "такого колонтитула нет в прежнем файле"
_OLD_HEADER: Final = "такого колонтитула нет в новом файле"
_HEADER: Final = "колонтитул"


def differences(old: Content, new: Content) -> Iterator[Difference]:
    """All that differs in the texts of two files: in bodies, notes and boxes, headers and footers.

    Numbers that Word prints by itself are no text; looks are not compared.
    """
    comparison = _Comparison(Places(old, new))
    yield from comparison.of_blocks(_body(old), _body(new))
    yield from comparison.of_headers(_headers(old), _headers(new))


def _body(content: Content) -> list[ContentBlock]:
    return [block for section in content.sections for block in section.blocks]


def _headers(content: Content) -> dict[str, list[ContentBlock]]:
    """Blocks of headers and footers by their parts."""
    found: dict[str, list[ContentBlock]] = {}
    for section in content.sections:
        for block in section.headers:
            found.setdefault(block.part, []).append(block)
    return found


class _Comparison:
    """Two Word files beside each other.

    Args:
        places: Where things stand in them.
    """

    def __init__(self, places: Places) -> None:
        self._places = places

    def of_headers(
        self, old: dict[str, list[ContentBlock]], new: dict[str, list[ContentBlock]]
    ) -> Iterator[Difference]:
        """What differs in headers: as many are the same ones in order, else those of the same name are."""
        if len(old) == len(new):
            for blocks, new_blocks in zip(old.values(), new.values(), strict=True):
                yield from self.of_blocks(blocks, new_blocks)
            return
        for part in dict.fromkeys((*old, *new)):
            blocks, new_blocks = old.get(part, []), new.get(part, [])
            if blocks and new_blocks:
                yield from self.of_blocks(blocks, new_blocks)
            elif words := words_of(blocks):
                yield Difference(_HEADER, words, "", obstacle=_OLD_HEADER)
            elif words := words_of(new_blocks):
                yield Difference(_HEADER, "", words, obstacle=_NEW_HEADER)

    def of_blocks(self, old: Sequence[ContentBlock], new: Sequence[ContentBlock]) -> Iterator[Difference]:
        """What differs in the blocks of a body, a cell, a box, a note or a header."""
        runs = [list(run) for _, run in groupby(_steps(old, new), key=lambda step: step[0] is None)]
        before: list[ContentBlock] = []
        for number, run in enumerate(runs):
            if run[0][0] is None:
                behind = [old[was] for was, _ in chain(*runs[number + 1 : number + 2]) if was is not None][:1]
                came = [new[is_now] for _, is_now in run if is_now is not None]
                yield from self._of_new(came, _real(before), _real(behind))
                continue
            for was, is_now in run:
                if was is not None:
                    before = [old[was]] if is_now is not None else [*before, old[was]]
                    yield from self._of_old(old[was], None if is_now is None else new[is_now])

    def _of_old(self, old: ContentBlock, new: ContentBlock | None) -> Iterator[Difference]:
        match old, new:
            case Paragraph(), Paragraph():
                yield from self._of_paragraphs(old, new)
            case Table(), Table():
                yield from of_tables(old, new, self._places, self.of_blocks)
            case Paragraph(), _:
                yield self._of_gone(old, [DeletedParagraph(old.part, old.index)])
            case Table(), _:
                yield self._of_gone(old, [DeletedRow(old.part, old.index, row) for row in old.ordinals])

    def _of_gone(self, old: ContentBlock, edits: Sequence[AnyEdit]) -> Difference:
        stop = "строка" if isinstance(old, Table) else ""
        return Difference(self._places.old([old], stop), words_of([old]), "", tuple(edits))

    # Paragraphs

    def _of_paragraphs(self, old: Paragraph, new: Paragraph) -> Iterator[Difference]:
        place = self._places.old([old])
        edits = tuple(word_edits(old, new.text))
        if edits:
            yield Difference(place, old.text, new.text, edits)
        for was, is_now in zip_longest(old.objects, new.objects):
            if isinstance(was, Footnote) and isinstance(is_now, Footnote):
                yield from self.of_blocks(was.paragraphs, is_now.paragraphs)
            elif _said(was) != _said(is_now):
                yield Difference(place, old.text, new.text, obstacle=_OBJECTS)
                break
        for box, new_box in zip_longest(old.boxes, new.boxes):
            if box is not None and new_box is not None:
                yield from self.of_blocks(box, new_box)
            else:
                yield Difference(place, words_of(box or ()), words_of(new_box or ()), obstacle=_BOXES)

    def _of_new(
        self, came: Sequence[ContentBlock], before: Sequence[Paragraph], behind: Sequence[Paragraph]
    ) -> Iterator[Difference]:
        """Blocks that came between two old ones.

        Args:
            came: What came.
            before: The old paragraph before them, and all those behind it that went.
            behind: The old one behind them.
        """
        places: list[tuple[type[InsertedParagraph | LeadingParagraph], Paragraph]] = [
            *((InsertedParagraph, each) for each in before),
            *((LeadingParagraph, each) for each in behind),
        ]
        for new in came:
            stop = "строка" if isinstance(new, Table) else ""
            found = Difference(self._places.new([new], stop), "", words_of([new]))
            if isinstance(new, Table) or not places or not is_plain(new):
                yield found._replace(obstacle=_obstacle(new))
                continue
            places = places[_most_alike([each for _, each in places], new) :]
            made, beside = places[0]
            yield found._replace(edits=(made(beside.part, beside.index, new.text),))


def _obstacle(new: ContentBlock) -> str:
    if isinstance(new, Table):
        return _NEW_TABLE
    return _NO_PLACE if is_plain(new) else _NOT_PLAIN


def _real(blocks: Iterable[ContentBlock]) -> list[Paragraph]:
    """The paragraphs of blocks that the file has."""
    return [block for block in blocks if isinstance(block, Paragraph) and block.index >= 0]


def _most_alike(paragraphs: Sequence[Paragraph], new: Paragraph) -> int:
    """Which of some paragraphs looks most like a new one."""
    looks = [sum(a == b for a, b in zip(_looks(each), _looks(new), strict=True)) for each in paragraphs]
    return looks.index(max(looks))


def _looks(paragraph: Paragraph) -> tuple[object, ...]:
    is_bold = any(run.format.bold for run in paragraph.runs)
    is_counted = paragraph.number is not None
    indents = (paragraph.indent, paragraph.first_line)
    return (paragraph.style, paragraph.alignment, paragraph.outline_level, is_counted, *indents, is_bold)


def _said(thing: InlineObject | None) -> object:
    """What an object is, as far as its paragraphs do not say it."""
    match thing:
        case Picture():
            return thing.data
        case OtherObject():
            return thing.kind
        case _:
            return type(thing)


# Alignment


def _steps(old: Sequence[ContentBlock], new: Sequence[ContentBlock]) -> list[Step]:
    if len(old) == len(new) == 1 and type(old[0]) is type(new[0]):
        return [(0, 0)]
    traits, new_traits = ([_Traits.of(block) for block in blocks] for blocks in (old, new))
    same = [
        ([each.exact for each in traits], [each.exact for each in new_traits]),
        ([each.loose for each in traits], [each.loose for each in new_traits]),
    ]
    return aligned(len(old), len(new), Kin(same, lambda one, other: traits[one].alike(new_traits[other])))


class _Traits(NamedTuple):
    """What a block is known again by.

    Attributes:
        exact: Its words; None for none.
        loose: Its words without numbers; of a table, those of its first row.
        words: Its words, counted.
        columns: Of a table, how many columns it has; 0 for a paragraph.
        look: How a paragraph looks.
    """

    exact: tuple[int, str] | None
    loose: tuple[int, str] | None
    words: frozenset[tuple[str, int]]
    columns: int
    look: tuple[object, ...] = ()

    @classmethod
    def of(cls, block: ContentBlock) -> _Traits:
        text = folded(words_of([block]))
        if isinstance(block, Table):
            columns = len(block.widths)
            head = folded(words_of(each for cell in block.rows[0] for each in cell.blocks))
            return cls((columns, text), (columns, without_numbers(head)), bag(text), columns)
        if not text:
            return cls(None, None, frozenset(), 0)
        return cls((0, text), (0, without_numbers(text)), bag(text), 0, _looks(block))

    def alike(self, other: _Traits) -> float:
        """How alike two blocks are."""
        if not self.columns and not other.columns:
            return self._alike_paragraph(other)
        if not self.columns or not other.columns:
            return 0.0
        floor = _SAME_COLUMNS if self.columns == other.columns else 0.0
        return floor + (1 - floor) * likeness(self.words, other.words)

    def _alike_paragraph(self, other: _Traits) -> float:
        if bool(self.words) is not bool(other.words):
            return 0.0
        share = kinship(self.words, other.words, _LEAST)
        return share or (_IN_PLACE if self.look == other.look else 0.0)
