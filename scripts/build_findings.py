"""Write docs/findings.md, all kinds of findings: part of ``scripts.build_docs``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from prikaz.findings import FindingKind
from prikaz.service.kinds import declared_kinds

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
    "libreoffice": "Перевод в PDF",
    "masters": "Шаблон и документ Word",
    "model": "Ссылки, падежи, грифы",
    "opc": "Файлы",
    "rollover": "Перенос на новый год",
    "service": "Команды",
    "sheets": "Таблицы Excel и csv",
    "writer": "Таблицы документа и шаблон",
}


def page() -> str:
    """The whole page."""
    return "\n".join([_TITLE, *_tables()]) + "\n"


def _tables() -> Iterator[str]:
    placed = sorted((_ROOMS[module.split(".")[1]], kind) for module, kind in declared_kinds())
    for title, kinds in groupby(placed, key=itemgetter(0)):
        yield f"## {title}\n\n| код | важность | что сказано | источник |\n|---|---|---|---|"
        yield from (_row(kind) for _, kind in kinds)
        yield ""


def _row(kind: FindingKind) -> str:
    return f"| `{kind.code}` | {kind.severity.value} | {kind.title} | {kind.source} |"
