"""LibreOffice makes of our changes what we make of them, and validators find nothing new in them."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from prikaz import libreoffice
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Paragraph
from prikaz.docx.revisions import (
    AnyEdit,
    CommentAt,
    DeletedParagraph,
    DeletedRow,
    InsertedColumn,
    InsertedParagraph,
    InsertedRow,
    accepted,
    rejected,
    revise,
)
from prikaz.opc.packing import pack
from tests.conftest import Convert
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.blocks import edits_of_all_kinds
from tests.docx.revisions.editing import BY_BELOV, MAIN, every_year, parts
from tests.docx.revisions.foreign import Office
from tests.docx.revisions.said import every_paragraph
from tests.reader import word_files
from tests.validity.structure import faults
from tests.validity.validators import sdk_errors

#: Runs, wrappers, grids, lists, boxes, older changes as many hands make them. LibreOffice takes a plain
#: control for a field, and its old and new words for one text, and records no changes in headers.
_CASES = ("02", "05", "07", "11", "12", "13", "14", "15", "18", "24", "26", "30")


def _revised(file: bytes) -> bytes:
    edits = every_year(file)
    made = revise(file, edits, [CommentAt(*edit[:4], "проверьте\nгод") for edit in edits])
    assert made.refused == ()
    return made.data


def _others() -> bytes:
    """A file with changes of others of every kind, a year beside each."""

    def mark(name: str) -> str:
        return f"<w:pPr><w:rPr><w:{name} {BY_BELOV}/></w:rPr></w:pPr>"

    def went(text: str) -> str:
        return f"<w:del {BY_BELOV}><w:r><w:delText>{text}</w:delText></w:r></w:del>"

    def came(text: str) -> str:
        return f"<w:ins {BY_BELOV}>{r(text)}</w:ins>"

    def row(change: str, words: tuple[str, ...]) -> str:
        said = {"ins": came, "del": went}.get(change, r)
        looks = mark(change) if change else ""
        cells = (f"<w:tc><w:tcPr>{width}</w:tcPr><w:p>{looks}{said(each)}</w:p></w:tc>" for each in words)
        properties = f"<w:trPr><w:{change} {BY_BELOV}/></w:trPr>" if change else ""
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"

    width = '<w:tcW w:w="3000" w:type="dxa"/>'
    looks = f"<w:b/><w:rPrChange {BY_BELOV}><w:rPr/></w:rPrChange>"
    rows = row("", ("год", "2026")) + row("ins", ("есть", "2026")) + row("del", ("нет", "2025"))
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return _registered(
        f"<w:p>{r('план на ')}{went('2025')}<w:ins {BY_BELOV}>{r('до 2026 года')}</w:ins>{r(' весь')}</w:p>"
        f"<w:p>{mark('del')}{r('до 2026')}</w:p>{p(' и после')}"
        f"<w:p>{mark('ins')}<w:ins {BY_BELOV}>{r('новый абзац 2026')}</w:ins></w:p>"
        f"<w:p>{r('в ', looks)}{r('2026 г.')}</w:p>"
        f"<w:p>{r('в 20', '<w:b/>')}{r('26', '<w:i/>')}{r(' г.')}</w:p>"
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>{grid}{rows}</w:tbl>'
        f"{p('конец')}"
    )


def _registered(body: str) -> bytes:
    """A file with this body, and what validators ask for: numbers of changes, a type of relationships."""
    numbers = count(1)
    body = re.sub('w:id="7"', lambda _: f'w:id="{next(numbers)}"', body)
    files = parts(word_file(body))
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    types = files["[Content_Types].xml"].decode().replace("<Default", f"{default}<Default", 1)
    return pack({**files, "[Content_Types].xml": types.encode()})


def _plan() -> bytes:
    """A file of paragraphs round a table with merged cells."""

    def cell(text: str, width: int, said: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{said}</w:tcPr>{p(text)}</w:tc>'

    def row(*cells: str, said: str = "") -> str:
        return f"<w:tr><w:trPr>{said}</w:trPr>{''.join(cells)}</w:tr>"

    rows = (
        row(cell("шапка", 1000), cell("двойная", 5000, '<w:gridSpan w:val="2"/>'), said="<w:tblHeader/>"),
        row(cell("а1", 1000, '<w:vMerge w:val="restart"/>'), cell("а2", 2000), cell("а3", 3000)),
        row(cell("", 1000, "<w:vMerge/>"), cell("б2", 2000), cell("б3", 3000)),
        row(cell("в1", 1000), cell("в2", 2000), cell("в3", 3000)),
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 2000, 3000))
    table = (
        f'<w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}'
    )
    before = p("первый") + p("второй", '<w:jc w:val="center"/>') + p("третий")
    return _registered(f"{before}<w:tbl>{table}</w:tbl>{p('четвёртый')}{p('пятый')}<w:sectPr/>")


_NEW_COLUMN = InsertedColumn(MAIN, 0, 1, (None, "н1", "н2", "н3"))
#: The last w:p of the file has the index 15.
_BLOCKS: dict[str, list[AnyEdit]] = {
    "rows": [
        InsertedRow(MAIN, 0, 1, ("", "я2", "я3")),
        DeletedRow(MAIN, 0, 2),
        InsertedRow(MAIN, 0, 3, ("ю1", "ю2", "ю3")),
    ],
    "paragraphs": [
        InsertedParagraph(MAIN, 0, "после первого"),
        InsertedParagraph(MAIN, 0, "за ним"),
        DeletedParagraph(MAIN, 1),
        InsertedParagraph(MAIN, 6, "в ячейке"),
    ],
    "before a table": [InsertedParagraph(MAIN, 2, "перед таблицей"), InsertedParagraph(MAIN, 2, "за ним")],
    "gone before a table": [DeletedParagraph(MAIN, 2)],
    "behind the last": [InsertedParagraph(MAIN, 15, "самый последний")],
    "the last": [DeletedParagraph(MAIN, 15)],
    "instead of the last": [DeletedParagraph(MAIN, 15), InsertedParagraph(MAIN, 15, "вместо него")],
}


def _with_blocks(asked: list[AnyEdit]) -> bytes:
    made = revise(_plan(), asked)
    assert made.refused == ()
    return made.data


class Signs(NamedTuple):
    """Characters of a paragraph that are seen, with their looks; spaces and breaks are each program's own."""

    text: str
    looks: tuple[tuple[bool, bool], ...]


