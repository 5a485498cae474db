"""From a Word file back to an order (чтение)."""

from __future__ import annotations

from prikaz.docx.wml.package import PackageSource
from prikaz.errors import PackageError
from prikaz.model import OfficeProfile
from prikaz.reader.draft import WordDraft


def read(source: PackageSource, *, profile: OfficeProfile | None = None, name: str = "") -> WordDraft:  # noqa: ARG001 (what is to come)
    """Read an order out of a Word file.

    Raises:
        PackageError: It is no Word file, or cannot be read or trusted.
    """
    raise PackageError("файлы Word пока не читаются", file=name)
