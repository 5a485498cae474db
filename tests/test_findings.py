"""Every finding is of a kind that is declared once, and every kind is used."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from prikaz.findings import FindingKind, Severity
from prikaz.service.kinds import declared_kinds

SOURCES = Path(__file__).parent.parent / "src" / "prikaz"
KINDS = [kind for _, kind in declared_kinds()]
#: What takes a code, by its class: the module that may write one down itself.
WITH_CODES = {"Finding": "findings", "DataFault": "", "TemplateFault": "", "Entry": ""}


def constants() -> dict[str, str]:
    """Names of the constants that hold kinds, with the module that declares each."""
    found = {}
    for path in SOURCES.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="FindingKind"))):
                    found[name] = path.stem
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.Call(func=ast.Name(id="FindingKind"))):
                    found[name] = path.stem
    return found


def test_there_are_kinds() -> None:
    assert len(KINDS) > 60


def test_no_code_is_declared_twice() -> None:
    counts = Counter(kind.code for kind in KINDS)
    assert {code: count for code, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_explains_itself(kind: FindingKind) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", kind.code)
    assert kind.title[0].isupper()
    assert not kind.title.endswith(".")
    assert isinstance(kind.severity, Severity)


def test_no_code_is_used_that_is_not_declared() -> None:
    """A finding or fault takes its code from a kind: nobody writes one down where it is made."""
    written = [
        f"{path.relative_to(SOURCES)}:{node.lineno}"
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and path.stem != WITH_CODES.get(node.func.id, path.stem)
        and any(word.arg == "code" and isinstance(word.value, ast.Constant) for word in node.keywords)
    ]
    assert written == []


def test_no_kind_is_declared_and_not_used() -> None:
    texts = [path.read_text("utf-8") for path in SOURCES.rglob("*.py")]
    unused = [
        name for name in constants() if sum(len(re.findall(rf"\b{name}\b", text)) for text in texts) < 2
    ]
    assert unused == []


def test_every_declared_kind_is_a_constant_of_a_module() -> None:
    assert len(constants()) == len(KINDS)
