"""What a Word file says (содержание), free of templates."""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.docx.content.elements import Content
    from prikaz.docx.content.reading import read_content

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "Content": "elements",
    "read_content": "reading",
}
__all__ = [
    "Content",
    "read_content",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
