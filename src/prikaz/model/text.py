"""Running text with braces: what an author writes, taken apart.

In braces stands first the form, then the key: ``{пунктом сроки}``; further
keys and options follow after commas. ``{{`` and ``}}`` are braces; text in
backticks is printed untouched. ``{сноска: Текст.}`` puts a footnote there; its
text may hold references of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias


class VerbatimText(NamedTuple):
    """Text in backticks: printed as it stands, without typography."""

    text: str


class BracedReference(NamedTuple):
    """A reference in braces, not yet resolved.

    Attributes:
        form: The words before the first key: a case («вин») or the author's own form («приложению»).
        keys: One key or several.
        options: How to print it, of :data:`OPTIONS`; none for the usual way.
        source: The braces as written.
    """

    form: str
    keys: tuple[str, ...]
    options: tuple[str, ...]
    source: str


class FootnoteText(NamedTuple):
    """The text of a footnote, not yet taken apart."""

    text: str


class UnmatchedMark(NamedTuple):
    """A brace or a backtick that opens or closes nothing, with what is wrong and what to do."""

    mark: str
    message: str
    hint: str


Token: TypeAlias = str | VerbatimText | BracedReference | FootnoteText | UnmatchedMark

#: How a reference to a person may be printed, besides initials with the position after them.
OPTIONS: Final = ("должность впереди", "без должности", "полностью")

#: Options that say the opposite of each other.
CONTRARY: Final = frozenset({"должность впереди", "без должности"})
#: How like an option a misspelt one is at least, from 0 to 1.
_ALIKE: Final = 0.8
#: What begins a footnote.
FOOTNOTE: Final = "{сноска:"
_FOOTNOTE: Final = r"\{[Сс]носка:"
#: A footnote holds whatever a text does, but no footnote.
_NOTE: Final = rf"{_FOOTNOTE}((?:`[^`]*`|\{{\{{|\{{[^{{}}]*\}}|\}}\}}|[^{{}}`])*)\}}"
_PLAIN_PARTS: Final = r"`([^`]*)`|(\{\{|\}\})|\{([^{}]*)\}|([`{}])"
_PARTS = re.compile(rf"(?:{_NOTE})|{_PLAIN_PARTS}")
#: The same, with the text of a footnote standing between two marks: it is text like any other.
_MARKS: Final = r"`([^`]*)`|(\{\{|\}\}(?!\}))|\{(?![Сс]носка:)([^{}]*)\}|([`{}])"
#: What is printed untouched, and what is referred to, within one line.
_MARKED: Final = rf"`[^`\n]*`|\{{(?![Сс]носка:)[^{{}}\n]*\}}|{_FOOTNOTE} ?"
#: Stands in a text for a piece that was taken out.
HOLE: Final = "\ufffc"
_UNMATCHED: Final = {
    "`": ("обратный апостроф не закрыт", "поставьте второй или уберите"),
    "{": ("фигурная скобка не закрыта", "закройте её или удвойте: {{"),
    "}": ("лишняя закрывающая фигурная скобка", "уберите её или удвойте: }}"),
}


def parse_text(text: str) -> tuple[Token, ...]:
    """Take running text apart into plain pieces, verbatim pieces and references.

    >>> [type(token).__name__ for token in parse_text("Утвердить `a_b` согласно {приложению карта}.")]
    ['str', 'VerbatimText', 'str', 'BracedReference', 'str']
    """
    if "{" not in text and "}" not in text and "`" not in text:
        return (text,) if text else ()
    tokens: list[Token] = []
    plain, end = "", 0
    for match in _PARTS.finditer(text):
        plain += text[end : match.start()]
        end = match.end()
        note, verbatim, doubled, braced, unmatched = match.groups()
        if doubled:
            plain += doubled[0]
            continue
        if plain:
            tokens.append(plain)
            plain = ""
        if note is not None:
            tokens.append(FootnoteText(note.strip()))
        elif verbatim is not None:
            tokens.append(VerbatimText(verbatim))
        elif braced is not None:
            tokens.append(_braced(braced, match[0]))
        else:
            tokens.append(UnmatchedMark(unmatched, *_UNMATCHED[unmatched]))
    plain += text[end:]
    return (*tokens, plain) if plain else tuple(tokens)


def marked(text: str) -> Iterator[tuple[range, VerbatimText | BracedReference]]:
    """Places of verbatim pieces and references in a text, braces and backticks included.

    Those in a footnote are told like others; the rest of its text is text.

    >>> [(place.start, place.stop) for place, _ in marked("Назначить {вин куратор}.")]
    [(10, 23)]
    """
    for match in re.finditer(_MARKS, text):
        verbatim, _, braced, _ = match.groups()
        if verbatim is not None:
            yield range(*match.span()), VerbatimText(verbatim)
        elif braced is not None:
            yield range(*match.span()), _braced(braced, match[0])


def without_marked(text: str) -> str:
    """The words of a text alone, with :data:`HOLE` for each verbatim piece and reference.

    A footnote stands between two of them.

    >>> without_marked("Назначить {вин куратор}{сноска: С 1 мая.}.").replace(HOLE, "…")
    'Назначить ……С 1 мая.….'
    """
    bare = re.sub(_MARKED, HOLE, text)
    return bare.replace("}", HOLE) if FOOTNOTE in text.lower() else bare


def footnotes(text: str) -> tuple[range, ...]:
    """Places of the footnotes of a text, braces included, whatever braces stand in them.

    >>> [(place.start, place.stop) for place in footnotes("Детей{сноска: По {приложению смета}.}, чел.")]
    [(5, 37)]
    """
    found: list[range] = []
    small, end = text.lower(), 0
    while (start := small.find(FOOTNOTE, end)) >= 0:
        end, depth = start, 0
        while end < len(text):
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
            if not depth:
                break
        found.append(range(start, end))
    return tuple(found)


def without_footnotes(text: str) -> str:
    """A text as it is read in its place.

    >>> without_footnotes("Детей{сноска: По списку.}, чел.")
    'Детей, чел.'
    """
    for place in reversed(footnotes(text)):
        text = text[: place.start] + text[place.stop :]
    return text


def option_meant(reference: BracedReference, key: str) -> str:
    """The braces as meant, when a key is an option that lacks its comma or is misspelt; "" for other keys.

    >>> option_meant(_braced("вин куратор полностью", "{вин куратор полностью}"), "полностью")
    '{вин куратор, полностью}'
    """
    import difflib  # noqa: PLC0415 (asked only when a reference is to nothing)

    if reference.options or key != reference.keys[-1]:
        return ""
    inside = reference.source[1:-1].rstrip()
    for option in OPTIONS:
        head = re.match(rf"(.+?)[ ,]+(\S+(?: +\S+){{{option.count(' ')}}})$", inside)
        if head and difflib.SequenceMatcher(None, head[2], option).ratio() >= _ALIKE:
            return f"{{{head[1]}, {option}}}"
    return ""


def _braced(inside: str, source: str) -> BracedReference:
    first, *rest = (part.strip() for part in inside.split(","))
    options: list[str] = []
    while rest and (rest[-1] in OPTIONS or " " in rest[-1]):
        options.insert(0, rest.pop())
    form, _, key = first.rpartition(" ")
    return BracedReference(
        form=" ".join(form.split()), keys=(key, *rest), options=tuple(options), source=source
    )
