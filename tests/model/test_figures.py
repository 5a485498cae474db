"""Facts about values of a program: each is printed as a person would write it, or refused."""

from __future__ import annotations

import fractions
import numbers
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz import Activity, Annex, Cell, Field, Indicator, IndicatorTable, ModelError, Table, Target, render
from prikaz.files import from_dict, to_dict
from tests.docx.word import cells
from tests.makers import make_order


class ShortFloat:
    """A number of another library: four figures, and no more in its text."""

    def __init__(self, value: float) -> None:
        self._value = value

    def __float__(self) -> float:
        return self._value

    def __str__(self) -> str:
        return f"{self._value:.4g}"

    def __floordiv__(self, other: int) -> float:
        return self._value // other

    def __eq__(self, other: object) -> bool:
        return self._value == other

    def __hash__(self) -> int:
        return hash(self._value)


numbers.Real.register(ShortFloat)


def target(value: Any) -> Target:
    """A target of whatever a program has given."""
    return Indicator(name="Доля", targets={2027: value}).targets[0][1]


def cell(value: Any) -> str:
    """The text of a cell of whatever a program has given."""
    return Table(columns=["а"], rows=[[value]]).rows[0][0].text


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0.1 + 0.2, "0,3"),
        (2.5, "2,5"),
        (100 * 1.1, "110"),
        (20.0, "20"),
        (-0.0, "0"),
        (Decimal("-0.00"), "0,00"),
        (Decimal("12.50"), "12,50"),
        (Decimal("1E+3"), "1000"),
        (fractions.Fraction(1, 8), "0,125"),
        (ShortFloat(0.1 + 1e-9), "0,1"),
        (7, "7"),
        (0, "0"),
        (-5, "-5"),
        (1e-7, "0,0000001"),
    ],
)
def test_a_number_is_printed_in_the_figures_that_one_would_type(value: Any, printed: str) -> None:
    assert str(target(value)) == printed
    assert cell(value) == printed
    assert Cell(text=value).text == printed
    assert Field(value=value).value == printed
    assert Activity(title="т", other={"сумма": value}).other == (("сумма", printed),)
    assert str(Target(value=value)) == printed


@pytest.mark.parametrize(
    "value",
    [
        *(float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")),
        *(True, False, 1j, b"5", [5], {}, object(), 12_345_678_901_234.56, 1e300, 5e-324, 10**5000),
        *(Decimal("1E+60"), Decimal("1E-60"), fractions.Fraction(1, 3), ShortFloat(float("nan"))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_number_to_be_printed_is_refused_by_the_name_of_the_field(value: Any) -> None:
    with pytest.raises(ModelError, match=r"targets \(значения\) → 2027"):
        target(value)
    with pytest.raises(ModelError, match=r"base \(база\)"):
        Indicator(name="Доля", base=value)
    with pytest.raises(ModelError, match=r"value \(значение\)"):
        Target(value=value)
    with pytest.raises(ModelError, match=r"rows \(строки\) → 1 → 1"):
        cell(value)


def test_a_large_number_in_a_cell_stays_as_it_is_and_is_grouped_as_a_target() -> None:
    assert cell(1_000_000) == "1000000"
    assert str(target(1_000_000)) == "1\u00a0000\u00a0000"


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_a_float_of_few_figures_is_printed_in_these_figures(figures: int, places: int) -> None:
    exact = Decimal(figures).scaleb(-places)
    printed = cell(float(exact)).replace(",", ".")
    assert Decimal(printed) == exact
    assert "e" not in printed.lower()


@given(st.floats())
def test_no_float_is_printed_as_python_shows_it(value: float) -> None:
    try:
        printed = cell(value)
    except ModelError:
        return
    assert set(printed) <= set("-0123456789,")


def test_a_day_in_a_cell_is_written_and_a_time_is_not_lost() -> None:
    assert cell(date(2027, 3, 16)) == cell(datetime(2027, 3, 16)) == "16.03.2027"  # noqa: DTZ001
    assert Field(value=date(2027, 3, 16)).value == "16.03.2027"
    with pytest.raises(ModelError, match="без времени"):
        cell(datetime(2027, 3, 16, 10, 30))  # noqa: DTZ001
    with pytest.raises(ModelError, match="без времени"):
        Activity(title="т", deadlines=datetime(2027, 3, 16, 10, 30))  # noqa: DTZ001


def test_nothing_is_a_blank_and_never_the_word_none() -> None:
    table = IndicatorTable(
        indicators=[
            Indicator(name="Доля", targets={2027: None, 2028: 5}, base=None),
            Indicator(name="Число", targets={2027: 7, 2028: 8}),
        ]
    )
    order = make_order(
        annexes=[Annex(title="Показатели", blocks=[table, Table(columns=["а", "б"], rows=[[None, 2.5]])])]
    )
    found = [text for table in cells(render(order).to_bytes()) for row in table for text in row]
    assert "None" not in " ".join(found)
    assert "2,5" in found
    assert from_dict(to_dict(order)) == order


@pytest.mark.parametrize("year", ["2027", " 2027 ", 2027.0, "2027 год", "2027 г."])
def test_a_year_is_a_year_however_it_is_written(year: Any) -> None:
    assert Indicator(name="Доля", targets={year: 5}).targets == ((2027, Target(value=Decimal(5))),)
    assert Activity(title="т", by_year={year: "постоянно"}).by_year[0][0] == 2027
    assert IndicatorTable(years=[year], indicators=[Indicator(name="Доля")]).years == (2027,)
    assert make_order(year=year).year == 2027


@pytest.mark.parametrize(
    "year", [27, 20270, 0, -2027, 1899, 2100, 2027.5, True, "двадцать", "20270", None, date.max]
)
def test_what_is_no_year_is_refused(year: Any) -> None:
    with pytest.raises(ModelError, match="значения"):
        Indicator(name="Доля", targets={year: 5})
    with pytest.raises(ModelError, match="годы"):
        IndicatorTable(years=[year], indicators=[Indicator(name="Доля")])


def test_a_year_that_is_written_twice_is_refused() -> None:
    twice: dict[Any, int] = {2027: 5, "2027": 6}
    with pytest.raises(ModelError, match="ключ «2027» встречается дважды"):
        Indicator(name="Доля", targets=twice)


def test_fields_of_an_order_may_be_numbers_and_days() -> None:
    order = make_order(fields={"мест": 25, "день": date(2027, 3, 16), "школа": None, "доля": 2.5})
    assert [field.value for _, field in order.fields] == ["25", "16.03.2027", "", "2,5"]
