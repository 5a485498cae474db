"""What a tag asks for and cannot have; the caller gets it as a :class:`prikaz.TemplateError`."""

from __future__ import annotations

from prikaz.findings import FindingKind


class TagError(Exception):
    """A tag asks for what it cannot have.

    Attributes:
        kind: Kind of the fault.
        message: What is wrong.
        hint: What to do; "" when the message says it all.
    """

    def __init__(self, kind: FindingKind, message: str, hint: str = "") -> None:
        super().__init__(kind, message, hint)
        self.kind = kind
        self.message = message
        self.hint = hint
