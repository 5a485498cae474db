"""The zip archive of an Office package: read with suspicion, written the same way each time.

Entries stay deflated as they came, so that changing one part deflates only that one.
What the parts mean is left to others, such as :mod:`prikaz.docx.wml.package`.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from prikaz.errors import PackageError

if TYPE_CHECKING:
    import zipfile

#: Level at which new parts are deflated: nearly as fast as 1, with smaller files.
LEVEL: Final = 3

_MAX_ENTRIES: Final = 4_000
#: Bytes of the largest file that is opened.
MAX_FILE_SIZE: Final = 64 * 2**20
_MAX_TOTAL: Final = 256 * 2**20
_MAX_RATIO: Final = 250  # Word's own XML is deflated 5 to 40 times; a bomb, a thousand times
_SMALL: Final = 2**20  # below this size no ratio is dangerous

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_DATE: Final = (1980 - 1980) << 9 | 1 << 5 | 1
_STORED: Final = 0
_DEFLATED: Final = 8
_UTF8: Final = 0x800
_ENCRYPTED: Final = 0x1
_VERSION: Final = 20
_MARK: Final = b"prikaz sha256:"


class ArchiveEntry(NamedTuple):
    """One file of the archive, as it lies there.

    Attributes:
        name: Name inside the archive, "word/document.xml".
        data: Bytes as stored: deflated, or plain when ``method`` is 0.
        size: Length of the plain bytes.
        crc: CRC-32 of the plain bytes.
        method: 8 deflated, 0 stored.
    """

    name: str
    data: bytes
    size: int
    crc: int
    method: int = _DEFLATED

    def read(self) -> bytes:
        """Inflate the entry, never beyond the size that the directory states.

        Raises:
            PackageError: The bytes are damaged or the directory lies about their size.
        """
        plain = self.data if self.method == _STORED else self._inflate()
        if len(plain) != self.size or zlib.crc32(plain) != self.crc:
            raise PackageError(f"файл повреждён: часть «{self.name}» не читается")
        return plain

    def _inflate(self) -> bytes:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return inflater.decompress(self.data, self.size + 1)
        except zlib.error as error:
            raise PackageError(f"файл повреждён: часть «{self.name}» не распаковывается") from error


class Deflater:
    """Deflates a part piece by piece, so that a long document never lies whole in memory."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
        self._pieces: list[bytes] = []
        self._crc = 0
        self._size = 0

    def feed(self, plain: bytes) -> None:
        """Take the next piece of the part."""
        self._crc = zlib.crc32(plain, self._crc)
        self._size += len(plain)
        self._pieces.append(self._compressor.compress(plain))

    def entry(self, name: str) -> ArchiveEntry:
        """Finish the part under its name in the archive."""
        self._pieces.append(self._compressor.flush())
        return ArchiveEntry(name, b"".join(self._pieces), self._size, self._crc)


def deflated(name: str, plain: bytes) -> ArchiveEntry:
    """Make an entry of a whole part.

    Args:
        name: Name inside the archive, "word/document.xml".
        plain: Its bytes.
    """
    deflater = Deflater()
    deflater.feed(plain)
    return deflater.entry(name)


def read_archive(data: bytes) -> tuple[ArchiveEntry, ...]:
    """Read the directory of an archive; nothing is inflated.

    Raises:
        PackageError: It is no zip archive, is damaged or encrypted, or would inflate beyond all bounds.
    """
    import zipfile  # noqa: PLC0415 (writing needs none of it)

    if len(data) > MAX_FILE_SIZE:
        raise PackageError(f"файл больше {MAX_FILE_SIZE // 2**20} МБ", "уменьшите рисунки в нём")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, EOFError) as error:
        hint = "откройте его в Word и сохраните заново"
        raise PackageError("файл повреждён или скачан не до конца", hint) from error
    _refuse_bomb(infos)
    return tuple(_entry(data, info) for info in infos)


def _refuse_bomb(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > _MAX_ENTRIES:
        raise PackageError(f"файл опасен: в нём {len(infos)} частей")
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if total > _MAX_TOTAL or (total > _SMALL and total > packed * _MAX_RATIO):
        raise PackageError(f"файл опасен: при распаковке он займёт {total // 2**20} МБ")
    if len({info.filename for info in infos}) < len(infos):
        raise PackageError("файл повреждён: части в нём повторяются")


def _entry(data: bytes, info: zipfile.ZipInfo) -> ArchiveEntry:
    if info.flag_bits & _ENCRYPTED:
        raise PackageError("файл закрыт паролем", "снимите пароль в Word")
    if info.compress_type not in {_STORED, _DEFLATED}:
        raise PackageError("файл сжат необычным способом", "откройте его в Word и сохраните заново")
    header = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        raise PackageError(f"файл повреждён: часть «{info.filename}» не найдена")
    *_, name_length, extra_length = _LOCAL.unpack(header)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    packed = data[start : start + info.compress_size]
    return ArchiveEntry(info.filename, packed, info.file_size, info.CRC, info.compress_type)


def write_archive(entries: Iterable[ArchiveEntry]) -> bytes:
    """Write an archive: the same entries give the same bytes, whenever and wherever.

    Entries stand in the order given; none is inflated or deflated again. All times
    are 1 January 1980. The archive's comment holds a digest of its directory, by
    which :func:`is_pristine` knows our files from edited ones.

    >>> entry = deflated("a.xml", b"<a/>")
    >>> read_archive(write_archive([entry])) == (entry,)
    True
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8
        fields = (flags, entry.method, 0, _DATE, entry.crc, len(entry.data), entry.size, len(name), 0)
        body += (_LOCAL.pack(b"PK\3\4", _VERSION, *fields), name, entry.data)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *fields, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(entry.data)
    central = b"".join(directory)
    count = len(directory) // 2
    comment = _mark(central)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), offset, len(comment))
    return b"".join((*body, central, end, comment))


def _mark(central: bytes) -> bytes:
    return _MARK + hashlib.sha256(central).hexdigest().encode()


def is_pristine(data: bytes) -> bool:
    """Whether an archive is as :func:`write_archive` left it; saving it in any editor breaks the mark.

    >>> is_pristine(write_archive([deflated("a.xml", b"<a/>")]))
    True
    >>> is_pristine(b"")
    False
    """
    length = len(_mark(b""))
    at = len(data) - length - _END.size
    if at < 0 or data[at : at + 4] != b"PK\5\6":
        return False
    *_, size, offset, comment_length = _END.unpack_from(data, at)
    return offset + size == at and comment_length == length and data[-length:] == _mark(data[offset:at])
