"""Edits and comments by the words they are about, for tests."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from prikaz.docx.content import read_content
from prikaz.docx.revisions import CommentAt, Edit, Revised, revise
from tests.docx.revisions.said import every_paragraph

MAIN = "word/document.xml"
BY_BELOV = 'w:id="7" w:author="Белов"'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def edit(file: bytes, words: str, new: str) -> Edit:
    """The edit of the first place where words stand."""
    part, index, start = _place(file, words)
    return Edit(part, index, start, start + len(words), new)


def comment(file: bytes, words: str, text: str) -> CommentAt:
    """A comment at the first place where words stand."""
    part, index, start = _place(file, words)
    return CommentAt(part, index, start, start + len(words), text)


def _place(file: bytes, words: str) -> tuple[str, int, int]:
    for paragraph in every_paragraph(read_content(file)):
        start = paragraph.text.find(words)
        if start >= 0:
            return paragraph.part, paragraph.index, start
    raise AssertionError(words)


def changed(file: bytes, words: str, new: str) -> bytes:
    """The file with the first place where words stand changed; nothing is refused."""
    made = revise(file, [edit(file, words, new)])
    assert made.refused == ()
    return made.data


def refused(file: bytes, words: str, new: str) -> str:
    """Why an edit is not made; nothing is changed then."""
    made = revise(file, [edit(file, words, new)])
    assert parts(made.data) == parts(file)
    ((_, why),) = made.refused
    return why


def every_year(file: bytes) -> list[Edit]:
    """An edit at every year in the text: to the next one."""
    return [
        Edit(each.part, each.index, found.start(), found.end(), str(int(found[0]) + 1))
        for each in every_paragraph(read_content(file))
        for found in re.finditer("20[0-9]{2}", each.text)
    ]


def parts(file: bytes) -> dict[str, bytes]:
    """Parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(file: bytes, part: str = MAIN) -> etree._Element:
    """A part as a tree."""
    return etree.fromstring(parts(file)[part])


def xml(file: bytes, part: str = MAIN) -> str:
    """What stands in the first paragraph of a part, names of spaces left out, attributes too."""
    paragraph = next(tree(file, part).iter(f"{W}p"))
    return "".join(map(shape, paragraph))


def shape(element: etree._Element) -> str:
    """An element as brackets: ``ins[r[rPr[b] t:7]]``."""
    name = etree.QName(element).localname
    inside = " ".join(map(shape, element))
    text = f":{element.text}" if element.text else ""
    return f"{name}{text}" + (f"[{inside}]" if inside else "")


def told(made: Revised) -> list[tuple[str, str]]:
    """What is to be told of what was done."""
    return [(each.kind.name, each.text) for each in made.told]


def attributes(element: etree._Element) -> dict[str, str]:
    """Attributes of an element."""
    return {str(name): str(value) for name, value in element.attrib.items()}
