"""Many orders one after another, on any executor, in bounded memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from functools import partial
from itertools import islice
from typing import Final, TypeVar

from prikaz.annotations import checked
from prikaz.docx import Result, Template
from prikaz.errors import PrikazError
from prikaz.model import OfficeProfile, Order
from prikaz.service.rendering import render

Item = TypeVar("Item")
Output = TypeVar("Output")

#: Orders that travel together, and bundles that are on their way at once.
_BUNDLE: Final = 16
_IN_FLIGHT: Final = 16


@checked
def render_many(
    orders: Iterable[Order],
    executor: Executor | None = None,
    *,
    template: Template | str | os.PathLike[str] | None = None,
    profile: OfficeProfile | None = None,
) -> Iterator[Result]:
    """Make the documents of many orders, lazily and in their order.

    Only some hundreds of orders and documents are in memory at once, so any
    number may come from a generator. The bytes are those of :func:`prikaz.render`.

    Args:
        orders: The orders.
        executor: Where the work is done: processes or threads of this machine, or a Dask cluster through
            ``client.get_executor()``; here and now by default. It stays open.
        template: As :func:`prikaz.render` takes it; read once.
        profile: Office profile, for all orders.

    Raises:
        PrikazError: What :func:`prikaz.render` raises, when the turn of that order comes.
    """
    chosen = _read_once(template)
    if executor is None:
        return (render(order, chosen, profile) for order in orders)
    return _unbundled(in_order(partial(_render_bundle, chosen, profile), bundles(orders, _BUNDLE), executor))


def bundles(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Items in bundles of ``size``, the last maybe smaller.

    >>> list(bundles("абвгд", 2))
    [('а', 'б'), ('в', 'г'), ('д',)]
    """
    left = iter(items)
    while bundle := tuple(islice(left, size)):
        yield bundle


def in_order(work: Callable[[Item], Output], items: Iterable[Item], executor: Executor) -> Iterator[Output]:
    """Results of ``work`` in the order of the items, with few of them on their way at once."""
    left = iter(items)
    waiting: deque[Future[Output]] = deque(executor.submit(work, item) for item in islice(left, _IN_FLIGHT))
    try:
        while waiting:
            made = waiting.popleft().result()
            waiting.extend(executor.submit(work, item) for item in islice(left, 1))
            yield made
    finally:
        for future in waiting:
            future.cancel()


def _read_once(template: Template | str | os.PathLike[str] | None) -> Template | str | None:
    if template is None or isinstance(template, Template):
        return template
    name = os.fspath(template)
    return Template(name) if name.lower().endswith(".docx") else name


def _render_bundle(
    template: Template | str | None, profile: OfficeProfile | None, orders: tuple[Order, ...]
) -> tuple[list[Result], PrikazError | None]:
    """The documents up to the first that cannot be made, and why it cannot."""
    made: list[Result] = []
    try:
        made.extend(render(order, template, profile) for order in orders)
    except PrikazError as error:
        return made, error
    return made, None


def _unbundled(rendered: Iterable[tuple[list[Result], PrikazError | None]]) -> Iterator[Result]:
    for results, error in rendered:
        yield from results
        if error is not None:
            raise error
