"""Typing mistakes (описки) that would go to paper in silence: things typed that the program prints itself.

Only what cannot be meant otherwise; judging an order is the business of checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from prikaz.checks.context import CheckContext
from prikaz.errors import LanguageError, NotNominativeError
from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.language.words.cases import Case
from prikaz.model.blocks import Block, Marker
from prikaz.model.column_heads import YEARS
from prikaz.model.contents import is_quoted, stamps
from prikaz.model.indicators import IndicatorTable
from prikaz.model.orders import Order
from prikaz.model.people import Position
from prikaz.model.resolution.numbering import NumberedClause
from prikaz.model.resolution.person_names import name_findings, persons
from prikaz.model.tables import Roadmap

OPERATIVE_REPEATED: Final = FindingKind(
    "operative-repeated", "Распорядительное слово набрано в преамбуле", Severity.ERROR
)
NUMBER_TYPED: Final = FindingKind("number-typed", "Номер пункта набран в тексте и встанет дважды")
HEADING_LEVEL: Final = FindingKind("heading-level", "Раздел положения стоит внутри пункта", Severity.ERROR)
CLAUSE_UNNUMBERED: Final = FindingKind(
    "clause-unnumbered", "Подпункты с номерами стоят под пунктом без номера", Severity.ERROR
)
SMALL_LETTER: Final = FindingKind(
    "small-letter", "Преамбула или должность в начале строки стоит со строчной буквы"
)
POSITION_OBLIQUE: Final = FindingKind(
    "position-oblique", "Должность, которая печатается как есть, стоит не в именительном падеже"
)
YEARS_ABSENT: Final = FindingKind(
    "years-absent", "Графы по годам не напечатаются, потому что не назван ни один год"
)
KEY_AS_WORD: Final = FindingKind("key-as-word", "Ключ лица напечатается как слово")
HEADING_FULL_STOP: Final = FindingKind("heading-full-stop", "В конце заголовка стоит точка")

_TYPED_NUMBER: Final = re.compile(
    r"(?:(?P<number>\d+(?:\.\d+)*\.|\d+(?:\.\d+)+\))|(?P<bracket>\d+\))|(?P<letter>[а-яё]\))"
    r"|(?P<roman>[IVX]+\.)|(?P<chapter>Глава\s+\d+\.)|(?P<article>Статья\s+\d+\.))\s"
)
_MEANT: Final = {
    marker.name.lower(): marker for marker in Marker if marker not in {Marker.DASH, Marker.ABSENT}
}
#: Clauses under which no 1.1. can stand.
_WITHOUT_NUMBERS: Final = frozenset({Marker.DASH, Marker.BRACKET, Marker.LETTER})
_OPERATIVE: Final = re.compile(
    r"(?:приказываю|приказывает|постановляю|постановляет|решила?|решило|решили):?", re.IGNORECASE
)
_ACTING: Final = re.compile(r"(?:и\.\s?о\.|врио\b|исполняющ[а-я]+ обязанности)", re.IGNORECASE)
#: How words end that may be in another case: «директору», «заведующим».
_may_be_oblique = re.compile(r"[\w.-]*(?:[ую]|[ое]м|[ыи]м|[ое]го)\b", re.IGNORECASE).match


def typing_mistakes(context: CheckContext) -> Iterator[Finding]:
    """The typing mistakes of an order."""
    order = context.order
    clauses = [*chain.from_iterable(context.lists.values())]
    yield from _of_preamble(order)
    yield from chain.from_iterable(map(_of_clause, clauses))
    yield from _of_people(order)
    yield from _of_small_letters(order)
    yield from _of_responsible(order, clauses)
    yield from _of_years(context.blocks)
    if order.heading.endswith(".") and not order.heading.endswith(("г.", "др.", "..")):
        hint = "уберите её: после заголовка точку не ставят"
        yield HEADING_FULL_STOP.finding("в конце заголовка точка", hint, ("заголовок",))


def _of_preamble(order: Order) -> Iterator[Finding]:
    """An operative word at the end of the preamble would stand twice."""
    last = order.preamble.rstrip().rsplit(None, 1)[-1:]
    spaced = re.sub(r"(?<=\b\w) (?=\w\b|:)", "", order.preamble.rstrip()).rsplit(None, 1)[-1:]
    if any(_OPERATIVE.fullmatch(word) for word in (*last, *spaced)):
        message = f"распорядительное слово «{spaced[0].rstrip(':')}» набрано в преамбуле и встало бы дважды"
        hint = "уберите его: программа ставит его сама"
        yield OPERATIVE_REPEATED.finding(message, hint, ("преамбула",))


def _of_clause(numbered: NumberedClause) -> Iterator[Finding]:
    clause, path = numbered.clause, (*numbered.path, "текст")
    typed = _TYPED_NUMBER.match(clause.text)
    if typed and numbered.number:
        message = f"номер «{typed[0].strip()}» набран в тексте и встанет дважды"
        yield NUMBER_TYPED.finding(message, _without_number(typed, numbered.marker), path)
    if numbered.is_section and _is_inside(numbered):
        hint = "сделайте его пунктом первого уровня или уберите «это раздел»"
        yield HEADING_LEVEL.finding("раздел положения стоит внутри пункта", hint, path)
    if numbered.marker in _WITHOUT_NUMBERS and any(
        (sub.marker or clause.clause_marker) is Marker.NUMBER for sub in clause.clauses
    ):
        hint = "дайте пункту номер или поставьте подпунктам «нумерация: тире»"
        message = "подпункты с номерами стоят под пунктом без номера"
        yield CLAUSE_UNNUMBERED.finding(message, hint, path)


def _is_inside(section: NumberedClause) -> bool:
    """Whether a heading stands in a clause, and not in another section."""
    nested = section.marker is Marker.NUMBER and "." in section.number
    return nested or not (section.parent is None or section.parent.is_section)


def _without_number(typed: re.Match[str], marker: Marker) -> str:
    """What to do about a typed number: of another kind than that of its clause it is perhaps meant."""
    meant = _MEANT.get(typed.lastgroup or "", marker)
    if meant is marker:
        return "уберите его: пункты нумерует программа"
    return f"уберите его; если нужен такой номер, укажите «нумерация: {meant.value}»"


def _of_people(order: Order) -> Iterator[Finding]:
    for path, person in persons(order):
        yield from name_findings(person, path)
        yield from _of_case(person.position, (*path, "должность"))
    for place, signature in enumerate(order.signatures, 1):
        if signature.acting is None:
            yield from _of_case(signature.position, ("подписи", place, "должность"))
    for path, stamp in stamps(order):
        yield from _of_case(stamp.position, (*path, "должность"))


def _of_case(position: Position | None, path: Path) -> Iterator[Finding]:
    """A position that nobody declines is printed in whatever case it stands."""
    if position is None or position.forms or not _may_be_oblique(position.title):
        return
    from prikaz.language.phrases.declension import decline_title  # noqa: PLC0415 (few positions look like that)

    try:
        decline_title(position.title, Case.GENITIVE)
    except NotNominativeError as error:
        yield POSITION_OBLIQUE.finding(error.message, "напишите именительный падеж: кто?", path)
    except LanguageError:
        return


def _of_small_letters(order: Order) -> Iterator[Finding]:
    """What begins a line of the document begins with a capital."""
    if order.preamble[:1].islower():
        hint = "начните её с прописной"
        yield SMALL_LETTER.finding("преамбула начинается со строчной буквы", hint, ("преамбула",))
    for place, signature in enumerate(order.signatures, 1):
        if signature.acting is None:
            yield from _of_position(signature.position, ("подписи", place, "должность"))
    if order.copy_mark:
        yield from _of_position(order.copy_mark.position, ("верно", "должность"))
    for path, stamp in stamps(order):
        yield from _of_position(stamp.position, (*path, "должность"))
    for place, endorsement in enumerate(order.endorsements, 1):
        yield from _of_position(endorsement.person.position, ("согласование", place, "должность"))


def _of_position(position: Position | None, path: Path) -> Iterator[Finding]:
    """A position stands at the beginning of a line where somebody signs."""
    text = str(position or "")
    if text[:1].islower():
        hint = f"напишите «{text[0].upper()}{text[1:]}»"
        if path[0] == "подписи" and (acting := _ACTING.match(text)):
            hint = f"уберите «{acting[0]}» и укажите «исполняет обязанности: и.о.» или «врио»"
        message = f"должность «{text}» в начале строки стоит со строчной буквы"
        yield SMALL_LETTER.finding(message, hint, path)


def _of_years(blocks: Sequence[tuple[Path, Block]]) -> Iterator[Finding]:
    """A column a year of which there is none, because nobody has named a year."""
    for path, block in blocks:
        if isinstance(block, Roadmap | IndicatorTable) and not (_has_years(block) or is_quoted(path)):
            yield from _yearless(block, path)


def _has_years(table: Roadmap | IndicatorTable) -> bool:
    if isinstance(table, IndicatorTable):
        return bool(table.years) or any(indicator.targets for indicator in table.indicators)
    rows = chain(table.activities, *(section.activities for section in table.sections))
    return bool(table.years) or any(row.by_year for row in rows)


def _yearless(table: Roadmap | IndicatorTable, path: Path) -> Iterator[Finding]:
    for number, column in enumerate(table.columns, 1):
        if column.key == YEARS:
            message = "графа «годы» не напечатается: в таблице не назван ни один год"
            hint = "назовите «годы» таблицы или уберите графу"
            yield YEARS_ABSENT.finding(message, hint, (*path, "графы", number))
    if isinstance(table, IndicatorTable) and not table.columns:
        message = "в таблице показателей не будет граф со значениями: не назван ни один год"
        yield YEARS_ABSENT.finding(message, "назовите «годы» таблицы или дайте значения по годам", path)


def _of_responsible(order: Order, clauses: Sequence[NumberedClause]) -> Iterator[Finding]:
    """A key of a person where a reference to the person is meant."""
    keys = {key for key, _ in order.people}
    if not keys:
        return
    for numbered in clauses:
        yield from _keys_as_words(numbered.clause.responsible, keys, (*numbered.path, "ответственные"))


def _keys_as_words(texts: Sequence[str], keys: set[str], path: Path) -> Iterator[Finding]:
    for place, text in enumerate(texts, 1):
        if text in keys:
            message = f"«{text}» – ключ лица, а напечатается как слово"
            yield KEY_AS_WORD.finding(message, f"возможно, {{{text}}}", (*path, place))
