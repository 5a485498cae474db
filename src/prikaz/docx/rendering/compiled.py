"""A compiled template: plain data, so that it can be stored in a cache."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from attrs import frozen

from prikaz.docx.wml.numbering import NumberingDefinitions
from prikaz.docx.wml.package import Package
from prikaz.docx.wml.styles import Styles

if TYPE_CHECKING:
    from prikaz.docx.compilation.source import PartSource

#: Name of the file that the code of a part says it stands in.
FILE_NAME: Final = "<prikaz template>"
#: For each part, XML of the pages of its sections: as they are, and on their side.
Pages: TypeAlias = Mapping[str, tuple[tuple[str, str], ...]]


@frozen(kw_only=True, slots=False, repr=False, eq=False)
class CompiledPart:
    """A compiled part of a template.

    Attributes:
        name: Name of the part, "word/document.xml".
        slots: Names of the values that it needs.
        plain: Whether it runs without Jinja.
        lines: Lines of the code and the line of the source that each begins.
        code: Code of Python, as ``marshal`` writes it.
    """

    name: str
    slots: tuple[str, ...]
    plain: bool
    lines: tuple[tuple[int, int], ...]
    code: bytes
    _source: bytes

    @cached_property
    def source(self) -> PartSource:
        """What the part was compiled from; pickled, because a render without faults does not ask for it."""
        found: PartSource = pickle.loads(self._source)  # noqa: S301  (made by us)
        return found


class CompiledTemplate(NamedTuple):
    """A compiled template.

    Attributes:
        package: The .docx.
        parts: Each part that has tags, in the order they are printed.
        pages: Pages of its sections.
        styles: Styles of the template.
        numbering: Lists of the template.
    """

    package: Package
    parts: tuple[CompiledPart, ...]
    pages: Pages
    styles: Styles
    numbering: NumberingDefinitions
