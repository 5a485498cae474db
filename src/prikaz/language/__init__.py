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
    from prikaz.language.deadlines.kinds import Deadline
    from prikaz.language.deadlines.reading import parse_deadline
    from prikaz.language.names.declension import PersonName, decline_name
    from prikaz.language.names.sexes import detect_sex
    from prikaz.language.numbers.counting import agree, decline_counted, spell_count
    from prikaz.language.numbers.numerals import (
        Gender,
        choose_form,
        spell_amount,
        spell_cardinal,
        spell_ordinal,
    )
    from prikaz.language.phrases.declension import decline_organization, decline_title
    from prikaz.language.time.date_words import spell_date
    from prikaz.language.time.dates import DateStyle, format_date, parse_date, shift_date
    from prikaz.language.time.roles import Role
    from prikaz.language.time.times import Time, find_times, shift_times
    from prikaz.language.time.workdays import WorkCalendar, WorkYear, read_calendar, russian_calendar
    from prikaz.language.typography import typeset
    from prikaz.language.words.cases import Case, Form, Sex
    from prikaz.language.words.dictionary import Dictionary

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "Case": "words.cases",
    "DateStyle": "time.dates",
    "Deadline": "deadlines.kinds",
    "Dictionary": "words.dictionary",
    "Form": "words.cases",
    "Gender": "numbers.numerals",
    "PersonName": "names.declension",
    "Role": "time.roles",
    "Sex": "words.cases",
    "Time": "time.times",
    "WorkCalendar": "time.workdays",
    "WorkYear": "time.workdays",
    "agree": "numbers.counting",
    "choose_form": "numbers.numerals",
    "decline_counted": "numbers.counting",
    "decline_name": "names.declension",
    "decline_organization": "phrases.declension",
    "decline_title": "phrases.declension",
    "detect_sex": "names.sexes",
    "find_times": "time.times",
    "format_date": "time.dates",
    "parse_date": "time.dates",
    "parse_deadline": "deadlines.reading",
    "read_calendar": "time.workdays",
    "russian_calendar": "time.workdays",
    "shift_date": "time.dates",
    "shift_times": "time.times",
    "spell_amount": "numbers.numerals",
    "spell_cardinal": "numbers.numerals",
    "spell_count": "numbers.counting",
    "spell_date": "time.date_words",
    "spell_ordinal": "numbers.numerals",
    "typeset": "typography",
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
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
