"""What stands over the text of a document: kind, bodies, date, number, place, heading (начало документа)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from prikaz.errors import ModelError
from prikaz.language.words.cases import Case
from prikaz.language.words.spelling import fold_letters
from prikaz.model import Body, CoIssuer, Emblem, Image, Issuer, Kind, OfficeProfile
from prikaz.reader.assembly import model_texts
from prikaz.reader.assembly.collecting import Collector
from prikaz.reader.assembly.nominatives import nominative_body
from prikaz.reader.assembly.registrations import Registration, read_registration
from prikaz.reader.paper import Line, PaperLine, PictureLine, Role
from prikaz.reader.source_text import SourceText

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS: Final = range(1900, 2100)
_USUAL_EMBLEM: Final = "Герб"
_HIGHEST_EMBLEM: Final = 60
_DRAFT: Final = re.compile(r"(?i)^проект(?=[^\W\d_]|\s|$)\s*")
#: What a kind is called where only an operative word tells it.
_BY_WORD: Final = (
    ("приказыва", Kind.ORDER),
    ("постановля", Kind.RESOLUTION),
    ("реши", Kind.DECISION),
    ("обязыва", Kind.DIRECTIVE),
    ("распоряжа", Kind.DIRECTIVE),
)


class ReadKind(NamedTuple):
    """The kind of a document, what is written behind it, and whether it is a draft."""

    kind: Kind
    heading: SourceText
    is_draft: bool = False


def texts_of(lines: Iterable[PaperLine], role: Role) -> list[SourceText]:
    """The texts of one role."""
    return [line.text for line in lines if isinstance(line, Line) and line.role is role]


def read_kind(lines: Sequence[SourceText]) -> ReadKind | None:
    """The kind by its line; letters may be spaced out, and a heading may follow.

    >>> read_kind([SourceText("П Р И К А З")]).kind.value
    'приказ'
    """
    whole = model_texts.words(SourceText.join(" ", lines))
    parts = whole.text.split(" ")
    if len(parts) > 2 and all(len(part) == 1 for part in parts):  # noqa: PLR2004 (a word of its own letters)
        text, is_spaced = "".join(parts), True
    else:
        text, is_spaced = whole.text, False
    folded = fold_letters(text)
    draft = _DRAFT.match(folded)
    is_draft = draft is not None and len(draft[0]) < len(folded)
    start = draft.end() if draft and is_draft else 0
    best: tuple[int, Kind] | None = None
    for kind in Kind:
        for case in (Case.NOMINATIVE, Case.GENITIVE)[: 1 + is_draft]:
            form = fold_letters(kind.form(case))
            form = form.replace(" ", "") if is_spaced else form
            at_end = not folded[start + len(form) : start + len(form) + 1].isalpha()
            if folded.startswith(form, start) and at_end and (best is None or len(form) > best[0]):
                best = len(form), kind
    if best is None:
        return None
    rest = SourceText("") if is_spaced else whole[start + best[0] :].strip()
    return ReadKind(best[1], rest, is_draft)


def kind_by_word(word: str) -> Kind | None:
    """The kind of document that an operative word belongs to."""
    folded = fold_letters(word)
    return next((kind for stem, kind in _BY_WORD if folded.startswith(stem)), None)


def single_year(texts: Iterable[str]) -> int | None:
    """The only year that texts name."""
    years = {int(year) for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


# Bodies -----------------------------------------------------------------------------------------------------


def read_bodies(genitive: str, count: int, profile: OfficeProfile) -> list[Body]:
    """The bodies that a mark names in the genitive, in the nominative.

    Args:
        genitive: «отдела образования и отдела культуры»; "" for none.
        count: How many bodies issue the document.
        profile: Office profile.
    """
    if not genitive:
        return []
    best: list[Body] = []
    for parts in _parts(genitive, count):
        bodies = [nominative_body(part, Case.GENITIVE, profile) for part in parts]
        if not any(body.forms for body in bodies):
            return bodies
        best = best or bodies
    return best


def _parts(text: str, count: int) -> Iterator[list[str]]:
    """Ways to take names in a row apart."""
    if count == 1:
        yield [text]
        return
    gaps = [*re.finditer(r", | и ", text)][:12]
    for chosen in combinations(gaps, count - 1):
        starts = [0, *(gap.end() for gap in chosen)]
        ends = [*(gap.start() for gap in chosen), len(text)]
        yield [text[start:end] for start, end in zip(starts, ends, strict=True)]
    yield [text]


class Bodies:
    """The bodies of a document: the letterhead of each, its date and number."""

    def __init__(self, lines: Sequence[PaperLine], collected: Collector) -> None:
        self._lines = lines
        self._collected = collected
        self._letterheads = self._by_group(Role.LETTERHEAD)
        registrations = self._by_group(Role.REGISTRATION)
        self.count = max(1, len(self._letterheads), len(registrations))
        self.registrations = self._registrations(registrations)

    def _by_group(self, role: Role) -> list[list[SourceText]]:
        groups: dict[int, list[SourceText]] = {}
        for line in self._lines:
            if isinstance(line, Line) and line.role is role:
                groups.setdefault(line.group, []).append(line.text)
        return [*groups.values()]

    @property
    def letterhead(self) -> str:
        """The lines of the first body in one."""
        lines = self._letterheads[0] if self._letterheads else []
        return " ".join(str(model_texts.words(line)) for line in lines)

    def issuer(self, named: Sequence[Body]) -> Issuer:
        """The first body."""
        lines = self._put_lines(0, ("орган", "бланк"))
        contacts = [model_texts.words(text) for text in texts_of(self._lines, Role.CONTACTS)]
        for place, text in enumerate(contacts, 1):
            self._collected.put(("орган", "реквизиты", place), text)
        body = named[0] if named else None
        return Issuer(
            lines=lines,
            emblem=self._emblem(),
            contacts=[text.text for text in contacts],
            short=body.name if body else "",
            forms=body.forms if body else (),
        )

    def co_issuers(self, named: Sequence[Body]) -> tuple[CoIssuer, ...]:
        """The other bodies."""
        first = self.registrations[0].date
        made = []
        for index in range(1, self.count):
            body = named[index] if index < len(named) else None
            lines = self._put_lines(index, ("совместно", index, "бланк"))
            issuer = Issuer(lines=lines, short=body.name if body else "", forms=body.forms if body else ())
            read = self.registrations[index] if index < len(self.registrations) else Registration()
            date = None if read.date == first else read.date
            made.append(CoIssuer(issuer=issuer, date=date, number=read.number))
        return tuple(made)

    def _put_lines(self, index: int, path: tuple[str | int, ...]) -> list[str]:
        group = self._letterheads[index] if index < len(self._letterheads) else []
        lines = [model_texts.words(line) for line in group]
        for place, line in enumerate(lines, 1):
            self._collected.put((*path, place), line)
        return [line.text for line in lines]

    def _emblem(self) -> Emblem | None:
        pictures = (
            line for line in self._lines if isinstance(line, PictureLine) and line.role is Role.EMBLEM
        )
        picture = next(pictures, None)
        if picture is None:
            return None
        try:
            height = max(1, min(_HIGHEST_EMBLEM, round(picture.height) or 17))
            described = "" if picture.description == _USUAL_EMBLEM else picture.description
            return Emblem(image=Image(picture.data), height=height, description=described)
        except ModelError as error:
            self._collected.doubt(SourceText(""), ("орган", "герб"), error.message, error.hint)
            return None

    def _registrations(self, groups: Sequence[Sequence[SourceText]]) -> list[Registration]:
        """Date and number of each body."""
        if len(groups) > 1:
            read = [self._registration(group) for group in groups]
        elif groups and self.count > 1:
            read = self._of_one_line(groups[0])
        else:
            read = [self._registration(groups[0])] if groups else [Registration()]
        return read

    def _registration(self, group: Sequence[SourceText]) -> Registration:
        whole = SourceText.join("\t" if len(group) == 1 else " ", group)
        read = read_registration(whole.text.strip())
        where: tuple[str | int, ...] = ("дата",) if read.date or not read.number else ("номер",)
        if "№" in whole.text and len(group) == 1 and where == ("дата",):
            at = whole.text.index("№")
            first, second = (("дата",), ("номер",)) if whole.text[:at].strip() else (("номер",), ())
            self._collected.put(first, whole[:at])
            self._collected.put(second or ("номер",), whole[at:])
        else:
            self._collected.put(where, *group)
        if read.doubt:
            self._collected.doubt(whole, where, read.doubt, "проверьте дату и номер")
        if read.date and read.date.year not in _YEARS:
            self._collected.doubt(whole, ("дата",), f"год {read.date.year} вне 1900–2099")
            read = read._replace(date=None)
        return read

    def _of_one_line(self, group: Sequence[SourceText]) -> list[Registration]:
        """«16.03.2027 № 75/12», «16.03.2027 № 75 / 18.03.2027 № 12»."""
        whole = SourceText.join(" ", group)
        self._collected.put(("дата",), *group)
        text = whole.text.strip()
        pairs = text.split(" / ")
        if len(pairs) == self.count and all("№" in pair for pair in pairs):
            return [read_registration(pair.strip()) for pair in pairs]
        read = read_registration(text)
        _, _, typed = text.partition("№")
        numbers = [number.strip(" \u00a0_") for number in typed.strip().split("/")]
        if len(numbers) != self.count:
            return [read, *[Registration(read.date)] * (self.count - 1)]
        return [Registration(read.date, number) for number in numbers]
