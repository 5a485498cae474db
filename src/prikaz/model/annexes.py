"""Annexes and what stands in them (приложения)."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final, TypeAlias, get_args

from attrs import field, frozen

from prikaz.errors import ModelError
from prikaz.model.clauses import Clause, to_clauses
from prikaz.model.converters import each, items_of, listed
from prikaz.model.indicators import IndicatorTable
from prikaz.model.people import Person
from prikaz.model.tables import Alignment, Roadmap, Table
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue


class MarkPattern(enum.Enum):
    """What stands over an annex (гриф приложения).

    A «УТВЕРЖДЁН приказом …» for «прилагаемый» in the text, B «Приложение № 1
    к приказу …», C both: the three patterns of municipal practice.
    """

    APPROVED = "утверждён"
    ANNEX = "приложение"
    BOTH = "приложение и утверждён"


class Orientation(enum.Enum):
    """How the sheet lies (ориентация листа)."""

    PORTRAIT = "книжная"
    LANDSCAPE = "альбомная"


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
        clauses (tuple[Clause, ...]): Пункты по порядку.
    """

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


Block: TypeAlias = Roadmap | IndicatorTable | Table | Paragraph | Heading | ClauseList | Membership

#: Blocks by the key under which a data file holds them.
BLOCKS: Final[dict[str, type[Block]]] = {
    "дорожная карта": Roadmap,
    "показатели": IndicatorTable,
    "таблица": Table,
    "абзац": Paragraph,
    "подзаголовок": Heading,
    "положение": ClauseList,
    "состав": Membership,
}


_BLOCKS: Final = get_args(Block)


def to_blocks(value: Block | str | Iterable[Block | str]) -> tuple[Block, ...] | Misfit:
    """Convert one block or several to a tuple; a text is a paragraph."""
    items = (value,) if isinstance(value, (str, *_BLOCKS)) else items_of(value)
    return items if isinstance(items, Misfit) else each(items, _block_of)


def _block_of(value: object) -> Block | Misfit:
    if isinstance(value, str):
        return Paragraph(text=value)
    return value if isinstance(value, _BLOCKS) else Misfit.of("ожидался блок приложения", value)


@frozen(kw_only=True, repr=False, eq=False)
class Annex(TypedValue):
    """An annex (приложение): mark and number are computed from the order, never typed.

    Attributes:
        key (str): ключ. Имя, по которому на приложение ссылаются в тексте.
        title (str): Заголовок приложения.
        mark (MarkPattern | None): гриф. приложение, утверждён, приложение и утверждён; пусто: как принято.
        approved (str): утверждено. Слово грифа: УТВЕРЖДЁН, УТВЕРЖДЕНА, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ; пусто: по
            заголовку.
        orientation (Orientation | None): ориентация. книжная, альбомная; пусто: по ширине таблиц.
        blank (bool): пусто. да, если содержание приложения прикладывают отдельно.
        blocks (tuple[Block, ...]): блоки. Что стоит в приложении, по порядку.
    """

    key: str = field(default="", metadata=term("ключ", "Имя, по которому на приложение ссылаются в тексте"))
    title: str = field(default="", metadata=term("заголовок", "Заголовок приложения", prose=True))
    mark: MarkPattern | None = field(
        default=None,
        metadata=term("гриф", "приложение, утверждён, приложение и утверждён; пусто: как принято"),
    )
    approved: str = field(
        default="",
        metadata=term(
            "утверждено", "Слово грифа: УТВЕРЖДЁН, УТВЕРЖДЕНА, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ; пусто: по заголовку"
        ),
    )
    orientation: Orientation | None = field(
        default=None, metadata=term("ориентация", "книжная, альбомная; пусто: по ширине таблиц")
    )
    blank: bool = field(
        default=False, metadata=term("пусто", "да, если содержание приложения прикладывают отдельно")
    )
    blocks: tuple[Block, ...] = field(
        default=(), converter=to_blocks, metadata=term("блоки", "Что стоит в приложении, по порядку")
    )
