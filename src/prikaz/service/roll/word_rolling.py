"""The order of a new year written into last year's Word file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from prikaz.comparison import compare
from prikaz.docx.revisions import accepted
from prikaz.errors import PackageError
from prikaz.files import RevisionPlan
from prikaz.findings import Finding, FindingKind
from prikaz.findings import Path as OrderPath
from prikaz.model import Activity, IndicatorTable, OfficeProfile, Order, Roadmap
from prikaz.model.blocks import Block
from prikaz.model.contents import annexes, blocks, with_blocks
from prikaz.model.drafts import Draft
from prikaz.model.year_tables import rows_of, with_rows
from prikaz.reader import read
from prikaz.reader.contents import paragraphs
from prikaz.reader.draft import WordDraft
from prikaz.reader.revision.planning import WordRevision, revise_word
from prikaz.reader.revision.registrations import mark_changes
from prikaz.rollover import Change, Rolled
from prikaz.service.documents import source_of
from prikaz.service.places import print_place
from prikaz.service.printing import printed
from prikaz.service.roll.choices import WordChoices
from prikaz.service.word_guards import (
    READ_OTHERWISE,
    WORDS_UNCHANGED,
    facts,
    refuse_guarded,
    stale_words,
)

COMMENT_UNWRITTEN: Final = FindingKind("comment-unwritten", "Примечание с вопросом в файл Word не записано")
YEAR_UNSEEN: Final = FindingKind("year-unseen", "По новому файлу Word не видно, на какой он год")

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


def unclear_year(draft: Draft) -> str:
    """Why it is not clear of which year a Word file is; "" when it is.

    An order that was signed at the end of a year may be one of the next.
    """
    assert isinstance(draft, WordDraft)  # noqa: S101 (its name says so)
    order = draft.order
    if order.year is None:
        named = _named_years(draft)
        told = f"; в тексте есть: {', '.join(map(str, named))}" if named else ""
        return f"год документа не известен{told}"
    titles = " ".join((order.heading, *(annex.title for _, annex in annexes(order))))
    named = [int(year) for year in _YEAR.findall(titles)]
    if order.date and named and min(named) == order.date.year + 1:
        return f"документ подписан в {order.date.year} году, а в заголовке год {min(named)}"
    return ""


def _named_years(draft: WordDraft) -> list[int]:
    """The years that a Word file names most often."""
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
        PackageError: A list of its parts is damaged, so that comments cannot be added.
    """
    assert isinstance(draft, WordDraft)  # noqa: S101 (a data file is not rolled into a Word file)
    if not choices.anyway:
        refuse_guarded(draft)
    try:
        revision = revise_word(
            draft,
            rolled.changes,
            rolled.order,
            rolled.questions,
            date=choices.date,
            accept=choices.accept,
        )
    except PackageError as error:  # it could be read, and nothing can be added to it
        raise PackageError(error.message, error.hint, error.file or str(source_of(draft))) from error
    findings = (*facts(draft.content), *_left(revision, rolled), *_read_again(draft, revision, rolled))
    return RevisionPlan(contents={target: revision.data}, inputs=(source_of(draft),), findings=findings)


def _left(revision: WordRevision, rolled: Rolled) -> Iterator[Finding]:
    """What a person has to do by hand, and what Word may show otherwise."""
    for unplaced in revision.unplaced:
        where = print_place(unplaced.path, rolled.order)
        if unplaced.was:
            message = f"не изменено: {where}, «{unplaced.was}»"
            message += f" → «{unplaced.became}»" if unplaced.became else ""
        else:
            message = f"не добавлен: {where}" if unplaced.became else f"не изменены графы по годам: {where}"
        hint = "внесите сами; в файле об этом примечание"
        yield WORDS_UNCHANGED.finding(f"{message}: {unplaced.reason}", hint, unplaced.path)
    for reason in revision.uncommented:
        message = f"примечание не записано: {reason}"
        yield COMMENT_UNWRITTEN.finding(message, "вопросы стоят на экране и в файле вопросов")
    yield from stale_words(revision.told)


def _differing(wanted: Order, found: Order, profile: OfficeProfile) -> list[OrderPath]:
    """Where two orders differ; what an answer names in plain words, the reader knows as a reference."""
    if not compare(wanted, found):
        return []
    return [difference.path for difference in compare(printed(wanted, profile), printed(found, profile))]


def _read_again(draft: WordDraft, revision: WordRevision, rolled: Rolled) -> Iterator[Finding]:
    """Where the file that was written does not say what the new order says."""
    again = read(accepted(revision.data), profile=draft.profile)
    if again.order.year != rolled.order.year:
        message = f"по новому файлу не видно, что он на {rolled.order.year} год"
        hint = f"при следующем переносе скажите это: --from {rolled.order.year}"
        yield YEAR_UNSEEN.finding(message, hint)
    wanted = with_keys_of(again.order, rolled.order)
    wanted = attrs.evolve(wanted, year=again.order.year)  # a year that was told stands on no paper
    found = _differing(wanted, again.order, draft.profile)
    found += [path for path, text in rolled.unread.items() if again.unread.get(path) != text]
    left = [unplaced.path for unplaced in revision.unplaced]
    for path in dict.fromkeys(found):
        if any(path[: len(one)] == one or one[: len(path)] == path for one in left):
            continue  # it was told already
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
