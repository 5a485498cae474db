"""Stamps of approval as lines show them (грифы утверждения)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from prikaz.findings import Path
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Act, ApprovalStamp, OfficeProfile, Person, Position
from prikaz.model.resolution.stamps import act_lines
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.nominatives import nominative_body
from prikaz.reader.assembly.persons import looks_like_name, name_at_end, person_of, signed
from prikaz.reader.assembly.registrations import is_day, read_day, read_registration
from prikaz.reader.source_text import SourceText

_DATED: Final = re.compile(r"^(?P<bracket>\()?(?P<named>.*?)(?:^|[ \u00a0])от[ \u00a0](?P<dated>.*?)\)?$")
_SIGNED: Final = re.compile(r"^[_\s/]*_{3,}[_\s/]*|^\s*/")
#: How positions begin, folded.
_OFFICES: Final = (
    *("директор", "заведующ", "начальник", "глава", "председатель", "заместитель", "руководитель", "ректор"),
    *("министр", "президент", "и.о.", "и. о.", "врио", "исполняющ", "зам.", "зав.", "управляющ", "мэр"),
    *("секретарь", "специалист", "методист", "генеральный", "главный", "первый", "временно"),
)
_WORD: Final = re.compile(r"\s*(?P<word>[^\W\d_]+(?:[ \u00a0][^\W\d_])*)\s*[:.]?\s*")
#: Words of stamps that many clerks put in quotation marks.
_QUOTED: Final = re.compile(
    r"[«\"“](?P<word>(?i:утверждаю|согласовано|принято|рассмотрено|согласован|утверждено))[»\"”]\s*:?"
)
_LONGEST: Final = 400
#: An act that approves takes no more lines.
_MOST_ACT_LINES: Final = 4


class _Act(NamedTuple):
    """An act that stands in a stamp, and how many lines it takes."""

    act: Act
    lines: int


def read_stamp(
    lines: Sequence[SourceText], path: Path, profile: OfficeProfile, collected: Collector
) -> ApprovalStamp:
    """A stamp by its lines, the word first."""
    word, others = _word(lines)
    collected.put((*path, "слово"), word)
    texts = [model_texts.words(line) for line in others if line.text.strip()]
    said = str(model_texts.words(word))
    if quoted := _QUOTED.fullmatch(said):
        said = quoted["word"]
        reason = f"слово грифа набрано в кавычках: {quoted[0]}"
        collected.doubt(word, (*path, "слово"), reason, "напечатается без них")
    return _StampReader(said, texts, path, profile, collected).read()


def _word(lines: Sequence[SourceText]) -> tuple[SourceText, list[SourceText]]:
    """The word of a stamp; what stands behind it on its line is a line of its own."""
    first, *others = lines
    pieces = [piece for piece in first.split(r"[\n\f]") if piece.text.strip()] or [first]
    others = [*pieces[1:], *others]
    found = re.match(r"\s*[А-ЯЁ]{5,}(?=[\s:])", pieces[0].text)
    if found and found.end() < len(pieces[0].text.rstrip(" :")):
        behind = pieces[0][found.end() :].strip()
        return pieces[0][: found.end()], [behind, *others]
    return pieces[0], others


class _StampReader:
    """Reads what stands under the word of a stamp."""

    def __init__(
        self, word: str, lines: list[SourceText], path: Path, profile: OfficeProfile, collected: Collector
    ) -> None:
        self._word = word.rstrip(" :") if word[:5].isupper() else word
        self._lines = lines
        self._path = path
        self._profile = profile
        self._collected = collected

    def read(self) -> ApprovalStamp:
        day, has_day = self._take_day()
        person = self._take_person()
        act, before, behind = self._take_act()
        position: Position | None = None
        if person is not None or has_day:
            held = before if act is None else behind
            position, rest = self._take_position(held, is_signed=person is not None)
            before, behind = (rest, []) if act is None else (before, rest)
        plain = [*before, *behind]
        for place, line in enumerate(plain, 1):
            self._collected.put((*self._path, "строки", place), line)
        if person is not None and person.blank and not position:
            person = None
        return ApprovalStamp(
            word=self._word,
            lines=[_doubled(str(line)) for line in plain],
            act=act,
            position=position,
            person=None if person is None or person.blank else person,
            date=day,
        )

    def _take_day(self) -> tuple[dt.date | None, bool]:
        if not self._lines or not is_day(str(self._lines[-1])):
            return None, False
        line = self._lines.pop()
        self._collected.put((*self._path, "дата"), line)
        return read_day(str(line)), True

    def _take_person(self) -> Person | None:
        """Who signs: the last line that is left, if it holds a name or a place for a signature."""
        if not self._lines:
            return None
        line = self._lines[-1]
        text = str(line)
        start = name_at_end(text)
        if found := _SIGNED.match(text):
            start = found.end()
        elif not looks_like_name(text) and (start <= 0 or self._is_act(text)):
            return None
        self._lines.pop()
        if start > 0 and text[:start].strip(" _/"):
            self._lines.append(line[:start].strip())
        name = line[start:]
        person, _ = person_of(str(model_texts.words(name)), signed(self._profile))
        self._collected.put(
            (*self._path, "фамилия"), name if start > 0 and text[:start].strip(" _/") else line
        )
        return person

    def _is_act(self, text: str) -> bool:
        return "№" in text or bool(_DATED.match(text[:_LONGEST]))

    def _take_position(
        self, held: list[SourceText], *, is_signed: bool
    ) -> tuple[Position | None, list[SourceText]]:
        """The position over a signature: from the first line that begins like one, else the last line."""
        if not held:
            return None, held
        starts = (place for place, line in enumerate(held) if fold_letters(str(line)).startswith(_OFFICES))
        start = next(starts, len(held) - 1)
        if not is_signed and not fold_letters(str(held[start])).startswith(_OFFICES):
            return None, held
        text = SourceText.join(" ", held[start:])
        self._collected.put((*self._path, "должность"), text)
        return Position(title=text.text), held[:start]

    def _take_act(self) -> tuple[Act | None, list[SourceText], list[SourceText]]:
        """The act of a stamp, and the lines before it and behind it; the mark of an annex has none."""
        if fold_letters(self._word).startswith("приложени"):
            return None, self._lines, []
        for count in range(1, _MOST_ACT_LINES + 1):
            for index in range(len(self._lines) - count + 1):
                chosen = self._lines[index : index + count]
                if count > 1 and not str(chosen[-1]).startswith("от"):
                    continue
                act = self._act(chosen, has_lines=index > 0)
                if act is not None:
                    self._collected.put((*self._path, "акт"), *chosen)
                    return act, self._lines[:index], self._lines[index + count :]
        return None, self._lines, []

    def _act(self, lines: Sequence[SourceText], *, has_lines: bool) -> Act | None:
        """The act that prints as these lines."""
        if any(len(line) > _LONGEST for line in lines):
            return None
        found = _DATED.match(" ".join(map(str, lines)))
        if found is None or not found["named"].strip():
            return None
        registration = read_registration(f"от {found['dated']}")
        if registration.rest or "№" not in found["dated"]:
            return None
        kind, _, issuer = found["named"].strip().partition(" ")
        body = nominative_body(issuer, Case.GENITIVE, self._profile) if issuer else None
        for case in (Case.INSTRUMENTAL, Case.NOMINATIVE):
            named = kind if case is Case.NOMINATIVE else nominative_body(kind, case, self._profile).name
            act = Act(kind=named, issuer=body, date=registration.date, number=registration.number)
            if self._prints(act, lines, has_lines=has_lines):
                return act
        return None

    def _prints(self, act: Act, lines: Sequence[SourceText], *, has_lines: bool) -> bool:
        stamp = ApprovalStamp(word=self._word, act=act, lines=["…"] if has_lines else ())
        printed = act_lines(stamp, (), self._profile).value
        return _named(" ".join(printed)) == _named(" ".join(map(str, lines)))


def _named(text: str) -> str:
    """The act and who issued it, without date and number."""
    named, _, _ = " ".join(text.split()).partition("от ")
    return named.strip()


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
