"""What we take from the inside of other packages is still there; a failure says in words what is not.

One module of ours knows each package. When a test fails after an upgrade, that module has to learn the new
inside, and the version cap in ``pyproject.toml`` may then move.
"""

from __future__ import annotations

import array
import inspect
import json
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pymorphy3_dicts_ru
import pytest
from dawg_python import IntDAWG, RecordDAWG
from dawg_python.wrapper import Dictionary, Guide
from packaging.requirements import Requirement
from pymorphy3 import MorphAnalyzer
from pytrovich import enums
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.maker import PetrovichDeclinationMaker

from prikaz.language.words.cases import Case
from prikaz.language.words.morphology import CASE_GRAMMEMES
from prikaz.language.words.opencorpora import Lexicon

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(pymorphy3_dicts_ru.get_path())
WORDS = ("отдел", "учет", "белой", "наилучшим", "тьюторство")
#: Packages whose inside we know, each with the module that knows it.
ROOMS = {
    "dawg2-python": ("dawg_python", "words/opencorpora.py"),
    "pymorphy3-dicts-ru": ("pymorphy3_dicts_ru", "words/opencorpora.py"),
    "pymorphy3": ("pymorphy3", "words/guessing.py"),
    "pytrovich": ("pytrovich", "names/petrovich.py"),
}


def _requirement(package: str) -> Requirement:
    wanted = map(
        Requirement, tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    )
    return next(one for one in wanted if one.name == package)


@pytest.mark.parametrize("package", ROOMS)
def test_a_package_whose_inside_we_know_has_a_version_cap(package: str) -> None:
    requirement = _requirement(package)
    caps = [one for one in requirement.specifier if one.operator == "<"]
    assert caps, (
        f"{package} has no upper bound in pyproject.toml, and its next version may change what we use"
    )
    assert requirement.specifier.contains(version(package)), (
        f"{package} {version(package)} is installed, and we know its inside only for {requirement.specifier}"
    )


@pytest.mark.parametrize("package", ROOMS)
def test_one_module_knows_each_package(package: str) -> None:
    module, room = ROOMS[package]
    language = ROOT / "src" / "prikaz" / "language"
    imports = (f"import {module} ", f"from {module} ", f"from {module}.")
    rooms = {
        path.relative_to(language).as_posix()
        for path in language.rglob("*.py")
        if any(line.lstrip().startswith(imports) for line in path.read_text("utf-8").splitlines())
    }
    assert rooms == {room}, f"{package} is imported outside its room, src/prikaz/language/{room}"


# dawg2-python -------------------------------------------------------------------------------------------


def test_an_automaton_of_dawg2_python_takes_units_from_outside() -> None:
    for part, code in ((Dictionary(), "I"), (Guide(), "B")):
        units = getattr(part, "_units", None)
        assert isinstance(units, array.array), (
            f"dawg_python.wrapper.{type(part).__name__} does not store its automaton as an array in _units: "
            "we cannot let it look into the file (_mapped)"
        )
        assert units.typecode == code, f"units of {type(part).__name__} are no longer of type {code}"
    for dawg, parts in ((RecordDAWG(">HH"), ("dct", "guide")), (IntDAWG(), ("dct",))):
        assert all(hasattr(dawg, part) for part in parts), (
            f"{type(dawg).__name__} does not look for its automaton in {parts}: what we put there is not used"
        )


def test_an_automaton_that_looks_into_its_file_finds_what_a_loaded_one_finds() -> None:
    lexicon = Lexicon(FOLDER)
    words, chances = (
        RecordDAWG(">HH").load(FOLDER / "words.dawg"),
        IntDAWG().load(FOLDER / "p_t_given_w.intdawg"),
    )
    for word in WORDS:
        assert lexicon._words.similar_items(word, lexicon._replaced) == words.similar_items(
            word, words.compile_replaces({"е": "ё"})
        ), "dawg2-python reads words.dawg in another way than _mapped lays it before it"
    key = "отдел:NOUN,inan,masc sing,nomn"
    assert lexicon._chances.get(key, 0) == chances.get(key, 0) > 0, (
        "dawg2-python reads p_t_given_w.intdawg in another way than _mapped lays it before it"
    )


# pymorphy3-dicts-ru -------------------------------------------------------------------------------------


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def test_the_dictionary_has_the_format_that_we_read() -> None:
    meta = dict(_read("meta.json"))
    assert meta["format_version"] == "2.4", (
        f"files of pymorphy3-dicts-ru have format {meta['format_version']}, and Lexicon reads 2.4"
    )
    assert meta["compile_options"]["paradigm_prefixes"][0] == "", "prefixes of paradigms are not in meta.json"


