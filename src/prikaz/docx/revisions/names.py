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
#: Elements round runs in which a change may be recorded as it may beside them.
WRAPPERS: Final = frozenset({HYPERLINK, SMART_TAG, CUSTOM_XML, SIMPLE_FIELD, CONTROL, CONTROL_CONTENT}) | {
    w("bdo"),
    w("dir"),
}
#: What holds blocks, and is no wrapper of them.
CONTAINERS: Final = frozenset(
    map(w, ("body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment"))
)
