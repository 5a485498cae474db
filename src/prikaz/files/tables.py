"""What tables of a data file mean beyond their keys: rows from a file beside, columns of the author's own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from prikaz.files.faults import Faults
from prikaz.files.keys import fold, keys, latin_letters, look_alike, nearest
from prikaz.files.nodes import Dictionary, Entry, Failed, Listing, Node, Scalar
from prikaz.files.row_names import names_rows
from prikaz.files.shapes import Keyed, Leaf, Several, Shape, shapes
from prikaz.findings import Path as OrderPath
from prikaz.language.spelling import guess
from prikaz.model import Activity, Column, Indicator, IndicatorTable, Roadmap, Section, Table
from prikaz.model.terms import terms

#: Fields of a table that hold rows, with the class of a row or of what holds rows in turn.
_ROWS: Final[Mapping[type, Mapping[str, type]]] = MappingProxyType(
    {
        Roadmap: {"activities": Activity, "sections": Section},
        Section: {"activities": Activity},
        IndicatorTable: {"indicators": Indicator},
    }
)
_SECTION: Final = "раздел"
#: What stands for the key of a column of numbers, and of one that has been told as unknown.
_NUMBERED: Final = "№"
_UNKNOWN: Final = "?"
_NO_FIELD: Final = frozenset({"", _NUMBERED, _UNKNOWN})
#: Columns of numbers: the program counts rows itself.
_NUMBERS: Final = frozenset({"номер", "№", "№ п/п", "№ пп", "n п/п"})
#: What may stand in them: «1», «2.1.», «3)», «IV».
_NUMBER: Final = re.compile(r"(?:[\d.]+|[IVXLC]+)[.)]?")
#: Days since 1900 as Excel counts them, for the years from 2009 to 2064.
_SERIAL: Final = re.compile(r"[45]\d{4}")
_YEAR: Final = re.compile(r"(\d{4})(?: ?(?:год|г\.))?")


@frozen(kw_only=True)
class FileTables:
    """Tables of one data file (таблицы).

    Attributes:
        faults: Where faults are told.
        folder: Where files of rows are looked for; None when data came from memory, which names no files.
        path: What is read in the order, for doubts.
    """

    faults: Faults
    folder: Path | None
    path: OrderPath = ()

    def at(self, path: OrderPath) -> FileTables:
        """The same tables; what is doubtful in them is told at ``path``."""
        return evolve(self, path=path)

    def rows(self, cls: type, node: Node) -> Node:
        """The rows that a text with the name of a file stands for; any other node as it is."""
        return self._read(cls, node, {})

    def prepare(self, cls: type, node: Dictionary) -> Dictionary:
        """The mapping of a table with rows read, and values of the author's own columns under «прочее»."""
        if cls is Table:
            return self._free(node)
        if cls not in (Roadmap, IndicatorTable):
            return node
        columns = _columns(node, cls)
        inside = self._inside(node, cls, columns)
        return self._in_sections(inside) if cls is Roadmap else inside

    # Rows of records

    def _inside(self, node: Dictionary, cls: type, columns: Mapping[str, str]) -> Dictionary:
        """A mapping that holds rows, with each of them prepared."""
        held = {entry.key: row for name, row in _ROWS[cls].items() if (entry := entry_of(node, cls, name))}
        return node.evolve(
            evolve(entry, value=self._prepared(held[entry.key], entry.value, columns))
            if entry.key in held
            else entry
            for entry in node.entries
        )

    def _prepared(self, cls: type, node: Node, columns: Mapping[str, str]) -> Node:
        node = self._read(cls, node, columns)
        if isinstance(node, Listing):
            return evolve(node, items=tuple(self._prepared(cls, item, columns) for item in node.items))
        if not isinstance(node, Dictionary):
            return node
        if cls in _ROWS:
            return self._inside(node, cls, columns)
        return _gather(node, columns) if cls is Activity else node

    def _read(self, cls: type, node: Node, columns: Mapping[str, str]) -> Node:
        if self.folder is None or not names_rows(node):
            return node
        if not (read := self._file(node, cls, columns)):
            return Failed(place=node.place)
        header, *rows = read
        names = self._names(cls, header, columns)
        return Listing(items=tuple(self._row(cls, names, row) for row in rows), place=node.place)

    def _file(self, node: Scalar, cls: type, columns: Mapping[str, str]) -> list[list[Scalar | Failed]]:
        """The rows of the file that a text names; none when they cannot be read, and that is told."""
        from prikaz.files.sheets import Wanted, read_rows  # noqa: PLC0415 (most data has no such rows)

        sections = {_SECTION} if cls is Activity else set()
        wanted = Wanted(
            folder=self.folder or Path(),
            path=self.path,
            carried=sections - columns.keys(),
            known=() if cls is Table else {*columns, *keys(cls), *_NUMBERS, *sections},
            is_dated=lambda head: _is_deadline(cls, columns.get(fold(head), head)),
        )
        return read_rows(node, wanted, self.faults)

    def _names(self, cls: type, header: Sequence[Scalar | Failed], columns: Mapping[str, str]) -> list[str]:
        """The keys that columns are for; two for one field are told."""
        names: list[str] = []
        seen: dict[str, str] = {}
        for cell in header:
            name = self._column(cls, cell, columns)
            key = keys(cls).get(fold(name))
            field = key.name if key else name
            if field in seen and name not in _NO_FIELD and isinstance(cell, Scalar):
                told = f"графы «{seen[field]}» и «{cell.text}» – об одном и том же"
                self.faults.add(cell.place, told, "оставьте одну или назовите иначе")
                name = _UNKNOWN
            elif isinstance(cell, Scalar):
                seen[field] = cell.text or ""
            names.append(name)
        return names

    def _column(self, cls: type, cell: Scalar | Failed, columns: Mapping[str, str]) -> str:
        """The key that a column is for; "" when nobody has named it."""
        if isinstance(cell, Failed):
            return _UNKNOWN
        word = fold(cell.text or "")
        if word in columns:
            return columns[word]
        year = _YEAR.fullmatch(word) if _year_field(cls) else None
        if word in keys(cls) or year or (cls is Activity and word == _SECTION):
            return year[1] if year else word
        if word in _NUMBERS:
            return _NUMBERED
        if word:
            hint = _column_hint(cls, word, cell.text or "", columns)
            self.faults.add(cell.place, f"неизвестная графа «{cell.text}»", hint)
            return _UNKNOWN
        return ""

    def _row(self, cls: type, names: Sequence[str], row: Sequence[Scalar | Failed]) -> Dictionary:
        entries: list[Entry] = []
        years: list[Entry] = []
        for name, cell in itertools.zip_longest(names, row, fillvalue=None):
            if cell is None or name == _UNKNOWN or _is_blank(cell):
                continue
            if isinstance(cell, Scalar) and (lost := _lost(cls, name or "", cell.text or "")):
                self.faults.add(cell.place, *lost)
            elif name and name != _NUMBERED:
                entry = Entry(key=name, value=_several(cls, name, cell), place=cell.place)
                (years if _YEAR.fullmatch(name) else entries).append(entry)
        place = row[0].place
        if years:
            value = Dictionary(entries=tuple(years), place=years[0].place)
            entries.append(Entry(key=_year_field(cls), value=value, place=years[0].place))
        return Dictionary(entries=tuple(entries), place=place)

    # Sections of a roadmap

    def _in_sections(self, node: Dictionary) -> Dictionary:
        """A roadmap whose rows tell their section, with the rows put into sections."""
        rows = entry_of(node, Roadmap, "activities")
        if rows is None or not isinstance(rows.value, Listing):
            return node
        parted = [_part_section(row) for row in rows.value.items]
        if not any(title for title, _ in parted):
            return node
        made = tuple(self._section(title, inside) for title, inside in _sections(parted))
        key = terms(Roadmap)["sections"].name
        sections = Listing(items=made, place=rows.value.place)
        return node.evolve(
            evolve(entry, key=key, value=sections) if entry is rows else entry for entry in node.entries
        )

    def _section(self, title: Scalar | None, rows: Sequence[Node]) -> Dictionary:
        if title and not rows:
            told = f"в разделе «{title.text or ''}» нет ни одного мероприятия"
            self.faults.add(title.place, told, "допишите мероприятия или уберите раздел")
        place = title.place if title else rows[0].place
        value = Listing(items=tuple(rows), place=place)
        held = Entry(key=terms(Section)["activities"].name, value=value, place=place)
        named = [Entry(key=_SECTION, value=title, place=place)] if title else []
        return Dictionary(entries=(*named, held), place=place)

    # Free tables

    def _free(self, node: Dictionary) -> Dictionary:
        """A free table with its rows read; without columns and header, the header of the file is theirs."""
        rows = entry_of(node, Table, "rows")
        if rows is None or self.folder is None or not names_rows(rows.value):
            return node
        header, *body = self._file(rows.value, Table, {}) or [[]]
        listed = Listing(items=tuple(Listing(items=tuple(row)) for row in body), place=rows.value.place)
        value = listed if header else Failed(place=rows.value.place)
        entries = [evolve(entry, value=value) if entry is rows else entry for entry in node.entries]
        if not entry_of(node, Table, "columns") and not entry_of(node, Table, "header"):
            columns = Listing(items=tuple(cell for cell in header if not _is_blank(cell)), place=rows.place)
            entries.insert(0, Entry(key=terms(Table)["columns"].name, value=columns, place=rows.place))
        return node.evolve(entries)


