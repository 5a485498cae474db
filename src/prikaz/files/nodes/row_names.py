"""Texts that name a file of rows: «карта.xlsx#Лист1», «строки.csv»."""

from __future__ import annotations

import re
from typing import Final, TypeGuard

from prikaz.files.nodes.nodes import Node, ScalarNode

#: The name of a file, with the name of a sheet after «#».
_NAMED: Final = re.compile(
    r"\s*(?P<file>[^\n{}]+\.(?:xlsx|xlsm|xls|ods|csv))(?:#(?P<sheet>[^\n]+))?\s*", re.IGNORECASE
)


def names_rows(node: Node) -> TypeGuard[ScalarNode]:
    """Whether a node is a text that names a file of rows."""
    return isinstance(node, ScalarNode) and node.text is not None and bool(_NAMED.fullmatch(node.text))


def split_name(node: ScalarNode) -> tuple[str, str]:
    """The name of the file, and of its sheet, "" when none is named.

    >>> split_name(ScalarNode(text="карта.xlsx#Лист 1"))
    ('карта.xlsx', 'Лист 1')
    """
    match = _NAMED.fullmatch(node.text or "")
    return (match["file"], (match["sheet"] or "").strip()) if match else ("", "")
