"""Tags that set what a paragraph, a cell, a table or a section is like.

================================ =====================================================================
``{% style имя %}``              the paragraph gets the style of that name, «Пункт 1»; empty: its own
``{% keepnext условие %}``       the paragraph stays on one page with the next
``{% numbering ключ %}``         the paragraph is numbered in the list of that key; empty: not numbered
``{% width ширина %}``           width of the cell, in twentieths of a point
``{% colspan число %}``          columns that the cell takes; empty or 1: one
``{% vmerge слово %}``           "restart", "continue" or empty: the cell is merged with the one above
``{% cellbg цвет %}``            colour of the cell, "D9D9D9"
``{% vm %}``, ``{% hm %}``       in a loop: all cells it makes are merged down, or across
``{% grid ширины %}``            list of the widths of the columns of the table, in twentieths of a point
``{% landscape условие %}``      the section in which the paragraph stands is turned on its side
================================ =====================================================================

The tags leave the text, and their values are printed into the properties, in
the order that the schema wants. They are evaluated where the paragraph, cell or
table begins, so a ``{% set %}`` inside it comes too late for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve
from lxml import etree

from prikaz.docx.compilation.paragraphs import TAG_MISPLACED, PlacedTag, prune
from prikaz.docx.compilation.replacement import element_with_token, replace_element
from prikaz.docx.compilation.source import Tag
from prikaz.docx.compilation.tags import PROPERTY_TAGS
from prikaz.docx.compilation.tokens import TokenRegister, statement_code, value_code
from prikaz.docx.wml.elements import properties, put_property, replace_with_text, serialize, surround
from prikaz.docx.wml.names import w
from prikaz.docx.wml.units import whole
from prikaz.findings import FindingKind, Severity

VALUE_ABSENT: Final = FindingKind(
    "value-absent", "Метка, которой нужно значение, стоит без него", Severity.ERROR
)
TAG_REPEATED: Final = FindingKind("tag-repeated", "Одно и то же свойство задано дважды", Severity.ERROR)

#: What each tag stands in. The order is that of the schema: what is printed before must be moved before.
_OWNERS: Final = {
    "style": "p",
    "keepnext": "p",
    "numbering": "p",
    "width": "tc",
    "colspan": "tc",
    "hm": "tc",
    "vmerge": "tc",
    "vm": "tc",
    "cellbg": "tc",
    "grid": "tbl",
}
_ORDER: Final = tuple(_OWNERS)
#: 20 mm: left and right margins of a turned sheet are no narrower, so that either side can be bound.
_MIN_MARGIN: Final = 1134
_WITHOUT_VALUE: Final = frozenset({"vm", "hm"})


class PropertyTagConverter:
    """Moves the tags of one part from the text into the properties they set."""

    def __init__(self, register: TokenRegister) -> None:
        self._register = register
        self._styles: dict[etree._Element | None, str] = {}
        self._setters: dict[str, Callable[[PlacedTag, etree._Element], None]] = {
            "style": self._style,
            "keepnext": self._keep_next,
            "numbering": self._numbering,
            "width": self._width,
            "colspan": self._span,
            "hm": self._merge_across,
            "vmerge": self._merge,
            "vm": self._merge_down,
            "cellbg": self._shade,
            "grid": self._grid,
        }
        #: XML of the page of each section: as it is, and on its side.
        self.pages: list[tuple[str, str]] = []

    def convert(self, placed: Iterable[PlacedTag], root: etree._Element) -> None:
        """Move all property tags among ``placed``."""
        items = [item for item in placed if item.shape.word in PROPERTY_TAGS]
        others = (item for item in items if item.shape.word != "landscape")
        for item in sorted(others, key=lambda item: _ORDER.index(item.shape.word)):
            self._move(item)
        self._turn_sections([item for item in items if item.shape.word == "landscape"], root)

    def _turn_sections(self, tags: list[PlacedTag], root: etree._Element) -> None:
        paragraphs: set[etree._Element | None] = set()
        for item in tags:
            paragraph = next(item.element.iterancestors(w("p")), None)
            if paragraph in paragraphs:
                message = "вторая такая метка в одном абзаце"
                self._register.fault(item.tag, TAG_REPEATED, message, "оставьте одну")
            else:
                self._landscape(item)
            paragraphs.add(paragraph)
        for section in root.iter(w("sectPr")) if tags else ():
            self._print_page(section)

    def _move(self, item: PlacedTag) -> None:
        word = item.shape.word
        owner = next(item.element.iterancestors(w(_OWNERS[word])), None)
        if owner is None:
            hint = "поставьте её в ячейку таблицы"
            self._register.fault(item.tag, TAG_MISPLACED, "стоит вне таблицы", hint)
        elif not item.shape.rest and word not in _WITHOUT_VALUE:
            hint = f"напишите его после слова «{word}»"
            self._register.fault(item.tag, VALUE_ABSENT, "без значения", hint)
        else:
            self._setters[word](item, owner)
            _take_out(item)

    def _style(self, item: PlacedTag, paragraph: etree._Element) -> None:
        style = f"({item.shape.rest})|_style({_own_style(paragraph)!r})"
        self._styles[paragraph] = style
        made = put_property(properties(paragraph), "pStyle")
        made.set(w("val"), self._print(item, style))

    def _keep_next(self, item: PlacedTag, paragraph: etree._Element) -> None:
        made = put_property(properties(paragraph), "keepNext")
        surround(made, self._statement(item, f"if {item.shape.rest}"), self._statement(item, "endif"))

    def _numbering(self, item: PlacedTag, paragraph: etree._Element) -> None:
        own = properties(paragraph).find(w("numPr"))
        number, level = (_value_of(own, name) for name in ("numId", "ilvl"))
        style = self._styles.get(paragraph, repr(_own_style(paragraph)))
        made = put_property(properties(paragraph), "numPr")
        replace_with_text(made, self._value(item, f"_numbering({style}, {number!r}, {level!r})"))

    def _width(self, item: PlacedTag, cell: etree._Element) -> None:
        made = put_property(properties(cell), "tcW")
        made.set(w("w"), self._value(item, "_twips"))
        made.set(w("type"), "dxa")

    def _span(self, item: PlacedTag, cell: etree._Element) -> None:
        replace_with_text(put_property(properties(cell), "gridSpan"), self._value(item, "_colspan"))

    def _merge(self, item: PlacedTag, cell: etree._Element) -> None:
        replace_with_text(put_property(properties(cell), "vMerge"), self._value(item, "_vmerge"))

    def _shade(self, item: PlacedTag, cell: etree._Element) -> None:
        made = put_property(properties(cell), "shd")
        made.set(w("val"), "clear")
        made.set(w("color"), "auto")
        made.set(w("fill"), self._value(item, "_colour"))

    def _merge_down(self, item: PlacedTag, cell: etree._Element) -> None:
        made = put_property(properties(cell), "vMerge")
        made.set(w("val"), self._print(item, "'restart' if loop.first else 'continue'"))
        text = element_with_token(item)
        text.text = f"{self._statement(item, 'if loop.first')}{text.text}{self._statement(item, 'endif')}"

    def _merge_across(self, item: PlacedTag, cell: etree._Element) -> None:
        span = _value_of(properties(cell), "gridSpan") or "1"
        made = put_property(properties(cell), "gridSpan")
        made.set(w("val"), self._print(item, f"{span} * loop.length"))
        surround(cell, self._statement(item, "if loop.first"), self._statement(item, "endif"))

    def _grid(self, item: PlacedTag, table: etree._Element) -> None:
        grid = table.find(w("tblGrid"))
        if grid is not None:
            replace_with_text(grid, self._value(item, "_grid"))

    def _landscape(self, item: PlacedTag) -> None:
        value = evolve(item, token=self._value(item, "_landscape"))
        text = element_with_token(item)
        text.text = (text.text or "").replace(item.token, value.token)
        if item.shape.replaces:
            replace_element(value, self._register)

    def _print_page(self, section: etree._Element) -> None:
        page = _page(section)
        if page:
            code = value_code(f"{len(self.pages)}|_page")
            replace_with_text(page[0], self._register.token(Tag(text="", code=code)))
            self.pages.append((page[1], page[2]))

    def _value(self, item: PlacedTag, filter_call: str) -> str:
        return self._print(item, f"({item.shape.rest})|{filter_call}")

    def _print(self, item: PlacedTag, body: str) -> str:
        return self._register.token(_own_tag(item, value_code(body)))

    def _statement(self, item: PlacedTag, body: str) -> str:
        return self._register.token(_own_tag(item, statement_code(body)))


def _own_tag(item: PlacedTag, code: str) -> Tag:
    """Make a tag of the engine's own that stands for ``item`` in messages."""
    return Tag(text=item.tag.text, place=item.tag.place, code=code)


