"""Ways to damage a file: by bytes, by the parts of its archive, by the XML inside, by the text."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Final, TypeAlias

#: Makes a damaged content out of a sound one.
Mutation: TypeAlias = Callable[[bytes, Random], bytes]

_ATTRIBUTE: Final = re.compile(rb'(?<==")[^"<]*(?=")')
_TEXT: Final = re.compile(rb"(?<=>)[^<>]+(?=<)")
_TAG: Final = re.compile(rb"<[^<>]+>")
_NAME: Final = re.compile(rb"(?<=[<\s/])[A-Za-z]\w*(?=[\s=>/:])")
#: What a number, an address, a name of a part may be in the file of an enemy, or of a careless program.
_HOSTILE: Final = (
    b"",
    b"-1",
    b"0",
    b"1.5",
    b"1e400",
    b"-1e400",
    b"NaN",
    b"1073741824",
    b"2147483648",
    b"99999999999999999999999",
    b"9" * 5000,
    b"A1:XFD1048576",
    b"XFD1048576",
    b"ZZZZZZ99999999",
    b"A0",
    b"1",
    b"s",
    b"d",
    b"e",
    b"b",
    b"str",
    b"inlineStr",
    b"2027-13-45T99:99:99",
    b"0001-01-01",
    b"3000000",
    b"-700000",
    b"true",
    b"rId999",
    b"../../../../etc/passwd",
    b"/xl/worksheets/none.xml",
    b"http://example.invalid/a",
    b"&#0;",
    b"&lol;",
    b"\xff\xfe",
    b"\xd0",
    "ЪЪЪ".encode(),
    b"yyyy-mm-dd hh:mm:ss.000;;;;[Red]\\",
    b'"' + b"#" * 300,
)
_DEEP: Final = 20_000
_HEADER: Final = struct.Struct("<4s6H3I5H2I")


def damaged(content: bytes, mutations: Sequence[Mutation], random: Random) -> bytes:
    """A content damaged once, or a few times."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        content = random.choice(mutations)(content, random)
    return content


# Bytes ----------------------------------------------------------------------------------------------------


def flip(content: bytes, random: Random) -> bytes:
    """Some bits are wrong."""
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 3, 20, 200)) if content else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """The end, the beginning or a piece of the middle is missing."""
    start, end = sorted((random.randrange(len(content) + 1), random.randrange(len(content) + 1)))
    return random.choice((content[:end], content[start:], content[:start] + content[end:]))


def insert(content: bytes, random: Random) -> bytes:
    """Something stands in the middle that does not belong there."""
    at = random.randrange(len(content) + 1)
    junk = random.choice((b"\0", b"\0" * 4096, random.randbytes(64), b"PK\x03\x04", content[:512]))
    return content[:at] + junk + content[at:]


def other_kind(content: bytes, random: Random) -> bytes:
    """A file of another kind under the name."""
    return random.choice(
        (
            b"",
            b"\n\n",
            b"\0" * 1000,
            b"<html><body><table><tr><td>1</td></tr></table></body></html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.randbytes(4096),
            b"%PDF-1.4\n%%EOF",
            b"PK\x05\x06" + b"\0" * 18,
            b"{\\rtf1 }",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            zipped({"a.txt": b"a"}),
            zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
            zipped({"inner.zip": content}),
            random.randbytes(2000),
        )
    )


# Archives -------------------------------------------------------------------------------------------------


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of an archive; none of what is no archive any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 (damaged before: whatever zipfile raises for it)
        return {}


def of_parts(change: Callable[[dict[str, bytes], Random], None]) -> Mutation:
    """A mutation of the parts of an archive."""

    def mutation(content: bytes, random: Random) -> bytes:
        parts = unzipped(content)
        if not parts:
            return flip(content, random)
        change(parts, random)
        return zipped(parts)

    return mutation


def _drop(parts: dict[str, bytes], random: Random) -> None:
    del parts[random.choice(list(parts))]


