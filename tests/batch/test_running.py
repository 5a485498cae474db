"""Batches that go well, and batches that are broken off."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import docx
import pytest

from prikaz import batch
from prikaz.batch import BatchError, Failed, Outcome, Saved, UpToDate, make_plan, run, verify
from prikaz.errors import OutputError
from tests.batch.conftest import school, write_rows


def _plan(folder: Path, into: str = "out", template: Path | None = None) -> batch.Plan:
    return make_plan(folder / "order.yaml", folder / "школы.csv", folder / into, template=template)


def _run(folder: Path, into: str = "out", *, processes: int = 1, resume: bool = False) -> list[Outcome]:
    return list(run(_plan(folder, into), processes=processes, resume=resume))


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_row_has_its_document(folder: Path) -> None:
    assert all(isinstance(outcome, Saved) for outcome in _run(folder))
    texts = [paragraph.text for paragraph in docx.Document(str(folder / "out" / "03.docx")).paragraphs]
    assert "Открыть 01.06.2027 лагерь при Заречной средней школе №\u00a03 на 23\u00a0места." in texts
    assert "Назначить начальником лагеря Журавлёву\u00a0А.П." in texts


def test_two_processes_give_the_bytes_of_one(folder: Path) -> None:
    _run(folder, "one")
    _run(folder, "two", processes=2)
    assert _contents(folder / "one") == _contents(folder / "two")


def test_the_manifest_lists_the_documents_and_their_rows(folder: Path) -> None:
    _run(folder)
    documents = json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))["документы"]
    assert [(item["файл"], item["строка"]) for item in documents][:2] == [("01.docx", 1), ("02.docx", 2)]
    assert len({item["данные"] for item in documents}) == len(documents)
    assert len({item["шаблон"] for item in documents}) == 1
    assert verify(folder / "out") == ()


def test_a_row_with_garbage_fails_alone(folder: Path) -> None:
    rows = [school(number) for number in range(1, 4)]
    rows[1][5] = "31.06.2027"
    write_rows(folder, rows)
    first, second, third = _run(folder)
    assert isinstance(first, Saved)
    assert isinstance(third, Saved)
    assert isinstance(second, Failed)
    assert [(fault.place, fault.column) for fault in second.faults] == [("школы.csv, строка 3", "открытие")]
    assert not (folder / "out" / "2.docx").exists()


def test_signs_that_no_document_holds_are_reported_with_the_row(folder: Path) -> None:
    rows = [school(1)]
    rows[0][2] += "\x07\x01"
    write_rows(folder, rows)
    (made,) = _run(folder)
    assert isinstance(made, Saved)
    assert any("U+0001" in fault.message for fault in made.warnings)


def test_a_folder_with_a_batch_is_not_begun_anew(folder: Path) -> None:
    _run(folder)
    with pytest.raises(BatchError, match="--resume"):
        _run(folder)


def test_resuming_a_finished_batch_makes_nothing(folder: Path) -> None:
    _run(folder)
    before = _contents(folder / "out")
    assert all(isinstance(outcome, UpToDate) for outcome in _run(folder, resume=True))
    assert _contents(folder / "out") == before


def test_a_corrected_row_is_made_by_resuming(folder: Path) -> None:
    _run(folder, "clean")
    rows = [school(number) for number in range(1, 13)]
    rows[4][5] = "завтра"
    write_rows(folder, rows)
    _run(folder)
    write_rows(folder, map(school, range(1, 13)))
    outcomes = _run(folder, resume=True)
    assert [isinstance(outcome, Saved) for outcome in outcomes].count(True) == 1
    assert _contents(folder / "out") == _contents(folder / "clean")


def test_a_is_template_changed_is_noticed(folder: Path) -> None:
    _run(folder)
    other = folder / "свой.docx"
    made = docx.Document()
    made.add_paragraph("{{ заголовок }} {{ номер }}")
    made.save(str(other))
    plan = _plan(folder, template=other)
    assert batch.is_template_changed(plan)
    assert all(isinstance(outcome, Saved) for outcome in run(plan, resume=True))
    assert not batch.is_template_changed(plan)


def test_a_document_that_was_edited_is_not_lost(folder: Path) -> None:
    _run(folder)
    edited = folder / "out" / "05.docx"
    edited.write_bytes(edited.read_bytes() + b"edited")
    (discrepancy,) = verify(folder / "out")
    assert discrepancy.file == "05.docx"
    failed = [outcome for outcome in _run(folder, resume=True) if isinstance(outcome, Failed)]
    assert [outcome.number for outcome in failed] == [5]
    assert edited.read_bytes().endswith(b"edited")


def test_a_document_that_is_gone_is_reported_and_made_again(folder: Path) -> None:
    _run(folder)
    before = _contents(folder / "out")
    (folder / "out" / "07.docx").unlink()
    assert [discrepancy.file for discrepancy in verify(folder / "out")] == ["07.docx"]
    _run(folder, resume=True)
    assert _contents(folder / "out") == before


def _fail_second(folder: Path) -> None:
    rows = [school(1), school(2)]
    rows[1][4] = ""
    write_rows(folder, rows)


def test_a_row_that_failed_at_once_is_reported_by_verify(folder: Path) -> None:
    _fail_second(folder)
    _run(folder)
    (discrepancy,) = verify(folder / "out")
    assert discrepancy.file == "2.docx"
    assert discrepancy.message == "не сделан: ошибка в строке таблицы, по счёту 2"
    assert discrepancy.hint == "исправьте её и повторите с --resume"


def test_a_row_that_fails_later_is_reported_by_verify_until_it_is_corrected(folder: Path) -> None:
    write_rows(folder, [school(1), school(2)])
    _run(folder)
    before = _contents(folder / "out")
    _fail_second(folder)
    _run(folder, resume=True)
    (discrepancy,) = verify(folder / "out")
    assert (discrepancy.file, "в папке прежний документ" in discrepancy.message) == ("2.docx", True)
    write_rows(folder, [school(1), school(2)])
    assert all(isinstance(outcome, UpToDate) for outcome in _run(folder, resume=True))
    assert _contents(folder / "out") == before


def test_a_document_without_a_row_is_reported_by_verify_until_it_is_gone(folder: Path) -> None:
    write_rows(folder, [school(1), school(2)])
    _run(folder)
    write_rows(folder, [school(1)])
    _run(folder, resume=True)
    assert [discrepancy.file for discrepancy in verify(folder / "out")] == ["2.docx"]
    (folder / "out" / "2.docx").unlink()
    assert verify(folder / "out") == ()
    assert batch.files_without_row(_plan(folder)) == ()


def test_a_row_that_has_left_the_table_is_reported(folder: Path) -> None:
    _run(folder)
    write_rows(folder, map(school, range(1, 12)))
    assert batch.files_without_row(_plan(folder)) == ("12.docx",)


def test_a_folder_without_a_manifest_is_no_batch(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="описи"):
        verify(tmp_path)


def test_a_full_disk_stops_the_batch_and_leaves_it_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(folder, "clean")
    room = iter(range(4))

    def sync(_: int) -> None:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", sync)
        with pytest.raises(OutputError, match="нет места"):
            _run(folder)
    made = {name: data for name, data in _contents(folder / "out").items() if name.endswith(".docx")}
    assert len(made) == 4
    assert made.items() <= _contents(folder / "clean").items()
    assert [discrepancy.file for discrepancy in verify(folder / "out")] == ["manifest.json.part"]
    _run(folder, resume=True)
    assert _contents(folder / "out") == _contents(folder / "clean")


def test_documents_of_one_process_wait_for_the_disk_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = threading.Barrier(2)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: meeting.wait(30))
        outcomes = run(_plan(folder))
        assert [type(next(outcomes)) for _ in range(12)] == [Saved] * 12
    assert list(outcomes) == []
    _run(folder, "clean")
    assert _contents(folder / "out") == _contents(folder / "clean")


def test_the_advice_for_an_edited_document_can_be_followed(folder: Path) -> None:
    _run(folder)
    edited = folder / "out" / "05.docx"
    edited.write_bytes(b"edited")
    (failed,) = (outcome for outcome in _run(folder, resume=True) if isinstance(outcome, Failed))
    assert [fault.hint for fault in failed.faults] == ["переименуйте или уберите его, затем --resume"]
    before = (folder / "out" / "04.docx").read_bytes()
    edited.rename(folder / "out" / "05 правка.docx")
    assert not any(isinstance(outcome, Failed) for outcome in _run(folder, resume=True))
    assert (folder / "out" / "04.docx").read_bytes() == before
    assert (folder / "out" / "05 правка.docx").read_bytes() == b"edited"


def test_the_advice_for_a_name_that_cannot_be_declined_can_be_followed_in_a_table(folder: Path) -> None:
    rows = [school(1)]
    rows[0][3] = "Ким Ю"
    write_rows(folder, rows)
    (failed,) = _run(folder)
    assert isinstance(failed, Failed)
    (fault,) = failed.faults
    assert "пол:" not in str(fault)
    assert "имя и отчество целиком" in fault.hint


def test_the_advice_for_a_body_that_cannot_be_declined_is_for_a_body(folder: Path) -> None:
    rows = [school(1)]
    rows[0][2] = "Шко № 5"
    write_rows(folder, rows)
    (failed,) = _run(folder)
    assert isinstance(failed, Failed)
    (fault,) = failed.faults
    assert fault.hint == "задайте формы в словаре органа (prikaz.toml)"


def test_a_sign_without_a_meaning_fails_its_row(folder: Path) -> None:
    rows = [school(1), school(2)]
    rows[1][2] += "\uf0b7"
    write_rows(folder, rows)
    first, second = _run(folder)
    assert isinstance(first, Saved)
    assert isinstance(second, Failed)
    assert any("U+F0B7" in fault.message for fault in second.faults)


@pytest.mark.skipif(sys.platform == "win32", reason="нет сигнала SIGKILL")
@pytest.mark.parametrize("victim", ["batch", "worker"])
def test_a_batch_that_was_killed_goes_on_to_the_same_bytes(folder: Path, victim: str) -> None:
    write_rows(folder, map(school, range(1, 401)))
    with _started(folder) as process:
        _wait_for_documents(folder / "out", 20)
        _wait_for_records(folder / "out" / "manifest.json.part")
        workers = _children_of(process.pid)
        os.kill(process.pid if victim == "batch" else workers[0], signal.SIGKILL)
        process.wait(60)
    _wait_for_the_end_of(workers)
    _run(folder, "clean", processes=2)
    clean = _contents(folder / "clean")
    made = {name: data for name, data in _contents(folder / "out").items() if name.endswith(".docx")}
    assert 20 <= len(made) < 400
    assert made.items() <= clean.items()
    assert any(discrepancy.file == "manifest.json.part" for discrepancy in verify(folder / "out"))
    (folder / "out" / ".prikaz-0123456789abcdef").write_bytes(b"half a document")
    assert any(isinstance(outcome, UpToDate) for outcome in _run(folder, processes=2, resume=True))
    assert _contents(folder / "out") == clean


def _started(folder: Path) -> subprocess.Popen[bytes]:
    program = "import sys; from prikaz.cli import main; sys.exit(main())"
    arguments = ["batch", "order.yaml", "школы.csv", "-o", "out", "--jobs", "2", "--name", "{строка}"]
    paths = os.pathsep.join(str(Path(path).resolve()) for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _wait_for_documents(folder: Path, count: int) -> None:
    until = time.monotonic() + 60
    while not folder.is_dir() or sum(1 for _ in folder.glob("*.docx")) < count:
        assert time.monotonic() < until
        time.sleep(0.01)


def _wait_for_records(journal: Path) -> None:
    """Documents reach the folder a bundle before their records reach the journal."""
    until = time.monotonic() + 60
    while not journal.is_file() or b".docx" not in journal.read_bytes():
        assert time.monotonic() < until
        time.sleep(0.01)


def _children_of(parent: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True, check=True)
    return [int(number) for number in found.stdout.split()]


def _wait_for_the_end_of(processes: list[int]) -> None:
    """No worker outlives its batch."""
    until = time.monotonic() + 60
    while any(Path(f"/proc/{number}").exists() for number in processes):
        assert time.monotonic() < until
        time.sleep(0.01)
