"""Typography of Russian office texts: what a careful typist does by hand.

One pure function that may be applied again without harm. It changes spaces,
dashes, quotation marks and the decimal comma, and never a word, a figure, an
address or a date. What must not be touched at all (text in backticks) is the
caller's matter: :data:`PLACEHOLDER` stands for a protected piece and is treated as
one word or figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeAlias

from prikaz.language.time.dates import MONTH
from prikaz.language.words.spelling import LETTERS

_NBSP: Final = "\u00a0"
_GAP: Final = r"[ \u00a0]"
#: Stands for a piece of the text that is not to be touched.
PLACEHOLDER: Final = "\ue000"
_PIECE: Final = rf"{PLACEHOLDER}\ufdd0"
_WORD: Final = rf"\w{_PIECE}"
_FIGURE: Final = rf"[\d{_PIECE}]"

#: Words and simple punctuation between single spaces, or one figure or date: nothing to set.
_PLAIN: Final = re.compile(rf"[{LETTERS}{_PIECE},;:()«»!?]++(?: [{LETTERS}{_PIECE},;:()«»!?]++)*+\.?|[\d.]*")

#: A noncharacter holds the place of a protected piece; one that came with the text is protected itself.
_MARK: Final = "\ufdd0"

#: Without one of these a text holds but words and figures. The stop of a sentence is none, «8» begins phones.
_SIGNS: Final = re.compile(
    rf"""["“”„‟%@/\\+\n{_MARK}–—.8-]
    (?:(?<![.8]) | (?<=\.)(?:(?<![а-яё\d»)]\.)|(?=.)) | (?<=8)(?=[ ]?\(|[ ]\d{{3}}[ ]))""",
    re.VERBOSE | re.DOTALL,
)

_END: Final = r"(?<![«»“”\"().,;:!?])"
_LONG: Final = "docx|xlsx|pptx|yaml|json|html"
_SHORT: Final = "doc|xls|ppt|pdf|odt|rtf|yml|csv|txt|zip"
_PHONE: Final = r"""
    (?<![\w.])(?:\+7|8)(?:[ ]?\(\d{3,5}\)|[ -]\d{3}(?=[ -]\d{3}[ -]\d\d))[\d -]*\d
    | (?<![\w.-])\d+-\d\d-\d\d(?![\w-])
    """
#: Addresses, paths and names of files, with «№» before them; phones. A text without Latin letters, slashes
#: and «.рф» can have phones only.
_PROTECTED: Final = rf"""(?x){_MARK}
    | (?:№[ \u00a0\t]*)?(?:
        (?:(?<![a-z])[a-z]++://|(?<!\w)www\.)\S+{_END} | (?<![\w.+-])[\w.+-]++@[\w.-]+\w
        | (?:(?<!\w)[^\W\d_]:|\\)\\(?:[^\\/:*?"<>|«»\n]*+\\)*+
            (?:[^\\/:*?"<>|«»\n.]*\.(?i:{_LONG}|{_SHORT})(?!\w)|\S*{_END})
        | (?<![\w/.])(?:~|\.\.?)?/[\w.-]+/\w\S*{_END}
        | (?<![\w./\\-])(?:[\w/\\-]|\.(?=\w))++(?:(?<=\.(?i:{_LONG}))|(?<=\.(?i:{_SHORT}|com|org|net)))
        | (?<![\w./\\-])(?:[\w-]|\.(?=\w))++(?<=\.(?:ru|рф|su))(?:/\S*{_END})?
      )
    | {_PHONE}
    """
_PROTECTED_PHONES: Final = rf"(?x){_MARK} | {_PHONE}"
_MAY_BE_ADDRESS: Final = r"[a-zA-Z@\\/]|рф"

#: Signs of an address, of a path, of a phone.
_PROTECTED_TRIGGER: Final = re.compile(
    r"[a-zA-Z@\\/\d.+](?:(?<=[a-zA-Z@\\])|(?<=/)[\w.-]+/\w|-\d\d|(?<=\+)7[ (-]|(?<=8)[ (]|рф)"
)

_YEAR: Final = r"(?:19|20)\d\d"
_YEAR_WORD: Final = r"(?:гг?\.|год(?:а|у|ом|е|ы|ов|ах|ами)?\b|учебн)"
_UNIT: Final = (
    r"(?:(?:руб|коп|тыс|млн|млрд|чел|экз|шт|кг|км|кв|куб|см|мм|га|мин|сек|балл|процент)(?:\b|[а-яё]*)"
    r"|[мтчл]\b)"
)
_MEASURE: Final = r"(?:руб|коп|тыс|млн|млрд|кг|км|кв\.|см|мм|га|балл|процент)"
_SURNAME: Final = rf"[А-ЯЁ][{LETTERS}]+(?:-[А-ЯЁ][{LETTERS}]+)?"
_BEFORE_FIGURES: Final = (
    "подп",
    "разд",
    "табл",
    "прил",
    "абз",
    "рис",
    "стр",
    "каб",
    "корп",
    "пп",
    "п",
    "ст",
    "ч",
    "гл",
    "д",
    "кв",
)
_BEFORE_NAMES: Final = ("пгт", "пос", "дер", "просп", "пер", "наб", "ул", "г", "с", "п")

_Replacement: TypeAlias = str | Callable[[re.Match[str]], str]


def _set_initials(match: re.Match[str]) -> str:
    before, initials, after = match["before"], match["initials"], match["after"]
    initials = initials.replace(" ", _NBSP)
    starts = match.start() == 0 or match.string[: match.start()].rstrip(" \u00a0\n")[-1:] in ".:;"
    if before and after and starts:  # «Директору А.П. Белову»: the surname follows
        return f"{before} {initials}{_NBSP}{after}"
    if before and after:  # «назначить Белова А.П. Контроль…»: the surname went before
        return f"{before}{_NBSP}{initials} {after}"
    return _NBSP.join(part for part in (before, initials, after) if part)


def _set_number_range(match: re.Match[str]) -> str:
    first, last = match.group().split("-")
    return f"{first}–{last}" if int(first) < int(last) else match.group()


_ENDS_IN_MONTH: Final = rf"(?i)(?<![\w-]){MONTH}$"


def _set_month_range(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - len(" сентябрём")) : match.start()]
    return "–" if re.search(_ENDS_IN_MONTH, before) else match.group()


def _join(match: re.Match[str]) -> str:
    return match.group().replace(" ", _NBSP)


def _close_range(match: re.Match[str]) -> str:
    return match.group().rstrip(" \u00a0-–—") + "–"


def _set_comma(match: re.Match[str]) -> str:
    return match.group().replace(".", ",")


def _set_percent(match: re.Match[str]) -> str:
    return f"{match.group()[0]}{_NBSP}%"


def _after(words: tuple[str, ...]) -> str:
    """A dot and a space that one of ``words`` went before."""
    return "(?:" + "|".join(rf"(?<=\b{word}\. )" for word in words) + ")"


_Rules: TypeAlias = tuple[tuple[re.Pattern[str], tuple[tuple[str, _Replacement], ...]], ...]

#: What a text must contain, then the patterns that are tried on it and what they become. The order matters.
#: A pattern begins with what is rare and looks back afterwards, so most texts are passed over quickly.
_RULES: Final[_Rules] = (
    (
        re.compile(r"№"),
        ((rf"№[ \u00a0\t]*(?=[{_WORD}])", f"№{_NBSP}"),),
    ),
    (  # «п. 3», «г. Заречный»; in «2027 г. Отдел» the dot ends a year
        re.compile(r"\. "),
        (
            (rf"\. (?={_FIGURE}|[IVX]+\b){_after(_BEFORE_FIGURES)}", f".{_NBSP}"),
            (
                rf"\. (?=[А-ЯЁ{_PIECE}])(?<!\dг\. )(?<!\d[ \u00a0]г\. ){_after(_BEFORE_NAMES)}",
                f".{_NBSP}",
            ),
        ),
    ),
    (  # «А.П. Белов», «Белов А.П.»
        re.compile(r"[А-ЯЁ]\."),
        (
            (
                (
                    rf"(?:(?<![\w.-])(?P<before>{_SURNAME}){_GAP})?"
                    rf"(?<![\w.])(?P<initials>[А-ЯЁ]\.(?:{_GAP}?[А-ЯЁ]\.)?)"
                    rf"(?:{_GAP}(?P<after>{_SURNAME})(?![\w.]))?"
                ),
                _set_initials,
            ),
        ),
    ),
    (
        re.compile(r"[-–—]"),
        (
            (rf"{_YEAR}(?<![\w.,/–-]....){_GAP}?[-–—]{_GAP}?(?={_YEAR}(?![\w/–-]|\.\d))", _close_range),
            (rf"{_GAP}?[-–—]{_GAP}?(?=(?i:{MONTH})(?![\w-]))", _set_month_range),
            (
                rf"[IVX](?<![\w-].)[IVX]*{_GAP}?[-–—]{_GAP}?(?=[IVX]+{_GAP}(?:квартал|кв\.|четверт|этап|уров))",
                _close_range,
            ),
            (
                (
                    r"\d(?<![\w.,/№-].)(?<!№[ \u00a0].)\d{0,2}-\d{1,3}"
                    rf"(?={_GAP}?%|{_GAP}(?:класс|лет\b|дн|челов|час|числ|{_UNIT}|{MONTH}(?!\w)))"
                ),
                _set_number_range,
            ),
            (rf"{_GAP}[-–—]{_GAP}(?<=\S...)(?=\S)", f"{_NBSP}– "),
        ),
    ),
    (
        re.compile(r"%"),
        (
            (r"\d(?<![\w.,/-].)\d*\.\d+(?=[ \u00a0]?%)", _set_comma),
            (rf"{_FIGURE} ?%(?![\w%])", _set_percent),
        ),
    ),
    (  # «20__ г.»: a year to be written in by hand
        re.compile(r"_ г"),
        ((rf"(?<!\w)20_+ (?={_YEAR_WORD})", _join),),
    ),
    (  # «16 марта», «2027 г.», «12,5 кг», «5 000 руб.»; not «в школе № 5 в мае»
        re.compile(r"[0-9][»\"”]?[ \u00a0](?!в |с |и |на |по )[а-я0-9]"),
        (
            (rf"\d(?<!\w.)\d?[»\"”]? (?={MONTH}(?!\w))", _join),
            (rf"\d\d (?:(?<={_YEAR} )|(?<=/...))(?={_YEAR_WORD})", _join),
            (rf"\d(?<![\w.,/-].)\d*\.\d+(?={_GAP}{_MEASURE})", _set_comma),
            (
                rf"\d(?<![\w.,/-].)(?<!\d{_GAP}.)\d{{0,2}}(?:{_GAP}\d{{3}})+(?![\d/-]|{_GAP}\d|\.\d)",
                _join,
            ),
            (rf"\d (?={_UNIT})", _join),
        ),
    ),
)
#: Those for texts of words and figures: «№ 75», «16 марта».
_OF_FIGURES: Final = (_RULES[0], *_RULES[-2:])

_LINE_ENDS: Final = re.compile(rf"(?m)^{_GAP}+|{_GAP}+$")
_SPACES: Final = re.compile(rf"{_GAP}{{2,}}")
_QUOTES: Final = '["“”„‟«»]'
_OPENS_AFTER: Final = frozenset(" \u00a0\t\n([{«„–—-/")
_CLOSES_BEFORE: Final = frozenset(" \u00a0\t\n")
_UNSET_QUOTES: Final = re.compile(r'["“”„‟]')


_SHORT_WORDS: Final = re.compile(
    r"(?i)(?<!\w)(во?|ко?|со?|об?|и|а|у|на|по|от|до|из|за|не|ни|для|при|под|над|без|или) (?=[\w«№])"
)


def typeset(text: str) -> str:
    """Set ``text`` as an office text is set; setting it again changes nothing.

    No-break spaces in «№ 75», «п. 3», «20 %», «16 марта 2027 г.», «20__ г.», «5 000 руб.»,
    between initials and surname; «ёлочки», nested ones too; an en dash with
    spaces between words, without spaces between years, months, Roman numbers of
    quarters and figures that count; a decimal comma before a per cent or a unit.
    Line breaks stay. Addresses, paths and names of files (also after «№»), phones,
    dates, fractions and numbers of acts stay as they are.

    >>> typeset('Приказ №75 от 16 марта 2027 г. "О плане" - 20%').replace("\u00a0", "_")
    'Приказ №_75 от 16_марта 2027_г. «О плане»_– 20_%'
    """
    if _PLAIN.fullmatch(text):
        return text
    if not _SIGNS.search(text):
        return _set(_tidy_spaces(text), _OF_FIGURES)
    protected: list[str] = []

    def protect(match: re.Match[str]) -> str:
        protected.append(match.group())
        return _MARK

    if _MARK in text or _PROTECTED_TRIGGER.search(text):
        pattern = _PROTECTED if re.search(_MAY_BE_ADDRESS, text) else _PROTECTED_PHONES
        text = re.sub(pattern, protect, text)
    if _UNSET_QUOTES.search(text):
        text = _set_quotes(text)
    text = _set(_tidy_spaces(text), _RULES)
    if protected:
        pieces = iter(protected)
        text = re.sub(_MARK, lambda _: next(pieces), text)
    return text


def _set(text: str, rules: _Rules) -> str:
    for trigger, patterns in rules:
        if trigger.search(text):
            for pattern, become in _compiled(patterns):
                text = pattern.sub(become, text)
    return text


@lru_cache(maxsize=len(_RULES))
def _compiled(
    rules: tuple[tuple[str, _Replacement], ...],
) -> tuple[tuple[re.Pattern[str], _Replacement], ...]:
    """The patterns of some rules, compiled: on first use, because a start is to cost little."""
    return tuple((re.compile(pattern), become) for pattern, become in rules)


def bind_short_words(text: str) -> str:
    """Bind prepositions and conjunctions to the next word, for titles: no line of them ends in «в» or «о».

    >>> bind_short_words("О чтении в школах").replace("\u00a0", "_")
    'О_чтении в_школах'
    """
    return _SHORT_WORDS.sub(rf"\1{_NBSP}", text)


def _tidy_spaces(text: str) -> str:
    """Strip the ends of lines; of several spaces one stays, a no-break one if there was any."""
    if "  " not in text and _NBSP not in text and "\n" not in text and text == text.strip(" "):
        return text
    return _SPACES.sub(_tidy_run, _LINE_ENDS.sub("", text))


def _tidy_run(match: re.Match[str]) -> str:
    return _NBSP if _NBSP in match.group() else " "


def _set_quotes(text: str) -> str:
    """Turn quotation marks into «ёлочки»; a mark that neither opens nor closes (an inch) stays."""
    depth = 0
    opened = -1

    def replace(match: re.Match[str]) -> str:
        nonlocal depth, opened
        mark, place = match.group(), match.start()
        starts = place == 0 or text[place - 1] in _OPENS_AFTER or opened == place - 1
        goes_on = place + 1 < len(text) and text[place + 1] not in _CLOSES_BEFORE
        if mark == "«" or (mark != "»" and starts and goes_on):
            depth, opened = depth + 1, place
            return "«"
        if mark == "»" or depth:
            depth = max(depth - 1, 0)
            return "»"
        return mark

    return re.sub(_QUOTES, replace, text)
