"""The dictionary read from its files says to the letter what pymorphy3 says."""

from __future__ import annotations

from itertools import islice, product
from pathlib import Path

import pymorphy3_dicts_ru
import pytest
from pymorphy3 import MorphAnalyzer

from prikaz.language.words.opencorpora import Lexicon

FOLDER = Path(pymorphy3_dicts_ru.get_path())
STARTS = (
    *("аб", "бел", "вс", "гор", "де", "ёж", "жу", "зам", "ин", "кон", "лё", "мет", "на", "отд", "пере"),
    *("пё", "рай", "сё", "сов", "тё", "учи", "фа", "хо", "це", "чёр", "шк", "щё", "эк", "юж", "яс"),
)
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GRAMMEMES = (
    *map(set, product(CASES, ("sing", "plur"))),
    *({"sing", "femn", case} for case in CASES),
    {"plur"},
    {"datv"},
)


@pytest.fixture(scope="module")
def analyzer() -> MorphAnalyzer:
    return MorphAnalyzer(path=str(FOLDER), lang="ru")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(FOLDER)


@pytest.fixture(scope="module")
def sample(analyzer: MorphAnalyzer) -> list[str]:
    """Forms from all over the dictionary, half of them with «е» for «ё»."""
    words = analyzer.dictionary.words
    forms = [form for start in STARTS for form, _ in islice(words.iteritems(start), 0, 2_000, 40)]
    return [form.replace("ё", "е") if place % 2 else form for place, form in enumerate(forms)]


def test_readings_are_those_of_pymorphy(analyzer: MorphAnalyzer, lexicon: Lexicon, sample: list[str]) -> None:
    for word in [*sample, "отдел", "все", "учет", "стали", "белой", "наилучшим", "поскорее"]:
        found = [
            (entry.word, entry.tag.text, entry.normal_form, pytest.approx(entry.score))
            for entry in lexicon.find(word)
        ]
        assert found == [(one.word, str(one.tag), one.normal_form, one.score) for one in analyzer.parse(word)]


def test_forms_are_those_of_pymorphy(analyzer: MorphAnalyzer, lexicon: Lexicon, sample: list[str]) -> None:
    for word in sample[::12]:
        for entry, one in zip(lexicon.find(word), analyzer.parse(word), strict=True):
            for grammemes in GRAMMEMES:
                own, theirs = entry.inflect(grammemes), one.inflect(grammemes)
                assert (own and (own.word, own.tag.text)) == (theirs and (theirs.word, str(theirs.tag)))


def test_grammemes_are_found_by_their_categories(analyzer: MorphAnalyzer, lexicon: Lexicon) -> None:
    for word in ("школа", "новых", "судья", "читающему", "ежегодно", "двадцати", "для"):
        for entry, one in zip(lexicon.find(word), analyzer.parse(word), strict=True):
            tag, theirs = entry.tag, one.tag
            assert (tag.POS, tag.case, tag.number, tag.gender, tag.animacy) == (
                theirs.POS,
                theirs.case,
                theirs.number,
                theirs.gender,
                theirs.animacy,
            )


def test_word_that_the_dictionary_lacks_is_not_found(lexicon: Lexicon) -> None:
    assert lexicon.find("тьюторство") == ()
    assert lexicon.find("") == ()
