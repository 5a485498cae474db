"""The values of an order's own fields in the new year: judged by the words around their mentions.

A date in a field knows nothing of itself: «до {открытие}» makes a deadline of
it, «приказом от {основание} № 5» a cited act. A field without a value is filled
from a table, and dates in a table are carried by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from prikaz.findings import Path
from prikaz.language.time.times import find_times
from prikaz.model import Field, FieldKind, Order
from prikaz.model.prose import prose
from prikaz.model.text import BracedReference, marked
from prikaz.rollover.outcome import Kept, Question, RollLog
from prikaz.rollover.texts.rolling import RolledText, kept_years, roll_text
from prikaz.rollover.texts.verdicts import COUNT, UNSURE, Ask, Move, Stay, Verdict, judge
from prikaz.rollover.year_shift import YearShift

_NAME: Final = "наименование или имя"
_NAMES: Final = frozenset({FieldKind.BODY, FieldKind.POSITION, FieldKind.PERSON})
_BOTH: Final = Ask("решите, переносить ли", "в одном месте текста поле – срок документа, в другом нет")


@frozen(kw_only=True)
class ValueRoller:
    """The fields of an order (поля).

    Attributes:
        fields: The fields by their keys.
        around: What stands before and after each mention of a field in the text, by its key.
    """

    fields: Mapping[str, Field]
    around: Mapping[str, tuple[tuple[str, str], ...]] = field(repr=False)

    @classmethod
    def of(cls, order: Order) -> ValueRoller:
        """The fields of ``order`` and their mentions in all its texts."""
        around: dict[str, tuple[tuple[str, str], ...]] = {}
        for key, before, after in _mentions(order):
            around[key] = (*around.get(key, ()), (before, after))
        return cls(fields=dict(order.fields), around=around)

    @property
    def numbers(self) -> frozenset[str]:
        """Keys of the fields that are numbers."""
        return frozenset(key for key, item in self.fields.items() if item.kind is FieldKind.NUMBER)

    def roll(self, text: str, path: Path, shift: YearShift) -> RolledText:
        """A value of a field or one of its forms in the new year; ``path`` begins with «поля», the key."""
        key = str(path[1])
        item = self.fields[key]
        if item.kind in _NAMES:
            return RolledText(text=text, log=RollLog(kept=kept_years(text, path, _NAME)))
        moved = roll_text(text, path, shift)
        if not moved.log.changes:
            return moved
        match self._verdict(key, item, text, shift):
            case Stay(why):
                return RolledText(text=text, log=RollLog(kept=(Kept(path=path, words=text, why=why),)))
            case Ask(what, why):
                asked = Question(path=path, words=text, what=what, why=why, at=0)
                return RolledText(text=text, log=RollLog(questions=(asked,)))
            case _:
                return moved

    def _verdict(self, key: str, item: Field, text: str, shift: YearShift) -> Verdict | None:
        """What all mentions of a field make of its value; None when nothing is said against moving it."""
        if item.kind is FieldKind.NUMBER and item.unit:
            return Stay(COUNT)
        around = self.around.get(key, ())
        if item.kind is FieldKind.NUMBER and not around:
            return UNSURE
        found = [verdict for before, after in around for verdict in _verdicts(before, text, after, shift)]
        staying = [verdict for verdict in found if not isinstance(verdict, Move)]
        return _BOTH if staying and len(staying) < len(found) else next(iter(staying), None)


def ask_table(order: Order) -> Iterator[Question]:
    """The dates that a table is to give: they are not in the order and nobody has moved them."""
    keys = [key for key, item in order.fields if item.kind is FieldKind.DATE and not item.value]
    if keys:
        yield Question(
            path=("поля",),
            words=", ".join(keys),
            what="перенесите даты в таблице сами",
            why="значений нет: их даёт таблица, а она не меняется",
        )


def _mentions(order: Order) -> Iterator[tuple[str, str, str]]:
    """Key, text before, text after of every mention in running text."""
    for _, text in prose(order):
        for place, piece in marked(text):
            if isinstance(piece, BracedReference):
                for key in piece.keys:
                    yield key, text[: place.start], text[place.stop :]


def _verdicts(before: str, text: str, after: str, shift: YearShift) -> Iterator[Verdict]:
    """What is to become of the times of a value that stands between other words."""
    whole = before + text + after
    for time in find_times(whole):
        inside = time.start < len(before) + len(text) and time.end > len(before)
        if inside and (verdict := judge(time, whole, shift)):
            yield verdict
