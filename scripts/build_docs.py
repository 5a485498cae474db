"""Write all that is made from the code: ``python -m scripts.build_docs``, or ``make docs``.

The tables of the doors, the attributes in the docstrings of the model, and of the docs the
glossary, the list of findings and the API reference. ``make test`` says when one of them is stale.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from prikaz import files
from scripts import build_api, build_attributes, build_doors, build_findings

_DOCS: Final = Path(__file__).parent.parent / "docs"
_PAGES: Final = "--pages"


def code() -> dict[Path, str]:
    """What each file of the code that is made from other code ought to hold, by its path."""
    doors = {build_doors.path_of(package): build_doors.written(package) for package in build_doors.DOORS}
    return doors | build_attributes.written()


def pages() -> dict[Path, str]:
    """What each page that is made from the code ought to hold, by its path."""
    return {
        _DOCS / "glossary.md": files.glossary(),
        _DOCS / "findings.md": build_findings.page(),
        _DOCS / "api.md": build_api.page(),
    }


def main() -> None:
    """Write what is stale: the code, then, in a fresh Python that has it, the pages."""
    if _PAGES not in sys.argv:
        _write(code())
        subprocess.run([sys.executable, "-m", "scripts.build_docs", _PAGES], check=True)
        return
    _write(pages())


def _write(wanted: Mapping[Path, str]) -> None:
    for path, text in wanted.items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
