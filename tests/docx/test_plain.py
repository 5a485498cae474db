"""Plain parts run without Jinja, and print what the sandbox of Jinja prints."""

from __future__ import annotations

import builtins
import dis
import marshal
import subprocess
import sys
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

import pytest
from docxtpl import RichText

from prikaz import Template
from prikaz.docx.jinja.compiling import compile_template
from prikaz.docx.jinja.sandbox import Sandbox
from prikaz.docx.rendering import state
from prikaz.docx.rendering.compiled import CompiledPart
from prikaz.docx.rendering.plain_runtime import PlainRuntime
from prikaz.docx.wml.package import Package
from prikaz.errors import TemplateError, UnfilledSlotsError
from prikaz.masters import templates
from tests.docx.word import body, body_of, document, paragraph, printed, table, template, to_bytes

#: Makes a part run in the sandbox and prints nothing.
NOT_PLAIN = "{{ ''|upper }}"
VALUES: dict[str, Any] = {
    "а": "ООО «А & Б» <план>",
    "n": 3,
    "пусто": "",
    "список": ["раз", "два", "три"],
    "дела": [{"имя": "а1", "сроки": ["март", "май"]}, {"имя": "а2", "сроки": []}],
    "должность": "Заместитель главы администрации по социальным вопросам",
    "rich": RichText("жирно & <тихо>", bold=True),
    "строки": "раз\nдва\tтри",
}
PLAIN = (
    "{{ а }} {{ n }} {{ пусто }} {{ строки }} {{ rich }}",
    "{{ дела[1].имя }} {{ дела[0]['сроки'][1] }} {{ список[1:] }}",
    "{% if n == 3 and not пусто or а %}да{% elif n in [1, 2] %}нет{% else %}иначе{% endif %}",
    "{{ 'да' if n > 2 else 'нет' }} {{ [n, 'б'] }} {{ {'в': n}.в }}",
    "{% for x in список %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for x in список %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{% endfor %}",
    "{% for x in список %}{{ loop.first }}{{ loop.depth }} {% endfor %}",
    "{% for д in дела %}{% for с in д.сроки %}{{ loop.last }}{% endfor %}{{ loop.index }}{% endfor %}",
    "{% for x in пусто %}{{ loop.index }}{% else %}ничего{% endfor %}",
    "{% for x in а %}{{ loop.length }}{{ loop.last }}{% endfor %}",
    "{{ должность|string|wordwrap(36) }} {{ n|string }} {{ строки|wordwrap(3, false, '|') }}",
    "{{ 'ёмкость-накопитель'|wordwrap(8, break_on_hyphens=false) }}",
)
SANDBOXED = (
    "{{ а|upper }}",
    "{{ а.lower() }}",
    "{{ n + 1 }}",
    "{{ а ~ n }}",
    "{{ нет|default('нет') }}",
    "{% if нет is defined %}да{% endif %}",
    "{% set x = 1 %}{{ x }}",
    "{{ 'да' if пусто }}",
    "{{ range }}",
    "{% for x in список if x %}{{ x }}{% endfor %}",
    "{% for x in список recursive %}{{ x }}{% endfor %}",
    "{% for x in список %}{{ loop }}{% endfor %}",
    "{% for x in список %}{{ loop.cycle('а', 'б') }}{% endfor %}",
    "{% for x in список %}{{ loop.previtem }}{% endfor %}",
    "{% macro м() %}{% endmacro %}{{ м() }}",
    "{% filter wordwrap(10) %}{{ а }}{% endfilter %}",
    "{% filter string %}{{ а }}{% endfilter %}",
)


def _parts(data: bytes, filters: dict[str, Callable[..., Any]] | None = None) -> tuple[CompiledPart, ...]:
    return compile_template(Package.open(data), Sandbox(filters or {}), "приказ").parts


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_part_prints_what_the_sandbox_prints(text: str) -> None:
    plain, sandboxed = document(text), document(NOT_PLAIN + text)

    assert [part.plain for made in (plain, sandboxed) for part in _parts(to_bytes(made))] == [True, False]
    assert body_of(template(plain).render(VALUES).to_bytes()) == body_of(
        template(sandboxed).render(VALUES).to_bytes()
    )


def test_property_tags_are_plain() -> None:
    made = body(
        paragraph("{% keepnext n %}{{ а }}")
        + table(("{% colspan n %}{% cellbg '' %}{{ а }}",))
        + table(("{%tc for x in список %}", "{{ x }}", "{%tc endfor %}"))
    )

    assert [part.plain for part in _parts(to_bytes(made))] == [True]


@pytest.mark.parametrize("text", SANDBOXED)
def test_what_asks_for_more_runs_in_the_sandbox(text: str) -> None:
    assert [part.plain for part in _parts(to_bytes(document(text)))] == [False]


def test_a_filter_of_the_caller_takes_the_place_of_ours() -> None:
    def shout(value: str, width: int) -> str:
        return f"{value}{'!' * width}"

    made = document("{{ а|wordwrap(3) }}")
    assert [part.plain for part in _parts(to_bytes(made), {"wordwrap": shout})] == [False]
    assert "план!!!" in body_of(
        template(document("{{ б|wordwrap(3) }}"), {"wordwrap": shout}).render({"б": "план"}).to_bytes()
    )


