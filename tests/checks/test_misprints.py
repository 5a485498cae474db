"""Facts about misprints: what the eye passes over is reported with its place, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from prikaz import Act, Activity, Annex, Clause, Field, Issuer, Person, Roadmap, Signature
from prikaz.findings import Path, Severity
from prikaz.model.prose import _parts, texts, words
from prikaz.model.resolution.references import broken_references
from prikaz.model.terms import Term
from tests.makers import checked, make_order

MISPRINTS = [
    ("letter-latin", "Cоздать комиссию.", "Cоздать", "русскими"),
    ("letter-latin", "Подготовить шкoлы района.", "шкoлы", "русскими"),
    ("letter-latin", "Открыть выставку c 1 сентября.", "«c»", "русскими"),
    ("letter-latin", "C 1 сентября открыть выставку.", "«C»", "русскими"),
    ("letter-latin", "O подготовке к учебному году.", "«O»", "русскими"),
    ("letter-latin", "Перевести в 5 A класс.", "5 A", "русскими"),
    ("letter-latin", "Перевести в 5«A» и 6«Б» классы.", "5«A»", "русскими"),
    ("letter-latin", "Открыть класс c углублённым изучением физики.", "«c»", "русскими"),
    ("number-sign-latin", "Исполнить приказ отдела N 75.", "отдела N 75", "знак №"),
    ("number-sign-latin", "Исполнить приказ от 16.03.2026 N75.", "16.03.2026 N75", "знак №"),
    ("number-sign-latin", "Утвердить: N 5.", "Утвердить: N 5", "знак №"),
    ("number-sign-latin", "Исполнить приказ отдела «О сборе», N 75.", "N 75", "знак №"),
    ("number-sign-latin", "Исполнить приказ (N 75).", "(N 75", "знак №"),
    ("space-stray", "Провести сбор , встречу.", "сбор , встречу", "уберите"),
    ("space-stray", "Провести сбор .", "сбор .", "уберите"),
    ("space-stray", "Назначить {вин куратор} , до мая.", "… , до", "уберите"),
    ("space-stray", "Провести сбор, , встречу.", "сбор, , встречу", "уберите"),
    ("space-stray", f"Внести в {'_' * 300} школы ,", "школы ,", "уберите"),
    ("sign-repeated", "Провести сбор,, встречу.", "сбор,, встречу", "один"),
    ("sign-repeated", "Провести сборы, встречи и т.д..", "т.д..", "один"),
    ("year-short", "Представить отчёт до 31.12.27.", "31.12.27", "31.12.2027"),
    ("year-short", "Исполнить приказ от 12.03.26 № 5.", "12.03.26", "12.03.2026"),
    ("weekday-wrong", "Провести сбор в понедельник, 12 мая 2027 года.", "среда", "исправьте"),
    ("weekday-wrong", "Провести сбор 12.05.2027 (пн).", "среда", "исправьте"),
    ("weekday-wrong", "СБОР В ПОНЕДЕЛЬНИК, 12 МАЯ 2027 ГОДА.", "среда", "исправьте"),
    ("weekday-wrong", "Провести сбор со вторника, 10 по 12 мая 2027 г.", "понедельник", "исправьте"),
    ("weekday-wrong", "Провести сбор 12.05.2027, в понедельник, в школе.", "среда", "исправьте"),
    ("weekday-wrong", "Сбор: вторник 16.03.2027, четверг 17.03.2027.", "это среда", "исправьте"),
    ("period-backwards", "Провести сбор с 10.03.2027 до 01.03.2027.", "10.03.2027 до 01.03.2027", "порядку"),
    ("period-backwards", "Провести сбор с 10 марта до 1 марта 2027 г.", "10 марта до 1 марта", "порядку"),
    ("period-backwards", "С 10 по 1 марта провести сбор.", "10 по 1 марта", "порядку"),
    ("period-backwards", "Провести сбор 10.03.2027 – 01.03.2027.", "10.03.2027 – 01.03.2027", "порядку"),
    ("period-backwards", "Утвердить план на 2029–2027 годы.", "2029–2027", "порядку"),
    ("period-backwards", "ПРОВЕСТИ СБОР С 31.12.2027 ПО 01.01.2027.", "31.12.2027 ПО 01.01.2027", "порядку"),
    ("period-backwards", "ПРОВЕСТИ СБОР С 10 ДО 1 МАРТА.", "10 ДО 1 МАРТА", "порядку"),
    ("period-backwards", "УТВЕРДИТЬ ПЛАН НА 2029–2027 ГОДЫ.", "2029–2027", "порядку"),
    ("period-backwards", "Вести учёт с мая 2027 г. по март 2026 г.", "2027 г. по март 2026", "порядку"),
]


@pytest.mark.parametrize(
    ("code", "text", "reported", "advice"), MISPRINTS, ids=[text for _, text, _, _ in MISPRINTS]
)
def test_a_misprint_is_reported_with_its_words_and_what_to_do(
    code: str, text: str, reported: str, advice: str
) -> None:
    (finding,) = checked(make_order(year=2027, clauses=[text]))

    assert (finding.code, finding.path) == (code, ("пункты", 1, "текст"))
    assert reported in finding.message
    assert advice in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "Провести занятия с 1 сентября 2027 г. по 31 мая 2028 г.",
        "Провести занятия с 1 сентября по 31 мая 2028 года.",
        "Открыть пункты с 10 декабря по 1 марта.",
        "Открыть пункты с 25 мая по 5 июня 2027 года.",
        "Вести приём с 9.00 до 18.00, дежурство с 18.10 до 09.10.",
        "Утвердить план на 2027–2029 годы и на 2027/2028 учебный год.",
        "Открыть IT-класс, VIP-зал и сеть Wi-Fi, писать на e-mail school@zarechny.ru.",
        "Принять PDF-файл по ГОСТ Р 7.0.97-2016 в IV квартале 2027 г.",
        "Исполнить пункт 01.10.12 положения о наградах.",
        "Присвоить код 01.11.12 по ОКВЭД.",
        "Поставить одежду по коду ОКПД2 14.12.30.",
        "Принять файлы в форматах .doc, .docx, .pdf.",
        "Провести сбор в среду, 12 мая 2027 года, и во вторник (11.05.2027).",
        "Провести сбор с понедельника, 10 по 12 мая 2027 г.",
        "Расписание: вторник 16.03.2027, среда 17.03.2027, четверг 18.03.2027.",
        "Провести сборы во вторник, 16 марта 2027 г., в среду, 17 марта 2027 г.",
        "Провести сборы 16.03.2027, вторник, 17.03.2027, среда.",
        "Провести сборы 16.03.2027, вторник, 15.00, и 17.03.2027 (среда, 16.00).",
        "Сдать до 16.03.2027, в среду собраться.",
        "Провести сборы в понедельник и вторник, 10 и 11 мая 2027 года.",
        "Собираться по понедельникам 12.05.2027 и позже.",
        "Собираться каждый понедельник с 12.05.2027.",
        "Провести сбор в понедельник, 12 мая; средства 2027 года.",
        "Учесть 12.05.2027 ср. балл.",
        "Отложить по оси y значения, по оси x – годы.",
        "Отложить по осям x и y значения.",
        "Считать переменную k равной 5, а функцию y возрастающей.",
        "Купить приборы класса A и A+ энергоэффективности.",
        "Перенести занятия в корпус B и кабинет 5 C.",
        "B 12\nC 4",
        "A класс энергоэффективности указать в паспорте.",
        "ПРОВЕСТИ СБОР С 01.01.2027 ПО 31.12.2027.",
        "Сократить срок с 30.06.2027 до 15.06.2027.",
        "Заполнить строку «__» ________ 20__ , затем подписать.",
        "Вписать имя «……..» или ........ и дату.",
        "Ждать… и снова ждать... до весны.",
        "Вписать `c 1 сентября , ,,` в бланк.",
        "Назначить {вин kуратор}.",
    ],
)
def test_what_is_meant_so_is_no_misprint(text: str) -> None:
    assert list(checked(make_order(year=2027, clauses=[text]))) == []


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"clauses": ["\uf0b7 Утвердить план."]}, ("пункты", 1, "текст")),
        ({"fields": {"школа": Field(value="Школа\uf0b7№ 5")}}, ("поля", "школа", "значение")),
        ({"people": {"куратор": Person(last="Белов\uf02d")}}, ("люди", "куратор", "фамилия")),
        ({"acts": {"план": Act(kind="приказ", heading="О\ue000плане")}}, ("акты", "план", "заголовок")),
    ],
)
def test_a_sign_without_a_meaning_is_refused_wherever_it_would_be_printed(
    parts: dict[str, Any], path: Path
) -> None:
    order = make_order(**parts)
    (finding,) = checked(order)
    assert (finding.code, finding.severity, finding.path) == ("private-character", Severity.ERROR, path)
    assert finding in broken_references(order)


def test_a_sign_without_a_meaning_stays_in_what_is_printed_untouched() -> None:
    assert list(checked(make_order(clauses=["Поставить знак `\uf0b7`."]))) == []


def test_objects_without_words_are_passed_over() -> None:
    assert _parts(Term) is None  # it stands for any object that has no texts


def test_misprints_are_sought_in_names_positions_acts_and_deadlines() -> None:
    order = make_order(
        issuer=Issuer(lines=["ОТДЕЛ ОБРАЗОВAНИЯ"]),
        people={"куратор": Person(last="Бeлов", position="методиcт")},
        acts={"область": Act(kind="приказ", number="17-oд")},
        signatures=[Signature(position="Заведующий отделoм", person=Person(last="Белов"))],
        clauses=[Clause(text="Провести сбор.", deadlines=["31.12.27"], responsible=["шкoлы"])],
        annexes=[
            Annex(blocks=[Roadmap(activities=[Activity(title="Сбор", by_year={2027: ["с 10 по 1 марта"]})])])
        ],
    )

    assert [(finding.code, finding.path) for finding in checked(order)] == [
        ("letter-latin", ("орган", "бланк", 1)),
        ("letter-latin", ("люди", "куратор", "фамилия")),
        ("letter-latin", ("люди", "куратор", "должность", "название")),
        ("letter-latin", ("акты", "область", "номер")),
        ("year-short", ("пункты", 1, "сроки", 1)),
        ("letter-latin", ("пункты", 1, "ответственные", 1)),
        ("letter-latin", ("подписи", 1, "должность", "название")),
        ("period-backwards", ("приложения", 1, "дорожная карта", "мероприятия", 1, "по годам", 2027, 1)),
    ]


def test_keys_may_be_latin_and_addresses_are_no_words() -> None:
    order = make_order(
        people={"kуратор": Person(last="Белов")}, clauses=[Clause(key="oдин", text="Утвердить план.")]
    )

    assert list(checked(order)) == []


def test_the_quick_look_misses_no_text() -> None:
    order = make_order(
        preamble="В целях порядка",
        clauses=[Clause(text="Провести сбор.", deadlines=["май"], responsible=["школы", "отдел"])],
        annexes=[
            Annex(title="План", blocks=[Roadmap(activities=[Activity(title="Сбор", other={"охват": "5"})])])
        ],
    )

    assert {text for _, text in texts(order)} <= set(words(order))
