"""The tag language: values, conditions, loops, comments, quotes, and what stands beside a tag."""

from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls

from prikaz.docx import Package, Template
from tests.docx.word import (
    body,
    cells,
    document,
    paragraph,
    part,
    printed,
    reopened,
    table,
    template,
    texts,
    to_bytes,
)


def test_value_stands_in_its_place() -> None:
    assert printed("Приказ № {{ номер }}", номер="17-од") == "Приказ № 17-од"


@pytest.mark.parametrize("value", ["ООО «А & Б» <план> 5<7 и 7>5", "a&amp;b", "'\"", "]]>"])
def test_value_arrives_whole(value: str) -> None:
    assert printed("{{ x }}", x=value) == value


def test_tag_that_word_has_cut_into_runs_is_one_tag() -> None:
    made = document("")
    for piece in ("Дата {", "{ да", "та", " }", "} года"):
        made.paragraphs[0].add_run(piece)
    assert printed(made, дата="05.08.2027") == "Дата 05.08.2027 года"


def test_text_after_a_cut_tag_keeps_its_own_look() -> None:
    made = document("")
    made.paragraphs[0].add_run("{{ а").bold = True
    made.paragraphs[0].add_run(" }} тихо")
    data = template(made).render({"а": "громко"}).to_bytes()
    assert texts(data) == "громко тихо"
    assert [run.bold for run in reopened(data).paragraphs[0].runs] == [True, None]


@pytest.mark.parametrize(("opening", "closing"), ["«»", "“”", "„“", "‘’", "””"])
def test_typographic_quotes_are_quotes(opening: str, closing: str) -> None:
    assert printed(f"{{% if вид == {opening}приказ{closing} %}}да{{% endif %}}", вид="приказ") == "да"


def test_typographic_quotes_inside_straight_ones_stay() -> None:
    assert printed("{{ x|default('ООО «Заря»') }}") == "ООО «Заря»"


def test_paragraph_tag_takes_its_paragraph() -> None:
    made = document("{%p for п in пункты %}", "{{ loop.index }}. {{ п }}", "{%p endfor %}", "Конец")
    assert printed(made, пункты=["раз", "два"]) == "1. раз\n2. два\nКонец"


def test_percent_and_braces_stand_in_paragraph_tags() -> None:
    made = document(
        "{%p for n in числа %}", "{%p if n % 2 == {'а': 1}.а %}", "{{ n }}", "{%p endif %}", "{%p endfor %}"
    )
    assert printed(made, числа=[1, 2, 3]) == "1\n3"


def test_row_tag_takes_its_row() -> None:
    made = body(table(("{%tr for r in rows %}", ""), ("{{ r.a }}", "{{ r.b }}"), ("{%tr endfor %}", "")))
    data = template(made).render({"rows": [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]}).to_bytes()
    assert cells(data) == [[["1", "2"], ["3", "4"]]]


def test_column_loop_gets_a_grid_of_its_own() -> None:
    made = body(table(("{%tc for г in годы %}", "{{ г }}", "{%tc endfor %}")))
    data = template(made).render({"годы": [2027, 2028, 2029, 2030]}).to_bytes()
    assert cells(data) == [[["2027", "2028", "2029", "2030"]]]


def test_comment_is_not_printed() -> None:
    assert printed(document("{#p не печатать #}", "до{# и это #} после")) == "до после"


def test_raw_text_is_not_touched() -> None:
    assert printed("{% raw %}{{ а }}{% endraw %} {_{ б }_}") == "{{ а }} {{ б }}"


def test_hyphens_join_paragraphs() -> None:
    made = document("Приказ", "{%- if да -%}", " издан{% endif %}")
    assert printed(made, да=True) == "Приказ издан"


def test_brace_before_a_tag_stays() -> None:
    assert printed("{{{ а }}}", а="x") == "{x}"


def test_tags_in_headers_and_properties_are_printed() -> None:
    made = document("текст")
    made.sections[0].header.paragraphs[0].text = "{{ орган }}"
    made.core_properties.title = "{{ заголовок }}"
    data = template(made).render({"орган": "А & Б", "заголовок": "О «плане» <1>"}).to_bytes()
    read = reopened(data)
    assert read.sections[0].header.paragraphs[0].text == "А & Б"
    assert read.core_properties.title == "О «плане» <1>"


