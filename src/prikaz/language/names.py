"""Names of persons in six cases: surname, first name, patronymic, or initials.

Nothing is guessed: where the grammar needs the sex and the name does not tell
it, the author is asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from prikaz.errors import LanguageError
from prikaz.language.cases import Case, Form, Sex
from prikaz.language.dictionary import NO_DICTIONARY, Dictionary
from prikaz.language.morphology import read_word
from prikaz.language.patterns import Risk, first_name_pattern
from prikaz.language.sexes import detect_sex, is_initials
from prikaz.language.spelling import dress, plain
from prikaz.language.surnames import DISAGREEMENT, decline_surname, join_forms, second_opinion

_TURKIC = ("оглы", "оглу", "улы", "угли", "кызы", "кизи", "гызы")


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
        if not self.first or is_initials(self.first):
            return self.short
        return join_forms(" ", [part for part in (self.last, self.first, self.middle) if part])

    def __str__(self) -> str:
        return str(self.full)


def decline_name(
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
        sex: Sex of the person; ``None``: told from the name.
        forms: The surname or the whole name by case; overrules everything.
        declines: Whether the surname declines at all; some bearers do not decline Гусь or Ремень.
        dictionary: Surnames settled by the office; ``forms`` come before it.

    Returns:
        The parts in the case, each with its doubts.

    Raises:
        LanguageError: The form depends on the sex and the name does not tell it, or the form in ``forms`` is
            neither the surname nor the whole name.

    >>> name = decline_name("Журавлёва", "Анна", "Петровна", case=Case.ACCUSATIVE)
    >>> str(name), str(name.short)
    ('Журавлёву Анну Петровну', 'Журавлёву А.П.')
    >>> decline_name("Шевчук", "А.", "П.", case=Case.DATIVE, sex=Sex.FEMALE).full
    'Шевчук А.П.'
    """
    last, first, middle = (part.strip() for part in (last, first, middle))
    given = _given_parts((forms or {}).get(case), last, first, middle)
    if given and len(given) > 1:
        return _name(given, first, middle)
    settled = given[0] if given else dictionary.find(last, case)
    frozen_last = last if not declines or dictionary.freezes(last) else None
    fixed = Form(settled or frozen_last or "")
    told = sex or detect_sex(last, first, middle)
    if told:
        return _name(_decline_parts(last, first, middle, told, case, fixed), first, middle)
    return _same_for_both(last, first, middle, case, fixed)


def _name(parts: tuple[Form, ...], first: str, middle: str) -> PersonName:
    return PersonName(
        last=parts[0], first=parts[1], middle=parts[2], initials=_initial(first) + _initial(middle)
    )


def _initial(name: str) -> str:
    """«Анна» → «А.», «Анна-Мария» → «А.-М.», «Дж.» stays."""
    if not name:
        return ""
    if is_initials(name):
        return name.replace(" ", "") if name.endswith(".") else f"{name}."
    return "-".join(f"{part[:1]}." for part in name.split()[0].split("-"))


def _given_parts(given: str | None, last: str, first: str, middle: str) -> tuple[Form, ...]:
    """Forms of the author: the surname alone, or all three parts; initials behind a surname are dropped."""
    words = [word for word in (given or "").split() if not is_initials(word)]
    sizes = [len(part.split()) if not is_initials(part) else 0 for part in (last, first, middle)]
    if not words:
        return ()
    if len(words) == sizes[0]:
        return (Form(" ".join(words)),)
    if len(words) != sum(sizes):
        msg = f"форма «{given}» не похожа ни на фамилию «{last}», ни на полное имя; запишите одну фамилию в нужном падеже"
        raise LanguageError(msg)
    ends = [sum(sizes[: index + 1]) for index in range(3)]
    starts = [0, *ends[:2]]
    return tuple(
        Form(" ".join(words[start:end]) or part)
        for start, end, part in zip(starts, ends, (last, first, middle), strict=True)
    )


def _same_for_both(last: str, first: str, middle: str, case: Case, fixed: Form) -> PersonName:
    """The name if both sexes share the form; else the author is asked."""
    male, female = (_decline_parts(last, first, middle, sex, case, fixed) for sex in (Sex.MALE, Sex.FEMALE))
    if male != female:
        msg = (
            f"«{' '.join(filter(None, (last, first, middle)))}»: форма зависит от пола, а по имени он не виден; "
            "укажите `пол: муж` или `пол: жен`, либо готовые `формы:`"
        )
        raise LanguageError(msg)
    return _name(male, first, middle)


def _decline_parts(last: str, first: str, middle: str, sex: Sex, case: Case, fixed: Form) -> tuple[Form, ...]:
    if case is Case.NOMINATIVE:
        return Form(fixed or last), Form(first), Form(middle)
    foreign = bool(first) and not is_initials(first) and not middle
    surname = fixed or decline_surname(last, sex, case, foreign=foreign)
    return surname, _part(first, sex, case, _first_name), _part(middle, sex, case, _patronymic)


def _part(name: str, sex: Sex, case: Case, decline: Callable[[str, Sex, Case], Form]) -> Form:
    return Form(name) if not name or is_initials(name) else decline(name, sex, case)


def _first_name(name: str, sex: Sex, case: Case) -> Form:
    words = [
        join_forms("-", [_first_name_part(part, sex, case) for part in word.split("-")])
        for word in name.split()
    ]
    return join_forms(" ", words)


def _first_name_part(name: str, sex: Sex, case: Case) -> Form:
    """Pytrovich knows the exceptions (Пётр, Любовь); the ending or the dictionary must bear it out."""
    pattern = first_name_pattern(name, sex)
    own, other = pattern.form(name, case), second_opinion("FIRSTNAME", name, sex, case)
    if pattern.risk is Risk.SHORT and case in {Case.DATIVE, Case.PREPOSITIONAL}:
        return _doubted(name, own, pattern.risk.value)
    if plain(own) == plain(other) and pattern.risk is not Risk.FOREIGN:
        return Form(dress(own, name))
    known = _known_names(name, sex, case)
    agreed = next((form for form in (other, own) if plain(form) in known), None)
    return Form(dress(agreed, name)) if agreed else _doubted(name, other, DISAGREEMENT)


def _doubted(name: str, form: str, doubt: str) -> Form:
    return Form(dress(form, name), (f"имя «{name}»: {doubt}",))


def _known_names(name: str, sex: Sex, case: Case) -> set[str]:
    gender = "masc" if sex is Sex.MALE else "femn"
    names = [
        one
        for one in read_word(name)
        if one.known and "Name" in one.parse.tag and one.case is Case.NOMINATIVE
    ]
    forms = (one.form(case, animate=True) for one in names if one.gender in {gender, "ms-f"})
    return {plain(form) for form in forms if form}


def _patronymic(name: str, sex: Sex, case: Case) -> Form:
    lowered = name.lower()
    if lowered.endswith(_TURKIC):
        return Form(name)
    if lowered.endswith(("ич", "на")):
        return Form(dress(second_opinion("MIDDLENAME", name, sex, case), name))
    form = _first_name(name, sex, case)
    return Form(form, (*form.doubts, f"«{name}» не похоже на отчество"))
