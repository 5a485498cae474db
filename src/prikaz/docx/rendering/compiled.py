"""A template ready to be run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from prikaz.docx.rendering.code import Code
from prikaz.docx.wml.numbering import NumberingDefinitions
from prikaz.docx.wml.package import Package
from prikaz.docx.wml.styles import Styles

#: For each part, XML of the pages of its sections: as they are, and on their side.
Pages: TypeAlias = Mapping[str, tuple[tuple[str, str], ...]]


class Compiled(NamedTuple):
    """A template ready to be run; plain data, that it may be kept.

    Attributes:
        package: The .docx.
        codes: Code of each part that has tags, in the order they are printed.
        pages: Pages of its sections.
        styles: Styles of the template.
        numbering: Lists of the template.
    """

    package: Package
    codes: tuple[Code, ...]
    pages: Pages
    styles: Styles
    numbering: NumberingDefinitions
