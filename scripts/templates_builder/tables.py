"""Tables of the masters: any table of an annex, and the acquaintance sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scripts.templates_builder.markup import mm, paragraph, run, tag, tag_line, w
from scripts.templates_builder.page import TEXT

_HEAD_ROW: Final = w("cantSplit") + w("tblHeader")
_ROW: Final = w("cantSplit")


def annex_table() -> str:
    """A table whose columns, header rows and merged cells come from the block."""
    loop_width, cell_width = 40.0, TEXT - 80
    widths = (loop_width, cell_width, loop_width)

    def cells(properties: str, style: str, *furniture: str) -> str:
        return _row(
            properties,
            _cell(loop_width, _loop("{%tc for ячейка in строка %}")),
            _cell(cell_width, _cell_content(style, *furniture)),
            _cell(loop_width, _loop("{%tc endfor %}")),
        )

    return _table(
        widths,
        _loop_row("{%tr for строка in блок.шапка %}"),
        cells(_HEAD_ROW, "CellHead", tag("{% grid блок.ширины %}")),
        _loop_row("{%tr endfor %}"),
        _loop_row("{%tr for строка in блок.строки %}"),
        cells(_ROW, "Cell"),
        _loop_row("{%tr endfor %}"),
    )


def _cell_content(style: str, *furniture: str) -> str:
    return (
        tag_line("{%p for абзац in ячейка.абзацы %}")
        + paragraph(
            style,
            *furniture,
            tag("{% width ячейка.ширина %}"),
            tag("{% colspan ячейка.граф %}"),
            tag("{% vmerge ячейка.объединение %}"),
            tag("{% style ячейка.стиль %}"),
            run("{{ абзац }}"),
        )
        + tag_line("{%p endfor %}")
    )


def acquaintance_table() -> str:
    """The sheet where people sign that they have read the order."""
    widths = (12.0, 55.0, 50.0, 28.0, 25.0)
    names = ("№ п/п", "Фамилия, имя, отчество", "Должность", "Подпись", "Дата")
    values = ("{{ loop.index }}", "{{ человек.имя }}", "{{ человек.должность }}", "", "{{ человек.дата }}")
    styles = ("CellCentred", "Cell", "Cell", "Cell", "CellCentred")
    head = (_cell(width, paragraph("CellHead", run(name))) for width, name in zip(widths, names, strict=True))
    each = zip(widths, styles, values, strict=True)
    row = (_cell(width, paragraph(style, run(value))) for width, style, value in each)
    return _table(
        widths,
        _row(_HEAD_ROW, *head),
        _loop_row("{%tr for человек in ознакомление %}", columns=len(widths)),
        _row(_ROW, *row),
        _loop_row("{%tr endfor %}", columns=len(widths)),
    )


def _table(widths: Iterable[float], *rows: str) -> str:
    properties = w(
        "tblPr",
        w("tblStyle", val="OrderTable"),
        w("tblW", w=5000, type="pct"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=mm(width)) for width in widths))
    return w("tbl", properties, grid, *rows)


def _loop_row(text: str, columns: int = 3) -> str:
    """A row that gives way to its ``{%tr %}`` tag."""
    return _row("", _cell(TEXT, _loop(text), columns=columns))


def _loop(text: str) -> str:
    return paragraph("TagLine", run(text))


def _row(properties: str, *cells: str) -> str:
    return w("tr", w("trPr", properties) if properties else "", *cells)


def _cell(width: float, content: str, columns: int = 1) -> str:
    span = w("gridSpan", val=columns) if columns > 1 else ""
    return w("tc", w("tcPr", w("tcW", w=mm(width), type="dxa"), span), content)
