"""What looks as if a line had been taken for something else (подозрения): each cause is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from prikaz.findings import Path
from prikaz.model import Marker, Order
from prikaz.reader.assembly.flow import TEXT_ROLES
from prikaz.reader.assembly.labels import Label
from prikaz.reader.assembly.persons import looks_like_name, name_at_end
from prikaz.reader.assembly.registrations import is_day
from prikaz.reader.doubts import Doubt
from prikaz.reader.paper import Line, Paper, Role
from prikaz.reader.source_text import SourceText

_NOTHING: Final = SourceText("")
#: The gap between a position and a name.
_GAP: Final = re.compile(r"\t| {5,}|_{4,}")
_SHORT: Final = 200
_CUT: Final = re.compile(r"\w-$")


def suspicions(
    order: Order, paper: Paper, places: Mapping[Path, SourceText], labels: Mapping[Path, Label]
) -> Iterator[Doubt]:
    """What a person should look at although every line has found its place."""
    if order.kind.is_directive and not order.clauses:
        reason = "пунктов в документе нет, весь текст понят как абзацы"
        yield Doubt(_NOTHING, ("пункты",), reason, "проверьте номера пунктов")
    yield from _of_clauses(places, labels)
    yield from _of_notes(order, places)
    for place, annex in enumerate(order.annexes, 1):
        title: Path = ("приложения", place, "заголовок")
        if ("приложения", place, "гриф") not in places and annex.title.lstrip().startswith("§"):
            reason = f"«{annex.title}» понято как заголовок приложения, грифа над ним нет"
            yield Doubt(places.get(title, _NOTHING), title, reason, "если это номер пункта, перенесите пункт")
    signed = [line.text for line in _lines(paper) if _is_signed(line.text.text)]
    if signed:
        reason = "строка похожа на подпись, а понята как текст"
        yield Doubt(signed[0], (), reason, "если это подпись, впишите её: подписи")


def _of_clauses(places: Mapping[Path, SourceText], labels: Mapping[Path, Label]) -> Iterator[Doubt]:
    """A clause that begins or ends in the middle of a sentence; of each the first one."""
    small = cut = False
    for path, text in places.items():
        if path[0] != "пункты" or path[-1] != "текст":
            continue
        label = labels.get(path[:-1])
        is_number = label is not None and label.marker is Marker.NUMBER and len(label.numbers) == 1
        if is_number and text.text[:1].islower() and not small:
            small = True
            yield Doubt(
                text, path, "текст пункта начинается со строчной буквы", "проверьте, не отрезано ли начало"
            )
        if _CUT.search(text.text) and not cut:
            cut = True
            yield Doubt(text, path, "текст пункта обрывается дефисом", "проверьте, не отрезан ли конец")


def _of_notes(order: Order, places: Mapping[Path, SourceText]) -> Iterator[Doubt]:
    """A date or a number among the marks, where the head of the document has none."""
    for place, note in enumerate(order.notes, 1):
        path: Path = ("отметки", place)
        text = places.get(path, _NOTHING)
        if order.date is None and any(map(str.isdigit, note)) and is_day(note.partition("№")[0]):
            yield Doubt(text, path, f"даты у документа нет, а внизу стоит «{note}»", "впишите дату: дата")
            return
        if not order.number and re.match(r"№\s*\S*\d", note):
            yield Doubt(text, path, f"номера у документа нет, а внизу стоит «{note}»", "впишите номер: номер")
            return


def _lines(paper: Paper) -> Iterable[Line]:
    roles = (TEXT_ROLES - {Role.MEMBER}) | {Role.DISTRIBUTION}
    for sheet in (paper.main, *paper.annexes):
        yield from (line for line in sheet.lines if isinstance(line, Line) and line.role in roles)


def _is_signed(text: str) -> bool:
    """Whether a line is a position and, behind a big gap, a name with initials."""
    if len(text) > _SHORT or name_at_end(text) <= 0:
        return False
    gap = [*_GAP.finditer(text.rstrip(" \t_/"))]
    return bool(gap) and looks_like_name(text[gap[-1].end() :]) and "." in text[gap[-1].end() :]
