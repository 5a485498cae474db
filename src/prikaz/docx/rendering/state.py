"""State of one render: what is counted, recorded and added on the way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from prikaz.docx.rendering.compiled import Pages
from prikaz.docx.rendering.limits import BUDGET, LIMIT_EXCEEDED
from prikaz.docx.rendering.missing import MissingValues
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.numbering import ListInstances, NumberingDefinitions
from prikaz.docx.wml.styles import Styles
from prikaz.findings import Finding, FindingKind

if TYPE_CHECKING:
    from prikaz.docx.rendering.footnotes import Footnotes
    from prikaz.docx.values.picture import Picture
    from prikaz.docx.wml.package import Package

CONTROL_CHARACTER: Final = FindingKind(
    "control-character", "Из значения убраны знаки, которых в документе быть не может"
)
_FIRST_ID: Final = 1_000_000  # above all ids that Word has given in the template


class RenderState:
    """What one render knows besides the template.

    Attributes:
        styles: Styles of the template.
        lists: Lists that this render has made.
        missing: Values that were not given.
        landscape: Whether the next section is turned on its side.
        findings: What was found on the way.
        pictures: Pictures by the part they stand in and their relationship.
    """

    def __init__(
        self,
        *,
        styles: Styles,
        numbering: NumberingDefinitions,
        pages: Pages,
        missing: MissingValues,
        package: Package,
    ) -> None:
        self.styles = styles
        self.lists = ListInstances(numbering)
        self.missing = missing
        self.landscape = False
        self.findings: list[Finding] = []
        self.pictures: dict[str, dict[str, Picture]] = {}
        self._pages = pages
        self._package = package
        self._budget = BUDGET
        self._last_id = _FIRST_ID

    def charge(self, cost: int) -> None:
        """Take the cost of an iteration, or of other work, from the budget."""
        self._budget -= cost
        if self._budget < 0:
            raise TagError(LIMIT_EXCEEDED, "повторяет слишком много раз", "проверьте, по чему идёт цикл")

    def next_id(self) -> int:
        """Give an id that nothing in the document has."""
        self._last_id += 1
        return self._last_id

    @cached_property
    def footnotes(self) -> Footnotes:
        """The footnotes of this render, from the first one on."""
        from prikaz.docx.rendering.footnotes import Footnotes  # noqa: PLC0415 (most documents have none)

        return Footnotes(self._package)

    @property
    def has_footnotes(self) -> bool:
        """Whether a footnote was printed."""
        return "footnotes" in self.__dict__

    def page_xml(self, part: str, number: int) -> str:
        """Write the page of a section; it is turned if that was asked for since the last one."""
        turned, self.landscape = self.landscape, False
        return self._pages[part][number][turned]

    def picture_xml(self, picture: Picture, part: str) -> str:
        """Write a picture that stands in ``part``; its file is added to the document."""
        relation = f"rIdPicture{picture.digest}"
        self.pictures.setdefault(part, {})[relation] = picture
        return picture.xml(relation, self.next_id())

    def report_removed(self, characters: Sequence[str], slot: str) -> None:
        """Add a finding: characters were removed from the value of ``slot``."""
        codes = ", ".join(f"U+{ord(character):04X}" for character in characters)
        finding = CONTROL_CHARACTER.finding(
            f"из значения «{slot}» убраны знаки, которых в документе быть не может: {codes}",
            hint="наберите это место заново",
        )
        if finding not in self.findings:
            self.findings.append(finding)
