"""Real Word files through all the doors: what is printed is read, and nothing is written over it."""

from __future__ import annotations

from pathlib import Path

import pytest

import prikaz
from prikaz import service
from prikaz.errors import OutputError
from prikaz.service.documents import inputs_of


@pytest.fixture
def word(order: Path) -> Path:
    """The document of an order, as prikaz prints it."""
    path = order.with_name("приказ-2027.docx")
    service.make_document(service.open(order)).save(path)
    return path


def test_a_document_of_ours_is_read_whole_with_places(word: Path, order: Path) -> None:
    draft = prikaz.open(word)

    assert draft.coverage.noted == 0
    assert (draft.order.number, draft.order.heading) == ("75", prikaz.load(order).heading)
    assert draft.place(("номер",)).file == draft.place(()).file == str(word)
    assert draft.place(("заголовок",)).inside.startswith("абзац ")
    assert inputs_of(draft) == (word,)


def test_what_has_no_words_of_its_own_stands_where_what_is_in_it_begins(word: Path) -> None:
    draft = prikaz.read(word)

    assert draft.place(("подписи", 1)).inside == draft.place(("подписи", 1, "должность")).inside != ""
    assert draft.place(("подписи", 1)).spans == ()
    assert draft.place(("рассылка", 1)).inside == ""


def test_a_document_of_ours_is_never_printed_over_itself(word: Path) -> None:
    before = word.read_bytes()
    document = service.make_document(prikaz.open(word))

    with pytest.raises(OutputError, match="то, из чего делается документ"):
        document.save(word, overwrite=True)

    assert word.read_bytes() == before


def test_what_was_read_remembers_what_it_was_read_out_of(word: Path) -> None:
    data = word.with_suffix(".yaml")
    service.save_data(prikaz.open(word), data)

    assert inputs_of(prikaz.open(data)) == (data, word)
    assert service.document_beside(data) == word.with_name("приказ-2027-печать.docx")
    assert service.document_beside(data.with_name("другой.yaml")) == word.with_name("другой.docx")


def test_bytes_and_a_path_are_read_alike(word: Path) -> None:
    draft = prikaz.read(word.read_bytes(), name=str(word))

    assert draft.order == prikaz.read(word).order
    assert draft.place(()).file == str(word)


def test_a_data_file_and_the_document_printed_of_it_do_not_differ(tmp_path: Path) -> None:
    data = Path(__file__).parents[2] / "examples" / "003-prikaz-kompleks-mer.yaml"
    printed = tmp_path / "приказ.docx"
    service.make_document(service.open(data)).save(printed)
    assert service.compare_drafts(service.open(data), service.open(printed)).rows == ()
