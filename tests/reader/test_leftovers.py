"""Facts about what is left over of a file: every character is in a field, or told."""

from __future__ import annotations

from prikaz.docx.content.elements import Content
from prikaz.findings import Path
from prikaz.reader.leftovers import Leftovers
from prikaz.reader.source_text import SourceText
from tests.docx.content.word_file import boxed, content, only_paragraphs, p, r

TEXT: Path = ("пункты", 1, "текст")


def taken(found: Content, start: int, end: int) -> SourceText:
    """Characters of the first paragraph."""
    first = only_paragraphs(found.sections[0].blocks)[0]
    return SourceText.of(first.text, first.part, first.index)[start:end]


def lost(found: Content, *ranges: tuple[int, int]) -> list[tuple[str, str]]:
    places: dict[Path, SourceText] = {
        (*TEXT, number): taken(found, *each) for number, each in enumerate(ranges)
    }
    return [(each.text.text, each.reason) for each in Leftovers.of(found, places).lost]


def test_most_of_a_line_is_a_line_and_less_is_a_part_of_it() -> None:
    found = content(p("Провести слёт в мае"))
    assert lost(found, (0, 8)) == [("слёт в мае", "не видно, что это за строка")]
    assert lost(found, (0, 13)) == [("в мае", "эта часть строки не понята")]


def test_signs_beside_what_was_taken_belong_to_it() -> None:
    assert lost(content(p("«Слёт».")), (1, 5)) == []
    assert lost(content(p("_____"))) == [("_____", "черта или знаки без слов")]


def test_what_two_fields_have_is_left_over_by_none() -> None:
    assert lost(content(p("Провести слёт")), (0, 13), (2, 4)) == []


def test_the_text_of_a_box_is_told() -> None:
    assert [text for text, _ in lost(content(boxed(p("Черновик"))))] == ["Черновик"]


def test_the_text_of_a_footnote_is_told() -> None:
    note = f'<w:footnote w:id="2">{p("С изменениями")}</w:footnote>'
    body = f'<w:p>{r("Слёт")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert [text for text, _ in lost(content(body, footnotes=note), (0, 4))] == ["С изменениями"]


def test_what_was_understood_is_counted_without_spaces() -> None:
    found = content(p("Провести слёт"))
    coverage = Leftovers.of(found, {TEXT: taken(found, 0, 8)}).coverage
    assert (coverage.total, coverage.understood, coverage.noted) == (12, 8, 4)
