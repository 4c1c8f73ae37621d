"""A film as numbered PNG files: `film.png` becomes a folder `film` with film_00001.png and so on."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio.media.film_format import FilmFormat, stretch_frames
from artstudio.media.images import png_chunks
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from artstudio.media.film_format import FrameAt, Look

_PACKING: Final = 4  # zlib's level: what comes above takes twice the time for a hundredth of the size


@dataclass(frozen=True, kw_only=True)
class PngFrames(FilmFormat):
    """A stretch is a folder. PNG loses nothing, whatever the quality."""

    def target(self, path: Path) -> Path:
        """As `FilmFormat.target`: a folder, so that it is there whole or not at all."""
        return path.with_suffix("")

    def encode(self, look: Look, frame: FrameAt, first: int, end: int, path: Path) -> Iterator[int]:
        from PIL import Image as pil

        with _new_folder(path, f"{path.name}.part") as part:
            for number in range(first, end):
                picture = pil.fromarray(frame(number))
                name = part / f"{number + 1 - first:05}.png"
                picture.save(name, "PNG", compress_level=_PACKING, pnginfo=png_chunks(look.recipe))
                yield number + 1 - first

    def join(self, look: Look, stretches: Sequence[Path], path: Path, sound: Path | None) -> Iterator[int]:  # noqa: ARG002 - pictures are silent
        """As `FilmFormat.join`. A film that lies in the folder already is replaced, anything else is not."""
        folder = self.target(path)
        _refuse_strange(folder)
        with _new_folder(folder, f".{folder.name}.part") as part:
            for number, stretch in enumerate(stretches):
                for picture in sorted(stretch.iterdir()):
                    at = number * stretch_frames(look.fps) + int(picture.stem)
                    _second_name(picture, part / f"{folder.name}_{at:05}.png")
                yield number + 1


@contextlib.contextmanager
def _new_folder(folder: Path, part_name: str) -> Iterator[Path]:
    """A folder to be filled, which takes the place of `folder` if the body ends well."""
    part = folder.with_name(part_name)
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        yield part
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    except OSError as error:
        raise BadFile(
            "cannot write {path} ({reason}): choose another folder",
            path=folder, reason=error.strerror or error,
        ) from error  # fmt: skip
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse_strange(folder: Path) -> None:
    if not folder.exists():
        return
    own = f"{folder.name}_"
    if not folder.is_dir() or any(
        not (one.name.startswith(own) and one.suffix == ".png") for one in folder.iterdir()
    ):
        raise BadFile(
            "{name} is there already and holds something else than such pictures: choose another name",
            name=folder.name,
        )


def _second_name(picture: Path, name: Path) -> None:
    try:
        os.link(picture, name)
    except OSError:  # another disk
        shutil.copyfile(picture, name)


PNG: Final = PngFrames(suffix=".png")
