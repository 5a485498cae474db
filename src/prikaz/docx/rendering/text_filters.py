"""Filters of texts that need no Jinja; they do what Jinja's of the same names do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.rendering.limits import check_growth, shown, weight
from prikaz.docx.rendering.missing import Missing
from prikaz.docx.rendering.printer import spoken
from prikaz.docx.wml.errors import TagError

if TYPE_CHECKING:
    from prikaz.docx.rendering.plain_runtime import Context


def _string(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Give a value as text; what was not given stays so, and is told where it is printed."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Missing):
        value.note()
        return value
    context.scribe.tick(shown(value) // 8)
    return spoken(value)


def _wordwrap(  # noqa: PLR0913  (Jinja's signature)
    context: Context,
    value: Any,  # noqa: ANN401  (values may be anything)
    width: object = 79,
    break_long_words: bool = True,  # noqa: FBT001, FBT002  (Jinja's signature)
    wrapstring: object = None,
    break_on_hyphens: bool = True,  # noqa: FBT001, FBT002  (Jinja's signature)
) -> Any:  # noqa: ANN401
    """Break a text into lines of ``width`` signs at most, 1 or more."""
    for given in (value, width, wrapstring):
        if isinstance(given, Missing):
            given.note()
            return given
    if value is None:
        return None
    if not isinstance(value, str | int | float):
        told = f"на строки делится только текст, пришло значение вида «{type(value).__name__}»"
        raise TagError(told, "укажите поле этого значения")
    if type(width) is not int or width < 1:
        came = f"«{width}»" if isinstance(width, str | int | float) else f"вида «{type(width).__name__}»"
        raise TagError(f"ширина строки: ожидалось целое число от 1, пришло {came}", "например wordwrap(36)")
    text, joint = str(value), "\n" if wrapstring is None else str(wrapstring)
    check_growth(text, (width, joint))
    context.scribe.tick(weight(text))
    if len(text) <= width and text.splitlines() == [text.strip()]:
        return text
    from textwrap import wrap  # noqa: PLC0415 (most positions stand on one line)

    lines = (
        wrap(
            line,
            width,
            expand_tabs=False,
            replace_whitespace=False,
            break_long_words=break_long_words,
            break_on_hyphens=break_on_hyphens,
        )
        for line in text.splitlines()
    )
    return joint.join(joint.join(broken) for broken in lines)


TEXT_FILTERS: Final[dict[str, Callable[..., Any]]] = {"string": _string, "wordwrap": _wordwrap}
