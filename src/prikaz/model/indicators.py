"""Tables of indicators and their targets by year (показатели)."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from attrs import field, frozen

from prikaz.annotations import checked
from prikaz.errors import ModelError
from prikaz.model.converters import Keyed, by_year, listed, to_keys, to_texts, to_years
from prikaz.model.figures import Figures, to_number
from prikaz.model.tables import COLUMNS, FORM, NOTES, BlankForm, Column, to_columns
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue


class Bound(enum.Enum):
    """How a target limits its value (граница значения)."""

    EXACT = ""
    AT_LEAST = "не менее"
    AT_MOST = "не более"
    MORE = "более"
    LESS = "менее"
    UP_TO = "до"


_TARGET = re.compile(
    r"(?P<bound>не менее|не более|более|менее|до)?\s*"
    r"(?P<value>-?\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|-?(?!0\d)\d+(?:[.,]\d+)?)"
)
#: From so many on, figures are grouped by thousands.
_GROUPED_FROM = 10_000


def to_decimal(value: Figures | str | None) -> Decimal | Misfit | None:
    """Convert a number, in figures of any kind, to a decimal one."""
    if value is None:
        return None
    if isinstance(value, str):
        match = _TARGET.fullmatch(value.strip())
        return (
            _decimal(match["value"]) if match and not match["bound"] else Misfit.of("ожидалось число", value)
        )
    return to_number(value)


def _decimal(figures: str) -> Decimal:
    return Decimal(re.sub(r"[ \u00a0]", "", figures).replace(",", "."))


@frozen(kw_only=True, repr=False, eq=False)
class Target(TypedValue):
    """Target of an indicator for one year (значение показателя).

    A number with a bound («не менее 20»), or words where there is no number
    («да»). ``str()`` prints it with a decimal comma.

    Attributes:
        value (Decimal | None): значение. Число.
        bound (Bound): граница. не менее, не более, более, менее, до.
        words (str): словами. Значение словами, если это не число.
    """

    value: Decimal | None = field(default=None, converter=to_decimal, metadata=term("значение", "Число"))
    bound: Bound = field(
        default=Bound.EXACT, metadata=term("граница", "не менее, не более, более, менее, до")
    )
    words: str = field(default="", metadata=term("словами", "Значение словами, если это не число"))

    @classmethod
    @checked
    def parse(cls, text: str) -> Target:
        """Read a target as an author writes it; what is not a number stays words.

        >>> Target.parse("не менее 12,5")
        Target(value=Decimal('12.5'), bound=<Bound.AT_LEAST: 'не менее'>)
        >>> str(Target.parse("не менее 12.5"))
        'не менее 12,5'
        """
        text = text.strip()
        match = _TARGET.fullmatch(text)
        if match is None:
            return cls(words=text)
        return cls(value=_decimal(match["value"]), bound=Bound(match["bound"] or ""))

    def __str__(self) -> str:
        if self.value is None:
            return self.words
        grouped = abs(self.value) >= _GROUPED_FROM
        figures = f"{self.value:,f}".replace(",", "\u00a0") if grouped else f"{self.value:f}"
        return f"{self.bound.value} {figures.replace('.', ',')}".strip()


Targets: TypeAlias = tuple[tuple[int, Target], ...]
#: Many indicators have the same few targets.
_read_target: Final = lru_cache(maxsize=1024)(Target.parse)


def to_target(value: Target | str | Figures | None) -> Target | Misfit:
    """Convert to a target; a text or a number is read as one, None is a blank."""
    if isinstance(value, Target):
        return value
    if value is None or isinstance(value, str):
        return _read_target(value or "")
    number = to_number(value)
    return number if isinstance(number, Misfit) else Target(value=number)


def to_base(value: Target | str | Figures | None) -> Target | Misfit | None:
    """Convert to a base value; an empty text is none."""
    return None if value is None or (isinstance(value, str) and not value.strip()) else to_target(value)


def to_targets(value: Keyed[int | str, Target | str | Figures | None]) -> Targets | Misfit:
    """Convert targets by year to pairs in their order."""
    return by_year(value, to_target)


@frozen(kw_only=True, repr=False, eq=False)
class Indicator(TypedValue):
    """An indicator (показатель): what is measured, in what, how, and the targets by year.

    Attributes:
        name (str): показатель. Наименование показателя.
        unit (str): Единица измерения.
        formula (str): формула. Как показатель считают.
        base (Target | None): база. Базовое значение, с которым сравнивают.
        targets (Targets): Значения по годам: {2027: не менее 20}.
        note (str): Примечание.
        blank (tuple[str, ...]): пусто. Графы, намеренно оставленные пустыми.
    """

    name: str = field(metadata=term("показатель", "Наименование показателя", prose=True))
    unit: str = field(default="", metadata=term("единица", "Единица измерения", prose=True))
    formula: str = field(default="", metadata=term("формула", "Как показатель считают", prose=True))
    base: Target | None = field(
        default=None, converter=to_base, metadata=term("база", "Базовое значение, с которым сравнивают")
    )
    targets: Targets = field(
        default=(), converter=to_targets, metadata=term("значения", "Значения по годам: {2027: не менее 20}")
    )
    note: str = field(default="", metadata=term("примечание", "Примечание", prose=True))
    blank: tuple[str, ...] = field(
        default=(), converter=to_keys, metadata=term("пусто", "Графы, намеренно оставленные пустыми")
    )


def to_indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...] | Misfit:
    """Convert indicators to a tuple."""
    return listed(value, Indicator)


@frozen(kw_only=True, repr=False, eq=False)
class IndicatorTable(TypedValue):
    """Table of indicators (показатели, индикаторы).

    Attributes:
        columns (tuple[Column, ...]): Графы по порядку; если не заданы, печатаются все, для которых есть
            данные.
        years (tuple[int, ...]): Годы граф по порядку.
        form (BlankForm | None): форма. примерная или обязательная, если таблицу заполняют потом и пустые
            клетки оставлены намеренно.
        indicators (tuple[Indicator, ...]): строки. Показатели по порядку.
        notes (tuple[str, ...]): примечания. Что стоит под таблицей мелким шрифтом.
    """

    columns: tuple[Column, ...] = field(default=(), converter=to_columns, metadata=term("графы", COLUMNS))
    years: tuple[int, ...] = field(
        default=(), converter=to_years, metadata=term("годы", "Годы граф по порядку")
    )
    form: BlankForm | None = field(default=None, metadata=term("форма", FORM))
    indicators: tuple[Indicator, ...] = field(
        converter=to_indicators, metadata=term("строки", "Показатели по порядку")
    )
    notes: tuple[str, ...] = field(
        default=(), converter=to_texts, metadata=term("примечания", NOTES, one="примечание", prose=True)
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if not self.indicators:
            raise ModelError("в таблице показателей нет ни одного показателя")
