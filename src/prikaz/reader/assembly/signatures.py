"""Signatures and what stands round them (подписи, ознакомление, согласование, верно, исполнитель)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import attrs

from prikaz.findings import Path
from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.spelling import fold_letters
from prikaz.model import (
    Acknowledgement,
    Acting,
    CopyMark,
    Endorsement,
    OfficeProfile,
    Person,
    Position,
    PreparedBy,
    Signature,
)
from prikaz.model.resolution.participles import agreeing
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.nominatives import nominative_position
from prikaz.reader.assembly.persons import (
    Shown,
    in_full,
    in_text,
    looks_like_name,
    name_at_end,
    person_of,
    signed,
)
from prikaz.reader.assembly.registrations import is_day, read_day
from prikaz.reader.paper import Grid, GridLine, Line, PaperLine
from prikaz.reader.source_text import SourceText

_WRAPPED: Final = 36
_GAP: Final = re.compile(r"[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{3,}|[ \u00a0]*_{3,}[_ \u00a0/]*")
_ACTING: Final = re.compile(
    r"(?i)(?P<acting>и\.[ \u00a0]?о\.|врио|вр\.[ \u00a0]?и\.[ \u00a0]?о\.)[ \u00a0]+(?P<position>\S.*)"
)
_SEAL: Final = re.compile(r"(?i)\s*м\.?\s?п\.?\s*")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w.-]+\w")
_PHONE: Final = re.compile(r"(?:(?i:тел(?:ефон)?)[.:]?[ \u00a0]*)?(?P<number>[+(]?\d[\d ()\u00a0-]{3,}\d)")
_PREPARED: Final = re.compile(
    r"(?i)(?:[^\W\d_]+[ \u00a0]){0,3}(?P<verb>подготовил(?:а|\(а\))?|исполнитель|исп\.?|исполнил(?:а)?)[ \u00a0]*:?[ \u00a0]*"
)
_ACQUAINTED: Final = re.compile(r"(?i)^с[ \u00a0].*?ознакомлен(?:а|ы|\(а\))?[ \u00a0]*:?[ \u00a0]*")
_MOST_LINES: Final = 12


class _Signed(NamedTuple):
    """A position and a name, with the characters of both."""

    position: SourceText
    name: SourceText


def joined_wrapped(lines: Sequence[SourceText]) -> SourceText:
    """Lines that were one, joined by spaces; a word that was cut at a hyphen or for its length, without."""
    whole = lines[0] if lines else SourceText("")
    for line in lines[1:]:
        before = whole.text.rpartition("\n")[2]
        is_cut = bool(re.search(r"\w-$", before)) and line.text[:1].islower()
        ends, begins = before.split(" ")[-1], line.text.split(" ")[0]
        is_cut = is_cut or (len(before) == _WRAPPED and len(ends + begins) > _WRAPPED)
        whole = SourceText.join("" if is_cut else " ", (whole, line))
    return whole


def read_signature(
    lines: Sequence[Line], path: Path, profile: OfficeProfile, collected: Collector
) -> Signature | None:
    """A signature by its lines; None of a mere place for a seal."""
    texts: list[SourceText] = []
    seal = False
    for line in lines:
        for piece in line.text.split(r"[\n\f\v]"):
            if _SEAL.fullmatch(piece.text):
                seal = True
                collected.put((*path, "печать"), piece)
            elif piece.text.strip():
                texts.append(piece)
    if not texts and (not lines or all(_SEAL.fullmatch(line.text.text) for line in lines)):
        return None
    found = _position_and_name(texts)
    for line in lines:
        used = line.text
        if "_" in used.text:
            collected.put(path, used)
    person, is_certain = person_of(str(model_texts.words(found.name)), signed(profile))
    if found.name:
        collected.put((*path, "фамилия"), found.name)
    if person.blank:
        collected.doubt(
            found.position, path, "под подписью нет имени", "впишите фамилию и инициалы подписавшего"
        )
    elif not is_certain:
        collected.doubt(found.name, (*path, "фамилия"), "по записи лица не понять, где фамилия")
    acting, position = _position(model_texts.prose(found.position), path, profile, collected)
    return Signature(position=position, acting=acting, person=person, seal=seal)


def _position_and_name(texts: Sequence[SourceText]) -> _Signed:
    """What a signature says: the name behind a tab or a run of spaces, at the end, or on a line of its own."""
    tabbed = [index for index, text in enumerate(texts) if "\t" in text.text]
    if tabbed:
        index = tabbed[-1]
        text = texts[index]
        at = text.text.rindex("\t")
        before = text[:at].strip()
        lines = [*texts[:index], *([before] if before else []), *texts[index + 1 :]]
        return _Signed(joined_wrapped([_gaps(line) for line in lines]), text[at + 1 :].strip())
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if looks_like_name(text.text):
            others = [*texts[:index], *texts[index + 1 :]]
            return _Signed(joined_wrapped([_gaps(line) for line in others]), _bare_name(text))
        gaps = [*_GAP.finditer(text.text.rstrip())]
        if gaps and text.text[gaps[-1].end() :].strip():
            lines = [*texts[:index], text[: gaps[-1].start()], *texts[index + 1 :]]
            position = joined_wrapped([_gaps(line) for line in lines if line.text.strip()])
            return _Signed(position, _bare_name(text[gaps[-1].end() :]))
        start = name_at_end(text.text)
        if start > 0:
            lines = [*texts[:index], text[:start].strip(), *texts[index + 1 :]]
            return _Signed(joined_wrapped([_gaps(line) for line in lines]), _bare_name(text[start:]))
    return _Signed(joined_wrapped([_gaps(line) for line in texts]), SourceText(""))


def _gaps(text: SourceText) -> SourceText:
    """A line without places for a signature."""
    return text.replaced(r"_{3,}", " ").strip() if "___" in text.text else text.strip()


def _bare_name(text: SourceText) -> SourceText:
    left = len(text.text) - len(text.text.lstrip(" \t\u00a0/_"))
    return text[left : max(left, len(text.text.rstrip(" \t\u00a0/_")))]


def _position(
    text: SourceText, path: Path, profile: OfficeProfile, collected: Collector
) -> tuple[Acting | None, Position | None]:
    if not text.text.strip():
        return None, None
    where = (*path, "должность")
    found = _ACTING.fullmatch(text.text)
    if found is None:
        collected.put(where, text)
        return None, Position(title=text.text)
    acting = Acting.ACTING if fold_letters(found["acting"]).startswith("и") else Acting.TEMPORARILY
    collected.put((*path, "исполняет обязанности"), text[: found.end("acting")])
    collected.put(where, text[found.start("position") :])
    position = nominative_position(found["position"], Case.GENITIVE, profile)
    if position.forms:
        reason = f"начальная форма должности «{found['position']}» не найдена"
        collected.doubt(text, where, reason, "впишите должность в именительном падеже: кто?")
    return acting, position


# Marks under the signature --------------------------------------------------------------------------------


def read_acknowledgement(
    lines: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> Acknowledgement | None:
    """«С приказом ознакомлена: …» by its lines."""
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
    read = _mark(texts, path, profile, collected)
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
        if _SEAL.fullmatch(line.text):
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
    read = _mark(texts, path, profile, collected)
    person, day = read or (Person(last="", blank=True), None)
    return CopyMark(
        position=person.position,
        person=attrs.evolve(person, position=None),
        date=day,
        original=original.text,
        seal=seal,
    )


def _mark(
    texts: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> tuple[Person, dt.date | None] | None:
    """Position, name and day of a mark that somebody signs."""
    pieces: list[SourceText] = []
    day: dt.date | None = None
    for text in texts:
        for piece in text.split(r"[\t\n\f]| {3,}"):
            if is_day(piece.text) and not re.fullmatch(r"[\s_]*", piece.text):
                day = read_day(piece.text)
                collected.put((*path, "дата"), piece)
            elif piece.text.strip():
                pieces.append(piece)
    if not pieces:
        return None
    found = _position_and_name(pieces)
    blanks = [piece for piece in pieces if "_" in piece.text]
    collected.put(path, *blanks)
    person, _ = person_of(str(model_texts.words(found.name)), signed(profile))
    collected.put((*path, "фамилия"), found.name)
    position = model_texts.words(found.position)
    if position:
        collected.put((*path, "должность"), position)
        person = attrs.evolve(person, position=Position(title=position.text))
    return person, day


def read_prepared_by(
    lines: Sequence[SourceText], path: Path, profile: OfficeProfile, kind: str, collected: Collector
) -> PreparedBy | None:
    """Who prepared the document: a fact a line, or all in one."""
    texts = [model_texts.words(piece) for line in lines for piece in line.split(r"[\n\f]")]
    texts = [text for text in texts if text.text]
    if not texts:
        return None
    found = _PREPARED.match(texts[0].text)
    is_verb = bool(found and fold_letters(found["verb"]).startswith("подготовил"))
    verb = found["verb"] if found else ""
    if found:
        collected.put(path, texts[0][: found.end()])
        texts[0] = texts[0][found.end() :]
        texts = [text for text in texts if text.text]
    in_line = len(texts) <= 1 and is_verb
    if in_line and texts:
        made = _prepared_in_line(texts[0], path, profile, collected)
        ending = {"подготовила": Sex.FEMALE, "подготовил": Sex.MALE}.get(fold_letters(verb))
        if ending and agreeing("подготовил", made.person) != fold_letters(verb):
            made = attrs.evolve(made, person=attrs.evolve(made.person, sex=ending))
        return attrs.evolve(made, in_line=None if profile.prepared_by_in_line else True)
    del kind
    made = _prepared_in_lines(texts, path, profile, collected)
    return attrs.evolve(made, in_line=False if profile.prepared_by_in_line else None)


def _prepared_in_line(
    text: SourceText, path: Path, profile: OfficeProfile, collected: Collector
) -> PreparedBy:
    """«методист Орлова М.С., тел. 2-15-40, orlova@rayon.example»."""
    who, *facts = [*text.split(r",[ \u00a0]+")]
    phone, email = "", ""
    for fact in facts:
        if not email and not phone and name_at_end(who.text) < 0 and not _EMAIL.fullmatch(fact.text):
            who = SourceText.join(", ", (who, fact))
        elif not phone and not email and (fact.text.startswith("тел.") or _PHONE.fullmatch(fact.text)):
            phone = fact.text.removeprefix("тел.").strip(" \u00a0")
            collected.put((*path, "телефон"), fact)
        else:
            email = f"{email}, {fact.text}" if email else fact.text
            collected.put((*path, "почта"), fact)
    start = name_at_end(who.text)
    name, position = (who[start:], who[:start].strip()) if start >= 0 else (who, SourceText(""))
    person, _ = person_of(name.text, in_text(profile))
    collected.put((*path, "фамилия"), name)
    if position:
        collected.put((*path, "должность"), position)
        person = attrs.evolve(person, position=Position(title=position.text))
    return PreparedBy(person=person, phone=phone, email=email)


def _prepared_in_lines(
    texts: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> PreparedBy:
    """Name, position, phone, address, each on a line, in this order as a rule."""
    name = texts[0]
    facts = {"должность": "", "телефон": "", "почта": ""}
    shown: Shown = in_full
    name, *behind = _facts(name)
    for text in (*behind, *texts[1:]):
        key = "должность"
        if _EMAIL.fullmatch(text.text) or facts["телефон"]:
            key = "почта"
        elif _PHONE.fullmatch(text.text) or facts["должность"]:
            key = "телефон"
        if key == "телефон" and not _PHONE.fullmatch(text.text) and "почта" in facts and not facts["телефон"]:
            key = "телефон"
        facts[key] = f"{facts[key]} {text.text}".strip()
        collected.put((*path, key), text)
    person, _ = person_of(name.text, shown)
    collected.put((*path, "фамилия"), name)
    del profile
    if facts["должность"]:
        person = attrs.evolve(person, position=Position(title=facts["должность"]))
    return PreparedBy(person=person, phone=facts["телефон"], email=facts["почта"])


def _facts(text: SourceText) -> Iterator[SourceText]:
    """A name and a phone behind it: «Орлова М.С. 2-15-40»."""
    found = re.search(r"(?:,?\s+(?:тел\.?\s*)?)(?=[+(]?\d[\d ()-]{3,}\d$)", text.text)
    if found and looks_like_name(text.text[: found.start()]):
        yield text[: found.start()]
        yield text[found.end() :]
    else:
        yield text


# Sheets -----------------------------------------------------------------------------------------------------


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
            if _is_title(line.text.text):
                collected.put(path, line.text)
            else:
                grouped.setdefault(line.group, []).append(line.text)
    for texts in grouped.values():
        read = _mark(texts, (*path, place + 1), profile, collected)
        if read is not None:
            place += 1
            yield read


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
