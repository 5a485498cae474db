"""Data files in and out: an order as YAML or JSON with Russian keys, rules of an office as TOML.

Reads what a clerk typed and tells everything that is wrong with it at once,
each with its place. What an order means is the business of
:mod:`prikaz.model`; how it looks, of the writer.
"""

from __future__ import annotations

import os
import pathlib

from prikaz.files.draft import Draft, make_draft, open_draft
from prikaz.files.emit import refuse_forbidden, to_json, to_yaml
from prikaz.files.faults import Faults
from prikaz.files.glossary import glossary
from prikaz.files.nodes import NOWHERE, Place, to_node
from prikaz.files.revision import Revision, revise
from prikaz.files.rules import load_rules
from prikaz.files.schema import schema
from prikaz.files.skeletons import skeleton
from prikaz.files.tables import FileTables
from prikaz.files.unstructure import Plain, fields_of
from prikaz.model import OfficeRules, Order

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


def open(path: str | os.PathLike[str], *, rules: OfficeRules | str | None = None) -> Draft:  # noqa: A001
    """Open a data file.

    Args:
        path: A file of YAML, or of JSON by its suffix ``.json``.
        rules: Rules of the office; a file of them by its suffix ``.toml``; or the name of a profile in the
            ``prikaz.toml`` beside the data. Without it, that file is used if there is one.

    Returns:
        The order with the place of every field. A reference to nothing is a finding and not an error,
        because a bad draft must open; beside other faults it is one of them, so that one run tells all.

    Raises:
        DataError: The file cannot become an order; carries every fault with its place.
    """
    return open_draft(pathlib.Path(path), rules=rules)


def load(path: str | os.PathLike[str]) -> Order:
    """Read an order from a data file.

    Raises:
        DataError: The file cannot become an order; carries every fault with its place.
    """
    return open(path).order


def from_dict(data: object) -> Order:
    """Make an order of plain data with Russian or English keys, such as :func:`to_dict` gives.

    Raises:
        DataError: The data cannot become an order; carries every fault with its path.
    """
    tables = FileTables(faults=Faults(), folder=None)
    return make_draft(to_node(data), NOWHERE, tables, OfficeRules()).order


def to_dict(order: Order) -> dict[str, Plain]:
    """Put an order into plain data with Russian keys, in the shortest natural form.

    Returns:
        Texts, whole numbers, yes and no, lists and mappings: what JSON knows. ``from_dict`` makes the
        same order of it.
    """
    return fields_of(order)


def dump(order: Order, path: str | os.PathLike[str]) -> None:
    """Write an order to a file that :func:`load` reads as the same order.

    Args:
        order: The order.
        path: Where to; ``.json`` makes JSON, any other suffix YAML. The file is written whole or not at all.

    Raises:
        DataError: A text holds control characters, which no data file may.
        OutputError: The file cannot be written.
    """
    from prikaz.docx.output import write_file  # noqa: PLC0415 (reading needs none of it)

    data = to_dict(order)
    refuse_forbidden(data)
    text = to_json(data) if pathlib.Path(path).suffix.lower() == ".json" else to_yaml(data)
    write_file(path, text.encode(), overwrite=True)
