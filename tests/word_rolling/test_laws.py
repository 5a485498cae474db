"""Laws 2 and 3: the square commutes; accepted it is the clean file, rejected the original."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from prikaz.docx.content import read_content
from prikaz.docx.revisions import accepted, has_revisions, rejected
from prikaz.rollover import Question
from tests.docx.revisions.editing import MAIN, parts
from tests.docx.revisions.said import every_paragraph, remarks, said
from tests.word_rolling.rolling import NAMES, WHO, Written, in_order, roll, write, written

_every = pytest.mark.parametrize("name", NAMES)
#: Files in which something stands that roll-over can only tell of: {DATE}.
_TOLD = {"held-51-karta-k-pismu"}
#: Parts that any recorded change or comment may touch.
_COMMON = ("[Content_Types].xml", "word/_rels/document.xml.rels", MAIN)


# What is compared -----------------------------------------------------------------------------------------


_said, _remarks = cache(said), cache(remarks)


def _of_others(file: bytes) -> Counter[tuple[str, str, str]]:
    """Signs of recorded changes and comments of others, by kind and author."""
    return Counter(
        (kind, author, sign)
        for kind, words, author in _remarks(file)
        for sign in words
        if author != WHO and not sign.isspace()
    )


def _whose(file: bytes) -> set[tuple[str, str]]:
    """Kinds of recorded changes and comments of others, with their authors."""
    return {(kind, author) for kind, _, author in _remarks(file) if author != WHO}


def _comments(file: bytes) -> list[str]:
    return [text for kind, text, author in _remarks(file) if kind == "COMMENT" and author == WHO]


@cache
def _texts(file: bytes) -> dict[str, list[str]]:
    """Texts of the paragraphs of each part."""
    found: dict[str, list[str]] = {}
    for each in every_paragraph(read_content(file)):
        found.setdefault(each.part, []).append(each.text)
    return found


def _as_comment(question: Question) -> str:
    return f"{question.what[0].upper()}{question.what[1:]}\nПочему: {question.why}"


def _is_open(made: Written) -> bool:
    return bool(made.rolled.questions or made.revision.unplaced)


# Files ----------------------------------------------------------------------------------------------------


@_every
def test_a_file_whose_changes_are_accepted_says_what_the_new_order_says(name: str) -> None:
    made = written(name)
    assert in_order(made.again.order) == made.wanted
    assert [*made.again.unread.values()] == [*made.rolled.unread.values()]
    assert made.says_its_year
    assert bool(made.revision.unplaced) is (name in _TOLD)


@_every
def test_a_file_whose_changes_are_rejected_is_what_it_was(name: str) -> None:
    made = written(name)
    back = rejected(made.data, author=WHO)
    assert _said(back) == _said(made.source.data)
    assert _of_others(back) == _of_others(made.source.data)
    assert has_revisions(made.data, author=WHO) is (made.data != made.source.data)
    assert not has_revisions(back, author=WHO)


@_every
def test_a_file_whose_changes_are_accepted_is_the_clean_one(name: str) -> None:
    made = written(name)
    assert _said(accepted(made.data)) == _said(accepted(made.clean))
    assert _said(made.clean) == _said(made.data)
    assert _comments(made.clean) == _comments(made.data)
    assert _whose(made.clean) == _whose(made.source.data)
    assert not has_revisions(made.clean, author=WHO)


@_every
def test_parts_whose_words_stay_are_the_same_bytes(name: str) -> None:
    made = written(name)
    before = parts(made.source.data)
    for file in (made.data, made.clean):
        after = parts(file)
        assert {part for part in after.keys() - before.keys() if "comments" not in part} == set()
        for part, data in before.items():
            if part in _COMMON or "comments" in part:
                continue
            is_said_still = _texts(made.source.data).get(part) == _texts(file).get(part)
            assert (part, after[part] == data) == (part, is_said_still)


@_every
def test_each_open_question_is_one_comment(name: str) -> None:
    made = written(name)
    comments = _comments(made.data)
    assert all(any(_as_comment(each) in comment for comment in comments) for each in made.rolled.questions)
    assert len(comments) <= len(made.rolled.questions) + len(made.revision.unplaced)
    assert bool(comments) is _is_open(made)


@_every
def test_rolled_to_its_own_year_a_file_stays_as_it_is(name: str) -> None:
    made = written(name)
    for draft in (made.again, made.accepted._replace(data=made.data).draft()):
        again = roll(draft, 0)
        assert again.is_same
        assert (again.rolled.changes, again.rolled.questions) == ((), ())


@pytest.mark.parametrize("name", [name for name in NAMES if name not in _TOLD])
def test_two_years_one_by_one_are_two_years_at_once(name: str) -> None:
    made = written(name)
    if made.rolled.questions:
        return
    both = write(made.source, 2)
    if not both.rolled.questions:
        assert _said(accepted(write(made.accepted).data)) == _said(accepted(both.data))
