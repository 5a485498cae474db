"""The master templates of prikaz, made from data: see :mod:`scripts.build_templates`."""
