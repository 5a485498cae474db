"""What the command line, batches and the page share: open, render, roll, save safely, entries with places.

Functions take plain values and paths and return values; they never print. What stops the work is
raised, and :func:`entries_of_error` makes entries of it. Names are loaded when they are asked for.
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.service.comparing import compare_drafts, save_differences
    from prikaz.service.declining import Declinable, decline, recognize
    from prikaz.service.documents import (
        OrderDocument,
        document_path,
        make_document,
        make_pdf,
        open,  # noqa: A004 (read as service.open)
        questions_left,
        source_of,
    )
    from prikaz.service.entries import Entry, RefusedError, entries_of_error, entries_of_findings
    from prikaz.service.places import print_place
    from prikaz.service.rendering import render
    from prikaz.service.reports import ReportRow, ReportTable
    from prikaz.service.rolling import (
        RollChoices,
        RolledDraft,
        SavedRoll,
        path_for_year,
        roll_draft,
        save_changes,
        save_rolled,
    )
    from prikaz.service.saving import questions_path, save_new

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "Declinable": "declining",
    "Entry": "entries",
    "OrderDocument": "documents",
    "RefusedError": "entries",
    "ReportRow": "reports",
    "ReportTable": "reports",
    "RollChoices": "rolling",
    "RolledDraft": "rolling",
    "SavedRoll": "rolling",
    "compare_drafts": "comparing",
    "decline": "declining",
    "document_path": "documents",
    "entries_of_error": "entries",
    "entries_of_findings": "entries",
    "make_document": "documents",
    "make_pdf": "documents",
    "open": "documents",
    "path_for_year": "rolling",
    "print_place": "places",
    "questions_left": "documents",
    "questions_path": "saving",
    "recognize": "declining",
    "render": "rendering",
    "roll_draft": "rolling",
    "save_changes": "rolling",
    "save_differences": "comparing",
    "save_new": "saving",
    "save_rolled": "rolling",
    "source_of": "documents",
}
__all__ = [
    "Declinable",
    "Entry",
    "OrderDocument",
    "RefusedError",
    "ReportRow",
    "ReportTable",
    "RollChoices",
    "RolledDraft",
    "SavedRoll",
    "compare_drafts",
    "decline",
    "document_path",
    "entries_of_error",
    "entries_of_findings",
    "make_document",
    "make_pdf",
    "open",
    "path_for_year",
    "print_place",
    "questions_left",
    "questions_path",
    "recognize",
    "render",
    "roll_draft",
    "save_changes",
    "save_differences",
    "save_new",
    "save_rolled",
    "source_of",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
