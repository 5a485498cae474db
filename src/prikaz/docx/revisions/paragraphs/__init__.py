"""Whole paragraphs that come and go."""
