"""An order of last year rolled to a new file, with its list of changes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import attrs
from attrs import frozen

from prikaz import files
from prikaz.errors import OutputError, refuse_writing
from prikaz.files import FileDraft
from prikaz.opc.atomic_write import refuse_taken
from prikaz.rollover import Change, Kept, Question, Rolled, Weekends, Window, roll
from prikaz.service.documents import source_of
from prikaz.service.entries import Entry, entries_of_findings
from prikaz.service.places import print_place
from prikaz.service.reports import ReportRow, ReportTable, filled, save_report
from prikaz.service.saving import save_new

#: Names under which the template of the list prints the fields of an outcome.
_NAMES: Final = {"was": "было", "became": "стало", "words": "слова", "what": "что", "why": "почему"}
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


@frozen(kw_only=True)
class RollChoices:
    """What a clerk may choose of a roll-over; each as :func:`prikaz.roll` takes it."""

    window: Window = Window.SLIDE
    weekends: Weekends = Weekends.KEEP
    school_year: bool = False
    void_previous: bool = False
    acts_older_than: int | None = None


@frozen(kw_only=True)
class RolledDraft:
    """An order of a new year beside the draft of the old one (перенесённый документ).

    Attributes:
        draft: The old order with its places.
        rolled: The new order with all that came of it.
    """

    draft: FileDraft
    rolled: Rolled

    @property
    def is_same(self) -> bool:
        """Whether the order was of that year already."""
        return self.rolled.order == self.draft.order

    @property
    def changes(self) -> ReportTable:
        """Everything that was changed."""
        return self._table("Изменено", ("место", "было", "стало", "почему"), self.rolled.changes)

    @property
    def unchanged(self) -> ReportTable:
        """Years, dates and acts that were left alone."""
        return self._table("Оставлено", ("место", "что", "почему"), self.rolled.kept)

    @property
    def questions(self) -> ReportTable:
        """What a person must decide."""
        columns = ("место", "о чём", "что решить", "почему")
        return self._table("Решить человеку", columns, self.rolled.questions)

    def _table(
        self, title: str, columns: tuple[str, ...], items: Iterable[Change | Kept | Question]
    ) -> ReportTable:
        return ReportTable(title, columns, tuple(map(self._row, items)))

    def _row(self, item: Change | Kept | Question) -> ReportRow:
        values = attrs.asdict(item)
        cells = filled((_NAMES[name], value) for name, value in values.items() if name in _NAMES)
        place = print_place(item.path, self.draft.order)
        return ReportRow({"место": place, **cells}, self.draft.place(item.path))


@frozen(kw_only=True)
class SavedRoll:
    """The files of a roll-over.

    Attributes:
        files: What was written: the data file, tables beside it, the list of changes.
        entries: What a person should know about the files.
    """

    files: tuple[Path, ...]
    entries: tuple[Entry, ...] = ()


def roll_draft(draft: FileDraft, year: int, choices: RollChoices = RollChoices()) -> RolledDraft:
    """Make the order of another year.

    Raises:
        RollError: The order has no year, or ``year`` is earlier than it.
    """
    rolled = roll(draft.order, year, **attrs.asdict(choices))
    return RolledDraft(draft=draft, rolled=rolled)


def path_for_year(source: Path, year: int) -> Path:
    """The path of a data file for another year, beside the old one.

    >>> path_for_year(Path("план-2027.yaml"), 2028).name, path_for_year(Path("план.yaml"), 2028).name
    ('план-2028.yaml', 'план-2028.yaml')
    """
    stem, found = _YEAR.subn(str(year), source.stem, count=1)
    return source.with_stem(stem if found and stem != source.stem else f"{source.stem}-{year}")


def save_rolled(rolled: RolledDraft, target: Path, changes: Path | None = None) -> SavedRoll:
    """Write the data file of the new order, and its list of changes if asked; no file is replaced.

    Args:
        rolled: The new order.
        target: The new data file; tables that the old one takes rows from are copied beside it.
        changes: The list of changes: a document where it ends in ``.docx``, else JSON.

    Raises:
        OutputError: One of the files is there already, or cannot be written; before anything is.
    """
    lists = [changes] if changes else []
    _refuse_targets([target, *lists])
    draft, new = rolled.draft, rolled.rolled
    revision = files.revise(draft, source_of(draft), new.changes, new.order, target)
    for path in lists:
        save_changes(rolled, path)
    return SavedRoll(files=(*revision.files, *lists), entries=entries_of_findings(revision.findings, draft))


def _refuse_targets(targets: Sequence[Path]) -> None:
    """Look at all places that will be written before the first is."""
    if len(set(targets)) < len(targets):
        message = f"файл «{targets[0]}» назван дважды"
        raise OutputError(message, "назовите перечень изменений иначе", str(targets[0]))
    for path in targets:
        if path.exists():
            raise refuse_taken(path)
        if not path.parent.is_dir():
            raise refuse_writing(path, f"папки «{path.parent}» нет", "создайте её")


def save_changes(rolled: RolledDraft, path: Path) -> None:
    """Write the list of changes: a document where ``path`` ends in ``.docx``, else JSON.

    Raises:
        OutputError: There is a file of this name, or it cannot be written.
    """
    if path.suffix.lower() == ".docx":
        tables = {
            "изменения": rolled.changes.view,
            "вопросы": rolled.questions.view,
            "оставлено": rolled.unchanged.view,
        }
        heading = rolled.rolled.order.heading
        save_report("изменения", "ПЕРЕЧЕНЬ ИЗМЕНЕНИЙ", heading, tables, path)
    else:
        save_new(path, _as_json(rolled.rolled))


def _as_json(rolled: Rolled) -> str:
    data = {
        "год": rolled.order.year,
        "изменения": [attrs.asdict(item) for item in rolled.changes],
        "оставлено": [attrs.asdict(item) for item in rolled.kept],
        "вопросы": [attrs.asdict(item) for item in rolled.questions],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
