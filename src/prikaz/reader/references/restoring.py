"""An order with its references restored: what may be one is tried, and kept if it prints the same.

The same is told of words and signs. Where a space does not break is a matter of typography: a reference has
its own no-break spaces, which people do not type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from attrs import evolve

from prikaz.findings import Path
from prikaz.model import Act, OfficeProfile, Order, Person
from prikaz.model.prose import prose
from prikaz.model.rebuilding import FieldLocation, rebuild
from prikaz.model.resolution.content import Content, CrossReference, FootnoteContent
from prikaz.model.resolution.references import References, Resolution
from prikaz.model.resolution.typesetting import typeset_content
from prikaz.model.text import VerbatimText
from prikaz.reader.doubts import Doubt
from prikaz.reader.references.acts import Acts, Citation, acts_cited
from prikaz.reader.references.annexes import annexes_named
from prikaz.reader.references.clauses import clauses_named
from prikaz.reader.references.ground import Ground
from prikaz.reader.references.passages import Candidate, Passage
from prikaz.reader.references.people import TOLD, Mention, People, people_named
from prikaz.reader.source_text import SourceText

T = TypeVar("T")

#: Candidates of one text; behind them it stays as it is.
_MOST: Final = 60
#: Signs without which a text names nobody and nothing: most cells of tables.
_WORTH: Final = re.compile(
    r"(?i)прил(?:ожени|ага)|№|\bN ?\d|\bот \d|пункт|част|раздел|глав|стать|\b[а-яё]\.|[ие]ч|[вчш]н[аыеуо]"
)
#: A reference opens a text: a sentence may begin with it.
_OPENS: Final = re.compile(r"[\s«„“\"'(\[]*\{")
#: In a longer text candidates are not tried one by one.
_LONGEST: Final = 20_000
#: What stands where a footnote does, in the string that is compared.
_FOOTNOTE: Final = "\ufffa"


class Replaced(NamedTuple):
    """A text in which references stand in place of words.

    Attributes:
        text: The text before.
        references: The references, where their words stood in it, in order.
    """

    text: str
    references: Sequence[Candidate]


class Restored(NamedTuple):
    """An order with its references restored.

    Attributes:
        order: The order.
        doubts: What may be a reference and stays text, and what refers to nothing.
        replaced: The texts that have references now, by their paths.
    """

    order: Order
    doubts: tuple[Doubt, ...]
    replaced: Mapping[Path, Replaced]


def restore(order: Order, profile: OfficeProfile) -> Restored:
    """Put references where plain words of an order name its annexes, its clauses, acts and people.

    A reference is put only where it prints exactly what stood there. References and keys that the order has
    already are kept, so restoring again changes nothing.

    Args:
        order: An order with plain texts, as it was assembled from a paper.
        profile: Office profile by which it is printed.
    """
    ground = Ground(order, profile)
    found = _Found(ground)
    for path, text in prose(order):
        if _WORTH.search(text) and not ground.is_foreign(path) and (passage := Passage.of(path, text)):
            found.look_at(passage)
    return _kept(found)


class _Found:
    """What was found in the texts of an order so far.

    Attributes:
        ground: The order.
        texts: The texts.
        doubts: What is doubtful.
        acts: New acts by their keys.
        people: New people by their keys.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._found: dict[Path, list[Candidate | Citation | Mention]] = {}
        self.texts: dict[Path, str] = {}
        self.doubts: list[Doubt] = []
        self.acts: dict[Act, str] = {act: key for key, act in reversed(ground.order.acts)}
        self.people: dict[Person, str] = {person: key for key, person in reversed(ground.order.people)}

    def look_at(self, passage: Passage) -> None:
        """Look for references in a text."""
        found = (
            (cited for cited in acts_cited(passage) if not self.ground.may_be_own(cited.act)),
            annexes_named(passage, self.ground),
            clauses_named(passage, self.ground),
            people_named(passage),
        )
        candidates: list[Candidate | Citation | Mention] = []
        for one in chain.from_iterable(found):
            if isinstance(one, Doubt):
                self.doubts.append(one)
            elif len(candidates) == _MOST:
                break
            elif not any(one.start < other.end and other.start < one.end for other in candidates):
                candidates.append(one)
        if candidates:
            self.texts[passage.path] = passage.text
            self._found[passage.path] = candidates

    def candidates(self) -> Iterator[tuple[Path, list[Candidate]]]:
        """What may be put into each text, when all acts and people have their keys."""
        met = [*chain.from_iterable(self._found.values())]
        acts = Acts(self.acts, self.ground.keys)
        acts.meet(one.act for one in met if isinstance(one, Citation))
        people = People(self.people, self.ground.keys)
        people.meet(one for one in met if isinstance(one, Mention))
        self.acts, self.people = acts.keys, people.keys
        for path, found in self._found.items():
            made = (self._candidate(one, people, path) for one in found)
            yield path, sorted(filter(None, made), key=attrgetter("start"))

    def _candidate(self, one: Candidate | Citation | Mention, people: People, path: Path) -> Candidate | None:
        if isinstance(one, Mention):
            return self._person(one, people, path)
        if isinstance(one, Citation):
            key = self.acts.get(one.act)
            return Candidate(one.start, one.end, f"{{{one.form} {key}}}") if key else None
        return one

    def _person(self, mention: Mention, everybody: People, path: Path) -> Candidate:
        new = everybody.reference(mention)
        words = self.texts[path][mention.start : mention.end]
        reason = "лицо названо не так, как напечатала бы ссылка"
        doubt = Doubt(SourceText(words), path, reason, f"замените на {new}, если порядок слов не важен")
        return Candidate(mention.start, mention.end, new, doubt=doubt if path[0] in TOLD else None)


