"""Words are declined one case after another."""

from __future__ import annotations

import pytest

from prikaz.errors import LanguageError, NotNominativeError, UnknownSexError
from prikaz.language import Case, Sex
from prikaz.service import Declinable, decline, recognize


def test_all_cases_come_in_their_order() -> None:
    forms = decline("методист кабинета", Declinable.POSITION)
    assert [case for case, _ in forms] == list(Case)


def test_forms_come_until_one_cannot_be_made() -> None:
    forms = decline("Шевчук А. П.", Declinable.PERSON)
    assert next(forms) == (Case.NOMINATIVE, "Шевчук А.П.")
    with pytest.raises(UnknownSexError):
        next(forms)


def test_the_sex_may_be_given() -> None:
    forms = dict(decline("Шевчук А. П.", Declinable.PERSON, [Case.DATIVE], Sex.MALE))
    assert forms[Case.DATIVE] == "Шевчуку А.П."


def test_words_that_are_no_person_are_refused_before_any_form() -> None:
    with pytest.raises(LanguageError):
        decline("журавлёва Анна Петровна", Declinable.PERSON)


def test_a_whole_name_is_a_person() -> None:
    assert recognize("Журавлёва Анна Петровна") is Declinable.PERSON


@pytest.mark.parametrize(
    "words",
    [
        "А.П. Ветрова",
        "И.О. фон Берг",
        "Ткач И.Л.",
        "И.Л. Мельник",
        "Белову Игорю Львовичу",
        "Анна Петровна Ветрова",
        "Алиев Рашид Вагиф оглы",
        "ИВАНОВ И.И.",
    ],
)
def test_initials_or_a_patronymic_show_a_person(words: str) -> None:
    assert recognize(words) is Declinable.PERSON


@pytest.mark.parametrize(
    "words",
    ["И.О. Директора", "И.о. главы", "Г. Заречный", "глава Иван Ильич", "Управление ЗАГС", "Школа № 5"],
)
def test_what_shows_no_person_is_a_position(words: str) -> None:
    assert recognize(words) is Declinable.POSITION


def test_initials_before_the_surname_keep_it() -> None:
    forms = dict(decline("А.П. Ветрова", Declinable.PERSON, [Case.GENITIVE]))
    assert forms[Case.GENITIVE] == "Ветровой А.П."
    assert forms[Case.GENITIVE].certain


def test_a_name_in_another_case_is_refused() -> None:
    with pytest.raises(NotNominativeError):
        decline("Белову Игорю Львовичу", Declinable.PERSON)
