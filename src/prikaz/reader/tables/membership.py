"""Memberships of commissions in tables (составы комиссий), and members as they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from attrs import evolve

from prikaz.errors import LanguageError
from prikaz.language.names.written import read_name
from prikaz.language.words.spelling import CAPITALS, SMALL
from prikaz.model import Member, Membership, Person
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import Grid, GridCell
from prikaz.reader.source_text import SourceText
from prikaz.reader.tables.cells import is_blank, lines_of
from prikaz.reader.tables.outcome import Places, ReadTable

_WORD: Final = rf"[{CAPITALS}][{CAPITALS}{SMALL}]*(?:-[{CAPITALS}][{CAPITALS}{SMALL}]*)?"
_INITIALS: Final = rf"[{CAPITALS}]\. ?[{CAPITALS}]\."
_NAME: Final = re.compile(rf"{_WORD} {_WORD} {_WORD}|{_WORD} ?{_INITIALS}|{_INITIALS} ?{_WORD}")
_DASH: Final = re.compile(r"[-–—]\s*")
_ROLE: Final = (
    r"(?:со)?председател\w+|заместител\w+ председателя|зам\. ?председателя|(?:ответственн\w+ )?секретар\w+"
    r"|член\w*|руководител\w+ (?:рабочей )?группы|куратор"
)
_BEHIND: Final = (
    r"(?: (?:комиссии|рабочей|группы|совета|штаба|оргкомитета|жюри|комитета|организационного)\b.*)?[.;,]?"
)
_WHOLE_ROLE: Final = re.compile(rf"(?:{_ROLE}){_BEHIND}", re.IGNORECASE)
_ROLE_BEHIND: Final = re.compile(rf",\s*(?=(?:{_ROLE}){_BEHIND}$)", re.IGNORECASE)
#: «Председатель комиссии – Белов И.Л., директор школы»: the role before the name.
ROLE_FIRST: Final = re.compile(
    rf"(?P<role>(?i:{_ROLE})(?: [{SMALL}]+){{0,4}})\s*[-–—:]\s*"
    rf"(?P<name>{_NAME.pattern})(?:\s*[,–-]\s*(?P<rest>.*))?$"
)
_HEADING: Final = re.compile(rf"(?i:{_ROLE})(?: [{SMALL}]+)*\s*:?")
#: What ends an item of a list, and no abbreviation.
_SIGN_BEHIND: Final = re.compile(r"\s*(?:[;,]|(?<=\w{3})\.)\s*$")
_WORDS: Final = re.compile(rf"[{SMALL}]{{3}}")
_FEWEST: Final = 2
_MOST_COLUMNS: Final = 3


class WrittenMember(NamedTuple):
    """A member with the words of each field.

    Attributes:
        member: The member.
        places: The words by their field: «фамилия», «должность», «роль».
        marks: The dash before them, the comma between them, the sign at the end.
        doubts: Why a person should look at the name.
    """

    member: Member
    places: dict[str, SourceText]
    marks: tuple[SourceText, ...] = ()
    doubts: tuple[str, ...] = ()


def read_member(name: SourceText, words: SourceText) -> WrittenMember | None:
    """A member by the name and by what stands behind it; None when the name cannot be read.

    >>> words = SourceText("– директор школы, секретарь комиссии")
    >>> read_member(SourceText("Белов Игорь Львович"), words).member.role
    'секретарь комиссии'
    """
    try:
        read = read_name(name.text)
    except LanguageError:
        return None
    dash = _DASH.match(words.text)
    said = words[dash.end() :] if dash else words
    sign = _SIGN_BEHIND.search(said.text)
    said, behind_all = (said[: sign.start()], said[sign.start() :]) if sign else (said, SourceText(""))
    behind = _ROLE_BEHIND.search(said.text)
    if _WHOLE_ROLE.fullmatch(said.text):
        position, role = SourceText(""), said
    elif behind:
        position, role = said[: behind.start()], said[behind.end() :]
    else:
        position, role = said, SourceText("")
    person = Person(last=read.last, first=read.first, middle=read.middle, position=position.text or None)
    places = {"фамилия": name, "должность": position, "роль": role}
    marks = [words[: dash.end()]] if dash else []
    marks += [said[behind.start() : behind.end()]] if position and behind else []
    marks += [behind_all] if behind_all else []
    return WrittenMember(Member(role=role.text, person=person), places, tuple(marks), read.doubts)


class _Row(NamedTuple):
    """A row of a table of members."""

    name: SourceText
    words: SourceText
    rest: tuple[SourceText, ...] = ()


def is_name(text: str) -> bool:
    """Whether a text looks like the name of a person: three words, or a surname with initials.

    >>> is_name("Белов И.Л."), is_name("Отдел образования")
    (True, False)
    """
    return _NAME.fullmatch(text) is not None


def is_membership(grid: Grid) -> bool:
    """Whether a table without a head names persons and what they are."""
    rows = _rows(grid)
    return rows is not None and sum(isinstance(row, _Row) for row in rows) >= _FEWEST


def read_membership(grid: Grid) -> ReadTable | None:
    """A membership; None when the table is none, or one could not say all that it says."""
    rows = None if grid.printed else _rows(grid)
    if not rows or sum(isinstance(row, _Row) for row in rows) < _FEWEST:
        return None
    places = Places()
    doubts: list[Doubt] = []
    members: list[Member] = []
    heading = SourceText("")
    for row in rows:
        if isinstance(row, SourceText):
            heading = row
            continue
        made = read_member(row.name, row.words)
        if made is None:
            return None
        path = ("члены", len(members) + 1)
        for term, text in made.places.items():
            places.add((*path, term), text)
        places.add(path, *row.rest, *made.marks)
        member = made.member
        if heading:
            role = member.role or role_of_heading(heading)
            member = evolve(member, role=role)
            places.add((*path, "роль") if role else path, heading)
            heading = heading if role else SourceText("")
        doubts += [Doubt(row.name, (*path, "фамилия"), reason, "проверьте имя") for reason in made.doubts]
        members.append(member)
    return ReadTable(Membership(members=tuple(members)), places, tuple(doubts))


def role_of_heading(heading: SourceText) -> str:
    """The role that a heading over members names; none for «Члены комиссии:», which all are."""
    words = heading.text.strip().rstrip(":").strip()
    return "" if words[:4].lower() == "член" else words[:1].lower() + words[1:]


def _rows(grid: Grid) -> list[_Row | SourceText] | None:
    """The rows of members and of headings over them; None when another one stands among them."""
    if not _FEWEST <= grid.columns <= _MOST_COLUMNS:
        return None
    made: list[_Row | SourceText] = []
    for cells in grid.rows:
        told = [cell for cell in cells if not is_blank(cell)]
        if any(cell.rows > 1 for cell in cells):
            return None
        if not told:
            continue
        row = _row(told)
        if row is None:
            return None
        made.append(row)
    if made and isinstance(made[-1], SourceText):
        return None
    return made


def _row(told: Sequence[GridCell]) -> _Row | SourceText | None:
    texts = [SourceText.join(" ", lines_of(cell, exact=False)) for cell in told]
    if len(texts) == 1:
        return texts[0] if _HEADING.fullmatch(texts[0].text) else None
    if not _NAME.fullmatch(texts[0].text):
        return None
    if len(texts) == _MOST_COLUMNS and _DASH.fullmatch(texts[1].text) and _WORDS.search(texts[2].text):
        return _Row(texts[0], texts[2], (texts[1],))
    return _Row(texts[0], texts[1]) if len(texts) == _FEWEST and _WORDS.search(texts[1].text) else None
