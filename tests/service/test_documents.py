"""An order is opened, its document made and saved, with everything that is to be reported as entries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prikaz import libreoffice, service
from prikaz.errors import EditedFileError, LibreOfficeError, OutputError, PackageError, TemplateError
from prikaz.masters.loading import templates
from tests.service.conftest import ORDER


def test_an_order_becomes_bytes_and_a_file(order: Path) -> None:
    document = service.make_document(service.open(order))
    document.save(order.with_suffix(".docx"))

    assert document.entries == ()
    assert order.with_suffix(".docx").read_bytes() == document.to_bytes()


def test_findings_are_entries_with_places(order: Path) -> None:
    order.write_text(ORDER.replace("в 2027 году", "в 2027 году."), encoding="utf-8")

    (entry,) = service.make_document(service.open(order)).entries

    assert (entry.code, entry.file, entry.line, entry.column) == ("heading-full-stop", str(order), 5, 12)
    assert entry.severity == "предупреждение"


def test_a_file_that_is_no_order_is_refused_with_entries(order: Path) -> None:
    order.write_text(ORDER.replace("вид: приказ", "вид: указ"), encoding="utf-8")

    with pytest.raises(service.RefusedError) as caught:
        service.open(order)

    (entry,) = caught.value.entries
    assert (entry.line, entry.column, entry.severity) == (1, 6, "ошибка")


def test_an_order_that_would_lie_is_refused_with_places(order: Path) -> None:
    order.write_text(ORDER.replace("Сдать отчёт", "Сдать {приложению план}"), encoding="utf-8")
    draft = service.open(order)

    with pytest.raises(service.RefusedError) as caught:
        service.make_document(draft)

    (entry,) = caught.value.entries
    assert (entry.code, entry.line) == ("reference-unknown", 7)


def test_the_profile_beside_an_order_is_its_profile(order: Path) -> None:
    plain = service.make_document(service.open(order))
    order.with_name("prikaz.toml").write_text('"дата" = "словами"\n', encoding="utf-8")

    assert service.make_document(service.open(order)).to_bytes() != plain.to_bytes()


def test_an_edited_document_is_replaced_only_when_asked(order: Path) -> None:
    document, path = service.make_document(service.open(order)), order.with_suffix(".docx")
    path.write_bytes(b"edited by hand")

    with pytest.raises(EditedFileError) as caught:
        document.save(path)

    assert caught.value.file == str(path)
    document.save(path, overwrite=True)
    assert path.read_bytes() == document.to_bytes()


def test_a_document_never_takes_the_place_of_its_template(order: Path) -> None:
    """A template that nobody has edited since it was made would be taken for an old document."""
    template = order.with_suffix(".docx")
    shutil.copyfile(templates()["приказ"], template)
    before = template.read_bytes()
    document = service.make_document(service.open(order), str(template))

    with pytest.raises(OutputError, match="то, из чего делается документ"):
        document.save(template, overwrite=True)

    assert template.read_bytes() == before


def test_a_template_that_is_no_document_is_named(order: Path) -> None:
    template = order.with_name("свой.docx")
    template.write_bytes(b"")

    with pytest.raises(PackageError) as caught:
        service.make_document(service.open(order), str(template))

    assert caught.value.file == str(template)


def test_a_template_that_is_not_there_is_a_template_error(order: Path) -> None:
    with pytest.raises(TemplateError):
        service.make_document(service.open(order), "приказы")


def test_a_pdf_stands_beside_its_document(order: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "convert", lambda paths, into, **_: (into / f"{paths[0].stem}.pdf",))

    assert service.make_pdf(order.with_suffix(".docx")) == order.with_suffix(".pdf")


def test_without_libreoffice_there_is_no_pdf(order: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(libreoffice.VARIABLE, "/нет/soffice")

    with pytest.raises(LibreOfficeError) as caught:
        service.make_pdf(order)

    assert caught.value.hint.startswith("установите LibreOffice")
