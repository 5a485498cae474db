"""Clauses as paragraphs (пункты)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from prikaz.docx import Bookmark, Inline
from prikaz.findings import Path
from prikaz.model import Clause, Marker, Numbering
from prikaz.model.numbering import NumberedClause, number_clauses
from prikaz.model.references import plain
from prikaz.writer.desk import Desk, Value


def clause_views(clauses: Sequence[Clause], path: Path, key: str, desk: Desk) -> list[dict[str, Any]]:
    """Clauses and their sub-clauses as the paragraphs of one list, in reading order.

    Args:
        clauses: The clauses of the list.
        path: Path of the list.
        key: Name of the list: numbers begin anew in each.
        desk: Where texts are printed.
    """
    views: list[dict[str, Any]] = []
    for numbered in number_clauses(clauses, path):
        first, *others = _paragraphs(numbered, desk)
        views.append(_view(*_style_and_list(numbered, key, desk), first))
        views.extend(_view("Абзац пункта", "", other) for other in others)
        if _has_execution(numbered.clause):
            views[-2]["со_следующим"] = True
    return views


def _view(style: str, key: str, text: Value) -> dict[str, Any]:
    return {"стиль": style, "список": key, "текст": text, "со_следующим": False}


def _style_and_list(numbered: NumberedClause, key: str, desk: Desk) -> tuple[str, str]:
    """Style of a clause, and the list by which Word counts it: "" when nothing is counted."""
    is_heading = numbered.clause.is_heading
    match numbered.clause.marker:
        case Marker.DASH:
            return "Перечисление", f"{key}, тире"
        case Marker.NUMBER if desk.rules.numbering is Numbering.NATIVE:
            return ("Раздел положения" if is_heading else f"Пункт {numbered.level}"), key
        case _:
            return ("Подзаголовок приложения" if is_heading else "Абзац пункта"), ""


def _paragraphs(numbered: NumberedClause, desk: Desk) -> Iterator[Value]:
    clause, path = numbered.clause, (*numbered.path, "текст")
    first, *others = clause.text.split("\n")
    typed = desk.rules.numbering is Numbering.TYPED and numbered.number
    value = desk.text(f"{numbered.number}.\u00a0{first}" if typed else first, path)
    if clause.key and numbered.number and not typed:
        yield Inline([Bookmark(desk.bookmark(numbered.path), [value])])
    else:
        yield value
    yield from (desk.text(other, path) for other in others)
    if _has_execution(clause):
        yield desk.words(_execution(numbered, desk))


def _has_execution(clause: Clause) -> bool:
    return bool(clause.deadlines or clause.responsible)


def _execution(numbered: NumberedClause, desk: Desk) -> str:
    """Who executes the clause and by when, as a sentence."""
    clause, parts = numbered.clause, []
    if clause.deadlines:
        deadlines = _resolved([str(item) for item in clause.deadlines], (*numbered.path, "сроки"), desk)
        parts.append("Срок: " + ", ".join(deadlines))
    if clause.responsible:
        word = "Ответственный" if len(clause.responsible) == 1 else "Ответственные"
        responsible = _resolved(clause.responsible, (*numbered.path, "ответственные"), desk)
        parts.append(f"{word}: " + ", ".join(responsible))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _resolved(texts: Sequence[str], path: Path, desk: Desk) -> list[str]:
    """Texts of a clause with their references resolved, each under its own path."""
    return [plain(desk.references.content(text, (*path, place))) for place, text in enumerate(texts, 1)]
