"""Notes about a file that its text does not say: recorded changes, comments, protection (заметки о файле)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from prikaz.docx.content.elements import Content, Remark, RemarkKind
from prikaz.docx.revisions import AUTHOR as OURS
from prikaz.reader.draft import Note
from prikaz.reader.locations import Locations

#: Why a remark is told, and what to do.
_WORDS: Final[Mapping[RemarkKind, tuple[str, str]]] = MappingProxyType(
    {
        RemarkKind.INSERTED: ("записанная вставка прочитана как принятая", "примите или отклоните её в Word"),
        RemarkKind.DELETED: (
            "записанное удаление прочитано как принятое",
            "примите или отклоните его в Word",
        ),
        RemarkKind.MOVED: (
            "записанное перемещение прочитано как принятое",
            "примите или отклоните его в Word",
        ),
        RemarkKind.COMMENT: ("примечание в файле", ""),
        RemarkKind.HIDDEN: (
            "скрытый текст не печатается и не прочитан",
            "покажите его в Word, если он нужен",
        ),
        RemarkKind.MACROS: ("в файле есть макросы; они не выполнялись", ""),
        RemarkKind.SIGNED: (
            "файл подписан электронной подписью",
            "правка файла сделает подпись недействительной",
        ),
        RemarkKind.PROTECTED: ("файл защищён от изменений", ""),
        RemarkKind.EMBEDDED: ("в файле есть вложенный файл; он не прочитан", ""),
        RemarkKind.COVERED: (
            "текст объединённой клетки, которую Word не показывает",
            "проверьте, нужен ли он",
        ),
        RemarkKind.OTHER: ("", ""),
    }
)


def remark_notes(content: Content, locations: Locations) -> Iterator[Note]:
    """Notes about what a file says besides its text; changes of formatting alone are not told.

    The changes that this program has recorded are told together: it has listed them when it made them.
    """
    ours = [remark for remark in content.remarks if remark.author == OURS and remark.kind in _CHANGES]
    if ours:
        reason = f"в файле есть правки, которые записала программа: {len(ours)}; прочитаны как принятые"
        yield Note(
            text="", place=locations.of_paragraph("", None), reason=reason, proposal="примите их в Word"
        )
    for remark in content.remarks:
        if remark.kind is not RemarkKind.FORMATTED and remark not in ours:
            yield _note(remark, locations)


def _note(remark: Remark, locations: Locations) -> Note:
    reason, proposal = _WORDS[remark.kind]
    by = f" ({remark.author})" if remark.author else ""
    return Note(
        text=remark.text,
        place=locations.of_paragraph(remark.part, remark.paragraph),
        reason=f"{reason}{by}" if reason else remark.text,
        proposal=proposal,
        is_lost=remark.kind in _LOST,
    )


_CHANGES: Final = frozenset({RemarkKind.INSERTED, RemarkKind.DELETED})
_LOST: Final = frozenset({RemarkKind.DELETED, RemarkKind.COMMENT, RemarkKind.HIDDEN, RemarkKind.COVERED})
