"""Converters of the model: lists and mappings come in, hashable tuples come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeAlias, TypeVar

from prikaz.errors import ModelError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.deadlines.reading import parse_deadline
from prikaz.language.time.dates import parse_date
from prikaz.language.words.cases import Case

T = TypeVar("T")

#: Forms of a word that overrule the grammar: pairs of a case and the form in it.
Forms: TypeAlias = tuple[tuple[Case, str], ...]
#: What is accepted where one text or several may stand.
Texts: TypeAlias = str | Iterable[str]
#: What is accepted where one deadline or several may stand.
Deadlines: TypeAlias = str | date | Deadline | Iterable[str | date | Deadline]


def to_texts(value: Texts) -> tuple[str, ...]:
    """Convert one text or several to a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)


def to_number(value: str | int) -> str:
    """Convert the number of a document to a text without the sign «№», which is printed with it anyway.

    Raises:
        ModelError: The value is neither a text nor a number.
    """
    if not isinstance(value, str | int):
        raise ModelError(f"номер бывает текстом, а пришло {value!r}")
    return str(value).lstrip("№ \u00a0")


def to_year(value: int | str | None) -> int | None:
    """Convert a year to a number; an empty text is no year.

    Raises:
        ModelError: The value is not a year.
    """
    if value is None or value == "":
        return None
    if isinstance(value, str) and not value.strip().isdecimal():
        raise ModelError(f"год бывает числом, а пришло «{value}»")
    return int(value)


def to_date(value: date | str | None) -> date | None:
    """Convert a day to a date; a text is read, an empty one is no date.

    Raises:
        ModelError: The value is neither a day nor a text.
        LanguageError: The text is not a date.
    """
    if isinstance(value, str):
        return parse_date(value) if value.strip() else None
    if value is not None and not isinstance(value, date):
        raise ModelError(f"дата бывает днём или текстом, а пришло {value!r}")
    return value.date() if isinstance(value, datetime) else value


def to_deadline(value: str | date | Deadline) -> Deadline:
    """Convert to a deadline: a text is parsed, a day becomes the deadline on that day."""
    if isinstance(value, date):
        return parse_deadline(f"{value:%d.%m.%Y}")
    return parse_deadline(value) if isinstance(value, str) else value


def to_deadlines(value: Deadlines) -> tuple[Deadline, ...]:
    """Convert one deadline or several to a tuple."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(to_deadline(item) for item in value)
    return (to_deadline(value),)


def to_forms(value: Mapping[Case, str] | Iterable[tuple[Case, str]]) -> Forms:
    """Convert the forms of a word to pairs.

    Raises:
        ModelError: A form is empty.
    """
    pairs = _pairs(value)
    for case, form in pairs:
        if not form.strip():
            raise ModelError(f"форма падежа «{case.value}» пуста")
    return pairs


def to_values(value: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Convert values by key to pairs in their order."""
    return _pairs(value)


def _pairs(value: Mapping[T, str] | Iterable[tuple[T, str]]) -> tuple[tuple[T, str], ...]:
    """Convert a mapping to texts to pairs in its order.

    Raises:
        ModelError: A key stands twice.
    """
    items = tuple(value.items()) if isinstance(value, Mapping) else tuple(value)
    unique(key for key, _ in items)
    return items


def unique(keys: Iterable[object]) -> None:
    """Refuse a key that stands twice.

    Raises:
        ModelError: With the key.
    """
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            raise ModelError(f"ключ «{key}» встречается дважды")
        seen.add(key)
