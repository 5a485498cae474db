"""Whatever stops the work becomes entries: code, place and hint of every fault, apart."""

from __future__ import annotations

import pytest

from prikaz.errors import (
    DataError,
    DataFault,
    EditedFileError,
    LanguageError,
    LibreOfficeError,
    ModelError,
    OutputError,
    PackageError,
    PrikazError,
    TemplateError,
    TemplateFault,
    UnfilledSlotsError,
)
from prikaz.findings import FaultyOrderError, FindingKind, Severity
from prikaz.rollover import RollError
from prikaz.service import Entry, RefusedError, entries_of_error

FAULT = DataFault(
    file="приказ.yaml",
    line=3,
    column=5,
    path="дата",
    message="не дата",
    hint="напишите день",
    code="date-wrong",
)
TAG = TemplateFault(
    part="текст",
    place="абзац 4",
    tag="{{ дата }",
    message="метка не закрыта",
    hint="допишите скобку",
    code="tag-unclosed",
)


def test_each_fault_of_a_data_file_is_an_entry() -> None:
    (entry,) = entries_of_error(DataError([FAULT]))

    given = FAULT.to_dict()
    assert entry == Entry(severity="ошибка", place=given.pop("cell"), **given)
    assert str(entry) == "приказ.yaml:3:5: ошибка: дата: не дата; напишите день"


@pytest.mark.parametrize(
    "error", [TemplateError("свой.docx", [TAG]), UnfilledSlotsError("свой.docx", [TAG], ["дата"])]
)
def test_each_fault_of_a_template_is_an_entry(error: TemplateError) -> None:
    (entry,) = entries_of_error(error)

    assert (entry.file, entry.place, entry.tag) == ("свой.docx", "текст, абзац 4", "{{ дата }")
    assert (entry.code, entry.hint) == ("tag-unclosed", "допишите скобку")
    assert str(entry) == (
        "свой.docx:текст, абзац 4: ошибка: метка «{{ дата }»: метка не закрыта; допишите скобку"
    )


def test_each_finding_of_a_faulty_order_is_an_entry() -> None:
    kind = FindingKind("annex-absent", "Приложения нет", Severity.ERROR)
    findings = [kind.finding("нет приложения", "добавьте его", ("пункты", 3))]

    (entry,) = entries_of_error(FaultyOrderError(findings))

    assert (entry.code, entry.path, entry.hint) == ("annex-absent", "пункты → 3", "добавьте его")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EditedFileError("файл изменён", "назовите иначе", "a.docx"), "file-edited"),
        (OutputError("файл не записан", "назовите иначе", "a.docx"), "output-refused"),
        (PackageError("файл пуст", "назовите иначе", "a.docx"), "package-untrusted"),
        (LibreOfficeError("не преобразовано", "назовите иначе", "a.docx"), "libreoffice-failed"),
    ],
)
def test_an_error_of_one_file_names_it(error: PrikazError, code: str) -> None:
    (entry,) = entries_of_error(error)

    assert (entry.code, entry.file, entry.hint) == (code, "a.docx", "назовите иначе")
    assert "назовите" not in entry.message
    assert str(error) == f"a.docx: {entry.message}; {entry.hint}"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ModelError("нет пунктов"), "order-impossible"),
        (LanguageError("форма не известна"), "words-refused"),
        (RollError("год не известен"), "command-refused"),
    ],
)
def test_every_error_has_a_code(error: PrikazError, code: str) -> None:
    (entry,) = entries_of_error(error)

    assert (entry.code, entry.message, entry.severity) == (code, str(error), "ошибка")


def test_a_refusal_gives_its_entries() -> None:
    entries = (Entry(severity="ошибка", message="раз"), Entry(severity="ошибка", message="два"))

    assert entries_of_error(RefusedError(entries)) == entries


def test_what_has_no_line_has_its_place_there() -> None:
    entry = Entry(
        severity="ошибка",
        message="не дата",
        file="план.xlsx",
        place="лист «План», ячейка B3",
        path="приложения → 1",
    )

    assert str(entry) == "план.xlsx:лист «План», ячейка B3: ошибка: приложения → 1: не дата"
