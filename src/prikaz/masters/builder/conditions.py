"""What is printed on a condition and what is repeated: paragraphs with tags round the content."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, repeat

from prikaz.masters.builder.markup import tag, tag_line


def when(condition: str, *content: str) -> str:
    """Content that is printed if a condition holds."""
    return tag_line(f"{{%p if {condition} %}}") + "".join(content) + tag_line("{%p endif %}")


def each(item: str, items: str, *content: str) -> str:
    """Content that is printed for each item of a list."""
    return tag_line(f"{{%p for {item} in {items} %}}") + "".join(content) + tag_line("{%p endfor %}")


def choice(branches: Mapping[str, str]) -> str:
    """The first branch whose condition holds; the empty condition is for the rest."""
    words = chain(["if"], repeat("elif"))
    return "".join(
        tag_line(f"{{%p {word} {condition} %}}" if condition else "{%p else %}") + content
        for word, (condition, content) in zip(words, branches.items(), strict=False)
    ) + tag_line("{%p endif %}")


def when_in_line(condition: str, *runs: str) -> tuple[str, ...]:
    """Runs that are printed if a condition holds."""
    return tag(f"{{%r if {condition} %}}"), *runs, tag("{%r endif %}")


def turned(style: str, landscape: str) -> str:
    """A style that has a counterpart for a landscape sheet; ``landscape`` is the condition."""
    return tag(f'{{% style "{style} альбомной" if {landscape} else "{style}" %}}')
