"""Facts about references restored: they print what stood there, and nothing uncertain becomes one."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prikaz import (
    Act,
    Activity,
    Annex,
    Clause,
    ClauseList,
    Kind,
    OfficeProfile,
    Order,
    Person,
    Position,
    Roadmap,
    render,
)
from prikaz.language.time.dates import DateStyle
from prikaz.language.words.cases import Sex
from prikaz.model import AmendingAct, Body, Initials, Marker, NewWording
from prikaz.model.prose import prose
from prikaz.model.resolution.content import plain_text
from prikaz.model.resolution.references import References
from prikaz.model.resolution.typesetting import typeset_content
from prikaz.model.text import BracedReference, marked
from prikaz.reader.references import Restored, restore
from tests.examples.test_examples import draft_of
from tests.files.strategies import orders as any_orders
from tests.makers import make_order
from tests.reader.plain_orders import without_references

PROFILE = OfficeProfile()
MAP, SHARES = Annex(title="Дорожная карта смотра"), Annex(title="Показатели смотра")


def restored(*clauses: str | Clause, profile: OfficeProfile = PROFILE, **fields: Any) -> Restored:
    return restore(make_order(clauses=clauses, **fields), profile)


def clause(text: str, profile: OfficeProfile = PROFILE, **fields: Any) -> str:
    """What becomes of the text of the only clause."""
    return restored(text, profile=profile, **fields).order.clauses[0].text


def reasons(found: Restored) -> list[str]:
    return [doubt.reason for doubt in found.doubts]


# Annexes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Утвердить карту согласно приложению.", "Утвердить карту согласно {приложению карта}."),
        ("Утвердить карту (приложение).", "Утвердить карту ({приложение карта})."),
        ("Утвердить карту (прилагается).", "Утвердить карту ({прилагается карта})."),
        ("Утвердить прилагаемую карту.", "Утвердить {прилагаемую карта} карту."),
        (
            "Утвердить карту согласно Приложению к настоящему приказу.",
            "Утвердить карту согласно {Приложению карта} к настоящему приказу.",
        ),
    ],
)
def test_the_only_annex_is_referred_to(text: str, expected: str) -> None:
    assert clause(text, annexes=[MAP]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Утвердить показатели (приложение № 2).", "Утвердить показатели ({приложение показатели})."),
        ("Утвердить показатели (приложение №2).", "Утвердить показатели ({приложение показатели})."),
        ("Согласно приложениям № 1 и 2.", "Согласно {приложениям карта, показатели}."),
        (
            "Утвердить Показатели смотра (прилагаются).",
            "Утвердить Показатели смотра ({прилагаются показатели}).",
        ),
    ],
)
def test_one_of_several_annexes_is_referred_to_by_its_number_or_title(text: str, expected: str) -> None:
    assert clause(text, annexes=[MAP, SHARES]) == expected


def test_an_annex_without_a_sign_is_referred_to_where_the_office_prints_none() -> None:
    text = "Утвердить карту согласно приложению 1."
    unsigned = OfficeProfile(annex_number_sign=False)
    assert clause(text, unsigned, annexes=[MAP, SHARES]) == "Утвердить карту согласно {приложению карта}."
    found = restored(text, annexes=[MAP, SHARES])
    assert found.order.clauses[0].text == text
    assert "{приложению карта}" in found.doubts[0].proposal


@pytest.mark.parametrize(
    "text",
    [
        "Принять к сведению приложение к письму министерства.",
        "Руководствоваться приложением № 1 к Порядку ведения журналов.",
        "Разместить мобильное приложение.",
        "Форму взять из приложения № 1А.",
        "В постановлении приложение № 1 изложить в новой редакции.",
        "Слова «согласно приложению № 1» заменить.",
        "Отчёт о прилагаемых усилиях не прилагать, приложение не прилагается к нему",
    ],
)
def test_an_annex_of_something_else_stays_text(text: str) -> None:
    assert clause(text, annexes=[evolve(MAP), SHARES]) == text


@pytest.mark.parametrize("number", ["№ 1А", "№ 1 А", "№ 1-А", "1/2", "№ 1.2", "№ 1–3"])
def test_a_number_that_no_annex_has_is_not_cut(number: str) -> None:
    text = f"Форму взять из приложения (приложение {number})."
    assert clause(text, annexes=[MAP]) == text


def test_an_amendment_refers_to_the_annex_of_the_order_itself() -> None:
    text = "Приложение № 2 изложить в новой редакции согласно приложению к настоящему приказу."
    expected = "Приложение № 2 изложить в новой редакции согласно {приложению карта} к настоящему приказу."
    assert clause(text, annexes=[MAP]) == expected


def test_an_annex_that_is_not_there_is_a_doubt() -> None:
    found = restored("Утвердить смету (приложение № 3).", annexes=[MAP, SHARES])
    assert reasons(found) == ["названо приложение № 3, а есть только № 1, № 2"]
    assert reasons(restored("Утвердить смету согласно приложению.")) == [
        "названо приложение, а приложений нет"
    ]


def test_an_annex_named_with_another_number_of_the_order_is_a_doubt() -> None:
    text = "Утвердить карту согласно приложению к приказу отдела от 16.03.2027 № {}."
    fields: dict[str, Any] = {"annexes": [MAP], "date": "16.03.2027", "number": "5"}
    found = restored(text.format(6), **fields)
    assert found.order.clauses[0].text == text.format(6)
    assert reasons(found) == ["у этого документа номер другие, а приложение названо его"]
    assert "{приложению карта}" in clause(text.format(5), **fields)


def test_which_of_several_annexes_is_meant_is_a_doubt() -> None:
    found = restored("Утвердить карту согласно приложению.", annexes=[MAP, SHARES])
    assert [doubt.text.text for doubt in found.doubts] == ["приложению"]


def test_a_key_is_made_of_the_title_or_the_block_or_the_number() -> None:
    roadmap = Annex(blocks=[Roadmap(activities=[Activity(title="Смотр")])])
    found = restored(
        "Утвердить (приложения № 1, 2, 3 и 4).",
        annexes=[MAP, Annex(title="КАРТА"), roadmap, Annex(title="О смотре")],
    )
    assert [annex.key for annex in found.order.annexes] == ["карта", "карта-2", "карта-3", "приложение-4"]


def test_an_annex_that_no_text_names_gets_no_key() -> None:
    assert [annex.key for annex in restored("Утвердить.", annexes=[MAP]).order.annexes] == [""]


def test_annexes_of_an_annex_are_meant_in_it() -> None:
    inner = [Annex(title="Заявка"), Annex(title="Отчёт")]
    rules = Annex(title="Порядок смотра", blocks=["Заявку подают по форме (приложение № 1)."], annexes=inner)
    found = restored("Утвердить порядок (приложение № 1) и карту (приложение № 2).", annexes=[rules, MAP])
    texts = dict(prose(found.order))
    assert texts["приложения", 1, "абзац", "текст"] == "Заявку подают по форме ({приложение заявка})."
    assert (
        texts["пункты", 1, "текст"]
        == "Утвердить порядок ({приложение порядок}) и карту ({приложение карта})."
    )


# Clauses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В соответствии с пунктом 1.", "В соответствии с {пунктом п1}."),
        (
            "Работы, названные в пунктах 1 и 2.1, провести.",
            "Работы, названные в {пунктах п1, п2-1}, провести.",
        ),
        ("Отчёт по пункту 2 настоящего приказа сдать.", "Отчёт по {пункту п2} настоящего приказа сдать."),
        ("Сведения из подпункта 2.1.", "Сведения из {подпункта п2-1}."),
        ("Сведения из статьи 2.1.", "Сведения из статьи 2.1."),
    ],
)
def test_a_clause_of_the_order_is_referred_to(text: str, expected: str) -> None:
    found = restored("Начать.", Clause(text="Школам:", clauses=["сдать"]), text)
    assert found.order.clauses[2].text == expected


def test_a_letter_is_referred_to_with_the_clause_that_holds_it() -> None:
    sub = [Clause(text="школы", marker=Marker.LETTER), Clause(text="сады", marker=Marker.LETTER)]
    found = restored("Начать.", Clause(text="Кто:", clauses=sub), "Тем, кто назван в подпункте «б» пункта 2.")
    assert found.order.clauses[2].text == "Тем, кто назван в {подпункте п2-б}."
    assert found.order.clauses[1].clauses[1].key == "п2-б"


@pytest.mark.parametrize(
    "text",
    [
        "На основании пункта 1 статьи 8 закона.",
        "На основании пункта 1 раздела 3 Паспорта проекта.",
        "Руководствоваться статьёй 1 Федерального закона.",
        "Во исполнение приказа министерства от 12.03.2026 № 7, пункт 1.",
        "По пункту 1 протокола доложить.",
        "В пункте 1 слова «до мая» заменить словами «до июня».",
        "Выполнить пункт 1-а и пункт 1/2.",
        "Слова «в пункте 1» исключить.",
        "Выполнить пункты 1, 2–4.",
    ],
)
def test_a_clause_of_another_act_stays_text(text: str) -> None:
    assert "пункт" not in "".join(re.findall(r"\{[^}]*\}", restored("Начать.", text).order.clauses[1].text))
    assert restored("Начать.", text).order.clauses[0].key == ""


def test_a_clause_in_the_preamble_is_one_of_another_act() -> None:
    found = restored("Начать.", preamble="В соответствии с пунктом 1")
    assert found.order.preamble == "В соответствии с пунктом 1"


def test_a_clause_that_is_not_there_is_a_doubt() -> None:
    found = restored("Начать.", "По пункту 9 настоящего приказа отчитаться.")
    assert [doubt.text.text for doubt in found.doubts] == ["пункту 9"]
    assert not restored("Начать.", "По пункту 9 плана отчитаться.").doubts


def test_clauses_of_an_annex_are_meant_in_it() -> None:
    text = "По пункту 1 Положения, пункту 2 настоящего Положения и пункту 2 настоящего приказа."
    annex = Annex(title="Положение о смотре", blocks=[ClauseList(clauses=["Общее.", text])])
    found = restored("Начать по пункту 2 Положения.", "Кончить.", annexes=[annex])
    texts = dict(prose(found.order))
    assert texts["пункты", 1, "текст"] == "Начать по {пункту положение-п2} Положения."
    assert texts["приложения", 1, "положение", "пункты", 2, "текст"] == (
        "По {пункту положение-п1} Положения, {пункту положение-п2} настоящего Положения"
        " и {пункту п2} настоящего приказа."
    )


# Acts ---------------------------------------------------------------------------------------------------

ORDER_602 = Act(
    kind="приказ",
    issuer=Body(name="министерство образования Заречной области"),
    date=dt.date(2026, 7, 30),
    number="602",
    heading="О наставничестве",
)


@pytest.mark.parametrize(
    "cited",
    [
        "приказа министерства образования Заречной области от 30.07.2026 № 602 «О наставничестве»",
        "приказа министерства образования Заречной области от 30.07.2026 №602 «О наставничестве»",
        'приказа министерства образования Заречной области от 30.07.2026 № 602 "О наставничестве"',
    ],
)
def test_an_act_is_offered_and_referred_to(cited: str) -> None:
    found = restored("Начать.", preamble=f"На основании {cited} и в целях поддержки")
    assert found.order.acts == (("приказ-602", ORDER_602),)
    assert found.order.preamble == "На основании {приказа приказ-602} и в целях поддержки"


@pytest.mark.parametrize(
    "cited",
    [
        "приказа министерства образования Заречной области от 30.07.2026 г. № 602 «О наставничестве»",
        "приказа министерства образования Заречной области от 30.07.2026 года № 602 «О наставничестве»",
        "приказа министерства образования Заречной области от 30 июля 2026 г. № 602 «О наставничестве»",
        "приказа министерства образования Заречной области от «30» июля 2026 года №602 «О наставничестве»",
        "приказа министерства образования Заречной области № 602 от 30.07.2026 «О наставничестве»",
        "приказа министерства образования Заречной области от 30.07.2026 N 602 «О наставничестве»",
    ],
)
def test_an_act_that_would_be_printed_otherwise_is_offered_and_stays_text(cited: str) -> None:
    found = restored("Начать.", preamble=f"На основании {cited}")
    assert [act for _, act in found.order.acts] == [ORDER_602]
    assert found.order.preamble == f"На основании {cited}"


def test_a_date_in_words_is_referred_to_where_the_office_prints_words() -> None:
    text = "На основании постановления Правительства Российской Федерации от 3 июня 2026 г. № 466"
    found = restored("Начать.", preamble=text, profile=OfficeProfile(date_style=DateStyle.WORDS))
    assert found.order.preamble == "На основании {постановления постановление-466}"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "Федеральным законом от 29.12.2012 № 273-ФЗ «Об образовании»",
            Act(kind="Федеральный закон", date="29.12.2012", number="273-ФЗ", heading="Об образовании"),
        ),
        (
            "указом Президента Российской Федерации от 15.02.2026 № 116",
            Act(kind="указ", issuer="Президент Российской Федерации", date="15.02.2026", number="116"),
        ),
        (
            "распоряжением Минпросвещения России от 25.12.2026 № Р-145",
            Act(kind="распоряжение", issuer="Минпросвещения России", date="25.12.2026", number="Р-145"),
        ),
        ("приказом от 12.03.2026 № 5", Act(kind="приказ", date="12.03.2026", number="5")),
        ("письмом № 94/1", Act(kind="письмо", number="94/1")),
    ],
)
def test_acts_of_every_kind_are_read(text: str, act: Act) -> None:
    assert [one for _, one in restored(f"Руководствоваться {text}.").order.acts] == [act]


def test_the_editions_of_an_act_are_read_with_it() -> None:
    text = (
        "Внести в постановление администрации Лугового района от 10.01.2026 № 12-п «О смотре»"
        " (в редакции постановлений от 12.03.2026 № 40-п, от 20.11.2026 № 170-п) изменения:"
    )
    found = restored(text)
    assert found.order.clauses[0].text == "Внести в {постановление постановление-12-п} изменения:"
    assert found.order.acts[0][1].amended_by == tuple(
        AmendingAct(date=date, number=number)
        for date, number in (("12.03.2026", "40-п"), ("20.11.2026", "170-п"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "на основании решения, принятого 12.03.2026, № 5",
        "приказ по управлению образования от 12.03.2026 № 5",
        "приказ о смотре от 12.03.2026 № 5",
        "приказами министерства от 12.03.2026 № 5 и от 13.03.2026 № 6",
        "законом области «О школах» от 12.03.2026 № 5-ОЗ",
        "приказом министерства от 31.02.2026 № 5",
        "приказом министерства от 12.03.2026 № 5 «О смотре",
        "приказом министерства от __.__.2026 № 5",
        "законом от 01.06.2026 № 53 - ФЗ",
        "от 12.03.2026 № 5",
        "слова «приказом министерства от 12.03.2026 № 5» исключить",
        "приказом министерства от 12.03.2026 № 5 (в редакции, действующей ныне)",
    ],
)
def test_an_act_that_is_not_read_for_certain_is_not_offered(text: str) -> None:
    found = restored(f"Руководствоваться {text}.")
    assert found.order.acts == ()
    assert found.order.clauses[0].text == f"Руководствоваться {text}."


def test_an_act_that_is_named_more_shortly_is_offered_once() -> None:
    long = "приказом министерства области от 12.03.2026 № 5 «О смотре»"
    found = restored(f"Руководствоваться {long}.", "Отменить приказ министерства области от 12.03.2026 № 5.")
    assert [key for key, _ in found.order.acts] == ["приказ-5"]
    assert found.order.clauses[1].text == "Отменить приказ министерства области от 12.03.2026 № 5."


def test_the_order_itself_is_no_cited_act() -> None:
    found = restored("К приказу отдела от 16.03.2027 № 75.", date="16.03.2027", number="75")
    assert found.order.acts == ()


# People -------------------------------------------------------------------------------------------------


def person(
    last: str, position: str | None = None, first: str = "А.", middle: str = "П.", **given: Any
) -> Person:
    title = Position(title=position) if position else None
    return Person(last=last, first=first, middle=middle, position=title, **given)


@pytest.mark.parametrize(
    ("text", "expected", "who"),
    [
        (
            "Назначить куратором Журавлёву А.П., методиста районного кабинета.",
            "Назначить куратором {вин журавлёва}.",
            person("Журавлёва", "методист районного кабинета"),
        ),
        (
            "Контроль возложить на заместителя главы района Журавлёву А.П.",
            "Контроль возложить на {вин журавлёва, должность впереди}.",
            person("Журавлёва", "заместитель главы района"),
        ),
        (
            "Директору школы № 5 Белову А.П.:",
            "{Дат белов, должность впереди}:",
            person("Белов", "директор школы № 5"),
        ),
        (
            "Поручить отчёт Шевчуку А.П., методисту.",
            "Поручить отчёт {дат шевчук}.",
            person("Шевчук", "методист", sex=Sex.MALE),
        ),
        (
            "Наградить Белову Анну Петровну, учителя школы.",
            "Наградить {вин белова, полностью}.",
            person("Белова", "учитель школы", "Анна", "Петровна"),
        ),
        (
            "Утвердить председателем комиссии Белова А.П.",
            "Утвердить председателем комиссии Белова А.П.",
            None,
        ),
        (
            "Начать по плану, подписанному директором Беловым А.П.",
            "Начать по плану, подписанному {твор белов, должность впереди}.",
            person("Белов", "директор"),
        ),
        ("Утвердить Белова А.П. председателем.", "Утвердить {вин белов} председателем.", person("Белов")),
        ("Возложить контроль на Рогову А.П.", "Возложить контроль на {вин рогова}.", person("Рогова")),
    ],
)
def test_a_person_is_offered_and_referred_to(text: str, expected: str, who: Person | None) -> None:
    found = restored(text)
    assert found.order.clauses[0].text == expected
    assert [one for _, one in found.order.people] == ([who] if who else [])
    assert not found.doubts


def test_a_person_who_would_be_printed_otherwise_is_offered_with_a_proposal() -> None:
    text = "Контроль возложить на заместителя главы администрации А.П. Рогову."
    found = restored(text)
    assert found.order.clauses[0].text == text
    assert found.order.people == (("рогова", person("Рогова", "заместитель главы администрации")),)
    assert "{вин рогова, должность впереди}" in found.doubts[0].proposal
    before = OfficeProfile(initials=Initials.BEFORE)
    assert clause(text, before) == "Контроль возложить на {вин рогова, должность впереди}."


@pytest.mark.parametrize(
    "text",
    [
        "Поручить директору и Рогову А.П.",
        "Возложить на Кравца А.П., директора школы, контроль.",
        "Назначить Белову А.П., заместителя главы по культуре, спорту и делам молодёжи.",
        "Назначить Белову А.П., заместителя главы – начальника управления.",
        "Возложить на заместителя главы – начальника отдела Белову А.П. контроль.",
    ],
)
def test_whoever_is_not_certain_is_a_doubt(text: str) -> None:
    found = restored(text)
    assert found.order.people == ()
    assert found.order.clauses[0].text == text
    assert len(found.doubts) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Отчёт подписывает Белова А.П.",
        "Провести смотр в школе имени Н.И. Полянского.",
        "И.О. Директора назначить.",
        "Слова «Белову А.П., методиста» заменить.",
        "В г. Заречный и р.п. Лесной провести смотр.",
    ],
)
def test_what_names_nobody_for_certain_is_no_doubt_either(text: str) -> None:
    found = restored(text)
    assert (found.order.people, found.doubts) == ((), ())


def test_a_person_named_without_a_position_is_the_one_who_has_it_elsewhere() -> None:
    found = restored("Назначить Журавлёву А.П., методиста.", "Контроль возложить на Журавлёву А.П.")
    assert found.order.clauses[1].text == "Контроль возложить на {вин журавлёва, без должности}."
    assert len(found.order.people) == 1


def test_a_word_before_a_name_that_contradicts_it_leaves_text() -> None:
    assert restored("Пройти к Белова А.П., методиста.").order.people == ()


# All together -------------------------------------------------------------------------------------------


def printed(order: Order, profile: OfficeProfile) -> dict[Any, str]:
    """Every running text as it is printed, where spaces do not tell."""
    references = References(order, profile)
    return {
        path: plain_text(typeset_content(references.resolve(text, path).content)).replace("\u00a0", " ")
        for path, text in prose(order)
    }


def references_in(order: Order) -> Iterator[BracedReference]:
    for _, text in prose(order):
        yield from (piece for _, piece in marked(text) if isinstance(piece, BracedReference))


def words_of(document: bytes) -> str:
    with zipfile.ZipFile(BytesIO(document)) as package:
        names = [name for name in sorted(package.namelist()) if name.startswith("word/")]
        parts = [package.read(name).decode() for name in names if name.endswith(".xml")]
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", "".join(parts))).replace("\u00a0", " ")


@pytest.mark.gallery
def test_an_example_gets_its_references_back(example: Path) -> None:
    draft = draft_of(example)
    plain = without_references(draft.order, draft.profile)
    found = restore(plain, draft.profile)
    assert printed(found.order, draft.profile) == printed(plain, draft.profile)
    fields = {key for key, _ in draft.order.fields} | {"вид", "орган", "год", "дата", "номер", "место"}
    wanted = [one for one in references_in(draft.order) if one.keys[0] not in fields]
    assert len([*references_in(found.order)]) >= len(wanted)
    assert not found.doubts


@pytest.mark.gallery
def test_an_example_with_its_references_restored_is_the_same_paper(example: Path) -> None:
    draft = draft_of(example)
    plain = without_references(draft.order, draft.profile)
    again = restore(plain, draft.profile).order
    old, new = (render(one, profile=draft.profile) for one in (plain, again))
    assert words_of(new.to_bytes()) == words_of(old.to_bytes())
    assert {item.code for item in new.findings} <= {item.code for item in old.findings}


def test_quoted_words_of_another_act_are_not_touched() -> None:
    wording = NewWording(blocks=["В соответствии с пунктом 1 и приложением № 1."])
    found = restored("Начать.", Clause(text="Изложить в редакции:", blocks=[wording]), annexes=[MAP, SHARES])
    assert found.order.clauses[1].blocks == (wording,)


def test_references_and_keys_that_stand_already_are_kept() -> None:
    annexes = [evolve(MAP, key="план"), SHARES]
    found = restored("Согласно {приложению план} и приложению № 2.", annexes=annexes)
    assert found.order.clauses[0].text == "Согласно {приложению план} и {приложению показатели}."


def test_a_reference_stands_in_a_footnote_too() -> None:
    text = "Начать{сноска: По пункту 1 настоящего приказа.} {{так}}."
    assert clause(text) == "Начать{сноска: По {пункту п1} настоящего приказа.} {{так}}."


def test_a_text_with_a_stray_brace_is_left_alone() -> None:
    text = "Начать { по пункту 1 настоящего приказа."
    assert clause(text) == text


PIECES = (
    *("согласно приложению", "(приложение № 2)", "(прилагается)", "приложениям № 1 и 2 к настоящему приказу"),
    *("пункту 1", "пункта 2 настоящего приказа", "подпункте «а» пункта 3", "пункта 1 статьи 8 закона"),
    *("приказом министерства образования области от 12.03.2026 № 5 «О плане»", "приказ от 12.03.2026 № 5"),
    *("Белову И.Л., методиста школы № 5,", "на заместителя главы С.В. Рогову", "Журавлёвой А.П."),
    *("Директору школы Белову И.Л.:", "назначить", "{сноска: По пункту 1.}", "`пункту 1`", "{{", "\n"),
    *("«", "»", ". ", "и", "{вин белов}", "от", "№", "заменить словами", "возложить на"),
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
profiles = st.builds(
    OfficeProfile,
    annex_number_sign=st.booleans(),
    initials=st.sampled_from(Initials),
    date_style=st.sampled_from(DateStyle),
)


@st.composite
def likely_orders(draw: st.DrawFn) -> Order:
    """Orders full of what may be a reference."""
    inner = Annex(title=draw(texts), blocks=[draw(texts)])
    rules = ClauseList(clauses=[draw(texts), Clause(text=draw(texts), clauses=[draw(texts)])])
    annexes = [
        Annex(title="Положение", blocks=[rules], annexes=[inner]),
        Annex(title="План", blocks=[draw(texts)]),
    ]
    return make_order(
        kind=draw(st.sampled_from([Kind.ORDER, Kind.RESOLUTION])),
        date=draw(st.sampled_from([None, "12.03.2026"])),
        number=draw(st.sampled_from(["", "5"])),
        heading=draw(texts),
        preamble=draw(texts),
        grounds=[draw(texts)],
        clauses=[draw(texts), Clause(text=draw(texts), clauses=[draw(texts)]), draw(texts)],
        annexes=draw(st.sampled_from([annexes, annexes[:1], []])),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(likely_orders(), profiles)
def test_no_text_changes_on_paper_and_restoring_again_changes_nothing(
    order: Order, profile: OfficeProfile
) -> None:
    found = restore(order, profile)
    assert printed(found.order, profile) == printed(order, profile)
    assert restore(found.order, profile).order == found.order


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(any_orders())
def test_any_order_is_taken(order: Order) -> None:
    found = restore(order, PROFILE)
    assert printed(found.order, PROFILE) == printed(order, PROFILE)
    assert restore(found.order, PROFILE).order == found.order


def test_what_is_restored_does_not_depend_on_old_keys() -> None:
    """It is made of what is printed alone."""
    order = make_order(
        clauses=["Согласно {приложению к1} назначить {вин я}.", "По {пункту п} сдать."],
        annexes=[evolve(MAP, key="к1")],
        people={"я": person("Журавлёва", "методист")},
    )
    keyed = evolve(order, clauses=(evolve(order.clauses[0], key="п"), order.clauses[1]))
    renamed = without_references(keyed, PROFILE)
    found = restore(renamed, PROFILE).order
    assert found.clauses[0].text == "Согласно {приложению карта} назначить {вин журавлёва}."
    assert found.clauses[1].text == "По {пункту п1} сдать."
