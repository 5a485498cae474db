"""Parts of a name (фамилия, имя, отчество, инициалы): recognized, and split out of a full name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from prikaz.language.words.cases import Sex
from prikaz.language.words.spelling import CAPITALS, SMALL, fold_letters, word_set

_LETTER = f"[A-Z{CAPITALS}]"
_INITIALS = re.compile(rf"(?:{_LETTER}[a-z{SMALL}]?\.[\s-]*)+|{_LETTER}")
#: Where one word ends and the next begins without a space: «А.|П.|Ветрова», «Ветрова|А.П.».
_SEAM = rf"(?<=\.)(?=[^\W\d_])|(?<=[a-z{SMALL}])(?={_LETTER}\.)"
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
    >>> initial("Хуан Карлос"), initial("Вагиф оглы")
    ('Х.К.', 'В.')
    """
    if is_initials(name):
        return name.replace(" ", "") if name.endswith(".") else f"{name}."
    first, *others = name.split() or [""]
    names = (word for word in others if word[:1].isupper() and word.lower() not in TURKIC_PATRONYMICS)
    return "".join(map(_letters, (first, *names)))


def _letters(name: str) -> str:
    return "-".join(f"{part[0]}." for part in name.split("-") if part)


def name_words(name: str) -> list[str]:
    """Words of a name, each initial by itself.

    >>> name_words("А.П.Ветрова"), name_words("Ю.-А. Ким")
    (['А.', 'П.', 'Ветрова'], ['Ю.-А.', 'Ким'])
    """
    return re.sub(_SEAM, " ", name).split()


def sex_of_patronymic(middle: str) -> Sex | None:
    """The sex by the ending of a patronymic; ``None`` for other words.

    >>> sex_of_patronymic("Петровна"), sex_of_patronymic("Вагиф оглы"), sex_of_patronymic("Ли")
    (<Sex.FEMALE: 'жен'>, <Sex.MALE: 'муж'>, None)
    """
    word = fold_letters(middle.strip())
    if word.endswith(_SONS):
        return Sex.MALE
    return Sex.FEMALE if word.endswith(_DAUGHTERS) else None


def is_daughters_patronymic(word: str) -> bool:
    """Whether a word can be nothing but a patronymic: no surname ends as «Петровна» does.

    >>> is_daughters_patronymic("Петровна"), is_daughters_patronymic("Петрович")
    (True, False)
    """
    return fold_letters(word).endswith(("овна", "евна", "ична"))


def split_name(name: str) -> tuple[str, str, str]:
    """Surname, first name and patronymic, "" for what is not there.

    Particles belong to the surname; a patronymic may be of two words. Initials may stand before the surname
    as well as behind it.

    >>> split_name("де ла Крус Хуан Петрович")
    ('де ла Крус', 'Хуан', 'Петрович')
    >>> split_name("Ди Каприо Лука Петрович"), split_name("Ди Анна Петровна")
    (('Ди Каприо', 'Лука', 'Петрович'), ('Ди', 'Анна', 'Петровна'))
    >>> split_name("Алиев Рашид Вагиф оглы"), split_name("Белов И. Л.")
    (('Алиев', 'Рашид', 'Вагиф оглы'), ('Белов', 'И.', 'Л.'))
    >>> split_name("А.П. Ветрова"), split_name("К. фон Берг")
    (('Ветрова', 'А.', 'П.'), ('фон Берг', 'К.', ''))
    """
    words = name_words(name)
    leading, trailing = leading_initials(words), _count_initials(words[::-1])
    if leading and not any(map(is_initials, words[leading:])):
        return _initials_first(words[:leading], words[leading:])
    size = 1
    if trailing > 1 and not any(
        map(is_initials, words[:-trailing])
    ):  # «Гарсия Лорка Ф.Х.»: both names are short
        size = max(size, len(words) - trailing)
    while size < len(words) and _belongs(words[size - 1], words[size:]):
        size += 1
    return " ".join(words[:size]), " ".join(words[size : size + 1]), " ".join(words[size + 1 :])


def leading_initials(words: Sequence[str]) -> int:
    """How many initials a name begins with; a letter without a stop may be a surname, «Ю Анна Петровна»."""
    count = _count_initials(words)
    return 0 if count == 1 and not words[0].endswith(".") else count


def _count_initials(words: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(is_initials, words))


def _initials_first(initials: Sequence[str], names: Sequence[str]) -> tuple[str, str, str]:
    """«А.П. Ветрова», «А. Петровна Ветрова»."""
    first, *others = initials
    middle, *after = names or [""]
    if after and not others and sex_of_patronymic(middle) and not sex_of_patronymic(after[-1]):
        return " ".join(after), first, middle
    return " ".join(names), first, "".join(others)


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


def is_known_particle(word: str) -> bool:
    """Whether a word stands before surnames with a small letter: «фон», «ван».

    >>> is_known_particle("ван"), is_known_particle("иванов")
    (True, False)
    """
    return word in _SMALL_PARTICLES


def _belongs(word: str, following: list[str]) -> bool:
    """Whether a particle is one; a surname of its own, «Ди Анна Петровна», has too few words behind it."""
    if word.islower():
        return is_known_particle(word) and not all(map(str.islower, following))
    behind_surname = [*map(is_initials, following[1:])]
    return is_particle(word) and (len(following) >= _FULL or (bool(behind_surname) and all(behind_surname)))


def is_full_name(phrase: str) -> bool:
    """Whether words are a surname with a first name and a patronymic, or with initials.

    >>> is_full_name("Журавлёва Анна Петровна"), is_full_name("Белов И. Л."), is_full_name("И.Л. Белов")
    (True, True, True)
    >>> is_full_name("глава Иван Ильич"), is_full_name("Управление ЗАГС")
    (False, False)
    """
    last, first, middle = split_name(phrase)
    if not last or not first or not all(part.split()[-1][0].isupper() for part in (last, first)):
        return False
    if is_initials(first):
        return not middle or is_initials(middle) or sex_of_patronymic(middle) is not None
    return middle[:1].isupper() and sex_of_patronymic(middle) is not None
