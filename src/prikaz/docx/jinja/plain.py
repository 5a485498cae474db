"""Which parts of templates run without Jinja, on :mod:`prikaz.docx.rendering.plain_runtime`."""

from __future__ import annotations

from typing import Final

from jinja2 import nodes

from prikaz.docx.jinja.sandbox import Sandbox
from prikaz.docx.rendering.printer import LOOP_ATTRIBUTES
from prikaz.docx.rendering.property_filters import PROPERTY_XML_FILTERS

_PLAIN: Final = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.Dict,
    nodes.Pair,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
    nodes.For,
    nodes.Filter,
    nodes.FilterBlock,
    nodes.Keyword,
)


def is_plain(tree: nodes.Template, environment: Sandbox) -> bool:
    """Whether a part asks for nothing but values, conditions, loops and filters of the engine.

    >>> environment = Sandbox({})
    >>> [is_plain(environment.parse(text), environment) for text in ("{{ номер }}", "{{ номер|upper }}")]
    [True, False]
    """
    counting = {id(node.node) for node in tree.find_all(nodes.Getattr) if node.attr in LOOP_ATTRIBUTES}
    return all(
        _is_plain(node, environment) and (not _is_loop(node) or id(node) in counting)
        for node in tree.find_all(nodes.Node)
    )


def _is_loop(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "loop"


def _is_plain(node: nodes.Node, environment: Sandbox) -> bool:
    match node:
        case nodes.Name():
            return node.name not in environment.globals
        case nodes.Filter():
            on_value = node.node is not None or node.name in PROPERTY_XML_FILTERS
            return on_value and node.name in environment.plain_filters
        case nodes.For():
            return node.test is None and not node.recursive
        case nodes.CondExpr():
            return node.expr2 is not None
    return isinstance(node, _PLAIN)
