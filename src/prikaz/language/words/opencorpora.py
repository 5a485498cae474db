"""Words of the dictionary of OpenCorpora; the only module that knows dawg2-python and pymorphy3-dicts-ru.

pymorphy3 makes objects of all 5 500 tags and 3 500 paradigms before its first
word, which is a fifth of the time of a process that makes one order. Here a
word costs what it needs. What is found, in which order and how it is inflected
is the same to the letter as in pymorphy3; words outside the dictionary are
guessed by pymorphy3 itself, in :mod:`prikaz.language.words.guessing`.

The files of pymorphy3-dicts-ru are read as they lie, in the format of version
2.4: a word leads to its paradigm and its place in it; a paradigm holds the
numbers of all endings, then of all tags, then of all prefixes
(https://pymorphy2.readthedocs.io/en/stable/internals/dict.html). dawg2-python
finds a word in them, and is given the files by its inside; what is expected of
both stands in ``tests/language/test_dictionary_interface.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import Struct
from typing import Any, Final, NamedTuple

from prikaz.language.words.spelling import word_set

_PARTS_OF_SPEECH: Final = frozenset(
    word_set("NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ")
)
_CASES: Final = frozenset(word_set("nomn gent datv accs ablt loct voct gen1 gen2 acc2 loc1 loc2"))
_GENDERS: Final = frozenset({"masc", "femn", "neut"})
_NUMBERS: Final = frozenset({"sing", "plur"})
_ANIMACY: Final = frozenset({"anim", "inan"})
#: Number of units, before the units themselves.
_COUNT: Final = Struct("=I")
_MILLION: Final = 1_000_000  # probabilities are stored in millionths


def dictionary_folder() -> Path:
    """Where pymorphy3-dicts-ru has its files."""
    import pymorphy3_dicts_ru  # noqa: PLC0415 - only for those who decline

    return Path(pymorphy3_dicts_ru.get_path())


class Grammemes:
    """Grammemes of a form (граммемы), ``NOUN,inan,masc sing,nomn``: case, number and their like.

    Attributes:
        text: The grammemes as the dictionary writes them.
        codes: The same, one by one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.codes = frozenset(text.replace(" ", ",", 1).split(","))

    @property
    def POS(self) -> str | None:  # noqa: N802  (as pymorphy3 calls the part of speech)
        """Part of speech."""
        return self._one_of(_PARTS_OF_SPEECH)

    @property
    def animacy(self) -> str | None:
        """``anim`` or ``inan``."""
        return self._one_of(_ANIMACY)

    @property
    def case(self) -> str | None:
        """Case."""
        return self._one_of(_CASES)

    @property
    def gender(self) -> str | None:
        """``masc``, ``femn`` or ``neut``."""
        return self._one_of(_GENDERS)

    @property
    def number(self) -> str | None:
        """``sing`` or ``plur``."""
        return self._one_of(_NUMBERS)

    def __contains__(self, codes: object) -> bool:
        return codes <= self.codes if isinstance(codes, set | frozenset) else codes in self.codes

    def _one_of(self, category: frozenset[str]) -> str | None:
        return next(iter(self.codes & category), None)


class LexiconEntry(NamedTuple):
    """One form of a word of the dictionary (словоформа).

    Attributes:
        word: The form, with its «ё».
        tag: Its grammemes.
        normal_form: First form of its paradigm.
        score: How likely this reading of the form is, 0 to 1.
        lexicon: The dictionary it stands in.
        paradigm: Number of its paradigm there.
        stem: What all forms of the paradigm have in common.
    """

    word: str
    tag: Grammemes
    normal_form: str
    score: float
    lexicon: Lexicon
    paradigm: int
    stem: str

    @property
    def is_known(self) -> bool:
        """Always."""
        return True

    def inflect(self, grammemes: set[str]) -> LexiconEntry | None:
        """The form of the word with these grammemes that is most like this one; None if there is none."""
        fitting = [
            form for form in self.lexicon.forms(self.paradigm, self.stem) if grammemes <= form[1].codes
        ]
        if not fitting:
            return None
        wanted = self.lexicon.changed(self.tag.codes, grammemes)
        word, tag = max(
            fitting, key=lambda form: len(wanted & form[1].codes) - 0.1 * len(wanted ^ form[1].codes)
        )
        return LexiconEntry(word, tag, self.normal_form, 1.0, self.lexicon, self.paradigm, self.stem)


