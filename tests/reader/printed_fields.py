"""An order as a tree of printed texts, so that two orders can be compared by what a person reads in them.

References are resolved and typography is applied; keys, people and acts as such, widths, alignment and what only
the author knows (blank on purpose) are left out. Clauses are a flat list with their levels, rows of a roadmap
one with its sections, so that a lost one does not move the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from prikaz.findings import Path
from prikaz.language.deadlines.kinds import Deadline
from prikaz.language.time.dates import format_date
from prikaz.language.typography import typeset
from prikaz.model import (
    Activity,
    Annex,
    ApprovalStamp,
    Block,
    Clause,
    ClauseList,
    Column,
    Endorsement,
    Heading,
    Illustration,
    Indicator,
    IndicatorTable,
    Issuer,
    MarkPattern,
    Member,
    Membership,
    NewWording,
    OfficeProfile,
    Order,
    Orientation,
    Paragraph,
    Person,
    Roadmap,
    RowNumbers,
    Signature,
    Table,
)
from prikaz.model.contents import block_path
from prikaz.model.resolution.content import FootnoteContent, plain_text
from prikaz.model.resolution.marks import mark_lines
from prikaz.model.resolution.numbering import NumberedClause, number_annexes, number_clauses
from prikaz.model.resolution.operative import operative_of
from prikaz.model.resolution.references import References

#: A text, a thing with named parts, or a list; "" is nothing.
Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"

_PROFILE: Final = OfficeProfile()
#: Between the deadlines of one cell; bodies and results of one are told apart by any mark.
_NEXT: Final = " | "
_ANY_MARK: Final = re.compile(r"\s*[,;\n]\s*|\s+\|\s+")
_OUTER_QUOTES: Final = re.compile(r"^[«\"„“]|[»\"”][;.]?$")
_SPACES: Final = re.compile(r"[ \u00a0\u2007\u202f\t]+")
_HYPHENS: Final = str.maketrans({"\u2011": "-", "\u00ad": None})
#: Heads that columns have when the author says nothing.
_HEADS: Final = {
    "номер": "№ п/п",
    "мероприятие": "Мероприятие",
    "срок": "Срок",
    "годы": "",
    "ответственный": "Ответственный",
    "результат": "Результат",
    "документ": "Вид документа",
    "примечание": "Примечание",
    "показатель": "Наименование показателя",
    "единица": "Единица измерения",
    "формула": "Порядок расчёта",
    "база": "Базовое значение",
}


def fields_of(order: Order) -> Tree:
    """The tree of an order."""
    return _Fields(order).order()


class _Fields:
    """Reads one order, whose references it can resolve."""

    def __init__(self, order: Order) -> None:
        self._order: Final = order
        self._references: Final = References(order, _PROFILE)
        self._annexes: Final = {item.path: item for item in number_annexes(order)}

    def order(self) -> Tree:
        order = self._order
        return {
            "вид": order.kind.value,
            "состояние": order.state.value if order.state else "",
            "год": str(order.year or "") if order.date is None else "",
            "орган": self._issuer(order.issuer),
            "дата": format_date(order.date) if order.date else "",
            "номер": order.number,
            "место": _set(order.place),
            "совместно": [
                {
                    "орган": self._issuer(item.issuer),
                    "дата": format_date(item.date) if item.date else "",
                    "номер": item.number,
                }
                for item in order.co_issuers
            ],
            "утверждение": self._stamps(order.approval_stamps, ()),
            "заголовок": self._text(order.heading, ("заголовок",)),
            "преамбула": self._text(order.preamble, ("преамбула",)),
            "распорядительное слово": self._operative(),
            "пункты": self._clauses(order, ("пункты",)),
            "блоки": self._blocks(order.blocks, ()),
            "ориентация": _orientation(order.orientation),
            "основание": [self._text(text, ("основание",)) for text in order.grounds],
            "подписи": [_signature(item) for item in order.signatures],
            "исполнитель": _prepared_by(order),
            "согласование": [_dated(item) for item in order.endorsements],
            "ознакомление": [
                _person(item.person) | {"дата": format_date(item.date) if item.date else ""}
                for item in order.acknowledgements
            ],
            "верно": _copy_mark(order),
            "проект вносит": [_signature(item) for item in order.introduced_by],
            "рассылка": [_set(text) for text in order.distribution],
            "приложения": self._annex_list(order.annexes, ()),
            "отметки": [self._text(text, ("отметки",)) for text in order.notes],
        }

    def _text(self, text: str, path: Path) -> str:
        """A text as it is printed, with its footnotes in brackets behind it."""
        resolved = self._references.resolve(text, path, opens_sentence=text.startswith("{"))
        notes = [
            plain_text(piece.content) for piece in resolved.content if isinstance(piece, FootnoteContent)
        ]
        return " ".join([_set(plain_text(resolved.content)), *(f"[{_set(note)}]" for note in notes)]).strip()

    def _texts(self, texts: Iterable[str], path: Path) -> str:
        """Several in one cell, whatever stands between them."""
        return ", ".join(part for text in texts for part in _ANY_MARK.split(self._text(text, path)) if part)

    def _issuer(self, issuer: Issuer) -> Tree:
        return {
            "бланк": [_set(line) for line in issuer.lines],
            "реквизиты": [_set(line) for line in issuer.contacts],
            "герб": "да" if issuer.emblem else "",
        }

    def _operative(self) -> Tree:
        operative = operative_of(self._order, _PROFILE).value
        if not operative.word:
            return {}
        return {
            "слово": operative.word,
            "орган": _set(operative.subject),
            "место": operative.placement.value,
            "вразрядку": "да" if operative.letter_spaced else "",
        }

    def _stamps(self, stamps: Iterable[ApprovalStamp], path: Path) -> Tree:
        return [
            {
                "слово": stamp.word.strip("«»\" ").upper(),
                "строки": [self._text(line, path) for line in stamp.lines],
                "акт": _act(stamp.act),
                "дата": format_date(stamp.date) if stamp.date else "",
                "должность": _set(str(stamp.position or "")),
                "лицо": str(stamp.person or ""),
            }
            for stamp in stamps
        ]

    def _clauses(self, holder: Order | ClauseList, path: Path) -> Tree:
        return [
            self._clause(item, _unfolded(item.clause))
            for item in number_clauses(holder.clauses, path, holder.clause_marker)
        ]

    def _clause(self, item: NumberedClause, clause: Clause) -> Tree:
        return {
            "уровень": str(item.level),
            "нумерация": item.marker.value,
            "раздел": "да" if item.is_section else "",
            "текст": self._text(clause.text, (*item.path, "текст")),
            "сроки": _deadlines(clause.deadlines),
            "ответственные": self._texts(clause.responsible, item.path),
            "блоки": self._blocks(clause.blocks, item.path),
        }

    def _blocks(self, blocks: tuple[Block, ...], holder: Path) -> list[Tree]:
        paths = [block_path(holder, blocks, index) for index in range(len(blocks))]
        return [self._block(block, path) for block, path in zip(blocks, paths, strict=True)]

    def _block(self, block: Block, path: Path) -> Tree:
        name = str(path[-1])
        match block:
            case Paragraph() | Heading():
                parts: Mapping[str, Tree] = {"текст": self._text(block.text, path)}
            case ClauseList():
                parts = {"пункты": self._clauses(block, (*path, "пункты"))}
            case Membership():
                parts = {"члены": [self._member(member, path) for member in block.members]}
            case NewWording():
                parts = {"блоки": self._new_wording(block, path)}
            case Illustration():
                parts = {"подпись": self._text(block.caption, path)}
            case Roadmap():
                parts = self._roadmap(block, path)
            case IndicatorTable():
                parts = self._indicators(block, path)
            case Table():
                parts = self._table(block, path)
        return {"блок": name, **parts}

    def _member(self, member: Member, path: Path) -> Tree:
        return {"роль": self._text(member.role, path), **_person(member.person)}

    def _new_wording(self, block: NewWording, path: Path) -> Tree:
        """Blocks without the quotation marks round all of them, typed or set by the program."""
        made = self._blocks(block.blocks, path)
        for edge in (0, -1):
            if isinstance(made[edge], dict) and "текст" in made[edge]:
                text = str(made[edge]["текст"])
                made[edge] = {**made[edge], "текст": _OUTER_QUOTES.sub("", text) if len(made) == 1 else _bare(text, edge)}
        return [item for item in made if not (isinstance(item, dict) and item.get("текст") == "")]

    def _roadmap(self, roadmap: Roadmap, path: Path) -> Mapping[str, Tree]:
        heads = _heads(roadmap.columns)
        rows: list[Tree] = [self._activity(item, heads, path) for item in roadmap.activities]
        for section in roadmap.sections:
            rows.append({"раздел": self._text(section.title, path)})
            rows += [self._activity(item, heads, path) for item in section.activities]
        usual = RowNumbers.BY_SECTION if roadmap.sections else RowNumbers.THROUGH
        return {
            "графы": self._columns(roadmap.columns, path),
            "годы": [str(year) for year in roadmap.years],
            "нумерация строк": (roadmap.row_numbers or usual).value,
            "нумерация разделов": roadmap.section_numbers.value if roadmap.sections else "",
            "строки": rows,
            "итого": "да" if roadmap.total else "",
            "примечания": [self._text(note, path) for note in roadmap.notes],
        }

    def _activity(self, activity: Activity, heads: Mapping[str, str], path: Path) -> Tree:
        own = {heads.get(key, key): self._text(text, path) for key, text in activity.other}
        return {
            "мероприятие": self._text(activity.title, path),
            "сроки": _deadlines(activity.deadlines),
            **{str(year): _deadlines(deadlines) for year, deadlines in activity.by_year},
            "ответственные": self._texts(activity.responsible, path),
            "результаты": self._texts(activity.result, path),
            "документы": self._texts(activity.document, path),
            "примечание": self._text(activity.note, path),
            **own,
        }

    def _indicators(self, table: IndicatorTable, path: Path) -> Mapping[str, Tree]:
        return {
            "графы": self._columns(table.columns, path),
            "годы": [str(year) for year in table.years],
            "строки": [self._indicator(item, path) for item in table.indicators],
            "примечания": [self._text(note, path) for note in table.notes],
        }

    def _indicator(self, indicator: Indicator, path: Path) -> Tree:
        return {
            "показатель": self._text(indicator.name, path),
            "единица": self._text(indicator.unit, path),
            "формула": self._text(indicator.formula, path),
            "база": _set(str(indicator.base or "")),
            **{str(year): _set(str(target)) for year, target in indicator.targets},
            "примечание": self._text(indicator.note, path),
        }

    def _columns(self, columns: Iterable[Column], path: Path) -> Tree:
        return [
            {
                "графа": column.key if column.key in _HEADS else "своя",
                "заголовок": self._text(_heads([column])[column.key], path).replace("\n", " "),
            }
            for column in columns
        ]

    def _table(self, table: Table, path: Path) -> Mapping[str, Tree]:
        titles = [[self._text(column.title or column.key, path) for column in table.columns]]
        header = [self._row(row, path) for row in table.header] or (titles if table.columns else [])
        return {
            "шапка": header,
            "строки": [self._row(row, path) for row in table.rows],
            "итого": "да" if table.total else "",
            "примечания": [self._text(note, path) for note in table.notes],
        }

    def _row(self, row: Iterable[object], path: Path) -> Tree:
        cells = []
        for cell in row:
            extent = f" [{cell.columns}×{cell.rows}]" if (cell.columns, cell.rows) != (1, 1) else ""
            cells.append(self._text(cell.text, path) + extent)
        return cells

    def _annex_list(self, annexes: Sequence[Annex], holder: Path) -> Tree:
        paths = [(*holder, "приложения", place) for place in range(1, len(annexes) + 1)]
        return [self._annex(annex, path) for annex, path in zip(annexes, paths, strict=True)]

    def _annex(self, annex: Annex, path: Path) -> Tree:
        numbered = self._annexes[path]
        pattern = annex.mark or _PROFILE.mark
        approved = [
            line for line in mark_lines(numbered, self._order, _PROFILE).value if line.startswith("УТВЕРЖД")
        ]
        is_numbered = pattern in {MarkPattern.ANNEX, MarkPattern.BOTH}
        return {
            "гриф": pattern.value,
            "номер": str(numbered.number or annex.number or "") if is_numbered else "",
            "утверждено": "".join(approved).replace("Ё", "Е"),
            "к акту": _act(annex.act),
            "утверждение": self._stamps(annex.approval_stamps, path),
            "заголовок": self._text(annex.title, (*path, "заголовок")),
            "ориентация": _orientation(annex.orientation),
            "блоки": self._blocks(annex.blocks, path),
            "приложения": self._annex_list(annex.annexes, path),
        }


def _unfolded(clause: Clause) -> Clause:
    """Paragraphs right under a clause are lines of its text: paper does not tell them apart."""
    count = 0
    while count < len(clause.blocks) and isinstance(clause.blocks[count], Paragraph):
        count += 1
    lines = [block.text for block in clause.blocks[:count] if isinstance(block, Paragraph)]
    return evolve(clause, text="\n".join([clause.text, *lines]), blocks=clause.blocks[count:])


def _set(text: str) -> str:
    """A text with its typography, single plain spaces, plain hyphens."""
    lines = typeset(text.translate(_HYPHENS)).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def _bare(text: str, edge: int) -> str:
    return re.sub(r"^[«\"„“]", "", text) if edge == 0 else re.sub(r"[»\"”][;.]?$", "", text)


def _deadlines(deadlines: Iterable[Deadline]) -> str:
    return _NEXT.join(_set(deadline.text) for deadline in deadlines)


def _heads(columns: Iterable[Column]) -> dict[str, str]:
    return {column.key: column.title or _HEADS.get(column.key, column.key) for column in columns}


def _orientation(orientation: Orientation | None) -> str:
    return orientation.value if orientation is Orientation.LANDSCAPE else ""


def _act(act: object) -> str:
    if act is None:
        return ""
    date = f"от {format_date(act.date)}" if act.date else ""
    number = f"№ {act.number}" if act.number else ""
    return " ".join(filter(None, (act.kind, str(act.issuer or ""), date, number, act.heading)))


def _person(person: Person) -> dict[str, Tree]:
    return {"лицо": str(person), "должность": _set(str(person.position or ""))}


def _signature(signature: Signature) -> Tree:
    return {
        "должность": _set(str(signature.position or "")),
        "исполняет": signature.acting.value if signature.acting else "",
        "лицо": str(signature.person),
        "печать": "да" if signature.seal else "",
    }


def _dated(item: Endorsement) -> Tree:
    return _person(item.person) | {"дата": format_date(item.date) if item.date else ""}


def _prepared_by(order: Order) -> Tree:
    item = order.prepared_by
    return _person(item.person) | {"телефон": item.phone, "почта": item.email} if item else {}


def _copy_mark(order: Order) -> Tree:
    mark = order.copy_mark
    if mark is None:
        return {}
    return {
        "должность": _set(str(mark.position or "")),
        "лицо": str(mark.person),
        "дата": format_date(mark.date) if mark.date else "",
        "подлинник": _set(mark.original),
        "печать": "да" if mark.seal else "",
    }
