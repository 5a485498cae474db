"""Office profile (инструкция по делопроизводству): what no order says of itself.

It stands outside the order, so that one order can be printed by the profiles
of two offices. Everything has a sensible value; an office states only what it
does otherwise.
"""

from __future__ import annotations

import enum
from typing import Final

from attrs import field, frozen

from prikaz.annotations import told_whole
from prikaz.errors import ModelError
from prikaz.language.time.dates import DateStyle
from prikaz.language.words.dictionary import NO_DICTIONARY, Dictionary
from prikaz.model.annexes import MarkPattern
from prikaz.model.orders import OperativeWord
from prikaz.model.terms import term, terms
from prikaz.model.typed_values import TypedValue

#: Width of a sheet, the widest margin of it and the narrowest text, in millimetres.
_SHEET: Final = 210
_WIDEST_MARGIN: Final = 100
_NARROWEST_TEXT: Final = 80


class Numbering(enum.Enum):
    """Who counts the clauses (нумерация пунктов): Word, or the program, which types the numbers."""

    NATIVE = "автоматическая"
    TYPED = "набранная"


class Initials(enum.Enum):
    """Where initials stand (инициалы)."""

    BEFORE = "перед фамилией"
    AFTER = "после фамилии"


class HeadingPlacement(enum.Enum):
    """How the heading to the text stands (заголовок к тексту)."""

    NARROW = "слева"
    CENTRED = "по центру"


class YearHead(enum.Enum):
    """What stands behind the year in the head of a column (годы в шапке): «2027 год», «2027 г.», «2027»."""

    WORD = "год"
    LETTER = "г."
    ABSENT = "нет"


class LetterheadForm(enum.Enum):
    """Where the letterhead stands (расположение бланка): over the whole width, or in the left corner."""

    LONGITUDINAL = "продольный"
    ANGULAR = "угловой"


@frozen(kw_only=True, repr=False, eq=False)
class Layout(TypedValue):
    """Layout of the built-in templates (оформление): empty means as the template has it.

    Lengths in millimetres. ГОСТ Р 7.0.97-2016, 3.3: margins are not less than
    20 left, 10 right, 20 top and bottom; 30 left where documents are kept for
    more than ten years. Margins that the ГОСТ does not know are taken as long
    as they are from 0 to 100 and leave 80 to the text.

    Attributes:
        font (str): шрифт. PT Astra Serif, Liberation Serif….
        left (int | None): слева. Левое поле, мм.
        right (int | None): справа. Правое поле, мм.
        top (int | None): сверху. Верхнее поле, мм.
        bottom (int | None): снизу. Нижнее поле, мм.
    """

    font: str = field(default="", metadata=term("шрифт", "PT Astra Serif, Liberation Serif…"))
    left: int | None = field(default=None, metadata=term("слева", "Левое поле, мм"))
    right: int | None = field(default=None, metadata=term("справа", "Правое поле, мм"))
    top: int | None = field(default=None, metadata=term("сверху", "Верхнее поле, мм"))
    bottom: int | None = field(default=None, metadata=term("снизу", "Нижнее поле, мм"))

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        for side in ("left", "right", "top", "bottom"):
            margin = getattr(self, side)
            if margin is not None and not 0 <= margin <= _WIDEST_MARGIN:
                hint = f"поля бывают от 0 до {_WIDEST_MARGIN} мм"
                told = f"поле {terms(Layout)[side].name} {told_whole(margin)} мм"
                raise self._refusal(side, told, hint)
        if not self.font.isprintable():
            raise self._refusal("font", "в названии шрифта знаки, которых не печатают")
        text = _SHEET - (self.left or 0) - (self.right or 0)
        if text < _NARROWEST_TEXT:
            raise ModelError(
                f"поля слева {self.left} мм и справа {self.right} мм оставляют тексту {text} мм",
                f"тексту нужно не меньше {_NARROWEST_TEXT} мм",
            )


