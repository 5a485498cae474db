"""The command that declines words."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Final

from prikaz.cli.errors import UsageError
from prikaz.errors import LanguageError, UnknownSexError
from prikaz.language.words.cases import Case, Sex
from prikaz.service.declining import Declinable, recognize
from prikaz.service.declining import decline as declined

#: What to do when words cannot be declined, by what they are; a data file has ways that are not here.
_ADVICE: Final = {
    Declinable.POSITION: "запишите именительный падеж (кто? что?); "
    "для лица добавьте --лицо, для органа --орган",
    Declinable.BODY: "запишите именительный падеж (что?); для должности ключ --орган не нужен",
    Declinable.PERSON: "добавьте --пол муж или --пол жен",
}


def decline(arguments: Namespace) -> None:
    """Print a position, a body or a person in the cases asked for, or in all."""
    cases = [_case(name) for name in arguments.cases] or list(Case)
    sex = _sex(arguments.sex) if arguments.sex is not None else None
    if not arguments.phrase.strip():
        raise UsageError("просклонять нечего: слова пусты", "впишите их в кавычках")
    what = Declinable(arguments.what) if arguments.what else recognize(arguments.phrase)
    try:
        for case, form in declined(arguments.phrase, what, cases, sex):
            print(form if len(cases) == 1 else f"{case.value:>6}  {form}")
            for doubt in form.doubts:
                print(f"проверьте форму «{form}»: {doubt}", file=sys.stderr)
    except LanguageError as error:
        is_misread = what is Declinable.PERSON and not isinstance(error, UnknownSexError)
        raise LanguageError(error.message, error.hint if is_misread else _ADVICE[what]) from None


def _case(name: str) -> Case:
    try:
        return Case(name)
    except ValueError:
        known = ", ".join(case.value for case in Case)
        raise UsageError(f"падеж «{name}» не известен", f"есть: {known}") from None


def _sex(name: str) -> Sex:
    try:
        return Sex(name)
    except ValueError:
        raise UsageError(f"пол «{name}» не известен", "есть: муж, жен") from None
