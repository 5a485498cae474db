"""What a render adds to the package besides its text: dates, lists, pictures, footnotes."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from prikaz.docx.rendering.state import RenderState
from prikaz.docx.wml.core_properties import dated
from prikaz.docx.wml.names import DECLARATION
from prikaz.docx.wml.package import CONTENT_TYPES, Package, relations_name
from prikaz.opc.archive import ArchiveEntry, deflated

if TYPE_CHECKING:
    from prikaz.docx.rendering.footnotes import Footnotes
    from prikaz.docx.values.picture import Picture

_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS: Final = f'{DECLARATION}<Relationships xmlns="{_RELATIONS}"></Relationships>'
_TYPES: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
}


def with_additions(
    entries: Mapping[str, ArchiveEntry], package: Package, state: RenderState, day: date | None
) -> Mapping[str, ArchiveEntry]:
    """Give the parts of the document, with all that the render has added."""
    parts = dict(entries)
    if day is not None:
        for name in package.of_type("core-properties+xml"):
            _change(parts, name, dated(_text(parts[name]), day))
    if state.lists:
        for name in package.of_type("numbering+xml"):
            _change(parts, name, state.lists.completed(_text(parts[name])))
    for part, pictures in state.pictures.items():
        _add_pictures(parts, part, pictures)
    if state.has_footnotes:
        _add_footnotes(parts, package, state.footnotes)
    return parts


def _add_footnotes(entries: dict[str, ArchiveEntry], package: Package, footnotes: Footnotes) -> None:
    if not footnotes.is_used:
        return
    for name in package.of_type("styles+xml"):
        _change(entries, name, footnotes.styled(_text(entries[name])))
    if not footnotes.is_new:
        _change(entries, footnotes.part, footnotes.added_to(_text(entries[footnotes.part])))
        return
    _change(entries, footnotes.part, footnotes.new_part())
    for name in package.of_type("settings+xml"):
        _change(entries, name, footnotes.settled(_text(entries[name])))
    name = relations_name(footnotes.main)
    target = posixpath.basename(footnotes.part)
    relation = f'<Relationship Id="rIdFootnotes" Type="{footnotes.RELATION}" Target="{target}"/>'
    _change(entries, name, _inside(_text(entries[name]) if name in entries else _NO_RELATIONS, relation))
    kind = f'<Override PartName="/{footnotes.part}" ContentType="{footnotes.CONTENT}"/>'
    types = _text(entries[CONTENT_TYPES])
    _change(entries, CONTENT_TYPES, types.replace("</Types>", f"{kind}</Types>"))


def _text(entry: ArchiveEntry) -> str:
    return entry.read().decode("utf-8-sig")


def _change(entries: dict[str, ArchiveEntry], name: str, text: str) -> None:
    entries[name] = deflated(name, text.encode())


def _add_pictures(entries: dict[str, ArchiveEntry], part: str, pictures: Mapping[str, Picture]) -> None:
    types = _text(entries[CONTENT_TYPES])
    name = relations_name(part)
    relations = _text(entries[name]) if name in entries else _NO_RELATIONS
    for relation, picture in pictures.items():
        file = f"media/prikaz-{picture.digest}.{picture.extension}"
        target = posixpath.join(posixpath.dirname(part), file)
        entries.setdefault(target, deflated(target, picture.data))
        relations = _inside(relations, f'<Relationship Id="{relation}" Type="{_IMAGE}" Target="{file}"/>')
        if f'Extension="{picture.extension}"' not in types:
            kind = _TYPES[picture.extension]
            types = _first(types, f'<Default Extension="{picture.extension}" ContentType="{kind}"/>')
    _change(entries, name, relations)
    _change(entries, CONTENT_TYPES, types)


def _inside(xml: str, element: str) -> str:
    """Put an element at the end of the outermost one, even if that is empty."""
    head, slash, _ = xml.rstrip().rpartition("/>")
    if slash and xml.rstrip().endswith("/>") and "</Relationships>" not in xml:
        return f"{head}>{element}</Relationships>"
    return xml.replace("</Relationships>", f"{element}</Relationships>")


def _first(xml: str, element: str) -> str:
    """Put an element at the beginning of the outermost one."""
    at = xml.index(">", xml.index("<Types")) + 1
    return xml[:at] + element + xml[at:]
