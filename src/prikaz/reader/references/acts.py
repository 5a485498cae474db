"""Acts that texts cite (правовые акты): kind, body, date, number, heading, editions, in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as day
from typing import Final, NamedTuple

from prikaz.errors import LanguageError
from prikaz.language.phrases.recovery import organization_in_nominative
from prikaz.language.time.dates import MONTH, parse_date
from prikaz.language.words.cases import Case
from prikaz.model import Act, AmendingAct
from prikaz.model.resolution.editions import kind_of
from prikaz.model.text import HOLE
from prikaz.reader.references.keys import Keys
from prikaz.reader.references.passages import Passage

#: Kinds of acts by the beginning of the word.
_KINDS: Final = {
    "приказ": "приказ",
    "указ": "указ",
    "закон": "закон",
    "постановлени": "постановление",
    "распоряжени": "распоряжение",
    "решени": "решение",
    "письм": "письмо",
}
_ADJECTIVE: Final = r"(?:федеральн|конституционн|областн|краев)(?:ого|ому|ым|ом|ый)"
_KIND: Final = re.compile(
    r"(?i)(?<!настоящего )(?<!настоящим )(?<!настоящему )(?<!данного )\b"
    rf"(?P<kind>(?P<adjectives>(?:{_ADJECTIVE} ){{0,2}})"
    r"(?:(?P<hard>приказ|указ|закон|письм)(?:а|у|ом|е|о)?|(?P<soft>постановлени|распоряжени|решени)(?:е|я|ю|ем|и)))(?!\w)"
)
_DATE: Final = (
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}(?: ?г\.| ?года\b| ?г\b)?"
    rf"|[«\"“]?\d{{1,2}}[»\"”]? (?i:{MONTH}) \d{{4}}(?: ?г\.| ?года\b| ?г\b)?)"
)
_NUMBER: Final = r"(?:№№?|N) ?(?P<number>[-–]?\w[\w./–-]*)"
_DATE_FIRST: Final = re.compile(rf" ?(?:от )?(?P<date>{_DATE})(?:,? ?{_NUMBER})?")
_NUMBER_FIRST: Final = re.compile(rf" ?{_NUMBER}(?: от (?P<date>{_DATE}))?")
#: Where the date or the number begins, behind the body.
_BEGINS: Final = re.compile(rf" от (?={_DATE})| ?(?:№|N) ?(?=[-–]?\w)")
_REACH: Final = 260
_NO_BODY: Final = re.compile(rf"[,;:()\n{HOLE}…_]|\bот\b|\b\d{{4}}\b|[«\"“„] ?Об?о? ")
#: What a number or a date goes on with, so that it was not read whole: «№ 53 - ФЗ», «от 12.03.2026 б/н».
_GOES_ON: Final = re.compile(r" ?[-–—/] ?[\w]| ?(?:№|N)\s*\S| от [\d«\"_]|(?<=\d)\w| б/н")
_EDITION: Final = re.compile(r" ?\((?:в редакции|в ред\.) (?P<acts>[^()]{1,400})\)")
_IN_EDITION: Final = re.compile(r" ?\(в ред")
_AMENDING: Final = re.compile(rf"(?P<kind>[^\W\d_][^,№]*? )?от (?P<date>{_DATE}) {_NUMBER}(?:, (?=\S)|$)")
_CLOSING: Final = '»"”'


class Citation(NamedTuple):
    """An act where a text cites it.

    Attributes:
        start: Where its kind begins.
        end: Behind its last part.
        form: Its kind as it stands there.
        act: The act.
    """

    start: int
    end: int
    form: str
    act: Act


def acts_cited(passage: Passage) -> Iterator[Citation]:
    """The acts that a text cites and of which every part is read for certain."""
    end = 0
    for kind in _KIND.finditer(passage.words):
        if kind.start() >= end and (cited := _cited(kind, passage)):
            end = cited.end
            yield cited


def _cited(kind: re.Match[str], passage: Passage) -> Citation | None:
    begins = _BEGINS.search(passage.words, kind.end(), kind.end() + _REACH)
    if begins is None:
        return None
    issuer = passage.text[kind.end() : begins.start()].replace("\u00a0", " ").strip()
    body = organization_in_nominative(issuer, Case.GENITIVE) if issuer else ""
    if body is None or _NO_BODY.search(issuer) or HOLE in passage.bare[kind.end() : begins.start()]:
        return None
    dated = (_DATE_FIRST if "от" in begins[0] else _NUMBER_FIRST).match(passage.bare, begins.start())
    if dated is None:
        return None
    number = (dated["number"] or "").rstrip(".,–-/")
    end = dated.end() - (
        len(dated["number"] or "") - len(number) if dated.end() == dated.end("number") else 0
    )
    signed = _day(dated["date"])
    if (dated["date"] and signed is None) or (number and not any(map(str.isdigit, number))):
        return None
    if _GOES_ON.match(passage.bare, end):
        return None
    heading = _heading(passage, end)
    if heading is None:
        return None
    named = _kind(kind)
    edition = _edition(passage.bare, heading.end, named)
    if edition is None:
        return None
    made = Act(
        kind=named,
        issuer=body or None,
        date=signed,
        number=number,
        heading=heading.text,
        amended_by=edition.acts,
    )
    return Citation(kind.start(), edition.end, kind["kind"], made)


def _kind(found: re.Match[str]) -> str:
    """The kind in the nominative, with the capital of the author where an act may have one."""
    noun = _KINDS[(found["hard"] or found["soft"]).lower()]
    adjectives = [re.sub(r"(?i)(?:ого|ому|ым|ом)$", "ый", word) for word in found["adjectives"].split()]
    named = " ".join((*adjectives, noun))
    is_name = adjectives or noun in {"указ", "закон"}
    return named[0].upper() + named[1:] if is_name and found["kind"][0].isupper() else named


def _day(words: str | None) -> day | None:
    try:
        return parse_date(words) if words else None
    except LanguageError:
        return None


class _Heading(NamedTuple):
    text: str
    end: int


def _heading(passage: Passage, at: int) -> _Heading | None:
    """The heading in quotation marks that stands at a place, "" for none; None for one that is not closed."""
    opening = at + passage.bare.startswith(" ", at)
    if passage.bare[opening : opening + 1] not in {"«", '"', "“", "„"}:
        return _Heading("", at)
    quote = passage.quotes.get(opening)
    if quote is None or passage.bare[quote.stop : quote.stop + 1] not in {*_CLOSING}:
        return None
    inside = passage.text[opening + 1 : quote.stop].replace("\u00a0", " ")
    is_heading = inside[:1].isupper() and HOLE not in passage.bare[opening : quote.stop]
    return _Heading(inside, quote.stop + 1) if is_heading else None


class _Edition(NamedTuple):
    acts: tuple[AmendingAct, ...]
    end: int


def _edition(text: str, at: int, own: str) -> _Edition | None:
    """The acts of «(в редакции …)» that stands at a place, maybe none; None if it is not understood."""
    found = _EDITION.match(text, at)
    if found is None:
        return None if _IN_EDITION.match(text, at) else _Edition((), at)
    acts: list[AmendingAct] = []
    kind, place, said = "", 0, found["acts"]
    while place < len(said):
        one = _AMENDING.match(said, place)
        signed = _day(one["date"]) if one else None
        if one is None or signed is None:
            return None
        if one["kind"]:
            known = kind_of(one["kind"].strip())
            if known is None:
                return None
            kind = "" if known == own.casefold() else known
        acts.append(AmendingAct(kind=kind, date=signed, number=one["number"]))
        place = one.end()
    return _Edition(tuple(acts), found.end())


class Acts:
    """The acts of an order with their keys: one that is cited more shortly elsewhere is one act.

    Attributes:
        keys: The keys of all acts.
    """

    def __init__(self, known: Mapping[Act, str], keys: Keys) -> None:
        self.keys: dict[Act, str] = dict(known)
        self._free = keys

    def meet(self, cited: Iterable[Act]) -> None:
        """Give keys to acts, unless another one says the same of them and more."""
        acts = [*dict.fromkeys((*self.keys, *cited))]
        alike: dict[tuple[str, day | None, str], list[Act]] = {}
        for act in acts:
            alike.setdefault((act.kind.lower(), act.date, act.number), []).append(act)
        for act in acts:
            others = alike[act.kind.lower(), act.date, act.number]
            if act not in self.keys and not any(_says_more(other, act) for other in others):
                self.keys[act] = self._free.give(_name_of(act))


def _says_more(other: Act, act: Act) -> bool:
    """Whether an act is another one, cited with fewer parts."""
    pairs = ((act.issuer, other.issuer), (act.heading, other.heading), (act.amended_by, other.amended_by))
    return other != act and all(not mine or mine == its for mine, its in pairs)


def _name_of(act: Act) -> str:
    """A name for an act: «приказ-602», «закон-273-ФЗ»."""
    number = act.number or (str(act.date.year) if act.date else "")
    return f"{act.kind.rsplit(maxsplit=1)[-1]}-{number.strip('-–')}"
