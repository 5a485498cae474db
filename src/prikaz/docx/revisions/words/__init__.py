"""Changes of words inside a paragraph."""
