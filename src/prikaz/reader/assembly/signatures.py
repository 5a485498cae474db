"""Signatures (подписи): position and name over one line or several, by tabs, by spaces, one under another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Acting, OfficeProfile, Person, Position, Signature
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.hints import without_hints
from prikaz.reader.assembly.nominatives import nominative_position
from prikaz.reader.assembly.persons import is_no_name, looks_like_name, name_at_end, person_of, signed
from prikaz.reader.paper import Line
from prikaz.reader.source_text import SourceText

#: Our own signatures are broken into lines of so many characters.
_WRAPPED: Final = 36
_GAP: Final = re.compile(r"[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{3,}|[ \u00a0]*_{3,}[_ \u00a0/]*")
_ACTING: Final = re.compile(
    r"(?i)(?P<acting>и\.[ \u00a0]?о\.|врио|вр\.[ \u00a0]?и\.[ \u00a0]?о\.)[ \u00a0]+(?P<position>\S.*)"
)
_SEAL: Final = re.compile(r"(?i)\s*м\.?\s?п\.?\s*")
_SEAL_BEHIND: Final = re.compile(r"(?<=[\s/_)])[Мм]\.\s?[Пп]\.\s*$")
_LINE: Final = re.compile(r"[_/]+")


class Signed(NamedTuple):
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
    pieces = [part for line in lines for piece in line.text.split(r"[\n\f\v]") for part in _apart(piece)]
    seals = [piece for piece in pieces if is_seal(piece.text)]
    texts = [piece for piece in pieces if piece.text.strip() and not is_seal(piece.text)]
    if not texts and len(seals) == len(pieces):
        return None
    collected.put((*path, "печать"), *seals)
    texts, days = without_hints(texts, path, collected)
    found = position_and_name(texts)
    person = _person(found, path, profile, collected)
    _tell_days(days, path, collected)
    put_blanks(texts, path, collected)
    acting, position = _position(model_texts.prose(found.position), path, profile, collected)
    return Signature(position=position, acting=acting, person=person, seal=bool(seals))


def _apart(line: SourceText) -> list[SourceText]:
    """A line and the place for a seal at its end."""
    found = _SEAL_BEHIND.search(line.text)
    return [line[: found.start()], line[found.start() :]] if found else [line]


def _tell_days(days: Sequence[SourceText], path: Path, collected: Collector) -> None:
    """Tell the dates beside a signature: an order has one date, in its head."""
    collected.put(path, *days)
    for day in days:
        reason = f"рядом с подписью стоит дата «{day}», у подписи её в данных нет"
        collected.doubt(day, path, reason, "если это дата документа, впишите её: дата")


def is_seal(text: str) -> bool:
    """Whether a line is the place for a seal.

    >>> is_seal(" М.П. "), is_seal("М. П. Белов")
    (True, False)
    """
    return bool(_SEAL.fullmatch(text))


def put_blanks(texts: Sequence[SourceText], path: Path, collected: Collector) -> None:
    """Tell that places for a signature were seen."""
    for text in texts:
        collected.put(path, *(text[found.start() : found.end()] for found in _LINE.finditer(text.text)))


def _person(found: Signed, path: Path, profile: OfficeProfile, collected: Collector) -> Person:
    person, is_certain = person_of(str(model_texts.words(found.name)), signed(profile))
    collected.put((*path, "фамилия"), found.name)
    if person.blank:
        proposal = "впишите фамилию и инициалы подписавшего"
        collected.doubt(found.position, path, "под подписью нет имени", proposal)
    elif not is_certain:
        collected.doubt(found.name, (*path, "фамилия"), "по записи лица не понять, где фамилия")
    return person


def position_and_name(texts: Sequence[SourceText]) -> Signed:
    """What a signature says: the name behind a tab or a run of spaces, at the end, or on its own line."""
    tabbed = [index for index, text in enumerate(texts) if "\t" in text.text]
    if tabbed:
        index = tabbed[-1]
        text = texts[index]
        at = _tab_before_name(text.text)
        end = text.text.find("\t", at + 1)
        around = [text[:at].strip(), text[end:].strip() if end > 0 else SourceText("")]
        lines = [*texts[:index], *(part for part in around if part), *texts[index + 1 :]]
        name = text[at + 1 : end if end > 0 else len(text)].strip()
        if is_no_name(name.text):
            lines, name = [*texts[:index], text, *texts[index + 1 :]], SourceText("")
        return Signed(joined_wrapped([_gaps(line) for line in lines]), name)
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if looks_like_name(text.text):
            others = [*texts[:index], *texts[index + 1 :]]
            return Signed(joined_wrapped([_gaps(line) for line in others]), _bare_name(text))
        gaps = [*_GAP.finditer(text.text.rstrip())]
        if gaps and not is_no_name(text.text[gaps[-1].end() :]):
            lines = [*texts[:index], text[: gaps[-1].start()], *texts[index + 1 :]]
            position = joined_wrapped([_gaps(line) for line in lines if line.text.strip()])
            return Signed(position, _bare_name(text[gaps[-1].end() :]))
        start = name_at_end(text.text)
        if start > 0:
            lines = [*texts[:index], text[:start].strip(), *texts[index + 1 :]]
            return Signed(joined_wrapped([_gaps(line) for line in lines]), _bare_name(text[start:]))
    return Signed(joined_wrapped([_gaps(line) for line in texts]), SourceText(""))


def _tab_before_name(text: str) -> int:
    """The tab before the name: the last one, or that before what looks like a name where no name is last."""
    at = text.rindex("\t")
    if looks_like_name(text[at + 1 :]):
        return at
    parts = [*re.finditer(r"\t([^\t]+)", text)]
    return next((part.start() for part in reversed(parts) if looks_like_name(part[1])), at)


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
    if text.text.endswith(":") and not text.text.startswith(":"):
        collected.put(path, text[len(text) - 1 :])
        text = text[:-1].strip()
    if not any(map(str.isalnum, text.text)):
        collected.put(path, text)
        return None, None
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
