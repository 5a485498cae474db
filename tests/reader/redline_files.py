"""Pairs of small Word files, an old one and a new one, for properties that hold for all."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from prikaz.docx.content import read_content
from prikaz.docx.revisions import (
    AnyEdit,
    DeletedParagraph,
    DeletedRow,
    Edit,
    InsertedParagraph,
    InsertedRow,
    accepted,
    revise,
)
from prikaz.reader.contents import paragraphs, tables
from tests.docx.content.word_file import p, word_file
from tests.docx.revisions.blocks import block_edits, block_files
from tests.docx.revisions.samples import edits


class Pair(NamedTuple):
    """Two files."""

    old: bytes
    new: bytes


#: Words of a paragraph, or rows of cells of paragraphs.
_Block: TypeAlias = "str | list[list[list[str]]]"

_VOCABULARY = ("провести", "слёт", "школ", "до", "12.03.2027", "срок", "отдел", "№", "5", "план\tсбора")
_LINES = st.lists(st.sampled_from(_VOCABULARY), max_size=7).map(" ".join)
_CELLS = st.lists(_LINES, min_size=1, max_size=2)


def _tables(columns: int) -> SearchStrategy[list[list[list[str]]]]:
    row = st.lists(_CELLS, min_size=columns, max_size=columns)
    return st.lists(row, min_size=1, max_size=4)


@st.composite
def _blocks(draw: DrawFn) -> list[_Block]:
    kinds = st.one_of(_LINES, _LINES, _LINES, st.integers(1, 3).flatmap(_tables))
    return draw(st.lists(kinds, max_size=8))


@st.composite
def _changed(draw: DrawFn, old: list[_Block]) -> list[_Block]:
    """Blocks of which some went, came, or say something else."""
    made: list[_Block] = []
    for block in old:
        kind = draw(st.sampled_from(("stays", "stays", "stays", "goes", "comes", "changes")))
        made += draw(_blocks()) if kind == "comes" else []
        made += [draw(_other(block)) if kind == "changes" else block] if kind != "goes" else []
    return made


@st.composite
def _other(draw: DrawFn, block: _Block) -> _Block:
    if isinstance(block, str):
        words = block.split(" ")
        place = draw(st.integers(0, len(words)))
        return " ".join([*words[:place], draw(_LINES), *words[place + draw(st.integers(0, 1)) :]])
    rows = list(block)
    place = draw(st.integers(0, len(rows) - 1))
    new = draw(st.lists(_CELLS, min_size=len(rows[0]), max_size=len(rows[0])))
    column = draw(st.integers(0, len(new) - 1))
    cell = [*rows[place][:column], new[column], *rows[place][column + 1 :]]
    kind = draw(st.sampled_from(("cell", "cell", "row comes", "row goes")))
    if kind == "row goes" and len(rows) > 1:
        return [*rows[:place], *rows[place + 1 :]]
    return [*rows[:place], new if kind == "row comes" else cell, *rows[place + (kind == "cell") :]]


def _xml(block: _Block) -> str:
    if isinstance(block, str):
        return p(block)
    grid = "".join('<w:gridCol w:w="1000"/>' for _ in block[0])
    rows = ("".join(f"<w:tc>{''.join(map(p, lines))}</w:tc>" for lines in row) for row in block)
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _file(blocks: list[_Block], last: str) -> bytes:
    return word_file("".join(map(_xml, blocks)) + p(last))


@st.composite
def typed_pairs(draw: DrawFn) -> Pair:
    """Files of paragraphs and tables: the new one was made of the old one, or of nothing."""
    old = draw(_blocks())
    new = draw(st.one_of(_changed(old), _changed(old), _blocks()))
    return Pair(_file(old, draw(_LINES)), _file(new, draw(_LINES)))


@st.composite
def edited_pairs(draw: DrawFn) -> Pair:
    """A file with everything that Word knows, and what became of it by edits of words and blocks."""
    old = draw(block_files())
    asked = [*draw(block_edits(old)), *draw(edits(old))]
    return Pair(old, accepted(revise(old, asked).data))


def changed(file: bytes) -> bytes:
    """A file in which some words, paragraphs and rows are others, new or gone."""
    content = read_content(file)
    asked: list[AnyEdit] = []
    for number, (paragraph, _) in enumerate(paragraphs(content)):
        place = (paragraph.part, paragraph.index)
        word = re.search(r"\w+", paragraph.text)
        asked += [Edit(*place, *word.span(), "иное")] if word and number % 4 == 1 else []
        asked += [DeletedParagraph(*place)] if number % 11 == 5 else []
        asked += [InsertedParagraph(*place, f"Новое {number} до 12.03.2027")] if number % 9 == 3 else []
    for table in tables(content):
        for row, ordinal in enumerate(table.ordinals):
            words = tuple(f"слово {row}" for _ in table.rows[row])
            asked += [DeletedRow(table.part, table.index, ordinal)] if row % 5 == 3 else []
            asked += [InsertedRow(table.part, table.index, ordinal, words)] if row % 4 == 1 else []
    return accepted(revise(file, asked).data)
