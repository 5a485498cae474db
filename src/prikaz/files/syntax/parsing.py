"""A text as nodes, whatever it is written in."""

from __future__ import annotations

from itertools import islice
from typing import Final

from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Node, Place
from prikaz.files.nodes.source import CHARACTER_FORBIDDEN, FORBIDDEN, Dialect, Source, describe_forbidden

#: Control characters that somebody may have copied from elsewhere.
_MOST_FORBIDDEN: Final = 100


def parse(source: Source, faults: Faults) -> Node | None:
    """Make nodes of a text; None for an empty one.

    Faults that can be fixed are collected and reading goes on.

    Raises:
        DataError: The text cannot be read on; carries everything found so far.
    """
    source = _without_forbidden(source, faults)
    if source.dialect is Dialect.JSON:
        from prikaz.files.syntax.json import compose_json  # noqa: PLC0415 (one of the two is needed)

        return compose_json(source, faults)
    from prikaz.files.syntax.yaml_recovery import parse_yaml  # noqa: PLC0415 (one of the two is needed)

    return parse_yaml(source, faults)


def _without_forbidden(source: Source, faults: Faults) -> Source:
    """A text with spaces in place of control characters, each a fault.

    Raises:
        DataError: There are so many that it is no text.
    """
    count = sum(1 for _ in islice(FORBIDDEN.finditer(source.text), _MOST_FORBIDDEN + 1))
    if count > _MOST_FORBIDDEN:
        message = "это не текст: в нём много управляющих знаков"
        faults.add(CHARACTER_FORBIDDEN, Place(file=source.name), message, "укажите файл с текстом")
        raise faults.error()
    for number, line in enumerate(source.lines, 1):
        for match in FORBIDDEN.finditer(line):
            place = Place(file=source.name, line=number, column=match.start() + 1)
            faults.add(CHARACTER_FORBIDDEN, place, *describe_forbidden(match[0]))
    return source.with_text(FORBIDDEN.sub(" ", source.text))
