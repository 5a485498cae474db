"""Facts about references: the form is the author's, the number is computed."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import (
    Act,
    Annex,
    Case,
    Clause,
    ClauseList,
    Field,
    Issuer,
    Kind,
    OfficeProfile,
    Person,
    Position,
    Severity,
)
from prikaz.model import FieldKind, Initials, Marker
from prikaz.model.resolution.citations import uncited_annexes
from prikaz.model.resolution.content import CrossReference, plain_text
from prikaz.model.resolution.references import References, Resolution, broken_references
from tests.makers import make_order

CURATOR = Person(
    last="Журавлёва",
    first="Анна",
    middle="Петровна",
    position="методист районного методического кабинета",
)
REGION = Act(
    kind="приказ",
    issuer="министерство образования области",
    date="30.07.2026",
    number="602",
    heading="О наставничестве",
)


PATH = ("пункты", 1, "текст")
_NAMED: dict[str, Any] = {
    "date": "16.03.2027",
    "people": {"куратор": CURATOR},
    "acts": {"область": REGION},
    "fields": {"школа": Field(value="лесная школа", kind=FieldKind.BODY), "почта": "отдел@почта.рф"},
    "annexes": [Annex(key="карта")],
}


def resolved(text: str, profile: OfficeProfile | None = None, **order: Any) -> Resolution:
    return References(make_order(**order), profile).resolve(text, PATH)


def printed(text: str, profile: OfficeProfile | None = None, **order: Any) -> str:
    """A clause as printed, with ordinary spaces for no-break ones."""
    made = resolved(text, profile, **order)
    assert not [item for item in made.findings if item.severity is Severity.ERROR]
    return plain_text(made.content).replace("\u00a0", " ")


def found(text: str, **order: Any) -> list[str]:
    """Codes of what is found in a text."""
    return [item.code for item in resolved(text, **order).findings]


def test_the_only_annex_has_no_number() -> None:
    assert printed("согласно {приложению карта}", annexes=[Annex(key="карта")]) == "согласно приложению"


def test_one_of_several_annexes_is_named_by_its_number() -> None:
    annexes = [Annex(key="карта"), Annex(key="показатели"), Annex(key="состав")]

    assert printed("согласно {приложению показатели}", annexes=annexes) == "согласно приложению № 2"
    assert (
        printed("согласно {приложениям карта, показатели, состав}", annexes=annexes)
        == "согласно приложениям № 1, 2 и 3"
    )


def test_an_office_may_leave_out_the_sign_of_the_number() -> None:
    profile = OfficeProfile(annex_number_sign=False)
    annexes = [Annex(key="карта"), Annex(key="показатели")]

    assert printed("({приложение показатели})", profile, annexes=annexes) == "(приложение 2)"


_FORM = Annex(key="форма", title="Форма", blocks=["а"], annexes=[Annex(key="лист", blocks=["а"])])
_INNER = [Annex(key="заявка", title="Заявка", blocks=["а"]), _FORM]
_NESTED = [Annex(key="порядок", title="Порядок смотра", annexes=_INNER), Annex(key="план", title="План")]
_IN_ORDER = ("пункты", 1, "текст")
_IN_PROCEDURE = ("приложения", 1, "абзац", "текст")
_IN_PLAN = ("приложения", 2, "абзац", "текст")
_IN_APPLICATION = ("приложения", 1, "приложения", 1, "абзац", "текст")
_IN_FORM = ("приложения", 1, "приложения", 2, "абзац", "текст")


@pytest.mark.parametrize(
    ("text", "path", "shown"),
    [
        # down, from elsewhere
        ("{приложению заявка}", _IN_ORDER, "приложению № 1 к Порядку смотра"),
        ("{приложению заявка}", _IN_PLAN, "приложению № 1 к Порядку смотра"),
        ("{приложению лист}", _IN_ORDER, "приложению к Форме"),
        # within the annex that it belongs to
        ("{приложению форма}", _IN_PROCEDURE, "приложению № 2"),
        ("{приложению форма}", _IN_APPLICATION, "приложению № 2"),
        ("{приложению лист}", _IN_FORM, "приложению"),
        # up
        ("{приложению план}", _IN_PROCEDURE, "приложению № 2 к приказу"),
        ("{приложению план}", _IN_APPLICATION, "приложению № 2 к приказу"),
        ("{приложению заявка}", _IN_FORM, "приложению № 1 к Порядку смотра"),
        # beside
        ("{приложению план}", _IN_ORDER, "приложению № 2"),
        ("{приложению порядок}", _IN_PLAN, "приложению № 1"),
        # several
        ("{приложениям заявка, форма}", _IN_ORDER, "приложениям № 1 и 2 к Порядку смотра"),
        ("{приложениям план, заявка}", _IN_ORDER, "приложениям № 2 к приказу и № 1 к Порядку смотра"),
        # what the author says himself, or does not
        ("{приложению заявка} к настоящему Порядку", _IN_ORDER, "приложению № 1 к настоящему Порядку"),
        ("{приложению заявка} к 1 июня", _IN_ORDER, "приложению № 1 к Порядку смотра к 1 июня"),
        ("{прилагаемая заявка}", _IN_ORDER, "прилагаемая"),
    ],
)
def test_an_annex_is_named_with_what_it_belongs_to_where_its_number_alone_is_ambiguous(
    text: str, path: tuple[str | int, ...], shown: str
) -> None:
    made = References(make_order(annexes=_NESTED)).resolve(text, path)
    assert plain_text(made.content).replace("\u00a0", " ") == shown
    assert not made.findings


def test_a_document_without_an_order_is_named_by_its_kind_and_heading() -> None:
    order = make_order(kind=Kind.REGULATION, heading="о премировании", annexes=_NESTED)
    made = References(order).resolve("{приложению план}", _IN_PROCEDURE)
    assert plain_text(made.content).replace("\u00a0", " ") == "приложению № 2 к Положению о премировании"


def test_an_approved_annex_is_cited_as_attached() -> None:
    order = make_order(annexes=[Annex(key="порядок")], clauses=["Утвердить {прилагаемый порядок} Порядок."])
    made = References(order).resolve(order.clauses[0].text, PATH)

    assert plain_text(made.content) == "Утвердить прилагаемый Порядок."
    assert uncited_annexes(order, made.cited) == ()


def test_a_clause_is_named_by_its_computed_number() -> None:
    clauses = [
        "Назначить куратора.",
        Clause(text="Школам:", clauses=[Clause(key="сроки", text="определить сроки;")]),
        Clause(key="отчёт", text="Отчитаться."),
    ]

    assert printed("в соответствии с {пунктом сроки}", clauses=clauses) == "в соответствии с пунктом 2.1"
    assert printed("{пунктами сроки, отчёт}", clauses=clauses) == "пунктами 2.1 и 3"


def test_a_number_in_the_text_knows_what_it_points_at() -> None:
    made = resolved("{пунктом б}", clauses=["Раз.", Clause(key="б", text="Два.")])

    assert made.content[1] == CrossReference(target=("пункты", 2), shown="2")


def test_numbers_of_an_annex_begin_anew() -> None:
    annex = Annex(key="положение", blocks=[ClauseList(clauses=["Общее.", Clause(key="цель", text="Цель.")])])

    assert printed("по {пункту цель}", annexes=[annex]) == "по пункту 2"


def test_an_act_is_named_with_issuer_date_number_and_title() -> None:
    assert (
        printed("На основании {приказа область}", acts={"область": REGION})
        == "На основании приказа министерства образования области от 30.07.2026 № 602 «О наставничестве»"
    )


def test_an_act_without_issuer_and_date_is_named_by_what_it_has() -> None:
    act = Act(kind="Федеральный закон", number="273-ФЗ")

    assert printed("{Федеральным законом об}", acts={"об": act}) == "Федеральным законом № 273-ФЗ"


def test_a_person_stands_in_the_case_with_the_position_after_a_comma() -> None:
    assert (
        printed("Назначить куратором {вин куратор}.", people={"куратор": CURATOR})
        == "Назначить куратором Журавлёву А.П., методиста районного методического кабинета."
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{дат куратор, должность впереди}", "методисту районного методического кабинета Журавлёвой А.П."),
        ("{кому куратор, без должности}", "Журавлёвой А.П."),
        (
            "{кем куратор, полностью}",
            "Журавлёвой Анной Петровной, методистом районного методического кабинета",
        ),
        (
            "{вин куратор, полностью, должность впереди}",
            "методиста районного методического кабинета Журавлёву Анну Петровну",
        ),
        ("{дат куратор, без должности, полностью}", "Журавлёвой Анне Петровне"),
        ("{куратор}", "Журавлёва А.П., методист районного методического кабинета"),
        ("о {о ком куратор, без должности}", "о Журавлёвой А.П."),
    ],
)
def test_a_person_is_printed_as_the_author_asks(written: str, expected: str) -> None:
    assert printed(written, people={"куратор": CURATOR}) == expected


def test_forms_that_are_given_overrule_the_grammar() -> None:
    person = Person(
        last="Заяц",
        first="Олег",
        middle="Ильич",
        forms={Case.DATIVE: "Заяцу"},
        position=Position(title="И.о. главы", forms={Case.DATIVE: "И.о. главы района"}),
    )

    assert printed("{дат глава}", people={"глава": person}) == "Заяцу О.И., И.о. главы района"


def test_initials_stand_where_the_office_has_them() -> None:
    profile = OfficeProfile(initials=Initials.BEFORE, initials_apart=True)

    assert printed("{вин куратор, без должности}", profile, people={"куратор": CURATOR}) == "А. П. Журавлёву"


@pytest.mark.parametrize(
    ("first", "middle", "expected"),
    [("Анна-Мария", "", "Лапину А.-М."), ("А.П.", "", "Лапину А.П."), ("В", "О", "Лапину В.О.")],
)
def test_initials_are_made_of_what_is_given(first: str, middle: str, expected: str) -> None:
    person = Person(last="Лапина", first=first, middle=middle)

    assert printed("{вин к}", people={"к": person}) == expected


def test_a_field_stands_as_it_is_or_in_a_case() -> None:
    body = Field(value="Заречная средняя школа", kind=FieldKind.BODY)

    assert printed("{школа} и {род школа}", fields={"школа": body}) == (
        "Заречная средняя школа и Заречной средней школы"
    )
    assert printed("{школа}", fields={"школа": "МБОУ"}) == "МБОУ"


def test_a_plain_text_is_not_declined_by_guess() -> None:
    assert found("{род школа}", fields={"школа": "Заречная школа"}) == ["form-unknown"]


def test_the_requisites_of_the_order_can_be_named() -> None:
    order: dict[str, Any] = {
        "kind": Kind.RESOLUTION,
        "issuer": Issuer(short="администрация района"),
        "date": "16.03.2027",
    }

    assert (
        printed("Опубликовать текст {род вид} {род орган} на {год} год", **order)
        == "Опубликовать текст постановления администрации района на 2027 год"
    )


def test_doubled_braces_are_braces_and_backticks_keep_text_untouched() -> None:
    assert printed('{{файл}} `{a} "b"`') == '{файл} {a} "b"'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{приложению кара}", "reference-unknown"),
        ("{карта}", "reference-form"),
        ("{пунктом карта}", "reference-form"),
        ("{вин карта}", "reference-form"),
        ("{кого куратор}", "case-ambiguous"),
        ("{винительный куратор}", "case-unknown"),
        ("{вин куратор, с должностью}", "reference-option"),
        ("{вин куратор, полностью, с должностью}", "reference-option"),
        ("{вин куратор, без должности, должность впереди}", "reference-option"),
        ("{вин куратор, область}", "reference-form"),
        ("{пунктом тире}", "reference-unnumbered"),
        ("согласно {приложению карта", "brace-stray"),
        ("согласно карта}", "brace-stray"),
        ("путь `a", "brace-stray"),
    ],
)
def test_a_reference_that_cannot_be_printed_is_reported(text: str, code: str) -> None:
    order = {
        "annexes": [Annex(key="карта")],
        "people": {"куратор": CURATOR},
        "acts": {"область": REGION},
        "clauses": [Clause(text="Список:", clauses=[Clause(key="тире", text="раз;", marker=Marker.DASH)])],
    }

    assert found(text, **order) == [code]


def test_an_unknown_key_is_reported_with_the_nearest_known_one() -> None:
    order = make_order(annexes=[Annex(key="карта")], clauses=["Утвердить согласно {приложению кара}."])

    (finding,) = broken_references(order)

    assert finding.path == ("пункты", 1, "текст")
    assert "«карта»" in finding.hint


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("{вин куратор полностью}", "{вин куратор, полностью}"),
        ("{вин куратор, полностю}", "{вин куратор, полностью}"),
        ("{куратор без должности}", "{куратор, без должности}"),
        ("{вин куратор должность в переди}", ""),
        ("{вин методист, полностью}", ""),
        ("{вин методист, куратор}", ""),
    ],
)
def test_an_option_without_its_comma_or_misspelt_is_guessed(reference: str, meant: str) -> None:
    order = make_order(people={"куратор": CURATOR}, clauses=[f"Назначить {reference}."])

    (finding,) = broken_references(order)

    assert finding.code == "reference-unknown"
    assert finding.hint.removeprefix("возможно, ") == meant or not (meant or "возможно" in finding.hint)


def test_a_key_that_stands_twice_is_reported() -> None:
    order = make_order(annexes=[Annex(key="карта")], people={"карта": CURATOR})

    assert {item.code for item in broken_references(order)} == {"key-repeated"}


def test_the_sex_is_asked_for_and_not_guessed() -> None:
    order = make_order(
        people={"к": Person(last="Шевчук", first="А.", middle="П.")}, clauses=["Назначить {вин к}."]
    )

    assert [item.code for item in broken_references(order)] == ["form-needs-sex"]


def test_an_annex_that_nobody_names_is_reported() -> None:
    order = make_order(annexes=[Annex(key="карта"), Annex(key="список")])
    cited = References(order).resolve("согласно {приложению список}", PATH).cited

    assert [item.path for item in uncited_annexes(order, cited)] == [("приложения", 1)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Утвердить состав (приложение 3).", ["annex-absent"]),
        ("Утвердить состав согласно приложению № 2 к настоящему приказу.", []),
        ("Руководствоваться приложением № 7 к приказу министерства.", []),
    ],
)
def test_a_typed_citation_of_an_annex_that_is_not_there_is_reported(text: str, codes: list[str]) -> None:
    assert found(text, annexes=[Annex(), Annex()]) == codes


def test_a_typed_citation_counts_as_one() -> None:
    order = make_order(annexes=[Annex()])
    cited = References(order).resolve("Утвердить дорожную карту (приложение).", PATH).cited

    assert uncited_annexes(order, cited) == ()


def test_a_citation_of_an_annex_when_there_is_none_is_reported() -> None:
    assert found("Утвердить план согласно приложению.") == ["annex-absent"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Поручить {дат к}.", "Поручить Журавлёвой\u00a0А.П."),
        ("Поручить {дат к}. Срок – 1 мая.", "Поручить Журавлёвой\u00a0А.П. Срок – 1 мая."),
        ("Поручить {дат к} и ждать...", "Поручить Журавлёвой\u00a0А.П. и ждать..."),
        ("Поручить {дат к}...", "Поручить Журавлёвой\u00a0А.П...."),
    ],
)
def test_initials_that_end_a_sentence_end_it_with_one_stop(text: str, printed: str) -> None:
    person = Person(last="Журавлёва", first="Анна", middle="Петровна")

    assert plain_text(resolved(text, people={"к": person}).content) == printed


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Поручить {дат куратор} совместно с отделом.", ["apposition-open"]),
        ("Поручить {дат куратор} и отделу.", ["apposition-open"]),
        ("Поручить {дат куратор}, совместно с отделом.", []),
        ("Назначить {вин куратор}.", []),
        ("Назначить {вин куратор, без должности} куратором.", []),
        ("Назначить {вин куратор, должность впереди} куратором.", []),
    ],
)
def test_a_position_in_mid_sentence_is_closed_by_a_comma(text: str, codes: list[str]) -> None:
    assert found(text, people={"куратор": CURATOR}) == codes


def test_a_surname_of_two_words_keeps_both_in_a_given_form() -> None:
    person = Person(last="фон Берг", first="Анна", middle="Павловна", forms={Case.ACCUSATIVE: "фон Берг"})

    assert printed("{вин к}", people={"к": person}) == "фон Берг А.П."
    assert printed("{вин к, полностью}", people={"к": person}) == "фон Берг Анну Павловну"


def test_a_bullet_pasted_from_word_does_not_mix_with_verbatim_text() -> None:
    made = resolved("\uf0b7 Утвердить `a_b`")

    assert plain_text(made.content) == " Утвердить a_b"
    assert made.findings == ()


def test_a_resolved_text_leaves_no_trace_in_the_references() -> None:
    references = References(make_order(annexes=[Annex(key="карта")]))
    text = "Утвердить {приложение карта} и {нет}, см. приложение 3."

    assert references.resolve(text, PATH) == references.resolve(text, PATH)
    assert references.findings == ()


def test_a_form_that_cannot_be_made_has_its_advice_apart() -> None:
    (finding,) = resolved("{род школа}", fields={"школа": "Заречная школа"}).findings

    assert finding.message == "для «Заречная школа» не задан падеж «род»"
    assert finding.hint == "задайте «формы» или вид поля: орган, должность, лицо"


def test_a_stray_brace_has_its_advice_apart() -> None:
    (finding,) = resolved("согласно карта}").findings

    assert (finding.message, finding.hint) == (
        "лишняя закрывающая фигурная скобка",
        "уберите её или удвойте: }}",
    )


def test_a_key_that_no_text_can_name_is_reported_where_it_stands() -> None:
    references = References(make_order(fields={"ФИО директора": "Белов"}))

    assert [(item.code, item.path) for item in references.findings] == [
        ("key-unusable", ("поля", "ФИО директора"))
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("СОГЛАСНО ПРИЛОЖЕНИЮ № 5", ["annex-absent"]),
        ("К проекту прилагаются документы.", []),
    ],
)
def test_only_a_named_annex_is_missed(text: str, codes: list[str]) -> None:
    assert found(text) == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{дат куратор, должность впереди} сдать отчёт.",
            "Методисту районного методического кабинета Журавлёвой А.П. сдать отчёт.",
        ),
        ("«{школа}» открыть.", "«Лесная школа» открыть."),
        (
            "{область} отменить.",
            "Приказ министерства образования области от 30.07.2026 № 602 «О наставничестве» отменить.",
        ),
        ("{вид} вступает в силу.", "Приказ вступает в силу."),
        ("1. {школа} открыта.", "1. Лесная школа открыта."),
        ("{Приложению карта} следовать.", "Приложению следовать."),
        ("{приложению карта} следовать.", "приложению следовать."),
        ("{дата} сдать.", "16.03.2027 сдать."),
        ("{почта} проверить.", "отдел@почта.рф проверить."),
        ("– {школа};", "– лесная школа;"),
    ],
)
def test_a_reference_that_opens_a_sentence_has_a_capital(text: str, expected: str) -> None:
    references = References(make_order(**_NAMED))

    made = references.resolve(text, PATH, opens_sentence=True)

    assert plain_text(made.content).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сдать до 1 мая. {школа} ждёт.", "Сдать до 1 мая. Лесная школа ждёт."),
        (
            "Назначить {вин куратор, без должности}. {школа} ждёт.",
            "Назначить Журавлёву А.П. Лесная школа ждёт.",
        ),
        ("Сдать? ({школа})", "Сдать? (Лесная школа)"),
        ("В г. {школа}, в 2027 г. {школа}", "В г. лесная школа, в 2027 г. лесная школа"),
        ("Школе им. {род школа}", "Школе им. лесной школы"),
        ("{школа} и {школа}", "лесная школа и лесная школа"),
        ("Поручить {Дат школа} и {Школе школа}", None),
        ("Поручить {Дат школа} и {Кому школа}", "Поручить Лесной школе и Лесной школе"),
    ],
)
def test_a_capital_stands_behind_a_stop_or_where_the_author_asks_for_it(
    text: str, expected: str | None
) -> None:
    made = resolved(text, **_NAMED)

    if expected is None:
        assert [item.code for item in made.findings] == ["case-unknown"]
    else:
        assert plain_text(made.content).replace("\u00a0", " ") == expected


def test_a_case_with_a_capital_is_no_word_of_an_act() -> None:
    assert found("{Дат область}", acts={"область": REGION}) == ["reference-form"]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("А.П. Ветрова", "Ветрову А.П."),
        ("А. П. Ветрова", "Ветрову А.П."),
        ("А.П. Ветрова-Лугова", "Ветрову-Лугову А.П."),
        ("ИВАНОВ ИВАН ИВАНОВИЧ", "Иванова И.И."),
    ],
)
def test_a_person_of_a_field_keeps_the_surname(value: str, printed: str) -> None:
    made = resolved("Назначить {вин к}", fields={"к": Field(value=value, kind=FieldKind.PERSON)})

    assert plain_text(made.content).replace("\u00a0", " ") == f"Назначить {printed}"


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        (Field(value="ИВАНОВ ИВАН ИВАНОВИЧ", kind=FieldKind.PERSON), ["value-doubtful"]),
        (Field(value="Белову Игорю Львовичу", kind=FieldKind.PERSON), ["form-oblique"]),
        (Field(value="Анна Ветрова", kind=FieldKind.PERSON), ["form-unknown"]),
        (Field(value="директору школы", kind=FieldKind.POSITION), ["value-doubtful"]),
        (Field(value="отделу образования", kind=FieldKind.BODY), ["value-doubtful"]),
        (Field(value="1-му отделу", kind=FieldKind.BODY), ["value-doubtful"]),
        (Field(value="директор школы", kind=FieldKind.POSITION), []),
        (Field(value="МБОУ «Школа № 5»", kind=FieldKind.BODY), []),
        (Field(value="директору школы"), []),
    ],
)
def test_a_value_in_another_case_is_told_where_it_stands(field: Field, codes: list[str]) -> None:
    findings = resolved("Назначить {к}", fields={"к": field}).findings

    assert [item.code for item in findings] == codes
    assert {item.path for item in findings} <= {("поля", "к")}


def test_a_position_in_another_case_is_not_declined_once_more() -> None:
    field = Field(value="директору школы", kind=FieldKind.POSITION)

    assert found("Назначить {вин к}", fields={"к": field}) == ["form-oblique"]


@pytest.mark.parametrize(
    "person", [Person(last="А.П. Ветрова"), Person(last="Ветрова", first="Анна Петровна")]
)
def test_a_name_out_of_its_fields_is_printed_as_it_is_meant(person: Person) -> None:
    assert printed("{вин к}", people={"к": person}) == "Ветрову А.П."
    assert printed("{к}", people={"к": person}) == "Ветрова А.П."
