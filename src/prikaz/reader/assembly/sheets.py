"""Sheets that people sign: endorsements and acquaintance, as a table or line by line (листы)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from prikaz.findings import Path
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Acknowledgement, Endorsement, OfficeProfile, Person, Position
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.closing_marks import read_mark
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.persons import Shown, in_full, looks_like_name, name_at_end, person_of, signed
from prikaz.reader.assembly.registrations import read_day
from prikaz.reader.paper import Grid, GridLine, Line, PaperLine
from prikaz.reader.source_text import SourceText

_TITLE: Final = re.compile(r"(?i)\s*[«\"]?(?:согласован[оы]?|визы)[»\"]?\s*(?::|(?=\t)|$)\s*")


class _SheetRow(NamedTuple):
    """A row of a sheet that people sign."""

    name: SourceText
    position: SourceText
    day: SourceText
    others: tuple[SourceText, ...]


def _sheet_rows(grid: Grid) -> tuple[tuple[SourceText, ...], list[_SheetRow]]:
    """The head of a sheet, and its rows by what their columns are."""
    rows = [[cell.text for cell in row] for row in grid.rows]
    if not rows:
        return (), []
    heads = [fold_letters(" ".join(text.text.split())) for text in rows[0]]
    by_name = ("ф.и.о", "фио", "фамилия", "инициалы", "имя")
    columns = {
        "name": next(
            (place for place, head in enumerate(heads) if any(word in head for word in by_name)), None
        ),
        "position": next((place for place, head in enumerate(heads) if "должност" in head), None),
        "day": next((place for place, head in enumerate(heads) if head.startswith("дата")), None),
    }
    is_headed = columns["name"] is not None or columns["position"] is not None
    made: list[_SheetRow] = []
    nothing = SourceText("")
    for row in rows[1 if is_headed else 0 :]:
        found = {
            key: row[place] if place is not None and place < len(row) else nothing
            for key, place in columns.items()
        }
        used = {place for place in columns.values() if place is not None}
        others = tuple(text for place, text in enumerate(row) if place not in used)
        if not is_headed:
            named = next((text for text in row if looks_like_name(text.text)), nothing)
            first = next((text for text in row if text.text.strip() and text is not named), nothing)
            found |= {"name": named, "position": first}
            others = tuple(text for text in row if text is not named and text is not first)
        made.append(_SheetRow(found["name"], found["position"], found["day"], others))
    return (tuple(rows[0]) if is_headed else ()), made


def read_endorsements(
    lines: Sequence[PaperLine], path: Path, profile: OfficeProfile, collected: Collector
) -> list[Endorsement]:
    """Who has agreed: a sheet, or lines."""
    return [
        Endorsement(person=person, date=day)
        for person, day in _signers(lines, path, signed(profile), profile, collected)
    ]


def read_acquaintance(
    lines: Sequence[PaperLine], path: Path, profile: OfficeProfile, collected: Collector, before: int
) -> list[Acknowledgement]:
    """Who has read the order: a sheet."""
    in_line = False if profile.acknowledgement_in_line else None
    return [
        Acknowledgement(person=person, date=day, in_line=in_line)
        for person, day in _signers(lines, path, in_full, profile, collected, before)
    ]


def _signers(  # noqa: PLR0913 (where the rows stand, and how persons are shown in them)
    lines: Sequence[PaperLine],
    path: Path,
    shown: Shown,
    profile: OfficeProfile,
    collected: Collector,
    before: int = 0,
) -> Iterator[tuple[Person, dt.date | None]]:
    place = before
    grouped: dict[int, list[SourceText]] = {}
    for line in lines:
        if isinstance(line, GridLine):
            heads, rows = _sheet_rows(line.grid)
            collected.put(path, *heads)
            for row in rows:
                if not (row.name.text.strip() or row.position.text.strip()):
                    collected.put(path, *row.others, row.day)
                    continue
                place += 1
                yield _signer(row, (*path, place), shown, collected)
        elif isinstance(line, Line):
            title = _title_of(line.text.text)
            if title:
                collected.put(path, line.text[:title])
            if line.text[title:].text.strip():
                grouped.setdefault(line.group, []).append(line.text[title:])
    for texts in grouped.values():
        read = read_mark(texts, (*path, place + 1), profile, collected)
        if read is not None:
            place += 1
            yield read


def _title_of(text: str) -> int:
    """How many characters of a line are the title of a sheet: «Согласовано:» before who has agreed."""
    found = _TITLE.match(text)
    if found and name_at_end(re.split(r"_{2,}|\t", text[found.end() :].rstrip(" _"))[-1]) >= 0:
        return found.end()
    return len(text) if _is_title(text) else 0


def _is_title(text: str) -> bool:
    folded = fold_letters(" ".join(text.split()))
    return folded.startswith(("согласовано", "лист ", "визы")) or (
        "ознакомлен" in folded and not name_at_end(text) > 0
    )


def _signer(row: _SheetRow, path: Path, shown: Shown, collected: Collector) -> tuple[Person, dt.date | None]:
    name, position = model_texts.words(row.name), model_texts.words(row.position)
    person, _ = person_of(name.text, shown)
    if position:
        person = attrs.evolve(person, position=Position(title=position.text))
    collected.put((*path, "фамилия"), row.name)
    collected.put((*path, "должность"), row.position)
    collected.put((*path, "дата"), row.day)
    collected.put(path, *row.others)
    return person, read_day(row.day.text)
