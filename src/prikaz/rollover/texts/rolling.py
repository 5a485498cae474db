"""One text of the order in the new year: its times move, stay or are asked about, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from attrs import evolve, field, frozen

from prikaz.findings import Path
from prikaz.language.time.dates import MONTH, shift_date
from prikaz.language.time.roles import Role
from prikaz.language.time.times import Time, find_times
from prikaz.language.time.weekdays import adjoins_weekday, is_bound, named_weekday, right_weekday
from prikaz.model.text import BracedReference, VerbatimText, marked
from prikaz.rollover.outcome import Change, Kept, Question, RollLog
from prikaz.rollover.texts.amounts import Amount, amounts_by_time, find_amounts
from prikaz.rollover.texts.occasions import Occasion, Surroundings, in_order_year, look_for_occasion
from prikaz.rollover.texts.verdicts import (
    COUNT,
    NO_YEARS,
    QUOTED,
    Ask,
    Move,
    Stay,
    Verdict,
    judge,
    judge_measured,
    judge_told,
)
from prikaz.rollover.texts.weekends import look_for_day_off
from prikaz.rollover.texts.yearly import ask_counted, ask_feasts
from prikaz.rollover.year_shift import YearShift

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|@)\S*")
_PHONE: Final = re.compile(r"\b(?:тел(?:ефон[а-яё]*)?|факс[а-яё]*|моб)\b[^а-яё\n]*", re.IGNORECASE)
#: Why what stands in marks stays: a key, a text that is printed as it is.
_MARKED: Final = ("ключ ссылки", "в обратных апострофах: печатается как есть")
_UNCLEAR: Final = Ask("решите, год ли это", "число похоже на год, но стоит внутри другого числа или номера")
_VERBATIM_END: Final = Ask("решите, переносить ли", "другой конец периода в обратных апострофах")
_ONE_AMOUNT: Final = ("проверьте значение: теперь рядом с ним", "назначено")
_SEVERAL_AMOUNTS: Final = ("проверьте значения: теперь рядом с ними", "назначены")
_NAME_THE_DAY: Final = "впишите верный день недели"
_WRONG_DAY: Final = "день недели не совпадал с датой и прежде"
_BOUND_DAY: Final = "день недели связан со словами перед ним, и программа его не меняла"
_LOOSE_DAY: Final = "за датой стоит день недели; этой ли он даты, по тексту не видно"


@frozen(kw_only=True)
class RolledText:
    """A text in the new year, and what came of its times (текст нового года)."""

    text: str
    log: RollLog = field(default=RollLog())


class Context(NamedTuple):
    """What is known around a text (контекст).

    Attributes:
        beside: The other texts of its row, if it stands in a table: they say what happens on a day.
        numbers: Keys of the order's own fields that are numbers.
        is_told: Whether it tells something, as a clause does: a plan and a field may name days before the
            order, a sentence of an order tells of them.
        quoted: Where the words of another act stand in it, in quotation marks.
        is_note: Whether it is a note to a table: a day in it may be that of the values of the table.
    """

    beside: str = ""
    numbers: frozenset[str] = frozenset()
    is_told: bool = False
    quoted: tuple[range, ...] = ()
    is_note: bool = False


#: A text that stands alone.
ALONE: Final = Context()


def roll_text(text: str, path: Path, shift: YearShift, context: Context = ALONE) -> RolledText:
    """Move the times of a text that are the order's own.

    >>> roll_text("До 01.06.2027 по приказу от 12.03.2027 № 5", (), YearShift(year=2027, years=1)).text
    'До 01.06.2028 по приказу от 12.03.2027 № 5'
    """
    times = find_times(text)
    around = Surroundings.of(text, context.beside)
    amounts = amounts_by_time(text, times, tuple(_numbers(text, context.numbers)))
    log, pieces, done = RollLog(), [], 0
    for place, time in enumerate(times):
        end = times[place + 1].start if place + 1 < len(times) else len(text)
        if _is_quoted(time, context.quoted):
            words, added = time.text, _leave_quoted(time, text, path, shift)
        else:
            asked = judge_measured(time, text, shift) if context.is_note else None
            if asked is None and context.is_told:
                asked = judge_told(time, text, shift)
            words, added = _roll_time(time, text[time.end : end], around, path, shift, asked)
        log += added
        if added.changes and time in amounts:
            log += RollLog(questions=(_ask_amounts(time, words, amounts[time], path),))
        pieces += [text[done : time.start], words]
        done = time.end
    log += RollLog(questions=tuple(ask_counted(times, around, path, shift)))
    if not any(question.proposal and question.at is None for question in log.questions):
        log += RollLog(questions=tuple(ask_feasts(times, around, path, shift)))
    log += _others(text, times, path, context.quoted)
    return RolledText(text="".join(pieces) + text[done:], log=log)


def _inside(place: int, ranges: tuple[range, ...]) -> bool:
    return any(place in found for found in ranges)


def _is_quoted(time: Time, quoted: tuple[range, ...]) -> bool:
    """Whether a time stands in quotation marks with its year: that of «01» июня 2027 г. does not."""
    year = _YEAR.search(time.text)
    return _inside(time.start + (year.start() if year else 0), quoted)


def _leave_quoted(time: Time, text: str, path: Path, shift: YearShift) -> RollLog:
    """What comes of a time in the words of another act: a question, unless it is no year at all."""
    verdict = _verdict(time, text, shift)
    if isinstance(verdict, Stay) and (verdict.why in _MARKED or time.role in NO_YEARS):
        return RollLog(kept=(Kept(path=path, words=time.text, why=verdict.why, at=time.start),))
    if verdict is None:
        return RollLog()
    words = time.text if "»" in time.text else time.text.lstrip("«")  # the mark of the whole, not of the day
    at = time.end - len(words)
    return RollLog(questions=(Question(path=path, words=words, what=QUOTED.what, why=QUOTED.why, at=at),))


def _numbers(text: str, keys: frozenset[str]) -> Iterator[Amount]:
    """References to fields that are numbers: «{мест} школьников»."""
    for place, piece in marked(text) if keys else ():
        if isinstance(piece, BracedReference) and keys.intersection(piece.keys):
            yield Amount(place.start, place.stop, piece.source, is_count=True)


def kept_years(text: str, path: Path, why: str) -> tuple[Kept, ...]:
    """Every number of a text that looks like a year, left alone for one reason."""
    return tuple(Kept(path=path, words=year[0], why=why, at=year.start()) for year in _YEAR.finditer(text))


def ask_years(text: str, path: Path, ask: Ask) -> tuple[Question, ...]:
    """Every number of a text that looks like a year, left alone until a person has decided."""
    return tuple(_question(year, path, ask) for year in _YEAR.finditer(text))


def move_within(text: str, place: range, path: Path, shift: YearShift, why: str) -> RollLog:
    """Move whatever names a year in a part of a text, because a person has said so.

    A time moves whole when all its years stand in the part; else the years that do, each by itself.
    """
    log, times, around = RollLog(), find_times(text), Surroundings.of(text, "")
    moved: list[range] = []
    for number, time in enumerate(times):
        years = [time.start + year.start() for year in _YEAR.finditer(time.text)] or [time.start]
        if all(year in place for year in years):
            end = times[number + 1].start if number + 1 < len(times) else len(text)
            log += _move(time, text[time.end : end], around, path, shift, why)[1]
            moved.append(range(time.start, time.end))
    for year in _YEAR.finditer(text, place.start, place.stop):
        if not any(year.start() in time for time in moved):
            new = str(int(year[0]) + shift.years)
            log += RollLog(changes=(Change(path=path, was=year[0], became=new, why=why, at=year.start()),))
    return evolve(log, changes=tuple(change for change in log.changes if change.was != change.became))


def _question(year: re.Match[str], path: Path, ask: Ask) -> Question:
    return Question(path=path, words=year[0], what=ask.what, why=ask.why, at=year.start())


def _roll_time(  # noqa: PLR0913 (all are facts of one time)
    time: Time, rest: str, around: Surroundings, path: Path, shift: YearShift, asked_if_moved: Ask | None
) -> tuple[str, RollLog]:
    """The words of one time in the new year; ``rest`` is what follows up to the next time."""
    verdict = _verdict(time, around.text, shift)
    if isinstance(verdict, Move) and asked_if_moved:
        verdict = asked_if_moved
    match verdict:
        case Stay(why):
            return time.text, RollLog(kept=(Kept(path=path, words=time.text, why=why, at=time.start),))
        case Ask(what, why):
            proposal = time.shifted(shift.years) if time.role is Role.AGE else ""
            asked = Question(path=path, words=time.text, what=what, why=why, at=time.start, proposal=proposal)
            return time.text, RollLog(questions=(asked,))
        case Move(why):
            return _move(time, rest, around, path, shift, why)
        case _:
            words, added = _rename_weekday(time, around, path, shift)
            return words, added + RollLog(questions=tuple(_ask_adjoining(words, time, rest, path)))


def _verdict(time: Time, text: str, shift: YearShift) -> Verdict | None:
    within = range(time.period.start, time.period.end) if time.period else range(0)
    for place, piece in marked(text):
        if time.start in place:
            reference = isinstance(piece, BracedReference)
            return Stay(_MARKED[0] if reference else _MARKED[1])
        if (
            isinstance(piece, VerbatimText)
            and within
            and place.start <= within.stop
            and within.start <= place.stop
        ):
            return _VERBATIM_END
    return judge(time, text, shift)


def _move(  # noqa: PLR0913 (all are facts of one time)
    time: Time, rest: str, around: Surroundings, path: Path, shift: YearShift, why: str
) -> tuple[str, RollLog]:
    words = _shifted(time, around.text, shift)
    questions = [*_ask_weekday(words, time, shift, rest, path)]
    new = shift_date(time.day, shift.years) if time.day else None
    if time.day and new and new.day != time.day.day:
        why += "; 29 февраля в новом году нет"
    occasion = look_for_occasion(time, time.day, around, shift) if time.day else None
    off = look_for_day_off(time, words, new, around.text, shift) if new and not occasion else None
    if occasion and occasion.ask and not questions:
        questions.append(_ask_occasion(words, occasion.ask, occasion.proposal, path))
    if off:
        why += f"; {off.why}" if off.words != words else ""
        words = off.words
        if off.what:
            questions.append(Question(path=path, words=words, what=off.what, why=off.why))
    change = Change(path=path, was=time.text, became=words, why=why, at=time.start)
    return words, RollLog(changes=(change,), questions=tuple(questions))


def _ask_occasion(words: str, ask: Ask, proposal: str, path: Path, at: int | None = None) -> Question:
    return Question(path=path, words=words, what=ask.what, why=ask.why, at=at, proposal=proposal)


def _ask_amounts(time: Time, words: str, amounts: Sequence[Amount], path: Path) -> Question:
    """Amounts that stood beside the old time and now stand beside the new one."""
    what, why = _SEVERAL_AMOUNTS if len(amounts) > 1 else _ONE_AMOUNT
    told = "; ".join(amount.text for amount in amounts)
    return Question(path=path, words=told, what=f"{what} «{words}»", why=f"{why}, когда стояло «{time.text}»")


def _shifted(time: Time, text: str, shift: YearShift) -> str:
    """The words of a time in the new year; a weekday before it stays if bound: «в первый понедельник»."""
    if not is_bound(text[: time.start], time.text):
        return time.shifted(shift.years)
    weekday = re.match(r"\D*", time.text)
    before = weekday[0] if weekday else ""
    return before + evolve(time, text=time.text.removeprefix(before)).shifted(shift.years)


def _ask_weekday(words: str, time: Time, shift: YearShift, rest: str, path: Path) -> Iterator[Question]:
    """A weekday that could not be named anew: it did not fit before, or what stands around it forbids."""
    if time.day and right_weekday(time.text, time.day):
        yield Question(path=path, words=words, what=_NAME_THE_DAY, why=_WRONG_DAY)
    elif words != time.shifted(shift.years):
        yield Question(path=path, words=words, what=_NAME_THE_DAY, why=_BOUND_DAY)
    yield from _ask_adjoining(words, time, rest, path)


def _ask_adjoining(words: str, time: Time, rest: str, path: Path) -> Iterator[Question]:
    """A weekday behind a date that may be said of it: «16.03.2027, в среду собраться»."""
    dated = time.day or re.search(rf"\d\s+{MONTH}", time.text, re.IGNORECASE)
    if dated and time.role is Role.OWN and adjoins_weekday(rest):
        yield Question(path=path, words=words, what="проверьте день недели за датой", why=_LOOSE_DAY)


def _rename_weekday(time: Time, around: Surroundings, path: Path, shift: YearShift) -> tuple[str, RollLog]:
    """«В пятницу, 20 декабря» without a year: the weekday is that of the order's year."""
    if time.role is not Role.OWN:
        return time.text, RollLog()
    year, dated = in_order_year(time, shift)
    if dated is None or dated.day is None:
        return time.text, RollLog()
    occasion = look_for_occasion(time, dated.day, around, shift)
    if named_weekday(time.text) is None:
        return time.text, RollLog(questions=tuple(_ask_undated(time, occasion, path)))
    if right_weekday(time.text, dated.day):
        asked = Question(path=path, words=time.text, what=_NAME_THE_DAY, why=_WRONG_DAY, at=time.start)
        return time.text, RollLog(questions=(asked,))
    words = dated.shifted(shift.years).removesuffix(f" {year + shift.years}")
    if words != time.text and is_bound(around.text[: time.start], time.text):
        asked = Question(path=path, words=time.text, what=_NAME_THE_DAY, why=_BOUND_DAY, at=time.start)
        return time.text, RollLog(questions=(asked,))
    why = f"день недели {year + shift.years} года"
    change = Change(path=path, was=time.text, became=words, why=why, at=time.start)
    asked_of = occasion.ask if occasion and words != time.text else None
    questions = (_ask_occasion(words, asked_of, occasion.proposal, path),) if occasion and asked_of else ()
    return words, RollLog(changes=(change,) if words != time.text else (), questions=questions)


