"""Styles of a template by the names that Word shows, and the lists they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.names import w
from prikaz.findings import FindingKind, Severity

if TYPE_CHECKING:
    from lxml import etree

STYLE_UNKNOWN: Final = FindingKind("style-unknown", "Такого стиля в шаблоне нет", Severity.ERROR)
#: Word writes the names of its own styles in English and shows them in Russian.
_SHOWN: Final = {
    "обычный": "normal",
    "название": "title",
    "подзаголовок": "subtitle",
    "основной текст": "body text",
    "основной текст с отступом": "body text indent",
    "абзац списка": "list paragraph",
    "верхний колонтитул": "header",
    "нижний колонтитул": "footer",
    "текст сноски": "footnote text",
    "название объекта": "caption",
    "без интервала": "no spacing",
}


class ParagraphStyle(NamedTuple):
    """A style of paragraphs.

    Attributes:
        id: Its name inside the file.
        name: Its name as Word shows it.
        based_on: Id of the style it follows, or "".
        number: Id of its list (``w:numId``), or "".
        level: Level in the list, from 0; "" when the style does not say.
    """

    id: str
    name: str
    based_on: str = ""
    number: str = ""
    level: str = ""


class Styles:
    """Styles of paragraphs of one template.

    Attributes:
        exact: Ids by names as Word shows them, to the letter.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id = {style.id: style for style in _styles(root)}
        self.exact: Mapping[str, str] = {style.name: style.id for style in self._by_id.values()}
        self._by_name: Mapping[str, str] = {_plain(style.name): style.id for style in self._by_id.values()}

    def id_of(self, name: str) -> str:
        """Find a style by its name as Word shows it, or by its id.

        Raises:
            TagError: There is no such style; the hint names the nearest ones.
        """
        if name in self.exact:
            return self.exact[name]
        plain = _plain(name)
        found = self._by_name.get(_SHOWN.get(plain, plain))
        if found is None and name in self._by_id:
            found = name
        if found is None:
            import difflib  # noqa: PLC0415 (most styles are there)

            near = difflib.get_close_matches(name, [style.name for style in self._by_id.values()], 3, 0.5)
            names = ", ".join(f"«{other}»" for other in near)
            hint = f"есть похожие: {names}" if near else "создайте его в Word"
            raise TagError(STYLE_UNKNOWN, f"в шаблоне нет стиля «{name}»", hint)
        return found

    def numbering_of(self, style: str) -> tuple[str, str]:
        """Give list and level of a style, also where it has them from the style it follows; "" when none."""
        number = level = ""
        for each in self._chain(style):
            number, level = number or each.number, level or each.level
        return number, level

    def _chain(self, style: str) -> Iterator[ParagraphStyle]:
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            style = self._by_id[style].based_on


def _styles(root: etree._Element | None) -> Iterator[ParagraphStyle]:
    for style in () if root is None else root.iter(w("style")):
        if style.get(w("type"), "paragraph") == "paragraph":
            yield ParagraphStyle(
                id=style.get(w("styleId"), ""),
                name=_value(style, "w:name"),
                based_on=_value(style, "w:basedOn"),
                number=_value(style, "w:pPr/w:numPr/w:numId"),
                level=_value(style, "w:pPr/w:numPr/w:ilvl"),
            )


def _value(style: etree._Element, path: str) -> str:
    found = style.find(path, {"w": w("")[1:-1]})
    return "" if found is None else found.get(w("val"), "")


def _plain(name: str) -> str:
    """Compare names as Word does; «Заголовок 1» is its own "heading 1"."""
    plain = " ".join(name.casefold().split())
    return re.sub(r"^заголовок (?=[1-9]$)", "heading ", plain)
