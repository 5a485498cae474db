"""Words: cases, spelling, the dictionary and what is found in it."""
