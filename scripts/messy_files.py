"""How well the reader understands files as clerks make them: fields right and text understood, file by file.

``python -m scripts.messy_files [--misses] [--held] [NAME…]`` packs each case of ``tests/reader/messy``,
reads it and compares the order with the one that a careful person has typed. ``--misses`` prints each
field that is not right, with what was expected and what came; ``--held`` takes the cases that are kept
aside; a name is the beginning of one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from prikaz import files
from prikaz.reader.draft import WordDraft
from tests.reader import word_files
from tests.reader.order_fields import fields_of
from tests.reader.scoring import Field, compare

Reader = Callable[[bytes], WordDraft]


class Score(NamedTuple):
    """What came of one case.

    Attributes:
        name: Its name.
        fields: All fields, right and wrong.
        total: Characters of the file.
        understood: Those of them that are in the order.
        failure: What the reader said if it could not read; "" usually.
    """

    name: str
    fields: tuple[Field, ...]
    total: int = 0
    understood: int = 0
    failure: str = ""

    @property
    def right(self) -> int:
        """How many fields are right."""
        return sum(field.is_right for field in self.fields)

    @property
    def misses(self) -> tuple[Field, ...]:
        """The fields that are not."""
        return tuple(field for field in self.fields if not field.is_right)


def score(name: str, read: Reader | None = None) -> Score:
    """Read a case and compare."""
    typed = fields_of(files.load(word_files.expected(name)))
    try:
        draft = (read or _read)(word_files.word_file(name))
    except Exception as error:  # noqa: BLE001 (whatever it is, it is a miss of this case)
        return Score(name, tuple(compare(typed, "")), failure=f"{type(error).__name__}: {error}")
    coverage = draft.coverage
    fields = tuple(compare(typed, fields_of(draft.order)))
    return Score(name, fields, coverage.total, coverage.understood)


def share_right(scores: Iterable[Score]) -> float:
    """Share of the fields that are right, of all cases together."""
    counted = [(item.right, len(item.fields)) for item in scores]
    return _share(sum(right for right, _ in counted), sum(total for _, total in counted))


def share_understood(scores: Iterable[Score]) -> float:
    """Share of the characters that are in the orders, of all cases together."""
    counted = [(item.understood, item.total) for item in scores]
    return _share(sum(right for right, _ in counted), sum(total for _, total in counted))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _read(data: bytes) -> WordDraft:
    from prikaz.reader import read  # noqa: PLC0415 (a test of the scorer brings its own reader)

    return read(data)


def main(arguments: list[str]) -> int:
    """Print the scores; 1 if any case could not be read."""
    parser = argparse.ArgumentParser(prog="messy_files", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print each field that is not right")
    parser.add_argument("--held", action="store_true", help="the cases that are kept aside")
    parser.add_argument("names", nargs="*", help="beginnings of names")
    asked = parser.parse_args(arguments)
    names = [name for name in word_files.names(held=asked.held) if _is_asked(name, asked.names)]
    scores = [score(name) for name in names]
    for item in scores:
        _print(item, misses=asked.misses)
    total = sum(len(item.fields) for item in scores)
    print(
        f"\nвсего {sum(item.right for item in scores)}/{total}: {_percent(share_right(scores))} полей,",
        end=" ",
    )
    print(f"понято {_percent(share_understood(scores))} знаков")
    return 1 if any(item.failure for item in scores) else 0


def _is_asked(name: str, beginnings: list[str]) -> bool:
    short = name.removeprefix("held-")
    return not beginnings or any(name.startswith(start) or short.startswith(start) for start in beginnings)


def _print(item: Score, *, misses: bool) -> None:
    shares = f"{_percent(share_right([item]))} полей, понято {_percent(share_understood([item]))}"
    print(f"{item.name}: {item.right}/{len(item.fields)}, {item.failure or shares}")
    if misses and not item.failure:
        for field in item.misses:
            print(f"  {field.path}\n    ждали:  {field.expected!r}\n    пришло: {field.got!r}")


def _percent(share: float) -> str:
    return f"{share:.1%}".replace(".", ",").replace("%", " %")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
