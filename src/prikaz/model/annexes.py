"""Annexes of an order (приложения)."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from prikaz.model.acts import Act
from prikaz.model.approvals import ApprovalStamp, to_stamps
from prikaz.model.blocks import Block, to_blocks
from prikaz.model.converters import listed
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

#: Digits of the number of an annex.
_LONGEST_NUMBER: Final = 4


class MarkPattern(enum.Enum):
    """What stands over an annex (гриф приложения).

    A «УТВЕРЖДЁН приказом …» for «прилагаемый» in the text, B «Приложение № 1
    к приказу …», C both: the three patterns of municipal practice. Some annexes go out without any.
    """

    APPROVED = "утверждён"
    ANNEX = "приложение"
    BOTH = "приложение и утверждён"
    ABSENT = "нет"


class Orientation(enum.Enum):
    """How the sheet lies (ориентация листа)."""

    PORTRAIT = "книжная"
    LANDSCAPE = "альбомная"


def to_annex_number(value: object) -> int | Misfit | None:
    """Convert the number of an annex: 3, "3", "№ 3"."""
    if value is None or value == "":
        return None
    if isinstance(value, int) and value >= 10**_LONGEST_NUMBER:
        return Misfit.of("ожидался номер приложения", value, "например, 3")
    text = str(value).strip().removeprefix("№").strip()
    if isinstance(value, bool) or not text.isdecimal() or len(text) > _LONGEST_NUMBER or not int(text):
        return Misfit.of("ожидался номер приложения", value, "например, 3")
    return int(text)


def to_annexes(value: Iterable[Annex]) -> tuple[Annex, ...] | Misfit:
    """Convert annexes to a tuple."""
    return listed(value, Annex)


@frozen(kw_only=True, repr=False, eq=False)
class Annex(TypedValue):
    """An annex (приложение): its mark is computed from the order, and its number from its place.

    ``number`` overrules the place, for documents that have annexes 1 and 3. With ``act`` the annex is the new
    wording of an annex of another act: its mark names that act, and ``number`` is its number there.

    Attributes:
        key (str): ключ. Имя, по которому на приложение ссылаются в тексте.
        title (str): Заголовок приложения.
        mark (MarkPattern | None): гриф. приложение, утверждён, приложение и утверждён, нет; пусто: как
            принято.
        number (int | None): Номер, если он не по порядку; пусто: считает программа.
        act (Act | None): к акту. Чужой акт, приложением к которому это станет: гриф называет его.
        approved (str): утверждено. Слово грифа: УТВЕРЖДЁН, УТВЕРЖДЕНА, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ; пусто: по
            заголовку.
        approval_stamps (tuple[ApprovalStamp, ...]): утверждение. Свои грифы приложения: УТВЕРЖДАЮ,
            СОГЛАСОВАНО.
        orientation (Orientation | None): ориентация. книжная, альбомная; пусто: по ширине таблиц.
        blank (bool): пусто. да, если содержание приложения прикладывают отдельно.
        blocks (tuple[Block, ...]): блоки. Что стоит в приложении, по порядку.
        annexes (tuple[Annex, ...]): Приложения к этому приложению.
    """

    key: str = field(default="", metadata=term("ключ", "Имя, по которому на приложение ссылаются в тексте"))
    title: str = field(default="", metadata=term("заголовок", "Заголовок приложения", prose=True))
    mark: MarkPattern | None = field(
        default=None,
        metadata=term("гриф", "приложение, утверждён, приложение и утверждён, нет; пусто: как принято"),
    )
    number: int | None = field(
        default=None,
        converter=to_annex_number,
        metadata=term("номер", "Номер, если он не по порядку; пусто: считает программа"),
    )
    act: Act | None = field(
        default=None,
        metadata=term("к акту", "Чужой акт, приложением к которому это станет: гриф называет его"),
    )
    approved: str = field(
        default="",
        metadata=term(
            "утверждено", "Слово грифа: УТВЕРЖДЁН, УТВЕРЖДЕНА, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ; пусто: по заголовку"
        ),
    )
    approval_stamps: tuple[ApprovalStamp, ...] = field(
        default=(),
        converter=to_stamps,
        metadata=term("утверждение", "Свои грифы приложения: УТВЕРЖДАЮ, СОГЛАСОВАНО", one="утверждение"),
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
    annexes: tuple[Annex, ...] = field(
        default=(),
        converter=to_annexes,
        metadata=term("приложения", "Приложения к этому приложению", one="приложение"),
    )
