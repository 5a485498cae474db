"""Clauses and the acts they cite (пункты и правовые акты)."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable

from attrs import field, frozen

from prikaz.errors import ModelError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.model.converters import (
    Forms,
    listed,
    to_date,
    to_deadlines,
    to_forms,
    to_number,
    to_texts,
    to_written,
)
from prikaz.model.people import Body, to_body
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

#: ГОСТ Р 7.0.97-2016, 5.18: a text has no more than four levels.
DEEPEST_LEVEL = 4


@frozen(kw_only=True, repr=False, eq=False)
class Act(TypedValue):
    """A legal act that is cited (правовой акт); it never moves when the year of the order does.

    Attributes:
        kind (str): Вид акта: приказ, постановление, Федеральный закон.
        issuer (Body | None): орган. Кто издал, в именительном падеже.
        date (dt.date | None): Дата акта.
        number (str): Номер акта без знака №.
        heading (str): заголовок. Название акта без кавычек.
    """

    kind: str = field(metadata=term("вид", "Вид акта: приказ, постановление, Федеральный закон"))
    issuer: Body | None = field(
        default=None, converter=to_body, metadata=term("орган", "Кто издал, в именительном падеже")
    )
    date: dt.date | None = field(default=None, converter=to_date, metadata=term("дата", "Дата акта"))
    number: str = field(default="", converter=to_number, metadata=term("номер", "Номер акта без знака №"))
    heading: str = field(default="", metadata=term("заголовок", "Название акта без кавычек"))


class FieldKind(enum.Enum):
    """What a field holds (вид поля): it decides how the value is printed and declined."""

    TEXT = "текст"
    BODY = "орган"
    POSITION = "должность"
    PERSON = "лицо"
    DATE = "дата"
    NUMBER = "число"


@frozen(kw_only=True, repr=False, eq=False)
class Field(TypedValue):
    """A value of the order's own that the text names in braces (поле).

    A plain text has only the forms that are given; a body, a position and a
    person are declined by the grammar, a date stands in the style of the office,
    a number agrees with its unit. Without a value the field is to be filled,
    maybe from a column of a table.

    Attributes:
        value (str): Значение в именительном падеже; пусто: заполнит таблица.
        kind (FieldKind): вид. текст, орган, должность, лицо, дата, число.
        unit (str): единица. Что считает число, в именительном падеже: место, рабочий день.
        forms (Forms): Формы в падежах: {род: …, вин: …}.
    """

    value: str = field(
        default="",
        converter=to_written,
        metadata=term("значение", "Значение в именительном падеже; пусто: заполнит таблица"),
    )
    kind: FieldKind = field(
        default=FieldKind.TEXT, metadata=term("вид", "текст, орган, должность, лицо, дата, число")
    )
    unit: str = field(
        default="", metadata=term("единица", "Что считает число, в именительном падеже: место, рабочий день")
    )
    forms: Forms = field(
        default=(), converter=to_forms, metadata=term("формы", "Формы в падежах: {род: …, вин: …}")
    )


class Marker(enum.Enum):
    """What stands before a clause (нумерация пункта)."""

    NUMBER = "номер"
    DASH = "тире"
    ABSENT = "нет"


def depth(clause: Clause) -> int:
    """Number of levels of a clause with its sub-clauses, from 1."""
    return 1 + max(map(depth, clause.clauses), default=0)


def to_clauses(value: Iterable[Clause | str]) -> tuple[Clause, ...] | Misfit:
    """Convert clauses to a tuple; a text is a clause with it."""
    return listed(value, Clause, lambda text: Clause(text=text))


@frozen(kw_only=True, repr=False, eq=False)
class Clause(TypedValue):
    """A clause with its sub-clauses (пункт, подпункты), up to four levels.

    A line break in ``text`` begins a new paragraph of the same clause.
    ``responsible`` and ``deadlines`` are printed in a paragraph below the text.
    ``is_heading`` makes the clause a heading of a section of a положение.

    Attributes:
        key (str): ключ. Имя, по которому на пункт ссылаются в тексте.
        text (str): Текст пункта без номера.
        marker (Marker): нумерация. номер, тире, нет: что стоит перед текстом.
        is_heading (bool): это раздел. да, если это название раздела положения.
        deadlines (tuple[Deadline, ...]): сроки. К какому сроку исполнить.
        responsible (tuple[str, ...]): ответственные. Кто отвечает за исполнение.
        clauses (tuple[Clause, ...]): Подпункты по порядку.
    """

    key: str = field(default="", metadata=term("ключ", "Имя, по которому на пункт ссылаются в тексте"))
    text: str = field(metadata=term("текст", "Текст пункта без номера", prose=True))
    marker: Marker = field(
        default=Marker.NUMBER, metadata=term("нумерация", "номер, тире, нет: что стоит перед текстом")
    )
    is_heading: bool = field(
        default=False, metadata=term("это раздел", "да, если это название раздела положения")
    )
    deadlines: tuple[Deadline, ...] = field(
        default=(), converter=to_deadlines, metadata=term("сроки", "К какому сроку исполнить", one="срок")
    )
    responsible: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("ответственные", "Кто отвечает за исполнение", one="ответственный", prose=True),
    )
    clauses: tuple[Clause, ...] = field(
        default=(),
        converter=to_clauses,
        metadata=term("подпункты", "Подпункты по порядку"),
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if self.clauses and depth(self) > DEEPEST_LEVEL:
            raise ModelError(f"пункт «{self.text[:40]}»: подпунктов больше четырёх уровней")
