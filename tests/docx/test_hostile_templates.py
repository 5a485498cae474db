"""A template may come from anybody: it runs no code, and neither hangs nor fills the memory."""

from __future__ import annotations

import re
import time
import tracemalloc

import pytest

from prikaz.docx import Template
from prikaz.errors import TemplateError, UnfilledSlotsError
from tests.docx.word import document, template, texts

CLOSED = [
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__.os.getpid() }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ ''|attr('__class__') }}",
    "{{ список|attr('_' ~ '_class__') }}",
    "{% set имя = '__class__' %}{{ список[имя] }}",
    "{{ список|map(attribute='__class__')|list }}",
    "{{ список|map('attr', '__class__')|list }}",
    "{{ список|groupby('__class__') }}",
    "{{ список|sum(attribute='__class__') }}",
    "{{ '{0.__class__}'.format(список) }}",
    "{{ '{x.__class__}'.format_map({'x': список}) }}",
    "{{ dict.mro() }}",
    "{{ self.__init__ }}",
    "{{ функция.__globals__ }}",
    "{{ список.append(1) }}",
    "{{ словарь.update({}) }}",
    "{{ (1).to_bytes(1000000000, 'big') }}",
    "{{ 'a'.translate({97: 'b' * 100000}) }}",
]

ENDLESS = [
    "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
    "{% for a in range(100000) %}{% for b in range(100000) if false %}x{% endfor %}{% endfor %}",
    "{% for a in range(10**10) %}{% endfor %}",
    "{% for a in range(100000) %}{{ range(100000)|sum }}{% endfor %}",
    "{% set числа = range(100000)|list %}{% for a in числа %}{% if -1 in числа %}{% endif %}{% endfor %}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{{ [[1]] * 100000 }}{{ ([[1]] * 100000)|sum(start=[]) }}",
    (
        "{% set a = range(90000)|list %}{% set b = range(90000)|list %}"
        "{% for i in range(100000) %}{% if a == b %}{% endif %}{% endfor %}"
    ),
    "{% for a in список recursive %}{{ loop(список) }}{{ loop(список) }}{% endfor %}",
]

