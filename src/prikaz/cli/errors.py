"""What a command says besides the errors of the library."""

from __future__ import annotations

from prikaz.errors import PrikazError


class UsageError(PrikazError):
    """The arguments do not say what to do."""


class IncompleteError(PrikazError):
    """Part of the work was done and part was not; what was not has been reported."""
