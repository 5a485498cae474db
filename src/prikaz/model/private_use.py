"""Private-use characters (знаки без значения): bullets pasted from Word, which mean nothing outside one font.

No paper can show them, so resolving a text leaves them out, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from prikaz.findings import Finding, FindingKind, Severity
from prikaz.model.orders import Order
from prikaz.model.prose import texts, words
from prikaz.model.text import without_marked

PRIVATE_CHARACTER: Final = FindingKind(
    "private-character", "В тексте маркер из Word, у которого нет значения", Severity.ERROR
)
#: The Private Use Area of the first plane, where the fonts of Word have their bullets.
_PRIVATE: Final = r"[\ue000-\uf8ff]+"


def has_private(text: str) -> bool:
    """Whether a text holds private-use characters; most texts can be printed, and so hold none.

    >>> has_private("\uf0b7 Утвердить план."), has_private("№\u00a075")
    (True, False)
    """
    return not text.isprintable() and re.search(_PRIVATE, text) is not None


def without_private(text: str) -> str:
    """The text without its private-use characters.

    >>> without_private("\uf0b7 Утвердить план.")
    ' Утвердить план.'
    """
    return re.sub(_PRIVATE, "", text)


def private_characters(text: str) -> Iterator[Finding]:
    """The first private-use character of a text outside backticks and braces, if there is one."""
    if has_private(text) and (found := re.search(_PRIVATE, without_marked(text))):
        sign = f"U+{ord(found[0][0]):04X}"
        yield PRIVATE_CHARACTER.finding(
            f"в тексте знак {sign}, у которого нет значения: так вставляется маркер из Word",
            "сотрите его или наберите нужный знак",
        )


def find_private(order: Order) -> Iterator[Finding]:
    """Private-use characters in the texts of an order; places are sought only where there are some."""
    if any(map(has_private, words(order))):
        for path, text in texts(order):
            yield from (evolve(finding, path=path) for finding in private_characters(text))
