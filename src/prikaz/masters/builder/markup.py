"""WordprocessingML as text: elements, lengths, paragraphs and runs.

Knows how Word writes, and nothing of orders.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(name: str, /, *children: str, **attributes: object) -> str:
    """An element of the main namespace; an attribute that is None is left out.

    >>> w("ind", left=0, firstLine=709)
    '<w:ind w:left="0" w:firstLine="709"/>'
    """
    shown = "".join(
        f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None
    )
    inner = "".join(children)
    return f"<w:{name}{shown}>{inner}</w:{name}>" if inner else f"<w:{name}{shown}/>"


def part(name: str, *children: str) -> str:
    """A whole part whose root is ``w:name``."""
    inner = "".join(children)
    return f'{DECLARATION}<w:{name} xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{inner}</w:{name}>'


def mm(length: float) -> int:
    """Millimetres in twentieths of a point.

    >>> mm(12.5)
    709
    """
    return round(length * 1440 / 25.4)


def pt(length: float) -> int:
    """Points in twentieths of a point."""
    return round(length * 20)


def run(text: str, style: str = "") -> str:
    """A run of text, tabs as real tabs, optionally in a character style."""
    properties = w("rPr", w("rStyle", val=style)) if style else ""
    return w("r", properties, w("tab").join(_text(piece) for piece in text.split("\t")))


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def tag(text: str) -> str:
    """A tag that leaves nothing in the document, small and grey in the template."""
    return w("r", w("rPr", w("rStyle", val="Tag")), w("t", escape(text)))


def paragraph(style: str, *runs: str, direct: str = "") -> str:
    """A paragraph in a style; ``direct`` is what it has of its own: indents, the end of its section."""
    return w("p", w("pPr", w("pStyle", val=style), direct), *runs)


def tag_line(text: str) -> str:
    """A paragraph that gives way to its ``{%p %}`` tag."""
    return paragraph("TagLine", run(text))


def field(instruction: str, cached: str) -> str:
    """A complex field with its cached value."""
    return (
        w("r", w("fldChar", fldCharType="begin"))
        + w("r", f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
        + w("r", w("fldChar", fldCharType="separate"))
        + w("r", w("t", cached))
        + w("r", w("fldChar", fldCharType="end"))
    )
