"""Numbers: in words, ordinal, with what they count."""
