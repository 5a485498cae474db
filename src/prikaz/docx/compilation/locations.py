"""Places of a document in the words of a person: «абзац 4», «таблица 1, строка 2, ячейка 3»."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from prikaz.docx.wml.names import w


class Locations:
    """Places of the paragraphs of one part; asked before anything in it moves."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root

    def of(self, paragraph: etree._Element) -> str:
        """Say where ``paragraph`` stands: its number among paragraphs outside tables, or its cell."""
        cells = list(paragraph.iterancestors(w("tc")))
        if not cells:
            return f"абзац {self._paragraphs.get(paragraph, 1)}"
        return ", ".join(self._cell(cell) for cell in reversed(cells))

    def _cell(self, cell: etree._Element) -> str:
        row = next(cell.iterancestors(w("tr")))
        table = next(row.iterancestors(w("tbl")))
        return f"таблица {self._table(table)}, строка {_number(row, table)}, ячейка {_number(cell, row)}"

    def _table(self, table: etree._Element) -> int:
        outer = next(table.iterancestors(w("tc")), None)
        return self._tables[table] if outer is None else _number(table, outer)

    @cached_property
    def _paragraphs(self) -> dict[etree._Element, int]:
        return _outside_tables(self._root, "p")

    @cached_property
    def _tables(self) -> dict[etree._Element, int]:
        return _outside_tables(self._root, "tbl")


def _outside_tables(root: etree._Element, name: str) -> dict[etree._Element, int]:
    outside = (item for item in root.iter(w(name)) if next(item.iterancestors(w("tc")), None) is None)
    return {item: number for number, item in enumerate(outside, 1)}


def _number(item: etree._Element, owner: etree._Element) -> int:
    """Count ``item`` among its like right in ``owner``, whatever content controls stand between."""
    alike = (other for other in owner.iter(item.tag) if _owner(other, owner) is owner)
    return next(number for number, other in enumerate(alike, 1) if other is item)


def _owner(item: etree._Element, owner: etree._Element) -> etree._Element | None:
    return next(item.iterancestors(owner.tag), None)
