"""Converters of the model: what people write comes in, hashable tuples of what the model holds come out.

A converter gives a :class:`Misfit` for what it cannot take, with the place of it in a list or a mapping.
"""

from __future__ import annotations

import re
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from operator import countOf
from typing import Any, Final, Protocol, TypeAlias, TypeVar, get_args

from prikaz.errors import LanguageError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.time.dates import format_date, parse_date
from prikaz.language.words.cases import Case
from prikaz.model.figures import Writable, to_day, to_text
from prikaz.model.typed_values import Misfit, whole_of

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
K_co = TypeVar("K_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)


class _HasItems(Protocol[K_co, V_co]):
    """A mapping; of ``Mapping`` a checker of types wants keys of exactly one type."""

    def items(self) -> Iterable[tuple[K_co, V_co]]:
        """Keys with their values."""


#: What is accepted where values stand by their keys: a mapping, or pairs.
Keyed: TypeAlias = _HasItems[K, V] | Sequence[tuple[K, V]] | Iterator[tuple[K, V]] | ItemsView[K, V]
#: Forms of a word that overrule the grammar: pairs of a case and the form in it.
Forms: TypeAlias = tuple[tuple[Case, str], ...]
#: What is accepted where one text or several may stand.
Texts: TypeAlias = str | Iterable[str]
#: What is accepted where one deadline or several may stand.
Deadlines: TypeAlias = str | date | Deadline | Iterable[str | date | Deadline]

_DEADLINES: Final = get_args(Deadline)
#: Many rows have the same few deadlines.
_read_deadline: Final = lru_cache(maxsize=1024)(parse_deadline)
_YEAR: Final = re.compile(r"\s*(\d{1,9})(?:\s*(?:год|г\.?))?\s*")
#: Years that an order can speak of.
_YEARS: Final = range(1900, 2100)

# Lists -------------------------------------------------------------------------------------------------


def listed(value: object, kind: type[T], of_text: Callable[[str], T] | None = None) -> tuple[T, ...] | Misfit:
    """A list as a tuple of objects of a kind; ``of_text`` makes one of a text.

    >>> listed(["а", "б"], str)
    ('а', 'б')
    >>> listed([1], str)
    Misfit(message='ожидался текст, пришло число 1', hint='', path=(1,))
    """
    if type(value) is tuple and not value:
        return value
    items = items_of(value, (kind, str) if of_text else kind)
    if isinstance(items, Misfit) or countOf(map(type, items), kind) == len(items):
        return items
    return each(items, partial(_item, kind, of_text))


def items_of(value: Any, kind: type | tuple[type, ...] = ()) -> tuple[Any, ...] | Misfit:  # noqa: ANN401 (whatever came)
    """The items of a list in their order; a text, a mapping or a set is no list.

    Args:
        value: What came.
        kind: What the list should be of; one such object alone is told to go into a list.
    """
    if isinstance(value, tuple | list):
        return tuple(value)
    if not isinstance(value, str | bytes | bytearray | Mapping | set | frozenset):
        try:
            items = iter(value)
        except TypeError:
            pass
        else:
            return tuple(items)
    hint = "возьмите в список" if isinstance(value, kind) else ""
    return Misfit.of("ожидался список", value, hint)


def each(items: Iterable[Any], taking: Callable[[Any], T | Misfit]) -> tuple[T, ...] | Misfit:
    """What is made of each item, as a tuple; or the first misfit with its place."""
    made: tuple[Any, ...] = tuple([taking(item) for item in items])
    if Misfit not in map(type, made):
        return made
    return next(item.inside(place) for place, item in enumerate(made, 1) if isinstance(item, Misfit))


def _item(kind: type[T], of_text: Callable[[str], T] | None, item: object) -> T | Misfit:
    if isinstance(item, kind):
        return item
    if of_text and isinstance(item, str):
        return of_text(item)
    expected = "ожидался текст" if kind is str else f"ожидался {kind.__name__}"
    return Misfit.of(f"{expected} или текст" if of_text else expected, item)


def to_texts(value: Texts) -> tuple[str, ...] | Misfit:
    """Convert one text or several to a tuple."""
    return (value,) if isinstance(value, str) else listed(value, str)


def to_deadlines(value: Deadlines) -> tuple[Deadline, ...] | Misfit:
    """Convert one deadline or several to a tuple."""
    if isinstance(value, tuple | list):
        return each(value, _deadline_of) if value else ()
    one = _deadline_of(value)
    if not isinstance(one, Misfit):
        return (one,)
    items = items_of(value)
    return one if isinstance(items, Misfit) else each(items, _deadline_of)


def _deadline_of(value: object) -> Deadline | Misfit:
    """A deadline: a text is parsed, a day becomes the deadline on that day."""
    if isinstance(value, str):
        return _read_deadline(value)
    if isinstance(value, date):
        day = to_day(value)
        return day if isinstance(day, Misfit) else _read_deadline(format_date(day))
    return value if isinstance(value, _DEADLINES) else _no_deadline(value)


def _no_deadline(value: object) -> Misfit:
    return Misfit.of("ожидался срок (текст, дата)", value)


def to_years(value: Iterable[int | str]) -> tuple[int, ...] | Misfit:
    """Convert the years of columns to a tuple of numbers."""
    items = items_of(value)
    return items if isinstance(items, Misfit) else each(items, year_of)


def to_keys(value: Texts | int | Iterable[str | int]) -> tuple[str, ...] | Misfit:
    """Convert one key of a column or several to a tuple; the key of a column of a year is the year."""
    if isinstance(value, tuple) and not value:
        return ()
    items = (value,) if isinstance(value, str | int) else items_of(value)
    return items if isinstance(items, Misfit) else each(items, _column_key)


def _column_key(value: object) -> str | Misfit:
    if isinstance(value, str):
        return value
    year = year_of(value)
    return year if isinstance(year, Misfit) else str(year)


# Mappings ----------------------------------------------------------------------------------------------


def keyed(
    value: Any,  # noqa: ANN401 (whatever came)
    key_of: Callable[[object], K | Misfit],
    held_of: Callable[[Any], V | Misfit],
) -> tuple[tuple[K, V], ...] | Misfit:
    """A mapping, or pairs, as pairs in their order; what is wrong is told with its key."""
    if type(value) is tuple and not value:
        return value
    pairs = value.items() if hasattr(type(value), "items") else items_of(value)
    if isinstance(pairs, Misfit):
        return Misfit.of("ожидался словарь", value)
    taken: dict[K, V] = {}
    for place, pair in enumerate(pairs, 1):
        if not isinstance(pair, tuple | list) or len(pair) != 2:  # noqa: PLR2004 (a key and a value)
            return Misfit.of("ожидались ключ и значение", pair).inside(place)
        key, held = key_of(pair[0]), held_of(pair[1])
        if isinstance(key, Misfit):
            return key
        if isinstance(held, Misfit):
            return held.inside(_step(key))
        if key in taken:
            return Misfit(f"ключ «{_step(key)}» встречается дважды")
        taken[key] = held
    return tuple(taken.items())


def _step(key: object) -> str | int:
    """A key as a step of a path."""
    return key if isinstance(key, int) else str(key.value if isinstance(key, Case) else key)


def by_key(value: object, held_of: Callable[[Any], V | Misfit]) -> tuple[tuple[str, V], ...] | Misfit:
    """Values by keys of the author's own."""
    return keyed(value, _key_of, held_of)


def by_year(value: object, held_of: Callable[[Any], V | Misfit]) -> tuple[tuple[int, V], ...] | Misfit:
    """Values by years."""
    return keyed(value, year_of, held_of)


def instance_of(kind: type[T]) -> Callable[[object], T | Misfit]:
    """What takes objects of a class alone."""
    return partial(_item, kind, None)


def _key_of(value: object) -> str | Misfit:
    return value if isinstance(value, str) else Misfit.of("ключ: ожидался текст", value)


def year_of(value: object) -> int | Misfit:
    """A year as a number, whatever it was written as: JSON has texts for keys.

    >>> year_of("2027"), year_of(2027.0), year_of(27).message
    (2027, 2027, 'год бывает от 1900 до 2099, пришло число 27')
    """
    if type(value) is int and value in _YEARS:
        return value
    if isinstance(value, str):
        match = _YEAR.fullmatch(value)
        year = int(match[1]) if match else None
    else:
        year = whole_of(value)
    if year is None:
        return Misfit.of("ожидался год", value)
    return year if year in _YEARS else Misfit.of(f"год бывает от {_YEARS[0]} до {_YEARS[-1]}", value)


def _case_of(value: object) -> Case | Misfit:
    try:
        return Case(value)
    except ValueError:
        known = ", ".join(case.value for case in Case)
        return Misfit.of("ключ: ожидался падеж", value, f"падежи: {known}")


def _form_of(value: object) -> str | Misfit:
    if not isinstance(value, str):
        return Misfit.of("ожидался текст", value)
    return value if value.strip() else Misfit("форма пуста")


def to_forms(value: Keyed[Case | str, str]) -> Forms | Misfit:
    """Convert the forms of a word to pairs; a case may be given by its short name."""
    return keyed(value, _case_of, _form_of)


def to_values(value: Keyed[str, Writable]) -> tuple[tuple[str, str], ...] | Misfit:
    """Convert values by key to pairs in their order."""
    return by_key(value, to_text)


# One value ---------------------------------------------------------------------------------------------


def to_written(value: Writable) -> str | Misfit:
    """Convert what may stand in a cell to a text: figures with a decimal comma, days; None is a blank."""
    return value if type(value) is str else to_text(value)


def to_number(value: str | int) -> str | Misfit:
    """Convert the number of a document to a text without the sign «№», which is printed with it anyway."""
    if isinstance(value, str):
        return value.lstrip("№ \u00a0")
    if (whole := whole_of(value)) is not None:
        return to_text(whole)
    return Misfit.of("ожидался номер (текст, целое число)", value)


def to_year(value: int | str | None) -> int | Misfit | None:
    """Convert a year to a number; an empty text is no year."""
    return None if value is None or (isinstance(value, str) and not value.strip()) else year_of(value)


def to_date(value: date | str | None) -> date | Misfit | None:
    """Convert a day to a date; a text is read, an empty one is no date, a moment becomes its day."""
    if value is None or type(value) is date:
        return value
    try:
        if isinstance(value, str):
            return parse_date(value) if value.strip() else None
        if isinstance(value, datetime):
            return value.date()
    except LanguageError as error:
        return Misfit(error.message, error.hint)
    except ValueError:  # of a moment that is none, as libraries of data have it
        pass
    return Misfit.of("ожидалась дата", value)
