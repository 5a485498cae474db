"""What stands round and under the signature: grounds, acquaintance in a line, copy marks, notes."""

from __future__ import annotations

from typing import Any, Final

from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model import Acknowledgement, CopyMark, Person, PreparedBy, Signature
from prikaz.model.resolution.content import NBSP
from prikaz.model.resolution.declension import with_initials
from prikaz.model.resolution.participles import agreeing
from prikaz.model.resolution.person_names import arranged
from prikaz.model.resolution.stamps import BLANK_DAY, BLANK_SIGNATURE
from prikaz.writer.text_renderer import Printable, TextRenderer

_GROUNDS: Final = "Основание:"


def grounds(renderer: TextRenderer) -> list[Printable]:
    """«Основание: заявление …»; several are numbered below the word."""
    order = renderer.order
    if len(order.grounds) == 1:
        return [renderer.text(f"{_GROUNDS} {order.grounds[0]}", ("основание", 1))]
    numbered = [
        renderer.text(f"{place}.{NBSP}{text}", ("основание", place))
        for place, text in enumerate(order.grounds, 1)
    ]
    return [_GROUNDS, *numbered] if numbered else []


def prepared_by_lines(prepared_by: PreparedBy | None, renderer: TextRenderer) -> list[str]:
    """The mark of who prepared the order, each fact on a line of its own, or one line with «подготовил»."""
    if prepared_by is None:
        return []
    person = arranged(prepared_by.person)
    position = str(person.position or "")
    in_line = prepared_by.in_line
    if in_line or (in_line is None and renderer.profile.prepared_by_in_line):
        kind = renderer.order.kind.value
        verb = agreeing("подготовил", person)
        phone = f"тел.{NBSP}{prepared_by.phone}" if prepared_by.phone else ""
        who = " ".join(part for part in (position, _surname_first(person, renderer)) if part)
        facts = ", ".join(fact for fact in (who, phone, prepared_by.email) if fact)
        return [renderer.words(f"{kind.capitalize()} {verb}: {facts}")]
    lines = (str(person), position, prepared_by.phone, prepared_by.email)
    return [renderer.words(line) for line in lines if line]


def in_line(mark: Acknowledgement, renderer: TextRenderer) -> bool:
    """Whether a person signs under the order, and not on the acquaintance sheet."""
    return renderer.profile.acknowledgement_in_line if mark.in_line is None else mark.in_line


def acknowledgement_line(mark: Acknowledgement, renderer: TextRenderer) -> dict[str, str]:
    """«С приказом ознакомлена:», the place for the signature, the day or a place for it."""
    kind = renderer.order.kind.form(Case.INSTRUMENTAL)
    return {
        "слова": renderer.words(f"С {kind} {agreeing('ознакомлен', mark.person)}:"),
        "должность": renderer.words(str(mark.person.position or "")),
        "подпись": f"{BLANK_SIGNATURE} {_initials_first(mark.person, renderer)}".rstrip(),
        "дата": format_date(mark.date, renderer.profile.date_style) if mark.date else BLANK_DAY,
    }


def copy_mark(mark: CopyMark | None, renderer: TextRenderer) -> dict[str, Any]:
    """«Верно» with the place for a signature; an empty mapping for none."""
    if mark is None:
        return {}
    return {
        "должность": renderer.words(str(mark.position or "")),
        "подпись": f"{BLANK_SIGNATURE} {_initials_first(mark.person, renderer)}".rstrip(),
        "дата": format_date(mark.date, renderer.profile.date_style) if mark.date else BLANK_DAY,
        "подлинник": renderer.words(mark.original),
        "печать": mark.seal,
    }


def introduced_by(signatures: tuple[Signature, ...], views: list[dict[str, Any]]) -> dict[str, Any]:
    """«Проект вносит:» and who does; an empty mapping for nobody."""
    if not signatures:
        return {}
    return {"слова": "Проект вносит:" if len(signatures) == 1 else "Проект вносят:", "лица": views}


def _surname_first(person: Person, renderer: TextRenderer) -> str:
    profile = renderer.profile
    return with_initials(person.last, person, profile.initials, apart=profile.initials_apart)


def _initials_first(person: Person, renderer: TextRenderer) -> str:
    who, profile = arranged(person), renderer.profile
    return with_initials(who.last, who, profile.initials_in_signature, apart=profile.initials_apart)
