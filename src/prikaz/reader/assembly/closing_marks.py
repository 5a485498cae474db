"""Marks that somebody signs under a text: «С приказом ознакомлена: …», «Верно» (ознакомление, заверение)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

import attrs

from prikaz.findings import Path
from prikaz.language.words.cases import Sex
from prikaz.model import Acknowledgement, CopyMark, OfficeProfile, Person, Position
from prikaz.model.resolution.participles import agreeing
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.hints import without_hints
from prikaz.reader.assembly.persons import is_no_name, looks_like_name, person_of, signed
from prikaz.reader.assembly.registrations import is_day, read_day
from prikaz.reader.assembly.signatures import Signed, is_seal, position_and_name, put_blanks
from prikaz.reader.source_text import SourceText

_ACQUAINTED: Final = re.compile(
    r"(?i)^(?:с[ \u00a0].*?|лично[ ]|[ \u00a0]*)ознакомлен(?:а|ы|\(а\))?(?!\w)[ \u00a0]*:?[ \u00a0]*"
)
_BETWEEN: Final = re.compile(r"[,;][ \u00a0]*|[ \u00a0]+и[ \u00a0]+")
#: The number of a line of a list of people.
_ORDINAL: Final = re.compile(r"\s*\d{1,3}[.)]\s+(?=\D)")


def read_acknowledgements(
    lines: Sequence[SourceText], path: Path, before: int, profile: OfficeProfile, collected: Collector
) -> list[Acknowledgement]:
    """«С приказом ознакомлена: …» by its lines; one mark may name several: «Ознакомлены: А, Б»."""
    *above, last = lines
    found = _ACQUAINTED.match(last.text)
    behind = last[found.end() :] if found and not above else last
    names = [*behind.split(_BETWEEN)]
    if len(names) > 1 and all(looks_like_name(name.text) for name in names):
        collected.put(path, *above, *([last[: found.end()]] if found and not above else []))
        groups: list[Sequence[SourceText]] = [[name] for name in names]
    else:
        groups = [lines]
    made: list[Acknowledgement] = []
    for group in groups:
        mark = _acknowledgement(group, (*path, before + len(made) + 1), profile, collected)
        if mark is not None:
            made.append(mark)
    return made


def _acknowledgement(
    lines: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> Acknowledgement | None:
    ending = ""
    texts: list[SourceText] = []
    for line in lines:
        found = _ACQUAINTED.match(line.text) if not texts else None
        if found:
            collected.put(path, line[: found.end()])
            ending = found[0].rstrip(" :\u00a0")[-1:]
            line = line[found.end() :]  # noqa: PLW2901 (what is left of it)
        if line.text.strip():
            texts.append(line)
    read = read_mark(texts, path, profile, collected)
    if read is None:
        return None
    person, day = read
    if agreeing("ознакомлен", person)[-1:] != ending and ending in {"а", "н"}:
        sex = Sex.FEMALE if ending == "а" else Sex.MALE
        person = attrs.evolve(person, sex=sex)
    in_line = None if profile.acknowledgement_in_line else True
    return Acknowledgement(person=person, date=day, in_line=in_line)


def read_copy_mark(
    lines: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> CopyMark:
    """«Верно» by its lines."""
    texts: list[SourceText] = []
    seal = False
    for line in lines:
        if is_seal(line.text):
            seal = True
            collected.put((*path, "печать"), line)
        elif not texts and (found := re.match(r"(?i)\s*(?:копия\s+)?верна?о?\s*:?\s*", line.text)):
            collected.put(path, line[: found.end()])
            if line.text[found.end() :].strip():
                texts.append(line[found.end() :])
        else:
            texts.append(line)
    at = next((place for place, text in enumerate(texts) if "_" in text.text or "\t" in text.text), None)
    original = SourceText("")
    if at is not None and at + 1 < len(texts):
        original = model_texts.words(SourceText.join(" ", texts[at + 1 :]))
        collected.put((*path, "подлинник"), original)
        texts = texts[: at + 1]
    read = read_mark(texts, path, profile, collected)
    person, day = read or (Person(last="", blank=True), None)
    return CopyMark(
        position=person.position,
        person=attrs.evolve(person, position=None),
        date=day,
        original=original.text,
        seal=seal,
    )


def read_mark(
    texts: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> tuple[Person, dt.date | None] | None:
    """Position, name and day of a mark that somebody signs."""
    pieces: list[SourceText] = []
    day: dt.date | None = None
    texts, days = without_hints(texts, path, collected)
    for found_day in days:
        day = read_day(found_day.text)
        collected.put((*path, "дата"), found_day)
    for text in texts:
        for piece in text.split(r"[\t\n\f]| {3,}"):
            if is_day(piece.text) and not re.fullmatch(r"[\s_]*", piece.text):
                day = read_day(piece.text)
                collected.put((*path, "дата"), piece)
            elif piece.text.strip():
                ordinal = _ORDINAL.match(piece.text)
                if ordinal:
                    collected.put(path, piece[: ordinal.end()])
                pieces.append(piece[ordinal.end() :] if ordinal else piece)
    if not pieces:
        return None
    found = _with_name_inside(position_and_name([_signable(piece) for piece in pieces]))
    put_blanks(pieces, path, collected)
    person, _ = person_of(str(model_texts.words(found.name)), signed(profile))
    collected.put((*path, "фамилия"), found.name)
    position = model_texts.words(found.position)
    if position and not any(map(str.isalnum, position.text)):
        collected.put(path, position)
    elif position:
        collected.put((*path, "должность"), position)
        person = attrs.evolve(person, position=Position(title=position.text))
    return person, day


def _signable(text: SourceText) -> SourceText:
    """A line with tabs for the places for a signature."""
    parts = [part.strip() for part in text.split(r"_{2,}[_/ ]*")]
    return SourceText.join("\t", [part for part in parts if any(map(str.isalnum, part.text))])


def _with_name_inside(found: Signed) -> Signed:
    """A position alone is no name, and a name alone is no position."""
    if found.name and is_no_name(found.name.text):
        return Signed(SourceText.join(" ", [part for part in found if part]), SourceText(""))
    return found
