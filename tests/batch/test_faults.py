"""Faults of a batch know their kind, their place and what to do apart from each other."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from prikaz.batch import BatchError, Failed, make_plan, run, verify
from prikaz.batch.outcomes import Fault
from prikaz.findings import Severity
from prikaz.service import Entry, entries_of_error
from tests.batch.conftest import COLUMNS, school, write_rows


def _failures(folder: Path) -> list[tuple[Fault, ...]]:
    outcomes = run(make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out"))
    return [outcome.faults for outcome in outcomes if isinstance(outcome, Failed)]


def test_a_cell_with_a_semicolon_stays_whole(folder: Path) -> None:
    write_rows(folder, [[*school(1)[:4], "5; 6", school(1)[5]]])
    ((fault,),) = _failures(folder)
    assert fault.code == "cell-wrong"
    assert fault.message.startswith("не число: «5; 6»")


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("Шевчук А.П.", "form-needs-sex", "впишите имя и отчество целиком"),
        ("Шевчук `пол:` А.П.", "cell-wrong", ""),
    ],
)
def test_advice_goes_by_the_code_and_not_by_words(folder: Path, name: str, code: str, hint: str) -> None:
    write_rows(folder, [[*school(1)[:3], name, *school(1)[4:]]])
    ((fault,),) = _failures(folder)
    assert fault.code == code
    assert fault.hint.startswith(hint)


def test_all_faults_in_the_way_of_a_batch_are_entries(folder: Path) -> None:
    write_rows(folder, [school(1)[:5]], COLUMNS[:5])
    with pytest.raises(BatchError) as caught:
        make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")
    (entry,) = entries_of_error(caught.value)
    assert (entry.code, entry.place) == ("field-without-column", "школы.csv")
    assert (entry.message, entry.severity) == ("для поля «открытие» нет графы", "ошибка")
    assert entry.hint.startswith("есть графы: ")


def test_what_is_doubtful_is_a_warning(folder: Path) -> None:
    write_rows(folder, [[*school(1), "2-15-40"], [*school(1), "2-15-40"]], [*COLUMNS, "телефон"])
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")
    assert [(fault.code, fault.severity) for fault in plan.warnings] == [
        ("column-unused", Severity.WARNING),
        ("row-repeated", Severity.WARNING),
    ]
    assert plan.warnings[0].entry.field == "телефон"


def test_an_error_of_a_batch_comes_whole_from_a_process() -> None:
    error = BatchError([Fault(code="cell-empty", place="школы.csv, строка 2", message="пусто")])
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.faults, copy.entries, str(copy)) == (error.faults, error.entries, str(error))


def test_what_is_not_as_in_the_manifest_is_an_entry(folder: Path) -> None:
    list(run(make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")))
    (folder / "out" / "03.docx").unlink()
    (discrepancy,) = verify(folder / "out")
    assert discrepancy.entry == Entry(
        severity="ошибка", message="файла нет", file="03.docx", code="document-missing"
    )
