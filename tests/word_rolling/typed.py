"""Orders as a clerk types them in Word, with whatever may stand among their words."""

from __future__ import annotations

from lxml import etree

from prikaz.docx.revisions import rejected
from tests.docx.content.word_file import p, word_file
from tests.docx.revisions.said import remarks, said, texts
from tests.word_rolling.rolling import WHO, Source, Written, in_order, write

_HEAD = (
    "ОТДЕЛ ОБРАЗОВАНИЯ АДМИНИСТРАЦИИ ЛУГОВСКОГО РАЙОНА",
    "ПРИКАЗ",
    "16.03.2027\t№ 75",
    "О районном слёте",
)
_SIGNED = "Заведующий отделом\tИ.Л. Белов"


def typed(text: str) -> str:
    """XML of a paragraph; a tab is a tab."""
    return p(text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">'))


def order(*clauses: str, behind: str = "", **parts: str) -> bytes:
    """The file of an order of March 2027.

    Args:
        clauses: XML of what stands between the heading and the signature.
        behind: XML of what stands behind the signature.
        parts: Other parts, as :func:`word_file` takes them.
    """
    return word_file("".join([*map(typed, _HEAD), *clauses, typed(_SIGNED), behind]), **parts)


def rolled(file: bytes) -> Written:
    """The file of 2028: accepted it is the new order, rejected the old file."""
    made = write(Source(file))
    assert made.revision.unplaced == ()
    assert in_order(made.again.order) == made.wanted
    assert [*made.again.unread.values()] == [*made.rolled.unread.values()]
    assert said(made.accepted.data) == said(made.clean)
    back = rejected(made.data, author=WHO)
    assert said(back) == said(file)
    assert [each for each in remarks(back) if each[2] != WHO] == remarks(file)
    return made


def said_anew(made: Written) -> list[str]:
    """The paragraphs that are others than they were."""
    return [new for old, new in zip(texts(made.source.data), texts(made.data), strict=True) if old != new]


def words_in(element: etree._Element) -> str:
    """All words inside an element, recorded deletions too."""
    return "".join(map(str, element.itertext()))
