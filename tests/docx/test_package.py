"""Files from somewhere else: what is not a .docx to be trusted is refused, quickly, in little memory."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from prikaz.docx import Package, Template
from prikaz.errors import PackageError
from prikaz.opc.archive import deflated, is_pristine, read_archive, write_archive
from tests.docx.word import document, part, to_bytes


def zipped(**files: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    package = Package.open(data)
    return package.with_parts({name: package.read(name).decode().replace(old, new).encode()}).to_bytes()


ORDINARY = to_bytes(document("Приказ"))
TYPES = "[Content_Types].xml"
MAIN = "wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "файл пуст"),
        (b"PK", "повреждён"),
        (ORDINARY[:2000], "повреждён"),
        (ORDINARY[:-40], "повреждён"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "паролем"),
        (b"<html></html>", "веб-страница"),
        (b"just a text", "не документ Word"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), ".odt"),
        (zipped(xl__workbook="<a/>"), "Excel"),
        (zipped(ppt__presentation="<a/>"), "PowerPoint"),
        (zipped(readme="text"), "архив"),
        (changed(ORDINARY, TYPES, MAIN, "wordprocessingml.template.main+xml"), ".dotx"),
        (
            changed(
                ORDINARY,
                TYPES,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "application/vnd.ms-word.document.macroEnabled.main+xml",
            ),
            ".docm",
        ),
        (
            changed(ORDINARY, "_rels/.rels", "officeDocument/2006/relationships/officeDocument", "none"),
            "нет текста",
        ),
        (changed(ORDINARY, "word/document.xml", "<w:body>", "<w:body"), "не читается"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_file_of_another_kind_is_named(data: bytes, message: str) -> None:
    with pytest.raises(PackageError, match=message):
        Template(data)


def test_external_entities_are_refused() -> None:
    hostile = changed(
        ORDINARY,
        "word/document.xml",
        "<w:document ",
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ',
    )
    with pytest.raises(PackageError, match="DOCTYPE"):
        Template(hostile)


def test_entities_are_refused_in_every_part() -> None:
    hostile = changed(
        ORDINARY, "word/theme/theme1.xml", "<a:theme ", '<!DOCTYPE a [<!ENTITY x "y">]><a:theme '
    )
    with pytest.raises(PackageError, match="theme1"):
        Template(hostile)


def test_zip_bomb_is_not_inflated() -> None:
    bomb = zipped(**{"word/document.xml": bytes(300 * 2**20)})
    tracemalloc.start()
    with pytest.raises(PackageError, match="при распаковке"):
        Template(bomb)
    assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    tracemalloc.stop()


def test_size_that_the_directory_lies_about_is_not_inflated() -> None:
    bomb = zipped(**{"word/document.xml": bytes(10 * 2**20)})
    lying = bomb.replace(struct.pack("<I", 10 * 2**20), struct.pack("<I", 1000))
    (entry,) = read_archive(lying)
    tracemalloc.start()
    with pytest.raises(PackageError, match="повреждён"):
        entry.read()
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_missing_file_and_folder_are_reported(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="не найден"):
        Template(tmp_path / "нет.docx")
    with pytest.raises(PackageError, match="папка"):
        Template(tmp_path)


def test_template_may_come_from_path_bytes_or_stream(tmp_path: Path) -> None:
    path = tmp_path / "бланк.docx"
    path.write_bytes(ORDINARY)
    results = [
        Template(source).render({}).to_bytes() for source in (path, str(path), ORDINARY, io.BytesIO(ORDINARY))
    ]
    assert len(set(results)) == 1
    assert Template(path).name == "бланк.docx"


def test_archive_holds_the_same_bytes_each_time() -> None:
    entries = [deflated("а.xml", b"<a/>"), deflated("b.xml", b"<b/>" * 1000)]
    data = write_archive(entries)
    assert data == write_archive(entries)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == ["а.xml", "b.xml"]


def test_content_types_come_first() -> None:
    data = Template(ORDINARY).render({}).to_bytes()
    assert zipfile.ZipFile(io.BytesIO(data)).namelist()[0] == TYPES


def test_any_edit_breaks_the_mark_of_a_pristine_file() -> None:
    data = Template(ORDINARY).render({}).to_bytes()
    assert is_pristine(data)
    assert not is_pristine(ORDINARY)
    assert not is_pristine(data[:-1])
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("note.txt", "правка")
    assert not is_pristine(stream.getvalue())


def test_parts_without_tags_stay_as_they_are() -> None:
    data = Template(to_bytes(document("{{ а }}"))).render({"а": "б"}).to_bytes()
    assert part(data, "word/styles.xml") == part(ORDINARY, "word/styles.xml")
