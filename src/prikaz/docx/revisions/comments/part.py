"""The comments of a file: those it has, and new ones beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.docx.content.names import (
    AUTHOR,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    VAL,
    count,
)
from prikaz.docx.revisions.marking.pen import moment
from prikaz.docx.revisions.source.file import WordFile
from prikaz.docx.revisions.source.names import (
    BREAK,
    COMMENT,
    COMMENT_REFERENCE,
    DATE,
    ID,
    NO_BREAK_HYPHEN,
    TAB,
)
from prikaz.docx.revisions.source.numbers import free
from prikaz.docx.revisions.source.runs import made_leaves
from prikaz.docx.revisions.source.serializing import written
from prikaz.docx.wml.names import DECLARATION, W, w
from prikaz.opc.xml import parse

if TYPE_CHECKING:
    from lxml import etree

_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
_W16CID: Final = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
#: The number of a paragraph of a comment, by which other parts know it.
PARAGRAPH_ID: Final = f"{{{_W14}}}paraId"
_EMPTY: Final = f'{DECLARATION}<w:comments xmlns:w="{W}" xmlns:w14="{_W14}"></w:comments>'.encode()
#: Words of a comment look like words of a comment, whatever the paragraphs of the file look like.
_LOOK: Final = (
    ("spacing", {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}),
    ("ind", {"left": "0", "right": "0", "firstLine": "0"}),
    ("jc", {"val": "left"}),
)
_SIZE: Final = "20"
_SIGNS: Final = {TAB: "\t", BREAK: "\f", NO_BREAK_HYPHEN: "\u2011"}


class Comment(NamedTuple):
    """A comment of a file (примечание).

    Attributes:
        id: Its number.
        author: Whose it is.
        text: What it says; a line feed ends a paragraph.
    """

    id: str
    author: str
    text: str


class Comments:
    """The comments of a file.

    Args:
        file: The file.
    """

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._part = file.parts.related("comments")
        self._root = file.parts.root(self._part) if self._part else None
        self.is_damaged = bool(self._part) and self._root is None
        self._beside = {kind: _Beside(file, kind) for kind in BESIDE}
        self._made: list[etree._Element] = []
        self._places = _references(file)
        self._said: dict[tuple[str, str], list[str]] = {}
        for item in self.all():
            self._said.setdefault((item.author, item.text), []).append(item.id)
        names = (*(name for each in self._said.values() for name in each), *self._places)
        self._ids = free(number for name in names if (number := count(name)) is not None)

    def all(self) -> Iterator[Comment]:
        """Those that the file has."""
        for item in () if self._root is None else self._root.iterchildren(COMMENT):
            lines = (
                "".join(_SIGNS.get(each.tag, each.text or "") for each in line.iter(TEXT, *_SIGNS))
                for line in item.iter(PARAGRAPH)
            )
            yield Comment(item.get(ID) or "", item.get(AUTHOR) or "", "\n".join(lines))

    def stands_at(self, paragraph: etree._Element, author: str, text: str) -> bool:
        """Whether somebody's comment with these words stands in a paragraph."""
        return any(self._places.get(name) is paragraph for name in self._said.get((author, text), ()))

    def add(self, author: str, day: date | None, text: str) -> int:
        """Add a comment; gives its number."""
        root = self._open()
        name = next(self._ids)
        comment = root.makeelement(COMMENT, {ID: str(name), AUTHOR: author})
        if day is not None:
            comment.set(DATE, moment(day))
        comment.set(w("initials"), author[:1])
        for line in text.split("\n"):
            comment.append(_paragraph(comment, line, is_first=not len(comment)))
        if any(each.root is not None for each in self._beside.values()):
            number = next(self._file.new_paragraph_ids)
            comment[-1].set(PARAGRAPH_ID, number)
            for each in self._beside.values():
                each.add(number, self._file)
        self._made.append(comment)
        return name

    def _open(self) -> etree._Element:
        if self._root is None:
            self._root = parse(_EMPTY, "comments.xml")
        return self._root

    def write(self) -> None:
        """Write what was added into the file."""
        if not self._made or self._root is None:
            return
        self._root.extend(self._made)
        if self._part:
            self._file.change(self._part, self._root)
        else:
            self._file.add_part("comments", "comments", written(self._root, _EMPTY))
        for each in self._beside.values():
            each.write(self._file)


class _Beside:
    """A part that says more of each comment, by the numbers of their last paragraphs."""

    def __init__(self, file: WordFile, kind: str) -> None:
        self._kind = kind
        self._part = file.parts.related(kind)
        self.root = file.parts.root(self._part) if self._part else None

    def add(self, number: str, file: WordFile) -> None:
        if self.root is None:
            return
        space, name, more = BESIDE[self._kind]
        made = self.root.makeelement(f"{{{space}}}{name}", {f"{{{space}}}paraId": number})
        made.set(f"{{{space}}}{more}", "0" if more == "done" else next(file.new_paragraph_ids))
        self.root.append(made)

    def write(self, file: WordFile) -> None:
        if self.root is not None:
            file.change(self._part, self.root)


#: Parts that say more of comments: namespace and name of what they say, and what else it has.
BESIDE: Final = {
    "commentsExtended": (_W15, "commentEx", "done"),
    "commentsIds": (_W16CID, "commentId", "durableId"),
}


def _references(file: WordFile) -> dict[str, etree._Element]:
    """The paragraph of the body that each comment stands at."""
    story = file.story(file.main)
    found: dict[str, etree._Element] = {}
    for item in () if story is None else story.root.iter(COMMENT_REFERENCE):
        paragraph = next(item.iterancestors(PARAGRAPH), None)
        if paragraph is not None:
            found[item.get(ID) or ""] = paragraph
    return found


def _paragraph(owner: etree._Element, text: str, *, is_first: bool) -> etree._Element:
    made = owner.makeelement(PARAGRAPH)
    properties = _add(made, PARAGRAPH_PROPERTIES)
    for name, said in _LOOK:
        _add(properties, w(name), {w(key): value for key, value in said.items()})
    if is_first:
        _add(_add(made, RUN), w("annotationRef"))
    run = _add(made, RUN)
    look = _add(run, RUN_PROPERTIES)
    for name in ("sz", "szCs"):
        _add(look, w(name), {VAL: _SIZE})
    run.extend(made_leaves(run, text))
    return made


def _add(owner: etree._Element, name: str, said: dict[str, str] | None = None) -> etree._Element:
    made = owner.makeelement(name, said or {})
    owner.append(made)
    return made
