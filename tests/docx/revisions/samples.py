"""Small Word files of any kind, and edits of them, for properties that hold for all."""

from __future__ import annotations

from itertools import count
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from prikaz.docx.content import read_content
from prikaz.docx.revisions import CommentAt, Edit
from tests.docx.content.word_file import word_file
from tests.docx.revisions.said import every_paragraph

#: What stands in place of the number of a recorded change until all are known.
_NUMBER = "#"
_AUTHORS = st.sampled_from(("Белов", "Лось"))
_WORDS = st.text("аб 26\u00ad", min_size=1, max_size=6)
_NEW = st.text("абв 27\t\n\u2011", max_size=6)
_LOOKS = st.sampled_from(("", "<w:b/>", "<w:i/>", '<w:b/><w:sz w:val="20"/>'))
_LEAVES = st.one_of(
    _WORDS.map(lambda words: f'<w:t xml:space="preserve">{words}</w:t>'),
    _WORDS.map(lambda words: f"<w:t>{words}</w:t>"),
    st.sampled_from(
        (
            "<w:tab/>",
            "<w:br/>",
            "<w:noBreakHyphen/>",
            "<w:softHyphen/>",
            "<w:lastRenderedPageBreak/>",
            '<w:sym w:font="Symbol" w:char="F0B7"/>',
            '<w:commentReference w:id="99"/>',
        )
    ),
)


def change(name: str, author: str, inside: str = "") -> str:
    """A recorded change."""
    return f'<w:{name} w:id="{_NUMBER}" w:author="{author}">{inside}</w:{name}>'


@st.composite
def _look(draw: DrawFn) -> str:
    look = draw(_LOOKS)
    former = change("rPrChange", draw(_AUTHORS), f"<w:rPr>{draw(_LOOKS)}</w:rPr>")
    return f"<w:rPr>{look}{former if draw(st.integers(0, 5)) == 0 else ''}</w:rPr>"


@st.composite
def runs(draw: DrawFn, *, deleted: bool = False) -> str:
    """A run or several."""
    made = [
        f"<w:r>{draw(_look())}{''.join(draw(st.lists(_LEAVES, min_size=1, max_size=3)))}</w:r>"
        for _ in range(draw(st.integers(1, 2)))
    ]
    said = "".join(made)
    return said.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ") if deleted else said


def _field(inside: str, instruction: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + said + mark("separate") + inside + mark("end")


@st.composite
def _inline(draw: DrawFn) -> str:
    author = draw(_AUTHORS)
    kind = draw(st.sampled_from(_KINDS))
    if kind == "deleted":
        return change(draw(st.sampled_from(("del", "moveFrom"))), author, draw(runs(deleted=True)))
    inside = draw(runs())
    if kind == "inserted":
        gone = change("del", draw(_AUTHORS), draw(runs(deleted=True))) if draw(st.booleans()) else ""
        return change(draw(st.sampled_from(("ins", "moveTo"))), author, inside + gone)
    return _WRAPPED[kind].format(inside) if kind in _WRAPPED else _field(inside, kind)


_LOCK = '<w:lock w:val="contentLocked"/>'
_WRAPPED = {
    "plain": "{}",
    "link": '<w:hyperlink w:anchor="а">{}</w:hyperlink>',
    "tag": '<w:smartTag w:uri="а" w:element="б">{}</w:smartTag>',
    "control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "locked": f"<w:sdt><w:sdtPr>{_LOCK}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>",
    "simple field": '<w:fldSimple w:instr="REF а">{}</w:fldSimple>',
    "bookmark": '<w:bookmarkStart w:id="1000" w:name="а"/>{}<w:bookmarkEnd w:id="1000"/>',
    "formula": "{}<m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>",
    "footnote": '{}<w:r><w:footnoteReference w:id="2"/></w:r>',
    "deep": '<w:hyperlink w:anchor="а"><w:smartTag w:uri="а" w:element="б">{}</w:smartTag></w:hyperlink>',
}
_KINDS = ("plain", "plain", "deleted", "inserted", *_WRAPPED, " REF а ", " DATE ")


@st.composite
def paragraphs(draw: DrawFn, *, marked: bool = True) -> str:
    """A paragraph; ``marked`` ones may have marks that came or went."""
    properties = draw(st.sampled_from(("", '<w:jc w:val="center"/>', '<w:ind w:left="200"/>')))
    author = draw(_AUTHORS)
    mark = draw(st.sampled_from(("", "", "", "ins", "del", "moveFrom", "moveTo"))) if marked else ""
    if mark:
        properties += f"<w:rPr>{change(mark, author)}</w:rPr>"
    if draw(st.integers(0, 5)) == 0:
        properties += change("pPrChange", author, '<w:pPr><w:jc w:val="right"/></w:pPr>')
    inside = "".join(draw(st.lists(_inline(), max_size=4)))
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


@st.composite
def tables(draw: DrawFn) -> str:
    """A table of two columns; rows may have come or gone."""
    grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{''.join(draw(st.lists(_row(), min_size=1, max_size=3)))}</w:tbl>"


@st.composite
def _row(draw: DrawFn) -> str:
    mark = draw(st.sampled_from(("", "", "ins", "del")))
    properties = f"<w:trPr>{change(mark, draw(_AUTHORS))}</w:trPr>" if mark else ""
    if draw(st.integers(0, 3)) == 0:
        only = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{draw(paragraphs(marked=False))}</w:tc>'
        return f"<w:tr>{properties}{only}</w:tr>"
    cells = [f"<w:tc><w:tcPr/>{draw(paragraphs(marked=False))}</w:tc>" for _ in range(2)]
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def numbered(*texts: str) -> list[str]:
    """XML of parts with a number of its own for each recorded change."""
    numbers = count(1)
    return ["".join(piece if piece != _NUMBER else str(next(numbers)) for piece in text) for text in texts]


@st.composite
def files(draw: DrawFn) -> bytes:
    """A Word file with a footnote and a header."""
    blocks = draw(st.lists(st.one_of(paragraphs(), paragraphs(), tables()), min_size=1, max_size=4))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    last = draw(paragraphs(marked=False))
    note = f'<w:footnote w:id="2">{draw(paragraphs(marked=False))}</w:footnote>'
    header = draw(paragraphs(marked=False))
    body, note, header = numbered("".join(blocks) + last + section, note, header)
    return word_file(body, footnotes=note, header1=header)


def _places(file: bytes) -> list[tuple[str, int, int]]:
    return [(each.part, each.index, len(each.text)) for each in every_paragraph(read_content(file))]


@st.composite
def _spans(draw: DrawFn, file: bytes) -> tuple[str, int, int, int]:
    part, index, length = draw(st.sampled_from(_places(file)))
    start, end = sorted(draw(st.tuples(st.integers(0, length), st.integers(0, length))))
    return part, index, start, end


_Span: TypeAlias = tuple[str, int, int, int]


def edits(file: bytes) -> SearchStrategy[list[Edit]]:
    """Edits of a file, some of them foolish."""

    def made(span: _Span, new: str, whole: bool) -> Edit:
        return Edit(*span, new, whole)

    return st.lists(st.builds(made, _spans(file), _NEW, st.booleans()), max_size=5)


def comments(file: bytes) -> SearchStrategy[list[CommentAt]]:
    """Comments on a file."""

    def made(span: _Span, text: str) -> CommentAt:
        return CommentAt(*span, text)

    return st.lists(st.builds(made, _spans(file), _WORDS), max_size=3)
