"""Facts about marks over annexes and operative words: made from the order, so they cannot contradict it."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Annex, Issuer, Kind, OfficeProfile, Order, Severity
from prikaz.model import Act, MarkPattern, OperativeWord, Placement, Voice
from prikaz.model.resolution.marks import mark_lines
from prikaz.model.resolution.numbering import number_annexes
from prikaz.model.resolution.operative import Operative, operative_of
from tests.makers import make_order

OFFICE = Issuer(short="отдел образования")


def marks(order: Order, profile: OfficeProfile | None = None) -> list[list[str]]:
    """The marks of all annexes, with ordinary spaces for no-break ones."""
    made = [mark_lines(annex, order, profile or OfficeProfile()) for annex in number_annexes(order)]
    assert not any(mark.findings for mark in made)
    return [[line.replace("\u00a0", " ") for line in mark.value] for mark in made]


def operative(**order: Any) -> Operative:
    made = operative_of(make_order(**order), OfficeProfile())
    assert not made.findings
    return made.value


def test_the_mark_repeats_kind_issuer_date_and_number_of_the_order() -> None:
    order = make_order(issuer=OFFICE, date="16.03.2027", number="75", annexes=[Annex()])

    assert marks(order) == [["Приложение", "к приказу отдела образования", "от 16.03.2027 № 75"]]


def test_several_annexes_are_numbered() -> None:
    order = make_order(issuer=OFFICE, annexes=[Annex(), Annex()])

    assert [mark[0] for mark in marks(order)] == ["Приложение № 1", "Приложение № 2"]
    assert [mark[0] for mark in marks(order, OfficeProfile(annex_number_sign=False))] == [
        "Приложение 1",
        "Приложение 2",
    ]


def test_a_draft_leaves_places_in_the_mark() -> None:
    ((_, _, last),) = marks(make_order(issuer=OFFICE, annexes=[Annex()]))

    assert last == "от ____________ № ______"


def test_an_approved_annex_says_by_what_it_is_approved() -> None:
    order = make_order(
        kind=Kind.RESOLUTION,
        issuer=Issuer(short="администрация района"),
        date="16.03.2027",
        number="75-п",
        annexes=[Annex(title="Порядок учёта", mark=MarkPattern.APPROVED)],
    )

    assert marks(order) == [["УТВЕРЖДЁН", "постановлением администрации района", "от 16.03.2027 № 75-п"]]


def test_the_third_pattern_has_both_marks() -> None:
    order = make_order(issuer=OFFICE, annexes=[Annex(title="Состав комиссии", mark=MarkPattern.BOTH)])

    assert marks(order)[0][:3] == ["Приложение", "УТВЕРЖДЁН", "приказом отдела образования"]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Дорожная карта наставничества", "УТВЕРЖДЕНА"),
        ("Программа", "УТВЕРЖДЕНА"),
        ("Положение о комиссии", "УТВЕРЖДЕНО"),
        ("Показатели", "УТВЕРЖДЕНЫ"),
        ("Правила приёма", "УТВЕРЖДЕНЫ"),
        ("Комплексный план", "УТВЕРЖДЁН"),
        ("ПЕРЕЧЕНЬ школ", "УТВЕРЖДЁН"),
        ("Типовая форма отчёта", "УТВЕРЖДЕНА"),
        ("Изменения, вносимые в приказ", "УТВЕРЖДЕНЫ"),
        ("Методические рекомендации", "УТВЕРЖДЕНЫ"),
    ],
)
def test_the_word_of_approval_agrees_with_what_is_approved(title: str, word: str) -> None:
    order = make_order(issuer=OFFICE, annexes=[Annex(title=title, mark=MarkPattern.APPROVED)])

    assert marks(order)[0][0] == word


def test_the_word_of_approval_is_asked_for_when_the_title_does_not_show_it() -> None:
    order = make_order(annexes=[Annex(title="Смесь", mark=MarkPattern.APPROVED)])

    (finding,) = mark_lines(number_annexes(order)[0], order, OfficeProfile()).findings
    assert finding.severity is Severity.ERROR
    assert finding.path == ("приложения", 1, "утверждено")


def test_an_official_orders_on_a_line_of_its_own() -> None:
    assert operative() == Operative(
        subject="", word="ПРИКАЗЫВАЮ", placement=Placement.OWN_LINE, letter_spaced=False
    )


def test_a_body_resolves_in_the_line_of_the_preamble() -> None:
    made = operative(kind=Kind.RESOLUTION, issuer=Issuer(short="администрация района"))

    assert (made.subject, made.word) == ("администрация района", "ПОСТАНОВЛЯЕТ")
    assert made.placement is Placement.INLINE


def test_a_head_resolves_when_the_order_says_so() -> None:
    made = operative(
        kind=Kind.RESOLUTION,
        issuer=Issuer(short="администрация района"),
        operative=OperativeWord(voice=Voice.OFFICIAL, capitals=False, letter_spaced=True),
    )

    assert made == Operative(subject="", word="постановляю", placement=Placement.INLINE, letter_spaced=True)


def test_a_directive_has_no_operative_word() -> None:
    assert operative(kind=Kind.DIRECTIVE).placement is Placement.ABSENT


@pytest.mark.parametrize(
    ("body", "word"),
    [("Совет депутатов", "РЕШИЛ"), ("районная Дума", "РЕШИЛА"), ("Собрание депутатов", "РЕШИЛО")],
)
def test_a_decision_agrees_with_the_body_that_made_it(body: str, word: str) -> None:
    assert operative(kind=Kind.DECISION, issuer=Issuer(short=body)).word == word


def test_the_order_overrules_the_office_and_the_office_the_custom() -> None:
    office = OfficeProfile(operative=OperativeWord(word="обязываю", capitals=False))
    order = make_order(operative=OperativeWord(placement=Placement.CENTRED))

    made = operative_of(order, office).value

    assert (made.word, made.placement) == ("обязываю", Placement.CENTRED)


def test_the_word_of_a_decision_is_asked_for_when_the_name_of_the_body_does_not_show_it() -> None:
    order = make_order(kind=Kind.DECISION, issuer=Issuer(short="Смесь"))

    (finding,) = operative_of(order, OfficeProfile()).findings
    assert (finding.code, finding.severity) == ("operative-agreement", Severity.ERROR)


def test_a_colon_after_the_word_is_not_doubled() -> None:
    assert operative(operative=OperativeWord(word="устанавливаю :")).word == "УСТАНАВЛИВАЮ"


def test_an_annex_of_an_annex_names_what_it_belongs_to() -> None:
    inner = [Annex(title="Заявка", blocks=["а"]), Annex(title="Отчёт", blocks=["а"])]
    order = make_order(
        annexes=[Annex(title="Положение о комиссии", annexes=inner), Annex(annexes=[Annex(title="Форма")])]
    )
    assert marks(order)[1:3] == [
        ["Приложение № 1", "к Положению о комиссии"],
        ["Приложение № 2", "к Положению о комиссии"],
    ]
    assert marks(order)[4] == ["Приложение", "к приложению № 2"]


def test_a_title_is_named_in_a_mark_without_its_footnote() -> None:
    order = make_order(
        annexes=[Annex(title="Порядок смотра{сноска: Новый.}", annexes=[Annex(title="Форма")])]
    )
    assert marks(order)[1] == ["Приложение", "к Порядку смотра"]


@pytest.mark.parametrize(
    ("kind", "heading", "named"),
    [
        (Kind.REGULATION, "о премировании", "к Положению о премировании"),
        (Kind.REGULATION, "О премировании", "к Положению о премировании"),
        (Kind.PLAN, "Олимпиады школ{сноска: Проект.}", "к Плану Олимпиады школ"),
        (Kind.ROADMAP, "развития", "к Дорожной карте развития"),
        (Kind.PROGRAMME, "", "к программе отдела образования"),
        (Kind.PROGRAMME, "на {год} год", "к программе отдела образования"),
    ],
)
def test_an_annex_of_a_document_without_an_order_names_it_and_leaves_no_blanks(
    kind: Kind, heading: str, named: str
) -> None:
    order = make_order(kind=kind, heading=heading, issuer=OFFICE, annexes=[Annex(), Annex()])
    assert marks(order)[0] == ["Приложение № 1", named]


@pytest.mark.parametrize(
    ("given", "dated"),
    [
        ({"date": "16.03.2027"}, "от 16.03.2027"),
        ({"number": "7"}, "№ 7"),
        ({"date": "16.03.2027", "number": "7"}, "от 16.03.2027 № 7"),
    ],
)
def test_a_document_without_an_order_is_dated_in_the_mark_as_far_as_it_is_itself(
    given: dict[str, str], dated: str
) -> None:
    order = make_order(kind=Kind.PLAN, heading="работы", annexes=[Annex()], **given)
    assert marks(order) == [["Приложение", "к Плану работы", dated]]
    said = make_order(kind=Kind.PLAN, heading="работы", annexes=[Annex(mark=MarkPattern.ABSENT)], **given)
    assert marks(said) == [[]]


def test_an_annex_of_another_act_names_that_act() -> None:
    act = Act(kind="постановление", issuer="администрация Заречного района", date="14.04.2026", number="96-п")
    order = make_order(annexes=[Annex(number=2, act=act)])
    assert marks(order) == [
        ["Приложение № 2", "к постановлению администрации Заречного района", "от 14.04.2026 № 96-п"]
    ]


def test_an_annex_may_go_out_without_a_mark() -> None:
    assert marks(make_order(annexes=[Annex(mark=MarkPattern.ABSENT), Annex()]))[0] == []


def test_a_number_given_by_hand_stands_in_the_mark() -> None:
    assert marks(make_order(annexes=[Annex(number=1), Annex(number=3)]))[1][0] == "Приложение № 3"
