"""What stands in the fields of an order, printed and declined."""

import pytest

from prikaz.errors import LanguageError
from prikaz.language.time.dates import DateStyle
from prikaz.language.words.cases import Case
from prikaz.model import Field, FieldKind, Kind, OfficeProfile, Order, Person, Signature
from prikaz.model.resolution.fields import check_field, field_in, value_doubts
from prikaz.model.resolution.references import References

PROFILE = OfficeProfile()


def _printed(kind: FieldKind, value: str, case: Case = Case.NOMINATIVE, unit: str = "") -> str:
    return field_in(Field(kind=kind, value=value, unit=unit), case, (), PROFILE).replace("\u00a0", " ")


def test_a_person_is_declined_and_gets_initials() -> None:
    assert _printed(FieldKind.PERSON, "Журавлёва Анна Петровна", Case.DATIVE) == "Журавлёвой А.П."


def test_a_surname_of_two_words_is_one_surname() -> None:
    assert _printed(FieldKind.PERSON, "Ди Каприо Лука Петрович", Case.DATIVE) == "Ди Каприо Л.П."


def test_a_person_may_be_named_in_full() -> None:
    field = Field(kind=FieldKind.PERSON, value="Журавлёва Анна Петровна")
    assert field_in(field, Case.ACCUSATIVE, ["полностью"], PROFILE) == "Журавлёву Анну Петровну"


def test_a_body_is_declined() -> None:
    printed = _printed(FieldKind.BODY, "Заречная средняя школа № 2", Case.GENITIVE)
    assert printed == "Заречной средней школы № 2"


def test_a_date_stands_in_the_style_of_the_office() -> None:
    field = Field(kind=FieldKind.DATE, value="2027-03-16")
    profile = OfficeProfile(date_style=DateStyle.WORDS)
    assert field_in(field, Case.NOMINATIVE, (), PROFILE) == "16.03.2027"
    assert field_in(field, Case.NOMINATIVE, (), profile) == "16\u00a0марта 2027\u00a0г."


@pytest.mark.parametrize(
    ("value", "case", "printed"),
    [
        ("21", Case.NOMINATIVE, "21 место"),
        ("25", Case.INSTRUMENTAL, "25 местами"),
        ("1,5", Case.NOMINATIVE, "1,5 места"),
        ("12 500", Case.NOMINATIVE, "12 500 мест"),
    ],
)
def test_a_number_agrees_with_what_it_counts(value: str, case: Case, printed: str) -> None:
    assert _printed(FieldKind.NUMBER, value, case, unit="место") == printed


def test_a_form_that_is_given_overrules_the_grammar() -> None:
    field = Field(kind=FieldKind.PERSON, value="Белов Игорь", forms={Case.DATIVE: "Белову-старшему"})
    assert field_in(field, Case.DATIVE, (), PROFILE) == "Белову-старшему"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldKind.DATE, "31.02.2027"),
        (FieldKind.NUMBER, "пять"),
        (FieldKind.PERSON, "директор школы по приказу отдела от марта"),
        (FieldKind.PERSON, "белов игорь львович"),
        (FieldKind.PERSON, "Белов игорь Львович"),
        (FieldKind.PERSON, "Белов и.л."),
        (FieldKind.PERSON, "Белов Игорь Львович Младший Второй"),
        (FieldKind.PERSON, "журавлёва Анна Петровна"),
        (FieldKind.PERSON, "иванов Пётр Ильич"),
        (FieldKind.PERSON, "Журавлёва Анна Петровна, методист"),
        (FieldKind.PERSON, "Журавлёва Анна Петровна методист"),
        (FieldKind.PERSON, "Мария Анна Петровна Белова"),
        (FieldKind.PERSON, "Анна Петровна Белова"),
        (FieldKind.PERSON, "Анна Мария Белова"),
    ],
)
def test_garbage_is_refused_before_anything_is_printed(kind: FieldKind, value: str) -> None:
    with pytest.raises(LanguageError, match=value):
        check_field(Field(kind=kind, value=value))


@pytest.mark.parametrize(
    "value",
    [
        "БЕЛОВ Игорь",
        "Алиев Рашид Вагиф оглы",
        "д'Артен Луи",
        "Белов И.Л.",
        "ван дер Берг Ян",
        "де ла Крус Хуан Петрович",
    ],
)
def test_a_name_with_capitals_is_a_person(value: str) -> None:
    check_field(Field(kind=FieldKind.PERSON, value=value))


@pytest.mark.parametrize("value", ["журавлёва Анна Петровна", "иванов Пётр Ильич", "белов И.Л."])
def test_a_surname_with_a_small_letter_is_no_particle(value: str) -> None:
    with pytest.raises(LanguageError, match="имя со строчной буквы"):
        check_field(Field(kind=FieldKind.PERSON, value=value))


@pytest.mark.parametrize(
    ("value", "doubted"),
    [("Ли Сяо Лун", "Лун"), ("Гарсия Хуан Карлос Педро", "Карлос Педро")],
)
def test_a_third_word_that_is_no_patronymic_is_reported(value: str, doubted: str) -> None:
    doubts = value_doubts(Field(kind=FieldKind.PERSON, value=value), PROFILE)
    assert any(f"«{doubted}» не похоже на отчество" in doubt for doubt in doubts)


@pytest.mark.parametrize("value", ["Белов Игорь Львович", "Белов И. Л.", "Алиев Рашид Вагиф оглы", "Ли Сяо"])
def test_a_name_in_order_is_not_doubted(value: str) -> None:
    field = Field(kind=FieldKind.PERSON, value=value)
    assert value_doubts(field, PROFILE) == ()
    assert field_in(field, Case.NOMINATIVE, (), PROFILE).certain


def test_an_unfilled_field_is_reported_by_its_key() -> None:
    order = Order(
        kind=Kind.ORDER,
        fields={"школа": Field(kind=FieldKind.BODY)},
        clauses=["Проверить {вин школа}."],
        signatures=[Signature(person=Person(last="Белов"))],
    )
    (finding,) = References(order).resolve(order.clauses[0].text, ("пункты", 1, "текст")).findings
    assert finding.code == "field-unfilled"
    assert finding.path == ("поля", "школа")
