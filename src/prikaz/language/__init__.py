"""Russian of an order: cases, names, numbers, dates and deadlines, typography.

Knows nothing of orders, files or Word. What is named here is loaded when it is
asked for; the dictionary of forms only when a form has to be made. What cannot
be done without inventing something is refused with a ``prikaz.errors.LanguageError``.

=============  ====================================================================
forms          ``decline_name``, ``decline_title``, ``decline_organization``,
               ``agreement_of``, ``detect_sex``, ``split_name``; ``Case``, ``Form``
numbers        ``agree``, ``decline_counted``, ``choose_form``, ``spell_cardinal``,
               ``spell_ordinal``, ``spell_count``, ``spell_amount``
dates          ``parse_date``, ``format_date``, ``shift_date``, ``spell_date``
times in text  ``find_times``, ``shift_times``; ``Role`` says what each time is
deadlines      ``parse_deadline``, ``shift_deadline``; the kinds from ``OnDate`` to
               ``Verbatim``, together ``Deadline``
working days   ``russian_calendar``, ``read_calendar``
typography     ``typeset``, ``bind_short_words``
=============  ====================================================================

>>> from prikaz.language import Case, decline_title
>>> decline_title("методист районного кабинета", Case.ACCUSATIVE)
'методиста районного кабинета'
"""

from typing import TYPE_CHECKING

from prikaz.lazy import lazily

if TYPE_CHECKING:
    from prikaz.language.deadlines.kinds import (
        AcademicYear,
        Blank,
        DayMonth,
        Deadline,
        HalfYear,
        Interval,
        Listed,
        Month,
        MonthPart,
        OnDate,
        Open,
        Quarter,
        Recurring,
        Relative,
        Season,
        Verbatim,
        Year,
    )
    from prikaz.language.deadlines.reading import parse_deadline
    from prikaz.language.deadlines.shifting import shift_deadline
    from prikaz.language.names.declension import PersonName, decline_name
    from prikaz.language.names.parts import split_name
    from prikaz.language.names.sexes import detect_sex
    from prikaz.language.numbers.counting import agree, decline_counted, spell_count
    from prikaz.language.numbers.numerals import (
        Gender,
        choose_form,
        spell_amount,
        spell_amount_throughout,
        spell_cardinal,
        spell_ordinal,
    )
    from prikaz.language.phrases.agreement import Agreement, agreement_of
    from prikaz.language.phrases.declension import decline_organization, decline_title
    from prikaz.language.time.date_words import spell_date, spell_day
    from prikaz.language.time.dates import DateStyle, format_date, parse_date, shift_date
    from prikaz.language.time.roles import Role
    from prikaz.language.time.times import Time, find_times, shift_times
    from prikaz.language.time.workdays import WorkCalendar, WorkYear, read_calendar, russian_calendar
    from prikaz.language.typography import bind_short_words, typeset
    from prikaz.language.words.cases import Case, Form, Sex
    from prikaz.language.words.dictionary import Dictionary

# Written by scripts/build_doors.py from the imports above
_HOMES = {
    "AcademicYear": "deadlines.kinds",
    "Agreement": "phrases.agreement",
    "Blank": "deadlines.kinds",
    "Case": "words.cases",
    "DateStyle": "time.dates",
    "DayMonth": "deadlines.kinds",
    "Deadline": "deadlines.kinds",
    "Dictionary": "words.dictionary",
    "Form": "words.cases",
    "Gender": "numbers.numerals",
    "HalfYear": "deadlines.kinds",
    "Interval": "deadlines.kinds",
    "Listed": "deadlines.kinds",
    "Month": "deadlines.kinds",
    "MonthPart": "deadlines.kinds",
    "OnDate": "deadlines.kinds",
    "Open": "deadlines.kinds",
    "PersonName": "names.declension",
    "Quarter": "deadlines.kinds",
    "Recurring": "deadlines.kinds",
    "Relative": "deadlines.kinds",
    "Role": "time.roles",
    "Season": "deadlines.kinds",
    "Sex": "words.cases",
    "Time": "time.times",
    "Verbatim": "deadlines.kinds",
    "WorkCalendar": "time.workdays",
    "WorkYear": "time.workdays",
    "Year": "deadlines.kinds",
    "agree": "numbers.counting",
    "agreement_of": "phrases.agreement",
    "bind_short_words": "typography",
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
    "shift_deadline": "deadlines.shifting",
    "shift_times": "time.times",
    "spell_amount": "numbers.numerals",
    "spell_amount_throughout": "numbers.numerals",
    "spell_cardinal": "numbers.numerals",
    "spell_count": "numbers.counting",
    "spell_date": "time.date_words",
    "spell_day": "time.date_words",
    "spell_ordinal": "numbers.numerals",
    "split_name": "names.parts",
    "typeset": "typography",
}
__all__ = [
    "AcademicYear",
    "Agreement",
    "Blank",
    "Case",
    "DateStyle",
    "DayMonth",
    "Deadline",
    "Dictionary",
    "Form",
    "Gender",
    "HalfYear",
    "Interval",
    "Listed",
    "Month",
    "MonthPart",
    "OnDate",
    "Open",
    "PersonName",
    "Quarter",
    "Recurring",
    "Relative",
    "Role",
    "Season",
    "Sex",
    "Time",
    "Verbatim",
    "WorkCalendar",
    "WorkYear",
    "Year",
    "agree",
    "agreement_of",
    "bind_short_words",
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
    "shift_deadline",
    "shift_times",
    "spell_amount",
    "spell_amount_throughout",
    "spell_cardinal",
    "spell_count",
    "spell_date",
    "spell_day",
    "spell_ordinal",
    "split_name",
    "typeset",
]
# End of what is written


__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return list(__all__)
