"""Names in one piece (лицо одной строкой), as people write them in cells, in values, at a terminal.

What can be read in one way only is understood, initials before the surname
too. What may be meant otherwise is refused with what to write instead, or
read with a doubt; a surname is never taken for a first name in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from prikaz.errors import LanguageError, NotNominativeError
from prikaz.language.names.listed import (
    is_first_name,
    is_indeclinable_name,
    is_listed_surname,
    is_ordinary_word,
    may_be_first_name,
    may_be_surname,
)
from prikaz.language.names.nominative import is_oblique_patronymic, oblique_part
from prikaz.language.names.parts import (
    TURKIC_PATRONYMICS,
    is_daughters_patronymic,
    is_full_name,
    is_initials,
    is_known_particle,
    is_particle,
    leading_initials,
    name_words,
    patronymic_doubt,
    sex_of_patronymic,
    split_name,
)
from prikaz.language.words.misspelling import latin_letters
from prikaz.language.words.spelling import CAPITALS, LETTERS, SMALL

_EXPECTED: Final = "ожидались фамилия, имя и отчество, и больше ничего"
_SURNAME_FIRST: Final = "запишите фамилию первой"
_OTHER_SIGN: Final = r"[^\w\s.'’ʼ`\-‑]|[\d_]"
_JOINT: Final = r"([-‑'’ʼ`])"
_CAPITAL: Final = f"[A-Z{CAPITALS}]"
#: «ИВАНОВ», and «ИВанов», where the key of capitals was held too long.
_SHOUTED: Final = rf"{_CAPITAL}{{2,}}|{_CAPITAL}{{2}}[a-z{SMALL}]+"
#: «иВАНОВ»: the key of capitals was locked.
_LOCKED: Final = rf"[a-z{SMALL}]{_CAPITAL}"
#: «Вагиф оглы»
_LONGEST_MIDDLE: Final = 2
#: Letters of initials without stops: «АП», «АПВ».
_LONGEST_INITIALS: Final = 3
#: «И.О. Директора» is no person, and no more is «Г. Заречный».
_ACTING: Final = "И.О."
_PAIR: Final = 2
#: Surname, first name and patronymic.
_WHOLE: Final = 3
#: «Ли Сяо»: what is a first name elsewhere is a surname in the East.
_LONGEST_SYLLABLE: Final = 3


class WrittenName(NamedTuple):
    """A name taken apart (имя лица по частям), in the nominative.

    Attributes:
        last: Surname.
        first: First name, initial or "".
        middle: Patronymic, initial or "".
        doubts: Why a person should look at it, in Russian, lower case; empty when it is certain.
    """

    last: str
    first: str
    middle: str
    doubts: tuple[str, ...] = ()


def read_name(text: str) -> WrittenName:
    """Read a name that is written in one piece: the surname first, or initials and the surname.

    Args:
        text: In the nominative. What is typed in capitals is read as it stands in texts, with a doubt.

    Raises:
        NotNominativeError: A word stands in another case.
        LanguageError: There are no words or too many, the surname does not stand first, a word has small
            letters only, or initials lack their stops.

    >>> read_name("А.П. Ветрова")
    WrittenName(last='Ветрова', first='А.', middle='П.', doubts=())
    """
    words = name_words(text)
    if not words or re.search(_OTHER_SIGN, text):
        raise LanguageError(f"не лицо: «{text}»", _EXPECTED)
    _check_initials(text, words)
    proper = in_small_letters(text)
    name = WrittenName(*split_name(proper))
    _check_words(text, name)
    _check_order(text, name)
    oblique = oblique_part(name.last, name.first, name.middle)
    if oblique and oblique.certain:
        hint = "запишите именительный падеж: кто?"
        raise NotNominativeError(f"«{oblique.word}» не в именительном падеже: «{text}»", hint)
    doubts = [*_doubts_of_letters(text, proper), *_doubts_of_order(name)]
    if oblique:
        doubts.append(f"«{oblique.word}», может быть, не в именительном падеже")
    return name._replace(doubts=tuple(doubts))


def looks_like_name(phrase: str) -> bool:
    """Whether words are a person's, in whatever order and case they stand: initials or a patronymic tells.

    >>> looks_like_name("И.Л. Белов"), looks_like_name("Белову Игорю Львовичу")
    (True, True)
    >>> looks_like_name("глава Иван Ильич"), looks_like_name("И.О. Директора")
    (False, False)
    """
    words = name_words(phrase)
    if is_full_name(phrase):
        initials = "".join(words[: leading_initials(words)])
        abbreviated = initials == _ACTING or len(initials) == _PAIR
        return not (abbreviated and is_ordinary_word(words[-1]))
    patronymic = any(sex_of_patronymic(word) or is_oblique_patronymic(word) for word in words[1:])
    return patronymic and len(words) == _WHOLE and all(word[0].isupper() for word in words)


# Letters ------------------------------------------------------------------------------------------------


def in_small_letters(name: str) -> str:
    """A name that is typed in capitals in the letters of a text.

    >>> in_small_letters("АЛИЕВ РАШИД ВАГИФ ОГЛЫ"), in_small_letters("И.И. ИВАНОВ")
    ('Алиев Рашид Вагиф оглы', 'И.И. Иванов')
    """
    return re.sub(r"[^\s.]+\.?", _word_in_small_letters, name)


def _word_in_small_letters(found: re.Match[str]) -> str:
    word = found[0]
    if word.isupper() and word.lower() in TURKIC_PATRONYMICS:
        return word.lower()
    return "".join(
        part.capitalize() if re.fullmatch(_SHOUTED, part) else part for part in re.split(_JOINT, word)
    )


def _doubts_of_letters(text: str, proper: str) -> Iterator[str]:
    if text != proper:
        yield f"имя набрано прописными и понято как «{proper}»"
    if latin := latin_among(text):
        yield f"в имени латинские буквы: {latin}"


def latin_among(name: str) -> str:
    """The Latin words of a Russian name with their places; a word of both alphabets is a misprint by itself.

    >>> latin_among("A.П. Ветрова"), latin_among("John Smith")
    ('«A» (знак 1)', '')
    """
    russian = re.compile(f"[{LETTERS}]")
    words = [russian.search(word) is not None for word in name_words(name)]
    return latin_letters(name) if any(words) and not all(words) else ""


# What no name looks like --------------------------------------------------------------------------------


def _check_initials(text: str, words: Sequence[str]) -> None:
    """Refuse initials on both sides of a surname, alone, or without the stops that tell them from a name."""
    leading = leading_initials(words)
    if leading == len(words):
        raise LanguageError(f"нет фамилии: «{text}»", "впишите фамилию целиком")
    if leading and any(map(is_initials, words[leading:])):
        raise LanguageError(
            f"инициалы и до фамилии, и после неё: «{text}»", "оставьте их с одной стороны от фамилии"
        )
    bare = next((word for place, word in enumerate(words) if _are_bare_initials(place, words)), "")
    if bare:
        hint = f"поставьте точки, «{'.'.join(bare)}.», а фамилию наберите строчными буквами"
        raise LanguageError(f"«{bare}» похоже на инициалы без точек: «{text}»", hint)


def _are_bare_initials(place: int, words: Sequence[str]) -> bool:
    """«АП Ветрова», «Ветрова АП», «А Ветрова»; not «ЛИ Анна», «Ю Анна Петровна», «Ветрова А П»."""
    word, others = words[place], (*words[:place], *words[place + 1 :])
    if not word.isalpha() or not word.isupper() or len(word) > _LONGEST_INITIALS:
        return False
    if place > 0:
        return len(word) > 1 and not all(map(str.isupper, others))
    if len(words) > _PAIR or is_initials(words[-1]):
        return False
    following = words[-1]
    return may_be_surname(following) if following.isupper() else not may_be_first_name(following)


def _check_words(text: str, name: WrittenName) -> None:
    """Refuse more words than a name has, words that begin small, stops behind a word."""
    if _has_tail(name.middle):
        raise LanguageError(f"не лицо: «{text}»", _EXPECTED)
    *before, surname = name.last.split()
    small = [word for word in before if not is_known_particle(word)]
    if any(map(begins_small, (*small, surname, name.first, *name.middle.split()[:1]))):
        hint = "напишите фамилию, имя и отчество с прописных"
        raise LanguageError(f"имя со строчной буквы: «{text}»", hint)
    stopped = next((word for word in name_words(text) if "." in word and not is_initials(word)), "")
    if stopped:
        raise LanguageError(f"точка в слове «{stopped}»: «{text}»", "оставьте точки только после инициалов")


def begins_small(word: str) -> bool:
    """Whether a word that is to have a capital has none, or only behind its first letter.

    >>> begins_small("иванов"), begins_small("иВАНОВ"), begins_small("д'Артен")
    (True, True, False)
    """
    return word.islower() or re.match(_LOCKED, word) is not None


def _has_tail(middle: str) -> bool:
    """Whether more than a patronymic stands behind the first name: «Петровна методист», «П. Белова»."""
    *before, last = middle.split() or [""]
    if last.lower() in TURKIC_PATRONYMICS:
        return len(before) >= _LONGEST_MIDDLE
    settled = any(sex_of_patronymic(word) or is_initials(word) for word in before)
    return len(before) >= _LONGEST_MIDDLE or (settled and not is_initials(last))


# Order of words -----------------------------------------------------------------------------------------


def _check_order(text: str, name: WrittenName) -> None:
    """Refuse a surname that certainly does not stand first, for a first name would be printed as one."""
    last, first, middle, _ = name
    if sex_of_patronymic(first):
        raise _misplaced(f"отчество на месте имени: «{text}»", middle, last, first)
    if is_daughters_patronymic(last):
        raise _misplaced(f"отчество на месте фамилии: «{text}»", "", "", "")
    if is_initials(middle) and first and not is_initials(first) and not may_be_first_name(first):
        hint = "запишите имя и отчество целиком или одними инициалами"
        raise LanguageError(f"не понять, «{first}» – имя или вторая фамилия: «{text}»", hint)
    *before, _ = last.split()
    if before and not all(map(is_particle, before)) and any(map(_is_no_surname, last.split())):
        raise LanguageError(f"не понять, где в «{text}» фамилия", f"{_SURNAME_FIRST}, и ничего лишнего")
    if middle and not is_initials(middle) and not sex_of_patronymic(middle):
        if is_initials(first) or (is_first_name(last) and _is_only_surname(middle)):
            raise _misplaced(f"фамилия не на первом месте: «{text}»", middle, last, first)
    elif not middle and is_first_name(last) and _is_only_surname(first):
        raise _misplaced(f"фамилия не на первом месте: «{text}»", first, last)


def _is_only_surname(word: str) -> bool:
    return bool(word) and may_be_surname(word.rsplit(maxsplit=1)[-1]) and not may_be_first_name(word)


def _is_no_surname(word: str) -> bool:
    """Whether the dictionary has a word as a first name or as an ordinary word: «Анна», «Директор»."""
    return is_ordinary_word(word) or (is_first_name(word) and not is_indeclinable_name(word))


def _misplaced(message: str, surname: str, *names: str) -> LanguageError:
    better = " ".join(filter(None, (surname, *names)))
    return LanguageError(message, f"{_SURNAME_FIRST}: {better}" if surname else _SURNAME_FIRST)


def _doubts_of_order(name: WrittenName) -> Iterator[str]:
    """Words that may be others than they are taken for."""
    if doubt := patronymic_doubt(name.middle):
        yield doubt
    *before, _ = name.last.split()
    if not all(map(is_particle, before)):
        yield f"«{name.last}» понято как фамилия из двух слов"
    if _may_be_swapped(name):
        yield f"«{name.last}» похоже на имя: фамилия должна стоять первой"


def _may_be_swapped(name: WrittenName) -> bool:
    """Whether the last word may be the surname: «Роман Ким», «Анна Хмыз», «Иван П. Бабич»."""
    last, first, middle, _ = name
    if is_initials(first):
        return bool(middle) and not is_initials(middle) and may_be_first_name(last)
    if not first or middle:
        return False
    if may_be_first_name(first):
        return may_be_first_name(last) and is_listed_surname(first)
    if may_be_first_name(last):
        return len(last) > _LONGEST_SYLLABLE or not is_indeclinable_name(last)
    return may_be_surname(first) and not may_be_surname(last)
