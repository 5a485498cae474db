"""The parts of a Word file as its text asks for them.

Only the main part is indispensable. Damage of any other one becomes a remark, and the text is
read without it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from prikaz.docx.content.elements import Remark, RemarkKind
from prikaz.docx.content.names import is_on
from prikaz.docx.wml.names import w
from prikaz.docx.wml.package import Package, relations_name
from prikaz.errors import PackageError
from prikaz.opc.xml import parse

if TYPE_CHECKING:
    from lxml import etree

_STRICT: Final = rb"""(\bxmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)"""
_DRAWN_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_TRANSITIONAL: Final = rb"\1http://schemas.openxmlformats.org/\2/2006/\3"


class Relation(NamedTuple):
    """What a part refers to.

    Attributes:
        kind: Last word of its type: "image", "header".
        target: Name of the other part, or an address outside of the file.
        external: Whether it lies outside of the file.
    """

    kind: str
    target: str
    external: bool


class Parts:
    """Parts of one file.

    Attributes:
        main: Name of the main part.
        remarks: What was damaged.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations: dict[str, Mapping[str, Relation]] = {}
        self._data: dict[str, bytes] = {}
        self._drawn: set[str] = set()
        self.main = package.any_main
        self.remarks: list[Remark] = []

    def main_root(self) -> etree._Element:
        """Parse the main part.

        Raises:
            PackageError: It is damaged.
        """
        return parse(_transitional(self._package.read(self.main)), self.main)

    def root(self, name: str) -> etree._Element | None:
        """Parse a part; None when it is not there, or is damaged, of which a remark tells."""
        if name not in self._package.entries:
            return None
        try:
            return parse(_transitional(self._package.read(name)), name)
        except PackageError as error:
            self.remarks.append(Remark(RemarkKind.OTHER, str(error), part=name))
            return None

    def related(self, kind: str) -> str:
        """Name of the part of a kind that the main part refers to; "" when there is none."""
        return next((each.target for each in self.relations(self.main).values() if each.kind == kind), "")

    def data(self, name: str) -> bytes:
        """Bytes of a part; b"" when it is not there or is damaged."""
        if name not in self._data:
            try:
                self._data[name] = self._package.read(name)
            except PackageError:
                self._data[name] = b""
        return self._data[name]

    def drawn_words(self, name: str) -> str:
        """Words of a chart or a scheme, one a line; each part gives them once."""
        root = None if name in self._drawn else self.root(name)
        self._drawn.add(name)
        found = () if root is None else (item.text for item in root.iter(_DRAWN_TEXT))
        return "\n".join(filter(None, found))

    def relations(self, owner: str) -> Mapping[str, Relation]:
        """What a part refers to, by the ids it uses."""
        if owner not in self._relations:
            root = self.root(relations_name(owner))
            self._relations[owner] = {} if root is None else dict(_relations(owner, root))
        return self._relations[owner]

    def facts(self) -> Iterator[Remark]:
        """Tell what is worth knowing about the whole file: macros, signatures, protection, files in it."""
        names = self._package.entries
        kind = self._package.main_kind
        if "macroEnabled" in kind or any(name.endswith("vbaProject.bin") for name in names):
            yield Remark(RemarkKind.MACROS, part=self.main)
        if "emplate" in kind:
            yield Remark(RemarkKind.OTHER, "это шаблон Word", part=self.main)
        if any(name.startswith("_xmlsignatures/") for name in names):
            yield Remark(RemarkKind.SIGNED, part=self.main)
        settings = self.settings
        protection = None if settings is None else settings.find(w("documentProtection"))
        if protection is not None and is_on(protection.get(w("enforcement"), "0")):
            yield Remark(RemarkKind.PROTECTED, part=self.main)
        for name in names:
            if "/embeddings/" in name and name not in self._of_charts:
                yield Remark(RemarkKind.EMBEDDED, posixpath.basename(name), part=name)

    @cached_property
    def settings(self) -> etree._Element | None:
        """Settings of the document."""
        return self.root(self.related("settings"))

    @property
    def producer(self) -> str:
        """What the file says of the program that wrote it."""
        root = self.root("docProps/app.xml")
        if root is None:
            return ""
        found = (item.text for item in root.iter("{*}Application"))
        return (next(found, "") or "").strip()

    @cached_property
    def _of_charts(self) -> frozenset[str]:
        """Workbooks that hold the figures of charts."""
        charts = [name for name in self._package.entries if "/charts/" in name and name.endswith(".xml")]
        return frozenset(each.target for chart in charts for each in self.relations(chart).values())


def _relations(owner: str, root: etree._Element) -> Iterator[tuple[str, Relation]]:
    for item in root.iter("{*}Relationship"):
        kind = (item.get("Type") or "").rpartition("/")[2]
        target, external = item.get("Target") or "", item.get("TargetMode") == "External"
        if not external:
            whole = posixpath.join("/", posixpath.dirname(owner), unquote(target))
            target = posixpath.normpath(whole).lstrip("/")
        yield item.get("Id") or "", Relation(kind, target, external)


def _transitional(data: bytes) -> bytes:
    """A part in the names that Word itself writes, whatever the variant of the standard."""
    return re.sub(_STRICT, _TRANSITIONAL, data) if b"purl.oclc.org" in data else data
