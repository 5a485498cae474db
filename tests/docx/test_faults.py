"""Faults of a template: all of them at once, each with its place, its tag and what to do."""

from __future__ import annotations

import pytest
from docx.document import Document as WordDocument
from docxtpl import DocxTemplate, InlineImage

from prikaz.errors import TemplateError, TemplateFault
from tests.docx.word import body, document, paragraph, table, template


def faults_of(made: WordDocument) -> tuple[TemplateFault, ...]:
    with pytest.raises(TemplateError) as caught:
        template(made)
    return caught.value.faults


def test_error_names_template_part_paragraph_and_tag() -> None:
    with pytest.raises(TemplateError) as caught:
        template(document("Приказ", "", "", "Дата {{ дата } года"))
    assert str(caught.value) == (
        "шаблон «приказ»: текст, абзац 4: метка «{{ дата }»: не закрыта; "
        "закройте её знаками «}}» в том же абзаце и той же ячейке"
    )


def test_error_names_table_row_and_cell() -> None:
    (fault,) = faults_of(body(table(("а", "б", "в"), ("г", "д", "{{ а|нет }}"))))
    assert (fault.place, fault.tag) == ("таблица 1, строка 2, ячейка 3", "{{ а|нет }}")
    assert fault.message == "фильтр «нет» не известен"


def test_error_in_a_header_names_its_part() -> None:
    made = document("")
    made.sections[0].header.paragraphs[0].text = "{{ а"
    (fault,) = faults_of(made)
    assert fault.part.startswith("верхний колонтитул")


def test_all_faults_are_reported_at_once() -> None:
    made = document("{{ а }", "{% for %}", "{{ б|upperr }}", "}} лишнее", "{% elif б %}", "{% фор x in y %}")
    made.sections[0].footer.paragraphs[0].text = "{{ в|нет|нету }}"
    assert [(fault.place, fault.message) for fault in faults_of(made)] == [
        ("абзац 1", "не закрыта"),
        ("абзац 2", "не закрыта меткой «endfor»"),
        ("абзац 2", "нет значения: стоит «конец метки»"),
        ("абзац 3", "фильтр «upperr» не известен"),
        ("абзац 4", "закрывается, но не открыта"),
        ("абзац 5", "стоит вне своего блока «if»"),
        ("абзац 6", "команда «фор» не известна"),
        ("абзац 1", "фильтр «нету» не известен"),
        ("абзац 1", "фильтр «нет» не известен"),
    ]


@pytest.mark.parametrize("broken", ["{% вдруг x %}", "{{ а б }}", "{% endif %}"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ а|нет }}", "фильтр «нет» не известен"),
        ("{% if а is пусто %}{% endif %}", "проверка «пусто» не известна"),
        ("{{ а._б }}", "имя «_б» закрыто для шаблонов"),
        ("{% style а|нет %}", "фильтр «нет» не известен"),
        ("{% keepnext а б %}", "лишнее слово или знак «б»"),
    ],
)
def test_what_does_not_exist_is_reported_together_with_what_cannot_be_read(
    broken: str, text: str, message: str
) -> None:
    first, second = faults_of(document(broken, text))
    assert (first.tag, second.place, second.message) == (broken, "абзац 2", message)


def test_a_misplaced_tag_of_a_table_is_reported_once() -> None:
    (fault,) = faults_of(document("{% width а %}"))
    assert fault.message == "стоит вне таблицы"


def test_a_tag_that_merges_cells_is_not_blamed_for_faults_of_others() -> None:
    row = ("{%tc for г in годы %}", "{% vm %}{{ г|нет }}", "{%tc endfor %}")
    faults = faults_of(body(table(row) + paragraph("{{ а б }}")))
    assert [fault.tag for fault in faults] == ["{{ г|нет }}", "{{ а б }}"]


def test_missing_values_and_macros_are_reported_together_with_what_cannot_be_evaluated() -> None:
    with pytest.raises(TemplateError) as caught:
        template(document("{{ номре }}", "{{ макрос(1) }}", "{{ 1 / ноль }}")).render({"номер": 5, "ноль": 0})
    assert [(fault.place, fault.message) for fault in caught.value.faults] == [
        ("абзац 1", "нет значения «номре»"),
        ("абзац 2", "нет значения «макрос»"),
        ("абзац 3", "деление на ноль"),
    ]


