"""Numbers, days and blanks of a program as an order writes them (числа, дни, пустые места).

A number keeps the figures that a person would have typed: 0.1 + 0.2 is 0,3, and what is no number,
or has more figures than its type can hold exactly, is refused.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal, Inexact, localcontext
from numbers import Integral, Rational, Real
from typing import Final, TypeAlias

from prikaz.language.time.dates import format_date
from prikaz.model.typed_values import Misfit

#: What is accepted where figures may stand.
Figures: TypeAlias = int | float | Decimal
#: What is accepted in a cell, and where else a text is taken from data; None is a blank.
Writable: TypeAlias = str | Figures | date | None

#: Figures that a float is sure of, the whole numbers that it holds exactly, and what rounding may change.
_SURE: Final = 15
_EXACT: Final = 2**53
_NOISE: Final = Decimal("0.000001")
#: No order has a longer number.
_LONGEST: Final = 40
_EXPECTED: Final = "ожидалось число"


def to_number(value: object) -> Decimal | Misfit:
    """A number of any kind that Python and its libraries have.

    >>> to_number(0.1 + 0.2), to_number(-0.0), to_number(20)
    (Decimal('0.3'), Decimal('0'), Decimal('20'))
    >>> to_number(float("nan")).message
    'ожидалось число, пришло число nan'
    """
    try:
        number = _exact(value)
    except (ArithmeticError, ValueError):
        return Misfit.of(_EXPECTED, value)
    if isinstance(number, Misfit):
        return number
    if not number.is_finite():
        return Misfit.of(_EXPECTED, value)
    _, digits, exponent = number.as_tuple()
    if max(len(digits), len(digits) + int(exponent), -int(exponent)) > _LONGEST:
        return Misfit("пришло слишком длинное число", f"знаков бывает не больше {_LONGEST}")
    return number.copy_abs() if number.is_zero() else number


def _exact(value: object) -> Decimal | Misfit:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, Real):
        return Misfit.of(_EXPECTED, value)
    if isinstance(value, Integral):
        return Decimal(int(value))
    if isinstance(value, float):
        return _of_float(value)
    if isinstance(value, Rational):
        return _of_fraction(value)
    return Decimal(str(value))  # of a short float, the figures that it is sure of


def _of_float(value: float) -> Decimal | Misfit:
    """The figures that a float is sure of; one whose other figures would be seen is refused."""
    if value.is_integer():
        number, is_exact = Decimal(int(value)), abs(value) <= _EXACT
    else:
        number = Decimal(f"{value:.{_SURE}g}")
        is_exact = not number.is_finite() or abs(number - Decimal(repr(value))) < _NOISE
    return number if is_exact else Misfit(f"число {value!r} хранится неточно", "дайте Decimal или текст")


def _of_fraction(value: Rational) -> Decimal | Misfit:
    with localcontext() as context:
        context.traps[Inexact] = True
        try:
            return Decimal(int(value.numerator)) / Decimal(int(value.denominator))
        except Inexact:
            return Misfit(f"дробь {value} не записать десятичной точно", "округлите её сами")


def to_text(value: object) -> str | Misfit:
    """A value of a program as the text of a cell; None is a blank.

    >>> to_text(2.5), to_text(1_000_000), to_text(None), to_text(date(2027, 3, 16))
    ('2,5', '1000000', '', '16.03.2027')
    """
    if isinstance(value, str):
        return str.__str__(value)
    if value is None:
        return ""
    if isinstance(value, date):
        day = to_day(value)
        return day if isinstance(day, Misfit) else format_date(day)
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        return Misfit.of("ожидался текст, число или дата", value)
    number = to_number(value)
    return number if isinstance(number, Misfit) else f"{number:f}".replace(".", ",")


def to_day(value: date) -> date | Misfit:
    """The day alone; a moment of a day has a time that would be lost, unless it is midnight."""
    if not isinstance(value, datetime):
        return value
    try:
        at_midnight = value.time() == time()
    except ValueError:  # of a moment that is none, as libraries of data have it
        return Misfit.of("ожидалась дата", value)
    hint = "дайте день: .date(), а если время нужно, текст"
    return value.date() if at_midnight else Misfit.of("ожидалась дата без времени", value, hint)
