"""Characters of symbol fonts (Symbol, Wingdings) as Unicode knows them."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = 0xF000
_GREEK: Final = dict(zip("abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL: Final = {
    **{ord(latin): greek for latin, greek in _GREEK.items()},
    **{ord(latin.upper()): greek.upper() for latin, greek in _GREEK.items()},
    0x2D: "–",
    0xA3: "≤",
    0xA5: "∞",
    0xA7: "♣",
    0xA8: "♦",
    0xAC: "←",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBE: "—",
    0xD6: "√",
    0xD7: "⋅",
    0xE5: "Σ",
}
_WINGDINGS: Final = {
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "⬧",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}


def symbol(code: int, font: str) -> str:
    """A character of a symbol font; what is not known stays as it is.

    >>> symbol(0xF0B7, "Symbol"), symbol(0xF02D, "Symbol"), symbol(0xF0FC, "Wingdings")
    ('•', '–', '✓')
    """
    table = _WINGDINGS if font.startswith("Wingdings") else _SYMBOL
    low = code - _PRIVATE if code >= _PRIVATE else code
    found = table.get(low)
    if found is not None and (code >= _PRIVATE or font.startswith(("Symbol", "Wingdings"))):
        return found
    return chr(code)


def bullet(text: str, font: str) -> str:
    r"""What a bullet of a list looks like, whatever font it is taken from.

    >>> bullet("\uf0b7", "Symbol"), bullet("\uf0ff", "Wingdings"), bullet("-", "")
    ('•', '•', '-')
    """
    signs = (symbol(ord(sign), font) if _is_private(sign) or font == "Wingdings" else sign for sign in text)
    return "".join("•" if _is_private(sign) else sign for sign in signs)


def _is_private(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff"
