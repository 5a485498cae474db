"""Missing values: false when tested, reported when the document would have shown them."""

from __future__ import annotations

import pytest
from attrs import frozen

from prikaz.errors import UnfilledSlotsError
from tests.docx.word import document, printed, template, texts


@frozen
class Signature:
    position: str = "Директор"


def missing(*paragraphs: str, **values: object) -> tuple[str, ...]:
    with pytest.raises(UnfilledSlotsError) as caught:
        template(document(*paragraphs)).render(values)
    return caught.value.slots


def test_all_missing_values_are_reported_at_once() -> None:
    assert missing("{{ номер }}", "{{ дата }} {{ номер }}", "{{ место }}", место="г. Заречный") == (
        "номер",
        "дата",
    )


def test_places_of_missing_values_are_reported() -> None:
    with pytest.raises(UnfilledSlotsError) as caught:
        template(document("", "Приказ № {{ номер }}")).render({})
    assert str(caught.value) == "шаблон «приказ»: текст, абзац 2: метка «{{ номер }}»: нет значения «номер»"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("номре", "возможно, «номер»"),
        ("н\u006fмер", "возможно, «номер»: среди русских букв есть латинская «o»"),
        ("сумма", ""),
    ],
)
def test_a_mistyped_name_is_guessed(written: str, hint: str) -> None:
    with pytest.raises(UnfilledSlotsError) as caught:
        template(document(f"{{{{ {written} }}}}")).render({"номер": "75", "дата": ""})
    assert [fault.hint for fault in caught.value.faults] == [hint]


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "{{ x.y }}",
        "{{ x['y'] }}",
        "{{ x|upper }}",
        "{{ x|length }}",
        "{{ x ~ '!' }}",
        "{{ x + 1 }}",
        "{{ 1 + x }}",
        "{{ x * 2 }}",
        "{% for a in x %}{{ a }}{% endfor %}",
        "{{ x|join(', ') }}",
        "{% if x > 1 %}{% endif %}",
        "{{ x.y.z() }}",
        "{{ x[1:] }}",
        "{% set y = x %}{{ y }}",
        "{{ пусто }}",
        "{{ словарь.x }}",
        "{{ подпись.x }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}",
        "{{ [x, 1] }}",
        "{{ {'а': x} }}",
        "{{ [x]|string }}",
        "{{ [x] ~ '' }}",
        "{{ 'а б'|wordwrap(x) }}",
        "{{ 'а б'|wordwrap(1, true, x) }}",
    ],
)
def test_missing_value_is_recorded_when_used(text: str) -> None:
    (slot,) = missing(text, пусто=None, словарь={"y": 1}, подпись=Signature())
    assert slot.rpartition("x")[1] == "x" or slot == "пусто"


@pytest.mark.parametrize(
    "text",
    [
        "{% if x %}да{% else %}нет{% endif %}",
        "{% if not x %}нет{% endif %}",
        "{% if x.y and x.y.z %}да{% else %}нет{% endif %}",
        "{{ x|default('нет') }}",
        "{{ x.y|d('нет') }}",
        "{{ x|default(default_value='нет') }}",
        "{{ ''|default('нет', boolean=true) }}",
        "{% if x is defined %}да{% else %}нет{% endif %}",
        "{% if x == 'приказ' %}да{% else %}нет{% endif %}",
        "{{ 'да' if x else 'нет' }}",
        "{% for a in [1] %}{% if loop.previtem %}да{% else %}нет{% endif %}{% endfor %}",
        "{{ [x]|map(attribute='y', default='нет')|join }}",
        "{{ [{}]|map(attribute='y.z', default='нет')|join }}",
        "{{ ('да' if x)|default('нет') }}",
        "{{ [{}]|map(attribute='y')|map('default', 'нет')|join }}",
        "{{ []|first|default('нет') }}",
        "{% if ({}|attr('y')) is defined %}да{% else %}нет{% endif %}",
    ],
)
def test_missing_value_may_be_tested(text: str) -> None:
    assert printed(text) == "нет"


def test_draft_shows_what_is_missing() -> None:
    compiled = template(
        document("Приказ № {{ номер }} {{ подпись.имя|upper }}", "{%p for п in пункты %}", "{%p endfor %}")
    )
    result = compiled.render_draft({})
    assert texts(result.to_bytes()) == "Приказ № [не заполнено: номер] [не заполнено: подпись.имя]"
    assert [finding.message for finding in result.findings] == [
        "не заполнено: номер",
        "не заполнено: подпись.имя",
        "не заполнено: пункты",
    ]


def test_empty_values_are_values() -> None:
    assert printed("[{{ а }}{{ б }}{% for x in в %}{% endfor %}]", а="", б=0, в=[]) == "[0]"
