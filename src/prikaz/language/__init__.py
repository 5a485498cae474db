"""Russian of an order: cases, names, numbers, dates and deadlines, typography.

Stands on its own: knows nothing of orders, files or Word. What is named here
is loaded when it is asked for; the dictionary of forms only when a form has
to be made.

>>> from prikaz.language import Case, decline_title
>>> decline_title("методист районного кабинета", Case.ACCUSATIVE)
'методиста районного кабинета'
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.language.cases import Case, Form, Sex
    from prikaz.language.counting import agree, decline_counted, spell_count
    from prikaz.language.date_words import spell_date
    from prikaz.language.dates import DateStyle, format_date, parse_date, shift_date
    from prikaz.language.deadlines import Deadline, parse_deadline
    from prikaz.language.dictionary import Dictionary
    from prikaz.language.names import PersonName, decline_name
    from prikaz.language.numbers import Gender, choose_form, spell_amount, spell_cardinal, spell_ordinal
    from prikaz.language.phrases import decline_organization, decline_title
    from prikaz.language.roles import Role
    from prikaz.language.sexes import detect_sex
    from prikaz.language.times import Time, find_times, shift_times
    from prikaz.language.typography import typeset
    from prikaz.language.workdays import WorkCalendar, WorkYear, read_calendar, russian_calendar

_HOMES = {
    "Case": "cases",
    "Form": "cases",
    "Sex": "cases",
    "agree": "counting",
    "decline_counted": "counting",
    "spell_count": "counting",
    "spell_date": "date_words",
    "DateStyle": "dates",
    "format_date": "dates",
    "parse_date": "dates",
    "shift_date": "dates",
    "Deadline": "deadlines",
    "parse_deadline": "deadlines",
    "Dictionary": "dictionary",
    "PersonName": "names",
    "decline_name": "names",
    "Gender": "numbers",
    "choose_form": "numbers",
    "spell_amount": "numbers",
    "spell_cardinal": "numbers",
    "spell_ordinal": "numbers",
    "decline_organization": "phrases",
    "decline_title": "phrases",
    "Role": "roles",
    "detect_sex": "sexes",
    "Time": "times",
    "find_times": "times",
    "shift_times": "times",
    "typeset": "typography",
    "WorkCalendar": "workdays",
    "WorkYear": "workdays",
    "read_calendar": "workdays",
    "russian_calendar": "workdays",
}

__all__ = [
    "Case",
    "DateStyle",
    "Deadline",
    "Dictionary",
    "Form",
    "Gender",
    "PersonName",
    "Role",
    "Sex",
    "Time",
    "WorkCalendar",
    "WorkYear",
    "agree",
    "choose_form",
    "decline_counted",
    "decline_name",
    "decline_organization",
    "decline_title",
    "detect_sex",
    "find_times",
    "format_date",
    "parse_date",
    "parse_deadline",
    "read_calendar",
    "russian_calendar",
    "shift_date",
    "shift_times",
    "spell_amount",
    "spell_cardinal",
    "spell_count",
    "spell_date",
    "spell_ordinal",
    "typeset",
]


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
