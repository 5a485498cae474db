"""YAML and JSON in, as nodes with places; what is mistyped is explained."""
