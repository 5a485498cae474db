"""Words that go: recorded as deleted, or taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prikaz.docx.content.names import AUTHOR, PARAGRAPH, RUN, RUN_PROPERTIES
from prikaz.docx.revisions.marking.pen import Pen
from prikaz.docx.revisions.marking.placing import drop
from prikaz.docx.revisions.source.names import COMMENT_REFERENCE, DELETED, GOING, INSERTED
from prikaz.docx.revisions.source.runs import isolate, rename_going

if TYPE_CHECKING:
    from lxml import etree


def wrapped_as_going(runs: Sequence[etree._Element], pen: Pen) -> dict[etree._Element, etree._Element]:
    """Record runs as deleted.

    Returns:
        The deletion of each run; those that have none go without a mark: none are made, or they came by us
        and were not accepted yet.
    """
    made: dict[etree._Element, etree._Element] = {}
    last: etree._Element | None = None
    for run in runs:
        if _goes_unmarked(run, pen):
            continue
        if last is None or run.getprevious() is not last:
            last = pen.change(run, DELETED)
            run.addprevious(last)
        last.append(run)
        made[run] = last
        rename_going(run)
    return made


def _goes_unmarked(run: etree._Element, pen: Pen) -> bool:
    parent = run.getparent()
    if pen.accept or parent is None:
        return True
    return parent.tag == INSERTED and parent.get(AUTHOR) == pen.author


def delete_words(paragraph: etree._Element, pen: Pen) -> None:
    """Have all words of a paragraph go, with fields and breaks; comments stay where they are."""
    for run in list(_own_runs(paragraph)):
        if run.find(COMMENT_REFERENCE) is not None:
            isolate(run, pen.next_id)
    runs = [run for run in _own_runs(paragraph) if not _is_reference(run)]
    wrapped = wrapped_as_going(runs, pen)
    for run in runs:
        if run not in wrapped:
            drop(run)


def _own_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Runs of a paragraph that were not deleted before."""
    for run in paragraph.iter(RUN):
        outer = next(run.iterancestors(PARAGRAPH, *GOING))
        if outer is paragraph:
            yield run


def _is_reference(run: etree._Element) -> bool:
    return any(child.tag == COMMENT_REFERENCE for child in run) and all(
        child.tag in {COMMENT_REFERENCE, RUN_PROPERTIES} for child in run
    )
