"""Names of the files of a batch: refused before anything is made if they collide or no disk takes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from prikaz.batch.outcomes import BatchError, Fault, fault
from prikaz.batch.rows import DataRow
from prikaz.findings import FindingKind, Severity
from prikaz.language.words.spelling import fold

NAME_REFUSED: Final = FindingKind("file-name-refused", "Такого имени файла диск не примет", Severity.ERROR)
NAME_TAKEN: Final = FindingKind("file-name-taken", "У двух строк одно имя файла", Severity.ERROR)
NAME_EMPTY: Final = FindingKind("file-name-empty", "Ячейка, из которой имя файла, пуста", Severity.ERROR)
PATTERN_WRONG: Final = FindingKind("file-name-pattern", "Образец имён файлов не годится", Severity.ERROR)
PATTERN_COLUMN: Final = FindingKind(
    "file-name-column", "В образце имён файлов графа, которой нет", Severity.ERROR
)

#: Name of a document when none is asked for: the number of its row.
DEFAULT: Final = "{строка}"

_KEY: Final = re.compile(r"\{([^{}]*)\}")
#: What Windows refuses in a name (Naming Files, Paths, and Namespaces); other systems only «/».
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]')
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
#: Bytes of a name of ext4 with room for ".docx" and ".pdf"; of NTFS as many characters.
_LONGEST: Final = 249


def file_names(pattern: str, rows: Sequence[DataRow], values: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Names of the documents of ``rows``, with the suffix ".docx".

    Args:
        pattern: Text with names of columns in braces, "{номер}-{школа}".
        rows: The rows.
        values: For each row what may stand in the braces, by folded name.

    Raises:
        BatchError: Everything that is wrong with the names.
    """
    given = list(values)
    _check_pattern(pattern, given)
    faults: list[Fault] = []
    named = [
        (row, f"{_stem(pattern, row, known, faults)}.docx") for row, known in zip(rows, given, strict=True)
    ]
    incomplete = {item.place for item in faults}
    complete = [(row, name) for row, name in named if row.place not in incomplete]
    faults += _refusals(complete)
    faults += _collisions(complete)
    if faults:
        raise BatchError(faults)
    return tuple(name for _, name in named)


def _refusals(named: Iterable[tuple[DataRow, str]]) -> Iterator[Fault]:
    """Names that some file system does not take."""
    for row, name in named:
        if why := refusal(name.removesuffix(".docx")):
            message = f"имя «{name}» не годится: {why}"
            yield fault(NAME_REFUSED, message, "задайте другое: --name", place=row.place)


def _check_pattern(pattern: str, given: Sequence[Mapping[str, str]]) -> None:
    """Refuse a pattern that spoils the names of all rows."""
    plain = _KEY.sub("", pattern)
    known = dict.fromkeys(key for values in given for key in values)
    faults = [
        fault(PATTERN_COLUMN, "для имени файла такой графы нет", f"есть: {', '.join(known)}", column=key)
        for key in _KEY.findall(pattern)
        if fold(key) not in known
    ]
    if "{" in plain or "}" in plain:
        message = f"образец имени «{pattern}»: лишняя или незакрытая фигурная скобка"
        faults.append(fault(PATTERN_WRONG, message, 'в скобках пишут графу: --name "{номер}"'))
    if found := _FORBIDDEN.search(plain):
        message = f"образец имени «{pattern}»: знак «{_shown(found[0])}»"
        faults.append(fault(PATTERN_WRONG, message, "папку указывают ключом -o, здесь только имя"))
    if faults:
        raise BatchError(faults)


def _stem(pattern: str, row: DataRow, known: Mapping[str, str], faults: list[Fault]) -> str:
    def put(match: re.Match[str]) -> str:
        value = known.get(fold(match[1]), "")
        if not value:
            message, hint = "для имени файла пусто", "впишите значение"
            faults.append(fault(NAME_EMPTY, message, hint, place=row.place, column=match[1]))
        return value

    return unicodedata.normalize("NFC", _KEY.sub(put, pattern))


def refusal(stem: str) -> str:
    """Why a file system would refuse a name; "" when none would.

    >>> refusal("75-од"), refusal("17/од"), refusal("Aux.2027")
    ('', 'знак «/» в имени', 'Windows бережёт это имя для устройства')
    """
    if found := _FORBIDDEN.search(stem):
        return f"знак «{_shown(found[0])}» в имени"
    if _RESERVED.fullmatch(stem):
        return "Windows бережёт это имя для устройства"
    if not stem or stem != stem.strip(" .") or stem.startswith("~$"):
        return "точка, пробел или «~$» на краю, или пусто"
    if len(stem.encode()) > _LONGEST:
        return f"длиннее {_LONGEST} байт (русская буква занимает два)"
    return ""


def _shown(sign: str) -> str:
    return sign if sign.isprintable() else f"U+{ord(sign):04X}"


def _collisions(named: Iterable[tuple[DataRow, str]]) -> Iterator[Fault]:
    """Names that are one on a disk where capitals and small letters are the same."""
    seen: dict[str, DataRow] = {}
    for row, name in named:
        first = seen.setdefault(name.casefold(), row)
        if first is not row:
            message = f"имя «{name}» уже у строки «{first.place}»"
            hint = "добавьте в --name ещё одну графу или {строка}"
            yield fault(NAME_TAKEN, message, hint, place=row.place)
