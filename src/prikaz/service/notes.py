"""What of a Word file was not understood, for a person to look at, and what of it was understood."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from prikaz.findings import FindingKind, Severity, print_path
from prikaz.model import Clause, IndicatorTable, Order, Roadmap, Table
from prikaz.model.contents import annexes, blocks, images
from prikaz.model.drafts import Coverage, Draft, SourceNote
from prikaz.service.entries import Entry

TEXT_NOT_UNDERSTOOD: Final = FindingKind(
    "text-not-understood", "Слова файла Word ни в одно поле документа не вошли"
)
READING_DOUBTFUL: Final = FindingKind(
    "reading-doubtful", "Прочитанное из файла Word стоит проверить", Severity.ADVICE
)


def entries_of_notes(notes: Iterable[SourceNote], longest: int | None = None) -> tuple[Entry, ...]:
    """Entries for notes, each once: what, where, why, what to do.

    Args:
        notes: The notes of a draft.
        longest: How many characters of the words of the file are told; all by default.
    """
    return tuple(dict.fromkeys(_entry(note, longest) for note in notes))


def _entry(note: SourceNote, longest: int | None) -> Entry:
    kind = TEXT_NOT_UNDERSTOOD if note.is_lost else READING_DOUBTFUL
    words = _shortened(" ".join(note.text.split()), longest)
    said = f"«{words}» – {note.reason}" if words else note.reason
    return Entry(
        severity=kind.severity.value,
        message=f"не понято: {said}" if note.is_lost else said,
        file=note.place.file,
        line=note.place.line,
        column=note.place.column,
        path=print_path(note.path),
        hint=note.proposal,
        code=kind.code,
        place=note.place.inside,
    )


def _shortened(words: str, longest: int | None) -> str:
    return words if longest is None or len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


# What was understood ---------------------------------------------------------------------------------------


class Fact(NamedTuple):
    """One thing that was understood: what it is, and what came out."""

    name: str
    value: str


def summary(draft: Draft) -> tuple[Fact, ...]:
    """What was understood, in short, for a person to set beside the paper."""
    order = draft.order
    counted = (
        ("приложений", len(list(annexes(order)))),
        *_tables(order),
        ("рисунков", len(list(images(order)))),
    )
    facts = (
        Fact("вид", order.kind.value),
        Fact("дата", f"{order.date:%d.%m.%Y}" if order.date else "нет"),
        Fact("номер", order.number or "нет"),
        Fact("заголовок", order.heading or "нет"),
        Fact("пунктов", _clauses(order)),
        *(Fact(name, str(count)) for name, count in counted if count),
        Fact("подписали", ", ".join(filter(None, (item.person.last for item in order.signatures))) or "нет"),
    )
    understood = (Fact("понято", print_coverage(draft.coverage)),) if draft.coverage.total else ()
    return (*facts, *understood)


def _clauses(order: Order) -> str:
    below = sum(map(_count, order.clauses)) - len(order.clauses)
    return str(len(order.clauses)) + (f", подпунктов {below}" if below else "")


def _count(clause: Clause) -> int:
    return 1 + sum(map(_count, clause.clauses))


def _tables(order: Order) -> Iterator[tuple[str, int]]:
    rows = [count for _, block in blocks(order) if (count := _rows(block)) is not None]
    yield "таблиц", len(rows)
    yield "строк в таблицах", sum(rows)


def _rows(block: object) -> int | None:
    """How many rows a table has, heads and titles of sections aside; None for what is no table."""
    match block:
        case Roadmap():
            return len(block.activities) + sum(len(section.activities) for section in block.sections)
        case IndicatorTable():
            return len(block.indicators)
        case Table():
            return len(block.rows)
        case _:
            return None


def print_coverage(coverage: Coverage) -> str:
    """The share that was understood; all of it is only said of all.

    >>> print_coverage(Coverage(total=3000, understood=2999, noted=1))
    '99,9 % текста (2999 знаков из 3000)'
    >>> print_coverage(Coverage(total=3000, understood=3000, noted=0))
    'весь текст'
    """
    if coverage.understood == coverage.total:
        return "весь текст"
    share = math.floor(coverage.share * 1000) / 10
    return f"{share:.1f} % текста ({coverage.understood} знаков из {coverage.total})".replace(".", ",", 1)