# What prints the same -----------------------------------------------------------------------------------


def _kept(found: _Found) -> Restored:
    """The order with those candidates that print what stood there, and the keys that they need."""
    ground = found.ground
    tried = [*found.candidates()]
    known = dict(_all_keys(ground))
    needed = {path for _, candidates in tried for one in candidates for path in one.targets}
    named = _with_keys(found, {path: key for path, key in known.items() if path in needed})
    before, after = References(ground.order, ground.profile), References(named, ground.profile)
    texts: dict[Path, str] = {}
    replaced: dict[Path, Replaced] = {}
    keys: dict[Path, str] = {}
    for path, candidates in tried:
        text = found.texts[path]
        same = _same(text, path, candidates, before, after)
        found.doubts += [one.doubt for one in candidates if one.doubt and one not in same]
        if same:
            texts[path] = _with(text, same)
            replaced[path] = Replaced(text, same)
            keys |= {target: known[target] for one in same for target in one.targets if target in known}
    made = _with_keys(found, keys, texts)
    doubts = {_sameness(doubt): doubt for doubt in reversed(found.doubts)}
    return Restored(made, tuple(doubts.values())[::-1], replaced)


def _sameness(doubt: Doubt) -> object:
    """What makes a doubt another one: in an annex the words, which may stand on each page of it."""
    return (doubt.text, doubt.reason) if doubt.path[:1] == ("приложения",) else doubt


def _all_keys(ground: Ground) -> Iterator[tuple[Path, str]]:
    yield from ground.annex_keys.items()
    yield from ground.clause_keys.items()


def _with_keys(found: _Found, keys: Mapping[Path, str], texts: Mapping[Path, str] | None = None) -> Order:
    """The order with keys of clauses and annexes, with the acts and people, and with new texts."""
    said = texts or {}

    def edit(location: FieldLocation, value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
        if location.prose:
            return said.get(location.path, value)
        if location.name == "key" and not value:
            return keys.get(location.path[:-1], value)
        return value

    order = found.ground.order
    acts, people = _with_new(order.acts, found.acts), _with_new(order.people, found.people)
    if acts != order.acts or people != order.people:
        order = evolve(order, acts=acts, people=people)
    return rebuild(order, edit) if keys or texts else order


def _with_new(known: tuple[tuple[str, T], ...], keys: Mapping[T, str]) -> tuple[tuple[str, T], ...]:
    """The acts or people of an order, with those that have got a key behind them."""
    taken = {key for key, _ in known}
    return (*known, *((key, one) for one, key in keys.items() if key not in taken))


def _same(
    text: str, path: Path, candidates: Sequence[Candidate], before: References, after: References
) -> Sequence[Candidate]:
    """The candidates of a text that together print what it prints; first all are tried at once."""
    old = _printed(before, text, path)
    if old is None:
        return ()
    if _printed(after, _with(text, candidates), path) == old:
        return candidates
    if len(text) > _LONGEST:
        return ()
    same: list[Candidate] = []
    for one in candidates:
        if _printed(after, _with(text, [*same, one]), path) == old:
            same.append(one)
    return same


def _with(text: str, candidates: Sequence[Candidate]) -> str:
    made, end = "", 0
    for one in candidates:
        made += text[end : one.start] + one.new
        end = one.end
    return made + text[end:]


def _printed(references: References, text: str, path: Path) -> tuple[str, ...] | None:
    """What a text prints, with a sentence that begins with it and without; None if it cannot be printed.

    What is doubtful in it belongs to it: no reference may bring a doubt.
    """
    opens = (False, True) if _OPENS.match(text) else (False,)
    made = [references.resolve(text, path, opens_sentence=opens_sentence) for opens_sentence in opens]
    if any(resolution.is_broken for resolution in made):
        return None
    doubts = sorted(str(finding) for finding in made[0].findings)
    shown = [*map(_shown, made)]
    return (shown[0], shown[-1], *doubts)


def _shown(resolution: Resolution) -> str:
    return _string(resolution.content).replace("\u00a0", " ")


def _string(content: Content) -> str:
    pieces = []
    for piece in typeset_content(content):
        match piece:
            case CrossReference():
                pieces.append(piece.shown)
            case VerbatimText():
                pieces.append(piece.text)
            case FootnoteContent():
                pieces.append(f"{_FOOTNOTE}{_string(piece.content)}{_FOOTNOTE}")
            case _:
                pieces.append(piece)
    return "".join(pieces)
