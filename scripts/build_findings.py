"""Write docs/findings.md, all kinds of findings: part of ``scripts.build_docs``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from prikaz.findings import FindingKind

_SOURCES: Final = Path(__file__).parent.parent / "src"

_TITLE: Final = """\
# Замечания и ошибки

Всё, о чём программа может сообщить. Код стоит в выводе `--json`; с ошибкой документ не делается,
с предупреждением и советом делается. Страница собрана из самой программы: `python -m scripts.build_docs`.
"""
#: What a package finds faults in.
_ROOMS: Final = {
    "batch": "Пакет документов",
    "checks": "Содержание документа",
    "docx": "Шаблон и документ Word",
    "encodings": "Файлы",
    "files": "Файл данных",
    "masters": "Шаблон и документ Word",
    "model": "Ссылки, падежи, грифы",
    "opc": "Файлы",
    "rollover": "Перенос на новый год",
    "service": "Команды",
    "sheets": "Таблицы Excel и csv",
    "writer": "Таблицы документа и шаблон",
}


def declared_kinds() -> Iterator[tuple[str, str, FindingKind]]:
    """Every kind of finding: the module that declares it, the constant that holds it, and the kind."""
    for path in sorted((_SOURCES / "prikaz").rglob("*.py")):
        for name in _constants(ast.parse(path.read_text("utf-8"))):
            module = ".".join(path.relative_to(_SOURCES).with_suffix("").parts)
            yield module, name, getattr(import_module(module), name)


def _constants(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="FindingKind"))):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Call(func=ast.Name(id="FindingKind"))):
                yield name


def page() -> str:
    """The whole page."""
    return "\n".join([_TITLE, *_tables()]) + "\n"


def _tables() -> Iterator[str]:
    placed = sorted((_ROOMS[module.split(".")[1]], kind) for module, _, kind in declared_kinds())
    for title, kinds in groupby(placed, key=itemgetter(0)):
        yield f"## {title}\n\n| код | важность | что сказано | источник |\n|---|---|---|---|"
        yield from (_row(kind) for _, kind in kinds)
        yield ""


def _row(kind: FindingKind) -> str:
    return f"| `{kind.code}` | {kind.severity.value} | {kind.title} | {kind.source} |"