@frozen(kw_only=True, repr=False, eq=False)
class OfficeProfile(TypedValue):
    """Office profile (инструкция по делопроизводству), sensible without any.

    Attributes:
        operative (OperativeWord): распорядительное слово. Каким его печатают в этом органе.
        annex_number_sign (bool): знак номера приложения. да: «Приложение № 1»; нет: «Приложение 1».
        mark (MarkPattern): гриф. приложение, утверждён, приложение и утверждён.
        initials (Initials): инициалы в тексте. после фамилии или перед фамилией.
        initials_in_signature (Initials): инициалы в подписи. перед фамилией или после фамилии.
        initials_apart (bool): инициалы с пробелом. да: «И. О. Фамилия»; нет: «И.О. Фамилия».
        date_style (DateStyle): дата. Как печатают дату документа: цифрами или словами.
        date_with_preposition (bool): дата с предлогом. да: «от 16 марта 2027 года» в начале документа.
        year_heads (YearHead): годы в шапке. год, г., нет: «2027 год», «2027 г.», «2027» над графами.
        numbering (Numbering): нумерация. автоматическая (Word) или набранная.
        heading (HeadingPlacement | None): заголовок. слева или по центру; пусто: как принято для вида
            документа.
        prepared_by_in_line (bool): исполнитель строкой. да: «Приказ подготовила: …» одной строкой.
        acknowledgement_in_line (bool): ознакомление строкой. да: «С приказом ознакомлена: …» под подписью;
            нет: листом.
        letterhead (LetterheadForm): бланк. продольный; угловой: бланк, вид, дата и номер в левом углу.
        layout (Layout): оформление. Шрифт и поля встроенных шаблонов.
        dictionary (Dictionary): словарь. Формы слов, принятые в этом органе; сильнее грамматики.
    """

    operative: OperativeWord = field(
        default=OperativeWord(), metadata=term("распорядительное слово", "Каким его печатают в этом органе")
    )
    annex_number_sign: bool = field(
        default=True, metadata=term("знак номера приложения", "да: «Приложение № 1»; нет: «Приложение 1»")
    )
    mark: MarkPattern = field(
        default=MarkPattern.ANNEX, metadata=term("гриф", "приложение, утверждён, приложение и утверждён")
    )
    initials: Initials = field(
        default=Initials.AFTER, metadata=term("инициалы в тексте", "после фамилии или перед фамилией")
    )
    initials_in_signature: Initials = field(
        default=Initials.BEFORE, metadata=term("инициалы в подписи", "перед фамилией или после фамилии")
    )
    initials_apart: bool = field(
        default=False, metadata=term("инициалы с пробелом", "да: «И. О. Фамилия»; нет: «И.О. Фамилия»")
    )
    date_style: DateStyle = field(
        default=DateStyle.DIGITS, metadata=term("дата", "Как печатают дату документа: цифрами или словами")
    )
    date_with_preposition: bool = field(
        default=False, metadata=term("дата с предлогом", "да: «от 16 марта 2027 года» в начале документа")
    )
    year_heads: YearHead = field(
        default=YearHead.WORD,
        metadata=term("годы в шапке", "год, г., нет: «2027 год», «2027 г.», «2027» над графами"),
    )
    numbering: Numbering = field(
        default=Numbering.NATIVE, metadata=term("нумерация", "автоматическая (Word) или набранная")
    )
    heading: HeadingPlacement | None = field(
        default=None, metadata=term("заголовок", "слева или по центру; пусто: как принято для вида документа")
    )
    prepared_by_in_line: bool = field(
        default=False, metadata=term("исполнитель строкой", "да: «Приказ подготовила: …» одной строкой")
    )
    acknowledgement_in_line: bool = field(
        default=False,
        metadata=term("ознакомление строкой", "да: «С приказом ознакомлена: …» под подписью; нет: листом"),
    )
    letterhead: LetterheadForm = field(
        default=LetterheadForm.LONGITUDINAL,
        metadata=term("бланк", "продольный; угловой: бланк, вид, дата и номер в левом углу"),
    )
    layout: Layout = field(default=Layout(), metadata=term("оформление", "Шрифт и поля встроенных шаблонов"))
    dictionary: Dictionary = field(
        default=NO_DICTIONARY,
        metadata=term("словарь", "Формы слов, принятые в этом органе; сильнее грамматики"),
    )
