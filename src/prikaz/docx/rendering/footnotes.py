"""Footnotes that a render adds: their part, its separators, and the two styles where a template has none.

Word counts footnotes in the order in which their numbers stand in the text. A template that has footnotes
of its own keeps them. All is read when the first footnote is printed: most documents have none.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.wml.names import DECLARATION, W, escape, w
from prikaz.docx.wml.units import whole
from prikaz.opc.xml import parse

if TYPE_CHECKING:
    from lxml import etree

    from prikaz.docx.wml.package import Package

#: The line over the footnotes of a page, and over what goes on from the page before.
_SEPARATORS: Final = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for kind, number in (("separator", -1), ("continuationSeparator", 0))
)
_IN_SETTINGS: Final = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
#: What stands behind ``w:footnotePr`` in the settings: there the schema knows an order.
_BEHIND: Final = (
    r"<w:(?:endnotePr|compat|docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|captions"
    r"|doNotIncludeSubdocsInStats|doNotAutoCompressPictures|forceUpgrade|readModeInkLockDown|smartTagType"
    r"|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)\b|<m:mathPr|<sl:schemaLibrary"
    r"|<w\d+:|</w:settings>"
)
_OF_TEXT: Final = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>'
    '<w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
)
_OF_MARK: Final = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


class _Style(NamedTuple):
    """A style of a template: its id, and the XML to add where the template does not have it."""

    id: str
    missing: str = ""


class Footnotes:
    """The footnotes of one render.

    Attributes:
        main: Name of the part that may have footnotes.
        part: Name of the part that holds them.
        is_new: Whether the template has no such part.
    """

    RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

    def __init__(self, package: Package) -> None:
        self.main = package.main
        own = [target for kind, target in package.relations(self.main) if kind.endswith("/footnotes")]
        self.is_new = not own
        self.part = own[0] if own else _free_name(package, self.main)
        self._last = _last_id(package, own[0]) if own else 0
        self._made: list[str] = []
        styles = package.root("styles+xml")
        self._text = _style(styles, "paragraph", "footnote text", "FootnoteText", _OF_TEXT)
        self._mark = _style(styles, "character", "footnote reference", "FootnoteReference", _OF_MARK)
        self._mark_run = f'<w:rPr><w:rStyle w:val="{escape(self._mark.id)}"/></w:rPr>'

    def add(self, runs: str) -> str:
        """Add a footnote whose text are ``runs``; gives the run of its number."""
        self._last += 1
        self._made.append(
            f'<w:footnote w:id="{self._last}"><w:p><w:pPr><w:pStyle w:val="{escape(self._text.id)}"/></w:pPr>'
            f"<w:r>{self._mark_run}<w:footnoteRef/></w:r>"
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
        )
        return f'<w:r>{self._mark_run}<w:footnoteReference w:id="{self._last}"/></w:r>'

    @property
    def is_used(self) -> bool:
        """Whether there is any."""
        return bool(self._made)

    def new_part(self) -> str:
        """The part of the footnotes, for a template that has none."""
        return f'{DECLARATION}<w:footnotes xmlns:w="{W}">{_SEPARATORS}{"".join(self._made)}</w:footnotes>'

    def added_to(self, part: str) -> str:
        """The part of the footnotes of a template, with those of this render."""
        return part.replace("</w:footnotes>", f"{''.join(self._made)}</w:footnotes>")

    def styled(self, part: str) -> str:
        """The part of the styles, with those that the footnotes need."""
        return part.replace("</w:styles>", f"{self._text.missing}{self._mark.missing}</w:styles>")

    @staticmethod
    def settled(part: str) -> str:
        """The part of the settings, in which Word looks for the separators."""
        behind = None if "<w:footnotePr" in part else re.search(_BEHIND, part)
        return part[: behind.start()] + _IN_SETTINGS + part[behind.start() :] if behind else part


def _free_name(package: Package, main: str) -> str:
    folder = posixpath.dirname(main)
    name = posixpath.join(folder, "footnotes.xml")
    return posixpath.join(folder, "prikaz-footnotes.xml") if name in package.entries else name


def _last_id(package: Package, part: str) -> int:
    notes = parse(package.read(part), part).iter(w("footnote"))
    return max((whole(note.get(w("id"), "0").lstrip("-")) for note in notes), default=0)


def _style(styles: etree._Element | None, kind: str, name: str, usual: str, properties: str) -> _Style:
    """A style by its name as Word writes it; where there is none, one to add under an id that is free."""
    if styles is None:
        return _Style(usual)
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    for key, style in known.items():
        named = style.find(w("name"))
        if named is not None and named.get(w("val"), "").lower() == name and style.get(w("type")) == kind:
            return _Style(key)
    key = f"Prikaz{usual}" if usual in known else usual
    usual_ones = (key for key, style in known.items() if style.get(w("type")) == kind and _is_default(style))
    base = next(usual_ones, "")
    based_on = f'<w:basedOn w:val="{escape(base)}"/>' if base else ""
    head = f'<w:name w:val="{name}"/>{based_on}<w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
    return _Style(key, f'<w:style w:type="{kind}" w:styleId="{key}">{head}{properties}</w:style>')


def _is_default(style: etree._Element) -> bool:
    return style.get(w("default")) in {"1", "true", "on"}
