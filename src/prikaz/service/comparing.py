"""What differs in two orders, as a table and as a small document."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from prikaz.comparison import Difference, DifferenceKind, compare
from prikaz.model.drafts import Draft
from prikaz.service.documents import inputs_of, source_of
from prikaz.service.places import print_place
from prikaz.service.reports import ReportRow, ReportTable, save_report
from prikaz.service.saving import refuse_inputs

_COLUMNS: Final = ("что", "место", "было", "стало")


def compare_drafts(old: Draft, new: Draft) -> ReportTable:
    """Everything that differs in two orders, by meaning."""
    differences = compare(old.order, new.order)
    return ReportTable("Различия", _COLUMNS, tuple(_row(item, old, new) for item in differences))


def _row(item: Difference, old: Draft, new: Draft) -> ReportRow:
    """A row of the report; what was removed has its place in the old order."""
    draft = old if item.kind is DifferenceKind.REMOVED else new
    was = print_place(item.moved_from, old.order) if item.moved_from else item.was
    texts = (f"{item.kind.value}: {item.what}", print_place(item.path, draft.order), was, item.became)
    return ReportRow(dict(zip(_COLUMNS, texts, strict=True)), draft.place(item.path))


def save_differences(old: Draft, new: Draft, path: Path) -> None:
    """Write what differs in two orders as a .docx.

    Raises:
        OutputError: There is an edited file of this name, it is one of the two, or it cannot be written.
    """
    refuse_inputs(path, [*inputs_of(old), *inputs_of(new)], "сравнение", "дайте перечню другое имя: -o")
    heading = f"{source_of(old).name} и {source_of(new).name}"
    save_report("различия", "РАЗЛИЧИЯ", heading, {"различия": compare_drafts(old, new).view}, path)
