"""The masters as data: all that differs between them."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Master:
    """A master template (шаблон вида документа).

    Attributes:
        name: Name of the file and of the kind.
        kind_size: Size of the line with the kind of document, points.
        kind_spaced: Space between the letters of that line, points.
    """

    name: str
    kind_size: float
    kind_spaced: float


MASTERS: Final = (
    Master(name="приказ", kind_size=16, kind_spaced=2),
    Master(name="постановление", kind_size=16, kind_spaced=3),
    Master(name="распоряжение", kind_size=16, kind_spaced=3),
    Master(name="решение", kind_size=18, kind_spaced=4),
)

#: A plan, a положение and whatever else stands without an order.
STANDALONE: Final = Master(name="документ", kind_size=14, kind_spaced=0)

#: Short reports for the head of an office, on the sheet and in the styles of the masters.
REPORTS: Final = (
    Master(name="изменения", kind_size=14, kind_spaced=0),
    Master(name="различия", kind_size=14, kind_spaced=0),
)
