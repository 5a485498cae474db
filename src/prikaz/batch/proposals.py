"""Fields that an order might have (предложенные поля): bodies, persons and dates that repeat in its text.

What repeats in a document that was typed for one school is what a table would fill in for all of them.
Nothing is put into the text: a person chooses, and writes the field where the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from prikaz.findings import Path
from prikaz.language.time.roles import MOVING
from prikaz.language.time.times import find_times
from prikaz.language.words.spelling import LETTERS
from prikaz.model import Order
from prikaz.model.fields import FieldKind
from prikaz.model.prose import prose
from prikaz.model.text import BracedReference, parse_text, without_marked
from prikaz.service.places import print_place

#: What the same words mean wherever they stand, whatever their case.
_Meaning: TypeAlias = tuple[str, str] | date

#: Stems of nouns for bodies, with the key of a field that holds one.
_BODIES: Final = {
    "школ": "школа",
    "гимнази": "гимназия",
    "лице": "лицей",
    "сад": "сад",
    "центр": "центр",
    "учреждени": "учреждение",
    "библиотек": "библиотека",
    "музе": "музей",
    "колледж": "колледж",
    "техникум": "техникум",
    "клуб": "клуб",
    "предприяти": "предприятие",
    "обществ": "общество",
    "больниц": "больница",
}
_ABBREVIATED: Final = "учреждение"
_NUMBER: Final = r"№\s?\d{1,5}"
_NAME: Final = r"«[^«»\n]{1,100}(?:«[^«»\n]{1,100}»[^«»\n]{0,20})?»"
_BODY: Final = re.compile(
    rf"(?<![{LETTERS}])(?:(?P<noun>(?:{'|'.join(_BODIES)})[а-яё]{{0,4}})|(?P<code>[А-ЯЁ]{{3,8}}))"
    rf" (?P<name>{_NUMBER}(?: {_NAME})?|{_NAME})",
    re.IGNORECASE,
)
_CODE: Final = re.compile("[А-ЯЁ]{3,8}")
_INITIALS: Final = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_SURNAME: Final = r"[А-ЯЁ][а-яё]{2,20}(?:-[А-ЯЁ][а-яё]{2,20})?"
_PERSON: Final = re.compile(
    rf"(?<![{LETTERS}.])(?:(?P<before>{_SURNAME})\s(?P<behind_it>{_INITIALS})|(?P<initials>{_INITIALS})\s?(?P<last>{_SURNAME}))"
)
#: What the cases and the sexes change in a surname, behind what they leave alone.
_ENDING: Final = re.compile(r"(?<=[а-яё]{2})(?:ого|ому|ий|ая|ую|ой|ою|ым|им|ом|ем|ей|[ауыеиюяй])$")
#: The stop of the sentence behind a date; that of «г.» is its own.
_STOP: Final = re.compile(r"(?<=года)\.$")
_MOST_PLACES: Final = 4
_HEAD: Final = (
    "# Повторяется в тексте. Оставьте то, что заполнит таблица, и поставьте в тексте ключ: {вин школа}"
)
_TWICE: Final = 2


class FieldProposal(NamedTuple):
    """A field that an order might have.

    Attributes:
        key: A key for it.
        kind: What it would hold.
        words: The words as they stand in the text, each way once.
        places: Where they stand, in the words of a clerk; the same place as often as they stand there.
    """

    key: str
    kind: FieldKind
    words: tuple[str, ...]
    places: tuple[str, ...]


class _Mention(NamedTuple):
    key: str
    kind: FieldKind
    meaning: _Meaning
    words: str
    path: Path


def propose_fields(order: Order) -> tuple[FieldProposal, ...]:
    """What repeats in the text of an order, those first that stand first."""
    found: dict[tuple[FieldKind, _Meaning], list[_Mention]] = {}
    for mention in _mentions(order):
        found.setdefault((mention.kind, mention.meaning), []).append(mention)
    groups = [group for group in found.values() if len(group) >= _TWICE]
    keys = _unlike(group[0].key for group in groups)
    return tuple(
        FieldProposal(
            key=key,
            kind=group[0].kind,
            words=tuple(dict.fromkeys(mention.words for mention in group)),
            places=tuple(print_place(mention.path, order) for mention in group),
        )
        for key, group in zip(keys, groups, strict=True)
    )


def _unlike(keys: Iterable[str]) -> Iterator[str]:
    """Keys, those of one name counted: "школа", "школа2"."""
    count: dict[str, int] = {}
    for key in keys:
        count[key] = count.get(key, 0) + 1
        yield key if count[key] == 1 else f"{key}{count[key]}"


def _mentions(order: Order) -> Iterator[_Mention]:
    people = {key for key, _ in order.people}
    for path, text in prose(order):
        for token in parse_text(text):
            if isinstance(token, BracedReference) and (key := token.keys[0]) in people:
                yield _Mention(key, FieldKind.PERSON, (key, ""), token.source, path)
        words = without_marked(text)
        yield from _persons(words, path)
        yield from _bodies(words, path)
        for time in find_times(words):
            if time.day and time.role in MOVING:
                yield _Mention("день", FieldKind.DATE, time.day, _STOP.sub("", time.text), path)


def _persons(text: str, path: Path) -> Iterator[_Mention]:
    for match in _PERSON.finditer(text):
        surname = match["before"] or match["last"]
        initials = "".join((match["behind_it"] or match["initials"]).split())
        meaning = (_ENDING.sub("", surname), initials)
        yield _Mention("лицо", FieldKind.PERSON, meaning, match[0], path)


def _bodies(text: str, path: Path) -> Iterator[_Mention]:
    for match in _BODY.finditer(text):
        noun, name = match["noun"], " ".join(match["name"].split())
        if noun:
            key = next(key for stem, key in _BODIES.items() if noun.lower().startswith(stem))
        elif _CODE.fullmatch(match["code"]):
            key = _ABBREVIATED
        else:
            continue
        yield _Mention(
            key, FieldKind.BODY, (key if noun else match["code"], name.replace("№ ", "№")), match[0], path
        )


def print_proposals(proposals: Iterable[FieldProposal]) -> str:
    """Proposed fields as they are put into a data file, with the words that they would replace.

    >>> day = FieldProposal("день", FieldKind.DATE, ("01.06.2027",), ("пункт 1", "пункт 3"))
    >>> print(print_proposals([day]))
    # Повторяется в тексте. Оставьте то, что заполнит таблица, и поставьте в тексте ключ: {вин школа}
    поля:
      # «01.06.2027» – пункт 1; пункт 3
      день: {вид: дата}
    <BLANKLINE>
    """
    lines = [_HEAD, "поля:"]
    for item in proposals:
        words = ", ".join(f"«{words}»" for words in item.words[:_MOST_PLACES])
        places = list(dict.fromkeys(item.places))
        more = f" и ещё {len(places) - _MOST_PLACES}" if len(places) > _MOST_PLACES else ""
        lines.append(f"  # {words} – {'; '.join(places[:_MOST_PLACES])}{more}")
        lines.append(f"  {item.key}: {{вид: {item.kind.value}}}")
    return "\n".join(lines) + "\n"
