"""Parts of a name (фамилия, имя, отчество, инициалы): recognized, and split out of a full name."""

from __future__ import annotations

import re

from prikaz.language.words.cases import Sex
from prikaz.language.words.spelling import CAPITALS, SMALL, fold_letters, word_set

_INITIALS = re.compile(rf"(?:[A-Z{CAPITALS}][a-z{SMALL}]?\.[\s-]*)+|[A-Z{CAPITALS}]")
_TURKIC_SONS, _TURKIC_DAUGHTERS = ("оглы", "оглу", "улы", "угли"), ("кызы", "кизи", "гызы")
#: Last words of a patronymic in two: «Вагиф оглы»; they never decline.
TURKIC_PATRONYMICS = (*_TURKIC_SONS, *_TURKIC_DAUGHTERS)
_SONS = ("ич", *_TURKIC_SONS)
_DAUGHTERS = ("вна", "чна", "шна", *_TURKIC_DAUGHTERS)
#: Words before a surname that never decline, with a capital too: «Ди Каприо», «Де Ла Крус».
_PARTICLES = word_set("да де дель ди дос дю ла лос фон")
#: Those that are known only with a small letter: with a capital they are surnames too, «Ван», «Ле», «Тер».
_SMALL_PARTICLES = _PARTICLES | word_set(
    "аль бен бин ван дас делла ден дер до ду ибн ле лас ле сан тен тер унд цу цум цур эль"
)
#: Surname, first name and patronymic; a particle with a capital stands before more.
_FULL = 3


def is_initials(name: str) -> bool:
    """Whether a first name or patronymic is given by its letter: «А.», «А», «Дж.», «А.П.».

    >>> is_initials("А."), is_initials("Ия")
    (True, False)
    """
    return bool(_INITIALS.fullmatch(name.strip()))


def initial(name: str) -> str:
    """The initial of a first name or patronymic; what is an initial already stays.

    >>> initial("Анна"), initial("Анна-Мария"), initial("Дж."), initial("")
    ('А.', 'А.-М.', 'Дж.', '')
    """
    if is_initials(name):
        return name.replace(" ", "") if name.endswith(".") else f"{name}."
    first, *_ = (name or " ").split(" ")
    return "-".join(f"{part[0]}." for part in first.split("-") if part)


def sex_of_patronymic(middle: str) -> Sex | None:
    """The sex by the ending of a patronymic; ``None`` for other words.

    >>> sex_of_patronymic("Петровна"), sex_of_patronymic("Вагиф оглы"), sex_of_patronymic("Ли")
    (<Sex.FEMALE: 'жен'>, <Sex.MALE: 'муж'>, None)
    """
    word = fold_letters(middle.strip())
    if word.endswith(_SONS):
        return Sex.MALE
    return Sex.FEMALE if word.endswith(_DAUGHTERS) else None


def split_name(name: str) -> tuple[str, str, str]:
    """Surname, first name and patronymic, "" for what is not there.

    Particles belong to the surname; a patronymic may be of two words.

    >>> split_name("де ла Крус Хуан Петрович")
    ('де ла Крус', 'Хуан', 'Петрович')
    >>> split_name("Ди Каприо Лука Петрович"), split_name("Ди Анна Петровна")
    (('Ди Каприо', 'Лука', 'Петрович'), ('Ди', 'Анна', 'Петровна'))
    >>> split_name("Алиев Рашид Вагиф оглы"), split_name("Белов И. Л.")
    (('Алиев', 'Рашид', 'Вагиф оглы'), ('Белов', 'И.', 'Л.'))
    """
    parts = name.split()
    size = 1
    while size < len(parts) and _belongs(parts[size - 1], parts[size:]):
        size += 1
    return " ".join(parts[:size]), " ".join(parts[size : size + 1]), " ".join(parts[size + 1 :])


def patronymic_doubt(middle: str) -> str:
    """Why a third word may be no patronymic, and the first one no surname; "" when there is nothing to doubt.

    >>> patronymic_doubt("Петровна"), patronymic_doubt("Л."), patronymic_doubt("Лун")
    ('', '', '«Лун» не похоже на отчество: фамилия должна стоять первой')
    """
    if not middle or is_initials(middle) or sex_of_patronymic(middle):
        return ""
    return f"«{middle}» не похоже на отчество: фамилия должна стоять первой"


def is_particle(word: str) -> bool:
    """Whether a word of a surname, not the last one, never declines: «фон», «Ди».

    >>> is_particle("Ди"), is_particle("Гарсия")
    (True, False)
    """
    return word.islower() or word.lower() in _PARTICLES


def _belongs(word: str, following: list[str]) -> bool:
    """Whether a particle is one; a surname of its own, «Ди Анна Петровна», has too few words behind it."""
    if word.islower():
        return word in _SMALL_PARTICLES and not all(map(str.islower, following))
    return is_particle(word) and len(following) >= _FULL


def is_full_name(phrase: str) -> bool:
    """Whether words are a surname with a first name and a patronymic, or with initials.

    >>> is_full_name("Журавлёва Анна Петровна"), is_full_name("Белов И. Л.")
    (True, True)
    >>> is_full_name("глава Иван Ильич"), is_full_name("Управление ЗАГС")
    (False, False)
    """
    last, first, middle = split_name(phrase)
    if not first or not all(part.split()[-1][0].isupper() for part in (last, first)):
        return False
    if is_initials(first):
        return not middle or is_initials(middle)
    return middle[:1].isupper() and sex_of_patronymic(middle) is not None
