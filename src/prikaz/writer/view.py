"""The view: all that a template can print of an order, as ready strings.

Its names are Russian, because authors of templates write against them; they
are described in docs/templates.md and stay the same within a major version.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final, NamedTuple

from prikaz.findings import Finding, Path
from prikaz.language.time.dates import format_date
from prikaz.language.words.cases import Case
from prikaz.model import (
    Acknowledgement,
    Acting,
    Endorsement,
    HeadingPlacement,
    Kind,
    OfficeProfile,
    Order,
    Placement,
    Signature,
    State,
)
from prikaz.model.resolution.citations import uncited_annexes
from prikaz.model.resolution.content import NBSP
from prikaz.model.resolution.declension import position_in, printed_form, with_initials
from prikaz.model.resolution.joint import printed_registration
from prikaz.model.resolution.marks import BLANK_DATE, BLANK_NUMBER
from prikaz.model.resolution.numbering import number_annexes
from prikaz.model.resolution.operative import Operative, operative_of
from prikaz.model.resolution.person_names import arranged
from prikaz.model.resolution.references import References
from prikaz.writer.annexes import TextWidths, annex_view, is_landscape
from prikaz.writer.blocks import IN_TEXT, block_views, fitted, flow
from prikaz.writer.closing import (
    acknowledgement_line,
    copy_mark,
    grounds,
    in_line,
    introduced_by,
    prepared_by_lines,
)
from prikaz.writer.joint import joint_letterheads, signatures_in_row
from prikaz.writer.letterheads import is_angular, letterhead_view
from prikaz.writer.stamps import stamps_view
from prikaz.writer.text_renderer import Printable, TextRenderer

#: So many paragraphs before the signature stay with it on a page.
_WITH_SIGNATURE: Final = 2
_ACTING: Final = {Acting.ACTING: "И.о.", Acting.TEMPORARILY: "Врио"}


class OrderView(NamedTuple):
    """The view of an order (данные для шаблона).

    Attributes:
        values: Everything that a template can print, by the names of docs/templates.md.
        findings: What is wrong or doubtful in the order, as far as printing shows it.
    """

    values: dict[str, Any]
    findings: tuple[Finding, ...]


def order_view(references: References) -> OrderView:
    """Everything that a template can print of an order whose references are known."""
    renderer = TextRenderer(references)
    values = _values(renderer)
    uncited = uncited_annexes(references.order, renderer.cited)
    return OrderView(values, (*references.findings, *renderer.findings, *uncited))


def _values(renderer: TextRenderer) -> dict[str, Any]:
    order, profile = renderer.order, renderer.profile
    operative = renderer.value_of(operative_of(order, profile))
    clauses = flow(("пункты",), "пункты", renderer)
    for view in clauses[-_WITH_SIGNATURE:]:
        if isinstance(view, dict):
            view["со_следующим"] = True
    blocks = block_views(order.blocks, (), "блоки", renderer, IN_TEXT)
    widths = TextWidths.of(profile.layout)
    landscape = not order.kind.is_directive and is_landscape(order.orientation, [*clauses, *blocks], widths)
    width = widths.landscape if landscape else widths.portrait
    signatures = [
        _signature(item, ("подписи", place), renderer) for place, item in enumerate(order.signatures, 1)
    ]
    return {
        "вид": "" if order.kind is Kind.DOCUMENT else order.kind.value.upper(),
        "вид_твор": order.kind.form(Case.INSTRUMENTAL),
        "проект": order.state is State.DRAFT,
        "утверждение": stamps_view(order.approval_stamps, order.kind.value, (), width, renderer),
        **letterhead_view(renderer),
        **joint_letterheads(width, renderer),
        **_date_and_number(order, profile),
        "место": renderer.text(order.place, ("место",)),
        "заголовок": renderer.title(order.heading, ("заголовок",)),
        "заголовок_по_центру": _heading_is_centred(order, profile),
        "преамбула": _preamble(operative, renderer),
        "слово": _word(operative),
        "альбомная": landscape,
        "пункты": fitted(clauses, width),
        "блоки": fitted(blocks, width),
        "подписи": signatures,
        "подписи_в_ряд": signatures_in_row(signatures, width, renderer),
        "исполнитель": prepared_by_lines(order.prepared_by, renderer),
        "согласование": [_endorsement(item, renderer) for item in order.endorsements],
        "ознакомление": [
            _acknowledgement(item, renderer) for item in order.acknowledgements if not in_line(item, renderer)
        ],
        **_closing(renderer),
        "рассылка": [renderer.words(line) for line in order.distribution],
        "приложения": [annex_view(annex, widths, renderer) for annex in number_annexes(order)],
    }


def _date_and_number(order: Order, profile: OfficeProfile) -> dict[str, str]:
    """Date and number at the head of the document, or places for them; a plan may have neither."""
    date, number = printed_registration(order, profile, BLANK_DATE, BLANK_NUMBER)
    has_place = order.kind.is_directive or order.co_issuers
    preposition = f"от{NBSP}" * profile.date_with_preposition
    return {
        "дата": f"{preposition}{date}" if order.date or has_place else "",
        "номер": number if order.number or has_place else "",
    }


def _heading_is_centred(order: Order, profile: OfficeProfile) -> bool:
    if profile.heading is None:
        if is_angular(order, profile):
            return False
        return order.kind in {Kind.RESOLUTION, Kind.DECISION}
    return profile.heading is HeadingPlacement.CENTRED


def _preamble(operative: Operative, renderer: TextRenderer) -> Printable:
    """The preamble with the body that speaks; a colon ends it where no operative word follows."""
    text = renderer.order.preamble
    if operative.subject:
        text = f"{text} {operative.subject}" if text else _capitalised(operative.subject)
    if text and operative.placement is Placement.ABSENT and renderer.order.kind.is_directive:
        text = f"{text.rstrip(' :')}:"
    return renderer.text(text, ("преамбула",), opens_sentence=True)


def _word(operative: Operative) -> dict[str, Any]:
    return {
        "текст": f"{operative.word}:" if operative.word else "",
        "место": operative.placement.value,
        "вразрядку": operative.letter_spaced,
    }


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _closing(renderer: TextRenderer) -> dict[str, Any]:
    """What stands round and under the signatures."""
    order = renderer.order
    introducing = [
        _signature(item, ("проект вносит", place), renderer)
        for place, item in enumerate(order.introduced_by, 1)
    ]
    return {
        "основание": grounds(renderer),
        "ознакомление_строкой": [
            acknowledgement_line(item, renderer) for item in order.acknowledgements if in_line(item, renderer)
        ],
        "верно": copy_mark(order.copy_mark, renderer),
        "проект_вносит": introduced_by(order.introduced_by, introducing),
        "отметки": [renderer.text(line, ("отметки", place)) for place, line in enumerate(order.notes, 1)],
    }


def _signature(signature: Signature, path: Path, renderer: TextRenderer) -> dict[str, Any]:
    person, profile = arranged(signature.person), renderer.profile
    name = with_initials(person.last, person, profile.initials_in_signature, apart=profile.initials_apart)
    position = ""
    if signature.position:
        case = Case.GENITIVE if signature.acting else Case.NOMINATIVE
        decline = partial(position_in, signature.position, case, profile.dictionary)
        position = renderer.value_of(printed_form(decline, (*path, "должность")))
    if signature.acting:
        position = f"{_ACTING[signature.acting]} {_lowered(position)}"
    printed = renderer.text(position, (*path, "должность"), opens_sentence=True)
    return {"должность": printed, "имя": name, "печать": signature.seal}


def _lowered(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _endorsement(endorsement: Endorsement, renderer: TextRenderer) -> dict[str, str]:
    person, profile = arranged(endorsement.person), renderer.profile
    name = with_initials(person.last, person, profile.initials_in_signature, apart=profile.initials_apart)
    return {"имя": name, **_position_and_date(endorsement, renderer)}


def _acknowledgement(mark: Acknowledgement, renderer: TextRenderer) -> dict[str, str]:
    """A line of the acquaintance sheet: the name in full, for namesakes work in one house."""
    return {"имя": renderer.words(str(arranged(mark.person))), **_position_and_date(mark, renderer)}


def _position_and_date(mark: Endorsement | Acknowledgement, renderer: TextRenderer) -> dict[str, str]:
    return {
        "должность": renderer.words(str(mark.person.position or "")),
        "дата": format_date(mark.date, renderer.profile.date_style) if mark.date else "",
    }
