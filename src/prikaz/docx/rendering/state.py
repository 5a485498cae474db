"""State of one render: what is counted, noted and added on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from prikaz.docx.rendering.compiled import Pages
from prikaz.docx.rendering.limits import ITERATIONS
from prikaz.docx.rendering.missing import Ledger
from prikaz.docx.wml.errors import TagError
from prikaz.docx.wml.numbering import Instances, NumberingDefinitions
from prikaz.docx.wml.styles import Styles
from prikaz.findings import Finding

if TYPE_CHECKING:
    from prikaz.docx.jinja.sandbox import Sandbox
    from prikaz.docx.values.picture import Picture

_FIRST_ID = 1_000_000  # above all ids that Word has given in the template


class RenderState:
    """What one render knows beside the template.

    Attributes:
        sandbox: Gives the sandbox of Jinja; what is plain does not ask for it.
        styles: Styles of the template.
        instances: Lists that this render begins anew.
        ledger: What is missing.
        landscape: Whether the next section is turned on its side.
        findings: What was found on the way.
        pictures: Pictures by the part they stand in and their relationship.
    """

    def __init__(
        self,
        *,
        sandbox: Callable[[], Sandbox],
        styles: Styles,
        numbering: NumberingDefinitions,
        pages: Pages,
        ledger: Ledger,
    ) -> None:
        self.sandbox = sandbox
        self.styles = styles
        self.instances = Instances(numbering)
        self.ledger = ledger
        self.landscape = False
        self.findings: list[Finding] = []
        self.pictures: dict[str, dict[str, Picture]] = {}
        self._pages = pages
        self._turns = ITERATIONS
        self._last_id = _FIRST_ID

    def tick(self, weight: int) -> None:
        """Count a turn of a loop."""
        self._turns -= weight
        if self._turns < 0:
            raise TagError("повторяет слишком много раз", "проверьте, по чему идёт цикл")

    def next_id(self) -> int:
        """Give an id that nothing in the document has."""
        self._last_id += 1
        return self._last_id

    def page_xml(self, part: str, number: int) -> str:
        """Write the page of a section; a turn that was asked for is done once."""
        turned, self.landscape = self.landscape, False
        return self._pages[part][number][turned]

    def picture_xml(self, picture: Picture, part: str) -> str:
        """Write a picture that stands in ``part``; its file is added to the document."""
        relation = f"rIdPicture{picture.digest}"
        self.pictures.setdefault(part, {})[relation] = picture
        return picture.xml(relation, self.next_id())

    def tell_illegal(self, signs: Sequence[str], slot: str) -> None:
        """Tell that signs were taken out of the value of ``slot``."""
        codes = ", ".join(f"U+{ord(sign):04X}" for sign in signs)
        told = f"из значения «{slot}» убраны знаки, которых в документе быть не может: {codes}"
        finding = Finding(code="control-character", message=told, hint="наберите это место заново")
        if finding not in self.findings:
            self.findings.append(finding)
