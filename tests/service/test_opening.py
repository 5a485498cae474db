"""A draft comes of any file: its name and its bytes say which door it takes."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

import prikaz
from prikaz import libreoffice, reader, service
from prikaz.errors import LibreOfficeError, PackageError
from prikaz.language.time.dates import DateStyle
from prikaz.model.drafts import Coverage
from prikaz.service.opening import is_word
from tests.word_drafts import FakeReader, word_draft, write_word


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    made = FakeReader()
    monkeypatch.setattr(reader, "read", made.read, raising=False)
    return made


@pytest.mark.parametrize("name", ["приказ.docx", "приказ.DOCX", "приказ.docm", "приказ.dotx"])
def test_a_word_file_is_read_by_the_reader(name: str, tmp_path: Path, fake: FakeReader) -> None:
    path = write_word(tmp_path, name)

    draft = prikaz.open(path)

    assert draft.order == word_draft().order
    assert str(draft.place(("пункты", 1, "текст"))) == f"{path}:абзац 6"
    assert fake.contents == [path.read_bytes()]


def test_a_data_file_is_read_as_one(order: Path, fake: FakeReader) -> None:
    draft = prikaz.open(order)

    assert (draft.order.number, draft.place(("номер",)).line) == ("75", 4)
    assert (draft.notes, draft.coverage.share, draft.coverage.noted) == ((), 1.0, 0)
    assert fake.contents == []


def test_a_draft_of_a_word_file_says_what_was_not_understood(tmp_path: Path, fake: FakeReader) -> None:
    assert fake
    draft = prikaz.open(write_word(tmp_path))

    assert [note.is_lost for note in draft.notes] == [True, False, False]
    assert draft.coverage == Coverage(total=400, understood=379, noted=21)


def test_the_profile_beside_a_word_file_is_its_profile(tmp_path: Path, fake: FakeReader) -> None:
    (tmp_path / "prikaz.toml").write_text('"дата" = "словами"\n', encoding="utf-8")

    prikaz.open(write_word(tmp_path))

    (profile,) = fake.profiles
    assert profile is not None
    assert profile.date_style is DateStyle.WORDS


def test_bytes_and_streams_are_read_under_a_name(fake: FakeReader) -> None:
    for source in (b"PK bytes", io.BytesIO(b"PK bytes")):
        draft = prikaz.read(source, name="из сети.docx")
        assert str(draft.place(("номер",))) == "из сети.docx:абзац 3"

    assert fake.contents == [b"PK bytes", b"PK bytes"]


def test_a_file_that_is_open_in_word_is_read_and_told(tmp_path: Path, fake: FakeReader) -> None:
    path = write_word(tmp_path)
    assert prikaz.open(path).findings == fake.draft.findings
    path.with_name(f"~${path.name[2:]}").write_bytes(b"")

    (finding,) = prikaz.open(path).findings

    assert finding.code == "file-open"


def test_the_file_that_word_keeps_beside_an_open_one_is_refused(tmp_path: Path, fake: FakeReader) -> None:
    path = write_word(tmp_path, "~$иказ.docx")

    with pytest.raises(PackageError, match="служебный файл Word"):
        prikaz.open(path)
    assert fake.contents == []


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("старый.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".doc"),
        ("старый.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".doc"),
        ("письмо.docx", b"{\\rtf1 a}", ".rtf"),
        ("письмо.rtf", b"  {\\rtf1 a}", ".rtf"),
        ("страница.doc", b"\xef\xbb\xbf<HTML><body>a</body></HTML>", ".html"),
        ("письмо.odt", b"PK" + b"\0" * 28 + b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
        ("старый.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', ".xml"),
    ],
    ids=["doc", "doc-as-docx", "rtf-as-docx", "rtf", "html-as-doc", "odt", "xml-as-doc"],
)
def test_what_is_no_docx_inside_is_converted_by_what_it_is(  # noqa: PLR0913 (cases and fixtures)
    name: str, content: bytes, ending: str, tmp_path: Path, fake: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    given: list[tuple[str, bytes]] = []

    def convert(paths: list[Path], to: str, *, into: Path) -> tuple[Path, ...]:
        given.append((paths[0].suffix, paths[0].read_bytes()))
        into.mkdir()
        assert to.startswith("docx:")
        return (Path(shutil.copyfile(paths[0], into / "made.docx")),)

    monkeypatch.setattr(libreoffice, "available", lambda: True)
    monkeypatch.setattr(libreoffice, "convert", convert)

    draft = prikaz.open(path)

    assert given == [(ending, content)]
    assert str(draft.place(("номер",))) == f"{path}:абзац 3"
    assert fake.contents == [content]


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"),
        b"%PDF-1.7",
        b"PK\x03\x04 a docx",
    ],
    ids=["encrypted", "xls", "pdf", "docx"],
)
def test_what_libreoffice_cannot_help_with_goes_to_the_reader_as_it_is(
    content: bytes, tmp_path: Path, fake: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "convert", None)
    path = tmp_path / "файл.docx"
    path.write_bytes(content)

    prikaz.open(path)

    assert fake.contents == [content]


def test_without_libreoffice_an_old_file_is_told_what_to_do_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(libreoffice.VARIABLE, "/нет/soffice")
    path = tmp_path / "письмо.rtf"
    path.write_bytes(b"{\\rtf1 a}")

    with pytest.raises(
        LibreOfficeError, match="документ RTF: чтобы прочитать его, нужен LibreOffice"
    ) as caught:
        prikaz.open(path)

    assert caught.value.file == str(path)
    assert "сохраните как .docx" in caught.value.hint


def test_a_file_that_cannot_be_read_is_an_entry_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "приказ.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))

    with pytest.raises(PackageError) as caught:
        prikaz.open(path)

    (entry,) = service.entries_of_error(caught.value)
    assert (entry.code, entry.file) == ("package-untrusted", str(path))
    assert str(entry) == f"{path}: ошибка: документ закрыт паролем; снимите пароль в Word"


@pytest.mark.parametrize(
    ("name", "words"), [("нет.docx", "не найден"), ("папка.docx", "папка, а нужен файл")]
)
def test_what_is_no_file_is_refused_in_words(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "папка.docx").mkdir()

    with pytest.raises(PackageError, match=words):
        prikaz.open(tmp_path / name)


def test_names_tell_word_files_from_data_files() -> None:
    assert is_word("приказ.odt")
    assert not is_word("приказ.docx.yaml")
    assert not is_word("docx")
