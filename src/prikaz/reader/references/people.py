"""People whom texts name: «Журавлёву А.П., методиста кабинета», «на заместителя главы С.В. Рогову»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from prikaz.language.names.parts import initial
from prikaz.language.names.recovery import RecoveredName, recover_name
from prikaz.language.names.sexes import detect_sex
from prikaz.language.phrases.groups import is_person
from prikaz.language.phrases.recovery import title_in_nominative
from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.compounds import word_readings
from prikaz.model import Person, Position
from prikaz.model.resolution.person_names import name_findings
from prikaz.reader.doubts import Doubt
from prikaz.reader.references.governing import COMMANDS, case_meant, governor, opens_sentence, sentence_before
from prikaz.reader.references.keys import Keys
from prikaz.reader.references.passages import Passage
from prikaz.reader.references.positions import (
    Name,
    Title,
    is_followed,
    names_in,
    positions_behind,
    positions_in_front,
)

#: Of a text that is longer than a page, so much is looked at around a name.
_LONG: Final = 4000
_REACH: Final = 800
#: Fields whose texts are sentences; in tables people stand by themselves.
_FIELDS: Final = frozenset({"текст", "преамбула", "заголовок"})
_TABLES: Final = frozenset({"строки", "шапка", "мероприятия", "таблица"})
#: Where a name that stays text is worth a word.
TOLD: Final = frozenset({"пункты", "преамбула"})


class Mention(NamedTuple):
    """A person where a text names them.

    Attributes:
        start: Where the name begins, or the position before it.
        end: Behind the name, or the position after it.
        person: The person, in the nominative.
        case: The case of the name.
        options: Options of the reference.
        capital: Whether it begins with a capital that a sentence gives it.
    """

    start: int
    end: int
    person: Person
    case: Case
    options: tuple[str, ...]
    capital: bool = False

    def moved(self, by: int) -> Mention:
        """The same further on."""
        return self._replace(start=self.start + by, end=self.end + by)

    def reference(self, key: str) -> str:
        """The reference that names the person so."""
        form = "" if self.case is Case.NOMINATIVE and not self.capital else f"{self.case.value} "
        form = form.capitalize() if self.capital else form
        return f"{{{', '.join((form + key, *self.options))}}}"


class People:
    """The people of an order with their keys: who is named without a position may have one elsewhere.

    Attributes:
        keys: The keys of all people.
    """

    def __init__(self, known: Mapping[Person, str], keys: Keys) -> None:
        self.keys: dict[Person, str] = dict(known)
        self._free = keys
        self._counted = -1
        self._named: dict[tuple[str, str, str], list[Person]] = {}

    def meet(self, mentions: Iterable[Mention]) -> None:
        """Give keys to those whom texts name with a position, then to those whom none does."""
        people = [*dict.fromkeys(mention.person for mention in mentions)]
        for person in sorted(people, key=lambda one: one.position is None):
            if person.position is None and self._known(person) is not None:
                continue
            if person not in self.keys:
                self.keys[person] = self._free.give(person.last)

    def _known(self, person: Person) -> Person | None:
        """The only one of that name, or the only one who may be called so, with initials."""
        if person in self.keys:
            return person
        called = self._by_name().get(_called(person), [])
        return called[0] if len(called) == 1 else None

    def _by_name(self) -> Mapping[tuple[str, str, str], list[Person]]:
        if len(self.keys) != self._counted:
            self._counted = len(self.keys)
            self._named = {}
            for person in self.keys:
                shortened = (person.last, initial(person.first), initial(person.middle))
                for name in {_called(person), shortened}:
                    self._named.setdefault(name, []).append(person)
        return self._named

    def reference(self, mention: Mention) -> str:
        """The reference that names a person as a text does."""
        person = self._known(mention.person) if mention.person.position is None else mention.person
        person = person or mention.person
        if person.position and not mention.person.position:
            mention = mention._replace(options=(*mention.options, "без должности"))
        return mention.reference(self.keys[person])


def _called(person: Person) -> tuple[str, str, str]:
    return person.last, person.first, person.middle


def people_named(passage: Passage) -> Iterator[Mention | Doubt]:
    """The people whom a text names with initials or in full, and of whom it tells who they are."""
    if passage.path[-1] not in _FIELDS and passage.path[0] != "основание":
        return
    if not _TABLES.isdisjoint(passage.path):
        return
    names = [*names_in(passage)]
    for place, name in enumerate(names):
        following = names[place + 1].start if place + 1 < len(names) else len(passage.text)
        begin = max(0, name.start - _REACH)
        near = passage.cut(begin, name.end + _REACH) if len(passage.text) > _LONG else passage
        shift = begin if near is not passage else 0
        before = max(0, names[place - 1].end - shift) if place else 0
        for one in _mentions(name.moved(-shift), near, before, following - shift):
            yield one.moved(shift) if isinstance(one, Mention) else one


def _mentions(name: Name, passage: Passage, before: int, after: int) -> Iterator[Mention | Doubt]:
    """A name with the position that makes it certain; alone; or a doubt."""
    has_words_behind = is_followed(name, passage.words)
    if not (has_words_behind or _may_be_meant(name, passage.words)):
        return
    if has_words_behind:
        titles = [*positions_behind(name, passage, after)]
    else:
        titles = [*positions_in_front(name, passage, before)]
    is_asked = _is_asked_for(name, passage.words)
    if not (has_words_behind or titles or is_asked):
        return
    readings = recover_name(name.last, name.first, name.middle)
    made = (_with_title(name, title, readings, passage) for title in titles)
    mention = next(filter(None, made), None)
    is_whole = all(title.words for title in titles)
    if mention is None and is_asked and is_whole and not has_words_behind:
        mention = _alone(name, readings, passage)
    if mention:
        yield mention
    elif passage.path[0] in TOLD and not any(one.case is Case.NOMINATIVE for one in readings):
        yield _unclear(name, readings, passage)


def _is_asked_for(name: Name, words: str) -> bool:
    """Whether words before a name ask for somebody: «на», «назначить куратором»; not «школа имени»."""
    before = words[: name.start]
    if re.search(r"(?i)\b(?:имени|им\.|памяти) $", before):
        return False
    return governor(before) is not None or COMMANDS.search(sentence_before(before)) is not None


def _may_be_meant(name: Name, words: str) -> bool:
    """Whether it is worth asking who is meant: something stands before the name."""
    return re.search(r"[\w»\ufffc.] $", words[: name.start]) is not None


def _with_title(
    name: Name, title: Title, readings: Sequence[RecoveredName], passage: Passage
) -> Mention | None:
    meant = [
        (reading, nominative)
        for reading in readings
        if title.words and (nominative := title_in_nominative(title.words, reading.case))
    ]
    start, end = min(name.start, title.start), max(name.end, title.end)
    return _certain(name, meant, passage, (start, end), title)


def _alone(name: Name, readings: Sequence[RecoveredName], passage: Passage) -> Mention | None:
    """A name without a position; one that may be a nominative or stands behind a person tells of nobody."""
    asked = governor(passage.words[: name.start])
    cases = {reading.case for reading in readings if asked in {None, reading.case}}
    if Case.NOMINATIVE in cases or _stands_behind_person(passage.words[: name.start], cases):
        return None
    return _certain(name, [(reading, "") for reading in readings], passage, (name.start, name.end), None)


def _stands_behind_person(before: str, cases: set[Case]) -> bool:
    """Whether a position that was not understood may stand right before a name: «директором Беловым»."""
    word = re.search(r"([\w-]+) $", before)
    readings = word_readings(word[1], persons=True) if word else ()
    return any(one.case in cases and (is_person(one) or one.is_adjective) for one in readings)


def _certain(
    name: Name,
    meant: Sequence[tuple[RecoveredName, str]],
    passage: Passage,
    place: tuple[int, int],
    title: Title | None,
) -> Mention | None:
    """The only person that the words may mean, after what stands before them has told the case."""
    asked = governor(passage.words[: place[0]])
    fitting = [one for one in meant if asked in {None, one[0].case}]
    people = {(reading.last, reading.first, reading.middle, words) for reading, words in fitting}
    if len(people) != 1:
        return None
    last, first, middle, words = people.pop()
    case = case_meant({reading.case for reading, _ in fitting}, passage.words, place)
    if case is None:
        return None
    sexes = {reading.sex for reading, _ in fitting}
    known = detect_sex(last, first, middle)
    sex: Sex | None = sexes.pop() if len(sexes) == 1 and known is None else None
    first_word = passage.text[place[0] :][:1]
    capital = (
        title is not None
        and title.is_before
        and first_word.isupper()
        and opens_sentence(passage.words, place[0])
    )
    position = (words[:1].lower() + words[1:] if capital else words) or None
    person = Person(last=last, first=first, middle=middle, sex=sex, position=_position(position))
    if any(name_findings(person, ())):
        return None
    options = ("полностью",) if name.is_full else ()
    if title is not None and title.is_before:
        options = (*options, "должность впереди")
    start, end = place
    if not passage.words[end:].strip() and passage.words[end - 1] == ".":
        end -= 1  # the stop of the sentence, which that of the initials takes in
    return Mention(start, end, person, case, options, capital)


def _position(words: str | None) -> Position | None:
    return Position(title=words.replace("\u00a0", " ")) if words else None


def _unclear(name: Name, readings: Sequence[RecoveredName], passage: Passage) -> Doubt:
    words = passage.text[name.start : name.end]
    surnames = [*dict.fromkeys(reading.last for reading in readings)]
    who = f": {' или '.join(surnames)}" if surnames else ""
    proposal = "впишите лицо в «люди» и назовите его ссылкой: {вин ключ}"
    return passage.doubt(words, f"не понять, кто это в именительном падеже{who}", proposal)
