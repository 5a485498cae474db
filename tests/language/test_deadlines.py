from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prikaz.language.deadlines.kinds import (
    AcademicYear,
    Blank,
    DayMonth,
    Deadline,
    HalfYear,
    Interval,
    Listed,
    Month,
    MonthPart,
    OnDate,
    Open,
    Quarter,
    Recurring,
    Relative,
    Season,
    Verbatim,
    Year,
)
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.deadlines.shifting import shift_deadline
from tests.language.time_lists import measure_deadlines, read_list

_LISTS = ["deadlines.tsv", "deadlines_second.tsv", "deadlines_third.tsv"]


@pytest.mark.parametrize("name", _LISTS)
def test_every_phrase_moves_by_one_and_by_five_years(name: str) -> None:
    measure = measure_deadlines(name)
    assert measure.total >= 214
    assert measure.misses == ()


@pytest.mark.parametrize("name", _LISTS)
def test_every_phrase_is_printed_as_it_was_read(name: str) -> None:
    phrases = [row["original"] for row in read_list(name)]
    assert [str(parse_deadline(phrase)) for phrase in phrases] == phrases


@pytest.mark.parametrize("name", _LISTS)
def test_a_moved_deadline_is_the_deadline_of_the_moved_words(name: str) -> None:
    for row in read_list(name):
        moved = _moved(row["original"], years=5)
        assert moved == parse_deadline(str(moved))


@pytest.mark.parametrize("name", _LISTS)
def test_only_citations_numbers_and_hours_are_not_understood(name: str) -> None:
    strange = {row["kind"] for row in read_list(name) if not parse_deadline(row["original"]).understood}
    assert strange <= {"ref", "trap", "verbatim"}
    assert {row["kind"] for row in read_list(name)} >= {"ref", "trap", "date"}


def _span(text: str) -> tuple[str, str] | None:
    span = parse_deadline(text).span()
    return span and (str(span[0]), str(span[1]))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("до 01.06.2027", "2027-06-01", "2027-06-01"),
        ("на 31.12.2027 – не менее 20 % школьников", "2027-12-31", "2027-12-31"),
        ("август 2027 г.", "2027-08-01", "2027-08-31"),
        ("Октябрь- Ноябрь 2027", "2027-10-01", "2027-11-30"),
        ("октябрь – апрель 2028 г.", "2027-10-01", "2028-04-30"),
        ("с 25 мая по 5 июня 2027 года", "2027-05-25", "2027-06-05"),
        ("25 декабря – 10 января 2028 г.", "2027-12-25", "2028-01-10"),
        ("01-05.06.2027", "2027-06-01", "2027-06-05"),
        ("30.08.2027-05.09.2027", "2027-08-30", "2027-09-05"),
        ("30.08. – 05.09.2027", "2027-08-30", "2027-09-05"),
        ("до 15 час. 00 мин. 20 мая 2027 г.", "2027-05-20", "2027-05-20"),
        ("15.05.2027 года, 10:00–12:00", "2027-05-15", "2027-05-15"),
        ("II квартал 2027 г.", "2027-04-01", "2027-06-30"),
        ("III–IV кварталы 2027 года", "2027-07-01", "2027-12-31"),
        ("второе полугодие 2027 года", "2027-07-01", "2027-12-31"),
        ("2027/28 учебный год", "2027-09-01", "2028-08-31"),
        ("2027–2029 гг., далее – ежегодно", "2027-01-01", "2029-12-31"),
        ("10 и 24 марта 2027 г.", "2027-03-10", "2027-03-24"),
        ("30.12.2027 01.09.2028", "2027-12-30", "2028-09-01"),
        ("лето 2027 года", "2027-06-01", "2027-08-31"),
        ("третья декада февраля 2028 г.", "2028-02-21", "2028-02-29"),
        ("первого июня две тысячи двадцать седьмого года", "2027-06-01", "2027-06-01"),
        ("по итогам 2026/2027 учебного года, до 1 июля 2027 г.", "2027-07-01", "2027-07-01"),
    ],
)
def test_the_words_name_their_first_and_last_day(text: str, first: str, last: str) -> None:
    assert _span(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "до 20 декабря",
        "Сентябрь",
        "I квартал",
        "постоянно",
        "последняя неделя мая 2027 г.",
        "зимние каникулы 2027 года",
    ],
)
def test_words_without_limits_name_no_day(text: str) -> None:
    assert parse_deadline(text).understood
    assert _span(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("до 1 сентября", DayMonth),
        ("с 1 сентября по 31 мая", Interval),
        ("до 20 декабря и 20 мая", Listed),
        ("конец августа", MonthPart),
        ("осенние каникулы", Season),
        ("первое полугодие", HalfYear),
        ("ежемесячно, до 25 числа", Recurring),
        ("каждая первая среда", Recurring),
        ("по пятницам", Recurring),
        ("1 раз в квартал", Recurring),
        ("до 20 декабря и 20 мая (далее ежегодно)", Recurring),
        ("В течение\nвсего периода", Open),
        ("в течение учебного года", Open),
        ("до конца года", Open),
        ("по отдельному графику", Open),
        ("до «__» ________ 2027 г.", Blank),
        ("", Blank),
        ("после приёмки школ", Verbatim),
        ("вторая половина мая", MonthPart),
        ("2027.08.20", Verbatim),
        ("до 31.02.2027", Verbatim),
        ("с 31 по 30 апреля 2027 г.", Verbatim),
        ("zoom 01.06.2027", Verbatim),
        ("с 10.00 до 15.00", Verbatim),
        ("м13", Verbatim),
        ("корпус м08 2027", Verbatim),
    ],
)
def test_each_phrase_is_of_its_kind(text: str, kind: type[Deadline]) -> None:
    assert type(parse_deadline(text)) is kind


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("не позднее 10 рабочих дней со дня подписания", 10, "рабочий день"),
        ("в течение 3 (трёх) календарных дней", 3, "календарный день"),
        ("в десятидневный срок", 10, "день"),
        ("в течение месяца со дня регистрации", 1, "месяц"),
        ("через 2 недели", 2, "неделя"),
    ],
)
def test_a_relative_deadline_knows_its_length(text: str, count: int, unit: str) -> None:
    assert parse_deadline(text) == Relative(count, unit, text=text)


