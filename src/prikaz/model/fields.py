"""Values of an order's own, printed where the text names them (поля)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from prikaz.errors import LanguageError
from prikaz.language.time.dates import format_date, parse_date
from prikaz.language.words.cases import Case, Form
from prikaz.model.clauses import Field, FieldKind
from prikaz.model.declension import body_in, person_in, position_in
from prikaz.model.people import Body, Person, Position
from prikaz.model.profiles import OfficeProfile

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_BLANKS: Final = re.compile(r"[ \u00a0]")


def field_in(field: Field, case: Case, option: str, profile: OfficeProfile) -> Form:
    """Value of a field as the text prints it in a case.

    A body, a position and a person are declined, a date stands in the style of
    the office, a number agrees with what it counts.

    Args:
        field: The field, filled in.
        case: Case asked for; a date has only one form.
        option: One of :data:`prikaz.model.text.OPTIONS` for a person, or "".
        profile: Office profile.

    Raises:
        LanguageError: The form cannot be made, or the value is not of its kind.

    >>> places = Field(value="25", kind=FieldKind.NUMBER, unit="место")
    >>> field_in(places, Case.INSTRUMENTAL, "", OfficeProfile()).replace("\u00a0", " ")
    '25 местами'
    """
    given = dict(field.forms).get(case)
    if given is not None:
        return Form(given)
    match field.kind:
        case FieldKind.PERSON:
            return _person_in(to_person(field), case, option, profile)
        case FieldKind.BODY:
            return body_in(Body(name=field.value), case, profile.dictionary)
        case FieldKind.POSITION:
            return position_in(Position(title=field.value), case, profile.dictionary)
        case FieldKind.DATE:
            return Form(format_date(parse_date(field.value), profile.date_style))
        case FieldKind.NUMBER:
            return Form(_number_in(to_decimal(field.value), field.unit, case))
        case FieldKind.TEXT:
            return _text_in(field.value, case)


def check_field(field: Field) -> None:
    """Refuse a value that is not of its kind, before anything is printed.

    Raises:
        LanguageError: A date is no date, a number no number, a person has no name.
    """
    match field.kind:
        case FieldKind.PERSON:
            to_person(field)
        case FieldKind.DATE:
            parse_date(field.value)
        case FieldKind.NUMBER:
            to_decimal(field.value)


#: «Вагиф оглы»
_LONGEST_MIDDLE: Final = 2


def to_person(field: Field) -> Person:
    """The person that a field names: surname, first name and patronymic, in the nominative.

    >>> to_person(Field(value="Журавлёва Анна Петровна", kind=FieldKind.PERSON)).middle
    'Петровна'

    Raises:
        LanguageError: There are no words or too many, the surname does not stand first, or a word has small
            letters only: it would be taken for something else, and «иванов» would not decline. Particles
            belong to the surname.
    """
    from prikaz.language.names.whole_names import split_name  # noqa: PLC0415 (few orders have such fields)

    last, first, middle = split_name(field.value)
    if not last or "," in field.value or _has_tail(middle):
        told = f"не лицо: «{field.value}»"
        raise LanguageError(told, "ожидались фамилия, имя и отчество, и больше ничего")
    if any(part.islower() for part in (*last.split()[-1:], first, *middle.split()[:1])):
        told = f"имя со строчной буквы: «{field.value}»"
        raise LanguageError(told, "напишите фамилию, имя и отчество с прописных")
    if _is_patronymic(first):
        raise LanguageError(f"отчество на месте имени: «{field.value}»", "запишите фамилию первой")
    return Person(last=last, first=first, middle=middle, forms=field.forms)


def _has_tail(middle: str) -> bool:
    """Whether more than a patronymic stands behind the first name: «Петровна методист», «Петровна Белова»."""
    from prikaz.language.names.whole_names import TURKIC  # noqa: PLC0415 (few orders have such fields)

    *before, last = middle.split() or [""]
    return len(before) >= _LONGEST_MIDDLE or (last.lower() not in TURKIC and any(map(_is_patronymic, before)))


def _is_patronymic(word: str) -> bool:
    from prikaz.language.names.whole_names import sex_of_patronymic  # noqa: PLC0415 (few orders have such fields)

    return sex_of_patronymic(word) is not None


def _person_in(person: Person, case: Case, option: str, profile: OfficeProfile) -> Form:
    """A person in a case, with a doubt when the words may stand in another order."""
    from prikaz.language.names.whole_names import doubt_of  # noqa: PLC0415 (few orders have such fields)

    form = person_in(person, case, option, profile)
    return Form(form, tuple(filter(None, (*form.doubts, doubt_of(person.middle)))))


def to_decimal(text: str) -> Decimal:
    """A number as it is typed, with blanks between thousands and a decimal comma.

    >>> to_decimal("12 500,5")
    Decimal('12500.5')

    Raises:
        LanguageError: It is no number.
    """
    bare = _BLANKS.sub("", text)
    if not _NUMBER.fullmatch(bare):
        raise LanguageError(f"не число: «{text}»", "ожидалось число, например 12,5")
    return Decimal(bare.replace(",", "."))


def _number_in(number: Decimal, unit: str, case: Case) -> str:
    from prikaz.language.numbers.counting import agree, figures  # noqa: PLC0415 (loaded when a form is made)

    exact = int(number) if number == int(number) else number
    return agree(exact, unit, case) if unit else figures(exact)


def _text_in(text: str, case: Case) -> Form:
    if case is not Case.NOMINATIVE:
        told = f"для «{text}» не задан падеж «{case.value}»"
        raise LanguageError(told, "задайте «формы» или вид поля: орган, должность, лицо")
    return Form(text)
