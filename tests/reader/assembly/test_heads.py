"""The head of a document in every form that clerks give it."""

from __future__ import annotations

from datetime import date

import pytest

from prikaz.model import Kind, OperativeWord, Placement, State, Voice
from prikaz.reader.assembly.registrations import has_registration, is_day, read_registration
from prikaz.reader.paper import Role
from tests.reader.assembly.lines import assembled, clauses, line, lines, order_of


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("ПРИКАЗ", Kind.ORDER),
        ("П Р И К А З", Kind.ORDER),
        ("Приказ", Kind.ORDER),
        ("Р А С П О Р Я Ж Е Н И Е", Kind.DIRECTIVE),
        ("ДОРОЖНАЯ КАРТА", Kind.ROADMAP),
    ],
)
def test_a_kind_is_read_however_its_letters_stand(typed: str, kind: Kind) -> None:
    assert order_of(line(Role.KIND, typed)).order.kind is kind


def test_a_draft_may_say_so_in_its_kind() -> None:
    order = order_of(line(Role.KIND, "П Р О Е К Т  Р А С П О Р Я Ж Е Н И Я")).order
    assert (order.kind, order.state) == (Kind.DIRECTIVE, State.DRAFT)


def test_without_a_kind_the_operative_word_tells_it() -> None:
    found = assembled(
        line(Role.OPERATIVE, "ПОСТАНОВЛЯЮ:"),
        *clauses("1. Создать комиссию."),
        line(Role.SIGNATURE, "Глава\tИ.Л. Белов"),
    )
    assert found.order.kind is Kind.RESOLUTION
    assert "вид документа не указан" in [doubt.reason for doubt in found.doubts]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("16.03.2021", date(2021, 3, 16)),
        ("04.08.2020г.", date(2020, 8, 4)),
        ("31.12.2021 года", date(2021, 12, 31)),
        ("20 августа 2020 года", date(2020, 8, 20)),
        ("14 ноября 2014", date(2014, 11, 14)),
        ("«22» июня 2020года", date(2020, 6, 22)),
        ("« 10»______01____2022 г.", date(2022, 1, 10)),
        ("«  22   »       12     2015 года", date(2015, 12, 22)),
        ("«_14_» сентября  2019 года", date(2019, 9, 14)),
        ("12.01. 2016 г.", date(2016, 1, 12)),
        ("6.5.2021", date(2021, 5, 6)),
        ("__.__.20__", None),
        ("«___» ____________ 20__ г.", None),
    ],
)
def test_a_day_is_read_in_any_form(typed: str, day: date | None) -> None:
    assert is_day(typed)
    assert read_registration(typed).date == day


def test_a_year_of_two_figures_is_doubted() -> None:
    found = order_of(line(Role.REGISTRATION, "28.08.23года № 5"))
    assert found.order.date == date(2023, 8, 28)
    assert "год из двух цифр" in found.doubts[0].reason


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("16.03.2027 №75", "75"),
        ("16.03.2027\t№ 94/1", "94/1"),
        ("№  01.04/131 от 16.03.2027", "01.04/131"),
        ("N 274-р от 16 марта 2027 г.", "274-р"),
        ("№№29 от 16.03.2027", "29"),
        ("от 16.03.2027 № -10", "-10"),
        ("16.03.2027 № ______", ""),
        ("16.03.2027", ""),
    ],
)
def test_a_number_is_read_before_the_date_and_behind_it(typed: str, number: str) -> None:
    order = order_of(line(Role.REGISTRATION, typed)).order
    assert (order.date, order.number) == (date(2027, 3, 16), number)


def test_a_place_may_stand_between_date_and_number() -> None:
    order = order_of(line(Role.REGISTRATION, "16.03.2027\t\tг. Заречный\t\t№ 5")).order
    assert (order.date, order.number, order.place) == (date(2027, 3, 16), "5", "г. Заречный")


def test_a_place_is_no_registration() -> None:
    assert not has_registration("г. Заречный")
    assert has_registration("16.03.2027 № 75")


def test_a_heading_over_several_lines_is_one_and_keeps_its_stop() -> None:
    order = order_of(*lines(Role.HEADING, "О наставничестве", "в школах района.")).order
    assert order.heading == "О наставничестве в школах района."


@pytest.mark.parametrize(
    ("headings", "year"),
    [(["О плане на 2027 год"], 2027), (["О плане на 2027 и 2028 годы"], None), ([], None)],
)
def test_the_only_year_of_the_heading_is_that_of_an_order_without_a_date(
    headings: list[str], year: int | None
) -> None:
    assert order_of(*lines(Role.HEADING, *headings)).order.year == year


@pytest.mark.parametrize(
    ("preamble", "said", "word"),
    [
        (
            "В целях поддержки приказываю:",
            "В целях поддержки",
            OperativeWord(placement=Placement.INLINE, capitals=False),
        ),
        (
            "В целях поддержки п р и к а з ы в а ю:",
            "В целях поддержки",
            OperativeWord(placement=Placement.INLINE, capitals=False, letter_spaced=True),
        ),
        ("В целях поддержки:", "В целях поддержки", OperativeWord(placement=Placement.ABSENT)),
        ("", "", OperativeWord(placement=Placement.ABSENT)),
    ],
)
def test_an_operative_word_may_end_the_preamble(preamble: str, said: str, word: OperativeWord) -> None:
    order = order_of(line(Role.PREAMBLE, preamble)).order
    assert (order.preamble, order.operative) == (said, word)


def test_an_operative_word_that_is_usual_is_not_told() -> None:
    assert order_of(line(Role.OPERATIVE, "ПРИКАЗЫВАЮ:")).order.operative is None
    spaced = order_of(line(Role.OPERATIVE, "П Р И К А З Ы В А Ю:")).order.operative
    assert spaced == OperativeWord(letter_spaced=True)
    own = order_of(line(Role.OPERATIVE, "УСТАНАВЛИВАЮ:", centred=True)).order.operative
    assert own == OperativeWord(word="устанавливаю", placement=Placement.CENTRED)


def test_a_body_that_speaks_is_that_of_the_order_and_no_part_of_the_preamble() -> None:
    order = order_of(
        line(Role.KIND, "ПОСТАНОВЛЕНИЕ"),
        line(Role.PREAMBLE, "В целях поддержки школ администрация Лугового района ПОСТАНОВЛЯЕТ:"),
    ).order
    assert order.preamble == "В целях поддержки школ"
    assert order.issuer.short == "администрация Лугового района"
    assert order.operative is None


def test_an_official_who_speaks_in_place_of_a_body_is_told() -> None:
    order = order_of(
        line(Role.KIND, "ПОСТАНОВЛЕНИЕ"),
        line(Role.PREAMBLE, "В целях поддержки школ ПОСТАНОВЛЯЮ:"),
        annexes=[[*lines(Role.ANNEX_MARK, "Приложение", "к постановлению администрации района")]],
    ).order
    assert order.issuer.short == "администрация района"
    assert order.operative == OperativeWord(voice=Voice.OFFICIAL)


def test_what_is_no_order_is_mended_and_doubted() -> None:
    found = assembled(line(Role.KIND, "ПРИКАЗ"))
    (signature,) = found.order.signatures
    assert signature.person.blank
    assert {"подписи нет", "в документе не найден текст"} <= {doubt.reason for doubt in found.doubts}


def test_what_was_not_understood_has_no_place() -> None:
    found = order_of(line(Role.UNKNOWN, "Совсем другое."))
    assert not any("другое" in text.text for text in found.places.values())
