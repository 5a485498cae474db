"""References of the text, resolved (ссылки): the form is the author's, the number is computed.

No reference can point at a wrong annex, and nothing is declined by machine
that a person has already declined. What cannot be resolved is a finding with
its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from prikaz.checks.misprints import PRIVATE, has_private, misprints
from prikaz.errors import LanguageError, UnknownSexError
from prikaz.findings import Finding, Path, Severity
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case, Form
from prikaz.language.words.spelling import guess
from prikaz.model.clauses import Act, Field
from prikaz.model.declension import body_in, person_in
from prikaz.model.fields import field_in
from prikaz.model.numbering import NumberedClause
from prikaz.model.orders import Order
from prikaz.model.people import Person
from prikaz.model.profiles import OfficeProfile
from prikaz.model.prose import prose
from prikaz.model.targets import ClauseLists, NumberedAnnex, ReferenceTarget, number_lists, targets
from prikaz.model.text import OPTIONS, Mention, Stray, Token, VerbatimText, option_meant, parse_text

NBSP: Final = "\u00a0"


class Cross(NamedTuple):
    """The number of a clause where another text names it: Word can keep it up to date.

    Attributes:
        target: Path of the clause.
        shown: The number as printed, "2.1".
    """

    target: Path
    shown: str


ContentPiece: TypeAlias = str | VerbatimText | Cross
#: Running text with its references resolved.
Content: TypeAlias = tuple[ContentPiece, ...]

_CASES: Final = {case.value: case for case in Case} | {
    "кому": Case.DATIVE,
    "кем": Case.INSTRUMENTAL,
    "о ком": Case.PREPOSITIONAL,
}
_NOTABLE = re.compile(r"[{}`Рр](?:(?<![Рр])|[Ии][Лл])")
_CITED_NUMBER = re.compile(r"(?i)\bприложени\w+\s*(?:№\s*)?(\d+)(?!\s+к\s+(?!настоящ))")
_CITED_ALONE = re.compile(r"(?i)\bприложени\w+(?=\s+к\s+настоящ|\s*[).,;:]|\s*$)")
_GOES_ON = re.compile(r"\s*[\w«]")
_ATTACHED = re.compile(r"(?i)\bприлага(?:ем|етс|ютс)")


def is_plain(text: str) -> bool:
    """Whether a text refers to nothing: no braces, no backticks, no annex named by words.

    >>> is_plain("Создать комиссию."), is_plain("Утвердить план (прилагается).")
    (True, False)
    """
    return _NOTABLE.search(text) is None and not has_private(text)


def plain(content: Content) -> str:
    """Resolved text as one string."""
    return "".join(
        piece if isinstance(piece, str) else piece.shown if isinstance(piece, Cross) else piece.text
        for piece in content
    )


class References:
    """The references of one order: resolves texts one by one and collects what is wrong with them."""

    def __init__(self, order: Order, profile: OfficeProfile | None = None) -> None:
        self.order = order
        self.profile = profile or OfficeProfile()
        self.cited: set[Path] = set()
        self.lists: ClauseLists = number_lists(order)
        self._targets, repeated = targets(order, self.profile, self.lists)
        self.findings: list[Finding] = [*repeated]

    def content(self, text: str, path: Path) -> Content:
        """Resolve the references of a text that stands at ``path``."""
        if is_plain(text):
            return (text,) if text else ()
        pieces: list[ContentPiece] = []
        tokens = parse_text(text)
        for token, following in zip(tokens, (*tokens[1:], ""), strict=True):
            if isinstance(token, Mention):
                pieces.extend(self._resolve(token, path))
                self._close_apposition(token, following, path)
            elif isinstance(token, Stray):
                self._tell("brace-stray", path, token.message)
            elif isinstance(token, str):
                self._cite_typed(token, path)
                pieces.append(_after(pieces, re.sub(PRIVATE, "", token)))
            else:
                pieces.append(token)
        return tuple(pieces)

    def _close_apposition(self, mention: Mention, following: Token, path: Path) -> None:
        """A position after a name is an apposition: where the sentence goes on, a comma closes it."""
        target = self._targets.get(mention.keys[0])
        stands_after = (
            isinstance(target, Person) and target.position and not mention.option.startswith(("без", "долж"))
        )
        if stands_after and isinstance(following, str) and _GOES_ON.match(following):
            self.findings.append(
                Finding(
                    code="apposition-open",
                    path=path,
                    message=f"после {mention.source} напечатается должность, а запятой за ней нет",
                    hint=f"поставьте запятую: {mention.source}, …",
                )
            )

    def unnamed(self) -> tuple[Finding, ...]:
        """Annexes that no text has named so far."""
        return tuple(
            Finding(
                code="annex-not-cited",
                path=("приложения", place),
                message="это приложение не упомянуто в тексте документа",
                hint=f"назовите его в пункте: {{приложению {annex.key or 'ключ'}}}",
            )
            for place, annex in enumerate(self.order.annexes, 1)
            if ("приложения", place) not in self.cited
        )

    def _tell(self, code: str, path: Path, message: str, hint: str = "") -> tuple[ContentPiece, ...]:
        self.findings.append(
            Finding(code=code, severity=Severity.ERROR, path=path, message=message, hint=hint)
        )
        return ()

    def _resolve(self, mention: Mention, path: Path) -> Sequence[ContentPiece]:
        found: list[ReferenceTarget] = []
        for key in mention.keys:
            target = self._targets.get(key)
            if target is None:
                return self._unknown(key, mention, path)
            found.append(target)
        if mention.option and mention.option not in OPTIONS:
            known = ", ".join(OPTIONS)
            return self._tell(
                "reference-option",
                path,
                f"{mention.source}: уточнение «{mention.option}» не известно",
                f"известны: {known}",
            )
        first = found[0]
        if isinstance(first, NumberedAnnex):
            return self._annexes(mention, found, path)
        if isinstance(first, NumberedClause):
            return self._clauses(mention, found, path)
        if len(found) > 1:
            return self._tell(
                "reference-form",
                path,
                f"{mention.source}: несколько ключей бывает только у пунктов и приложений",
                "напишите по одной ссылке на каждый ключ",
            )
        if isinstance(first, Act):
            return self._act(mention, first, path)
        return self._declined(mention, first, path)

    def _unknown(self, key: str, mention: Mention, path: Path) -> Sequence[ContentPiece]:
        import difflib  # noqa: PLC0415 (most references are to something)

        near = difflib.get_close_matches(key, self._targets, n=1)
        meant = option_meant(mention, key)
        if near:
            hint = guess(key, near[0])
        elif meant:
            hint = f"возможно, {meant}"
        else:
            hint = "такого ключа нет ни у людей, ни у актов, полей, пунктов и приложений"
        return self._tell("reference-unknown", path, f"{mention.source}: ключ «{key}» не известен", hint)

    def _annexes(
        self, mention: Mention, found: Sequence[ReferenceTarget], path: Path
    ) -> Sequence[ContentPiece]:
        annexes = [target for target in found if isinstance(target, NumberedAnnex)]
        stem = mention.form.casefold()
        if len(annexes) < len(found) or not ("приложени" in stem or "прилага" in stem):
            return self._wrong_form(mention, "приложению", path)
        self.cited.update(target.path for target in annexes)
        if "прилага" in stem or annexes[0].number is None:
            return (mention.form,)
        sign = f"№{NBSP}" if self.profile.annex_number_sign else ""
        return (f"{mention.form}{NBSP}{sign}", *_listed([str(target.number) for target in annexes]))

    def _clauses(
        self, mention: Mention, found: Sequence[ReferenceTarget], path: Path
    ) -> Sequence[ContentPiece]:
        clauses = [target for target in found if isinstance(target, NumberedClause)]
        if len(clauses) < len(found) or "пункт" not in mention.form.casefold():
            return self._wrong_form(mention, "пунктом", path)
        for key, clause in zip(mention.keys, clauses, strict=True):
            if not clause.number:
                return self._tell(
                    "reference-unnumbered", path, f"{mention.source}: у пункта «{key}» нет номера"
                )
        return (
            mention.form + NBSP,
            *_listed([Cross(target=item.path, shown=item.number) for item in clauses]),
        )

    def _wrong_form(self, mention: Mention, example: str, path: Path) -> Sequence[ContentPiece]:
        return self._tell(
            "reference-form",
            path,
            f"{mention.source}: перед ключом нужно слово в нужной форме",
            f"например, {{{example} {mention.keys[0]}}}",
        )

    def _act(self, mention: Mention, act: Act, path: Path) -> Sequence[ContentPiece]:
        if mention.form in _CASES:
            return self._wrong_form(mention, act.kind, path)
        issuer = (
            self.form(partial(body_in, act.issuer, Case.GENITIVE, self.profile.dictionary), path)
            if act.issuer
            else ""
        )
        date = f"от{NBSP}{format_date(act.date, self.profile.date_style)}" if act.date else ""
        number = f"№{NBSP}{act.number}" if act.number else ""
        heading = f"«{act.heading}»" if act.heading else ""
        parts = (mention.form or act.kind, issuer, date, number, heading)
        return (" ".join(part for part in parts if part),)

    def _declined(self, mention: Mention, target: Person | Field, path: Path) -> Sequence[ContentPiece]:
        form = mention.form.casefold()
        if form == "кого":
            return self._tell(
                "case-ambiguous",
                path,
                f"{mention.source}: «кого» бывает и в родительном, и в винительном падеже",
                "напишите «род» или «вин»",
            )
        if form and form not in _CASES:
            return self._tell(
                "case-unknown",
                path,
                f"{mention.source}: падеж «{mention.form}» не известен",
                f"известны: {', '.join(_CASES)}",
            )
        case = _CASES[form] if form else Case.NOMINATIVE
        if isinstance(target, Field):
            return self._field(mention, target, case, path)
        return (self.form(partial(person_in, target, case, mention.option, self.profile), path),)

    def _field(self, mention: Mention, field: Field, case: Case, path: Path) -> Sequence[ContentPiece]:
        if not field.value:
            (key,) = mention.keys
            return self._tell(
                "field-unfilled",
                ("поля", key),
                f"поле «{key}» не заполнено",
                "впишите значение или заполните поля из таблицы: prikaz batch",
            )
        return (self.form(partial(field_in, field, case, mention.option, self.profile), path),)

    def form(self, decline: Callable[[], Form], path: Path) -> str:
        """Decline, with the doubts told and an impossible form refused; "" when refused."""
        try:
            form = decline()
        except UnknownSexError as error:
            self._tell("form-needs-sex", path, error.message, error.hint)
            return ""
        except LanguageError as error:
            self._tell("form-unknown", path, error.message, error.hint)
            return ""
        self.findings.extend(
            Finding(
                code="form-doubtful",
                path=path,
                message=f"проверьте форму «{form}»: {doubt}",
                hint="верную форму можно задать в поле «формы»",
            )
            for doubt in form.doubts
        )
        return str(form)

    def _cite_typed(self, text: str, path: Path) -> None:
        """Note the annexes that a text names by typed words, and those that do not exist."""
        count = len(self.order.annexes)
        for match in _CITED_NUMBER.finditer(text):
            number = int(match[1])
            if 1 <= number <= count:
                self.cited.add(("приложения", number))
            else:
                self._absent(path, match[0])
        if count == 1 and _ATTACHED.search(text):
            self.cited.add(("приложения", 1))
        alone = _CITED_ALONE.search(text)
        if alone and count == 0:
            self._absent(path, alone[0])
        elif alone and count == 1:
            self.cited.add(("приложения", 1))

    def _absent(self, path: Path, words: str) -> None:
        self.findings.append(
            Finding(
                code="annex-absent",
                path=path,
                message=f"в тексте названо «{words}», а такого приложения нет",
                hint="добавьте приложение или исправьте ссылку",
            )
        )


def _after(pieces: Sequence[ContentPiece], text: str) -> str:
    """The text after a reference: a stop that ends «Белова И.Л.» or «2027 г.» ends the sentence too."""
    before = pieces[-1] if pieces else ""
    stopped = isinstance(before, str) and before.endswith(".")
    return text[1:] if stopped and text.startswith(".") and not text.startswith("..") else text


def _listed(numbers: Sequence[ContentPiece]) -> Sequence[ContentPiece]:
    """Numbers in a row: "1", "1 и 2", "1, 2 и 3"."""
    pieces: list[ContentPiece] = [numbers[0]]
    for place, number in enumerate(numbers[1:], 2):
        pieces += [f" и{NBSP}" if place == len(numbers) else ", ", number]
    return pieces


def broken_references(order: Order) -> tuple[Finding, ...]:
    """What of the texts of an order cannot be printed, with its place: references and signs."""
    references = References(order)
    for path, text in prose(order):
        references.content(text, path)
    found = (*references.findings, *misprints(order))
    return tuple(item for item in found if item.severity is Severity.ERROR)
