"""Facts about what stands before a clause: which characters are its number, and which its text."""

from __future__ import annotations

import pytest

from prikaz import OfficeProfile
from prikaz.model import Marker
from prikaz.reader.assembly import assemble
from prikaz.reader.assembly.collecting import Assembled
from prikaz.reader.assembly.labels import Label, label_of_number, read_label
from prikaz.reader.paper import Line, Paper, Role, Sheet
from prikaz.reader.source_text import SourceText

NUMBERS = (
    "1.",
    "1. ",
    "1.1.",
    "1.1. ",
    "1)",
    "1) ",
    "1.1)",
    "1.1) ",
    "§ 1. ",
    "Пункт 1. ",
    "п. 1. ",
    "1/ ",
    "1: ",
)
FIGURES = (
    "24 сентября 2027 года провести",
    "12 путёвок передать",
    "100 человек",
    "5 000 рублей выделить",
    "0,5 ставки",
    "3-й этап",
    "24.09.2027 провести",
    "2027 год объявить",
)


def parts(text: str, *before: Label) -> tuple[str, tuple[int, ...], str] | None:
    """Marker, numbers and the text behind."""
    found = read_label(text, {label.marker: label for label in before})
    return None if found is None else (found[0].marker.value, found[0].numbers, text[found[1] :])


def number(*numbers: int) -> Label:
    return Label(Marker.NUMBER, numbers, ".".join(map(str, numbers)) + ".")


def order(*lines: str) -> Assembled:
    """What is made of an order with such clauses."""
    return assemble(
        Paper(Sheet(tuple(Line(Role.CLAUSE, SourceText(line)) for line in lines))), OfficeProfile()
    )


@pytest.mark.parametrize("label", [form for form in NUMBERS if form.endswith(" ")])
@pytest.mark.parametrize("text", FIGURES)
def test_a_number_takes_no_figure_of_the_text_behind_it(label: str, text: str) -> None:
    found = parts(label + text)
    assert found is not None
    assert found[2] == text


@pytest.mark.parametrize(
    "text", ["24 сентября 2027 года провести", "24.09.2027 провести", "2027 год объявить"]
)
@pytest.mark.parametrize("count", [1, 2])
def test_a_date_right_behind_a_number_is_no_part_of_it(text: str, count: int) -> None:
    before = () if count == 1 else (number(1),)
    assert parts(f"{count}.{text}", *before) == ("номер", (count,), text)


def test_a_number_with_two_parts_goes_on_where_the_count_does() -> None:
    assert parts("1.24 сентября", number(1, 23)) == ("номер", (1, 24), "сентября")
    assert parts("1.24 Провести", number(1)) == ("номер", (1, 24), "Провести")
    assert parts("1.1 обеспечить") == ("номер", (1, 1), "обеспечить")
    assert parts("2. 4. Провести", number(2, 3)) == ("номер", (2, 4), "Провести")
    assert parts("2. 4. Провести", number(1)) == ("номер", (2,), "4. Провести")


@pytest.mark.parametrize(
    ("text", "marker", "numbers"),
    [
        ("§ 2", "номер", (2,)),
        ("§ 2. Провести", "номер", (2,)),
        ("§ 2 Провести", "номер", (2,)),
        ("Пункт 2. Провести", "номер", (2,)),
        ("п. 2. Провести", "номер", (2,)),
        ("2/ Провести", "номер", (2,)),
        ("(2) Провести", "номер", (2,)),
        ("№ 2. Провести", "номер", (2,)),
        ("2: Провести", "номер", (2,)),
        ("2.- Провести", "номер", (2,)),
        ("II) Провести", "номер", (2,)),
        ("Второе. Провести", "номер", (2,)),
        ("1.1) Провести", "номер", (1, 1)),
        ("1.б) Провести", "буква", (2,)),
        ("Б) Провести", "буква", (2,)),
        ("А. Провести", "буква", (1,)),
        ("а. Провести", "буква", (1,)),
        ("* провести", "тире", ()),
        ("o провести", "тире", ()),
        ("+ провести", "тире", ()),
        ("\uf0d8 провести", "тире", ()),
    ],
)
def test_a_counter_in_any_frame_is_a_label(text: str, marker: str, numbers: tuple[int, ...]) -> None:
    found = parts(text)
    assert found is not None
    assert found[:2] == (marker, numbers)
    assert found[2] in {"", "Провести", "провести"}


@pytest.mark.parametrize(
    "text",
    [
        "Пункт 1 части 2 изложить в новой редакции",
        "п. 26 части 1 исключить",
        "12.03.2027 провести",
        "1,5 ставки",
        "10:00 – начало",
        "(8) 2-14-66",
        "№ 5 от 12.03.2027",
        "А. Б. Кленов",
        "г. Заречный",
        "о запрете выхода на лёд",
        "+7 900 000",
        "Пятница. Сбор в 10 часов",
        "10 дней",
    ],
)
def test_a_text_that_looks_like_a_counter_is_none(text: str) -> None:
    assert parts(text) is None


def test_a_letter_with_a_stop_is_counted_only_behind_the_one_before_it() -> None:
    first = Label(Marker.LETTER, (3,), "в.")
    assert parts("г. установить щиты", first) == ("буква", (4,), "установить щиты")
    assert parts("г. установить щиты", first._replace(text="в)")) is None


def test_a_number_in_brackets_stands_under_one_without() -> None:
    assert parts("(1) провести", number(1)) == ("скобка", (1,), "провести")


def test_a_letter_that_word_prints_needs_no_count_before_it() -> None:
    label = label_of_number("г.")
    assert label is not None
    assert (label.marker, label.numbers) == (Marker.LETTER, (4,))


def test_days_stay_in_the_texts_of_clauses() -> None:
    made = order(
        "1. 24 сентября провести слёт.", "1.1. 4 ноября подвести итоги.", "2.12 путёвок передать школам."
    )
    first, second = made.order.clauses
    assert first.text == "24 сентября провести слёт."
    assert first.clauses[0].text == "4 ноября подвести итоги."
    assert second.text == "12 путёвок передать школам."


def test_a_number_alone_on_its_line_is_that_of_the_next_line() -> None:
    made = order("§ 1", "Принять на работу.", "§ 2", "Уволить.")
    assert [clause.text for clause in made.order.clauses] == ["Принять на работу.", "Уволить."]


def test_roman_numbers_in_brackets_are_told_once() -> None:
    made = order("I) Провести слёт.", "1.1) 4 ноября собрать заявки.", "II) Подвести итоги.")
    assert [clause.text for clause in made.order.clauses] == ["Провести слёт.", "Подвести итоги."]
    assert made.order.clauses[0].clauses[0].text == "4 ноября собрать заявки."
    told = [doubt.reason for doubt in made.doubts if "не печатает" in doubt.reason]
    assert told == ["номера вида «I)» программа не печатает"]
