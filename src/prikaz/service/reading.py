"""The data file of an order that stood in a Word file, with notes as comments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from prikaz import files
from prikaz.errors import OutputError
from prikaz.service.documents import source_of
from prikaz.service.saving import refuse_inputs

if TYPE_CHECKING:
    from prikaz.model.drafts import Draft

_DATA: Final = frozenset({".yaml", ".yml", ".json"})
_OTHER_NAME: Final = "назовите файл данных иначе: -o"


def data_path(name: str) -> Path:
    """The path of a data file.

    Raises:
        OutputError: The name has the ending of another kind of file.
    """
    path = Path(name)
    if path.suffix.lower() in _DATA:
        return path
    message, better = f"файл данных не назвать «{path}»: это файл .yaml или .json", path.with_suffix(".yaml")
    raise OutputError(message, f"назовите его «{better}»", name)


def save_data(draft: Draft, target: Path, *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write the data file of an order, with notes as comments, and its pictures beside it.

    Args:
        draft: The order with its places.
        target: The data file. One that this function has made, and nobody has edited since, is replaced.
        overwrite: Replace files that are there, whoever has made them; never the file of the order itself.

    Returns:
        What was written: the data file, then files of pictures.

    Raises:
        OutputError: A file is there and may not be replaced, or cannot be written; before anything is.
        DataError: A text holds control characters, which no data file may.
    """
    source = source_of(draft)
    refuse_inputs(target, [source], "файл данных", _OTHER_NAME)
    plan = files.plan_new(draft.order, target, inputs=[source], notes=draft.notes, read_out_of=source.name)
    replaceable = [target] if files.is_unedited(target) else []
    return plan.write(overwrite=overwrite, replaceable=replaceable)
