"""Words that the dictionary lacks, guessed by pymorphy3; the only module that knows pymorphy3.

The attributes of a guess have the names that pymorphy3 gives them, and so have
those of an entry of our own reader of the dictionary: a :class:`Parse` is either.
How a guess was made stands in the inside of pymorphy3; what we expect of it is
written down in ``tests/language/test_dictionary_interface.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from prikaz.language.words.opencorpora import dictionary_folder


class _Grammemes(Protocol):
    @property
    def POS(self) -> str | None: ...  # noqa: N802  (as pymorphy3 calls the part of speech)
    @property
    def animacy(self) -> str | None: ...
    @property
    def case(self) -> str | None: ...
    @property
    def gender(self) -> str | None: ...
    @property
    def number(self) -> str | None: ...

    def __contains__(self, grammemes: object) -> bool: ...


class Parse(Protocol):
    """What the dictionary, or a guess of pymorphy3, says of a word (разбор)."""

    @property
    def word(self) -> str:
        """The form, with its «ё»."""

    @property
    def tag(self) -> _Grammemes:
        """Its grammemes."""

    @property
    def normal_form(self) -> str:
        """First form of its paradigm."""

    @property
    def score(self) -> float:
        """How likely it is among the readings of the form."""

    @property
    def is_known(self) -> bool:
        """Whether the dictionary has this very word."""

    def inflect(self, grammemes: set[str]) -> Parse | None:
        """The form of the same word with these grammemes."""


class Guess(Parse, Protocol):
    """A guess of pymorphy3."""

    @property
    def methods_stack(self) -> Sequence[tuple[object, ...]]:
        """The analyzers that made it, each with the part of the word that it looked at."""


class _Analyzer(Protocol):
    def parse(self, word: str) -> list[Guess]: ...


def guess_word(word: str) -> list[Guess]:
    """Guesses of what a word in lower case may be, the likeliest first."""
    return _analyzer().parse(word)


def listed_end(guess: Guess) -> str:
    """The word of the dictionary at the end of a guessed one, «центр» of «медиацентр»; "" if it has none."""
    analyzer, part, *_ = guess.methods_stack[0]
    return str(part) if type(analyzer).__name__ == "DictionaryAnalyzer" else ""


@cache
def _analyzer() -> _Analyzer:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - 80 ms and 24 MB, only for words that must be guessed

    # without the path it would ask every installed package for dictionaries, which takes a third of the time
    analyzer: _Analyzer = MorphAnalyzer(path=str(dictionary_folder()), lang="ru")
    return analyzer
