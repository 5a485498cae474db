"""PDF of a batch: one run of LibreOffice for many documents against one run for each."""

from __future__ import annotations

import tempfile
from pathlib import Path

import prikaz
from benchmarks import job
from benchmarks.measure import table, wall_milliseconds
from prikaz import libreoffice
from prikaz.batch import make_pdfs


def main(*, quick: bool = False) -> None:
    """Print documents a minute."""
    if not libreoffice.available():
        print("PDF: LibreOffice is not installed\n")
        return
    count, alone = (10, 2) if quick else (40, 5)
    with tempfile.TemporaryDirectory() as folder:
        documents = [Path(folder) / f"{number}.docx" for number in range(count)]
        for number, path in enumerate(documents):
            prikaz.render(job.order(number)).save(path)
        together = wall_milliseconds(lambda: list(make_pdfs(documents))) / count
        each = (
            wall_milliseconds(
                lambda: [libreoffice.convert([path], into=path.parent) for path in documents[:alone]]
            )
            / alone
        )
    rows = [
        ("one run for all", f"{60_000 / together:.0f}"),
        ("a run for each", f"{60_000 / each:.0f}"),
        ("ratio", f"{each / together:.1f}×"),
    ]
    table(("PDF", "documents a minute"), rows)


if __name__ == "__main__":
    main()
