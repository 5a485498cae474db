"""What stands under the text of a document: signatures, marks, whom to send it to (под текстом)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from prikaz.findings import Path
from prikaz.model import Acknowledgement, Kind, OfficeProfile, Person, Signature
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.closing_marks import read_acknowledgements, read_copy_mark
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.heads import texts_of
from prikaz.reader.assembly.preparers import read_prepared_by
from prikaz.reader.assembly.sheets import read_acquaintance, read_endorsements
from prikaz.reader.assembly.signatures import read_signature
from prikaz.reader.paper import GridLine, Line, PaperLine, Role
from prikaz.reader.source_text import SourceText

_NOTHING: Final = SourceText("")
_BLANK_SIGNATURE: Final = Signature(person=Person(last="", blank=True))


class Closing:
    """What stands under the text of one document."""

    def __init__(self, lines: Sequence[PaperLine], profile: OfficeProfile, collected: Collector) -> None:
        self._lines = lines
        self._profile = profile
        self._collected = collected

    def _groups(self, role: Role) -> list[list[Line]]:
        groups: dict[int, list[Line]] = {}
        for line in self._lines:
            if isinstance(line, Line) and line.role is role:
                groups.setdefault(line.group, []).append(line)
        return [*groups.values()]

    def signatures(self, kind: Kind) -> tuple[Signature, ...]:
        """The signatures; a place for a seal on a line of its own belongs to the one before it."""
        groups: list[list[Line]] = []
        by_number: dict[int, list[Line]] = {}
        for line in self._lines:
            if not isinstance(line, Line) or line.role not in {Role.SIGNATURE, Role.SEAL}:
                continue
            if line.role is Role.SEAL and groups:
                by_number.get(line.group, groups[-1]).append(line)
            elif line.role is Role.SIGNATURE and line.group in by_number:
                by_number[line.group].append(line)
            elif line.role is Role.SIGNATURE:
                by_number[line.group] = [line]
                groups.append(by_number[line.group])
        made: list[Signature] = []
        for group in groups:
            path = ("подписи", len(made) + 1)
            signature = read_signature(group, path, self._profile, self._collected)
            if signature is not None:
                made.append(signature)
        if not made and kind.is_directive:
            reason = "подписи нет"
            self._collected.doubt(
                _NOTHING, ("подписи",), reason, "впишите должность и имя того, кто подписывает"
            )
            made.append(_BLANK_SIGNATURE)
        return tuple(made)

    def marks(self) -> dict[str, Any]:
        """What stands under the signatures."""
        profile, collected = self._profile, self._collected
        prepared = texts_of(self._lines, Role.PREPARED_BY)
        copied = texts_of(self._lines, Role.COPY_MARK)
        endorsed = [line for line in self._lines if line.role is Role.ENDORSEMENT]
        notes = [model_texts.prose(text) for text in texts_of(self._lines, Role.NOTE)]
        for place, note in enumerate(notes, 1):
            collected.put(("отметки", place), note)
        return {
            "grounds": self._grounds(),
            "prepared_by": read_prepared_by(prepared, ("исполнитель",), profile, collected),
            "endorsements": read_endorsements(endorsed, ("согласование",), profile, collected),
            "acknowledgements": self._acknowledgements(),
            "copy_mark": read_copy_mark(copied, ("верно",), profile, collected) if copied else None,
            "introduced_by": self._introduced_by(),
            "distribution": self._distribution(),
            "notes": [note.text for note in notes],
        }

    def _grounds(self) -> list[str]:
        made: list[SourceText] = []
        texts = texts_of(self._lines, Role.GROUNDS)
        several = len(texts) > 1
        for text in texts:
            line = model_texts.prose(text)
            found = re.match(r"(?i)основани[ея]\s*:?\s*", line.text) if not made else None
            if found:
                self._collected.put(("основание",), line[: found.end()])
                line = line[found.end() :]
                if not line.text and several:
                    continue
            elif numbered := re.match(r"\d{1,2}[.)]\s*", line.text):
                self._collected.put(("основание",), line[: numbered.end()])
                line = line[numbered.end() :]
            made.append(line)
        for place, ground in enumerate(made, 1):
            self._collected.put(("основание", place), ground)
        return [ground.text for ground in made]

    def _acknowledgements(self) -> list[Acknowledgement]:
        path: Path = ("ознакомление",)
        sheets = [
            line for line in self._lines if line.role is Role.ACKNOWLEDGEMENT and isinstance(line, GridLine)
        ]
        with_sheet = {line.group for line in sheets}
        made: list[Acknowledgement] = []
        for group in self._groups(Role.ACKNOWLEDGEMENT):
            if group[0].group in with_sheet:
                self._collected.put(path, *(line.text for line in group))
                continue
            texts = [line.text for line in group]
            made += read_acknowledgements(texts, path, len(made), self._profile, self._collected)
        made += read_acquaintance(sheets, path, self._profile, self._collected, len(made))
        return made

    def _introduced_by(self) -> list[Signature]:
        path: Path = ("проект вносит",)
        made: list[Signature] = []
        for group in self._groups(Role.INTRODUCED_BY):
            lines: list[Line] = []
            for line in group:
                found = re.match(r"(?i)\s*проект\s+вн[её]?о?с\w*\s*:?\s*", line.text.text)
                if found:
                    self._collected.put(path, line.text[: found.end()])
                    line = line._replace(text=line.text[found.end() :])  # noqa: PLW2901 (what is left of it)
                if line.text.text.strip():
                    lines.append(line)
            where = (*path, len(made) + 1)
            signature = read_signature(lines, where, self._profile, self._collected) if lines else None
            if signature is not None:
                made.append(signature)
        return made

    def _distribution(self) -> list[str]:
        made: list[SourceText] = []
        for index, text in enumerate(texts_of(self._lines, Role.DISTRIBUTION)):
            line = model_texts.words(text)
            found = re.match(r"(?i)(?:разослать|рассылка|разослано|расчет рассылки)\s*:?\s*", line.text)
            if found and index == 0:
                self._collected.put(("рассылка",), line)
                made += _recipients(line[found.end() :])
            else:
                made.append(line)
        for place, line in enumerate(made, 1):
            self._collected.put(("рассылка", place), line)
        return [line.text for line in made]


def _recipients(line: SourceText) -> list[SourceText]:
    """Recipients in one line with their word: «управляющие компании, МУП «Тепло», газета «Вестник».»."""
    ending = len(line.text.rstrip()) - len(line.text.rstrip(" ."))
    parts = line[: len(line.text.rstrip()) - ending].split(r"[,;]\s+(?![^«]*»)")
    return [part for part in parts if part.text.strip()]
