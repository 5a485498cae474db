"""Documents of Word: packages, templates in docxtpl's language, values that templates print.

Names are loaded when they are asked for: who prints a document waits neither
for what reads templates nor for values he does not print.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.docx.template import Template
    from prikaz.docx.values.inline import Bookmark, Break, Footnote, Inline, Reference, Sequence
    from prikaz.docx.values.lists import ListOf
    from prikaz.docx.values.picture import Picture
    from prikaz.docx.values.result import Result
    from prikaz.docx.wml.package import Package
    from prikaz.docx.wml.restyle import restyled
    from prikaz.docx.wml.units import Mm

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "Bookmark": "values.inline",
    "Break": "values.inline",
    "Footnote": "values.inline",
    "Inline": "values.inline",
    "ListOf": "values.lists",
    "Mm": "wml.units",
    "Package": "wml.package",
    "Picture": "values.picture",
    "Reference": "values.inline",
    "Result": "values.result",
    "Sequence": "values.inline",
    "Template": "template",
    "restyled": "wml.restyle",
}
__all__ = [
    "Bookmark",
    "Break",
    "Footnote",
    "Inline",
    "ListOf",
    "Mm",
    "Package",
    "Picture",
    "Reference",
    "Result",
    "Sequence",
    "Template",
    "restyled",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
