"""What property tags print; the other half of :mod:`prikaz.docx.compilation.property_tags`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.missing import Missing, is_absent
from prikaz.docx.rendering.postprocess import grid_xml, held, repaired
from prikaz.docx.rendering.printer import spoken
from prikaz.docx.wml.errors import TagError

if TYPE_CHECKING:
    from prikaz.docx.rendering.plain_runtime import Context

#: Twentieths of a point in the widest sheet of Word (ISO/IEC 29500-1, 17.6.13), and more than any count.
_MOST: Final = 31_680
_WHOLE: Final = re.compile(r"(\d{1,9})(?:\.0+)?")
_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}")
_MERGES: Final = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}


def _given(value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Note a missing value and take it for an empty one."""
    if isinstance(value, Missing):
        value.note()
    return None if is_absent(value) else value


def _text(value: Any) -> str:  # noqa: ANN401  (values may be anything)
    """The text of a value as it would be printed; "" for what is empty."""
    if type(value) is str:
        return value
    given = _given(value)
    return "" if given is None or given is False else spoken(given)


def _number(value: Any, what: str) -> int:  # noqa: ANN401  (values may be anything)
    if type(value) is int and 0 <= value <= _MOST:
        return value
    text = _text(value).strip()
    if is_absent(value):
        return 0
    found = _WHOLE.fullmatch(text)
    if found is None or int(found[1]) > _MOST:
        raise TagError(f"{what}: ожидалось целое число от 0 до {_MOST}, пришло «{text}»")
    return int(found[1])


def _style(context: Context, name: Any, own: str) -> str:  # noqa: ANN401
    word = _text(name)
    return context.scribe.rendering.styles.id_of(word) if word else own


def _numbering(context: Context, key: Any, style: str, number: str, level: str) -> str:  # noqa: ANN401
    return context.scribe.rendering.instances.properties_xml(_text(key), style, number, level)


def _twips(_: Context, value: Any) -> str:  # noqa: ANN401
    return str(_number(value, "ширина"))


def _colspan(_: Context, value: Any) -> str:  # noqa: ANN401
    columns = _number(value, "число столбцов") if type(value) is int or _text(value) else 1
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def _vmerge(_: Context, value: Any) -> str:  # noqa: ANN401
    word = _text(value)
    if word not in _MERGES:
        raise TagError(f"слово «{word}» не известно", "ожидалось restart, continue или пусто")
    return _MERGES[word]


def _colour(_: Context, value: Any) -> str:  # noqa: ANN401
    colour = _text(value).removeprefix("#") or "auto"
    if colour != "auto" and not _COLOUR.fullmatch(colour):
        raise TagError(f"цвет «{colour}» не известен", "ожидалось шесть знаков, например D9D9D9")
    return colour


def _grid(context: Context, value: Any) -> str:  # noqa: ANN401
    widths = _given(value) or ()
    if isinstance(widths, str) or not isinstance(widths, Iterable):
        raise TagError(f"ширины столбцов: ожидался список чисел, пришло «{_text(value)}»")
    numbers = [_number(width, "ширина столбца") for width in widths]
    context.scribe.tick(len(numbers) // 4)
    return grid_xml(numbers)


def _landscape(context: Context, value: Any) -> str:  # noqa: ANN401
    context.scribe.rendering.landscape = bool(_given(value))
    return ""


def _page(context: Context, number: int) -> str:
    return context.scribe.rendering.page_xml(context.scribe.part, number)


def _drawing(context: Context, _: object) -> str:
    return str(context.scribe.rendering.next_id())


def _repaired(context: Context, table: str) -> str:
    context.scribe.tick(len(table) // 32)
    return repaired(table)


def _held(_: Context, blocks: str) -> str:
    return held(blocks)


#: Filters under names that nobody writes by chance.
PROPERTY_FILTERS: Final[dict[str, Callable[..., str]]] = {
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
    "_repaired": _repaired,
    "_held": _held,
}
#: Those of them whose results are XML made here, and no value of a context.
PROPERTY_XML_FILTERS: Final = PROPERTY_FILTERS.keys() - {"_style", "_colour"}
