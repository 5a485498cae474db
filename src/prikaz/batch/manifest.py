"""The manifest of a batch (опись): what was made, of which row and by which template, and what was not.

While a batch runs, each finished document is a line of ``manifest.json.part``;
in the end the lines become ``manifest.json``, in the order of the rows. A line
that a crash has torn is not counted: its document is made once more, the same.
"""

from __future__ import annotations

import enum
import errno
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any, Final, Self, TextIO

from attrs import field, frozen

from prikaz.errors import OutputError, reason, refuse_writing
from prikaz.findings import FindingKind, Severity
from prikaz.service.entries import Entry

DOCUMENT_MISSING: Final = FindingKind("document-missing", "Документа из описи в папке нет", Severity.ERROR)
DOCUMENT_CHANGED: Final = FindingKind("document-changed", "Документ изменён после создания", Severity.ERROR)
ROW_FAILED: Final = FindingKind("row-failed", "Строка таблицы с ошибкой, документ не сделан", Severity.ERROR)
ROW_GONE: Final = FindingKind("row-gone", "Строки, по которой сделан документ, больше нет", Severity.ERROR)
BATCH_UNFINISHED: Final = FindingKind("batch-unfinished", "Пакет не закончен", Severity.ERROR)

MANIFEST: Final = "manifest.json"
JOURNAL: Final = "manifest.json.part"
_VERSION: Final = 1
#: Bytes of a name on the disks of today.
_LONGEST_NAME: Final = 255
_KEYS: Final = {"file": "файл", "sha256": "sha256", "row": "строка", "data": "данные", "template": "шаблон"}
_STATE: Final = "состояние"


class DocumentState(enum.Enum):
    """What has become of a document (состояние)."""

    MADE = "сделан"
    FAILED = "строка с ошибкой"
    WITHOUT_ROW = "строки нет в таблице"


@frozen(kw_only=True)
class ManifestRecord:
    """One document of a batch (запись описи).

    Attributes:
        file: Its name in the folder of the batch.
        sha256: Digest of its bytes; "" when it was never made.
        row: Number of its row, from 1.
        data: Digest of all that it was made of: the order, the profile, the row, the version of prikaz.
        template: Digest of the template.
        state: What has become of it; the record of one that failed or has no row is otherwise that of before.
    """

    file: str
    sha256: str
    row: int
    data: str
    template: str
    state: DocumentState = field(default=DocumentState.MADE, converter=DocumentState)

    def to_plain(self) -> dict[str, Any]:
        """The record as it stands in the manifest."""
        return {key: getattr(self, name) for name, key in _KEYS.items()} | {_STATE: self.state.value}


