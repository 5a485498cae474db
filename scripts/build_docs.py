"""Write all that is made from the code: ``python -m scripts.build_docs``, or ``make docs``.

The tables of the doors, the attributes in the docstrings of the model, and of the docs the
glossary, the list of findings and the API reference. ``make test`` says when one of them is stale.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from prikaz import files
from scripts import build_api, build_attributes, build_doors, build_findings

_DOCS: Final = Path(__file__).parent.parent / "docs"


def written() -> dict[Path, str]:
    """What each file ought to hold, by its path."""
    doors = {build_doors.path_of(package): build_doors.written(package) for package in build_doors.DOORS}
    pages = {
        _DOCS / "glossary.md": files.glossary(),
        _DOCS / "findings.md": build_findings.page(),
        _DOCS / "api.md": build_api.page(),
    }
    return doors | build_attributes.written() | pages


def main() -> None:
    """Write what is stale; docstrings first, for the API reference quotes them."""
    for path, text in written().items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
