"""What no schema sees in a .docx and Word repairs, or refuses to open: one line a fault."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_NS: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


def faults(document: Path) -> list[str]:
    """All faults of the document, part by part."""
    parts = _stories(document)
    inside = [
        f"{name}: {fault}" for name, root in parts.items() for look in _IN_A_PART for fault in look(root)
    ]
    return inside + list(_repeated_ids(list(parts.values())))


def _stories(document: Path) -> dict[str, Element]:
    """The parts that hold text: the body, headers, footers, notes."""
    with zipfile.ZipFile(document) as package:
        names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return {name: etree.fromstring(package.read(name)) for name in names}


def _uneven_rows(root: Element) -> Iterator[str]:
    for table in _all(root, "//w:tbl"):
        columns = len(_all(table, "w:tblGrid/w:gridCol"))
        for number, row in enumerate(_rows(table), 1):
            width = _skipped(row) + sum(map(_span, _cells(row)))
            if width != columns:
                yield f"строка {number} занимает {width} граф сетки, а их {columns}"


def _orphan_merges(root: Element) -> Iterator[str]:
    for table in _all(root, "//w:tbl"):
        above: dict[int, int] = {}
        for number, row in enumerate(_rows(table), 1):
            merged = dict(_merges(row))
            for place, (span, restarts) in merged.items():
                if not restarts and above.get(place) != span:
                    yield f"строка {number}: ячейка продолжает объединение, которого выше нет"
            above = {place: span for place, (span, _) in merged.items()}


def _open_fields(root: Element) -> Iterator[str]:
    depth = 0
    for mark in _all(root, "//w:fldChar"):
        depth += {"begin": 1, "end": -1}.get(_value(mark, "fldCharType"), 0)
        if depth < 0:
            yield "поле закрыто, но не открыто"
            depth = 0
    if depth:
        yield f"не закрыто полей: {depth}"


def _open_bookmarks(root: Element) -> Iterator[str]:
    starts = Counter(_value(mark, "id") for mark in _all(root, "//w:bookmarkStart"))
    ends = Counter(_value(mark, "id") for mark in _all(root, "//w:bookmarkEnd"))
    for number in sorted((starts - ends) + (ends - starts)):
        yield f"закладка {number} не закрыта или не открыта"


def _cells_without_an_end(root: Element) -> Iterator[str]:
    for cell in _all(root, "//w:tc"):
        if not len(cell) or etree.QName(cell[-1]).localname != "p":
            yield "ячейка не кончается абзацем"


def _unturned_pages(root: Element) -> Iterator[str]:
    for size in _all(root, "//w:pgSz"):
        wide = int(_value(size, "w")) > int(_value(size, "h"))
        if wide != (_value(size, "orient") == "landscape"):
            yield f"лист {_value(size, 'w')}×{_value(size, 'h')} повёрнут не до конца"


def _repeated_ids(roots: list[Element]) -> Iterator[str]:
    kinds = {
        "закладка с номером": "//w:bookmarkStart/@w:id",
        "закладка с именем": "//w:bookmarkStart/@w:name",
        "рисунок с номером": "//wp:docPr/@id",
        "абзац с номером": "//@w14:paraId",
    }
    for kind, path in kinds.items():
        met = Counter(str(value) for root in roots for value in _xpath(root, path))
        for value in (value for value, times in met.items() if times > 1):
            yield f"{kind} {value}: не одна"


_IN_A_PART: Final[tuple[Callable[[Element], Iterator[str]], ...]] = (
    _uneven_rows,
    _orphan_merges,
    _open_fields,
    _open_bookmarks,
    _cells_without_an_end,
    _unturned_pages,
)


def _rows(table: Element) -> list[Element]:
    return _all(table, "w:tr")


def _cells(row: Element) -> list[Element]:
    return _all(row, "w:tc")


def _merges(row: Element) -> Iterator[tuple[int, tuple[int, bool]]]:
    """Cells merged downwards: first column of the grid, number of columns, whether a merge begins here."""
    place = sum(_numbers(row, "w:trPr/w:gridBefore"))
    for cell in _cells(row):
        for merge in _all(cell, "w:tcPr/w:vMerge"):
            yield place, (_span(cell), _value(merge, "val") == "restart")
        place += _span(cell)


def _span(cell: Element) -> int:
    return sum(_numbers(cell, "w:tcPr/w:gridSpan")) or 1


def _skipped(row: Element) -> int:
    return sum(_numbers(row, "w:trPr/w:gridBefore")) + sum(_numbers(row, "w:trPr/w:gridAfter"))


def _numbers(element: Element, path: str) -> list[int]:
    return [int(_value(found, "val")) for found in _all(element, path)]


def _value(element: Element, name: str) -> str:
    return str(element.get(f"{{{_NS['w']}}}{name}", ""))


def _all(element: Element, path: str) -> list[Element]:
    return [found for found in _xpath(element, path) if isinstance(found, etree._Element)]


def _xpath(element: Element, path: str) -> list[object]:
    found = element.xpath(path, namespaces=_NS)
    return list(found) if isinstance(found, list) else []
