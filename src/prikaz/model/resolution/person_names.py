"""Names of the persons of an order: each word in its field, the nominative, capitals (имена лиц).

A name is printed as its author means it where the fields show that; whatever
is out of place, or would be declined once more, is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from prikaz.errors import LanguageError
from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.model.blocks import Membership
from prikaz.model.contents import blocks, stamps
from prikaz.model.orders import Order
from prikaz.model.people import Person

if TYPE_CHECKING:
    from prikaz.language.names.arrangement import NameParts

NAME_UNCLEAR: Final = FindingKind("name-unclear", "По записи лица не понять, где фамилия", Severity.ERROR)
NAME_OBLIQUE: Final = FindingKind("name-oblique", "Имя лица стоит не в именительном падеже", Severity.ERROR)
NAME_DOUBTFUL: Final = FindingKind("name-doubtful", "Имя лица записано так, что его стоит проверить")
SURNAME_WHOLE: Final = FindingKind("surname-whole", "В поле фамилии или имени стоит не только это")

#: How surnames end that are looked at closely: other cases, patronymics.
_UNUSUAL_SURNAMES: Final = (
    *("у", "ю", "ом", "ем", "вым", "ным", "ким", "го", "ве", "вой", "ной"),
    *("овна", "евна", "ична"),
)
#: Patronymics in the nominative.
_PATRONYMICS: Final = ("ич", "вна", "чна", "шна")
#: What may be a patronymic or a surname in the place of a first name.
_UNUSUAL_NAMES: Final = (*_PATRONYMICS, "ов", "ев", "ёв", "ова", "ева", "ёва", "кий", "кая")
#: Beside no patronymic, how first names end in another case too.
_UNUSUAL_ALONE: Final = (*_UNUSUAL_NAMES, *"аеёиоуыэюя", "ин", "ом", "ем", "ой")
#: Signs of one initial.
_INITIAL: Final = 2
#: A surname alone of so many words holds more than a surname.
_WHOLE_NAME: Final = 3
_FIELDS: Final = ("фамилия", "имя", "отчество")


def persons(order: Order) -> Iterator[tuple[Path, Person]]:
    """Every person of an order with the path of the fields of the name."""
    yield from ((("люди", key), person) for key, person in order.people)
    yield from ((("подписи", place), item.person) for place, item in enumerate(order.signatures, 1))
    yield from ((("проект вносит", place), item.person) for place, item in enumerate(order.introduced_by, 1))
    if order.copy_mark:
        yield ("верно",), order.copy_mark.person
    if order.prepared_by:
        yield ("исполнитель",), order.prepared_by.person
    yield from ((("согласование", place), item.person) for place, item in enumerate(order.endorsements, 1))
    yield from (
        (("ознакомление", place), item.person) for place, item in enumerate(order.acknowledgements, 1)
    )
    for where, stamp in stamps(order):
        if stamp.person:
            yield where, stamp.person
    for where, block in blocks(order):
        if isinstance(block, Membership):
            path = (*where, "члены")
            yield from (((*path, place), member.person) for place, member in enumerate(block.members, 1))


def arranged(person: Person) -> Person:
    """A person with each word of the name in its field, if the words tell which is which.

    >>> arranged(Person(last="А.П. Ветрова")).last
    'Ветрова'
    """
    if _is_usual(person):
        return person
    from prikaz.language.names.arrangement import arrange_name  # noqa: PLC0415 (few names are out of order)

    try:
        last, first, middle = arrange_name(person.last, person.first, person.middle)
    except LanguageError:
        return person
    return evolve(person, last=last, first=first, middle=middle)


def name_findings(person: Person, path: Path) -> Iterator[Finding]:
    """What is wrong or doubtful with the name of a person whose fields stand at ``path``."""
    if not _is_usual(person):
        for finding in _found(person.last, person.first, person.middle, person.declines):
            yield evolve(finding, path=(*path, *finding.path))


def _is_usual(person: Person) -> bool:
    """Whether nothing in the name needs a closer look, as in nearly all names."""
    last, first, middle = person.last, person.first, person.middle
    if not _is_word(last) or last.endswith(_UNUSUAL_SURNAMES):
        return False
    if middle.endswith(_PATRONYMICS):
        return _is_word(middle) and _is_word(first) and not first.endswith(_UNUSUAL_NAMES)
    if not _is_short(middle) or len(middle) > _INITIAL:
        return False
    return _is_short(first) or (_is_word(first) and not first.endswith(_UNUSUAL_ALONE))


def _is_word(text: str) -> bool:
    return text.istitle() and not text.isascii() and " " not in text and "." not in text


def _is_short(text: str) -> bool:
    """Whether a field holds nothing or initials: «А.», «А.П.»."""
    shape = text[::2].isalpha() and text.isupper() and text[1::2] in {".", ".."}
    return not text or (shape and not text.isascii())


@lru_cache(maxsize=8192)
def _found(last: str, first: str, middle: str, declines: bool) -> tuple[Finding, ...]:  # noqa: FBT001 - for the cache
    """What is found in the fields of a name, with paths from there."""
    from prikaz.language.names.arrangement import NameParts, arrange_name  # noqa: PLC0415 (few names are unusual)

    try:
        name = arrange_name(last, first, middle)
    except LanguageError as error:
        return (NAME_UNCLEAR.finding(error.message, error.hint, ("фамилия",)),)
    whole = _of_whole_surname(NameParts(last, first, middle), name)
    return (*whole, *_of_case(name, declines=declines), *_of_letters(name))


def _of_whole_surname(given: NameParts, name: NameParts) -> Iterator[Finding]:
    """More words in a field than belong there; they are printed as they are meant."""
    if given != name:
        triples = zip(_FIELDS, given, name, strict=True)
        field, part = next((field, one) for field, one, other in triples if one and one != other)
        message = f"в поле «{field}» стоит не только {field}: «{part}»"
        yield SURNAME_WHOLE.finding(message, f"разнесите по полям: {name}", (field,))
    elif not given.first and _may_hold_names(given.last.split()):
        message = f"в поле «фамилия» стоит не только фамилия: «{given.last}»"
        yield SURNAME_WHOLE.finding(message, "разнесите по полям: фамилия, имя, отчество", ("фамилия",))


def _may_hold_names(words: Sequence[str]) -> bool:
    """Whether words of a surname alone may hold a first name too: «Ветрова Анна», «Ли Сяо Лун»."""
    from prikaz.language.names.listed import may_be_first_name  # noqa: PLC0415
    from prikaz.language.names.parts import is_particle  # noqa: PLC0415

    *before, last = words or [""]
    if all(map(is_particle, before)):
        return False
    return len(words) >= _WHOLE_NAME or may_be_first_name(last)


def _of_case(name: NameParts, *, declines: bool) -> Iterator[Finding]:
    from prikaz.language.names.nominative import oblique_part  # noqa: PLC0415

    found = oblique_part(name.last if declines else "", name.first, name.middle)
    if found is None:
        return
    field = next(field for field, part in zip(_FIELDS, name, strict=True) if found.word in part.split())
    if found.certain:
        message = f"«{found.word}» не в именительном падеже"
        yield NAME_OBLIQUE.finding(message, "напишите именительный падеж: кто?", (field,))
    else:
        message = f"«{found.word}», может быть, не в именительном падеже"
        yield NAME_DOUBTFUL.finding(message, "в поле нужен именительный падеж: кто?", (field,))


def _of_letters(name: NameParts) -> Iterator[Finding]:
    """A name in capitals, which a text has in small letters; without a capital; with Latin initials."""
    from prikaz.language.names.parts import is_known_particle  # noqa: PLC0415
    from prikaz.language.names.written import begins_small, in_small_letters, latin_among  # noqa: PLC0415

    *before, surname = name.last.split() or [""]
    words = [*(word for word in before if not is_known_particle(word)), surname]
    words += [word for part in name[1:] for word in part.split()[:1]]
    written, proper = (" ".join(filter(None, parts)) for parts in (name, map(in_small_letters, name)))
    if written != proper:
        message = f"«{written}» прописными: так и напечатается"
        hint = f"напишите «{proper}»: имена в тексте пишут строчными с прописной"
        yield NAME_DOUBTFUL.finding(message, hint, _FIELDS[:1])
    elif any(map(begins_small, words)):
        yield NAME_DOUBTFUL.finding(f"«{written}» со строчной буквы", "напишите имя с прописных", _FIELDS[:1])
    if latin := latin_among(written):
        message = f"в имени «{written}» латинские буквы: {latin}"
        yield NAME_DOUBTFUL.finding(message, "наберите их русскими", _FIELDS[:1])
