"""Rows and columns of tables come and go as Word records it."""

from __future__ import annotations

import pytest

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Table
from prikaz.docx.revisions import (
    SEPARATOR,
    AnyEdit,
    DeletedParagraph,
    DeletedRow,
    Edit,
    InsertedColumn,
    InsertedParagraph,
    InsertedRow,
    Revised,
    accepted,
    has_revisions,
    rejected,
    revise,
)
from tests.docx.content.word_file import boxed, only_paragraphs, p, r, word_file
from tests.docx.revisions.blocks import LISTS
from tests.docx.revisions.editing import BY_BELOV, MAIN, attributes, comment, parts, shape, told, tree
from tests.docx.revisions.said import remarks, said, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RESTART, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def cell(text: str, width: int = 0, said: str = "", looks: str = "") -> str:
    own = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    return f"<w:tc><w:tcPr>{own}{said}</w:tcPr>{p(text, looks)}</w:tc>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def row(*cells: str, said: str = "") -> str:
    return f"<w:tr><w:trPr>{said}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = (1000, 2000, 3000)) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{p('после')}"


def plan() -> bytes:
    """A plan of two works: a head in two rows with merged cells, then rows with widths."""
    head = "<w:tblHeader/><w:cantSplit/>"
    return word_file(
        table(
            row(cell("№", 1000, RESTART), cell("Сроки", 5000, wide(2)), said=head),
            row(cell("", 1000, ON), cell("план", 2000), cell("факт", 3000), said=head),
            row(cell("1", 1000), cell("май", 2000), cell("июнь", 3000)),
            row(cell("2", 1000), cell("июль", 2000), cell("август", 3000)),
        )
    )


def new_row(number: int, *words: str) -> InsertedRow:
    return InsertedRow(MAIN, 0, number, words)


def gone(number: int) -> DeletedRow:
    return DeletedRow(MAIN, 0, number)


def new_column(number: int, *words: str | None) -> InsertedColumn:
    return InsertedColumn(MAIN, 0, number, words)


def done(file: bytes, *asked: AnyEdit) -> bytes:
    """The file with edits made; accepted it is the clean one, rejected the original."""
    made = revise(file, asked)
    assert made.refused == ()
    clean = revise(file, asked, accept=True).data
    assert said(accepted(made.data)) == said(made.data) == said(clean)
    assert grid(accepted(made.data)) == grid(clean)
    assert said(rejected(made.data)) == said(rejected(file))
    for back in (rejected(made.data, author="prikaz"), rejected(made.data)):
        assert grid(back) == grid(file)
        assert not has_revisions(back, author="prikaz")
    assert said(rejected(made.data, author="prikaz")) == said(file)
    assert remarks(rejected(made.data, author="prikaz")) == remarks(file)
    return made.data


def why(file: bytes, *asked: AnyEdit) -> str:
    """Why the only thing asked for is not done; nothing is changed then."""
    made = revise(file, asked)
    assert parts(made.data) == parts(file)
    (reason,) = reasons(made)
    return reason


def reasons(made: Revised) -> list[str]:
    return [each.reason for each in made.refused]


def cells(file: bytes) -> list[list[tuple[str, int, int]]]:
    """Words, rows and columns of each cell of the first table."""
    blocks = read_content(file).sections[0].blocks
    first = next(block for block in blocks if isinstance(block, Table))
    return [
        [
            ("\n".join(each.text for each in only_paragraphs(item.blocks)), item.rows, item.columns)
            for item in line
        ]
        for line in first.rows
    ]


def words(file: bytes) -> list[list[str]]:
    return [[text for text, _, _ in line] for line in cells(file)]


def grid(file: bytes) -> list[str]:
    """Widths of the grid, and of all cells."""
    columns = tree(file).iterfind(f".//{W}tbl/{W}tblGrid/{W}gridCol")
    return [f"{each.get(f'{W}w')}" for each in (*columns, *tree(file).iterfind(f".//{W}tc/{W}tcPr/{W}tcW"))]


