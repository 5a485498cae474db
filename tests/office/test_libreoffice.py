"""The office program is started with care and never needed."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pdfplumber
import pytest

from prikaz import libreoffice
from prikaz.errors import EditedFileError, LibreOfficeError, OutputError
from tests import sample
from tests.conftest import Convert

posix = pytest.mark.skipif(sys.platform == "win32", reason="подставная программа написана для sh")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return sample.write(tmp_path / "приказ № 75.docx")


def _pretend(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a program of our own in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv(libreoffice.VARIABLE, str(program))


def test_an_order_becomes_a_pdf_and_nothing_else(convert: Convert, document: Path, tmp_path: Path) -> None:
    into = tmp_path / "готово"
    assert convert([document], into=into) == (into / "приказ № 75.pdf",)
    assert (into / "приказ № 75.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in into.iterdir()] == ["приказ № 75.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["готово", "приказ № 75.docx"]


def test_our_own_pdf_is_replaced(convert: Convert, document: Path, tmp_path: Path) -> None:
    (pdf,) = convert([document], into=tmp_path)
    sample.write(document, sample.Edit(sample.DOCUMENT, "О наставничестве", "О слёте"))
    assert convert([document], into=tmp_path) == (pdf,)


def test_a_pdf_with_our_mark_reads_as_any_other(convert: Convert, document: Path, tmp_path: Path) -> None:
    (pdf,) = convert([document], into=tmp_path)
    assert libreoffice.is_pristine(pdf.read_bytes())
    with pdfplumber.open(pdf) as opened:
        assert "О наставничестве" in (opened.pages[0].extract_text() or "")


@posix
@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4 scan of the signed order\nstartxref\n9\n%%EOF\n"], ids=["empty", "scan"]
)
def test_a_pdf_that_is_not_ours_is_not_replaced(
    content: bytes, monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    """The arguments of LibreOffice: profile, two words, format, "--outdir", folder, documents."""
    _pretend(monkeypatch, tmp_path, 'mkdir -p "$7" && echo %PDF готово startxref > "$7/1.pdf"')
    scan = document.with_suffix(".pdf")
    scan.write_bytes(content)
    with pytest.raises(EditedFileError, match=r"приказ № 75\.pdf» создан не программой"):
        libreoffice.convert([document], into=tmp_path)
    assert scan.read_bytes() == content
    libreoffice.convert([document], into=tmp_path, overwrite=True)
    assert libreoffice.is_pristine(scan.read_bytes())
    signed = scan.read_bytes() + b"signature\nstartxref\n9\n%%EOF\n"
    scan.write_bytes(signed)
    with pytest.raises(EditedFileError):
        libreoffice.convert([document], into=tmp_path)
    assert scan.read_bytes() == signed


@posix
def test_a_result_of_another_kind_is_never_replaced_unasked(
    monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    _pretend(monkeypatch, tmp_path, 'mkdir -p "$7" && echo готово > "$7/1.txt"')
    for _ in range(2):
        libreoffice.convert([document], "txt", into=tmp_path, overwrite=True)
    with pytest.raises(EditedFileError):
        libreoffice.convert([document], "txt", into=tmp_path)


def test_many_documents_come_in_their_order(convert: Convert, tmp_path: Path) -> None:
    documents = [sample.write(tmp_path / f"{name}.docx") for name in ("второй", "первый")]
    made = convert(documents, "txt:Text (encoded):UTF8", into=tmp_path)
    assert [path.name for path in made] == ["второй.txt", "первый.txt"]
    assert "О наставничестве" in made[0].read_text("utf-8")


def test_calls_run_side_by_side(convert: Convert, document: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "один", tmp_path / "два"]
    with ThreadPoolExecutor() as pool:
        made = list(pool.map(lambda into: convert([document], into=into), folders))
    assert all(path.is_file() for (path,) in made)


def test_a_document_that_cannot_be_read_is_named(convert: Convert, document: Path, tmp_path: Path) -> None:
    broken = tmp_path / "пустой.docx"
    broken.write_bytes(b"PK\x03\x04")
    with pytest.raises(LibreOfficeError, match=r"не преобразовано в pdf: пустой\.docx"):
        convert([document, broken], into=tmp_path / "готово")
    assert not (tmp_path / "готово").exists()


def test_no_documents_need_no_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(libreoffice.VARIABLE, str(tmp_path / "нет"))
    assert libreoffice.convert([], into=tmp_path) == ()


def test_an_absent_program_is_reported_with_its_place(
    monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv(libreoffice.VARIABLE, str(tmp_path / "нет" / "soffice"))
    assert not libreoffice.available()
    with pytest.raises(LibreOfficeError, match=r"LibreOffice не найден по пути .*нет.*; установите"):
        libreoffice.convert([document], into=tmp_path)


def test_the_program_is_looked_for_on_path_and_in_its_usual_places(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(libreoffice.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", (tmp_path / "program",))
    assert not libreoffice.available()
    (tmp_path / "program").touch()
    assert libreoffice.available()


def test_an_absent_document_is_reported_before_the_program_starts(tmp_path: Path) -> None:
    with pytest.raises(LibreOfficeError, match=r"нет файла: .*нет\.docx"):
        libreoffice.convert([tmp_path / "нет.docx"], into=tmp_path)


def test_two_documents_may_not_become_one(tmp_path: Path) -> None:
    (tmp_path / "папка").mkdir()
    documents = [sample.write(folder / "приказ.docx") for folder in (tmp_path, tmp_path / "папка")]
    with pytest.raises(LibreOfficeError, match=r"несколько документов дали бы один файл: приказ\.pdf"):
        libreoffice.convert(documents, into=tmp_path)


@posix
def test_a_late_program_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    """The child holds a named pipe open; reading the pipe ends only when the child does."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    _pretend(monkeypatch, tmp_path, f'sh -c "echo жив; sleep 60" > "{pipe}" & wait')
    with pytest.raises(LibreOfficeError, match="не закончил работу за 1 с"):
        libreoffice.convert([document], into=tmp_path, timeout=1)
    os.set_blocking(reader, True)
    assert os.read(reader, 100).decode() == "жив\n"
    assert os.read(reader, 100) == b""
    os.close(reader)


@posix
def test_what_the_program_said_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    _pretend(monkeypatch, tmp_path, "echo no export filter; exit 1")
    with pytest.raises(LibreOfficeError, match="ответ LibreOffice: no export filter"):
        libreoffice.convert([document], into=tmp_path)


@posix
def test_a_program_that_does_not_start_is_reported(
    monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    _pretend(monkeypatch, tmp_path, "")
    (tmp_path / "soffice").write_text("#!/нет/такого\n")
    with pytest.raises(LibreOfficeError, match="LibreOffice не запускается"):
        libreoffice.convert([document], into=tmp_path)


@posix
def test_a_folder_that_cannot_be_written_is_reported(
    monkeypatch: pytest.MonkeyPatch, document: Path, tmp_path: Path
) -> None:
    """The arguments of LibreOffice: profile, two words, format, "--outdir", folder, documents."""
    _pretend(monkeypatch, tmp_path, 'mkdir -p "$7" && echo готово > "$7/1.pdf"')
    taken = tmp_path / "занято"
    taken.touch()
    with pytest.raises(OutputError, match=r"не записан .*приказ № 75\.pdf"):
        libreoffice.convert([document], into=taken)
