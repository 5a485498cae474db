"""What the text of an order and of its annexes is made of (пункты и блоки).

A clause may hold blocks, and a list of clauses is a block: they are one family.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final, TypeAlias, get_args

from attrs import field, frozen

from prikaz.annotations import told_whole
from prikaz.errors import ModelError
from prikaz.language.deadlines.kinds import Deadline
from prikaz.model.converters import each, items_of, listed, to_deadlines, to_texts
from prikaz.model.images import Image, to_image
from prikaz.model.indicators import IndicatorTable
from prikaz.model.people import Person
from prikaz.model.tables import Alignment, Roadmap, Table
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

#: ГОСТ Р 7.0.97-2016, 5.18: a text has no more than four levels.
DEEPEST_LEVEL = 4
#: What a list may say of its clauses.
CLAUSE_MARKERS: Final = "номер, римская, глава, статья, скобка, буква, тире; пусто: номер"
#: What it may say of the numbers in its sections.
WITH_SECTION: Final = "да, если номера пунктов начинаются с номера раздела: 1.1, 2.1"
#: Word shows nothing wider, in millimetres.
_WIDEST_PICTURE: Final = 558


class Marker(enum.Enum):
    """What stands before a clause (нумерация пункта).

    ``NUMBER`` is 1. and under it 1.1.; ``BRACKET`` 1); ``LETTER`` а). The last three make a heading of a
    section of the clause: I., Глава 1., Статья 1.
    """

    NUMBER = "номер"
    BRACKET = "скобка"
    LETTER = "буква"
    DASH = "тире"
    ABSENT = "нет"
    ROMAN = "римская"
    CHAPTER = "глава"
    ARTICLE = "статья"


def depth(clause: Clause) -> int:
    """Number of levels of a clause with its sub-clauses, from 1."""
    return 1 + max(map(depth, clause.clauses), default=0)


def to_blocks(value: Block | str | Iterable[Block | str]) -> tuple[Block, ...] | Misfit:
    """Convert one block or several to a tuple; a text is a paragraph."""
    items = (value,) if isinstance(value, (str, *_BLOCKS)) else items_of(value)
    return items if isinstance(items, Misfit) else each(items, _block_of)


def _block_of(value: object) -> Block | Misfit:
    if isinstance(value, str):
        return Paragraph(text=value)
    return value if isinstance(value, _BLOCKS) else Misfit.of("ожидался блок", value)


def to_clauses(value: Iterable[Clause | str]) -> tuple[Clause, ...] | Misfit:
    """Convert clauses to a tuple; a text is a clause with it."""
    return listed(value, Clause, lambda text: Clause(text=text))


@frozen(kw_only=True, repr=False, eq=False)
class Clause(TypedValue):
    """A clause with its sub-clauses (пункт, подпункты), up to four levels.

    A line break in ``text`` begins a new paragraph of the same clause. ``blocks`` stand right under it: a
    commission, a table, a list of bodies; the sub-clauses follow.
    ``responsible`` and ``deadlines`` are printed in a paragraph below the text.
    ``is_heading`` makes the clause a heading of a section of a положение. ``clause_marker`` says once what
    stands before its sub-clauses, and ``marker`` of one of them overrules it; when neither says anything,
    under 1. come 1.1., under 1) comes а), under а) a dash, under the heading of a section 1.

    Attributes:
        key (str): ключ. Имя, по которому на пункт ссылаются в тексте.
        text (str): Текст пункта без номера.
        marker (Marker | None): нумерация. номер, скобка, буква, тире, нет; у раздела: римская, глава, статья;
            пусто: как принято.
        is_heading (bool): это раздел. да, если это название раздела положения.
        deadlines (tuple[Deadline, ...]): сроки. К какому сроку исполнить.
        responsible (tuple[str, ...]): ответственные. Кто отвечает за исполнение.
        blocks (tuple[Block, ...]): блоки. Что стоит под текстом пункта: состав, таблица, абзацы.
        clause_marker (Marker | None): нумерация подпунктов. номер, скобка, буква, тире, нет, статья; пусто:
            как принято.
        clauses (tuple[Clause, ...]): Подпункты по порядку.
    """

    key: str = field(default="", metadata=term("ключ", "Имя, по которому на пункт ссылаются в тексте"))
    text: str = field(metadata=term("текст", "Текст пункта без номера", prose=True))
    marker: Marker | None = field(
        default=None,
        metadata=term(
            "нумерация",
            "номер, скобка, буква, тире, нет; у раздела: римская, глава, статья; пусто: как принято",
        ),
    )
    is_heading: bool = field(
        default=False, metadata=term("это раздел", "да, если это название раздела положения")
    )
    deadlines: tuple[Deadline, ...] = field(
        default=(), converter=to_deadlines, metadata=term("сроки", "К какому сроку исполнить", one="срок")
    )
    responsible: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("ответственные", "Кто отвечает за исполнение", one="ответственный", prose=True),
    )
    blocks: tuple[Block, ...] = field(
        default=(),
        converter=to_blocks,
        metadata=term("блоки", "Что стоит под текстом пункта: состав, таблица, абзацы"),
    )
    clause_marker: Marker | None = field(
        default=None,
        metadata=term("нумерация подпунктов", "номер, скобка, буква, тире, нет, статья; пусто: как принято"),
    )
    clauses: tuple[Clause, ...] = field(
        default=(),
        converter=to_clauses,
        metadata=term("подпункты", "Подпункты по порядку"),
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if self.clauses and depth(self) > DEEPEST_LEVEL:
            raise ModelError(f"пункт «{self.text[:40]}»: подпунктов больше четырёх уровней")


@frozen(kw_only=True, repr=False, eq=False)
class Paragraph(TypedValue):
    """A paragraph of text (абзац).

    Attributes:
        text (str): Текст абзаца.
        alignment (Alignment): выравнивание. по ширине, слева, по центру, справа.
    """

    text: str = field(metadata=term("текст", "Текст абзаца", prose=True))
    alignment: Alignment = field(
        default=Alignment.JUSTIFIED, metadata=term("выравнивание", "по ширине, слева, по центру, справа")
    )


@frozen(kw_only=True, repr=False, eq=False)
class Heading(TypedValue):
    """A heading inside an annex (подзаголовок).

    Attributes:
        text (str): Текст подзаголовка.
    """

    text: str = field(metadata=term("текст", "Текст подзаголовка", prose=True))


@frozen(kw_only=True, repr=False, eq=False)
class ClauseList(TypedValue):
    """Numbered text of an annex, such as a положение (пункты приложения); numbers begin anew.

    Attributes:
        clause_marker (Marker | None): нумерация пунктов. номер, римская, глава, статья, скобка, буква, тире;
            пусто: номер.
        with_section (bool): номер с разделом. да, если номера пунктов начинаются с номера раздела: 1.1, 2.1.
        clauses (tuple[Clause, ...]): Пункты по порядку.
    """

    clause_marker: Marker | None = field(
        default=None,
        metadata=term("нумерация пунктов", CLAUSE_MARKERS),
    )
    with_section: bool = field(default=False, metadata=term("номер с разделом", WITH_SECTION))
    clauses: tuple[Clause, ...] = field(converter=to_clauses, metadata=term("пункты", "Пункты по порядку"))

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if not self.clauses:
            raise ModelError("в положении нет ни одного пункта")


@frozen(kw_only=True, repr=False, eq=False)
class Member(TypedValue):
    """A member of a commission (член комиссии).

    Attributes:
        role (str): роль. председатель комиссии, секретарь комиссии….
        person (Person): лицо. Кто входит в состав.
    """

    role: str = field(
        default="", metadata=term("роль", "председатель комиссии, секретарь комиссии…", prose=True)
    )
    person: Person = field(metadata=term("лицо", "Кто входит в состав", flat=True))


def to_members(value: Iterable[Member]) -> tuple[Member, ...] | Misfit:
    """Convert members to a tuple."""
    return listed(value, Member)


@frozen(kw_only=True, repr=False, eq=False)
class Membership(TypedValue):
    """Membership of a commission or working group (состав комиссии).

    Attributes:
        members (tuple[Member, ...]): Члены по порядку: председатель первым.
    """

    members: tuple[Member, ...] = field(
        converter=to_members, metadata=term("члены", "Члены по порядку: председатель первым")
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if not self.members:
            raise ModelError("в составе нет ни одного человека")


@frozen(kw_only=True, repr=False, eq=False)
class NewWording(TypedValue):
    """The new wording of a part of another act (новая редакция), printed in quotation marks.

    Its numbers are those of the act that is amended: the author types them, and nobody counts them. The
    quotation marks and the sign behind them are set by the program, unless the author has typed them.
    A line break begins a new paragraph.

    Attributes:
        blocks (tuple[Block, ...]): блоки. Абзацы с номерами изменяемого акта, подзаголовки, таблицы.
    """

    blocks: tuple[Block, ...] = field(
        converter=to_blocks,
        metadata=term("блоки", "Абзацы с номерами изменяемого акта, подзаголовки, таблицы"),
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if not self.blocks:
            raise ModelError("в новой редакции ничего нет")
        if any(isinstance(block, ClauseList) for block in self.blocks):
            hint = "наберите её абзацами с номерами изменяемого акта"
            raise ModelError("в новой редакции пункты не нумеруются", hint)
        if any(isinstance(block, NewWording) for block in self.blocks):
            raise ModelError("новая редакция стоит внутри новой редакции")


@frozen(kw_only=True, repr=False, eq=False)
class Illustration(TypedValue):
    """A picture with its caption (рисунок).

    A caption that does not begin with «Рисунок 3» or «Рис. 3» is numbered through the document.

    Attributes:
        image (Image): Файл рисунка PNG или JPEG рядом с данными.
        width (int | None): Ширина на бумаге, мм; пусто: по размеру рисунка.
        caption (str): подпись. Что на рисунке; номер ставит программа.
        numbered (bool): с номером. нет: подпись печатается без «Рисунок 1».
        description (str): описание. Что на рисунке, для тех, кто его не видит.
    """

    image: Image = field(
        converter=to_image, metadata=term("файл", "Файл рисунка PNG или JPEG рядом с данными")
    )
    width: int | None = field(
        default=None, metadata=term("ширина", "Ширина на бумаге, мм; пусто: по размеру рисунка")
    )
    caption: str = field(
        default="", metadata=term("подпись", "Что на рисунке; номер ставит программа", prose=True)
    )
    numbered: bool = field(
        default=True, metadata=term("с номером", "нет: подпись печатается без «Рисунок 1»")
    )
    description: str = field(
        default="", metadata=term("описание", "Что на рисунке, для тех, кто его не видит")
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if self.width is not None and not 1 <= self.width <= _WIDEST_PICTURE:
            hint = f"ширина бывает от 1 до {_WIDEST_PICTURE} мм"
            raise self._refusal("width", f"рисунок шириной {told_whole(self.width)} мм", hint)


Block: TypeAlias = (
    Roadmap
    | IndicatorTable
    | Table
    | Paragraph
    | Heading
    | ClauseList
    | Membership
    | NewWording
    | Illustration
)

#: Blocks by the key under which a data file holds them.
BLOCKS: Final[dict[str, type[Block]]] = {
    "дорожная карта": Roadmap,
    "показатели": IndicatorTable,
    "таблица": Table,
    "абзац": Paragraph,
    "подзаголовок": Heading,
    "положение": ClauseList,
    "состав": Membership,
    "новая редакция": NewWording,
    "рисунок": Illustration,
}


_BLOCKS: Final = get_args(Block)
