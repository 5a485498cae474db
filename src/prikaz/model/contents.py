"""Where blocks and annexes stand in an order (состав документа): every holder holds them the same way.

An order, an annex and a clause hold blocks; a list of clauses holds clauses, and through them blocks again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import attrs

from prikaz.findings import Path
from prikaz.model.annexes import Annex
from prikaz.model.approvals import ApprovalStamp
from prikaz.model.blocks import BLOCKS, Block, Clause, ClauseList, Illustration, NewWording
from prikaz.model.images import Image
from prikaz.model.orders import Order

#: Gives a block for a block and its path, or the same one.
BlockEdit: TypeAlias = Callable[[Block, Path], Block]

_NAMES: Final = {cls: name for name, cls in BLOCKS.items()}
_CLAUSES: Final = "пункты"
_ANNEXES: Final = "приложения"
_STAMPS: Final = "утверждение"
_QUOTED: Final = _NAMES[NewWording]


def block_path(holder: Path, blocks: tuple[Block, ...], index: int) -> Path:
    """Path of a block: by its name alone when its holder has one, by its place too when it has several."""
    name = _NAMES[type(blocks[index])]
    return (*holder, name) if len(blocks) == 1 else (*holder, "блоки", index + 1, name)


def is_quoted(path: Path) -> bool:
    """Whether a path leads into the new wording of another act, which is not the order's own text."""
    return _QUOTED in path


def blocks(order: Order) -> Iterator[tuple[Path, Block]]:
    """All blocks of an order with their paths: of its clauses, its own, of its annexes."""
    yield from _held(order, ())


def annexes(order: Order) -> Iterator[tuple[Path, Annex]]:
    """All annexes of an order with their paths, each before those that belong to it."""
    yield from _annexes(order.annexes, ())


def stamps(order: Order) -> Iterator[tuple[Path, ApprovalStamp]]:
    """All stamps of approval with their paths: over the document, over its annexes."""
    holders: list[tuple[Path, Order | Annex]] = [((), order), *annexes(order)]
    for path, holder in holders:
        for place, stamp in enumerate(holder.approval_stamps, 1):
            yield (*path, _STAMPS, place), stamp


def images(order: Order) -> Iterator[Image]:
    """All pictures of an order."""
    if order.issuer.emblem:
        yield order.issuer.emblem.image
    yield from (block.image for _, block in blocks(order) if isinstance(block, Illustration))


def with_blocks(order: Order, edit: BlockEdit) -> Order:
    """An order whose every block is what ``edit`` makes of it."""
    made: Order = _edited(order, (), edit)
    return made


def _annexes(listed: tuple[Annex, ...], path: Path) -> Iterator[tuple[Path, Annex]]:
    for place, annex in enumerate(listed, 1):
        here = (*path, _ANNEXES, place)
        yield here, annex
        yield from _annexes(annex.annexes, here)


def _held(holder: Any, path: Path) -> Iterator[tuple[Path, Block]]:  # noqa: ANN401 (an order, an annex, a clause, a block)
    """The blocks of whatever holds them, and of what stands in it; most clauses hold nothing."""
    clauses: tuple[Clause, ...] = getattr(holder, "clauses", ())
    for place, clause in enumerate(clauses, 1):
        if clause.blocks or clause.clauses:
            yield from _held(clause, (*path, _step(holder, "clauses"), place))
    held: tuple[Block, ...] = getattr(holder, "blocks", ())
    for index, block in enumerate(held):
        where = block_path(path, held, index)
        yield where, block
        if isinstance(block, ClauseList | NewWording):
            yield from _held(block, where)
    annexes: tuple[Annex, ...] = getattr(holder, "annexes", ())
    for place, annex in enumerate(annexes, 1):
        yield from _held(annex, (*path, _ANNEXES, place))


def _inner(holder: Any, path: Path, name: str) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401
    """The items of a list of clauses or annexes with their paths."""
    listed = getattr(holder, name, ())
    if listed:
        where = (*path, _step(holder, name))
        yield from (((*where, place), item) for place, item in enumerate(listed, 1))


def _step(holder: object, name: str) -> str:
    if name == "annexes":
        return _ANNEXES
    return "подпункты" if isinstance(holder, Clause) else _CLAUSES


def _edited(holder: Any, path: Path, edit: BlockEdit) -> Any:  # noqa: ANN401
    """A holder with its blocks, and those of what stands in it, edited; the same one if none has changed."""
    changed: dict[str, tuple[Any, ...]] = {}
    for name in ("clauses", "annexes"):
        old = getattr(holder, name, ())
        new = tuple(_edited(item, where, edit) for where, item in _inner(holder, path, name))
        if any(one is not other for one, other in zip(old, new, strict=True)):
            changed[name] = new
    held: tuple[Block, ...] = getattr(holder, "blocks", ())
    paths = [block_path(path, held, index) for index in range(len(held))]
    made = tuple(edit(_edited(block, where, edit), where) for block, where in zip(held, paths, strict=True))
    if any(one is not other for one, other in zip(held, made, strict=True)):
        changed["blocks"] = made
    return attrs.evolve(holder, **changed) if changed else holder
