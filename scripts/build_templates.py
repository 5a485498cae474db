"""Write the built-in templates to templates/docx/: ``python -m scripts.build_templates``.

They are data and small functions of :mod:`prikaz.masters.builder`, so a change
of them is reviewed as text; the same sources give the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from prikaz.masters.builder import build_masters, build_reports

FOLDER: Final = Path(__file__).parent.parent / "templates" / "docx"


def main() -> None:
    """Write all of them, and say where they are."""
    reports = FOLDER / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    files = {FOLDER / name: content for name, content in build_masters().items()}
    files |= {reports / name: content for name, content in build_reports().items()}
    for path, content in files.items():
        path.write_bytes(content)
        print(path)


if __name__ == "__main__":
    main()
