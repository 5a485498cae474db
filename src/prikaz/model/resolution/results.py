"""What a step of resolution gives: a value, and what was found while it was made."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from prikaz.findings import Finding

T = TypeVar("T")


class WithFindings(NamedTuple, Generic[T]):
    """A value with what is wrong or doubtful about it."""

    value: T
    findings: tuple[Finding, ...] = ()
