"""The office program: turns documents into PDF and other formats.

LibreOffice is used if it is there and never needed for a .docx. Each call gets a profile of its own, so that
calls may run side by side and an open LibreOffice is not disturbed. What the pages look like is left to
LibreOffice; what stands in the document is left to the other floors.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from prikaz.annotations import checked
from prikaz.errors import EditedFileError, LibreOfficeError, OutputError, reason

#: Variable of the environment that names the program when it stands in an unusual place.
VARIABLE: Final = "PRIKAZ_SOFFICE"

_NAMES: Final = ("soffice", "libreoffice", "soffice.com")
_PLACES: Final = (
    Path("/usr/lib/libreoffice/program/soffice"),
    Path("/opt/libreoffice/program/soffice"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
_PDF: Final = b"%PDF"
_LAST_OF_PDF: Final = b"startxref"
_MARK: Final = b"%prikaz sha256:"


def available() -> bool:
    """Whether LibreOffice can be found on this computer."""
    return _find() is not None


@checked
def convert(
    paths: Sequence[Path], to: str = "pdf", *, into: Path, timeout: float = 180.0, overwrite: bool = False
) -> tuple[Path, ...]:
    """Convert documents with one run of LibreOffice.

    A PDF that this function has made, and nobody has changed since, is replaced by the new one. Any other
    file of the same name stays, be it the scan of a signed order: then nothing is converted.

    Args:
        paths: Documents in any format that LibreOffice reads; no two with the same stem.
        to: Extension of the new format, "pdf"; also with the name of a filter, "txt:Text (encoded):UTF8".
        into: Folder for the results; made if absent.
        timeout: Seconds for the whole run, after which LibreOffice is ended with all its processes.
        overwrite: Replace a file even if it is not ours, or was changed since it was made.

    Returns:
        The new files, ``into``/stem.extension, in the order of ``paths``.

    Raises:
        LibreOfficeError: LibreOffice is absent, ran out of time, or did not convert a document.
        EditedFileError: A file stands where a result would, is not ours or was changed, and ``overwrite`` is
            not asked for.
        OutputError: A result cannot be put into ``into``.
    """
    wanted = tuple(into / f"{path.stem}.{_extension(to)}" for path in paths)
    _refuse_absent(paths)
    _refuse_same(wanted)
    if not overwrite:
        _refuse_foreign(wanted)
    if not paths:
        return ()
    program = _program()
    with tempfile.TemporaryDirectory(prefix="prikaz-", ignore_cleanup_errors=True) as folder:
        made = _convert_copies(program, paths, to, Path(folder), timeout)
        for new, place in zip(made, wanted, strict=True):
            _put(new, place)
    return wanted


def _convert_copies(
    program: Path, paths: Sequence[Path], to: str, folder: Path, timeout: float
) -> tuple[Path, ...]:
    """Convert copies, because LibreOffice puts lock files beside what it opens."""
    copies = tuple(folder / f"{number}{path.suffix}" for number, path in enumerate(paths, 1))
    for path, copy in zip(paths, copies, strict=True):
        shutil.copyfile(path, copy)
    results = folder / "results"
    output = _run(_command(program, folder / "profile", to, results, copies), timeout)
    made = tuple(results / f"{copy.stem}.{_extension(to)}" for copy in copies)
    failed = [path.name for path, new in zip(paths, made, strict=True) if not _is_filled(new)]
    if failed:
        answer = " ".join(output.split())[-300:] or "молчание"
        raise LibreOfficeError(f"не преобразовано в {to}: {', '.join(failed)}; ответ LibreOffice: {answer}")
    return made


def _command(program: Path, profile: Path, to: str, into: Path, paths: Sequence[Path]) -> list[str]:
    own = f"-env:UserInstallation={profile.as_uri()}"
    options = ["--headless", "--norestore", "--convert-to", to, "--outdir", str(into)]
    return [str(program), own, *options, *map(str, paths)]


def _run(command: list[str], timeout: float) -> str:
    """Run a program and return its output; whatever happens, none of its processes stays."""
    with _start(command) as process:
        try:
            return process.communicate(timeout=timeout)[0]
        except subprocess.TimeoutExpired as error:
            hint = "дайте больше времени или меньше документов за один раз"
            raise LibreOfficeError(f"LibreOffice не закончил работу за {timeout:g} с", hint) from error
        finally:
            if process.poll() is None:
                _end(process)


def _start(command: list[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise LibreOfficeError(f"LibreOffice не запускается: {command[0]}: {reason(error)}") from error


def _end(process: subprocess.Popen[str]) -> None:
    """End a program and its children: soffice is only a starter of soffice.bin."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _program() -> Path:
    program = _find()
    if program is None:
        named = os.environ.get(VARIABLE)
        where = f" по пути {named} из переменной {VARIABLE}" if named else ""
        hint = f"установите LibreOffice или укажите путь к soffice в переменной {VARIABLE}"
        raise LibreOfficeError(f"LibreOffice не найден{where}", hint)
    return program


