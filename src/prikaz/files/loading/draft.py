"""Data files in: the order, the office profile, and the place of every field."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import NOTHING, field, frozen

from prikaz.annotations import checked
from prikaz.encodings import read_text
from prikaz.files.loading.structure import Structure
from prikaz.files.loading.tables import FileTables
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import NOWHERE, MappingEntry, MappingNode, Node, Place, ScalarNode
from prikaz.files.nodes.plain_data import to_node
from prikaz.files.nodes.source import Dialect, Source
from prikaz.files.syntax.parsing import parse
from prikaz.findings import Finding, FindingKind, Path, Severity
from prikaz.language.words.spelling import fold
from prikaz.model import OfficeProfile, Order
from prikaz.model.resolution.references import broken_references

if TYPE_CHECKING:
    from prikaz.model.drafts import Coverage

#: Version of the format of data files.
VERSION: Final = 1
_PROFILE_FILE: Final = "prikaz.toml"
DATA_EMPTY: Final = FindingKind("data-empty", "В файле нет полей документа", Severity.ERROR)
VERSION_UNKNOWN: Final = FindingKind("version-unknown", "Версия формата не известна", Severity.ERROR)

_KNOWN_VERSIONS: Final = (None, str(VERSION))


@frozen(kw_only=True)
class FileDraft:
    """An order as it stands in a data file (черновик): a :class:`prikaz.model.drafts.Draft`.

    Attributes:
        order: The order.
        profile: Office profile by which it is printed.
        places: Place of each field in the file, by its path in Russian names.
        findings: What is worth reporting and does not hinder opening, such as a reference to nothing.
    """

    order: Order
    profile: OfficeProfile = field(default=OfficeProfile())
    places: Mapping[Path, Place] = field(factory=dict, hash=False)
    findings: tuple[Finding, ...] = ()

    @property
    def notes(self) -> tuple[()]:
        """None: what is not understood in a data file is a fault."""
        return ()

    @property
    def coverage(self) -> Coverage:
        """All of it."""
        from prikaz.model.drafts import Coverage  # noqa: PLC0415 (asked for where any file is told of)

        return Coverage(total=0, understood=0, noted=0)

    @property
    def unread(self) -> Mapping[Path, str]:
        """None: a data file is understood or refused."""
        return {}

    def place(self, path: Path) -> Place:
        """Place of a field, or of the nearest thing around it that has one."""
        return _nearest_place(self.places, path)


def _nearest_place(places: Mapping[Path, Place], path: Path) -> Place:
    steps = (path[:length] for length in range(len(path), -1, -1))
    return next((places[step] for step in steps if step in places), NOWHERE)


@checked
def open(path: str | os.PathLike[str], *, profile: OfficeProfile | str | None = None) -> FileDraft:  # noqa: A001
    """Open a data file.

    Args:
        path: A file of YAML, or of JSON by its suffix ``.json``.
        profile: Office profile; a file of profiles by its suffix ``.toml``; or the name of a profile in the
            ``prikaz.toml`` beside the data. Without it, that file is used if there is one.

    Returns:
        The order with the place of every field. A reference to nothing is a finding and not an error,
        because a bad draft must open; beside other faults it is one of them, so that one run reports all.

    Raises:
        DataError: The file cannot become an order; carries every fault with its place.
    """
    path = pathlib.Path(path)
    faults = Faults()
    dialect = Dialect.JSON if path.suffix.lower() == ".json" else Dialect.YAML
    source = Source(name=str(path), text=read_text(path, str(path)), dialect=dialect)
    node = parse(source, faults)
    tables = FileTables(faults=faults, folder=path.parent, pictures=path.parent)
    start = Place(file=str(path), line=1, column=1)
    return make_draft(node, start, tables, profile_beside(path, profile))


def profile_beside(data: pathlib.Path, asked: OfficeProfile | str | None) -> OfficeProfile:
    """The profile by which a data file is printed.

    Args:
        data: The data file.
        asked: The profile itself; a file of profiles by its suffix ``.toml``; the name of a profile in
            the file of profiles beside the data; or nothing for the file beside the data, if there is one.

    Raises:
        DataError: The profile cannot be read, or there is no such profile.
    """
    if isinstance(asked, OfficeProfile):
        return asked
    beside = data.parent / _PROFILE_FILE
    if not asked and not beside.exists():
        return OfficeProfile()
    from prikaz.files.loading.profiles import load_profile  # noqa: PLC0415 (most data has no profile beside it)

    if asked and asked.lower().endswith(".toml"):
        return load_profile(pathlib.Path(asked))
    return load_profile(beside, asked or "")


@checked
def load(path: str | os.PathLike[str]) -> Order:
    """Read an order from a data file.

    Raises:
        DataError: The file cannot become an order; carries every fault with its place.
    """
    return open(path).order


def from_dict(data: object) -> Order:
    """Make an order of plain data with Russian or English keys, such as :func:`to_dict` gives.

    Raises:
        DataError: The data cannot become an order; carries every fault with its path.
    """
    faults = Faults()
    tables = FileTables(faults=faults, folder=None)
    return make_draft(to_node(data, faults), NOWHERE, tables, OfficeProfile()).order


def make_draft(node: Node | None, start: Place, tables: FileTables, profile: OfficeProfile) -> FileDraft:
    """Make an order of nodes.

    Raises:
        DataError: With everything that is wrong in them, and with what was found before.
    """
    faults = tables.faults
    if not isinstance(node, MappingNode):
        hint = "образец даёт команда prikaz new приказ"
        faults.add(DATA_EMPTY, start, "в файле нет полей документа" if node else "файл пуст", hint)
        raise faults.error()
    structure = Structure(faults=faults, tables=tables)
    order = structure.record(Order, _without_version(node, faults))
    broken = broken_references(order) if order is not NOTHING else ()
    if faults.found:
        for finding in broken:
            place = _nearest_place(structure.places, finding.path)
            faults.add_finding(place, finding)
        raise faults.error()
    findings = (*broken, *faults.doubts)
    return FileDraft(
        order=order, profile=profile, places=MappingProxyType(structure.places), findings=findings
    )


def _without_version(node: MappingNode, faults: Faults) -> MappingNode:
    """The fields of the order, after a look at the version of the format."""
    for entry in node.entries:
        if _is_version(entry) and not (
            isinstance(entry.value, ScalarNode) and entry.value.text in _KNOWN_VERSIONS
        ):
            faults.add(
                VERSION_UNKNOWN,
                entry.place,
                f"неизвестная версия формата; эта программа знает версию {VERSION}",
                "обновите программу или уберите строку",
                (entry.key,),
            )
    return node.evolve(entry for entry in node.entries if not _is_version(entry))


def _is_version(entry: MappingEntry) -> bool:
    return fold(entry.key) in {"версия", "version"}
