"""The built-in templates (masters): found by name, laid out as an office wants them."""
