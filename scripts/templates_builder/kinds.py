"""The four masters as data: all that differs between them."""

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
        issuer_bold: Whether the body is named in bold: an act of the body itself, not of its official.
        signature_above: Space above a signature, points.
    """

    name: str
    kind_size: float
    kind_spaced: float = 0
    issuer_bold: bool = True
    signature_above: float = 42


MASTERS: Final = (
    Master(name="приказ", kind_size=16, kind_spaced=2),
    Master(name="постановление", kind_size=16, kind_spaced=3),
    Master(name="распоряжение", kind_size=16, kind_spaced=3),
    Master(name="решение", kind_size=18, kind_spaced=4),
)
