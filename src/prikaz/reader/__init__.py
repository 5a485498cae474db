"""From a Word file back to an order (чтение)."""

from prikaz.reader.reading import read

__all__ = ["read"]
