"""Rows and columns of tables that come and go."""
