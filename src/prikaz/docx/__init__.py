"""Documents of Word: packages, templates in docxtpl's language, values that templates print."""

from prikaz.docx.inline import Bookmark, Break, Inline, Reference, Sequence
from prikaz.docx.package import Package
from prikaz.docx.picture import Mm, Picture
from prikaz.docx.restyle import restyled
from prikaz.docx.result import Result
from prikaz.docx.template import Template

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
