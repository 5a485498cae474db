"""What the engine refuses while rendering; it reaches the caller as a :class:`prikaz.TemplateError`."""

from __future__ import annotations


class TagError(Exception):
    """A tag asks for what it cannot have.

    Attributes:
        message: What is wrong.
        hint: What to do; "" when the message says it all.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
