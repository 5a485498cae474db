"""An order as a tree of printed texts, so that two orders can be compared by what a person reads in them.

Keys, people and acts as such, widths, alignment and what only the author knows (blank on purpose) are left
out. Clauses are a flat list with their levels, so that a lost one does not move the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve

from prikaz.findings import Path
from prikaz.model import (
    Annex,
    ApprovalStamp,
    Block,
    Clause,
    ClauseList,
    Heading,
    Illustration,
    IndicatorTable,
    Issuer,
    MarkPattern,
    Member,
    Membership,
    NewWording,
    Order,
    Paragraph,
    Roadmap,
    Table,
)
from prikaz.model.contents import block_path
from prikaz.model.resolution.marks import mark_lines
from prikaz.model.resolution.numbering import NumberedClause, number_annexes, number_list
from prikaz.model.resolution.operative import operative_of
from prikaz.model.resolution.references import References
from prikaz.writer.view import order_view
from tests.reader import table_fields
from tests.reader.field_texts import (
    PROFILE,
    Texts,
    Tree,
    act,
    dated,
    deadlines,
    person,
    signature,
    tidy,
    yes,
)

_OPENING_QUOTE: Final = re.compile(r"^[«\"„“]")
_PHONE: Final = re.compile(r"^тел(?:ефон|\.)?:?\s*")
_CLOSING_QUOTE: Final = re.compile(r"[»\"”][;.]?$")


def fields_of(order: Order) -> Tree:
    """The tree of an order."""
    return _Fields(order).all()


class _Fields:
    """Reads one order."""

    def __init__(self, order: Order) -> None:
        self._order: Final = order
        self._texts: Final = Texts(order)
        self._annexes: Final = {item.path: item for item in number_annexes(order)}
        view = order_view(References(order, PROFILE)).values
        sheets = [view, *view["приложения"]]
        self._lying: Final = {
            path: "альбомная" if sheet["альбомная"] else ""
            for path, sheet in zip(((), *self._annexes), sheets, strict=True)
        }

    def all(self) -> Tree:
        return {**self._head(), **self._body(), **self._closing()}

    def _head(self) -> Mapping[str, Tree]:
        order = self._order
        return {
            "вид": order.kind.value,
            "состояние": order.state.value if order.state else "",
            "год": "" if order.date else str(order.year or ""),
            "орган": _issuer(order.issuer),
            "дата": dated(order),
            "номер": tidy(order.number),
            "место": tidy(order.place),
            "совместно": [
                {"орган": _issuer(item.issuer), "дата": dated(item), "номер": tidy(item.number)}
                for item in order.co_issuers
            ],
            "утверждение": self._stamps(order.approval_stamps, ()),
        }

    def _body(self) -> Mapping[str, Tree]:
        order, text = self._order, self._texts.text
        return {
            "заголовок": text(order.heading, ("заголовок",)),
            "преамбула": text(order.preamble, ("преамбула",)),
            "распорядительное слово": self._operative(),
            "пункты": self._clauses(order, ("пункты",)),
            "блоки": self._blocks(order.blocks, ()),
            "ориентация": self._lying[()],
            "приложения": self._annex_list(order.annexes, ()),
        }

    def _closing(self) -> Mapping[str, Tree]:
        order = self._order
        prepared, copy = order.prepared_by, order.copy_mark
        return {
            "основание": self._texts.texts(order.grounds, ("основание",)),
            "подписи": [signature(item) for item in order.signatures],
            "исполнитель": person(prepared.person)
            | {"телефон": _PHONE.sub("", tidy(prepared.phone)), "почта": prepared.email}
            if prepared
            else {},
            "согласование": [person(item.person) | {"дата": dated(item)} for item in order.endorsements],
            "ознакомление": [person(item.person) | {"дата": dated(item)} for item in order.acknowledgements],
            "верно": {
                "должность": tidy(str(copy.position or "")),
                "лицо": str(copy.person),
                "дата": dated(copy),
                "подлинник": tidy(copy.original),
                "печать": yes(copy.seal),
            }
            if copy
            else {},
            "проект вносит": [signature(item) for item in order.introduced_by],
            "рассылка": [tidy(text) for text in order.distribution],
            "отметки": self._texts.texts(order.notes, ("отметки",)),
        }

    def _operative(self) -> Tree:
        operative = operative_of(self._order, PROFILE).value
        if not operative.word:
            return {}
        return {
            "слово": operative.word,
            "орган": tidy(operative.subject),
            "место": operative.placement.value,
            "вразрядку": yes(operative.letter_spaced),
        }

    def _stamps(self, stamps: Iterable[ApprovalStamp], path: Path) -> Tree:
        return [
            {
                "слово": stamp.word.strip('«»" ').upper(),
                "строки": self._texts.texts(stamp.lines, path),
                "акт": act(stamp.act),
                "дата": dated(stamp),
                "должность": tidy(str(stamp.position or "")),
                "лицо": str(stamp.person or ""),
            }
            for stamp in stamps
        ]

    def _clauses(self, holder: Order | ClauseList, path: Path) -> Tree:
        return [self._clause(item, _unfolded(item.clause)) for item in number_list(holder, path)]

    def _clause(self, item: NumberedClause, clause: Clause) -> Tree:
        return {
            "уровень": str(item.level),
            "нумерация": item.marker.value,
            "раздел": yes(item.is_section),
            "текст": self._texts.text(clause.text, (*item.path, "текст")),
            "сроки": deadlines(clause.deadlines),
            "ответственные": self._texts.in_one_cell(clause.responsible, item.path),
            "блоки": self._blocks(clause.blocks, item.path),
        }

    def _blocks(self, blocks: tuple[Block, ...], holder: Path) -> list[Mapping[str, Tree]]:
        paths = [block_path(holder, blocks, index) for index in range(len(blocks))]
        return [
            {"блок": str(path[-1]), **self._block(block, path)}
            for block, path in zip(blocks, paths, strict=True)
        ]

    def _block(self, block: Block, path: Path) -> Mapping[str, Tree]:
        match block:
            case Paragraph() | Heading():
                return {"текст": self._texts.text(block.text, path)}
            case ClauseList():
                return {"пункты": self._clauses(block, (*path, "пункты"))}
            case Membership():
                return {"члены": [self._member(member, path) for member in block.members]}
            case NewWording():
                return {"блоки": _without_quotes(self._blocks(block.blocks, path))}
            case Illustration():
                return {"подпись": self._texts.text(block.caption, path)}
            case Roadmap():
                return table_fields.roadmap(block, path, self._texts)
            case IndicatorTable():
                return table_fields.indicators(block, path, self._texts)
            case Table():
                return table_fields.table(block, path, self._texts)

    def _member(self, member: Member, path: Path) -> Tree:
        return {"роль": self._texts.text(member.role, path), **person(member.person)}

    def _annex_list(self, annexes: Sequence[Annex], holder: Path) -> Tree:
        paths = [(*holder, "приложения", place) for place in range(1, len(annexes) + 1)]
        return [self._annex(annex, path) for annex, path in zip(annexes, paths, strict=True)]

    def _annex(self, annex: Annex, path: Path) -> Tree:
        numbered = self._annexes[path]
        pattern = annex.mark or PROFILE.mark
        is_numbered = pattern in {MarkPattern.ANNEX, MarkPattern.BOTH}
        lines = mark_lines(numbered, self._order, PROFILE).value
        return {
            "гриф": pattern.value,
            "номер": str(numbered.number or annex.number or "") if is_numbered else "",
            "утверждено": "".join(line.replace("Ё", "Е") for line in lines if line.startswith("УТВЕРЖД")),
            "к акту": act(annex.act),
            "утверждение": self._stamps(annex.approval_stamps, path),
            "заголовок": self._texts.text(annex.title, (*path, "заголовок")),
            "ориентация": self._lying[path],
            "блоки": self._blocks(annex.blocks, path),
            "приложения": self._annex_list(annex.annexes, path),
        }


def _issuer(issuer: Issuer) -> Tree:
    return {
        "бланк": [tidy(line) for line in issuer.lines],
        "реквизиты": [tidy(line) for line in issuer.contacts],
        "герб": yes(issuer.emblem),
    }


def _unfolded(clause: Clause) -> Clause:
    """Paragraphs right under a clause are lines of its text: paper does not tell them apart."""
    count = 0
    while count < len(clause.blocks) and isinstance(clause.blocks[count], Paragraph):
        count += 1
    lines = [block.text for block in clause.blocks[:count] if isinstance(block, Paragraph)]
    return evolve(clause, text="\n".join([clause.text, *lines]), blocks=clause.blocks[count:])


def _without_quotes(blocks: list[Mapping[str, Tree]]) -> Tree:
    """New wording without the quotation marks round it, be they typed or set by the program."""
    made = [*blocks]
    for edge, mark in ((0, _OPENING_QUOTE), (-1, _CLOSING_QUOTE)):
        if "текст" in made[edge]:
            made[edge] = {**made[edge], "текст": mark.sub("", str(made[edge]["текст"]))}
    return [block for block in made if block.get("текст") != ""]
