"""Clauses as paragraphs (пункты)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx import Bookmark, Inline
from prikaz.findings import Path
from prikaz.model import Clause, Marker, Numbering
from prikaz.model.resolution.clause_names import holders
from prikaz.model.resolution.content import plain_text
from prikaz.model.resolution.markers import LOCAL, SECTIONS, label
from prikaz.model.resolution.numbering import NumberedClause, article_of, section_of
from prikaz.writer.openings import goes_on, opens_sentence
from prikaz.writer.text_renderer import Printable, TextRenderer

if TYPE_CHECKING:
    from prikaz.docx import ListOf

_STYLES: Final = {
    Marker.BRACKET: "Подпункт со скобкой",
    Marker.LETTER: "Подпункт с буквой",
    Marker.ROMAN: "Раздел с римской цифрой",
    Marker.CHAPTER: "Глава",
    Marker.ARTICLE: "Статья",
}


def clause_views(
    path: Path, key: str, renderer: TextRenderer
) -> Iterator[tuple[NumberedClause, list[dict[str, Any]]]]:
    """Clauses and their sub-clauses in reading order, each as paragraphs of one list.

    Args:
        path: Path of the list.
        key: Name of the list: numbers begin anew in each.
        renderer: Renders the texts.
    """
    typed = renderer.profile.numbering is Numbering.TYPED
    clauses = renderer.references.lists[path]
    named = frozenset() if typed else _named(clauses)
    for numbered in clauses:
        first, *others = _paragraphs(numbered, renderer, typed=typed, is_named=numbered.path in named)
        style, listed = _style_and_list(numbered, key, path, typed=typed)
        views = [_view(style, listed, first, _counted(numbered) if listed else "")]
        views.extend([_view("Абзац пункта", "", other) for other in others])
        if _has_execution(numbered.clause):
            views[-2]["со_следующим"] = True
        yield numbered, views


def _named(clauses: Sequence[NumberedClause]) -> frozenset[Path]:
    """Paths of the clauses that a text may name: those with a key, and those that hold one."""
    keyed = [item for item in clauses if item.clause.key and item.number]
    return frozenset(named.path for item in keyed for named in (item, *holders(item)))


def _view(style: str, key: str | ListOf, text: Printable, number: str = "") -> dict[str, Any]:
    return {
        "вид": "пункт",
        "стиль": style,
        "список": key,
        "номер": number,
        "текст": text,
        "со_следующим": False,
    }


def _counted(numbered: NumberedClause) -> str:
    """What Word prints before a clause that it counts."""
    return "–" if numbered.marker is Marker.DASH else label(numbered.marker, numbered.number)


def _style_and_list(
    numbered: NumberedClause, key: str, path: Path, *, typed: bool
) -> tuple[str, str | ListOf]:
    """Style of a clause, and the list by which Word counts it: "" when nothing is counted."""
    marker = numbered.marker
    if marker is Marker.NUMBER and not (typed or numbered.clause.is_heading):  # as most are
        return f"Пункт {numbered.number.count('.') + 1}", _list_of(numbered, key)
    if marker is Marker.DASH:
        return "Перечисление", f"{key}, тире"
    if marker in SECTIONS:
        return _STYLES[marker], "" if typed else key
    if not numbered.number or typed:
        return ("Подзаголовок приложения" if numbered.is_section else "Абзац пункта"), ""
    if marker in LOCAL:
        group = numbered.path[len(path) : -1]
        return _STYLES[marker], f"{key}, {'.'.join(map(str, group[::2]))}"
    return "Раздел положения", _list_of(numbered, key)


def _list_of(numbered: NumberedClause, key: str) -> str | ListOf:
    """The list by which Word counts numbers: in each article a list of its own, or that of the section."""
    section = section_of(numbered)
    if section is not None:
        from prikaz.docx import ListOf  # noqa: PLC0415 (few documents share lists)

        return ListOf(key, _STYLES[section.marker])
    article = article_of(numbered)
    return f"{key}, статья {article.number}" if article else key


def _paragraphs(
    numbered: NumberedClause, renderer: TextRenderer, *, typed: bool, is_named: bool
) -> list[Printable]:
    clause, path = numbered.clause, (*numbered.path, "текст")
    text = clause.text
    if typed and numbered.number:
        text = f"{label(numbered.marker, numbered.number)}\u00a0{text}"
    first, *others = text.split("\n")
    opens = "{" in first and opens_sentence(numbered, renderer.references.lists)
    values = [renderer.text(first, path, opens_sentence=opens)]
    for before, line in zip((first, *others), others, strict=False):
        values.append(renderer.text(line, path, opens_sentence=not goes_on(before)))
    if is_named:
        values[0] = Inline([Bookmark(renderer.bookmark(numbered.path), [values[0]])])
    if _has_execution(clause):
        values.append(renderer.words(_execution(numbered, renderer)))
    return values


def _has_execution(clause: Clause) -> bool:
    return bool(clause.deadlines or clause.responsible)


def _execution(numbered: NumberedClause, renderer: TextRenderer) -> str:
    """Who executes the clause and by when, as a sentence."""
    clause, parts = numbered.clause, []
    if clause.deadlines:
        deadlines = _resolved([str(item) for item in clause.deadlines], (*numbered.path, "сроки"), renderer)
        parts.append("Срок: " + ", ".join(deadlines))
    if clause.responsible:
        word = "Ответственный" if len(clause.responsible) == 1 else "Ответственные"
        responsible = _resolved(clause.responsible, (*numbered.path, "ответственные"), renderer)
        parts.append(f"{word}: " + ", ".join(responsible))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _resolved(texts: Sequence[str], path: Path, renderer: TextRenderer) -> list[str]:
    """Texts of a clause with their references resolved, each under its own path."""
    return [plain_text(renderer.resolve(text, (*path, place))) for place, text in enumerate(texts, 1)]
