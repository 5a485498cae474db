"""The document of an order beside its file, the PDF of that."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from prikaz import files
from prikaz.annotations import checked
from prikaz.docx import Result
from prikaz.errors import OutputError
from prikaz.findings import FaultyOrderError, Finding
from prikaz.model.drafts import Draft
from prikaz.service.entries import Entry, RefusedError, entries_of_findings
from prikaz.service.opening import is_word
from prikaz.service.rendering import render
from prikaz.service.saving import questions_path, refuse_inputs

#: Endings of other kinds of files; what else stands behind a dot is a part of the name, «приказ 1.2».
_ENDINGS: Final = frozenset(
    {".pdf", ".doc", ".docm", ".dotx", ".odt", ".rtf", ".txt", ".html", ".yaml", ".json"}
)

#: Characters of the words of a file that are told: they are there to find the place.
_LONGEST_WORDS: Final = 120


class OrderDocument(NamedTuple):
    """The document of an order (документ) before it is saved.

    Attributes:
        result: The document.
        entries: What a person should look at, with its places; empty is good news.
        sources: Files that it is made of; it is never saved over one of them.
    """

    result: Result
    entries: tuple[Entry, ...]
    sources: tuple[Path, ...]

    def to_bytes(self) -> bytes:
        """Give the .docx as bytes; the same input gives the same bytes."""
        return self.result.to_bytes()

    def save(self, path: Path, *, overwrite: bool = False) -> None:
        """Write the .docx, whole or not at all.

        Args:
            path: Where to; its folder must be there.
            overwrite: Replace a file even if it was edited since it was made, or is not ours.

        Raises:
            EditedFileError: A file was edited, or is not ours, and ``overwrite`` is not asked for.
            OutputError: ``path`` is one of the sources, is open elsewhere, or cannot be written.
        """
        refuse_inputs(path, self.sources, "документ", "дайте документу другое имя: -o")
        self.result.save(path, overwrite=overwrite)


@checked
def make_document(draft: Draft, template: str | None = None) -> OrderDocument:
    """Make the document of an order by its office profile.

    Args:
        draft: The order with its places.
        template: Name of a built-in template, or path of a .docx; by default the one for the kind of the
            order.

    Raises:
        RefusedError: The order cannot be printed without lying; with all such findings and their places.
        PackageError: The template is not a .docx that can be trusted.
        TemplateError: There is no such template, or its tags are wrong.
        UnfilledSlotsError: The template prints what the order does not have.
    """
    try:
        result = render(draft.order, template, draft.profile)
    except FaultyOrderError as error:
        raise RefusedError(entries_of_findings(error.findings, draft)) from error
    found = (
        *_entries_of_notes(draft),
        *entries_of_findings((*draft.findings, *questions_left(draft), *result.findings), draft),
    )
    return OrderDocument(result, found, (*inputs_of(draft), *([Path(template)] if template else [])))


def _entries_of_notes(draft: Draft) -> tuple[Entry, ...]:
    """What of a Word file was not understood: words that are lost stand in no document made of it."""
    if not draft.notes:
        return ()
    from prikaz.service.notes import entries_of_notes  # noqa: PLC0415 (data files have none)

    return entries_of_notes(draft.notes, _LONGEST_WORDS)


def questions_left(draft: Draft) -> tuple[Finding, ...]:
    """What a roll-over has asked about an order, in the file beside it, and nobody has settled."""
    source = source_of(draft)
    path = questions_path(source) if source.name else None
    if path is None or not path.is_file():
        return ()
    from prikaz.service.questions import look_for_unsettled  # noqa: PLC0415 (most data has no questions)

    return look_for_unsettled(path, draft)


def inputs_of(draft: Draft) -> tuple[Path, ...]:
    """The file that a draft was opened from, and what that was read out of: nothing is written over them."""
    source = source_of(draft)
    first = files.read_out_of(source) if source.name else None
    return (source, first) if first else (source,)


def source_of(draft: Draft) -> Path:
    """The file that a draft was opened from."""
    return Path(draft.place(()).file)


def document_beside(source: Path) -> Path:
    """The document of a file: beside it, and never the file itself, or the one that it was read out of.

    >>> document_beside(Path("приказ.yaml")).name, document_beside(Path("приказ.docx")).name
    ('приказ.docx', 'приказ-печать.docx')
    """
    usual = source.with_suffix(".docx")
    is_taken = is_word(source) or files.read_out_of(source) == usual
    return source.with_name(f"{source.stem}-печать.docx") if is_taken else usual


def document_path(name: str) -> Path:
    """The path of a document; under a name of another ending it would not open.

    Raises:
        OutputError: The name does not end in ``.docx``.
    """
    path = Path(name)
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return path
    better = path.with_suffix(".docx") if suffix in _ENDINGS else path.with_name(f"{path.name}.docx")
    also = "; PDF рядом с ним сделает ключ --pdf команды render" if suffix == ".pdf" else ""
    message = f"документ не назвать «{path}»: это файл .docx"
    raise OutputError(message, f"назовите его «{better}»{also}", name)


def make_pdf(document: Path, *, overwrite: bool = False) -> Path:
    """Make the PDF of a document beside it.

    Args:
        document: The document.
        overwrite: Replace a PDF even if it is not ours, or was changed since it was made.

    Raises:
        LibreOfficeError: LibreOffice is absent, or did not convert the document.
        EditedFileError: A PDF of this name is not ours or was changed, and ``overwrite`` is not asked for.
        OutputError: The PDF cannot be put into the folder.
    """
    from prikaz import libreoffice  # noqa: PLC0415 (few ask for a PDF)

    (pdf,) = libreoffice.convert([document], into=document.parent, overwrite=overwrite)
    return pdf
