"""Write the ``Attributes:`` of the classes of the model from their terms: part of ``scripts.build_docs``.

``help(Order)`` and an editor thus tell each field with its type and meaning, in the words of
the glossary; nobody types them twice.
"""

from __future__ import annotations

import ast
import importlib
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

from prikaz.model.terms import Term, terms

MODEL: Final = Path(__file__).parent.parent / "src" / "prikaz" / "model"
_TITLE: Final = "Attributes:"
#: What stands behind the attributes in a docstring.
_AFTER: Final = ("Raises:", ">>> ")
_INDENT: Final = " " * 4
_WIDTH: Final = 110


def written() -> dict[Path, str]:
    """The modules of the model as they ought to be, by their paths."""
    return {path: _module(path) for path in sorted(MODEL.rglob("*.py"))}


def _module(path: Path) -> str:
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    module = importlib.import_module(_name(path))
    for node in reversed([node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]):
        cls = getattr(module, node.name)
        if attrs.has(cls) and terms(cls) and ast.get_docstring(node, clean=False):
            docstring = node.body[0]
            start, end = docstring.lineno - 1, docstring.end_lineno or docstring.lineno
            lines[start:end] = [f'{_INDENT}"""{_docstring(node, terms(cls))}"""\n']
    return "".join(lines)


def _name(path: Path) -> str:
    parts = path.relative_to(MODEL.parent.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _docstring(node: ast.ClassDef, known: Mapping[str, Term]) -> str:
    """The docstring of a class with its attributes before what it raises and before its examples."""
    paragraphs = (ast.get_docstring(node, clean=False) or "").rstrip().split("\n\n")
    kept = [paragraph for paragraph in paragraphs if not paragraph.strip().startswith(_TITLE)]
    places = [number for number, text in enumerate(kept) if text.strip().startswith(_AFTER)]
    at = places[0] if places else len(kept)
    section = "\n".join([f"{_INDENT}{_TITLE}", *_lines(node, known)])
    return "\n\n".join([*kept[:at], section, *kept[at:]]) + f"\n{_INDENT}"


def _meaning(term: Term) -> str:
    """The Russian name of a field and what it holds, unless that begins with the name itself."""
    known = term.about.casefold().startswith(term.name.casefold())
    return term.about if known else f"{term.name}. {term.about}"


def _lines(node: ast.ClassDef, known: Mapping[str, Term]) -> Iterator[str]:
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.target.id in known:
            term = known[item.target.id]
            line = f"{item.target.id} ({ast.unparse(item.annotation)}): {_meaning(term)}."
            yield textwrap.fill(
                line,
                _WIDTH,
                initial_indent=_INDENT * 2,
                subsequent_indent=_INDENT * 3,
                break_long_words=False,
                break_on_hyphens=False,
            )
