"""Fields of a part: where each begins, what it is told to do, which paragraphs its result goes on in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import PARAGRAPH
from prikaz.docx.revisions.source.names import (
    FIELD_MARK,
    FIELD_MARK_KIND,
    INSTRUCTION,
    INSTRUCTION_TEXT,
    SIMPLE_FIELD,
)

if TYPE_CHECKING:
    from lxml import etree

#: Fields that Word fills anew each time a file is opened.
_CLOCKS: Final = frozenset({"DATE", "TIME"})


class Field:
    """A field.

    Attributes:
        words: Pieces of its instruction.
    """

    def __init__(self, instruction: str = "") -> None:
        self.words = [instruction]
        self.is_open = True

    @property
    def instruction(self) -> str:
        r"""What it is told to do: "REF срок \h"."""
        return " ".join("".join(self.words).split())

    @property
    def is_clock(self) -> bool:
        """Whether it shows today's date, whatever stands there."""
        return self.instruction.partition(" ")[0].upper() in _CLOCKS


class Fields:
    """The fields of a part, found in one pass.

    Args:
        root: The part.
    """

    def __init__(self, root: etree._Element) -> None:
        self._by_element: dict[etree._Element, Field] = {}
        self._before: dict[etree._Element, tuple[Field, ...]] = {}
        stack: list[Field] = []
        for item in root.iter(PARAGRAPH, FIELD_MARK, INSTRUCTION_TEXT, SIMPLE_FIELD):
            if item.tag == PARAGRAPH:
                if stack:
                    self._before[item] = tuple(stack)
            elif item.tag == SIMPLE_FIELD:
                self._by_element[item] = Field(item.get(INSTRUCTION) or "")
            elif item.tag == INSTRUCTION_TEXT:
                if stack and stack[-1].is_open:
                    stack[-1].words.append(item.text or "")
            else:
                self._mark(item, stack)

    def _mark(self, item: etree._Element, stack: list[Field]) -> None:
        kind = item.get(FIELD_MARK_KIND)
        if kind == "begin":
            self._by_element[item] = Field()
            stack.append(self._by_element[item])
        elif stack and kind == "separate":
            stack[-1].is_open = False
        elif stack and kind == "end":
            stack.pop()

    def of(self, element: etree._Element) -> Field:
        """The field that an element begins, or is."""
        return self._by_element.get(element) or Field()

    def before(self, paragraph: etree._Element) -> tuple[Field, ...]:
        """Fields that began in earlier paragraphs and go on in this one."""
        return self._before.get(paragraph, ())

    def naming(self, words: Iterable[str]) -> list[str]:
        """Instructions that name one of these words."""
        return list(dict.fromkeys(each for word in words for each in self._by_word.get(word, ())))

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for instruction in dict.fromkeys(field.instruction for field in self._by_element.values()):
            for word in dict.fromkeys(re.findall(r"\w+", instruction)):
                found.setdefault(word, []).append(instruction)
        return found
