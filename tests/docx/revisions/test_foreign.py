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
from prikaz.docx.revisions import CommentAt, accepted, rejected, revise
from prikaz.opc.packing import pack
from tests.conftest import Convert
from tests.docx.content.word_file import p, r, word_file
from tests.docx.revisions.editing import BY_BELOV, every_year, parts
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
