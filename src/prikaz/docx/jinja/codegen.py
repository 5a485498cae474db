"""Jinja's compiler, taught to print into XML, to charge for iterations and to name what is missing.

The code it writes calls the methods of a :class:`prikaz.docx.rendering.printer.Printer`,
one for each part of one render, as local names. A plain string thus costs one
call; everything else is looked at only where it occurs.
"""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any, Final, TypeAlias

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_PARAMETER
from jinja2.nodes import EvalContext

from prikaz.docx.compilation.source import PartSource
from prikaz.docx.rendering.missing import SlotUse
from prikaz.docx.rendering.property_filters import PROPERTY_XML_FILTERS

_LOCALS: Final = (
    "text",
    "plain_text",
    "runs",
    "blocks",
    "attribute",
    "item",
    "missing_value",
    "charge",
    "concat",
    "undefined",
    "built",
    "special",
    "styles",
)
#: Code that prints the usual values without calling the method or filter that prints all: what stands before
#: the value, and after it. Most texts are strings without special characters, most cells are not merged.
_SHORTCUTS: Final = {
    "text": ("value if type(value := ", ") is str and special(value) is None"),
    "plain_text": ("value if type(value := ", ") is str and special(value) is None and '\"' not in value"),
    "_twips": ("str(value) if type(value := ", ") is int and 0 <= value < 30_000"),
    "_style": ("styles[value] if type(value := ", ") is str and value in styles"),
    "_colspan": ("'' if (value := ", ") == 1"),
    "_vmerge": ("'' if (value := ", ") == ''"),
}
_Built: TypeAlias = nodes.List | nodes.Tuple | nodes.Dict
_CONSTANTS: Final = (nodes.Const, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)
_MAX_JOINED: Final = 8  # pieces joined at once: more would let a template ask for too much memory
_SIZE_OF_ITERATION: Final = 1_000  # characters of the template that cost as much as an iteration


