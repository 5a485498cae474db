"""The gallery shows its data files as they are, each with its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prikaz.service import make_document
from prikaz.service import open as open_draft
from scripts import build_gallery, examples


def test_the_page_is_made_of_the_data_files() -> None:
    """If it is not: python -m scripts.build_gallery."""
    assert build_gallery.PAGE.read_text(encoding="utf-8") == build_gallery.page(build_gallery.pictured())


def test_every_document_of_the_gallery_has_its_pages() -> None:
    drawn = build_gallery.pictured()
    assert drawn.keys() == {source.stem for source in examples.gallery()}


def test_every_picture_of_the_page_is_there() -> None:
    shown = re.findall(r'src="gallery/([^"]+)"', build_gallery.PAGE.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(path.name for path in build_gallery.PICTURES.glob("*.png"))


@pytest.mark.parametrize("path", examples.gallery(), ids=lambda path: path.stem)
def test_a_document_of_the_gallery_is_made_without_a_remark(path: Path) -> None:
    assert make_document(open_draft(path)).entries == ()
