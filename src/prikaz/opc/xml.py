"""XML of a package, parsed safely: entities are not expanded, nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prikaz.errors import PackageError

if TYPE_CHECKING:
    from lxml import etree


def has_doctype(data: bytes) -> bool:
    """Whether a part declares a document type (DOCTYPE), in any encoding that XML knows."""
    return re.search(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E", data) is not None


def parse(data: bytes, name: str) -> etree._Element:
    """Parse a part of a package.

    Args:
        data: Its bytes.
        name: Its name, for messages.

    Raises:
        PackageError: It is no XML, or declares a document type, which no office program does.
    """
    from lxml import etree  # noqa: PLC0415 (heavy, and a cached template parses nothing)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    if has_doctype(data):
        raise PackageError(f"файл опасен: в части «{name}» объявлены внешние данные (DOCTYPE)")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PackageError(f"файл повреждён: часть «{name}» не читается как XML") from error
