"""Blocks of a template: each ``for`` has its ``endfor``, and both stand where the text between is whole."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from attrs import frozen
from lxml import etree

from prikaz.docx.compilation.paragraphs import Placed
from prikaz.docx.compilation.tags import BLOCKS, STATEMENTS
from prikaz.docx.compilation.tokens import TokenRegister
from prikaz.docx.rendering.limits import BLOCKS_DEEP
from prikaz.docx.wml.names import w

_ABSENT: Final = {
    "include": "вставка других файлов в шаблоне не поддерживается; перенесите текст в этот шаблон",
    "import": "вставка других файлов в шаблоне не поддерживается; перенесите текст в этот шаблон",
    "from": "вставка других файлов в шаблоне не поддерживается; перенесите текст в этот шаблон",
    "extends": "наследование шаблонов не поддерживается; перенесите текст в этот шаблон",
    "block": "наследование шаблонов не поддерживается; уберите метки block и endblock",
    "endblock": "наследование шаблонов не поддерживается; уберите метки block и endblock",
    "autoescape": "знаки «&» и «<» в значениях печатаются верно всегда; уберите метку",
    "endautoescape": "знаки «&» и «<» в значениях печатаются верно всегда; уберите метку",
}
_CARRIED: Final = {"p": "абзац", "tr": "строку таблицы", "tc": "ячейку", "r": "фрагмент"}


@frozen
class _Level:
    """How deep a tag stands: tags of one block must stand alike."""

    carrier: str
    owner: object  # the parent of what a carrier replaces, or the names of all that is open round the tag
    cell: etree._Element | None


def check_blocks(placed: Iterable[Placed], register: TokenRegister) -> None:
    """Note every unknown statement, every block that is not closed or closed in a wrong place."""
    stories: dict[etree._Element | None, list[Placed]] = defaultdict(list)
    for item in placed:
        if item.shape.opener == "{%":
            stories[next(item.element.iterancestors(w("txbxContent")), None)].append(item)
    for story in stories.values():
        _Checker(register).check(story)


class _Checker:
    def __init__(self, register: TokenRegister) -> None:
        self._register = register
        self._open: list[Placed] = []

    def check(self, story: list[Placed]) -> None:
        for item in story:
            self._take(item)
        for item in self._open:
            self._register.fault(
                item.tag,
                f"не закрыта меткой «end{item.shape.word}»",
                f"допишите «{_end_of(item)}» там, где она кончается",
            )

    def _take(self, item: Placed) -> None:
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
            self._register.fault(item.tag, "стоит вне цикла", "поставьте её между «for» и «endfor»")

    def _open_block(self, item: Placed) -> None:
        self._open.append(item)
        if len(self._open) == BLOCKS_DEEP + 1:
            hint = "уменьшите число вложенных циклов и условий"
            self._register.fault(item.tag, f"вложена глубже {BLOCKS_DEEP} других блоков", hint)

    def _close(self, item: Placed, word: str) -> None:
        if self._open and self._open[-1].shape.word == word:
            self._compare(self._open.pop(), item)
            return
        if not any(outer.shape.word == word for outer in self._open):
            self._register.fault(
                item.tag, f"лишняя: до неё нет открытой метки «{word}»", "уберите её или откройте блок"
            )
            return
        while self._open[-1].shape.word != word:
            torn = self._open.pop()
            self._register.fault(
                torn.tag, f"не закрыта до метки «{item.tag.text}»", f"допишите «{_end_of(torn)}»"
            )
        self._compare(self._open.pop(), item)

    def _continue(self, item: Placed) -> None:
        outer = self._open[-1] if self._open else None
        if outer is None or item.shape.word not in BLOCKS[outer.shape.word]:
            self._register.fault(item.tag, "стоит вне своего блока «if»", "поставьте её между «if» и «endif»")
        else:
            self._compare(outer, item)

    def _compare(self, first: Placed, other: Placed) -> None:
        if first.shape.carrier != other.shape.carrier:
            self._register.fault(
                other.tag,
                f"не такая, как «{first.tag.text}»",
                f"напишите обе с «{first.shape.carrier or other.shape.carrier}» после «{{%» или обе без него",
            )
        elif _level(first) != _level(other):
            self._register.fault(
                other.tag,
                f"стоит в другой ячейке, рамке или ссылке, чем «{first.tag.text}»",
                "чтобы повторять строки таблицы, пишите {%tr … %}, столбцы — {%tc … %}, абзацы — {%p … %}",
            )

    def _refuse_unknown(self, item: Placed) -> None:
        word = item.shape.word
        near = difflib.get_close_matches(word, sorted(STATEMENTS), 1)
        if word in _ABSENT:
            self._register.fault(item.tag, _ABSENT[word])
        else:
            hint = f"может быть, «{near[0]}»?" if near else "проверьте первое слово метки"
            self._register.fault(item.tag, f"команда «{word}» не известна", hint)


def _end_of(item: Placed) -> str:
    return f"{{%{item.shape.carrier} end{item.shape.word} %}}"


def _level(item: Placed) -> _Level:
    element, carrier = item.element, item.shape.carrier
    cell = next(element.iterancestors(w("tc")), None)
    if carrier in {"p", "tr", "tc"}:
        carried = next(element.iterancestors(w(carrier)), None)
        return _Level(carrier, None if carried is None else carried.getparent(), None)
    names = tuple(outer.tag for outer in element.iterancestors())
    return _Level(carrier, names, cell)
