"""Tokens that stand for tags while the XML of a part is worked on, and the source for Jinja made from both.

While the XML of a part is a tree, *tokens* stand in it instead of tags: a number
between two characters that no document uses. At the end the tree becomes text
and the tokens become tags again, each ending its line, so that a line number of
Jinja names the tag.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from prikaz.docx.compilation.limits import TagCounter
from prikaz.docx.compilation.source import WHOLE_PART, PartSource, Tag, TagShape, tag_fault
from prikaz.docx.compilation.tags import CLOSERS
from prikaz.docx.wml.names import DECLARATION
from prikaz.errors import PackageError, TemplateFault
from prikaz.findings import FindingKind, Severity
from prikaz.opc.xml import parse

BLOCK_TORN: Final = FindingKind(
    "block-torn", "Метки одного блока стоят в разных местах документа", Severity.ERROR
)

_OPEN, _CLOSE, _LEFT, _RIGHT = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
RESERVED: Final = re.compile("[\ufdd0-\ufdd3]")
TOKEN: Final = re.compile(f"{_LEFT}?{_OPEN}(\\d+){_CLOSE}{_RIGHT}?")
_JOINED_LEFT: Final = re.compile(f"</w:t>(?:(?!</w:t>).)*?{_LEFT}", re.DOTALL)
_JOINED_RIGHT: Final = re.compile(f"{_RIGHT}(?:(?!<w:t[ >]|{_OPEN}).)*?<w:t(?: [^>]*)?>", re.DOTALL)
_BETWEEN: Final = re.compile(r">\s*\n\s*<")


def value_code(body: str) -> str:
    """Write a tag that prints ``body``."""
    return f"{{{{ {body}\n}}}}"


def statement_code(body: str) -> str:
    """Write a statement."""
    return f"{{% {body}\n%}}"


def literal_code(text: str) -> str:
    """Write a tag that prints ``text`` as it is."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return value_code(f'"{quoted}"')


def shape_code(shape: TagShape) -> str:
    """Write a tag as Jinja wants it; the hyphens of statements are docxtpl's and join paragraphs."""
    if shape.opener == "{#":
        return ""
    if shape.opener == "{%":
        return statement_code(shape.body)
    return f"{{{{{shape.left} {shape.body}\n{shape.right}{CLOSERS['{{']}"


class TokenRegister:
    """Tags of one part while their tokens stand in its tree, and the faults found in them."""

    def __init__(self, part: str, counter: TagCounter) -> None:
        self.part = part
        self.counter = counter
        self.tags: list[Tag] = []
        self.faults: list[TemplateFault] = []
        #: Places where tags stand, in the order of the document.
        self.places: dict[str, None] = {}

    def token(self, tag: Tag) -> str:
        """Add a tag; give the token that stands for it in the tree."""
        self.tags.append(tag)
        token = f"{_OPEN}{len(self.tags) - 1}{_CLOSE}"
        if tag.shape is None or tag.shape.opener != "{%":
            return token
        return f"{_LEFT * (tag.shape.left == '-')}{token}{_RIGHT * (tag.shape.right == '-')}"

    def fault(self, tag: Tag, kind: FindingKind, message: str, hint: str = "") -> None:
        """Add a fault of ``tag``."""
        self.faults.append(tag_fault(self.part, tag, kind, message, hint))

    def source(self, root: etree._Element) -> PartSource:
        """Turn the tree of the part into source for Jinja."""
        xml = etree.tostring(root, encoding="unicode")
        if _LEFT in xml or _RIGHT in xml:
            xml = _JOINED_RIGHT.sub("", _JOINED_LEFT.sub("", xml)).replace(_LEFT, "").replace(_RIGHT, "")
        xml = _BETWEEN.sub("><", xml).replace("\n", "&#10;")
        self._refuse_torn(xml)
        lines: list[Tag] = []

        def put_back(found: re.Match[str]) -> str:
            tag = self.tags[int(found[1])]
            if tag.code:
                lines.append(tag)
            return tag.code

        # a brace right before a tag would be taken for a part of it
        xml = TOKEN.sub(put_back, re.sub(f"\\{{(?={_OPEN})", "&#123;", xml))
        return PartSource(name=self.part, text=DECLARATION.replace("\n", "") + xml, tags=tuple(lines))

    def _refuse_torn(self, xml: str) -> None:
        try:
            parse(TOKEN.sub("", xml).encode(), self.part)
        except PackageError:
            self.fault(
                WHOLE_PART,
                BLOCK_TORN,
                "метки рвут абзацы или ячейки",
                "поставьте каждую метку целиком в один абзац",
            )