def line(file: bytes, number: int) -> str:
    """A row as brackets."""
    return shape(list(tree(file).iter(f"{W}tr"))[number])


# Rows


def test_a_new_row_is_made_like_the_one_before_it() -> None:
    made = done(plan(), new_row(2, "1а", "", "осень"))
    assert words(made)[3] == ["1а", "", "осень"]
    inside = "pPr[rPr[ins]] ins[r[t:{}]]"
    assert line(made, 3) == (
        f"tr[trPr[ins] tc[tcPr[tcW] p[{inside.format('1а')}]] tc[tcPr[tcW] p[pPr[rPr[ins]]]]"
        f" tc[tcPr[tcW] p[{inside.format('осень')}]]]"
    )


def test_several_new_rows_keep_their_order_and_head_rows_are_not_repeated() -> None:
    made = done(plan(), new_row(1, "", "а", "б"), new_row(1, "", "в", "г"), new_row(3, "3", "", ""))
    assert [each[0] for each in words(made)[4:]] == ["1", "2", "3"]
    assert line(made, 2).startswith("tr[trPr[cantSplit ins]")
    assert said(made)[0][0][0][2] == 2


def test_rows_are_numbered_and_look_as_the_one_before() -> None:
    looks = f'{NUMBERED}<w:jc w:val="center"/>'
    bold = f'<w:tc><w:tcPr><w:shd w:val="clear"/></w:tcPr><w:p>{r("б", "<w:b/>")}</w:p>{p("ещё")}</w:tc>'
    file = word_file(table(row(cell("", looks=looks), bold), widths=(1, 2)), numbering=LISTS)
    made = done(file, new_row(0, "", "жирно"))
    assert line(made, 1) == (
        "tr[trPr[ins] tc[tcPr p[pPr[numPr[ilvl numId] jc rPr[ins]]]]"
        " tc[tcPr[shd] p[pPr[rPr[ins]] ins[r[rPr[b] t:жирно]]]]]"
    )


def test_a_row_inside_a_merged_cell_makes_it_higher() -> None:
    made = done(plan(), new_row(0, "", "нечто"))
    assert cells(made)[:3] == [
        [("№", 3, 1), ("Сроки", 1, 2)],
        [("нечто", 1, 2)],
        [("план", 1, 1), ("факт", 1, 1)],
    ]
    inside = "новая строка попадает внутрь объединённой ячейки: своих слов у неё там быть не может"
    assert why(plan(), new_row(0, "слова", "нечто")) == inside
    assert cells(done(plan(), new_row(1, "№ 2", "а", "б")))[2][0] == ("№ 2", 1, 1)


def test_a_row_may_come_where_the_rest_of_a_merge_goes() -> None:
    made = done(plan(), gone(1), new_row(0, "слова", "нечто"))
    assert cells(made)[:2] == [[("№", 1, 1), ("Сроки", 1, 2)], [("слова", 1, 1), ("нечто", 1, 2)]]


def test_a_row_goes_with_all_its_words() -> None:
    made = done(plan(), gone(2))
    assert words(made)[2] == ["2", "июль", "август"]
    assert line(made, 2).startswith("tr[trPr[del] tc[tcPr[tcW] p[pPr[rPr[del]] del[r[rPr delText:1]]]]")


def test_rows_change_places() -> None:
    made = done(plan(), gone(2), new_row(3, "1", "май", "июнь"))
    assert words(made)[2:] == [["2", "июль", "август"], ["1", "май", "июнь"]]


def test_a_table_goes_when_all_its_rows_go() -> None:
    made = done(plan(), *(gone(number) for number in range(4)))
    assert texts(made) == ["после"]
    assert not list(tree(accepted(made)).iter(f"{W}tbl"))