def _rename(parts: dict[str, bytes], random: Random) -> None:
    name = random.choice(list(parts))
    other = random.choice((name.upper(), f"../{name}", f"/{name}", f"{name}/a", "a", f"{name}\n"))
    parts[other] = parts.pop(name)


def _swap(parts: dict[str, bytes], random: Random) -> None:
    one, other = random.choices(list(parts), k=2)
    parts[one], parts[other] = parts[other], parts[one]


def _replace(parts: dict[str, bytes], random: Random) -> None:
    name = random.choice(list(parts))
    deep = b"<a>" * _DEEP + b"</a>" * _DEEP
    lol = b'<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">]><a>&m;</a>'
    choices = (
        b"",
        b"<a/>",
        b"<a",
        random.randbytes(200),
        parts[name][:-1],
        deep,
        lol,
        parts[name].decode("latin1").encode("utf-16"),
    )
    parts[name] = random.choice(choices)


def _grow(parts: dict[str, bytes], random: Random) -> None:
    """A bomb: a part that is large when it is inflated."""
    name = random.choice(list(parts))
    at = max(parts[name].rfind(b"</"), 0)
    parts[name] = parts[name][:at] + b" " * random.choice((2**20, 2**24)) + parts[name][at:]


def _flip_part(parts: dict[str, bytes], random: Random) -> None:
    name = random.choice(list(parts))
    parts[name] = flip(parts[name], random)


def _hostile_value(parts: dict[str, bytes], random: Random) -> None:
    """Values and texts of the XML are what nobody expects."""
    name = _xml_part(parts, random)
    pattern = random.choice((_ATTRIBUTE, _ATTRIBUTE, _TEXT))
    for _ in range(random.choice((1, 1, 5, 50))):
        parts[name] = _with(parts[name], pattern, random.choice(_HOSTILE), random)


def _hostile_everywhere(parts: dict[str, bytes], random: Random) -> None:
    """One attribute has the same hostile value wherever it stands."""
    name = _xml_part(parts, random)
    names = sorted(set(re.findall(rb'(?<=\s)[\w:]+(?==")', parts[name])))
    if names:
        attribute, value = random.choice(names), random.choice(_HOSTILE)
        parts[name] = re.sub(
            rb"(?<=\s)" + attribute + rb'="[^"]*"', lambda _: attribute + b'="' + value + b'"', parts[name]
        )


def _wrong_tags(parts: dict[str, bytes], random: Random) -> None:
    """Elements are missing, twice, or have other names."""
    name = _xml_part(parts, random)
    tags = list(_TAG.finditer(parts[name]))
    if not tags:
        return
    tag = random.choice(tags)
    renamed = _with(tag[0], _NAME, b"zzz", random)
    other = random.choice((b"", tag[0] * 2, renamed, b"<c>", b"</row>", b"<v/>"))
    parts[name] = parts[name][: tag.start()] + other + parts[name][tag.end() :]


def _whole_element(parts: dict[str, bytes], random: Random) -> None:
    """An element is missing with all that it holds, so that the XML stays well-formed."""
    name = _xml_part(parts, random)
    elements = list(re.finditer(rb"<(\w[\w:]*)(?:\s[^<>]*)?(?:/>|>[^<>]*</\1>)", parts[name]))
    if elements:
        element = random.choice(elements)
        twice = random.choice((b"", element[0] * 2, element[0] * 1000))
        parts[name] = parts[name][: element.start()] + twice + parts[name][element.end() :]


def _xml_part(parts: dict[str, bytes], random: Random) -> str:
    names = [name for name in parts if name.endswith((".xml", ".rels"))] or list(parts)
    return random.choice(names)


def _with(content: bytes, pattern: re.Pattern[bytes], value: bytes, random: Random) -> bytes:
    """A content with another value in one of the places that a pattern finds."""
    places = [match.span() for match in pattern.finditer(content)]
    if not places:
        return content
    start, end = random.choice(places)
    return content[:start] + value + content[end:]


