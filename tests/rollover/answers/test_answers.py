"""What a person answers is put into the order where it was asked, or refused; nothing is guessed."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from prikaz import Act, Activity, Annex, Indicator, IndicatorTable, Order, Roadmap, roll
from prikaz.findings import Path
from prikaz.rollover import AnswerError, Question, Reply, Rolled, Weekends, undo
from prikaz.rollover.answers.answering import DECIDED, take_answers
from prikaz.rollover.year_shift import YearShift
from tests.makers import make_order

REPORT = "По итогам 2025 года сдать отчёт до 30.04.2027."


def _order(*clauses: str, heading: str = "") -> Order:
    return make_order(year=2027, heading=heading, clauses=[*clauses, "Контроль оставляю за собой."])


def _table(**changes: object) -> Order:
    shares = Indicator(name="Доля школ", base="31,5", targets={2027: "20", 2028: "не менее 30"})
    table = IndicatorTable(years=[2027, 2028], indicators=[shares])
    meeting = Activity(title="Слёт", deadlines=["30.06.2027"], by_year={2027: "март", 2028: "постоянно"})
    return make_order(year=2027, annexes=[Annex(blocks=[table, Roadmap(activities=[meeting])])], **changes)


def _asked(order: Order, words: str, to: int = 2028, **options: Any) -> list[Question]:
    questions = roll(order, to, **options).questions
    return [question for question in questions if words in f"{question.words} {question.what}"]


def _answered(order: Order, words: str, reply: Reply, to: int = 2028) -> Rolled:
    """An order with one question answered; undone, it is the old one."""
    question, *_ = _asked(order, words, to)
    rolled = roll(order, to, answers={question: reply})
    assert undo(rolled.order, rolled.changes) == order
    assert question not in rolled.questions
    return rolled


def _refused(order: Order, words: str, reply: Reply) -> tuple[str, str, str]:
    question, *_ = _asked(order, words)
    with pytest.raises(AnswerError) as caught:
        roll(order, 2028, answers={question: reply})
    (refusal,) = caught.value.refusals
    assert refusal.question == question
    return refusal.kind.code, refusal.message, refusal.hint


# Words that were left alone -------------------------------------------------------------------------------


def test_a_new_text_stands_in_place_of_the_words_and_is_a_change_that_a_person_has_decided() -> None:
    rolled = _answered(_order(REPORT), "2025 года", "2026 года")
    assert rolled.order.clauses[0].text == "По итогам 2026 года сдать отчёт до 30.04.2028."
    (change,) = [change for change in rolled.changes if change.why == DECIDED]
    assert (change.was, change.became, change.at) == ("2025 года", "2026 года", 10)


@pytest.mark.parametrize("reply", ["оставить", "Оставить.", "как есть", "КАК  ЕСТЬ", "2025 года"])
def test_what_a_person_keeps_is_kept_with_that_reason(reply: str) -> None:
    rolled = _answered(_order(REPORT), "2025 года", reply)
    assert rolled.order.clauses[0].text == "По итогам 2025 года сдать отчёт до 30.04.2028."
    assert [item.words for item in rolled.kept if item.why == DECIDED] == ["2025 года"]


def test_a_year_is_moved_when_a_person_says_so_as_the_program_would() -> None:
    rolled = _answered(_order("Выполнить программу на 2024–2030 годы."), "2024", "перенести")
    assert rolled.order.clauses[0].text == "Выполнить программу на 2025–2031 годы."


def test_a_date_that_a_person_moves_to_a_day_off_is_asked_about_and_that_can_be_answered_at_once() -> None:
    order = _order("По плану на время с 01.03.2024 по 29.04.2027.")
    _, question = _asked(order, "решите, переносить ли")
    first = roll(order, 2028, answers={question: "перенести"})
    (off,) = [question for question in first.questions if "либо" in question.what]
    both = roll(order, 2028, answers={question: "перенести", off: "28.04.2028"})
    assert "28.04.2028" in both.order.clauses[0].text
    assert undo(both.order, both.changes) == order


@pytest.mark.parametrize(
    ("text", "reply", "became"),
    [
        ("Подвести итоги 2025 года.", "2026 года", "Подвести итоги 2026 года."),
        ("Подвести итоги 2025 года.", "2026 года.", "Подвести итоги 2026 года."),
        ("Подвести итоги 2025 г.", "2026 года", "Подвести итоги 2026 года."),
        ("Подвести итоги 2025 г. до мая.", "2026 года", "Подвести итоги 2026 года до мая."),
        ("Подвести итоги 2025 года. Сдать отчёт.", "2026 года", "Подвести итоги 2026 года. Сдать отчёт."),
    ],
)
def test_the_full_stop_of_a_sentence_stays(text: str, reply: str, became: str) -> None:
    assert _answered(_order(text), "2025", reply).order.clauses[0].text == became


def test_two_numbers_of_one_form_in_one_text_are_two_questions() -> None:
    order = _order("Шифры 2027-А/2027.")
    first, second = _asked(order, "решите, год ли это")
    rolled = roll(order, 2028, answers={first: "оставить", second: "2029"})
    assert rolled.order.clauses[0].text == "Шифры 2027-А/2029."


# Words of the new text ------------------------------------------------------------------------------------


def test_a_deadline_on_a_day_off_takes_the_date_that_a_person_gives() -> None:
    rolled = _answered(_table(), "либо", "28.06.2029", to=2029)
    roadmap = rolled.order.annexes[0].blocks[1]
    assert isinstance(roadmap, Roadmap)
    assert str(roadmap.activities[0].deadlines[0]) == "28.06.2029"
    (change,) = [change for change in rolled.changes if change.why == DECIDED]
    assert (change.was, change.became) == ("30.06.2027", "28.06.2029")


def test_a_deadline_that_a_person_keeps_on_a_day_off_stays_moved() -> None:
    rolled = _answered(_order("Сдать отчёт до 30.04.2027."), "либо", "оставить")
    assert rolled.order.clauses[0].text == "Сдать отчёт до 30.04.2028."


def test_equal_targets_of_one_text_are_told_apart_by_what_stands_beside_them() -> None:
    text = "На 31.12.2027 – не менее 20 %, на 31.12.2028 – не менее 20 %."
    order = _order(text)
    first, second = _asked(order, "не менее 20 %")
    rolled = roll(order, 2028, answers={second: "не менее 30 %", first: "не менее 25 %"})
    assert rolled.order.clauses[0].text == "На 31.12.2028 – не менее 25 %, на 31.12.2029 – не менее 30 %."
    assert undo(rolled.order, rolled.changes) == order


def test_a_target_is_not_taken_for_another_one_of_the_same_words() -> None:
    order = _order("Не менее 20 % школ: на 31.12.2027 – не менее 20 %, далее не менее 20 %.")
    code, message, _ = _refused(order, "не менее 20 %", "не менее 25 %")
    assert code == "answer-unfit"
    assert "несколько" in message


def test_the_same_date_twice_is_one_question_and_both_are_changed() -> None:
    order = _order("Сдать отчёт до 30.04.2027, итоги до 30.04.2027.")
    rolled = _answered(order, "либо", "28.04.2028")
    assert rolled.order.clauses[0].text == "Сдать отчёт до 28.04.2028, итоги до 28.04.2028."
    assert not _questions_of(rolled, "либо")


def _questions_of(rolled: Rolled, words: str) -> list[Question]:
    return [question for question in rolled.questions if words in question.what]


# Values by year, base values, clauses ---------------------------------------------------------------------


def test_blank_cells_of_new_years_take_the_values_that_a_person_gives() -> None:
    rolled = _answered(_table(), "впишите значения", {2029: "не менее 35", 2030: "40"}, to=2029)
    table = rolled.order.annexes[0].blocks[0]
    assert isinstance(table, IndicatorTable)
    assert [(year, str(target)) for year, target in table.indicators[0].targets] == [
        (2029, "не менее 35"),
        (2030, "40"),
    ]


def test_a_blank_cell_of_one_new_year_takes_a_text() -> None:
    rolled = _answered(_table(), "впишите значения", "не менее 35")
    table = rolled.order.annexes[0].blocks[0]
    assert isinstance(table, IndicatorTable)
    assert [year for year, _ in table.indicators[0].targets] == [2028, 2029]


def test_a_cell_may_stay_blank_because_a_person_says_so() -> None:
    rolled = _answered(_table(), "впишите значения", {2029: "оставить", 2030: "40"}, to=2029)
    table = rolled.order.annexes[0].blocks[0]
    assert isinstance(table, IndicatorTable)
    assert [year for year, _ in table.indicators[0].targets] == [2030]


def test_deadlines_by_year_are_given_like_values() -> None:
    order = _table()
    _, deadlines = _asked(order, "впишите значения")
    rolled = roll(order, 2028, answers={deadlines: "апрель"})
    roadmap = rolled.order.annexes[0].blocks[1]
    assert isinstance(roadmap, Roadmap)
    assert str(dict(roadmap.activities[0].by_year)[2029][0]) == "апрель"
    assert undo(rolled.order, rolled.changes) == order


def test_a_base_value_is_replaced() -> None:
    table = _answered(_table(), "базовое", "35").order.annexes[0].blocks[0]
    assert isinstance(table, IndicatorTable)
    assert str(table.indicators[0].base) == "35"


@pytest.mark.parametrize(
    ("reply", "added"), [("принять", 1), ("оставить", 0), ("Признать утратившим силу всё.", 1)]
)
def test_a_proposed_clause_is_added_at_the_end(reply: str, added: int) -> None:
    order = _order("До 01.06.2027.", heading="О слёте")
    question, *_ = _asked(order, "добавьте пункт", void_previous=True)
    rolled = roll(order, 2028, void_previous=True, answers={question: reply})
    assert len(rolled.order.clauses) == 2 + added
    assert rolled.order.clauses[-1].text.startswith("Признать" if added else "Контроль")
    assert undo(rolled.order, rolled.changes) == order


# What is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reply", ["да", "нет", "оставте", "перенисти", "ок", "потом", "Да.", "сдвинуть"])
def test_one_word_that_is_no_answer_is_not_printed_as_text(reply: str) -> None:
    code, message, hint = _refused(_order(REPORT), "2025 года", reply)
    assert (code, message) == ("answer-unknown", f"ответ «{reply}» не понятен")
    assert "ёлочки" in hint


@pytest.mark.parametrize(
    "reply", ["перенести на 2026 год", "заменить на 2026", "Замените 2026 годом", "убрать эти слова"]
)
def test_what_tells_the_program_to_do_something_is_not_printed_as_text(reply: str) -> None:
    code, _, hint = _refused(_order(REPORT), "2025 года", reply)
    assert code == "answer-unknown"
    assert hint.startswith("впишите одни новые слова")


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("«всегда»", "По итогам всегда сдать"),
        ("прошлого года", "По итогам прошлого года сдать"),
        ("«2026 года»", "По итогам 2026 года сдать"),
        ("пять лет", "По итогам пять лет сдать"),
    ],
)
def test_other_words_are_a_new_text_and_quotes_say_so(reply: str, text: str) -> None:
    assert _answered(_order(REPORT), "2025 года", reply).order.clauses[0].text.startswith(text)


def test_a_known_deadline_of_one_word_is_a_new_text() -> None:
    order = _order("Сдать отчёт до 30.04.2027.")
    assert _answered(order, "либо", "постоянно").order.clauses[0].text == "Сдать отчёт до постоянно."


def test_a_day_that_no_calendar_has_is_refused() -> None:
    code, message, _ = _refused(_order(REPORT), "2025 года", "31.04.2028")
    assert code == "answer-unknown"
    assert "нет такого дня" in message


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("2025 года", "принять"),
        ("2025 года", {2028: "20"}),
        ("либо", "перенести"),
    ],
)
def test_an_answer_that_the_question_does_not_ask_for_is_refused(words: str, reply: Reply) -> None:
    code, _, hint = _refused(_order(REPORT), words, reply)
    assert code == "answer-unfit"
    assert "впишите новый текст" in hint


@pytest.mark.parametrize("reply", ["50", {2029: "50", 2031: "60"}, {2030: "60"}, "перенести"])
def test_values_of_other_years_than_asked_are_refused(reply: Reply) -> None:
    order = _table()
    question, *_ = _asked(order, "впишите значения", to=2029)
    with pytest.raises(AnswerError, match=r"не те годы|не видно, какого года"):
        roll(order, 2029, answers={question: reply})


@pytest.mark.parametrize(
    ("text", "words", "reply", "twice"),
    [
        ("Сдать отчёт до 30.04.2027.", "30.04.2028", "до 28.04.2028", "«до»"),
        ("Подвести по итогам 2025 года всё.", "2025 года", "по итогам прошлого года", "«по итогам»"),
        ("По итогам 2025 года сдать отчёт.", "2025 года", "прошлого года сдать", "«сдать»"),
    ],
)
def test_a_new_text_that_says_again_what_stands_beside_it_is_refused(
    text: str, words: str, reply: str, twice: str
) -> None:
    code, message, hint = _refused(_order(text), words, reply)
    assert code == "answer-unfit"
    assert message.startswith(twice)
    assert hint == "впишите только то, что встанет вместо этих слов"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("В пятницу, 30.04.2027 сдать отчёт.", "В воскресенье, 30.04.2028"),
        ("Провести 28–30 апреля 2027 г. сборы.", "28–30 апреля 2028 г."),
    ],
)
def test_a_bare_date_does_not_take_away_a_weekday_or_the_beginning_of_a_period(text: str, words: str) -> None:
    code, message, _ = _refused(_order(text), words, "28.04.2028")
    assert code == "answer-unfit"
    assert message == f"вместо слов «{words}» осталась бы одна дата «28.04.2028»"
    assert "28.04.2028" in _answered(_order(text), words, "«28.04.2028»").order.clauses[0].text


@pytest.mark.parametrize("text", ["Сдать отчёт до 30.04.2027.", "Сдать до 30 апреля 2027 г. отчёт."])
@pytest.mark.parametrize("reply", ["28.04.2028", "28 апреля 2028 г.", "28 апреля 2028 года"])
def test_a_date_takes_the_place_of_a_date(text: str, reply: str) -> None:
    assert reply in _answered(_order(text), "либо", reply).order.clauses[0].text


def _proposed(order: Order, path: Path, words: str, proposal: str, at: int | None = None) -> Rolled:
    """A rolled order with a question that proposes something, and the answer that takes it."""
    question = Question(
        path=path, words=words, what="решите", why="считается от года", at=at, proposal=proposal
    )
    shift = YearShift(year=2027, years=1)
    rolled = roll(order, 2028)
    asked = attrs.evolve(rolled, questions=(question,))
    taken = take_answers(order, asked, {question: "принять"}, shift, {})
    assert undo(taken.order, taken.changes) == order
    return taken


def test_a_proposal_is_taken() -> None:
    order = _order("До мая.", heading="О праздновании 82-й годовщины Победы в 2027 году")
    taken = _proposed(order, ("заголовок",), "82-й", "83-й", at=15)
    assert taken.order.heading == "О праздновании 83-й годовщины Победы в 2028 году"


@pytest.mark.parametrize(
    ("words", "proposal", "values"),
    [
        ("2029", "не менее 35", [(2029, "не менее 35")]),
        ("2029, 2030", "2029: 35; 2030: не менее 40", [(2029, "35"), (2030, "не менее 40")]),
    ],
)
def test_proposed_values_of_new_years_are_taken(
    words: str, proposal: str, values: list[tuple[int, str]]
) -> None:
    path = ("приложения", 1, "блоки", 1, "показатели", "строки", 1, "значения")
    table = _proposed(_table(), path, words, proposal).order.annexes[0].blocks[0]
    assert isinstance(table, IndicatorTable)
    assert [(year, str(target)) for year, target in table.indicators[0].targets][1:] == values


def test_an_act_is_not_rewritten_by_an_answer() -> None:
    order = make_order(year=2027, acts={"область": Act(kind="приказ", date="01.02.2019", number="5")})
    question, *_ = _asked(order, "действует ли", acts_older_than=5)
    with pytest.raises(AnswerError, match="поправьте файл данных сами, а здесь ответьте «оставить»"):
        roll(order, 2028, acts_older_than=5, answers={question: "приказ от 01.02.2026 № 7"})
    assert roll(order, 2028, acts_older_than=5, answers={question: "оставить"}).questions == ()


def test_a_question_that_is_not_there_any_more_is_refused_and_all_at_once() -> None:
    order = _order(REPORT)
    gone, kept = (
        _asked(order, "2025 года")[0],
        Question(path=("пункты", 1, "текст"), words="2020", what="а", why="б"),
    )
    edited = _order("По итогам года сдать отчёт до 30.04.2027.")
    with pytest.raises(AnswerError) as caught:
        roll(edited, 2028, answers={gone: "2026 года", kept: "2021"})
    assert {refusal.kind.code for refusal in caught.value.refusals} == {"words-gone"}
    assert "стоит: «По итогам года" in str(caught.value)


def test_a_question_that_another_choice_does_not_ask_is_refused() -> None:
    order = _order("Сдать отчёт до 30.04.2027.")
    question, *_ = _asked(order, "либо")
    with pytest.raises(
        AnswerError, match=r"этих слов здесь больше нет, стоит: «Сдать отчёт до 02\.05\.2028\.»"
    ):
        roll(order, 2028, weekends=Weekends.NEXT, answers={question: "28.04.2028"})


def test_to_the_same_year_there_is_nothing_to_answer() -> None:
    order = _order(REPORT)
    question, *_ = _asked(order, "2025 года")
    with pytest.raises(AnswerError, match="такого вопроса больше нет"):
        roll(order, 2027, answers={question: "2026 года"})
