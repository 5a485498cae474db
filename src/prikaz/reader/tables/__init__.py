"""Tables by what they hold (таблицы): of a grid a block of an order, with the places of its fields."""

from prikaz.reader.tables.content_grid import is_layout, to_grid
from prikaz.reader.tables.outcome import ReadTable, TableBlock
from prikaz.reader.tables.reading import read_table

__all__ = ["ReadTable", "TableBlock", "is_layout", "read_table", "to_grid"]
