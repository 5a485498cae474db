"""Errors of Jinja and of Python in the words of a template author."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from prikaz.docx.compilation.limits import MAX_PART_COMPLEXITY, MAX_TAG_COMPLEXITY, TAG_TOO_COMPLEX
from prikaz.docx.compilation.source import WHOLE_PART, PartSource, TagShape
from prikaz.docx.compilation.tags import BLOCKS, PROPERTY_TAGS, STATEMENTS, take_apart
from prikaz.docx.jinja.sandbox import Sandbox, closed
from prikaz.docx.rendering.limits import LIMIT_EXCEEDED
from prikaz.docx.wml.errors import TagError
from prikaz.errors import TemplateFault
from prikaz.findings import FindingKind, Severity

EXPRESSION_UNREADABLE: Final = FindingKind(
    "expression-unreadable", "Выражение в метке не разобрать", Severity.ERROR
)
EXPRESSION_FAILED: Final = FindingKind(
    "expression-failed", "Выражение в метке не вычислить с этими данными", Severity.ERROR
)
FILTER_UNKNOWN: Final = FindingKind("filter-unknown", "Такого фильтра нет", Severity.ERROR)
TEST_UNKNOWN: Final = FindingKind("test-unknown", "Такой проверки нет", Severity.ERROR)


class Diagnosis(NamedTuple):
    """What is wrong with a tag.

    Attributes:
        kind: Kind of the fault.
        message: What is wrong.
        hint: What to do.
    """

    kind: FindingKind
    message: str
    hint: str = ""


_TOO_COMPLEX: Final = Diagnosis(
    TAG_TOO_COMPLEX, "слишком сложна", "разбейте её на несколько меток {% set … %}"
)
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


def diagnose(error: Exception) -> Diagnosis:
    """Say in Russian what an error means.

    >>> diagnose(ZeroDivisionError()).message
    'деление на ноль'
    """
    if isinstance(error, TagError):
        return Diagnosis(error.kind, error.message, error.hint)
    if isinstance(error, TemplateSyntaxError):
        return Diagnosis(EXPRESSION_UNREADABLE, _syntax(str(error.message)), _CHECK)
    if isinstance(error, ZeroDivisionError):
        return Diagnosis(EXPRESSION_FAILED, "деление на ноль", "проверьте числа")
    if isinstance(error, RecursionError):
        hint = "проверьте скобки, макросы и вложенные циклы"
        return Diagnosis(TAG_TOO_COMPLEX, "вложена слишком глубоко", hint)
    if isinstance(error, ValueError) and "digits" in str(error):
        return Diagnosis(LIMIT_EXCEEDED, "слишком большое число", "проверьте число в этой метке")
    message = f"значение не вычислить ({type(error).__name__}: {error})"
    return Diagnosis(EXPRESSION_FAILED, message, "проверьте, те ли данные сюда попадают")


def _syntax(message: str) -> str:
    for pattern, russian in _WORDS:
        if found := re.fullmatch(pattern, message.rstrip(".")):
            return russian.format(*(_ENDS.get(word, word) for word in found.groups()))
    return "выражение не разобрать"


def find_faults(source: PartSource, environment: Sandbox) -> Iterator[TemplateFault]:
    """Find every tag of a part that cannot be read or asks for what does not exist, each by itself."""
    for tag in source.tags:
        shape = tag.shape or take_apart(tag.code)
        if not shape.word or shape.word in STATEMENTS - PROPERTY_TAGS:  # others are faults as statements
            yield from (source.fault(tag, *wrong) for wrong in _wrong(shape, environment))


def _wrong(shape: TagShape, environment: Sandbox) -> tuple[Diagnosis, ...]:
    """What is wrong with a tag by itself."""
    try:
        tree = environment.parse(_alone(shape))
        if max(_complexity(tree).values(), default=0) > MAX_TAG_COMPLEXITY:
            return (_TOO_COMPLEX,)
        return tuple(dict.fromkeys(diagnosis for _, diagnosis in _strangers(tree, environment)))
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
    complexity = _complexity(tree)
    lines = sorted(line for line, each in complexity.items() if each > MAX_TAG_COMPLEXITY)
    yield from (source.fault(source.tag(line), *_TOO_COMPLEX) for line in lines)
    if not lines and complexity.total() > MAX_PART_COMPLEXITY:
        yield too_complex(source)


def too_complex(source: PartSource) -> TemplateFault:
    """The fault of a part whose tags are too complex together."""
    hint = "уменьшите число скобок и вложенных циклов"
    return source.fault(WHOLE_PART, TAG_TOO_COMPLEX, "метки слишком сложны", hint)


def _complexity(tree: nodes.Template) -> Counter[int]:
    """Parts of the expressions of each line, each as often as it stands deep: that is what walking costs."""
    complexity: Counter[int] = Counter()
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, nodes.Expr):
            depth += 1
            complexity[node.lineno] += depth
        waiting.extend((child, depth) for child in node.iter_child_nodes())
    return complexity


def find_unknown(source: PartSource, tree: nodes.Template, environment: Sandbox) -> Iterator[TemplateFault]:
    """Find filters and tests that do not exist, and names that are closed to templates."""
    for line, diagnosis in dict.fromkeys(_strangers(tree, environment)):
        yield source.fault(source.tag(line), *diagnosis)


def _strangers(tree: nodes.Template, environment: Sandbox) -> Iterator[tuple[int, Diagnosis]]:
    """Lines of a tree that ask for what does not exist or is closed."""
    refused: dict[int, Diagnosis] = {}
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.Getattr, nodes.Name)):
        if diagnosis := _unknown(node, environment):
            yield node.lineno, diagnosis
        elif name := _closed(node):
            refused.setdefault(node.lineno, diagnose(closed(name)))
    yield from refused.items()


def _unknown(node: nodes.Node, environment: Sandbox) -> Diagnosis | None:
    if isinstance(node, nodes.Filter) and node.name not in environment.filters:
        hint = _nearest(node.name, environment.filters) or "проверьте имя после «|»"
        return Diagnosis(FILTER_UNKNOWN, f"фильтр «{node.name}» не известен", hint)
    if isinstance(node, nodes.Test) and node.name not in environment.tests:
        hint = _nearest(node.name, environment.tests) or "проверьте имя после «is»"
        return Diagnosis(TEST_UNKNOWN, f"проверка «{node.name}» не известна", hint)
    return None


def _closed(node: nodes.Node) -> str:
    """The name that a node asks for and templates may not see, or ""."""
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return node.attr
    return node.name if isinstance(node, nodes.Name) and node.name in {"self", "super"} else ""


def _nearest(name: str, known: Collection[str]) -> str:
    """Advise the known name that is nearest; "" if none is near."""
    names = sorted(each for each in known if not each.startswith("_"))
    near = difflib.get_close_matches(name, names, 1)
    return f"возможно, «{near[0]}»?" if near else ""
