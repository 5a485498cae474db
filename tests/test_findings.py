"""Every finding is of a kind that is declared once, and every kind is used."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from prikaz.findings import FindingKind, Severity
from scripts.build_findings import declared_kinds

SOURCES = Path(__file__).parent.parent / "src" / "prikaz"
MODULES = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES.rglob("*.py")}
DECLARED = [*declared_kinds()]
KINDS = [kind for _, _, kind in DECLARED]
CODES = {kind.code for kind in KINDS}
#: Classes that carry a code.
WITH_CODES = {"Finding", "DataFault", "TemplateFault", "Fault", "Entry"}


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Calls of a module, with the names of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def test_there_are_kinds() -> None:
    assert len(KINDS) > 100


def test_no_code_is_declared_twice() -> None:
    counts = Counter(kind.code for kind in KINDS)
    assert {code: count for code, count in counts.items() if count > 1} == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_explains_itself(kind: FindingKind) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", kind.code)
    assert kind.title[0].isupper()
    assert not kind.title.endswith(".")
    assert isinstance(kind.severity, Severity)


def test_whatever_carries_a_code_takes_it_from_a_kind() -> None:
    """It is given one, and it is not written down where the finding is made."""
    wrong = [
        f"{path.relative_to(SOURCES)}:{call.lineno}"
        for path, tree in MODULES.items()
        for name, call in calls(tree)
        if name in WITH_CODES
        and not any(
            word.arg is None or (word.arg == "code" and not isinstance(word.value, ast.Constant))
            for word in call.keywords
        )
    ]
    assert wrong == []


def test_no_code_stands_in_the_code_but_where_it_is_declared() -> None:
    literals = [
        f"{path.relative_to(SOURCES)}:{node.lineno}: {node.value}"
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in CODES
    ]
    assert len(literals) == len(KINDS), sorted(literals)


def test_every_kind_is_a_constant_of_a_module() -> None:
    made = sum(name == "FindingKind" for tree in MODULES.values() for name, _ in calls(tree))
    assert made == len(KINDS)


def test_no_kind_is_declared_and_not_used() -> None:
    loaded = {
        node.id
        for tree in MODULES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert sorted({name for _, name, _ in DECLARED} - loaded) == []