def _find() -> Path | None:
    named = os.environ.get(VARIABLE)
    on_path = next(filter(None, map(shutil.which, [named] if named else _NAMES)), None)
    if on_path or named:
        return Path(on_path) if on_path else None
    return next(filter(Path.is_file, _PLACES), None)


def _extension(to: str) -> str:
    return to.partition(":")[0]


def _refuse_absent(paths: Sequence[Path]) -> None:
    absent = [str(path) for path in paths if not path.is_file()]
    if absent:
        raise LibreOfficeError(f"нет файла: {', '.join(absent)}", "проверьте имя", absent[0])


def _refuse_same(wanted: Sequence[Path]) -> None:
    same = sorted({path.name for path in wanted if wanted.count(path) > 1})
    if same:
        message = f"несколько документов дали бы один файл: {', '.join(same)}"
        raise LibreOfficeError(message, "назовите документы по-разному", same[0])


def _refuse_foreign(wanted: Sequence[Path]) -> None:
    foreign = [str(path) for path in wanted if path.is_file() and not is_pristine(_content(path))]
    if foreign:
        several = f", и ещё {len(foreign) - 1}" if len(foreign) > 1 else ""
        message = f"файл «{foreign[0]}» создан не программой или изменён после создания{several}"
        raise EditedFileError(message, "уберите или переименуйте его", foreign[0])


def _content(path: Path) -> bytes:
    """What stands in the place of a result; a file that cannot be read is not ours."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_filled(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _put(new: Path, place: Path) -> None:
    """Move a result to its place in one step: the reader of ``place`` sees the old file or the new one."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_marked(new.read_bytes()))
        beside.replace(place)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        hint = "закройте файл, если он открыт, и проверьте, можно ли писать в эту папку"
        raise OutputError(f"не записан {place}: {reason(error)}", hint, str(place)) from error


# The mark of our files: a comment before the end of a PDF, with a digest of all the rest (ISO 32000-1, 7.2.4)


def _marked(content: bytes) -> bytes:
    """A PDF with our mark; the result of another kind has no place for one."""
    at = content.rfind(_LAST_OF_PDF)
    if not content.startswith(_PDF) or at < 0:
        return content
    return content[:at] + _mark(content) + content[at:]


def _mark(content: bytes) -> bytes:
    return _MARK + hashlib.sha256(content).hexdigest().encode() + b"\n"


def is_pristine(content: bytes) -> bool:
    """Whether a file is a PDF as :func:`convert` left it: signing or editing it breaks the mark.

    >>> is_pristine(b"%PDF-1.7 a scan startxref 9 %%EOF")
    False
    """
    at, length = content.rfind(_MARK), len(_mark(b""))
    return at >= 0 and content[at : at + length] == _mark(content[:at] + content[at + length :])
