"""Totals that are typed (итоги): a cheap look for them; few orders have any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from prikaz.checks.context import CheckContext
from prikaz.findings import Finding

_TOTALS: Final = frozenset({"итого", "всего"})


def totals(context: CheckContext) -> Iterator[Finding]:
    """Rows of tables that begin with «Итого» or «Всего» and do not add up."""
    if not any(text[:5].lower() in _TOTALS for text in context.texts):
        return
    from prikaz.checks.typed_totals import wrong_totals  # noqa: PLC0415 (reads heads and amounts)

    for path, block in context.blocks:
        yield from wrong_totals(path, block)
