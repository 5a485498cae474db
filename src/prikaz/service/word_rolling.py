"""The order of a new year written into last year's Word file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from prikaz.comparison import compare
from prikaz.docx.content.elements import Content, RemarkKind
from prikaz.docx.revisions import ToldKind, accepted
from prikaz.files import RevisionPlan
from prikaz.findings import Finding, FindingKind, Severity
from prikaz.model import Activity, IndicatorTable, Order, Roadmap
from prikaz.model.blocks import Block
from prikaz.model.contents import blocks, with_blocks
from prikaz.model.drafts import Draft
from prikaz.model.year_tables import rows_of, with_rows
from prikaz.reader import read
from prikaz.reader.contents import paragraphs
from prikaz.reader.draft import WordDraft
from prikaz.reader.revision.planning import WordRevision, revise_word
from prikaz.reader.revision.registrations import mark_changes
from prikaz.rollover import Change, Rolled
from prikaz.service.choices import WordChoices
from prikaz.service.documents import source_of
from prikaz.service.entries import RefusedError, entries_of_findings
from prikaz.service.places import print_place

WORDS_UNCHANGED: Final = FindingKind("words-unchanged", "Изменение не внесено в файл Word: внесите его сами")
WORDS_STALE: Final = FindingKind("words-stale", "Word покажет прежние слова или вернёт их: обновите поля")
READ_OTHERWISE: Final = FindingKind("read-otherwise", "Записанный файл читается не так, как должен")
YEAR_UNSEEN: Final = FindingKind("year-unseen", "По новому файлу Word не видно, на какой он год")
FILE_SIGNED: Final = FindingKind("file-signed", "Файл подписан: правка лишит подпись силы", Severity.ERROR)
FILE_PROTECTED: Final = FindingKind("file-protected", "Файл защищён от изменений", Severity.ERROR)
FILE_WITH_MACROS: Final = FindingKind("file-with-macros", "В файле есть макросы: они остались как были")

_ANYWAY: Final = "если изменить его всё же нужно, повторите с ключом --anyway"
_GUARDS: Final = {
    RemarkKind.SIGNED: (FILE_SIGNED, "файл подписан электронной подписью: правка лишит её силы"),
    RemarkKind.PROTECTED: (FILE_PROTECTED, "файл защищён от изменений"),
}
_TOLD: Final = {
    ToldKind.FIELD: "изменён результат поля «{}»: при обновлении полей Word поставит прежнее или своё",
    ToldKind.FORM: "изменён текст элемента управления «{}»: его значение осталось прежним",
    ToldKind.COPY: "слова надписи изменены и в её копии, хотя она отличалась: «{}»",
    ToldKind.STALE: "поле «{}» показывает прежние слова: обновите поля в Word (Ctrl+A, F9)",
}
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
#: Years that are named to a person who has to say which one is that of the document.
_MOST_YEARS: Final = 3


def dated(draft: Draft, year: int) -> Draft:
    """The draft of a Word file as one of a year that a person has said."""
    assert isinstance(draft, WordDraft)  # noqa: S101 (its name says so)
    return attrs.evolve(draft, order=attrs.evolve(draft.order, year=year))


def without_texts(draft: Draft) -> Draft:
    """The draft of a Word file without the texts that only that file has."""
    assert isinstance(draft, WordDraft)  # noqa: S101 (its name says so)
    return attrs.evolve(draft, texts={}, unread={})


def named_years(draft: Draft) -> list[int]:
    """The years that a Word file names most often."""
    assert isinstance(draft, WordDraft)  # noqa: S101 (its name says so)
    found = Counter(
        int(year) for paragraph, _ in paragraphs(draft.content) for year in _YEAR.findall(paragraph.text)
    )
    return [year for year, _ in found.most_common(_MOST_YEARS)]


def changes_of_marks(draft: Draft, year: int) -> tuple[Change, ...]:
    """What becomes of the marks over the annexes of a Word file, which name the order by date and number."""
    assert isinstance(draft, WordDraft)  # noqa: S101 (its name says so)
    return tuple(
        Change(path=mark.path, was=mark.was, became=mark.became, why=mark.why, at=mark.at)
        for mark in mark_changes(draft.order, draft.texts, year)
    )


def plan_word(draft: Draft, rolled: Rolled, target: Path, choices: WordChoices) -> RevisionPlan:
    """What the Word file of a new year would be; nothing is written.

    What was written is read again and compared with the order that was wanted.

    Raises:
        RefusedError: The file is signed or protected, and nobody has allowed to alter it.
    """
    assert isinstance(draft, WordDraft)  # noqa: S101 (a data file is not rolled into a Word file)
    if not choices.anyway:
        _refuse_guarded(draft)
    revision = revise_word(
        draft,
        rolled.changes,
        rolled.order,
        rolled.questions,
        date=choices.date,
        accept=choices.accept,
    )
    findings = (*_facts(draft.content), *_left(revision, rolled), *_read_again(draft, revision, rolled))
    return RevisionPlan(contents={target: revision.data}, inputs=(source_of(draft),), findings=findings)


def _refuse_guarded(draft: WordDraft) -> None:
    kinds = [remark.kind for remark in draft.content.remarks]
    found = [kind.finding(message, _ANYWAY) for guard, (kind, message) in _GUARDS.items() if guard in kinds]
    if found:
        raise RefusedError(entries_of_findings(found, draft))


def _facts(content: Content) -> Iterator[Finding]:
    if any(remark.kind is RemarkKind.MACROS for remark in content.remarks):
        yield FILE_WITH_MACROS.finding("в файле есть макросы: они остались как были")


def _left(revision: WordRevision, rolled: Rolled) -> Iterator[Finding]:
    """What a person has to do by hand, and what Word may show otherwise."""
    for unplaced in revision.unplaced:
        where = print_place(unplaced.path, rolled.order)
        words = f"«{unplaced.was}»" if unplaced.was else "графы по годам"
        became = f" → «{unplaced.became}»" if unplaced.became else ""
        message = f"не изменено: {where}, {words}{became}: {unplaced.reason}"
        yield WORDS_UNCHANGED.finding(message, "внесите сами; в файле об этом примечание", unplaced.path)
    for kind, text in revision.told:
        if kind in _TOLD:
            yield WORDS_STALE.finding(_TOLD[kind].format(text))


def _read_again(draft: WordDraft, revision: WordRevision, rolled: Rolled) -> Iterator[Finding]:
    """Where the file that was written does not say what the new order says."""
    if revision.unplaced:
        return
    again = read(accepted(revision.data), profile=draft.profile)
    if again.order.year != rolled.order.year:
        message = f"по новому файлу не видно, что он на {rolled.order.year} год"
        hint = f"при следующем переносе скажите это: --from {rolled.order.year}"
        yield YEAR_UNSEEN.finding(message, hint)
    wanted = with_keys_of(again.order, rolled.order)
    wanted = attrs.evolve(wanted, year=again.order.year)  # a year that was told stands on no paper
    found = [difference.path for difference in compare(wanted, again.order)]
    found += [path for path, text in rolled.unread.items() if again.unread.get(path) != text]
    for path in dict.fromkeys(found):
        message = f"записанный файл читается не так, как должен: {print_place(path, rolled.order)}"
        yield READ_OTHERWISE.finding(message, "сверьте это место", path)


def with_keys_of(other: Order, order: Order) -> Order:
    """An order whose columns have the keys that columns of the same heads have in another.

    What is read has keys made of its heads, and a head may have changed.
    """
    found = dict(blocks(other))
    return with_blocks(order, lambda block, path: _with_keys_of(found.get(path), block))


def _with_keys_of(other: Block | None, block: Block) -> Block:
    if not isinstance(block, Roadmap | IndicatorTable) or not isinstance(other, type(block)):
        return block
    if [column.title for column in block.columns] != [column.title for column in other.columns]:
        return block
    keys = {old.key: new.key for old, new in zip(block.columns, other.columns, strict=True)}
    columns = [attrs.evolve(column, key=keys[column.key]) for column in block.columns]
    table = attrs.evolve(block, columns=columns)
    if isinstance(table, IndicatorTable):
        return table
    rows = (
        attrs.evolve(row, other=[(keys.get(key, key), text) for key, text in row.other])
        for _, row in rows_of(table, ())
        if isinstance(row, Activity)
    )
    return with_rows(table, rows)
