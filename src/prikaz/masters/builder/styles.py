"""The paragraph styles that a template author sees in Word, by what they are for."""

from __future__ import annotations

from typing import Final

from prikaz.masters.builder import joint
from prikaz.masters.builder.illustrations import STYLES as ILLUSTRATION
from prikaz.masters.builder.kinds import STANDALONE, Master
from prikaz.masters.builder.letterhead import CONTACTS, CORNERS, EMBLEM
from prikaz.masters.builder.numbering import list_of
from prikaz.masters.builder.page import INDENT, LANDSCAPE_TEXT, TEXT
from prikaz.masters.builder.style import StyleDefinition

MARK: Final = 80.0  # ГОСТ Р 7.0.97-2025: a line of a requisite is up to 8 cm
TITLE: Final = 110.0  # ГОСТ Р 7.0.97-2016: a requisite in the middle is not wider than 12 cm
MEMBER: Final = 80.0


def paragraph_styles(master: Master) -> tuple[StyleDefinition, ...]:
    """All paragraph styles of a master, in the order of their groups."""
    alone = _STANDALONE if master == STANDALONE else ()
    return (
        *_SERVICE,
        EMBLEM,
        _kind(master),
        *_HEAD,
        CONTACTS,
        *CORNERS,
        *_STAMPS,
        *alone,
        *_TEXT_STYLES,
        *_AFTER_TEXT,
        *_ANNEX,
        *ILLUSTRATION,
        *_CELLS,
        *joint.STYLES,
    )


_SERVICE: Final = (
    StyleDefinition(
        id="PageNumber", name="Номер страницы", parent="Header", align="center", size=12, shown=False
    ),
    StyleDefinition(id="TagLine", name="Строка метки", size=8, colour="808080", shown=False),
    StyleDefinition(id="SectionEnd", name="Конец раздела", exact=1, size=1, shown=False),
)


def _kind(master: Master) -> StyleDefinition:
    return StyleDefinition(
        id="Kind",
        name="Вид документа",
        follows="DateNumber",
        after=16,
        align="center",
        keep_next=True,
        size=master.kind_size,
        bold=True,
        spaced=master.kind_spaced,
    )


_HEAD: Final = (
    StyleDefinition(id="DraftMark", name="Отметка проекта", align="right", after=12, bold=True),
    StyleDefinition(
        id="Letterhead", name="Бланк", after=20, grouped=True, align="center", keep_next=True, bold=True
    ),
    StyleDefinition(id="DateNumber", name="Дата и номер", follows="Place", after=6, tabs=(("right", TEXT),)),
    StyleDefinition(id="Place", name="Место издания", follows="Heading", after=6, align="center"),
    StyleDefinition(
        id="Heading",
        name="Заголовок к тексту",
        follows="Preamble",
        before=14,
        after=18,
        right=TEXT - MARK,
        keep_next=True,
        keep_lines=True,
    ),
    StyleDefinition(
        id="HeadingCentred",
        name="Заголовок к тексту по центру",
        parent="Heading",
        follows="Preamble",
        left=(TEXT - TITLE) / 2,
        right=(TEXT - TITLE) / 2,
        align="center",
        bold=True,
    ),
)

_STAMPS: Final = (
    StyleDefinition(
        id="ApprovalStamp",
        name="Гриф утверждения",
        after=24,
        grouped=True,
        left=TEXT - MARK,
        keep_next=True,
        keep_lines=True,
    ),
    StyleDefinition(
        id="ApprovalStampLandscape",
        name="Гриф утверждения альбомной",
        parent="ApprovalStamp",
        left=LANDSCAPE_TEXT - MARK,
    ),
    StyleDefinition(id="StampInRow", name="Гриф в ряду", keep_next=True, keep_lines=True, size=12),
)

_STANDALONE: Final = (
    StyleDefinition(
        id="StandaloneKind",
        name="Название документа",
        follows="StandaloneHeading",
        before=12,
        align="center",
        keep_next=True,
        outline=0,
        bold=True,
        spaced=1,
    ),
    StyleDefinition(
        id="StandaloneHeading",
        name="Заголовок документа",
        follows="AnnexText",
        after=16,
        align="center",
        keep_next=True,
        keep_lines=True,
        bold=True,
    ),
)

_TEXT_STYLES: Final = (
    StyleDefinition(id="OrderText", name="Текст документа", after=6, first=INDENT, align="both"),
    StyleDefinition(id="Preamble", name="Преамбула", parent="OrderText", follows="Clause1"),
    StyleDefinition(
        id="OperativeWord",
        name="Распорядительное слово",
        parent="OrderText",
        follows="Clause1",
        before=6,
        after=12,
        first=0,
        align="left",
        keep_next=True,
    ),
    StyleDefinition(
        id="OperativeWordCentred",
        name="Распорядительное слово по центру",
        parent="OperativeWord",
        follows="Clause1",
        align="center",
    ),
    *(
        StyleDefinition(
            id=f"Clause{level + 1}", name=f"Пункт {level + 1}", parent="OrderText", level=level, first=INDENT
        )
        for level in range(4)
    ),
    *(
        StyleDefinition(
            id=style, name=name, parent="OrderText", level=0, numbering=list_of(style), first=INDENT
        )
        for style, name in (
            ("ListItem", "Перечисление"),
            ("BracketItem", "Подпункт со скобкой"),
            ("LetterItem", "Подпункт с буквой"),
        )
    ),
    StyleDefinition(id="ClauseParagraph", name="Абзац пункта", parent="OrderText"),
    StyleDefinition(
        id="ClauseSection",
        name="Раздел положения",
        follows="Clause2",
        level=0,
        before=12,
        after=8,
        first=0,
        align="center",
        keep_next=True,
        keep_lines=True,
        outline=1,
        bold=True,
    ),
    *(
        StyleDefinition(
            id=style,
            name=name,
            parent="ClauseSection",
            follows="Clause1",
            level=0,
            numbering=list_of(style),
            outline=1,
        )
        for style, name in (("RomanSection", "Раздел с римской цифрой"), ("Chapter", "Глава"))
    ),
    StyleDefinition(
        id="Article",
        name="Статья",
        parent="ClauseSection",
        follows="Clause1",
        level=0,
        numbering=list_of("Article"),
        first=INDENT,
        align="left",
        outline=2,
    ),
)


