"""Comments taken out of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import AUTHOR as AUTHOR_NAME
from prikaz.docx.content.names import PARAGRAPH, RUN, RUN_PROPERTIES
from prikaz.docx.revisions.comments.part import BESIDE, PARAGRAPH_ID
from prikaz.docx.revisions.edits import AUTHOR
from prikaz.docx.revisions.source.file import WordFile
from prikaz.docx.revisions.source.names import COMMENT, COMMENT_END, COMMENT_REFERENCE, COMMENT_START, ID
from prikaz.docx.wml.elements import remove
from prikaz.docx.wml.package import PackageSource

if TYPE_CHECKING:
    from lxml import etree

_PARENT: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}paraIdParent"


def without_comments(source: PackageSource, author: str = AUTHOR) -> bytes:
    """Take the comments of an author out; those that somebody has answered stay, as all words do.

    Args:
        source: Path, bytes or binary stream of the file.
        author: Whose comments.

    Raises:
        PackageError: It is no Word file, is encrypted or dangerous, or its text is damaged.
    """
    file = WordFile(source)
    part = file.parts.related("comments")
    root = file.parts.root(part) if part else None
    if root is None:
        return file.to_bytes()
    answered = {item.get(_PARENT) for _, tree in _beside(file) for item in tree}
    gone = [
        item
        for item in root.iterchildren(COMMENT)
        if item.get(AUTHOR_NAME) == author and answered.isdisjoint(_paragraph_ids(item))
    ]
    if gone:
        _take_out(file, part, root, gone)
    return file.to_bytes()


def _take_out(file: WordFile, part: str, root: etree._Element, gone: list[etree._Element]) -> None:
    names = {item.get(ID) for item in gone}
    numbers = {number for item in gone for number in _paragraph_ids(item)}
    for item in gone:
        remove(item)
    file.change(part, root)
    story = file.story(file.main)
    if story is None:
        return
    for mark in list(story.root.iter(COMMENT_START, COMMENT_END, COMMENT_REFERENCE)):
        if mark.get(ID) in names:
            _drop(mark)
            story.is_changed = True
    for name, tree in _beside(file):
        for item in [item for item in tree if not numbers.isdisjoint(map(str, item.attrib.values()))]:
            remove(item)
        file.change(name, tree)


def _drop(mark: etree._Element) -> None:
    """Take a mark out, and its run, if that holds nothing else."""
    run = mark.getparent()
    remove(mark)
    if run is not None and run.tag == RUN and all(child.tag == RUN_PROPERTIES for child in run):
        remove(run)


def _beside(file: WordFile) -> Iterator[tuple[str, etree._Element]]:
    """The parts that say more of each comment, with their names."""
    for kind in BESIDE:
        name = file.parts.related(kind)
        tree = file.parts.root(name) if name else None
        if tree is not None:
            yield name, tree


def _paragraph_ids(comment: etree._Element) -> list[str]:
    return [number for item in comment.iter(PARAGRAPH) if (number := item.get(PARAGRAPH_ID))]
