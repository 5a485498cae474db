"""XML of Word as text: names, escaping; nothing here parses."""

from __future__ import annotations

from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{W}}}{name}"


def escape(text: str) -> str:
    """Escape a value for the text of an element or an attribute.

    >>> escape('ООО «А & Б» <план> "5"')
    'ООО «А &amp; Б» &lt;план&gt; &quot;5&quot;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
