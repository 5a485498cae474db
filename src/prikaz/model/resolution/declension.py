"""People, positions and bodies of an order in a case: the forms given win, the grammar does the rest.

The language is loaded only when a form has to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from prikaz.errors import LanguageError, NotNominativeError, UnknownSexError
from prikaz.findings import FindingKind, Path, Severity
from prikaz.language.names.parts import initial
from prikaz.language.words.cases import Case, Form
from prikaz.language.words.dictionary import Dictionary
from prikaz.model.converters import Forms
from prikaz.model.people import Body, Person, Position
from prikaz.model.profiles import Initials, OfficeProfile
from prikaz.model.resolution.person_names import arranged
from prikaz.model.resolution.results import WithFindings

FORM_UNKNOWN: Final = FindingKind("form-unknown", "Форму слова пришлось бы придумать", Severity.ERROR)
FORM_OBLIQUE: Final = FindingKind(
    "form-oblique", "Слова, которые надо просклонять, стоят не в именительном падеже", Severity.ERROR
)
FORM_NEEDS_SEX: Final = FindingKind(
    "form-needs-sex", "Форма имени зависит от пола, а по имени он не виден", Severity.ERROR
)
FORM_DOUBTFUL: Final = FindingKind("form-doubtful", "Форма слова напечатана, но её стоит проверить")

_NBSP = "\u00a0"


def printed_form(decline: Callable[[], Form], path: Path) -> WithFindings[str]:
    """The form that ``decline`` makes, with its doubts; "" and a finding when it cannot be made.

    Args:
        decline: Makes the form.
        path: Where the form is needed.
    """
    try:
        form = decline()
    except UnknownSexError as error:
        return WithFindings("", (FORM_NEEDS_SEX.finding(error.message, error.hint, path),))
    except NotNominativeError as error:
        return WithFindings("", (FORM_OBLIQUE.finding(error.message, error.hint, path),))
    except LanguageError as error:
        return WithFindings("", (FORM_UNKNOWN.finding(error.message, error.hint, path),))
    return WithFindings(
        str(form),
        tuple(
            FORM_DOUBTFUL.finding(
                f"проверьте форму «{form}»: {doubt}", "верную форму можно задать в поле «формы»", path
            )
            for doubt in form.doubts
        ),
    )


def body_in(body: Body, case: Case, dictionary: Dictionary) -> Form:
    """Name of a body in a case."""
    given = _given(body.name, body.forms, case)
    if given is not None:
        return given
    from prikaz.language.phrases import declension as phrases  # noqa: PLC0415 (the dictionary is loaded when a form is made)

    return phrases.decline_organization(body.name, case, dictionary=dictionary)


def position_in(position: Position, case: Case, dictionary: Dictionary) -> Form:
    """Position of a person in a case."""
    given = _given(position.title, position.forms, case)
    if given is not None:
        return given
    from prikaz.language.phrases import declension as phrases  # noqa: PLC0415 (the dictionary is loaded when a form is made)

    return phrases.decline_title(position.title, case, dictionary=dictionary)


def _given(text: str, forms: Forms, case: Case) -> Form | None:
    """The form that needs no grammar."""
    given = dict(forms).get(case)
    if given is not None or case is Case.NOMINATIVE:
        return Form(text if given is None else given)
    return None


def person_in(person: Person, case: Case, options: Collection[str], profile: OfficeProfile) -> Form:
    """A person as an order names them: surname with initials, then the position.

    Args:
        person: The person; the position is named if there is one.
        case: Case of the name and of the position.
        options: Any of :data:`prikaz.model.text.OPTIONS`.
        profile: Where initials stand, and the dictionary of the office.

    Raises:
        LanguageError: The sex must be known and is not.
    """
    person = arranged(person)
    name = (
        _full_name_in(person, case, profile)
        if "полностью" in options
        else _short_name_in(person, case, profile)
    )
    if person.position is None or "без должности" in options:
        return name
    position = position_in(person.position, case, profile.dictionary)
    doubts = (*name.doubts, *position.doubts)
    if "должность впереди" in options:
        return Form(f"{position} {name}", doubts)
    return Form(f"{name}, {position}", doubts)


def _full_name_in(person: Person, case: Case, profile: OfficeProfile) -> Form:
    given = dict(person.forms).get(case)
    if given and len(given.split()) > len(person.last.split()):
        return Form(given)
    if case is Case.NOMINATIVE:
        return Form(str(person))
    from prikaz.language.names import declension as names  # noqa: PLC0415 (loaded when a form is made)

    return names.decline_name(
        person.last,
        person.first,
        person.middle,
        case=case,
        sex=person.sex,
        forms=dict(person.forms),
        declines=person.declines,
        dictionary=profile.dictionary,
    ).full


def _short_name_in(person: Person, case: Case, profile: OfficeProfile) -> Form:
    surname = _surname_in(person, case, profile.dictionary)
    return Form(
        with_initials(surname, person, profile.initials, apart=profile.initials_apart), surname.doubts
    )


def _surname_in(person: Person, case: Case, dictionary: Dictionary) -> Form:
    given = dict(person.forms).get(case)
    if given:
        return Form(" ".join(given.split()[: len(person.last.split())]))
    if case is Case.NOMINATIVE or not person.declines:
        return Form(person.last)
    from prikaz.language.names import declension as names  # noqa: PLC0415 (loaded when a form is made)

    return names.decline_name(
        person.last, person.first, person.middle, case=case, sex=person.sex, dictionary=dictionary
    ).last


def with_initials(surname: str, person: Person, place: Initials, *, apart: bool) -> str:
    """A surname with the initials of the person, joined by a no-break space."""
    initials = (_NBSP if apart else "").join(filter(None, map(initial, (person.first, person.middle))))
    parts = (initials, surname) if place is Initials.BEFORE else (surname, initials)
    return _NBSP.join(part for part in parts if part)
