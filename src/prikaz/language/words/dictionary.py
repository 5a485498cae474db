"""The office's own dictionary of forms: a value that callers pass along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import field, frozen

from prikaz.language.words.cases import Case

_Forms: TypeAlias = tuple[tuple[str, tuple[tuple[Case, str], ...]], ...]


def _key(phrase: str) -> str:
    return " ".join(phrase.split()).casefold()


def _freeze_forms(forms: Mapping[str, Mapping[Case, str]] | _Forms) -> _Forms:
    pairs = forms.items() if isinstance(forms, Mapping) else forms
    return tuple((phrase, tuple(dict(cases).items())) for phrase, cases in pairs)


def _freeze_words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_key, words))


@frozen(kw_only=True)
class Dictionary:
    """Forms that the office has settled (словарь форм); they overrule the grammar.

    Attributes:
        forms: A phrase or surname in the nominative → its forms by case; a mapping is accepted and frozen.
            A case that is not given is left to the grammar. Capitals and spaces of the phrase do not matter.
        indeclinable: Words that stay as they are: "Энерго", surnames whose bearers do not decline them.

    >>> office = Dictionary(forms={"ясли-сад": {Case.GENITIVE: "яслей-сада"}}, indeclinable=["Гусь"])
    >>> office.find("Ясли-сад", Case.GENITIVE)
    'Яслей-сада'
    >>> office.is_indeclinable("ГУСЬ")
    True
    """

    forms: _Forms = field(default=(), converter=_freeze_forms)
    indeclinable: frozenset[str] = field(default=frozenset(), converter=_freeze_words)
    _index: Mapping[str, Mapping[Case, str]] = field(init=False, repr=False, eq=False)

    @_index.default
    def _indexed(self) -> Mapping[str, Mapping[Case, str]]:
        return {_key(phrase): dict(cases) for phrase, cases in self.forms}

    def find(self, phrase: str, case: Case) -> str | None:
        """The settled form with the first capital of ``phrase``; ``None`` if there is none."""
        form = self._index.get(_key(phrase), {}).get(case)
        if form and phrase[:1].isupper():
            return form[:1].upper() + form[1:]
        return form

    def is_indeclinable(self, word: str) -> bool:
        """Whether the office says that ``word`` never declines."""
        return _key(word) in self.indeclinable


#: An office that has settled nothing.
NO_DICTIONARY = Dictionary()
