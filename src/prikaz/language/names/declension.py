"""Names of persons in six cases: surname, first name, patronymic, or initials.

Nothing is guessed: where the grammar needs the sex and the name does not show
it, the author is asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from attrs import frozen

from prikaz.errors import LanguageError, UnknownSexError
from prikaz.language.names.paradigms import Risk, first_name_paradigm
from prikaz.language.names.parts import TURKIC_PATRONYMICS, initial, is_initials, name_words
from prikaz.language.names.petrovich import second_opinion
from prikaz.language.names.sexes import detect_sex
from prikaz.language.names.surnames import DISAGREEMENT, decline_surname, join_forms
from prikaz.language.words.cases import Case, Form, Sex
from prikaz.language.words.dictionary import NO_DICTIONARY, Dictionary
from prikaz.language.words.morphology import read_word
from prikaz.language.words.spelling import fewer_dots, fold_letters, spell_like


@frozen(kw_only=True)
class PersonName:
    """A name in one case (имя лица).

    Attributes:
        last: Surname in the case.
        first: First name in the case, or its initial as given; "" if there is none.
        middle: Patronymic in the case, or its initial as given; "" if there is none.
        initials: First letters for print, "А.П."; "" if there are no first name and patronymic.
    """

    last: Form
    first: Form
    middle: Form
    initials: str

    @property
    def doubts(self) -> tuple[str, ...]:
        """Doubts of all parts, each once."""
        return join_forms("", [self.last, self.first, self.middle]).doubts

    @property
    def certain(self) -> bool:
        """Whether nothing speaks against any part."""
        return not self.doubts

    @property
    def short(self) -> Form:
        """Surname with initials, «Журавлёву А.П.», and the doubts of the surname only."""
        return Form(" ".join(filter(None, [self.last, self.initials])), self.last.doubts)

    @property
    def full(self) -> Form:
        """All parts as they are given, «Журавлёву Анну Петровну» or «Журавлёву А.П.»."""
        names = [name for name in (self.first, self.middle) if name]
        if all(map(is_initials, names)):
            return self.short
        return join_forms(" ", [part for part in (self.last, *names) if part])

    def __str__(self) -> str:
        return str(self.full)


def decline_name(  # noqa: PLR0913 - each is a fact about the person
    last: str,
    first: str,
    middle: str,
    *,
    case: Case,
    sex: Sex | None = None,
    forms: Mapping[Case, str] | None = None,
    declines: bool = True,
    dictionary: Dictionary = NO_DICTIONARY,
) -> PersonName:
    """Put a name into a case.

    Args:
        last: Surname in the nominative, also a double one.
        first: First name, initial («А.», «А») or "".
        middle: Patronymic, initial or "".
        case: Case wanted.
        sex: Sex of the person; ``None``: detected in the name.
        forms: The surname or the whole name by case; overrules everything.
        declines: Whether the surname declines at all; some bearers do not decline Гусь or Ремень.
        dictionary: Surnames settled by the office; ``forms`` come before it.

    Returns:
        The parts in the case, each with its doubts.

    Raises:
        UnknownSexError: The form depends on the sex and the name does not show it.
        LanguageError: The form in ``forms`` is neither the surname nor the whole name; initials stand in
            the surname.

    >>> name = decline_name("Журавлёва", "Анна", "Петровна", case=Case.ACCUSATIVE)
    >>> str(name), str(name.short)
    ('Журавлёву Анну Петровну', 'Журавлёву А.П.')
    >>> decline_name("Шевчук", "А.", "П.", case=Case.DATIVE, sex=Sex.FEMALE).full
    'Шевчук А.П.'
    """
    name = _Given(last=last.strip(), first=first.strip(), middle=middle.strip())
    given = _parts_of((forms or {}).get(case), name)
    if len(given) == len(name.parts):
        return name.person(given)
    if not given and any(word.endswith(".") for word in name_words(name.last)):
        message = f"в фамилии «{name.last}» стоят инициалы"
        raise LanguageError(message, "разнесите по полям: фамилия, имя, отчество")
    surname = given[0] if given else name.settled_surname(case, dictionary, declines=declines)
    known = sex or detect_sex(*name.parts)
    if known:
        return name.person(_decline_parts(name, known, case, surname))
    return _same_for_both(name, case, surname)


@frozen(kw_only=True)
class _Given:
    """A name as the author gave it, in the nominative."""

    last: str
    first: str
    middle: str

    @property
    def parts(self) -> tuple[str, str, str]:
        return self.last, self.first, self.middle

    @property
    def may_be_foreign(self) -> bool:
        """A first name without a patronymic."""
        return bool(self.first) and not is_initials(self.first) and not self.middle

    def __str__(self) -> str:
        return " ".join(filter(None, self.parts))

    def settled_surname(self, case: Case, dictionary: Dictionary, *, declines: bool) -> Form | None:
        """The surname if grammar is not asked: settled by the office, or not declined."""
        if not declines or dictionary.is_indeclinable(self.last):
            return Form(self.last)
        settled = dictionary.find(self.last, case)
        return Form(settled) if settled else None

    def person(self, forms: Sequence[Form]) -> PersonName:
        """The name with its parts in a case, surname first."""
        initials = initial(self.first) + initial(self.middle)
        return PersonName(last=forms[0], first=forms[1], middle=forms[2], initials=initials)


def _parts_of(given: str | None, name: _Given) -> tuple[Form, ...]:
    """The author's form: nothing, the surname alone, or all parts; initials behind a surname are dropped."""
    words = [word for word in (given or "").split() if not is_initials(word)]
    if not words:
        return ()
    sizes = [0 if is_initials(part) else len(part.split()) for part in name.parts]
    if len(words) == sizes[0]:
        return (Form(" ".join(words)),)
    if len(words) != sum(sizes):
        raise LanguageError(
            f"форма «{given}» не похожа ни на фамилию «{name.last}», ни на полное имя",
            "запишите одну фамилию в нужном падеже",
        )
    queue = iter(words)
    filled = (" ".join(islice(queue, size)) or part for size, part in zip(sizes, name.parts, strict=True))
    return tuple(map(Form, filled))


