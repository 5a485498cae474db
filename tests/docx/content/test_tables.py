"""A table is a true grid, as in HTML."""

from __future__ import annotations

import pytest

from prikaz.docx.content.elements import Cell, Paragraph, RemarkKind, Table
from tests.docx.content.word_file import content, p, remarks, table


def cell(text: str = "", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def span(columns: object) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = (), properties: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def words(found: Cell) -> str:
    return "\n".join(block.text for block in found.blocks if isinstance(block, Paragraph))


def grid(found: Table) -> list[list[tuple[str, int, int, int, int]]]:
    return [
        [(words(each), each.row, each.column, each.rows, each.columns) for each in line]
        for line in found.rows
    ]


TOP = '<w:vMerge w:val="restart"/>'
BELOW = "<w:vMerge/>"


def test_a_plain_table() -> None:
    found = table(p("до") + tbl(row(cell("а"), cell("б")), row(cell("в"), cell("г")), grid=(1000, 2000)))
    assert grid(found) == [[("а", 0, 0, 1, 1), ("б", 0, 1, 1, 1)], [("в", 1, 0, 1, 1), ("г", 1, 1, 1, 1)]]
    assert found.widths == (1000, 2000)
    assert (found.index, found.part) == (0, "word/document.xml")


def test_a_cell_over_columns_and_rows() -> None:
    found = table(
        tbl(
            row(cell("№", TOP), cell("Сроки", span(2))),
            row(cell("", BELOW), cell("2026"), cell("2027")),
            grid=(500, 1000, 1000),
        )
    )
    assert grid(found) == [
        [("№", 0, 0, 2, 1), ("Сроки", 0, 1, 1, 2)],
        [("2026", 1, 1, 1, 1), ("2027", 1, 2, 1, 1)],
    ]


def test_a_row_that_is_covered_wholly_has_no_cells() -> None:
    found = table(tbl(row(cell("а", TOP)), row(cell("", BELOW)), grid=(500,)))
    assert grid(found) == [[("а", 0, 0, 2, 1)], []]


def test_a_merge_that_begins_nowhere_is_a_cell() -> None:
    found = table(tbl(row(cell("а"), cell("б")), row(cell("в", BELOW), cell("г")), grid=(500, 500)))
    assert grid(found)[1] == [("в", 1, 0, 1, 1), ("г", 1, 1, 1, 1)]


def test_two_merges_one_below_the_other_are_two() -> None:
    found = table(
        tbl(row(cell("а", TOP)), row(cell("", BELOW)), row(cell("б", TOP)), row(cell("", BELOW)), grid=(500,))
    )
    assert [each[0][0] for each in grid(found) if each] == ["а", "б"]


def test_words_under_a_merged_cell_are_told() -> None:
    found = content(tbl(row(cell("а", TOP)), row(cell("спрятано", BELOW)), grid=(500,)))
    assert remarks(found, RemarkKind.COVERED) == ["спрятано"]
    assert not content(tbl(row(cell("а", TOP)), row(cell("", BELOW)), grid=(500,))).remarks


def test_a_merge_of_columns_of_old_files() -> None:
    found = table(
        tbl(
            row(cell("а", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("б")),
            row(cell("1"), cell("2"), cell("3")),
            grid=(500, 500, 500),
        )
    )
    assert grid(found)[0] == [("а", 0, 0, 1, 2), ("б", 0, 2, 1, 1)]


def test_a_row_may_begin_further_on_and_end_before_the_others() -> None:
    found = table(
        tbl(
            row(cell("а"), cell("б"), cell("в")),
            row(cell("г"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            grid=(500, 600, 700),
        )
    )
    assert grid(found)[1] == [("г", 1, 1, 1, 1)]


def test_columns_of_the_grid_that_no_cell_begins_or_ends_are_one() -> None:
    found = table(
        tbl(row(cell("а", span(2)), cell("б")), row(cell("в", span(2)), cell("г")), grid=(500, 600, 700))
    )
    assert found.widths == (1100, 700)
    assert grid(found)[0] == [("а", 0, 0, 1, 1), ("б", 0, 1, 1, 1)]


def test_a_border_moved_by_less_than_a_millimetre_makes_no_column() -> None:
    rows = (row(cell("а"), cell("б", span(2))), row(cell("в", span(2)), cell("г")))
    found = table(tbl(*rows, grid=(500, 20, 700)))
    assert found.widths == (500, 720)
    assert grid(found)[1] == [("в", 1, 0, 1, 1), ("г", 1, 1, 1, 1)]
    assert len(table(tbl(*rows, grid=(500, 200, 700))).widths) == 3
    assert len(table(tbl(*rows, grid=(0, 0, 0))).widths) == 3


def test_a_narrow_column_with_a_cell_of_its_own_stays() -> None:
    found = table(
        tbl(row(cell("а"), cell(""), cell("б")), row(cell("в", span(2)), cell("г")), grid=(500, 20, 700))
    )
    assert [each[0] for each in grid(found)[0]] == ["а", "", "б"]
    assert found.widths == (500, 20, 700)


def test_a_merge_goes_on_below_a_border_moved_a_little() -> None:
    rows = (row(cell("а", TOP), cell("б", span(2))), row(cell("", span(2) + BELOW), cell("г")))
    assert grid(table(tbl(*rows, grid=(500, 20, 700))))[0][0] == ("а", 0, 0, 2, 1)


@pytest.mark.parametrize("columns", [1_000_000, -3, 0, "много"])
def test_a_span_beyond_reason_is_bounded(columns: object) -> None:
    found = table(tbl(row(cell("а", span(columns)), cell("б")), row(cell("в")), grid=(500, 500)))
    assert len(found.widths) <= 3
    assert [each[0] for each in grid(found)[0]] == ["а", "б"]


def test_rows_and_cells_stand_in_controls() -> None:
    inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('а')}</w:sdtContent></w:sdt>{cell('б')}"
    found = table(tbl(f"<w:sdt><w:sdtContent>{row(inside)}</w:sdtContent></w:sdt>", grid=(500, 500)))
    assert [each[0] for each in grid(found)[0]] == ["а", "б"]


def test_a_table_in_a_cell_stands_there() -> None:
    inner = tbl(row(cell("внутри")), grid=(300,))
    found = table(tbl(row(f"<w:tc>{p('до')}{inner}{p('после')}</w:tc>"), grid=(500,)))
    before, nested, after = found.rows[0][0].blocks
    assert isinstance(before, Paragraph)
    assert isinstance(nested, Table)
    assert isinstance(after, Paragraph)
    assert grid(nested) == [[("внутри", 0, 0, 1, 1)]]
    assert (nested.index, after.index) == (1, 2)


def test_a_cell_has_a_paragraph_even_where_the_file_has_none() -> None:
    found = table(tbl("<w:tr><w:tc/></w:tr>"))
    (only,) = found.rows[0][0].blocks
    assert isinstance(only, Paragraph)
    assert only.text == ""


def test_widths_are_those_of_cells_where_there_is_no_grid() -> None:
    found = table(
        tbl(row(cell("а", '<w:tcW w:w="700" w:type="dxa"/>'), cell("б", '<w:tcW w:w="50" w:type="pct"/>')))
    )
    assert found.widths == (700, 0)


def test_first_rows_are_repeated_on_each_page() -> None:
    header = "<w:tblHeader/>"
    rows = (row(cell("а"), properties=header), row(cell("б"), properties=header), row(cell("в")))
    assert table(tbl(*rows)).header_rows == 2
    assert table(tbl(row(cell("а")), row(cell("б"), properties=header))).header_rows == 0


LINES = "<w:tblBorders>{}</w:tblBorders>"
ALL = "".join(
    f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def test_a_table_without_lines_is_a_means_of_layout() -> None:
    found = table(tbl(row(cell("а"), cell("б"))))
    assert (found.bordered, found.rows[0][0].bordered) == (False, False)
    drawn = table(tbl(row(cell("а")), properties=LINES.format(ALL)))
    assert (drawn.bordered, drawn.rows[0][0].bordered) == (True, True)


def test_lines_that_are_nil_are_not_drawn() -> None:
    none = ALL.replace("single", "nil")
    assert not table(tbl(row(cell("а")), properties=LINES.format(none))).bordered
    taken = f"<w:tcBorders>{none}</w:tcBorders>"
    assert not table(tbl(row(cell("а", taken)), properties=LINES.format(ALL))).bordered


def test_a_line_under_one_cell_is_a_line() -> None:
    under = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
    found = table(tbl(row(cell("подпись", under), cell("б"))))
    assert [each.bordered for each in found.rows[0]] == [True, False]
    assert found.bordered


def test_lines_round_a_table_are_not_lines_inside_it() -> None:
    outside = '<w:top w:val="single"/>'
    found = table(tbl(row(cell("а")), row(cell("б")), properties=LINES.format(outside)))
    assert [line[0].bordered for line in found.rows] == [True, False]


def test_a_style_draws_lines() -> None:
    styles = (
        f'<w:style w:type="table" w:styleId="С"><w:name w:val="Сетка"/>'
        f"<w:tblPr>{LINES.format(ALL)}</w:tblPr></w:style>"
        '<w:style w:type="table" w:styleId="Д"><w:name w:val="Другая"/><w:basedOn w:val="С"/></w:style>'
    )
    found = table(tbl(row(cell("а")), properties='<w:tblStyle w:val="Д"/>'), styles=styles)
    assert (found.bordered, found.style) == (True, "Другая")
    assert not table(tbl(row(cell("а"))), styles=styles).bordered
