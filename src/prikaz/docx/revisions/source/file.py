"""A Word file while changes are written into it: its parts, and what is new in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.parts import Parts
from prikaz.docx.revisions.source.numbers import ids, paragraph_ids
from prikaz.docx.revisions.source.serializing import like, written
from prikaz.docx.revisions.source.story import Story
from prikaz.docx.wml.names import DECLARATION, R, escape
from prikaz.docx.wml.package import CONTENT_TYPES, Package, PackageSource, relations_name
from prikaz.errors import PackageError

if TYPE_CHECKING:
    from lxml import etree

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CLOSED: Final = re.compile(rb"<((?:[\w.-]+:)?(?:Types|Relationships))\b([^>]*)/>\s*$")
_RELATION_ID: Final = re.compile(rb'\bId\s*=\s*["\']([^"\']*)["\']')


class WordFile:
    """A Word file.

    Args:
        source: Path, bytes or binary stream of the file.

    Raises:
        PackageError: It is no Word file, is encrypted or dangerous.
    """

    def __init__(self, source: PackageSource) -> None:
        self.package = Package.open(source, to_read=True)
        self.parts = Parts(self.package)
        self.main = self.parts.main
        self._stories: dict[str, Story | None] = {}
        self._made: dict[str, bytes] = {}

    def story(self, part: str) -> Story | None:
        """A part that holds text; None when there is none of this name, or it is damaged.

        Raises:
            PackageError: The main part is damaged.
        """
        if part not in self._stories:
            root = self.parts.main_root() if part == self.main else self.parts.root(part)
            self._stories[part] = None if root is None else Story(part, root, self.parts)
        return self._stories[part]

    @cached_property
    def new_ids(self) -> Iterator[int]:
        """Numbers for recorded changes."""
        return ids(self._texts())

    @cached_property
    def new_paragraph_ids(self) -> Iterator[str]:
        """Numbers for paragraphs of comments."""
        return paragraph_ids(self._texts())

    def _texts(self) -> Iterator[bytes]:
        folder = posixpath.dirname(self.main)
        for name in self.package.entries:
            if name.endswith(".xml") and name.startswith(folder):
                yield self.parts.data(name)

    @cached_property
    def is_strict(self) -> bool:
        """Whether it is written in the names of the strict variant of the standard."""
        return b"purl.oclc.org/ooxml/wordprocessingml" in self.parts.data(self.main)

    def add_part(self, stem: str, kind: str, data: bytes) -> str:
        """Add a part that the main part refers to.

        Args:
            stem: Its name without folder and ending, "comments".
            kind: Last word of the type of the relationship.
            data: Its bytes, in the names that Word itself writes.

        Returns:
            Its whole name.
        """
        folder = posixpath.dirname(self.main)
        names = (posixpath.join(folder, f"{stem}{number or ''}.xml") for number in range(10_000))
        name = next(each for each in names if each not in self.package.entries)
        self._made[name] = like(self.parts.data(self.main), data)
        types = self._bytes(CONTENT_TYPES)
        override = f'<Override PartName="/{escape(name)}" ContentType="{_WML}{kind}+xml"/>'
        self._made[CONTENT_TYPES] = _with_last(types, override)
        self._relate(posixpath.basename(name), kind)
        return name

    def _relate(self, target: str, kind: str) -> None:
        owner = relations_name(self.main)
        empty = f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
        relations = self._bytes(owner) or empty
        used = {found.decode() for found in _RELATION_ID.findall(relations)}
        name = next(f"rId{number}" for number in range(1, len(used) + 2) if f"rId{number}" not in used)
        of_type = f"{_STRICT if self.is_strict else R}/{kind}"
        made = f'<Relationship Id="{name}" Type="{of_type}" Target="{escape(target)}"/>'
        self._made[owner] = _with_last(relations, made)

    def _bytes(self, name: str) -> bytes:
        return self._made.get(name) or self.parts.data(name)

    def change(self, part: str, root: etree._Element) -> None:
        """Have a part be what a tree says."""
        self._made[part] = written(root, self.parts.data(part))

    def to_bytes(self) -> bytes:
        """Write the file; parts that nothing was changed in stay the bytes they were."""
        for story in self._stories.values():
            if story is not None and story.is_changed:
                self.change(story.part, story.root)
        return self.package.with_parts(self._made).to_bytes() if self._made else self.package.to_bytes()


def _with_last(xml: bytes, element: str) -> bytes:
    """XML of a list with one more element; all else stays as it is."""
    xml = _CLOSED.sub(rb"<\1\2></\1>", xml)
    place = xml.rfind(b"</")
    if place < 0:
        raise PackageError("файл повреждён: список его частей не читается")
    prefix = re.match(rb"</([\w.-]+:)", xml[place:])
    named = element.replace("<", f"<{prefix[1].decode()}", 1) if prefix else element
    return xml[:place] + named.encode() + xml[place:]
