"""Workbooks and csv as grids of what Excel shows, with what is wrong or doubtful in them."""
