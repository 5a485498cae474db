"""Accepted, a changed file is the clean one; rejected, the original."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prikaz.docx.content import read_content
from prikaz.docx.revisions import Edit, Revised, accepted, has_revisions, rejected, revise
from prikaz.docx.revisions.source.file import WordFile
from tests.docx.revisions.editing import parts, tree
from tests.docx.revisions.said import every_paragraph, said, told_signs
from tests.docx.revisions.samples import comments, edits, files
from tests.reader import word_files

FEW = settings(max_examples=20, deadline=None)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHANGES = [f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")]
WHO = "prikaz"


def texts(file: bytes) -> dict[tuple[str, int], str]:
    return {(each.part, each.index): each.text for each in every_paragraph(read_content(file))}


def applied(file: bytes, asked: list[Edit], made: Revised) -> dict[tuple[str, int], str]:
    """Texts of a file with the edits that were made applied to them as strings."""
    found = texts(file)
    refused = Counter(each.asked for each in made.refused)
    done = [each for each in asked if not refused[each] or refused.subtract([each])]
    for each in sorted(done, key=lambda one: (one.start, one.end), reverse=True):
        text = found[each.part, each.paragraph]
        found[each.part, each.paragraph] = text[: each.start] + each.new + text[each.end :]
    return found


def is_known(file: bytes) -> bool:
    """Whether each character that a file says is known with its place."""
    word = WordFile(file)
    return all(
        (story := word.story(each.part)) is not None
        and (paragraph := story.paragraph(each.index)) is not None
        and story.characters(paragraph).text == each.text
        for each in every_paragraph(read_content(file))
    )


@FEW
@given(files())
def test_each_character_is_known_with_its_place(file: bytes) -> None:
    assert is_known(file)


@pytest.mark.parametrize("name", word_files.names())
def test_each_character_of_a_messy_file_is_known_with_its_place(name: str) -> None:
    assert is_known(word_files.word_file(name))


@FEW
@given(st.data())
def test_the_file_says_what_the_edits_say(data: st.DataObject) -> None:
    file = data.draw(files())
    asked = data.draw(edits(file).filter(_is_in_order))
    made = revise(file, asked)
    assert texts(made.data) == applied(file, asked, made)


def _is_in_order(asked: list[Edit]) -> bool:
    """Whether no two edits come at one place, where their order would tell."""
    places = Counter((each.part, each.paragraph, place) for each in asked for place in {each.start, each.end})
    return all(times == 1 for times in places.values())


@FEW
@given(st.data())
def test_accepted_it_says_what_it_showed(data: st.DataObject) -> None:
    file = data.draw(files())
    made = revise(file, data.draw(edits(file)), data.draw(comments(file))).data
    clean = accepted(made)
    assert said(clean) == said(made)
    assert not has_revisions(clean)


@FEW
@given(st.data())
def test_rejected_it_is_the_original(data: st.DataObject) -> None:
    file = data.draw(files())
    made = revise(file, data.draw(edits(file)), data.draw(comments(file))).data
    assert said(rejected(made)) == said(rejected(file))
    assert not has_revisions(rejected(made))


@FEW
@given(st.data())
def test_without_ours_the_changes_of_others_are_as_they_were(data: st.DataObject) -> None:
    file = data.draw(files())
    made = revise(file, data.draw(edits(file))).data
    ours_gone = rejected(made, author=WHO)
    assert said(ours_gone) == said(file)
    assert told_signs(ours_gone) == told_signs(file)
    assert not has_revisions(ours_gone, author=WHO)
    for resolve in (accepted, rejected):
        assert said(resolve(ours_gone, author="Белов")) == said(resolve(file, author="Белов"))


@FEW
@given(st.data())
def test_without_marks_it_is_the_same_text(data: st.DataObject) -> None:
    file = data.draw(files())
    asked = data.draw(edits(file))
    made, clean = revise(file, asked), revise(file, asked, accept=True)
    if made.refused == clean.refused:
        assert said(clean.data) == said(made.data)
        assert not has_revisions(clean.data, author=WHO)


@FEW
@given(st.data())
def test_what_is_not_touched_stays_the_same_bytes(data: st.DataObject) -> None:
    file = data.draw(files())
    asked, noted = data.draw(edits(file)), data.draw(comments(file))
    made = revise(file, asked, noted)
    assert revise(file, asked, noted) == made
    touched = {each.part for each in asked} | ({"word/document.xml"} if noted else set())
    before, after = parts(file), parts(made.data)
    assert all(
        after[name] == data
        for name, data in before.items()
        if name.endswith(".xml") and name not in touched and not name.startswith("[")
    )
    assert parts(revise(file).data) == before


@FEW
@given(st.data())
def test_every_change_has_a_number_of_its_own(data: st.DataObject) -> None:
    file = data.draw(files())
    made = revise(file, data.draw(edits(file)), data.draw(comments(file))).data
    numbers = [
        each.get(f"{W}id")
        for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml")
        for each in tree(made, part).iter(*CHANGES)
    ]
    assert len(numbers) == len(set(numbers))
