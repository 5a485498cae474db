"""The values of an order's own fields in the new year: judged by the words around their mentions.

A date in a field knows nothing of itself: «до {открытие}» makes a deadline of
it, «приказом от {основание} № 5» a cited act. A field without a value is filled
from a table, and dates in a table are carried by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from attrs import field, frozen

from prikaz.findings import Path
from prikaz.language.time.times import find_times
from prikaz.model import Field, FieldKind, Order
from prikaz.model.prose import prose
from prikaz.model.text import BracedReference, marked
from prikaz.rollover.outcome import Kept, Question, RollLog
from prikaz.rollover.quoted import QuotedPlaces
from prikaz.rollover.texts.rolling import RolledText, kept_years, roll_text
from prikaz.rollover.texts.verdicts import COUNT, QUOTED, UNSURE, Ask, Move, Stay, Verdict, judge
from prikaz.rollover.year_shift import YearShift

_NAME: Final = "наименование или имя"
_NAMES: Final = frozenset({FieldKind.BODY, FieldKind.POSITION, FieldKind.PERSON})
_BOTH: Final = Ask("решите, переносить ли", "в одном месте текста поле – срок документа, в другом нет")


class _Mention(NamedTuple):
    """A mention of a field: what stands before and after it, and whether the words are another act's."""

    before: str
    after: str
    is_quoted: bool


@frozen(kw_only=True)
class ValueRoller:
    """The fields of an order (поля).

    Attributes:
        fields: The fields by their keys.
        mentions: Each mention of a field in the text, by its key.
    """

    fields: Mapping[str, Field]
    mentions: Mapping[str, tuple[_Mention, ...]] = field(repr=False)

    @classmethod
    def of(cls, order: Order, quoted: QuotedPlaces) -> ValueRoller:
        """The fields of ``order`` and their mentions in all its texts; ``quoted`` are those of other acts."""
        mentions: dict[str, tuple[_Mention, ...]] = {}
        for key, mention in _mentions(order, quoted):
            mentions[key] = (*mentions.get(key, ()), mention)
        return cls(fields=dict(order.fields), mentions=mentions)

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
        mentions = self.mentions.get(key, ())
        if item.kind is FieldKind.NUMBER and not mentions:
            return UNSURE
        found = [verdict for mention in mentions for verdict in _verdicts(mention, text, shift)]
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


def _mentions(order: Order, quoted: QuotedPlaces) -> Iterator[tuple[str, _Mention]]:
    """Key and place of every mention in running text."""
    for path, text in prose(order):
        for place, piece in marked(text):
            if isinstance(piece, BracedReference):
                is_quoted = quoted.has(path) or any(
                    place.start in found for found in quoted.ranges.get(path, ())
                )
                mention = _Mention(text[: place.start], text[place.stop :], is_quoted)
                yield from ((key, mention) for key in piece.keys)


def _verdicts(mention: _Mention, text: str, shift: YearShift) -> Iterator[Verdict]:
    """What is to become of the times of a value that stands between other words."""
    whole = mention.before + text + mention.after
    for time in find_times(whole):
        inside = time.start < len(mention.before) + len(text) and time.end > len(mention.before)
        if inside and (verdict := judge(time, whole, shift)):
            yield QUOTED if mention.is_quoted else verdict
