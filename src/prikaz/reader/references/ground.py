"""What the texts of one order may refer to, and by which keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from prikaz.findings import Path
from prikaz.model import Act, OfficeProfile, Order
from prikaz.model.contents import is_quoted
from prikaz.model.prose import prose
from prikaz.model.resolution.citations import amends
from prikaz.model.resolution.clause_names import holders, shown_number
from prikaz.model.resolution.numbering import (
    ClauseLists,
    NumberedAnnex,
    NumberedClause,
    number_annexes,
    number_lists,
)
from prikaz.model.text import BracedReference, marked
from prikaz.reader.references.keys import Keys, key_of_clause, keys_of_annexes
from prikaz.reader.references.passages import Passage

_ANNEXES = "приложения"


class Ground:
    """An order with its clauses and annexes numbered and named.

    Attributes:
        order: The order.
        profile: Office profile by which it is printed.
        keys: Gives keys that are free.
    """

    def __init__(self, order: Order, profile: OfficeProfile) -> None:
        self.order = order
        self.profile = profile
        self.lists: ClauseLists = number_lists(order)
        self.annexes: Mapping[Path, NumberedAnnex] = {item.path: item for item in number_annexes(order)}
        self.keys = Keys(self._given_keys())
        self.annex_keys = keys_of_annexes(order, self.keys)
        self.clause_keys: dict[Path, str] = {}
        self._amending: dict[Path, bool] = {}

    def _given_keys(self) -> set[str]:
        order = self.order
        keys = {key for key, _ in (*order.people, *order.acts, *order.fields)}
        keys |= {item.annex.key for item in self.annexes.values()}
        keys |= {item.clause.key for items in self.lists.values() for item in items}
        for _, text in prose(order):
            if "{" in text:
                named = (piece for _, piece in marked(text) if isinstance(piece, BracedReference))
                keys.update(key for piece in named for key in piece.keys)
        return keys - {""}

    @cached_property
    def annexes_by_holder(self) -> Mapping[Path, Mapping[int, Path]]:
        """Paths of annexes by their numbers, by the path of what they belong to."""
        found: dict[Path, dict[int, Path]] = {}
        for path, item in self.annexes.items():
            number = item.number or path[-1]
            found.setdefault(path[:-2], {})[int(number)] = path
        return found

    def annex_of(self, path: Path) -> Path:
        """The annex in which a text stands; () for none."""
        length = 0
        while path[length : length + 1] == (_ANNEXES,) and len(path) > length + 1:
            length += 2
        return path[:length]

    def holder_near(self, path: Path) -> Path:
        """The annex whose annexes a number alone means in a text; () for those of the order."""
        holder = self.annex_of(path)
        while holder and holder not in self.annexes_by_holder:
            holder = holder[:-2]
        return holder

    def title_of(self, annex: Path) -> str:
        """Title of an annex; "" for none."""
        return self.annexes[annex].annex.title if annex else ""

    def is_foreign(self, path: Path) -> bool:
        """Whether a text is that of another act: a new wording, an annex that becomes one of it."""
        annex = self.annex_of(path)
        held = (annex[:length] for length in range(2, len(annex) + 1, 2))
        return is_quoted(path) or any(self.annexes[path].annex.act for path in held)

    def may_be_own(self, act: Act) -> bool:
        """Whether an act that a text cites is the order itself, or has its date or number by a misprint."""
        order = self.order
        same = (act.date == order.date, act.number == order.number)
        if not (order.number and order.date):
            return False
        return all(same) or (any(same) and act.kind == order.kind.value and not act.heading)

    def amends(self, passage: Passage) -> bool:
        """Whether a text, or a clause above it, changes another act."""
        return amends(passage.text) or any(
            self._is_amending(passage.path[:length]) for length in range(1, len(passage.path))
        )

    def _is_amending(self, path: Path) -> bool:
        if not self._amending:
            items = (item for items in self.lists.values() for item in items)
            self._amending = {item.path: True for item in items if amends(item.clause.text)}
            self._amending[()] = False
        return self._amending.get(path, False)

    def clauses_near(self, path: Path) -> Sequence[NumberedClause]:
        """The clauses among which a text stands: of the order, or of its annex."""
        annex = self.annex_of(path)
        if not annex:
            return self.lists["пункты",]
        held = {place: items for place, items in self.lists.items() if self.annex_of(place) == annex}
        around = [items for place, items in held.items() if path[: len(place)] == place]
        if around:
            return around[0]
        return next(iter(held.values())) if len(held) == 1 else ()

    @cached_property
    def _named(self) -> dict[int, Mapping[tuple[str, ...], tuple[NumberedClause, ...]]]:
        return {}

    def clauses_called(
        self, items: Sequence[NumberedClause], numbers: tuple[str, ...]
    ) -> tuple[NumberedClause, ...]:
        """Clauses of a list by a number, and the numbers of those that hold it, from the nearest."""
        named = self._named.get(id(items))
        if named is None:
            found: dict[tuple[str, ...], tuple[NumberedClause, ...]] = {}
            for item in items:
                if item.number:
                    key = (shown_number(item), *map(shown_number, holders(item)))
                    found[key] = (*found.get(key, ()), item)
            named = self._named[id(items)] = found
        return named.get(numbers, ())

    def key_of(self, item: NumberedClause) -> str:
        """The key of a clause: its own, or a canonical one."""
        if item.clause.key:
            return item.clause.key
        if item.path not in self.clause_keys:
            annex = self.annex_of(item.path)
            wanted = key_of_clause(item, self.annex_keys.get(annex, ""))
            self.clause_keys[item.path] = self.keys.give(wanted)
        return self.clause_keys[item.path]
