import itertools
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz.language.time.roles import Role
from prikaz.language.time.times import find_times, shift_times


def _roles(text: str) -> list[tuple[str, str]]:
    return [(time.text, time.role.name) for time in find_times(text)]


@pytest.mark.parametrize(
    "text",
    [
        "О наставничестве в школах района в [2027 году]",
        "О НАСТАВНИЧЕСТВЕ В ШКОЛАХ РАЙОНА В [2027 ГОДУ]",
        "План работы на [2027 год] и плановый период [2028 и 2029 годов]",
        "Утвердить программу «Наставник» на [2027–2029 годы]",
        "в срок до [26.03.2027] назначить ответственных",
        "вступает в силу с [1 сентября 2027 г.]",
        "назначить ответственных до [26.03.2027]",
        "вносить сведения не позднее [20 декабря]",
        "начать отопительный период [2027/2028 года]",
        "в [2027/28 учебном году]",
        "от [20 августа 2027 года]",
        "План – [2027]",
        "с начала [2027/2028 учебного года]",
        "до [первого июня две тысячи двадцать седьмого] года",
    ],
)
def test_the_order_s_own_time_is_found(text: str) -> None:
    own = re.findall(r"\[([^]]+)\]", text)
    assert _roles(text.replace("[", "").replace("]", "")) == [(words, "OWN") for words in own]


@pytest.mark.parametrize(
    "text",
    [
        "на основании приказа министерства от [30.07.2026] № 602",
        "приказом управления № 94 от [20.08.2026 г.] «О мониторинге»",
        "Федерального закона от [29 декабря 2012 года]",
        "решением совещания при главе района от [14.02.2026] поручено",
        "(в редакции постановлений от [24.04.2025] № 403, от [24.11.2025] № 934)",
        "(ред. от [12.02.2026])",
        "Положение (с изменениями на [01.02.2027])",
        "зарегистрирован [22 декабря 2026 г.], регистрационный № 15785",
        "Собрание законодательства, [2012], № 53, ст. 7598",
        "приказа отдела от [16.03.2026] № 75 «Об утверждении Стратегии до [2030 года]»",
        'постановления главы от [10.06.2025] № 746 "О программе на [2026-2029 годы]"',
        "приказа отдела от [16.03.2026] № 75 «О плане «Школа» на [2026 год]",
        "Положение о наставничестве от [11.01.2026]",
    ],
)
def test_the_date_and_title_of_a_cited_act_are_recognized(text: str) -> None:
    cited = re.findall(r"\[([^]]+)\]", text)
    assert _roles(text.replace("[", "").replace("]", "")) == [(words, "CITED") for words in cited]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("приказ № 2020", "№ 2020", "NUMBER"),
        ("по ГОСТ Р 7.0.97-2016", "ГОСТ Р 7.0.97-2016", "NUMBER"),
        ("согласно СанПиН 2.4.3648-20", "СанПиН 2.4.3648-20", "NUMBER"),
        ("поставить по коду ОКПД2 14.12.30", "14.12.30", "NUMBER"),
        ("не менее 2027 участников", "2027", "COUNT"),
        ("охватить 2027 школьников", "2027", "COUNT"),
        ("переход на ФГОС-2021", "2021", "NAME"),
        ("форум «Педагог 2027»", "2027", "NAME"),
        ("дети 2015 года рождения", "2015 года", "AGE"),
        ("юноши 2010–2011 г.р.", "2010–2011 г.", "AGE"),
        ("Белов Иван, 2015 г.р.", "2015 г.", "BIRTH"),
        ("Белов И.Л., 15.04.2010 г.р.", "15.04.2010 г.", "BIRTH"),
        ("родился 15.04.2010", "15.04.2010", "BIRTH"),
        ("детям, родившимся в 2015 году", "2015 году", "AGE"),
        ("рождённых после 15.04.2010", "15.04.2010", "BIRTH"),
        ("по итогам 2026 года", "2026 года", "RESULT"),
        ("отчёт за I квартал 2026 года", "2026 года", "RESULT"),
        ("по состоянию на 31 декабря 2026 года", "31 декабря 2026 года", "RESULT"),
        ("программы, утверждённой в 2025 году", "2025 году", "PAST"),
        ("отношения, возникшие с 01.01.2025", "01.01.2025", "PAST"),
        ("порядок утверждён 15.01.2027", "15.01.2027", "PAST"),
        ("слёт состоялся в 2027 году", "2027 году", "PAST"),
        ("действует с 1 января 2027 г.", "1 января 2027 г.", "PAST"),
        ("конвенция, принятая 20 ноября 1989 г.", "20 ноября 1989 г.", "CITED"),
        ("в рамках Стратегии развития образования до 2030 года", "2030 года", "UNSURE"),
        ("государственной программы «Образование» на 2024–2030 годы", "2024–2030 годы", "UNSURE"),
        ("по плану на 2027 год, утверждённому приказом", "2027 год", "UNSURE"),
        ("слова «до 1 июня 2027 г.» заменить", "1 июня 2027 г.", "UNSURE"),
        ("показатель 2027, выпуск второй", "2027", "UNSURE"),
    ],
)
def test_what_is_not_a_time_of_the_order_has_another_role(text: str, words: str, role: str) -> None:
    assert _roles(text) == [(words, role)]