class Lexicon:
    """The dictionary; files are read when they are needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made_tags: dict[int, Grammemes] = {}
        self._starts = [1]

    def find(self, word: str) -> tuple[LexiconEntry, ...]:
        """All readings of a word in lower case, the likeliest first; also with «ё» where «е» is written."""
        found = [
            self._entry(form, paradigm, place)
            for form, places in self._words.similar_items(word, self._replaced)
            for paradigm, place in places
        ]
        chances = [self._chances.get(f"{word}:{entry.tag.text}", 0) / _MILLION for entry in found]
        if not sum(chances):
            chances = [1 / len(found) for _ in found]
        scored = (entry._replace(score=chance) for entry, chance in zip(found, chances, strict=True))
        return tuple(sorted(scored, key=lambda entry: entry.score, reverse=True))

    def forms(self, paradigm: int, stem: str) -> Iterator[tuple[str, Grammemes]]:
        """All forms of a word with their grammemes, in the order of its paradigm."""
        row = self._paradigm(paradigm)
        for place in range(len(row) // 3):
            before, after, tag = self._at(row, place)
            yield before + stem + after, tag

    def changed(self, grammemes: frozenset[str], added: set[str]) -> frozenset[str]:
        """Grammemes with others added, and without those that cannot stand beside them."""
        changed = grammemes | added
        for grammeme in added:
            changed -= self._excluded.get(grammeme, frozenset())
        return changed

    def _entry(self, form: str, paradigm: int, place: int) -> LexiconEntry:
        row = self._paradigm(paradigm)
        before, after, tag = self._at(row, place)
        stem = form[len(before) : len(form) - len(after)]
        first_before, first_after, _ = self._at(row, 0)
        return LexiconEntry(form, tag, first_before + stem + first_after, 1.0, self, paradigm, stem)

    def _at(self, row: memoryview[int], place: int) -> tuple[str, str, Grammemes]:
        """What stands before the stem and after it in one form of a paradigm, and the tag."""
        length = len(row) // 3
        return (
            self._prefixes[row[length * 2 + place]],
            self._endings[row[place]],
            self._tag(row[length + place]),
        )

    def _paradigm(self, number: int) -> memoryview[int]:
        start = self._start(number)
        return self._numbers[start + 1 : start + 1 + self._numbers[start]]

    def _start(self, number: int) -> int:
        """Where a paradigm begins among the numbers, with its length; those of common words come first."""
        if number >= len(self._starts):
            starts = [*self._starts]  # another thread may be looking
            while number >= len(starts):
                starts.append(starts[-1] + 1 + self._numbers[starts[-1]])
            self._starts = starts
        return self._starts[number]

    def _tag(self, number: int) -> Grammemes:
        if number not in self._made_tags:
            self._made_tags[number] = Grammemes(self._tag_texts[number])
        return self._made_tags[number]

    def _read(self, name: str) -> Any:  # noqa: ANN401  (whatever the file holds)
        return json.loads((self._folder / name).read_text(encoding="utf-8"))

    @cached_property
    def _words(self) -> Any:  # noqa: ANN401  (dawg_python is untyped)
        from dawg_python import RecordDAWG  # noqa: PLC0415 - only for those who decline

        return _mapped(RecordDAWG(">HH"), self._folder / "words.dawg")

    @cached_property
    def _chances(self) -> Any:  # noqa: ANN401  (dawg_python is untyped)
        from dawg_python import IntDAWG  # noqa: PLC0415 - only for those who decline

        return _mapped(IntDAWG(), self._folder / "p_t_given_w.intdawg")

    @cached_property
    def _replaced(self) -> Any:  # noqa: ANN401  (dawg_python is untyped)
        return self._words.compile_replaces({"е": "ё"})

    @cached_property
    def _prefixes(self) -> list[str]:
        return list(dict(self._read("meta.json"))["compile_options"]["paradigm_prefixes"])

    @cached_property
    def _endings(self) -> list[str]:
        return list(self._read("suffixes.json"))

    @cached_property
    def _tag_texts(self) -> list[str]:
        return list(self._read("gramtab-opencorpora-int.json"))

    @cached_property
    def _numbers(self) -> memoryview[int]:
        return _content(self._folder / "paradigms.array").cast("H")

    @cached_property
    def _excluded(self) -> Mapping[str, frozenset[str]]:
        """Grammemes that cannot stand beside one: others of its category, and genders beside the plural."""
        owners: dict[str, str] = {name: owner for name, owner, *_ in self._read("grammemes.json")}
        members: dict[str, set[str]] = {}
        for name, owner in owners.items():
            for each in filter(None, (owner, owners.get(owner))):
                members.setdefault(each, set()).add(name)
        excluded = {name: frozenset(members.get(owner, set()) - {name}) for name, owner in owners.items()}
        return {**excluded, "plur": excluded["plur"] | {"GNdr"} | members["GNdr"]}


def _mapped(dawg: Any, path: Path) -> Any:  # noqa: ANN401  (dawg_python is untyped)
    """Have an automaton look into its file instead of a copy of it: a word touches a few pages of 10 MB."""
    from dawg_python.wrapper import Dictionary, Guide  # noqa: PLC0415 - only for those who decline

    content = _content(path)
    end = _COUNT.size * (1 + _COUNT.unpack_from(content)[0])
    dawg.dct, dawg.guide = Dictionary(), Guide()
    dawg.dct._units = content[_COUNT.size : end].cast("I")  # noqa: SLF001  (it knows no other way in)
    dawg.guide._units = content[end + _COUNT.size :]  # noqa: SLF001
    return dawg


def _content(path: Path) -> memoryview:
    """What a file holds, without reading it."""
    with path.open("rb") as file:
        return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
