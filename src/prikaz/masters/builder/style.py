"""One paragraph style as data, and the XML that Word expects of it, in the order of the schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from attrs import frozen

from prikaz.masters.builder.markup import mm, pt, w

TextAlign = Literal["left", "center", "right", "both"]
Tab = tuple[Literal["left", "center", "right", "clear"], float]


@frozen(kw_only=True)
class StyleDefinition:
    """A paragraph style; what is None is inherited from ``parent``.

    Attributes:
        id: Latin name by which paragraphs of the file refer to it.
        name: Russian name that Word shows.
        parent: Id of the style it stands on.
        follows: Id of the style of the next paragraph when a template author presses Enter; "" for the same.
        shown: Whether it stands in the gallery of styles.
        before: Space above, points.
        after: Space below, points.
        exact: Exact height of a line, points.
        grouped: No space between neighbours of this style.
        left: Left indent, mm.
        right: Right indent, mm.
        first: Indent of the first line, mm; negative hangs.
        ruled: Whether a rule stands under it; under neighbours of this style one stands together.
        tabs: Kind and place of tabs, mm; "clear" takes that of the parent away.
        level: Level of the native numbering, from 0.
        numbering: Number of the list in numbering.xml that ``level`` belongs to.
        outline: Level in the navigation pane, from 0.
        size: Points.
        spaced: Space between letters, points.
        colour: RRGGBB.
    """

    id: str
    name: str
    parent: str = "Normal"
    follows: str = ""
    shown: bool = True
    before: float | None = None
    after: float | None = None
    exact: float | None = None
    grouped: bool = False
    left: float | None = None
    right: float | None = None
    first: float | None = None
    ruled: bool = False
    tabs: tuple[Tab, ...] = ()
    align: TextAlign | None = None
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    level: int | None = None
    numbering: int = 1
    outline: int | None = None
    size: float | None = None
    bold: bool | None = None
    spaced: float | None = None
    colour: str | None = None

    def xml(self) -> str:
        """The ``w:style`` element."""
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val=self.parent),
            w("next", val=self.follows) if self.follows else "",
            w("uiPriority", val=1 if self.shown else 99),
            w("qFormat") if self.shown else "",
            _filled("pPr", self._paragraph()),
            _filled("rPr", self._letters()),
            type="paragraph",
            customStyle=1,
            styleId=self.id,
        )

    def _paragraph(self) -> str:
        return "".join(
            (
                w("keepNext") if self.keep_next else "",
                w("keepLines") if self.keep_lines else "",
                w("pageBreakBefore") if self.new_page else "",
                self._number(),
                w("pBdr", w("bottom", val="single", sz=6, space=4, color="auto")) if self.ruled else "",
                _filled("tabs", "".join(w("tab", val=kind, pos=mm(place)) for kind, place in self.tabs)),
                self._spacing(),
                self._indents(),
                w("contextualSpacing") if self.grouped else "",
                w("jc", val=self.align) if self.align else "",
                "" if self.outline is None else w("outlineLvl", val=self.outline),
            )
        )

    def _number(self) -> str:
        if self.level is None:
            return ""
        level = w("ilvl", val=self.level) if self.level else ""
        return w("numPr", level, w("numId", val=self.numbering))

    def _spacing(self) -> str:
        exact = {} if self.exact is None else {"line": pt(self.exact), "lineRule": "exact"}
        spaces = {"before": _known(pt, self.before), "after": _known(pt, self.after)} | exact
        return w("spacing", **spaces) if _any(spaces) else ""

    def _indents(self) -> str:
        hangs = self.first is not None and self.first < 0
        indents = {
            "left": _known(mm, self.left),
            "right": _known(mm, self.right),
            "hanging" if hangs else "firstLine": _known(lambda length: mm(abs(length)), self.first),
        }
        return w("ind", **indents) if _any(indents) else ""

    def _letters(self) -> str:
        bold = "" if self.bold is None else w("b", val=None if self.bold else 0)
        bold_complex = bold.replace("w:b", "w:bCs", 1)
        size = _known(lambda points: round(points * 2), self.size)
        return "".join(
            (
                bold,
                bold_complex,
                w("color", val=self.colour) if self.colour else "",
                "" if self.spaced is None else w("spacing", val=pt(self.spaced)),
                "" if size is None else w("sz", val=size) + w("szCs", val=size),
            )
        )


def _known(convert: Callable[[float], int], length: float | None) -> int | None:
    return None if length is None else convert(length)


def _any(attributes: Mapping[str, object]) -> bool:
    return any(value is not None for value in attributes.values())


def _filled(name: str, inner: str) -> str:
    return w(name, inner) if inner else ""
