"""What becomes of each field of an order, by what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import define, field

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.deadlines.shifting import shift_deadline
from prikaz.language.time.dates import format_date
from prikaz.model import (
    Acknowledgement,
    Act,
    Activity,
    AmendingAct,
    ApprovalStamp,
    CoIssuer,
    CopyMark,
    Endorsement,
    Field,
    Indicator,
    IndicatorTable,
    Order,
    Roadmap,
    State,
    Target,
)
from prikaz.model.rebuilding import FieldLocation
from prikaz.model.text import BracedReference, footnotes, marked, without_footnotes
from prikaz.rollover.outcome import Change, Question, RollLog
from prikaz.rollover.papers import PAPERS, ask_approvals, ask_papers
from prikaz.rollover.quoted import QuotedPlaces, ask_quoted
from prikaz.rollover.stamps import NOT_APPROVED, StampActs
from prikaz.rollover.tables.table_map import BUILT, HEAD, UNDER_YEARS, TableMap
from prikaz.rollover.texts.rolling import Context, ask_years, kept_years, roll_text
from prikaz.rollover.texts.verdicts import Ask, Stay
from prikaz.rollover.values import ValueRoller
from prikaz.rollover.year_shift import YearShift

#: Moved as whole tables, by prikaz.rollover.tables.columns.
_BY_YEAR: Final = frozenset(
    {(Activity, "by_year"), (Indicator, "targets"), (Roadmap, "years"), (IndicatorTable, "years")}
)
_CLEARED: Final = {
    (Order, "date"): "новый документ ещё не подписан",
    (CoIssuer, "date"): "новый документ ещё не подписан",
    (CoIssuer, "number"): "новый документ ещё не зарегистрирован",
    (Order, "number"): "новый документ ещё не зарегистрирован",
    (ApprovalStamp, "date"): NOT_APPROVED,
    (CopyMark, "date"): "копия нового документа ещё не заверена",
    (Endorsement, "date"): "новый документ ещё не согласован",
    (Acknowledgement, "date"): "с новым документом ещё не ознакомлены",
}
#: What an act by which the old document was approved does not hand on to the new one.
_OF_APPROVAL: Final = frozenset({"date", "number"})
_KEYS: Final = frozenset({"key", "blank"})
_NAMES: Final = "наименование, имя или адрес"
#: Why years before that of the order stay, by what would be asked about the others.
_HISTORIES: Final[Mapping[Ask, str]] = MappingProxyType(
    {HEAD: "графа прошлого года", UNDER_YEARS: "графа прошлого года", BUILT: BUILT.why}
)


@define(kw_only=True)
class FieldRoller:
    """Every field of an order in the new year; what came of them is gathered on the way.

    Attributes:
        shift: What was asked for.
        tables: Its tables as they stood.
        values: The order's own fields («поля») and their mentions.
        stamp_acts: The acts by which it was approved.
        quoted: Where the words of other acts stand in it.
        log: What has come of the fields so far.
    """

    shift: YearShift
    tables: TableMap
    values: ValueRoller
    stamp_acts: StampActs
    quoted: QuotedPlaces
    log: RollLog = field(default=RollLog())

    @classmethod
    def of(cls, order: Order, shift: YearShift) -> FieldRoller:
        """Look at the tables of an order before its fields are moved."""
        acts, quoted = StampActs.of(order, shift), QuotedPlaces.of(order)
        log = RollLog(kept=acts.kept)
        return cls(
            shift=shift,
            tables=TableMap.of(order),
            values=ValueRoller.of(order, quoted),
            stamp_acts=acts,
            quoted=quoted,
            log=log,
        )

    def __call__(self, location: FieldLocation, value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        """The value of a location in the new year."""
        if (
            value in (None, "")
            or location.owner is AmendingAct
            or (location.owner, location.name) in _BY_YEAR
        ):
            return value
        if location.owner is Act:
            is_own = location.name in _OF_APPROVAL and location.path[:-1] in self.stamp_acts.own
            return self._clear(location, value, NOT_APPROVED) if is_own else value
        if self.quoted.has(location.path) and self._is_text(location, value):
            self.log += ask_quoted(str(value), location.path)
            return value
        if (location.owner, location.name) in _CLEARED:
            return self._clear(location, value, _CLEARED[location.owner, location.name])
        if (location.owner, location.name) == (Order, "year"):
            return self._count_on(location, value)
        if value is State.REGISTERED:
            return self._unregister(location)
        if isinstance(value, Deadline):
            return self._deadline(location, value)
        if isinstance(value, Target):
            self.log += RollLog(kept=kept_years(str(value), location.path, "значение показателя"))
            return value
        return self._text(location, value) if self._is_text(location, value) else value

    def _is_text(self, location: FieldLocation, value: Any) -> bool:  # noqa: ANN401
        """Whether a value is printed as a text: a deadline, a string that is no key unless as a head."""
        is_printed = location.name not in _KEYS or location.path in self.tables.heads
        return isinstance(value, Deadline) or (isinstance(value, str) and is_printed)

    def _clear(self, location: FieldLocation, value: Any, why: str) -> Any:  # noqa: ANN401
        was = value if isinstance(value, str) else format_date(value)
        self._change(location.path, was, "", why)
        return "" if isinstance(value, str) else None

    def _count_on(self, location: FieldLocation, year: int) -> int:
        new = year + self.shift.years
        self._change(location.path, str(year), str(new), "год документа")
        return new

    def _unregister(self, location: FieldLocation) -> None:
        self._change(location.path, State.REGISTERED.value, "", "новый документ ещё не зарегистрирован")

    def _change(self, path: Path, was: str, became: str, why: str) -> None:
        self.log += RollLog(changes=(Change(path=path, was=was, became=became, why=why),))

    def _deadline(self, location: FieldLocation, deadline: Deadline) -> Deadline:
        moved = roll_text(str(deadline), location.path, self.shift, self._context(location))
        self.log += moved.log
        if moved.text == str(deadline):
            return deadline
        shifted = shift_deadline(deadline, years=self.shift.years)
        return shifted if str(shifted) == moved.text else parse_deadline(moved.text)

    def _context(self, location: FieldLocation) -> Context:
        return Context(
            self.tables.beside.get(location.path, ""),
            self.values.numbers,
            is_told=location.prose and self.tables.context(location.path) is None,
            quoted=self.quoted.ranges.get(location.path, ()),
            is_note=location.path in self.tables.notes or location.path in self.tables.heads,
        )

    def _text(self, location: FieldLocation, text: str) -> str:
        if location.owner is Field:
            moved = self.values.roll(text, location.path, self.shift)
            self.log += moved.log
            return moved.text
        if not location.prose and location.path not in self.tables.heads:
            self.log += RollLog(kept=kept_years(text, location.path, _NAMES))
            return text
        if location.owner is Order and location.name in PAPERS:
            self.log += ask_papers(text, location.path, self.shift)
            return text
        if location.owner is ApprovalStamp:
            self.log += ask_approvals(text, location.path, self.shift)
            return text
        if verdict := self.tables.verdict(location.path, without_footnotes(text)):
            notes = () if verdict == UNDER_YEARS else footnotes(text)
            self.log += _left(_blanked(text, notes), location.path, verdict, self.shift)
            return self._footnotes(text, notes, location)
        moved = roll_text(text, location.path, self.shift, self._context(location))
        self.log += moved.log + RollLog(questions=tuple(_ask_own_references(text, location.path)))
        return moved.text

    def _footnotes(self, text: str, notes: tuple[range, ...], location: FieldLocation) -> str:
        """A text whose place lets nothing of it move but its footnotes, which are texts of their own."""
        if not notes:
            return text
        ends = [0, *(end for note in notes for end in (note.start, note.stop)), len(text)]
        around = tuple(range(start, stop) for start, stop in zip(ends[::2], ends[1::2], strict=True))
        moved = roll_text(_blanked(text, around), location.path, self.shift, self._context(location))
        self.log += moved.log
        for change in sorted(moved.log.changes, key=lambda change: change.at, reverse=True):
            text = text[: change.at] + change.became + text[change.at + len(change.was) :]
        return text


def _blanked(text: str, places: tuple[range, ...]) -> str:
    """A text with nothing but spaces in some places, so that all else stands where it stood."""
    for place in places:
        text = text[: place.start] + " " * len(place) + text[place.stop :]
    return text


def _left(text: str, path: Path, verdict: Stay | Ask, shift: YearShift) -> RollLog:
    """Years of a text that its place does not let move: history stays, the rest as the verdict says."""
    if isinstance(verdict, Stay):
        return RollLog(kept=kept_years(text, path, verdict.why))
    asked = ask_years(text, path, verdict)
    if verdict in _HISTORIES and all(int(question.words) < shift.year for question in asked):
        return RollLog(kept=kept_years(text, path, _HISTORIES[verdict]))
    return RollLog(questions=asked)


def _ask_own_references(text: str, path: Path) -> Iterator[Question]:
    """References to the date and the number of the order, which are blank now."""
    for _, piece in marked(text):
        if isinstance(piece, BracedReference) and {"дата", "номер"} & set(piece.keys):
            yield Question(
                path=path,
                words=piece.source,
                what="впишите дату и номер документа или уберите ссылку",
                why="дата и номер нового документа пусты",
            )
