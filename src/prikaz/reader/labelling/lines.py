"""Items as labelled lines."""

from __future__ import annotations

from typing import Final

from prikaz.reader.labelling.items import Item
from prikaz.reader.paper import Line, PictureLine, Role

#: A longer line is text, and none of a title.
LONGEST_TITLE: Final = 300
#: A longer line is text, and none of a letterhead or a heading over several lines.
LONGEST_LINE: Final = 160


def line_of(item: Item, role: Role, group: int = 0) -> Line:
    """An item as a labelled line."""
    return Line(
        role,
        item.text,
        number=item.number,
        group=group,
        letter_spaced=item.letter_spaced,
        centred=item.centred,
        alignment=item.alignment,
    )


def picture_of(item: Item, role: Role) -> PictureLine:
    """An item as a labelled picture."""
    assert item.picture is not None  # noqa: S101 (asked before)
    picture = item.picture
    return PictureLine(role, picture.data, picture.width, picture.height, picture.description)
