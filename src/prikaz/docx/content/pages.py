"""Pages on which paragraphs begin, as the program that saved the file last laid them out (страницы)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import PARAGRAPH, TEXT
from prikaz.docx.wml.names import w

if TYPE_CHECKING:
    from lxml import etree

_BREAK: Final = w("lastRenderedPageBreak")


def pages(root: etree._Element) -> tuple[int, ...]:
    """The page of each w:p of a part in document order, from 1; () when the file does not say.

    Word leaves a mark where a page began when it saved the file; other programs do not.
    """
    if root.find(f".//{_BREAK}") is None:
        return ()
    made: list[int] = []
    page, is_begun = 1, True
    for element in root.iter(PARAGRAPH, TEXT, _BREAK):
        if element.tag == PARAGRAPH:
            made.append(page)
            is_begun = False
        elif element.tag == TEXT:
            is_begun = is_begun or bool(element.text)
        else:
            page += 1
            if made and not is_begun:
                made[-1] = page
    return tuple(made)