def _ask_undated(time: Time, occasion: Occasion | None, path: Path) -> Iterator[Question]:
    """A feast on a day without a year, which would be the wrong day in another year."""
    if occasion and occasion.ask:
        yield _ask_occasion(time.text, occasion.ask, occasion.proposal, path, at=time.start)


def _others(text: str, times: tuple[Time, ...], path: Path, quoted: tuple[range, ...]) -> RollLog:
    """Numbers like years that are no times: of addresses, of references, and unclear ones."""
    kept: list[Kept] = []
    questions: list[Question] = []
    known = [range(time.start, time.end) for time in times]
    years = [year for year in _YEAR.finditer(text) if not any(year.start() in place for place in known)]
    passed_over = list(_passed_over(text)) if years else []
    for year in years:
        why = next((why for place, why in passed_over if year.start() in place), "")
        if why:
            kept.append(Kept(path=path, words=year[0], why=why, at=year.start()))
        else:
            ask = QUOTED if _inside(year.start(), quoted) else _UNCLEAR
            questions.append(_question(year, path, ask))
    return RollLog(kept=tuple(kept), questions=tuple(questions))


def _passed_over(text: str) -> Iterator[tuple[range, str]]:
    """Places whose numbers are no years, each with the reason."""
    for found in _ADDRESS.finditer(text):
        yield range(*found.span()), "часть адреса"
    for found in _PHONE.finditer(text):
        yield range(*found.span()), "номер телефона"
    for place, _ in marked(text):
        yield place, "ключ ссылки или текст, который печатается как есть"
    for amount in find_amounts(text):
        if not amount.is_count:
            yield range(amount.start, amount.end), COUNT
