"""Whatever a table is, it is read as a block, nothing in it is lost, and its print reads the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prikaz.model import Alignment
from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables import read_table
from tests.reader.printed_grids import TableBlock, lost, printed

WORDS = [
    *(
        "",
        "",
        "",
        "1",
        "2",
        "1.1.",
        "2.1",
        "I",
        "II.",
        "I. Общее",
        "2. Особое",
        "ЯНВАРЬ",
        "Итого",
        "5",
        "7,5",
    ),
    *("№ п/п", "Мероприятие", "Срок", "Ответственные", "Показатель", "2027 год", "2028", "план 2029"),
    *(
        "Осмотр школ в",
        "районе",
        "отдел,",
        "школы",
        "30.08.2027 31.05.2028",
        "Усов Д.Е.",
        "– методист",
        "{{а}}",
    ),
]
lines = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=3)
extents = st.sampled_from([1, 1, 1, 1, 1, 2, 3])
cells = st.tuples(lines, extents, extents, st.sampled_from([None, None, *Alignment]))
shapes = st.lists(st.lists(cells, max_size=5), max_size=7)
HEADS = [
    ["№ п/п", "Мероприятие", "Срок", "Ответственные"],
    ["№", "Показатель", "2027 год", "2028 год"],
    ["Мероприятие", "Место", "Дата", "Примечание"],
]
whole = st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=4), min_size=1, max_size=6)


def grid(
    rows: list[list[tuple[list[str], int, int, Alignment | None]]], columns: int, head: int, *, printed: bool
) -> Grid:
    number = 0
    made = []
    for row in rows:
        laid = []
        for texts, wide, deep, alignment in row:
            paragraphs = []
            for text in texts:
                paragraphs.append(SourceText.of(text, "word/document.xml", number))
                number += 1
            laid.append(GridCell(tuple(paragraphs), wide, deep, alignment))
        made.append(tuple(laid))
    return Grid(tuple(made), columns, head, printed)


@given(shapes, st.integers(0, 6), st.integers(0, 8), st.booleans())
@settings(max_examples=100)
def test_no_table_is_too_odd_to_be_read(
    rows: list[list[tuple[list[str], int, int, Alignment | None]]], columns: int, head: int, is_printed: bool
) -> None:
    laid = grid(rows, columns, head, printed=is_printed)
    made = read_table(laid)
    assert not lost(laid, [*made.places.values()])
    if isinstance(made.block, TableBlock):
        assert printed(made.block) is not None or not any(rows)


@given(st.sampled_from(HEADS), whole)
@settings(max_examples=100)
def test_what_is_printed_of_a_typed_table_is_read_as_the_same_block(
    head: list[str], rows: list[list[str]]
) -> None:
    laid = grid([[([text], 1, 1, None) for text in row] for row in (head, *rows)], 4, 0, printed=False)
    made = read_table(laid)
    assert not lost(laid, [*made.places.values()])
    assert isinstance(made.block, TableBlock)
    again = printed(made.block)
    assert again is not None
    assert read_table(again).block == made.block
