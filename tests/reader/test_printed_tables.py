"""What the writer prints as a table is read as a block that prints the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prikaz import Activity, Cell, Column, Indicator, IndicatorTable, Roadmap, Section, Table
from prikaz.model import Alignment, OfficeProfile, RowNumbers, SectionNumbers, Target
from prikaz.reader.paper import Grid
from prikaz.reader.tables import read_table
from tests.examples.test_examples import draft_of
from tests.files.strategies import DEADLINES, objects
from tests.reader.printed_grids import TableBlock, cells, lost, printed, printed_tables

WORDS = [
    "",
    "Открыть выставку",
    "отдел образования, школы района",
    "Приказ № 5 от 01.09.2027",
    "до 16 марта 2027 г.",
    "Доля школ, %",
    "I. Общее",
    "1. Общее",
    "Итого",
    "5",
    "12,5",
    "1 250",
    "а\nб",
    "а,\nб",
    "а,",
    "«Ёлка»",
    "{{а}}",
    "ФЕВРАЛЬ",
    "2027",
    "2027 год",
    "Ответственный",
]
texts = st.sampled_from(WORDS)
several = st.lists(texts, max_size=3).map(tuple)
HEADS = [
    "Срок",
    "Сроки",
    "Дата проведения",
    "Место",
    "Документ",
    "№ п/п",
    "Сумма, руб.",
    "2027 год",
    "Этап\nработы",
]


def columns(known: list[str]) -> st.SearchStrategy[tuple[Column, ...]]:
    """Columns in any order, with heads of their own and without."""
    titled = st.builds(Column, key=st.sampled_from(known), title=st.sampled_from(["", "", *HEADS])).filter(
        lambda column: column.key != "номер" or not column.title
    )
    own = st.builds(Column, key=st.sampled_from(["место", "сумма"]), title=st.sampled_from(HEADS))
    return st.lists(titled | own, max_size=5, unique_by=lambda column: column.key).map(tuple)


activities = st.builds(
    Activity,
    title=texts,
    deadlines=st.lists(st.sampled_from(DEADLINES), max_size=2),
    responsible=several,
    result=several,
    document=several,
    note=texts,
    other=st.fixed_dictionaries({}, optional={"место": texts, "сумма": st.sampled_from(["5", "7,5", ""])}),
    by_year=st.fixed_dictionaries(
        {}, optional={2027: st.sampled_from(DEADLINES), 2028: st.just("постоянно")}
    ),
)
PLAN = ["номер", "мероприятие", "срок", "годы", "ответственный", "результат", "документ", "примечание"]
common: dict[str, Any] = {
    "columns": columns(PLAN),
    "years": st.sampled_from([(), (2027, 2028), (2028, 2027)]),
    "row_numbers": st.sampled_from([None, *RowNumbers]),
    "section_numbers": st.sampled_from(SectionNumbers),
    "total": st.booleans(),
}
roadmaps = st.builds(Roadmap, activities=st.lists(activities, min_size=1, max_size=4), **common) | st.builds(
    Roadmap,
    sections=st.lists(
        st.builds(Section, title=texts, activities=st.lists(activities, max_size=3)), min_size=1, max_size=3
    ),
    **common,
)
targets = st.sampled_from(["", "5", "не менее 12,5", "12.50", "5 000", "12000", "да", "до 5", "12 %"])
indicators = st.builds(
    IndicatorTable,
    columns=columns(["номер", "показатель", "единица", "формула", "база", "годы", "примечание"]),
    years=st.sampled_from([(), (2027, 2028), (2028,)]),
    indicators=st.lists(
        st.builds(
            Indicator,
            name=texts,
            unit=texts,
            formula=texts,
            base=st.none() | targets.map(lambda words: Target(words=words)) | targets.map(Target.parse),
            targets=st.fixed_dictionaries({}, optional={2027: targets, 2028: targets}),
            note=texts,
        ),
        min_size=1,
        max_size=3,
    ),
)
ALIGNMENTS = st.sampled_from([None, None, None, *Alignment])
merged = st.builds(Cell, text=texts, columns=st.integers(1, 2), rows=st.integers(1, 2), alignment=ALIGNMENTS)
rows = st.lists(st.lists(merged | st.builds(Cell, text=texts), min_size=2, max_size=3), max_size=4)
row_of_three = st.lists(texts | targets, min_size=3, max_size=3)
free = st.builds(Table, header=st.lists(row_of_three, max_size=1), rows=rows, total=st.booleans())
tellings = st.sampled_from(["№ п/п", "Мероприятие", *HEADS, "Показатель", "2028 год"])
heads = st.lists(tellings, min_size=3, max_size=3)
body: dict[str, Any] = {"rows": st.lists(row_of_three, min_size=1, max_size=4), "total": st.booleans()}
plain = st.builds(Table, header=st.lists(heads, max_size=2), **body) | st.builds(
    Table, columns=st.lists(tellings, min_size=3, max_size=3, unique=True), **body
)


def reread(block: TableBlock) -> None:
    grid = printed(block)
    assume(grid is not None)
    if grid is not None:
        assert_the_same(block, grid)


def assert_the_same(block: TableBlock, grid: Grid, profile: OfficeProfile | None = None) -> None:
    read = read_table(grid)
    assert not lost(grid, [*read.places.values()])
    assert isinstance(read.block, TableBlock)
    again = printed(read.block, profile)
    assert again is not None
    whole, first = cells(again), cells(grid)
    if not isinstance(read.block, type(block)):  # how cells stand is of free tables alone
        whole, first = without_alignment(whole), without_alignment(first)
    assert whole == first, read.block
    assert read_table(again).block == read.block


def without_alignment(whole: Any) -> Any:
    count, head, laid = whole
    return count, head, [[cell[:3] for cell in row] for row in laid]


@pytest.mark.gallery
def test_every_table_of_an_example_is_read_as_it_is(example: Path) -> None:
    draft = draft_of(example)
    order, profile = draft.order, draft.profile
    for block, grid in printed_tables(order, profile):
        assert_the_same(block, grid, profile)
        assert isinstance(read_table(grid).block, type(block))


@given(roadmaps)
@settings(max_examples=100)
def test_a_plan_is_read_as_what_prints_the_same(block: Roadmap) -> None:
    reread(block)


@given(indicators)
@settings(max_examples=100)
def test_indicators_are_read_as_what_prints_the_same(block: IndicatorTable) -> None:
    reread(block)


@given(free | plain)
@settings(max_examples=100)
def test_a_free_table_is_read_as_what_prints_the_same(block: Table) -> None:
    reread(block)


@given(st.one_of([objects(cls, 2) for cls in (Roadmap, IndicatorTable, Table)]))
@settings(max_examples=100)
def test_a_table_of_any_texts_is_read_as_what_prints_the_same(
    block: Roadmap | IndicatorTable | Table,
) -> None:
    reread(block)
