"""What the tags of furniture print into properties; the other half of :mod:`prikaz.docx.furnish`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Undefined

from prikaz.docx.afterwards import grid_xml, held, repaired
from prikaz.docx.context import PartContext
from prikaz.docx.missing import Missing
from prikaz.docx.refusal import Refusal

_MERGES: Final = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}


def _given(value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Note a missing value and take it for an empty one."""
    if isinstance(value, Missing):
        value.note()
    return None if isinstance(value, Undefined) else value


def _number(value: Any, what: str) -> int:  # noqa: ANN401  (values may be anything)
    if type(value) is int:
        return value
    try:
        return int(_given(value) or 0)
    except (TypeError, ValueError):
        raise Refusal(f"{what}: ожидалось целое число, пришло «{value}»") from None


@pass_context
def _style(context: PartContext, name: Any, own: str) -> str:  # noqa: ANN401
    word = name if type(name) is str else str(_given(name) or "")
    return context.scribe.rendering.styles.id_of(word) if word else own


@pass_context
def _numbering(context: PartContext, key: Any, style: str, number: str, level: str) -> str:  # noqa: ANN401
    return context.scribe.rendering.instances.properties_xml(_given(key), style, number, level)


def _twips(value: Any) -> str:  # noqa: ANN401
    return str(_number(value, "ширина"))


def _colspan(value: Any) -> str:  # noqa: ANN401
    columns = _number(value, "число столбцов")
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _vmerge(value: Any) -> str:  # noqa: ANN401
    word = value if type(value) is str else str(_given(value) or "")
    if word not in _MERGES:
        raise Refusal(f"слово «{word}» не известно", "ожидалось restart, continue или пусто")
    return _MERGES[word]


def _colour(value: Any) -> str:  # noqa: ANN401
    return str(_given(value) or "auto").removeprefix("#")


def _grid(value: Iterable[Any]) -> str:
    return grid_xml(_number(width, "ширина столбца") for width in _given(value) or ())


@pass_context
def _landscape(context: PartContext, value: Any) -> str:  # noqa: ANN401
    context.scribe.rendering.landscape = bool(_given(value))
    return ""


@pass_context
def _page(context: PartContext, number: int) -> str:
    return context.scribe.rendering.page_xml(context.scribe.part, number)


@pass_context
def _drawing(context: PartContext, _: object) -> str:
    return str(context.scribe.rendering.next_id())


#: Filters under names that nobody writes by chance.
FURNITURE_FILTERS: Final = {
    "_style": _style,
    "_numbering": _numbering,
    "_twips": _twips,
    "_colspan": _colspan,
    "_vmerge": _vmerge,
    "_colour": _colour,
    "_grid": _grid,
    "_landscape": _landscape,
    "_page": _page,
    "_drawing": _drawing,
    "_repaired": repaired,
    "_held": held,
}
#: Those of them whose results are XML made here, and no value of a context.
FURNITURE_XML: Final = FURNITURE_FILTERS.keys() - {"_style", "_colour"}
