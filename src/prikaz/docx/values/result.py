"""A rendered document, and what was found on the way."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import BinaryIO

from attrs import evolve, field, frozen

from prikaz.annotations import checked
from prikaz.findings import Finding
from prikaz.opc.atomic_write import write_file


@frozen(kw_only=True)
class Result:
    """A rendered document (готовый документ).

    Attributes:
        findings: What a person should look at; empty is good news.
    """

    _data: bytes = field(repr=lambda data: f"<{len(data)} bytes>")
    findings: tuple[Finding, ...] = ()

    def with_findings(self, findings: Iterable[Finding]) -> Result:
        """Give the same document with findings of others before its own."""
        return evolve(self, findings=(*findings, *self.findings))

    def to_bytes(self) -> bytes:
        """Give the .docx as bytes; the same input gives the same bytes."""
        return self._data

    @checked
    def save(self, target: str | os.PathLike[str] | BinaryIO, *, overwrite: bool = False) -> None:
        """Write the .docx to a file, whole or not at all, or to a binary stream.

        Args:
            target: Path or stream.
            overwrite: Replace a file even if it is not one that prikaz has written, or was edited since.

        Raises:
            OutputError: The file was edited since it was made, is open elsewhere, or cannot be written.
        """
        if isinstance(target, str | os.PathLike):
            write_file(target, self._data, overwrite=overwrite)
        else:
            target.write(self._data)
