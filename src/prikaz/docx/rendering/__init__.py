"""Documents printed: from compiled code and values to the parts of a package, with or without Jinja."""
