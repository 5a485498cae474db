"""Who prepared a document (исполнитель): a fact a line, or all in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from prikaz.findings import Path
from prikaz.language.words.cases import Sex
from prikaz.language.words.spelling import fold_letters
from prikaz.model import OfficeProfile, Position, PreparedBy
from prikaz.model.resolution.participles import agreeing
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.hints import without_hints
from prikaz.reader.assembly.persons import (
    in_full,
    in_text,
    is_no_name,
    looks_like_name,
    name_at_end,
    person_of,
)
from prikaz.reader.source_text import SourceText

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w.-]+\w")
_PHONE: Final = re.compile(r"(?:(?i:тел(?:ефон)?)[.:]?[ \u00a0]*)?(?P<number>[+(]?\d[\d ()\u00a0-]{3,}\d)")
_PREPARED: Final = re.compile(
    r"(?i)(?:[^\W\d_]+[ \u00a0]){0,3}(?P<verb>подготовил(?:а|\(а\))?|исполнитель|исп\.?|исполнил(?:а)?)"
    r"[ \u00a0]*:?[ \u00a0]*"
)


def read_prepared_by(
    lines: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> PreparedBy | None:
    """Who prepared the document, by the lines that say so."""
    texts = [model_texts.words(piece) for line in lines for piece in line.split(r"[\n\f]")]
    texts, _ = without_hints([text for text in texts if text.text], path, collected)
    found = _PREPARED.match(texts[0].text) if texts else None
    verb = fold_letters(found["verb"]) if found else ""
    if found:
        collected.put(path, texts[0][: found.end()])
        texts = [text for text in (texts[0][found.end() :], *texts[1:]) if text.text]
    if not texts:
        return None
    if len(texts) > 1 or not verb.startswith("подготовил"):
        made = _in_lines(texts, path, collected)
        return attrs.evolve(made, in_line=False if profile.prepared_by_in_line else None)
    made = _in_one_line(texts[0], path, profile, collected)
    sex = {"подготовила": Sex.FEMALE, "подготовил": Sex.MALE}.get(verb)
    if sex and agreeing("подготовил", made.person) != verb:
        made = attrs.evolve(made, person=attrs.evolve(made.person, sex=sex))
    return attrs.evolve(made, in_line=None if profile.prepared_by_in_line else True)


def _in_one_line(text: SourceText, path: Path, profile: OfficeProfile, collected: Collector) -> PreparedBy:
    """«методист Орлова М.С., тел. 2-15-40, orlova@rayon.example»."""
    who, *facts = [*text.split(r",[ \u00a0]+")]
    phone, email = "", ""
    for fact in facts:
        if not email and not phone and name_at_end(who.text) < 0 and not _EMAIL.fullmatch(fact.text):
            who = SourceText.join(", ", (who, fact))
        elif not phone and not email and (fact.text.startswith("тел.") or _PHONE.fullmatch(fact.text)):
            phone = fact.text.removeprefix("тел.").strip(" \u00a0")
            collected.put((*path, "телефон"), fact)
        elif "@" in fact.text:
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


def _in_lines(texts: Sequence[SourceText], path: Path, collected: Collector) -> PreparedBy:
    """Name, position, phone, address, each on a line, in this order."""
    named = next((place for place, text in enumerate(texts) if name_at_end(text.text) >= 0), 0)
    name, *behind = [*_facts(texts[named]), *texts[:named], *texts[named + 1 :]]
    if is_no_name(name.text):
        behind, name = [name, *behind], SourceText("")
    facts = {"должность": "", "телефон": "", "почта": ""}
    for text in behind:
        if "@" in text.text:
            key = "почта"
        elif _is_phone(text.text) and not facts["почта"]:
            key = "телефон"
        elif not (facts["должность"] or facts["телефон"] or facts["почта"]):
            key = "должность"
        else:
            continue  # nobody knows what it is: it becomes a note
        facts[key] = f"{facts[key]} {text.text}".strip()
        collected.put((*path, key), text)
    person, _ = person_of(name.text, in_full)
    collected.put((*path, "фамилия"), name)
    if facts["должность"]:
        person = attrs.evolve(person, position=Position(title=facts["должность"]))
    return PreparedBy(person=person, phone=facts["телефон"], email=facts["почта"])


def _is_phone(text: str) -> bool:
    return any(map(str.isdigit, text))


def _facts(text: SourceText) -> Iterator[SourceText]:
    """A name and a phone behind it: «Орлова М.С. 2-15-40»."""
    found = re.search(r"(?:,?\s+(?:тел\.?\s*)?)(?=[+(]?\d[\d ()-]{3,}\d$)", text.text)
    if found and looks_like_name(text.text[: found.start()]):
        yield text[: found.start()]
        yield text[found.end() :]
    else:
        yield text
