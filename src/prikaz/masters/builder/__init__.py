"""How the built-in templates are made: data and small functions, the same sources give the same bytes."""

from prikaz.masters.builder.building import build_masters, build_reports

__all__ = ["build_masters", "build_reports"]
