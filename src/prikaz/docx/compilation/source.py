"""Source of a part for Jinja, and the tag that each of its lines comes from."""

from __future__ import annotations

import posixpath
import re
from typing import Final, NamedTuple

from prikaz.errors import TemplateFault
from prikaz.findings import FindingKind

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
        replaces: What gives way to the tag: "p", "tr", "tc", "r", or "" for nothing but its own text.
        body: What stands between the braces, with straight quotes.
        left: "-" or "+" right after the opening, or "".
        right: "-" or "+" right before the closing, or "".
    """

    opener: str
    replaces: str
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


class PrintTarget(NamedTuple):
    """Where a value is printed, and what it looks like there.

    Attributes:
        mode: "text" inside a run, "runs" between runs, "blocks" between paragraphs,
            "plain_text" in an attribute; each is a method of the printer.
        run_properties: XML (``w:rPr``), or "".
        paragraph_properties: XML (``w:pPr``), or "".
    """

    mode: str = "plain_text"
    run_properties: str = ""
    paragraph_properties: str = ""


class Tag(NamedTuple):
    """A tag in its place.

    Attributes:
        text: As it stands in the document, for messages.
        place: «абзац 4».
        code: What Jinja gets, one line long with the end of the line inside; "" for nothing.
        shape: Its parts; None for tags that the engine has put in itself.
        target: Where its value is printed.
    """

    text: str
    place: str = ""
    code: str = ""
    shape: TagShape | None = None
    target: PrintTarget = PrintTarget()


#: Stands for all tags of a part in faults that no single one is to blame for.
WHOLE_PART: Final = Tag(text="")


class PartSource(NamedTuple):
    """A part as compiling it starts: text with tags, each on a line of its own.

    Attributes:
        name: Name of the part, "word/document.xml".
        text: Source for Jinja.
        tags: The tag of each line, from line 1.
    """

    name: str
    text: str
    tags: tuple[Tag, ...]

    def tag(self, line: int) -> Tag:
        """Give the tag of a line; an empty one for a line without."""
        return self.tags[line - 1] if 0 < line <= len(self.tags) else WHOLE_PART

    @property
    def title(self) -> str:
        """The part as a person calls it."""
        return part_title(self.name)

    def fault(self, tag: Tag, kind: FindingKind, message: str, hint: str = "") -> TemplateFault:
        """Make a fault of a tag of this part."""
        return tag_fault(self.name, tag, kind, message, hint)


def tag_fault(part: str, tag: Tag, kind: FindingKind, message: str, hint: str = "") -> TemplateFault:
    """Make a fault of a tag.

    Args:
        part: Name of the part, "word/document.xml".
        tag: The tag; an empty one for a fault of the whole part.
        kind: Kind of the fault.
        message: What is wrong.
        hint: What to do.
    """
    return TemplateFault(
        code=kind.code, part=part_title(part), place=tag.place, tag=tag.text, message=message, hint=hint
    )


def part_title(name: str) -> str:
    """Call a part as a person does.

    >>> part_title("word/document.xml"), part_title("word/header2.xml")
    ('текст', 'верхний колонтитул 2')
    """
    stem = posixpath.basename(name).partition(".")[0]
    kind = stem.rstrip("0123456789")
    return f"{_PARTS.get(kind, 'текст')} {stem[len(kind) :]}".strip()
