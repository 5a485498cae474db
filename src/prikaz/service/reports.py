"""Reports of what has come of an order, as tables of texts and as small documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from prikaz.masters.loading import report

if TYPE_CHECKING:
    from prikaz.model.drafts import SourcePlace

_BLANK: Final = "(пусто)"


class ReportRow(NamedTuple):
    """A row of a report (строка перечня).

    Attributes:
        cells: Its texts by the names under which a template prints them; "место" is in the words of a clerk.
        place: The same place in the file.
    """

    cells: Mapping[str, str]
    place: SourcePlace


class ReportTable(NamedTuple):
    """A table of a report (таблица перечня).

    Attributes:
        title: What its rows are.
        columns: Titles of the columns, in the order of the cells.
        rows: The rows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """The cells of each row, without names."""
        return [tuple(row.cells.values()) for row in self.rows]

    @property
    def view(self) -> list[Mapping[str, str]]:
        """The rows as a template prints them."""
        return [row.cells for row in self.rows]


def filled(cells: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Cells where those without a text say that they have none."""
    return {name: text or _BLANK for name, text in cells}


def save_report(  # noqa: PLR0913 (what is written, and where)
    name: str, kind: str, heading: str, tables: Mapping[str, Any], path: Path, *, overwrite: bool = False
) -> None:
    """Write a report as a .docx.

    Args:
        name: Its template, one of :func:`prikaz.masters.loading.report`.
        kind: What kind of document it calls itself.
        heading: What it is about.
        tables: Its rows by the names that the template knows.
        path: Where to.
        overwrite: Replace a file even if it was edited, or is not ours.

    Raises:
        OutputError: There is an edited file of this name, or it cannot be written.
    """
    view = {"вид": kind, "номер": "", "заголовок": heading, "приложения": (), **tables}
    report(name).render(view).save(path, overwrite=overwrite)
