from decimal import Decimal

import pytest

from prikaz.errors import LanguageError
from prikaz.language.numbers.counting import agree, decline_counted, spell_count
from prikaz.language.numbers.numerals import (
    Gender,
    choose_form,
    spell_amount,
    spell_amount_throughout,
    spell_cardinal,
    spell_ordinal,
)
from prikaz.language.words.cases import Case
from tests.language.time_lists import measure_numbers


@pytest.mark.parametrize("name", ["numbers.tsv", "numbers_second.tsv", "numbers_third.tsv"])
def test_every_number_of_the_lists_comes_out_right(name: str) -> None:
    measure = measure_numbers(name)
    assert measure.total > 170
    assert measure.misses == ()


def test_a_compound_number_of_people_keeps_the_nominative() -> None:
    """«Пригласить двадцать два участника», but «двух участников»."""
    accusative = Case.ACCUSATIVE
    assert spell_cardinal(22, accusative, animate=True) == "двадцать два"
    assert spell_cardinal(2, accusative, animate=True) == "двух"
    assert agree(22, "участник", accusative) == "22\u00a0участника"
    assert agree(2, "участник", accusative) == "2\u00a0участников"


def test_feminine_adjectives_after_two_stand_in_the_nominative() -> None:
    assert decline_counted(2, "образовательная организация") == "образовательные организации"
    assert decline_counted(2, "рабочий день") == "рабочих дня"


def test_a_participle_is_counted_like_a_noun() -> None:
    assert agree(3, "обучающийся") == "3\u00a0обучающихся"


def test_a_decimal_number_takes_the_genitive_singular() -> None:
    assert agree(Decimal("2.5"), "процент") == "2,5\u00a0процента"


def test_thousands_stand_apart_from_ten_thousand() -> None:
    assert agree(9999, "рубль") == "9999\u00a0рублей"
    assert agree(10000, "рубль") == "10\u00a0000\u00a0рублей"


def test_kopecks_are_never_read_as_rubles() -> None:
    assert spell_amount(100) == "один рубль 00\u00a0копеек"
    assert spell_amount_throughout(121) == "один рубль двадцать одна копейка"


def test_gender_is_heard_in_every_one() -> None:
    assert [spell_cardinal(1, gender=gender) for gender in Gender] == ["один", "одна", "одно"]


@pytest.mark.parametrize("number", [11, 12, 14, 111, 0])
def test_the_teens_take_the_genitive_plural(number: int) -> None:
    assert choose_form(number, "день", "дня", "дней") == "дней"


def test_what_cannot_be_spelled_is_refused() -> None:
    with pytest.raises(LanguageError):
        spell_cardinal(-1)
    with pytest.raises(LanguageError):
        spell_ordinal(0)
    with pytest.raises(LanguageError):
        spell_amount(-1)


@pytest.mark.parametrize("noun", ["", "школы", "абырвалг", "учреждение детский", "по школам"])
def test_a_noun_that_is_not_understood_is_asked_for(noun: str) -> None:
    with pytest.raises(LanguageError, match="именительном падеже"):
        spell_count(2, noun)


def test_what_hangs_on_the_counted_noun_stays() -> None:
    assert agree(5, "член комиссии") == "5\u00a0членов комиссии"
    assert agree(2, "педагог дополнительного образования") == "2\u00a0педагога дополнительного образования"
    assert agree(3, "место в общежитии", Case.DATIVE) == "3\u00a0местам в общежитии"


def test_a_noun_that_declines_as_an_adjective_stands_in_the_plural_after_two() -> None:
    assert agree(2, "столовая") == "2\u00a0столовые"
    assert agree(2, "школьная столовая") == "2\u00a0школьные столовые"
    assert agree(3, "заведующий") == "3\u00a0заведующих"
    assert agree(2, "муниципальный служащий") == "2\u00a0муниципальных служащих"


def test_days_and_nights_are_counted_in_the_plural() -> None:
    assert [agree(number, "сутки") for number in (1, 2, 7)] == [
        "1\u00a0сутки",
        "2\u00a0суток",
        "7\u00a0суток",
    ]
    assert spell_count(7, "сутки", Case.GENITIVE) == "7\u00a0(семи) суток"
    assert spell_count(3, "сутки", Case.GENITIVE) == "3\u00a0(трёх) суток"


@pytest.mark.parametrize("number", [1, 2, 21])
def test_a_collective_number_is_not_invented(number: int) -> None:
    with pytest.raises(LanguageError, match="собирательными"):
        spell_count(number, "сутки")