def _lost(cls: type, name: str, text: str) -> tuple[str, str] | None:
    """Why a cell would be lost or would lie, and what to do; None when it would not."""
    if not name:
        return f"у ячейки «{text}» нет графы", "впишите название графы в первую строку или уберите лишнее"
    if name == _NUMBERED and not _NUMBER.fullmatch(text):
        hint = "перенесите его в свою графу; разделы называют в графе «раздел»"
        return f"в графе номеров стоит текст «{text}», а номера ставит программа", hint
    if _is_deadline(cls, name) and _SERIAL.fullmatch(text):
        return f"вместо срока число «{text}»", "задайте ячейке в Excel формат даты"
    return None


def _is_deadline(cls: type, name: str) -> bool:
    """Whether a column holds deadlines."""
    key = keys(cls).get(fold(_year_field(cls) if _YEAR.fullmatch(name) else name))
    return cls is Activity and key is not None and key.field in {"deadlines", "by_year"}


def _column_hint(cls: type, word: str, title: str, columns: Mapping[str, str]) -> str:
    """What to do with an unknown column: a slip, a longer heading of a known one, a new one."""
    if alike := look_alike(word, [*columns, *keys(cls), *_NUMBERS]):
        return f"это «{alike}», но буквы не русские: {latin_letters(title)}; наберите название заново"
    if near := nearest(word, [*columns, *keys(cls)]):
        return guess(title, near)
    if begins := next((key for key in keys(cls) if word.startswith(key)), ""):
        return f"назовите её «{begins}» или укажите в графах: {{графа: {begins}, заголовок: {title}}}"
    return "добавьте её в «графы» или уберите из таблицы"


