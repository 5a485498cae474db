"""Changes of an order as recorded changes of the Word file that it was read out of (правка файла Word)."""
