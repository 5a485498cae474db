"""Filters of values that need no Jinja: those of texts, and those that charge for work out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from prikaz.docx.rendering.contracts import Context
from prikaz.docx.rendering.limits import check_growth, cost_of, deep_cost_of, printed_length
from prikaz.docx.rendering.missing import Missing
from prikaz.docx.rendering.representation import text_of
from prikaz.docx.wml.errors import TagError
from prikaz.findings import FindingKind, Severity

ARGUMENT_INVALID: Final = FindingKind(
    "argument-invalid", "Фильтру дано значение, с которым он не работает", Severity.ERROR
)


def _string(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Give a value as text; None stays, and is reported where it is printed."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Missing):
        value.record()
        return value
    context.printer.charge(printed_length(value) // 8)
    return text_of(value)


def _wordwrap(  # noqa: PLR0913  (Jinja's signature)
    context: Context,
    value: Any,  # noqa: ANN401  (values may be anything)
    width: object = 79,
    break_long_words: bool = True,  # noqa: FBT001, FBT002  (Jinja's signature)
    wrapstring: object = None,
    break_on_hyphens: bool = True,  # noqa: FBT001, FBT002  (Jinja's signature)
) -> Any:  # noqa: ANN401
    """Break a text into lines of ``width`` characters at most, 1 or more."""
    for given in (value, width, wrapstring):
        if isinstance(given, Missing):
            given.record()
            return given
    if value is None:
        return None
    _check_text(value)
    columns = _checked_width(width)
    text, joint = str(value), "\n" if wrapstring is None else str(wrapstring)
    check_growth(text, (columns, joint))
    context.printer.charge(cost_of(text))
    if len(text) <= columns and text.splitlines() == [text.strip()]:
        return text
    return joint.join(_lines(text, columns, break_long_words, break_on_hyphens))


def _lines(text: str, columns: int, break_long_words: bool, break_on_hyphens: bool) -> Iterator[str]:  # noqa: FBT001  (as above)
    from textwrap import TextWrapper  # noqa: PLC0415 (most positions stand on one line)

    wrapper = TextWrapper(
        columns,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=break_long_words,
        break_on_hyphens=break_on_hyphens,
    )
    for line in text.splitlines():
        yield from wrapper.wrap(line) or [""]


def _check_text(value: object) -> None:
    if not isinstance(value, str | int | float):
        kind = type(value).__name__
        message = f"на строки делится только текст, пришло значение вида «{kind}»"
        raise TagError(ARGUMENT_INVALID, message, "укажите поле этого значения")


def _checked_width(width: object) -> int:
    if type(width) is int and width >= 1:
        return width
    came = f"«{width}»" if isinstance(width, str | int | float) else f"вида «{type(width).__name__}»"
    message = f"ширина строки: ожидалось целое число от 1, пришло {came}"
    raise TagError(ARGUMENT_INVALID, message, "например wordwrap(36)")


def _charged(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    context.printer.charge(cost_of(value))
    return value


def _compared(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    context.printer.charge(deep_cost_of(value))
    return value


def _searched(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    context.printer.charge(cost_of(value) if isinstance(value, Mapping) else deep_cost_of(value))
    return value


TEXT_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {"string": _string, "wordwrap": _wordwrap}
#: Put by :func:`prikaz.docx.jinja.codegen.charge_sequences` around what is iterated over out of sight.
COST_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "_charged": _charged,
    "_compared": _compared,
    "_searched": _searched,
}
