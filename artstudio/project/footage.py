"""Footage in a project file, a member for each; and which footage of the store is still needed."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from artstudio.media.footage import SUFFIX
from artstudio.media.footage_store import find_footage, keep_footage, sweep
from artstudio.project.container import BLOCK_NBYTES, add_blocks
from artstudio.project.frames import COMMIT, read_frames
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator
    from pathlib import Path

    from artstudio.documents.film import Clip, Film
    from artstudio.project.container import Container
    from artstudio.project.schema import FilmPart

_NAME: Final = re.compile(rb"[0-9a-f]{64}")


def add_footage(archive: zipfile.ZipFile, film: Film) -> None:
    """Writes each footage of a film into an archive, as it is.

    Raises:
        BadFile: a file is missing or damaged: the sentence names the clip.
    """
    clips = {clip.footage.name: clip for clip in reversed(film.clips)}
    for name in sorted(clips):
        path = clips[name].footage.path
        try:
            nbytes = path.stat().st_size
        except OSError:
            raise _lost(clips[name]) from None
        add_blocks(archive, _member(name), nbytes, _checked(path, clips[name]))


def extract_footage(container: Container, film: FilmPart, folder: Path) -> dict[str, Path]:
    """Where each footage of a film lies in the store `folder`, taken out of the archive where it must be.

    Raises:
        BadFile: a member is missing or damaged, or the disk is full.
        InvalidValue: a member is not what its name says.
    """
    names = sorted({clip.footage.name for clip in film.clips})
    members = {name: _member(name) for name in names}
    return {
        name: keep_footage(folder, name, container.nbytes(member), container.blocks(member))
        for name, member in members.items()
    }


def present_footage(film: FilmPart, folder: Path) -> dict[str, Path]:
    """Where those of a film's footage lie that the store `folder` has."""
    found = {clip.footage.name: find_footage(folder, clip.footage.name) for clip in film.clips}
    return {name: path for name, path in found.items() if path is not None}


def sweep_unneeded(folder: Path, journals: Path) -> None:
    """Removes from the store what no journal names; only safe where nobody else has a claim on it.

    Raises:
        OSError: a journal cannot be read; nothing is removed then.
    """
    sweep(folder, lambda: _named(journals))


def _named(journals: Path) -> set[str]:
    """All that may be the name of footage in the records of all journals, of whatever format."""
    names: set[str] = set()
    for journal in sorted(journals.glob("work-*")):
        if journal.suffix == ".lock":
            continue
        with journal.open("rb") as file:
            for frame in read_frames(file):
                if frame.kind == COMMIT:
                    names.update(name.decode() for name in _NAME.findall(frame.data))
    return names


def _member(name: str) -> str:
    return f"film/{name}{SUFFIX}"


def _checked(path: Path, clip: Clip) -> Iterator[bytes]:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK_NBYTES):
                digest.update(block)
                yield block
    except OSError:
        raise _lost(clip) from None
    if digest.hexdigest() != clip.footage.name:
        raise _lost(clip)


def _lost(clip: Clip) -> BadFile:
    return BadFile(
        "the project was not saved because the pictures of the clip {clip} are gone: remove it from the film",
        clip=clip.name or clip.id,
    )
