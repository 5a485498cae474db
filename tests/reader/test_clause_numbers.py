"""Facts about numbers that stand before clauses: where a clause belongs, and which of them are told."""

from __future__ import annotations

import io

import pytest

import prikaz
from prikaz import Annex, Clause, ClauseList, OfficeProfile, Order
from prikaz.docx.content.reading import read_content
from prikaz.model import Marker, Numbering
from prikaz.model.resolution.markers import label
from prikaz.model.resolution.numbering import number_list
from prikaz.reader.assembly import assemble
from prikaz.reader.assembly.collecting import Assembled
from prikaz.reader.paper import Line, Paper, Role, Sheet
from prikaz.reader.source_text import SourceText
from prikaz.service.printing import printed
from tests.makers import make_order


def read(*lines: str) -> Assembled:
    """What is made of an annex that is typed so; a line with «>» is a paragraph."""
    typed = tuple(
        Line(Role.PARAGRAPH if line[0] == ">" else Role.CLAUSE, SourceText(line.lstrip("> ")))
        for line in lines
    )
    title = Line(Role.ANNEX_TITLE, SourceText("Положение о слёте"))
    mark = Line(Role.ANNEX_MARK, SourceText("Приложение"))
    order = Line(Role.CLAUSE, SourceText("1. Провести слёт."))
    return assemble(Paper(Sheet((order,)), (Sheet((mark, title, *typed)),)), OfficeProfile())


def rules(made: Assembled) -> ClauseList:
    (block,) = made.order.annexes[0].blocks
    assert isinstance(block, ClauseList)
    return block


def tree(made: Assembled) -> list[str]:
    """The clauses with the numbers that the program gives them, each indented as it stands."""
    return [
        f"{'  ' * (item.level - 1)}{label(item.marker, item.number)} {item.clause.text}".replace(
            "\u00a0", " "
        ).replace("\n", "|")
        for item in number_list(rules(made), ())
    ]


def doubts(made: Assembled) -> list[str]:
    """What is doubted of the numbers."""
    return [doubt.reason for doubt in made.doubts if "набран номер" in doubt.reason]


@pytest.mark.parametrize(
    ("first", "second", "marker"),
    [
        ("I.", "II.", Marker.ROMAN),
        ("Раздел I.", "Раздел II.", Marker.ROMAN),
        ("Глава 1.", "Глава 2.", Marker.CHAPTER),
        ("Статья 1.", "Статья 2.", Marker.ARTICLE),
    ],
)
def test_numbers_may_begin_with_that_of_their_section(first: str, second: str, marker: Marker) -> None:
    made = read(f"{first} Общее", "1.1. а", "1.2. б", "1.2.1. в", f"{second} Порядок", "2.1. г")
    assert [line.strip().split()[-2] for line in tree(made)][1:4] == ["1.1.", "1.2.", "1.2.1."]
    assert (rules(made).with_section, rules(made).clause_marker) == (True, marker)
    assert [len(clause.clauses) for clause in rules(made).clauses] == [2, 1]
    assert doubts(made) == []


def test_articles_in_chapters_give_their_numbers() -> None:
    made = read("Глава 1. Общее", "Статья 1. Цели", "1.1. а", "Глава 2. Ещё", "Статья 2. Права", "2.1. б")
    assert tree(made) == [
        *("Глава 1. Общее", "  Статья 1. Цели", "    1.1. а"),
        *("Глава 2. Ещё", "  Статья 2. Права", "    2.1. б"),
    ]
    assert doubts(made) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("I. Общее", "1. а", "2. б", "II. Порядок", "3. в", "3.1. г"),
        ("I. Общее", "1. а", "1.1. б", "1.2. в", "II. Порядок", "2. г"),
        ("Статья 1. Общее", "1. а", "2. б", "Статья 2. Порядок", "1. в"),
        ("1. Общее", "1.1. а", "2. Порядок", "2.1. б"),
    ],
)
def test_numbers_that_do_not_begin_with_it_are_as_they_were(lines: tuple[str, ...]) -> None:
    made = read(*lines)
    assert not rules(made).with_section
    assert [line.strip() for line in tree(made)] == [*lines]
    assert doubts(made) == []


def test_a_list_that_begins_with_one_stands_under_its_clause() -> None:
    made = read("I. Общее", "1.1. Этапы:", "1. школьный", "2. районный", "1.2. Итоги", "II. Ещё", "2.1. а")
    assert tree(made) == ["I. Общее", "  1.1. Этапы:", "  1.2. Итоги", "II. Ещё", "  2.1. а"]
    assert doubts(made) == []


def test_a_gap_is_told_once_by_its_name() -> None:
    made = read("I. Общее", "1.1. а", "1.2. б", "1.5. в", "1.6. г", "1.6.1. д", "II. Ещё", "2.1. е")
    assert tree(made)[3:6] == ["  1.3. в", "  1.4. г", "    1.4.1. д"]
    assert doubts(made) == [
        "набран номер «1.5.», а номеров с «1.3.» по «1.4.» перед ним нет; по порядку «1.3.»"
    ]


def test_one_number_that_is_missing_is_named() -> None:
    assert doubts(read("1. а", "2. б", "4. в", "5. г")) == [
        "набран номер «4.», а номера «3.» перед ним нет; по порядку «3.»"
    ]
    assert doubts(read("1. Кто:", "а) а", "в) б", "г) в", "2. б")) == [
        "набран номер «в)», а номера «б)» перед ним нет; по порядку «б)»"
    ]