def test_a_row_goes_alone_from_a_merge_only_if_it_does_not_begin_it() -> None:
    assert why(plan(), gone(0)) == "в строке начинается объединённая ячейка, которая идёт и ниже"
    assert cells(done(plan(), gone(1)))[0] == [("№", 1, 1), ("Сроки", 1, 2)]
    assert words(done(plan(), gone(0), gone(1))) == [["1", "май", "июнь"], ["2", "июль", "август"]]


def test_cells_of_several_paragraphs_go_whole() -> None:
    full = f"<w:tc>{p('а')}{p('б')}</w:tc>"
    file = word_file(table(row(full, cell("в")), row(cell("г"), cell("д")), widths=(1, 2)))
    assert words(done(file, gone(0))) == [["г", "д"]]


def test_what_others_did_in_a_row_comes_back_with_it() -> None:
    went = f"<w:del {BY_BELOV}><w:r><w:delText>старое</w:delText></w:r></w:del>"
    mixed = f'<w:tc><w:p>{went}<w:ins w:id="8" w:author="Лось">{r("новое")}</w:ins></w:p></w:tc>'
    theirs = row(cell("чужая"), said='<w:ins w:id="9" w:author="Белов"/>')
    file = word_file(table(row(mixed), row(cell("б")), theirs, widths=(1,)))
    made = done(file, gone(0), new_row(1, "в"), new_row(2, "г"))
    assert words(made) == [["б"], ["в"], ["чужая"], ["г"]]
    assert words(rejected(made)) == [["старое"], ["б"]]


def test_marks_of_others_in_a_row_that_goes_are_left_as_they_are() -> None:
    theirs = f"<w:pPr><w:rPr><w:del {BY_BELOV}/></w:rPr></w:pPr>"
    joined = f"<w:tc><w:p>{theirs}{r('а')}</w:p>{p('б')}</w:tc>"
    file = word_file(table(row(joined), row(cell("в")), widths=(1,)))
    assert "p[pPr[rPr[del]] del[r[rPr delText:а]]]" in line(done(file, gone(0)), 0)


# Columns


def test_a_new_column_takes_its_width_from_all() -> None:
    file = word_file(table(row(cell("а", 1000), cell("б", 2000), cell("в", 3000))))
    made = done(file, new_column(1, "новая"))
    assert words(made) == [["а", "б", "новая", "в"]]
    assert grid(made) == ["750", "1500", "1500", "2250"] * 2
    assert sum(map(int, grid(made)[:4])) == 6000


def test_a_new_column_is_recorded_cell_by_cell_with_what_was_before() -> None:
    file = word_file(table(row(cell("а", 1000), cell("б", 2000)), widths=(1000, 2000)))
    made = done(file, new_column(0, "новая"))
    assert line(made, 0) == (
        "tr[trPr tc[tcPr[tcW tcPrChange[tcPr[tcW]]] p[pPr r[rPr t:а]]]"
        " tc[tcPr[tcW cellIns] p[pPr[rPr[ins]] ins[r[t:новая]]]]"
        " tc[tcPr[tcW tcPrChange[tcPr[tcW]]] p[pPr r[rPr t:б]]]]"
    )
    (change,) = tree(made).iter(f"{W}tblGridChange")
    assert shape(change) == "tblGridChange[tblGrid[gridCol gridCol]]"
    assert list(attributes(change)) == [f"{W}id"]


def test_a_column_comes_under_a_wide_head_that_becomes_wider() -> None:
    file = plan()
    asked = new_column(1, None, "прогноз", "а", "б")
    made = done(file, asked)
    assert cells(made)[0] == [("№", 2, 1), ("Сроки", 1, 3)]
    assert words(made)[1] == ["план", "прогноз", "факт"]
    assert told(revise(file, [asked])) == [("WIDER_CELL", "Сроки")]
    assert told(revise(file, [asked], accept=True)) == []
    assert grid(made)[4:6] == ["750", "5250"]


