"""styles.xml: defaults, Word's own styles, paragraph styles of the master, characters and tables."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder.kinds import Master
from prikaz.masters.builder.markup import mm, part, pt, w
from prikaz.masters.builder.styles import paragraph_styles

FONT: Final = "Times New Roman"


def stylesheet(master: Master) -> str:
    """The whole part."""
    return part(
        "styles",
        _defaults(),
        _latent(),
        _BUILT_IN,
        *(style.xml() for style in paragraph_styles(master)),
        _CHARACTER,
        _table(),
    )


_CHARACTER: Final = w(
    "style",
    w("name", val="Вразрядку"),
    w("basedOn", val="DefaultParagraphFont"),
    w("uiPriority", val=1),
    w("qFormat"),
    w("rPr", w("spacing", val=pt(3))),
    type="character",
    customStyle=1,
    styleId="Spaced",
) + w(
    "style",
    w("name", val="Метка"),
    w("basedOn", val="DefaultParagraphFont"),
    w("uiPriority", val=99),
    w("rPr", w("color", val="808080"), w("sz", val=16), w("szCs", val=16)),
    type="character",
    customStyle=1,
    styleId="Tag",
)

_BUILT_IN: Final = (
    w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("pPr", w("widowControl")),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    + w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    + w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w(
                "tblCellMar",
                *(
                    w(side, w=width, type="dxa")
                    for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
                ),
            ),
        ),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    + w(
        "style",
        w("name", val="No List"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="numbering",
        default=1,
        styleId="NoList",
    )
    + w(
        "style",
        w("name", val="header"),
        w("basedOn", val="Normal"),
        w("uiPriority", val=99),
        w("unhideWhenUsed"),
        type="paragraph",
        styleId="Header",
    )
)


def _defaults() -> str:
    letters = w(
        "rPr",
        w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT),
        w("sz", val=28),
        w("szCs", val=28),
        w("lang", val="ru-RU", eastAsia="ru-RU", bidi="ar-SA"),
    )
    spacing = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", spacing))


def _latent() -> str:
    """Hide Word's own styles from the gallery, so that only those of the order are seen there."""
    normal = w("lsdException", name="Normal", semiHidden=0, uiPriority=0, unhideWhenUsed=0, qFormat=1)
    return w(
        "latentStyles",
        normal,
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _table() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="auto") for side in sides))
    margins = (("top", 1), ("left", 1.8), ("bottom", 1), ("right", 1.8))
    cells = w("tblCellMar", *(w(side, w=mm(width), type="dxa") for side, width in margins))
    return w(
        "style",
        w("name", val="Таблица приказа"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=1),
        w("qFormat"),
        w("tblPr", w("tblInd", w=0, type="dxa"), borders, cells),
        type="table",
        customStyle=1,
        styleId="OrderTable",
    )
