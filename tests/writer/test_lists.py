"""Facts about lists on paper: each kind has its style, each group its own list of Word."""

from __future__ import annotations

import io
import re
import zipfile

import attrs
import docx
import pytest
from docx.document import Document

import prikaz
from prikaz import Annex, Clause, ClauseList, OfficeProfile, Order
from prikaz.docx.content.elements import Paragraph
from prikaz.docx.content.reading import read_content
from prikaz.model import Marker, Numbering
from prikaz.model.resolution.markers import label
from prikaz.model.resolution.numbering import number_lists
from tests.makers import make_order

GROUP = Clause(text="Школам:", clause_marker=Marker.LETTER, clauses=["раз;", "два."])
STATUTE = ClauseList(
    clause_marker=Marker.CHAPTER,
    clauses=[
        Clause(
            text="Общее",
            clause_marker=Marker.ARTICLE,
            clauses=[Clause(text="Первая", clauses=["а", "б"]), Clause(text="Вторая", clauses=["в"])],
        )
    ],
)
RULES = ClauseList(
    clause_marker=Marker.ROMAN,
    clauses=[Clause(text="Общее", clauses=["Раз."]), Clause(text="Ещё", clauses=["Два."])],
)


def order(*blocks: ClauseList, **changes: object) -> Order:
    return make_order(annexes=[Annex(title="Положение", blocks=blocks)], **changes)


def paper(made: Order, profile: OfficeProfile | None = None) -> Document:
    return docx.Document(io.BytesIO(prikaz.render(made, profile=profile).to_bytes()))


def styled(document: Document, style: str) -> list[tuple[str, str]]:
    """Texts of the paragraphs of a style, each with the number of its list."""
    found = [item for item in document.paragraphs if item.style is not None and item.style.name == style]
    return [(item.text, "".join(item._p.xpath("./w:pPr/w:numPr/w:numId/@w:val"))) for item in found]


def formats(made: Order) -> dict[str, tuple[str, str]]:
    """How each list of a document counts, by its number."""
    with zipfile.ZipFile(io.BytesIO(prikaz.render(made).to_bytes())) as package:
        part = package.read("word/numbering.xml").decode()
    found = re.findall(
        r'<w:abstractNum [^>]*abstractNumId="(\d+)".*?numFmt w:val="(\w+)".*?lvlText w:val="([^"]+)"', part
    )
    definitions = {abstract: (format_, text) for abstract, format_, text in found}
    numbers = re.findall(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"', part)
    return {number: definitions[abstract] for number, abstract in numbers}


def printed(made: Order) -> list[str]:
    """What Word prints before the paragraphs of an annex."""
    (section, *others) = read_content(prikaz.render(made).to_bytes()).sections
    blocks = [*section.blocks, *(block for other in others for block in other.blocks)]
    shown = [item.number.text for item in blocks if isinstance(item, Paragraph) and item.number]
    return shown[len(made.clauses) :]


def test_each_group_of_letters_is_a_list_of_its_own() -> None:
    made = order(clauses=[GROUP, GROUP])
    lists = [number for _, number in styled(paper(made), "Подпункт с буквой")]
    assert lists[0] == lists[1] != lists[2] == lists[3]
    assert [formats(made)[number] for number in lists] == [("russianLower", "%1)")] * 4


def test_clauses_go_on_in_one_list_under_roman_sections() -> None:
    made = paper(order(RULES))
    sections, clauses = styled(made, "Раздел с римской цифрой"), styled(made, "Пункт 1")
    assert [text for text, _ in sections] == ["Общее", "Ещё"]
    assert len({number for _, number in sections}) == 1
    of_annex = dict(clauses)
    assert of_annex["Раз."] == of_annex["Два."]


def test_parts_of_an_article_begin_anew() -> None:
    made = order(STATUTE)
    parts = dict(styled(paper(made), "Пункт 1"))
    assert parts["а"] == parts["б"] != parts["в"]
    (first, number), (second, same) = styled(paper(made), "Статья")
    assert (first, second, number) == ("Первая", "Вторая", same)
    assert formats(made)[number] == ("decimal", "Статья %1.")


def test_numbers_that_begin_with_their_section_are_levels_of_its_list() -> None:
    inner = Clause(text="Раз.", clauses=["Вложенный."])
    rules = attrs.evolve(
        RULES, with_section=True, clauses=[Clause(text="Общее", clauses=[inner]), *RULES.clauses]
    )
    document = paper(order(rules))
    (_, section), *_ = styled(document, "Раздел с римской цифрой")
    assert {number for _, number in styled(document, "Пункт 2")} == {section}
    assert styled(document, "Пункт 3") == [("Вложенный.", section)]
    assert printed(order(rules)) == ["I.", "1.1.", "1.1.1.", "II.", "2.1.", "III.", "3.1."]


@pytest.mark.parametrize("made", [STATUTE, RULES])
@pytest.mark.parametrize("with_section", [True, False])
def test_word_prints_the_numbers_that_are_computed(made: ClauseList, with_section: bool) -> None:
    rules = order(attrs.evolve(made, with_section=with_section))
    (listed,) = (items for path, items in number_lists(rules).items() if path[0] == "приложения")
    assert printed(rules) == [label(item.marker, item.number).replace("\u00a0", " ") for item in listed]


def test_an_office_that_types_its_numbers_types_these_too() -> None:
    made = paper(order(STATUTE, RULES, clauses=[GROUP]), OfficeProfile(numbering=Numbering.TYPED))
    texts = [item.text.replace("\u00a0", " ") for item in made.paragraphs]
    assert {"а) раз;", "б) два.", "Глава 1. Общее", "Статья 2. Вторая", "1. в", "II. Ещё"} <= set(texts)
    assert {number for _, number in styled(made, "Глава")} == {"0"}


def test_it_types_numbers_that_begin_with_their_section() -> None:
    rules = order(attrs.evolve(RULES, with_section=True))
    made = paper(rules, OfficeProfile(numbering=Numbering.TYPED))
    texts = [item.text.replace("\u00a0", " ") for item in made.paragraphs]
    assert {"I. Общее", "1.1. Раз.", "II. Ещё", "2.1. Два."} <= set(texts)


def test_a_heading_without_a_number_looks_like_one() -> None:
    heading = Clause(text="Общее", is_heading=True, marker=Marker.ABSENT, clauses=["Раз."])
    assert ("Общее", "") in styled(paper(order(ClauseList(clauses=[heading]))), "Подзаголовок приложения")
