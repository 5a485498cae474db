"""Facts about tables of a Word file as grids, and about tables that are but a means of layout."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from prikaz.docx.content.elements import Cell, ListNumber, Paragraph, Table
from prikaz.model import Alignment, Roadmap
from prikaz.reader.tables import is_layout, read_table, to_grid

_numbers = count()


def paragraph(text: str, **changes: Any) -> Paragraph:
    return Paragraph(text=text, index=next(_numbers), **changes)


def table(*rows: list[str], bordered: bool = False, **changes: Any) -> Table:
    """A table; a line break begins a paragraph."""
    laid = tuple(
        tuple(
            Cell(row=place, column=column, blocks=tuple(paragraph(line) for line in text.split("\n")))
            for column, text in enumerate(row)
        )
        for place, row in enumerate(rows)
    )
    widths = (1000,) * max(len(row) for row in rows)
    return Table(rows=laid, widths=widths, bordered=bordered, index=next(_numbers), **changes)


def one(*blocks: Paragraph | Table) -> Table:
    cell = Cell(row=0, column=0, blocks=blocks)
    return Table(rows=((cell,),), widths=(1000,), index=next(_numbers))


def lines(held: Table) -> list[str]:
    return [line.text for line in to_grid(held).rows[0][0].paragraphs]


def test_empty_paragraphs_of_a_cell_are_left_out() -> None:
    assert lines(one(paragraph(""), paragraph("а"), paragraph(" "), paragraph("б"))) == ["а", "б"]
    assert lines(one(paragraph(""), paragraph(""))) == [""]


def test_the_number_that_word_prints_is_told_without_a_source() -> None:
    number = ListNumber(text="1.", level=0, list=0, format="decimal", value=1)
    grid = to_grid(one(paragraph("дело", number=number), paragraph("", number=number)))
    first, second = grid.rows[0][0].paragraphs
    assert (first.text, second.text) == ("1. дело", "1.")
    assert [span.end - span.start for span in first.spans] == [4]
    assert not second.spans


def test_rows_numbered_by_word_are_numbered() -> None:
    def row(value: int, title: str) -> list[Cell]:
        number = ListNumber(text=f"{value}.", level=0, list=0, format="decimal", value=value)
        texts = (paragraph("", number=number), paragraph(title), paragraph("май"))
        return [Cell(row=value, column=place, blocks=(text,)) for place, text in enumerate(texts)]

    head = table(["№ п/п", "Мероприятие", "Срок"]).rows[0]
    held = Table(rows=(head, tuple(row(1, "Осмотр")), tuple(row(2, "Слёт"))), widths=(1, 1, 1), index=0)
    made = read_table(to_grid(held))
    assert isinstance(made.block, Roadmap)
    assert made.block.columns == ()
    assert not made.doubts


def test_braces_are_doubled() -> None:
    assert lines(one(paragraph("{а} `б`"))) == ["{{а}} 'б'"]


def test_a_table_inside_a_cell_is_taken_apart_and_told() -> None:
    held = one(paragraph("Состав:"), table(["а", "б"], ["в", "г"]))
    assert lines(held) == ["Состав:", "а\tб", "в\tг"]
    assert [doubt.reason for doubt in read_table(to_grid(held)).doubts] == [
        "таблица внутри клетки развёрнута в строки"
    ]


def test_text_boxes_in_a_cell_follow_its_words() -> None:
    assert lines(one(paragraph("а", boxes=((paragraph("в рамке"),),)))) == ["а", "в рамке"]


def test_columns_that_a_row_leaves_out_are_blank() -> None:
    cell = Cell(row=0, column=1, blocks=(paragraph("а"),))
    grid = to_grid(Table(rows=((cell,),), widths=(1, 1, 1), index=0))
    assert [each.text.text for each in grid.rows[0]] == ["", "а", ""]


def test_a_table_in_our_own_styles_is_a_printed_one() -> None:
    head, cell = paragraph("а", style="Шапка таблицы", alignment="center"), paragraph("б", style="Ячейка")
    rows = tuple((Cell(row=place, column=0, blocks=(text,)),) for place, text in enumerate((head, cell)))
    grid = to_grid(Table(rows=rows, widths=(1,), header_rows=0, index=0))
    assert grid.printed
    assert grid.header_rows == 1
    assert [row[0].alignment for row in grid.rows] == [Alignment.CENTRED, None]


def test_a_row_in_another_style_was_typed() -> None:
    held = paragraph("а", style="Ячейка"), paragraph("б", style="Обычный")
    assert not to_grid(one(*held)).printed


@pytest.mark.parametrize(
    "rows",
    [
        [["12.03.2027", "г. Заречный", "№ 5"]],
        [["Директор школы", "А.А. Иванов"], ["Завуч", "Б.Б. Петров"]],
        [["", "УТВЕРЖДАЮ:\nДиректор\n__________ А.А. Иванов"]],
        [["АДМИНИСТРАЦИЯ\nРАЙОНА", "Главе района"], ["", "заявление"]],
        [
            ["ОТДЕЛ ОБРАЗОВАНИЯ", ""],
            ["П Р И К А З", ""],
            ["1. Провести слёт.", ""],
            ["2. Утвердить план.", ""],
        ],
    ],
)
def test_what_places_lines_beside_each_other_is_layout(rows: list[list[str]]) -> None:
    assert is_layout(table(*rows))


def test_requisites_make_a_table_with_borders_layout_too() -> None:
    assert is_layout(table(["ПРИКАЗ", "№ 5"], ["п. 1", "п. 2"], ["", ""], ["", ""], bordered=True))
    assert is_layout(table(["СОГЛАСОВАНО", "УТВЕРЖДАЮ"], bordered=True))


@pytest.mark.parametrize(
    "rows",
    [
        [["№ п/п", "Мероприятие", "Срок", "Документ"], ["1", "Осмотр", "май", "Приказ"]],
        [["Наименование", "Количество"], ["Стол", "5"]],
        [["Соловей Марина Ивановна", "– директор"], ["Басов Аркадий Львович", "– учитель"]],
    ],
)
def test_data_without_borders_are_no_layout(rows: list[list[str]]) -> None:
    assert not is_layout(table(*rows))


def test_a_table_with_borders_and_nothing_of_a_document_is_none() -> None:
    assert not is_layout(table(["Название", ""], ["Адрес", ""], bordered=True))
    assert not is_layout(table(["Функция", "Ситуация", "Должность", "Риск"], bordered=True))


def test_a_table_of_nothing_is_layout() -> None:
    assert is_layout(table(["", ""], ["", ""], bordered=True))
