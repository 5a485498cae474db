"""Pages of a PDF as pictures, drawn by poppler where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def available() -> bool:
    """Whether pdftoppm of poppler is on PATH."""
    return shutil.which("pdftoppm") is not None


def draw(pdf: Path, into: Path, *, dpi: int = 60) -> tuple[Path, ...]:
    """Draw every page of ``pdf`` as a PNG in the folder ``into``: NAME-1.png and so on, in their order."""
    into.mkdir(parents=True, exist_ok=True)
    for old in _pictures(pdf, into):
        old.unlink()
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(into / pdf.stem)], check=True)
    return _pictures(pdf, into)


def _pictures(pdf: Path, folder: Path) -> tuple[Path, ...]:
    return tuple(
        sorted(folder.glob(f"{pdf.stem}-*.png"), key=lambda picture: (len(picture.name), picture.name))
    )
