"""Filters of texts that need no Jinja; they do what Jinja's of the same names do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from prikaz.docx.limits import check_growth, shown, weight
from prikaz.docx.missing import Missing
from prikaz.docx.scribe import spoken

if TYPE_CHECKING:
    from prikaz.docx.runtime import Context


def _string(context: Context, value: Any) -> Any:  # noqa: ANN401  (values may be anything)
    """Give a value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, Missing):
        value.note()
        return value
    context.scribe.tick(shown(value) // 8)
    return spoken(value)


def _wordwrap(  # noqa: PLR0913  (Jinja's signature)
    context: Context,
    value: Any,  # noqa: ANN401  (values may be anything)
    width: int = 79,
    break_long_words: bool = True,  # noqa: FBT001, FBT002  (Jinja's signature)
    wrapstring: str = "\n",
    break_on_hyphens: bool = True,  # noqa: FBT001, FBT002  (Jinja's signature)
) -> Any:  # noqa: ANN401
    """Break a text into lines of ``width`` signs at most."""
    text = _string(context, value)
    if isinstance(text, Missing):
        return text
    check_growth(text, (width, wrapstring))
    context.scribe.tick(weight(text))
    if len(text) <= width and text.splitlines() == [text.strip()]:
        return str(text)
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
    return wrapstring.join(wrapstring.join(broken) for broken in lines)


TEXT_FILTERS: Final[dict[str, Callable[..., Any]]] = {"string": _string, "wordwrap": _wordwrap}
