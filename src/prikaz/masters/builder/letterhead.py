"""The head of the masters: the emblem, the lines of the body, its contacts, the kind, the date, the number.

Each line has a style for the middle of the sheet and one for its left corner.
"""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.markup import paragraph, run, tag, tag_line
from prikaz.masters.builder.page import TEXT
from prikaz.masters.builder.style import StyleDefinition

#: Width of the corner. ГОСТ Р 7.0.97-2025: a line of a requisite is up to 8 cm.
CORNER: Final = 80.0
_AT_RIGHT: Final = TEXT - CORNER

EMBLEM: Final = StyleDefinition(
    id="Emblem", name="Герб", follows="Letterhead", after=6, align="center", keep_next=True
)
CONTACTS: Final = StyleDefinition(
    id="Contacts",
    name="Реквизиты",
    follows="Kind",
    after=18,
    grouped=True,
    align="center",
    keep_next=True,
    ruled=True,
    size=10,
)
#: The same in the left corner, as they stand on their counterparts.
CORNERS: Final = (
    *(
        StyleDefinition(id=f"{style}Corner", name=f"{name} в углу", parent=style, right=_AT_RIGHT)
        for style, name in (
            ("Emblem", "Герб"),
            ("Letterhead", "Бланк"),
            ("Contacts", "Реквизиты"),
            ("Kind", "Вид документа"),
            ("Place", "Место издания"),
        )
    ),
    StyleDefinition(
        id="DateNumberCorner",
        name="Дата и номер в углу",
        parent="DateNumber",
        right=_AT_RIGHT,
        tabs=(("clear", TEXT), ("right", CORNER)),
    ),
)


def letterhead(*, movable: bool = True) -> str:
    """What stands above the kind of the document.

    Args:
        movable: Whether it may stand in the corner.
    """
    line = head_line if movable else _fixed_line
    return (
        tag_line("{%p if герб %}")
        + line("Emblem", "Герб", "{{ герб }}")
        + tag_line("{%p endif %}")
        + tag_line("{%p for строка in бланк %}")
        + line("Letterhead", "Бланк", "{{ строка }}")
        + tag_line("{%p endfor %}")
        + tag_line("{%p for строка in реквизиты %}")
        + line("Contacts", "Реквизиты", "{{ строка }}")
        + tag_line("{%p endfor %}")
    )


def head_line(style: str, name: str, text: str) -> str:
    """A line of the head that may stand in the corner."""
    corner = tag(f'{{% style "{name} в углу" if угловой else "{name}" %}}')
    return paragraph(style, corner, run(text))


def _fixed_line(style: str, _: str, text: str) -> str:
    return paragraph(style, run(text))
