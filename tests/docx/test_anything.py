"""Whatever stands in a template or in its values, there is a whole document or an error of ours."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prikaz.errors import PrikazError
from tests.docx.word import body, document, paragraph, printed, reopened, table, template

SIGNS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
PIECES = st.sampled_from(
    [
        "{{ а }}",
        "{{ х.у }}",
        "{% if а %}",
        "{% else %}",
        "{% endif %}",
        "{% for х in список %}",
        "{% endfor %}",
        "{%p if а %}",
        "{%p endif %}",
        "{%p for х in список %}",
        "{%p endfor %}",
        "{%tr for х in список %}",
        "{%tr endfor %}",
        "{%tc for х in список %}",
        "{%tc endfor %}",
        "{%- if а -%}",
        "{%r if а %}",
        "{%r endif %}",
        "{{r а }}",
        "{{p а }}",
        "{% vm %}",
        "{% hm %}",
        "{% colspan 2 %}",
        "{% width 5 %}",
        "{% vmerge 'restart' %}",
        "{% style 'Title' %}",
        "{% numbering 1 %}",
        "{% grid [5, 6] %}",
        "{% landscape а %}",
        "{%p landscape а %}",
        "{% raw %}",
        "{% endraw %}",
        "{% set у = 5 %}",
        "{# нет #}",
        "{_{",
        "«",
        "{{",
        "}}",
        "%}",
        "{",
        "'",
        "текст ",
        "& < ",
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=4).map("".join), min_size=1, max_size=4)
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


@QUICK
@given(value=st.text(SIGNS))
def test_any_text_arrives_whole(value: str) -> None:
    assert printed("[{{ x }}]", x=value) == f"[{value}]"


@QUICK
@given(lines=LINES, cells=LINES)
def test_any_tags_make_a_whole_document_or_an_error_of_ours(lines: list[str], cells: list[str]) -> None:
    inner = "".join(paragraph(escaped(line)) for line in lines)
    made = body(inner + table(tuple(map(escaped, cells)), tuple(map(escaped, cells))))
    try:
        data = template(made).render_draft({"а": "б & в", "список": [{"у": 1}, {}]}).to_bytes()
    except PrikazError as error:
        assert str(error)  # noqa: PT017  (any error of ours will do)
        return
    assert isinstance(reopened(data).paragraphs, list)


def test_document_without_tags_stays_as_it_is() -> None:
    made = document("Приказ", "без меток")
    read = reopened(template(made).render({}).to_bytes())
    assert [item.text for item in read.paragraphs] == [item.text for item in made.paragraphs]
