"""What cannot be done and what to do instead stand in fields of their own, not in one message."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import prikaz.language
from prikaz.errors import LanguageError, UnknownSexError
from prikaz.language.names.declension import decline_name
from prikaz.language.numbers.counting import decline_counted, spell_count
from prikaz.language.phrases.declension import decline_title
from prikaz.language.time.dates import impossible_dates, parse_date, shift_date
from prikaz.language.time.workdays import read_calendar
from prikaz.language.words.cases import Case


@pytest.mark.parametrize(
    ("attempt", "hint"),
    [
        (lambda: parse_date("завтра"), "ожидалась дата вида 16.03.2027 или 16 марта 2027 г."),
        (lambda: parse_date("16.03.27"), "напишите год полностью, четырьмя цифрами"),
        (lambda: parse_date("12.13.2027"), "месяцев двенадцать"),
        (lambda: parse_date("31.02.2027"), "последний день 28"),
        (lambda: shift_date(date(2027, 6, 1), 8000), "дату 01.06.2027 не сдвинуть"),
        (lambda: read_calendar("="), "см. образец в документации"),
        (lambda: spell_count(2, "сутки"), "запишите словами сами"),
        (
            lambda: decline_counted(2, "организации"),
            "дайте существительное в именительном падеже единственного числа, определения перед ним",
        ),
        (
            lambda: decline_name("Белов", "Игорь", "Львович", case=Case.DATIVE, forms={Case.DATIVE: "а б"}),
            "запишите одну фамилию в нужном падеже",
        ),
        (
            lambda: decline_title("методистом школы", Case.DATIVE),
            "запишите именительный падеж (кто? что?) или укажите готовые `формы:`",
        ),
    ],
)
def test_advice_stands_apart_from_the_message(attempt: Callable[[], object], hint: str) -> None:
    with pytest.raises(LanguageError) as caught:
        attempt()
    error = caught.value
    assert error.hint == hint
    assert "; " not in error.message
    assert str(error) == f"{error.message}; {hint}"


def test_an_unknown_sex_is_an_error_of_its_own() -> None:
    with pytest.raises(UnknownSexError) as caught:
        decline_name("Ким", "Ю", "", case=Case.DATIVE)
    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(error, UnknownSexError)
    assert (error.message, error.hint) == (
        "«Ким Ю»: форма зависит от пола, а по имени он не виден",
        "укажите `пол: муж` или `пол: жен`, либо готовые `формы:`",
    )


def test_a_day_that_does_not_exist_comes_with_its_advice() -> None:
    assert impossible_dates("с 31.04.2027 по 12.13.2027, 01.06.2027") == (
        ("в дате «31.04.2027» нет такого дня: 31 апреля 2027 г.", "последний день 30"),
        ("в дате «12.13.2027» месяц 13", "месяцев двенадцать"),
    )


def _words(path: Path) -> Iterator[str]:
    """Texts of a module that are no documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def test_no_text_of_the_language_joins_a_message_with_advice() -> None:
    folder = Path(str(prikaz.language.__file__)).parent
    joined = {path.name: word for path in folder.rglob("*.py") for word in _words(path) if "; " in word}
    assert joined == {}
