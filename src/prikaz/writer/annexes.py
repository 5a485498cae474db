"""Annexes and their blocks (приложения)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from prikaz.findings import Path
from prikaz.model import (
    Alignment,
    Annex,
    Block,
    ClauseList,
    Heading,
    IndicatorTable,
    Layout,
    Membership,
    Orientation,
    Paragraph,
    Roadmap,
    Table,
)
from prikaz.model.prose import block_path
from prikaz.model.resolution.marks import mark_lines
from prikaz.model.resolution.numbering import NumberedAnnex
from prikaz.model.resolution.person_names import arranged
from prikaz.writer.boxes import DXA_PER_MM
from prikaz.writer.clauses import clause_views
from prikaz.writer.columns import MeasuredTable
from prikaz.writer.free_tables import free_table
from prikaz.writer.indicators import indicator_table
from prikaz.writer.openings import goes_on
from prikaz.writer.roadmaps import roadmap_table
from prikaz.writer.text_renderer import TextRenderer

#: A table with so many columns lies on a landscape sheet unless the author says otherwise.
_WIDE: Final = 6
_STYLES: Final = {
    Alignment.JUSTIFIED: "Текст приложения",
    Alignment.LEFT: "Текст слева",
    Alignment.CENTRED: "Текст по центру",
    Alignment.RIGHT: "Текст справа",
}


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
            portrait=round((210 - left - right) * DXA_PER_MM),
            landscape=round((297 - 2 * side) * DXA_PER_MM),
        )


def annex_view(numbered: NumberedAnnex, widths: TextWidths, renderer: TextRenderer) -> dict[str, Any]:
    """An annex as a template sees it."""
    annex, path = numbered.annex, numbered.path
    blocks = [
        _block(annex.blocks, index, block_path(path, annex, index), f"{path[-1]}.{index}", renderer)
        for index in range(len(annex.blocks))
    ]
    landscape = _is_landscape(annex, blocks, widths)
    width = widths.landscape if landscape else widths.portrait
    return {
        "гриф": [*renderer.value_of(mark_lines(numbered, renderer.order, renderer.profile))],
        "заголовок": renderer.title(annex.title, (*path, "заголовок")),
        "альбомная": landscape,
        "блоки": [block.view(width) if isinstance(block, MeasuredTable) else block for block in blocks],
    }


def _is_landscape(annex: Annex, blocks: list[MeasuredTable | dict[str, Any]], widths: TextWidths) -> bool:
    """Whether the sheet lies on its side: as the author says, else when a table would not fit upright."""
    if annex.orientation is not None:
        return annex.orientation is Orientation.LANDSCAPE
    tables = [block for block in blocks if isinstance(block, MeasuredTable)]
    return any(len(table.widths.least) >= _WIDE or table.widths.need > widths.portrait for table in tables)


def _block(
    blocks: Sequence[Block], index: int, path: Path, key: str, renderer: TextRenderer
) -> MeasuredTable | dict[str, Any]:
    match block := blocks[index]:
        case Roadmap():
            return roadmap_table(block, path, renderer)
        case IndicatorTable():
            return indicator_table(block, path, renderer)
        case Table():
            return free_table(block, path, renderer)
        case Paragraph():
            opens = not (index and goes_on(blocks[index - 1]))
            text = renderer.text(block.text, (*path, "текст"), opens_sentence=opens)
            return {"вид": "абзац", "текст": text, "стиль": _STYLES[block.alignment]}
        case Heading():
            return {"вид": "подзаголовок", "текст": renderer.title(block.text, (*path, "текст"))}
        case ClauseList():
            return {"вид": "пункты", "пункты": clause_views((*path, "пункты"), key, renderer)}
        case Membership():
            return {"вид": "состав", "члены": _members(block, path, renderer)}


def _members(membership: Membership, path: Path, renderer: TextRenderer) -> list[dict[str, Any]]:
    views = []
    for place, member in enumerate(membership.members, 1):
        position = str(member.person.position or "")
        words = ", ".join(part for part in (position, member.role) if part)
        views.append(
            {
                "имя": renderer.words(str(arranged(member.person))),
                "должность": renderer.text(f"–\u00a0{words}", (*path, "члены", place, "роль"))
                if words
                else "",
            }
        )
    return views
