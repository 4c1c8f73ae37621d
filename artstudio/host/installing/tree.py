"""A plugin's files as one value: what they are, by hash, and how they are copied without trusting them."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.host.installing.archives import BLOCK_BYTES, PLUGIN
from artstudio.host.installing.names import check_names, is_kept
from artstudio.sdk.errors import BadFile, ManifestError
from artstudio.sdk.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

SIGNATURE_NAME: Final = "artstudio-plugin.sig"


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    path: Path
    stat: os.stat_result


def digest(folder: Path) -> str:
    """SHA-256 (64 hex digits) over the sorted names, sizes and hashes of the files in `folder`.

    The signature beside the manifest is left out, and what `names.is_kept` leaves out.

    Raises:
        BadFile: a link, a device, more than a plugin may hold, or a file that cannot be read.
    """
    signature = signature_name(folder)
    whole = hashlib.sha256()
    for file in _files(folder):
        if file.name != signature:
            one = hashlib.sha256()
            size = 0
            for block in _blocks(file):
                one.update(block)
                size += len(block)
            whole.update(b"%s\0%d\0%s\n" % (file.name.encode(), size, one.hexdigest().encode()))
    return whole.hexdigest()


def fingerprint(folder: Path) -> str:
    """A value that changes when a file in `folder` does, made without reading any.

    Raises:
        BadFile: as `digest`.
    """
    whole = hashlib.sha256()
    for file in _files(folder):
        seen = file.stat
        line = f"{file.name}\0{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}\n"
        whole.update(line.encode())
    return whole.hexdigest()


def size_bytes(folder: Path) -> int:
    """Of all files of the package. Raises as `digest`."""
    return sum(file.stat.st_size for file in _files(folder))


def copy(folder: Path, target: Path) -> None:
    """Copies the files of the package in `folder` into the new folder `target`, as plain files of mode 0644.

    Raises:
        BadFile: as `digest`; a file with a second name elsewhere (a hard link); the disk is full.
    """
    files = list(_files(folder))
    total_bytes = 0
    target.mkdir(parents=True, exist_ok=True)
    for file in files:
        if file.stat.st_nlink > 1 and os.name == "posix":
            raise _refused(folder, file.name, "has a second name elsewhere (a hard link)")
        to = target / file.name
        to.parent.mkdir(parents=True, exist_ok=True)
        try:
            with to.open("xb") as written:
                for block in _blocks(file):
                    total_bytes += len(block)
                    if total_bytes > PLUGIN.total_bytes:
                        raise _too_large(folder)
                    written.write(block)
            to.chmod(0o644)
        except OSError as error:
            raise BadFile("cannot write {path} ({reason})", path=to, reason=error.strerror or error) from None


def manifest_folder(root: Path) -> Path:
    """The folder with the manifest: `root` itself, or its one package where it came as a wheel.

    Raises:
        ManifestError: there is none, or more than one.
    """
    if (root / MANIFEST_NAME).is_file():
        return root
    inside = [path.parent for path in sorted(root.glob(f"*/{MANIFEST_NAME}"))]
    if len(inside) != 1:
        reason = "it holds no" if not inside else "it holds more than one"
        raise ManifestError("this is no plugin: {reason} {name}", reason=reason, name=MANIFEST_NAME)
    return inside[0]


def signature_name(root: Path) -> str:
    """The posix path of the signature below `root`, whether or not there is one."""
    try:
        folder = manifest_folder(root)
    except ManifestError:
        return SIGNATURE_NAME
    return (folder / SIGNATURE_NAME).relative_to(root).as_posix()


def _files(folder: Path) -> Iterator[_File]:
    """The package's files, sorted by name. Nothing is followed: not even `folder` may be a link's content."""
    found: list[_File] = []
    names: list[tuple[str, bool]] = []
    _walk(folder, "", found, names)
    check_names(names, folder.name)
    if sum(file.stat.st_size for file in found) > PLUGIN.total_bytes:
        raise _too_large(folder)
    yield from sorted(found, key=lambda file: file.name)


def _walk(top: Path, below: str, found: list[_File], names: list[tuple[str, bool]]) -> None:
    try:
        entries = list(os.scandir(top / below))
    except OSError as error:
        raise BadFile("cannot read {path} ({reason})", path=top / below, reason=error.strerror) from None
    for entry in entries:
        name = f"{below}{entry.name}"
        if not is_kept(name):
            continue
        if entry.is_symlink() or (hasattr(entry, "is_junction") and entry.is_junction()):
            raise _refused(top, name, "is a link")
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder and not entry.is_file(follow_symlinks=False):
            raise _refused(top, name, "is no plain file")
        names.append((name, is_folder))
        if len(names) > PLUGIN.members:
            raise BadFile("{package} is refused: it holds over {n} files", package=top.name, n=PLUGIN.members)
        if is_folder:
            _walk(top, f"{name}/", found, names)
        else:
            # entry.stat() knows neither the inode nor the number of links on Windows
            found.append(_File(name, Path(entry.path), Path(entry.path).lstat()))


def _blocks(file: _File) -> Iterator[bytes]:
    try:
        with _opened(file) as opened:
            while block := opened.read(BLOCK_BYTES):
                yield block
    except OSError as error:
        reason = error.strerror or error
        raise BadFile("cannot read {path} ({reason})", path=file.path, reason=reason) from None


def _opened(file: _File) -> BinaryIO:
    """Opens what was looked at, not what may have taken its place since."""
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    opened = os.fdopen(os.open(file.path, flags), "rb")
    now = os.fstat(opened.fileno())
    if not stat.S_ISREG(now.st_mode) or not os.path.samestat(now, file.stat):
        opened.close()
        raise BadFile("{path} was swapped while it was read: try again", path=file.path)
    return opened


def _refused(folder: Path, name: str, fault: str) -> BadFile:
    return BadFile("{package} is refused: {name} in it {fault}", package=folder.name, name=name, fault=fault)


def _too_large(folder: Path) -> BadFile:
    gib = PLUGIN.total_bytes >> 30
    return BadFile("{package} is refused: it holds over {gib} GiB", package=folder.name, gib=gib)