def _page(section: etree._Element) -> tuple[etree._Element, str, str] | None:
    """Take the page out of a section: its placeholder, its XML, and its XML on its side."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None:
        return None
    plain = serialize(size) + ("" if margins is None else serialize(margins))
    _turn(size, margins)
    turned = serialize(size) + ("" if margins is None else serialize(margins))
    if margins is not None:
        section.remove(margins)
    return size, plain, turned


def _turn(size: etree._Element, margins: etree._Element | None) -> None:
    """Turn a sheet on its side; top and bottom margins stay, left and right become the narrower of them."""
    width, height = size.get(w("w")), size.get(w("h"))
    if size.get(w("orient")) == "landscape" or not (width and height):
        return
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.set(w("orient"), "landscape")
    if margins is not None:
        side = max(_MIN_MARGIN, min(whole(margins.get(w(name))) for name in ("left", "right")))
        margins.set(w("left"), str(side))
        margins.set(w("right"), str(side))


def _own_style(paragraph: etree._Element) -> str:
    return _value_of(paragraph.find(w("pPr")), "pStyle")


def _value_of(owner: etree._Element | None, name: str) -> str:
    found = None if owner is None else owner.find(w(name))
    return "" if found is None else found.get(w("val"), "")


def _take_out(item: PlacedTag) -> None:
    text = element_with_token(item)
    text.text = (text.text or "").replace(item.token, "")
    if not text.text:
        prune(text)
