"""Names in one piece and in fields: what is sure is understood, what is not is refused or doubted."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from prikaz.errors import LanguageError, NotNominativeError
from prikaz.language.names.arrangement import arrange_name
from prikaz.language.names.declension import decline_name
from prikaz.language.names.nominative import oblique_part
from prikaz.language.names.parts import initial
from prikaz.language.names.written import read_name
from prikaz.language.words.cases import Case

_CASES = ("gen", "dat", "acc", "ins", "loc")


def _rows() -> Iterator[dict[str, str]]:
    """Persons of all lists."""
    for path in sorted(Path(__file__).parent.glob("names*.tsv")):
        with path.open(encoding="utf-8") as file:
            yield from csv.DictReader(file, delimiter="\t")


def _parts(text: str) -> tuple[str, str, str]:
    name = read_name(text)
    assert name.doubts == ()
    return name.last, name.first, name.middle


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("А.П. Ветрова", ("Ветрова", "А.", "П.")),
        ("А. П. Ветрова", ("Ветрова", "А.", "П.")),
        ("А.П.Ветрова", ("Ветрова", "А.", "П.")),
        ("А.\u00a0П.\u00a0Ветрова", ("Ветрова", "А.", "П.")),
        ("А.Ветрова", ("Ветрова", "А.", "")),
        ("ВетроваА.П.", ("Ветрова", "А.", "П.")),
        ("Ветрова А.П", ("Ветрова", "А.", "П")),
        ("Ветрова А П", ("Ветрова", "А", "П")),
        ("А П Ветрова", ("Ветрова", "А", "П")),
        ("Ветрова Анна П.", ("Ветрова", "Анна", "П.")),
        ("А. Петровна Ветрова", ("Ветрова", "А.", "Петровна")),
        ("А.П. Ветрова-Лугова", ("Ветрова-Лугова", "А.", "П.")),
        ("Ю.-А. Ким", ("Ким", "Ю.-А.", "")),
        ("Дж. Смит", ("Смит", "Дж.", "")),
        ("И.О. фон Берг", ("фон Берг", "И.", "О.")),
        ("А. ван дер Берг", ("ван дер Берг", "А.", "")),
        ("Л.П. Ди Каприо", ("Ди Каприо", "Л.", "П.")),
        ("Ди Каприо Л.П.", ("Ди Каприо", "Л.", "П.")),
        ("Ди Каприо Л.", ("Ди Каприо", "Л.", "")),
        ("Ю Анна Петровна", ("Ю", "Анна", "Петровна")),
        ("Алиев Рашид Вагиф оглы", ("Алиев", "Рашид", "Вагиф оглы")),
        ("Ли Сяо", ("Ли", "Сяо", "")),
        ("Ветрова", ("Ветрова", "", "")),
    ],
)
def test_a_name_that_can_be_read_in_one_way_is_understood(text: str, parts: tuple[str, str, str]) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("А.П.", "нет фамилии"),
        ("А. Ветрова П.", "и до фамилии, и после неё"),
        ("АП Ветрова", "без точек"),
        ("Ветрова АП", "без точек"),
        ("АП ВЕТРОВА", "без точек"),
        ("А Ветрова", "без точек"),
        ("Анна Ветрова", "не на первом месте"),
        ("Анна Шевчук", "не на первом месте"),
        ("Анна П. Ветрова", "не на первом месте"),
        ("Анна Петровна Ветрова", "отчество на месте имени"),
        ("Анна Петровна", "отчество на месте имени"),
        ("Петровна Анна Ветрова", "отчество на месте фамилии"),
        ("Гарсия Лорка Ф.", "имя или вторая фамилия"),
        ("Ветрова Анна А.П.", "не понять, где"),
        ("Директор Ветрова А.П.", "не понять, где"),
        ("директор Ветрова А.П.", "со строчной буквы"),
        ("Ветрова А.П. методист", "не лицо"),
        ("Ветрова А.П. Белов И.Л.", "не лицо"),
        ("Иванова (Петрова) Анна", "не лицо"),
        ("Ветрова, А.П.", "не лицо"),
        ("Белов Игорь Львович.", "точка в слове"),
        ("иванов иван иванович", "со строчной буквы"),
        ("и.и. иванов", "со строчной буквы"),
        ("иВАНОВ Иван", "со строчной буквы"),
    ],
)
def test_a_name_that_cannot_be_told_apart_is_refused(text: str, words: str) -> None:
    with pytest.raises(LanguageError, match=words):
        read_name(text)


def test_the_right_order_is_shown() -> None:
    with pytest.raises(LanguageError) as caught:
        read_name("Анна Петровна Ветрова")
    assert caught.value.hint == "запишите фамилию первой: Ветрова Анна Петровна"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Белову Игорю Львовичу", "Львовичу"),
        ("Белова Игоря Львовича", "Львовича"),
        ("Беловым Игорем Львовичем", "Львовичем"),
        ("Ветровой Анне Петровне", "Петровне"),
        ("Белову Игорь Львович", "Белову"),
        ("Белову И.Л.", "Белову"),
        ("И.Л. Белову", "Белову"),
        ("Полянскому И.Л.", "Полянскому"),
        ("Белов Игорю", "Игорю"),
    ],
)
def test_a_name_in_another_case_is_not_declined_once_more(text: str, word: str) -> None:
    with pytest.raises(NotNominativeError, match=f"«{word}» не в именительном падеже: «{text}»"):
        read_name(text)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Никитину И.Л.", "может быть, не в именительном"),
        ("Шевчуку И.Л.", "может быть, не в именительном"),
        ("Ивановой А.П.", "может быть, не в именительном"),
        ("Ивановой Анне", "может быть, не в именительном"),
        ("Роман Ким", "похоже на имя"),
        ("Анна Хмыз", "похоже на имя"),
        ("Зот Новиков-Рябой", "похоже на имя"),
        ("Иван П. Бабич", "похоже на имя"),
        ("Ким Ен Су", "не похоже на отчество"),
        ("Гарсия Лорка Ф.Х.", "фамилия из двух слов"),
        ("Ф. Гарсия Лорка", "фамилия из двух слов"),
        ("A.П. Ветрова", "латинские буквы: «A»"),
    ],
)
def test_what_may_be_meant_otherwise_is_doubted(text: str, doubt: str) -> None:
    assert any(doubt in told for told in read_name(text).doubts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ИВАНОВ ИВАН ИВАНОВИЧ", ("Иванов", "Иван", "Иванович")),
        ("ИВАНОВ Иван Иванович", ("Иванов", "Иван", "Иванович")),
        ("И.И. ИВАНОВ", ("Иванов", "И.", "И.")),
        ("ИВанов Иван", ("Иванов", "Иван", "")),
        ("АЛИЕВ РАШИД ВАГИФ ОГЛЫ", ("Алиев", "Рашид", "Вагиф оглы")),
        ("О'НИЛ ШОН", ("О'Нил", "Шон", "")),
        ("Ветрова-ЛУГОВА Анна Петровна", ("Ветрова-Лугова", "Анна", "Петровна")),
        ("ЦОЙ Виктор", ("Цой", "Виктор", "")),
    ],
)
def test_capitals_are_read_as_a_text_has_them_and_told(text: str, parts: tuple[str, str, str]) -> None:
    name = read_name(text)
    assert (name.last, name.first, name.middle) == parts
    assert [doubt.startswith("имя набрано прописными и понято как «") for doubt in name.doubts] == [True]


def test_every_name_of_the_lists_is_read_as_it_is() -> None:
    """But one patronymic that is written as it is spoken, «Силыч»."""
    names = [(row["last"], row["first"], row["middle"]) for row in _rows() if row["middle"]]
    misread = [name for name in names if read_name(" ".join(name)) != (*name, ())]
    assert misread == [("Палаш", "Евграф", "Силыч")]


def test_every_name_of_the_lists_is_read_by_its_initials_before_and_behind() -> None:
    short = [(row["last"], f"{row['first'][0]}.", f"{row['middle'][0]}.") for row in _rows() if row["middle"]]
    misread = {
        last
        for last, first, middle in short
        for text in (f"{last} {first}{middle}", f"{first}{middle} {last}", f"{first} {middle} {last}")
        if read_name(text) != (last, first, middle, ())
    }
    assert misread == {"Ильяшу"}


def test_no_form_of_a_name_of_the_lists_passes_for_the_nominative() -> None:
    forms = {row[case] for row in _rows() for case in _CASES if len(row[case].split()) == 3}
    passed = {form for form in forms if oblique_part(*form.split()) is None}
    assert passed == {"Новикове-Рябом Зоте Ильиче"}


def test_no_name_of_the_lists_is_taken_for_another_case() -> None:
    full = [(row["last"], row["first"], row["middle"]) for row in _rows() if row["first"]]
    alone = [(last, first, "") for last, first, _ in full]
    assert [name for name in (*full, *alone) if oblique_part(*name)] == []


@pytest.mark.parametrize("surname", ["Чебану", "Попеску", "Донской", "Луговой", "Ким", "Живаго", "Коэльо"])
def test_a_surname_that_only_looks_oblique_is_left_alone(surname: str) -> None:
    assert oblique_part(surname, "И.", "Л.") is None


@pytest.mark.parametrize("first", ["Карине", "Гаяне", "Анне", "Раду", "Мария", "Валентина"])
def test_a_first_name_that_may_be_a_nominative_is_left_alone(first: str) -> None:
    assert oblique_part("Хачатрян", first, "") is None


@pytest.mark.parametrize(
    ("given", "arranged"),
    [
        (("А.П. Ветрова", "", ""), ("Ветрова", "А.", "П.")),
        (("Ветрова А.П.", "", ""), ("Ветрова", "А.", "П.")),
        (("Ветрова Анна Петровна", "", ""), ("Ветрова", "Анна", "Петровна")),
        (("А.П.", "Ветрова", ""), ("Ветрова", "А.", "П.")),
        (("А.", "П.", "Ветрова"), ("Ветрова", "А.", "П.")),
        (("", "А.П. Ветрова", ""), ("Ветрова", "А.", "П.")),
        (("Ветрова", "Анна Петровна", ""), ("Ветрова", "Анна", "Петровна")),
        (("Ветрова", "Анна П.", ""), ("Ветрова", "Анна", "П.")),
        (("Ветрова", "Ветрова Анна Петровна", ""), ("Ветрова", "Анна", "Петровна")),
        (("Ветрова", "А.П. Ветрова", ""), ("Ветрова", "А.", "П.")),
        (("Ветрова А.П.", "Анна", "Петровна"), ("Ветрова", "Анна", "Петровна")),
        (("Ветрова А.П.", "Анна", ""), ("Ветрова", "Анна", "П.")),
        (("Ветрова", "А.П.", "Петровна"), ("Ветрова", "А.", "Петровна")),
        (("Ветрова", "Анна", "Петровна Ветрова"), ("Ветрова", "Анна", "Петровна")),
        (("Кот Анна", "", "Петровна"), ("Кот", "Анна", "Петровна")),
        (("Алиев", "Рашид Вагиф оглы", ""), ("Алиев", "Рашид", "Вагиф оглы")),
        (("К. фон Берг", "", ""), ("фон Берг", "К.", "")),
    ],
)
def test_words_in_a_wrong_field_are_put_into_theirs(
    given: tuple[str, str, str], arranged: tuple[str, str, str]
) -> None:
    assert arrange_name(*given) == arranged


@pytest.mark.parametrize(
    "name",
    [
        ("Ветрова", "А.П.", ""),
        ("Ветрова", "Анна Мария", ""),
        ("Ван Дейк", "Ян", ""),
        ("Гарсия Лорка", "Федерико", ""),
        ("Гарсия", "Хуан Карлос", "Педро"),
        ("Алиев", "Рашид", "Вагиф оглы"),
        ("О", "Ен", "Су"),
        ("Петрович", "Иван", "Ильич"),
        ("", "", ""),
    ],
)
def test_words_in_their_fields_stay(name: tuple[str, str, str]) -> None:
    assert arrange_name(*name) == name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (("Анна Петровна Ветрова", "", ""), "возможно, фамилия: Ветрова, имя: Анна, отчество: Петровна"),
        (("Анна", "Ветрова", "Петровна"), "возможно, фамилия: Ветрова, имя: Анна, отчество: Петровна"),
        (("Анна", "Петровна", "Ветрова"), "возможно, фамилия: Ветрова, имя: Анна, отчество: Петровна"),
        (("Петровна", "Анна", "Ветрова"), "возможно, фамилия: Ветрова, имя: Анна, отчество: Петровна"),
        (("Анна Ветрова", "", ""), "возможно, фамилия: Ветрова, имя: Анна"),
        (("А.П.", "", ""), "впишите её в поле «фамилия»"),
        (("Ветрова А.П.", "Ольга", "Петровна"), "разнесите слова по полям: фамилия, имя, отчество"),
        (("Ветрова А.П. Белов И.Л.", "", ""), "разнесите слова по полям: фамилия, имя, отчество"),
        (("Ветрова", "А.П. Лугова", ""), "разнесите слова по полям: фамилия, имя, отчество"),
    ],
)
def test_fields_that_contradict_each_other_are_refused(name: tuple[str, str, str], hint: str) -> None:
    with pytest.raises(LanguageError) as caught:
        arrange_name(*name)
    assert caught.value.hint == hint


def test_initials_in_a_surname_are_never_declined() -> None:
    with pytest.raises(LanguageError, match="стоят инициалы"):
        decline_name("А.П. Ветрова", "", "", case=Case.GENITIVE)


def test_no_initial_of_two_first_names_is_lost() -> None:
    assert [initial(name) for name in ("Хуан Карлос", "Вагиф оглы", "А П")] == ["Х.К.", "В.", "А.П."]
