"""What differs in two orders, as a table and as a small document."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from prikaz.comparison import Difference, DifferenceKind, compare
from prikaz.model import Order
from prikaz.model.drafts import Draft
from prikaz.service.documents import inputs_of, source_of
from prikaz.service.opening import is_word
from prikaz.service.places import print_place
from prikaz.service.reports import ReportRow, ReportTable, save_report
from prikaz.service.saving import refuse_inputs

_COLUMNS: Final = ("что", "место", "было", "стало")


def compare_drafts(old: Draft, new: Draft) -> ReportTable:
    """Everything that differs in two orders, by meaning.

    Where one of them comes from a Word file, what paper shows of both is compared: it has no keys, no first
    names in full, nothing that the program adds by itself.
    """
    orders = old.order, new.order
    if any(is_word(source_of(draft)) for draft in (old, new)):
        from prikaz.service.printing import printed  # noqa: PLC0415 (data files are compared as they are)

        orders = printed(old.order, old.profile), printed(new.order, new.profile)
    differences = compare(*orders)
    return ReportTable("Различия", _COLUMNS, tuple(_row(item, old, new, orders) for item in differences))


def _row(item: Difference, old: Draft, new: Draft, orders: tuple[Order, Order]) -> ReportRow:
    """A row of the report; what was removed has its place in the old order."""
    is_old = item.kind is DifferenceKind.REMOVED
    draft, order = (old, orders[0]) if is_old else (new, orders[1])
    was = print_place(item.moved_from, orders[0]) if item.moved_from else item.was
    texts = (f"{item.kind.value}: {item.what}", print_place(item.path, order), was, item.became)
    return ReportRow(dict(zip(_COLUMNS, texts, strict=True)), draft.place(item.path))


def save_differences(old: Draft, new: Draft, path: Path) -> None:
    """Write what differs in two orders as a .docx.

    Raises:
        OutputError: There is an edited file of this name, it is one of the two, or it cannot be written.
    """
    refuse_inputs(path, [*inputs_of(old), *inputs_of(new)], "сравнение", "дайте перечню другое имя: -o")
    heading = f"{source_of(old).name} и {source_of(new).name}"
    save_report("различия", "РАЗЛИЧИЯ", heading, {"различия": compare_drafts(old, new).view}, path)
