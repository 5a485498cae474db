"""A new data file of an order that came from elsewhere: with comments, and its pictures beside it."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from prikaz.errors import DataError
from prikaz.files.loading.draft import make_draft
from prikaz.files.loading.tables import FileTables
from prikaz.files.nodes.faults import Faults
from prikaz.files.nodes.nodes import Place
from prikaz.files.nodes.source import Source
from prikaz.files.syntax.parsing import parse
from prikaz.files.writing.comments import Comment, OpenQuestion, comments_of, print_note, with_comments
from prikaz.files.writing.emit import is_beside, refuse_forbidden, to_json, to_yaml, with_names
from prikaz.files.writing.marks import marked
from prikaz.files.writing.revision import RevisionPlan
from prikaz.files.writing.unstructure import PlainData, to_dict
from prikaz.model import Image, OfficeProfile, Order
from prikaz.model.contents import images

if TYPE_CHECKING:
    from prikaz.model.drafts import SourceNote

#: The smallest picture there is, in place of all others where only the lines of the file matter.
_DOT: Final = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


def plan_new(  # noqa: PLR0913 (what is written, where, and what a person is told in it)
    order: Order,
    target: pathlib.Path,
    *,
    inputs: Sequence[pathlib.Path] = (),
    notes: Iterable[SourceNote] = (),
    questions: Iterable[OpenQuestion] = (),
    is_marked: bool = False,
) -> RevisionPlan:
    """What a new data file of an order would be; nothing is written.

    Args:
        order: The order.
        target: The new file; ``.json`` makes JSON, which has no comments, any other suffix YAML.
        inputs: What the order was made of; it is never written over.
        notes: What of these was not understood: comments stand above the fields that they are about, those
            about no field above everything.
        questions: What a person must decide, likewise.
        is_marked: Whether the file bears the mark by which :func:`prikaz.files.is_unedited` knows it.

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
        comments = (*(Comment(note.path, print_note(note)) for note in notes), *comments_of(questions))
        text = _commented(written, with_names(data, dict.fromkeys(names, _DOT)), comments)
        text = marked(text) if is_marked else text
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


def _commented(data: PlainData, dotted: PlainData, comments: Sequence[Comment]) -> str:
    """Data as YAML with comments; ``dotted`` is the same with pictures that stand in it.

    Comments of an order that would not be read from its file stand above everything.
    """
    text = to_yaml(data)
    if not comments:
        return text
    source, faults = Source(name="", text=text), Faults()
    try:
        node = parse(source.with_text(to_yaml(dotted)), faults)
        draft = make_draft(node, Place(), FileTables(faults=faults, folder=None), OfficeProfile())
        return with_comments(source, draft, comments)
    except DataError:
        return "".join(f"{comment.lines}\n" for comment in dict.fromkeys(comments)) + text
