"""Tags that set styles, numbering, widths, merges, grids and the turn of a section."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from prikaz.docx import ListOf, Template, restyled
from prikaz.errors import TemplateError
from tests.docx.word import (
    body,
    body_of,
    document,
    names_of,
    paragraph,
    part,
    reopened,
    table,
    template,
    to_bytes,
)

LIST = '<w:pPr><w:pStyle w:val="ListNumber"/><w:jc w:val="both"/></w:pPr>'


def test_paragraph_gets_the_style_of_that_name() -> None:
    made = document("{% style имя %}текст")
    (read,) = reopened(template(made).render({"имя": "List Bullet"}).to_bytes()).paragraphs
    assert (read.style and read.style.name, read.text) == ("List Bullet", "текст")


def test_russian_name_of_a_style_of_word_is_known() -> None:
    (read,) = reopened(template("{% style 'Заголовок 1' %}О плане").render({}).to_bytes()).paragraphs
    assert read.style
    assert read.style.name == "Heading 1"


def test_empty_name_keeps_the_style_of_the_paragraph() -> None:
    data = template(body(paragraph("{% style '' %}а", LIST))).render({}).to_bytes()
    assert '<w:pStyle w:val="ListNumber"/>' in body_of(data)


def test_numbering_starts_anew_for_each_key() -> None:
    made = body(
        paragraph("{%p for п in пункты %}")
        + paragraph("{% numbering п %}{% keepnext п %}{{ loop.index }}", LIST)
        + paragraph("{%p endfor %}")
    )
    data = template(made).render({"пункты": ["а", "а", "б", "", "в", "а"]}).to_bytes()
    read = reopened(data)
    lists = read.part.numbering_part.element
    properties = [item._p.pPr.numPr for item in read.paragraphs if item._p.pPr is not None]
    numbers = [item.numId.val for item in properties if item is not None]
    own = read.styles["List Number"].element.pPr.numPr.numId.val
    assert numbers == [own, own, 10, 0, 11, own]
    definitions = [lists.num_having_numId(number).abstractNumId.val for number in (own, 10, 11)]
    assert len(set(definitions)) == len(definitions)


def test_a_list_that_begins_anew_is_a_copy_that_no_style_is_bound_to() -> None:
    made = body(paragraph("{% numbering 1 %}а", LIST) + paragraph("{% numbering 2 %}а", LIST))
    lists = reopened(template(made).render({}).to_bytes()).part.numbering_part.element
    _, copy = lists.findall(qn("w:abstractNum"))[-2:]
    assert [item.tag for item in lists] == sorted(
        (item.tag for item in lists), key=qn("w:abstractNum").__ne__
    )
    assert not list(copy.iter(qn("w:pStyle")))
    assert not list(lists.iter(qn("w:lvlOverride")))
    marks = [item.find(qn("w:nsid")).get(qn("w:val")) for item in lists.findall(qn("w:abstractNum"))]
    assert len(set(marks)) == len(marks)
    assert [level.find(qn("w:lvlText")).get(qn("w:val")) for level in copy.iter(qn("w:lvl"))]


def test_a_paragraph_outside_of_lists_stays_outside() -> None:
    data = template(body(paragraph("{% numbering 0 %}а"))).render({}).to_bytes()
    assert "numPr" not in body_of(data)


def test_numbering_follows_the_style_that_was_chosen() -> None:
    made = body(paragraph("{% numbering 1 %}{% style 'List Bullet 2' %}а", LIST))
    data = template(made).render({}).to_bytes()
    read = reopened(data)
    lists = read.part.numbering_part.element
    chosen, own = (
        lists.num_having_numId(owner.pPr.numPr.numId.val).abstractNumId.val
        for owner in (read.paragraphs[0]._p, read.styles["List Bullet 2"].element)
    )
    assert chosen == own


def test_a_paragraph_may_stand_in_the_list_of_another_style_at_its_own_level() -> None:
    made = body(
        paragraph("{% numbering 'п' %}раздел", LIST)
        + paragraph("{% numbering общий %}{% style 'List Bullet 2' %}пункт")
        + paragraph("{% numbering 'п' %}раздел", LIST)
    )
    read = reopened(template(made).render({"общий": ListOf("п", "List Number")}).to_bytes())
    numbers = [item._p.pPr.numPr.numId.val for item in read.paragraphs]
    assert len(set(numbers)) == 1
    assert str(ListOf("п", "List Number")) == "п"


def test_a_shared_list_of_a_style_that_is_not_there_is_told() -> None:
    made = body(paragraph("{% numbering общий %}пункт", LIST))
    with pytest.raises(TemplateError, match="нет стиля «Раздел»"):
        template(made).render({"общий": ListOf("п", "Раздел")})


def test_properties_of_a_paragraph_stand_in_the_order_of_the_schema() -> None:
    tags = "{% numbering 1 %}{% keepnext 1 %}{% style 'List Number' %}"
    data = template(body(paragraph(f"{tags}а", LIST))).render({}).to_bytes()
    assert names_of(reopened(data).paragraphs[0]._p.pPr) == ["pStyle", "keepNext", "numPr", "jc"]


def test_properties_of_a_cell_stand_in_the_order_of_the_schema() -> None:
    tags = "{% cellbg 'D9D9D9' %}{% vmerge 'restart' %}{% colspan 2 %}{% width 700 %}"
    data = template(body(table((f"{tags}а", "б")))).render({}).to_bytes()
    cell = reopened(data).tables[0]._tbl.tr_lst[0].tc_lst[0]
    assert names_of(cell.tcPr) == ["tcW", "gridSpan", "vMerge", "shd", "vAlign"]
    assert (cell.width.twips, cell.grid_span, cell.vMerge) == (700, 2, "restart")


@pytest.mark.parametrize("columns", [1, "", None])
def test_cell_of_one_column_has_no_span(columns: object) -> None:
    data = template(body(table(("{% colspan n %}а",)))).render({"n": columns}).to_bytes()
    assert "gridSpan" not in body_of(data)


def test_unknown_merge_is_refused() -> None:
    with pytest.raises(TemplateError) as caught:
        template(body(table(("{% vmerge 'вниз' %}а",)))).render({})
    assert caught.value.faults[0].message == "слово «вниз» не известно"


def test_grid_of_a_table_is_as_given() -> None:
    data = template(body(table(("{% grid w %}а", "б")))).render({"w": [500, 600, 700]}).to_bytes()
    assert '<w:gridCol w:w="500"/><w:gridCol w:w="600"/><w:gridCol w:w="700"/></w:tblGrid>' in body_of(data)


def test_cells_of_a_loop_are_merged_down() -> None:
    rows = table(("{%tr for r in rows %}", ""), ("{% vm %}{{ r.a }}", "{{ r.b }}"), ("{%tr endfor %}", ""))
    data = (
        template(body(rows)).render({"rows": [{"a": "Раздел", "b": 1}, {"a": "Раздел", "b": 2}]}).to_bytes()
    )
    merges = [row.tc_lst[0].vMerge for row in reopened(data).tables[0]._tbl.tr_lst]
    assert merges == ["restart", "continue"]
    assert body_of(data).count("Раздел") == 1


def test_cells_of_a_loop_are_merged_across() -> None:
    made = body(table(("{%tc for г in годы %}", "{% hm %}Годы", "{%tc endfor %}")))
    data = template(made).render({"годы": [1, 2, 3]}).to_bytes()
    (cell,) = reopened(data).tables[0]._tbl.tr_lst[0].tc_lst
    assert cell.grid_span == 3
    assert len(reopened(data).tables[0]._tbl.tblGrid.gridCol_lst) == 3


SECTION = (
    '<w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701"'
    ' w:header="709" w:footer="709" w:gutter="0"/>'
    "</w:sectPr></w:pPr>"
)


def test_section_turns_on_its_side_and_back() -> None:
    made = body(
        paragraph("{%p for а in приложения %}")
        + paragraph("{%p landscape а %}")
        + paragraph("Приложение")
        + paragraph("", SECTION)
        + paragraph("{%p endfor %}")
    )
    data = template(made).render({"приложения": [False, True, False]}).to_bytes()
    sections = list(reopened(data).sections)[:-1]
    turned = [
        (section.page_width.twips, section.page_height.twips) for section in sections if section.page_width
    ]
    assert turned == [(11906, 16838), (16838, 11906), (11906, 16838)]
    assert body_of(data).count('w:orient="landscape"') == 1
    assert [item.text for item in reopened(data).paragraphs if item.text] == ["Приложение"] * 3


def test_turned_sheet_keeps_top_and_bottom_and_two_centimetres_at_the_sides() -> None:
    data = template(body(paragraph("{% landscape 1 %}а") + paragraph("", SECTION))).render({}).to_bytes()
    section = reopened(data).sections[0]
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [side.twips for side in sides if side] == [1134, 1134, 1134, 1134]


def test_last_section_turns_as_well() -> None:
    data = template("{% landscape широкое %}а").render({"широкое": True}).to_bytes()
    assert 'w:orient="landscape"' in part(data)


def test_missing_value_of_a_property_tag_is_reported() -> None:
    with pytest.raises(TemplateError) as caught:
        template("{% style имя %}а").render({})
    assert caught.value.faults[0].message == "нет значения «имя»"


class Faceless:
    """A value without a text of its own."""


@pytest.mark.parametrize(
    ("tag", "value", "message"),
    [
        ("style x", Faceless(), "значение вида «Faceless» не печатается"),
        ("numbering x", Faceless(), "значение вида «Faceless» не печатается"),
        ("cellbg x", Faceless(), "значение вида «Faceless» не печатается"),
        ("cellbg x", "красный", "цвет «красный» не известен"),
        ("cellbg x", "FF00", "цвет «FF00» не известен"),
        ("width x", None, "ширина: ожидалось целое число от 0 до 31680, пришло «»"),
        ("width x", 2.5, "ширина: ожидалось целое число от 0 до 31680, пришло «2.5»"),
        ("width x", float("inf"), "ширина: ожидалось целое число от 0 до 31680, пришло «inf»"),
        ("width x", -5, "ширина: ожидалось целое число от 0 до 31680, пришло «-5»"),
        ("colspan x", "две", "число столбцов: ожидалось целое число от 0 до 31680, пришло «две»"),
        ("grid x", "2000", "ширины столбцов: ожидался список чисел, пришло «2000»"),
        ("grid x", [None], "ширина столбца: ожидалось целое число от 0 до 31680, пришло «»"),
    ],
)
def test_a_value_that_a_property_cannot_take_is_refused(tag: str, value: object, message: str) -> None:
    made = template(body(table((f"{{% {tag} %}}текст", "б"))))
    with pytest.raises(TemplateError) as caught:
        made.render({"x": value})
    (fault,) = caught.value.faults
    assert (fault.tag, fault.message) == (f"{{% {tag} %}}", message)


@pytest.mark.parametrize(
    ("tag", "value", "printed"),
    [
        ("cellbg x", None, 'w:fill="auto"'),
        ("cellbg x", "#d9d9d9", 'w:fill="d9d9d9"'),
        ("width x", 2000.0, 'w:w="2000"'),
        ("width x", "2000", 'w:w="2000"'),
        ("colspan x", "2", '<w:gridSpan w:val="2"/>'),
    ],
)
def test_what_a_property_takes_is_printed(tag: str, value: object, printed: str) -> None:
    data = template(body(table((f"{{% {tag} %}}текст", "б")))).render({"x": value}).to_bytes()
    assert printed in body_of(data)


def test_a_list_may_have_zero_for_its_key() -> None:
    made = body(paragraph("{% numbering x %}а", LIST))
    assert '<w:numId w:val="0"/>' not in body_of(template(made).render({"x": 0}).to_bytes())
    assert '<w:numId w:val="0"/>' in body_of(template(made).render({"x": ""}).to_bytes())


def test_right_tabs_at_the_border_go_with_the_margins() -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:pos="8640"/><w:tab w:val="left" w:pos="709"/></w:tabs>'
    source = to_bytes(body(paragraph("а", f"<w:pPr>{tabs}</w:pPr>")))
    (read,) = reopened(restyled(source, left=20, right=10)).paragraphs
    assert sorted(stop.position.twips for stop in read.paragraph_format.tab_stops) == [
        709,
        12240 - 1134 - 567,
    ]


def test_office_changes_typeface_and_margins_of_a_master() -> None:
    data = restyled(to_bytes(document("а")), font="PT Astra Serif", size=14, left=30, top=20)
    section = reopened(data).sections[0]
    sides = [section.left_margin, section.top_margin]
    assert [round(side.mm) for side in sides if side] == [30, 20]
    assert 'w:ascii="PT Astra Serif"' in part(data, "word/styles.xml")
    assert "Times New Roman" not in part(data, "word/styles.xml")
    assert Template(data).render({}).to_bytes()
