"""The face of a draft: an order with the source it was taken from, be that a data file or a Word file."""

from __future__ import annotations

from typing import Protocol

from prikaz.findings import Finding, Path
from prikaz.model.orders import Order


class SourcePlace(Protocol):
    """Where something stands in the source of a draft (место); ``str()`` prints it for a clerk."""

    @property
    def file(self) -> str:
        """Name of the file as the user gave it; "" for data from memory."""

    @property
    def line(self) -> int:
        """Line from 1; 0 when there is none."""

    @property
    def column(self) -> int:
        """Column from 1, in characters; 0 when there is none."""

    @property
    def cell(self) -> object | None:
        """Place in a table, which ``str()`` prints; None elsewhere."""


class Draft(Protocol):
    """An order with its source (черновик)."""

    @property
    def order(self) -> Order:
        """The order."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is worth reporting and does not hinder opening."""

    def place(self, path: Path) -> SourcePlace:
        """Place of a field in the source, or of the nearest thing around it that has one."""
