"""Tables: what stands over a cell and makes a year of its number, and columns by year."""
