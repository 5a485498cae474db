"""LibreOffice makes of a rolled file what we make of it, and validators find nothing new in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prikaz import libreoffice
from prikaz.docx.content import read_content
from prikaz.docx.revisions import accepted, rejected
from tests.conftest import Convert
from tests.docx.revisions.foreign import Office
from tests.docx.revisions.said import every_paragraph
from tests.validity.structure import faults
from tests.validity.validators import sdk_errors
from tests.word_rolling.rolling import NAMES, written

#: Examples and cases with runs, wrappers, grids, lists, boxes, notes, older changes. LibreOffice records no
#: changes in headers, takes footnotes in cells for one another, and a plain control for a field.
_CASES = (
    "001-prikaz-dopolnitelnoe-obrazovanie",
    "12-vse-otmetki",
    "02-prikaz-tri-urovnya",
    "05-prikaz-karta-po-godam",
    "07-avtonumeraciya",
    "11-karta-s-etapami",
    "12-pokazateli-shapka",
    "14-nadpis-i-smart-tegi",
    "15-pravki-i-primechaniya",
    "24-prilozheniya-bez-grifov",
    "26-google-docs",
    "held-32-gody-pod-shapkoj",
    "held-48-karta-summy-po-godam",
)


def _signs(file: bytes) -> list[str]:
    """The words of paragraphs; spaces and breaks are each program's own."""
    found = (
        re.sub("[\\s\ufffc]", "", each.text)
        for each in every_paragraph(read_content(file))
        if "header" not in each.part
    )
    return [each for each in found if each]


def test_libreoffice_accepts_and_rejects_as_we_do(convert: Convert, tmp_path: Path) -> None:
    del convert  # asked for LibreOffice
    made = {name: written(name) for name in _CASES}
    files = {name: each.data for name, each in made.items()}
    office = Office(str(libreoffice._find()), tmp_path)
    clean, back = office.accepted(files), office.rejected(files)
    for name, file in files.items():
        assert (name, _signs(clean[name])) == (name, _signs(accepted(file)))
        assert (name, _signs(back[name])) == (name, _signs(rejected(file)))


@pytest.mark.parametrize("name", _CASES)
def test_the_open_xml_sdk_finds_no_new_error_in_a_rolled_file(
    validator: Path, tmp_path: Path, name: str
) -> None:
    made = written(name)
    original, rolled = tmp_path / "original.docx", tmp_path / "rolled.docx"
    original.write_bytes(made.source.data)
    rolled.write_bytes(made.data)
    found = _errors(validator, rolled)
    assert not found or found <= _errors(validator, original)


def _errors(validator: Path, path: Path) -> set[str]:
    """What is wrong in a file, without its places."""
    return {error.partition(": ")[2] for error in sdk_errors(validator, path)}


@pytest.mark.parametrize("name", NAMES)
def test_a_rolled_file_hides_no_new_fault_from_the_validators(tmp_path: Path, name: str) -> None:
    made, path = written(name), tmp_path / "rolled.docx"
    path.write_bytes(made.data)
    found = faults(path)
    path.write_bytes(made.source.data)
    assert not found or found == faults(path)
