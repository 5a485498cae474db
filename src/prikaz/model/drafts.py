"""The face of a draft: an order with the source it was taken from, be that a data file or a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, Protocol, runtime_checkable

from prikaz.findings import Finding, Path
from prikaz.model.orders import Order
from prikaz.model.profiles import OfficeProfile


class SourcePlace(Protocol):
    """Where something stands in the source of a draft (место); ``str()`` prints it for a clerk."""

    @property
    def file(self) -> str:
        """Name of the file as the user gave it; "" for data from memory."""

    @property
    def line(self) -> int:
        """Line from 1; 0 when there is none."""

    @property
    def column(self) -> int:
        """Column from 1, in characters; 0 when there is none."""

    @property
    def inside(self) -> str:
        """The place in words, where lines do not say it: "лист «План», ячейка B3", "абзац 12"; else ""."""


class SourceNote(Protocol):
    """What of a source was not understood, or only guessed (заметка)."""

    @property
    def text(self) -> str:
        """The words of the source; "" for a fact about all of it."""

    @property
    def place(self) -> SourcePlace:
        """Where they stand."""

    @property
    def reason(self) -> str:
        """Why they are here, in Russian."""

    @property
    def proposal(self) -> str:
        """What to do, in the imperative, or what it may be; "" for nothing."""

    @property
    def path(self) -> Path:
        """The field of the order that it is about; () for none."""

    @property
    def is_lost(self) -> bool:
        """Whether the words are in no field of the order, and only here."""


class FieldChange(Protocol):
    """A change of one field, such as :class:`prikaz.rollover.Change` (изменение)."""

    @property
    def path(self) -> Path:
        """The field, in the words of the data file."""

    @property
    def was(self) -> str:
        """The words as they stood; "" when nothing stood there."""

    @property
    def became(self) -> str:
        """The words as they are to be; "" when they are taken away."""

    @property
    def at(self) -> int:
        """Place of the words in the old text of the field, from 0."""


class OpenQuestion(Protocol):
    """What a person must decide, such as :class:`prikaz.rollover.Question` (вопрос)."""

    @property
    def path(self) -> Path:
        """The field, in the words of the data file."""

    @property
    def words(self) -> str:
        """What it is about."""

    @property
    def what(self) -> str:
        """What to decide."""

    @property
    def why(self) -> str:
        """Why the program does not decide it."""

    @property
    def at(self) -> int | None:
        """Place of the words in the old text of the field; None for a question about the new one."""

    @property
    def proposal(self) -> str:
        """What the program would put there; "" when it has nothing to propose."""


class Coverage(NamedTuple):
    """How much of a source was understood (охват), in characters other than white space.

    Attributes:
        total: Characters of the source.
        understood: Those that are in the order.
        noted: Those that are only in notes; ``understood + noted == total``.
    """

    total: int
    understood: int
    noted: int

    @property
    def share(self) -> float:
        """The share that is in the order, from 0 to 1; of a data file, all of it.

        >>> Coverage(total=200, understood=190, noted=10).share
        0.95
        """
        return self.understood / self.total if self.total else 1.0


#: How paths of texts begin that are in no field of the order; a number from 1 follows.
UNREAD: Final = "вне полей"


@runtime_checkable
class Draft(Protocol):
    """An order with its source (черновик)."""

    @property
    def order(self) -> Order:
        """The order."""

    @property
    def profile(self) -> OfficeProfile:
        """Office profile by which it is printed."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is worth reporting and does not hinder opening."""

    @property
    def notes(self) -> Sequence[SourceNote]:
        """What was not understood, or only guessed; a data file is understood or refused."""

    @property
    def coverage(self) -> Coverage:
        """How much of the source is in the order."""

    @property
    def unread(self) -> Mapping[Path, str]:
        """Texts of the source that are in no field, by paths that begin with :data:`UNREAD`."""

    def place(self, path: Path) -> SourcePlace:
        """Place of a field in the source, or of the nearest thing around it that has one."""
