"""Places in an order as a clerk finds them on paper, and not by the keys of the data file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from prikaz.findings import Path
from prikaz.model import Order
from prikaz.model.contents import blocks
from prikaz.model.resolution.clause_names import name_of
from prikaz.model.resolution.numbering import clause_lists, number_list

#: One item of a list, by the name of the list; its place follows.
_ITEMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "мероприятия": "мероприятие",
        "разделы": "раздел",
        "строки": "строка",
        "графы": "графа",
        "члены": "член комиссии",
        "согласование": "виза",
        "утверждение": "гриф утверждения",
        "ознакомление": "отметка об ознакомлении",
        "отметки": "отметка",
        "совместно": "орган совместного акта",
        "рассылка": "адресат рассылки",
        "бланк": "строка бланка",
    }
)
#: The same where most lists have one item: the place is named from the second on.
_MOSTLY_ONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "сроки": "срок",
        "ответственные": "ответственный",
        "результаты": "результат",
        "документы": "документ",
        "подписи": "подпись",
        "основание": "основание",
        "проект вносит": "проект вносит",
    }
)
_KEYED: Final[Mapping[str, str]] = MappingProxyType(
    {"люди": "лицо", "акты": "акт", "поля": "поле", "формы": "форма", "прочее": "графа"}
)
_BY_YEAR: Final[Mapping[str, str]] = MappingProxyType({"по годам": "срок", "значения": "значение"})
#: What is called otherwise outside the data file.
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "кратко": "краткое наименование",
        "полностью": "полное наименование",
        "база": "базовое значение",
        "годы": "графы по годам",
    }
)
#: What goes without saying after what it is the text of.
_TEXTS: Final = frozenset({"текст", "значение", "название", "мероприятие", "раздел", "показатель", "графа"})
#: Blocks that go unnamed before what stands in them, where an annex has no other.
_UNNAMED: Final = frozenset({"дорожная карта", "показатели", "таблица", "положение", "состав"})


def print_place(path: Path, order: Order) -> str:
    """Words for a path inside an order: the numbers are those that stand on paper.

    >>> from prikaz.model import Kind, Order, Person, Signature
    >>> head = Signature(person=Person(last="Белов"))
    >>> order = Order(kind=Kind.ORDER, clauses=["Создать комиссию."], signatures=[head])
    >>> print_place(("пункты", 1, "текст"), order), print_place(("поля", "открытие", "значение"), order)
    ('пункт 1', 'поле «открытие»')
    """
    words, at = [], 0
    while at < len(path):
        word, at = _step(path, at, order)
        words.append(word)
    return ", ".join(filter(None, words))


def _step(path: Path, at: int, order: Order) -> tuple[str, int]:
    """The words of the next step of a path, maybe none, and where it ends."""
    match path[at:]:
        case ("пункты", int(), *_):
            return _clause(path, at, order)
        case ("приложения", int(place), *_):
            return "приложение" + f" № {place}" * (len(order.annexes) > 1), at + 2
        case ("блоки", int(place), str(name), *_):
            return _block(path[:at], place, name, order), at + 3
        case ("строки", int(place), *_) if path[at - 1] == "показатели":
            return f"показатель {place}", at + 2
        case ("строки" | "шапка" as name, int(row), int(cell), *_):
            return f"{name}, " * (name == "шапка") + f"строка {row}, клетка {cell}", at + 3
        case ("по годам", int(year), int(place), *_):
            return f"{_item('сроки', place)} на {year} год", at + 3
        case (str(name), (int() | str()) as place, *_) if word := _item(name, place):
            return word, at + 2
    return _single(path[at], is_first=at == 0, is_last=at + 1 == len(path)), at + 1


def _single(step: int | str, *, is_first: bool, is_last: bool) -> str:
    """A step that is no item of a list."""
    silent = _TEXTS if is_last else _UNNAMED
    return "" if step in silent and not is_first else _NAMES.get(str(step), str(step))


def _item(name: str, place: int | str) -> str:
    """An item of a list or of a mapping; "" when it is none."""
    if name in _KEYED:
        return f"{_KEYED[name]} «{place}»"
    if name in _BY_YEAR:
        return f"{_BY_YEAR[name]} на {place} год"
    if name in _MOSTLY_ONE:
        return _MOSTLY_ONE[name] + f" {place}" * (place != 1)
    return f"{_ITEMS[name]} {place}" if name in _ITEMS else ""


def _clause(path: Path, at: int, order: Order) -> tuple[str, int]:
    """A clause by the number that is printed before it, else by its place; sub-clauses are parts of it."""
    end = at + 2
    while path[end : end + 1] == ("подпункты",) and len(path) > end + 1:
        end += 2
    where = path[: at + 1]
    holder = next((found for listed, found in clause_lists(order) if listed == where), None)
    clauses = () if holder is None else number_list(holder, where)
    clause = next((item for item in clauses if item.path == path[:end]), None)
    if clause is not None and clause.number:
        name = name_of(clause)
        several = clause.with_section and sum(name_of(one) == name for one in clauses if one.number) > 1
        return name_of(clause, in_section=several), end
    places = ".".join(str(place) for place in path[at + 1 : end : 2])
    return f"пункт без номера, по порядку {places}", end


def _block(holder: Path, place: int, name: str, order: Order) -> str:
    """One of several blocks of a holder: counted among those of its kind, if there are more of them."""
    listed = (*holder, "блоки")
    kinds = [path[-1] for path, _ in blocks(order) if path[:-2] == listed]
    return name + f" {kinds[:place].count(name)}" * (kinds.count(name) > 1)
