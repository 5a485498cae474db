"""An order rolled to a new year: what a clerk may choose, the new order, its files."""
