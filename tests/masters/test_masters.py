"""The master templates: what they print of a view."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from prikaz.docx import Template
from prikaz.masters.builder import build_masters, build_reports
from tests.masters.master_view import (
    FILES,
    FOLDER,
    NAMES,
    annex,
    clause,
    parts_of,
    table_block,
    text_block,
    view,
)

STYLES_OF_THE_VIEW = (
    *(f"Пункт {level}" for level in range(1, 5)),
    *("Перечисление", "Абзац пункта", "Раздел положения"),
    *("Шапка таблицы", "Ячейка", "Ячейка по центру", "Ячейка справа", "Раздел таблицы"),
    *("Текст приложения", "Текст слева", "Текст по центру", "Текст справа"),
)


@pytest.fixture(scope="module")
def templates() -> dict[str, Template]:
    return {name: Template(path) for name, path in FILES.items()}


@pytest.fixture
def printed(templates: dict[str, Template]) -> Callable[..., Document]:
    """Print a view with a master, the one for приказ by default, and open the result."""

    def printed(name: str = "приказ", **changes: Any) -> Document:
        made = templates[name].render(view(**changes))
        assert made.findings == ()
        return docx.Document(io.BytesIO(made.to_bytes()))

    return printed


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def styled(document: Document, style: str) -> list[Paragraph]:
    return [paragraph for paragraph in document.paragraphs if style_of(paragraph) == style]


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


def number_of(paragraph: Paragraph) -> tuple[int, int]:
    """List and level of a numbered paragraph."""
    ((key,), (level,)) = (
        paragraph._p.xpath(f"./w:pPr/w:numPr/w:{name}/@w:val") for name in ("numId", "ilvl")
    )
    return int(key), int(level)


@pytest.mark.parametrize(("folder", "build"), [(FOLDER, build_masters), (FOLDER / "reports", build_reports)])
def test_the_builder_makes_the_committed_templates(
    folder: Path, build: Callable[[], dict[str, bytes]]
) -> None:
    """Part by part: how well they are packed is the business of zlib and its versions."""
    built = build()
    assert {name: parts_of(content) for name, content in built.items()} == {
        path.name: parts_of(path.read_bytes()) for path in folder.glob("*.docx")
    }
    assert built == build()


@pytest.mark.parametrize("name", NAMES)
def test_every_style_that_the_view_may_ask_for_is_there(name: str) -> None:
    known = {style.name for style in docx.Document(str(FILES[name])).styles}
    assert set(STYLES_OF_THE_VIEW) <= known


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_prints_the_whole_view(printed: Callable[..., Document], name: str) -> None:
    assert texts(printed(name)) == [
        "ОТДЕЛ ОБРАЗОВАНИЯ",
        "АДМИНИСТРАЦИИ ЗАРЕЧНОГО РАЙОНА",
        "ПРИКАЗ",
        "16.03.2027\t№ 75",
        "г. Заречный",
        "О наставничестве в школах района",
        "В целях поддержки молодых педагогов",
        "ПРИКАЗЫВАЮ:",
        "Назначить куратора.",
        "Контроль оставляю за собой.",
        "Заведующий отделом\tИ.Л. Белов",
    ]


def test_what_is_not_given_leaves_nothing_behind(printed: Callable[..., Document]) -> None:
    made = printed(
        бланк=[], место="", заголовок="", преамбула="", слово={"текст": "", "место": "", "вразрядку": False}
    )
    assert [style_of(paragraph) for paragraph in made.paragraphs] == [
        "Вид документа",
        "Дата и номер",
        "Пункт 1",
        "Пункт 1",
        "Подпись должностного лица",
    ]


def test_draft_is_marked_above_everything(printed: Callable[..., Document]) -> None:
    assert texts(printed(проект=True))[0] == "ПРОЕКТ"


def test_heading_stands_on_the_left_or_in_the_middle(printed: Callable[..., Document]) -> None:
    heading = ["О наставничестве в школах района"]
    left, centred = printed(заголовок_по_центру=False), printed(заголовок_по_центру=True)
    assert [paragraph.text for paragraph in styled(left, "Заголовок к тексту")] == heading
    assert [paragraph.text for paragraph in styled(centred, "Заголовок к тексту по центру")] == heading


@pytest.mark.parametrize(
    ("place", "style", "text"),
    [
        ("в строке", "Преамбула", "В целях поддержки молодых педагогов приказываю:"),
        ("отдельной строкой", "Распорядительное слово", "приказываю:"),
        ("по центру", "Распорядительное слово по центру", "приказываю:"),
    ],
)
def test_operative_word_stands_where_the_view_says(
    printed: Callable[..., Document], place: str, style: str, text: str
) -> None:
    made = printed(слово={"текст": "приказываю:", "место": place, "вразрядку": False})
    assert [paragraph.text for paragraph in styled(made, style)] == [text]


def test_operative_word_without_a_preamble_begins_its_line(printed: Callable[..., Document]) -> None:
    made = printed(преамбула="", слово={"текст": "ПРИКАЗЫВАЮ:", "место": "в строке", "вразрядку": False})
    assert [paragraph.text for paragraph in styled(made, "Преамбула")] == ["ПРИКАЗЫВАЮ:"]


@pytest.mark.parametrize("place", ["в строке", "отдельной строкой", "по центру"])
def test_letters_are_spaced_by_the_font_and_not_by_spaces(
    printed: Callable[..., Document], place: str
) -> None:
    made = printed(слово={"текст": "постановляет:", "место": place, "вразрядку": True})
    runs = [run for paragraph in made.paragraphs for run in paragraph.runs if run.style.name == "Вразрядку"]
    assert [run.text for run in runs] == ["постановляет:"]


def test_clauses_are_numbered_by_word_in_four_levels(printed: Callable[..., Document]) -> None:
    made = printed(пункты=[clause(f"Уровень {level}.", f"Пункт {level}") for level in range(1, 5)])
    numbers = [number_of(paragraph) for paragraph in made.paragraphs if paragraph.text.startswith("Уровень")]
    assert [level for _, level in numbers] == [0, 1, 2, 3]
    assert len({key for key, _ in numbers}) == 1


def test_clause_with_a_typed_number_has_none_of_word(printed: Callable[..., Document]) -> None:
    made = printed(пункты=[clause("1. Назначить куратора.", "Абзац пункта", of="")])
    (paragraph,) = styled(made, "Абзац пункта")
    assert paragraph._p.xpath("./w:pPr/w:numPr") == []


def test_section_titles_of_an_annex_share_numbers_with_its_clauses(printed: Callable[..., Document]) -> None:
    title, point = (
        clause("Общие положения", "Раздел положения", of="п"),
        clause("Порядок.", "Пункт 2", of="п"),
    )
    made = printed(приложения=[annex({"вид": "пункты", "пункты": [title, point]})])
    (shown,) = styled(made, "Раздел положения")
    (below,) = styled(made, "Пункт 2")
    (in_order, *_) = styled(made, "Пункт 1")
    assert number_of(shown)[0] == number_of(below)[0] != number_of(in_order)[0]
    assert (number_of(shown)[1], number_of(below)[1]) == (0, 1)


def test_last_clauses_and_signatures_stay_together(printed: Callable[..., Document]) -> None:
    made = printed(подписи=[{"должность": "Глава района", "имя": "О.О. Ветров"}, *view()["подписи"]])
    with_next = {
        paragraph.text: bool(paragraph.paragraph_format.keep_with_next) for paragraph in made.paragraphs[-4:]
    }
    assert list(with_next.values()) == [False, True, True, False]


def test_long_position_takes_several_lines_and_the_name_stands_on_the_last(
    printed: Callable[..., Document],
) -> None:
    position = "Исполняющий обязанности заместителя главы администрации Заречного района"
    made = printed(подписи=[{"должность": position, "имя": "О.О. Ветров"}])
    *upper, last = styled(made, "Подпись должностного лица")[0].text.split("\n")
    assert last.endswith("\tО.О. Ветров")
    assert " ".join([*upper, last.removesuffix("\tО.О. Ветров")]) == position
    assert max(map(len, upper)) <= 36


def test_sheets_that_people_sign_begin_once_a_new_page(printed: Callable[..., Document]) -> None:
    people = [{"имя": "Сорокина Мария Игоревна", "должность": "директор школы", "дата": ""}]
    visas = [{"имя": "С.С. Лугов", "должность": "Юрист", "дата": "15.03.2027"}]
    one = printed(ознакомление=people)
    assert [p.text for p in styled(one, "Заголовок нового листа")] == ["С приказом ознакомлены:"]
    both = printed(согласование=visas, ознакомление=people)
    assert [p.text for p in styled(both, "Заголовок нового листа")] == ["СОГЛАСОВАНО"]
    assert [p.text for p in styled(both, "Заголовок листа")] == ["С приказом ознакомлены:"]
    assert [[c.text for c in table.rows[1].cells] for table in both.tables] == [
        ["1", "Юрист", "С.С. Лугов", "", "15.03.2027"],
        ["1", "Сорокина Мария Игоревна", "директор школы", "", ""],
    ]


def test_distribution_and_executor_stand_under_the_signature(printed: Callable[..., Document]) -> None:
    made = printed(рассылка=["В дело", "Школы района"], исполнитель=["Журавлёва Анна Петровна", "2-22-22"])
    assert texts(made)[-6:] == [
        "Заведующий отделом\tИ.Л. Белов",
        *("Разослать:", "В дело", "Школы района"),
        *("Журавлёва Анна Петровна", "2-22-22"),
    ]


def test_every_sheet_has_the_margins_of_a_document_stored_for_long(printed: Callable[..., Document]) -> None:
    for section in printed(приложения=[annex(text_block()), annex(text_block())]).sections:
        margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        assert [round((margin or 0) / Mm(1)) for margin in margins] == [30, 10, 20, 20]
        assert round((section.page_width or 0) / Mm(1)) == 210


def test_annexes_are_sections_and_lie_on_their_sides_one_by_one(printed: Callable[..., Document]) -> None:
    landscape = (True, False, True)
    made = printed(приложения=[annex(text_block(), landscape=turn) for turn in landscape])
    assert [section.orientation == WD_ORIENT.LANDSCAPE for section in made.sections] == [False, *landscape]


def test_only_the_first_page_of_the_order_has_no_number(printed: Callable[..., Document]) -> None:
    made = printed(приложения=[annex(text_block()), annex(text_block())])
    assert list(first_pages(made)) == [False, True, True]
    assert list(first_pages(printed())) == [False]


def first_pages(document: Document) -> Iterator[bool]:
    """Whether the first page of each section has a number."""
    for section in document.sections:
        head = section.first_page_header if section.different_first_page_header_footer else section.header
        yield "PAGE" in "".join(node.text or "" for node in head._element.iter(qn("w:instrText")))


def test_table_repeats_its_head_and_keeps_its_rows_whole(printed: Callable[..., Document]) -> None:
    (table,) = printed(приложения=[annex(table_block())]).tables
    rows = [{node.tag for node in row._tr.iter(qn("w:tblHeader"), qn("w:cantSplit"))} for row in table.rows]
    assert rows == [{qn("w:tblHeader"), qn("w:cantSplit")}, *[{qn("w:cantSplit")}] * 3]


def test_table_merges_cells_in_both_directions(printed: Callable[..., Document]) -> None:
    (table,) = printed(приложения=[annex(table_block())]).tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["Мероприятие", "Сроки", "Сроки"],
        ["Первый раздел"] * 3,
        ["Обучение", "май", "июнь"],
        ["Обучение", "июль", "август"],
    ]
    assert [column.width for column in table.columns] == [docx.shared.Twips(3000)] * 3


def test_two_tables_do_not_grow_together(printed: Callable[..., Document]) -> None:
    made = printed(приложения=[annex(table_block(), table_block())])
    assert len(made.tables) == 2
    assert len(styled(made, "После таблицы")) == 1


def test_annex_prints_every_kind_of_block(printed: Callable[..., Document]) -> None:
    member = {"имя": "Белов Игорь Львович", "должность": "– председатель комиссии"}
    made = printed(
        приложения=[
            annex(
                text_block("Слева", "Текст слева"),
                {"вид": "подзаголовок", "текст": "Порядок работы"},
                {"вид": "состав", "члены": [member]},
                title="Состав комиссии",
            )
        ]
    )
    assert texts(made)[-6:] == [
        "Приложение",
        "к приказу № 75",
        "Состав комиссии",
        "Слева",
        "Порядок работы",
        "Белов Игорь Львович\t– председатель комиссии",
    ]


def test_nothing_empty_but_what_carries_a_break_or_parts_tables(printed: Callable[..., Document]) -> None:
    made = printed(приложения=[annex(table_block(), table_block()), annex(text_block())])
    empty = {style_of(paragraph) for paragraph in made.paragraphs if not paragraph.text}
    assert empty == {"Конец раздела", "После таблицы"}


def test_properties_name_the_order(printed: Callable[..., Document]) -> None:
    properties = printed().core_properties
    assert (properties.title, properties.subject) == ("ПРИКАЗ № 75", "О наставничестве в школах района")
