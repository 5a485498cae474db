"""Names of the files of a batch: told before anything is made if they collide or no disk would take them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.batch.rows import DataRow
from prikaz.language.words.spelling import fold

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
    spoilt = {fault.place for fault in faults}
    whole = [(row, name) for row, name in named if row.place not in spoilt]
    faults += (
        Fault(place=row.place, message=f"имя «{name}» не годится: {why}", hint="задайте другое: --name")
        for row, name in whole
        if (why := refusal(name.removesuffix(".docx")))
    )
    faults += _collisions(whole)
    if faults:
        raise BatchError(faults)
    return tuple(name for _, name in named)


def _check_pattern(pattern: str, given: Sequence[Mapping[str, str]]) -> None:
    """Refuse a pattern that spoils the names of all rows."""
    plain = _KEY.sub("", pattern)
    known = dict.fromkeys(key for values in given for key in values)
    faults = [
        Fault(column=key, message="для имени файла такой графы нет", hint=f"есть: {', '.join(known)}")
        for key in _KEY.findall(pattern)
        if fold(key) not in known
    ]
    if "{" in plain or "}" in plain:
        told = f"образец имени «{pattern}»: лишняя или незакрытая фигурная скобка"
        faults.append(Fault(message=told, hint='в скобках пишут графу: --name "{номер}"'))
    if found := _FORBIDDEN.search(plain):
        told = f"образец имени «{pattern}»: знак «{_shown(found[0])}»"
        faults.append(Fault(message=told, hint="папку указывают ключом -o, здесь только имя"))
    if faults:
        raise BatchError(faults)


def _stem(pattern: str, row: DataRow, known: Mapping[str, str], faults: list[Fault]) -> str:
    def put(match: re.Match[str]) -> str:
        value = known.get(fold(match[1]), "")
        if not value:
            told = "для имени файла пусто"
            faults.append(Fault(place=row.place, column=match[1], message=told, hint="впишите значение"))
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
    """Names that are one on a disk that does not tell capitals from small letters."""
    seen: dict[str, DataRow] = {}
    for row, name in named:
        first = seen.setdefault(name.casefold(), row)
        if first is not row:
            told = f"имя «{name}» уже у строки «{first.place}»"
            yield Fault(place=row.place, message=told, hint="добавьте в --name ещё одну графу или {строка}")
