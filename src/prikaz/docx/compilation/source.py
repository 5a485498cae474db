"""What compiling a part of a template starts from: the source for Jinja, and the tag of each of its lines."""

from __future__ import annotations

import posixpath
import re
from typing import Final, NamedTuple

from prikaz.errors import TemplateFault

_WORD: Final = re.compile(r"\s*(\w+)")
_PARTS: Final = {
    "header": "верхний колонтитул",
    "footer": "нижний колонтитул",
    "footnotes": "сноски",
    "endnotes": "концевые сноски",
    "comments": "примечания",
    "core": "свойства документа",
    "app": "свойства документа",
    "custom": "свойства документа",
}


class TagShape(NamedTuple):
    """A tag taken apart.

    Attributes:
        opener: "{{", "{%" or "{#".
        carrier: "p", "tr", "tc", "r", or "" for a tag in the midst of a text.
        body: What stands between, with straight quotes.
        left: "-" or "+" right after the opening, or "".
        right: "-" or "+" right before the closing, or "".
    """

    opener: str
    carrier: str
    body: str
    left: str = ""
    right: str = ""

    @property
    def word(self) -> str:
        """First word of a statement, "for"; "" for a value."""
        found = _WORD.match(self.body) if self.opener == "{%" else None
        return found[1] if found else ""

    @property
    def rest(self) -> str:
        """What follows the first word of a statement."""
        return self.body.strip()[len(self.word) :].strip()


class RunProperties(NamedTuple):
    """Where a value is printed.

    Attributes:
        kind: "text" inside a run, "runs" between runs, "blocks" between paragraphs, "plain" in an attribute.
        run: XML of the properties of the run (``w:rPr``), or "".
        paragraph: XML of the properties of the paragraph (``w:pPr``), or "".
    """

    kind: str = "plain"
    run: str = ""
    paragraph: str = ""


PLAIN: Final = RunProperties()


class Tag(NamedTuple):
    """A tag in its place.

    Attributes:
        text: As it stands in the document, for messages.
        place: «абзац 4».
        code: What Jinja gets, one line long with the end of the line inside; "" for nothing.
        shape: Its parts; none for tags that the engine has put in itself.
        spot: Where its value is printed.
    """

    text: str
    place: str = ""
    code: str = ""
    shape: TagShape | None = None
    spot: RunProperties = PLAIN


class PartSource(NamedTuple):
    """What compiling a part starts from.

    Attributes:
        name: Name of the part, "word/document.xml".
        text: Source for Jinja.
        tags: The tag of each line, from line 1.
    """

    name: str
    text: str
    tags: tuple[Tag, ...]

    def tag(self, line: int) -> Tag:
        """Give the tag of a line; an empty one for a line that is none."""
        return self.tags[line - 1] if 0 < line <= len(self.tags) else Tag(text="")

    @property
    def title(self) -> str:
        """The part as a person calls it."""
        return part_title(self.name)

    def fault(self, tag: Tag, message: str, hint: str = "") -> TemplateFault:
        """Make a fault of a tag."""
        return TemplateFault(part=self.title, place=tag.place, tag=tag.text, message=message, hint=hint)


def part_title(name: str) -> str:
    """Call a part as a person does.

    >>> part_title("word/document.xml"), part_title("word/header2.xml")
    ('текст', 'верхний колонтитул 2')
    """
    stem = posixpath.basename(name).partition(".")[0]
    kind = stem.rstrip("0123456789")
    return f"{_PARTS.get(kind, 'текст')} {stem[len(kind) :]}".strip()
