"""Pictures with captions (рисунки)."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from prikaz.docx import Inline, Picture, Sequence
from prikaz.findings import Path
from prikaz.model import Illustration, Numbering
from prikaz.model.resolution.text_widths import DXA_PER_MM
from prikaz.writer.text_renderer import Printable, TextRenderer

#: Points of a picture on an inch of paper, where its author has not said how wide it is.
_USUAL_DPI: Final = 150
_MM_PER_INCH: Final = 25.4
#: Text of an upright sheet that is wider than this lies on its side, in millimetres.
_UPRIGHT: Final = 190
#: Height of the tallest picture on a sheet that stands, and on one that lies: a caption fits too.
_TALLEST: Final = 220
_TALLEST_ON_SIDE: Final = 140
#: A caption that the author has numbered.
_NUMBERED: Final = re.compile(r"рис(?:унок|\.)[ \u00a0]?(?:№[ \u00a0]?)?[\dА-Я]", re.IGNORECASE)


class MeasuredPicture(NamedTuple):
    """A picture ready to be fitted to a page."""

    illustration: Illustration
    caption: Printable

    def view(self, total: int) -> dict[str, Any]:
        """The picture as a template sees it, on a text ``total`` twentieths of a point wide."""
        info = self.illustration.image.info
        room = total / DXA_PER_MM
        tallest = _TALLEST if room < _UPRIGHT else _TALLEST_ON_SIDE
        wanted = self.illustration.width or info.width * _MM_PER_INCH / _USUAL_DPI
        width = min(wanted, room, tallest * info.width / info.height)
        alt = self.illustration.description or str(self.caption)
        picture = Picture(self.illustration.image.data, width=width, alt=alt)
        return {"вид": "рисунок", "рисунок": picture, "подпись": self.caption}


def illustration_view(illustration: Illustration, path: Path, renderer: TextRenderer) -> MeasuredPicture:
    """A picture with its caption; captions are numbered through the document."""
    caption = renderer.text(illustration.caption, (*path, "подпись"), opens_sentence=True)
    if caption and illustration.numbered and not _NUMBERED.match(illustration.caption):
        renderer.illustrations += 1
        number = str(renderer.illustrations)
        typed = renderer.profile.numbering is Numbering.TYPED
        counted = number if typed else Sequence("Рисунок", number)
        caption = Inline(["Рисунок\u00a0", counted, "\u00a0– ", caption])
    return MeasuredPicture(illustration, caption)
