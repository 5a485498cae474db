"""Laws 2 and 3 on orders made at random, with answers made at random."""

from __future__ import annotations

import attrs
from hypothesis import HealthCheck, Phase, assume, given, reject, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from prikaz import FaultyOrderError, Order, render
from prikaz.docx.revisions import rejected
from prikaz.language.time.dates import DateStyle
from prikaz.model import HeadingPlacement, Initials, LetterheadForm, MarkPattern, Numbering, OfficeProfile
from prikaz.rollover import AnswerError, Question, Reply
from tests.docx.revisions.said import said
from tests.reader.strategies import readable_orders
from tests.word_rolling.rolling import WHO, Source, Written, in_order, roll, write

_PROFILES = (
    OfficeProfile(),
    OfficeProfile(
        mark=MarkPattern.BOTH,
        initials=Initials.BEFORE,
        date_style=DateStyle.WORDS,
        date_with_preposition=True,
        annex_number_sign=False,
    ),
    OfficeProfile(
        date_style=DateStyle.WORDS_FULL,
        letterhead=LetterheadForm.ANGULAR,
        heading=HeadingPlacement.CENTRED,
        numbering=Numbering.TYPED,
    ),
)
#: An order that fails is shown as it is: to make it smaller takes minutes.
_few = settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@st.composite
def _documents(draw: DrawFn) -> Source:
    """An order as it is printed in some office."""
    profile = draw(st.sampled_from(_PROFILES))
    try:
        return Source(render(draw(readable_orders()), profile=profile).to_bytes(), profile)
    except FaultyOrderError:
        reject()


@st.composite
def _answered(draw: DrawFn, file: Source) -> Written:
    """A file rolled with answers to some of its questions: each keeps, accepts or moves."""
    answers: dict[Question, Reply] = {}
    for question in roll(file.draft()).rolled.questions:
        may = {"": True, "оставить": True, "принять": question.proposal, "перенести": question.at is not None}
        reply = draw(st.sampled_from([word for word, is_fit in may.items() if is_fit]))
        answers |= {question: reply} if reply else {}
    try:
        return write(file, answers=answers)
    except AnswerError as error:
        refused = {refusal.question for refusal in error.refusals}
        return write(file, answers={key: reply for key, reply in answers.items() if key not in refused})


def _without_acts(order: Order) -> Order:
    """An order without the acts that its texts cite: a person may have changed a citation."""
    return attrs.evolve(order, acts=())


@_few
@given(_documents())
def test_a_rolled_document_is_the_rolled_order(file: Source) -> None:
    made = write(file)
    assert made.revision.unplaced == ()
    assert in_order(made.again.order) == made.wanted
    assert [*made.again.unread.values()] == [*made.rolled.unread.values()]
    assert made.says_its_year
    again = roll(made.again, 0)
    assert again.is_same
    assert (again.rolled.changes, again.rolled.questions) == ((), ())


@_few
@given(_documents())
def test_a_rolled_document_is_the_old_one_with_recorded_changes(file: Source) -> None:
    made = write(file)
    assert said(rejected(made.data, author=WHO)) == said(file.data)
    assert said(made.accepted.data) == said(made.clean) == said(made.data)


@_few
@given(st.data())
def test_answers_come_into_the_document_and_into_the_order(data: st.DataObject) -> None:
    made = data.draw(_answered(data.draw(_documents())))
    assert made.revision.unplaced == ()
    assert _without_acts(in_order(made.again.order)) == _without_acts(made.wanted)
    assert [*made.again.unread.values()] == [*made.rolled.unread.values()]
    assert said(rejected(made.data, author=WHO)) == said(made.source.data)
    assert said(made.accepted.data) == said(made.clean)


@settings(_few, max_examples=5)
@given(_documents())
def test_two_years_one_by_one_are_two_years_at_once(file: Source) -> None:
    made, both = write(file), write(file, 2)
    then = write(made.accepted)
    assume(not any(each.rolled.questions for each in (made, both, then)))
    assert said(then.accepted.data) == said(both.accepted.data)
