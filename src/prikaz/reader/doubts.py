"""What was understood only by guess (сомнения), told with the field it became."""

from __future__ import annotations

from typing import NamedTuple

from prikaz.findings import Path
from prikaz.reader.source_text import SourceText


class Doubt(NamedTuple):
    """A guess that a person should look at (сомнение).

    Attributes:
        text: The words it is about.
        path: The field that they became; in a table from the block on, () for the whole of it.
        reason: What is doubtful, in Russian, lower case.
        proposal: What to do, in the imperative; "" for nothing.
    """

    text: SourceText
    path: Path
    reason: str
    proposal: str = ""
