"""Orders of every shape whose paper can be read back: made of those of the files, with words that are words.

Paper does not tell where a name is cut into parts, where a line of a letterhead goes on, what stands in
braces. So names of people and bodies are real ones here, and what is no running text stands on one line.
"""

from __future__ import annotations

import re
import zlib
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from prikaz.model import (
    Act,
    Annex,
    Body,
    Clause,
    Issuer,
    OperativeWord,
    Order,
    Paragraph,
    Person,
    Position,
    PreparedBy,
    Signature,
)
from prikaz.model.tables import Cell
from tests.files import strategies as files
from tests.rollover import strategies as rollover

NAMES: Final = (
    ("Белов", "Игорь", "Львович"),
    ("Журавлёва", "Анна", "Петровна"),
    ("Лапина", "В.", "О."),
    ("Рыбин", "О.", ""),
    ("Орлов-Светлов", "Сергей", "Андреевич"),
    ("Ким", "Ю.", "А."),
)
BODIES: Final = (
    "отдел образования",
    "администрация Луговского района",
    "районный отдел культуры",
    "МБОУ «Школа № 5»",
    "управление финансов и налоговой политики",
)
POSITIONS: Final = (
    "Заведующий отделом",
    "Глава района",
    "методист районного методического кабинета",
    "Директор муниципального бюджетного учреждения дополнительного образования «Центр»",
)
KINDS: Final = ("приказ", "постановление", "протокол", "договор")
WORDS: Final = ("устанавливаю", "предлагаю", "")
APPROVED: Final = ("УТВЕРЖДЕНЫ", "УТВЕРЖДЕНО", "")
#: What may be taken for a number or a quotation.
_LABELLED: Final = re.compile(r"\s*(?:\W|\w{1,7}[.)]|[Гг]лава|[Сс]татья|[Рр]аздел)")
#: Fields that hold several lines.
_LINED: Final = frozenset({(Clause, "text"), (Paragraph, "text"), (Cell, "text")})


def readable_orders() -> st.SearchStrategy[Order]:
    """Orders over the whole model."""
    return st.one_of(files.orders(), rollover.orders()).map(readable)


def readable(value: Any) -> Any:
    """A value with words that can be read back."""
    if isinstance(value, tuple):
        return tuple(_line(item) if isinstance(item, str) else readable(item) for item in value)
    if not attrs.has(type(value)):
        return value
    given = {item.name: _field(value, item.name) for item in attrs.fields(type(value)) if item.init}
    return _made(value, given)


def _field(owner: Any, name: str) -> Any:
    value = getattr(owner, name)
    if isinstance(value, str):
        return _text(value, lined=(type(owner), name) in _LINED)
    return readable(value)


def _line(text: str) -> str:
    return _text(text, lined=False) or "слово"


def _text(text: str, *, lined: bool) -> str:
    spaced = re.sub(r"[^\S\n]", " ", re.sub(r"[`{}\ue000-\uf8ff\ufdd0]", "", text))
    if not lined:
        return spaced.replace("\n", " ")
    return "\n".join(f"слово {line}" if _LABELLED.match(line) else line for line in spaced.split("\n"))


def _contacts(value: PreparedBy) -> dict[str, str]:
    """Words of a phone and an address that look like such."""
    return {
        "phone": "2-15-40" if value.phone else "",
        "email": "otdel@zarechny.example" if value.email else "",
    }


def _approval(value: Annex, given: dict[str, Any], chosen: int) -> dict[str, Any]:
    """The act to which an annex belongs, or the word of its approval; paper shows one of them."""
    if value.act is not None:
        return {"act": attrs.evolve(given["act"], kind="договор"), "approved": ""}
    return {"approved": APPROVED[chosen % len(APPROVED)] if value.approved else ""}


def _made(value: Any, given: dict[str, Any]) -> Any:
    """The object again; what is declined or read as a name is a real word."""
    chosen = zlib.crc32(repr(value).encode())
    match value:
        case Person():
            last, first, middle = NAMES[chosen % len(NAMES)]
            given |= {
                "last": last,
                "first": first,
                "middle": middle,
                "forms": (),
                "blank": False,
                "declines": True,
            }
        case Body():
            given |= {"name": BODIES[chosen % len(BODIES)], "forms": ()}
        case Position():
            given |= {"title": POSITIONS[chosen % len(POSITIONS)], "forms": ()}
        case Issuer():
            short = BODIES[chosen % len(BODIES)] if value.called else ""
            given |= {"short": short, "name": "", "forms": ()}
        case Act():
            given |= {"kind": KINDS[chosen % len(KINDS)]}
        case Annex():
            given |= _approval(value, given, chosen)
        case OperativeWord():
            given |= {"word": WORDS[chosen % len(WORDS)]}
        case PreparedBy():
            given |= _contacts(value)
        case Signature() if value.position is None:
            given |= {"acting": None}
    return type(value)(**given)
