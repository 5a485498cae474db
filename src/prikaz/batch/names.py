"""Names of the files of a batch: told before anything is made if they collide or no disk would take them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from prikaz.batch.outcomes import BatchError, Fault
from prikaz.batch.rows import Row
from prikaz.files.keys import fold

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


def file_names(pattern: str, rows: Sequence[Row], values: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Names of the documents of ``rows``, with the suffix ".docx".

    Args:
        pattern: Text with names of columns in braces, "{номер}-{школа}".
        rows: The rows.
        values: For each row what may stand in the braces, by folded name.

    Raises:
        BatchError: Everything that is wrong with the names.
    """
    faults: list[Fault] = []
    names = tuple(
        f"{_stem(pattern, row, known, faults)}.docx" for row, known in zip(rows, values, strict=True)
    )
    faults += (
        Fault(place=row.place, message=f"имя «{name}» не годится: {why}", hint="задайте другое: --name")
        for row, name in zip(rows, names, strict=True)
        if (why := refusal(name.removesuffix(".docx")))
    )
    faults += _collisions(names, rows)
    if faults:
        raise BatchError(faults)
    return names


def _stem(pattern: str, row: Row, known: Mapping[str, str], faults: list[Fault]) -> str:
    def put(match: re.Match[str]) -> str:
        value = known.get(fold(match[1]), "")
        if not value:
            hint = f"есть: {', '.join(known)}"
            faults.append(Fault(place=row.place, column=match[1], message="для имени файла пусто", hint=hint))
        return value or "-"

    return unicodedata.normalize("NFC", _KEY.sub(put, pattern))


def refusal(stem: str) -> str:
    """Why a file system would refuse a name; "" when none would.

    >>> refusal("75-од"), refusal("17/од"), refusal("Aux.2027")
    ('', 'знак «/» в имени', 'Windows бережёт это имя для устройства')
    """
    if found := _FORBIDDEN.search(stem):
        sign = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        return f"знак «{sign}» в имени"
    if _RESERVED.fullmatch(stem):
        return "Windows бережёт это имя для устройства"
    if not stem or stem != stem.strip(" .") or stem.startswith("~$"):
        return "точка, пробел или «~$» на краю, или пусто"
    if len(stem.encode()) > _LONGEST:
        return f"длиннее {_LONGEST} байт (русская буква занимает два)"
    return ""


def _collisions(names: Sequence[str], rows: Sequence[Row]) -> Iterator[Fault]:
    """Names that are one on a disk that does not tell capitals from small letters."""
    seen: dict[str, Row] = {}
    for name, row in zip(names, rows, strict=True):
        first = seen.setdefault(name.casefold(), row)
        if first is not row:
            told = f"имя «{name}» уже у строки «{first.place}»"
            yield Fault(place=row.place, message=told, hint="добавьте в --name ещё одну графу или {строка}")
