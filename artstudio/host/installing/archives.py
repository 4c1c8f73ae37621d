"""Archives of strangers: looked over as a whole before a byte is written, then unpacked as plain files."""

from __future__ import annotations

import contextlib
import gzip
import stat
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Final

from artstudio.host.installing.names import MAX_MEMBERS, MAX_TOTAL_BYTES, check_names
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BLOCK_BYTES: Final = 1 << 20
_FREE_BYTES: Final = 1 << 20
"""A member may unpack to this much, however well it is packed."""
_MAX_RATIO: Final = 200
_MAX_READ_BYTES: Final = 8 << 20  # of a table of contents; 20,000 members need about a quarter
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, gzip.BadGzipFile, EOFError, RuntimeError, ValueError,
    NotImplementedError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that an archive may unpack to."""

    members: int = MAX_MEMBERS
    total_bytes: int = MAX_TOTAL_BYTES


PLUGIN: Final = Bounds()
WHEEL: Final = Bounds(100_000, 8 << 30)
"""For dependencies: large ones exist. A plugin's own wheel is held to the bounds of a plugin."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive; `name` is a posix path."""

    name: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that an archive holds, in its own order."""

    entries: tuple[Entry, ...]
    size_bytes: int
    """Unpacked."""


def inspect(path: Path, *, wheel: bool = False) -> Listing:
    """What the archive (ZIP, wheel, `.tar.gz`) holds, after its whole table of contents was found harmless.

    Args:
        path: The archive.
        wheel: It is the wheel of a dependency: larger, and names that are devices on Windows may be in it.

    Raises:
        BadFile: no archive, damaged, or refused: members that lead elsewhere, links, devices, encrypted
            ones, too many or too large ones, names that differ only by case.
    """
    with _opened(path, wheel=wheel) as archive:
        return archive.listing()


def extract(
    path: Path, folder: Path, *, wheel: bool = False, place: Callable[[str], str | None] = lambda name: name
) -> Listing:
    """Unpacks the archive into the new or empty `folder`, after the checks of `inspect`, as plain files.

    `place` says for each name where the file goes below `folder`; None leaves it out. Answers what is there.

    Raises:
        BadFile: as `inspect`; a member is damaged or larger than it says; a file cannot be written.
    """
    written: list[Entry] = []
    with _opened(path, wheel=wheel) as archive:
        placed = [(entry, place(entry.name)) for entry in archive.listing().entries]
        check_names([(name, False) for _, name in placed if name], path.name, devices=wheel)
        for entry, name in placed:
            if name is not None:
                _write(folder / name, archive.blocks(entry), entry, path.name)
                written.append(Entry(name, entry.size_bytes))
    return Listing(tuple(written), sum(entry.size_bytes for entry in written))


def _write(target: Path, blocks: Iterator[bytes], entry: Entry, package: str) -> None:
    left = entry.size_bytes
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        for block in blocks:
            left -= len(block)
            if left < 0:
                break
            file.write(block)
    if left:
        raise BadFile(
            "{package} is refused: {name} in it is not of the size it says", package=package, name=entry.name
        )
    target.chmod(0o644)


@contextlib.contextmanager
def _opened(path: Path, *, wheel: bool) -> Iterator[_Zip | _Tar]:
    bounds = WHEEL if wheel else PLUGIN
    try:
        with path.open("rb") as file:
            if path.name.endswith((".tar.gz", ".tgz")):
                with (
                    gzip.GzipFile(fileobj=file) as packed,
                    tarfile.open(fileobj=_Bounded(packed, path.name), mode="r:") as tar,
                ):
                    yield _Tar(tar, path.name, bounds)
            else:
                with zipfile.ZipFile(_Bounded(file, path.name)) as archive:
                    yield _Zip(archive, path.name, bounds, wheel=wheel)
    except _BROKEN as error:
        raise BadFile("{package} cannot be unpacked: {reason}", package=path.name, reason=error) from None
    except OSError as error:
        raise BadFile(
            "{package} cannot be unpacked: {reason}", package=path.name, reason=error.strerror or error
        ) from None


class _Bounded:
    """A file that is never read in pieces as large as an attacker says."""

    def __init__(self, file: IO[bytes] | gzip.GzipFile, package: str) -> None:
        self._file = file
        self._package = package

    def read(self, size: int = -1) -> bytes:
        # zipfile asks for all that is left when it looks for the end of the table, 64 KiB at most
        data = self._file.read(min(size, _MAX_READ_BYTES + 1) if size >= 0 else _MAX_READ_BYTES + 1)
        if len(data) > _MAX_READ_BYTES:
            raise BadFile("{package} is refused: its table of contents is too long", package=self._package)
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _too_much(package: str, count: int, total_bytes: int, bounds: Bounds) -> None:
    if count > bounds.members:
        raise BadFile("{package} is refused: it holds over {n} files", package=package, n=bounds.members)
    if total_bytes > bounds.total_bytes:
        gib = bounds.total_bytes >> 30
        raise BadFile("{package} is refused: it unpacks to over {gib} GiB", package=package, gib=gib)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, package: str, bounds: Bounds, *, wheel: bool) -> None:
        self._archive = archive
        infos = archive.infolist()
        _too_much(package, len(infos), sum(info.file_size for info in infos), bounds)
        for info in infos:
            fault = _fault(info)
            if fault:
                raise BadFile(
                    "{package} is refused: {name} in it {fault}",
                    package=package, name=repr(info.orig_filename[:120]), fault=fault,
                )  # fmt: skip
        # orig_filename is what stands in the archive; filename ends at a NUL and is turned around on Windows
        names = [(info.orig_filename.removesuffix("/"), info.orig_filename.endswith("/")) for info in infos]
        check_names(names, package, devices=wheel)
        self._refuse_overlaps(infos, package)
        self._infos = {info.filename: info for info in infos if not info.is_dir()}

    def listing(self) -> Listing:
        entries = tuple(Entry(name, info.file_size) for name, info in self._infos.items())
        return Listing(entries, sum(entry.size_bytes for entry in entries))

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        with self._archive.open(self._infos[entry.name]) as member:
            while block := member.read(BLOCK_BYTES):
                yield block

    @staticmethod
    def _refuse_overlaps(infos: list[zipfile.ZipInfo], package: str) -> None:
        """Members that share their packed bytes make small files unpack to anything (D. Fifield, 2019)."""
        end = 0
        for info in sorted(infos, key=lambda info: info.header_offset):
            if info.header_offset < end:
                raise BadFile("{package} is refused: members of it overlap", package=package)
            end = info.header_offset + zipfile.sizeFileHeader + info.compress_size  # type: ignore[attr-defined]


def _fault(info: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in (0, stat.S_IFREG) and not (kind == stat.S_IFDIR and info.is_dir()):
        return "is no plain file"
    if info.is_dir() and info.file_size:
        return "is a folder with content"
    if info.compress_type not in _METHODS:
        return "is packed in an unusual way"
    if info.file_size > _FREE_BYTES and info.file_size > _MAX_RATIO * info.compress_size:
        return f"unpacks to more than {_MAX_RATIO} times its size"
    return ""


class _Tar:
    def __init__(self, tar: tarfile.TarFile, package: str, bounds: Bounds) -> None:
        self._tar = tar
        members: list[tarfile.TarInfo] = []
        total_bytes = 0
        for member in tar:
            if member.issym() or member.islnk():
                raise BadFile(
                    "{package} is refused: {name} in it is a link", package=package, name=member.name
                )
            if member.issparse() or not (member.isreg() or member.isdir()):
                raise BadFile(
                    "{package} is refused: {name} in it is no plain file", package=package, name=member.name
                )
            members.append(member)
            total_bytes += member.size
            _too_much(package, len(members), total_bytes, bounds)
        check_names([(member.name, member.isdir()) for member in members], package, devices=True)
        self._members = {member.name: member for member in members if member.isreg()}

    def listing(self) -> Listing:
        entries = tuple(Entry(name, member.size) for name, member in self._members.items())
        return Listing(entries, sum(entry.size_bytes for entry in entries))

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        member = self._tar.extractfile(self._members[entry.name])
        assert member is not None  # a plain file has content
        with member:
            while block := member.read(BLOCK_BYTES):
                yield block
