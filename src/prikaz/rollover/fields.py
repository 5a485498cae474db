"""What becomes of each field of an order, by what it holds."""

from __future__ import annotations

from collections.abc import Iterator
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
    Block,
    Cell,
    Column,
    Endorsement,
    Field,
    Indicator,
    IndicatorTable,
    Order,
    Roadmap,
    State,
    Table,
    Target,
)
from prikaz.model.prose import block_path
from prikaz.model.text import Mention, marked
from prikaz.rollover.outcome import Change, Question, RollLog
from prikaz.rollover.texts import ask_years, keep_years, roll_text
from prikaz.rollover.turn import Turn
from prikaz.rollover.values import ValueRoller
from prikaz.rollover.verdicts import Ask
from prikaz.rollover.walk import FieldLocation

#: Moved as whole tables, by prikaz.rollover.columns.
_BY_YEAR: Final = frozenset(
    {(Activity, "by_year"), (Indicator, "targets"), (Roadmap, "years"), (IndicatorTable, "years")}
)
_CLEARED: Final = {
    (Order, "date"): "новый документ ещё не подписан",
    (Order, "number"): "новый документ ещё не зарегистрирован",
    (Endorsement, "date"): "новый документ ещё не согласован",
    (Acknowledgement, "date"): "с новым документом ещё не ознакомлены",
}
#: Columns whose values move with the order, so that their heads may move, too.
_MOVING_COLUMNS: Final = frozenset({"номер", "мероприятие", "срок", "ответственный", "примечание"})
_KEYS: Final = frozenset({"key", "blank"})
_NAMES: Final = "наименование, имя или адрес"
_HISTORY: Final = "графа прошлого года"
_HEAD: Final = Ask("переделайте графу", "значения под ней остались за этим годом")
_UNDER_YEARS: Final = Ask("решите, переносить ли", "в таблице есть графы по годам")


@define(kw_only=True)
class Fields:
    """Every field of an order in the new year; what came of them is gathered on the way.

    Attributes:
        turn: What was asked for.
        moving_heads: Paths of the heads of columns whose values move with the order.
        year_tables: Paths of the free tables whose heads name years.
        values: The order's own fields («поля») and their mentions.
        outcome: What has come of the fields so far.
    """

    turn: Turn
    moving_heads: frozenset[Path]
    year_tables: tuple[Path, ...]
    values: ValueRoller
    outcome: RollLog = field(default=RollLog())

    @classmethod
    def of(cls, order: Order, turn: Turn) -> Fields:
        """Look at the tables of an order before its fields are moved."""
        heads = frozenset(_moving_heads(order))
        years = tuple(_tables_by_year(order))
        return cls(turn=turn, moving_heads=heads, year_tables=years, values=ValueRoller.of(order))

    def __call__(self, spot: FieldLocation, value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        """The value of a spot in the new year."""
        if value in (None, "") or spot.owner is Act or (spot.owner, spot.name) in _BY_YEAR:
            return value
        if (spot.owner, spot.name) in _CLEARED:
            return self._clear(spot, value)
        if (spot.owner, spot.name) == (Order, "year"):
            return self._count_on(spot, value)
        if value is State.REGISTERED:
            return self._unregister(spot)
        if isinstance(value, Deadline):
            return self._deadline(spot, value)
        if isinstance(value, Target):
            self.outcome += RollLog(kept=keep_years(str(value), spot.path, "значение показателя"))
            return value
        return self._text(spot, value) if isinstance(value, str) and spot.name not in _KEYS else value

    def _clear(self, spot: FieldLocation, value: Any) -> Any:  # noqa: ANN401
        was = value if isinstance(value, str) else format_date(value)
        self._change(spot.path, was, "", _CLEARED[spot.owner, spot.name])
        return "" if isinstance(value, str) else None

    def _count_on(self, spot: FieldLocation, year: int) -> int:
        new = year + self.turn.years
        self._change(spot.path, str(year), str(new), "год документа")
        return new

    def _unregister(self, spot: FieldLocation) -> None:
        self._change(spot.path, State.REGISTERED.value, "", "новый документ ещё не зарегистрирован")

    def _change(self, path: Path, was: str, became: str, why: str) -> None:
        self.outcome += RollLog(changes=(Change(path=path, was=was, became=became, why=why),))

    def _deadline(self, spot: FieldLocation, deadline: Deadline) -> Deadline:
        moved = roll_text(str(deadline), spot.path, self.turn)
        self.outcome += moved.outcome
        if moved.text == str(deadline):
            return deadline
        shifted = shift_deadline(deadline, years=self.turn.years)
        return shifted if str(shifted) == moved.text else parse_deadline(moved.text)

    def _text(self, spot: FieldLocation, text: str) -> str:
        if spot.owner is Field:
            moved = self.values.roll(text, spot.path, self.turn)
            self.outcome += moved.outcome
            return moved.text
        if not spot.prose:
            self.outcome += RollLog(kept=keep_years(text, spot.path, _NAMES))
            return text
        if ask := self._asked(spot):
            self.outcome += _left(text, spot.path, ask, self.turn)
            return text
        moved = roll_text(text, spot.path, self.turn)
        self.outcome += moved.outcome + RollLog(questions=tuple(_ask_own_references(text, spot.path)))
        return moved.text

    def _asked(self, spot: FieldLocation) -> Ask | None:
        """What to ask about years in a text whose place does not let them move."""
        if spot.path in self.moving_heads:
            return None
        if spot.owner is Column or (spot.owner is Cell and "шапка" in spot.path):
            return _HEAD
        inside = spot.owner is Cell and any(spot.path[: len(path)] == path for path in self.year_tables)
        return _UNDER_YEARS if inside else None


def _left(text: str, path: Path, ask: Ask, turn: Turn) -> RollLog:
    """Years of a text in a table by years: history stays, the rest is asked about."""
    asked = ask_years(text, path, ask)
    if all(int(question.words) < turn.year for question in asked):
        return RollLog(kept=keep_years(text, path, _HISTORY))
    return RollLog(questions=asked)


def _blocks(order: Order) -> Iterator[tuple[Path, Block]]:
    for place, annex in enumerate(order.annexes, 1):
        for index, block in enumerate(annex.blocks):
            yield block_path(("приложения", place), annex, index), block


def _moving_heads(order: Order) -> Iterator[Path]:
    for path, block in _blocks(order):
        if isinstance(block, Roadmap | IndicatorTable):
            for place, column in enumerate(block.columns, 1):
                if column.key in _MOVING_COLUMNS:
                    yield (*path, "графы", place, "заголовок")


def _tables_by_year(order: Order) -> Iterator[Path]:
    for path, block in _blocks(order):
        if isinstance(block, Table):
            heads = [column.title for column in block.columns]
            heads += [cell.text for row in block.header for cell in row]
            if any(keep_years(head, (), "") for head in heads):
                yield path


def _ask_own_references(text: str, path: Path) -> Iterator[Question]:
    """References to the date and the number of the order, which are blank now."""
    for _, mark in marked(text):
        if isinstance(mark, Mention) and {"дата", "номер"} & set(mark.keys):
            yield Question(
                path=path,
                words=mark.source,
                what="впишите дату и номер документа или уберите ссылку",
                why="дата и номер нового документа пусты",
            )
