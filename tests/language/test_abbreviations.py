import pytest

from prikaz.errors import LanguageError
from prikaz.language.phrases.declension import decline_organization, decline_title
from prikaz.language.words.abbreviations import is_indeclinable, noun_at_end, read_abbreviation
from prikaz.language.words.cases import Case


@pytest.mark.parametrize(
    ("body", "genitive", "instrumental"),
    [
        ("Минимущество области", "Минимущества области", "Минимуществом области"),
        ("Росимущество", "Росимущества", "Росимуществом"),
        ("Минюстиция", "Минюстиции", "Минюстицией"),
        ("Минкомсвязь", "Минкомсвязи", "Минкомсвязью"),
        ("Минстрой", "Минстроя", "Минстроем"),
        ("Минобр", "Минобра", "Минобром"),
        ("Рособрнадзор", "Рособрнадзора", "Рособрнадзором"),
        ("Росинфокоминвест", "Росинфокоминвеста", "Росинфокоминвестом"),
        ("Госжилинспекция", "Госжилинспекции", "Госжилинспекцией"),
        ("Роснедра", "Роснедр", "Роснедрами"),
        ("МИНИМУЩЕСТВО", "МИНИМУЩЕСТВА", "МИНИМУЩЕСТВОМ"),
        ("МИНОБР ОБЛАСТИ", "МИНОБРА ОБЛАСТИ", "МИНОБРОМ ОБЛАСТИ"),
        ("ГОСНИИСМ", "ГОСНИИСМ", "ГОСНИИСМ"),
        ("МинИмущество области", "МинИмущества области", "МинИмуществом области"),
        ("МинОбр", "МинОбра", "МинОбром"),
        ("ГорФинУправление", "ГорФинУправления", "ГорФинУправлением"),
        ("РосГвардия", "РосГвардии", "РосГвардией"),
        ("СпортШкола", "СпортШколы", "СпортШколой"),
        ("ТехноПарк", "ТехноПарка", "ТехноПарком"),
        ("МинЖКХ", "МинЖКХ", "МинЖКХ"),
        ("ЦДиК", "ЦДиК", "ЦДиК"),
        ("Депфин", "Депфина", "Депфином"),
        ("Депимущество", "Депимущества", "Депимуществом"),
        ("Мин-во образования", "Мин-ва образования", "Мин-вом образования"),
        ("об-во охотников", "об-ва охотников", "об-вом охотников"),
    ],
)
def test_an_office_declines_as_the_noun_at_its_end(body: str, genitive: str, instrumental: str) -> None:
    forms = [decline_organization(body, case) for case in (Case.GENITIVE, Case.INSTRUMENTAL)]
    assert forms == [genitive, instrumental]
    assert all(form.certain for form in forms)


@pytest.mark.parametrize(
    "body",
    [
        "Минприроды",
        "Минобороны",
        "Минэкономразвития",
        "Минобрнауки",
        "Минпросвещения",
        "МИНПРОСВЕЩЕНИЯ РОССИИ",
        "Минэнерго",
        "Минавто",
        "МинПросвещения",
        "МинОбрНауки",
        "МинЭнерго",
        "Депобразования",
        "районо",
    ],
)
def test_an_office_that_ends_in_a_genitive_or_a_vowel_stays(body: str) -> None:
    assert {decline_organization(body, case) for case in Case} == {body}


@pytest.mark.parametrize("body", ["Минспорта", "МинСпорта", "Минтранспорта края", "МИНТУРИЗМА"])
def test_what_may_be_the_genitive_of_a_masculine_stays_with_a_doubt(body: str) -> None:
    form = decline_organization(body, Case.DATIVE)
    assert form == body
    assert "именительный" in form.doubts[0]


def test_the_genitive_of_a_listed_office_is_refused() -> None:
    with pytest.raises(LanguageError, match="не в именительном"):
        decline_organization("Минтруда", Case.GENITIVE)


def test_an_office_is_a_thing_whatever_its_last_letters_mean() -> None:
    assert decline_organization("Минэконом", Case.ACCUSATIVE) == "Минэконом"


def test_an_office_in_the_tail_stays() -> None:
    assert decline_organization("Управление Минимущества", Case.DATIVE) == "Управлению Минимущества"


@pytest.mark.parametrize("title", ["плаврук", "музрук", "физрук", "военрук"])
def test_a_leader_written_short_declines(title: str) -> None:
    form = decline_title(title, Case.ACCUSATIVE)
    assert form == f"{title}а"
    assert form.certain


def test_listed_words_are_not_abbreviations() -> None:
    listed = ["министерство", "минута", "минстрой", "физрук", "город"]
    assert [read_abbreviation(word, persons=True) for word in listed] == [()] * len(listed)
    assert [word for word in listed if is_indeclinable(word)] == []


def test_the_longest_noun_stands_at_the_end() -> None:
    assert noun_at_end("минвостокразвития") == "развития"
    assert noun_at_end("росэлектросеть") == "электросеть"
    assert noun_at_end("горгаз") == ""
