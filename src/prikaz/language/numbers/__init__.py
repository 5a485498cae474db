"""Numbers: in words, and with the nouns that they count."""