def directory(content: bytes, random: Random) -> bytes:
    """The directory of the archive lies: sizes, sums, methods, flags, offsets, names."""
    changed = bytearray(content)
    places = [match.start() for match in re.finditer(b"PK\x01\x02", content)]
    if not places:
        return flip(content, random)
    at = random.choice(places)
    offset, width = random.choice(((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (42, 4)))
    value = random.choice((0, 1, 9, 99, 2**16 - 1, 2**31, 2**32 - 1, random.randrange(2**32)))
    changed[at + offset : at + offset + width] = (value % 2 ** (8 * width)).to_bytes(width, "little")
    return bytes(changed)


def bomb(_: bytes, random: Random) -> bytes:
    """An archive of a few kilobytes that would fill the disk."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = packed.compress(b"\0" * 2**24) + packed.flush()
    said = random.choice((2**24, 2**31, 2**20, 10))
    name = b"xl/workbook.xml"
    crc = zlib.crc32(b"\0" * 2**24)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 33, crc, len(zeros), said, len(name), 0) + name
    central = _HEADER.pack(b"PK\1\2", 20, 20, 0, 8, 0, 33, crc, len(zeros), said, len(name), 0, 0, 0, 0, 0, 0)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(central + name), len(local + zeros), 0)
    return local + zeros + central + name + end


# Texts ----------------------------------------------------------------------------------------------------

_PIECES: Final = (
    b"\0",
    b"\x1b",
    b"\t",
    b"\r",
    b'"',
    b"'",
    b"{",
    b"}",
    b"[" * 5000,
    b"{a: " * 2000,
    b"- " * 3000,
    b"&a ",
    b"*a ",
    b"!!python/object/apply:os.system ",
    b"%YAML 9.9\n---\n",
    b"---\n",
    b"...\n",
    b"? ",
    b": ",
    b"| ",
    b">-\n",
    b"<<: *a\n",
    b"1e999",
    b"-" * 500,
    b"9" * 5000,
    b"0x",
    b"\\u0000",
    b"\\ud800",
    b'"\\ud800"',
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd0",
    "\u2028".encode(),
    "\u202e".encode(),
    b"{{{",
    b"`",
    b"31.02.2027",
    "карта.xlsx#нет".encode(),
    b";" * 2000,
    b"sep=\n",
    b"=1+1",
    b"#" * 3,
    b"a" * 200_000,
)
_ENCODINGS: Final = ("utf-16", "utf-16-le", "utf-32", "cp1251", "cp866", "koi8-r", "utf-8-sig", "utf-7")


def piece(content: bytes, random: Random) -> bytes:
    """A sign that means something stands where it should not."""
    at = random.randrange(len(content) + 1)
    return content[:at] + random.choice(_PIECES) + content[at:]


def line(content: bytes, random: Random) -> bytes:
    """A line is missing, twice, in another place, deeper or shallower."""
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(random.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = b"   " + lines[at]
        case _:
            lines[at] = lines[at].lstrip()
    return b"\n".join(lines)


def encoding(content: bytes, random: Random) -> bytes:
    """The text is in an encoding of another time or system."""
    return content.decode(errors="ignore").encode(random.choice(_ENCODINGS), errors="replace")


def many(content: bytes, random: Random) -> bytes:
    """The text is much too long."""
    return content * random.choice((50, 2000)) if len(content) < 10_000 else content * 3


BYTES: Final = (flip, cut, insert, other_kind)
ARCHIVES: Final = (
    *BYTES,
    directory,
    directory,
    bomb,
    *map(of_parts, (_drop, _rename, _swap, _replace, _grow, _flip_part)),
    *map(of_parts, (_hostile_value, _hostile_everywhere, _wrong_tags, _whole_element)),
    *map(of_parts, (_hostile_value, _hostile_everywhere, _wrong_tags, _whole_element)),
)
TEXTS: Final = (*BYTES, piece, piece, line, encoding, many)
