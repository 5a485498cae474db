"""Papers that belong to the old document alone: an application, a note of registration, a protocol.

Next year's order has its own («основание», «отметки», lines of stamps), so a date in them is never moved: a
person is asked.
"""

from __future__ import annotations

from typing import Final

from prikaz.findings import Path
from prikaz.language.time.times import find_times
from prikaz.rollover.outcome import Kept, Question, RollLog
from prikaz.rollover.year_shift import YearShift

#: Fields of the order that name such papers.
PAPERS: Final = frozenset({"grounds", "notes"})


def ask_papers(text: str, path: Path, shift: YearShift) -> RollLog:
    """Ask about the days and years of the old document's papers; laws of earlier years stay.

    >>> asked = ask_papers("заявление от 01.03.2027", (), YearShift(year=2027, years=1))
    >>> [question.words for question in asked.questions]
    ['01.03.2027']
    """
    return _asked(text, path, shift, "бумага прежнего документа: у нового будет своя")


def ask_approvals(text: str, path: Path, shift: YearShift) -> RollLog:
    """Ask about the days on which the old document was approved: «Протокол № 3 от 30.08.2027»."""
    return _asked(text, path, shift, "так утверждали прежний документ: новый утвердят заново")


def _asked(text: str, path: Path, shift: YearShift, why: str) -> RollLog:
    log = RollLog()
    for time in find_times(text):
        if not time.years:
            continue
        if max(time.years) < shift.year - 1:
            log += RollLog(kept=(Kept(path=path, words=time.text, why="акт прежних лет", at=time.start),))
            continue
        asked = Question(
            path=path,
            words=time.text,
            what="обновите или уберите",
            why=why,
            at=time.start,
        )
        log += RollLog(questions=(asked,))
    return log
