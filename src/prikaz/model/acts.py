"""Legal acts that are cited (правовые акты)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from prikaz.errors import LanguageError, ModelError
from prikaz.language.time.dates import format_date, parse_date
from prikaz.model.converters import each, items_of, to_date, to_number
from prikaz.model.people import Body, to_body
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

_CITED: Final = r"(?:(?P<kind>[^\W\d].*?)\s+)??(?:от\s+)?(?P<date>\d[^№]*?)\s*№\s*(?P<number>\S.*)"


@frozen(kw_only=True, repr=False, eq=False)
class AmendingAct(TypedValue):
    """An act that has amended a cited one (изменяющий акт).

    Attributes:
        kind (str): Вид, если он не тот же, что у изменённого акта.
        date (dt.date | None): Дата акта.
        number (str): Номер акта без знака №.
    """

    kind: str = field(default="", metadata=term("вид", "Вид, если он не тот же, что у изменённого акта"))
    date: dt.date | None = field(default=None, converter=to_date, metadata=term("дата", "Дата акта"))
    number: str = field(default="", converter=to_number, metadata=term("номер", "Номер акта без знака №"))

    @classmethod
    def parse(cls, text: str) -> AmendingAct:
        """Read «от 12.03.2026 № 5», or with a kind before it.

        Raises:
            ModelError: There is no date and number in the text.

        >>> AmendingAct.parse("от 12.03.2026 № 5").number
        '5'
        """
        found = re.fullmatch(_CITED, text.strip())
        try:
            day = parse_date(found["date"]) if found else None
        except LanguageError:
            day = None
        if found is None or day is None:
            raise ModelError(f"ожидались дата и номер акта, пришло «{text}»", "например, от 12.03.2026 № 5")
        return cls(kind=found["kind"] or "", date=day, number=found["number"])

    def __str__(self) -> str:
        date = f"от {format_date(self.date)}" if self.date else ""
        return " ".join(filter(None, (self.kind, date, f"№ {self.number}" if self.number else "")))


def to_amending_acts(value: Iterable[AmendingAct | str]) -> tuple[AmendingAct, ...] | Misfit:
    """Convert amending acts to a tuple; a text is a date and a number."""
    items = items_of(value, (AmendingAct, str))
    return items if isinstance(items, Misfit) else each(items, _amending_act)


def _amending_act(value: object) -> AmendingAct | Misfit:
    if isinstance(value, AmendingAct):
        return value
    if not isinstance(value, str):
        return Misfit.of("ожидались дата и номер акта", value)
    try:
        return AmendingAct.parse(value)
    except ModelError as error:
        return Misfit(error.message, error.hint)


@frozen(kw_only=True, repr=False, eq=False)
class Act(TypedValue):
    """A legal act that is cited (правовой акт); it never moves when the year of the order does.

    Attributes:
        kind (str): Вид акта: приказ, постановление, Федеральный закон.
        issuer (Body | None): орган. Кто издал, в именительном падеже.
        date (dt.date | None): Дата акта.
        number (str): Номер акта без знака №.
        heading (str): заголовок. Название акта без кавычек.
        amended_by (tuple[AmendingAct, ...]): в редакции. Чем изменён: от 12.03.2026 № 5.
    """

    kind: str = field(metadata=term("вид", "Вид акта: приказ, постановление, Федеральный закон"))
    issuer: Body | None = field(
        default=None, converter=to_body, metadata=term("орган", "Кто издал, в именительном падеже")
    )
    date: dt.date | None = field(default=None, converter=to_date, metadata=term("дата", "Дата акта"))
    number: str = field(default="", converter=to_number, metadata=term("номер", "Номер акта без знака №"))
    heading: str = field(default="", metadata=term("заголовок", "Название акта без кавычек"))
    amended_by: tuple[AmendingAct, ...] = field(
        default=(),
        converter=to_amending_acts,
        metadata=term("в редакции", "Чем изменён: от 12.03.2026 № 5"),
    )