_CLOSING: Final = (
    StyleDefinition(
        id="Grounds",
        name="Основание",
        parent="OrderText",
        before=6,
        after=3,
        keep_next=True,
        keep_lines=True,
    ),
    StyleDefinition(id="Seal", name="Место печати", before=6, keep_lines=True),
    StyleDefinition(
        id="MarkWords", name="Слова отметки", follows="MarkLine", before=18, after=6, keep_next=True
    ),
    StyleDefinition(id="MarkLine", name="Строка отметки", after=3, keep_next=True, keep_lines=True),
    StyleDefinition(
        id="MarkSignature",
        name="Подпись под отметкой",
        after=3,
        tabs=(("right", TEXT),),
        align="left",
        keep_lines=True,
    ),
    StyleDefinition(id="Note", name="Отметка", before=12, grouped=True, size=10, keep_lines=True),
)

_AFTER_TEXT: Final = (
    StyleDefinition(
        id="OfficialSignature",
        name="Подпись должностного лица",
        before=42,  # three lines: ГОСТ Р 7.0.97-2016 leaves it to the instruction of the office
        tabs=(("right", TEXT),),
        align="left",
        keep_lines=True,
    ),
    *_CLOSING,
    StyleDefinition(
        id="RecipientsTitle",
        name="Заголовок рассылки",
        follows="Recipient",
        before=30,
        after=6,
        keep_next=True,
    ),
    StyleDefinition(id="Recipient", name="Рассылка", after=3, keep_lines=True),
    StyleDefinition(id="Executor", name="Исполнитель", before=30, grouped=True, size=10, keep_lines=True),
    StyleDefinition(
        id="SheetTitle", name="Заголовок листа", before=30, after=12, align="center", keep_next=True
    ),
    StyleDefinition(
        id="NewSheetTitle", name="Заголовок нового листа", parent="SheetTitle", before=0, new_page=True
    ),
)

_ANNEX: Final = (
    StyleDefinition(
        id="AnnexMark",
        name="Гриф приложения",
        after=24,
        grouped=True,
        left=TEXT - MARK,
        align="center",
        keep_next=True,
    ),
    StyleDefinition(
        id="AnnexMarkLandscape",
        name="Гриф приложения альбомной",
        parent="AnnexMark",
        left=LANDSCAPE_TEXT - MARK,
    ),
    StyleDefinition(
        id="AnnexTitle",
        name="Заголовок приложения",
        follows="AnnexText",
        after=16,
        left=(TEXT - TITLE) / 2,
        right=(TEXT - TITLE) / 2,
        align="center",
        keep_next=True,
        keep_lines=True,
        outline=0,
        bold=True,
    ),
    StyleDefinition(
        id="AnnexTitleLandscape",
        name="Заголовок приложения альбомной",
        parent="AnnexTitle",
        follows="AnnexText",
        left=(LANDSCAPE_TEXT - TITLE) / 2,
        right=(LANDSCAPE_TEXT - TITLE) / 2,
    ),
    StyleDefinition(
        id="AnnexSubtitle",
        name="Подзаголовок приложения",
        parent="AnnexTitle",
        follows="AnnexText",
        before=12,
        after=8,
        left=0,
        right=0,
        outline=1,
    ),
    StyleDefinition(id="AnnexText", name="Текст приложения", parent="OrderText"),
    StyleDefinition(id="TextLeft", name="Текст слева", parent="AnnexText", first=0, align="left"),
    StyleDefinition(id="TextCentred", name="Текст по центру", parent="TextLeft", align="center"),
    StyleDefinition(id="TextRight", name="Текст справа", parent="TextLeft", align="right"),
    StyleDefinition(
        id="Member",
        name="Член комиссии",
        after=6,
        left=MEMBER,
        first=-MEMBER,
        tabs=(("left", MEMBER),),
        keep_lines=True,
    ),
)

_CELLS: Final = (
    StyleDefinition(id="AfterTable", name="После таблицы", exact=12, size=8, shown=False),
    StyleDefinition(
        id="TableNote", name="Примечание к таблице", before=4, after=4, align="both", size=10, keep_lines=True
    ),
    StyleDefinition(id="Cell", name="Ячейка", size=12),
    StyleDefinition(id="CellCentred", name="Ячейка по центру", parent="Cell", align="center"),
    StyleDefinition(id="CellRight", name="Ячейка справа", parent="Cell", align="right"),
    StyleDefinition(id="CellHead", name="Шапка таблицы", parent="CellCentred", keep_next=True),
    StyleDefinition(
        id="CellSection",
        name="Раздел таблицы",
        parent="CellCentred",
        before=2,
        after=2,
        keep_next=True,
        bold=True,
    ),
)
