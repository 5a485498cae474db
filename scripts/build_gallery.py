"""Build docs/gallery.md: each data file of examples/gallery with pictures of the pages that come of it.

``python -m scripts.build_gallery`` needs LibreOffice and poppler. The page itself needs neither: a test
compares it with the data files, and holds that every page of it has its picture.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from prikaz import libreoffice
from scripts import examples, pictures

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "gallery"
_DPI = 50
_HEAD = """\
# Что бывает в документах: картинки и файлы данных

У каждого документа – его страницы и файл, из которого они получились. Возьмите похожий и замените слова
своими; сами файлы лежат в папке `examples/gallery`. `make demo` печатает их все. Органы и люди выдуманы.
"""


def page(drawn: dict[str, list[str]]) -> str:
    """The page; ``drawn`` are names of pictures by the names of data files."""
    return _HEAD + "".join(_section(source, drawn.get(source.stem, [])) for source in examples.gallery())


def pictured() -> dict[str, list[str]]:
    """The pictures that lie in the folder, by the names of data files."""
    found: dict[str, list[str]] = {}
    for picture in sorted(PICTURES.glob("*.png"), key=lambda path: (len(path.name), path.name)):
        found.setdefault(picture.stem.rpartition("-")[0], []).append(picture.name)
    return found


def _section(source: Path, drawn: list[str]) -> str:
    """A title from the first comment of the file, the pages, the file without that comment."""
    first, _, rest = source.read_text(encoding="utf-8").partition("\n")
    title = first.removeprefix("#").strip().rstrip(".")
    shown = "\n".join(f'<img src="gallery/{name}" alt="{title}" width="300">' for name in drawn)
    return f"\n## {title}\n\n{shown}\n\n```yaml\n{rest.strip()}\n```\n"


def main() -> None:
    """Render, convert, draw, write."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        documents = tuple(examples.render(source, Path(folder)) for source in examples.gallery())
        for pdf in libreoffice.convert(documents, into=Path(folder)):
            pictures.draw(pdf, PICTURES, dpi=_DPI)
    PAGE.write_text(page(pictured()), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
