"""Roadmaps, indicators and free tables (дорожные карты, показатели, таблицы)."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from prikaz.errors import ModelError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.model.converters import Deadlines, to_deadlines, to_texts, to_values, unique
from prikaz.model.terms import term
from prikaz.value import Value

_FORM = "примерная или обязательная, если таблицу заполняют потом и пустые клетки оставлены намеренно"
_COLUMNS = "Графы по порядку; если не заданы, печатаются все, для которых есть данные"


class BlankForm(enum.Enum):
    """Why a table has blank cells on purpose (форма)."""

    SAMPLE = "примерная"
    BINDING = "обязательная"


class RowNumbers(enum.Enum):
    """How rows of a roadmap are numbered (нумерация строк)."""

    THROUGH = "сквозная"
    BY_SECTION = "по разделам"
    ABSENT = "нет"


class SectionNumbers(enum.Enum):
    """How sections of a roadmap are numbered (нумерация разделов)."""

    ROMAN = "римская"
    ARABIC = "арабская"
    ABSENT = "нет"


class Bound(enum.Enum):
    """How a target limits its value (граница значения)."""

    EXACT = ""
    AT_LEAST = "не менее"
    AT_MOST = "не более"
    MORE = "более"
    LESS = "менее"
    UP_TO = "до"


@frozen(kw_only=True, repr=False, eq=False)
class Column(Value):
    """A column of a table (графа).

    ``key`` is a known column (номер, мероприятие, срок, ответственный,
    результат, документ, примечание; показатель, единица, формула, база; годы:
    a column a year) or a name of the author's own. ``width`` is in
    millimetres; without it the width follows the content.

    Attributes:
        key (str): графа. Ключ графы.
        title (str): Заголовок графы; пусто: обычный для неё.
        width (int | None): Ширина, мм.
    """

    key: str = field(metadata=term("графа", "Ключ графы"))
    title: str = field(
        default="", metadata=term("заголовок", "Заголовок графы; пусто: обычный для неё", prose=True)
    )
    width: int | None = field(default=None, metadata=term("ширина", "Ширина, мм"))

    def __attrs_post_init__(self) -> None:
        if self.width is not None and self.width < 1:
            raise ModelError(f"графа «{self.key}»: ширина {self.width} мм", "ширина бывает от 1 мм")


def to_columns(value: Iterable[Column | str]) -> tuple[Column, ...]:
    """Convert columns to a tuple; a text is the key of a column.

    Raises:
        ModelError: A column stands twice.
    """
    columns = tuple(Column(key=item) if isinstance(item, str) else item for item in value)
    unique(column.key for column in columns)
    return columns


Years: TypeAlias = tuple[tuple[int, tuple[Deadline, ...]], ...]


def to_years(value: Mapping[int, Deadlines] | Iterable[tuple[int, Deadlines]]) -> Years:
    """Convert deadlines by year to pairs in their order."""
    items = value.items() if isinstance(value, Mapping) else value
    pairs = tuple((year, to_deadlines(deadlines)) for year, deadlines in items)
    unique(year for year, _ in pairs)
    return pairs


@frozen(kw_only=True, repr=False, eq=False)
class Activity(Value):
    """An activity of a roadmap (мероприятие), one row.

    ``by_year`` fills the columns of years; ``other`` the author's own columns
    by their keys. A column named in ``blank`` is empty on purpose.

    Attributes:
        title (str): мероприятие. Что делается.
        deadlines (tuple[Deadline, ...]): Сроки, один или несколько.
        by_year (Years): по годам. Сроки по годам: {2027: постоянно, 2028: …}.
        responsible (tuple[str, ...]): Ответственные, один или несколько.
        result (tuple[str, ...]): результаты. Ожидаемые результаты.
        document (tuple[str, ...]): документы. Виды документов.
        note (str): Примечание.
        other (tuple[tuple[str, str], ...]): прочее. Значения своих граф по их ключам.
        blank (tuple[str, ...]): пусто. Графы, намеренно оставленные пустыми.
    """

    title: str = field(metadata=term("мероприятие", "Что делается", prose=True))
    deadlines: tuple[Deadline, ...] = field(
        default=(), converter=to_deadlines, metadata=term("сроки", "Сроки, один или несколько", one="срок")
    )
    by_year: Years = field(
        default=(),
        converter=to_years,
        metadata=term("по годам", "Сроки по годам: {2027: постоянно, 2028: …}"),
    )
    responsible: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("ответственные", "Ответственные, один или несколько", one="ответственный", prose=True),
    )
    result: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("результаты", "Ожидаемые результаты", one="результат", prose=True),
    )
    document: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("документы", "Виды документов", one="документ", prose=True),
    )
    note: str = field(default="", metadata=term("примечание", "Примечание", prose=True))
    other: tuple[tuple[str, str], ...] = field(
        default=(),
        converter=to_values,
        metadata=term("прочее", "Значения своих граф по их ключам", prose=True),
    )
    blank: tuple[str, ...] = field(
        default=(), converter=to_texts, metadata=term("пусто", "Графы, намеренно оставленные пустыми")
    )


@frozen(kw_only=True, repr=False, eq=False)
class Section(Value):
    """A section of a roadmap over the whole width of the table (раздел).

    Attributes:
        title (str): раздел. Название раздела.
        activities (tuple[Activity, ...]): Мероприятия раздела.
    """

    title: str = field(metadata=term("раздел", "Название раздела", prose=True))
    activities: tuple[Activity, ...] = field(
        converter=tuple[Activity, ...], metadata=term("мероприятия", "Мероприятия раздела")
    )


@frozen(kw_only=True, repr=False, eq=False)
class Roadmap(Value):
    """Roadmap, plan of activities (дорожная карта, план мероприятий).

    Holds either ``activities`` or ``sections`` of them. ``years`` with the
    column «годы» give a column a year under one merged heading.

    Attributes:
        columns (tuple[Column, ...]): Графы по порядку; если не заданы, печатаются все, для которых есть
            данные.
        years (tuple[int, ...]): Годы граф, если сроки даны по годам.
        row_numbers (RowNumbers | None): нумерация строк. сквозная, по разделам, нет; пусто: по разделам, если
            они есть.
        section_numbers (SectionNumbers): нумерация разделов. римская, арабская, нет.
        form (BlankForm | None): форма. примерная или обязательная, если таблицу заполняют потом и пустые
            клетки оставлены намеренно.
        activities (tuple[Activity, ...]): Мероприятия по порядку.
        sections (tuple[Section, ...]): Разделы с мероприятиями.
    """

    columns: tuple[Column, ...] = field(default=(), converter=to_columns, metadata=term("графы", _COLUMNS))
    years: tuple[int, ...] = field(
        default=(), converter=tuple[int, ...], metadata=term("годы", "Годы граф, если сроки даны по годам")
    )
    row_numbers: RowNumbers | None = field(
        default=None,
        metadata=term("нумерация строк", "сквозная, по разделам, нет; пусто: по разделам, если они есть"),
    )
    section_numbers: SectionNumbers = field(
        default=SectionNumbers.ROMAN, metadata=term("нумерация разделов", "римская, арабская, нет")
    )
    form: BlankForm | None = field(default=None, metadata=term("форма", _FORM))
    activities: tuple[Activity, ...] = field(
        default=(), converter=tuple[Activity, ...], metadata=term("мероприятия", "Мероприятия по порядку")
    )
    sections: tuple[Section, ...] = field(
        default=(), converter=tuple[Section, ...], metadata=term("разделы", "Разделы с мероприятиями")
    )

    def __attrs_post_init__(self) -> None:
        if bool(self.activities) == bool(self.sections):
            raise ModelError("в дорожной карте нужны либо мероприятия, либо разделы с мероприятиями")


_TARGET = re.compile(
    r"(?P<bound>не менее|не более|более|менее|до)?\s*"
    r"(?P<value>-?\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|-?(?!0\d)\d+(?:[.,]\d+)?)"
)
#: From so many on, figures are grouped by thousands.
_GROUPED_FROM = 10_000


@frozen(kw_only=True, repr=False, eq=False)
class Target(Value):
    """Target of an indicator for one year (значение показателя).

    A number with a bound («не менее 20»), or words where there is no number
    («да»). ``str()`` prints it with a decimal comma.

    Attributes:
        value (Decimal | None): значение. Число.
        bound (Bound): граница. не менее, не более, более, менее, до.
        words (str): словами. Значение словами, если это не число.
    """

    value: Decimal | None = field(default=None, metadata=term("значение", "Число"))
    bound: Bound = field(
        default=Bound.EXACT, metadata=term("граница", "не менее, не более, более, менее, до")
    )
    words: str = field(default="", metadata=term("словами", "Значение словами, если это не число"))

    @classmethod
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
        digits = re.sub(r"[ \u00a0]", "", match["value"]).replace(",", ".")
        return cls(value=Decimal(digits), bound=Bound(match["bound"] or ""))

    def __str__(self) -> str:
        if self.value is None:
            return self.words
        grouped = abs(self.value) >= _GROUPED_FROM
        figures = f"{self.value:,f}".replace(",", "\u00a0") if grouped else f"{self.value:f}"
        return f"{self.bound.value} {figures.replace('.', ',')}".strip()


Targets: TypeAlias = tuple[tuple[int, Target], ...]


def to_target(value: Target | str | int | Decimal) -> Target:
    """Convert to a target; a text or a number is read as one."""
    return value if isinstance(value, Target) else Target.parse(str(value))


def to_base(value: Target | str | int | Decimal | None) -> Target | None:
    """Convert to a base value; an empty text is none."""
    return None if value is None or value == "" else to_target(value)


def to_targets(
    value: Mapping[int, Target | str | int | Decimal] | Iterable[tuple[int, Target | str | int | Decimal]],
) -> Targets:
    """Convert targets by year to pairs in their order."""
    items = value.items() if isinstance(value, Mapping) else value
    pairs = tuple((year, to_target(target)) for year, target in items)
    unique(year for year, _ in pairs)
    return pairs


@frozen(kw_only=True, repr=False, eq=False)
class Indicator(Value):
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
        default=(), converter=to_texts, metadata=term("пусто", "Графы, намеренно оставленные пустыми")
    )


@frozen(kw_only=True, repr=False, eq=False)
class IndicatorTable(Value):
    """Table of indicators (показатели, индикаторы).

    Attributes:
        columns (tuple[Column, ...]): Графы по порядку; если не заданы, печатаются все, для которых есть
            данные.
        years (tuple[int, ...]): Годы граф по порядку.
        form (BlankForm | None): форма. примерная или обязательная, если таблицу заполняют потом и пустые
            клетки оставлены намеренно.
        indicators (tuple[Indicator, ...]): строки. Показатели по порядку.
    """

    columns: tuple[Column, ...] = field(default=(), converter=to_columns, metadata=term("графы", _COLUMNS))
    years: tuple[int, ...] = field(
        default=(), converter=tuple[int, ...], metadata=term("годы", "Годы граф по порядку")
    )
    form: BlankForm | None = field(default=None, metadata=term("форма", _FORM))
    indicators: tuple[Indicator, ...] = field(
        converter=tuple[Indicator, ...], metadata=term("строки", "Показатели по порядку")
    )

    def __attrs_post_init__(self) -> None:
        if not self.indicators:
            raise ModelError("в таблице показателей нет ни одного показателя")


class Alignment(enum.Enum):
    """How text stands in its place (выравнивание)."""

    JUSTIFIED = "по ширине"
    LEFT = "слева"
    CENTRED = "по центру"
    RIGHT = "справа"


@frozen(kw_only=True, repr=False, eq=False)
class Cell(Value):
    """A cell of a free table (клетка); cells that a merged one covers are left out, as in HTML.

    Attributes:
        text (str): Текст клетки; с новой строки: новый абзац.
        columns (int): граф. На сколько граф вправо объединена.
        rows (int): строк. На сколько строк вниз объединена.
        alignment (Alignment | None): выравнивание. слева, по центру, справа, по ширине.
    """

    text: str = field(
        default="", metadata=term("текст", "Текст клетки; с новой строки: новый абзац", prose=True)
    )
    columns: int = field(default=1, metadata=term("граф", "На сколько граф вправо объединена"))
    rows: int = field(default=1, metadata=term("строк", "На сколько строк вниз объединена"))
    alignment: Alignment | None = field(
        default=None, metadata=term("выравнивание", "слева, по центру, справа, по ширине")
    )

    def __attrs_post_init__(self) -> None:
        if self.columns < 1 or self.rows < 1:
            raise ModelError(f"клетка «{self.text}»: объединять можно одну и больше граф и строк")


Row: TypeAlias = tuple[Cell, ...]


def to_rows(value: Iterable[Iterable[Cell | str]]) -> tuple[Row, ...]:
    """Convert rows of cells to tuples; a text is a cell with it."""
    return tuple(tuple(Cell(text=cell) if isinstance(cell, str) else cell for cell in row) for row in value)


@frozen(kw_only=True, repr=False, eq=False)
class Table(Value):
    """A free table (таблица) with cells merged in both directions.

    The header is given as rows of cells (``header``) or, when it has one row,
    simply by the titles of ``columns``.

    Attributes:
        columns (tuple[Column, ...]): Графы с заголовками и ширинами.
        header (tuple[Row, ...]): шапка. Строки шапки, если она в несколько уровней.
        form (BlankForm | None): форма. примерная или обязательная, если таблицу заполняют потом и пустые
            клетки оставлены намеренно.
        rows (tuple[Row, ...]): Строки таблицы.
    """

    columns: tuple[Column, ...] = field(
        default=(), converter=to_columns, metadata=term("графы", "Графы с заголовками и ширинами")
    )
    header: tuple[Row, ...] = field(
        default=(), converter=to_rows, metadata=term("шапка", "Строки шапки, если она в несколько уровней")
    )
    form: BlankForm | None = field(default=None, metadata=term("форма", _FORM))
    rows: tuple[Row, ...] = field(converter=to_rows, metadata=term("строки", "Строки таблицы"))