def test_template_is_rendered_many_times_without_a_trace() -> None:
    compiled = template(document("{% set а = а ~ '!' %}{{ а }}"))
    first = compiled.render({"а": "раз"}).to_bytes()
    compiled.render({"а": "два"})
    assert compiled.render({"а": "раз"}).to_bytes() == first
    assert texts(first) == "раз!"


def test_own_filters_are_used() -> None:
    compiled = template("{{ сумма|прописью }}", filters={"прописью": lambda n: f"({n}) рублей"})
    assert texts(compiled.render({"сумма": 5}).to_bytes()) == "(5) рублей"


def test_keys_of_a_mapping_come_before_its_methods() -> None:
    assert (
        printed("{{ а.items }} {{ а.values }}", а={"items": "предметы", "values": "ценности"})
        == "предметы ценности"
    )


def test_slots_name_what_the_template_needs() -> None:
    made = document(
        "{{ номер }}", "{%p for п in приложения %}", "{{ п.заголовок }} {{ п.знак.номер }}", "{%p endfor %}"
    )
    assert template(made).slots == ("номер", "приложения[].заголовок", "приложения[].знак.номер")


def test_fields_and_attributes_are_printed() -> None:
    simple = '<w:fldSimple w:instr=" HYPERLINK &quot;{{ а }}&quot; "/>'
    field = f"<w:p>{simple}<w:r><w:instrText>{{{{ а }}}}</w:instrText></w:r></w:p>"
    xml = part(template(body(field)).render({"а": "x&y"}).to_bytes())
    assert 'w:instr=" HYPERLINK &quot;x&amp;y&quot; "' in xml
    assert ">x&amp;y</w:instrText>" in xml


def test_cell_that_tags_have_emptied_holds_a_paragraph() -> None:
    inner = paragraph("{%p for x in xs %}") + paragraph("{{ x }}") + paragraph("{%p endfor %}")
    made = body(
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl><w:p/>"
    )
    assert cells(template(made).render({"xs": []}).to_bytes()) == [[[""]]]
    assert cells(template(made).render({"xs": ["а", "б"]}).to_bytes()) == [[["а\nб"]]]


def test_header_that_tags_have_emptied_holds_a_paragraph() -> None:
    made = document("текст")
    made.sections[0].header.paragraphs[0].text = "{%p if нет %}"
    made.sections[0].header.add_paragraph("{%p endif %}")
    read = reopened(template(made).render({}).to_bytes())
    assert [item.text for item in read.sections[0].header.paragraphs] == [""]


def test_footnotes_are_printed() -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1">{paragraph("{{ а }}")}</w:footnote></w:footnotes>'
    )
    package = Package.open(to_bytes(document("текст")))
    types = package.read("[Content_Types].xml").decode()
    types = types.replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    )
    parts = {"[Content_Types].xml": types.encode(), "word/footnotes.xml": notes.encode()}
    data = Template(package.with_parts(parts).to_bytes()).render({"а": "А & Б"}).to_bytes()
    assert ">А &amp; Б</w:t>" in part(data, "word/footnotes.xml")


def test_names_may_begin_with_an_underscore() -> None:
    assert printed("{% for _ in range(2) %}а{% endfor %}") == "аа"


def test_smart_tags_of_old_word_do_not_tear_tags() -> None:
    runs = (
        "<w:r><w:t>{% if а %}{{</w:t></w:r><w:smartTag><w:r><w:t> а }} г.{% endif %}</w:t></w:r></w:smartTag>"
    )
    assert printed(body(f"<w:p>{runs}</w:p>"), а="2027") == "2027 г."


def test_text_of_a_text_box_is_printed() -> None:
    box = (
        "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
        f"{paragraph('{{ а }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    data = template(body(box)).render({"а": "в рамке"}).to_bytes()
    assert '<w:t xml:space="preserve">в рамке</w:t>' in part(data)
