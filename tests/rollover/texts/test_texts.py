"""What moves in the text of an order of 16 March 2027, what stays, and what is asked about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from prikaz import Annex, Order, Table, roll
from prikaz.model import ApprovalStamp, Kind
from prikaz.rollover import Rolled, Weekends
from tests.makers import make_order


def _roll(text: str, to: int = 2028, **options: Any) -> Rolled:
    order = make_order(date=date(2027, 3, 16), number="75", clauses=[text])
    return roll(order, to, **options)


def _text(rolled: Rolled) -> str:
    return rolled.order.clauses[0].text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Провести слёт в 2027 году.", "Провести слёт в 2028 году."),
        ("Назначить ответственных до 26.03.2027.", "Назначить ответственных до 26.03.2028."),
        ("План на 2027/2028 учебный год", "План на 2028/2029 учебный год"),
        ("План на 2026/2027 учебный год", "План на 2027/2028 учебный год"),
        ("Программа на 2027–2031 годы", "Программа на 2028–2032 годы"),
        ("По итогам 2027 года охватить школы.", "По итогам 2028 года охватить школы."),
        ("Сдать отчёт 29 февраля 2028 г.", "Сдать отчёт 28 февраля 2029 г."),
        ("Собраться во вторник, 16 марта 2027 г.", "Собраться в четверг, 16 марта 2028 г."),
        ("Собраться в понедельник, 20 декабря", "Собраться в среду, 20 декабря"),
        (
            "Расписание: вторник 16.03.2027, среда 17.03.2027, четверг 18.03.2027.",
            "Расписание: четверг 16.03.2028, пятница 17.03.2028, суббота 18.03.2028.",
        ),
        (
            "Собраться во вторник, 16 марта 2027 г., в среду, 17 марта 2027 г., и разойтись.",
            "Собраться в четверг, 16 марта 2028 г., в пятницу, 17 марта 2028 г., и разойтись.",
        ),
        ("Сбор 16.03.2027, вторник, 17.03.2027, среда", "Сбор 16.03.2028, четверг, 17.03.2028, пятница"),
        ("Не позднее вторника, 16.03.2027, сдать", "Не позднее четверга, 16.03.2028, сдать"),
        ("Планы, утверждённые 01.12.2027, исполнить.", "Планы, утверждённые 01.12.2028, исполнить."),
    ],
)
def test_what_is_the_order_s_own_moves(old: str, new: str) -> None:
    assert _text(_roll(old)) == new


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("На основании приказа от 30.07.2026 № 602 «О плане на 2027 год»", ["30.07.2026", "2027 год"]),
        ("По ГОСТ Р 7.0.97-2016 и СанПиН 2.4.3648-20", ["ГОСТ Р 7.0.97-2016", "СанПиН 2.4.3648-20"]),
        ("Охватить 2027 школьников", ["2027"]),
        ("Белов Иван, 2015 года рождения", ["2015 года"]),
        ("Перейти на ФГОС-2021", ["2021"]),
        ("Начать в 10.00", ["10.00"]),
        ("План лежит на https://rayon.example/2027/plan", ["2027"]),
        ("Печатать `2027` как есть", ["2027"]),
        ("Победа в Великой Отечественной войне 1941–1945 годов", ["1941–1945 годов"]),
    ],
)
def test_what_is_not_the_order_s_own_stays_with_its_reason(text: str, words: list[str]) -> None:
    rolled = _roll(text)
    left = [item for item in rolled.kept if item.path == ("пункты", 1, "текст")]
    assert _text(rolled) == text
    assert [item.words for item in left] == words
    assert all(text[item.at :].startswith(item.words) and item.why for item in left)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("По итогам 2025 года лучшими стали две школы.", "2025 года"),
        ("В 2026 году работали двенадцать наставников.", "2026 году"),
        ("По программе, утверждённой в 2027 году, учить.", "2027 году"),
        ("Исполнять программу «Школа» на 2024–2030 годы", "2024–2030 годы"),
        ("В рамках Стратегии развития образования до 2030 года", "2030 года"),
        ("Форум «Педагог 2027»", "2027"),
        ("Показатель 2027, выпуск второй", "2027"),
        ("Провести в 12.2027", "2027"),
        ("Собраться в среду, 20 декабря", "в среду, 20 декабря"),
    ],
)
def test_what_is_in_doubt_stays_and_is_asked(text: str, words: str) -> None:
    rolled = _roll(text)
    (question,) = rolled.questions
    assert _text(rolled) == text
    assert (question.words, question.path) == (words, ("пункты", 1, "текст"))
    assert text[question.at :].startswith(words)


def test_the_old_order_s_own_date_and_number_in_its_text_are_asked_about() -> None:
    rolled = _roll("Форма к приказу от 16.03.2027 № 75")
    (question,) = rolled.questions
    assert question.words == "16.03.2027"
    assert "дату и номер" in question.what


def test_a_reference_to_the_cleared_number_is_asked_about() -> None:
    rolled = _roll("Форма к приказу от {дата} № {номер}")
    assert [question.words for question in rolled.questions] == ["{дата}", "{номер}"]


def test_a_target_beside_a_moved_date_is_asked_about() -> None:
    rolled = _roll("Охватить на 31.12.2027 не менее 20 % школьников; прочим 5 %")
    (question,) = rolled.questions
    assert _text(rolled) == "Охватить на 31.12.2028 не менее 20 % школьников; прочим 5 %"
    assert question.words == "не менее 20 %"
    assert question.at is None


def test_a_jubilee_beside_a_moved_year_is_asked_about() -> None:
    assert [question.words for question in _roll("Отметить в 2027 году 80-летие школы").questions] == [
        "80-летие"
    ]


def test_a_weekday_that_was_wrong_before_is_asked_about() -> None:
    rolled = _roll("Собраться в среду, 16 марта 2027 г.")
    (question,) = rolled.questions
    assert _text(rolled) == "Собраться в среду, 16 марта 2028 г."
    assert "день недели" in question.what


@pytest.mark.parametrize(
    "words",
    [
        "в среду (16 марта 2027 г.)",
        "16.03.2027 – среда",
        "16.03.2027 (ср)",
        "со среды, 16 по 18 марта 2027 г.",
    ],
)
def test_a_wrong_weekday_is_asked_about_however_it_is_written(words: str) -> None:
    (question,) = _roll(f"Собраться {words}").questions
    assert question.what == "впишите верный день недели"


@pytest.mark.parametrize(
    ("was", "became"),
    [
        ("в пятницу (12 марта 2027 г.)", "в воскресенье (12 марта 2028 г.)"),
        ("12.03.2027 – пятница", "12.03.2028 – воскресенье"),
        ("с понедельника, 15 по 17 марта 2027 г.", "со среды, 15 по 17 марта 2028 г."),
        ("со вторника, 16 марта 2027 г., провести сбор", "с четверга, 16 марта 2028 г., провести сбор"),
        ("по понедельник, 15 марта 2027 г., вести учёт", "по среду, 15 марта 2028 г., вести учёт"),
        ("В СРЕДУ, 17 МАРТА 2027 ГОДА", "В ПЯТНИЦУ, 17 МАРТА 2028 ГОДА"),
        ("В ВОСКРЕСЕНЬЕ, 13 ИЮНЯ 2027 ГОДА", "ВО ВТОРНИК, 13 ИЮНЯ 2028 ГОДА"),
        ("на понедельник, 15 марта 2027 г.", "на среду, 15 марта 2028 г."),
    ],
)
def test_a_weekday_moves_in_its_case_and_with_its_preposition(was: str, became: str) -> None:
    assert _text(_roll(f"Собраться {was}")) == f"Собраться {became}"


def test_the_beginning_of_a_period_named_by_its_weekday_is_no_deadline() -> None:
    rolled = _roll("Начать со вторника, 30 марта 2027 г.", weekends=Weekends.NEXT)
    assert _text(rolled) == "Начать с четверга, 30 марта 2028 г."
    assert _roll("Начать с пятницы, 12 марта 2027 г.").questions == ()


@pytest.mark.parametrize(
    ("weekends", "text"),
    [
        (Weekends.KEEP, "Сдать отчёт до 30.04.2028."),
        (Weekends.NEXT, "Сдать отчёт до 02.05.2028."),
        (Weekends.PREVIOUS, "Сдать отчёт до 28.04.2028."),
    ],
)
def test_a_deadline_on_a_day_off_stays_or_moves_as_asked(weekends: Weekends, text: str) -> None:
    rolled = _roll("Сдать отчёт до 30.04.2027.", weekends=weekends)
    assert _text(rolled) == text
    assert len(rolled.questions) == (weekends is Weekends.KEEP)


@pytest.mark.parametrize(
    ("old", "left", "moved"),
    [
        ("06.04.2027 – 08.04.2027", "06.04.2029 – 08.04.2029", "06.04.2029 – 09.04.2029"),
        ("с 05.04.2027 по 08.04.2027", "с 05.04.2029 по 08.04.2029", "с 05.04.2029 по 09.04.2029"),
        (
            "с 5 апреля 2027 г. по 8 апреля 2027 г.",
            "с 5 апреля 2029 г. по 8 апреля 2029 г.",
            "с 5 апреля 2029 г. по 9 апреля 2029 г.",
        ),
        ("с 6 по 8 апреля 2027 г.", "с 6 по 8 апреля 2029 г.", "с 6 по 9 апреля 2029 г."),
        ("06–08.04.2027", "06–08.04.2029", "06–09.04.2029"),
        ("29.03–08.04.2027", "29.03–08.04.2029", "29.03–09.04.2029"),
    ],
)
def test_the_end_of_a_period_is_a_deadline(old: str, left: str, moved: str) -> None:
    asked = _roll(f"Провести слёт в срок {old}", 2029)
    (question,) = asked.questions
    assert _text(asked) == f"Провести слёт в срок {left}"
    assert "08.04.2029 – воскресенье" in question.why
    assert _text(_roll(f"Провести слёт в срок {old}", 2029, weekends=Weekends.NEXT)) == (
        f"Провести слёт в срок {moved}"
    )


@pytest.mark.parametrize(
    ("text", "weekends"),
    [
        ("Провести слёт 07.04.2027 – 08.04.2027", Weekends.PREVIOUS),
        ("Провести слёт 7–8 апреля 2027 г.", Weekends.PREVIOUS),
        ("Провести слёт 28–30 июня 2027 г.", Weekends.NEXT),
    ],
)
def test_a_period_that_would_end_before_it_begins_or_in_another_month_is_asked_about(
    text: str, weekends: Weekends
) -> None:
    rolled = _roll(text, 2029, weekends=weekends)
    assert [question.what.split(" на ")[0] for question in rolled.questions] == ["перенесите"]


def test_the_first_day_of_a_period_is_no_deadline() -> None:
    assert _roll("Провести слёт с 08.04.2027 по 10.04.2027", 2029).questions == ()


def test_words_of_a_date_name_the_working_day_too() -> None:
    assert _text(_roll("До 30 апреля 2027 г. сдать", weekends=Weekends.NEXT)) == "До 2 мая 2028 г. сдать"


@pytest.mark.parametrize(
    "text", ["на 31.12.2027 охватить всех", "с 1 сентября 2029 г. учить", "до 1 сентября 2029 г. учить"]
)
def test_a_day_of_measurement_and_1_september_stay_where_they_are(text: str) -> None:
    rolled = _roll(text, 2028, weekends=Weekends.NEXT)
    assert [change.became[:5] for change in rolled.changes if change.path[0] == "пункты"] in (
        ["31.12"],
        ["1 сен"],
    )
    assert rolled.questions == ()


def test_a_deadline_that_leaves_the_school_year_is_asked_about() -> None:
    rolled = _roll("Сдать отчёт до 31.08.2029.", 2027, school_year=True, weekends=Weekends.NEXT)
    (question,) = rolled.questions
    assert _text(rolled) == "Сдать отчёт до 02.09.2030."
    assert "учебного года" in question.what


def test_in_a_school_year_its_autumn_is_not_the_past() -> None:
    rolled = _roll(
        "С сентября 2026 г. собираться в пятницу, 20 ноября, и в субботу, 20 марта", 2027, school_year=True
    )
    assert _text(rolled) == "С сентября 2027 г. собираться в субботу, 20 ноября, и в понедельник, 20 марта"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Собраться в первый понедельник, 05.04.2027.", "в первый понедельник, 05.04.2028."),
        ("Собраться в последнюю пятницу, 30.04.2027.", "в последнюю пятницу, 30.04.2028."),
        ("Рабочая суббота, 24.04.2027.", "Рабочая суббота, 24.04.2028."),
        ("Чистый четверг, 29.04.2027.", "Чистый четверг, 29.04.2028."),
        ("Дежурить в ночь со вторника на среду, 17 марта 2027 г.", "со вторника на среду, 17 марта 2028 г."),
        ("Дежурить в ночь со вторника на среду, 17 марта", "со вторника на среду, 17 марта"),
        ("Собраться в первый понедельник, 5 апреля", "в первый понедельник, 5 апреля"),
    ],
)
def test_a_weekday_bound_to_words_before_it_is_asked_about(old: str, new: str) -> None:
    rolled = _roll(old)
    assert _text(rolled).endswith(new)
    assert "впишите верный день недели" in [question.what for question in rolled.questions]


@pytest.mark.parametrize(
    "text",
    [
        "Сдать до 16.03.2027, в среду собраться.",
        "Собраться 24.04.2027 (рабочая суббота).",
        "Собраться 5 апреля (понедельник).",
    ],
)
def test_a_weekday_behind_a_date_is_asked_about_when_it_may_be_its_own(text: str) -> None:
    assert "проверьте день недели за датой" in [question.what for question in _roll(text).questions]


def test_a_weekday_of_every_week_is_not_asked_about() -> None:
    assert _roll("Собираться до 30.11.2027 каждую пятницу.").questions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Дорожная карта утверждена начальником управления 18.02.2027.", "18.02.2027"),
        ("Положение зарегистрировано министерством 28.02.2027.", "28.02.2027"),
        ("Устав, утверждённый начальником отдела 12.01.2027, изменить.", "12.01.2027"),
        ("На совещании 12.01.2027 решено провести слёт.", "12.01.2027"),
        ("Комиссия провела проверку 12 января 2027 г.", "12 января 2027 г."),
        ("Согласиться с выводами (протокол заседания 12.01.2027).", "12.01.2027"),
        ("Обучение лиц, зачисленных до 1 марта 2027 г., продолжить.", "1 марта 2027 г."),
        ("В январе 2027 года проверено несколько школ.", "январе 2027 года"),
        ("В январе – феврале 2027 г. проверены школы.", "январе – феврале 2027 г."),
    ],
)
def test_a_day_before_the_order_that_its_sentence_tells_of_is_asked_about(text: str, words: str) -> None:
    rolled = _roll(text)
    (question,) = rolled.questions
    assert (_text(rolled), question.words) == (text, words)


@pytest.mark.parametrize(
    "text",
    [
        "Установить надбавку с 1 января 2027 года.",
        "Отделу провести смотр 12.03.2027.",
        "Рассмотреть заявки, поданные до 1 июня 2027 г.",
        "Провести объявленный отделом конкурс 12.05.2027.",
        "Документ должен быть подписан директором 20.12.2027.",
        "За период с 10.01.2027 по 20.01.2027 отчёты сданы.",
        "Комиссия решила: провести смотр 12.05.2027.",
    ],
)
def test_a_day_that_the_order_sets_moves_though_others_have_been(text: str) -> None:
    rolled = _roll(text)
    assert "2027" not in _text(rolled)


def test_a_plan_may_name_days_before_its_order() -> None:
    table = Table(columns=["Мероприятие", "Срок"], rows=[["Принято решение", "12.01.2027"]])
    order = make_order(date=date(2027, 3, 16), annexes=[Annex(title="План", blocks=[table])])
    assert roll(order, 2028).questions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Конвенция о правах ребёнка, принятая 20 ноября 1989 г., действует.", "20 ноября 1989 г."),
        ("По договору аренды, заключённому 01.02.2027", "01.02.2027"),
        ("Стоимость по договору 2027,00 руб.", "2027"),
        ("Лицевой счёт 2027", "2027"),
    ],
)
def test_an_act_without_a_number_and_figures_of_an_amount_stay(text: str, words: str) -> None:
    rolled = _roll(text)
    assert (_text(rolled), rolled.questions) == (text, ())
    assert words in [left.words for left in rolled.kept]


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("турнир юношей 2012–2013 г.р.", "2013–2014 г."),
        ("дети 2020 года рождения", "2021 года"),
        ("соревнования команд 2010 г.р. и моложе", "2011 г."),
    ],
)
def test_a_year_of_birth_that_tells_an_age_is_asked_about_with_the_next_one(text: str, proposal: str) -> None:
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert [(question.what, question.proposal) for question in rolled.questions] == [
        ("решите, сдвинуть ли год рождения", proposal)
    ]
    (question,) = rolled.questions
    answered = roll(make_order(year=2027, clauses=[text]), 2028, answers={question: "принять"})
    assert proposal in answered.order.clauses[0].text


@pytest.mark.parametrize(
    "text", ["лиц, зачисленных до 1 сентября 2029 г.", "лиц, зачисленных после 1 мая 2029 года"]
)
def test_what_was_done_till_a_day_years_ahead_is_asked_about(text: str) -> None:
    rolled = roll(make_order(year=2027, date="16.03.2027", clauses=[text]), 2028)
    assert [question.why for question in rolled.questions] == ["сказано как о совершившемся"]


@pytest.mark.parametrize(
    ("text", "moves"), [("2026–2028 гг., далее – ежегодно", False), ("2026/2027 учебный год", True)]
)
def test_a_long_period_that_began_the_year_before_is_asked_about(text: str, moves: bool) -> None:
    rolled = roll(make_order(year=2027, clauses=[text]), 2028)
    assert bool([change for change in rolled.changes if change.path[0] == "пункты"]) is moves
    assert bool(rolled.questions) is not moves


def test_the_protocol_of_an_approval_is_asked_about() -> None:
    stamp = ApprovalStamp(word="РАССМОТРЕНО", lines=["на заседании совета", "Протокол № 3 от 12.01.2027"])
    plan = Order(kind=Kind.PLAN, year=2027, heading="План", approval_stamps=[stamp], blocks=["Сбор."])
    (question,) = roll(plan, 2028).questions
    assert (question.words, question.why) == (
        "12.01.2027",
        "так утверждали прежний документ: новый утвердят заново",
    )
