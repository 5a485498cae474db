"""Filters that property tags print through; see :mod:`prikaz.docx.compilation.property_tags`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from prikaz.docx.rendering.contracts import Context
from prikaz.docx.rendering.missing import Missing, is_absent
from prikaz.docx.rendering.postprocess import grid_xml, with_column_grid, with_last_paragraph
from prikaz.docx.rendering.representation import text_of
from prikaz.docx.wml.errors import TagError
from prikaz.findings import FindingKind, Severity

PROPERTY_INVALID: Final = FindingKind(
    "property-invalid", "Значение не годится для свойства, которое задаёт метка", Severity.ERROR
)

#: Twentieths of a point in the widest sheet of Word (ISO/IEC 29500-1, 17.6.13), and more than any count.
_MOST: Final = 31_680
_WHOLE: Final = re.compile(r"(\d{1,9})(?:\.0+)?")
_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}")
_MERGES: Final = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}


def _given(value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Record a missing value and take it for an empty one."""
    if isinstance(value, Missing):
        value.record()
    return None if is_absent(value) else value


def _text(value: Any) -> str:  # noqa: ANN401  (values may be anything)
    """The text of a value as it would be printed; "" for what is empty."""
    if type(value) is str:
        return value
    given = _given(value)
    return "" if given is None or given is False else text_of(given)


def _number(value: Any, what: str) -> int:  # noqa: ANN401  (values may be anything)
    if type(value) is int and 0 <= value <= _MOST:
        return value
    text = _text(value).strip()
    if is_absent(value):
        return 0
    found = _WHOLE.fullmatch(text)
    if found is None or int(found[1]) > _MOST:
        raise TagError(PROPERTY_INVALID, f"{what}: ожидалось целое число от 0 до {_MOST}, пришло «{text}»")
    return int(found[1])


def _style(context: Context, name: Any, own: str) -> str:  # noqa: ANN401
    word = _text(name)
    return context.printer.state.styles.id_of(word) if word else own


def _numbering(context: Context, key: Any, style: str, number: str, level: str) -> str:  # noqa: ANN401
    state = context.printer.state
    if type(key) is not str:
        from prikaz.docx.values.lists import ListOf  # noqa: PLC0415 (few documents share lists)

        if isinstance(key, ListOf):
            return state.lists.shared_xml(key.key, style, state.styles.id_of(key.style))
    return state.lists.properties_xml(_text(key), style, number, level)


def _twips(_: Context, value: Any) -> str:  # noqa: ANN401
    return str(_number(value, "ширина"))


def _colspan(_: Context, value: Any) -> str:  # noqa: ANN401
    columns = _number(value, "число столбцов") if type(value) is int or _text(value) else 1
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _vmerge(_: Context, value: Any) -> str:  # noqa: ANN401
    word = _text(value)
    if word not in _MERGES:
        raise TagError(
            PROPERTY_INVALID, f"слово «{word}» не известно", "ожидалось restart, continue или пусто"
        )
    return _MERGES[word]


def _colour(_: Context, value: Any) -> str:  # noqa: ANN401
    colour = _text(value).removeprefix("#") or "auto"
    if colour != "auto" and not _COLOUR.fullmatch(colour):
        hint = "ожидалось шесть знаков, например D9D9D9"
        raise TagError(PROPERTY_INVALID, f"цвет «{colour}» не известен", hint)
    return colour


def _grid(context: Context, value: Any) -> str:  # noqa: ANN401
    widths = _given(value) or ()
    if isinstance(widths, str) or not isinstance(widths, Iterable):
        message = f"ширины столбцов: ожидался список чисел, пришло «{_text(value)}»"
        raise TagError(PROPERTY_INVALID, message)
    numbers = [_number(width, "ширина столбца") for width in widths]
    context.printer.charge(len(numbers) // 4)
    return grid_xml(numbers)


def _landscape(context: Context, value: Any) -> str:  # noqa: ANN401
    context.printer.state.landscape = bool(_given(value))
    return ""


def _page(context: Context, number: int) -> str:
    return context.printer.state.page_xml(context.printer.part, number)


def _drawing(context: Context, _: object) -> str:
    return str(context.printer.state.next_id())


def _column_grid(context: Context, table: str) -> str:
    context.printer.charge(len(table) // 32)
    return with_column_grid(table)


def _last_paragraph(_: Context, blocks: str) -> str:
    return with_last_paragraph(blocks)


#: Filters under names that nobody writes by chance.
PROPERTY_FILTERS: Final[Mapping[str, Callable[..., str]]] = {
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
    "_column_grid": _column_grid,
    "_last_paragraph": _last_paragraph,
}
#: Those whose results are XML made here, not values of a context.
PROPERTY_XML_FILTERS: Final = PROPERTY_FILTERS.keys() - {"_style", "_colour"}
