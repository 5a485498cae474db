"""Dates in the properties of a document."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DATES: Final = r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)"


def dated(core: str, day: date) -> str:
    """Have a document say that it was made on ``day``.

    Args:
        core: XML of the core properties (``docProps/core.xml``).
        day: Day of the order.

    >>> dated("<dcterms:created>2013</dcterms:created>", date(2027, 3, 16))
    '<dcterms:created>2027-03-16T00:00:00Z</dcterms:created>'
    """
    return re.sub(_DATES, rf"\g<1>{day.isoformat()}T00:00:00Z\3", core)
