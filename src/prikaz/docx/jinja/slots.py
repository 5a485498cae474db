"""Names of the values that a template needs, found from its tags alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

_OWN = frozenset({"loop", "range", "dict", "namespace", "cycler", "joiner", "caller", "varargs", "kwargs"})


def find_slots(tree: nodes.Template) -> Iterator[str]:
    """Find the values that a template asks for, nested as they are used.

    The items of a list are named ``приложения[].заголовок``. A name that is a part
    of a longer one is not given by itself.

    >>> from jinja2 import Environment
    >>> tree = Environment().parse("{{ номер }}{% for п in пункты %}{{ п.текст }}{% endfor %}")
    >>> list(find_slots(tree))
    ['номер', 'пункты[].текст']
    """
    found = list(dict.fromkeys(_visit(tree, {})))
    for slot in found:
        if not any(other.startswith((f"{slot}.", f"{slot}[]")) for other in found):
            yield slot


def _visit(node: nodes.Node, names: Mapping[str, str]) -> Iterator[str]:
    """Find the values under ``node``; ``names`` are those of the template itself, "" for what it has made."""
    if isinstance(node, nodes.For):
        yield from _visit_for(node, names)
        return
    if isinstance(node, nodes.Macro | nodes.CallBlock):
        names = {**names, **{argument.name: "" for argument in node.args}}
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        path = _path(node, names)
        if path:
            yield path
    inner = dict(names)
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.Getattr) and _path(node, names):
            break
        yield from _visit(child, inner)
        inner |= _made(child)


def _visit_for(node: nodes.For, names: Mapping[str, str]) -> Iterator[str]:
    yield from _visit(node.iter, names)
    path = _path(node.iter, names)
    inner = {**names, **_targets(node.target, f"{path}[]" if path else "")}
    if path:
        yield f"{path}[]"
    for child in (*([node.test] if node.test else []), *node.body, *node.else_):
        yield from _visit(child, inner)
        inner |= _made(child)


def _made(node: nodes.Node) -> dict[str, str]:
    """Names that a statement makes for those after it."""
    if isinstance(node, nodes.Assign | nodes.AssignBlock):
        return _targets(node.target, "")
    return {node.name: ""} if isinstance(node, nodes.Macro) else {}


def _targets(target: nodes.Node, path: str) -> dict[str, str]:
    if isinstance(target, nodes.Name):
        return {target.name: path}
    return {name.name: "" for name in target.find_all(nodes.Name)}


def _path(node: nodes.Node, names: Mapping[str, str]) -> str:
    """Path of a value; "" for what the template has made itself."""
    if isinstance(node, nodes.Name):
        if node.ctx != "load" or node.name in _OWN or node.name.startswith("_"):
            return ""
        return names.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node, names)
        return f"{owner}.{node.attr}" if owner else ""
    if isinstance(node, nodes.Getitem):
        owner = _path(node.node, names)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return (f"{owner}.{key}" if isinstance(key, str) else f"{owner}[]") if owner else ""
    return _path(node.node, names) if isinstance(node, nodes.Filter) and node.node else ""