@pytest.mark.parametrize(
    ("texts", "tag", "message"),
    [
        (("{%p for x in y %}", "{{ x }}"), "{%p for x in y %}", "не закрыта меткой «endfor»"),
        (("{{ x }}", "{%p endfor %}"), "{%p endfor %}", "лишняя: до неё нет открытой метки «for»"),
        (("{%p if x %}", "{%p for a in b %}", "{%p endif %}"), "{%p for a in b %}", "не закрыта до метки"),
        (("{%p if x %}", "а", "{% endif %}"), "{% endif %}", "не такая, как «{%p if x %}»"),
        (("{% raw %}", "{{ а }}"), "{% raw %}", "не закрыта меткой «endraw»"),
        (("{% else %}",), "{% else %}", "стоит вне своего блока «if»"),
        (("{% вдруг x %}",), "{% вдруг x %}", "команда «вдруг» не известна"),
        (("{% iff x %}",), "{% iff x %}", "команда «iff» не известна"),
        (("{% include 'a' %}",), "{% include 'a' %}", "вставка других файлов"),
        (("{% width 5 %}",), "{% width 5 %}", "стоит вне таблицы"),
        (("{% style %}",), "{% style %}", "без значения"),
        (("{{ вид == «приказ }}",), "{{ вид == «приказ }}", "кавычка « без пары"),
        (("{{ }}",), "{{ }}", "нет значения"),
        (("{{ а б }}",), "{{ а б }}", "лишнее слово или знак «б»"),
        (("{{ а § б }}",), "{{ а § б }}", "лишний знак «§»"),
        (("{% if а = б %}{% endif %}",), "{% if а = б %}", "лишнее слово или знак «=»"),
        (("{% for а из б %}{% endfor %}",), "{% for а из б %}", "ожидалось «in»"),
        (("{{ а is пусто }}",), "{{ а is пусто }}", "проверка «пусто» не известна"),
    ],
)
def test_fault_is_explained(texts: tuple[str, ...], tag: str, message: str) -> None:
    (fault,) = faults_of(document(*texts))
    assert fault.tag == tag
    assert message in fault.message


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Пункт 1 {%p if x %}", "текст «Пункт 1»"),
        ("{%p if x %}{%p endif %}", "ещё одна метка"),
        ("{{p x }} {{ y }}", "ещё одна метка"),
    ],
)
def test_text_beside_a_paragraph_tag_is_not_lost(text: str, lost: str) -> None:
    faults = faults_of(document(text, "{%p endif %}"))
    assert any(lost in fault.message for fault in faults)


def test_row_tag_beside_text_in_another_cell_is_refused() -> None:
    made = body(table(("{%tr for r in rows %}", "Срок"), ("{{ r }}", ""), ("{%tr endfor %}", "")))
    (fault,) = faults_of(made)
    assert "текст «Срок»" in fault.message


def test_row_tag_beside_a_cell_tag_is_refused() -> None:
    row = ("{%tc for г in годы %}", "{{ г }}", "{%tc endfor %}", "{%tr for r in rows %}")
    faults = faults_of(body(table(row, ("", "", "", "{%tr endfor %}"))))
    assert "ещё одна метка" in faults[0].message


def test_section_break_is_not_lost_with_a_paragraph_tag() -> None:
    section = '<w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>'
    made = body(paragraph("{%p if x %}", section) + paragraph("{%p endif %}"))
    (fault,) = faults_of(made)
    assert "разрыв раздела" in fault.message


def test_loop_across_cells_is_refused() -> None:
    (fault,) = faults_of(body(table(("{% for r in rows %}А", "Б{% endfor %}"))))
    assert fault.place == "таблица 1, строка 1, ячейка 2"
    assert "{%tr" in fault.hint


def test_tag_torn_between_cells_is_a_fault_of_both() -> None:
    faults = faults_of(body(table(("{{ а", "}} б"))))
    assert [fault.place for fault in faults] == [
        "таблица 1, строка 1, ячейка 1",
        "таблица 1, строка 1, ячейка 2",
    ]


def test_merging_tag_outside_a_loop_is_refused() -> None:
    (fault,) = faults_of(body(table(("{% vm %}а", "б"))))
    assert (fault.tag, fault.message) == ("{% vm %}", "стоит вне цикла")


def test_row_tag_outside_a_table_is_refused() -> None:
    faults = faults_of(document("{%tr for r in rows %}", "{%tr endfor %}"))
    assert "вне таблицы" in faults[0].message


def test_unknown_style_is_reported_with_the_nearest() -> None:
    with pytest.raises(TemplateError) as caught:
        template("{% style имя %}текст").render({"имя": "List Numbr"})
    (fault,) = caught.value.faults
    assert fault.message == "в шаблоне нет стиля «List Numbr»"
    assert "«List Number»" in fault.hint


def test_error_while_rendering_has_a_place() -> None:
    with pytest.raises(TemplateError) as caught:
        template(document("а", "{{ 1 / x }}")).render({"x": 0})
    (fault,) = caught.value.faults
    assert (fault.place, fault.tag, fault.message) == ("абзац 2", "{{ 1 / x }}", "деление на ноль")


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "-" * 5000 + "1 }}",
        "{% for x in y %}" * 40 + "{% endfor %}" * 40,
        "{% for loop in y %}{% endfor %}",
        "{{ " + "9" * 5000 + " }}",
    ],
    ids=["brackets", "signs", "loops", "loop", "digits"],
)
def test_absurd_tags_are_faults_as_well(text: str) -> None:
    assert faults_of(document(text))


def test_values_of_docxtpl_that_do_not_fit_are_explained() -> None:
    made = InlineImage(DocxTemplate("нет.docx"), "нет.png")
    with pytest.raises(TemplateError) as caught:
        template("{{ x }}").render({"x": made})
    assert "prikaz.Picture" in caught.value.faults[0].hint
