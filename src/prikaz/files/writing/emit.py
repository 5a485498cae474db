"""Data files out: an order as YAML that a clerk likes to read, or as JSON."""

from __future__ import annotations

import io
import json
import os
import pathlib
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from prikaz.annotations import checked
from prikaz.encodings import FILE_TOO_LARGE, refuse_file
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import NOWHERE
from prikaz.files.nodes.source import CHARACTER_FORBIDDEN, FORBIDDEN, describe_forbidden
from prikaz.files.writing.unstructure import PlainData, to_dict
from prikaz.findings import Path
from prikaz.language.words.cases import Case
from prikaz.model import Image, Order
from prikaz.model.contents import images

#: Bytes of the largest picture that a data file can hold itself: as text it is a third larger.
_LARGEST_INSIDE: Final = 600_000
_WIDEST_FLOW: Final = 70
_ANY_WIDTH: Final = 1_000_000

_ODD: Final = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_WORDS: Final = re.compile(rf"[A-Za-zА-Яа-яЁё«№(](?:[^{_ODD}]*[^{_ODD}\s:])?")
_FIGURES: Final = re.compile(r"0|[1-9]\d{0,8}|\d\d\.\d\d\.\d{4}")
_TAKEN_APART: Final = re.compile(r": | #|:$")
_SPECIAL: Final = re.compile(r"y|yes|n|no|on|off|true|false|null", re.IGNORECASE)
_LINES: Final = re.compile(
    rf"(?:[^{_ODD}\s](?:[^{_ODD}]*[^{_ODD}\s])?\n+)+[^{_ODD}\s](?:[^{_ODD}]*[^{_ODD}\s])?"
)
_ONE_WORD: Final = re.compile(r"[A-Za-zА-Яа-яЁё]{1,20}|\d{1,9}")
_NOT_REPLACED: Final = "назовите другой или разрешите замену: overwrite=True"
_CASES: Final = frozenset(case.value for case in Case)


@checked
def dump(order: Order, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write an order to a file that :func:`load` reads as the same order.

    Args:
        order: The order.
        path: Where to; ``.json`` makes JSON, any other suffix YAML. The file is written whole or not at all.
        overwrite: Replace a file that is there. Nothing in a data file says who has written it, and
            comments would be lost, so that any file is refused without this.

    Raises:
        DataError: A text holds control characters, which no data file may; or a picture without a file is
            too large for one.
        OutputError: There is a file of this name and ``overwrite`` is not asked for, or it cannot be written.
    """
    from prikaz.opc.atomic_write import write_file, write_new  # noqa: PLC0415 (nothing else here needs them)

    folder = pathlib.Path(path).parent
    _refuse_large_pictures(order, folder, str(path))
    data = with_names(to_dict(order), _files_beside(order, folder))
    refuse_forbidden(data)
    text = to_json(data) if pathlib.Path(path).suffix.lower() == ".json" else to_yaml(data)
    if overwrite:
        write_file(path, text.encode(), overwrite=True)
    else:
        write_new(path, text.encode(), _NOT_REPLACED)


def _refuse_large_pictures(order: Order, folder: pathlib.Path, name: str) -> None:
    """Refuse a picture that would have to stand in the data and is larger than a data file may be."""
    for image in images(order):
        if len(image.data) > _LARGEST_INSIDE and not (image.name and is_beside(image, folder)):
            hint = "положите файл рисунка рядом с файлом данных"
            raise refuse_file(FILE_TOO_LARGE, name, "рисунок слишком велик для файла данных", hint)


def _files_beside(order: Order, folder: pathlib.Path) -> dict[str, str]:
    """The pictures that lie in the folder as they are in the order: their files by what would be written."""
    return {image.uri: image.name for image in images(order) if image.name and is_beside(image, folder)}


def is_beside(image: Image, folder: pathlib.Path, name: str = "") -> bool:
    """Whether the file of a picture, or another of that name, is in a folder and holds the picture."""
    path = folder / (name or image.name)
    return path.is_file() and path.read_bytes() == image.data


def with_names(data: PlainData, names: Mapping[str, str]) -> PlainData:
    """Plain data in which names, or whatever is given, stand for pictures."""
    if not names:
        return data
    if isinstance(data, dict):
        return {key: with_names(value, names) for key, value in data.items()}
    if isinstance(data, list):
        return [with_names(item, names) for item in data]
    return names.get(data, data) if isinstance(data, str) else data


def to_yaml(data: PlainData) -> str:
    r"""Write plain data as YAML: texts that any reader of YAML would misread stand in quotes.

    >>> to_yaml({"номер": "075", "дата": "16.03.2027", "годы": [2027, 2028]})
    'номер: "075"\nдата: 16.03.2027\nгоды: [2027, 2028]\n'
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 (20 ms, and only files need it)

    yaml = YAML()
    yaml.width = _ANY_WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_styled(data), stream)
    return stream.getvalue()


def to_json(data: PlainData) -> str:
    """Write plain data as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def refuse_forbidden(data: PlainData) -> None:
    """Refuse texts that could not be read back.

    Raises:
        DataError: With the path of every control character.
    """
    faults = Faults()
    for path, text in _texts(data, ()):
        for match in FORBIDDEN.finditer(text):
            faults.add(CHARACTER_FORBIDDEN, NOWHERE, *describe_forbidden(match[0]), path=path)
    if faults.found:
        raise faults.error()


def _texts(data: PlainData, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, list):
        for number, item in enumerate(data, 1):
            yield from _texts(item, (*path, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield path, key
            yield from _texts(value, (*path, key))


def _styled(data: PlainData) -> Any:  # noqa: ANN401 (types of ruamel.yaml)
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415 (with to_yaml)

    if isinstance(data, dict):
        mapping = CommentedMap({_key(key): _styled(value) for key, value in data.items()})
        if _is_short_mapping(data):
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(data, list):
        sequence = CommentedSeq(map(_styled, data))
        if all(_ONE_WORD.fullmatch(str(item)) for item in data) and len(str(data)) < _WIDEST_FLOW:
            sequence.fa.set_flow_style()
        return sequence
    return _scalar(data)


def _is_short_mapping(data: dict[str, PlainData]) -> bool:
    """Whether a mapping by years or cases is short enough for one line."""
    by_year_or_case = all(key.isdecimal() or key in _CASES for key in data)
    texts = all(isinstance(value, str) and "\n" not in value for value in data.values())
    return by_year_or_case and texts and len(str(data)) < _WIDEST_FLOW


def _key(key: str) -> Any:  # noqa: ANN401
    return int(key) if _FIGURES.fullmatch(key) and key.isdecimal() else _scalar(key)


def _scalar(value: str | int | bool) -> Any:  # noqa: ANN401, FBT001 (a value of its own kind)
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString  # noqa: PLC0415

    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, int):
        return value
    if _FIGURES.fullmatch(value):
        return int(value) if value.isdecimal() else value
    if _is_safe(value):
        return value
    return LiteralScalarString(value) if _LINES.fullmatch(value) else DoubleQuotedScalarString(value)


def is_plain(text: str) -> bool:
    """Whether a text is written without quotes."""
    return bool(_FIGURES.fullmatch(text)) or _is_safe(text)


def _is_safe(text: str) -> bool:
    """Whether every reader of YAML, of 1.1 and of 1.2, takes an unquoted text for this text."""
    return bool(_WORDS.fullmatch(text)) and not _TAKEN_APART.search(text) and not _SPECIAL.fullmatch(text)
