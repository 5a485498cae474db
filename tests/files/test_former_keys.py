"""English keys that a data file could once have are still read, whatever the fields are called now.

``former_keys.tsv`` is frozen: class, English key and Russian key as they were when the classes got
their present names. An English key that goes out of use becomes a ``former`` name of its term.
"""

from __future__ import annotations

import csv
import enum
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from prikaz import files, model
from prikaz.files.keys.shapes import Blocks, ListOf, MappingOf, Record, Scalar, Shape, shapes
from prikaz.files.loading.profiles import OfficeWords
from prikaz.language.deadlines.kinds import Deadline
from prikaz.model.terms import terms

with (Path(__file__).parent / "former_keys.tsv").open(encoding="utf-8") as _file:
    ROWS = [(row["class"], row["key"], row["russian"]) for row in csv.DictReader(_file, delimiter="\t")]

#: Classes that have another name now.
RENAMED: dict[str, type] = {
    "Executor": model.PreparedBy,
    "Approval": model.Endorsement,
    "OfficeRules": model.OfficeProfile,
    "Words": OfficeWords,
}
CLASSES: dict[str, type] = {name: RENAMED.get(name) or getattr(model, name) for name, _, _ in ROWS}
NAMES = {cls: name for name, cls in CLASSES.items()}
IN_PROFILES = {"OfficeRules", "Layout", "Words"}
#: Values where any text will not do.
SAMPLES: dict[tuple[str, str], Any] = {
    ("Target", "bound"): "не менее",
    ("Target", "value"): "5",
    **{("Layout", side): 25 for side in ("left", "right", "top", "bottom")},
    ("Cell", "columns"): 2,
    ("Column", "width"): 25,
}
#: What one order leaves out of keys that stand for the same thing: no object has all of them.
ALTERNATIVES = (
    {("Annex", "blocks"), ("Roadmap", "activities")},
    {("Annex", "blocks"), ("Roadmap", "sections")},
    {("Annex", key) for name, key, russian in ROWS if name == "Annex" and russian in model.BLOCKS},
)


class Writer:
    """Writes objects with every former key they could have.

    Attributes:
        is_english: Whether keys are English, else Russian.
        left_out: Keys that are not written.
        written: Keys that have been.
    """

    def __init__(self, *, is_english: bool, left_out: set[tuple[str, str]]) -> None:
        self.is_english = is_english
        self.left_out = left_out
        self.written: set[tuple[str, str]] = set()

    def fields(self, name: str, depth: int = 0) -> dict[str, Any]:
        """An object of a class."""
        keys = [(key, russian) for owner, key, russian in ROWS if owner == name]
        chosen = [(key, russian) for key, russian in keys if (name, key) not in self.left_out]
        self.written |= {(name, key) for key, _ in chosen}
        return {
            key if self.is_english else russian: self._field(name, key, russian, depth)
            for key, russian in chosen
        }

    def _field(self, name: str, key: str, russian: str, depth: int) -> Any:
        if name == "Annex" and russian in model.BLOCKS:
            return self.fields(NAMES[model.BLOCKS[russian]], depth + 1)
        if (name, key) == ("OfficeRules", "dictionary"):
            return self.fields("Words")
        cls = CLASSES[name]
        field = next(field for field, term in terms(cls).items() if term.name == russian)
        return SAMPLES.get((name, key)) or self._value(shapes(cls)[field], depth)

    def _value(self, shape: Shape, depth: int) -> Any:
        match shape:
            case Scalar():
                return sample(shape.kind)
            case Record():
                return self.fields(NAMES[shape.cls], depth + 1)
            case ListOf(item=Record(cls=model.Clause)) if depth > 2:
                return ["текст"]
            case ListOf():
                return [self._value(shape.item, depth)]
            case MappingOf():
                return {str(sample(shape.key.kind)): self._value(shape.value, depth)}
            case Blocks():
                return ["текст"]


def sample(kind: Any) -> Any:
    """A value of one text."""
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(member.value for member in kind if member.value)
    known: dict[Any, Any] = {int: 2027, bool: "да", date: "16.03.2027", Decimal: "5", Deadline: "01.06.2027"}
    return known.get(kind, "текст")


@pytest.mark.parametrize("left_out", ALTERNATIVES, ids=["sections", "activities", "blocks"])
def test_an_order_with_former_english_keys_is_the_same(
    left_out: set[tuple[str, str]], tmp_path: Path
) -> None:
    data = Writer(is_english=True, left_out=left_out).fields("Order")
    (tmp_path / "order.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    russian = Writer(is_english=False, left_out=left_out).fields("Order")
    assert files.load(tmp_path / "order.json") == files.from_dict(russian)


def test_every_former_english_key_of_an_order_is_tried() -> None:
    written: set[tuple[str, str]] = set()
    for left_out in ALTERNATIVES:
        writer = Writer(is_english=True, left_out=left_out)
        writer.fields("Order")
        written |= writer.written
    assert written == {(name, key) for name, key, _ in ROWS if name not in IN_PROFILES}


@pytest.mark.parametrize("left_out", ALTERNATIVES, ids=["sections", "activities", "blocks"])
def test_the_schema_accepts_former_english_keys(left_out: set[tuple[str, str]]) -> None:
    data = Writer(is_english=True, left_out=left_out).fields("Order")
    assert [error.message for error in Draft202012Validator(files.schema()).iter_errors(data)] == []


def test_a_profile_with_former_english_keys_is_the_same(tmp_path: Path) -> None:
    for is_english, name in ((True, "en.toml"), (False, "ru.toml")):
        writer = Writer(is_english=is_english, left_out=set())
        (tmp_path / name).write_text(toml(writer.fields("OfficeRules")), encoding="utf-8")
        assert writer.written >= {(name, key) for name, key, _ in ROWS if name in IN_PROFILES}
    assert files.load_profile(tmp_path / "en.toml") == files.load_profile(tmp_path / "ru.toml")


def test_the_table_of_profiles_has_an_english_name(tmp_path: Path) -> None:
    path = tmp_path / "prikaz.toml"
    path.write_text('[profiles.school]\ninitials = "перед фамилией"\n', encoding="utf-8")
    assert files.load_profile(path, "school") != files.load_profile(path)


def toml(data: dict[str, Any]) -> str:
    """A mapping as TOML, each value on one line."""
    return "".join(
        f"{json.dumps(key, ensure_ascii=False)} = {inline(value)}\n" for key, value in data.items()
    )


def inline(value: Any) -> str:
    """A value as TOML in one line."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key, ensure_ascii=False)} = {inline(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return json.dumps(value, ensure_ascii=False)
