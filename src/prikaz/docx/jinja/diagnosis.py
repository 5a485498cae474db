"""Errors of Jinja and of Python in the words of a keeper of templates."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from prikaz.docx.compilation.source import PartSource, TagShape
from prikaz.docx.compilation.tags import BLOCKS, FURNITURE, STATEMENTS, take_apart
from prikaz.docx.jinja.sandbox import Sandbox, closed
from prikaz.docx.rendering.limits import EXPRESSION, EXPRESSIONS
from prikaz.docx.wml.errors import TagError
from prikaz.errors import TemplateFault

_TOO_COMPLEX: Final = ("слишком сложна", "разбейте её на несколько меток {% set … %}")
_CHECK: Final = "проверьте скобки, кавычки и имена"
_ENDS: Final = {
    "end of print statement": "конец метки",
    "end of statement block": "конец метки",
    "end of template": "конец шаблона",
    "name": "имя",
    "string": "строка в кавычках",
    "integer": "число",
    "assign": "=",
}
_WORDS: Final = (
    (r"unexpected char '(.)' at.*", "лишний знак «{0}»"),
    (
        r"expected token 'end of (?:print statement|statement block)', got '(.*)'",
        "лишнее слово или знак «{0}»",
    ),
    (r"expected token 'in', got '(.*)'", "после имени в «for» ожидалось «in», стоит «{0}»"),
    (r"expected token '(.*)', got '(.*)'", "ожидалось «{0}», стоит «{1}»"),
    (r"Expected an expression, got '(.*)'", "нет значения: стоит «{0}»"),
    (r"unexpected '(.*)'", "лишний знак «{0}»"),
    (r"can't assign to '(.*)'", "имя «{0}» нельзя занимать"),
)


def diagnose(error: Exception) -> tuple[str, str]:
    """Say in Russian what an error means.

    Returns:
        What is wrong, and what to do.

    >>> diagnose(ZeroDivisionError())
    ('деление на ноль', 'проверьте числа')
    """
    if isinstance(error, TagError):
        return error.message, error.hint
    if isinstance(error, TemplateSyntaxError):
        return _syntax(str(error.message)), _CHECK
    if isinstance(error, ZeroDivisionError):
        return "деление на ноль", "проверьте числа"
    if isinstance(error, RecursionError):
        return "вложена слишком глубоко", "проверьте скобки, макросы и вложенные циклы"
    if isinstance(error, ValueError) and "digits" in str(error):
        return "слишком большое число", "проверьте число в этой метке"
    return f"значение не вычислить ({type(error).__name__}: {error})", "проверьте, те ли данные сюда попадают"


def _syntax(message: str) -> str:
    for pattern, told in _WORDS:
        if found := re.fullmatch(pattern, message.rstrip(".")):
            return told.format(*(_ENDS.get(word, word) for word in found.groups()))
    return "выражение не разобрать"


def find_faults(source: PartSource, environment: Sandbox) -> Iterator[TemplateFault]:
    """Find every tag of a part that cannot be read or asks for what does not exist, each by itself."""
    for tag in source.tags:
        shape = tag.shape or take_apart(tag.code)
        if not shape.word or shape.word in STATEMENTS - FURNITURE:  # others have been told as statements
            yield from (source.fault(tag, *told) for told in _wrong(shape, environment))


def _wrong(shape: TagShape, environment: Sandbox) -> tuple[tuple[str, str], ...]:
    """What is wrong with a tag, and what to do."""
    try:
        tree = environment.parse(_alone(shape))
        if max(_weights(tree).values(), default=0) > EXPRESSION:
            return (_TOO_COMPLEX,)
        return tuple(dict.fromkeys(told for _, told in _strangers(tree, environment)))
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        return (diagnose(error),)


def _alone(shape: TagShape) -> str:
    """Complete a tag so that it can be read without the others."""
    tag = f"{shape.opener} {shape.body} " + ("}}" if shape.opener == "{{" else "%}")
    word = shape.word
    if word in {"elif", "else"} or word.startswith("end"):
        return f"{{% if {shape.rest} %}}{{% endif %}}" if word == "elif" else ""
    return f"{tag}{{% end{word} %}}" if word in BLOCKS and not (word == "set" and "=" in shape.rest) else tag


def find_complex(source: PartSource, tree: nodes.Template) -> Iterator[TemplateFault]:
    """Find tags that are too complex to be compiled in good time."""
    weights = _weights(tree)
    heavy = [line for line, weight in weights.items() if weight > EXPRESSION]
    yield from (source.fault(source.tag(line), *_TOO_COMPLEX) for line in sorted(heavy))
    if not heavy and weights.total() > EXPRESSIONS:
        yield too_complex(source)


def too_complex(source: PartSource) -> TemplateFault:
    """Blame a whole part."""
    return TemplateFault(
        part=source.title, message="метки слишком сложны", hint="уменьшите число скобок и вложенных циклов"
    )


def _weights(tree: nodes.Template) -> Counter[int]:
    """Parts of the expressions of each line, each as often as it stands deep: that is what walking costs."""
    weights: Counter[int] = Counter()
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, nodes.Expr):
            depth += 1
            weights[node.lineno] += depth
        waiting.extend((child, depth) for child in node.iter_child_nodes())
    return weights


def find_unknown(source: PartSource, tree: nodes.Template, environment: Sandbox) -> Iterator[TemplateFault]:
    """Find filters and tests that do not exist, and names that are closed to templates."""
    for line, told in dict.fromkeys(_strangers(tree, environment)):
        yield source.fault(source.tag(line), *told)


def _strangers(tree: nodes.Template, environment: Sandbox) -> Iterator[tuple[int, tuple[str, str]]]:
    """Lines of a tree that ask for what does not exist or is closed: what is wrong, and what to do."""
    shut: dict[int, tuple[str, str]] = {}
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.Getattr, nodes.Name)):
        if told := _unknown(node, environment):
            yield node.lineno, told
        elif name := _closed(node):
            refusal = closed(name)
            shut.setdefault(node.lineno, (refusal.message, refusal.hint))
    yield from shut.items()


def _unknown(node: nodes.Node, environment: Sandbox) -> tuple[str, str] | None:
    if isinstance(node, nodes.Filter):
        told = f"фильтр «{node.name}» не известен", "проверьте имя после «|»"
        return _absent(node.name, environment.filters, *told)
    if isinstance(node, nodes.Test):
        told = f"проверка «{node.name}» не известна", "проверьте имя после «is»"
        return _absent(node.name, environment.tests, *told)
    return None


def _closed(node: nodes.Node) -> str:
    """The name that a node asks for and templates may not see, or ""."""
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return node.attr
    return node.name if isinstance(node, nodes.Name) and node.name in {"self", "super"} else ""


def _absent(name: str, known: Collection[str], message: str, hint: str) -> tuple[str, str] | None:
    if name in known:
        return None
    names = sorted(each for each in known if not each.startswith("_"))
    near = difflib.get_close_matches(name, names, 1)
    return message, f"может быть, «{near[0]}»?" if near else hint
