"""Labelled lines made an order (сборка)."""

from prikaz.reader.assembly.assembling import assemble
from prikaz.reader.assembly.collecting import Assembled

__all__ = ["Assembled", "assemble"]
