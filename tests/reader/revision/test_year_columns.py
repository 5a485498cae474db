"""Columns by year in a Word file: heads, cells and sums of the new year, or nothing at all."""

from __future__ import annotations

import pytest

from prikaz import Annex, Indicator, IndicatorTable, Order, Roadmap, render
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Paragraph
from prikaz.docx.revisions import accepted, rejected
from prikaz.model import Activity
from prikaz.reader.contents import tables
from prikaz.reader.reading import read
from prikaz.reader.revision.planning import WordRevision, revise_word
from prikaz.rollover import Rolled, Window, roll
from tests.docx.content.word_file import p, word_file
from tests.makers import make_order


def _order(*blocks: Roadmap | IndicatorTable) -> Order:
    return make_order(
        date="16.03.2027",
        number="75",
        clauses=["Утвердить план согласно {приложению план}."],
        annexes=[Annex(key="план", title="План", blocks=list(blocks))],
    )


def _revised(file: bytes, window: Window = Window.SLIDE) -> tuple[WordRevision, Rolled]:
    draft = read(file)
    rolled = roll(draft.order, 2028, window=window)
    return revise_word(draft, rolled.changes, rolled.order, rolled.questions), rolled


def _grid(file: bytes) -> list[list[str]]:
    """What the cells of the last table say."""
    found = [*tables(read_content(file))][-1]
    return [
        ["|".join(block.text for block in each.blocks if isinstance(block, Paragraph)) for each in cells]
        for cells in found.rows
    ]


INDICATORS = IndicatorTable(
    years=[2027, 2028, 2029],
    indicators=[Indicator(name="Доля", unit="%", targets={2027: "20", 2028: "30", 2029: "45"})],
)


def test_values_stay_with_their_years_and_the_last_column_is_blank() -> None:
    made, rolled = _revised(render(_order(INDICATORS)).to_bytes())
    assert [words[-3:] for words in _grid(accepted(made.data))] == [
        ["2028\u00a0год", "2029\u00a0год", "2030\u00a0год"],
        ["30", "45", ""],
    ]
    assert read(accepted(made.data)).order == rolled.order


def test_appended_columns_stand_behind_the_others_under_a_wider_head() -> None:
    plan = Roadmap(
        years=[2027, 2028],
        activities=[Activity(title="Сбор", by_year={2027: ["постоянно"], 2028: ["постоянно"]})],
    )
    made, rolled = _revised(render(_order(plan)).to_bytes(), Window.APPEND)
    assert made.unplaced == ()
    grid = _grid(accepted(made.data))
    assert [len(words) for words in grid] == [3, 3, 5]
    assert grid[1] == ["2027\u00a0год", "2028\u00a0год", "2029\u00a0год"]
    assert grid[2][2:] == ["постоянно"] * 3
    assert read(accepted(made.data)).order == rolled.order


def test_several_columns_are_appended_in_their_order_and_rejected() -> None:
    file = render(_order(INDICATORS)).to_bytes()
    draft = read(file)
    rolled = roll(draft.order, 2029, window=Window.APPEND)
    made = revise_word(draft, rolled.changes, rolled.order, rolled.questions)
    assert _grid(accepted(made.data))[0][-2:] == ["2030\u00a0год", "2031\u00a0год"]
    assert read(accepted(made.data)).order == rolled.order
    assert _grid(rejected(made.data)) == _grid(file)


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _cell(text: str, *, span: int = 1, merge: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{spanned}{merged}</w:tcPr>{''.join(p(line) for line in text.split('|'))}</w:tc>"


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _typed(*rows: str) -> bytes:
    """An order with a plan as a clerk types it, with columns by year under one head."""
    sides = ("№ п/п", "Мероприятие"), ("Исполнитель",)
    first, last = ([_cell(text, merge="restart") for text in side] for side in sides)
    below, behind = ([_cell("", merge="continue") for _ in side] for side in sides)
    years = map(_cell, ("2027 год", "2028 год", "2029 год"))
    head = _row(*first, _cell("Срок по годам", span=3), *last) + _row(*below, *years, *behind)
    grid = '<w:gridCol w:w="1500"/>' * 6
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)
    lines = (
        "ПРИКАЗ",
        "16.03.2027 № 75",
        "О плане",
        "ПРИКАЗЫВАЮ:",
        "1. Утвердить план (приложение).",
        "Директор И.Л. Белов",
        "Приложение",
        "к приказу от 16.03.2027 № 75",
        "План мероприятий на 2027–2029 годы",
    )
    table = (
        f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}"
    )
    return word_file(f"{''.join(map(p, lines))}{table}{''.join(rows)}</w:tbl>")


