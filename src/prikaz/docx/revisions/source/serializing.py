"""Parts written as they were: their declaration, their encoding, the names that they declare."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

_DECLARATION: Final = re.compile(rb"\s*<\?xml[^>]*\?>\s*")
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_USUAL: Final = re.compile(rb'(xmlns(?::[\w.-]+)?=")http://schemas\.openxmlformats\.org/(\w+)/2006/(\w+)"')
_MARK: Final = b"\xef\xbb\xbf"


def written(root: etree._Element, old: bytes) -> bytes:
    """Write a tree as the bytes of a part.

    Args:
        root: The tree, in the names that Word itself writes (see :mod:`prikaz.docx.content.parts`).
        old: The part as it was.
    """
    tree = root.getroottree()
    encoding = tree.docinfo.encoding or "UTF-8"
    if encoding.upper() != "UTF-8":
        head = f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?>\n'
        text: str = etree.tostring(tree, encoding="unicode")
        return (head + text).encode(encoding, "xmlcharrefreplace")
    declaration = _DECLARATION.match(old.removeprefix(_MARK))
    data: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=False)
    return (b"" if declaration is None else declaration[0]) + like(old, data)


def like(old: bytes, data: bytes) -> bytes:
    """XML in the variant of the standard that a part was written in: transitional, or strict.

    Args:
        old: A part of the file.
        data: XML in transitional names.
    """
    strict = set(_STRICT.findall(old)) if b"purl.oclc.org" in old else set()

    def name(found: re.Match[bytes]) -> bytes:
        opening, first, second = found.groups()
        if (first, second) not in strict:
            return found[0]
        return b'%bhttp://purl.oclc.org/ooxml/%b/%b"' % (opening, first, second)

    return _USUAL.sub(name, data) if strict else data
