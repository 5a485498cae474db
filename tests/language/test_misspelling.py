"""What is misspelt is recognized, and what nobody sees is named."""

from __future__ import annotations

import pytest

from prikaz.language.words.misspelling import (
    did_you_mean,
    latin_letters,
    look_alike,
    nearest,
    unseen_sign,
)
from prikaz.language.words.spelling import fold


@pytest.mark.parametrize(
    "word", ["Ответственный  за отчёт", " ответственный_за отчет ", "ОТВЕТСТВЕННЫЙ\nЗА ОТЧЁТ"]
)
def test_capitals_dots_and_spaces_do_not_set_names_apart(word: str) -> None:
    assert fold(word) == "ответственный за отчет"


def test_the_nearest_word_is_given_as_it_is_written() -> None:
    assert nearest("отчетт", ["Отчёт", "Расчёт"]) == "Отчёт"
    assert nearest("мероприятие", ["срок", "номер"]) is None


def test_latin_letters_are_named_in_advice_only_among_russian_ones() -> None:
    assert did_you_mean("cрoк", "срок") == "возможно, «срок»: среди русских букв есть латинская «c», «o»"
    assert did_you_mean("nomer", "номер") == "возможно, «номер»"


def test_a_word_in_russian_letters_is_no_look_alike() -> None:
    assert look_alike("CPOK", ["срок"]) == "срок"
    assert look_alike("срок", ["срок"]) is None


def test_brackets_and_underscores_are_no_latin_letters() -> None:
    assert latin_letters("[Cрок_1]") == "«C» (знак 2)"


def test_a_sign_that_nobody_sees_is_named_with_the_words_before_it() -> None:
    assert unseen_sign("\ufeffБелов") == (
        "в начале невидимый знак U+FEFF",
        "наберите текст заново: такие знаки приходят при копировании со страниц и из PDF",
    )
    assert unseen_sign("5\u00a0марта,\tв среду") is None
