"""What stands in a document does not depend on the program that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sample
from tests.conftest import Convert
from tests.office.readers import Read, read_by_python_docx, read_flat_odt
from tests.sample import DOCUMENT, Edit


@pytest.fixture(scope="session")
def read_by_libreoffice(
    convert: Convert, documents: dict[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Read]:
    """Every example as LibreOffice reads it."""
    flat = convert(tuple(documents.values()), "fodt", into=tmp_path_factory.mktemp("flat"))
    return {source: read_flat_odt(path) for source, path in zip(documents, flat, strict=True)}


@pytest.mark.gallery
def test_python_docx_and_libreoffice_read_the_same(
    example: Path, document: Path, read_by_libreoffice: dict[Path, Read]
) -> None:
    assert read_by_python_docx(document) == read_by_libreoffice[example]


def test_both_read_the_sample_as_it_is(convert: Convert, tmp_path: Path) -> None:
    document = sample.write(tmp_path / "sample.docx")
    (flat,) = convert([document], "fodt", into=tmp_path)
    read = read_by_python_docx(document)
    assert read == read_flat_odt(flat)
    assert read.paragraphs[-4:] == (
        "Заведующий отделом И.Л. Белов",
        "Приложение",
        "к приказу от 16.03.2027 № 75",
        "Дорожная карта",
    )
    assert read.tables[0][:4] == (
        ("№", "Мероприятие", "Срок"),
        ("Раздел первый",),
        ("1", "Подготовка приказов школ", "май"),
        ("Их согласование", "июнь"),
    )


def test_a_text_that_one_of_them_drops_is_seen(convert: Convert, tmp_path: Path) -> None:
    """python-docx does not look into content controls, LibreOffice does."""
    paragraph = "<w:p><w:r><w:t>Дополнение</w:t></w:r></w:p>"
    control = f"<w:sdt><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
    edit = Edit(DOCUMENT, "<w:p/>\n  <w:sectPr>", f"<w:p/>{control}<w:sectPr>")
    document = sample.write(tmp_path / "sample.docx", edit)
    (flat,) = convert([document], "fodt", into=tmp_path)
    assert read_by_python_docx(document) != read_flat_odt(flat)
