"""An order of last year becomes the order of this one, with every change listed and every doubt marked.

Years of the order itself, deadlines, school years and weekdays move; cited
acts, standards, counts and what is said of the past stay. What a text says of a
time is known by :mod:`prikaz.language`; writing the new order into a file is
the work of :mod:`prikaz.files`.
"""

from prikaz.rollover.answers.replies import AnswerError, Refusal, Reply
from prikaz.rollover.outcome import Change, Kept, Question, Rolled, RollError
from prikaz.rollover.roll import roll, undo
from prikaz.rollover.year_shift import Weekends, Window

__all__ = [
    "AnswerError",
    "Change",
    "Kept",
    "Question",
    "Refusal",
    "Reply",
    "RollError",
    "Rolled",
    "Weekends",
    "Window",
    "roll",
    "undo",
]
