"""What the styles of the built-in templates say of the lines of a text (стили)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from prikaz.model import Alignment
from prikaz.reader.paper import Line, Role
from prikaz.reader.source_text import SourceText


class TextStyle(NamedTuple):
    """A style of the text of a document or of an annex.

    Attributes:
        name: Its name in Word, by which a view names it.
        role: What its lines are.
        alignment: How they stand.
        is_heading: Whether it is that of titles of sections.
        is_apart: Whether its lines belong to no clause above them.
    """

    name: str
    role: Role
    alignment: Alignment = Alignment.JUSTIFIED
    is_heading: bool = False
    is_apart: bool = False


#: Styles of a text by their ids.
TEXT_STYLES: Final[Mapping[str, TextStyle]] = {
    **{f"Clause{level}": TextStyle(f"Пункт {level}", Role.CLAUSE) for level in range(1, 5)},
    "ClauseParagraph": TextStyle("Абзац пункта", Role.CLAUSE),
    "ClauseSection": TextStyle("Раздел положения", Role.CLAUSE, is_heading=True),
    "ListItem": TextStyle("Перечисление", Role.CLAUSE),
    "BracketItem": TextStyle("Подпункт со скобкой", Role.CLAUSE),
    "LetterItem": TextStyle("Подпункт с буквой", Role.CLAUSE),
    "RomanSection": TextStyle("Раздел с римской цифрой", Role.CLAUSE),
    "Chapter": TextStyle("Глава", Role.CLAUSE),
    "Article": TextStyle("Статья", Role.CLAUSE),
    "AnnexText": TextStyle("Текст приложения", Role.PARAGRAPH, is_apart=True),
    "TextLeft": TextStyle("Текст слева", Role.PARAGRAPH, Alignment.LEFT),
    "TextCentred": TextStyle("Текст по центру", Role.PARAGRAPH, Alignment.CENTRED),
    "TextRight": TextStyle("Текст справа", Role.PARAGRAPH, Alignment.RIGHT),
    "AnnexSubtitle": TextStyle("Подзаголовок приложения", Role.SUBHEADING),
}
_BY_NAME: Final = {style.name: style for style in TEXT_STYLES.values()}
#: Styles of cells whose lines stand otherwise than usual.
_CELLS: Final = {
    "Шапка таблицы": Alignment.CENTRED,
    "Раздел таблицы": Alignment.CENTRED,
    "Ячейка по центру": Alignment.CENTRED,
    "Ячейка справа": Alignment.RIGHT,
}


def text_line(style: str, text: SourceText, number: str = "") -> Line:
    """A line of a text by its style, whose id or name is given."""
    found = TEXT_STYLES.get(style) or _BY_NAME[style]
    return Line(
        found.role,
        text,
        number=number,
        is_heading=found.is_heading,
        alignment=found.alignment,
        is_apart=found.is_apart,
    )


def cell_alignment(style: str) -> Alignment | None:
    """How a cell stands by its style; None as usual."""
    return _CELLS.get(style)
