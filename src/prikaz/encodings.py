"""Bytes of a file as text: UTF-8 with and without a mark, UTF-16 with a mark, the cp1251 of old programs."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from prikaz.errors import DataError, DataFault
from prikaz.findings import FindingKind, Severity

FILE_UNREADABLE: Final = FindingKind("file-unreadable", "Файл не открывается", Severity.ERROR)
FILE_TOO_LARGE: Final = FindingKind("file-too-large", "Файл больше, чем бывает у документа", Severity.ERROR)
FILE_FORMAT_WRONG: Final = FindingKind("file-format-wrong", "Это файл другого вида", Severity.ERROR)
ENCODING_UNKNOWN: Final = FindingKind("encoding-unknown", "Кодировка файла не распознана", Severity.ERROR)

#: A data file of an order is some ten kilobytes, one with a table of thousands of rows a megabyte.
_LARGEST_MEGABYTES: Final = 4

#: What Russian programs wrote before there was Unicode.
_OLD: Final = "cp1251"
_KINDS: Final = {
    b"PK\x03\x04": "документ Word или книга Excel",
    b"\xd0\xcf\x11\xe0": "документ Word или книга Excel старого образца",
    b"%PDF": "документ PDF",
    b"{\\rtf": "документ RTF",
}
_RUSSIAN: Final = frozenset(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№«»–—…„“”’\u00a0"
)
_LOWER: Final = re.compile("[а-яё]")
_UPPER: Final = re.compile("[А-ЯЁ]")


def read_text(path: Path, name: str) -> str:
    """Read a file of data as text, with every line end as a line feed.

    Args:
        path: The file.
        name: The file as the user called it, for messages.

    Raises:
        DataError: No such file, too long, of another kind, or in an encoding that is not known.
    """
    hint = "это не файл данных документа или в нём лишнее"
    return decode_text(read_content(path, name, _LARGEST_MEGABYTES, hint), name)


def read_content(path: Path, name: str, megabytes: int, hint: str) -> bytes:
    """Read a file that should not be large.

    Args:
        path: The file.
        name: The file as the user called it, for messages.
        megabytes: How large it may be.
        hint: What to do with a larger one.

    Raises:
        DataError: No such file, too large, or not to be opened.
    """
    most = megabytes * 1_000_000
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)  # a device says that it has no size
    except (OSError, ValueError) as error:
        raise _refuse_reading(name, error) from error
    if len(content) > most:
        raise refuse_file(FILE_TOO_LARGE, name, f"файл больше {megabytes} МБ", hint)
    return content


def _refuse_reading(name: str, error: OSError | ValueError) -> DataError:
    """The error for a file that cannot be opened; a ValueError says that there is a zero in its name."""
    if isinstance(error, FileNotFoundError):
        return refuse_file(FILE_UNREADABLE, name, "такого файла нет", "проверьте имя и папку")
    if isinstance(error, IsADirectoryError):
        return refuse_file(FILE_UNREADABLE, name, "это папка, а не файл", "укажите файл")
    if isinstance(error, ValueError):
        return refuse_file(FILE_UNREADABLE, name, "такого имени у файла быть не может", "проверьте имя")
    hint = "проверьте права и не открыт ли он в другой программе"
    return refuse_file(FILE_UNREADABLE, name, "файл не читается", hint)


def decode_text(content: bytes, name: str) -> str:
    """Turn bytes into text, with every line end as a line feed.

    Raises:
        DataError: As :func:`decode` raises it.
    """
    return decode(content, name).replace("\r\n", "\n").replace("\r", "\n")


def decode(content: bytes, name: str) -> str:
    """Turn bytes into text.

    Raises:
        DataError: The bytes are of another kind of file, or of an encoding that is not known.

    >>> decode("вид: приказ".encode("cp1251"), "order.yaml")
    'вид: приказ'
    """
    for start, kind in _KINDS.items():
        if content.startswith(start):
            message = f"это {kind}, а не файл данных"
            raise refuse_file(FILE_FORMAT_WRONG, name, message, "укажите файл .yaml, .json или .docx")
    text = _strictly(content, _encoding(content), name)
    if _encoding(content) == _OLD and not _reads_as_russian(text):
        raise _unknown(name)
    return text


def encode_like(text: str, content: bytes) -> bytes:
    """Turn text into bytes in the encoding of ``content``; in UTF-8 with a mark where that lacks a sign.

    >>> encode_like("школа № 1", "школа".encode("cp1251")).decode("cp1251")
    'школа № 1'
    """
    try:
        return text.encode(_encoding(content))
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


def _encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    try:
        content.decode()
    except UnicodeDecodeError:
        return _OLD
    return "utf-8"


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise _unknown(name) from None


def _reads_as_russian(text: str) -> bool:
    """Whether text read as cp1251 is Russian: of KOI8-R it makes capitals, of cp866 foreign letters."""
    foreign = [char for char in text if char > "\x7f"]
    russian = sum(char in _RUSSIAN for char in foreign)
    return russian > 0.95 * len(foreign) and len(_LOWER.findall(text)) > len(_UPPER.findall(text))


def _unknown(name: str) -> DataError:
    hint = "сохраните файл в кодировке UTF-8"
    return refuse_file(ENCODING_UNKNOWN, name, "кодировка файла не распознана", hint)


def refuse_file(kind: FindingKind, name: str, message: str, hint: str) -> DataError:
    """The error for a file that cannot be read at all.

    >>> str(refuse_file(FILE_UNREADABLE, "план.csv", "такого файла нет", "проверьте имя"))
    'план.csv: такого файла нет; проверьте имя'
    """
    return DataError([DataFault(file=name, message=message, hint=hint, code=kind.code)])
