"""Texts of an order know their characters in the file, references and white space included."""

from __future__ import annotations

import datetime as dt

from prikaz import Annex, Order, render
from prikaz.findings import Path
from prikaz.model import OfficeProfile
from prikaz.model.prose import texts
from prikaz.reader.draft import WordDraft
from prikaz.reader.field_texts import field_texts
from prikaz.reader.reading import read
from prikaz.reader.references import restore
from prikaz.reader.references.passages import Candidate
from prikaz.reader.references.restoring import Replaced
from prikaz.reader.revision.source import SourceFile
from prikaz.reader.source_text import SourceText
from tests.makers import make_order

CLAUSE: Path = ("пункты", 1, "текст")


def _draft(order: Order) -> WordDraft:
    return read(render(order).to_bytes())


def _words(draft: WordDraft, text: SourceText) -> str:
    """What the file has where a text is said to stand."""
    return SourceFile(draft.content).text(text.spans).text.replace("\u00a0", " ")


def test_each_text_of_an_order_stands_where_its_file_has_it() -> None:
    draft = _draft(
        make_order(
            date=dt.date(2027, 3, 16),
            heading="О слёте",
            preamble="В целях подготовки",
            clauses=["Провести слёт до 01.06.2027.", "Сдать отчёт."],
        )
    )
    said = dict(texts(draft.order))
    for path in (("заголовок",), ("преамбула",), CLAUSE, ("пункты", 2, "текст")):
        assert draft.texts[path].text == said[path]
        assert _words(draft, draft.texts[path]) == said[path]


def test_a_slice_behind_a_reference_is_that_slice_of_the_file() -> None:
    order = make_order(
        clauses=["Утвердить план согласно {приложению план} до 01.06.2027."],
        annexes=[Annex(key="план", title="План слёта", blocks=["Собраться."])],
    )
    draft = _draft(order)
    text = draft.texts[CLAUSE]
    assert text.text == "Утвердить план согласно {приложению план} до 01.06.2027."
    at = text.text.index("01.06")
    assert _words(draft, text[at : at + 10]) == "01.06.2027"
    start = text.text.index("{")
    assert _words(draft, text[start : start + 3]) == "приложению"


def test_lines_that_a_field_has_and_paper_does_not_are_no_hindrance() -> None:
    draft = _draft(make_order(clauses=["\nПровести слёт\n\nв июне 2027 года."]))
    text = draft.texts[CLAUSE]
    at = text.text.index("2027")
    assert _words(draft, text[at : at + 4]) == "2027"


def test_where_a_text_is_not_found_there_is_none() -> None:
    order = make_order(clauses=["Сдать отчёт."])
    places = {CLAUSE: SourceText.of("Совсем другое.", "document.xml", 0)}
    assert field_texts(order, places, {}) == {}


def test_references_count_from_the_text_before_them() -> None:
    order = make_order(clauses=["По {п к} и далее."])
    taken = SourceText.of("По пункту 1 и далее.", "document.xml", 4)
    replaced = Replaced("По пункту 1 и далее.", [Candidate(3, 11, "{п к}")])
    text = field_texts(order, {CLAUSE: taken}, {CLAUSE: replaced})[CLAUSE]
    assert text.text == "По {п к} и далее."
    assert [tuple(span)[2:] for span in text[3:4].spans] == [(3, 11)]
    assert [tuple(span)[2:] for span in text[9:11].spans] == [(12, 14)]


def test_restoring_tells_what_it_has_replaced() -> None:
    order = make_order(
        clauses=["Утвердить план (приложение)."], annexes=[Annex(title="План", blocks=["Собраться."])]
    )
    restored = restore(order, OfficeProfile())
    replaced = restored.replaced[CLAUSE]
    assert replaced.text == "Утвердить план (приложение)."
    assert [(one.start, one.end) for one in replaced.references] == [(16, 26)]
