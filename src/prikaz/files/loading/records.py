"""Rows of a table beside a data file as records of a class: what each column is for, what would be lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from attrs import frozen

from prikaz.files.keys.keys import keys
from prikaz.files.keys.shapes import ListOf, MappingOf, Scalar, Shape, shapes
from prikaz.files.loading.side_tables import CellNode, Folder, TableSpec
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import FailedNode, MappingEntry, MappingNode, Node, ScalarNode, SequenceNode
from prikaz.findings import FindingKind, Severity
from prikaz.findings import Path as OrderPath
from prikaz.language.words.misspelling import did_you_mean, latin_letters, look_alike, nearest
from prikaz.language.words.spelling import fold
from prikaz.model import Activity
from prikaz.model.terms import terms
from prikaz.sheets.layout import COLUMN_NAMELESS, COLUMN_REPEATED

TABLE_COLUMN_UNKNOWN: Final = FindingKind(
    "table-column-unknown", "Графы с таким названием в таблице не бывает", Severity.ERROR
)
CELL_MISPLACED: Final = FindingKind("cell-misplaced", "В ячейке не то, что бывает в её графе", Severity.ERROR)

_SECTION: Final = "раздел"
#: What stands for the key of a column of numbers, and of one whose cells are not looked at.
_NUMBERED: Final = "№"
_IGNORED: Final = "?"
#: Columns of numbers: the program counts rows itself.
_NUMBERS: Final = frozenset({"номер", "№", "№ п/п", "№ пп", "n п/п"})
#: What may stand in them: «1», «2.1.», «3)», «IV».
_NUMBER: Final = re.compile(r"(?:[\d.]+|[IVXLC]+)[.)]?")
#: Days since 1900 as Excel counts them, for the years from 2009 to 2064.
_SERIAL: Final = re.compile(r"[45]\d{4}(?:,\d+)?")
_YEAR: Final = re.compile(r"(\d{4})(?: ?(?:год|г\.))?")


@frozen(kw_only=True)
class Records:
    """One table that is read as records.

    Attributes:
        cls: The class of the records.
        columns: Keys of the columns that the author has named, by their folded keys and titles.
        faults: Where faults are added.
    """

    cls: type
    columns: Mapping[str, str]
    faults: Faults

    def spec(self, folder: Folder, path: OrderPath) -> TableSpec:
        """What the table is read for; ``path`` is its place in the order."""
        sections = {_SECTION} if self.cls is Activity else set()
        return TableSpec(
            folder=folder,
            path=path,
            carried=sections - self.columns.keys(),
            known={*self.columns, *keys(self.cls), *_NUMBERS, *sections},
            is_dated=lambda head: self._is_deadline(self.columns.get(fold(head), head)),
        )

    def nodes(self, table: Sequence[Sequence[CellNode]]) -> tuple[Node, ...]:
        """The records of a table, the first row of which names the columns."""
        header, *rows = table
        names = self._names(header)
        self._report_nameless(names, rows)
        return tuple(self._record(names, row) for row in rows)

    # Columns

    def _names(self, header: Iterable[CellNode]) -> list[str]:
        """The keys that columns are for; two for one field are a fault."""
        names: list[str] = []
        seen: dict[str, str | None] = {}
        for cell in header:
            name = self._name(cell)
            field = self._field(name)
            if isinstance(cell, ScalarNode) and name not in {"", _NUMBERED, _IGNORED} and field in seen:
                message = f"графы «{seen[field]}» и «{cell.text}» – об одном и том же"
                self.faults.add(COLUMN_REPEATED, cell.place, message, "оставьте одну или назовите иначе")
                name = _IGNORED
            elif isinstance(cell, ScalarNode):
                seen[field] = cell.text
            names.append(name)
        return names

    def _field(self, name: str) -> str:
        key = keys(self.cls).get(fold(name))
        return key.name if key else name

    def _name(self, cell: CellNode) -> str:
        """The key that a column is for; "" when nobody has named it."""
        if isinstance(cell, FailedNode):
            return _IGNORED
        word = fold(cell.text or "")
        if word in self.columns:
            return self.columns[word]
        year = _YEAR.fullmatch(word) if self._year_field else None
        if word in keys(self.cls) or year or (self.cls is Activity and word == _SECTION):
            return year[1] if year else word
        if word in _NUMBERS:
            return _NUMBERED
        if word:
            message, hint = f"неизвестная графа «{cell.text}»", self._hint(word, cell.text or "")
            self.faults.add(TABLE_COLUMN_UNKNOWN, cell.place, message, hint)
            return _IGNORED
        return ""

    def _hint(self, word: str, title: str) -> str:
        """What to do with an unknown column: a typing mistake, a longer heading of a known one, a new one."""
        if alike := look_alike(word, [*self.columns, *keys(self.cls), *_NUMBERS]):
            return f"это «{alike}», но буквы не русские: {latin_letters(title)}; наберите название заново"
        if near := nearest(word, [*self.columns, *keys(self.cls)]):
            return did_you_mean(title, near)
        if begins := next((key for key in keys(self.cls) if word.startswith(key)), ""):
            return f"назовите её «{begins}» или укажите в графах: {{графа: {begins}, заголовок: {title}}}"
        return "добавьте её в «графы» или уберите из таблицы"

    def _report_nameless(self, names: Sequence[str], rows: Iterable[Sequence[CellNode]]) -> None:
        """Report each column that holds something under no name, by the first of its cells."""
        found: dict[int, list[ScalarNode]] = {}
        for row in rows:
            for column, (name, cell) in enumerate(zip_longest(names, row, fillvalue="")):
                if not name and isinstance(cell, ScalarNode) and cell.text:
                    found.setdefault(column, []).append(cell)
        for first, *others in found.values():
            several = f" (таких строк {len(others) + 1})" if others else ""
            hint = "впишите название графы в первую строку или уберите лишнее"
            message = f"у ячейки «{first.text}» нет графы{several}"
            self.faults.add(COLUMN_NAMELESS, first.place, message, hint)

    # Rows

    def _record(self, names: Sequence[str], row: Sequence[CellNode]) -> Node:
        entries: list[MappingEntry] = []
        years: list[MappingEntry] = []
        lost = False
        for name, cell in zip(names, row, strict=False):
            value = self._value(name, cell)
            lost = lost or isinstance(value, FailedNode)
            if value is not None and name != _NUMBERED:
                (years if _YEAR.fullmatch(name) else entries).append(
                    MappingEntry(key=name, value=value, place=cell.place)
                )
        if years:
            value = MappingNode(entries=tuple(years), place=years[0].place)
            entries.append(MappingEntry(key=self._year_field, value=value, place=years[0].place))
        place = row[0].place
        return (
            MappingNode(entries=tuple(entries), place=place)
            if entries or not lost
            else FailedNode(place=place)
        )

    def _value(self, name: str, cell: CellNode) -> Node | None:
        """The value of a cell; None for one that is empty, or whose column is not looked at."""
        if name in {"", _IGNORED} or (isinstance(cell, ScalarNode) and cell.text is None):
            return None
        if isinstance(cell, ScalarNode) and (lost := self._lost(name, cell.text or "")):
            self.faults.add(CELL_MISPLACED, cell.place, *lost)
            return FailedNode(place=cell.place)
        return self._split(name, cell)

    def _lost(self, name: str, text: str) -> tuple[str, str] | None:
        """Why a cell would be lost or would lie, and what to do; None when it would not."""
        if name == _NUMBERED and not _NUMBER.fullmatch(text):
            hint = "перенесите его в свою графу; разделы называют в графе «раздел»"
            return f"в графе номеров стоит текст «{text}», а номера ставит программа", hint
        if self._is_deadline(name) and _SERIAL.fullmatch(text):
            return f"вместо срока число «{text}»", "задайте ячейке в Excel формат даты"
        return None

    def _split(self, name: str, cell: CellNode) -> Node:
        """A cell as several values, parted by line breaks and semicolons, where a field holds several."""
        shape = self._shape(name)
        if isinstance(cell, FailedNode) or not (isinstance(shape, ListOf) and isinstance(shape.item, Scalar)):
            return cell
        parts = [part.strip() for part in re.split(r"[;\n]", cell.text or "") if part.strip()]
        return SequenceNode(items=tuple(cell._replace(text=part) for part in parts), place=cell.place)

    # Fields of the class

    def _is_deadline(self, name: str) -> bool:
        """Whether a column holds deadlines."""
        key = keys(self.cls).get(fold(self._year_field if _YEAR.fullmatch(name) else name))
        return self.cls is Activity and key is not None and key.field in {"deadlines", "by_year"}

    def _shape(self, name: str) -> Shape | None:
        """What may stand in a cell of a column."""
        key = keys(self.cls).get(fold(self._year_field if _YEAR.fullmatch(name) else name))
        shape = shapes(self.cls)[key.field] if key and not key.owner else None
        return shape.value if isinstance(shape, MappingOf) else shape

    @property
    def _year_field(self) -> str:
        """The key of the field of the class that holds values by years."""
        by_years = (
            name
            for name, shape in shapes(self.cls).items()
            if isinstance(shape, MappingOf) and shape.key == Scalar(int)
        )
        return next((terms(self.cls)[name].name for name in by_years), "")
