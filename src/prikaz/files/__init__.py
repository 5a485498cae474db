"""Data files in and out: an order as YAML or JSON with Russian keys, rules of an office as TOML.

Reads what a clerk typed and tells everything that is wrong with it at once,
each with its place. What an order means is the business of
:mod:`prikaz.model`; how it looks, of the writer. Names are loaded when they
are asked for: who reads a file does not wait for what writes one.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.files.draft import Draft, from_dict, load, open  # noqa: A004 (read as files.open)
    from prikaz.files.emit import dump
    from prikaz.files.glossaries import glossary
    from prikaz.files.nodes import Place
    from prikaz.files.revision import Revision, revise
    from prikaz.files.rules import load_rules
    from prikaz.files.schemas import schema
    from prikaz.files.skeletons import skeleton
    from prikaz.files.unstructure import to_dict

_HOMES = {
    "Draft": "draft",
    "Place": "nodes",
    "Revision": "revision",
    "dump": "emit",
    "from_dict": "draft",
    "glossary": "glossaries",
    "load": "draft",
    "load_rules": "rules",
    "open": "draft",
    "revise": "revision",
    "schema": "schemas",
    "skeleton": "skeletons",
    "to_dict": "unstructure",
}

__all__ = [
    "Draft",
    "Place",
    "Revision",
    "dump",
    "from_dict",
    "glossary",
    "load",
    "load_rules",
    "open",
    "revise",
    "schema",
    "skeleton",
    "to_dict",
]


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
