"""What a command says besides the errors of the library."""

from __future__ import annotations

from prikaz.errors import ExplainedError, PrikazError


class UsageError(ExplainedError):
    """The arguments do not say what to do."""


class IncompleteError(PrikazError):
    """Part of the work was done and part was not; what was not has been reported."""
