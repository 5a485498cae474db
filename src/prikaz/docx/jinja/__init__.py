"""All that knows the inside of Jinja: its compiler, its sandbox, and its errors in Russian."""
