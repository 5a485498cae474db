"""Files with tables of every shape, and edits of whole paragraphs, rows and columns, some of them foolish."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from lxml import etree

from prikaz.docx.content import read_content
from prikaz.docx.revisions import (
    SEPARATOR,
    AnyEdit,
    DeletedParagraph,
    DeletedRow,
    InsertedColumn,
    InsertedParagraph,
    InsertedRow,
    LeadingParagraph,
)
from tests.docx.content.word_file import word_file
from tests.docx.revisions.editing import MAIN, tree
from tests.docx.revisions.said import every_paragraph
from tests.docx.revisions.samples import change, numbered, paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_WORDS = st.text("абв 27\t\n", max_size=4)
_WORDS_OF_CELLS = st.lists(_WORDS, min_size=1, max_size=2).map(SEPARATOR.join)
_AUTHORS = st.sampled_from(("Белов", "Лось"))
_SIMPLE = st.builds(
    "<w:p><w:pPr>{}</w:pPr><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>".format,
    st.sampled_from(("", _NUMBERED, '<w:jc w:val="center"/>', "<w:pageBreakBefore/>")),
    st.sampled_from(("", "<w:b/>", "<w:i/>")),
    st.text("абв", max_size=3),
)
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


@st.composite
def _rows(draw: DrawFn, widths: list[int]) -> list[list[tuple[int, int, str]]]:
    """Cells of each row as first column, columns and merge; merges downwards are whole."""
    made: list[list[tuple[int, int, str]]] = []
    for _ in range(draw(st.integers(1, 4))):
        above = {(start, span): merge for start, span, merge in made[-1]} if made else {}
        row, start = [], draw(st.integers(0, 1)) if len(widths) > 1 else 0
        end = len(widths) - (draw(st.integers(0, 1)) if len(widths) - start > 1 else 0)
        while start < end:
            span = draw(st.integers(1, min(2, end - start)))
            choices = ["", "", "restart"] + (["continue"] * 3 if above.get((start, span)) else [])
            row.append((start, span, draw(st.sampled_from(choices))))
            start += span
        made.append(row)
    return made


@st.composite
def merged_tables(draw: DrawFn) -> str:
    """A table of cells merged any way, with rows that begin late and end early."""
    widths = draw(st.lists(st.sampled_from((900, 1000, 1501, 2333)), min_size=1, max_size=4))
    rows = draw(_rows(widths))
    unit = draw(st.sampled_from(("dxa", "pct", "auto", "")))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join([draw(_row(cells, widths, unit)) for cells in rows])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


@st.composite
def _row(draw: DrawFn, cells: list[tuple[int, int, str]], widths: list[int], unit: str) -> str:
    before, last = cells[0][0], cells[-1]
    after = len(widths) - last[0] - last[1]
    said = f'<w:gridBefore w:val="{before}"/>' if before else ""
    said += f'<w:gridAfter w:val="{after}"/>' if after else ""
    said += draw(st.sampled_from(("", "", "<w:tblHeader/>", "<w:cantSplit/>")))
    mark = draw(st.sampled_from(("", "", "", "", "", "ins", "del")))
    said += change(mark, draw(_AUTHORS)) if mark else ""
    made = [draw(_cell(cell, widths, unit)) for cell in cells]
    return f"<w:tr><w:trPr>{said}</w:trPr>{''.join(made)}</w:tr>"


@st.composite
def _cell(draw: DrawFn, cell: tuple[int, int, str], widths: list[int], unit: str) -> str:
    start, span, merge = cell
    width = sum(widths[start : start + span])
    said = f'<w:tcW w:w="{width}" w:type="{unit}"/>' if unit else ""
    said += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    said += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = [*draw(st.lists(_SIMPLE, max_size=1)), draw(st.one_of(_SIMPLE, paragraphs(marked=False)))]
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{''.join(inside)}</w:tc>"


_SECTION_END = _SIMPLE.map(lambda xml: xml.replace("</w:pPr>", f"{_SECTION}</w:pPr>"))


@st.composite
def block_files(draw: DrawFn) -> bytes:
    """A Word file with tables of any shape, lists, sections and changes of others."""
    kinds = st.one_of(_SIMPLE, paragraphs(), merged_tables(), _SECTION_END)
    blocks = draw(st.lists(kinds, min_size=1, max_size=5))
    last = draw(_SIMPLE)
    header = draw(_SIMPLE)
    note = f'<w:footnote w:id="2">{draw(paragraphs(marked=False))}</w:footnote>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    body, header, note = numbered("".join(blocks) + last + section, header, note)
    return word_file(body, numbering=LISTS, header1=header, footnotes=note)


@st.composite
def _paragraph_edits(draw: DrawFn, file: bytes) -> AnyEdit:
    places = [(each.part, each.index) for each in every_paragraph(read_content(file))]
    place = draw(st.sampled_from(places))
    kind = draw(st.sampled_from((DeletedParagraph, DeletedParagraph, InsertedParagraph, LeadingParagraph)))
    return kind(*place) if kind is DeletedParagraph else kind(*place, draw(_WORDS))


@st.composite
def _table_edits(draw: DrawFn, file: bytes) -> AnyEdit:
    tables = list(tree(file).iter(f"{W}tbl"))
    index = draw(st.integers(0, len(tables) - 1))
    rows = list(tables[index].iterchildren(f"{W}tr"))
    kind = draw(st.sampled_from((InsertedRow, DeletedRow, InsertedColumn, InsertedColumn)))
    if kind is InsertedColumn:
        column = draw(st.integers(0, len(list(tables[index].iter(f"{W}gridCol"))) - 1))
        return InsertedColumn(MAIN, index, column, tuple(draw(_text_of(row, column)) for row in rows))
    row = draw(st.integers(0, len(rows) - 1))
    if kind is DeletedRow:
        return DeletedRow(MAIN, index, row)
    like = draw(st.one_of(st.none(), st.integers(0, len(rows) - 1)))
    cells = len(list(rows[row if like is None else like].iterchildren(f"{W}tc")))
    words = st.one_of(st.just(""), _WORDS_OF_CELLS) if draw(st.booleans()) else st.just("")
    return InsertedRow(MAIN, index, row, tuple(draw(words) for _ in range(cells)), like)


def _text_of(row: etree._Element, column: int) -> SearchStrategy[str | None]:
    """Words that the new cell of a row may have."""
    return {"new": _WORDS, "goes on": st.just(""), "none": st.none()}[_kind_of_cell(row, column)]


def _kind_of_cell(row: etree._Element, column: int) -> str:
    """What a new column makes in a row: a new cell, one that goes on with the one above, or none."""
    start = _number(row, "trPr/gridBefore") or 0
    for cell in row.iterchildren(f"{W}tc"):
        end = start + (_number(cell, "tcPr/gridSpan") or 1)
        if start <= column and end == column + 1:
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            return "new" if merge is None or merge.get(f"{W}val") == "restart" else "goes on"
        start = end
    return "none"


def edits_of_all_kinds(file: bytes) -> list[AnyEdit]:
    """Edits of every kind all over a file: some of them cannot be made in any file."""
    made: list[AnyEdit] = []
    for number, each in enumerate(every_paragraph(read_content(file))):
        made += [DeletedParagraph(each.part, each.index)] if number % 3 == 0 else []
        made += [InsertedParagraph(each.part, each.index, f"новый {number}")] if number % 4 == 0 else []
    for index, table in enumerate(tree(file).iter(f"{W}tbl")):
        rows = list(table.iterchildren(f"{W}tr"))
        for row in range(0, len(rows), 3):
            words = tuple(f"строка {row}" for _ in rows[row].iterchildren(f"{W}tc"))
            made.append(InsertedRow(MAIN, index, row, words))
        made += [DeletedRow(MAIN, index, row) for row in range(2, len(rows), 5)]
        column = len(table.findall(f"{W}tblGrid/{W}gridCol")) // 2
        texts = {"new": "графа", "goes on": "", "none": None}
        made.append(
            InsertedColumn(MAIN, index, column, tuple(texts[_kind_of_cell(row, column)] for row in rows))
        )
    return made


def _number(element: etree._Element, path: str) -> int | None:
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else int(found.get(f"{W}val") or 0)


def block_edits(file: bytes) -> SearchStrategy[list[AnyEdit]]:
    """Edits of whole paragraphs, rows and columns."""
    kinds: list[SearchStrategy[AnyEdit]] = [_paragraph_edits(file)]
    if next(tree(file).iter(f"{W}tbl"), None) is not None:
        kinds.append(_table_edits(file))
    return st.lists(st.one_of(kinds), max_size=5)


def paragraph_edits(file: bytes) -> SearchStrategy[list[AnyEdit]]:
    """Edits of whole paragraphs."""
    return st.lists(_paragraph_edits(file), max_size=5)
