"""Reading deadlines: from the words of an order to the values of :mod:`prikaz.language.deadlines.kinds`."""

from __future__ import annotations

from datetime import date

from prikaz.errors import LanguageError
from prikaz.language.deadlines.kinds import Deadline, OnDate
from prikaz.language.time.dates import parse_date


def parse_deadline(text: str) -> Deadline:
    """Read a deadline; nothing is ever refused.

    Args:
        text: The words of a cell or of a clause, with any spaces and dashes; "" is a blank.

    Returns:
        A value whose ``str()`` is ``text`` to the character; a
        :class:`~prikaz.language.deadlines.kinds.Verbatim` if it was not understood.

    >>> parse_deadline("с 25 мая по 5 июня 2027 года").span()
    (datetime.date(2027, 5, 25), datetime.date(2027, 6, 5))
    >>> parse_deadline("после приёмки школ").understood
    False
    """
    if day := _read_figures(text.removeprefix("до ")):
        return OnDate(day, text=text)
    from prikaz.language.deadlines.grammar import parse_phrase  # noqa: PLC0415 - its patterns, for who needs them

    return parse_phrase(text)


def _read_figures(text: str) -> date | None:
    """The day of «01.06.2027», by far the most frequent deadline."""
    if len(text) != len("01.06.2027"):
        return None
    try:
        return parse_date(text)
    except LanguageError:
        return None
