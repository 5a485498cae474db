"""Office profiles from ``prikaz.toml``, by the same keys and with the same care as orders."""

from __future__ import annotations

import os
import pathlib
import re
import tomllib
from collections.abc import Iterator
from typing import Final

from attrs import NOTHING, evolve, field, frozen

from prikaz.annotations import checked
from prikaz.encodings import read_text
from prikaz.files.keys.shapes import Record
from prikaz.files.loading.structure import Structure
from prikaz.files.loading.tables import FileTables
from prikaz.files.nodes.descriptions import join_names
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import MappingEntry, MappingNode, Node, Place, SequenceNode
from prikaz.files.nodes.plain_data import to_node
from prikaz.findings import FindingKind, Severity
from prikaz.language.words.dictionary import Dictionary
from prikaz.language.words.misspelling import nearest
from prikaz.language.words.spelling import fold
from prikaz.model import OfficeProfile
from prikaz.model.converters import Forms
from prikaz.model.terms import term

PROFILE_UNKNOWN: Final = FindingKind("profile-unknown", "Такого профиля нет", Severity.ERROR)
TOML_UNREADABLE: Final = FindingKind("toml-unreadable", "Файл не читается как TOML", Severity.ERROR)

_PROFILES: Final = frozenset({"профили", "profiles"})
_DICTIONARY: Final = frozenset({"словарь", "dictionary"})
#: Strings and comments of TOML, and a word outside of them.
_TOKEN: Final = re.compile(
    r"\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|#.*"
    r"|(?P<word>[\w-]+)"
)
_RUSSIAN: Final = re.compile("[А-Яа-яЁё]")
_TABLE: Final = re.compile(r"\s*\[+(.+?)\]+\s*(?:#.*)?")
_KEY: Final = re.compile(r"\s*([\w-]+|\"[^\"]+\"|'[^']+')\s*(?:\.|=)")


@frozen(kw_only=True)
class OfficeWords:
    """Words whose forms the office has settled (словарь)."""

    forms: tuple[tuple[str, Forms], ...] = field(
        default=(), metadata=term("формы", "Формы в падежах: слова в именительном падеже и {род: …, дат: …}")
    )
    indeclinable: tuple[str, ...] = field(
        default=(), metadata=term("несклоняемые", "Слова и фамилии, которые не склоняются")
    )


@checked
def load_profile(path: str | os.PathLike[str], profile: str = "") -> OfficeProfile:
    """Read an office profile.

    Args:
        path: The file, usually ``prikaz.toml``.
        profile: Name of a table under ``[профили]`` whose values go over those of the whole file.

    Raises:
        DataError: With everything that is wrong in the file.
    """
    faults = Faults()
    root = _parse(pathlib.Path(path), faults)
    profiles = next((entry for entry in root.entries if fold(entry.key) in _PROFILES), None)
    entries = [entry for entry in root.entries if entry is not profiles]
    if profile:
        entries = _over(entries, _entries_of(profiles, profile, root.place, faults))
    result = _to_profile(root.evolve(entries), faults)
    if faults.found:
        raise faults.error()
    return result


def _parse(path: pathlib.Path, faults: Faults) -> MappingNode:
    text = read_text(path, str(path))
    try:
        node = to_node(tomllib.loads(_TOKEN.sub(_quoted, text)), faults)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (0, 0)
        place = Place(file=str(path), line=line, column=column)
        hint = 'пишут так: "ключ" = "значение"'
        faults.add(TOML_UNREADABLE, place, "строка не читается как TOML", hint)
        raise faults.error() from None
    placed = _placed(node, dict(_lines(text)), (), Place(file=str(path), line=1, column=1))
    return placed if isinstance(placed, MappingNode) else MappingNode()


def _quoted(token: re.Match[str]) -> str:
    """A Russian word as TOML wants it: in quotes, which a clerk need not know."""
    is_russian = token["word"] and _RUSSIAN.search(token["word"])
    return f'"{token[0]}"' if is_russian else token[0]


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Keys of the file with their tables, and the line of each: TOML itself gives no places."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.fullmatch(line):
            table = tuple(part.strip(" \"'") for part in match[1].split("."))
            yield table, number
        elif match := _KEY.match(line):
            yield (*table, match[1].strip("\"'")), number


def _placed(node: Node, lines: dict[tuple[str, ...], int], path: tuple[str, ...], around: Place) -> Node:
    """Nodes with the places of their lines; what has no line of its own stands where its owner does."""
    place = around._replace(line=lines.get(path, around.line))
    if isinstance(node, MappingNode):
        entries = (
            entry._replace(value=value, place=value.place)
            for entry in node.entries
            for value in [_placed(entry.value, lines, (*path, entry.key), place)]
        )
        return node._replace(entries=tuple(entries), place=place)
    if isinstance(node, SequenceNode):
        items = tuple(_placed(item, lines, path, place) for item in node.items)
        return node._replace(items=items, place=place)
    return node._replace(place=place)


def _entries_of(profiles: MappingEntry | None, name: str, start: Place, faults: Faults) -> list[MappingEntry]:
    known = profiles.value.entries if profiles and isinstance(profiles.value, MappingNode) else ()
    for entry in known:
        if fold(entry.key) == fold(name) and isinstance(entry.value, MappingNode):
            return [*entry.value.entries]
    names = [entry.key for entry in known]
    near = nearest(name, names)
    hint = f"возможно, «{near}»" if near else f"есть профили: {join_names(names) or 'ни одного'}"
    faults.add(PROFILE_UNKNOWN, start, f"нет профиля «{name}»", hint)
    return []


def _over(entries: list[MappingEntry], profile: list[MappingEntry]) -> list[MappingEntry]:
    """Entries of a profile over those of the whole file; tables are laid one over another."""
    result = {fold(entry.key): entry for entry in entries}
    for entry in profile:
        base = result.get(fold(entry.key))
        if base and isinstance(base.value, MappingNode) and isinstance(entry.value, MappingNode):
            inner = _over([*base.value.entries], [*entry.value.entries])
            result[fold(entry.key)] = entry._replace(value=entry.value.evolve(inner))
        else:
            result[fold(entry.key)] = entry
    return [*result.values()]


def _to_profile(node: MappingNode, faults: Faults) -> OfficeProfile:
    structure = Structure(faults=faults, tables=FileTables(faults=faults, folder=None))
    words = next((entry for entry in node.entries if fold(entry.key) in _DICTIONARY), None)
    made = structure.record(OfficeProfile, node.evolve(entry for entry in node.entries if entry is not words))
    profile: OfficeProfile = OfficeProfile() if made is NOTHING else made
    settled = structure.build(Record(OfficeWords), words.value, ("словарь",)) if words else NOTHING
    if settled is NOTHING:
        return profile
    forms = {phrase: dict(cases) for phrase, cases in settled.forms}
    dictionary = Dictionary(forms=forms, indeclinable=settled.indeclinable)
    return evolve(profile, dictionary=dictionary)
