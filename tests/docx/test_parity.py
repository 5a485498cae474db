"""Templates written for docxtpl give the same text and tables as docxtpl with autoescape gives."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph

from tests.docx.word import body, document, paragraph, reopened, table, template, to_bytes

VALUES: dict[str, Any] = {
    "а": "ООО «А & Б» <план>",
    "пусто": "",
    "да": True,
    "нет": False,
    "n": 3,
    "годы": [2027, 2028, 2029],
    "список": ["раз", "два", "три"],
    "строки": [
        {"раздел": "I", "дело": "начать", "сроки": ["март", "май", "июнь"]},
        {"раздел": "I", "дело": "кончить", "сроки": ["май", "июнь", "июль"]},
    ],
    "разделы": [
        {"имя": "Подготовка", "дела": ["а1", "а2"]},
        {"имя": "Итоги", "дела": []},
        {"имя": "Работа", "дела": ["в1"]},
    ],
    "лицо": {"имя": "Анна", "items": "предметы"},
    "длинный": "строка 1\nстрока 2\tс табуляцией",
    "цвет": "D9D9D9",
    "listing": Listing("раз\nдва\aтри & <четыре>\tпять"),
    "rich": RichText("жирно & <тихо>", bold=True),
    "par": RichTextParagraph(RichText("абзац")),
}

PARAGRAPHS = [
    ("{{ а }}",),
    ("до {{ а }} после {{ n }}",),
    ("{{ а|upper }} {{ список|join(', ') }} {{ n + 1 }} {{ 'x' ~ n }}",),
    ("{{ пусто }}|{{ нет }}|{{ нету|default('—') }}",),
    ("{% if да %}да{% else %}нет{% endif %}",),
    ("{% if нет %}да{% elif n == 3 %}три{% else %}нет{% endif %}",),
    ("{% for x in список %}{{ loop.index }}) {{ x }}; {% endfor %}",),
    ("{% for x in [] %}а{% else %}пусто{% endfor %}",),
    ("{%p if да %}", "есть", "{%p endif %}", "конец"),
    ("{%p if нет %}", "есть", "{%p else %}", "нет", "{%p endif %}", "конец"),
    ("{%p for x in список %}", "{{ x }}", "{%p endfor %}"),
    (
        "{%p for р in разделы %}",
        "{{ р.имя }}",
        "{%p for д in р.дела %}",
        "- {{ д }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    ("{% if да %}первый", "второй{% endif %}"),
    ("начало {% if нет %}первый", "второй{% endif %} конец"),
    ("{% set y = n * 2 %}{{ y }}",),
    ("{% set ns = namespace(x=0) %}{% for i in годы %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}",),
    ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(а) }} {{ m('б') }}",),
    ("{% set y %}<{{ а }}>{% endset %}{{ y }}",),
    ("{% filter upper %}текст {{ n }}{% endfilter %}",),
    ("{% with y = 5 %}{{ y }}{% endwith %}",),
    ("{{ лицо.имя }} {{ лицо['имя'] }}",),
    ("{# скрыто #}видно",),
    ("{#p скрыто #}", "видно"),
    ("{_{ а }_} {_% if %_}",),
    ("А", "{%- if да -%}", "Б", "{%- endif -%}", "В"),
    ("{{ длинный }}",),
    ("{{ listing }}",),
    ("до {{r rich }} после",),
    ("{{p par }}",),
    ("{%r if да %}да{%r endif %} и {%r if нет %}нет{%r endif %}конец",),
    ("{{ '%.2f'|format(2.5) }} {{ '{:>4}'.format(n) }} {{ 7 // 2 }} {{ 7 % 4 }} {{ 2 ** 5 }}",),
    ("{{ список[1:]|join }} {{ список[-1] }} {{ список|length }} {{ список|first }}",),
    ("{% for x in строки if x.дело != 'начать' %}{{ x.дело }}{% endfor %}",),
    ("{% for k, v in {'а': 1, 'б': 2}.items() %}{{ k }}={{ v }};{% endfor %}",),
    ("{{ “да” if да else “нет” }}",),
    ("{% for x in список recursive %}{{ x }}{% endfor %}",),
    ("{% raw %}{{ а }}{% endraw %}",),
    ("{%p if да %}", "{%p for x in годы %}", "{{ x }}", "{%p endfor %}", "{%p endif %}"),
    ("{% for x in список %}", "{{ x }}", "{% endfor %}"),
]

TABLES = [
    (("{%tr for r in строки %}", ""), ("{{ r.дело }}", "{{ r.раздел }}"), ("{%tr endfor %}", "")),
    (("{%tr if нет %}", ""), ("а", "б"), ("{%tr endif %}", ""), ("в", "г")),
    (("{%tr for r in строки %}", ""), ("{% vm %}{{ r.раздел }}", "{{ r.дело }}"), ("{%tr endfor %}", "")),
    (("Год", "{%tc for г in годы %}", "{{ г }}", "{%tc endfor %}"),),
    (("{%tc for г in [] %}", "{{ г }}", "{%tc endfor %}", "конец"),),
    (
        ("Дело", "{%tc for г in годы %}", "{% hm %}Сроки", "{%tc endfor %}"),
        ("", "{%tc for г in годы %}", "{{ г }}", "{%tc endfor %}"),
        ("{%tr for r in строки %}", "", "", ""),
        ("{{ r.дело }}", "{%tc for с in r.сроки %}", "{{ с }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", "", ""),
    ),
    (("а", "б", "в"), ("{% colspan n %}{{ а }}",)),
    (("{% cellbg цвет %}{{ а }}", "б"),),
    (
        ("{%tr for р in разделы %}", ""),
        ("{{ р.имя }}", ""),
        ("{%tr for д in р.дела %}", ""),
        ("{{ loop.index }}", "{{ д }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    ),
    (
        ("{%tr for р in разделы %}", ""),
        ("{%tr for д in р.дела %}", ""),
        ("{% vm %}{{ р.имя }}", "{{ д }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    ),
    (("{% for x in список %}{{ x }} {% endfor %}", "{{ длинный }}"),),
]


def theirs(made: WordDocument) -> Any:
    """What docxtpl makes of a template."""
    compiled = DocxTemplate(io.BytesIO(to_bytes(made)))
    compiled.render(dict(VALUES), autoescape=True)
    stream = io.BytesIO()
    compiled.save(stream)
    return reopened(stream.getvalue())


def shape(made: Any) -> object:
    """Text of the paragraphs; text, spans and merges of the cells; number of columns of the tables."""
    tables = [
        (
            len(item._tbl.tblGrid.gridCol_lst),
            [[(cell.text, cell._tc.grid_span, cell._tc.vMerge) for cell in row.cells] for row in item.rows],
        )
        for item in made.tables
    ]
    return [item.text for item in made.paragraphs], tables


@pytest.mark.parametrize("texts", PARAGRAPHS, ids=" ¶ ".join)
def test_paragraphs_are_those_of_docxtpl(texts: tuple[str, ...]) -> None:
    made = document(*texts)
    assert shape(reopened(template(made).render(VALUES).to_bytes())) == shape(theirs(made))


@pytest.mark.parametrize("rows", TABLES, ids=str)
def test_tables_are_those_of_docxtpl(rows: tuple[tuple[str, ...], ...]) -> None:
    made = body(table(*rows) + paragraph("после"))
    assert shape(reopened(template(made).render(VALUES).to_bytes())) == shape(theirs(made))


def test_headers_footers_and_properties_are_those_of_docxtpl() -> None:
    made = document("текст")
    made.sections[0].header.paragraphs[0].text = "{% if да %}{{ а }}{% endif %}"
    made.sections[0].footer.paragraphs[0].text = "{{ n }}"
    made.core_properties.title = made.core_properties.subject = "{{ а }}"
    ours, other = reopened(template(made).render(VALUES).to_bytes()), theirs(made)
    assert (
        ours.sections[0].header.paragraphs[0].text
        == other.sections[0].header.paragraphs[0].text
        == VALUES["а"]
    )
    assert ours.sections[0].footer.paragraphs[0].text == other.sections[0].footer.paragraphs[0].text == "3"
    assert ours.core_properties.title == VALUES["а"]
