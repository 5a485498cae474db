"""How an order looks on paper, measured from the PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from tests import sample
from tests.conftest import Convert
from tests.layout import faults
from tests.layout.measure import Page, measure
from tests.sample import DOCUMENT, HEADER, STYLES, Edit

LEFT = 'w:left="1701"'
SIGNED = '<w:pStyle w:val="Signed"/>'
MARK = '<w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr><w:r><w:t>Приложение</w:t></w:r></w:p>'
NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
CENTRED = '<w:pStyle w:val="Centred"/>'
HEADER_REFERENCE = '<w:headerReference w:type="default" r:id="rId3"/>'

#: Faults of layout: name → who must see it, and how it is made.
MADE = {
    "page with nothing": (faults.blank_pages, Edit(DOCUMENT, MARK, NEW_PAGE * 2 + MARK)),
    "narrow left margin": (faults.wrong_margins, Edit(DOCUMENT, LEFT, 'w:left="1134"')),
    "wide left margin": (faults.wrong_margins, Edit(DOCUMENT, LEFT, 'w:left="1985"')),
    "narrow right margin": (faults.wrong_margins, Edit(DOCUMENT, 'w:right="567"', 'w:right="284"')),
    "high top margin": (faults.wrong_margins, Edit(DOCUMENT, 'w:top="1134"', 'w:top="1418"')),
    "low bottom margin": (faults.wrong_margins, Edit(DOCUMENT, 'w:bottom="1134"', 'w:bottom="567"')),
    "12 points": (faults.wrong_text_size, Edit(STYLES, '<w:sz w:val="28"/>', '<w:sz w:val="24"/>')),
    "no indent": (faults.wrong_indents, Edit(STYLES, '<w:ind w:firstLine="709"/>', "")),
    "indent of 10 mm": (faults.wrong_indents, Edit(STYLES, 'w:firstLine="709"', 'w:firstLine="567"')),
    "number on page 1": (faults.wrong_page_numbers, Edit(DOCUMENT, "<w:titlePg/>", "")),
    "number on the left": (faults.wrong_page_numbers, Edit(HEADER, CENTRED, "")),
    "number at the edge": (faults.wrong_page_numbers, Edit(DOCUMENT, 'w:header="567"', 'w:header="284"')),
    "no number": (faults.wrong_page_numbers, Edit(DOCUMENT, HEADER_REFERENCE, "")),
    "another number": (faults.wrong_page_numbers, Edit(HEADER, " PAGE ", " NUMPAGES ")),
    "header row not repeated": (faults.headless_tables, Edit(DOCUMENT, "<w:tblHeader/>", "")),
    "signature alone": (faults.lonely_signatures, Edit(DOCUMENT, SIGNED, SIGNED + "<w:pageBreakBefore/>")),
    "mark on the left": (faults.misplaced_annex_marks, Edit(STYLES, '<w:ind w:left="10000"/>', "")),
    "mark below text": (
        faults.misplaced_annex_marks,
        Edit(DOCUMENT, MARK, "<w:p><w:r><w:t>Текст</w:t></w:r></w:p>" + MARK),
    ),
    "nothing": (faults.wrong_margins, Edit(DOCUMENT, "", "")),
}


@pytest.fixture(scope="session")
def samples(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, ...]]:
    """The pages of the sample with each fault, all from one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("samples")
    documents = [sample.write(folder / f"{name}.docx", edit) for name, (_, edit) in MADE.items()]
    pdfs = convert(documents, into=folder)
    return {name: measure(pdf) for name, pdf in zip(MADE, pdfs, strict=True)}


@pytest.mark.parametrize("look_for", faults.ALL)
def test_an_example_has_no_fault_of_layout(
    pages: tuple[Page, ...], look_for: Callable[[faults.Pages], Iterator[str]]
) -> None:
    assert list(look_for(pages)) == []


def test_an_example_has_paragraphs_and_a_signature_to_measure(pages: tuple[Page, ...]) -> None:
    assert list(faults.first_lines(pages))
    assert list(faults.signatures(pages))


def test_an_example_turns_its_pages_as_its_sections_ask(document: Path, pages: tuple[Page, ...]) -> None:
    asked = tuple(
        section.orientation == WD_ORIENT.LANDSCAPE for section in docx.Document(str(document)).sections
    )
    assert faults.turns(pages) == faults.without_repeats(asked)


@pytest.mark.parametrize("look_for", faults.ALL)
def test_a_sound_sample_has_no_fault_of_layout(
    samples: dict[str, tuple[Page, ...]], look_for: Callable[[faults.Pages], Iterator[str]]
) -> None:
    assert list(look_for(samples["nothing"])) == []


@pytest.mark.parametrize("name", [name for name in MADE if name != "nothing"])
def test_a_fault_of_layout_is_seen(samples: dict[str, tuple[Page, ...]], name: str) -> None:
    look_for, _ = MADE[name]
    assert list(look_for(samples[name]))


def test_pages_turn_to_landscape_for_the_annex(samples: dict[str, tuple[Page, ...]]) -> None:
    assert faults.turns(samples["nothing"]) == (False, True)


def test_a_table_is_read_with_its_merged_cells(samples: dict[str, tuple[Page, ...]]) -> None:
    table = samples["nothing"][-2].tables[0]
    assert table.rows[:3] == (
        ("№", "Мероприятие", "Срок"),
        ("Раздел первый", "", ""),
        ("1", "Подготовка приказов школ", "май"),
    )
