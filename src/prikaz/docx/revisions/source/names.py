"""Names in the XML of Word that recorded changes and comments are made of."""

from __future__ import annotations

from typing import Final

from prikaz.docx.wml.names import w

INSERTED: Final = w("ins")
DELETED: Final = w("del")
MOVED_FROM: Final = w("moveFrom")
MOVED_TO: Final = w("moveTo")
#: What surrounds runs that came, and runs that went.
COMING: Final = frozenset({INSERTED, MOVED_TO})
GOING: Final = frozenset({DELETED, MOVED_FROM})
CHANGE_OF_RUN: Final = w("rPrChange")
CHANGE_OF_PARAGRAPH: Final = w("pPrChange")
CHANGE_OF_ROW: Final = w("trPrChange")
CHANGE_OF_CELL: Final = w("tcPrChange")
CHANGE_OF_GRID: Final = w("tblGridChange")
CELL_CAME: Final = w("cellIns")
CELL_WENT: Final = w("cellDel")
CELL_MERGED: Final = w("cellMerge")
ID: Final = w("id")
DATE: Final = w("date")
TAB: Final = w("tab")
BREAK: Final = w("br")
TYPE: Final = w("type")
NO_BREAK_HYPHEN: Final = w("noBreakHyphen")
FIELD_MARK: Final = w("fldChar")
FIELD_MARK_KIND: Final = w("fldCharType")
SIMPLE_FIELD: Final = w("fldSimple")
INSTRUCTION: Final = w("instr")
INSTRUCTION_TEXT: Final = w("instrText")
DELETED_INSTRUCTION: Final = w("delInstrText")
NUMBER: Final = w("numPr")
PAGE_BREAK_BEFORE: Final = w("pageBreakBefore")
GRID: Final = w("tblGrid")
GRID_COLUMN: Final = w("gridCol")
ROW_PROPERTIES: Final = w("trPr")
CELL_PROPERTIES: Final = w("tcPr")
GRID_SPAN: Final = w("gridSpan")
GRID_BEFORE: Final = w("gridBefore")
GRID_AFTER: Final = w("gridAfter")
VERTICAL_MERGE: Final = w("vMerge")
CONTROL: Final = w("sdt")
CONTROL_CONTENT: Final = w("sdtContent")
CONTROL_PROPERTIES: Final = w("sdtPr")
HYPERLINK: Final = w("hyperlink")
SMART_TAG: Final = w("smartTag")
CUSTOM_XML: Final = w("customXml")
BOOKMARK: Final = w("bookmarkStart")
COMMENT: Final = w("comment")
COMMENT_START: Final = w("commentRangeStart")
COMMENT_END: Final = w("commentRangeEnd")
COMMENT_REFERENCE: Final = w("commentReference")
#: Ends of ranges: they may begin outside of what is taken out, or go on there.
RANGES: Final = frozenset(
    map(w, ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd"))
)
#: Elements round runs in which a change may be recorded as it may beside them.
WRAPPERS: Final = frozenset({HYPERLINK, SMART_TAG, CUSTOM_XML, SIMPLE_FIELD, CONTROL, CONTROL_CONTENT}) | {
    w("bdo"),
    w("dir"),
}
#: What holds blocks, and is no wrapper of them.
CONTAINERS: Final = frozenset(
    map(w, ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment"))
)