HUGE = [
    "{{ 'a' * 10**9 }}",
    "{{ 1000000000 * 'a' }}",
    "{{ [0] * 10**9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%*d' % (1000000000, 1) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:>9999999999}'.format(1) }}",
    "{{ '{:{w}}'.format(1, w=1000000000) }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ 'a'.zfill(1000000000) }}",
    "{{ 'a'|indent(1000000000, true) }}",
    "{{ 1|round(1000000000, 'ceil') }}",
    "{{ []|batch(1000000000, 'x')|list }}",
    "{{ [1]|slice(1000000000)|list }}",
    "{{ список|tojson(indent=1000000000) }}",
    "{{ 10**100000000 }}",
    "{{ 'a'|replace('a', 'b' * 100000)|replace('b', 'c' * 100000) }}",
    "{{ (['a' * 1000000] * 1000)|join }}",
    "{{ ('b' * 1000000).join('a' * 1000000) }}",
    "{% set ns = namespace(s='a') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "{% set ns = namespace(s='a') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "{% set a = ['a' * 1000000] * 1000 %}{{ a|string|length }}",
    "{{ ([{'a': 'x' * 1000000}] * 1000)|map(attribute='a')|join }}",
    "{{ range(1000)|map(attribute='q', default='x' * 1000000)|join }}",
    "{{ ('%(a)s' * 100000)|format(a='x' * 1000000) }}",
    "{{ ('{0}' * 100000).format('x' * 1000000) }}",
    "{{ ('{0:>999}' * 100000).format(1) }}",
    "{% for i in range(100000) %}{{ 'a' * 1000000 }}{% endfor %}",
    "{% set s %}{% for i in range(100000) %}{{ 'a' * 100000 }}{% endfor %}{% endset %}{{ s }}",
]

#: What doubles a value each time; sixty times make more of it than can be gone through.
DOUBLED = [
    "[ns.s, ns.s]",
    "(ns.s, ns.s)",
    "{'a': ns.s, 'b': ns.s}",
    "dict(a=ns.s, b=ns.s)",
    "[ns.s] * 2",
    "cycler(ns.s, ns.s).items",
    "[ns.s]|batch(2, ns.s)|first",
    "range(2)|map(attribute='q', default=ns.s)|list",
]


def attempt(text: str) -> TemplateError:
    """What comes of a template whose only paragraph is ``text``."""
    with pytest.raises(TemplateError) as caught:
        template(text).render({"список": [1, 2], "словарь": {}, "функция": len})
    return caught.value


@pytest.mark.parametrize("text", CLOSED)
def test_inner_names_of_python_are_closed(text: str) -> None:
    (fault,) = attempt(text).faults
    assert "закрыто для шаблонов" in fault.message
    assert (fault.part, fault.place) == ("текст", "абзац 1")


@pytest.mark.parametrize("text", ENDLESS)
def test_endless_work_is_stopped(text: str) -> None:
    start = time.process_time()
    (fault,) = attempt(text).faults
    assert fault.hint
    assert time.process_time() - start < 20


@pytest.mark.parametrize("text", HUGE)
def test_huge_values_are_not_built(text: str) -> None:
    tracemalloc.start()
    attempt(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200 * 2**20


@pytest.mark.parametrize("doubled", DOUBLED)
def test_lists_inside_one_another_stay_small(doubled: str) -> None:
    loop = f"{{% for i in range(60) %}}{{% set ns.s = {doubled} %}}{{% endfor %}}"
    text = "{% set ns = namespace(s=[1]) %}" + loop
    (fault,) = attempt(text + "{{ ns.s }}").faults
    assert fault.message == "строит слишком длинный текст или список"


def test_namespaces_are_not_printed() -> None:
    assert "namespace" in attempt("{{ [namespace(a=1)] }}").faults[0].message


def test_small_lists_are_printed_and_compared() -> None:
    text = "{% set a = [список, (1, 'б')] %}{{ a }} "
    text += "{{ a == [список, (1, 'б')] }} {{ [2] + [1, 2] }} {{ список in a }}"
    data = template(document(text)).render({"список": [1, 2]}).to_bytes()
    assert texts(data) == "[[1, 2], (1, 'б')] True [2, 1, 2] True"


def test_helpers_of_jinja_that_reach_the_system_are_not_there() -> None:
    error = attempt("{{ lipsum() }}")
    assert isinstance(error, UnfilledSlotsError)
    assert error.slots == ("lipsum",)


def test_addresses_in_memory_are_not_printed() -> None:
    assert "function" in attempt("{{ функция }}").faults[0].message


def test_usual_work_of_a_template_is_free() -> None:
    text = (
        "{% set ns = namespace(n=0) %}{% for i in range(1000) %}{% set ns.n = ns.n + i %}{% endfor %}"
        "{{ ns.n }} {{ '{:>5}|{:.1f}'.format('а', 2.55) }} {{ 'в %s году' % 2027 }} "
        "{{ 2**10 }} {{ 'аб'|center(6) }}"
    )
    data = template(document(text)).render({}).to_bytes()
    assert texts(data) == "499500     а|2.5 в 2027 году 1024   аб  "


def test_ten_thousand_rows_are_not_too_many() -> None:
    compiled: Template = template(document("{%p for r in rows %}", "{{ r.a }} {{ r.b }}", "{%p endfor %}"))
    rows = [{"a": number, "b": "Мероприятие"} for number in range(10_000)]
    assert texts(compiled.render({"rows": rows}).to_bytes()).endswith("9999 Мероприятие")


_MANY = 100_000
#: Cheap to write, and dear to whoever would take them seriously.
DEAR = [
    "{{ " + "[" * _MANY + "]" * _MANY + " }}",
    "{{ " + "(" * _MANY + "1" + ")" * _MANY + " }}",
    "{{ a" + "|upper" * _MANY + " }}",
    "{{ '" + "a" * 10 * _MANY + "' }}",
    ("{{ a" + ".b" * 200 + " }}") * 1_000,
    "{{ a }}" * _MANY,
    "{# a #}" * _MANY,
    "{{ a " * _MANY,
    "{% if a %}" * _MANY + "{% endif %}" * _MANY,
    "{% macro a() %}{% endmacro %}" * _MANY,
    "{%r if a %}{%r endif %}" * _MANY,
]


@pytest.mark.parametrize("text", DEAR, ids=[text[:12] for text in DEAR])
def test_a_template_too_dear_to_compile_is_refused_by_its_size(text: str) -> None:
    (fault,) = attempt(text).faults
    assert re.search("больше 5000 меток|больше 100000 знаков|длиннее 5000 знаков", fault.message)
    assert fault.hint
    assert len(str(fault)) < 500


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ '" + "a" * 6_000 + "' }}", "длиннее 5000 знаков"),
        ("{{ " + "[" * 41 + "]" * 41 + " }}", "скобки вложены глубже 40"),
        ("{{ a" + ".b" * 200 + " }}", "слишком сложна"),
        ("{% if a %}" * 21 + "{% endif %}" * 21, "вложена глубже 20 других блоков"),
        ("{% landscape a %}{% landscape b %}", "вторая такая метка в одном абзаце"),
    ],
)
def test_what_is_too_much_is_reported_with_its_place(text: str, message: str) -> None:
    (fault,) = attempt(text).faults
    assert (fault.place, fault.message) == ("абзац 1", message)


def test_a_tag_that_is_too_complex_is_reported_among_other_faults() -> None:
    with pytest.raises(TemplateError) as caught:
        template(document("{{ a" + ".b" * 200 + " }}", "{{ а б }}"))
    assert [fault.message for fault in caught.value.faults] == ["слишком сложна", "лишнее слово или знак «б»"]


def test_tags_are_counted_over_all_parts_of_a_template() -> None:
    made = document("{{ a }}" * 3_000)
    made.sections[0].header.paragraphs[0].text = "{{ a }}" * 3_000
    with pytest.raises(TemplateError) as caught:
        template(made)
    assert [fault.message for fault in caught.value.faults] == ["в шаблоне больше 5000 меток"]


def test_a_long_form_with_thousands_of_tags_is_none_of_these() -> None:
    text = "{{ a }} {% if b %}да{% endif %} " * 1_000
    assert texts(template(document(text)).render({"a": 1, "b": True}).to_bytes()).startswith("1 да 1 да")
