"""Words are declined one case after another."""

from __future__ import annotations

import pytest

from prikaz.errors import LanguageError, UnknownSexError
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
