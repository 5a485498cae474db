"""Saving: whole or not at all, and never over what a person has edited."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from prikaz.docx import Template
from prikaz.docx.values.result import Result
from prikaz.errors import OutputError
from tests.docx.word import document, part, template, to_bytes

COMPILED = template("Приказ № {{ номер }}")


def made(number: str = "1") -> Result:
    return COMPILED.render({"номер": number})


def test_file_and_stream_get_the_same_bytes(tmp_path: Path) -> None:
    made().save(tmp_path / "a.docx")
    stream = io.BytesIO()
    made().save(stream)
    assert (tmp_path / "a.docx").read_bytes() == stream.getvalue() == made().to_bytes()


def test_own_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    made("1").save(path)
    made("2").save(path)
    assert path.read_bytes() == made("2").to_bytes()


def test_edited_file_is_not_replaced_silently(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    edited = to_bytes(document("Приказ с правкой"))
    path.write_bytes(edited)
    with pytest.raises(OutputError, match=r"изменён после создания.*--overwrite"):
        made().save(path)
    assert path.read_bytes() == edited
    made().save(path, overwrite=True)
    assert path.read_bytes() == made().to_bytes()


@pytest.mark.parametrize("owner", ["~$приказ.docx", "~$иказ.docx", ".~lock.приказ.docx#"])
def test_open_file_is_not_replaced(tmp_path: Path, owner: str) -> None:
    path = tmp_path / "приказ.docx"
    made("1").save(path)
    (tmp_path / owner).write_text("кто-то")
    with pytest.raises(OutputError, match="открыт"):
        made("2").save(path, overwrite=True)
    assert path.read_bytes() == made("1").to_bytes()


def test_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"папки .* нет"):
        made().save(tmp_path / "нет" / "a.docx")


def test_folder_in_place_of_a_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="это папка"):
        made().save(tmp_path)


def test_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    made("1").save(tmp_path / "a.docx")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="на диске нет места"):
        made("2").save(tmp_path / "a.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == made("1").to_bytes()


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "нет прав на этот файл или папку; выберите другую папку или другое имя: -o"),
        (errno.EROFS, "диск только для чтения; выберите другую папку: -o"),
        (errno.ENAMETOOLONG, "имя файла слишком длинное; дайте имя короче"),
    ],
)
def test_what_the_system_refuses_is_reported_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    made("1").save(tmp_path / "a.docx")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError) as caught:
        made("2").save(tmp_path / "a.docx")
    assert str(caught.value) == f"файл «{tmp_path / 'a.docx'}» не записан: {message}"


@pytest.mark.parametrize(
    ("winerror", "message"),
    [
        (32, "открыт в Word или LibreOffice; закройте его и повторите"),
        (
            5,
            "он открыт в другой программе или защищён от записи; закройте его или дайте другое имя: -o",
        ),
    ],
)
def test_a_file_that_windows_holds_is_reported_as_far_as_windows_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int, message: str
) -> None:
    def refuse(*_: object) -> None:
        error = PermissionError(errno.EACCES, "denied")
        monkeypatch.setattr(error, "winerror", winerror, raising=False)
        raise error

    made("1").save(tmp_path / "a.docx")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        made("2").save(tmp_path / "a.docx")
    assert str(caught.value).endswith(message)


def test_a_folder_that_cannot_be_looked_into_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(OutputError, match="нет прав на этот файл или папку; выберите другую"):
        made().save(tmp_path / "a.docx")


@pytest.mark.skipif(sys.platform != "linux", reason="папка, где файлов не создают, есть в Linux")
def test_a_folder_where_no_file_can_be_made_is_reported_with_advice() -> None:
    with pytest.raises(OutputError, match="не записан: такого файла или папки нет; выберите другую папку"):
        made().save("/proc/a.docx")


def test_killing_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    made("1").save(path)
    script = (
        "import sys; from prikaz.docx import Template\n"
        "compiled = Template(open(sys.argv[1], 'rb').read())\n"
        "while True:\n"
        "    for number in ('1', '2'):\n"
        "        compiled.render({'номер': number}).save(sys.argv[2])\n"
    )
    source = tmp_path / "шаблон"
    source.write_bytes(to_bytes(document("Приказ № {{ номер }}")))
    worker = subprocess.Popen([sys.executable, "-c", script, str(source), str(path)])
    time.sleep(1)
    worker.send_signal(signal.SIGTERM)
    worker.wait()
    assert path.read_bytes() in {made("1").to_bytes(), made("2").to_bytes()}


def test_other_processes_and_time_zones_give_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "шаблон"
    source.write_bytes(to_bytes(document("Приказ № {{ номер }} {% for a in м %}{{ a }}{% endfor %}")))
    script = (
        "import sys, hashlib; from prikaz.docx import Template\n"
        "data = Template(open(sys.argv[1], 'rb').read()).render({'номер': 5, 'м': 'абв'}).to_bytes()\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, str(source)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Vladivostok", "2"))
    }
    assert len(digests) == 1


def test_properties_are_dated_by_the_order() -> None:
    core = part(COMPILED.render({"номер": 1}, dated=date(2027, 3, 16)).to_bytes(), "docProps/core.xml")
    assert core.count(">2027-03-16T00:00:00Z<") == 2
    assert "2027" not in part(made().to_bytes(), "docProps/core.xml")


def test_characters_that_no_document_can_hold_are_reported() -> None:
    result = Template(to_bytes(document("{{ номер }}"))).render({"номер": "1\x00\x1f\ud800\x0b7\ufffe"})
    assert ">17<" in part(result.to_bytes())
    (finding,) = result.findings
    assert "«номер»" in finding.message
    assert "U+0000, U+000B, U+001F, U+D800, U+FFFE" in finding.message
