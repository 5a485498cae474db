"""Facts about orders as objects."""

from __future__ import annotations

from datetime import date, datetime

import attrs
import pytest

from prikaz import (
    Activity,
    Annex,
    Cell,
    Clause,
    Kind,
    ModelError,
    Paragraph,
    Person,
    Roadmap,
    Table,
    Target,
)
from prikaz.language.words.cases import Case
from prikaz.model.prose import prose
from tests.makers import make_order


def test_lists_and_mappings_become_tuples_so_that_orders_can_be_hashed() -> None:
    made = make_order(people={"куратор": Person(last="Журавлёва")}, clauses=["Раз.", Clause(text="Два.")])

    assert made.people == (("куратор", Person(last="Журавлёва")),)
    assert hash(made) == hash(attrs.evolve(made))


@pytest.mark.parametrize("missing", ["clauses", "signatures"])
def test_an_order_without_clauses_or_signature_is_refused(missing: str) -> None:
    with pytest.raises(ModelError):
        make_order(**{missing: []})


def test_the_kind_is_one_of_four_and_may_be_given_by_its_word() -> None:
    assert make_order(kind="решение").kind is Kind.DECISION
    with pytest.raises(ModelError, match="указ"):
        make_order(kind="указ")


def test_a_date_is_a_day_or_a_text() -> None:
    with pytest.raises(ModelError, match="5"):
        make_order(date=5)


def test_a_moment_becomes_its_day() -> None:
    assert make_order(date=datetime(2027, 3, 16, 10, 30)).date == date(2027, 3, 16)  # noqa: DTZ001


def test_a_number_and_a_year_may_come_as_figures_or_words_and_not_as_something_else() -> None:
    assert (make_order(number=75).number, make_order(year="2027").year) == ("75", 2027)
    with pytest.raises(ModelError):
        make_order(number=None)
    with pytest.raises(ModelError):
        make_order(year="будущий")


def test_an_empty_form_is_refused() -> None:
    with pytest.raises(ModelError, match="вин"):
        Person(last="Белов", forms={Case.ACCUSATIVE: " "})


def test_the_year_comes_from_the_date_unless_it_is_given() -> None:
    assert make_order(date="16.03.2027").year == 2027
    assert make_order(date=date(2027, 3, 16), year=2028).year == 2028
    assert make_order(date="16.03.2027", year=None).year == 2027
    assert make_order().year is None


def test_the_sign_of_a_number_is_not_printed_twice() -> None:
    assert make_order(number="№ 75-од").number == "75-од"


def test_a_bad_draft_can_be_opened() -> None:
    assert make_order(heading="", number="", clauses=["Утвердить {приложению чего-то}."]).heading == ""


def test_a_text_has_at_most_four_levels() -> None:
    four = Clause(text="1", clauses=[Clause(text="2", clauses=[Clause(text="3", clauses=["4"])])])

    assert make_order(clauses=[four]).clauses == (four,)
    with pytest.raises(ModelError, match="четырёх"):
        make_order(clauses=[Clause(text="0", clauses=[four])])


def test_clauses_are_a_list_and_not_one_text() -> None:
    with pytest.raises(ModelError, match="возьмите в список"):
        make_order(clauses="Создать комиссию.")


@pytest.mark.parametrize(
    ("kind", "instrumental", "dative"),
    [
        (Kind.ORDER, "приказом", "приказу"),
        (Kind.RESOLUTION, "постановлением", "постановлению"),
        (Kind.DIRECTIVE, "распоряжением", "распоряжению"),
        (Kind.DECISION, "решением", "решению"),
    ],
)
def test_the_kind_of_an_order_declines(kind: Kind, instrumental: str, dative: str) -> None:
    assert kind.form(Case.INSTRUMENTAL) == instrumental
    assert kind.form(Case.DATIVE) == dative
    assert kind.form(Case.NOMINATIVE) == kind.value


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("не менее 12.5", "не менее 12,5"),
        ("35", "35"),
        ("20,0", "20,0"),
        ("более 5 000", "более 5000"),
        ("12 500,5", "12\u00a0500,5"),
        ("-3", "-3"),
        ("да", "да"),
        ("007", "007"),
        ("20–25", "20–25"),
    ],
)
def test_a_target_prints_what_was_written_with_a_decimal_comma(written: str, printed: str) -> None:
    assert str(Target.parse(written)) == printed


@pytest.mark.parametrize("written", ["не менее 12,5", "12 500,5", "до 100", "да", ""])
def test_a_printed_target_reads_back_as_itself(written: str) -> None:
    target = Target.parse(written)

    assert Target.parse(str(target)) == target


def test_a_roadmap_holds_activities_or_sections_and_not_both_or_neither() -> None:
    with pytest.raises(ModelError):
        Roadmap()


def test_a_merged_cell_covers_at_least_itself() -> None:
    with pytest.raises(ModelError):
        Cell(text="Итого", columns=0)


def test_a_key_stands_once() -> None:
    with pytest.raises(ModelError, match="дважды"):
        make_order(people=[("а", Person(last="Белов")), ("а", Person(last="Серов"))])


def test_the_running_text_of_an_order_is_found_everywhere_with_its_place() -> None:
    made = make_order(
        heading="О наставничестве",
        annexes=[
            Annex(
                title="Карта",
                blocks=[Roadmap(activities=[Activity(title="Обучить", responsible=["школы", "отдел"])])],
            ),
            Annex(title="Формы", blocks=["Первая.", Table(columns=["а"], rows=[["x"]])]),
            Annex(blocks=[Paragraph(text="Одна.")]),
        ],
    )

    assert dict(prose(made)) == {
        ("заголовок",): "О наставничестве",
        ("пункты", 1, "текст"): "Контроль за исполнением приказа оставляю за собой.",
        ("приложения", 1, "заголовок"): "Карта",
        ("приложения", 1, "дорожная карта", "мероприятия", 1, "мероприятие"): "Обучить",
        ("приложения", 1, "дорожная карта", "мероприятия", 1, "ответственные", 1): "школы",
        ("приложения", 1, "дорожная карта", "мероприятия", 1, "ответственные", 2): "отдел",
        ("приложения", 2, "заголовок"): "Формы",
        ("приложения", 2, "блоки", 1, "абзац", "текст"): "Первая.",
        ("приложения", 2, "блоки", 2, "таблица", "строки", 1, 1, "текст"): "x",
        ("приложения", 3, "абзац", "текст"): "Одна.",
    }
