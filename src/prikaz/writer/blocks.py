"""Blocks of an order, a clause or an annex as a template prints them (блоки)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from prikaz.findings import Path
from prikaz.model import (
    Alignment,
    Block,
    Clause,
    ClauseList,
    Heading,
    Illustration,
    IndicatorTable,
    Membership,
    NewWording,
    Paragraph,
    Roadmap,
    Table,
)
from prikaz.model.contents import block_path
from prikaz.model.resolution.person_names import arranged
from prikaz.writer.clauses import clause_views
from prikaz.writer.columns import MeasuredTable
from prikaz.writer.indicators import indicator_table
from prikaz.writer.new_wordings import BlockView, in_lines, quoted, sign_behind, sign_beside
from prikaz.writer.openings import goes_on
from prikaz.writer.roadmaps import roadmap_table
from prikaz.writer.text_renderer import TextRenderer

if TYPE_CHECKING:
    pass


#: Styles of paragraphs in annexes, and in the text of the order itself.
IN_ANNEX: Final[Mapping[Alignment, str]] = {
    Alignment.JUSTIFIED: "Текст приложения",
    Alignment.LEFT: "Текст слева",
    Alignment.CENTRED: "Текст по центру",
    Alignment.RIGHT: "Текст справа",
}
IN_TEXT: Final[Mapping[Alignment, str]] = {**IN_ANNEX, Alignment.JUSTIFIED: "Абзац пункта"}


def block_views(  # noqa: PLR0913 (all are facts of one holder)
    blocks: tuple[Block, ...],
    holder: Path,
    key: str,
    renderer: TextRenderer,
    styles: Mapping[Alignment, str] = IN_ANNEX,
    ending: str = "",
) -> list[BlockView]:
    """Blocks of one holder.

    Args:
        blocks: The blocks.
        holder: Path of what holds them.
        key: Name of the holder: numbers of clauses begin anew in each block.
        renderer: Renders the texts.
        styles: Styles of paragraphs by their alignment.
        ending: The sign behind a new wording that is the last block; "" as its neighbours have it.
    """
    return [
        _block(
            blocks,
            index,
            block_path(holder, blocks, index),
            f"{key}.{index}",
            renderer,
            styles,
            ending if index + 1 == len(blocks) else "",
        )
        for index in range(len(blocks))
    ]


def flow(path: Path, key: str, renderer: TextRenderer) -> list[BlockView]:
    """The clauses of a list in reading order, with the blocks that stand under them between them."""
    views: list[BlockView] = []
    for numbered, paragraphs in clause_views(path, key, renderer):
        views += paragraphs
        clause: Clause = numbered.clause
        if clause.blocks:
            inside = f"{key}.{'.'.join(map(str, numbered.path[len(path) :: 2]))}"
            ending = ""
            if isinstance(clause.blocks[-1], NewWording):
                ending = sign_behind(numbered, renderer.references.lists[path])
            for view in block_views(clause.blocks, numbered.path, inside, renderer, IN_TEXT, ending):
                views += view["пункты"] if isinstance(view, dict) and "пункты" in view else [view]
    return views


def fitted(views: Sequence[BlockView], width: int) -> list[dict[str, Any]]:
    """Blocks as a template sees them, tables ``width`` twentieths of a point wide."""
    return [_fitted_list(view, width) if isinstance(view, dict) else view.view(width) for view in views]


def tables(views: Sequence[BlockView]) -> list[MeasuredTable]:
    """The tables among blocks, those in lists of clauses too."""
    found: list[MeasuredTable] = []
    for view in views:
        if isinstance(view, MeasuredTable):
            found.append(view)
        elif isinstance(view, dict) and "пункты" in view:
            found += tables(view["пункты"])
    return found


def _fitted_list(view: dict[str, Any], width: int) -> dict[str, Any]:
    if "пункты" in view:
        view["пункты"] = fitted(view["пункты"], width)
    return view


def _block(  # noqa: PLR0913 (all are facts of one block)
    blocks: Sequence[Block],
    index: int,
    path: Path,
    key: str,
    renderer: TextRenderer,
    styles: Mapping[Alignment, str],
    ending: str,
) -> BlockView:
    match block := blocks[index]:
        case Roadmap():
            return _noted(roadmap_table(block, path, renderer), block, path, renderer)
        case IndicatorTable():
            return _noted(indicator_table(block, path, renderer), block, path, renderer)
        case Table():
            from prikaz.writer.free_tables import free_table  # noqa: PLC0415 (reads amounts; many orders have none)

            return _noted(free_table(block, path, renderer), block, path, renderer)
        case Paragraph():
            opens = not (index and goes_on(blocks[index - 1]))
            text = renderer.text(block.text, (*path, "текст"), opens_sentence=opens)
            return {"вид": "абзац", "текст": text, "стиль": styles[block.alignment]}
        case Heading():
            return {"вид": "подзаголовок", "текст": renderer.title(block.text, (*path, "текст"))}
        case ClauseList():
            return {"вид": "пункты", "пункты": flow((*path, "пункты"), key, renderer)}
        case Membership():
            return {"вид": "состав", "члены": _members(block, path, renderer)}
        case NewWording():
            return _new_wording(block, path, key, renderer, styles, ending or sign_beside(blocks, index))
        case Illustration():
            from prikaz.writer.illustrations import illustration_view  # noqa: PLC0415 (few orders have any)

            return illustration_view(block, path, renderer)


def _new_wording(  # noqa: PLR0913 (all are facts of one block)
    wording: NewWording,
    path: Path,
    key: str,
    renderer: TextRenderer,
    styles: Mapping[Alignment, str],
    sign: str,
) -> BlockView:
    """A new wording as a list of views: they are printed one after another, as clauses are."""
    views: list[BlockView] = []
    lines: list[Block] = []
    for index, block in enumerate(wording.blocks):
        where = block_path(path, wording.blocks, index)
        for line in in_lines(block):
            lines.append(line)
            views.append(_block((line,), 0, where, f"{key}.{index}", renderer, styles, ""))
    return {"вид": "пункты", "пункты": quoted(views, lines, styles[Alignment.JUSTIFIED], sign)}


def _noted(
    table: MeasuredTable, block: Roadmap | IndicatorTable | Table, path: Path, renderer: TextRenderer
) -> MeasuredTable:
    """A table with what stands below it."""
    if not block.notes:
        return table
    notes = [
        renderer.text(note, (*path, "примечания", place), opens_sentence=True)
        for place, note in enumerate(block.notes, 1)
    ]
    return table._replace(notes=notes)


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
