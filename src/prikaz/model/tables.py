"""Columns, roadmaps and free tables (графы, дорожные карты, таблицы)."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final, TypeAlias

from attrs import field, frozen

from prikaz.annotations import told_whole
from prikaz.errors import ModelError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.model.converters import (
    Deadlines,
    Keyed,
    by_year,
    each,
    items_of,
    listed,
    to_deadlines,
    to_keys,
    to_texts,
    to_values,
    to_written,
    to_years,
)
from prikaz.model.figures import Writable, to_text
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

#: What stands in the terms of several tables.
FORM: Final = "примерная или обязательная, если таблицу заполняют потом и пустые клетки оставлены намеренно"
COLUMNS: Final = "Графы по порядку; если не заданы, печатаются все, для которых есть данные"


TOTAL: Final = "да: последняя строка «Итого» с суммами граф, где суммы и количества"
NOTES: Final = "Что стоит под таблицей мелким шрифтом"

#: Millimetres of the longest sheet that offices have; columns and rows of the largest table of Word.
_WIDEST: Final = 1189
_MOST_COLUMNS: Final = 63
_MOST_ROWS: Final = 32767


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


@frozen(kw_only=True, repr=False, eq=False)
class Column(TypedValue):
    """A column of a table (графа).

    ``key`` is a known column (номер, мероприятие, срок, ответственный,
    результат, документ, примечание; показатель, единица, формула, база; годы:
    a column a year) or a name of the author's own. ``width`` is in
    millimetres; without it the width follows the content.

    Attributes:
        key (str): графа. Ключ графы.
        title (str): Заголовок графы; пусто: обычный для неё.
        width (int | None): Ширина, мм.
        blank (bool): пусто. да, если пустые клетки графы оставлены намеренно.
    """

    key: str = field(metadata=term("графа", "Ключ графы"))
    title: str = field(
        default="", metadata=term("заголовок", "Заголовок графы; пусто: обычный для неё", prose=True)
    )
    width: int | None = field(default=None, metadata=term("ширина", "Ширина, мм"))
    blank: bool = field(
        default=False, metadata=term("пусто", "да, если пустые клетки графы оставлены намеренно")
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if self.width is not None and not 1 <= self.width <= _WIDEST:
            hint = f"ширина бывает от 1 до {_WIDEST} мм"
            raise self._refusal("width", f"графа «{self.key}»: ширина {told_whole(self.width)} мм", hint)


def to_columns(value: Iterable[Column | str]) -> tuple[Column, ...] | Misfit:
    """Convert columns to a tuple; a text is the key of a column."""
    columns = listed(value, Column, lambda text: Column(key=text))
    keys = [] if isinstance(columns, Misfit) else [column.key for column in columns]
    twice = next((key for place, key in enumerate(keys) if key in keys[:place]), None)
    return columns if twice is None else Misfit(f"графа «{twice}» встречается дважды")


Years: TypeAlias = tuple[tuple[int, tuple[Deadline, ...]], ...]


def to_deadlines_by_year(value: Keyed[int | str, Deadlines]) -> Years | Misfit:
    """Convert deadlines by year to pairs in their order."""
    return by_year(value, to_deadlines)


@frozen(kw_only=True, repr=False, eq=False)
class Activity(TypedValue):
    """An activity of a roadmap (мероприятие), one row.

    ``by_year`` fills the columns of years; ``other`` the author's own columns
    by their keys. A column named in ``blank`` is empty on purpose; that of a year is named by the year.

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
        converter=to_deadlines_by_year,
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
        default=(), converter=to_keys, metadata=term("пусто", "Графы, намеренно оставленные пустыми")
    )


def to_activities(value: Iterable[Activity]) -> tuple[Activity, ...] | Misfit:
    """Convert activities to a tuple."""
    return listed(value, Activity)


@frozen(kw_only=True, repr=False, eq=False)
class Section(TypedValue):
    """A section of a roadmap over the whole width of the table (раздел).

    Attributes:
        title (str): раздел. Название раздела.
        activities (tuple[Activity, ...]): Мероприятия раздела.
    """

    title: str = field(metadata=term("раздел", "Название раздела", prose=True))
    activities: tuple[Activity, ...] = field(
        converter=to_activities, metadata=term("мероприятия", "Мероприятия раздела")
    )


def to_sections(value: Iterable[Section]) -> tuple[Section, ...] | Misfit:
    """Convert sections to a tuple."""
    return listed(value, Section)


