"""The built-in templates (masters): found by name, laid out as an office wants them; built by ``builder``."""

from prikaz.masters.loading import master, report, templates

__all__ = ["master", "report", "templates"]
