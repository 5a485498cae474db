"""People whom texts name: «Журавлёву А.П., методиста кабинета», «на заместителя главы С.В. Рогову»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from prikaz.language.names.listed import is_ordinary_word
from prikaz.language.names.nominative import is_oblique_patronymic
from prikaz.language.names.parts import initial, is_initials, sex_of_patronymic
from prikaz.language.names.recovery import RecoveredName, recover_name
from prikaz.language.names.sexes import detect_sex
from prikaz.language.phrases.groups import is_person
from prikaz.language.phrases.recovery import title_in_nominative
from prikaz.language.words.cases import Case, Sex
from prikaz.language.words.compounds import word_readings
from prikaz.language.words.morphology import read_word
from prikaz.model import Person, Position
from prikaz.model.resolution.person_names import name_findings
from prikaz.model.text import HOLE
from prikaz.reader.doubts import Doubt
from prikaz.reader.references.keys import Keys
from prikaz.reader.references.passages import Passage

_WORD: Final = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS: Final = r"(?P<first{0}>[А-ЯЁ]\.) ?(?P<middle{0}>[А-ЯЁ]\.)?"
_NAME: Final = re.compile(
    rf"\b(?P<last1>{_WORD}) {_INITIALS.format(1)}(?! ?[А-ЯЁ](?:[а-яё]|\.))"
    rf"|(?<![\w.]){_INITIALS.format(2)} ?(?P<last2>{_WORD})\b(?! ?[А-ЯЁ]\.)"
    rf"|\b(?P<last3>{_WORD}) (?P<first3>[А-ЯЁ][а-яё]+)"
    r" (?P<middle3>[А-ЯЁ][а-яё]+(?:ич|вн|чн|шн)[а-яё]{0,3})\b"
)
#: What ends a position behind a name, or stands before one that precedes it.
_STOP: Final = re.compile(r"[,;:()\n]| [–—-] |(?<=[а-яё]{4})\.(?=\s|$)|(?<=[»\ufffc])\.(?=\s|$)|\.$")
_MOST_WORDS: Final = 14
#: What stands before a sentence: the end of another one, or a number that is typed.
_SENTENCE_END: Final = r"[а-яё]{3}[.!?]\s+$|\n\s*$|^\s*(?:\d+[.)])+\s*$"
#: Of a text that is longer than a page, so much is looked at around a name.
_LONG: Final = 4000
_REACH: Final = 800
_FIRST_LETTER: Final = r"(?<!\S)[^\W\d_]"
#: Cases by the prepositions that ask for one only.
_PREPOSITIONS: Final = {
    "на": Case.ACCUSATIVE,
    "через": Case.ACCUSATIVE,
    "от": Case.GENITIVE,
    "у": Case.GENITIVE,
    "для": Case.GENITIVE,
    "без": Case.GENITIVE,
    "кроме": Case.GENITIVE,
    "к": Case.DATIVE,
    "ко": Case.DATIVE,
    "о": Case.PREPOSITIONAL,
    "об": Case.PREPOSITIONAL,
    "при": Case.PREPOSITIONAL,
    "перед": Case.INSTRUMENTAL,
}
_OBJECTS: Final = re.compile(
    r"(?i:назначить|утвердить|направить|командировать|включить|исключить|освободить|наградить|премировать|уволить"
    r"|перевести|обязать|привлечь|ознакомить|считать)"
)
_ADDRESSED: Final = re.compile(
    r"(?i:поручить|предоставить|разрешить|объявить|выплатить|установить|рекомендовать|выделить|вручить|передать)"
)
_COMMANDS: Final = re.compile(rf"{_OBJECTS.pattern}|{_ADDRESSED.pattern}")
#: What goes on behind a position without a comma is no part of it: «ответственным за питание».
_NOT_OF_TITLE: Final = re.compile(r"(?i)\bответственн|\bдалее\b|\bкоторы")
#: How likely a reading is that counts, from 0 to 1.
_LIKELY: Final = 0.5
#: Participles that are heads of positions.
_PARTICIPLES: Final = ("заведующ", "исполняющ", "управляющ", "командующ")
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


class _Name(NamedTuple):
    """A name in a text: where it stands, and its words."""

    start: int
    end: int
    last: str
    first: str
    middle: str

    def moved(self, by: int) -> _Name:
        """The same name further on."""
        return self._replace(start=self.start + by, end=self.end + by)

    @property
    def is_full(self) -> bool:
        return not is_initials(self.first)


class _Title(NamedTuple):
    """A position beside a name: where it stands, and its words; "" where it is not told where it begins."""

    start: int
    end: int
    words: str
    is_before: bool


def people_named(passage: Passage) -> Iterator[Mention | Doubt]:
    """The people whom a text names with initials or in full, and of whom it tells who they are."""
    if passage.path[-1] not in _FIELDS and passage.path[0] != "основание":
        return
    if not _TABLES.isdisjoint(passage.path):
        return
    names = [*_names(passage)]
    for place, name in enumerate(names):
        following = names[place + 1].start if place + 1 < len(names) else len(passage.text)
        begin = max(0, name.start - _REACH)
        near = passage.cut(begin, name.end + _REACH) if len(passage.text) > _LONG else passage
        shift = begin if near is not passage else 0
        before = max(0, names[place - 1].end - shift) if place else 0
        for one in _mentions(name.moved(-shift), near, before, following - shift):
            yield one.moved(shift) if isinstance(one, Mention) else one


def _names(passage: Passage) -> Iterator[_Name]:
    for found in _NAME.finditer(passage.words):
        group = next(number for number in "123" if found[f"last{number}"])
        last, first, middle = (found[f"{part}{group}"] or "" for part in ("last", "first", "middle"))
        if group == "3" and not (sex_of_patronymic(middle) or is_oblique_patronymic(middle)):
            continue
        if not (_is_abbreviation(first + middle) and is_ordinary_word(last)):
            yield _Name(found.start(), found.end(), last, first, middle)


def _is_abbreviation(initials: str) -> bool:
    """Whether initials may be none: «И.О. Директора», «Г. Заречный»."""
    return initials == "И.О." or len(initials) == 2  # noqa: PLR2004


def _mentions(name: _Name, passage: Passage, before: int, after: int) -> Iterator[Mention | Doubt]:
    """A name with the position that makes it certain; alone; or a doubt."""
    is_followed = _is_followed(name, passage.words)
    if not (is_followed or _may_be_meant(name, passage.words)):
        return
    titles = [*_behind(name, passage, after)] if is_followed else [*_in_front(name, passage, before)]
    is_asked = _is_asked_for(name, passage.words)
    if not (is_followed or titles or is_asked):
        return
    readings = recover_name(name.last, name.first, name.middle)
    made = (_with_title(name, title, readings, passage) for title in titles)
    mention = next(filter(None, made), None)
    is_whole = all(title.words for title in titles)
    if mention is None and is_asked and is_whole and not is_followed:
        mention = _alone(name, readings, passage)
    if mention:
        yield mention
    elif passage.path[0] in TOLD and not any(one.case is Case.NOMINATIVE for one in readings):
        yield _unclear(name, readings, passage)


def _is_asked_for(name: _Name, words: str) -> bool:
    """Whether words before a name ask for somebody: «на», «назначить куратором»; not «школа имени»."""
    before = words[: name.start]
    if re.search(r"(?i)\b(?:имени|им\.|памяти) $", before):
        return False
    return _governor(before) is not None or _COMMANDS.search(_sentence(before)) is not None


def _sentence(before: str) -> str:
    """Of the words before a place, those of its sentence."""
    return re.split(r"[.;]\s", before)[-1]


def _is_followed(name: _Name, words: str) -> bool:
    """Whether a position may stand behind a name: a comma and a noun or an adjective."""
    after = re.match(r", ([^\W\d_][\w-]*)", words[name.end : name.end + 80])
    if after is None:
        return False
    readings = word_readings(after[1], persons=True)
    first = readings[0] if readings else None
    if first is None or first.is_function_word or first.is_command:
        return False
    return any((one.is_noun and is_person(one)) or one.is_adjective for one in readings) or "." in after[0]


def _may_be_meant(name: _Name, words: str) -> bool:
    """Whether it is worth asking who is meant: something stands before the name."""
    return re.search(r"[\w»\ufffc.] $", words[: name.start]) is not None


def _with_title(
    name: _Name, title: _Title, readings: Sequence[RecoveredName], passage: Passage
) -> Mention | None:
    meant = [
        (reading, nominative)
        for reading in readings
        if title.words and (nominative := title_in_nominative(title.words, reading.case))
    ]
    start, end = min(name.start, title.start), max(name.end, title.end)
    return _certain(name, meant, passage, (start, end), title)


def _alone(name: _Name, readings: Sequence[RecoveredName], passage: Passage) -> Mention | None:
    """A name without a position; one that may be a nominative or stands behind a person tells of nobody."""
    asked = _governor(passage.words[: name.start])
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
    name: _Name,
    meant: Sequence[tuple[RecoveredName, str]],
    passage: Passage,
    place: tuple[int, int],
    title: _Title | None,
) -> Mention | None:
    """The only person that the words may mean, after what stands before them has told the case."""
    asked = _governor(passage.words[: place[0]])
    fitting = [one for one in meant if asked in {None, one[0].case}]
    people = {(reading.last, reading.first, reading.middle, words) for reading, words in fitting}
    if len(people) != 1:
        return None
    last, first, middle, words = people.pop()
    case = _case_meant({reading.case for reading, _ in fitting}, passage.words, place)
    if case is None:
        return None
    sexes = {reading.sex for reading, _ in fitting}
    known = detect_sex(last, first, middle)
    sex: Sex | None = sexes.pop() if len(sexes) == 1 and known is None else None
    first_word = passage.text[place[0] :][:1]
    capital = (
        title is not None and title.is_before and first_word.isupper() and _opens(passage.words, place[0])
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


def _opens(words: str, start: int) -> bool:
    """Whether a sentence begins at a place."""
    before = words[:start]
    return not before.strip(' «"(') or re.search(_SENTENCE_END, before) is not None


def _unclear(name: _Name, readings: Sequence[RecoveredName], passage: Passage) -> Doubt:
    words = passage.text[name.start : name.end]
    surnames = [*dict.fromkeys(reading.last for reading in readings)]
    who = f": {' или '.join(surnames)}" if surnames else ""
    proposal = "впишите лицо в «люди» и назовите его ссылкой: {вин ключ}"
    return passage.doubt(words, f"не понять, кто это в именительном падеже{who}", proposal)


# Positions ----------------------------------------------------------------------------------------------


def _behind(name: _Name, passage: Passage, following: int) -> Iterator[_Title]:
    """The position behind a comma after a name, if it is told where it ends."""
    words = passage.words
    start = name.end + 2
    stop = _STOP.search(words, start)
    end = stop.start() if stop else len(words)
    if following < end:
        joint = re.search(r",? и $", words[start:following])
        if joint is None:
            return
        end, stop = start + joint.start(), None
    title = passage.text[start:end].rstrip()
    if not title or HOLE in passage.bare[start:end] or len(title.split()) > _MOST_WORDS:
        return
    if stop and stop[0].strip() in {"–", "—", "-"}:
        return
    is_open = stop is not None and stop[0] == "," and _may_go_on(words, end)
    if not is_open and not _NOT_OF_TITLE.search(title) and not _has_command(title):
        yield _Title(start, start + len(title), title, is_before=False)


def _may_go_on(words: str, comma: int) -> bool:
    """Whether a position may go on behind a comma: «заместителя главы по культуре, спорту»."""
    before = re.search(r"([\w-]+)$", words[:comma])
    after = re.match(r", (?:и )?([\w-]+)", words[comma:])
    if before is None or after is None or not after[1].islower():
        return bool(after and after[1].islower())
    cases = {one.case for one in read_word(before[1])} - {None}
    readings = read_word(after[1])
    if any(one.is_function_word for one in readings[:1]) or after[1].startswith(("ответственн", "котор")):
        return False
    return bool(cases & {one.case for one in readings})


def _has_command(title: str) -> bool:
    return any(
        one.is_command and one.score > _LIKELY
        for word in title.split()
        if word.isalpha()
        for one in read_word(word)
    )


def _in_front(name: _Name, passage: Passage, previous: int) -> Iterator[_Title]:
    """The positions that may stand before a name, the longest first."""
    words = passage.words
    marked = passage.bare.rfind(HOLE, 0, name.start) + 1
    begin = max([previous, marked, *(stop.end() for stop in _STOP.finditer(words, 0, name.start))])
    if begin < name.start and words[:begin].endswith((" – ", " — ", " - ")):
        # the second half of «заместителя главы – начальника отдела», or a position behind a role
        yield _Title(begin, name.start, "", is_before=True)
        return
    starts = [found.start() for found in re.finditer(_FIRST_LETTER, words[begin : name.start])]
    for start in (begin + place for place in starts[-_MOST_WORDS:]):
        title = passage.text[start : name.start].rstrip()
        is_plain = HOLE not in passage.bare[start : name.start]
        if is_plain and _may_precede(words[:start]) and _names_somebody(title):
            yield _Title(start, start + len(title), title, is_before=True)


def _names_somebody(title: str) -> bool:
    """Whether a position begins so: with a person, with adjectives before one, with «заведующего», «и.о.»."""
    words = re.findall(r"[^\W\d_][\w-]*\.?", title)
    if not words or read_word(words[-1])[0].is_function_word:
        return False
    for word in words:
        if word.endswith("."):
            return True
        if word.lower().startswith(_PARTICIPLES):
            return True
        readings = word_readings(word, persons=True)
        if any(one.is_noun for one in readings):
            return any(one.is_noun and is_person(one) for one in readings)
        if not any(one.is_adjective or one.is_adverb for one in readings):
            return False
    return False


def _may_precede(words: str) -> bool:
    """Whether a position may begin behind these words: at the start, behind a preposition, behind a verb."""
    before = re.search(r"([\w-]+) $", words)
    if before is None:
        return _opens(words, len(words)) or re.search(r"[,;:(–—] ?$", words) is not None
    readings = read_word(before[1])
    return any(one.is_function_word or one.is_command or one.is_participle for one in readings[:1])


def _governor(words: str) -> Case | None:
    """The case that the word right before asks for; None if it does not tell."""
    before = re.search(r"([\w-]+) $", words)
    if before is None:
        return None
    word = before[1].lower()
    if word in _PREPOSITIONS:
        return _PREPOSITIONS[word]
    if _OBJECTS.fullmatch(word):
        return Case.ACCUSATIVE
    return Case.DATIVE if _ADDRESSED.fullmatch(word) else None


def _case_meant(cases: set[Case], words: str, place: tuple[int, int]) -> Case | None:
    """The case of a name among those that look alike; None if nothing tells it.

    Another person may stand there one day, whose forms are not alike.
    """
    if len(cases) == 1:
        return next(iter(cases))
    before = words[: place[0]]
    if _opens(words, place[0]):
        is_addressed = words.rstrip().endswith(":") or _ends_in_command(words[place[1] :])
        return Case.DATIVE if is_addressed and Case.DATIVE in cases else None
    commands = [*_COMMANDS.finditer(_sentence(before))]
    if commands:
        asked = Case.ACCUSATIVE if _OBJECTS.fullmatch(commands[-1][0]) else Case.DATIVE
        return asked if asked in cases else None
    alone = re.search(r"([\w-]+) $", before)
    is_noun = alone is not None and read_word(alone[1])[0].is_noun
    return Case.GENITIVE if is_noun and cases == {Case.GENITIVE, Case.ACCUSATIVE} else None


def _ends_in_command(words: str) -> bool:
    """Whether an infinitive follows: «Директору школы … представить отчёт»."""
    after = re.match(r",? ([\w-]+)", words)
    return after is not None and any(one.is_command for one in read_word(after[1]))
