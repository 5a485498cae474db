"""Whole paragraphs, rows and columns: accepted, a changed file is the clean one; rejected, the original."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prikaz.docx.content import read_content
from prikaz.docx.revisions import (
    AnyEdit,
    DeletedParagraph,
    InsertedParagraph,
    LeadingParagraph,
    Revised,
    accepted,
    has_revisions,
    rejected,
    revise,
)
from tests.docx.revisions.blocks import block_edits, block_files, edits_of_all_kinds, paragraph_edits
from tests.docx.revisions.editing import tree
from tests.docx.revisions.said import every_paragraph, said, told_signs
from tests.docx.revisions.samples import comments, edits
from tests.reader import word_files
from tests.validity.structure import faults

FEW = settings(max_examples=30, deadline=None)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHO = "prikaz"
CHANGES = (
    *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns"),
    *("tcPrChange", "trPrChange", "tblGridChange"),
)


def asked_of(data: st.DataObject, file: bytes) -> list[AnyEdit]:
    """Edits of words and of whole blocks, in any order."""
    return data.draw(st.permutations([*data.draw(block_edits(file)), *data.draw(edits(file))]))


def grids(file: bytes) -> list[list[str]]:
    """What tables say of their grids, of the widths, spans and merges of their cells."""
    names = [f"{W}{name}" for name in ("gridCol", "tcW", "gridSpan", "vMerge", "gridBefore", "gridAfter")]
    return [
        [f"{each.tag} {each.get(f'{W}w')} {each.get(f'{W}val')}" for each in table.iter(*names)]
        for table in tree(file).iter(f"{W}tbl")
    ]


@FEW
@given(st.data())
def test_accepted_it_says_what_it_showed(data: st.DataObject) -> None:
    file = data.draw(block_files())
    made = revise(file, asked_of(data, file), data.draw(comments(file))).data
    assert said(accepted(made)) == said(made)
    assert not has_revisions(accepted(made))


@FEW
@given(st.data())
def test_rejected_it_is_the_original(data: st.DataObject) -> None:
    file = data.draw(block_files())
    made = revise(file, asked_of(data, file), data.draw(comments(file))).data
    assert said(rejected(made)) == said(rejected(file))
    assert grids(rejected(made)) == grids(rejected(file))
    assert not has_revisions(rejected(made))


@FEW
@given(st.data())
def test_without_ours_the_changes_of_others_are_as_they_were(data: st.DataObject) -> None:
    file = data.draw(block_files())
    ours_gone = rejected(revise(file, asked_of(data, file)).data, author=WHO)
    assert said(ours_gone) == said(file)
    assert grids(ours_gone) == grids(file)
    assert told_signs(ours_gone) == told_signs(file)
    assert not has_revisions(ours_gone, author=WHO)
    for resolve in (accepted, rejected):
        assert said(resolve(ours_gone, author="Белов")) == said(resolve(file, author="Белов"))


@FEW
@given(st.data())
def test_without_marks_it_is_the_same(data: st.DataObject) -> None:
    file = data.draw(block_files())
    asked = asked_of(data, file)
    made, clean = revise(file, asked), revise(file, asked, accept=True)
    if made.refused == clean.refused:
        assert said(clean.data) == said(made.data)
        assert grids(clean.data) == grids(accepted(made.data, author=WHO))
        assert not has_revisions(clean.data, author=WHO)


def expected(file: bytes, asked: list[AnyEdit], made: Revised) -> list[tuple[str, str]]:
    """Texts of a file with whole paragraphs taken out and put in as in a list, by parts."""
    refused = Counter(each.asked for each in made.refused)
    done = [each for each in asked if not refused[each] or refused.subtract([each])]
    found: list[tuple[str, str]] = []
    for part, index, text in shown(file):
        place = (part, index)
        found += [(part, new.text) for new in done if isinstance(new, LeadingParagraph) and new[:2] == place]
        if DeletedParagraph(part, index) not in done:
            found.append((part, text))
        found += [(part, new.text) for new in done if isinstance(new, InsertedParagraph) and new[:2] == place]
    return found


def shown(file: bytes) -> list[tuple[str, int, str]]:
    """Texts of all paragraphs, part by part."""
    found = [(each.part, each.index, each.text) for each in every_paragraph(read_content(file))]
    return sorted(found, key=lambda each: each[0])


@FEW
@given(st.data())
def test_paragraphs_stand_where_they_are_asked_for(data: st.DataObject) -> None:
    file = data.draw(block_files())
    asked = data.draw(paragraph_edits(file))
    made = revise(file, asked)
    assert [(part, text) for part, _, text in shown(made.data)] == expected(file, asked, made)


@FEW
@given(st.data())
def test_what_is_refused_changes_nothing(data: st.DataObject) -> None:
    file = data.draw(block_files())
    asked = asked_of(data, file)
    made = revise(file, asked)
    assert revise(file, asked) == made
    refused = Counter(each.asked for each in made.refused)
    done = [each for each in asked if not refused[each] or refused.subtract([each])]
    assert said(revise(file, done).data) == said(made.data)


@FEW
@given(data=st.data())
def test_word_finds_nothing_to_repair(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = data.draw(block_files())
    made = revise(file, asked_of(data, file)).data
    path = tmp_path_factory.mktemp("files") / "file.docx"
    known = repairs(path, file)
    for each in (made, accepted(made, author=WHO), rejected(made, author=WHO)):
        assert repairs(path, each) <= known


def repairs(path: Path, file: bytes) -> set[str]:
    """What Word would repair in a file."""
    path.write_bytes(file)
    return set(faults(path))


@FEW
@given(st.data())
def test_every_change_has_a_number_of_its_own(data: st.DataObject) -> None:
    file = data.draw(block_files())
    made = revise(file, asked_of(data, file)).data
    numbers = [
        each.get(f"{W}id")
        for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml")
        for each in tree(made, part).iter(*(f"{W}{name}" for name in CHANGES))
    ]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("name", word_files.names())
def test_a_messy_file_is_changed_and_comes_back(name: str, tmp_path: Path) -> None:
    file = word_files.word_file(name)
    asked = edits_of_all_kinds(file)
    made = revise(file, asked)
    assert len(made.refused) < len(asked) / 2
    assert said(accepted(made.data)) == said(made.data) == said(revise(file, asked, accept=True).data)
    assert said(rejected(made.data)) == said(rejected(file))
    assert said(rejected(made.data, author=WHO)) == said(file)
    assert grids(rejected(made.data, author=WHO)) == grids(file)
    known = repairs(tmp_path / "file.docx", file)
    for each in (made.data, accepted(made.data), rejected(made.data)):
        assert repairs(tmp_path / "file.docx", each) <= known
