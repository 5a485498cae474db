"""Lists of Word that paragraphs of several styles share."""

from __future__ import annotations

from attrs import frozen

from prikaz.value import Value


@frozen(repr=False, eq=False)
class ListOf(Value):
    """The list of another style (список другого стиля), for ``{% numbering %}``.

    The paragraph stands in it at the level of its own style: «2.1.» of «Пункт 2» under «II.» of a heading.

    Attributes:
        key: Key of the list; paragraphs of the other style name it alone.
        style: Name of the other style.
    """

    key: str
    style: str

    def __str__(self) -> str:
        return self.key