def test_a_year_is_not_taken_for_a_length() -> None:
    assert parse_deadline("за 2027 год") == Year(2027, text="за 2027 год")


@pytest.mark.parametrize(
    ("deadline", "text"),
    [
        (OnDate(date(2027, 6, 1)), "01.06.2027"),
        (DayMonth(20, 12), "20 декабря"),
        (Month(8, 2027), "август 2027 г."),
        (Month(8), "август"),
        (MonthPart("первая декада", 5, 2027), "первая декада мая 2027 г."),
        (Quarter(3, 2027), "III квартал 2027 г."),
        (HalfYear(1, AcademicYear(2027)), "первое полугодие 2027/2028 учебного года"),
        (HalfYear(2, Year(2027)), "второе полугодие 2027 г."),
        (Season("лето", Year(2027)), "лето 2027 г."),
        (Season("зимние каникулы"), "зимние каникулы"),
        (Year(2027), "2027 год"),
        (AcademicYear(2027), "2027/2028 учебный год"),
        (Interval(OnDate(date(2027, 6, 1)), OnDate(date(2027, 6, 30))), "01.06.2027 – 30.06.2027"),
        (Interval(Year(2027), Year(2029), yearly_after=True), "2027–2029 гг., далее – ежегодно"),
        (Listed([OnDate(date(2027, 6, 1)), OnDate(date(2028, 6, 1))]), "01.06.2027, 01.06.2028"),
        (Open("постоянно"), "постоянно"),
    ],
)
def test_a_deadline_made_in_python_prints_itself_and_is_read_back(deadline: Deadline, text: str) -> None:
    assert str(deadline) == text
    read = parse_deadline(text)
    assert type(read) is type(deadline)
    assert read.span() == deadline.span()


def _moved(text: str, years: int = 1) -> Deadline:
    return shift_deadline(parse_deadline(text), years=years)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("во вторник, 16 марта 2027 г.", "в четверг, 16 марта 2028 г."),
        ("01.06.2027 (Вторник)", "01.06.2028 (Четверг)"),
        ("Вт., 01.06.2027", "Чт., 01.06.2028"),
    ],
)
def test_the_weekday_beside_a_date_is_named_anew(text: str, moved: str) -> None:
    assert str(_moved(text)) == moved


