"""Nodes in words, and texts that YAML took apart, put together again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from prikaz.files.nodes.nodes import MappingNode, Node, ScalarNode, SequenceNode
from prikaz.findings import FindingKind, Severity

TEXT_UNQUOTED: Final = FindingKind(
    "text-unquoted", "Текст без кавычек понят не как текст: знак в нём что-то значит в YAML", Severity.ERROR
)
VALUE_WRONG_TYPE: Final = FindingKind(
    "value-wrong-type", "Вместо текста, списка или пар стоит другое", Severity.ERROR
)

_LONGEST: Final = 40
_MOST_NAMES: Final = 12


class MistakenText(NamedTuple):
    """A text that became a mapping (текст, принятый за пары): what it was, and what to say."""

    text: str
    message: str
    hint: str


def describe(node: Node) -> str:
    """What a node is, for «пришло: …».

    >>> describe(SequenceNode(items=(ScalarNode(text="а"),)))
    'список'
    """
    if isinstance(node, ScalarNode):
        return "пусто" if node.text is None else f"«{shorten(node.text)}»"
    if isinstance(node, SequenceNode):
        return "список"
    if not isinstance(node, MappingNode):
        return "то, что не прочиталось"
    return (
        f"пары с ключами: {join_names(entry.key for entry in node.entries)}"
        if node.entries
        else "пустые скобки"
    )


def shorten(text: str) -> str:
    """The beginning of a text in one line.

    >>> shorten("О плане " * 20)
    'О плане О плане О плане О плане О плане…'
    """
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"


def join_names(names: Iterable[str]) -> str:
    """Names through commas, the first of them when there are many.

    >>> join_names(["вид", "дата"])
    'вид, дата'
    """
    known = list(dict.fromkeys(names))
    return ", ".join(known[:_MOST_NAMES]) + ("…" if len(known) > _MOST_NAMES else "")


def mistaken_text(node: Node) -> MistakenText | None:
    """The text that a mapping was, when it looks like one: «{вин куратор}», «Школам: назначить».

    >>> mistaken_text(MappingNode(entries=(), written="{}")) is None
    True
    """
    if not isinstance(node, MappingNode) or not node.entries:
        return None
    first = node.entries[0]
    if node.written and first.bare:
        return MistakenText(
            node.written,
            "текст в фигурных скобках",
            f'возьмите весь текст в кавычки: "{shorten(node.written)}"',
        )
    if node.written or len(node.entries) > 1 or first.bare:
        return None
    value = first.value.text or "" if isinstance(first.value, ScalarNode) else ""
    text = f"{first.key}: {value}".rstrip()
    hint = f'возьмите весь текст в кавычки: "{shorten(text)}"'
    if not isinstance(first.value, ScalarNode):
        hint += ", а то, что под ним, перенесите в «подпункты»"
    return MistakenText(text, f"двоеточие после «{shorten(first.key)}» превратило текст в ключ", hint)