def test_clock_times_are_no_dates() -> None:
    assert _roles("26 марта 2027 г. в 10.00, приём с 9.30 до 15:00, в 17 часов 00 минут") == [
        ("26 марта 2027 г.", "OWN"),
        ("10.00", "CLOCK"),
        ("9.30", "CLOCK"),
        ("15:00", "CLOCK"),
        ("17 часов 00 минут", "CLOCK"),
    ]


@pytest.mark.parametrize(
    "text", ["", "ежегодно", "пункт 1.2.3", "№ 94/1", "9-54-32", "1 раз в квартал", "12,5 %"]
)
def test_words_and_numbers_without_a_time_give_nothing(text: str) -> None:
    assert find_times(text) == ()


def test_a_time_knows_its_place_years_and_day() -> None:
    text = "Провести с 1 по 15 октября 2027 г. отбор"
    (time,) = find_times(text)
    assert text[time.start : time.end] == time.text == "1 по 15 октября 2027 г."
    assert time.years == (2027,)
    assert time.day == date(2027, 10, 15)


def test_a_range_of_years_is_one_time() -> None:
    (time,) = find_times("в 2027–2029 годах")
    assert time.years == (2027, 2029)
    assert time.shifted(1) == "2028–2030 годах"


def test_two_figures_of_a_year_move_too() -> None:
    assert shift_times("до 01.10.27 и в 2029/30 учебном году", 1) == "до 01.10.28 и в 2030/31 учебном году"


def test_both_ends_of_a_glued_range_move() -> None:
    assert shift_times("30.08.2027-05.09.2027", 1) == "30.08.2028-05.09.2028"


def test_only_the_roles_asked_for_move() -> None:
    text = "по итогам 2026 года утвердить план на 2027 год по приказу от 12.03.2026 № 5"
    assert (
        shift_times(text, 1, {Role.OWN})
        == "по итогам 2026 года утвердить план на 2028 год по приказу от 12.03.2026 № 5"
    )
    assert (
        shift_times(text, 1) == "по итогам 2027 года утвердить план на 2028 год по приказу от 12.03.2026 № 5"
    )


def test_a_day_that_does_not_exist_is_found_without_a_day() -> None:
    (time,) = find_times("до 31.02.2027")
    assert (time.years, time.day) == ((2027,), None)


_WORDS = st.sampled_from(
    [
        "в",
        "2027",
        "году",
        "от",
        "01.06.2027",
        "№",
        "приказа",
        "«О",
        "плане»",
        "20%",
        "31 мая",
        "2026/27",
        "до",
        "(",
        ")",
        ",",
        "\n",
    ]
)


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_every_year_lies_in_at_most_one_time(text: str) -> None:
    times = find_times(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(times))
    assert all(text[time.start : time.end] == time.text for time in times)


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_every_year_of_four_figures_is_found(text: str) -> None:
    found = {place for time in find_times(text) for place in range(time.start, time.end)}
    assert all(match.start() in found for match in re.finditer(r"\b20\d\d\b", text))


@given(st.lists(_WORDS, max_size=12).map(" ".join), st.integers(min_value=1, max_value=20))
def test_a_text_moved_there_and_back_is_the_same(text: str, years: int) -> None:
    assert shift_times(shift_times(text, years), -years) == text
