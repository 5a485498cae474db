"""Deadlines (сроки): their kinds, their grammar, reading them."""
