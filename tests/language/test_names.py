import pytest
from hypothesis import given
from hypothesis import strategies as st

from prikaz.errors import LanguageError
from prikaz.language.names.declension import decline_name
from prikaz.language.names.parts import split_name
from prikaz.language.names.sexes import detect_sex
from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.dictionary import Dictionary
from tests.language.form_lists import measure_names


@pytest.mark.parametrize(
    ("name", "size"), [("names.tsv", 865), ("names_second.tsv", 655), ("names_fourth.tsv", 85)]
)
def test_every_name_of_the_lists_comes_out_right(name: str, size: int) -> None:
    measure = measure_names(name)
    assert measure.total == size
    assert measure.misses == ()
    assert measure.wrong_but_certain == ()


def test_a_name_is_printed_in_full_or_with_initials() -> None:
    name = decline_name("Журавлёва", "Анна", "Петровна", case=Case.ACCUSATIVE)
    assert str(name) == "Журавлёву Анну Петровну"
    assert name.short == "Журавлёву А.П."
    assert (name.last, name.first, name.middle) == ("Журавлёву", "Анну", "Петровну")
    assert name.certain


@pytest.mark.parametrize(("first", "middle"), [("А.", "П."), ("А", "П"), ("А.П.", "")])
def test_initials_stay_and_get_their_points(first: str, middle: str) -> None:
    name = decline_name("Журавлёва", first, middle, case=Case.DATIVE)
    assert str(name) == "Журавлёвой А.П."


def test_the_nominative_is_what_was_written() -> None:
    assert str(decline_name("Шевчук", "А.", "", case=Case.NOMINATIVE)) == "Шевчук А."


def test_a_surname_without_names_is_declined_alone() -> None:
    assert str(decline_name("Белова", "", "", case=Case.GENITIVE)) == "Беловой"


@pytest.mark.parametrize("surname", ["Шевчук", "Коваль", "Гайдай", "Ткач"])
def test_initials_with_a_consonant_surname_ask_for_the_sex(surname: str) -> None:
    with pytest.raises(LanguageError, match="пол: жен"):
        decline_name(surname, "А.", "П.", case=Case.DATIVE)


def test_the_sex_that_is_given_decides() -> None:
    forms = [decline_name("Шевчук", "А.", "П.", case=Case.DATIVE, sex=sex).short for sex in Sex]
    assert forms == ["Шевчуку А.П.", "Шевчук А.П."]


@pytest.mark.parametrize(("surname", "dative"), [("Бондаренко", "Бондаренко"), ("Глинка", "Глинке")])
def test_the_sex_is_not_asked_for_where_it_changes_nothing(surname: str, dative: str) -> None:
    assert decline_name(surname, "А.", "П.", case=Case.DATIVE).short == f"{dative} А.П."


@pytest.mark.parametrize(
    ("last", "first", "middle", "sex"),
    [
        ("Шевчук", "Анна", "Петровна", Sex.FEMALE),
        ("Шевчук", "Саша", "Петрович", Sex.MALE),
        ("Мамедов", "Али", "Гасан оглы", Sex.MALE),
        ("Белов", "И.", "Л.", Sex.MALE),
        ("Полянская", "И.", "Л.", Sex.FEMALE),
        ("Калина", "И.", "Л.", None),
        ("Шевчук", "И.", "Л.", None),
        ("Белова", "Игорь", "", None),
        ("Шевчук", "Гулназ", "", None),
        ("Шевчук", "Саша", "", None),
    ],
)
def test_sex_is_detected_by_the_name_alone(last: str, first: str, middle: str, sex: Sex | None) -> None:
    assert detect_sex(last, first, middle) is sex


def test_forms_of_the_author_win_over_everything() -> None:
    forms = {Case.GENITIVE: "Волчок"}
    name = decline_name("Волчок", "Иван", "Ильич", case=Case.GENITIVE, forms=forms)
    assert str(name) == "Волчок Ивана Ильича"
    assert name.certain


def test_the_whole_name_may_be_given_as_a_form() -> None:
    forms = {Case.GENITIVE: "Ким Чен Ына"}
    name = decline_name("Ким", "Чен", "Ын", case=Case.GENITIVE, forms=forms)
    assert str(name) == "Ким Чен Ына"


