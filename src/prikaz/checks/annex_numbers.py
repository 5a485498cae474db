"""Numbers of annexes that an author has given (номера приложений): holes, and one number twice."""

from __future__ import annotations

from collections.abc import Iterator

from prikaz.checks.context import CheckContext
from prikaz.findings import Finding, FindingKind, Path
from prikaz.model.resolution.numbering import number_annexes

ANNEX_NUMBER_MISSING = FindingKind("annex-number-missing", "В номерах приложений есть пропуск")
ANNEX_NUMBER_REPEATED = FindingKind("annex-number-repeated", "Два приложения с одним номером")


def annex_numbers(context: CheckContext) -> Iterator[Finding]:
    """Annexes 1 and 3 without 2: a document that exists must be writable, and its reader is told."""
    if not any(annex.number and not annex.act for annex in context.order.annexes):
        return
    groups: dict[Path, list[tuple[int, Path]]] = {}
    for numbered in number_annexes(context.order):
        groups.setdefault(numbered.path[:-2], []).append((numbered.number or 1, numbered.path))
    for listed in groups.values():
        yield from _of_list(listed)


def _of_list(listed: list[tuple[int, Path]]) -> Iterator[Finding]:
    before = 0
    seen: set[int] = set()
    for number, path in listed:
        where = (*path, "номер")
        if number in seen:
            yield ANNEX_NUMBER_REPEATED.finding(f"приложение № {number} уже есть", "исправьте номер", where)
        elif number > before + 1:
            message = f"перед приложением № {number} нет приложения № {before + 1}"
            yield ANNEX_NUMBER_MISSING.finding(message, "проверьте, не потеряно ли оно", where)
        seen.add(number)
        before = max(before, number)