def test_a_column_beside_a_merged_cell_is_merged_too() -> None:
    made = done(plan(), new_column(0, "Что", "", "а", "б"))
    assert cells(made)[0] == [("№", 2, 1), ("Что", 2, 1), ("Сроки", 1, 2)]
    assert why(plan(), new_column(0, "Что", "слово", "а", "б")) == (
        "строка 1: новая ячейка продолжает ту, что выше, и текста в ней быть не может"
    )


def test_columns_that_rows_leave_out_stay_left_out() -> None:
    before, after = (
        '<w:gridBefore w:val="1"/><w:wBefore w:w="1000" w:type="dxa"/>',
        '<w:gridAfter w:val="2"/>',
    )
    file = word_file(
        table(
            row(cell("а", 2000), cell("б", 3000), said=before),
            row(cell("в", 1000), said=after),
            row(cell("г", 1000), cell("д", 2000), cell("е", 3000)),
        )
    )
    made = done(file, new_column(0, None, "я", "ю"))
    assert words(made) == [["а", "б"], ["в", "я"], ["г", "ю", "д", "е"]]
    assert line(made, 0).startswith("tr[trPr[gridBefore wBefore trPrChange[trPr[gridBefore wBefore]]]")
    made = done(file, new_column(1, "я", None, "ю"))
    assert words(made) == [["а", "я", "б"], ["в"], ["г", "д", "ю", "е"]]


def test_what_a_row_left_out_is_recorded_beside_the_mark_of_another() -> None:
    said = f'<w:gridBefore w:val="1"/><w:ins {BY_BELOV}/>'
    file = word_file(table(row(cell("а"), said=said), row(cell("б"), cell("в")), widths=(1000, 2000)))
    made = done(file, new_column(0, None, "я"))
    assert line(made, 0).startswith("tr[trPr[gridBefore ins trPrChange[trPr[gridBefore]]]")


def test_shares_of_the_page_are_shared_out_too() -> None:
    half = '<w:tcW w:w="2500" w:type="pct"/>'
    free = '<w:tcW w:w="0" w:type="auto"/>'
    file = word_file(
        table(
            row(cell("а", 0, half), cell("б", 0, half)),
            row(cell("в", 0, free), cell("г")),
            widths=(2000, 2000),
        )
    )
    assert grid(done(file, new_column(1, "я", "ю")))[3:] == ["1666", "1668", "1666", "0"]


def test_several_columns_keep_their_order() -> None:
    file = word_file(table(row(cell("а", 1000), cell("б", 2000), cell("в", 3000))))
    made = done(file, new_column(1, "б1"), new_column(0, "а1"), new_column(1, "б2"), new_column(2, "в1"))
    assert words(made) == [["а", "а1", "б", "б1", "б2", "в", "в1"]]
    assert sum(map(int, grid(made)[:7])) == 6000


def test_rows_and_columns_come_and_go_at_once() -> None:
    asked: list[AnyEdit] = [
        new_column(1, None, "прогноз", "а", "б"),
        gone(2),
        new_row(2, "1а", "в", "г"),
        new_row(0, "", "д"),
    ]
    assert words(done(plan(), *asked)) == [
        ["№", "Сроки"],
        ["д"],
        ["план", "прогноз", "факт"],
        ["1а", "в", "", "г"],
        ["2", "июль", "б", "август"],
    ]


def test_words_and_paragraphs_change_beside_them() -> None:
    file = word_file(table(row(cell("до 2026"), cell("б")), row(cell("в"), cell("г")), widths=(1, 2)))
    asked: list[AnyEdit] = [
        Edit(MAIN, 0, 6, 7, "7"),
        InsertedParagraph(MAIN, 1, "ещё"),
        gone(1),
        new_column(0, "я", "ю"),
    ]
    assert words(done(file, *asked)) == [["до 2027", "я", "б\nещё"]]


