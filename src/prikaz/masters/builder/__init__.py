"""How the built-in templates are made: data and small functions, the same sources give the same bytes."""
