"""Recorded changes of a Word file accepted or rejected, as Word does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from prikaz.docx.content.names import AUTHOR, CELL, PARAGRAPH, RUN, RUN_PROPERTIES, TABLE
from prikaz.docx.revisions.resolving.former import CHANGES, resolve_looks
from prikaz.docx.revisions.resolving.removal import (
    drop_mark,
    join_with_next,
    merge_cell,
    take_out,
    take_out_cells,
    take_out_rows,
)
from prikaz.docx.revisions.source.file import WordFile
from prikaz.docx.revisions.source.names import (
    CELL_CAME,
    CELL_MERGED,
    CELL_WENT,
    CHANGE_OF_CELL,
    CHANGE_OF_GRID,
    COMING,
    COMMENT_END,
    COMMENT_START,
    CONTROL_CONTENT,
    GOING,
    ID,
    NUMBER,
    ROW_PROPERTIES,
)
from prikaz.docx.revisions.source.runs import rename_staying
from prikaz.docx.wml.elements import remove, unwrap
from prikaz.docx.wml.names import w
from prikaz.docx.wml.package import PackageSource

if TYPE_CHECKING:
    from lxml import etree

_KINDS: Final = frozenset({"header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering"})
_ANY: Final = re.compile(
    rb"<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|\w+Range(?:Start|End))[\s/>]"
)
#: How a part in UTF-16 is known.
_IN_WIDE_LETTERS: Final = b"\0"
_HEAD: Final = 64
_CHANGES_OF_CELLS: Final = (CELL_CAME, CELL_WENT, CELL_MERGED, CHANGE_OF_CELL)
_CONTROL_OF_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}ctrlPr"
#: Ranges that only say where a recorded change lies.
_RANGES: Final = tuple(
    (w(f"{name}RangeStart"), w(f"{name}RangeEnd"))
    for name in (
        "moveFrom",
        "moveTo",
        "customXmlIns",
        "customXmlDel",
        "customXmlMoveFrom",
        "customXmlMoveTo",
    )
)


def accepted(source: PackageSource, *, author: str | None = None) -> bytes:
    """Accept the recorded changes of a Word file: the text becomes what it shows, without marks.

    Args:
        source: Path, bytes or binary stream of the file.
        author: Whose changes; None for those of everybody.

    Raises:
        PackageError: It is no Word file, is encrypted or dangerous, or its text is damaged.
    """
    return _resolved(source, author, keep=True)


def rejected(source: PackageSource, *, author: str | None = None) -> bytes:
    """Reject the recorded changes of a Word file: the text becomes what it was before them.

    Args:
        source: Path, bytes or binary stream of the file.
        author: Whose changes; None for those of everybody.

    Raises:
        PackageError: It is no Word file, is encrypted or dangerous, or its text is damaged.
    """
    return _resolved(source, author, keep=False)


def has_revisions(source: PackageSource, *, author: str | None = None) -> bool:
    """Whether a Word file has recorded changes.

    Args:
        source: Path, bytes or binary stream of the file.
        author: Whose changes; None for those of anybody.

    Raises:
        PackageError: It is no Word file, is encrypted or dangerous, or its text is damaged.
    """
    file = WordFile(source)
    return any(_Resolver(root, author, keep=True).finds_any() for _, root in _trees(file))


def _resolved(source: PackageSource, author: str | None, *, keep: bool) -> bytes:
    file = WordFile(source)
    for part, root in _trees(file):
        if _Resolver(root, author, keep=keep).resolve():
            file.change(part, root)
    return file.to_bytes()


def _trees(file: WordFile) -> list[tuple[str, etree._Element]]:
    """Parts that may hold recorded changes."""
    related = file.parts.relations(file.main).values()
    names = [file.main, *(each.target for each in related if each.kind in _KINDS and not each.external)]
    found = []
    for name in dict.fromkeys(names):
        data = file.parts.data(name)
        story = file.story(name) if _ANY.search(data) or _IN_WIDE_LETTERS in data[:_HEAD] else None
        if story is not None:
            found.append((name, story.root))
    return found


class _Resolver:
    """Resolves the recorded changes of one part.

    Args:
        root: The part.
        author: Whose changes; None for everybody's.
        keep: Whether they are accepted.
    """

    def __init__(self, root: etree._Element, author: str | None, *, keep: bool) -> None:
        self._root, self._author, self._keep = root, author, keep
        self._rows: list[etree._Element] = []
        self._joins: list[etree._Element] = []
        self._comments: set[str] = set()

    def finds_any(self) -> bool:
        """Whether there is anything to resolve."""
        names = (*COMING, *GOING, *CHANGES, CELL_CAME, CELL_WENT, CELL_MERGED)
        return any(self._is_asked(item) for item in self._root.iter(*names))

    def resolve(self) -> bool:
        """Resolve all changes; says whether there were any."""
        if not self.finds_any():
            return False
        grids = self._asked(CHANGE_OF_GRID)
        for item in self._asked(*COMING, *GOING):
            self._resolve(item)
        take_out_rows(self._rows)
        self._resolve_cells()
        for paragraph in self._joins:
            self._comments |= join_with_next(paragraph)
        for item in dict.fromkeys([*grids, *self._asked(*CHANGES)]):
            resolve_looks(item, keep=self._keep)
        self._drop_ranges()
        return True

    def _is_asked(self, item: etree._Element) -> bool:
        if self._author is None or item.tag != CHANGE_OF_GRID:
            return self._author is None or item.get(AUTHOR) == self._author
        table = next(item.iterancestors(TABLE), None)  # a change of a grid does not say whose it is
        cells = () if table is None else table.iter(*_CHANGES_OF_CELLS)
        return any(each.get(AUTHOR) == self._author for each in cells)

    def _asked(self, *names: str) -> list[etree._Element]:
        return [item for item in self._root.iter(*names) if self._is_asked(item)]

    def _resolve(self, item: etree._Element) -> None:
        parent = item.getparent()
        if parent is None:
            return
        goes = (item.tag in GOING) is self._keep
        if parent.tag == RUN_PROPERTIES:
            self._resolve_mark(item, parent, goes=goes)
        elif parent.tag == ROW_PROPERTIES:
            row = parent.getparent()
            self._rows += [row] if goes and row is not None else []
            remove(item)
        elif parent.tag == NUMBER:
            remove(parent if goes else item)
        elif goes and parent.tag != _CONTROL_OF_MATH:
            self._comments |= take_out(item)
            if parent.tag == CONTROL_CONTENT and not len(parent):
                parent.append(parent.makeelement(RUN))
        else:
            if item.tag in GOING:
                rename_staying(item)
            unwrap(item)

    def _resolve_mark(self, item: etree._Element, properties: etree._Element, *, goes: bool) -> None:
        """Resolve the change of the mark of a paragraph."""
        owner = properties.getparent()
        paragraph = None if owner is None else owner.getparent()
        drop_mark(item)
        if goes and paragraph is not None and paragraph.tag == PARAGRAPH:
            self._joins.append(paragraph)

    def _resolve_cells(self) -> None:
        for item in self._asked(CELL_MERGED):
            merge_cell(item, keep=self._keep)
        gone: list[etree._Element] = []
        for item in self._asked(CELL_CAME, CELL_WENT):
            cell = next(item.iterancestors(CELL), None)
            if cell is not None and (item.tag == CELL_WENT) is self._keep:
                gone.append(cell)
            remove(item)
        take_out_cells(gone)

    def _drop_ranges(self) -> None:
        for start, end in _RANGES:
            names = {item.get(ID) for item in self._asked(start)}
            for item in list(self._root.iter(start, end)):
                if item.get(ID) in names:
                    remove(item)
        for item in list(self._root.iter(COMMENT_START, COMMENT_END)):
            if item.get(ID) in self._comments:
                remove(item)
