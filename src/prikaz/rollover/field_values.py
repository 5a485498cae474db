"""The texts of an order by their paths, and the values of fields out of texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.model import Order, Target
from prikaz.model.rebuilding import FieldLocation, rebuild
from prikaz.rollover.outcome import Change

#: What a text makes: a text, a deadline, the value of an indicator.
FieldValue: TypeAlias = str | Deadline | Target


def field_values(order: Order) -> Mapping[Path, FieldValue]:
    """Everything in an order that a text makes, by its path; ``str()`` gives the text."""
    found: dict[Path, FieldValue] = {}

    def note(location: FieldLocation, value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        if isinstance(value, FieldValue):
            found[location.path] = value
        return value

    rebuild(order, note)
    return found


def with_texts(order: Order, texts: Mapping[Path, str]) -> Order:
    """An order with other texts in some of its fields."""
    return rebuild(
        order,
        lambda location, value: like(value, texts[location.path]) if location.path in texts else value,
    )


def like(value: FieldValue, text: str) -> FieldValue:
    """The value that a text makes in the place of another value."""
    if isinstance(value, Deadline):
        return parse_deadline(text)
    return Target.parse(text) if isinstance(value, Target) else text


def changed_text(text: str, changes: Sequence[Change]) -> str:
    """A text with changes made, whose places are those of the text as it is.

    >>> changed_text("до 01.06.2027", [Change(path=(), was="2027", became="2028", why="", at=9)])
    'до 01.06.2028'
    """
    for change in sorted(changes, key=lambda change: -change.at):
        text = text[: change.at] + change.became + text[change.at + len(change.was) :]
    return text
