"""From a Word file back to an order (чтение)."""
