"""Source of a part for Jinja: XML with tags in it, each on a line of its own.

While the XML of a part is worked on as a tree, its tags are set aside: in their
places stand *tokens*, a number between two characters that no document uses.
At the end the tree becomes text and the tokens become tags again, each ending
its line; so a line number of Jinja names the tag.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from prikaz.docx.compilation.source import PartSource, Tag, TagShape, part_title
from prikaz.docx.compilation.tags import CLOSERS
from prikaz.docx.rendering.limits import Measure
from prikaz.docx.wml.names import DECLARATION
from prikaz.errors import PackageError, TemplateFault
from prikaz.opc.xml import parse

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
    """Write a tag that does ``body``."""
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
    """Tags of one part while it is worked on, and the faults found in them."""

    def __init__(self, part: str, measure: Measure) -> None:
        self.part = part
        self.measure = measure
        self.tags: list[Tag] = []
        self.faults: list[TemplateFault] = []
        #: Locations where tags stand, in the order of the document.
        self.places: dict[str, None] = {}

    def token(self, tag: Tag) -> str:
        """Set a tag aside; the token goes into the tree."""
        self.tags.append(tag)
        token = f"{_OPEN}{len(self.tags) - 1}{_CLOSE}"
        if tag.shape is None or tag.shape.opener != "{%":
            return token
        return f"{_LEFT * (tag.shape.left == '-')}{token}{_RIGHT * (tag.shape.right == '-')}"

    def fault(self, tag: Tag, message: str, hint: str = "") -> None:
        """Note a fault of ``tag``."""
        self.faults.append(
            TemplateFault(
                part=part_title(self.part), place=tag.place, tag=tag.text, message=message, hint=hint
            )
        )

    def source(self, root: etree._Element) -> PartSource:
        """Turn the tree of the part into source for Jinja, each tag with the spot it prints at."""
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
            self.faults.append(
                TemplateFault(
                    part=part_title(self.part),
                    message="метки рвут абзацы или ячейки",
                    hint="поставьте каждую метку целиком в один абзац",
                )
            )
