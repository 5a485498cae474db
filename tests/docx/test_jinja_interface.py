"""What ``prikaz.docx.jinja`` takes from the inside of Jinja: a new Jinja that changes it fails here, by name.

The rest of the engine must not know Jinja; a contract of import-linter holds that.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateSyntaxError, nodes, pass_context, pass_environment, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.idtracking import VAR_LOAD_PARAMETER, Symbols
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, Macro, Undefined, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Cycler, Joiner, Namespace

from prikaz.docx.compilation.source import PartSource, Tag
from prikaz.docx.jinja.codegen import PartGenerator
from prikaz.docx.jinja.sandbox import Sandbox

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
ENVIRONMENT = Environment(autoescape=True)

OVERRIDDEN = "docx/jinja/codegen.py overrides it and gives it these arguments on"
CALLED = "docx/jinja/codegen.py calls it"
SIGNATURES: tuple[tuple[Callable[..., Any], str, str], ...] = (
    (CodeGenerator.__init__, "environment name filename stream defer_init optimized", OVERRIDDEN),
    (CodeGenerator.visit_Template, "node frame", OVERRIDDEN),
    (CodeGenerator.write_commons, "", OVERRIDDEN),
    (CodeGenerator.enter_frame, "frame", OVERRIDDEN),
    (CodeGenerator.visit_For, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Name, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Getattr, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Getitem, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_List, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Tuple, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Dict, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Slice, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Filter, "node frame", OVERRIDDEN),
    (CodeGenerator.visit_Output, "node frame", OVERRIDDEN),
    (CodeGenerator._output_child_to_const, "node frame finalize", OVERRIDDEN),
    (CodeGenerator._output_child_pre, "node frame finalize", OVERRIDDEN),
    (CodeGenerator._output_child_post, "node frame finalize", OVERRIDDEN),
    (CodeGenerator._make_finalize, "", CALLED),
    (CodeGenerator._filter_test_common, "node frame is_filter", CALLED),
    (CodeGenerator.parameter_is_undeclared, "target", CALLED),
    (CodeGenerator.pull_dependencies, "nodes", CALLED),
    (CodeGenerator.blockvisit, "nodes frame", CALLED),
    (CodeGenerator.leave_frame, "frame with_python_scope", CALLED),
    (CodeGenerator.writeline, "x node extra", CALLED),
    (CodeGenerator.write, "x", CALLED),
    (CodeGenerator.newline, "node extra", CALLED),
    (CodeGenerator.indent, "", CALLED),
    (CodeGenerator.outdent, "step", CALLED),
    (Symbols.ref, "name", CALLED),
    (Symbols.find_load, "target", CALLED),
    (Symbols.analyze_node, "node kwargs", CALLED),
    (Context.__init__, "environment parent name blocks globals", "docx/jinja/context.py calls it"),
    (
        Undefined.__init__,
        "hint obj name exc",
        "printer.undefined stands for it in the code, with a hint or a name",
    ),
    (LoopContext.__init__, "iterable undefined recurse depth0", "rendering/loop.py stands for it"),
    (markup_join, "seq", "docx/jinja/sandbox.py calls it"),
)
SANDBOX_METHODS = {
    "is_safe_attribute": "obj attr value",
    "unsafe_undefined": "obj attribute",
    "getattr": "obj attribute",
    "getitem": "obj argument",
    "wrap_str_format": "value",
    "call_binop": "context operator left right",
    "call": "context obj args kwargs",
}
NODE_FIELDS = {
    nodes.For: "target iter body else_ test recursive",
    nodes.If: "test body elif_ else_",
    nodes.Macro: "name args defaults body",
    nodes.CallBlock: "call args defaults body",
    nodes.Filter: "node name args kwargs dyn_args dyn_kwargs",
    nodes.FilterBlock: "body filter",
    nodes.Test: "node name args kwargs dyn_args dyn_kwargs",
    nodes.Assign: "target node",
    nodes.AssignBlock: "target filter body",
    nodes.Output: "nodes",
    nodes.TemplateData: "data",
    nodes.Name: "name ctx",
    nodes.Getattr: "node attr ctx",
    nodes.Getitem: "node arg ctx",
    nodes.Slice: "start stop step",
    nodes.Const: "value",
    nodes.List: "items",
    nodes.Tuple: "items ctx",
    nodes.Dict: "items",
    nodes.Pair: "key value",
    nodes.And: "left right",
    nodes.Or: "left right",
    nodes.Not: "node",
    nodes.Compare: "expr ops",
    nodes.Operand: "op expr",
    nodes.CondExpr: "test expr1 expr2",
    nodes.Call: "node args kwargs dyn_args dyn_kwargs",
    nodes.Keyword: "key value",
}
#: What the compiler writes of its own where the code generator leaves it alone.
WRITTEN = (
    ("{% for x in xs %}{{ loop.index }}{% endfor %}", r"in LoopContext\(\(missing_value\(.*\), undefined\):"),
    ("{{ a ~ b }}", r"markup_join\(\("),
    ("{{ 'a' if b }}", r"cond_expr_undefined\("),
    ("{% macro m(x) %}{% endmacro %}", r"l_1_x = undefined\(.*name='x'\)"),
    ("{{ a + b }}", r"environment\.call_binop\(context, '\+',"),
    ("{{ a() }}", r"environment\.call\(context,"),
    ("{{ a|upper }}", r"environment\.filters\['upper'\]"),
    ("{{ a }}", r"l_0_a = resolve\('a'\)"),
    ("{% set s %}a{% endset %}", r"concat\("),
)
MESSAGES = (
    ("{{ а § б }}", "unexpected char '§' at 5"),
    ("{{ а б }}", "expected token 'end of print statement', got 'б'"),
    ("{% for а из б %}", "expected token 'in', got 'из'"),
    ("{% set 5 = 6 %}", "can't assign to 'const'"),
    ("{{ }}", "Expected an expression, got 'end of print statement'"),
    ("{{ а| }}", "expected token 'name', got 'end of print statement'"),
    ("{{ ) }}", "unexpected ')'"),
)


def parameters(function: Callable[..., Any]) -> list[str]:
    """Names of what a function takes, without the object whose method it is."""
    names = [re.sub(r"^_\w*__(?=\w)", "", name) for name in inspect.signature(function).parameters]
    return [name for name in names if name != "self"]


def code_of(text: str) -> str:
    """The code that is compiled from a template of one line, for the sandbox."""
    sandbox = Sandbox({})
    source = PartSource(name="word/document.xml", text=text, tags=(Tag(text=text),))
    generator = PartGenerator(sandbox, source, plain=False)
    generator.visit(sandbox.parse(text))
    return generator.code.getvalue()


def test_the_newest_jinja_allowed_is_one_that_this_interface_was_read_from() -> None:
    dependencies = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    assert [each for each in dependencies if each.startswith("jinja2")] == ["jinja2>=3.1.5,<3.2"], (
        "read what has changed in the inside of Jinja, and this file, before the cap is raised"
    )
    assert version("jinja2").startswith("3.1.")


@pytest.mark.parametrize(
    ("function", "taken", "why"), SIGNATURES, ids=[each[0].__qualname__ for each in SIGNATURES]
)
def test_a_function_takes_what_it_took(function: Callable[..., Any], taken: str, why: str) -> None:
    assert parameters(function) == taken.split(), f"{function.__qualname__} of Jinja has changed: {why}"


@pytest.mark.parametrize(("name", "taken"), SANDBOX_METHODS.items())
def test_a_method_of_the_sandbox_takes_what_it_took(name: str, taken: str) -> None:
    method = getattr(ImmutableSandboxedEnvironment, name, None)
    assert method is not None, f"Jinja asks no {name} any more: docx/jinja/sandbox.py overrides it in vain"
    assert parameters(method) == taken.split(), f"{name} has changed: docx/jinja/sandbox.py overrides it"


@pytest.mark.parametrize(("node", "fields"), NODE_FIELDS.items(), ids=[node.__name__ for node in NODE_FIELDS])
def test_a_node_has_the_fields_it_had(node: type[nodes.Node], fields: str) -> None:
    assert list(node.fields) == fields.split(), (
        f"nodes.{node.__name__} has changed: all of docx/jinja walks it"
    )


def test_nodes_know_their_lines_and_their_environment() -> None:
    tree = ENVIRONMENT.parse("\n{{ a.b }}")
    found = tree.find(nodes.Getattr)
    assert found
    assert (found.lineno, found.environment) == (2, ENVIRONMENT), (
        "docx/jinja finds tags by the lines of nodes"
    )


def test_what_is_no_constant_is_said_by_an_exception() -> None:
    call = ENVIRONMENT.parse("{{ a() }}").find(nodes.Call)
    assert call
    with pytest.raises(nodes.Impossible):
        call.as_const()


def test_a_frame_has_what_the_code_generator_asks() -> None:
    frame = Frame(EvalContext(ENVIRONMENT))
    asked = {"symbols", "toplevel", "rootlevel", "loop_frame", "buffer", "require_output_check"}
    assert asked <= vars(frame).keys(), "docx/jinja/codegen.py asks frames of the compiler for these"


def test_loads_of_parameters_are_known_by_their_mark() -> None:
    tree = ENVIRONMENT.parse("{% for x in xs %}{{ x }}{% endfor %}")
    loop = tree.find(nodes.For)
    assert loop
    frame = Frame(EvalContext(ENVIRONMENT)).inner()
    frame.symbols.analyze_node(loop, for_branch="body")
    load = frame.symbols.find_load(frame.symbols.ref("x"))
    assert load == (VAR_LOAD_PARAMETER, None), "codegen takes variables of loops for given by this mark"


def test_the_compiler_says_which_line_of_the_source_each_line_of_the_code_comes_from() -> None:
    generator = PartGenerator(Sandbox({}), PartSource("word/document.xml", "", (Tag(text=""),)), plain=False)
    generator.visit(Sandbox({}).parse("{{ a\n}}{{ b\n}}"))
    assert [source for source, _ in generator.debug_info] == [1, 2], "faults find their tags by debug_info"


@pytest.mark.parametrize(("text", "pattern"), WRITTEN)
def test_the_compiler_writes_the_names_that_stand_for_its_own(text: str, pattern: str) -> None:
    code = code_of(text)
    assert re.search(pattern, code), (
        f"the printer and the runtimes answer to names that code no longer has:\n{code}"
    )


def test_functions_are_marked_for_what_they_take_before_the_value() -> None:
    for mark in (pass_context, pass_environment, pass_eval_context):
        marked = mark(lambda *_: None)
        assert "jinja_pass_arg" in vars(marked), "docx/jinja/guards.py reads this mark of Jinja's filters"


def test_filters_and_tests_of_jinja_are_plain_tables() -> None:
    assert {"upper", "join", "map", "default", "attr", "string", "wordwrap"} <= FILTERS.keys()
    assert {"in", "eq", "defined", "undefined"} <= TESTS.keys()


def test_helpers_have_the_names_that_the_sandbox_gives_templates() -> None:
    assert (Cycler(1, 2).next(), Joiner()(), repr(Namespace(a=1))) == (1, "", "<Namespace {'a': 1}>")
    macro = vars(ENVIRONMENT.from_string("{% macro m() %}{{ varargs }}{% endmacro %}").module)["m"]
    assert isinstance(macro, Macro)
    assert (macro.catch_varargs, macro.catch_kwargs) == (True, False), (
        "docx/jinja/sandbox.py charges for these"
    )


@pytest.mark.parametrize(("text", "message"), MESSAGES)
def test_messages_of_the_parser_are_those_that_are_translated(text: str, message: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        ENVIRONMENT.parse(text)
    assert str(caught.value.message).rstrip(".") == message, (
        "docx/jinja/diagnosis.py knows messages by their words"
    )
