"""Stamps of approval: one upper right, several in a row without borders."""

from __future__ import annotations

from prikaz.masters.builder.conditions import choice, each, turned, when
from prikaz.masters.builder.markup import paragraph, run
from prikaz.masters.builder.tables import in_row, row_table


def stamps(name: str, landscape: str) -> str:
    """The stamps that the variable ``name`` holds; ``landscape`` is the condition of a landscape sheet."""
    alone = turned("Гриф утверждения", landscape)
    one = each(
        "гриф",
        f"{name}.грифы",
        paragraph("ApprovalStamp", alone, run("{{ гриф.слово }}")),
        each("строка", "гриф.строки", paragraph("ApprovalStamp", alone, run("{{ строка }}"))),
    )
    word = paragraph("StampInRow", in_row("гриф", name), run("{{ гриф.слово }}"))
    lines = each("строка", "гриф.строки", paragraph("StampInRow", run("{{ строка }}")))
    row = row_table("гриф", name, "грифы", word + lines)
    return when(name, choice({f"{name}.в_ряд": row + paragraph("AfterTable"), "": one}))
