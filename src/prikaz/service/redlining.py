"""What differs in two Word files, recorded in the old one for a person to accept or reject (правки)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from prikaz.comparison import compare
from prikaz.docx.revisions import accepted
from prikaz.errors import OutputError
from prikaz.findings import Finding
from prikaz.model.drafts import Draft
from prikaz.opc.atomic_write import refuse_place, write_file
from prikaz.reader import read
from prikaz.reader.draft import WordDraft
from prikaz.reader.revision.redline import Redline, Unrecorded, redline
from prikaz.service.documents import inputs_of, source_of
from prikaz.service.entries import Entry, entries_of_findings
from prikaz.service.places import print_place
from prikaz.service.roll.rolling import KEPT_ENDINGS
from prikaz.service.saving import refuse_inputs
from prikaz.service.word_guards import (
    READ_OTHERWISE,
    WORDS_UNCHANGED,
    facts,
    refuse_guarded,
    stale_words,
)

_TAKEN: Final = "назовите файл с правками иначе или разрешите замену: --overwrite"
_OTHER: Final = "назовите файл с правками иначе"
#: Characters of the words of a difference that are told: they are there to find the place.
_LONGEST: Final = 60


def save_redline(  # noqa: PLR0913 (what is compared, where to, and what is allowed)
    old: Draft,
    new: Draft,
    path: Path,
    *,
    date: dt.date | None = None,
    anyway: bool = False,
    overwrite: bool = False,
) -> tuple[Entry, ...]:
    """Write the old Word file with recorded changes that make the new one of it.

    Args:
        old: The old document.
        new: The new one.
        path: Where to; its folder must be there.
        date: The day the changes are said to be made on; None to say nothing.
        anyway: Alter an old file that is signed or protected.
        overwrite: Replace a file that is there, but none of the two.

    Returns:
        What a person should know: what could not be recorded, and what Word may show otherwise.

    Raises:
        RefusedError: The old file is signed or protected, and nobody has allowed to alter it.
        OutputError: One of the documents is no Word file; or the file may not be named so, is one of the two,
            is there already and may not be replaced, or cannot be written.
        PackageError: The old file is damaged.
    """
    was, is_now = _word(old), _word(new)
    _refuse_ending(path, source_of(old))
    refuse_inputs(path, [*inputs_of(old), *inputs_of(new)], "файл с правками", _OTHER)
    refuse_place(path, overwrite=overwrite, hint=_TAKEN)
    if not anyway:
        refuse_guarded(was)
    made = redline(was.data, was.content, is_now.content, date=date)
    findings = [*facts(was.content), *_unrecorded(made), *stale_words(made.told), *_read_again(made, is_now)]
    write_file(path, made.data, overwrite=True)
    return entries_of_findings(findings, old)


def _word(draft: Draft) -> WordDraft:
    if isinstance(draft, WordDraft):
        return draft
    name = source_of(draft)
    message = f"«{name}» – не файл Word: записать правки можно, только когда оба документа – файлы Word"
    hint = "сделайте из него документ (prikaz render) и сравните с ним или уберите --redline"
    raise OutputError(message, hint, str(name))


def _refuse_ending(path: Path, source: Path) -> None:
    """Refuse a name under which Word would not open the file."""
    kept = source.suffix.lower()
    ending = kept if kept in KEPT_ENDINGS else ".docx"
    if path.suffix.lower() != ending:
        better = path.with_suffix(ending)
        raise OutputError(f"файл с правками не назвать «{path}»", f"назовите его «{better}»", str(path))


def _unrecorded(made: Redline) -> Iterator[Finding]:
    for each in made.unrecorded:
        said = ", ".join(filter(None, (each.place, _words(each))))
        yield WORDS_UNCHANGED.finding(
            f"не записано в правках: {said}: {each.reason}", "сравните это место сами"
        )


def _words(unrecorded: Unrecorded) -> str:
    """What it is about, in short: «было» → «стало»."""
    was, became = (f"«{_shortened(text)}»" if text.strip() else "" for text in unrecorded[1:3])
    if was and became:
        return f"{was} → {became}"
    return f"убрано {was}" if was else f"добавлено {became}" if became else ""


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _read_again(made: Redline, new: WordDraft) -> Iterator[Finding]:
    """Where the file with all changes accepted is read otherwise than the new one: looks are not recorded."""
    if made.unrecorded:
        return
    again = read(accepted(made.data), profile=new.profile)
    for path in dict.fromkeys(difference.path for difference in compare(new.order, again.order)):
        message = f"с принятыми правками файл читается не так, как новый: {print_place(path, new.order)}"
        yield READ_OTHERWISE.finding(message, "сверьте это место", path)
