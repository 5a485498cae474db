"""From the tree of a part to source text with tags: where each tag stands and what Word needs round it."""
