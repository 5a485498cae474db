"""Tables of the masters: any table of an annex, and the sheets that people sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from prikaz.masters.builder.markup import mm, paragraph, run, tag, tag_line, w
from prikaz.masters.builder.page import TEXT

_HEAD_ROW: Final = w("cantSplit") + w("tblHeader")
_ROW: Final = w("cantSplit")
_MIDDLE: Final = w("vAlign", val="center")


def block_table(block: str) -> str:
    """A table whose columns, header rows and merged cells come from ``block``, the name of a variable."""
    loop_width, cell_width = 40.0, TEXT - 80
    widths = (loop_width, cell_width, loop_width)

    def row(properties: str, cell: str) -> str:
        before = _cell(loop_width, tag_line("{%tc for ячейка in строка %}"))
        return _row(properties, before, cell, _cell(loop_width, tag_line("{%tc endfor %}")))

    head = _cell(cell_width, _cell_content("CellHead", tag(f"{{% grid {block}.ширины %}}")), _MIDDLE)
    return _table(
        widths,
        _loop_row(f"{{%tr for строка in {block}.шапка %}}"),
        row(_HEAD_ROW, head),
        _loop_row("{%tr endfor %}"),
        _loop_row(f"{{%tr for строка in {block}.строки %}}"),
        row(_ROW, _cell(cell_width, _cell_content("Cell"))),
        _loop_row("{%tr endfor %}"),
    )


def in_row(item: str, holder: str) -> str:
    """Tags for a paragraph in a cell of :func:`row_table`: they measure the cell and the table."""
    return tag(f"{{% grid {holder}.ширины %}}") + tag(f"{{% width {item}.ширина %}}")


def row_table(item: str, holder: str, items: str, content: str) -> str:
    """A row without borders with a cell for each item of ``holder.items``.

    Args:
        item: Name of the variable of one item, which knows its ``ширина``.
        holder: What has the items, and their ``ширины``.
        items: Name of the items.
        content: What stands in a cell; one of its paragraphs has the tags of :func:`in_row`.
    """
    loop_width, cell_width = 40.0, TEXT - 80
    row = _row(
        _ROW,
        _cell(loop_width, tag_line(f"{{%tc for {item} in {holder}.{items} %}}")),
        _cell(cell_width, content),
        _cell(loop_width, tag_line("{%tc endfor %}")),
    )
    return _table((loop_width, cell_width, loop_width), row, style="")


def _cell_content(style: str, *tags: str) -> str:
    return (
        tag_line("{%p for абзац in ячейка.абзацы %}")
        + paragraph(
            style,
            *tags,
            tag("{% width ячейка.ширина %}"),
            tag("{% colspan ячейка.граф %}"),
            tag("{% vmerge ячейка.объединение %}"),
            tag("{% style ячейка.стиль %}"),
            run("{{ абзац }}"),
        )
        + tag_line("{%p endfor %}")
    )


@frozen
class SheetColumn:
    """A column of a sheet: its head, its width in mm, and what it prints of an item."""

    head: str
    width: float
    value: str = ""
    style: str = "Cell"


_NUMBER: Final = SheetColumn("№ п/п", 12.0, "{{ loop.index }}", "CellCentred")

#: Who agreed with the order, and when: the practice of a «лист согласования».
ENDORSEMENT: Final = (
    _NUMBER,
    SheetColumn("Должность", 65.0, "{{ виза.должность }}"),
    SheetColumn("Инициалы, фамилия", 43.0, "{{ виза.имя }}"),
    SheetColumn("Подпись", 25.0),
    SheetColumn("Дата", 25.0, "{{ виза.дата }}", "CellCentred"),
)
#: Who has read the order: no form of a «лист ознакомления» is prescribed.
ACQUAINTANCE: Final = (
    _NUMBER,
    SheetColumn("Ф.И.О.", 55.0, "{{ человек.имя }}"),
    SheetColumn("Должность", 53.0, "{{ человек.должность }}"),
    SheetColumn("Подпись", 25.0),
    SheetColumn("Дата", 25.0, "{{ человек.дата }}", "CellCentred"),
)


def sheet_table(loop: str, columns: tuple[SheetColumn, ...]) -> str:
    """A sheet with a row for each item of ``loop``, "виза in согласование"."""
    heads = (_cell(column.width, paragraph("CellHead", run(column.head)), _MIDDLE) for column in columns)
    values = (_cell(column.width, paragraph(column.style, run(column.value))) for column in columns)
    return _table(
        (column.width for column in columns),
        _row(_HEAD_ROW, *heads),
        _loop_row(f"{{%tr for {loop} %}}", columns=len(columns)),
        _row(_ROW, *values),
        _loop_row("{%tr endfor %}", columns=len(columns)),
    )


def _table(widths: Iterable[float], *rows: str, style: str = "OrderTable") -> str:
    properties = w(
        "tblPr",
        w("tblStyle", val=style) if style else "",
        w("tblW", w=5000, type="pct"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=mm(width)) for width in widths))
    return w("tbl", properties, grid, *rows)


def _loop_row(text: str, columns: int = 3) -> str:
    """A row that gives way to its ``{%tr %}`` tag."""
    return _row("", _cell(TEXT, tag_line(text), w("gridSpan", val=columns)))


def _row(properties: str, *cells: str) -> str:
    return w("tr", w("trPr", properties) if properties else "", *cells)


def _cell(width: float, content: str, properties: str = "") -> str:
    return w("tc", w("tcPr", w("tcW", w=mm(width), type="dxa"), properties), content)
