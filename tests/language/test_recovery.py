"""Facts about names, positions and bodies that stand in another case, told in the nominative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz.language.names.declension import decline_name
from prikaz.language.names.recovery import recover_name
from prikaz.language.phrases.declension import decline_organization, decline_title
from prikaz.language.phrases.recovery import organization_in_nominative, title_in_nominative
from prikaz.language.words.cases import Case, Sex

TITLES = (
    "методист районного методического кабинета",
    "заместитель главы администрации района",
    "первый заместитель главы",
    "заведующий отделом образования",
    "заведующая отделом образования",
    "глава Заречного района",
    "педагог-психолог",
    "учитель начальных классов",
    "и.о. директора школы",
    "ведущий специалист отдела по делам молодёжи",
    "директор МБОУ «Лесная школа № 5»",
)
BODIES = (
    "министерство образования области",
    "администрация Заречного района",
    "управление образования и молодёжной политики",
    "Правительство Российской Федерации",
    "Российская Федерация",
    "Минпросвещения России",
    "Рособрнадзор",
    "МКУ «Районный методический центр»",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("case", [Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL])
def test_a_position_in_a_case_is_told_in_the_nominative(title: str, case: Case) -> None:
    form = decline_title(title, case)
    assert title_in_nominative(form, case) in ({title} if form.certain else {title, None})


@pytest.mark.parametrize("name", BODIES)
def test_a_body_in_the_genitive_is_told_in_the_nominative(name: str) -> None:
    assert organization_in_nominative(decline_organization(name, Case.GENITIVE), Case.GENITIVE) == name


@pytest.mark.parametrize(
    "words", ["по управлению образования", "о проведении смотра", "признать утратившим силу", "№ 5", ""]
)
def test_words_that_name_no_body_have_no_nominative(words: str) -> None:
    assert organization_in_nominative(words, Case.GENITIVE) is None


@pytest.mark.parametrize(
    "title", ["заместителя главы – начальника управления", "директора школы и председателя совета"]
)
def test_two_positions_are_not_told_as_one(title: str) -> None:
    assert title_in_nominative(title, Case.ACCUSATIVE) is None


def test_a_thing_is_no_position() -> None:
    assert title_in_nominative("отдела образования", Case.GENITIVE) is None


def test_a_surname_is_told_for_a_man_and_for_a_woman() -> None:
    found = {(name.last, name.case, name.sex) for name in recover_name("Рогову", "С.", "В.")}
    assert found == {("Рогов", Case.DATIVE, Sex.MALE), ("Рогова", Case.ACCUSATIVE, Sex.FEMALE)}


def test_a_full_name_tells_one_person() -> None:
    (found,) = recover_name("Журавлёву", "Анну", "Петровну")
    assert found[:4] == ("Журавлёва", "Анна", "Петровна", Case.ACCUSATIVE)


def test_no_surname_is_made_up() -> None:
    """«Кравца» is of «Кравец», whose vowel nobody can tell."""
    assert not recover_name("Кравца", "А.", "Б.")


@given(
    st.sampled_from(["Белов", "Орлова", "Полянский", "Полянская", "Зимин", "Шевчук", "Гусева", "Ким"]),
    st.sampled_from([Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL]),
    st.sampled_from(Sex),
)
def test_whoever_is_named_is_among_those_that_may_be_meant(last: str, case: Case, sex: Sex) -> None:
    form = decline_name(last, "А.", "Б.", case=case, sex=sex).last
    if form.certain:
        assert last in {name.last for name in recover_name(form, "А.", "Б.")}