@frozen(kw_only=True)
class Discrepancy:
    """A document that is not as the manifest says (расхождение).

    Attributes:
        code: Stable name of the kind, "document-missing".
        file: Name of the document in the folder of the batch.
        message: What is wrong.
        hint: What to do, in the imperative; "" when the message says it all.
    """

    code: str
    file: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        words = f"{self.file}: {self.message}"
        return f"{words}; {self.hint}" if self.hint else words

    @property
    def entry(self) -> Entry:
        """The discrepancy as all reports have it."""
        severity = Severity.ERROR.value
        return Entry(severity=severity, message=self.message, file=self.file, hint=self.hint, code=self.code)


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal figures."""
    return hashlib.sha256(data).hexdigest()


def read_records(folder: Path) -> dict[str, ManifestRecord]:
    """Records of a finished batch and of one that was broken off, by the name of the file; the last wins."""
    found: dict[str, ManifestRecord] = {}
    for record in (*_finished(folder / MANIFEST), *_journal(folder / JOURNAL)):
        found[record.file] = record
    return found


def _finished(path: Path) -> Iterator[ManifestRecord]:
    if not path.exists():
        return
    try:
        yield from map(_record, json.loads(path.read_bytes())["документы"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "уберите её, тогда документы будут сделаны заново"
        raise OutputError(f"опись «{path}» повреждена", hint, str(path)) from error


def _journal(path: Path) -> Iterator[ManifestRecord]:
    if not path.exists():
        return
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        message = f"файл «{path}» не читается: {reason(error)}"
        raise OutputError(message, "уберите его", str(path)) from error
    for line in lines:
        try:
            yield _record(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            continue  # torn by a crash


def _record(plain: Any) -> ManifestRecord:  # noqa: ANN401 (whatever stands in the file)
    """A record of plain data.

    Raises:
        ValueError: It is of another type, or names what is no file of the folder.
        KeyError, TypeError: It is no record.
    """
    record = ManifestRecord(**{name: plain[key] for name, key in _KEYS.items()}, state=plain[_STATE])
    types = {name: type(getattr(record, name)) for name in _KEYS}
    if types != dict.fromkeys(_KEYS, str) | {"row": int} or not _is_name(record.file):
        raise ValueError(record)
    return record


def _is_name(file: str) -> bool:
    """Whether a file may have this name in the folder itself."""
    return PurePath(file).name == file and "\0" not in file and len(file.encode()) <= _LONGEST_NAME


def write_manifest(folder: Path, records: Iterable[ManifestRecord]) -> None:
    """Put the manifest in its place in one step, and take the journal away.

    Raises:
        OutputError: It cannot be written.
    """
    documents = [record.to_plain() for record in sorted(records, key=_place)]
    manifest = {"версия": _VERSION, "документы": documents}
    beside = folder / f".prikaz-{os.urandom(8).hex()}"  # a name that nothing of the user's has
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / MANIFEST)
        (folder / JOURNAL).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(folder / MANIFEST, error) from error


def _place(record: ManifestRecord) -> tuple[bool, int]:
    """The documents of rows in the order of the rows, then those without one."""
    return record.state is DocumentState.WITHOUT_ROW, record.row


class Journal:
    """The lines of a batch that is running; a context manager that closes the file."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL
        try:
            self._file: TextIO = self._path.open("a", encoding="utf-8", newline="\n")
            self._write("\n")  # ends the line that a crash has torn
        except OSError as error:
            raise unwritable(self._path, error) from error

    def add(self, record: ManifestRecord) -> None:
        """Write that a document is finished; what is written survives the end of the process.

        Raises:
            OutputError: The disk is full, or the folder is gone.
        """
        try:
            self._write(json.dumps(record.to_plain(), ensure_ascii=False) + "\n")
        except OSError as error:
            raise unwritable(self._path, error) from error

    def _write(self, line: str) -> None:
        self._file.write(line)
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def unwritable(path: Path, error: OSError) -> OutputError:
    """The error for a file of the batch that cannot be written."""
    is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    hint = "освободите место" if is_full else "проверьте права на папку"
    return refuse_writing(path, reason(error), f"{hint}, затем --resume")


def verify(folder: Path) -> tuple[Discrepancy, ...]:
    """Compare the documents of a folder with its manifest.

    Returns:
        What is missing, what was changed, rows that failed, documents without a row, and a batch that was
        not finished; empty is good news.

    Raises:
        OutputError: There is no manifest, or it cannot be read.
    """
    records = read_records(folder)
    unfinished = (folder / JOURNAL).exists()
    if not (records or unfinished):
        message = f"в папке «{folder}» нет описи {MANIFEST}"
        raise OutputError(message, "укажите папку, куда писал prikaz batch", str(folder))
    found = [_discrepancy(folder, record) for record in records.values()]
    if unfinished:
        found.append(_of(BATCH_UNFINISHED, JOURNAL, "пакет не закончен", "продолжите его: --resume"))
    return tuple(filter(None, found))


def _discrepancy(folder: Path, record: ManifestRecord) -> Discrepancy | None:
    """What is wrong with one document; None when nothing is."""
    file, found = record.file, digest_of(folder / record.file)
    if record.state is DocumentState.FAILED:
        old = ", в папке прежний документ" if found else ""
        message = f"не сделан: ошибка в строке таблицы, по счёту {record.row}{old}"
        return _of(ROW_FAILED, file, message, "исправьте её и повторите с --resume")
    if record.state is DocumentState.WITHOUT_ROW:
        message, hint = "такой строки в таблице больше нет", "уберите файл, если он не нужен"
        return _of(ROW_GONE, file, message, hint) if found else None
    if found is None:
        return _of(DOCUMENT_MISSING, file, "файла нет")
    return None if found == record.sha256 else _of(DOCUMENT_CHANGED, file, "изменён после создания")


def _of(kind: FindingKind, file: str, message: str, hint: str = "") -> Discrepancy:
    return Discrepancy(code=kind.code, file=file, message=message, hint=hint)


def digest_of(path: Path) -> str | None:
    """Digest of a file; None when it cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return None
