"""document.xml of the short reports: what was changed in an order, and what differs in two."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.markup import paragraph, part, run, tag_line, w
from prikaz.masters.builder.page import order_section
from prikaz.masters.builder.tables import SheetColumn, sheet_table

_PLACE: Final = SheetColumn("Место", 50.0, "{{ строка.место }}")

#: The tables of each report: name of the list in the view, title, columns.
_TABLES: Final[dict[str, tuple[tuple[str, str, tuple[SheetColumn, ...]], ...]]] = {
    "изменения": (
        (
            "изменения",
            "Изменено",
            (
                _PLACE,
                SheetColumn("Было", 37.0, "{{ строка.было }}"),
                SheetColumn("Стало", 37.0, "{{ строка.стало }}"),
                SheetColumn("Почему", 46.0, "{{ строка.почему }}"),
            ),
        ),
        (
            "вопросы",
            "Решить человеку",
            (
                _PLACE,
                SheetColumn("О чём", 37.0, "{{ строка.слова }}"),
                SheetColumn("Что решить", 45.0, "{{ строка.что }}"),
                SheetColumn("Почему", 38.0, "{{ строка.почему }}"),
            ),
        ),
        (
            "оставлено",
            "Оставлено без изменений",
            (
                _PLACE,
                SheetColumn("Что оставлено", 70.0, "{{ строка.слова }}"),
                SheetColumn("Почему", 50.0, "{{ строка.почему }}"),
            ),
        ),
    ),
    "различия": (
        (
            "различия",
            "Различия",
            (
                SheetColumn("Что", 28.0, "{{ строка.что }}"),
                SheetColumn("Место", 42.0, "{{ строка.место }}"),
                SheetColumn("Было", 50.0, "{{ строка.было }}"),
                SheetColumn("Стало", 50.0, "{{ строка.стало }}"),
            ),
        ),
    ),
}


def report(name: str) -> str:
    """The whole part of a report; a table without rows is left out with its title."""
    tables = (
        tag_line(f"{{%p if {rows} %}}")
        + paragraph("SheetTitle", run(title))
        + sheet_table(f"строка in {rows}", columns)
        + tag_line("{%p endif %}")
        for rows, title, columns in _TABLES[name]
    )
    head = paragraph("Kind", run("{{ вид }}")) + paragraph("HeadingCentred", run("{{ заголовок }}"))
    end = paragraph("SectionEnd")
    return part("document", w("body", head, *tables, end, order_section()))
