"""Code of one part of a template, as it is kept."""

from __future__ import annotations

import pickle
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import PartSource


@frozen(kw_only=True, slots=False, repr=False, eq=False)
class Code:
    """What compiling a part gives; plain data, that it may be kept.

    Attributes:
        name: Name of the part, "word/document.xml".
        slots: Names of the values that it needs.
        plain: Whether it runs without Jinja.
        lines: Line of the source for lines of the code, as Jinja tells them.
        body: The code of Python, as ``marshal`` writes it.
    """

    name: str
    slots: tuple[str, ...]
    plain: bool
    lines: tuple[tuple[int, int], ...]
    body: bytes
    _source: bytes

    @cached_property
    def source(self) -> PartSource:
        """What the part was made of; kept pickled, because a render that goes well does not ask for it."""
        found: PartSource = pickle.loads(self._source)  # noqa: S301  (made by us)
        return found
