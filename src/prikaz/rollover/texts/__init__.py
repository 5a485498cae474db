"""Texts: what becomes of each time in them, and what else is said anew each year."""
