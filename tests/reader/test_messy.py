"""Files as clerks make them are read: nothing of them is lost, and nearly all of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from prikaz import files
from prikaz.docx.content import read_content
from prikaz.model.contents import is_quoted
from prikaz.model.prose import prose
from prikaz.reader import read
from prikaz.reader.draft import WordDraft
from scripts.messy_files import Score, score, share_right, share_understood
from tests.reader import word_files
from tests.reader.characters import page_numbers, paragraphs, said, typed, unspoken
from tests.reader.field_texts import Texts
from tests.validity.structure import faults

#: Of all fields and of all characters of the set together.
RIGHT, UNDERSTOOD = 0.97, 0.95
#: Letters that a field may have beside those of the paper, or leave on it: a Roman number, a colon in words.
FEW = 12

NAMES = word_files.names()
ALL = [*NAMES, *word_files.names(held=True)]


@pytest.fixture(scope="module")
def scores() -> Sequence[Score]:
    return [score(name) for name in NAMES]


@pytest.fixture(scope="module")
def drafts() -> dict[str, WordDraft]:
    return {name: read(word_files.word_file(name)) for name in NAMES}


def test_the_set_is_large_enough() -> None:
    assert len(NAMES) >= 28


@pytest.mark.parametrize("name", ALL)
def test_what_is_expected_is_an_order(name: str) -> None:
    assert files.load(word_files.expected(name))


@pytest.mark.parametrize("name", ALL)
def test_a_case_is_packed_to_the_same_bytes(name: str) -> None:
    assert word_files.word_file(name) == word_files.word_file(name)


@pytest.mark.parametrize("name", ALL)
def test_a_case_hides_no_fault_that_word_would_repair(name: str, tmp_path: Path) -> None:
    (tmp_path / "case.docx").write_bytes(word_files.word_file(name))
    assert faults(tmp_path / "case.docx") == []


@pytest.mark.parametrize("name", ALL)
def test_content_has_every_typed_character(name: str) -> None:
    data = word_files.word_file(name)
    assert said(read_content(data)) == typed(data)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_in_a_field_or_in_a_note(drafts: dict[str, WordDraft], name: str) -> None:
    assert unspoken(drafts[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_coverage_counts_every_character(drafts: dict[str, WordDraft], name: str) -> None:
    coverage, content = drafts[name].coverage, drafts[name].content
    assert coverage.understood + coverage.noted == coverage.total
    assert coverage.total >= typed(word_files.word_file(name)).total() - len(page_numbers(content))


@pytest.mark.parametrize("name", NAMES)
def test_a_field_holds_the_letters_of_its_place(drafts: dict[str, WordDraft], name: str) -> None:
    """A place that claimed more or other text than the field has would hide a loss."""
    draft = drafts[name]
    printed_texts = Texts(draft.order)
    texts = {(item.part, item.index): item.text for item in paragraphs(draft.content)}
    for path, text in prose(draft.order):
        if path in draft.places and not is_quoted(path):
            spans = draft.places[path].spans
            paper = "".join(texts[span.part, span.paragraph][span.start : span.end] for span in spans)
            printed = printed_texts.text(text, path)
            apart = (_letters(paper) - _letters(printed)) + (_letters(printed) - _letters(paper))
            assert apart.total() <= FEW, (path, paper, printed)


def test_nearly_all_fields_are_right(scores: Sequence[Score]) -> None:
    assert share_right(scores) >= RIGHT, [item.name for item in scores if item.misses]


def test_nearly_all_text_is_understood(scores: Sequence[Score]) -> None:
    assert share_understood(scores) >= UNDERSTOOD


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text.casefold().replace("ё", "е") if char.isalpha())
