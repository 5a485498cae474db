"""Readings of single words by the dictionary of OpenCorpora, or by guesses, and their forms.

The dictionary is opened once, on first use. What a reading means inside a
phrase is decided in :mod:`prikaz.language.phrases.groups` and :mod:`prikaz.language.phrases.heads`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import frozen

from prikaz.language.words.cases import Case
from prikaz.language.words.guessing import Guess, Parse, guess_word, listed_end
from prikaz.language.words.opencorpora import Lexicon, dictionary_folder
from prikaz.language.words.spelling import VOWELS, fold_letters, word_set

#: Grammemes of cases.
CASE_GRAMMEMES = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
_CASES = {grammeme: case for case, grammeme in CASE_GRAMMEMES.items()}
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
#: A stem behind an unknown prefix counts as found from this length on: «тью|тор» is an accident.
_SHORTEST_STEM = 5
#: Endings of masculines without a fleeting vowel.
_REGULAR_ENDINGS = tuple(
    word_set(
        "тор зор сор дор лог вед граф ник щик чик ист тель ант ент иум мейстер джер нер лер метр центр парк "
        "дром рум оп ан ян рав орг тат"
    )
)
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL"})


@frozen(kw_only=True, eq=False)
class Reading:
    """One grammatical reading of a word (разбор).

    Attributes:
        parse: What the dictionary has, or a guess; for a compound the last half.
        before: Halves of a compound before the last: fixed strings or readings that decline along.
        known: Whether the word, or every half that declines, is in the dictionary or has one way only to
            decline.
    """

    parse: Parse
    before: tuple[str | Reading, ...] = ()
    known: bool = True

    @property
    def listed(self) -> bool:
        """Whether the dictionary has this very word, prefix and all."""
        return bool(self.parse.is_known)

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.parse.tag.POS == "NOUN"

    @property
    def is_adjective(self) -> bool:
        """Whether it is a full adjective or participle."""
        return self.parse.tag.POS in _ADJECTIVES

    @property
    def is_adverb(self) -> bool:
        """Whether it may stand before an adjective: «временно», «материально»."""
        short = self.parse.tag.POS == "ADJS" and "neut" in self.parse.tag
        return self.listed and (self.parse.tag.POS == "ADVB" or short)

    @property
    def is_function_word(self) -> bool:
        """Whether it is a preposition, conjunction or particle."""
        return self.parse.tag.POS in _FUNCTION_WORDS

    @property
    def is_command(self) -> bool:
        """Whether it is an infinitive or an imperative: «перенести», «замените»."""
        return self.parse.tag.POS == "INFN" or "impr" in self.parse.tag

    @property
    def is_participle(self) -> bool:
        """Whether it is a participle, full or short: «подписанный», «подписан»."""
        return self.parse.tag.POS in {"PRTF", "PRTS"}

    @property
    def governs(self) -> bool:
        """Whether it is an active participle, which may have a noun hang on it: «подлежащий»."""
        return {"PRTF", "actv"} in self.parse.tag

    @property
    def governs_accusative(self) -> bool:
        """Whether it is an active participle that takes an object: «исполняющий»."""
        return {"actv", "tran"} in self.parse.tag

    @property
    def case(self) -> Case | None:
        """Case, ``None`` for second genitives and locatives and for words without case."""
        return _CASES.get(self.parse.tag.case or "")

    @property
    def number(self) -> str:
        """``sing`` or ``plur``; "" for words without number."""
        return str(self.parse.tag.number or "")

    @property
    def gender(self) -> str:
        """``masc``, ``femn``, ``neut``, ``ms-f`` (судья), or "" where the plural hides it."""
        tag = self.parse.tag
        return "ms-f" if "ms-f" in tag else str(tag.gender or "")

    @property
    def animate(self) -> bool:
        """Whether the dictionary calls the noun animate."""
        return self.parse.tag.animacy == "anim"

    @property
    def is_personal_name(self) -> bool:
        """Whether it is a surname, first name or patronymic."""
        return any(grammeme in self.parse.tag for grammeme in ("Surn", "Name", "Patr"))

    @property
    def is_first_name(self) -> bool:
        """Whether it is a first name."""
        return "Name" in self.parse.tag

    @property
    def is_surname(self) -> bool:
        """Whether it is a surname."""
        return "Surn" in self.parse.tag

    @property
    def is_abbreviation(self) -> bool:
        """Whether the dictionary has it as an abbreviation: «врио», «США»."""
        return "Abbr" in self.parse.tag

    @property
    def score(self) -> float:
        """How likely the reading is among the readings of the word, 0 to 1."""
        return float(self.parse.score)

    @property
    def leader(self) -> Reading:
        """The half of a compound that adjectives agree with: «новая школа-интернат»."""
        return next((half for half in self.before if isinstance(half, Reading)), self)

    @property
    def may_be_object(self) -> bool:
        """Whether the accusative looks like the nominative: «обучение», «программы», not «организация»."""
        return self.form(Case.ACCUSATIVE, animate=self.animate) == self.form(
            Case.NOMINATIVE, animate=self.animate
        )

    def agrees(self, other: Reading) -> bool:
        """Whether two words of one group can stand together in gender and number."""
        if self.number != other.number:
            return False
        return self.number == "plur" or _genders_meet(self.leader.gender, other.leader.gender)

    def form(self, case: Case, *, animate: bool) -> str | None:
        """The word in ``case`` of its own number, lower case; ``None`` if the form does not exist.

        Args:
            case: Case wanted.
            animate: Animacy of the thing meant, which decides the accusative; the dictionary's own opinion
                of новый «тьютор» is not asked.
        """
        last = self._last_half(self._resolved(case, animate=animate or self._is_somebody))
        halves = [half if isinstance(half, str) else half.form(case, animate=animate) for half in self.before]
        if last is None or None in halves:
            return None
        return "-".join([*(half for half in halves if half), last])

    @property
    def _is_somebody(self) -> bool:
        """Whether the last half of a compound is animate by itself: «школу-партнёра», but «вуз-партнёр»."""
        led = self.leader is not self and self.leader.gender == "femn" and self.number == "sing"
        return led and self.animate

    def _resolved(self, case: Case, *, animate: bool) -> Case:
        """The accusative of consonant masculines and of plurals is the genitive or the nominative."""
        masculine = self.number == "sing" and self.gender in {"masc", "ms-f"}
        borrowed = masculine and (self.is_adjective or fold_letters(self.parse.word)[-1] not in VOWELS)
        if case is Case.ACCUSATIVE and (borrowed or self.number == "plur"):
            return Case.GENITIVE if animate else Case.NOMINATIVE
        return case

    def _last_half(self, case: Case) -> str | None:
        if case is self.case:
            return str(self.parse.word)
        grammemes = {CASE_GRAMMEMES[case], self.number}
        if self.is_adjective and self.number == "sing":
            grammemes.add(self.gender)
        inflected = self.parse.inflect(grammemes)
        return str(inflected.word) if inflected else None


def _genders_meet(one: str, other: str) -> bool:
    either = {one, other}
    return one == other or ("ms-f" in either and "neut" not in either)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(dictionary_folder())


@lru_cache(maxsize=4096)
def read_word(word: str) -> tuple[Reading, ...]:
    """All readings of a word without hyphens, the likeliest first."""
    if found := look_up(word):
        return found
    return tuple(Reading(parse=guess, known=_is_known(guess)) for guess in guess_word(word.lower()))


def look_up(word: str) -> tuple[Reading, ...]:
    """The readings of a word in the dictionary; none for a word that would have to be guessed."""
    return tuple(Reading(parse=entry) for entry in _lexicon().find(word.lower()))


def _is_known(guess: Guess) -> bool:
    """Whether the dictionary has the word behind a prefix («медиа|центр»), or the ending is clear enough."""
    return guess.is_known or len(listed_end(guess)) >= _SHORTEST_STEM or _is_regular(guess)


def _is_regular(parse: Parse) -> bool:
    """Whether a word outside the dictionary ends so that it can decline in one way only: «тьютор»."""
    if parse.tag.POS in _ADJECTIVES:
        return True
    genitive = parse.inflect({"sing", "gent"})
    soft = parse.word.endswith("тель")
    expected = f"{parse.word[:-1]}я" if soft else f"{parse.word}а"
    return bool(parse.word.endswith(_REGULAR_ENDINGS) and genitive and genitive.word == expected)
