"""Who speaks in a document: the preamble, the operative word, what its bodies are called (кто говорит)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prikaz.errors import LanguageError
from prikaz.findings import Path
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Body, Kind, OfficeProfile, Placement
from prikaz.model.resolution.declension import body_in
from prikaz.model.resolution.joint import joined
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.heads import Bodies, read_bodies
from prikaz.reader.assembly.marks import ReadMark
from prikaz.reader.assembly.operatives import (
    Performed,
    is_by_body,
    read_word,
    split_preamble,
    subject_start,
)
from prikaz.reader.paper import Line, PaperLine, Role
from prikaz.reader.source_text import SourceText


class Speakers:
    """Who speaks in one document."""

    def __init__(self, lines: Sequence[PaperLine], profile: OfficeProfile, collected: Collector) -> None:
        self._lines = lines
        self._profile = profile
        self._collected = collected

    def preamble(self) -> tuple[SourceText, Performed]:
        """The preamble with the body that speaks, and the operative word."""
        found = [line for line in self._lines if isinstance(line, Line) and line.role is Role.PREAMBLE]
        whole = SourceText.join(" ", [line.text.strip() for line in found])
        words = [line for line in self._lines if isinstance(line, Line) and line.role is Role.OPERATIVE]
        if not words:
            spaced = bool(found) and found[-1].letter_spaced
            return split_preamble(whole, letter_spaced=spaced)
        text = SourceText.join(" ", [line.text.strip() for line in words])
        placement = Placement.CENTRED if words[0].centred else Placement.OWN_LINE
        before, performed = read_word(text, placement, letter_spaced=words[0].letter_spaced)
        return SourceText.join(" ", [part for part in (whole, before) if part]), performed

    def named(
        self,
        kind: Kind,
        bodies: Bodies,
        marks: Sequence[ReadMark],
        preamble: SourceText,
        performed: Performed,
    ) -> tuple[list[Body], str, SourceText]:
        """What the bodies are called, who speaks in the preamble, and the preamble without them."""
        own = [mark for mark in marks if mark.kind is kind and mark.body]
        registration = bodies.registrations[0]
        same = [
            mark
            for mark in own
            if mark.date == registration.date or mark.document_number == registration.number
        ]
        genitive = (same or own)[0].body if same or own else ""
        named = read_bodies(genitive, bodies.count, self._profile)
        subject = ""
        if kind.is_directive and performed.word and is_by_body(performed.word):
            plain = model_texts.prose(preamble)
            called = joined([body.name for body in named if not body.forms])
            start = subject_start(plain.text, (called, bodies.letterhead))
            if start >= 0:
                spoken, preamble = plain[start:], plain[:start].strip()
                self._collected.put(("орган", "кратко"), spoken)
                named = self._speaking(spoken.text, called, named, opens=not preamble, count=bodies.count)
                subject = joined([body.name for body in named])
        for index, body in enumerate(named):
            if body.forms and body.name == dict(body.forms).get(Case.GENITIVE):
                path: Path = ("орган", "кратко") if index == 0 else ("совместно", index, "кратко")
                reason = f"начальная форма наименования «{body.name}» не найдена"
                self._collected.doubt(
                    SourceText(body.name), path, reason, "впишите, как орган называется: что?"
                )
        return named, subject, preamble

    def _speaking(
        self, spoken: str, called: str, named: list[Body], *, opens: bool, count: int
    ) -> list[Body]:
        """The bodies by the name with which they speak, and by that in the marks where it is another."""
        if fold_letters(spoken) == fold_letters(called) and (spoken == called or opens):
            return named
        name = spoken
        if opens and not spoken[1:2].isupper():
            name = spoken[:1].lower() + spoken[1:]
        if count > 1:
            parts = re.split(r", | и ", name)
            return [Body(name=part) for part in parts] if len(parts) == count else [Body(name=name)]
        marked = named[0] if named else None
        if marked is None:
            return [Body(name=name)]
        genitive = dict(marked.forms).get(Case.GENITIVE) or self._genitive(marked)
        if self._genitive(Body(name=name)) == genitive or not genitive:
            return [Body(name=name)]
        return [Body(name=name, forms=((Case.GENITIVE, genitive),))]

    def _genitive(self, body: Body) -> str:

        try:
            return str(body_in(body, Case.GENITIVE, self._profile.dictionary))
        except LanguageError:
            return ""
