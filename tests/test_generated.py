"""What is made from the code is fresh: doors, docstrings of the model, pages of the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import build_docs

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(path, text, id=str(path.relative_to(ROOT)))
        for path, text in (build_docs.code() | build_docs.pages()).items()
    ],
)
def test_what_is_made_from_the_code_is_fresh(path: Path, text: str) -> None:
    """If it is not: make docs."""
    assert path.read_text("utf-8") == text
