"""PDF of a batch: many documents through one run of LibreOffice, whose start is most of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from prikaz import libreoffice
from prikaz.batch.many import bundles

#: Documents of one run: the start is spread thin, and a bad document spoils few others.
_BUNDLE: Final = 50
_SECONDS: Final = 60.0
_SECONDS_EACH: Final = 20.0


def make_pdfs(documents: Sequence[Path]) -> Iterator[Path]:
    """Make a PDF beside each document.

    Yields:
        The new files, bundle by bundle.

    Raises:
        LibreOfficeError: LibreOffice is absent, or did not convert a document.
        OutputError: A PDF cannot be put into its folder.
    """
    for bundle in bundles(documents, _BUNDLE):
        timeout = _SECONDS + _SECONDS_EACH * len(bundle)
        yield from libreoffice.convert(bundle, into=bundle[0].parent, timeout=timeout)


def without_pdf(documents: Sequence[Path]) -> list[Path]:
    """The documents that have no PDF beside them, or an older one."""
    return [path for path in documents if not _is_fresh(path)]


def _is_fresh(document: Path) -> bool:
    pdf = document.with_suffix(".pdf")
    return pdf.exists() and pdf.stat().st_mtime_ns >= document.stat().st_mtime_ns
