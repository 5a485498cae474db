"""What no field of the order has taken from a file, and how much was understood (остаток и охват)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, Self

from prikaz.docx.content.elements import OBJECT, Content, Paragraph
from prikaz.findings import Path
from prikaz.reader.contents import paragraphs
from prikaz.reader.draft import Coverage
from prikaz.reader.source_text import SourceText

_NOTHING: Final = SourceText("")
_UNKNOWN: Final = "не видно, что это за строка"
_SECOND: Final = "в файле второй документ; он не прочитан"
_SECOND_ADVICE: Final = "сохраните его отдельным файлом и прочитайте тот"
_HEADER: Final = "текст колонтитула в данных не хранится"
_SIGNS: Final = "черта или знаки без слов"
_PART: Final = "эта часть строки не понята"
_BOX_ADVICE: Final = "если это нужно в документе, впишите в данные сами"


class Lost(NamedTuple):
    """Characters that no field has: their text, why, and what to do."""

    text: SourceText
    reason: str
    proposal: str


class Leftovers(NamedTuple):
    """What was left over.

    Attributes:
        lost: Texts that are in no field, in the order of the file.
        coverage: How much was understood.
    """

    lost: tuple[Lost, ...]
    coverage: Coverage

    @classmethod
    def of(cls, content: Content, places: Mapping[Path, SourceText], second: SourceText = _NOTHING) -> Self:
        """Compare what a file says with what the fields took.

        Args:
            content: What the file says.
            places: What the fields took.
            second: The lines of a second document in the file; they are told at once.
        """
        taken = _taken([*places.values(), second])
        lost = [Lost(second, _SECOND, _SECOND_ADVICE)] if second else []
        total, noted = 0, _weight(second.text)
        for paragraph, is_header in paragraphs(content):
            if is_header and _is_page_number(paragraph):
                continue
            total += _weight(paragraph.text)
            hidden = [(run.start, run.end) for run in paragraph.runs if run.format.hidden]
            noted += sum(_weight(paragraph.text[start:end]) for start, end in hidden)  # a remark tells it
            for start, end in _free(paragraph, taken[paragraph.part, paragraph.index] + hidden):
                text = SourceText.of(paragraph.text, paragraph.part, paragraph.index)[start:end].strip()
                noted += _weight(text.text)
                whole = (end - start) * 2 > len(paragraph.text)
                reason = _HEADER if is_header else _UNKNOWN if whole else _PART
                if not any(map(str.isalnum, text.text)):
                    reason = _SIGNS
                lost.append(Lost(text, reason, "" if is_header else _BOX_ADVICE))
        return cls(tuple(lost), Coverage(total=total, understood=total - noted, noted=noted))


def _taken(texts: Iterable[SourceText]) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """Ranges of each paragraph that fields have."""
    taken: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for text in texts:
        for span in text.spans:
            taken[span.part, span.paragraph].append((span.start, span.end))
    return taken


def _free(paragraph: Paragraph, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges of a paragraph that nobody took; signs beside what was taken belong to it."""
    end = 0
    for start, stop in (*sorted(taken), (len(paragraph.text), len(paragraph.text))):
        if start > end:
            gap = paragraph.text[end:start]
            if _weight(gap) and (not taken or any(map(str.isalnum, gap))):
                yield end, start
        end = max(end, stop)


def _weight(text: str) -> int:
    return sum(not char.isspace() and char != OBJECT for char in text)


def _is_page_number(paragraph: Paragraph) -> bool:
    return not any(map(str.isalpha, paragraph.text))
