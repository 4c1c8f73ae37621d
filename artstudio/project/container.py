"""ZIP files: written so that the same members give the same bytes, read without trusting a word of them."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_MEMBERS: Final = 10_000
MAX_TOTAL_NBYTES: Final = 8 << 30
BLOCK_NBYTES: Final = 1 << 20
_MAX_DIRECTORY_NBYTES: Final = 4 << 20
_MAX_RATIO: Final = 200  # pictures are packed inside; what the ZIP itself packs is JSON and text
_ALWAYS_NBYTES: Final = 64 << 20  # a small file may unpack to this much, however well it was packed
_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can say: the same work gives the same bytes
_END, _END64, _LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


class Pieces:
    """Bytes in pieces: joining tens of megabytes would keep every other thread waiting."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = tuple(pieces)
        self._nbytes = sum(map(len, self._pieces))

    def __len__(self) -> int:
        return self._nbytes

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def __bytes__(self) -> bytes:
        return b"".join(self._pieces)


def add_member(archive: zipfile.ZipFile, name: str, data: bytes | Pieces, *, pack: bool = False) -> None:
    """Adds a file; `pack` what is not packed already."""
    add_blocks(archive, name, len(data), (data,) if isinstance(data, bytes) else data, pack=pack)


def add_blocks(
    archive: zipfile.ZipFile, name: str, nbytes: int, blocks: Iterable[bytes], *, pack: bool = False
) -> None:
    """Adds a file of `nbytes` whose content comes in blocks."""
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 3  # as if from Unix on every system
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
    info.file_size = nbytes  # from 2 GiB on a member is written in another way
    with archive.open(info, "w") as member:
        for block in blocks:
            member.write(block)


class Container:
    """An opened ZIP whose members have been looked over; use it with `with`.

    Raises:
        BadFile: not a ZIP, cut off, members outside of it, a bomb, or unreadable.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise BadFile(
                "cannot open {path} ({reason}): choose another file",
                path=path,
                reason=error.strerror or error,
            ) from None
        try:
            self._look_over()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._zip.close()
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self) -> list[str]:
        """The names of all members."""
        return list(self._infos)

    @property
    def content_id(self) -> str:
        """What tells this content from any other: a hash of all members' names, sizes and checksums."""
        lines = (f"{name} {info.file_size} {info.CRC:08x}" for name, info in sorted(self._infos.items()))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def nbytes(self, name: str) -> int:
        """How large a member is; 0 for a missing one."""
        return self._infos[name].file_size if name in self._infos else 0

    def head(self, name: str, nbytes: int) -> bytes:
        """The beginning of a member; raises `BadFile` where it is missing or damaged."""
        if name not in self._infos:
            raise self.damaged(f"{name} is missing")
        try:
            with self._zip.open(self._infos[name]) as member:
                return member.read(nbytes)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise self.damaged(f"{name} cannot be read") from None

    def read(self, name: str, limit_nbytes: int) -> bytes:
        """One member.

        Raises:
            BadFile: it is missing, larger than `limit_nbytes`, or damaged.
        """
        info = self._infos.get(name)
        if info is None:
            raise self.damaged(f"{name} is missing")
        if info.file_size > limit_nbytes:
            raise self.damaged(f"{name} is too large")
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise self.damaged(f"{name} cannot be read") from None

    def blocks(self, name: str) -> Iterator[bytes]:
        """One member in blocks of at most 1 MiB, however large it is. Raises as `read`, but for its size."""
        if name not in self._infos:
            raise self.damaged(f"{name} is missing")
        try:
            with self._zip.open(self._infos[name]) as member:
                while block := member.read(BLOCK_NBYTES):
                    yield block
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise self.damaged(f"{name} cannot be read") from None

    def damaged(self, reason: str) -> BadFile:
        """The error for content that makes no sense."""
        return BadFile("{name} is damaged ({reason}): open an earlier version", name=self.name, reason=reason)

    def _look_over(self) -> None:
        size = self._file.seek(0, 2)
        start = self._at(0, 4)
        if start not in (b"PK\x03\x04", _END):
            raise BadFile("{name} is not an artstudio or OpenRaster file: choose another", name=self.name)
        directory_nbytes = self._directory_nbytes(size)
        if directory_nbytes is None:
            raise BadFile("{name} is cut off before its end: get a whole copy of it", name=self.name)
        if directory_nbytes > _MAX_DIRECTORY_NBYTES:
            raise self._bomb()
        try:
            self._zip = zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
            raise BadFile("{name} is cut off or damaged: get a whole copy of it", name=self.name) from None
        members = self._zip.infolist()
        # what is stored as it is, as footage is, cannot be more than the file itself
        grown = sum(max(0, info.file_size - info.compress_size) for info in members)
        packed = sum(info.compress_size for info in members)
        too_much = grown > min(MAX_TOTAL_NBYTES, _ALWAYS_NBYTES + _MAX_RATIO * size)
        if len(members) > MAX_MEMBERS or packed > size or too_much:
            raise self._bomb()
        self._infos = {info.filename: info for info in members}
        for name in self._infos:
            if _leads_outside(name):
                raise BadFile(
                    "{name} names a file outside of itself ({member}) and is not opened: do not trust it",
                    name=self.name, member=name,
                )  # fmt: skip
        if len(self._infos) < len(members):
            raise self.damaged("two members have one name")

    def _directory_nbytes(self, size: int) -> int | None:
        """How large the table of members claims to be, asked before it is read; None without an end mark."""
        tail = self._at(max(0, size - 65_557), 65_557)
        end = tail.rfind(_END)
        if end < 0 or end + 22 > len(tail):
            return None
        claimed: int = struct.unpack_from("<I", tail, end + 12)[0]
        if end >= 20 and tail[end - 20 : end - 16] == _LOCATOR64:
            record = self._at(struct.unpack_from("<Q", tail, end - 12)[0], 56)
            if len(record) == 56 and record[:4] == _END64:
                claimed = max(claimed, struct.unpack_from("<Q", record, 40)[0])
        return claimed

    def _at(self, offset: int, nbytes: int) -> bytes:
        source: BinaryIO = self._file
        try:
            source.seek(offset)
            return source.read(nbytes)
        except (OSError, OverflowError, ValueError):
            return b""

    def _bomb(self) -> BadFile:
        return BadFile(
            "{name} would unpack to far more than a project needs and is not opened: do not trust its source",
            name=self.name,
        )


def _leads_outside(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name
