"""What stands in the way of altering a Word file, and what a person should know of one that was altered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from prikaz.docx.content.elements import Content, RemarkKind
from prikaz.docx.revisions import ToldKind
from prikaz.findings import Finding, FindingKind, Severity
from prikaz.reader.draft import WordDraft
from prikaz.service.entries import RefusedError, entries_of_findings

WORDS_UNCHANGED: Final = FindingKind("words-unchanged", "Изменение не внесено в файл Word: внесите его сами")
WORDS_STALE: Final = FindingKind("words-stale", "Word покажет прежние слова или вернёт их: обновите поля")
READ_OTHERWISE: Final = FindingKind("read-otherwise", "Записанный файл читается не так, как должен")
FILE_SIGNED: Final = FindingKind("file-signed", "Файл подписан: правка лишит подпись силы", Severity.ERROR)
FILE_PROTECTED: Final = FindingKind("file-protected", "Файл защищён от изменений", Severity.ERROR)
FILE_WITH_MACROS: Final = FindingKind("file-with-macros", "В файле есть макросы: они остались как были")

_ANYWAY: Final = "если изменить его всё же нужно, повторите с ключом --anyway"
_GUARDS: Final = {
    RemarkKind.SIGNED: (FILE_SIGNED, "файл подписан электронной подписью: правка лишит её силы"),
    RemarkKind.PROTECTED: (FILE_PROTECTED, "файл защищён от изменений"),
}
_TOLD: Final = {
    ToldKind.FIELD: "изменён результат поля «{}»: при обновлении полей Word поставит прежнее или своё",
    ToldKind.FORM: "изменён текст элемента управления «{}»: его значение осталось прежним",
    ToldKind.COPY: "слова надписи изменены и в её копии, хотя она отличалась: «{}»",
    ToldKind.STALE: "поле «{}» показывает прежние слова: обновите поля в Word (Ctrl+A, F9)",
}


def refuse_guarded(draft: WordDraft) -> None:
    """Refuse a file that nobody is to alter.

    Raises:
        RefusedError: It is signed or protected.
    """
    kinds = [remark.kind for remark in draft.content.remarks]
    found = [kind.finding(message, _ANYWAY) for guard, (kind, message) in _GUARDS.items() if guard in kinds]
    if found:
        raise RefusedError(entries_of_findings(found, draft))


def facts(content: Content) -> Iterator[Finding]:
    """What of a file stays as it was, and a person should know of."""
    if any(remark.kind is RemarkKind.MACROS for remark in content.remarks):
        yield FILE_WITH_MACROS.finding("в файле есть макросы: они остались как были")


def stale_words(told: Iterable[tuple[ToldKind, str]]) -> Iterator[Finding]:
    """What Word may show otherwise than it was written."""
    for kind, text in told:
        if kind in _TOLD:
            yield WORDS_STALE.finding(_TOLD[kind].format(text))
