"""Values of an order's own, printed where the text names them (поля)."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from prikaz.errors import LanguageError, NotNominativeError
from prikaz.language.time.dates import format_date, parse_date
from prikaz.language.words.cases import Case, Form
from prikaz.model.fields import Field, FieldKind
from prikaz.model.people import Body, Person, Position
from prikaz.model.profiles import OfficeProfile
from prikaz.model.resolution.declension import body_in, person_in, position_in

if TYPE_CHECKING:
    from prikaz.language.names.written import WrittenName

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_BLANKS: Final = re.compile(r"[ \u00a0]")


def field_in(field: Field, case: Case, options: Collection[str], profile: OfficeProfile) -> Form:
    """Value of a field as the text prints it in a case.

    A body, a position and a person are declined, a date stands in the style of
    the office, a number agrees with what it counts.

    Args:
        field: The field, filled in.
        case: Case asked for; a date has only one form.
        options: Any of :data:`prikaz.model.text.OPTIONS` for a person.
        profile: Office profile.

    Raises:
        LanguageError: The form cannot be made, or the value is not of its kind.

    >>> places = Field(value="25", kind=FieldKind.NUMBER, unit="место")
    >>> field_in(places, Case.INSTRUMENTAL, (), OfficeProfile()).replace("\u00a0", " ")
    '25 местами'
    """
    given = dict(field.forms).get(case)
    if given is not None:
        return Form(given)
    match field.kind:
        case FieldKind.PERSON:
            return person_in(to_person(field), case, options, profile)
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


def value_doubts(field: Field, profile: OfficeProfile) -> tuple[str, ...]:
    """Why the value of a field should be looked at in whatever case it is printed.

    Args:
        field: The field, filled in, with a value of its kind.
        profile: Office profile; what its dictionary has is not doubted.

    >>> value_doubts(Field(value="ИВАНОВ ИВАН ИВАНОВИЧ", kind=FieldKind.PERSON), OfficeProfile())
    ('имя набрано прописными и понято как «Иванов Иван Иванович»',)
    >>> value_doubts(Field(value="директору школы", kind=FieldKind.POSITION), OfficeProfile())
    ('«директору школы»: слово «директору» не в именительном падеже',)
    """
    if field.kind is FieldKind.PERSON:
        return _read_name(field.value).doubts
    if field.kind not in {FieldKind.BODY, FieldKind.POSITION}:
        return ()
    try:
        field_in(field, Case.GENITIVE, (), profile)
    except NotNominativeError as error:
        return (error.message,)
    except LanguageError:
        return ()  # it may well be printed as it is
    return ()


def to_person(field: Field) -> Person:
    """The person that a field names: surname, first name and patronymic, or initials, in the nominative.

    >>> to_person(Field(value="Журавлёва Анна Петровна", kind=FieldKind.PERSON)).middle
    'Петровна'

    Raises:
        LanguageError: The value cannot be read as a name, as :func:`prikaz.language.names.written.read_name`
            says.
    """
    name = _read_name(field.value)
    return Person(last=name.last, first=name.first, middle=name.middle, forms=field.forms)


def _read_name(text: str) -> WrittenName:
    from prikaz.language.names.written import read_name  # noqa: PLC0415 (few orders have such fields)

    return read_name(text)


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
        message = f"для «{text}» не задан падеж «{case.value}»"
        raise LanguageError(message, "задайте «формы» или вид поля: орган, должность, лицо")
    return Form(text)
