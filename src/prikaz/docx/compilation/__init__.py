"""Templates read: from the XML of a part to source for Jinja, each tag with its place in the document."""
