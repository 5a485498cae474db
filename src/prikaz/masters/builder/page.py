"""The sheet: size, margins, sections and the running head with the page number."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.markup import field, mm, paragraph, part, tag, w

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
LEFT: Final = 30.0  # ГОСТ Р 7.0.97-2016, 3.3: kept for more than ten years
RIGHT: Final = 10.0
TOP: Final = 20.0
BOTTOM: Final = 20.0
HEADER: Final = 10.0
INDENT: Final = 12.5

TEXT: Final = WIDTH - LEFT - RIGHT
#: Width of the text on a landscape sheet, which has 20 mm on both sides.
LANDSCAPE_TEXT: Final = HEIGHT - 20 - 20

#: Running heads: relationship → part.
NUMBERED: Final = "rId10"
EMPTY: Final = "rId11"
LAST: Final = "rId12"
HEADERS: Final = {NUMBERED: "header1.xml", EMPTY: "header2.xml", LAST: "header3.xml"}


def headers() -> dict[str, str]:
    """The running heads by the names of their parts.

    The section that ends the document is the last annex, whose pages are all
    numbered, or without annexes the order itself, whose first page is not: a tag
    in its head tells them apart.
    """
    number = field("PAGE", "2")
    return {
        HEADERS[NUMBERED]: _header(number),
        HEADERS[EMPTY]: _header(),
        HEADERS[LAST]: _header(tag("{%r if приложения %}"), number, tag("{%r endif %}")),
    }


def _header(*runs: str) -> str:
    return part("hdr", paragraph("PageNumber", *runs))


def order_section() -> str:
    """The section of the order when annexes follow it: no number on page 1."""
    return _section(_reference("default", NUMBERED), _reference("first", EMPTY), title_page=True)


def annex_section() -> str:
    """The section of an annex that another one follows: its head goes on from the section before."""
    return _section(title_page=False)


def last_section() -> str:
    """The section that ends the document."""
    return _section(_reference("default", NUMBERED), _reference("first", LAST), title_page=True)


def _reference(kind: str, relationship: str) -> str:
    return f'<w:headerReference w:type="{kind}" r:id="{relationship}"/>'


def _section(*references: str, title_page: bool) -> str:
    return w(
        "sectPr",
        *references,
        w("type", val="nextPage"),
        w("pgSz", w=mm(WIDTH), h=mm(HEIGHT)),
        w(
            "pgMar",
            top=mm(TOP),
            right=mm(RIGHT),
            bottom=mm(BOTTOM),
            left=mm(LEFT),
            header=mm(HEADER),
            footer=mm(HEADER),
            gutter=0,
        ),
        w("cols", space=708),
        w("titlePg") if title_page else "",
        w("docGrid", linePitch=360),
    )


def section_end(section: str = "") -> str:
    """The tiny paragraph that holds a section break, or closes a table at the end of a section."""
    return paragraph("SectionEnd", direct=section)
