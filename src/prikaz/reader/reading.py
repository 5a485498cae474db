"""Reading a Word file: content, what each line is, the order, and what was left over (чтение)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import evolve

from prikaz.annotations import checked
from prikaz.docx.content import read_content
from prikaz.docx.content.elements import Content
from prikaz.docx.wml.package import PackageSource, read_source
from prikaz.errors import PackageError
from prikaz.findings import Path
from prikaz.model import OfficeProfile, Order
from prikaz.model.contents import annexes
from prikaz.model.drafts import UNREAD
from prikaz.reader.assembly import assemble
from prikaz.reader.assembly.marks import names_order, read_mark
from prikaz.reader.doubts import Doubt
from prikaz.reader.draft import Note, WordDraft, WordPlace
from prikaz.reader.field_texts import field_texts
from prikaz.reader.labelling import label
from prikaz.reader.leftovers import Leftovers
from prikaz.reader.locations import Locations
from prikaz.reader.paper import SECOND_DOCUMENT, Line, Paper, Role
from prikaz.reader.references import restore
from prikaz.reader.remarks import remark_notes
from prikaz.reader.source_text import SourceText


@checked
def read(source: PackageSource, *, profile: OfficeProfile | None = None, name: str = "") -> WordDraft:
    """Read a Word file as an order, or as a plan or a положение that stands alone.

    Whatever the file holds, there is a draft: what was not understood is in its notes.

    Args:
        source: Path, bytes or binary stream of a .docx.
        profile: Office profile by which what is usual is told from what is not.
        name: Name of the file for messages; that of the path if there is one.

    Raises:
        PackageError: It is no Word document, or it is damaged, encrypted or dangerous.
    """
    name = name or ("" if isinstance(source, bytes) or hasattr(source, "read") else str(source))
    data = read_source(source)
    try:
        content = read_content(data)
    except PackageError as error:
        raise PackageError(error.message, error.hint, error.file or name) from error
    return evolve(draft_of(content, profile or OfficeProfile(), name), data=data)


def draft_of(content: Content, profile: OfficeProfile, name: str) -> WordDraft:
    """The draft of what a file says."""
    paper = label(content)
    assembled = assemble(paper, profile)
    restored = restore(assembled.order, profile)
    locations = Locations.of(content, name)
    leftovers = Leftovers.of(content, assembled.places, _second_document(paper))
    doubts = [_note(doubt, locations, assembled.places) for doubt in (*assembled.doubts, *restored.doubts)]
    lost = [
        Note(text=text.text, place=locations.place(text), reason=reason, proposal=proposal, is_lost=True)
        for text, reason, proposal in leftovers.lost
    ]
    texts = field_texts(restored.order, assembled.places, restored.replaced)
    unread = _unread([text for text, _, _ in leftovers.lost])
    places = {path: locations.place(text) for path, text in (*assembled.places.items(), *unread.items())}
    return WordDraft(
        order=restored.order,
        profile=profile,
        notes=locations.in_order([*lost, *doubts, *remark_notes(content, locations)]),
        coverage=leftovers.coverage,
        places=MappingProxyType({(): WordPlace(file=name), **places}),
        texts=MappingProxyType(texts | unread),
        unread={path: text.text for path, text in (unread | _foreign_marks(restored.order, texts)).items()},
        content=content,
    )


def _note(doubt: Doubt, locations: Locations, places: Mapping[Path, SourceText]) -> Note:
    text = doubt.text
    if not text.pieces:
        field = _nearest(places, doubt.path)
        begin = max(field.text.find(text.text), 0)
        text = field[begin : begin + len(text.text)] if text.text else field
    return Note(
        text=doubt.text.text,
        place=locations.place(text),
        reason=doubt.reason,
        proposal=doubt.proposal,
        path=doubt.path,
    )


def _nearest(places: Mapping[Path, SourceText], path: Path) -> SourceText:
    """The characters of a field, or else of the first thing inside it."""
    if path in places or not path:
        return places.get(path, SourceText(""))
    inside = (text for other, text in places.items() if other[: len(path)] == path)
    return next(inside, SourceText(""))


def _unread(lost: Iterable[SourceText]) -> dict[Path, SourceText]:
    """Texts that are in no field, line by line, by paths of their own."""
    lines = (line.strip() for text in lost for line in text.split("\n"))
    return {(UNREAD, place): line for place, line in enumerate(filter(None, lines), 1)}


def _foreign_marks(order: Order, texts: Mapping[Path, SourceText]) -> dict[Path, SourceText]:
    """Marks over annexes of an order that name another document by its date."""
    found = {(*path, "гриф"): texts.get((*path, "гриф")) for path, annex in annexes(order) if not annex.act}
    return {
        path: text
        for path, text in found.items()
        if text and (mark := read_mark([text])).date and not names_order(mark, order)
    }


def _second_document(paper: Paper) -> SourceText:
    """The lines of a second document in the file."""
    lines = (line for line in paper.main.lines if isinstance(line, Line) and line.role is Role.UNKNOWN)
    return SourceText.join("\n", [line.text for line in lines if line.group == SECOND_DOCUMENT])
