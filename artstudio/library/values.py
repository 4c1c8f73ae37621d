"""The values themselves, each in a file named by what it holds: equal values share one, and none changes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from artstudio.base.atomic import read_bytes, replacing, write_bytes
from artstudio.documents.film import Footage
from artstudio.documents.recipe import content_hash
from artstudio.library.unsettled import Unsettled
from artstudio.media import audio, formats
from artstudio.media.footage import SUFFIX as FILM_SUFFIX
from artstudio.sdk import Audio, BadFile, InvalidValue, Media, TileMap, Video, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SUFFIXES: Final = {"image": ".png", "score": ".mid", "text": ".txt", "audio": ".wav", "tilemap": ".json"}
_NAME: Final = re.compile(r"[0-9a-f]{64}\.[a-z]{2,4}")
_MAP_MIB: Final = 64


class ValueStore:
    """A folder of values. May be used from any thread.

    Films are footage as they were, named by the SHA-256 of their file; all others are named by
    `documents.recipe.content_hash`, as recipes name their inputs. What is written stands in `unsettled` until
    whoever keeps it takes it from there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unsettled = Unsettled(folder.with_name("unsettled"))

    def path(self, name: str) -> Path:
        """Where the value `name` lies if it is there.

        Raises:
            BadFile: this is no name of a value.
        """
        if not _NAME.fullmatch(name):
            raise BadFile("the library has no value for this entry: it may have been too large to keep")
        return self.folder / name[:2] / name

    def has(self, name: str) -> bool:
        """Whether the value is there."""
        return bool(_NAME.fullmatch(name)) and self.path(name).is_file()

    def keep(self, value: Media | Footage) -> tuple[str, int]:
        """The name of a value and what it takes on the disk; it is written where it is not there yet.

        Raises:
            BadFile: the disk is full or cannot be written.
            InvalidValue: a kind of value that is not kept.
        """
        if isinstance(value, Footage):
            name = f"{value.name}{FILM_SUFFIX}"
        elif isinstance(value, Video):
            raise InvalidValue("a film is kept as footage only")
        else:
            name = f"{content_hash(value)}{_SUFFIXES[kind_of(value)]}"
        path = self.path(name)
        with contextlib.suppress(OSError):
            return name, path.stat().st_size
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.unsettled.note([name])
            self._write(value, path)
            return name, path.stat().st_size
        except OSError as error:
            raise BadFile(
                "the library cannot keep a result in {folder} ({reason}): free some space there",
                folder=self.folder, reason=error.strerror or error,
            ) from error  # fmt: skip

    def read(self, name: str, footage: Mapping[str, Any]) -> Media | Footage:
        """The value `name`; `footage` are the numbers of a film (`film_numbers`).

        Raises:
            BadFile: it is missing or damaged.
        """
        path = self.path(name)
        if not path.is_file():
            raise BadFile("this result is no longer on the disk: make it again")
        if path.suffix == FILM_SUFFIX:
            try:
                return Footage(name=path.stem, path=path, **footage)
            except (TypeError, InvalidValue) as error:
                raise BadFile("the library no longer knows how this film runs: make it again") from error
        return _read_map(path) if path.suffix == ".json" else formats.read(path)

    def remove(self, name: str) -> None:
        """Takes a value off the disk, and what there may be of it in part."""
        if not _NAME.fullmatch(name):
            return
        path = self.path(name)
        for one in (path, *path.parent.glob(f".{name}.*part")):
            with contextlib.suppress(OSError):
                one.unlink(missing_ok=True)

    def _write(self, value: Media | Footage, path: Path) -> None:
        match value:
            case Footage():
                # the store of footage is swept, this one is not: the same file under a second name
                with contextlib.suppress(OSError):
                    os.link(value.path, path)
                    return
                with replacing(path) as part:
                    shutil.copyfile(value.path, part)
            case TileMap():
                plain = {"legend": value.legend, "cells": value.cells.tolist()}
                write_bytes(path, json.dumps(plain, ensure_ascii=False).encode())
            case Audio():
                audio.write_audio(value, path, depth="float")  # exact
            case _:
                formats.write(value, path)


def film_numbers(footage: Footage) -> dict[str, Any]:
    """What a film's file does not say by itself."""
    return {
        "frames": footage.frames,
        "fps": footage.fps,
        "width_px": footage.width_px,
        "height_px": footage.height_px,
    }


def _read_map(path: Path) -> TileMap:
    try:
        plain = json.loads(read_bytes(path, _MAP_MIB))
        return TileMap(np.array(plain["cells"], np.int32), tuple(str(name) for name in plain["legend"]))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError, InvalidValue) as error:
        raise BadFile("{name} is no map or is damaged", name=path.name) from error