# What is refused


def test_what_stands_in_a_row_that_goes_is_left() -> None:
    file = plan()
    made = revise(
        file,
        [
            Edit(MAIN, 6, 0, 1, "а"),
            InsertedParagraph(MAIN, 6, "б"),
            DeletedParagraph(MAIN, 6),
            gone(2),
            gone(2),
        ],
    )
    assert words(made.data)[2] == ["2", "июль", "август"]
    assert sorted(reasons(made)) == sorted(
        ["эту строку уже удаляет другая правка"] + ["абзац стоит в строке, которую удаляет другая правка"] * 3
    )


def test_a_comment_in_a_row_stays_with_it_or_is_refused() -> None:
    file = plan()
    noted = comment(file, "май", "почему?")
    assert words(rejected(revise(file, [gone(2)], [noted]).data)) == words(file)
    clean = revise(file, [gone(2)], [noted], accept=True)
    assert reasons(clean) == ["примечание стоит в строке, которой больше нет"]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (InsertedRow("word/нет.xml", 0, 0, ()), "в части «word/нет.xml» нет таблицы 0"),
        (InsertedRow(MAIN, 1, 0, ()), "в части «word/document.xml» нет таблицы 1"),
        (new_row(4, "", "", ""), "в таблице строк 4, а правка просит строку 4"),
        (gone(-1), "в таблице строк 4, а правка просит строку -1"),
        (new_row(2, "", ""), "в строке ячеек 3, а текстов 2"),
        (new_row(2, "", "", "\x07"), "в новом тексте есть знак, которого в Word быть не может"),
        (new_column(3, "", "", "", ""), "в таблице граф 3, а правка просит графу 3"),
        (new_column(0, "", ""), "в таблице строк 4, а текстов 2"),
        (new_column(0, "", "", "", None), "строка 3: нет текста новой ячейки"),
        (
            new_column(0, "", "", "", "\x07"),
            "строка 3: в новом тексте есть знак, которого в Word быть не может",
        ),
        (
            new_column(1, "а", "", "", ""),
            "строка 0: на этом месте нет границы ячеек, текста здесь быть не может",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(asked: AnyEdit, reason: str) -> None:
    assert why(plan(), asked) == reason


_MARK = "вставка или удаление этой строки уже записаны: сначала примите или отклоните их"
_CELLS = "в таблице есть записанные правки ячеек или граф: сначала примите или отклоните их"
_INNER = table(row(cell("а")), widths=(1,))


@pytest.mark.parametrize(
    ("first", "asked", "reason"),
    [
        (row(cell("а"), said=f"<w:ins {BY_BELOV}/>"), gone(0), _MARK),
        (row(cell("а"), said=f"<w:del {BY_BELOV}/>"), gone(0), _MARK),
        (row(f"<w:tc>{_INNER}</w:tc>"), gone(0), "в строке стоит вложенная таблица"),
        (
            row('<w:tc><w:p><w:bookmarkStart w:id="1" w:name="а"/></w:p></w:tc>'),
            gone(0),
            "в строке начинается или кончается закладка, примечание или разрешение, которое идёт и дальше",
        ),
        (
            row("<w:tc><w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p></w:tc>"),
            gone(0),
            "в абзаце стоит формула",
        ),
        (
            row(cell("а", 0, f"<w:cellDel {BY_BELOV}/>")),
            new_row(0, "б"),
            "в строке есть записанная вставка, удаление или слияние ячеек",
        ),
        (row(cell("а", 0, f"<w:cellIns {BY_BELOV}/>")), new_column(0, "б", "в"), _CELLS),
        (
            row(cell("а", 0, f"<w:tcPrChange {BY_BELOV}><w:tcPr/></w:tcPrChange>")),
            new_column(0, "б", "в"),
            _CELLS,
        ),
        (
            row(cell("а", 0, '<w:hMerge w:val="restart"/>')),
            new_column(0, "б", "в"),
            "строка 0: ячейки объединены так, как это делали старые версии Word",
        ),
        (
            f"<w:sdt><w:sdtContent>{row(cell('а'))}</w:sdtContent></w:sdt>",
            new_row(0, "б"),
            "строки или ячейки таблицы стоят в элементе управления",
        ),
    ],
)
def test_what_cannot_be_recorded_is_left(first: str, asked: AnyEdit, reason: str) -> None:
    assert why(word_file(table(first, row(cell("последняя")), widths=(1,))), asked) == reason


def test_tables_of_boxes_and_closed_controls_are_left() -> None:
    inner = table(row(cell("а")), widths=(1,))
    assert why(word_file(boxed(inner)), new_row(0, "б")) == "таблица стоит в надписи"
    lock = '<w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
    control = f"<w:sdt>{lock}<w:sdtContent>{inner}</w:sdtContent></w:sdt>{p('конец')}"
    assert why(word_file(control), new_row(0, "б")) == "элемент управления «без имени» закрыт от изменений"


def test_a_table_alone_in_a_control_keeps_a_row() -> None:
    only = table(row(cell("а")), widths=(1,)).removesuffix(p("после"))
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{only}</w:sdtContent></w:sdt>{p('конец')}"
    assert why(word_file(control), gone(0)) == "таблица одна в элементе управления, и других строк в ней нет"


def test_a_table_has_no_more_columns_than_word_has() -> None:
    many = table(row(*(cell("а") for _ in range(63))), widths=(100,) * 63)
    assert why(word_file(many), new_column(0, "б")) == "в таблице Word не больше 63 граф"


def test_a_reference_to_words_of_a_row_that_goes_is_told() -> None:
    inside = f'<w:bookmarkStart w:id="1" w:name="срок"/>{r("май")}<w:bookmarkEnd w:id="1"/>'
    named = f"<w:tc><w:p>{inside}</w:p></w:tc>"
    field = f'<w:p><w:fldSimple w:instr="REF срок">{r("май")}</w:fldSimple></w:p>'
    file = word_file(table(row(named), row(cell("б")), widths=(1,)) + field)
    assert told(revise(file, [gone(0)])) == [("STALE", "REF срок")]


def test_a_new_row_may_be_made_like_another_one() -> None:
    file = word_file(table(row(cell("Раздел", 6000, wide(3))), row(cell("а"), cell("б"), cell("в"))))
    made = done(file, InsertedRow(MAIN, 0, 0, ("г", "д", "е"), like=1))
    assert texts(made) == ["Раздел", "г", "д", "е", "а", "б", "в", "после"]
    (refused,) = revise(file, [new_row(0, "г", "д", "е")]).refused
    assert refused.reason == "в строке ячеек 1, а текстов 3"
    (refused,) = revise(file, [InsertedRow(MAIN, 0, 0, ("г", "д", "е"), like=2)]).refused
    assert refused.reason == "в таблице строк 2, а правка просит строку 2"


def test_no_row_like_another_one_comes_into_a_merged_cell() -> None:
    merged = (row(cell("а", 1000, RESTART)), row(cell("", 1000, ON)), row(cell("б", 1000)))
    file = word_file(table(*merged, widths=(1000,)))
    (refused,) = revise(file, [InsertedRow(MAIN, 0, 0, ("",), like=2)]).refused
    assert refused.reason.startswith("новая строка попадает внутрь объединённой ячейки")
    assert texts(done(file, InsertedRow(MAIN, 0, 1, ("в",), like=2))) == ["а", "в", "б", "после"]


def test_a_cell_of_a_new_row_may_hold_several_paragraphs() -> None:
    file = word_file(table(row(cell("а", 1000)), widths=(1000,)))
    assert texts(done(file, new_row(0, SEPARATOR.join(("б", "", "в"))))) == ["а", "б", "", "в", "после"]
