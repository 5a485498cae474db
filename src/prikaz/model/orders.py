"""The order itself (приказ, постановление), or a document that stands without one (план, положение)."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator

import attrs
from attrs import field, frozen

from prikaz.errors import FieldFault, ModelError
from prikaz.model.acts import Act
from prikaz.model.annexes import Annex, Orientation, to_annexes
from prikaz.model.approvals import ApprovalStamp, to_stamps
from prikaz.model.blocks import CLAUSE_MARKERS, WITH_SECTION, Block, Clause, Marker, to_blocks, to_clauses
from prikaz.model.converters import (
    Keyed,
    by_key,
    instance_of,
    listed,
    to_date,
    to_number,
    to_texts,
    to_year,
)
from prikaz.model.copies import CopyMark
from prikaz.model.fields import Field
from prikaz.model.figures import Writable, to_text
from prikaz.model.joint import CoIssuer, to_co_issuers
from prikaz.model.kinds import Kind, to_kind
from prikaz.model.people import Acknowledgement, Endorsement, Issuer, Person, PreparedBy, Signature
from prikaz.model.terms import term
from prikaz.model.typed_values import Misfit, TypedValue


class State(enum.Enum):
    """State of the order (состояние)."""

    DRAFT = "проект"
    REGISTERED = "зарегистрирован"


class Voice(enum.Enum):
    """Who speaks in the operative word (от чьего имени)."""

    OFFICIAL = "должностное лицо"
    BODY = "орган"


class Placement(enum.Enum):
    """Where the operative word stands (место распорядительного слова)."""

    INLINE = "в строке"
    OWN_LINE = "отдельной строкой"
    CENTRED = "по центру"
    ABSENT = "нет"


@frozen(kw_only=True, repr=False, eq=False)
class OperativeWord(TypedValue):
    """Operative word (распорядительное слово): «приказываю», «администрация … постановляет».

    Every field that is not given is taken from the office profile, and
    then from what is usual for the kind of order.

    Attributes:
        word (str): слово. Само слово, если оно не обычное: устанавливаю.
        voice (Voice | None): от имени. должностное лицо или орган.
        placement (Placement | None): место. в строке, отдельной строкой, по центру, нет.
        capitals (bool | None): прописными. да: ПРИКАЗЫВАЮ.
        letter_spaced (bool | None): вразрядку. да: с промежутками между буквами.
    """

    word: str = field(default="", metadata=term("слово", "Само слово, если оно не обычное: устанавливаю"))
    voice: Voice | None = field(default=None, metadata=term("от имени", "должностное лицо или орган"))
    placement: Placement | None = field(
        default=None, metadata=term("место", "в строке, отдельной строкой, по центру, нет")
    )
    capitals: bool | None = field(default=None, metadata=term("прописными", "да: ПРИКАЗЫВАЮ"))
    letter_spaced: bool | None = field(
        default=None, metadata=term("вразрядку", "да: с промежутками между буквами")
    )

    def over(self, other: OperativeWord) -> OperativeWord:
        """This word, with what it leaves open taken from ``other``."""
        given = {
            name: value
            for name, value in attrs.asdict(self, recurse=False).items()
            if value not in (None, "")
        }
        return attrs.evolve(other, **given)


def to_acts(value: Keyed[str, Act]) -> tuple[tuple[str, Act], ...] | Misfit:
    """Convert acts by key to pairs in their order."""
    return by_key(value, instance_of(Act))


def to_people(value: Keyed[str, Person]) -> tuple[tuple[str, Person], ...] | Misfit:
    """Convert people by key to pairs in their order."""
    return by_key(value, instance_of(Person))


def to_fields(value: Keyed[str, Field | Writable]) -> tuple[tuple[str, Field], ...] | Misfit:
    """Convert fields by key to pairs in their order; a text, a number or a day is the value of a field."""
    return by_key(value, _field_of)


def _field_of(value: object) -> Field | Misfit:
    if isinstance(value, Field):
        return value
    text = to_text(value)
    return text if isinstance(text, Misfit) else Field(value=text)


def to_signatures(value: Iterable[Signature]) -> tuple[Signature, ...] | Misfit:
    """Convert signatures to a tuple."""
    return listed(value, Signature)


def to_endorsements(value: Iterable[Endorsement]) -> tuple[Endorsement, ...] | Misfit:
    """Convert endorsements to a tuple."""
    return listed(value, Endorsement)


def to_acknowledgements(value: Iterable[Acknowledgement]) -> tuple[Acknowledgement, ...] | Misfit:
    """Convert lines of the acquaintance sheet to a tuple."""
    return listed(value, Acknowledgement)


@frozen(kw_only=True, repr=False, eq=False)
class Order(TypedValue):
    """An order (приказ, постановление, распоряжение, решение), or a plan or положение that stands alone.

    Names stand in the nominative, lists and mappings become tuples, so an
    order is hashable, comparable and safe to share; to change is to make:
    ``attrs.evolve(order, number="18-од")``. What is merely wrong or missing is
    for findings; refused is only what cannot be an order.

    Attributes:
        kind (Kind): вид. приказ, постановление, распоряжение, решение; без приказа: план, положение и другие.
        issuer (Issuer): орган. Кто издаёт документ.
        date (dt.date | None): дата. 16.03.2027; пусто: останется место для даты.
        year (int | None): Год документа; если не задан, берётся из даты.
        number (str): Номер без знака №; пусто: останется место.
        place (str): Место издания: г. Заречный.
        co_issuers (tuple[CoIssuer, ...]): совместно. Другие органы совместного акта: бланк, дата и номер
            каждого.
        approval_stamps (tuple[ApprovalStamp, ...]): утверждение. Грифы над документом: УТВЕРЖДАЮ, ПРИНЯТО,
            СОГЛАСОВАНО.
        heading (str): заголовок. О чём документ, без точки в конце.
        preamble (str): преамбула. Основание и цель, без распорядительного слова в конце.
        operative (OperativeWord | None): распорядительное слово. Если оно не такое, как принято.
        people (tuple[tuple[str, Person], ...]): люди. Лица по ключам, на которые ссылается текст.
        acts (tuple[tuple[str, Act], ...]): акты. Правовые акты по ключам, на которые ссылается текст.
        fields (tuple[tuple[str, Field], ...]): поля. Свои значения по ключам, на которые ссылается текст.
        clause_marker (Marker | None): нумерация пунктов. номер, римская, глава, статья, скобка, буква, тире;
            пусто: номер.
        with_section (bool): номер с разделом. да, если номера пунктов начинаются с номера раздела: 1.1, 2.1.
        clauses (tuple[Clause, ...]): Пункты по порядку.
        blocks (tuple[Block, ...]): блоки. Что стоит под пунктами или вместо них: таблицы, абзацы, состав.
        orientation (Orientation | None): ориентация. книжная, альбомная: лист плана; пусто: по ширине таблиц.
        grounds (tuple[str, ...]): основание. На чём основан приказ: заявление, служебная записка.
        signatures (tuple[Signature, ...]): подписи. Кто подписывает.
        prepared_by (PreparedBy | None): исполнитель. Кто подготовил документ.
        endorsements (tuple[Endorsement, ...]): согласование. Визы согласования.
        acknowledgements (tuple[Acknowledgement, ...]): ознакомление. Кого знакомят с документом.
        copy_mark (CopyMark | None): верно. Отметка о заверении копии: кто и когда заверил.
        introduced_by (tuple[Signature, ...]): проект вносит. Кто вносит проект.
        distribution (tuple[str, ...]): рассылка. Кому разослать.
        annexes (tuple[Annex, ...]): Приложения по порядку.
        notes (tuple[str, ...]): Отметки о регистрации и другие, под всем остальным.
        state (State | None): состояние. проект (с отметкой «ПРОЕКТ») или зарегистрирован.

    Raises:
        ModelError: Nothing to print, no signature under what orders something, or a key that stands twice.
    """

    kind: Kind = field(
        converter=to_kind,
        metadata=term(
            "вид", "приказ, постановление, распоряжение, решение; без приказа: план, положение и другие"
        ),
    )
    issuer: Issuer = field(default=Issuer(), metadata=term("орган", "Кто издаёт документ"))
    date: dt.date | None = field(
        default=None, converter=to_date, metadata=term("дата", "16.03.2027; пусто: останется место для даты")
    )
    year: int | None = field(
        converter=to_year, metadata=term("год", "Год документа; если не задан, берётся из даты")
    )
    number: str = field(
        default="", converter=to_number, metadata=term("номер", "Номер без знака №; пусто: останется место")
    )
    place: str = field(default="", metadata=term("место", "Место издания: г. Заречный"))
    co_issuers: tuple[CoIssuer, ...] = field(
        default=(),
        converter=to_co_issuers,
        metadata=term("совместно", "Другие органы совместного акта: бланк, дата и номер каждого"),
    )
    approval_stamps: tuple[ApprovalStamp, ...] = field(
        default=(),
        converter=to_stamps,
        metadata=term(
            "утверждение", "Грифы над документом: УТВЕРЖДАЮ, ПРИНЯТО, СОГЛАСОВАНО", one="утверждение"
        ),
    )
    heading: str = field(
        default="", metadata=term("заголовок", "О чём документ, без точки в конце", prose=True)
    )
    preamble: str = field(
        default="",
        metadata=term("преамбула", "Основание и цель, без распорядительного слова в конце", prose=True),
    )
    operative: OperativeWord | None = field(
        default=None, metadata=term("распорядительное слово", "Если оно не такое, как принято")
    )
    people: tuple[tuple[str, Person], ...] = field(
        default=(), converter=to_people, metadata=term("люди", "Лица по ключам, на которые ссылается текст")
    )
    acts: tuple[tuple[str, Act], ...] = field(
        default=(),
        converter=to_acts,
        metadata=term("акты", "Правовые акты по ключам, на которые ссылается текст"),
    )
    fields: tuple[tuple[str, Field], ...] = field(
        default=(),
        converter=to_fields,
        metadata=term("поля", "Свои значения по ключам, на которые ссылается текст"),
    )
    clause_marker: Marker | None = field(default=None, metadata=term("нумерация пунктов", CLAUSE_MARKERS))
    with_section: bool = field(default=False, metadata=term("номер с разделом", WITH_SECTION))
    clauses: tuple[Clause, ...] = field(
        default=(), converter=to_clauses, metadata=term("пункты", "Пункты по порядку")
    )
    blocks: tuple[Block, ...] = field(
        default=(),
        converter=to_blocks,
        metadata=term("блоки", "Что стоит под пунктами или вместо них: таблицы, абзацы, состав"),
    )
    orientation: Orientation | None = field(
        default=None,
        metadata=term("ориентация", "книжная, альбомная: лист плана; пусто: по ширине таблиц"),
    )
    grounds: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("основание", "На чём основан приказ: заявление, служебная записка", prose=True),
    )
    signatures: tuple[Signature, ...] = field(
        default=(), converter=to_signatures, metadata=term("подписи", "Кто подписывает", one="подпись")
    )
    prepared_by: PreparedBy | None = field(
        default=None, metadata=term("исполнитель", "Кто подготовил документ", former=("executor",))
    )
    endorsements: tuple[Endorsement, ...] = field(
        default=(),
        converter=to_endorsements,
        metadata=term("согласование", "Визы согласования", former=("approvals",)),
    )
    acknowledgements: tuple[Acknowledgement, ...] = field(
        default=(),
        converter=to_acknowledgements,
        metadata=term("ознакомление", "Кого знакомят с документом"),
    )
    copy_mark: CopyMark | None = field(
        default=None, metadata=term("верно", "Отметка о заверении копии: кто и когда заверил")
    )
    introduced_by: tuple[Signature, ...] = field(
        default=(),
        converter=to_signatures,
        metadata=term("проект вносит", "Кто вносит проект", one="проект вносит"),
    )
    distribution: tuple[str, ...] = field(
        default=(), converter=to_texts, metadata=term("рассылка", "Кому разослать")
    )
    annexes: tuple[Annex, ...] = field(
        default=(),
        converter=to_annexes,
        metadata=term("приложения", "Приложения по порядку", one="приложение"),
    )
    notes: tuple[str, ...] = field(
        default=(),
        converter=to_texts,
        metadata=term("отметки", "Отметки о регистрации и другие, под всем остальным", prose=True),
    )
    state: State | None = field(
        default=None, metadata=term("состояние", "проект (с отметкой «ПРОЕКТ») или зарегистрирован")
    )

    @year.default
    def _year_of_the_date(self) -> int | None:
        return self.date.year if isinstance(self.date, dt.date) else None

    def __attrs_post_init__(self) -> None:
        TypedValue.__attrs_post_init__(self)
        if missing := [*self._missing()]:
            raise ModelError.of_fields(missing)
        if self.year is None:
            object.__setattr__(self, "year", self._year_of_the_date())

    def _missing(self) -> Iterator[FieldFault]:
        """What no document is without: something to print, and under what orders something a signature."""
        if not (self.clauses or self.blocks):
            directive = self.kind.is_directive
            message = "в документе нет ни одного пункта" if directive else "в документе ничего нет"
            hint = "" if directive else "впишите пункты, таблицу или абзацы"
            yield FieldFault("clauses", "пункты", (), message, hint)
        if self.kind.is_directive and not self.signatures:
            yield FieldFault("signatures", "подписи", (), "в документе нет подписи")
