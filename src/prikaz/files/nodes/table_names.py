"""Texts of a data file that name a table beside it: «карта.xlsx#Лист1», «строки.csv»."""

from __future__ import annotations

from typing import Final

from prikaz.files.nodes.nodes import Node, ScalarNode
from prikaz.sheets.table_name import TableName, parse_table_name

#: What no name of a file holds, and a running text may: «согласно {карта} из план.xlsx».
_OF_TEXTS: Final = frozenset("\n{}")


def named_table(node: Node) -> TableName | None:
    """The table beside the data that a node names; None when it names none.

    >>> named_table(ScalarNode(text="карта.xlsx#Лист 1"))
    TableName(file='карта.xlsx', sheet='Лист 1')
    """
    name = parse_table_name(node.text or "") if isinstance(node, ScalarNode) else None
    return name if name and not (_OF_TEXTS & {*name.file} or "\n" in name.sheet) else None
