"""Whose changes are written, how they are dated and numbered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from prikaz.docx.content.names import AUTHOR
from prikaz.docx.revisions.source.names import DATE, ID

if TYPE_CHECKING:
    from lxml import etree


class Pen(NamedTuple):
    """How changes are written.

    Attributes:
        author: Whose they are.
        date: The day they are said to be made on; None to say nothing.
        accept: Whether they are made without marks.
        next_id: Gives numbers for recorded changes.
    """

    author: str
    date: date | None
    accept: bool
    next_id: Callable[[], int]

    def change(self, owner: etree._Element, name: str) -> etree._Element:
        """Make the element of a recorded change."""
        return self.sign(owner.makeelement(name))

    def sign(self, made: etree._Element) -> etree._Element:
        """Say in the element of a recorded change whose it is."""
        made.set(ID, str(self.next_id()))
        made.set(AUTHOR, self.author)
        if self.date is not None:
            made.set(DATE, moment(self.date))
        return made


def moment(day: date) -> str:
    """A day, or a moment of it, as Word writes it.

    >>> moment(date(2027, 3, 16)), moment(datetime(2027, 3, 16, 9, 30))
    ('2027-03-16T00:00:00Z', '2027-03-16T09:30:00Z')
    """
    time = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return f"{time:%Y-%m-%dT%H:%M:%S}Z"
