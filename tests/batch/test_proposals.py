"""Facts about fields that a batch would have: what repeats in a text, whatever its case."""

from __future__ import annotations

import pytest

from prikaz.batch.proposals import print_proposals, propose_fields
from prikaz.files import from_dict
from prikaz.model import Order


def _order(*clauses: str, **more: object) -> Order:
    return from_dict({"вид": "приказ", "пункты": list(clauses), "подпись": {"фамилия": "Белов"}, **more})


def _proposed(*clauses: str, **more: object) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(item.key, item.kind.value, item.words) for item in propose_fields(_order(*clauses, **more))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Открыть лагерь при МБОУ «Школа № 5».",
            "Поручить МБОУ «Школа № 5» отчёт.",
            ("учреждение", "орган", ("МБОУ «Школа № 5»",)),
        ),
        (
            "Открыть лагерь в школе № 5.",
            "Поручить школе №5 отчёт, школы № 6 он не касается.",
            ("школа", "орган", ("школе № 5", "школе №5")),
        ),
        (
            "Назначить Журавлёву А.П.",
            "Поручить Журавлёвой А. П. отчёт, А.П. Соколову – сбор.",
            ("лицо", "лицо", ("Журавлёву А.П.", "Журавлёвой А. П.")),
        ),
        (
            "Открыть лагерь 01.06.2027.",
            "Сдать отчёт до 1 июня 2027 г., сбор – 2 июня 2027 г., план – до 1 июня 2027 года.",
            ("день", "дата", ("01.06.2027", "1 июня 2027 г.", "1 июня 2027 года")),
        ),
    ],
    ids=["named body", "numbered body", "person", "date"],
)
def test_what_repeats_is_proposed_in_whatever_case_it_stands(
    first: str, second: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    assert _proposed(first, second) == [expected]


@pytest.mark.parametrize(
    "clauses",
    [
        ("Открыть лагерь при МБОУ «Школа № 5».", "Поручить МБДОУ «Школа № 5» отчёт."),
        ("Открыть лагерь в школе № 5.", "Поручить школе № 6 отчёт."),
        ("Назначить Журавлёву А.П.", "Поручить Журавлёвой О.П. отчёт, Журавскому А.П. – сбор."),
        ("Сдать отчёт до 01.06.2027.", "Сдать план до 01.06.2028."),
        ("По приказу от 01.06.2027 № 5.", "Согласно приказу от 01.06.2027 № 6."),
        ("Принять программу «Лето».", "Исполнить программу «Лето»."),
    ],
    ids=["body", "number", "person", "date", "dates of acts", "no body"],
)
def test_what_only_looks_alike_is_not_proposed(clauses: tuple[str, str]) -> None:
    assert _proposed(*clauses) == []


def test_a_person_that_the_text_refers_to_is_proposed_under_its_key() -> None:
    people = {"куратор": {"фамилия": "Журавлёва", "имя": "Анна"}}

    proposed = _proposed("Назначить {вин куратор}.", "Поручить {дат куратор} отчёт.", люди=people)

    assert proposed == [("куратор", "лицо", ("{вин куратор}", "{дат куратор}"))]


def test_two_of_one_kind_have_keys_of_their_own_and_can_be_put_into_the_data() -> None:
    clause = "Поручить школе № 5 и школе № 6 отчёт до 01.06.2027."
    printed = print_proposals(propose_fields(_order(clause, clause)))

    assert [line for line in printed.splitlines() if not line.lstrip().startswith("#")] == [
        "поля:",
        "  школа: {вид: орган}",
        "  школа2: {вид: орган}",
        "  день: {вид: дата}",
    ]
    assert "  # «01.06.2027» – пункт 1; пункт 2" in printed.splitlines()
