"""The commands batch and verify: what they report and how they end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from prikaz import libreoffice
from prikaz.batch import make_pdfs, make_plan, run, without_pdf
from prikaz.cli import DONE, NOTHING_MADE, PART_DONE, STOPPED, main
from tests.batch.conftest import school, write_rows


def _batch(folder: Path, *more: str) -> int:
    order, rows, out = (str(folder / name) for name in ("order.yaml", "школы.csv", "out"))
    return main(["batch", order, rows, "-o", out, "--jobs", "1", *more])


def test_all_rows_made_end_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _batch(folder, "--name", "{номер}") == DONE
    assert "12 из 12" in capsys.readouterr().out
    assert (folder / "out" / "12-од.docx").is_file()
    assert main(["verify", str(folder / "out")]) == DONE


def test_somebody_who_looks_sees_how_far_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    assert _batch(folder) == DONE
    printed = capsys.readouterr().err
    assert "документы" in printed
    assert "12/12" in printed


def test_a_batch_that_is_stopped_from_the_keyboard_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = iter(range(3))

    def sync(_: int) -> None:
        if next(room, None) is None:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync)
        assert _batch(folder) == STOPPED
    assert "готовое цело" in capsys.readouterr().err
    assert len(list((folder / "out").glob("*.docx"))) == 3
    assert _batch(folder, "--resume") == DONE


def test_some_rows_failed_end_with_1_and_are_reported_together(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [school(number) for number in range(1, 6)]
    rows[0][4], rows[3][5] = "много", "32.01.2027"
    write_rows(folder, rows)
    assert _batch(folder) == PART_DONE
    printed = capsys.readouterr().err
    assert "школы.csv, строка 2: графа «мест»: не число: «много»" in printed
    assert "школы.csv, строка 5: графа «открытие»" in printed
    assert len(list((folder / "out").glob("*.docx"))) == 3


def test_names_that_collide_end_with_2_before_anything_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _batch(folder, "--name", "{открытие}") == NOTHING_MADE
    assert capsys.readouterr().err.count("уже у строки") == 11
    assert not (folder / "out").exists()


def test_a_reference_to_nothing_is_reported_before_anything_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = folder / "order.yaml"
    order.write_text(order.read_text(encoding="utf-8").replace("{мест}", "{места}"), encoding="utf-8")
    assert _batch(folder) == NOTHING_MADE
    assert "возможно, «мест»" in capsys.readouterr().err


def test_the_order_of_a_batch_alone_reports_what_is_unfilled(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(folder / "order.yaml")]) == NOTHING_MADE
    printed = capsys.readouterr().err
    assert all(f"поле «{key}» не заполнено" in printed for key in ("школа", "начальник", "мест", "открытие"))


def test_a_document_edited_by_hand_is_reported_by_verify(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _batch(folder)
    (folder / "out" / "02.docx").write_bytes(b"")
    assert main(["verify", str(folder / "out")]) == PART_DONE
    assert "02.docx: изменён после создания" in capsys.readouterr().err


def test_what_has_changed_since_the_last_run_is_reported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _batch(folder)
    write_rows(folder, map(school, range(1, 12)))
    assert _batch(folder, "--resume", "--template", "решение") == DONE
    printed = capsys.readouterr().err
    assert "шаблон с прошлого раза изменился" in printed
    assert "«12.docx»: есть с прошлого раза" in printed


@pytest.mark.skipif(not libreoffice.available(), reason="нет LibreOffice")
def test_a_batch_of_pdf_goes_on_where_it_stopped(folder: Path) -> None:
    write_rows(folder, map(school, range(1, 4)))
    plan = make_plan(folder / "order.yaml", folder / "школы.csv", folder / "out")
    documents = [folder / "out" / job.file for job, _ in zip(plan.jobs, run(plan), strict=True)]
    assert without_pdf(documents) == documents
    assert [path.name for path in make_pdfs(documents[:2])] == ["1.pdf", "2.pdf"]
    assert without_pdf(documents) == documents[2:]
