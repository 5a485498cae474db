"""Make the master templates of templates/docx/: ``python -m scripts.build_templates``.

The masters are data and small functions of :mod:`scripts.templates_builder`, so a
change of them is reviewed as text; the same sources give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from prikaz.masters.builder.body import document
from prikaz.masters.builder.kinds import MASTERS, REPORTS
from prikaz.masters.builder.package import package
from prikaz.masters.builder.reports import report

FOLDER = Path(__file__).parent.parent / "templates" / "docx"


def masters() -> dict[str, bytes]:
    """The templates by the names of their files."""
    return {f"{master.name}.docx": package(master, document()) for master in MASTERS}


def reports() -> dict[str, bytes]:
    """The templates of short reports by the names of their files."""
    return {f"reports/{master.name}.docx": package(master, report(master.name)) for master in REPORTS}


def main() -> None:
    """Write all of them, and say where they are."""
    (FOLDER / "reports").mkdir(parents=True, exist_ok=True)
    for name, content in (masters() | reports()).items():
        (FOLDER / name).write_bytes(content)
        print(FOLDER / name)


if __name__ == "__main__":
    main()