def _signs(file: bytes) -> list[Signs]:
    """What is seen on the pages."""
    found = (_seen(each) for each in every_paragraph(read_content(file)) if "header" not in each.part)
    return [each for each in found if each.text]


def _seen(paragraph: Paragraph) -> Signs:
    looks = [
        (run.format.bold, run.format.italic) for run in paragraph.runs for _ in range(run.start, run.end)
    ]
    seen = [place for place, sign in enumerate(paragraph.text) if not re.match("[\\s\ufffc]", sign)]
    return Signs("".join(paragraph.text[each] for each in seen), tuple(looks[each] for each in seen))


def test_libreoffice_accepts_and_rejects_as_we_do(convert: Convert, tmp_path: Path) -> None:
    del convert  # asked for LibreOffice
    originals = {name: word_files.word_file(name) for name in word_files.names() if name[:2] in _CASES}
    originals["others"] = _others()
    made = {name: _revised(file) for name, file in originals.items()}
    office = Office(str(libreoffice._find()), tmp_path)
    clean, back = office.accepted(made), office.rejected(made)
    for name, file in made.items():
        assert (name, _signs(accepted(file))) == (name, _signs(clean[name]))
        assert (name, _signs(rejected(file))) == (name, _signs(back[name]))


def test_libreoffice_takes_paragraphs_and_rows_out_and_in_as_we_do(convert: Convert, tmp_path: Path) -> None:
    """It knows no cells that came (w:cellIns): it rejects the words of a column, and the empty cells stay."""
    del convert  # asked for LibreOffice
    made = {name: _with_blocks(asked) for name, asked in _BLOCKS.items()}
    made["column"] = _with_blocks([_NEW_COLUMN])
    office = Office(str(libreoffice._find()), tmp_path)
    clean, back = office.accepted(made), office.rejected(made)
    assert _lines(back["column"]).count(("", "left")) == 3
    assert [each for each in _lines(back["column"]) if each[0]] == _lines(_plan())
    assert _lines(clean.pop("column")) == _lines(accepted(made.pop("column")))
    for name, file in made.items():
        assert (name, _lines(clean[name])) == (name, _lines(accepted(file)))
        assert (name, _lines(back[name])) == (name, _lines(rejected(file)))


def _lines(file: bytes) -> list[tuple[str, str]]:
    return [(each.text, each.alignment) for each in every_paragraph(read_content(file))]


@pytest.mark.parametrize("name", word_files.names())
def test_a_changed_file_is_as_valid_as_it_was(validator: Path, tmp_path: Path, name: str) -> None:
    original, changed = tmp_path / "original.docx", tmp_path / "changed.docx"
    original.write_bytes(word_files.word_file(name))
    changed.write_bytes(_revised(original.read_bytes()))
    assert faults(changed) == []
    errors = sdk_errors(validator, changed)
    assert not errors or len(errors) == len(sdk_errors(validator, original))


def test_a_file_with_changes_of_all_kinds_is_valid(validator: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.docx"
    changed.write_bytes(_revised(_others()))
    assert sdk_errors(validator, changed) == []


@pytest.mark.parametrize("name", [*_BLOCKS, "column"])
def test_a_file_with_new_paragraphs_rows_and_columns_is_valid(
    validator: Path, tmp_path: Path, name: str
) -> None:
    changed = tmp_path / "changed.docx"
    changed.write_bytes(_with_blocks(_BLOCKS.get(name, [_NEW_COLUMN])))
    assert sdk_errors(validator, changed) == []


@pytest.mark.parametrize("name", word_files.names())
def test_a_file_changed_all_over_is_as_valid_as_it_was(validator: Path, tmp_path: Path, name: str) -> None:
    original, changed = tmp_path / "original.docx", tmp_path / "changed.docx"
    original.write_bytes(word_files.word_file(name))
    changed.write_bytes(revise(original.read_bytes(), edits_of_all_kinds(original.read_bytes())).data)
    known = {each.partition(": ")[2] for each in sdk_errors(validator, original)}
    assert {each.partition(": ")[2] for each in sdk_errors(validator, changed)} <= known
