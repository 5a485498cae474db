"""What a reader of Word files would give for one, so that the doors behind it are tried alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from prikaz.docx.content.elements import Cell, Content, Paragraph, Section, Table
from prikaz.files import from_dict
from prikaz.findings import Path as OrderPath
from prikaz.model import OfficeProfile
from prikaz.model.drafts import Coverage
from prikaz.reader.draft import Note, WordDraft, WordPlace

LOST = "Приложение на 3 л. в 1 экз."
DATA = {
    "вид": "приказ",
    "орган": {"кратко": "отдел образования"},
    "дата": "16.03.2026",
    "номер": "75",
    "заголовок": "О слёте в 2026 году",
    "преамбула": "По итогам 2024 года",
    "пункты": [
        "Сдать отчёт до 30.04.2026.",
        {"текст": "Школам:", "подпункты": ["назначить ответственных;", "сообщить о них до 30.04.2026."]},
        "Утвердить план согласно {приложению план}.",
    ],
    "подпись": {"должность": "Заведующий отделом", "фамилия": "Белов", "имя": "Игорь", "отчество": "Львович"},
    "приложения": [
        {
            "ключ": "план",
            "заголовок": "План слёта",
            "таблица": {"графы": ["Дело", "Срок"], "строки": [["Сбор", "май"], ["Отчёт", "июнь"]]},
        }
    ],
}
WORDS: Mapping[OrderPath, str] = {
    (): "",
    ("номер",): "абзац 3",
    ("заголовок",): "абзац 4",
    ("преамбула",): "абзац 5",
    ("пункты", 1): "абзац 6",
    ("пункты", 1, "текст"): "абзац 6",
    ("подписи", 1): "абзац 11",
    ("приложения", 1): "абзац 12",
    ("приложения", 1, "таблица"): "таблица 1",
    ("приложения", 1, "таблица", "строки", 1): "таблица 1, строка 2",
}


def table() -> Table:
    """A table whose first column is merged over the rows below its head."""

    def cell(row: int, column: int, *lines: str, rows: int = 1) -> Cell:
        blocks = tuple(Paragraph(text=line, index=0) for line in lines)
        return Cell(row=row, column=column, rows=rows, blocks=blocks)

    rows = (
        (cell(0, 0, "Дело"), cell(0, 1, "Срок")),
        (cell(1, 0, "Сбор", "Отчёт", rows=2), cell(1, 1, "=май")),
        (cell(2, 1, "июнь"),),
    )
    return Table(rows=rows, widths=(100, 100), index=0)


def word_draft(name: str = "приказ-2026.docx", *, is_whole: bool = False) -> WordDraft:
    """A draft with a note of each kind, or a whole one."""
    places = {path: WordPlace(file=name, words=words) for path, words in WORDS.items()}
    notes = (
        Note(
            text=LOST, place=WordPlace(file=name, words="абзац 14"), reason="не ясно, что это", is_lost=True
        ),
        Note(
            text="75",
            place=places["номер",],
            reason="стоит на месте даты",
            proposal="сверьте с журналом",
            path=("номер",),
        ),
        Note(text="", place=WordPlace(file=name), reason="файл подписан электронной подписью"),
    )
    content = Content(sections=(Section(blocks=(table(),), landscape=False, width=100),))
    total = 400
    lost = 0 if is_whole else len(LOST.replace(" ", ""))
    return WordDraft(
        order=from_dict(DATA),
        notes=() if is_whole else notes,
        coverage=Coverage(total=total, understood=total - lost, noted=lost),
        places=places,
        content=content,
    )


class FakeReader:
    """Stands where ``prikaz.reader.read`` does, and remembers what came to it.

    Attributes:
        draft: What it gives, whatever comes.
        contents: The bytes that came.
        profiles: The profiles that came with them.
    """

    def __init__(self) -> None:
        self.draft = word_draft()
        self.contents: list[object] = []
        self.profiles: list[OfficeProfile | None] = []

    def read(self, source: object, *, profile: OfficeProfile | None = None, name: str = "") -> WordDraft:
        self.contents.append(source)
        self.profiles.append(profile)
        places = {path: attrs.evolve(place, file=name) for path, place in self.draft.places.items()}
        notes = tuple(
            attrs.evolve(note, place=attrs.evolve(note.place, file=name)) for note in self.draft.notes
        )
        return attrs.evolve(self.draft, places=places, notes=notes, profile=profile or OfficeProfile())


def write_word(folder: Path, name: str = "приказ-2026.docx") -> Path:
    """A file that only the fake reader reads."""
    path = folder / name
    path.write_bytes(b"PK as if from Word")
    return path
