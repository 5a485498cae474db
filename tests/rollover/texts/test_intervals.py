"""The two ends of an interval have one verdict, in an order of 16 March 2027."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz import roll
from prikaz.rollover import Rolled
from tests.makers import make_order


def _roll(text: str) -> Rolled:
    return roll(make_order(date=date(2027, 3, 16), number="75", clauses=[text]), 2028)


def _text(text: str) -> str:
    return _roll(text).order.clauses[0].text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("приём с 01.04.2027 по 30.06.2027 от граждан", "приём с 01.04.2028 по 30.06.2028 от граждан"),
        ("приём с 01.04.2027 по 30.06.2027 г. районного", "приём с 01.04.2028 по 30.06.2028 г. районного"),
        ("приём от 01.04.2027 до 30.06.2027", "приём от 01.04.2028 до 30.06.2028"),
        ("с 2027 до 2030 года", "с 2028 до 2031 года"),
        ("в период с 01.09.2026 по 31.05.2027", "в период с 01.09.2027 по 31.05.2028"),
        ("октябрь 2026 г. – март 2027 г.", "октябрь 2027 г. – март 2028 г."),
        ("с 01.12.2026 (включительно) и до 01.03.2027", "с 01.12.2027 (включительно) и до 01.03.2028"),
        (
            "с 01.12.2026 ежедневно, кроме выходных, по 30.03.2027",
            "с 01.12.2027 ежедневно, кроме выходных, по 30.03.2028",
        ),
        ("не ранее 01.12.2026 и не позднее 01.03.2027", "не ранее 01.12.2027 и не позднее 01.03.2028"),
        ("31.12.2026–10.01.2027", "31.12.2027–10.01.2028"),
        ("с осени 2026 года до весны 2027 года", "с осени 2027 года до весны 2028 года"),
    ],
)
def test_both_ends_of_an_interval_move(old: str, new: str) -> None:
    assert _text(old) == new


@pytest.mark.parametrize(
    "text",
    [
        "с 01.03.2024 по 31.12.2027",
        "с 2025 года по 2030 год",
        "2025 год – 2030 год",
        "с 9.00 01.03.2024 до 18.00 31.12.2027",
        "начиная с 01.04.2025 и заканчивая 30.06.2027",
        "с 01.04.2027 по 30.06.2027 № 5",
        "с I квартала 2025 года по IV квартал 2028 года",
    ],
)
def test_both_ends_of_an_interval_in_doubt_are_asked_about(text: str) -> None:
    rolled = _roll(text)
    assert rolled.order.clauses[0].text == text
    assert len({question.why for question in rolled.questions}) == 1
    assert len(rolled.questions) == 2


@pytest.mark.parametrize("text", ["с `01.12.2026` по 30.06.2027", "с 01.12.2026 по `30.06.2027`"])
def test_the_other_end_of_a_verbatim_one_is_asked_about(text: str) -> None:
    rolled = _roll(text)
    assert rolled.order.clauses[0].text == text
    assert (len(rolled.questions), len(rolled.kept)) == (1, 1)


def test_both_ends_of_a_time_of_birth_stay() -> None:
    rolled = _roll("дети с 01.09.2020 по 31.08.2021 года рождения")
    assert [item.why for item in rolled.kept] == ["дата рождения", "дата рождения"]
    assert rolled.questions == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("исполнить приказ от 12.03.2027 до 01.06.2027", "исполнить приказ от 12.03.2027 до 01.06.2028"),
        ("по 2026 году отчитаться с 01.04.2027", "по 2026 году отчитаться с 01.04.2028"),
        ("с 01.04.2027 готовить отчёт по 2026 году", "с 01.04.2028 готовить отчёт по 2026 году"),
        (
            "Программа действует с 01.03.2024, отчёт сдать до 01.06.2027",
            "Программа действует с 01.03.2024, отчёт сдать до 01.06.2028",
        ),
    ],
)
def test_two_dates_that_are_no_interval_are_judged_apart(old: str, new: str) -> None:
    assert _text(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("до 01.06.2027 принять детей 2015 г.р.", "до 01.06.2028 принять детей 2015 г.р."),
        ("в 2027 году Рождественские чтения", "в 2028 году Рождественские чтения"),
        ("река в 2027 г. р. Волга", "река в 2028 г. р. Волга"),
    ],
)
def test_a_time_of_birth_makes_no_birth_of_its_neighbours(old: str, new: str) -> None:
    assert _text(old) == new


def test_another_order_of_the_same_day_is_not_the_old_order_itself() -> None:
    rolled = _roll("По приказу от 16.03.2027 № 751")
    assert [item.words for item in rolled.kept] == ["16.03.2027"]
    assert rolled.questions == ()


def test_a_day_of_measuring_behind_the_name_of_a_programme_moves_and_its_value_is_asked_about() -> None:
    rolled = _roll("по паспорту регионального проекта «Школа» на 31.12.2027 – не менее 20 % школьников")
    assert rolled.order.clauses[0].text.endswith("на 31.12.2028 – не менее 20 % школьников")
    assert [question.words for question in rolled.questions] == ["не менее 20 %"]


def test_the_horizon_of_a_programme_is_asked_about() -> None:
    rolled = _roll("в рамках Стратегии развития на период до 31 декабря 2030 года")
    assert [question.words for question in rolled.questions] == ["31 декабря 2030 года"]


@given(
    st.sampled_from(
        ["", "Приём ", "работы, проведённые ", "родившихся ", "в школе № 5 ", "по итогам работы "]
    ),
    st.sampled_from(
        ["с {} по {}", "с {} до {}", "от {} до {}", "{} – {}", "с {} г. по {} г.", "в период с {} и по {}"]
    ),
    st.sampled_from(
        [("01.12.2026", "30.06.2027"), ("01.04.2027", "30.06.2027"), ("01.03.2024", "30.06.2029")]
    ),
    st.sampled_from(
        ["", " от граждан", " года рождения", " 3 экземпляра", " г.р.", ", утверждённый приказом", "."]
    ),
)
def test_the_ends_of_an_interval_move_together(
    before: str, interval: str, days: tuple[str, str], after: str
) -> None:
    text = before + interval.format(*days) + after
    moved = _text(text)
    assert (days[0] in moved) == (days[1] in moved)
