"""People and bodies: who issues, signs, endorses, prepares (лица и органы).

All names are given in the nominative; forms that the grammar cannot know are
given beside them and overrule it.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import Final

from attrs import field, frozen

from prikaz.annotations import told_whole
from prikaz.language.words.cases import Sex
from prikaz.model.converters import Forms, to_date, to_forms, to_texts
from prikaz.model.images import Image, ImageSource, to_image
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue

#: Height of a coat of arms in millimetres: 17 × 12.75 on the one official blank that fixes it.
EMBLEM_HEIGHT: Final = 17
_HIGHEST_EMBLEM: Final = 60
_FORMS = "Формы в падежах, если грамматика ошибается или не может знать: {род: …, вин: …}"


@frozen(kw_only=True, repr=False, eq=False)
class Position(TypedValue):
    """Position of a person (должность).

    Attributes:
        title (str): название. Должность в именительном падеже.
        forms (Forms): Формы в падежах, если грамматика ошибается или не может знать: {род: …, вин: …}.
    """

    title: str = field(metadata=term("название", "Должность в именительном падеже"))
    forms: Forms = field(default=(), converter=to_forms, metadata=term("формы", _FORMS))

    def __str__(self) -> str:
        return self.title


@frozen(kw_only=True, repr=False, eq=False)
class Body(TypedValue):
    """A body of power or an organisation that is spoken of (орган, организация).

    Attributes:
        name (str): название. Наименование в именительном падеже.
        forms (Forms): Формы в падежах, если грамматика ошибается или не может знать: {род: …, вин: …}.
    """

    name: str = field(metadata=term("название", "Наименование в именительном падеже"))
    forms: Forms = field(default=(), converter=to_forms, metadata=term("формы", _FORMS))

    def __str__(self) -> str:
        return self.name


def to_position(value: Position | str | None) -> Position | Misfit | None:
    """Convert to a position; a text is its title."""
    if value is None or isinstance(value, Position):
        return value
    known = isinstance(value, str)
    return Position(title=value) if known else Misfit.of("ожидалась должность (текст, Position)", value)


def to_body(value: Body | str | None) -> Body | Misfit | None:
    """Convert to a body; a text is its name."""
    if value is None or isinstance(value, Body):
        return value
    known = isinstance(value, str)
    return Body(name=value) if known else Misfit.of("ожидался орган (текст, Body)", value)


@frozen(kw_only=True, repr=False, eq=False)
class Person(TypedValue):
    """A person (лицо): name in parts, nominative; position if it is to be named.

    ``forms`` hold in each case the surname alone («Журавлёву»), to which the
    initials are added, or the whole name («Журавлёву Анну Петровну»).

    Attributes:
        last (str): Фамилия в именительном падеже.
        first (str): Имя целиком или инициал с точкой.
        middle (str): Отчество целиком или инициал с точкой.
        sex (Sex | None): Пол, если его не видно по имени и отчеству.
        position (Position | None): Должность лица.
        declines (bool): Склоняется ли фамилия.
        forms (Forms): Формы в падежах, если грамматика ошибается или не может знать: {род: …, вин: …}.
        blank (bool): пусто. да, если имя впишут потом.
    """

    last: str = field(metadata=term("фамилия", "Фамилия в именительном падеже"))
    first: str = field(default="", metadata=term("имя", "Имя целиком или инициал с точкой"))
    middle: str = field(default="", metadata=term("отчество", "Отчество целиком или инициал с точкой"))
    sex: Sex | None = field(default=None, metadata=term("пол", "Пол, если его не видно по имени и отчеству"))
    position: Position | None = field(
        default=None, converter=to_position, metadata=term("должность", "Должность лица")
    )
    declines: bool = field(default=True, metadata=term("склоняется", "Склоняется ли фамилия"))
    forms: Forms = field(default=(), converter=to_forms, metadata=term("формы", _FORMS))
    blank: bool = field(default=False, metadata=term("пусто", "да, если имя впишут потом"))

    def __str__(self) -> str:
        return " ".join(part for part in (self.last, self.first, self.middle) if part)


@frozen(kw_only=True, repr=False, eq=False)
class Emblem(TypedValue):
    """Coat of arms or emblem over the letterhead (герб, эмблема).

    Its width follows from its height.

    Attributes:
        image (Image): Файл рисунка PNG или JPEG рядом с данными.
        height (int): Высота на бумаге, мм; обычно 17.
        description (str): описание. Что на рисунке, для тех, кто его не видит.
    """

    image: Image = field(
        converter=to_image, metadata=term("файл", "Файл рисунка PNG или JPEG рядом с данными")
    )
    height: int = field(
        default=EMBLEM_HEIGHT, metadata=term("высота", f"Высота на бумаге, мм; обычно {EMBLEM_HEIGHT}")
    )
    description: str = field(
        default="", metadata=term("описание", "Что на рисунке, для тех, кто его не видит")
    )

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if not 1 <= self.height <= _HIGHEST_EMBLEM:
            hint = f"высота бывает от 1 до {_HIGHEST_EMBLEM} мм"
            raise self._refusal("height", f"герб высотой {told_whole(self.height)} мм", hint)


def to_emblem(value: Emblem | Image | ImageSource | None) -> Emblem | Misfit | None:
    """Convert to an emblem; a picture, or the file of one, is its picture."""
    if value is None or isinstance(value, Emblem):
        return value
    image = to_image(value)
    return image if isinstance(image, Misfit) else Emblem(image=image)


@frozen(kw_only=True, repr=False, eq=False)
class Issuer(TypedValue):
    """The body that issues the order (орган, бланк).

    ``lines`` are the lines of the letterhead from the superior body down; they
    may be absent where the order goes on a printed blank. ``forms`` belong to
    the name by which the body is called in the text: the short one if there
    is one, else the full one.

    Attributes:
        lines (tuple[str, ...]): бланк. Строки бланка сверху вниз.
        emblem (Emblem | None): Герб или эмблема над бланком.
        contacts (tuple[str, ...]): реквизиты. Строки под бланком: адрес, телефон, почта, ИНН и ОГРН.
        name (str): полностью. Полное наименование, в именительном падеже.
        short (str): кратко. Как орган называют в тексте и в грифах приложений.
        forms (Forms): Формы в падежах, если грамматика ошибается или не может знать: {род: …, вин: …}.
    """

    lines: tuple[str, ...] = field(
        default=(), converter=to_texts, metadata=term("бланк", "Строки бланка сверху вниз")
    )
    emblem: Emblem | None = field(
        default=None, converter=to_emblem, metadata=term("герб", "Герб или эмблема над бланком")
    )
    contacts: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("реквизиты", "Строки под бланком: адрес, телефон, почта, ИНН и ОГРН"),
    )
    name: str = field(default="", metadata=term("полностью", "Полное наименование, в именительном падеже"))
    short: str = field(
        default="", metadata=term("кратко", "Как орган называют в тексте и в грифах приложений")
    )
    forms: Forms = field(default=(), converter=to_forms, metadata=term("формы", _FORMS))

    @property
    def called(self) -> str:
        """The name used in the text and in the marks of annexes; "" when none is given."""
        return self.short or self.name


class Acting(enum.Enum):
    """How an acting official is called (исполнение обязанностей)."""

    ACTING = "и.о."
    TEMPORARILY = "врио"


@frozen(kw_only=True, repr=False, eq=False)
class Signature(TypedValue):
    """Signature (подпись): position in the nominative and the person who signs.

    With ``acting`` the position is printed in the genitive after «И.о.» or
    «Врио»; ГОСТ Р 7.0.97-2016, 5.22 forbids «за» and a slash.

    Attributes:
        position (Position | None): Должность подписавшего.
        acting (Acting | None): исполняет обязанности. «и.о.» или «врио», если подписывает не сам.
        person (Person): лицо. Кто подписывает.
        seal (bool): печать. да: место для печати, «М.П.».
    """

    position: Position | None = field(
        default=None, converter=to_position, metadata=term("должность", "Должность подписавшего")
    )
    acting: Acting | None = field(
        default=None, metadata=term("исполняет обязанности", "«и.о.» или «врио», если подписывает не сам")
    )
    person: Person = field(metadata=term("лицо", "Кто подписывает", flat=True))
    seal: bool = field(default=False, metadata=term("печать", "да: место для печати, «М.П.»"))


@frozen(kw_only=True, repr=False, eq=False)
class PreparedBy(TypedValue):
    """Who prepared the order and how to reach them (отметка об исполнителе).

    Attributes:
        person (Person): лицо. Кто подготовил документ.
        phone (str): Телефон исполнителя.
        email (str): почта. Электронная почта исполнителя.
        in_line (bool | None): строкой. да: «Приказ подготовила: …» одной строкой; пусто: как принято.
    """

    person: Person = field(metadata=term("лицо", "Кто подготовил документ", flat=True))
    phone: str = field(default="", metadata=term("телефон", "Телефон исполнителя"))
    email: str = field(default="", metadata=term("почта", "Электронная почта исполнителя"))
    in_line: bool | None = field(
        default=None,
        metadata=term("строкой", "да: «Приказ подготовила: …» одной строкой; пусто: как принято"),
    )


@frozen(kw_only=True, repr=False, eq=False)
class Endorsement(TypedValue):
    """Endorsement by an official of the same body (виза согласования).

    Attributes:
        person (Person): лицо. Кто согласовал.
        date (dt.date | None): дата. Когда согласовано; пусто: место для даты.
    """

    person: Person = field(metadata=term("лицо", "Кто согласовал", flat=True))
    date: dt.date | None = field(
        default=None, converter=to_date, metadata=term("дата", "Когда согласовано; пусто: место для даты")
    )


@frozen(kw_only=True, repr=False, eq=False)
class Acknowledgement(TypedValue):
    """A line of the acquaintance sheet (отметка об ознакомлении).

    Attributes:
        person (Person): лицо. Кого знакомят с приказом.
        date (dt.date | None): дата. Когда ознакомлен; пусто: место для даты.
        in_line (bool | None): строкой. да: «С приказом ознакомлена: …» под подписью; пусто: как принято.
    """

    person: Person = field(metadata=term("лицо", "Кого знакомят с приказом", flat=True))
    date: dt.date | None = field(
        default=None, converter=to_date, metadata=term("дата", "Когда ознакомлен; пусто: место для даты")
    )
    in_line: bool | None = field(
        default=None,
        metadata=term("строкой", "да: «С приказом ознакомлена: …» под подписью; пусто: как принято"),
    )
