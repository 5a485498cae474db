"""A document is what the standard and Word ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sample
from tests.sample import DOCUMENT, HEADER, Edit
from tests.validity.structure import faults
from tests.validity.validators import audit_errors, sdk_errors

BOOKMARK = '<w:bookmarkStart w:id="1" w:name="heading"/>'
BOOKMARK_END = '<w:bookmarkEnd w:id="1"/>'
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
EMPTY_CELL = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"

#: Faults that no schema sees: name → how it is made.
HIDDEN = {
    "a row is too long": Edit(DOCUMENT, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="4"/>'),
    "a row is too short": Edit(DOCUMENT, EMPTY_CELL, ""),
    "a merge begins nowhere": Edit(DOCUMENT, '<w:vMerge w:val="restart"/>', ""),
    "a field does not end": Edit(HEADER, FIELD_END, ""),
    "a field ends twice": Edit(HEADER, FIELD_END, FIELD_END * 2),
    "a bookmark does not end": Edit(DOCUMENT, BOOKMARK_END, ""),
    "a bookmark does not begin": Edit(DOCUMENT, BOOKMARK, ""),
    "two bookmarks have one id": Edit(DOCUMENT, BOOKMARK, BOOKMARK + BOOKMARK_END + BOOKMARK),
    "a cell has no paragraph": Edit(DOCUMENT, EMPTY_CELL, EMPTY_CELL.replace("<w:p/>", "")),
    "a landscape page is not turned": Edit(DOCUMENT, 'w:w="16838" w:h="11906"', 'w:w="11906" w:h="16838"'),
    "a turned page is not landscape": Edit(DOCUMENT, ' w:orient="landscape"', ""),
}

UNKNOWN_VALUE = Edit(DOCUMENT, '<w:pgSz w:w="11906"', '<w:pgSz w:w="много"')


@pytest.mark.gallery
def test_the_open_xml_sdk_finds_no_error_in_an_example(validator: Path, document: Path) -> None:
    assert sdk_errors(validator, document) == []


@pytest.mark.gallery
def test_openxml_audit_finds_no_error_in_an_example(document: Path) -> None:
    assert audit_errors(document) == []


@pytest.mark.gallery
def test_an_example_hides_no_fault_from_the_validators(document: Path) -> None:
    assert faults(document) == []


def test_a_sound_sample_is_sound_for_all(validator: Path, tmp_path: Path) -> None:
    document = sample.write(tmp_path / "sample.docx")
    assert sdk_errors(validator, document) + audit_errors(document) + faults(document) == []


def test_the_open_xml_sdk_sees_a_broken_document(validator: Path, tmp_path: Path) -> None:
    assert sdk_errors(validator, sample.write(tmp_path / "broken.docx", UNKNOWN_VALUE))


def test_openxml_audit_sees_a_broken_document(tmp_path: Path) -> None:
    assert audit_errors(sample.write(tmp_path / "broken.docx", UNKNOWN_VALUE))


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_fault_is_seen(tmp_path: Path, name: str) -> None:
    assert faults(sample.write(tmp_path / "broken.docx", HIDDEN[name]))
