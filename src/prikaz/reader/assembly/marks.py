"""Marks over annexes, taken apart (грифы приложений)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Kind, MarkPattern, Order
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.registrations import read_registration
from prikaz.reader.source_text import SourceText

_LONGEST: Final = 1000
_TITLE: Final = re.compile(
    r"(?i)^[«\"]?приложени[ея](?:[ ]*(?:№|N)?[ ]*(?:(?P<number>\d{1,4})(?![\d]|\.\d|[а-з](?!\w))"
    r"|(?P<written>\d{1,4}(?:(?:\.\d{1,3}){1,4}|[а-з])(?!\w)|(?<=[ №])(?-i:[А-ЙЛ-Я])(?!\w))))?[ .:,;]*"
)
_WORD: Final = re.compile(r"(?i)^(?P<word>(?:утвержд[её]н|принят|одобрен|согласован)(?:[аоы])?)[ :.]+")
_DATED: Final = re.compile(
    r"(?:^|(?<=\s))от[ ]*(?=[«\"“„_\d])|(?:^|(?<=\s))(?=(?:№|N[ ]?\d))|(?<=\s)(?=_{3,})|(?<=\s)(?=[«\"]_)"
)
_OWN_LINE: Final = re.compile(r"от\s|№")
_CASES: Final = (Case.DATIVE, Case.INSTRUMENTAL, Case.NOMINATIVE, Case.GENITIVE)
#: «района от №»: the place for a date and a number.
_BLANK: Final = re.compile(r"(?i)\s+от\s*(?:(?:№|N)\s*)?$")


class ReadMark(NamedTuple):
    """What a mark over an annex says.

    Attributes:
        text: All of it, in one line.
        has_title: Whether it says «Приложение».
        number: The number of the annex.
        word: «УТВЕРЖДЁН» and its like; "" for none.
        named: What the annex belongs to, in its case, without date and number.
        kind: The kind of document that is named.
        body: Who has issued it, in the genitive.
        date: Its date.
        document_number: Its number.
        is_blank: Whether date and number have yet to be put in: «от №».
        written: A number of the annex that is no plain one: «1.1», «1а», «А».
    """

    text: SourceText
    has_title: bool = False
    number: int | None = None
    word: str = ""
    named: str = ""
    kind: Kind | None = None
    body: str = ""
    date: dt.date | None = None
    document_number: str = ""
    is_blank: bool = False
    written: str = ""

    @property
    def outer(self) -> int | None:
        """The number of the annex that this one belongs to by its own: 1 of «1.1»."""
        parts = self.written.split(".")
        return int(parts[0]) if len(parts) > 1 else None

    @property
    def pattern(self) -> MarkPattern:
        """Which pattern it follows."""
        if self.word:
            return MarkPattern.BOTH if self.has_title else MarkPattern.APPROVED
        return MarkPattern.ANNEX if self.has_title or self.text.text else MarkPattern.ABSENT


def read_mark(lines: Sequence[SourceText]) -> ReadMark:
    """A mark by its lines.

    >>> mark = read_mark([SourceText("Приложение № 2"), SourceText("к приказу отдела от 16.03.2027 № 75")])
    >>> mark.number, mark.kind.value, mark.body, mark.document_number
    (2, 'приказ', 'отдела', '75')
    """
    whole = model_texts.words(SourceText.join(" ", lines))
    text = whole.text.replace("\u00a0", " ")
    if len(text) > _LONGEST:
        return ReadMark(whole)
    title = _TITLE.match(text)
    rest = text[title.end() :] if title else text
    word = _WORD.match(f"{rest} ")
    rest = rest[word.end() :] if word else rest
    rest = re.sub(r"(?i)^ко?\s+", "", rest).strip()
    blank = _BLANK.search(rest)
    named, date, number = _split(rest[: blank.start()] if blank else rest, _last_line(lines))
    kind, body = _kind_and_body(named)
    return ReadMark(
        whole,
        has_title=title is not None,
        number=int(title["number"]) if title and title["number"] and int(title["number"]) else None,
        word=word["word"] if word else "",
        named=named,
        kind=kind,
        body=body,
        date=date,
        document_number=number,
        is_blank=blank is not None,
        written=(title["written"] or "") if title else "",
    )


def names_order(mark: ReadMark, order: Order) -> bool:
    """Whether a mark names an order by its date or its number."""
    return mark.date == order.date or (bool(order.number) and mark.document_number == order.number)


def _last_line(lines: Sequence[SourceText]) -> str:
    """The line of date and number, if they have one of their own."""
    told = [" ".join(line.text.split()) for line in lines if line.text.strip()]
    return told[-1] if len(told) > 1 and _OWN_LINE.match(told[-1]) else ""


def _split(text: str, last: str) -> tuple[str, dt.date | None, str]:
    """What is named, and its date and number, the date first or the number first."""
    if text.lower().startswith("приложени"):
        return text, None, ""
    if last and text.endswith(last):
        read = read_registration(last)
        if not read.rest:
            return text[: -len(last)].strip(" ,"), read.date, read.number
    for found in _DATED.finditer(text):
        named, rest = text[: found.start()].strip(" ,"), text[found.start() :]
        read = read_registration(rest)
        is_dated = read.date is not None or "_" in rest
        # a number without a date may be that of a school
        if not read.rest and (is_dated or (read.number and _kind_and_body(named)[1:] == ("",))):
            return named, read.date, read.number
    return text.strip(" ,"), None, ""


def _kind_and_body(named: str) -> tuple[Kind | None, str]:
    folded = fold_letters(named)
    best: tuple[int, Kind] | None = None
    for kind in Kind:
        for case in _CASES:
            form = fold_letters(kind.form(case))
            is_it = folded == form or folded.startswith(f"{form} ")
            if is_it and (best is None or len(form) > best[0]):
                best = len(form), kind
    if best is None:
        return None, ""
    return best[1], named[best[0] :].strip()
