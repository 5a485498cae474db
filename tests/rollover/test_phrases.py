"""The lists of deadlines through a whole order: as the text of a clause, and as a deadline of an activity."""

from __future__ import annotations

import pytest

from prikaz import Activity, Annex, Order, Roadmap, roll
from prikaz.language.time.roles import MOVING
from prikaz.language.time.times import find_times
from tests.language.time_lists import read_list
from tests.makers import make_order

LISTS = ("deadlines.tsv", "deadlines_second.tsv")


def _order_with(phrase: str) -> Order:
    """An order of the year that the phrase begins with."""
    years = [year for time in find_times(phrase) if time.role in MOVING for year in time.years]
    roadmap = Roadmap(activities=[Activity(title="Отчёт", deadlines=phrase)])
    return make_order(
        year=min(years, default=2020), clauses=[phrase], annexes=[Annex(title="План", blocks=roadmap)]
    )


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("years", "column"), [(1, "plus1"), (5, "plus5")])
def test_every_phrase_of_the_lists_moves_in_text_and_in_a_cell(name: str, years: int, column: str) -> None:
    misses = []
    for row in read_list(name):
        order = _order_with(row["original"])
        assert order.year is not None
        rolled = roll(order, order.year + years).order
        text = rolled.clauses[0].text
        roadmap = rolled.annexes[0].blocks[0]
        assert isinstance(roadmap, Roadmap)
        cell = str(roadmap.activities[0].deadlines[0])
        if {text, cell} != {row[column]}:
            misses.append((row["id"], row["original"], row[column], text, cell))
    assert misses == []
