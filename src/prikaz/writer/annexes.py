"""Annexes (приложения)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from prikaz.model import Layout, Orientation
from prikaz.model.resolution.marks import mark_lines
from prikaz.model.resolution.numbering import NumberedAnnex
from prikaz.model.resolution.text_widths import DXA_PER_MM, WIDE, portrait_width
from prikaz.writer.blocks import block_views, fitted, tables
from prikaz.writer.new_wordings import BlockView
from prikaz.writer.stamps import stamps_view
from prikaz.writer.text_renderer import TextRenderer


class TextWidths(NamedTuple):
    """Width of the text on the two kinds of sheet, in twentieths of a point."""

    portrait: int
    landscape: int

    @classmethod
    def of(cls, layout: Layout) -> TextWidths:
        """The widths on A4 sheets of the built-in templates, with the margins of the office."""
        left = 30 if layout.left is None else layout.left
        right = 10 if layout.right is None else layout.right
        side = max(20, min(left, right))  # as the template engine lays a sheet on its side
        return cls(
            portrait=portrait_width(layout),
            landscape=round((297 - 2 * side) * DXA_PER_MM),
        )


def annex_view(numbered: NumberedAnnex, widths: TextWidths, renderer: TextRenderer) -> dict[str, Any]:
    """An annex as a template sees it."""
    annex, path = numbered.annex, numbered.path
    key = ".".join(map(str, path[1::2]))
    blocks = block_views(annex.blocks, path, key, renderer)
    mark = renderer.value_of(mark_lines(numbered, renderer.order, renderer.profile))
    landscape = is_landscape(annex.orientation, blocks, widths)
    width = widths.landscape if landscape else widths.portrait
    return {
        "гриф": [*map(renderer.words, mark)],
        "утверждение": stamps_view(annex.approval_stamps, annex.title, path, width, renderer),
        "заголовок": renderer.title(annex.title, (*path, "заголовок")),
        "альбомная": landscape,
        "блоки": fitted(blocks, width),
    }


def is_landscape(orientation: Orientation | None, blocks: Sequence[BlockView], widths: TextWidths) -> bool:
    """Whether the sheet lies on its side: as the author says, else when a table would not fit upright."""
    if orientation is not None:
        return orientation is Orientation.LANDSCAPE
    return any(
        len(table.widths.least) >= WIDE or table.widths.need > widths.portrait for table in tables(blocks)
    )
