"""Facts about drafts of Word files: where each field stands, and what is noted."""

from __future__ import annotations

import pytest

from prikaz import Clause, Order, Person, Roadmap, Signature, printed, render
from prikaz.errors import PackageError
from prikaz.model import Activity, Annex, Issuer, Kind
from prikaz.reader import read
from prikaz.reader.draft import WordDraft
from tests.docx.content.word_file import only_paragraphs, word_file

PLAN = Roadmap(activities=[Activity(title="Слёт", deadlines="01.06.2027")])
ORDER = Order(
    kind=Kind.ORDER,
    issuer=Issuer(lines=["ОТДЕЛ ОБРАЗОВАНИЯ"], short="отдел образования"),
    date="16.03.2027",
    number="75",
    heading="О слёте",
    clauses=[Clause(text="Провести слёт.", clauses=["Школам прислать команды."]), "Утвердить план."],
    signatures=[
        Signature(position="Заведующий отделом", person=Person(last="Белов", first="И.", middle="Л."))
    ],
    annexes=[
        Annex(title="План", blocks=[Roadmap(activities=[Activity(title="Слёт", deadlines="01.06.2027")])])
    ],
)


def draft(body: str, **parts: str) -> WordDraft:
    return read(word_file(body, **parts))


def typed(*lines: str, properties: str = "") -> str:
    return "".join(
        f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines
    )


SMALL = typed(
    "ПРИКАЗ",
    "16.03.2027 № 75",
    "О слёте",
    "ПРИКАЗЫВАЮ:",
    "1. Провести слёт.",
    "2. Контроль оставляю за собой.",
    "Заведующий отделом          И.Л. Белов",
)


def test_what_is_printed_is_read() -> None:
    found = read(render(ORDER).to_bytes())
    assert found.order == printed(ORDER)
    assert found.notes == ()
    assert found.coverage.share == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("вид",), "абзац 2"),
        (("номер",), "абзац 3"),
        (("пункты", 1, "текст"), "абзац 6"),
        (("пункты", 1, "подпункты", 1, "текст"), "абзац 7"),
        (("подписи", 1, "фамилия"), "абзац 9"),
        (("приложения", 1, "дорожная карта", "мероприятия", 1, "сроки", 1), "таблица 1, строка 2, графа 3"),
    ],
)
def test_each_field_has_its_place(path: tuple[str | int, ...], words: str) -> None:
    found = read(render(ORDER).to_bytes(), name="приказ.docx")
    assert found.place(path).words == words
    assert str(found.place(path)) == f"приказ.docx:{words}"


def test_the_place_of_a_text_has_exactly_its_characters() -> None:
    found = draft(SMALL)
    (span,) = found.place(("пункты", 1, "текст")).spans
    block = only_paragraphs(found.content.sections[0].blocks)[span.paragraph]
    assert block.text[span.start : span.end] == "Провести слёт."


def test_a_field_without_a_place_has_that_of_what_holds_it() -> None:
    found = draft(SMALL)
    assert found.place(("пункты", 1, "текст", "слово")) == found.place(("пункты", 1, "текст"))
    assert found.place(("рассылка", 3)).words == ""


def test_text_in_a_header_is_noted_and_a_page_number_is_not() -> None:
    header = typed("Документ предоставлен сетью «Закон»")
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    (note,) = draft(SMALL + section, header1=header).notes
    assert (note.text, note.place.words, note.is_lost) == (
        "Документ предоставлен сетью «Закон»",
        "колонтитул",
        True,
    )
    assert draft(SMALL + section, header1=typed("- 2 -")).notes == ()


def test_hidden_text_is_noted_and_not_taken_into_the_order() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>черновик</w:t></w:r></w:p>"
    found = draft(SMALL.replace("<w:p>", hidden + "<w:p>", 1))
    assert any("скрытый" in note.reason and note.text == "черновик" for note in found.notes)
    assert "черновик" not in str(found.order)


def test_a_second_order_in_the_file_is_told_once() -> None:
    found = draft(SMALL + SMALL)
    assert found.order.number == "75"
    assert len(found.order.clauses) == 2
    (note,) = [note for note in found.notes if note.is_lost]
    assert "второй документ" in note.reason
    assert note.text.startswith("ПРИКАЗ")
    assert found.coverage.understood * 2 == found.coverage.total


def test_an_order_without_a_signature_opens_and_says_so() -> None:
    found = draft(SMALL.rpartition("<w:p>")[0])
    assert found.order.signatures[0].person.blank
    assert any(note.path == ("подписи",) for note in found.notes)


def test_an_empty_file_is_told() -> None:
    found = draft("<w:p/>")
    assert found.coverage.total == 0
    assert found.notes


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(PackageError, match="PDF"):
        read(b"%PDF-1.7")


@pytest.mark.parametrize(
    "line",
    [
        "_ " * 5_000,
        "Директор" + " " * 20_000 + "x И.И. Иванов",
        "Приложение № " + "1" * 5_000,
        "1. Утвердить согласно приложению " + "1" * 5_000,
        "А." * 10_000,
        "от " * 7_000,
        "«__» ____ 20__ г. № ___ " * 900,
    ],
    ids=["blanks", "spaces", "number of an annex", "cited annex", "initials", "words", "dates"],
)
def test_no_line_is_too_odd_to_be_read(line: str) -> None:
    assert draft(typed("ПРИКАЗ", line, "1. Дело.", line)).coverage.total