def _same_for_both(name: _Given, case: Case, surname: Form | None) -> PersonName:
    """The name if both sexes share the form; else the author is asked."""
    male, female = (_decline_parts(name, sex, case, surname) for sex in (Sex.MALE, Sex.FEMALE))
    if male != female:
        raise UnknownSexError(
            f"«{name}»: форма зависит от пола, а по имени он не виден",
            "укажите `пол: муж` или `пол: жен`, либо готовые `формы:`",
        )
    return name.person(
        [join_forms("", [one, Form("", other.doubts)]) for one, other in zip(male, female, strict=True)]
    )


def _decline_parts(name: _Given, sex: Sex, case: Case, surname: Form | None) -> tuple[Form, ...]:
    if case is Case.NOMINATIVE:
        return tuple(map(Form, name.parts))
    if surname is None:
        surname = decline_surname(name.last, sex, case, foreign=name.may_be_foreign)
    return surname, _part(name.first, sex, case, _first_name), _part(name.middle, sex, case, _patronymic)


def _part(name: str, sex: Sex, case: Case, decline: Callable[[str, Sex, Case], Form]) -> Form:
    return Form(name) if not name or is_initials(name) else decline(name, sex, case)


def _first_name(name: str, sex: Sex, case: Case) -> Form:
    halves = ([_first_name_part(part, sex, case) for part in word.split("-")] for word in name.split())
    return join_forms(" ", [join_forms("-", forms) for forms in halves])


@lru_cache(maxsize=8192)
def _first_name_part(name: str, sex: Sex, case: Case) -> Form:
    """Pytrovich knows the exceptions (Пётр, Любовь); the ending or the dictionary must bear it out."""
    paradigm = first_name_paradigm(name, sex)
    own, other = paradigm.form(name, case), second_opinion("FIRSTNAME", name, sex, case)
    if paradigm.risk is Risk.SHORT and case in {Case.DATIVE, Case.PREPOSITIONAL}:
        return _doubted(name, own, paradigm.risk.value)
    if paradigm.risk is Risk.SLAVIC:
        return _doubted(name, own, paradigm.risk.value)
    if fold_letters(own) == fold_letters(other) and paradigm.risk is not Risk.FOREIGN:
        return Form(spell_like(fewer_dots(own, other), name))
    known = _known_names(name, sex, case)
    agreed = next((form for form in (other, own) if fold_letters(form) in known), None)
    return Form(spell_like(agreed, name)) if agreed else _doubted(name, own, DISAGREEMENT)


def _doubted(name: str, form: str, doubt: str) -> Form:
    return Form(spell_like(form, name), (f"имя «{name}»: {doubt}",))


def _known_names(name: str, sex: Sex, case: Case) -> set[str]:
    gender = "masc" if sex is Sex.MALE else "femn"
    names = [
        one for one in read_word(name) if one.listed and one.is_first_name and one.case is Case.NOMINATIVE
    ]
    forms = (one.form(case, animate=True) for one in names if one.gender in {gender, "ms-f"})
    return {fold_letters(form) for form in forms if form}


@lru_cache(maxsize=8192)
def _patronymic(name: str, sex: Sex, case: Case) -> Form:
    lowered = name.lower()
    if lowered.endswith(TURKIC_PATRONYMICS):
        return Form(name)
    if lowered.endswith(("ич", "на")):
        return Form(spell_like(second_opinion("MIDDLENAME", name, sex, case), name))
    form = _first_name(name, sex, case)
    return Form(form, (*form.doubts, f"«{name}» не похоже на отчество"))
