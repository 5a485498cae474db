"""Blocks of a template: each ``for`` has its ``endfor``, and the text between them is whole."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from attrs import frozen
from lxml import etree

from prikaz.docx.compilation.limits import MAX_BLOCK_DEPTH, TAG_TOO_COMPLEX
from prikaz.docx.compilation.paragraphs import BLOCK_UNCLOSED, TAG_MISPLACED, PlacedTag
from prikaz.docx.compilation.tags import BLOCKS, STATEMENTS
from prikaz.docx.compilation.tokens import BLOCK_TORN, TokenRegister
from prikaz.docx.wml.names import w
from prikaz.findings import FindingKind, Severity

TAG_UNKNOWN: Final = FindingKind("tag-unknown", "Такой команды в шаблонах нет", Severity.ERROR)
TAG_UNSUPPORTED: Final = FindingKind(
    "tag-unsupported", "Эта команда Jinja в шаблонах не действует", Severity.ERROR
)
BLOCK_UNOPENED: Final = FindingKind("block-unopened", "Метка закрывает блок, которого нет", Severity.ERROR)

_NO_INCLUSION: Final = (
    "вставка других файлов в шаблоне не поддерживается",
    "перенесите текст в этот шаблон",
)
_NO_INHERITANCE: Final = ("наследование шаблонов не поддерживается", "уберите метки block и endblock")
_ESCAPED_ANYWAY: Final = ("знаки «&» и «<» в значениях печатаются верно всегда", "уберите метку")
#: Commands of Jinja that templates of documents do without: message and hint.
_UNSUPPORTED: Final = {
    "include": _NO_INCLUSION,
    "import": _NO_INCLUSION,
    "from": _NO_INCLUSION,
    "extends": ("наследование шаблонов не поддерживается", "перенесите текст в этот шаблон"),
    "block": _NO_INHERITANCE,
    "endblock": _NO_INHERITANCE,
    "autoescape": _ESCAPED_ANYWAY,
    "endautoescape": _ESCAPED_ANYWAY,
}


@frozen
class _Level:
    """How deep a tag stands: tags of one block must stand alike."""

    replaces: str
    owner: object  # the parent of the replaced element, or the names of all elements around the tag
    cell: etree._Element | None


def check_blocks(placed: Iterable[PlacedTag], register: TokenRegister) -> None:
    """Find every unknown statement, and every block that is not closed or is closed in a wrong place."""
    stories: dict[etree._Element | None, list[PlacedTag]] = defaultdict(list)
    for item in placed:
        if item.shape.opener == "{%":
            stories[next(item.element.iterancestors(w("txbxContent")), None)].append(item)
    for story in stories.values():
        _Checker(register).check(story)


class _Checker:
    def __init__(self, register: TokenRegister) -> None:
        self._register = register
        self._open: list[PlacedTag] = []

    def check(self, story: list[PlacedTag]) -> None:
        for item in story:
            self._take(item)
        for item in self._open:
            self._register.fault(
                item.tag,
                BLOCK_UNCLOSED,
                f"не закрыта меткой «end{item.shape.word}»",
                f"допишите «{_end_of(item)}» там, где она кончается",
            )

    def _take(self, item: PlacedTag) -> None:
        word = item.shape.word
        if word not in STATEMENTS:
            self._refuse_unknown(item)
        elif word in BLOCKS and not (word == "set" and "=" in item.shape.rest):
            self._open_block(item)
        elif word.startswith("end"):
            self._close(item, word.removeprefix("end"))
        elif word in {"else", "elif"}:
            self._continue(item)
        elif word in {"vm", "hm"} and not any(outer.shape.word == "for" for outer in self._open):
            hint = "поставьте её между «for» и «endfor»"
            self._register.fault(item.tag, TAG_MISPLACED, "стоит вне цикла", hint)

    def _open_block(self, item: PlacedTag) -> None:
        self._open.append(item)
        if len(self._open) == MAX_BLOCK_DEPTH + 1:
            message = f"вложена глубже {MAX_BLOCK_DEPTH} других блоков"
            hint = "уменьшите число вложенных циклов и условий"
            self._register.fault(item.tag, TAG_TOO_COMPLEX, message, hint)

    def _close(self, item: PlacedTag, word: str) -> None:
        if self._open and self._open[-1].shape.word == word:
            self._compare(self._open.pop(), item)
            return
        if not any(outer.shape.word == word for outer in self._open):
            message = f"лишняя: до неё нет открытой метки «{word}»"
            self._register.fault(item.tag, BLOCK_UNOPENED, message, "уберите её или откройте блок")
            return
        while self._open[-1].shape.word != word:
            inner = self._open.pop()
            message = f"не закрыта до метки «{item.tag.text}»"
            self._register.fault(inner.tag, BLOCK_UNCLOSED, message, f"допишите «{_end_of(inner)}»")
        self._compare(self._open.pop(), item)

    def _continue(self, item: PlacedTag) -> None:
        outer = self._open[-1] if self._open else None
        if outer is None or item.shape.word not in BLOCKS[outer.shape.word]:
            hint = "поставьте её между «if» и «endif»"
            self._register.fault(item.tag, TAG_MISPLACED, "стоит вне своего блока «if»", hint)
        else:
            self._compare(outer, item)

    def _compare(self, first: PlacedTag, other: PlacedTag) -> None:
        if first.shape.replaces != other.shape.replaces:
            letters = first.shape.replaces or other.shape.replaces
            hint = f"напишите обе с «{letters}» после «{{%» или обе без него"
            self._register.fault(other.tag, BLOCK_TORN, f"не такая, как «{first.tag.text}»", hint)
        elif _level(first) != _level(other):
            self._register.fault(
                other.tag,
                BLOCK_TORN,
                f"стоит в другой ячейке, рамке или ссылке, чем «{first.tag.text}»",
                "чтобы повторять строки таблицы, пишите {%tr … %}, столбцы — {%tc … %}, абзацы — {%p … %}",
            )

    def _refuse_unknown(self, item: PlacedTag) -> None:
        word = item.shape.word
        if word in _UNSUPPORTED:
            self._register.fault(item.tag, TAG_UNSUPPORTED, *_UNSUPPORTED[word])
            return
        near = difflib.get_close_matches(word, sorted(STATEMENTS), 1)
        hint = f"возможно, «{near[0]}»" if near else "проверьте первое слово метки"
        self._register.fault(item.tag, TAG_UNKNOWN, f"команда «{word}» не известна", hint)


def _end_of(item: PlacedTag) -> str:
    return f"{{%{item.shape.replaces} end{item.shape.word} %}}"


def _level(item: PlacedTag) -> _Level:
    element, replaces = item.element, item.shape.replaces
    cell = next(element.iterancestors(w("tc")), None)
    if replaces in {"p", "tr", "tc"}:
        replaced = next(element.iterancestors(w(replaces)), None)
        return _Level(replaces, None if replaced is None else replaced.getparent(), None)
    names = tuple(outer.tag for outer in element.iterancestors())
    return _Level(replaces, names, cell)
