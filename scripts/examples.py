"""The examples as a user meets them: a data file is rendered by the command, a script is run.

A script of examples/ takes the name of the document to write: ``python examples/NAME.py DOCUMENT.docx``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "examples"
#: Documents that each show one structure of real acts.
GALLERY = FOLDER / "gallery"
_SUFFIXES = (".yaml", ".json", ".py")
_PRIKAZ = (sys.executable, "-c", "import sys; from prikaz.cli import main; sys.exit(main())")


def sources() -> tuple[Path, ...]:
    """All examples but the gallery, by name; one with files of its own lies in a folder."""
    found = (path for path in FOLDER.rglob("*") if path.suffix in _SUFFIXES)
    return tuple(sorted(path for path in found if GALLERY not in path.parents))


def gallery() -> tuple[Path, ...]:
    """The data files of the gallery, by name."""
    return tuple(sorted(GALLERY.rglob("*.yaml"), key=lambda path: path.stem))


def command(source: Path, document: Path) -> list[str]:
    """The command that makes ``document`` out of ``source``."""
    if source.suffix == ".py":
        return [sys.executable, str(source), str(document)]
    return [*_PRIKAZ, "render", str(source), "-o", str(document)]


def render(source: Path, into: Path) -> Path:
    """Make the .docx of an example in the folder ``into``; what was found in the order goes to stderr."""
    document = into / f"{source.stem}.docx"
    document.unlink(missing_ok=True)
    subprocess.run(command(source, document), stdout=subprocess.DEVNULL, check=True)
    return document
