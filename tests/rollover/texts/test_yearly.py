"""What counts from a year and feasts with a moving date, in an order of 2027."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Activity, Annex, Roadmap, roll
from prikaz.rollover import Question, Rolled, Weekends, undo
from tests.makers import make_order


def _roll(text: str, to: int = 2028, **options: Any) -> Rolled:
    order = make_order(year=2027, clauses=[text])
    rolled = roll(order, to, **options)
    assert undo(rolled.order, rolled.changes) == order
    return rolled


def _proposed(text: str, to: int = 2028) -> list[tuple[str, str]]:
    questions = _roll(text, to).questions
    assert all(
        question.at is None or text[question.at :].startswith(question.words) for question in questions
    )
    return [(question.words, question.proposal) for question in questions]


@pytest.mark.parametrize(
    ("text", "words", "proposal"),
    [
        ("О праздновании 82-й годовщины Победы", "82-й годовщины", "83-й годовщины"),
        ("к 82 годовщине Победы", "82 годовщине", "83 годовщине"),
        ("отметить 50-летие школы", "50-летие", "51-летие"),
        ("к 50-летию школы", "50-летию", "51-летию"),
        ("к 80-летию Победы", "80-летию", "81-летию"),
        ("80-летний юбилей района", "80-летний юбилей", "81-летний юбилей"),
        ("80 лет Победы", "80 лет", "81 год"),
        ("225 лет со дня рождения поэта", "225 лет", "226 лет"),
        ("школе исполняется 51 год", "51 год", "52 года"),
        ("к столетию школы", "столетию", "101-летию"),
        ("XV районный конкурс", "XV районный конкурс", "XVI районный конкурс"),
        ("ХV районный конкурс", "ХV районный конкурс", "XVI районный конкурс"),
        ("12-й слёт юных экологов", "12-й слёт", "13-й слёт"),
        ("о VI спартакиаде", "VI спартакиаде", "VII спартакиаде"),
        ("пятый районный слёт", "пятый районный слёт", "шестой районный слёт"),
        ("второй городской конкурс", "второй городской конкурс", "третий городской конкурс"),
        ("второй городской олимпиады", "второй городской олимпиады", "третьей городской олимпиады"),
        ("двадцать девятого слёта", "двадцать девятого слёта", "тридцатого слёта"),
        ("первые районные чтения", "первые районные чтения", "вторые районные чтения"),
        ("V Рождественские чтения", "V Рождественские чтения", "VI Рождественские чтения"),
    ],
)
def test_an_anniversary_or_an_ordinal_is_asked_about_with_the_next_one(
    text: str, words: str, proposal: str
) -> None:
    rolled = _roll(text)
    assert rolled.order.clauses[0].text == text
    assert _proposed(text) == [(words, proposal)]


def test_by_five_years_it_counts_five() -> None:
    assert _proposed("О 82-й годовщине и XV районном слёте", 2032) == [
        ("82-й годовщине", "87-й годовщине"),
        ("XV районном слёте", "XX районном слёте"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1-й класс",
        "учащиеся 5-х классов",
        "7-летний ребёнок",
        "14-летних подростков",
        "I квартал",
        "III место в районном конкурсе",
        "первый этап конкурса",
        "первым этапом конкурса",
        "II (муниципальный) этап олимпиады",
        "в первый день слёта",
        "первый конкурсный день",
        "принять в первом чтении",
        "С районным конкурсом",
        "дети от 7 до 15 лет школы",
        "в течение 3 лет со дня выдачи",
        "в последние десятилетия",
        "депутаты VII созыва",
        "5-й балл",
        "Год рождения",
        "в начале учебного года",
        "на основании приказа № 5 «О 81-й годовщине Победы»",
        "печатать `XV районный слёт`",
    ],
)
def test_what_counts_no_years_is_not_asked_about(text: str) -> None:
    assert _proposed(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("в рамках Года педагога и наставника", "Года педагога и наставника"),
        ("посвящено Году семьи", "Году семьи"),
        ("Год защитника Отечества", "Год защитника Отечества"),
        ("О ГОДЕ СЕМЬИ", "ГОДЕ СЕМЬИ"),
        ("в рамках Десятилетия детства", "Десятилетия детства"),
    ],
)
def test_a_year_with_a_name_is_asked_about(text: str, words: str) -> None:
    assert _proposed(text) == [(words, "")]


@pytest.mark.parametrize(
    ("text", "words", "proposal"),
    [
        ("День матери – 28 ноября 2027 г.", "28 ноября 2028 г.", "26 ноября 2028 г."),
        ("ко Дню матери 28.11.2027 концерт", "28.11.2028", "26.11.2028"),
        ("28 ноября, в День матери", "28 ноября", "26 ноября"),
        ("в последнее воскресенье ноября, 28.11.2027", "28.11.2028", "26.11.2028"),
        ("Пасха (2 мая 2027 года)", "2 мая 2028 года", "16 апреля 2028 года"),
        ("Троица 20.06.2027", "20.06.2028", "04.06.2028"),
        ("Масленица, 14.03.2027", "14.03.2028", "27.02.2028"),
        ("Масленица, с 8 по 14 марта 2027 г.", "8 по 14 марта 2028 г.", "21 по 27 февраля 2028 г."),
        ("Единый день голосования 12 сентября 2027 года", "12 сентября 2028 года", "10 сентября 2028 года"),
    ],
)
def test_the_date_of_a_moving_feast_is_proposed(text: str, words: str, proposal: str) -> None:
    assert _proposed(text) == [(words, proposal)]


@pytest.mark.parametrize(
    "text",
    ["Провести Масленицу", "концерт ко Дню матери", "ярмарка к Пасхе", "Курбан-байрам", "о Дне города"],
)
def test_a_moving_feast_without_a_date_is_asked_about(text: str) -> None:
    (question,) = _roll(text).questions
    assert question.what == "проверьте дату праздника"


@pytest.mark.parametrize(
    "text",
    [
        "ко Дню учителя 5 октября 2027 года",
        "День знаний",
        "День Победы",
        "в последнее воскресенье ноября 2027 года",
        "город Троицк",
        "день открытых дверей",
    ],
)
def test_a_day_that_does_not_move_is_not_asked_about(text: str) -> None:
    assert _proposed(text) == []


def _roadmap(title: str, deadline: str) -> tuple[Question, ...]:
    roadmap = Roadmap(activities=[Activity(title=title, deadlines=deadline)])
    order = make_order(year=2027, annexes=[Annex(title="План", blocks=roadmap)])
    return roll(order, 2028).questions


def test_the_title_of_an_activity_tells_of_its_deadline() -> None:
    (question,) = _roadmap("Концерт ко Дню матери", "28.11.2027")
    assert question.path[-2:] == ("сроки", 1)
    assert (question.words, question.proposal) == ("28.11.2028", "26.11.2028")


@pytest.mark.parametrize(
    "text",
    [
        "9 мая 2028 года провести митинг",
        "Парад 09.05.2027",
        "1 мая 2027 года – шествие",
        "12 июня 2027 года, в День России",
        "4 ноября 2027 г. акция",
        "Концерт 8 марта 2027 года",
        "День пожилого человека, 1 октября 2027 года",
        "День пенсионера – 01.10.2027",
        "к 9 мая 2027 года подготовить концерт",
        "с 1 по 9 мая 2027 года",
    ],
)
def test_a_holiday_that_is_the_event_itself_is_not_asked_about(text: str) -> None:
    assert _proposed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "сдать отчёт до 9 мая 2027 г.",
        "Подготовка ко Дню пенсионера 01.10.2027",
        "ко Дню пенсионера до 01.10.2027 оформить стенд",
    ],
)
def test_a_deadline_on_a_holiday_is_asked_about(text: str) -> None:
    (question,) = _roll(text).questions
    assert "оставьте или перенесите" in question.what


@pytest.mark.parametrize(
    ("title", "deadline"),
    [("Митинг ко Дню Победы", "09.05.2027"), ("Отчёт о конкурсе", "30.05.2027"), ("Слёт", "15.05.2029")],
)
def test_an_event_on_a_holiday_and_a_report_on_any_day_are_not_asked_about(title: str, deadline: str) -> None:
    assert _roadmap(title, deadline) == ()


@pytest.mark.parametrize(
    "text",
    [
        "охват на 31.12.2027",
        "по состоянию на 31.12.2027",
        "на конец 2027 г. (31.12.2027)",
        "на отчётную дату – 31.12.2027",
        "за период с 01.01.2027 по 30.04.2027 отчитаться",
        "с 30.04.2027 по 10.05.2027",
    ],
)
def test_a_day_of_measuring_a_beginning_and_a_period_summed_up_are_not_asked_about(text: str) -> None:
    assert _proposed(text) == []


@pytest.mark.parametrize("weekends", Weekends)
@pytest.mark.parametrize(
    ("text", "words", "proposal"),
    [
        (
            "в субботу, 15 мая 2027 г., субботник",
            "в понедельник, 15 мая 2028 г.",
            "в субботу, 13 мая 2028 г.",
        ),
        ("в субботу, 15 мая, субботник", "в понедельник, 15 мая", "в субботу, 13 мая"),
        ("ярмарка в воскресенье 16 мая 2027 г.", "во вторник 16 мая 2028 г.", "в воскресенье 14 мая 2028 г."),
        ("турнир 15.05.2027", "15.05.2028", "13.05.2028"),
        ("выходной день 15.05.2027", "15.05.2028", "13.05.2028"),
        ("15–16 мая 2027 г. турнир", "15–16 мая 2028 г.", "13–14 мая 2028 г."),
    ],
)
def test_an_event_on_a_day_off_keeps_its_weekday_as_a_proposal(
    text: str, words: str, proposal: str, weekends: Weekends
) -> None:
    (question,) = _roll(text, weekends=weekends).questions
    assert (question.words, question.proposal) == (words, proposal)


def test_an_event_that_falls_on_the_same_weekday_again_is_not_asked_about() -> None:
    assert _roll("в субботу, 15 мая 2027 г., субботник", 2032).questions == ()


@pytest.mark.parametrize(
    "text",
    ["слёт с 13.05.2027 по 15.05.2027", "до 15 мая 2027 г. подать заявки на конкурс", "сдать 15.05.2027"],
)
def test_a_saturday_that_was_not_chosen_is_not_asked_about(text: str) -> None:
    assert _proposed(text) == []