def test_the_files_of_the_dictionary_hold_what_we_read_in_them() -> None:
    endings, tags, grammemes = (
        _read(name) for name in ("suffixes.json", "gramtab-opencorpora-int.json", "grammemes.json")
    )
    numbers = array.array("H", (FOLDER / "paradigms.array").read_bytes())
    assert all(isinstance(ending, str) for ending in endings), "suffixes.json is no list of endings"
    assert "NOUN,inan,masc sing,nomn" in tags, "gramtab-opencorpora-int.json is no list of tags"
    assert ["nomn", "CAse"] in [row[:2] for row in grammemes], (
        "rows of grammemes.json do not begin with a grammeme and its category"
    )
    assert "GNdr" in {row[1] for row in grammemes}, "genders have no category GNdr, which a plural excludes"
    assert set(CASE_GRAMMEMES.values()) <= {row[0] for row in grammemes}, "a case has another name"
    count, length = numbers[0], numbers[1]
    assert count == dict(_read("meta.json"))["paradigms_length"], (
        "paradigms.array does not begin with the number of paradigms"
    )
    assert length % 3 == 0, "a paradigm does not hold as many endings as tags and prefixes"
    assert max(numbers[2 : 2 + length // 3]) < len(endings), (
        "a paradigm does not begin with numbers of endings"
    )


# pymorphy3 ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def analyzer() -> MorphAnalyzer:
    expected = {"path", "lang"}
    assert expected <= set(inspect.signature(MorphAnalyzer).parameters), (
        f"MorphAnalyzer is not made with {expected}"
    )
    return MorphAnalyzer(path=str(FOLDER), lang="ru")


def test_a_guess_has_what_a_reading_asks_for(analyzer: MorphAnalyzer) -> None:
    guess = analyzer.parse("тьютор")[0]
    for name in ("word", "tag", "normal_form", "score", "is_known", "inflect", "methods_stack"):
        assert hasattr(guess, name), f"a guess of pymorphy3 has no {name}, which Parse and Guess promise"
    for name in ("POS", "animacy", "case", "gender", "number"):
        assert hasattr(guess.tag, name), f"a tag of pymorphy3 has no {name}"
    assert "NOUN" in guess.tag, "a tag of pymorphy3 does not know its grammemes one by one"
    assert {"NOUN", "masc"} in guess.tag, "a tag of pymorphy3 does not know several grammemes at once"
    assert guess.inflect({"sing", "gent"}).word == "тьютора", "pymorphy3 does not inflect by grammemes"


def test_a_guess_says_which_word_of_the_dictionary_it_was_made_by(analyzer: MorphAnalyzer) -> None:
    method, part, *_ = analyzer.parse("медиацентр")[0].methods_stack[0]
    assert (type(method).__name__, part) == ("DictionaryAnalyzer", "центр"), (
        "the first method of a guess is not the DictionaryAnalyzer with the word that it found: "
        "words behind an unknown prefix would all be doubted (listed_end)"
    )
    method, *_ = analyzer.parse("тьюторство")[0].methods_stack[0]
    assert type(method).__name__ != "DictionaryAnalyzer", (
        "a guess by the ending calls itself one by the dictionary: nothing would be doubted (listed_end)"
    )


# pytrovich ----------------------------------------------------------------------------------------------


def test_pytrovich_calls_cases_sexes_and_parts_as_we_call_them() -> None:
    names = {one.name for one in enums.Case}
    assert names >= {case.name for case in Case}, "cases of pytrovich have other names than ours"
    assert {"MALE", "FEMALE"} <= {one.name for one in enums.Gender}, "genders of pytrovich have other names"
    assert {"LASTNAME", "FIRSTNAME", "MIDDLENAME"} <= {one.name for one in enums.NamePart}, (
        "parts of a name have other names in pytrovich"
    )


def test_pytrovich_declines_and_detects_as_we_ask_it() -> None:
    part, gender, case = enums.NamePart.LASTNAME, enums.Gender.MALE, enums.Case.DATIVE
    assert PetrovichDeclinationMaker().make(part, gender, case, "Белов") == "Белову", (
        "make() does not take part, gender, case and name in this order"
    )
    detector: Any = PetrovichGenderDetector()
    assert detector.detect(firstname="Анна") is enums.Gender.FEMALE, (
        "detect() does not find the gender of a first name"
    )
