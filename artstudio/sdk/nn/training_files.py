"""What there is to learn from: files in folders, ZIPs and by themselves, in a fixed order."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

_BROKEN = (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, RuntimeError)


def training_files(
    paths: Sequence[Path], suffixes: Collection[str], skipped: list[str], *, most_mib: int, wanted: str
) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file with one of `suffixes` (small, with the dot), also inside of ZIPs.

    A file packed by gzip counts as what its name says before ".gz", or by itself as anything. What cannot be
    read, or is larger than `most_mib` MiB, is told in `skipped`. `wanted` are the files in words, for errors.

    Raises:
        BadFile: a path does not exist, or a ZIP holds a path that leads out of it.
    """
    for path in paths:
        if not path.exists():
            raise BadFile("there is no {path}: name a folder, a ZIP or a file with {wanted}",
                          path=path, wanted=wanted)  # fmt: skip
        alone = path.is_file()
        files = [path] if alone else sorted(file for file in path.rglob("*") if file.is_file())
        for file in files:
            ending = file.suffix.lower()
            inner = PurePosixPath(file.stem).suffix.lower()
            if file.name.startswith("."):
                continue
            try:
                if ending == ".zip":
                    yield from _zipped(file, suffixes, skipped, most_mib)
                elif ending == ".gz" and (alone or inner in suffixes):
                    with gzip.open(file) as packed:
                        yield file.name, _bounded(packed, most_mib)
                elif ending in suffixes:
                    with file.open("rb") as plain:
                        yield file.name, _bounded(plain, most_mib)
            except (*_BROKEN, _TooLargeError) as problem:
                skipped.append(f"{file.name} ({problem})")


class _TooLargeError(Exception):
    """A file holds more than is read."""


def _zipped(
    path: Path, suffixes: Collection[str], skipped: list[str], most_mib: int
) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        for entry in entries:
            name = entry.filename.replace("\\", "/")
            if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
                raise BadFile(
                    "{zip} holds the path {name}, which leads out of it: refused whole",
                    zip=path.name, name=name,
                )  # fmt: skip
        for entry in sorted(entries, key=lambda entry: entry.filename):
            if entry.is_dir() or PurePosixPath(entry.filename).suffix.lower() not in suffixes:
                continue
            try:
                with archive.open(entry) as file:
                    content = _bounded(file, most_mib)
            except (*_BROKEN, _TooLargeError) as problem:
                skipped.append(f"{entry.filename} ({problem})")
                continue
            yield entry.filename, content


def _bounded(file: IO[bytes] | gzip.GzipFile, most_mib: int) -> bytes:
    content = file.read((most_mib << 20) + 1)
    if len(content) > most_mib << 20:
        raise _TooLargeError(f"larger than {most_mib} MiB")
    return content