def test_initials_in_a_form_are_not_taken_for_a_name() -> None:
    name = decline_name("Волчок", "И.", "С.", case=Case.GENITIVE, forms={Case.GENITIVE: "Волчка И.С."})
    assert name.short == "Волчка И.С."


def test_a_form_of_another_size_is_refused() -> None:
    with pytest.raises(LanguageError, match="запишите одну фамилию"):
        decline_name("Волчок", "И.", "С.", case=Case.GENITIVE, forms={Case.GENITIVE: "Волчка из отдела"})


def test_a_bearer_may_refuse_to_decline_the_surname() -> None:
    name = decline_name("Гусь", "Валерий", "Степанович", case=Case.DATIVE, declines=False)
    assert str(name) == "Гусь Валерию Степановичу"


def test_an_undeclined_surname_with_initials_needs_no_sex() -> None:
    assert decline_name("Гусь", "В.", "С.", case=Case.DATIVE, declines=False).short == "Гусь В.С."


def test_the_office_settles_surnames() -> None:
    office = Dictionary(forms={"Кравец": {Case.GENITIVE: "Кравеца"}}, indeclinable=["Ремень"])
    first = decline_name("Кравец", "И.", "П.", case=Case.GENITIVE, dictionary=office)
    second = decline_name("Ремень", "И.", "П.", case=Case.GENITIVE, dictionary=office)
    assert (first.short, second.short) == ("Кравеца И.П.", "Ремень И.П.")


@pytest.mark.parametrize(
    ("surname", "genitive"), [("Волчок", "Волчка"), ("Соловей", "Соловья"), ("Коломиец", "Коломийца")]
)
def test_a_fleeting_vowel_is_doubted(surname: str, genitive: str) -> None:
    form = decline_name(surname, "И.", "П.", case=Case.GENITIVE, sex=Sex.MALE).last
    assert form == genitive
    assert "беглая гласная" in form.doubts[0]


def test_a_surname_like_a_berry_is_doubted() -> None:
    assert not decline_name("Смородина", "Анна", "Петровна", case=Case.GENITIVE).last.certain


def test_a_man_with_a_feminine_surname_is_doubted() -> None:
    form = decline_name("Журавлёва", "И.", "П.", case=Case.GENITIVE, sex=Sex.MALE).last
    assert "проверьте пол" in form.doubts[0]


def test_a_foreigner_may_have_another_instrumental() -> None:
    """«Вирхов» gives «Вирховом» or «Вирховым», «Чаплин» only «Чаплином»."""
    doubted = decline_name("Вирхов", "Рудольф", "", case=Case.INSTRUMENTAL)
    assert not doubted.certain
    assert str(decline_name("Чаплин", "Чарльз", "", case=Case.INSTRUMENTAL)) == "Чаплином Чарльзом"


def test_adjectives_are_distinguished_from_nouns() -> None:
    surnames = ["Седой", "Прибой", "Цой", "Третий", "Палий"]
    forms = [decline_name(one, "И.", "И.", case=Case.GENITIVE, sex=Sex.MALE).last for one in surnames]
    assert forms == ["Седого", "Прибоя", "Цоя", "Третьего", "Палия"]


def test_capitals_and_the_letter_yo_are_the_authors() -> None:
    assert decline_name("ЖУРАВЛЁВА", "А.", "П.", case=Case.DATIVE).last == "ЖУРАВЛЁВОЙ"
    assert decline_name("Семенов", "Петр", "Ильич", case=Case.DATIVE).full == "Семенову Петру Ильичу"


def test_particles_of_foreign_surnames_stay() -> None:
    assert decline_name("фон Дитрих", "Карл", "Карлович", case=Case.GENITIVE).last == "фон Дитриха"


def test_doubts_of_the_first_name_do_not_touch_the_initials() -> None:
    name = decline_name("Белова", "Ия", "Сергеевна", case=Case.DATIVE)
    assert name.short.certain
    assert not name.full.certain


def test_the_dots_of_yo_fall_where_the_letter_changes() -> None:
    assert decline_name("Пётр", "Пётр", "Ильич", case=Case.GENITIVE).first == "Петра"
    assert decline_name("Соловьёв", "Артём", "Ильич", case=Case.GENITIVE).full == "Соловьёва Артёма Ильича"


_PARTS = st.text("Аабвеёжийкньоря-.' ", max_size=8)