@frozen(kw_only=True, repr=False, eq=False)
class Roadmap(TypedValue):
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
        total (bool): итого. да: последняя строка «Итого» с суммами граф, где суммы и количества.
        notes (tuple[str, ...]): примечания. Что стоит под таблицей мелким шрифтом.
    """

    columns: tuple[Column, ...] = field(default=(), converter=to_columns, metadata=term("графы", COLUMNS))
    years: tuple[int, ...] = field(
        default=(), converter=to_years, metadata=term("годы", "Годы граф, если сроки даны по годам")
    )
    row_numbers: RowNumbers | None = field(
        default=None,
        metadata=term("нумерация строк", "сквозная, по разделам, нет; пусто: по разделам, если они есть"),
    )
    section_numbers: SectionNumbers = field(
        default=SectionNumbers.ROMAN, metadata=term("нумерация разделов", "римская, арабская, нет")
    )
    form: BlankForm | None = field(default=None, metadata=term("форма", FORM))
    activities: tuple[Activity, ...] = field(
        default=(), converter=to_activities, metadata=term("мероприятия", "Мероприятия по порядку")
    )
    sections: tuple[Section, ...] = field(
        default=(), converter=to_sections, metadata=term("разделы", "Разделы с мероприятиями")
    )
    total: bool = field(default=False, metadata=term("итого", TOTAL))
    notes: tuple[str, ...] = field(
        default=(), converter=to_texts, metadata=term("примечания", NOTES, one="примечание", prose=True)
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if bool(self.activities) == bool(self.sections):
            raise ModelError("в дорожной карте нужны либо мероприятия, либо разделы с мероприятиями")


class Alignment(enum.Enum):
    """How text stands in its place (выравнивание)."""

    JUSTIFIED = "по ширине"
    LEFT = "слева"
    CENTRED = "по центру"
    RIGHT = "справа"


@frozen(kw_only=True, repr=False, eq=False)
class Cell(TypedValue):
    """A cell of a free table (клетка); cells that a merged one covers are left out, as in HTML.

    Attributes:
        text (str): Текст клетки; с новой строки: новый абзац.
        columns (int): граф. На сколько граф вправо объединена.
        rows (int): строк. На сколько строк вниз объединена.
        alignment (Alignment | None): выравнивание. слева, по центру, справа, по ширине.
        blank (bool): пусто. да, если клетка оставлена пустой намеренно.
    """

    text: str = field(
        default="",
        converter=to_written,
        metadata=term("текст", "Текст клетки; с новой строки: новый абзац", prose=True),
    )
    columns: int = field(default=1, metadata=term("граф", "На сколько граф вправо объединена"))
    rows: int = field(default=1, metadata=term("строк", "На сколько строк вниз объединена"))
    alignment: Alignment | None = field(
        default=None, metadata=term("выравнивание", "слева, по центру, справа, по ширине")
    )
    blank: bool = field(default=False, metadata=term("пусто", "да, если клетка оставлена пустой намеренно"))

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if self.columns != 1 or self.rows != 1:  # most cells stand alone
            self._refuse_extent()

    def _refuse_extent(self) -> None:
        if not 0 < self.columns <= _MOST_COLUMNS:
            hint = f"объединять можно от 1 до {_MOST_COLUMNS} граф"
            raise self._refusal("columns", f"клетка «{self.text}»: граф {told_whole(self.columns)}", hint)
        if not 0 < self.rows <= _MOST_ROWS:
            hint = f"объединять можно от 1 до {_MOST_ROWS} строк"
            raise self._refusal("rows", f"клетка «{self.text}»: строк {told_whole(self.rows)}", hint)


Row: TypeAlias = tuple[Cell, ...]


def to_rows(value: Iterable[Iterable[Cell | Writable]]) -> tuple[Row, ...] | Misfit:
    """Convert rows of cells to tuples; a text, a number or a day is a cell with it, None a blank one."""
    rows = items_of(value)
    return rows if isinstance(rows, Misfit) else each(rows, _row_of)


def _row_of(value: object) -> Row | Misfit:
    cells = items_of(value)
    if isinstance(cells, Misfit):
        return Misfit.of("ожидался список клеток", value)
    kinds = {*map(type, cells)}
    if kinds == {str}:
        return tuple([Cell(text=text) for text in cells])
    return cells if kinds == {Cell} else each(cells, _cell_of)


def _cell_of(value: object) -> Cell | Misfit:
    if isinstance(value, Cell):
        return value
    text = to_text(value)
    return text if isinstance(text, Misfit) else Cell(text=text)


@frozen(kw_only=True, repr=False, eq=False)
class Table(TypedValue):
    """A free table (таблица) with cells merged in both directions.

    The header is given as rows of cells (``header``) or, when it has one row,
    simply by the titles of ``columns``.

    Attributes:
        columns (tuple[Column, ...]): Графы с заголовками и ширинами.
        header (tuple[Row, ...]): шапка. Строки шапки, если она в несколько уровней.
        form (BlankForm | None): форма. примерная или обязательная, если таблицу заполняют потом и пустые
            клетки оставлены намеренно.
        rows (tuple[Row, ...]): Строки таблицы.
        total (bool): итого. да: последняя строка «Итого» с суммами граф, где суммы и количества.
        notes (tuple[str, ...]): примечания. Что стоит под таблицей мелким шрифтом.
    """

    columns: tuple[Column, ...] = field(
        default=(), converter=to_columns, metadata=term("графы", "Графы с заголовками и ширинами")
    )
    header: tuple[Row, ...] = field(
        default=(), converter=to_rows, metadata=term("шапка", "Строки шапки, если она в несколько уровней")
    )
    form: BlankForm | None = field(default=None, metadata=term("форма", FORM))
    rows: tuple[Row, ...] = field(converter=to_rows, metadata=term("строки", "Строки таблицы"))
    total: bool = field(default=False, metadata=term("итого", TOTAL))
    notes: tuple[str, ...] = field(
        default=(), converter=to_texts, metadata=term("примечания", NOTES, one="примечание", prose=True)
    )