def test_missing_values_of_a_plain_part_are_reported() -> None:
    text = (
        "{{ нет }}{{ а.нет }}{{ x|wordwrap(5) }}{{ y|string }}{% for z in нету %}{{ loop.last }}{% endfor %}"
    )
    with pytest.raises(UnfilledSlotsError) as caught:
        template(text).render({"а": {}})
    assert caught.value.slots == ("нет", "а.нет", "x", "y", "нету")


def test_attributes_of_objects_stay_closed() -> None:
    with pytest.raises(TemplateError, match="закрыто для шаблонов"):
        template("{{ а.__class__ }}").render(VALUES)
    with pytest.raises(TemplateError, match="слишком длинный"):
        template("{{ а|wordwrap(1, true, б) }}").render({"а": "я" * 5_000, "б": "-" * 9_000})


def test_the_last_iteration_of_what_comes_one_by_one_is_known() -> None:
    text = "{% for x in поток %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"
    assert printed(text, поток=iter("абв")) == "а, б, в"


def _codes_inside(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes_inside(constant)


@pytest.mark.parametrize("text", PLAIN)
def test_code_of_a_plain_part_asks_for_no_name_that_is_not_there(text: str) -> None:
    (part,) = _parts(to_bytes(document(text)))
    asked = {
        step.argval
        for inside in _codes_inside(marshal.loads(part.code))
        for step in dis.get_instructions(inside)
        if step.opname in {"LOAD_GLOBAL", "LOAD_NAME"}
    }

    only_if_a_filter_is_missing = {"internalcode", "TemplateRuntimeError"}
    given = {"environment", *PlainRuntime.namespace}
    assert asked <= {*given, *only_if_a_filter_is_missing, *dir(builtins)}


@pytest.mark.parametrize("text", PLAIN)
def test_code_of_a_plain_part_imports_nothing(text: str) -> None:
    (part,) = _parts(to_bytes(document(text)))
    codes = _codes_inside(marshal.loads(part.code))
    steps = [step.opname for inside in codes for step in dis.get_instructions(inside)]
    assert "IMPORT_NAME" not in steps


def test_loading_the_sandbox_leaves_the_filters_of_plain_parts_as_they_are() -> None:
    sandbox = Sandbox({})
    for name, function in PlainRuntime.filters.items():
        assert (name, vars(function)) == (name, {})
        assert "jinja_pass_arg" in vars(sandbox.filters[name])


def test_built_in_templates_are_plain() -> None:
    plain = {
        name: all(part.plain for part in _parts(path.read_bytes())) for name, path in templates().items()
    }
    assert set(plain.values()) == {True}


def test_a_cached_plain_template_prints_without_jinja(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIKAZ_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "приказ.docx"
    file.write_bytes(
        to_bytes(document("{% for x in список %}{{ loop.index }}) {{ x|string|wordwrap(9) }}{% endfor %}"))
    )
    Template(file)
    code = f"""
import sys
from prikaz import Template
from prikaz.docx.rendering import state
Template({str(file)!r}).render({{"список": ["первое дело", "второе"]}})
print(sorted({{"jinja2", "lxml"}} & sys.modules.keys()))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "width", ["ширна", "0", "-1", "2.5", "'36'", "none", "true", "'nan'|float", "1e400", "[36]", "n.x"]
)
def test_a_width_that_is_none_is_reported_and_nobody_waits(width: str) -> None:
    with pytest.raises((TemplateError, UnfilledSlotsError)):
        template(f"{{{{ должность|wordwrap({width}) }}}}").render(VALUES)


@pytest.mark.parametrize(
    "tag", ["{{ x }}", "{{ x|string }}", "{{ x|wordwrap(36) }}", "{{ x|string|wordwrap(36) }}"]
)
def test_nothing_is_not_printed_as_a_word(tag: str) -> None:
    with pytest.raises(UnfilledSlotsError) as caught:
        template(tag).render({"x": None})
    assert [(fault.message, fault.hint) for fault in caught.value.faults] == [
        ("нет значения «x»", "вместо него пришло None: дайте значение или пустую строку")
    ]


def test_what_came_in_place_of_a_width_is_reported() -> None:
    with pytest.raises(TemplateError, match="ожидалось целое число от 1, пришло «0»; например wordwrap"):
        template("{{ должность|wordwrap(0) }}").render(VALUES)


def test_a_list_is_not_broken_into_lines() -> None:
    with pytest.raises(TemplateError, match="делится только текст, пришло значение вида «list»"):
        template("{{ список|wordwrap(5) }}").render(VALUES)


def test_lines_are_joined_as_jinja_joins_them() -> None:
    text = "{{ должность|wordwrap(20, wrapstring=none) }}|{{ должность|wordwrap(20, true, ' / ') }}"
    assert printed(text, должность="Начальник отдела образования") == (
        "Начальник отдела\nобразования|Начальник отдела / образования"
    )


def test_blocks_of_filters_print_their_text() -> None:
    text = "{% filter wordwrap(12) %}раз {{ б }} три{% endfilter %}"
    assert printed(text, б="два и ещё") == "раз два и\nещё три"


def test_what_the_engine_does_after_printing_is_charged_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "BUDGET", 20_000)
    made = template("{% for a in range(1000) %}{{ x|_column_grid }}{% endfor %}")
    with pytest.raises(TemplateError, match="слишком много раз"):
        made.render({"x": "<w:tbl><w:tblGrid " * 250})