def _plan(*values: str) -> str:
    return _row(_cell("1"), _cell("Сбор"), *map(_cell, values), _cell("Отдел"))


def test_a_cell_over_all_years_stays_where_it_is() -> None:
    file = _typed(
        _plan("100", "200", "300"),
        _row(_cell("2"), _cell("Отчёт"), _cell("ежегодно", span=3), _cell("Отдел")),
    )
    made, rolled = _revised(file)
    assert made.unplaced == ()
    assert [words[2:-1] for words in _grid(accepted(made.data))[2:]] == [["200", "300", ""], ["ежегодно"]]
    assert _grid(accepted(made.data))[1] == ["2028 год", "2029 год", "2030 год"]
    assert read(accepted(made.data)).order == rolled.order


def test_a_table_whose_cells_cannot_move_stays_whole_and_is_told() -> None:
    file = _typed(
        _plan("100", "200", "300"),
        _row(_cell("2"), _cell("Отчёт"), _cell("до мая", span=2), _cell("до июня"), _cell("Отдел")),
    )
    made, _ = _revised(file)
    (unplaced,) = made.unplaced
    assert unplaced.path[-1] == "дорожная карта"
    assert "объединяет" in unplaced.reason
    assert _grid(accepted(made.data)) == _grid(file)
    comments = [remark.text for remark in read_content(made.data).remarks if remark.author == "prikaz"]
    assert any("Перенесите графы по годам сами" in text for text in comments)


def test_a_footnote_in_a_cell_keeps_the_table_as_it_is() -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    cell = f"<w:tc><w:p><w:r><w:t>200</w:t></w:r>{note}</w:p></w:tc>"
    body = _row(_cell("1"), _cell("Сбор"), _cell("100"), cell, _cell("300"), _cell("Отдел"))
    file = _typed(body)
    made, _ = _revised(file)
    assert [one.path[-1] for one in made.unplaced] == ["дорожная карта"]
    assert _grid(accepted(made.data)) == _grid(file)


@pytest.mark.parametrize(("values", "expected"), [(("до мая|до июня", "до июля", ""), ["до июля", ""])])
def test_cells_of_several_paragraphs_change_whole(values: tuple[str, ...], expected: list[str]) -> None:
    made, rolled = _revised(_typed(_plan(*values)))
    words = _grid(accepted(made.data))[2][2:-1]
    assert words[:2] == expected
    assert read(accepted(made.data)).order == rolled.order


def test_sums_move_with_their_columns_and_that_of_the_new_one_is_counted() -> None:
    total = _row(_cell("Итого", span=2), *map(_cell, ("100", "200", "300")), _cell(""))
    file = _typed(_plan("100", "200", "300"), total)
    draft = read(file)
    rolled = roll(draft.order, 2028)
    (question,) = [each for each in rolled.questions if each.words == "2030"]
    answered = roll(draft.order, 2028, answers={question: "450"})
    made = revise_word(draft, answered.changes, answered.order, answered.questions)
    assert _grid(accepted(made.data))[-1][1:-1] == ["200", "300", "450"]
    assert read(accepted(made.data)).order == answered.order
