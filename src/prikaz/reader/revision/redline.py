"""Recorded changes of one Word file that make its text that of another one (правки к сравнению)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 (the argument is called date)
from itertools import zip_longest
from typing import Final, NamedTuple

from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content
from prikaz.docx.revisions import AnyEdit, Edit, ToldKind, accepted, revise
from prikaz.reader.contents import paragraphs
from prikaz.reader.revision.comparison import differences
from prikaz.reader.revision.difference import Difference

_READ_OTHERWISE: Final = "с принятыми правками файл читается не так, как новый"


class Unrecorded(NamedTuple):
    """A difference that no recorded change makes (не записано в правках).

    Attributes:
        place: Where, in Russian; "" when it cannot be told.
        was: The old words; "" for none.
        became: The new words; "" for none.
        reason: Why, in Russian.
    """

    place: str
    was: str
    became: str
    reason: str


class Redline(NamedTuple):
    """A Word file with what differs in another one recorded (файл с правками).

    Attributes:
        data: The file; the old one itself when nothing is recorded.
        unrecorded: What a person has to compare.
        told: What Word may undo, or shows elsewhere: kind and words.
    """

    data: bytes
    unrecorded: tuple[Unrecorded, ...] = ()
    told: tuple[tuple[ToldKind, str], ...] = ()


def redline(data: bytes, old: Content, new: Content, *, date: Day | None = None) -> Redline:
    """Record in a Word file what makes its text that of another one.

    Accepted, it says what the new file says, paragraph by paragraph; rejected, it is the old one. What was
    recorded in the files before is taken as accepted, and stays recorded in the old one.

    Args:
        data: The old file.
        old: What it says.
        new: What the new file says.
        date: The day the changes are said to be made on; None to say nothing.

    Raises:
        PackageError: The file is encrypted or damaged.
    """
    found = list(differences(old, new))
    left = [_unrecorded(each, each.obstacle) for each in found if each.obstacle]
    groups = [each for each in found if not each.obstacle]
    while groups:
        of_edit = {edit: number for number, group in enumerate(groups) for edit in group.edits}
        revised = revise(data, _edits(groups), date=date)
        refused = {of_edit[each.asked]: each.reason for each in revised.refused if each.asked in of_edit}
        if not refused:
            told = dict.fromkeys((each.kind, each.text) for each in revised.told)
            left += [] if left else _read_otherwise(revised.data, new)
            return Redline(revised.data, tuple(left), tuple(told))
        again: list[Difference] = []
        for number, group in enumerate(groups):
            finer = _finer(group)
            if number not in refused:
                again.append(group)
            elif finer != group:
                again.append(finer)
            else:
                left.append(_unrecorded(group, refused[number]))
        groups = again
    return Redline(data, tuple(left))


def _finer(difference: Difference) -> Difference:
    """A difference of which only the characters that differ are recorded."""
    edits = (edit._replace(whole=False) if isinstance(edit, Edit) else edit for edit in difference.edits)
    return difference._replace(edits=tuple(edits))


def _edits(groups: list[Difference]) -> list[AnyEdit]:
    return [edit for group in groups for edit in group.edits]


def _unrecorded(difference: Difference, reason: str) -> Unrecorded:
    return Unrecorded(difference.place, difference.was, difference.became, reason)


def _read_otherwise(data: bytes, new: Content) -> list[Unrecorded]:
    """Where the file that was written does not say what the new one says: the first such place."""
    made = read_content(accepted(data))
    wrong = next(_differing(made, new), None)
    return [] if wrong is None else [Unrecorded("", *wrong, _READ_OTHERWISE)]


def _differing(made: Content, new: Content) -> Iterator[tuple[str, str]]:
    (body, headers), (new_body, new_headers) = (_texts(each) for each in (made, new))
    yield from (pair for pair in zip_longest(body, new_body, fillvalue="") if pair[0] != pair[1])
    if len(body) != len(new_body):
        yield "", ""
    for text in (new_headers - headers) + (headers - new_headers):
        yield "", text


def _texts(content: Content) -> tuple[list[str], Counter[str]]:
    """The paragraphs of the body in order, and those of headers."""
    body: list[str] = []
    headers: Counter[str] = Counter()
    for paragraph, is_header in paragraphs(content):
        if is_header:
            headers[paragraph.text] += 1
        else:
            body.append(paragraph.text)
    return body, headers
