"""Blanks (пустые места) that would go to paper in silence: texts, names, annexes with nothing in them.

What an author leaves blank on purpose he says: «пусто» of a row, a column, a cell, an annex or a person,
«форма» of a table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from prikaz.checks.blank_cells import (
    TEXT_BLANK,
    blanks_of_indicators,
    blanks_of_roadmap,
    blanks_of_table,
    has_words,
    told_rows,
)
from prikaz.checks.context import CheckContext
from prikaz.findings import Finding, FindingKind, Path
from prikaz.model.annexes import Annex
from prikaz.model.blocks import Block, Heading, Marker, Membership, Paragraph
from prikaz.model.contents import annexes, block_path, is_quoted, stamps
from prikaz.model.indicators import IndicatorTable
from prikaz.model.orders import Order
from prikaz.model.people import Issuer, Person
from prikaz.model.resolution.clause_names import name_of
from prikaz.model.resolution.numbering import NumberedClause
from prikaz.model.tables import Roadmap, Table
from prikaz.model.terms import terms

ANNEX_EMPTY: Final = FindingKind("annex-empty", "В приложении или под подзаголовком ничего нет")
NAME_BLANK: Final = FindingKind("name-blank", "Вместо фамилии пусто")

_REMOVE: Final = "впишите текст или уберите лишнее"


def blanks(context: CheckContext) -> Iterator[Finding]:
    """The blanks of an order."""
    order, texts = context.order, context.texts
    is_careful = "" in texts or any(map(str.isspace, texts))
    for path, clauses in context.lists.items():
        if is_careful or not all(item.clause.text for item in clauses):
            yield from _of_clauses(clauses, path)
    yield from _of_names(order)
    if is_careful:
        yield from _of_spaces(order, ())
        yield from _of_spaces(order.issuer, ("орган",))
        yield from _of_lines(order.issuer.lines, ("орган", "бланк"))
        yield from _of_lines(order.distribution, ("рассылка",))
        yield from _of_lines(order.grounds, ("основание",))
        yield from _of_lines(order.notes, ("отметки",))
    bare = tuple(path for path, annex in annexes(order) if not any(map(_is_content, annex.blocks)))
    for path, annex in annexes(order):
        yield from _of_annex(annex, path, is_bare=path in bare, is_careful=is_careful)
    for path, block in context.blocks:
        if not is_quoted(path) and not any(path[: len(annex)] == annex for annex in bare):
            yield from _of_block(block, path, is_careful=is_careful)
    yield from _of_last_headings(order, bare)


def _of_clauses(clauses: Sequence[NumberedClause], path: Path) -> Iterator[Finding]:
    """Clauses of one list without a text, told together."""
    blank = [item for item in clauses if not item.clause.text.strip()]
    if blank:
        numbers = [item.number or ".".join(map(str, item.path[len(path) :: 2])) for item in blank]
        if all(item.marker is Marker.NUMBER or not item.number for item in blank):
            named = f"в пункте {numbers[0]}" if len(blank) == 1 else f"в пунктах {', '.join(numbers)}"
            message = f"{named} нет текста"
        else:
            names = (
                name_of(item) if item.number else f"пункт {number}"
                for item, number in zip(blank, numbers, strict=True)
            )
            message = f"нет текста: {', '.join(names)}"
        yield TEXT_BLANK.finding(message, _REMOVE, (*blank[0].path, "текст"))


def _of_names(order: Order) -> Iterator[Finding]:
    """People without a surname."""
    yield from _nameless([item.person for item in order.signatures], ("подписи",))
    yield from _nameless([item.person for item in order.introduced_by], ("проект вносит",))
    if order.copy_mark and _is_nameless(order.copy_mark.person):
        yield _name_blank("вместо фамилии пусто", ("верно", "фамилия"))
    yield from _nameless([item.person for item in order.endorsements], ("согласование",))
    yield from _nameless([item.person for item in order.acknowledgements], ("ознакомление",))
    for key, person in order.people:
        if _is_nameless(person):
            yield _name_blank("вместо фамилии пусто", ("люди", key, "фамилия"))
    for path, stamp in stamps(order):
        if stamp.person and _is_nameless(stamp.person):
            yield _name_blank("вместо фамилии пусто", (*path, "фамилия"))
    if order.prepared_by and _is_nameless(order.prepared_by.person):
        yield _name_blank("вместо фамилии пусто", ("исполнитель", "фамилия"))


def _nameless(people: Sequence[Person], path: Path) -> Iterator[Finding]:
    """People of one list without a surname, told together."""
    places = [place for place, person in enumerate(people, 1) if _is_nameless(person)]
    if places:
        message = f"вместо фамилии пусто {told_rows([*map(str, places)], len(people))}"
        yield _name_blank(message, (*path, places[0], "фамилия"))


def _is_nameless(person: Person) -> bool:
    return not person.last.strip() and not person.blank


def _name_blank(message: str, path: Path) -> Finding:
    return NAME_BLANK.finding(message, "впишите фамилию или, если её впишут потом, укажите «пусто: да»", path)


def _of_lines(lines: Sequence[str], path: Path) -> Iterator[Finding]:
    places = [place for place, line in enumerate(lines, 1) if not line.strip()]
    if places:
        message = f"пусто {told_rows([*map(str, places)], len(lines))}"
        yield TEXT_BLANK.finding(message, _REMOVE, (*path, places[0]))


def _of_spaces(owner: Order | Issuer | Annex, path: Path) -> Iterator[Finding]:
    """Texts that are given and hold spaces only; one that is not given is no mistake here."""
    cls: type = type(owner)
    for name, term in terms(cls).items():
        value = getattr(owner, name)
        if isinstance(value, str) and value.isspace():
            yield TEXT_BLANK.finding("вместо текста одни пробелы", _REMOVE, (*path, term.name))


def _of_annex(annex: Annex, path: Path, *, is_bare: bool, is_careful: bool) -> Iterator[Finding]:
    if is_careful:
        yield from _of_spaces(annex, path)
    if is_bare and not (annex.blank or annex.annexes):
        hint = "впишите его содержание или, если его прикладывают отдельно, укажите «пусто: да»"
        named = annex.title.strip() or annex.blocks
        message = "в приложении только заголовок" if named else "в приложении ничего нет"
        yield ANNEX_EMPTY.finding(message, hint, path)


def _of_last_headings(order: Order, bare: Collection[Path]) -> Iterator[Finding]:
    """Headings that end an annex."""
    for path, annex in annexes(order):
        if path not in bare and isinstance(annex.blocks[-1], Heading):
            where = block_path(path, annex.blocks, len(annex.blocks) - 1)
            yield ANNEX_EMPTY.finding("под последним подзаголовком ничего нет", _REMOVE, where)


def _is_content(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(block.text.strip())
    return not isinstance(block, Heading)


def _of_block(block: Block, path: Path, *, is_careful: bool) -> Iterator[Finding]:
    filled = has_words if is_careful else bool
    match block:
        case Roadmap():
            yield from blanks_of_roadmap(block, path, filled)
        case IndicatorTable():
            yield from blanks_of_indicators(block, path, filled)
        case Table():
            yield from blanks_of_table(block, path, filled)
        case Paragraph() | Heading() if not block.text.strip():
            what = "абзаце" if isinstance(block, Paragraph) else "подзаголовке"
            yield TEXT_BLANK.finding(f"в {what} нет текста", _REMOVE, (*path, "текст"))
        case Membership():
            yield from _nameless([member.person for member in block.members], (*path, "члены"))
