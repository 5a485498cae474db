"""Deadlines (сроки): their kinds, their grammar, reading them and moving them to another year."""
