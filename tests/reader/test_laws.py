"""Law 1: what is written is read (что написано, то и прочитано)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from prikaz import Clause, FaultyOrderError, Order, Paragraph, Person, Signature, printed, render
from prikaz.files import open as open_data
from prikaz.language.time.dates import DateStyle
from prikaz.model import (
    HeadingPlacement,
    Initials,
    Kind,
    LetterheadForm,
    Marker,
    MarkPattern,
    Numbering,
    OfficeProfile,
)
from prikaz.reader.reading import read
from tests.makers import make_order
from tests.reader.strategies import readable_orders
from tests.reader.word_structure import told

_ROOT = Path(__file__).parents[2] / "examples"
_FILES = sorted(path for path in _ROOT.rglob("*.yaml"))
_USUAL = OfficeProfile()
_OTHERS = (
    OfficeProfile(
        mark=MarkPattern.BOTH,
        initials=Initials.BEFORE,
        initials_in_signature=Initials.AFTER,
        initials_apart=True,
        date_style=DateStyle.WORDS,
        date_with_preposition=True,
        prepared_by_in_line=True,
        acknowledgement_in_line=True,
        annex_number_sign=False,
    ),
    OfficeProfile(
        date_style=DateStyle.WORDS_FULL,
        letterhead=LetterheadForm.ANGULAR,
        heading=HeadingPlacement.CENTRED,
        numbering=Numbering.TYPED,
    ),
)
_profiles = st.sampled_from((_USUAL, *_OTHERS))
#: An order that fails is shown as it is: to make it smaller takes minutes.
_few = settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_what_is_printed_of_an_example_is_read(path: Path) -> None:
    draft = open_data(path)
    found = read(render(draft.order, profile=draft.profile).to_bytes(), profile=draft.profile)
    assert found.order == printed(draft.order, draft.profile)
    assert found.notes == ()
    assert found.coverage.share == 1


@pytest.mark.parametrize("profile", _OTHERS, ids=("словами", "набранные номера"))
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_what_is_printed_of_an_example_is_read_in_another_office(path: Path, profile: OfficeProfile) -> None:
    order = open_data(path).order
    assert read(render(order, profile=profile).to_bytes(), profile=profile).order == printed(order, profile)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_what_paper_shows_of_an_example_shows_the_same(path: Path) -> None:
    draft = open_data(path)
    shown = printed(draft.order, draft.profile)
    assert printed(shown, draft.profile) == shown
    assert told(shown, draft.profile) == told(draft.order, draft.profile)


@_few
@given(readable_orders(), _profiles)
def test_what_is_printed_of_any_order_is_read_and_prints_the_same(
    order: Order, profile: OfficeProfile
) -> None:
    try:
        document = render(order, profile=profile).to_bytes()
    except FaultyOrderError:
        reject()
    shown = printed(order, profile)
    assert printed(shown, profile) == shown
    assert read(document, profile=profile).order == shown
    assert told(shown, profile) == told(order, profile)


def test_a_clause_that_begins_with_a_number_of_its_own_is_that_clause() -> None:
    """Paper does not tell «1.» of the text from «1.» of the program: it is always taken for a number."""
    order = make_order(clauses=[Clause(text="1. Создать комиссию.", marker=Marker.ABSENT)])
    shown = printed(order)
    assert [clause.text for clause in shown.clauses] == ["Создать комиссию."]
    assert read(render(order).to_bytes()).order == shown


def test_a_paragraph_behind_a_clause_becomes_a_line_of_its_text() -> None:
    order = make_order(
        clauses=[Clause(text="Создать комиссию.", blocks=[Paragraph(text="Она работает год.")])]
    )
    (clause,) = printed(order).clauses
    assert clause == Clause(text="Создать комиссию.\nОна работает год.")


def test_a_document_of_items_with_brackets_is_read_by_its_styles() -> None:
    order = Order(
        kind=Kind.DOCUMENT,
        clause_marker=Marker.BRACKET,
        clauses=[Clause(text="Журнал")],
        signatures=[Signature(person=Person(last="Белов", first="Игорь", middle="Львович"))],
    )
    assert read(render(order).to_bytes()).order == printed(order)
