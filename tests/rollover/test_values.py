"""Values of an order's own fields in the new year."""

from __future__ import annotations

import pytest

from prikaz import Case, Field, roll
from prikaz.model import FieldKind
from prikaz.rollover import Rolled, undo
from tests.makers import make_order

DATE = Field(value="01.06.2027", kind=FieldKind.DATE)


def _rolled(text: str, field: Field) -> Rolled:
    order = make_order(year=2027, clauses=[text], fields={"поле": field})
    rolled = roll(order, 2028)
    assert undo(rolled.order, rolled.changes) == order
    return rolled


def _accounts(rolled: Rolled) -> tuple[list[str], list[str], list[str]]:
    """What the field has become, why it was left alone, what is asked about it."""
    changed = [change.became for change in rolled.changes if change.path[0] == "поля"]
    left = [item.why for item in rolled.kept if item.path[0] == "поля"]
    asked = [item.what for item in rolled.questions if item.path[0] == "поля"]
    return changed, left, asked


@pytest.mark.parametrize(
    ("value", "moved"),
    [
        ("01.06.2027", "01.06.2028"),
        ("1 июня 2027 г.", "1 июня 2028 г."),
        ("«1» июня 2027 года", "«1» июня 2028 года"),
        ("2027-06-01", "2028-06-01"),
    ],
)
@pytest.mark.parametrize("text", ["Открыть лагерь {поле}.", "Открыть лагерь."])
def test_a_date_in_a_field_is_a_date_of_the_order(text: str, value: str, moved: str) -> None:
    rolled = _rolled(text, Field(value=value, kind=FieldKind.DATE))
    assert [field.value for _, field in rolled.order.fields] == [moved]
    assert len(rolled.changes) == 2  # the year of the order, and the field


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Во исполнение приказа от {поле} № 5 открыть лагерь.", "акт, на который ссылаются"),
        ("Зачислить Орлова, {поле} года рождения.", "дата рождения"),
    ],
)
def test_a_date_that_the_text_makes_another_s_stays(text: str, why: str) -> None:
    assert _accounts(_rolled(text, DATE)) == ([], [why], [])


def test_a_date_that_the_text_tells_of_the_past_is_asked_about() -> None:
    rolled = _rolled("По программе, утверждённой {поле}, открыть лагерь.", DATE)
    assert _accounts(rolled) == ([], [], ["решите, переносить ли"])


def test_a_date_named_as_a_deadline_and_as_an_act_is_asked_about() -> None:
    rolled = _rolled("Во исполнение приказа от {поле} № 5 открыть лагерь до {поле}.", DATE)
    assert _accounts(rolled) == ([], [], ["решите, переносить ли"])


def test_a_date_before_the_year_of_the_order_is_asked_about() -> None:
    rolled = _rolled("Открыть лагерь.", Field(value="01.06.2019", kind=FieldKind.DATE))
    assert _accounts(rolled) == ([], [], ["обновите или уберите"])


def test_dates_that_a_table_gives_are_asked_about() -> None:
    rolled = _rolled("Открыть лагерь {поле}.", Field(kind=FieldKind.DATE))
    assert _accounts(rolled) == ([], [], ["перенесите даты в таблице сами"])
    assert _accounts(_rolled("Открыть лагерь при {предл поле}.", Field(kind=FieldKind.BODY))) == ([], [], [])


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Принять {поле} школьников.", Field(value="2027", kind=FieldKind.NUMBER)),
        ("Принять {поле}.", Field(value="2027", kind=FieldKind.NUMBER, unit="школьник")),
    ],
)
def test_a_number_that_counts_is_no_year(text: str, field: Field) -> None:
    assert _accounts(_rolled(text, field)) == ([], ["количество, а не год"], [])


def test_a_number_that_the_text_calls_a_year_moves() -> None:
    number = Field(value="2027", kind=FieldKind.NUMBER)
    assert _accounts(_rolled("Провести слёт в {поле} году.", number)) == (["2028"], [], [])
    assert _accounts(_rolled("Провести слёт.", number)) == ([], [], ["решите, переносить ли"])


def test_a_year_in_a_name_stays() -> None:
    body = Field(value="оргкомитет слёта 2027 года", kind=FieldKind.BODY)
    assert _accounts(_rolled("Открыть лагерь при {предл поле}.", body)) == ([], ["наименование или имя"], [])


def test_the_forms_of_a_value_move_with_it() -> None:
    rolled = _rolled(
        "Провести {поле}.", Field(value="слёт 2027 года", forms={Case.GENITIVE: "слёта 2027 года"})
    )
    assert _accounts(rolled) == (["2028 года", "2028 года"], [], [])
