"""Skeletons of data files: a commented draft of each kind of order, which renders as it is."""

from __future__ import annotations

from importlib import resources

from prikaz.annotations import checked
from prikaz.model import Kind


@checked
def skeleton(kind: Kind) -> str:
    """The skeleton of a kind of order, as YAML with comments in Russian.

    >>> skeleton(Kind.DECISION).count("вид: решение")
    1
    """
    return resources.files(__package__).joinpath(f"{kind.name.lower()}.yaml").read_text(encoding="utf-8")
