"""A joint act: letterheads and signatures of its bodies side by side, without borders."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.conditions import each, when
from prikaz.masters.builder.markup import paragraph, run
from prikaz.masters.builder.style import StyleDefinition
from prikaz.masters.builder.tables import in_row, row_table

STYLES: Final = (
    StyleDefinition(id="LetterheadInRow", name="Бланк в ряду", parent="Letterhead", size=12),
    StyleDefinition(
        id="SignatureInRow", name="Подпись в ряду", before=42, after=12, keep_next=True, keep_lines=True
    ),
    StyleDefinition(id="NameInRow", name="Имя в ряду", keep_lines=True),
)


def letterheads() -> str:
    """The letterheads of all bodies."""
    line = paragraph("LetterheadInRow", in_row("бланк_органа", "органы"), run("{{ строка }}"))
    row = row_table("бланк_органа", "органы", "бланки", each("строка", "бланк_органа.строки", line))
    return row + paragraph("AfterTable")


def signatures() -> str:
    """Positions side by side, places for signatures and names below them."""
    measured = in_row("подпись", "подписи_в_ряд")
    position = paragraph("SignatureInRow", measured, run("{{ подпись.должность }}"))
    name = paragraph("NameInRow", run("________ {{ подпись.имя }}"))
    seal = when("подпись.печать", paragraph("Seal", run("М.П.")))
    row = row_table("подпись", "подписи_в_ряд", "лица", position + name + seal)
    return row + paragraph("AfterTable")