def test_a_section_with_a_wrong_number_is_told_and_not_its_clauses() -> None:
    made = read("I. Общее", "1.1. а", "III. Порядок", "3.1. б", "3.2. в", "IV. Ещё", "4.1. г")
    assert [line.split()[0] for line in tree(made)] == ["I.", "1.1.", "II.", "2.1.", "2.2.", "III.", "3.1."]
    assert len(doubts(made)) == 1


def test_numbers_that_belong_to_another_section_are_told_once() -> None:
    made = read("I. Общее", "1.1. а", "II. Порядок", "3.1. б", "3.2. в", "3.3. г")
    assert [line.split()[0] for line in tree(made)] == ["I.", "1.1.", "II.", "2.1.", "2.2.", "2.3."]
    assert doubts(made) == ["набран номер «3.1.», а по порядку «2.1.»"]


def test_a_number_that_stands_twice_is_told_once() -> None:
    assert doubts(read("1. а", "2. б", "2. в", "3. г")) == ["набран номер «2.», а по порядку «3.»"]
    assert doubts(read("1. а", "2. б", "3. в", "4. г")) == []


def test_brackets_begin_anew_under_each_clause() -> None:
    made = read("I. О", "1.1. а:", "1) раз", "2) два", "1.2. б:", "1) три", "2) четыре")
    assert tree(made)[1:] == [
        *("  1.1. а:", "    1) раз", "    2) два"),
        *("  1.2. б:", "    1) три", "    2) четыре"),
    ]
    assert doubts(made) == []


@pytest.mark.parametrize("label", ["1)", "а)"])
def test_brackets_behind_a_paragraph_belong_to_it(label: str) -> None:
    made = read("1. Предметы:", f"{label} раз", "> Чтение:", f"{label} два", "> Письмо:", f"{label} три")
    assert tree(made) == [
        *(
            "1. Предметы:",
            f"  {label} раз",
            "   Чтение:",
            f"    {label} два",
            "   Письмо:",
            f"    {label} три",
        )
    ]
    assert doubts(made) == []


def test_a_paragraph_that_introduces_nothing_goes_on_with_its_bracket() -> None:
    made = read("1. Предметы:", "1) раз", "> Ещё о нём.", "2) два", "2. Итоги")
    assert tree(made) == ["1. Предметы:", "  1) раз|Ещё о нём.", "  2) два", "2. Итоги"]


def test_brackets_deeper_than_a_clause_may_stand_are_a_list_of_their_own() -> None:
    made = read("I. О", "1.1. а", "1.1.1. б", "1.1.1.1. в:", "1) раз", "2) два", "1.1.1.2. г", "II. Ещё")
    assert [line.split()[0] for line in tree(made)] == ["I.", "1.1.", "1.1.1.", "1.1.1.1.", "1.1.1.2.", "II."]
    (held,) = rules(made).clauses[0].clauses[0].clauses[0].clauses[0].blocks
    assert held == ClauseList(clause_marker=Marker.BRACKET, clauses=["раз", "два"])
    assert doubts(made) == []


@pytest.mark.parametrize("lines", [("1. а", "2. б"), ("1) а",), ("I. а", "1.1. б"), ("1.1.1.1.1. а", "а) б")])
def test_no_file_makes_lists_deeper_than_may_be(lines: tuple[str, ...]) -> None:
    made = read(*lines * 400)
    assert made.order.annexes


WITH_SECTION = ClauseList(
    clause_marker=Marker.ROMAN,
    with_section=True,
    clauses=[
        Clause(text="Общее", clauses=["а", Clause(text="б", clauses=["в", Clause(text="г", clauses=["д"])])]),
        Clause(text="Порядок", clauses=[Clause(text="е:", clause_marker=Marker.BRACKET, clauses=["ж"])]),
    ],
)
STATUTE = ClauseList(
    clause_marker=Marker.CHAPTER,
    with_section=True,
    clauses=[
        Clause(
            text="Общее",
            clause_marker=Marker.ARTICLE,
            clauses=[Clause(text="Цели", clauses=["а"]), Clause(text="Права", clauses=["б", "в"])],
        )
    ],
)


@pytest.mark.parametrize("listed", [WITH_SECTION, STATUTE])
@pytest.mark.parametrize("numbering", [*Numbering])
def test_what_is_printed_is_read(listed: ClauseList, numbering: Numbering) -> None:
    order: Order = make_order(
        heading="О слёте", annexes=[Annex(key="приложение", title="Положение о слёте", blocks=[listed])]
    )
    profile = OfficeProfile(numbering=numbering)
    document = prikaz.render(order, profile=profile).to_bytes()
    draft = prikaz.read(io.BytesIO(document))
    assert draft.order.annexes[0].blocks == (listed,)
    assert printed(order, profile).annexes[0].blocks == (listed,)
    assert not [note for note in draft.notes if "номер" in note.reason]


def test_word_shows_plain_figures_under_a_roman_one() -> None:
    order = make_order(annexes=[Annex(title="Положение", blocks=[WITH_SECTION])])
    blocks = read_content(prikaz.render(order).to_bytes()).sections[-1].blocks
    shown = [number.text for block in blocks if (number := getattr(block, "number", None))]
    assert shown == ["I.", "1.1.", "1.2.", "1.2.1.", "1.2.2.", "1.2.2.1.", "II.", "2.1.", "1)"]
