"""How much a template may hold: each tag takes time to compile, and a template may come from anybody."""

from __future__ import annotations

from typing import Final

from prikaz.docx.wml.errors import TagError
from prikaz.findings import FindingKind, Severity

TEMPLATE_TOO_LARGE: Final = FindingKind(
    "template-too-large", "В шаблоне слишком много меток или текста в них", Severity.ERROR
)
TAG_TOO_COMPLEX: Final = FindingKind(
    "tag-too-complex", "Метка слишком длинна, сложна или вложена слишком глубоко", Severity.ERROR
)

#: Tags of a template, characters of one tag and of all of them together.
MAX_TAGS: Final = 5_000
MAX_TAG_LENGTH: Final = 5_000
MAX_TAGS_LENGTH: Final = 100_000
#: Brackets, and blocks such as loops, inside one another.
MAX_BRACKET_DEPTH: Final = 40
MAX_BLOCK_DEPTH: Final = 20
#: Parts of the expressions of one tag and of a whole part, each counted as often as it stands deep.
MAX_TAG_COMPLEXITY: Final = 3_000
MAX_PART_COMPLEXITY: Final = 100_000


class TagCounter:
    """Counts the tags of a whole template."""

    def __init__(self) -> None:
        self._tags = 0
        self._characters = 0

    def add(self, tag: str) -> None:
        """Count a tag.

        Raises:
            TagError: There are too many, or they are too long together.
        """
        self._tags += 1
        self._characters += min(len(tag), MAX_TAG_LENGTH)  # a longer one is refused by itself
        if self._tags > MAX_TAGS:
            raise TagError(
                TEMPLATE_TOO_LARGE,
                f"в шаблоне больше {MAX_TAGS} меток",
                "повторы печатайте циклом или разделите шаблон",
            )
        if self._characters > MAX_TAGS_LENGTH:
            raise TagError(
                TEMPLATE_TOO_LARGE,
                f"в метках шаблона больше {MAX_TAGS_LENGTH} знаков",
                "перенесите длинные тексты из меток в шаблон",
            )