def test_a_wrong_weekday_is_left_to_a_person() -> None:
    assert str(_moved("пятница, 16 марта 2027 г.")) == "пятница, 16 марта 2028 г."


@pytest.mark.parametrize(
    ("deadline", "moved"),
    [
        (OnDate(date(2028, 2, 29)), OnDate(date(2029, 2, 28))),
        (DayMonth(20, 12), DayMonth(20, 12)),
        (Month(8), Month(8)),
        (MonthPart("первая декада", 5, 2027), MonthPart("первая декада", 5, 2028)),
        (Quarter(3, 2027), Quarter(3, 2028)),
        (HalfYear(1, AcademicYear(2027)), HalfYear(1, AcademicYear(2028))),
        (Season("лето", Year(2027)), Season("лето", Year(2028))),
        (
            Interval(Year(2027), Year(2029), yearly_after=True),
            Interval(Year(2028), Year(2030), yearly_after=True),
        ),
        (
            Interval(OnDate(date(2027, 6, 1), text="первый день лета 2027 г."), Year(2028), text="лето"),
            Interval(OnDate(date(2028, 6, 1), text="первый день лета 2028 г."), Year(2029), text="лето"),
        ),
        (
            Listed([Year(2027), OnDate(date(2028, 6, 1))], text="дважды"),
            Listed([Year(2028), OnDate(date(2029, 6, 1))], text="дважды"),
        ),
        (Open("постоянно"), Open("постоянно")),
        (Verbatim("после 01.06.2027, если сдан отчёт"), Verbatim("после 01.06.2028, если сдан отчёт")),
    ],
)
def test_values_move_with_their_words(deadline: Deadline, moved: Deadline) -> None:
    assert shift_deadline(deadline, years=1) == moved


def test_a_target_stays_while_its_date_moves() -> None:
    assert _moved("на 31.12.2027 – не менее 2027 человек") == OnDate(
        date(2028, 12, 31), text="на 31.12.2028 – не менее 2027 человек"
    )


def test_deadlines_have_no_order() -> None:
    deadlines: list[Any] = [Year(2028), Year(2027)]
    with pytest.raises(TypeError):
        sorted(deadlines)


def test_deadlines_are_values() -> None:
    assert len({parse_deadline("до 01.06.2027"), parse_deadline("до 01.06.2027")}) == 1


_DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))
_FORMS = st.sampled_from(
    [
        "до {0:%d.%m.%Y} г.",
        "{0:%d.%m.%Y}",
        "с {0:%d.%m.%Y} по {1:%d.%m.%Y}",
        "{0:%Y} год",
        "{0:%Y}–{1:%Y} годы",
    ]
)


@given(_FORMS, _DAYS, _DAYS, st.integers(min_value=1, max_value=30))
def test_there_and_back_is_the_same_deadline(form: str, one: date, other: date, years: int) -> None:
    assume((2, 29) not in {(one.month, one.day), (other.month, other.day)})
    deadline = parse_deadline(form.format(*sorted((one, other))))
    assert deadline.understood
    assert shift_deadline(shift_deadline(deadline, years=years), years=-years) == deadline


@given(st.text(alphabet=st.sampled_from("0123456789.,–-/ \u00a0гdмQдокеянварьмая№«»()%"), max_size=30))
def test_any_text_is_read_and_printed_back(text: str) -> None:
    deadline = parse_deadline(text)
    assert str(deadline) == text
    assert str(shift_deadline(deadline, years=0)) == text


def test_a_text_longer_than_any_deadline_is_not_understood() -> None:
    assert not parse_deadline("- " * 10_000 + "01.06.2027").understood


@given(st.text(max_size=40))
def test_no_text_at_all_is_refused(text: str) -> None:
    assert str(parse_deadline(text)) == text


def test_figures_that_may_be_no_year_stay_in_words_and_in_values() -> None:
    moved = _moved("до 26.03.2027 2027")
    assert moved == parse_deadline("до 26.03.2028 2027")
    assert moved.span() == (date(2027, 1, 1), date(2028, 3, 26))
