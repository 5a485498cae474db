"""Documents of Word: packages, templates in docxtpl's language, values that templates print.

Names are loaded when they are asked for: who prints a document waits neither
for what reads templates nor for values he does not print.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.docx.inline import Bookmark, Break, Inline, Reference, Sequence
    from prikaz.docx.package import Package
    from prikaz.docx.picture import Mm, Picture
    from prikaz.docx.restyle import restyled
    from prikaz.docx.result import Result
    from prikaz.docx.template import Template

_HOMES = {
    "Bookmark": "inline",
    "Break": "inline",
    "Inline": "inline",
    "Mm": "picture",
    "Package": "package",
    "Picture": "picture",
    "Reference": "inline",
    "Result": "result",
    "Sequence": "inline",
    "Template": "template",
    "restyled": "restyle",
}

__all__ = [
    "Bookmark",
    "Break",
    "Inline",
    "Mm",
    "Package",
    "Picture",
    "Reference",
    "Result",
    "Sequence",
    "Template",
    "restyled",
]


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
