"""Every document of the gallery becomes paper without a word of doubt, and reads as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from prikaz import dump, load, render

GALLERY = sorted((Path(__file__).parents[2] / "examples" / "gallery").glob("*.yaml"))


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_a_document_of_the_gallery_renders_without_findings(path: Path, tmp_path: Path) -> None:
    order = load(path)
    assert not render(order).findings
    dump(order, tmp_path / "order.yaml")
    assert load(tmp_path / "order.yaml") == order
