"""Turn every example into a document under out/, with a PDF and pictures of its pages where tools allow.

``python -m scripts.demo``, or ``make demo``.
"""

from __future__ import annotations

from pathlib import Path

from prikaz import libreoffice
from scripts import examples, pictures

OUT = Path("out")


def main() -> None:
    """Render, convert, draw, and say where everything is."""
    OUT.mkdir(exist_ok=True)
    documents = tuple(examples.render(source, OUT) for source in (*examples.sources(), *examples.gallery()))
    _print_sizes(documents)
    if not libreoffice.available():
        print("PDF не сделаны: LibreOffice не найден")
        return
    pdfs = libreoffice.convert(documents, into=OUT, overwrite=True)  # the folder is ours
    _print_sizes(pdfs)
    if not pictures.available():
        print("картинки страниц не сделаны: pdftoppm (poppler) не найден")
        return
    drawn = [picture for pdf in pdfs for picture in pictures.draw(pdf, OUT / "pages")]
    print(f"{OUT / 'pages'}: страниц {len(drawn)}")


def _print_sizes(paths: tuple[Path, ...]) -> None:
    for path in paths:
        print(f"{path}: {path.stat().st_size / 1024:.0f} КБ")


if __name__ == "__main__":
    main()
