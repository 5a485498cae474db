"""Texts of a Word file as texts of the model (тексты)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from prikaz.docx.content.elements import OBJECT, Footnote, Paragraph
from prikaz.language.typography import bind_short_words, typeset
from prikaz.reader.source_text import SourceText

#: What means something in a text of the model, and how it is written there as a mere character.
_MARKS: Final = {"{": "{{", "}": "}}", "`": "'"}
_NBSP: Final = "\u00a0"


def source_text(paragraph: Paragraph) -> SourceText:
    """The text of a paragraph as a text of the model.

    Braces are doubled, a backtick becomes an apostrophe, a footnote is typed as ``{сноска: …}``, other
    objects and hidden text are left out. Tabs and line breaks stay.
    """
    text = SourceText.of(paragraph.text, paragraph.part, paragraph.index)
    if not paragraph.objects and not any(run.format.hidden for run in paragraph.runs):
        return _escaped(text)
    objects = iter(paragraph.objects)
    parts: list[SourceText] = []
    for run in paragraph.runs:
        for at in range(run.start, run.end):
            char = text[at : at + 1]
            item = next(objects, None) if char.text == OBJECT else None
            if run.format.hidden:
                continue
            if isinstance(item, Footnote):
                parts.append(_footnote(item))
            elif char.text != OBJECT:
                parts.append(_escaped(char))
    return _merged(parts)


def _escaped(text: SourceText) -> SourceText:
    return text.replaced(r"[{}`]", lambda found: _MARKS[found[0]]) if set(text.text) & _MARKS.keys() else text


def _footnote(note: Footnote) -> SourceText:
    said = SourceText.join(" ", (source_text(paragraph).in_one_line() for paragraph in note.paragraphs))
    inside = said.strip()
    return (
        SourceText.join("", (SourceText("{сноска: "), inside, SourceText("}"))) if inside else SourceText("")
    )


def _merged(parts: list[SourceText]) -> SourceText:
    """Parts as one text, neighbours of one paragraph in one piece."""
    return SourceText.join("", parts).compact()


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    r"""A text with plain spaces where typography would make the others again; other ones stay.

    >>> plain("от 12.03.2027 №\u00a05"), plain("дом\u00a0из двух слов")
    ('от 12.03.2027 № 5', 'дом\xa0из двух слов')
    """
    if _NBSP not in text:
        return text
    kept = iter(kept_spaces(text))
    return "".join((_NBSP if next(kept) else " ") if letter == _NBSP else letter for letter in text)


@lru_cache(maxsize=4096)
def kept_spaces(text: str, *, is_title: bool = False) -> tuple[bool, ...]:
    """Which no-break spaces of a text typography would not make again, in their order.

    Args:
        text: The text.
        is_title: Whether it is a heading, whose prepositions are bound to the next word.
    """
    spaced = text.replace(_NBSP, " ")
    set_plain, set_own = typeset(spaced), typeset(text)
    count = text.count(_NBSP)
    if is_title:
        set_plain, set_own = bind_short_words(set_plain), bind_short_words(set_own)
    if set_plain == set_own:
        return (False,) * count
    if not len(set_plain) == len(set_own) == len(text):
        return (True,) * count
    return tuple(set_plain[place] == " " for place, letter in enumerate(text) if letter == _NBSP)
