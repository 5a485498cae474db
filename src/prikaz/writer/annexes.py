"""Annexes and their blocks (приложения)."""

from __future__ import annotations

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
from prikaz.model.resolution.targets import NumberedAnnex
from prikaz.writer.boxes import DXA_PER_MM
from prikaz.writer.clauses import clause_views
from prikaz.writer.columns import Sheet
from prikaz.writer.free_tables import table_sheet
from prikaz.writer.indicators import indicator_sheet
from prikaz.writer.roadmaps import roadmap_sheet
from prikaz.writer.text_renderer import TextRenderer

#: A table with so many columns lies on a landscape sheet unless the author says otherwise.
_WIDE: Final = 6
_STYLES: Final = {
    Alignment.JUSTIFIED: "Текст приложения",
    Alignment.LEFT: "Текст слева",
    Alignment.CENTRED: "Текст по центру",
    Alignment.RIGHT: "Текст справа",
}


class Room(NamedTuple):
    """Width of the text on the two kinds of sheet, in twentieths of a point."""

    portrait: int
    landscape: int

    @classmethod
    def of(cls, layout: Layout) -> Room:
        """The room on A4 sheets of the built-in templates, with the margins of the office."""
        left = 30 if layout.left is None else layout.left
        right = 10 if layout.right is None else layout.right
        side = max(20, min(left, right))  # as the template engine turns a sheet
        return cls(
            portrait=round((210 - left - right) * DXA_PER_MM),
            landscape=round((297 - 2 * side) * DXA_PER_MM),
        )


def annex_view(numbered: NumberedAnnex, room: Room, renderer: TextRenderer) -> dict[str, Any]:
    """An annex as a template sees it."""
    annex, path = numbered.annex, numbered.path
    blocks = [
        _block(block, block_path(path, annex, index), f"{path[-1]}.{index}", renderer)
        for index, block in enumerate(annex.blocks)
    ]
    landscape = _lies(annex, blocks, room)
    width = room.landscape if landscape else room.portrait
    return {
        "гриф": list(mark_lines(numbered, renderer.references)),
        "заголовок": renderer.title(annex.title, (*path, "заголовок")),
        "альбомная": landscape,
        "блоки": [block.view(width) if isinstance(block, Sheet) else block for block in blocks],
    }


def _lies(annex: Annex, blocks: list[Sheet | dict[str, Any]], room: Room) -> bool:
    """Whether the sheet is turned: as the author says, else when a table would not fit upright."""
    if annex.orientation is not None:
        return annex.orientation is Orientation.LANDSCAPE
    sheets = [block for block in blocks if isinstance(block, Sheet)]
    return any(len(sheet.widths.least) >= _WIDE or sheet.widths.need > room.portrait for sheet in sheets)


def _block(block: Block, path: Path, key: str, renderer: TextRenderer) -> Sheet | dict[str, Any]:
    match block:
        case Roadmap():
            return roadmap_sheet(block, path, renderer)
        case IndicatorTable():
            return indicator_sheet(block, path, renderer)
        case Table():
            return table_sheet(block, path, renderer)
        case Paragraph():
            text = renderer.text(block.text, (*path, "текст"))
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
        told = ", ".join(part for part in (position, member.role) if part)
        views.append(
            {
                "имя": renderer.words(str(member.person)),
                "должность": renderer.text(f"–\u00a0{told}", (*path, "члены", place, "роль")) if told else "",
            }
        )
    return views
