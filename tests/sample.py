"""A small order as a .docx: sound as it stands, and easy to break in one place.

The measuring tests prove on it that they see a fault. Its parts lie in sample_parts/ and are written by hand,
so that a fault of the package cannot hide here.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from attrs import frozen

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
HEADER = "word/header1.xml"

_PARTS = Path(__file__).parent / "sample_parts"
_CLAUSE = (
    '<w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr><w:r><w:t>Руководителям школ района назначить'
    " ответственных, представить сведения о наставниках до конца месяца и вести их учёт в течение всего года,"
    " ежемесячно сверяя его с данными отдела.</w:t></w:r></w:p>"
)
_ROW = (
    "<w:tr><w:tc><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Мероприятие {0}</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>в течение года</w:t></w:r></w:p></w:tc></w:tr>"
)


@frozen
class Edit:
    """One change of one part: ``old``, which must be there, becomes ``new``, everywhere."""

    part: str
    old: str
    new: str

    def apply(self, parts: dict[str, str]) -> None:
        """Change the part in place."""
        assert self.old in parts[self.part], f"{self.part} has no {self.old}"
        parts[self.part] = parts[self.part].replace(self.old, self.new)


def write(path: Path, *edits: Edit) -> Path:
    """Write the sample, changed by ``edits``: two pages of text, two of a landscape annex with a table."""
    parts = {file.relative_to(_PARTS).as_posix(): file.read_text("utf-8") for file in _files()}
    rows = "".join(_ROW.format(number) for number in range(2, 40))
    contents = (Edit(DOCUMENT, "<!-- clauses -->", _CLAUSE * 16), Edit(DOCUMENT, "<!-- rows -->", rows))
    for edit in (*contents, *edits):
        edit.apply(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def _files() -> list[Path]:
    return sorted(file for file in _PARTS.rglob("*") if file.is_file())
