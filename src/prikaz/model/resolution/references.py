"""References of the text, resolved (ссылки): the form is the author's, the number is computed.

No reference can point at a wrong annex, and nothing is declined by machine
that a person has already declined. What cannot be resolved is a finding with
its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from typing import Final, NamedTuple

from attrs import evolve

from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case, Form
from prikaz.language.words.misspelling import did_you_mean
from prikaz.model.acts import Act
from prikaz.model.blocks import Marker
from prikaz.model.contents import is_quoted
from prikaz.model.fields import Field
from prikaz.model.orders import Order
from prikaz.model.people import Person
from prikaz.model.private_use import find_private, has_private, without_private
from prikaz.model.profiles import OfficeProfile
from prikaz.model.prose import prose
from prikaz.model.resolution.annex_names import annex_numbers
from prikaz.model.resolution.citations import absent_annex, amends, own_citations, typed_citations
from prikaz.model.resolution.clause_names import holders, may_be_called, shown_number, word_for
from prikaz.model.resolution.content import (
    NBSP,
    Content,
    CrossReference,
    FootnoteContent,
    ends_in_stop,
    listed,
)
from prikaz.model.resolution.declension import body_in, person_in, printed_form
from prikaz.model.resolution.editions import edition_of
from prikaz.model.resolution.fields import field_in, value_doubts
from prikaz.model.resolution.numbering import (
    ClauseLists,
    NumberedAnnex,
    NumberedClause,
    number_annexes,
    number_lists,
)
from prikaz.model.resolution.reference_targets import OWN_KEYS, ReferenceTarget, reference_targets
from prikaz.model.resolution.results import WithFindings
from prikaz.model.text import (
    CONTRARY,
    HOLE,
    OPTIONS,
    BracedReference,
    FootnoteText,
    Token,
    UnmatchedMark,
    option_meant,
    parse_text,
)

BRACE_STRAY: Final = FindingKind(
    "brace-stray", "Скобка или обратный апостроф ничего не открывает и не закрывает", Severity.ERROR
)
REFERENCE_UNKNOWN: Final = FindingKind(
    "reference-unknown", "Ссылка называет ключ, которого нет", Severity.ERROR
)
REFERENCE_OPTION: Final = FindingKind(
    "reference-option", "Такого уточнения у ссылки нет, или два противоречат друг другу", Severity.ERROR
)
REFERENCE_FORM: Final = FindingKind(
    "reference-form", "Перед ключом ссылки нет слова в нужной форме", Severity.ERROR
)
REFERENCE_UNNUMBERED: Final = FindingKind(
    "reference-unnumbered", "Ссылка ведёт на пункт без номера", Severity.ERROR
)
FOOTNOTE_WRONG: Final = FindingKind(
    "footnote-wrong", "В сноске нет текста, или в ней стоит ещё одна", Severity.ERROR
)
CASE_AMBIGUOUS: Final = FindingKind(
    "case-ambiguous", "Вопрос «кого» бывает и в родительном, и в винительном падеже", Severity.ERROR
)
CASE_UNKNOWN: Final = FindingKind("case-unknown", "Такого падежа нет", Severity.ERROR)
FIELD_UNFILLED: Final = FindingKind(
    "field-unfilled", "Поле названо в тексте, а значения у него нет", Severity.ERROR
)
VALUE_DOUBTFUL: Final = FindingKind("value-doubtful", "Значение поля записано так, что его стоит проверить")
APPOSITION_OPEN: Final = FindingKind("apposition-open", "После должности в середине предложения нет запятой")

_CASES: Final = {case.value: case for case in Case} | {
    "кому": Case.DATIVE,
    "кем": Case.INSTRUMENTAL,
    "о ком": Case.PREPOSITIONAL,
}
_NOTABLE = re.compile(r"[{}`Рр](?:(?<![Рр])|[Ии][Лл])")
#: A small letter that begins a form, behind opening quotes; an address stays as it is.
_SMALL = re.compile(r"[«„\"(]*([а-яё])(?![\w.-]*[@/])")
_OPENING: Final = ' \u00a0\n«„“"(['
_STOPS: Final = '.!?»”")]'
_GOES_ON = re.compile(r"\s*[\w«]")


def is_plain(text: str) -> bool:
    """Whether a text refers to nothing: no braces, no backticks, no annex named by words.

    >>> is_plain("Создать комиссию."), is_plain("Утвердить план (прилагается).")
    (True, False)
    """
    return _NOTABLE.search(text) is None and not has_private(text)


class Resolution(NamedTuple):
    """A text, or a piece of it, with its references resolved.

    Attributes:
        content: What is to be printed.
        findings: What is wrong or doubtful, with the path of the text.
        cited: Paths of the annexes that the text names.
    """

    content: Content = ()
    findings: tuple[Finding, ...] = ()
    cited: frozenset[Path] = frozenset()

    @property
    def is_broken(self) -> bool:
        """Whether something of it cannot be printed."""
        return any(item.severity is Severity.ERROR for item in self.findings)

    def with_capital(self) -> Resolution:
        """This piece with a capital, if it begins with a small Russian letter and not with an address."""
        first, *others = self.content or ("",)
        if not isinstance(first, str) or not (found := _SMALL.match(first)):
            return self
        capital = f"{first[: found.start(1)]}{found[1].upper()}{first[found.end(1) :]}"
        return self._replace(content=(capital, *others))

    def then(self, other: Resolution) -> Resolution:
        """This piece with another one behind it."""
        return Resolution(
            self.content + other.content, self.findings + other.findings, self.cited | other.cited
        )


class References:
    """What the texts of one order refer to, by which they are resolved one by one.

    Attributes:
        order: The order.
        profile: Office profile.
        lists: The clauses of the order and of its annexes, numbered.
        findings: What is wrong with the keys themselves.
    """

    def __init__(self, order: Order, profile: OfficeProfile | None = None) -> None:
        self.order: Final = order
        self.profile: Final = profile or OfficeProfile()
        self.lists: Final[ClauseLists] = number_lists(order)
        self._annexes_of: Final = _by_holder(order)
        self._amending: set[Path] | None = None  # clauses that amend another act; asked of few texts
        known = reference_targets(order, self.profile, self.lists)
        self.findings: Final = known.findings
        self._targets: Final[Mapping[str, ReferenceTarget]] = known.value

    def resolve(self, text: str, path: Path, *, opens_sentence: bool = False) -> Resolution:
        """Resolve the references of a text.

        Args:
            text: The text.
            path: Where it stands in the order.
            opens_sentence: Whether a sentence begins with it, so that it begins with a capital even where it
                begins with a reference.
        """
        if is_plain(text):
            return Resolution((text,) if text else ())
        resolved, before = Resolution(), ""
        tokens = parse_text(text)
        for token, following in zip(tokens, (*tokens[1:], ""), strict=True):
            if isinstance(token, str):
                piece = self._typed_text(token, path, after=resolved.content)
            elif isinstance(token, BracedReference):
                apposition = self._open_apposition(token, following, path)
                piece = self._resolve(token, path, following).then(Resolution(findings=apposition))
                if _wants_capital(token, before, at_start=opens_sentence):
                    piece = piece.with_capital()
            elif isinstance(token, FootnoteText):
                piece = self._footnote(token, path)
            elif isinstance(token, UnmatchedMark):
                piece = _failed(BRACE_STRAY, path, token.message, token.hint)
            else:
                piece = Resolution((token,))
            resolved = resolved.then(piece)
            before += token if isinstance(token, str) else "" if isinstance(token, FootnoteText) else HOLE
        return resolved

    def _footnote(self, footnote: FootnoteText, path: Path) -> Resolution:
        """A footnote: a text of its own, which begins a sentence and holds no footnote."""
        if not footnote.text:
            return _failed(FOOTNOTE_WRONG, path, "в сноске нет текста", "напишите её так: {сноска: Текст.}")
        made = self.resolve(footnote.text, path, opens_sentence=True)
        said = tuple(piece for piece in made.content if not isinstance(piece, FootnoteContent))
        if len(said) < len(made.content):
            message, hint = "в сноске стоит сноска", "поставьте обе в текст, одну за другой"
            return _failed(FOOTNOTE_WRONG, path, message, hint)
        return made._replace(content=(FootnoteContent(said),))

    def _typed_text(self, text: str, path: Path, after: Content) -> Resolution:
        """A piece of plain text, in which annexes may be named by words."""
        citations = typed_citations(text, self._annexes_near(path))
        if (citations.annexes or citations.absent) and self._is_of_another_act(text, path):
            citations = typed_citations(own_citations(text), self._annexes_near(path))
        printed = without_private(text)
        if printed.startswith(".") and not printed.startswith("..") and ends_in_stop(after):
            printed = printed[1:]
        absent = tuple(absent_annex(words, path) for words in citations.absent)
        return Resolution((printed,), absent, citations.annexes)

    def _is_of_another_act(self, text: str, path: Path) -> bool:
        """Whether annexes that a text names are those of an act that is amended, or stand in a quotation."""
        if is_quoted(path) or amends(text):
            return True
        if self._amending is None:
            items = chain.from_iterable(self.lists.values())
            self._amending = {item.path for item in items if amends(item.clause.text)}
        return any(path[:length] in self._amending for length in range(2, len(path) + 1))

    def _annexes_near(self, path: Path) -> Mapping[int, Path]:
        """The annexes that a text names by number: those of the annex it stands in, else of the order."""
        return self._annexes_of.get(self._holder_near(path), {})

    def _holder_near(self, path: Path) -> Path:
        """The annex whose annexes a text names by number alone; () for those of the order."""
        holder: Path = ()
        for length in range(2, len(path) + 1, 2):
            if path[length - 2] == "приложения" and path[:length] in self._annexes_of:
                holder = path[:length]
        return holder

    def _open_apposition(
        self, reference: BracedReference, following: Token, path: Path
    ) -> tuple[Finding, ...]:
        """A position after a name is an apposition: where the sentence goes on, a comma closes it."""
        target = self._targets.get(reference.keys[0])
        stands_after = (
            isinstance(target, Person) and target.position and CONTRARY.isdisjoint(reference.options)
        )
        if not (stands_after and isinstance(following, str) and _GOES_ON.match(following)):
            return ()
        message = f"после {reference.source} напечатается должность, а запятой за ней нет"
        return (APPOSITION_OPEN.finding(message, f"поставьте запятую: {reference.source}, …", path),)

    def _resolve(self, reference: BracedReference, path: Path, following: Token) -> Resolution:
        found: list[ReferenceTarget] = []
        for key in reference.keys:
            target = self._targets.get(key)
            if target is None:
                return self._unknown(key, reference, path)
            found.append(target)
        if reference.options and (refused := _refused_options(reference)):
            return _failed(REFERENCE_OPTION, path, *refused)
        first = found[0]
        if isinstance(first, NumberedAnnex):
            return self._annexes(reference, found, path, following)
        if isinstance(first, NumberedClause):
            return _clauses(reference, found, path)
        if len(found) > 1:
            message = f"{reference.source}: несколько ключей бывает только у пунктов и приложений"
            return _failed(REFERENCE_FORM, path, message, "напишите по одной ссылке на каждый ключ")
        if isinstance(first, Act):
            return self._act(reference, first, path)
        return self._declined(reference, first, path)

    def _unknown(self, key: str, reference: BracedReference, path: Path) -> Resolution:
        import difflib  # noqa: PLC0415 (most references are to something)

        near = difflib.get_close_matches(key, self._targets, n=1)
        meant = option_meant(reference, key)
        if near:
            hint = did_you_mean(key, near[0])
        elif meant:
            hint = f"возможно, {meant}"
        else:
            hint = "такого ключа нет ни у людей, ни у актов, полей, пунктов и приложений"
        return _failed(REFERENCE_UNKNOWN, path, f"{reference.source}: ключ «{key}» не известен", hint)

    def _annexes(
        self, reference: BracedReference, found: Sequence[ReferenceTarget], path: Path, following: Token
    ) -> Resolution:
        """Annexes by their numbers; those that the numbers alone do not show with what they belong to."""
        annexes = [target for target in found if isinstance(target, NumberedAnnex)]
        stem = reference.form.casefold()
        if len(annexes) < len(found) or not ("приложени" in stem or "прилага" in stem):
            return _wrong_form(reference, "приложению", path)
        cited = frozenset(target.path for target in annexes)
        if "прилага" in stem:
            return Resolution((reference.form,), cited=cited)
        near = self._holder_near(path)
        named, doubts = annex_numbers(annexes, near, following, self.order, self.profile)
        findings = tuple(evolve(doubt, path=path) for doubt in doubts)
        return Resolution((f"{reference.form}{named}",), findings, cited)

    def _act(self, reference: BracedReference, act: Act, path: Path) -> Resolution:
        if reference.form.casefold() in _CASES:
            return _wrong_form(reference, act.kind, path)
        issuer, doubts = self._issuer(act, path)
        date = f"от{NBSP}{format_date(act.date, self.profile.date_style)}" if act.date else ""
        number = f"№{NBSP}{act.number}" if act.number else ""
        heading = f"«{act.heading}»" if act.heading else ""
        edition, asked = edition_of(act, self.profile, path)
        parts = (reference.form or act.kind, issuer, date, number, heading, edition)
        return Resolution((" ".join(part for part in parts if part),), doubts + asked)

    def _issuer(self, act: Act, path: Path) -> WithFindings[str]:
        if act.issuer is None:
            return WithFindings("")
        return printed_form(partial(body_in, act.issuer, Case.GENITIVE, self.profile.dictionary), path)

    def _declined(self, reference: BracedReference, target: Person | Field, path: Path) -> Resolution:
        form = reference.form.casefold()
        if form == "кого":
            message = f"{reference.source}: «кого» бывает и в родительном, и в винительном падеже"
            return _failed(CASE_AMBIGUOUS, path, message, "напишите «род» или «вин»")
        if form and form not in _CASES:
            message = f"{reference.source}: падеж «{reference.form}» не известен"
            return _failed(CASE_UNKNOWN, path, message, f"известны: {', '.join(_CASES)}")
        case = _CASES[form] if form else Case.NOMINATIVE
        if isinstance(target, Field):
            return self._field(reference, target, case, path)
        return _formed(partial(person_in, target, case, reference.options, self.profile), path)

    def _field(self, reference: BracedReference, field: Field, case: Case, path: Path) -> Resolution:
        """A value in a case; what is wrong with the value stands where the value does."""
        (key,) = reference.keys
        where: Path = path if key in OWN_KEYS else ("поля", key)
        if not field.value:
            hint = "впишите значение или заполните поля из таблицы: prikaz batch"
            return _failed(FIELD_UNFILLED, where, f"поле «{key}» не заполнено", hint)
        made = _formed(partial(field_in, field, case, reference.options, self.profile), where)
        if made.is_broken or key in OWN_KEYS or case in dict(field.forms):
            return made
        hint = "исправьте значение, если понято неверно"
        doubts = (VALUE_DOUBTFUL.finding(doubt, hint, where) for doubt in value_doubts(field, self.profile))
        return made.then(Resolution(findings=tuple(doubts)))


def _by_holder(order: Order) -> Mapping[Path, Mapping[int, Path]]:
    """The annexes by their numbers, by the path of what they belong to."""
    found: dict[Path, dict[int, Path]] = {}
    for numbered in number_annexes(order):
        number = numbered.number or numbered.path[-1]
        found.setdefault(numbered.path[:-2], {})[int(number)] = numbered.path
    return found


def _refused_options(reference: BracedReference) -> tuple[str, str] | None:
    """What is wrong with the options of a reference, and what to do."""
    for option in reference.options:
        if option not in OPTIONS:
            known = f"известны: {', '.join(OPTIONS)}"
            return f"{reference.source}: уточнение «{option}» не известно", known
    if CONTRARY.issubset(reference.options):
        contrary = " и ".join(f"«{option}»" for option in sorted(CONTRARY, reverse=True))
        return f"{reference.source}: уточнения {contrary} противоречат друг другу", "оставьте одно из них"
    return None


def _wants_capital(reference: BracedReference, before: str, *, at_start: bool) -> bool:
    """Whether words that the author has not typed begin with a capital: «{Дат …}», or a sentence begins."""
    if reference.form and reference.form.casefold() not in _CASES:
        return False
    if reference.form[:1].isupper():
        return True
    words = before.rstrip(_OPENING)
    if not words or words[-1] not in _STOPS:
        return at_start and not words
    from prikaz.language.phrases.sentences import begins_sentence  # noqa: PLC0415 (few references stand there)

    return begins_sentence(before, at_start=at_start)


def _failed(kind: FindingKind, path: Path, message: str, hint: str = "") -> Resolution:
    """What cannot be printed, and why."""
    return Resolution(findings=(kind.finding(message, hint, path),))


def _formed(decline: Callable[[], Form], path: Path) -> Resolution:
    form, findings = printed_form(decline, path)
    return Resolution((form,), findings)


def _wrong_form(reference: BracedReference, example: str, path: Path) -> Resolution:
    message = f"{reference.source}: перед ключом нужно слово в нужной форме"
    return _failed(REFERENCE_FORM, path, message, f"например, {{{example} {reference.keys[0]}}}")


def _clauses(reference: BracedReference, found: Sequence[ReferenceTarget], path: Path) -> Resolution:
    """Clauses by their numbers; behind letters and brackets the clause that holds them."""
    clauses = [target for target in found if isinstance(target, NumberedClause)]
    if len(clauses) < len(found):
        return _wrong_form(reference, "пунктом", path)
    for key, clause in zip(reference.keys, clauses, strict=True):
        if not clause.number:
            return _failed(REFERENCE_UNNUMBERED, path, f"{reference.source}: у пункта «{key}» нет номера")
        if not may_be_called(clause, reference.form):
            return _wrong_form(reference, word_for(clause).instrumental, path)
    held = groupby(clauses, lambda item: tuple(holders(item)))
    groups = [_with_holders([*items], above) for above, items in held]
    return Resolution((reference.form + NBSP, *listed(tuple(groups))))


def _with_holders(clauses: Sequence[NumberedClause], above: Sequence[NumberedClause]) -> Content:
    """Numbers of clauses that stand together: «а» и «б» пункта 2."""
    named = [(f" {word_for(holder).genitive}{NBSP}", _number_of(holder)) for holder in above]
    return (*listed(tuple((_number_of(item),) for item in clauses)), *chain.from_iterable(named))


def _number_of(item: NumberedClause) -> CrossReference | str:
    """The number of a clause: Word can keep it up to date where it would print no bracket and no word."""
    if item.marker in {Marker.NUMBER, Marker.ROMAN}:
        return CrossReference(target=item.path, shown=item.number)
    return shown_number(item)


def broken_references(order: Order) -> tuple[Finding, ...]:
    """What of the texts of an order cannot be printed, with its place: references and signs."""
    references = References(order)
    resolved = (references.resolve(text, path).findings for path, text in prose(order))
    found = chain(references.findings, *resolved, find_private(order))
    return tuple(item for item in found if item.severity is Severity.ERROR)