def entry_of(node: Dictionary, cls: type, name: str) -> Entry | None:
    """The entry for a field of a class, if the mapping has one."""
    known = keys(cls)
    for entry in node.entries:
        key = known.get(fold(entry.key))
        if key and key.field == name and not key.owner:
            return entry
    return None


def _columns(node: Dictionary, cls: type) -> dict[str, str]:
    """Keys of the columns that a table names, by their folded keys and titles."""
    columns = entry_of(node, cls, "columns")
    items = columns.value.items if columns and isinstance(columns.value, Listing) else ()
    found: dict[str, str] = {}
    for item in items:
        key = _text_of(item, "key")
        found |= {fold(word): key for word in (key, _text_of(item, "title")) if word}
    return found


def _text_of(node: Node, name: str) -> str:
    """Key or title of a column; a text alone is its key."""
    if isinstance(node, Dictionary):
        entry = entry_of(node, Column, name)
        return _text_of(entry.value, "key") if entry else ""
    return node.text or "" if isinstance(node, Scalar) and name == "key" else ""


def _gather(node: Dictionary, columns: Mapping[str, str]) -> Dictionary:
    """An activity with the values of own columns under «прочее»."""
    known = keys(Activity)
    mine = [entry for entry in node.entries if fold(entry.key) in columns and fold(entry.key) not in known]
    if not mine:
        return node
    other = entry_of(node, Activity, "other")
    given = other.value.entries if other and isinstance(other.value, Dictionary) else ()
    named = (evolve(entry, key=columns[fold(entry.key)]) for entry in mine)
    value = Dictionary(entries=(*given, *named), place=mine[0].place)
    moved = {entry.key for entry in (*mine, other) if entry}
    rest = [entry for entry in node.entries if entry.key not in moved]
    return node.evolve([*rest, Entry(key=terms(Activity)["other"].name, value=value, place=mine[0].place)])


def _part_section(row: Node) -> tuple[Scalar | None, Node]:
    """The title of its section that a row tells, and the row without it; what is no row stays as it is."""
    if not isinstance(row, Dictionary):
        return None, row
    told = next((entry for entry in row.entries if fold(entry.key) == _SECTION), None)
    if told is None or not isinstance(told.value, Scalar):
        return None, row
    return told.value, row.evolve(entry for entry in row.entries if entry is not told)


def _sections(parted: Sequence[tuple[Scalar | None, Node]]) -> Iterator[tuple[Scalar | None, list[Node]]]:
    """Sections of rows: a row without a section, or with the same one, goes on with the one above."""
    title: Scalar | None = None
    rows: list[Node] = []
    for own, row in parted:
        if own is not None and (title is None or own.text != title.text):
            if title or rows:
                yield title, rows
            title, rows = own, []
        if not isinstance(row, Dictionary) or row.entries:
            rows.append(row)
    yield title, rows


def _is_blank(cell: Scalar | Failed) -> bool:
    return isinstance(cell, Scalar) and cell.text is None


def _several(cls: type, name: str, cell: Scalar | Failed) -> Node:
    """A cell as several values, parted by line breaks and semicolons, where a field holds several."""
    shape = _shape(cls, name)
    if isinstance(cell, Failed) or not (isinstance(shape, Several) and isinstance(shape.item, Leaf)):
        return cell
    parts = [part.strip() for part in re.split(r"[;\n]", cell.text or "") if part.strip()]
    return Listing(items=tuple(evolve(cell, text=part) for part in parts), place=cell.place)


def _shape(cls: type, name: str) -> Shape | None:
    """What may stand in a cell of a column."""
    word = _year_field(cls) if _YEAR.fullmatch(name) else name
    key = keys(cls).get(fold(word))
    shape = shapes(cls)[key.field] if key and not key.owner else None
    return shape.value if isinstance(shape, Keyed) else shape


def _year_field(cls: type) -> str:
    """The key of the field of a class that holds values by years."""
    by_years = (
        name for name, shape in shapes(cls).items() if isinstance(shape, Keyed) and shape.key == Leaf(int)
    )
    return next((terms(cls)[name].name for name in by_years), "")
