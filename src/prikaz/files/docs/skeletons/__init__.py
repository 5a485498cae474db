"""Skeletons of data files: a commented draft of each document that offices write, which renders as it is."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Final

from prikaz.annotations import checked
from prikaz.language.words.spelling import fold
from prikaz.model import Kind

#: Files of skeletons by the names that clerks know them by.
SKELETONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "приказ": "order",
        "постановление": "resolution",
        "распоряжение": "directive",
        "решение": "decision",
        "план": "plan",
        "положение": "regulation",
        "изменения": "amendments",
        "приём на работу": "hiring",
        "отпуск": "leave",
        "командировка": "trip",
        "увольнение": "dismissal",
    }
)


@checked
def skeleton(name: Kind | str) -> str:
    """The skeleton of a kind of document, as YAML with comments in Russian.

    Args:
        name: One of :data:`SKELETONS`, or the kind.

    Raises:
        LookupError: There is none of that name.

    >>> skeleton(Kind.DECISION).count("вид: решение")
    1
    """
    files = {fold(known): file for known, file in SKELETONS.items()}
    file = files[fold(name.value if isinstance(name, Kind) else name)]
    return resources.files(__package__).joinpath(f"{file}.yaml").read_text(encoding="utf-8")
