"""An order as it stands in a Word file: where each part of it was found, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from prikaz.docx.content.elements import Content
from prikaz.findings import Finding, Path
from prikaz.model import OfficeProfile, Order
from prikaz.model.drafts import Coverage as Coverage  # noqa: PLC0414 (who reads takes it from here)
from prikaz.reader.source_text import SourceText, Span
from prikaz.value import Value


@frozen(kw_only=True, repr=False, eq=False)
class WordPlace(Value):
    """A place in a Word file (место): a :class:`prikaz.model.drafts.SourcePlace`.

    Attributes:
        file: Name of the file as the user gave it; "" for a document from memory.
        words: The place for a clerk: "абзац 12", "таблица 2, строка 5, графа 3"; "" for the whole file.
        page: Page on which it begins, where an office program could tell; else None.
        spans: The characters themselves.
    """

    file: str = ""
    words: str = ""
    page: int | None = None
    spans: tuple[Span, ...] = ()

    @property
    def line(self) -> int:
        """No line: a Word file has none."""
        return 0

    @property
    def column(self) -> int:
        """No column of a text file."""
        return 0

    @property
    def inside(self) -> str:
        """The place without the file: "страница 2, абзац 12"."""
        page = f"страница {self.page}" if self.page else ""
        return ", ".join(filter(None, (page, self.words)))

    def __str__(self) -> str:
        return ":".join(filter(None, (self.file, self.inside)))


@frozen(kw_only=True, repr=False, eq=False)
class Note(Value):
    """What was not understood, or only guessed (заметка).

    Attributes:
        text: The words of the file; "" for a fact about the whole file.
        place: Where they stand.
        reason: Why they are here, in Russian.
        proposal: What to do, in the imperative, or what it may be; "" for nothing.
        path: The field of the order that it is about; () for none.
        is_lost: Whether the words are in no field of the order, and only here.
    """

    text: str
    place: WordPlace
    reason: str
    proposal: str = ""
    path: Path = ()
    is_lost: bool = False


@frozen(kw_only=True, repr=False, eq=False)
class WordDraft(Value):
    """An order as it stands in a Word file (черновик): a :class:`prikaz.model.drafts.Draft`.

    Attributes:
        order: The order.
        profile: Office profile by which it was read and is printed.
        findings: What is worth reporting and does not hinder opening.
        notes: What was not understood, and what is doubtful.
        coverage: How much of the file is in the order.
        places: Place of each field in the file, by its path in Russian names.
        content: What the file says.
        texts: What each field took from the file; of a text of the order, exactly that text. Those of no
            field are there too, under :data:`prikaz.model.drafts.UNREAD`.
        unread: Texts of the file that are in no field, by their paths, in the order of the file; marks over
            annexes that name another document are among them.
        data: The file.
    """

    order: Order
    profile: OfficeProfile = field(default=OfficeProfile())
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    coverage: Coverage
    places: Mapping[Path, WordPlace]
    content: Content
    texts: Mapping[Path, SourceText] = field(factory=dict)
    unread: Mapping[Path, str] = field(factory=dict)
    data: bytes = b""

    def place(self, path: Path) -> WordPlace:
        """Place of a field, of the first thing inside it, or of the nearest around it that has one."""
        steps = (path[:length] for length in range(len(path), -1, -1))
        found = (self.places.get(step) or self._beginnings.get(step) for step in steps)
        return next(filter(None, found), WordPlace())

    @cached_property
    def _beginnings(self) -> Mapping[Path, WordPlace]:
        """Where things begin that have no characters of their own: an annex, a row."""
        begins: dict[Path, WordPlace] = {}
        for path, place in self.places.items():
            for length in range(1, len(path)):
                if path[:length] not in begins:
                    begins[path[:length]] = evolve(place, spans=())
        return begins
