"""Words: their spelling, the dictionary and the guesses, readings of a word and its forms."""