class PartGenerator(CodeGenerator):
    """Writes the Python code of one part."""

    def __init__(self, environment: Environment, source: PartSource, *, plain: bool) -> None:
        self.code = StringIO()
        super().__init__(environment, None, None, self.code)
        self._plain = plain
        self._source = source
        self._costs: list[int] = []

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  (Jinja's name)
        """Write the whole part; a plain one imports nothing and takes its names from its runtime."""
        if not self._plain:
            super().visit_Template(node, frame)
            return
        self.writeline("def root(context, environment=environment):")
        self.indent()
        self.write_commons()
        frame = Frame(EvalContext(self.environment))
        frame.symbols.analyze_node(node)
        frame.toplevel = frame.rootlevel = True
        self.enter_frame(frame)
        self.pull_dependencies(node.body)
        self.blockvisit(node.body, frame)
        self.leave_frame(frame, with_python_scope=True)
        self.outdent()

    def write_commons(self) -> None:
        """Begin a function: methods of the printer become local names."""
        if self._plain:
            self.writeline("if 0: yield None")
            self.writeline("resolve = context.resolve_or_missing")
        else:
            super().write_commons()
        self.writeline("printer = context.printer")
        for name in _LOCALS:
            self.writeline(f"{name} = printer.{name}")
        self.writeline("cond_expr_undefined = undefined")
        self.writeline("markup_join = str_join = printer.join")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  (Jinja's name)
        """Write a loop; each iteration is charged for, the more the more it prints."""
        size = sum(len(data.data) for data in node.find_all(nodes.TemplateData))
        self._costs.append(1 + size // _SIZE_OF_ITERATION)
        super().visit_For(node, frame)
        self._costs.pop()

    def enter_frame(self, frame: Frame) -> None:
        """Begin a scope; that of a loop begins with the charge for an iteration."""
        if frame.loop_frame:
            self.writeline(f"charge({self._costs[-1]})")
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """Write a name; one that nobody has given becomes a missing value with its place."""
        reference = frame.symbols.ref(node.name)
        if node.ctx == "load" and not self._is_given(reference, frame):
            self.write(f"(missing_value({self._use(node)}) if {reference} is missing else {reference})")
        else:
            super().visit_Name(node, frame)

    def _is_given(self, reference: str, frame: Frame) -> bool:
        """Whether a variable is never missing: that of a loop, an argument of a macro."""
        load = frame.symbols.find_load(reference)
        return (
            load is not None and load[0] == VAR_LOAD_PARAMETER and not self.parameter_is_undeclared(reference)
        )

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write ``order.number``; an item of a variable that is a plain mapping needs no call."""
        if isinstance(node.node, nodes.Name):
            owner = frame.symbols.ref(node.node.name)
            if self._is_given(owner, frame):
                key = repr(node.attr)
                self.write(f"({owner}[{key}] if type({owner}) is dict and {key} in {owner} else ")
                self.write(f"attribute({owner}, {key}, {self._use(node)}))")
                return
        self.write("attribute(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, {self._use(node)})")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write ``clauses[0]``."""
        self.write("item(")
        self.visit(node.node, frame)
        self.write(", ")
        self.visit(node.arg, frame)
        self.write(f", {self._use(node)})")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Write ``[a, b]``; what is built is charged for."""
        self._write_built(node, frame, super().visit_List)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Write ``(a, b)``, or the ``a, b`` of a loop."""
        self._write_built(node, frame, super().visit_Tuple)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Write ``{'a': b}``."""
        self._write_built(node, frame, super().visit_Dict)

    def _write_built(self, node: _Built, frame: Frame, write: Callable[[Any, Frame], None]) -> None:
        if getattr(node, "ctx", "load") != "load" or _is_constant(node):
            write(node, frame)
        else:
            self.write("built(")
            write(node, frame)
            self.write(")")

    def visit_Slice(self, node: nodes.Slice, frame: Frame) -> None:  # noqa: N802
        """Write the ``1:3`` of ``clauses[1:3]``."""
        self.write("slice(")
        for bound in (node.start, node.stop, node.step):
            if bound is None:
                self.write("None")
            else:
                self.visit(bound, frame)
            self.write(", ")
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """Write a filter; those that the engine itself puts around XML are given it as it is."""
        if node.node is None and node.name in PROPERTY_XML_FILTERS:
            with self._filter_test_common(node, frame, is_filter=True):
                self.write(f"concat({frame.buffer})")
        elif node.node is not None and node.name in _SHORTCUTS:
            before, after = _SHORTCUTS[node.name]
            self.write(f"({before}")
            self.visit(node.node, frame)
            self.write(f"{after} else ")
            with self._filter_test_common(node, frame, is_filter=True):
                self.write("value")
            self.write(")")
        else:
            super().visit_Filter(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write what stands between two statements; a few pieces at a time are joined before they go out."""
        if frame.buffer is not None or frame.require_output_check:
            super().visit_Output(node, frame)
            return
        for start in range(0, len(node.nodes), _MAX_JOINED):
            pieces = node.nodes[start : start + _MAX_JOINED]
            self.writeline("yield ''.join((" if len(pieces) > 1 else "yield (")
            self.indent()
            for piece in pieces:
                self.newline(piece)
                self._write_piece(piece, frame)
                self.write("," * (len(pieces) > 1))
            self.outdent()
            self.writeline("))" if len(pieces) > 1 else ")")

    def _write_piece(self, node: nodes.Expr, frame: Frame) -> None:
        finalize = self._make_finalize()
        try:
            constant = self._output_child_to_const(node, frame, finalize)
        except Exception:  # noqa: BLE001  (as Jinja does it: what goes wrong is reported when it is printed)
            self._output_child_pre(node, frame, finalize)
            self.visit(node, frame)
            self._output_child_post(node, frame, finalize)
        else:
            self.write(repr(constant))

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401
        if self._prints_own_xml(node):
            raise nodes.Impossible  # a constant would be escaped
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        if not self._prints_own_xml(node):
            mode = self._mode(node)
            self.write(f"({_SHORTCUTS[mode][0]}" if mode in _SHORTCUTS else f"{mode}(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002
        if not self._prints_own_xml(node):
            mode, use = self._mode(node), self._use(node)
            end = f"{_SHORTCUTS[mode][1]} else {mode}(value, {use}))" if mode in _SHORTCUTS else f", {use})"
            self.write(end)

    def _mode(self, node: nodes.Expr) -> str:
        """How the value of a tag is printed: the name of a method of the printer."""
        return self._source.tag(node.lineno).target.mode

    def _prints_own_xml(self, node: nodes.Expr) -> bool:
        """Whether the engine itself prints XML here: nothing in it is to be escaped."""
        own = self._source.tag(node.lineno).shape is None
        return own and isinstance(node, nodes.Filter) and node.name in PROPERTY_XML_FILTERS

    def _use(self, node: nodes.Expr) -> SlotUse:
        shape = self._source.tag(node.lineno).shape
        return source_name(node) or (shape.body.strip() if shape else ""), node.lineno


def charge_sequences(tree: nodes.Template) -> None:
    """Have iterations charged for that no code of the template shows: a loop's condition, a comparison."""
    for loop in list(tree.find_all(nodes.For)):
        if loop.test is not None:
            loop.iter = _filtered(loop.iter, "_charged")
    for node in list(tree.find_all(nodes.Compare)):
        _charge_comparison(node)


def _charge_comparison(node: nodes.Compare) -> None:
    searches = any(operand.op in {"in", "notin"} for operand in node.ops)
    if not searches and _has_constant(node):
        return  # no more is compared than the constant is long
    node.expr = _filtered(node.expr, "_compared")
    for operand in node.ops:
        operand.expr = _filtered(operand.expr, "_searched" if searches else "_compared")


def _has_constant(node: nodes.Compare) -> bool:
    operands = (node.expr, *(operand.expr for operand in node.ops))
    return any(isinstance(operand, nodes.Const) for operand in operands)


def _filtered(node: nodes.Node, name: str) -> Any:  # noqa: ANN401  (an expression)
    if _is_constant(node):
        return node
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=node.environment)


def _is_constant(node: nodes.Node) -> bool:
    return all(isinstance(each, _CONSTANTS) for each in (node, *node.find_all(nodes.Node)))


def source_name(node: nodes.Node | None) -> str:
    """Name of an expression as the template writes it; "" for what has none.

    >>> source_name(Environment().parse("{{ a.b[0]['в'].lower() }}").find(nodes.Call))
    'a.b[0].в.lower'
    """
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{source_name(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        owner, key = source_name(node.node), node.arg.value
        return f"{owner}.{key}" if isinstance(key, str) else f"{owner}[{key}]"
    if isinstance(node, nodes.Getitem):
        return f"{source_name(node.node)}[…]"
    if isinstance(node, nodes.Call | nodes.Filter):
        return source_name(node.node)
    return ""