@given(_PARTS, _PARTS, _PARTS, st.sampled_from(Case), st.sampled_from([*Sex, None]))
def test_no_name_breaks_the_grammar(last: str, first: str, middle: str, case: Case, sex: Sex | None) -> None:
    try:
        name = decline_name(last, first, middle, case=case, sex=sex)
    except LanguageError:
        return
    given_parts = [bool(part.strip()) for part in (last, first, middle)]
    assert [bool(part) for part in (name.last, name.first, name.middle)] == given_parts


@pytest.mark.parametrize(
    ("surname", "genitive"),
    [
        ("Вейнрих", "Вейнриха"),  # a Russian adjective would have -рых
        ("Кривых", "Кривых"),
        ("Бабьих", "Бабьих"),
        ("Задорожний", "Задорожнего"),
    ],
)
def test_a_surname_like_an_adjective_is_recognized_by_the_letter_before(surname: str, genitive: str) -> None:
    form = decline_name(surname, "Карл", "Иванович", case=Case.GENITIVE).last
    assert form == genitive
    assert form.certain


def test_a_name_in_o_that_some_decline_is_asked_about() -> None:
    form = decline_name("Сашко", "Данило", "Иванович", case=Case.GENITIVE).first
    assert form == "Данило"
    assert "склоняют не все" in form.doubts[0]


def test_a_latvian_surname_is_stressed_at_its_beginning() -> None:
    form = decline_name("Берзиньш", "Янис", "Артурович", case=Case.INSTRUMENTAL).last
    assert form == "Берзиньшем"
    assert form.certain


@pytest.mark.parametrize(
    ("surname", "form"), [("О'Нил", "О'Нила"), ("Д’Артаньян", "Д’Артаньяна"), ("О’Генри", "О’Генри")]
)
def test_what_stands_before_an_apostrophe_does_not_decline(surname: str, form: str) -> None:
    assert decline_name(surname, "Пётр", "", case=Case.GENITIVE, sex=Sex.MALE).last == form


def test_the_sex_of_a_foreigner_with_two_names_is_asked_for() -> None:
    assert detect_sex("Нгуен", "Тхи", "Хань") is None
    assert detect_sex("Иванова", "Анна", "Мария") is Sex.FEMALE


@pytest.mark.parametrize("surname", ["Ковач", "Копач", "Деркач", "Глущач"])
def test_a_stress_that_differs_by_people_is_asked_about(surname: str) -> None:
    form = decline_name(surname, "Андрей", "Петрович", case=Case.INSTRUMENTAL).last
    assert "зависит от ударения" in form.doubts[0]
    assert decline_name(surname, "Андрей", "Петрович", case=Case.DATIVE).last.certain


@pytest.mark.parametrize(
    ("surname", "instrumental"), [("Ткач", "Ткачом"), ("Рогач", "Рогачом"), ("Келдыш", "Келдышем")]
)
def test_a_stress_that_the_dictionary_knows_is_certain(surname: str, instrumental: str) -> None:
    form = decline_name(surname, "Андрей", "Петрович", case=Case.INSTRUMENTAL).last
    assert form == instrumental
    assert form.certain


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Ди Каприо Лука Петрович", "Ди Каприо Луки Петровича"),
        ("фон Бюлов Карл Петрович", "фон Бюлова Карла Петровича"),
        ("Де Ла Крус Хуан Петрович", "Де Ла Круса Хуана Петровича"),
        ("Алиев Рашид Вагиф оглы", "Алиева Рашида Вагиф оглы"),
        ("белов иван петрович", "белова ивана петровича"),
        ("журавлёв Иван Петрович", "журавлёва Ивана Петровича"),
        ("ван дер Берг Ян Петрович", "ван дер Берга Яна Петровича"),
        ("Ван Сергей Петрович", "Вана Сергея Петровича"),
    ],
)
def test_particles_belong_to_the_surname_and_stay(name: str, genitive: str) -> None:
    last, first, middle = split_name(name)
    assert decline_name(last, first, middle, case=Case.GENITIVE).full == genitive


def test_no_letter_stands_behind_a_sibilant_that_cannot() -> None:
    form = decline_name("Мышь", "Илья", "Петрович", case=Case.GENITIVE).last
    assert form == "Мыша"
    assert not form.certain
