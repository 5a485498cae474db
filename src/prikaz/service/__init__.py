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
        document_beside,
        document_path,
        make_document,
        make_pdf,
        questions_left,
        source_of,
    )
    from prikaz.service.entries import Entry, RefusedError, entries_of_error, entries_of_findings
    from prikaz.service.notes import Fact, entries_of_notes, summary
    from prikaz.service.opening import is_word, open  # noqa: A004 (read as service.open)
    from prikaz.service.places import print_place
    from prikaz.service.printing import printed
    from prikaz.service.reading import data_path, save_data
    from prikaz.service.redlining import save_redline
    from prikaz.service.rendering import render
    from prikaz.service.reports import ReportRow, ReportTable
    from prikaz.service.roll.choices import RollChoices, WordChoices
    from prikaz.service.roll.rolled_files import SavedRoll, rolled_path, save_changes, save_rolled
    from prikaz.service.roll.rolling import RolledDraft, as_data, path_for_year, roll_draft, with_year
    from prikaz.service.saving import questions_path, save_new
    from prikaz.service.word_files import read
    from prikaz.service.word_tables import save_table, table_path, with_one_table

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "Declinable": "declining",
    "Entry": "entries",
    "Fact": "notes",
    "OrderDocument": "documents",
    "RefusedError": "entries",
    "ReportRow": "reports",
    "ReportTable": "reports",
    "RollChoices": "roll.choices",
    "RolledDraft": "roll.rolling",
    "SavedRoll": "roll.rolled_files",
    "WordChoices": "roll.choices",
    "as_data": "roll.rolling",
    "compare_drafts": "comparing",
    "data_path": "reading",
    "decline": "declining",
    "document_beside": "documents",
    "document_path": "documents",
    "entries_of_error": "entries",
    "entries_of_findings": "entries",
    "entries_of_notes": "notes",
    "is_word": "opening",
    "make_document": "documents",
    "make_pdf": "documents",
    "open": "opening",
    "path_for_year": "roll.rolling",
    "print_place": "places",
    "printed": "printing",
    "questions_left": "documents",
    "questions_path": "saving",
    "read": "word_files",
    "recognize": "declining",
    "render": "rendering",
    "roll_draft": "roll.rolling",
    "rolled_path": "roll.rolled_files",
    "save_changes": "roll.rolled_files",
    "save_data": "reading",
    "save_differences": "comparing",
    "save_new": "saving",
    "save_redline": "redlining",
    "save_rolled": "roll.rolled_files",
    "save_table": "word_tables",
    "source_of": "documents",
    "summary": "notes",
    "table_path": "word_tables",
    "with_one_table": "word_tables",
    "with_year": "roll.rolling",
}
__all__ = [
    "Declinable",
    "Entry",
    "Fact",
    "OrderDocument",
    "RefusedError",
    "ReportRow",
    "ReportTable",
    "RollChoices",
    "RolledDraft",
    "SavedRoll",
    "WordChoices",
    "as_data",
    "compare_drafts",
    "data_path",
    "decline",
    "document_beside",
    "document_path",
    "entries_of_error",
    "entries_of_findings",
    "entries_of_notes",
    "is_word",
    "make_document",
    "make_pdf",
    "open",
    "path_for_year",
    "print_place",
    "printed",
    "questions_left",
    "questions_path",
    "read",
    "recognize",
    "render",
    "roll_draft",
    "rolled_path",
    "save_changes",
    "save_data",
    "save_differences",
    "save_new",
    "save_redline",
    "save_rolled",
    "save_table",
    "source_of",
    "summary",
    "table_path",
    "with_one_table",
    "with_year",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
