"""What the tags of furniture print into properties; the other half of :mod:`prikaz.docx.furnish`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Undefined
from markupsafe import Markup

from prikaz.docx.context import PartContext
from prikaz.docx.holders import held
from prikaz.docx.missing import Missing
from prikaz.docx.refusal import Refusal
from prikaz.docx.tables import grid_xml, repaired

_MERGES: Final = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}


def _given(value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Note a missing value and take it for an empty one."""
    if isinstance(value, Missing):
        value.note()
    return None if isinstance(value, Undefined) else value


def _number(value: Any, what: str) -> int:  # noqa: ANN401  (values may be anything)
    try:
        return int(_given(value) or 0)
    except (TypeError, ValueError):
        raise Refusal(f"{what}: ожидалось целое число, пришло «{value}»") from None


@pass_context
def _style(context: PartContext, name: Any, own: str) -> str:  # noqa: ANN401
    name = _given(name)
    return context.scribe.rendering.styles.id_of(str(name)) if name else own


@pass_context
def _numbering(context: PartContext, key: Any, style: str, number: str, level: str) -> Markup:  # noqa: ANN401
    return Markup(  # noqa: S704  (built of numbers)
        context.scribe.rendering.instances.properties_xml(_given(key), style, number, level)
    )


def _twips(value: Any) -> int:  # noqa: ANN401
    return _number(value, "ширина")


def _colspan(value: Any) -> Markup:  # noqa: ANN401
    columns = _number(value, "число столбцов")
    return Markup(f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else "")  # noqa: S704  (built of a number)


def _vmerge(value: Any) -> Markup:  # noqa: ANN401
    word = str(_given(value) or "")
    if word not in _MERGES:
        raise Refusal(f"слово «{word}» не известно", "ожидалось restart, continue или пусто")
    return Markup(_MERGES[word])  # noqa: S704  (one of three constants)


def _colour(value: Any) -> str:  # noqa: ANN401
    return str(_given(value) or "auto").removeprefix("#")


def _grid(value: Iterable[Any]) -> Markup:
    widths = [_number(width, "ширина столбца") for width in _given(value) or ()]
    return Markup(grid_xml(widths))  # noqa: S704  (built of numbers)


@pass_context
def _landscape(context: PartContext, value: Any) -> str:  # noqa: ANN401
    context.scribe.rendering.landscape = bool(_given(value))
    return ""


@pass_context
def _page(context: PartContext, number: int) -> Markup:
    return Markup(context.scribe.rendering.page_xml(context.scribe.part, number))  # noqa: S704


@pass_context
def _drawing(context: PartContext, _: object) -> int:
    return context.scribe.rendering.next_id()


def _repaired(table: str) -> Markup:
    return Markup(repaired(str(table)))  # noqa: S704  (printed and escaped already)


def _held(blocks: str) -> Markup:
    return Markup(held(str(blocks)))  # noqa: S704  (printed and escaped already)


#: Filters under names that nobody writes by chance.
FURNITURE_FILTERS: Final = {
    function.__name__: function
    for function in (
        _style,
        _numbering,
        _twips,
        _colspan,
        _vmerge,
        _colour,
        _grid,
        _landscape,
        _page,
        _drawing,
        _repaired,
        _held,
    )
}
