"""A new data file of an order that came from elsewhere: with comments, and its pictures beside it."""

from __future__ import annotations

import itertools
import pathlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from prikaz.files.writing.commented import Comment, print_note, to_commented_yaml
from prikaz.files.writing.comments import print_comment
from prikaz.files.writing.emit import is_beside, refuse_forbidden, to_json, with_names
from prikaz.files.writing.marks import marked
from prikaz.files.writing.revision import RevisionPlan
from prikaz.files.writing.unstructure import to_dict
from prikaz.model import Image, Order
from prikaz.model.contents import images
from prikaz.model.drafts import OpenQuestion

if TYPE_CHECKING:
    from prikaz.model.drafts import SourceNote


def plan_new(  # noqa: PLR0913 (what is written, where, and what a person is told in it)
    order: Order,
    target: pathlib.Path,
    *,
    inputs: Sequence[pathlib.Path] = (),
    notes: Iterable[SourceNote] = (),
    questions: Iterable[OpenQuestion] = (),
    read_out_of: str = "",
) -> RevisionPlan:
    """What a new data file of an order would be; nothing is written.

    Args:
        order: The order.
        target: The new file; ``.json`` makes JSON, which has no comments, any other suffix YAML.
        inputs: What the order was made of; it is never written over.
        notes: What of these was not understood: comments stand above the fields that they are about, those
            about no field above everything.
        questions: What a person must decide, likewise.
        read_out_of: Name of the file that it was read out of: then it bears the mark by which
            :func:`prikaz.files.is_unedited` knows it.

    Raises:
        DataError: A text holds control characters, which no data file may.
    """
    data = to_dict(order)
    refuse_forbidden(data)
    named = _names_of_pictures(order, target)
    names = {image.uri: name for name, image in named.items()}
    written = with_names(data, names)
    if target.suffix.lower() == ".json":
        text = to_json(written)
    else:
        told = ((note.path, print_note(note)) for note in notes)
        asked = ((question.path, print_comment(question)) for question in questions)
        text = to_commented_yaml(written, itertools.starmap(Comment, (*told, *asked)))
        text = marked(text, read_out_of) if read_out_of else text
    pictures = {name: image for name, image in named.items() if not is_beside(image, target.parent, name)}
    contents = {target: text.encode()}
    contents |= {target.parent / name: image.data for name, image in pictures.items()}
    return RevisionPlan(contents=contents, inputs=tuple(inputs))


def _names_of_pictures(order: Order, target: pathlib.Path) -> Mapping[str, Image]:
    """Names for the files of the pictures of an order, beside its data file; equal pictures have one.

    >>> from prikaz.model import Kind, Person, Signature
    >>> order = Order(kind=Kind.ORDER, clauses=["Раз."], signatures=[Signature(person=Person(last="Белов"))])
    >>> _names_of_pictures(order, pathlib.Path("приказ.yaml"))
    {}
    """
    different = dict.fromkeys(images(order))
    return {
        f"{target.stem}-рисунок-{number}.{image.info.extension}": image
        for number, image in enumerate(different, 1)
    }
