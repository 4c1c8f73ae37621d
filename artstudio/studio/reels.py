"""Films as results: the parts that a run yields one after the other become footage, none held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from artstudio.media.footage import FootageWriter
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.documents.film import Footage
    from artstudio.sdk import Video


class Reel:
    """Writes the films of one run into `folder`; use it with `with`, on the thread that drives the run.

    Parts of one name that follow each other are one film. A film that is not finished leaves nothing behind.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._films: list[tuple[str, Footage]] = []
        self._writer: FootageWriter | None = None
        self._name, self._fps = "", 0.0

    def add(self, part: Video, name: str) -> None:
        """Writes the next part of the film `name`.

        Raises:
            InvalidValue: it has another size or rate than the parts before it.
            BadFile: the disk is full or cannot be written.
        """
        if self._writer is not None and name != self._name:
            self._end_film()
        if self._writer is None:
            self._writer = FootageWriter(self._folder, part.fps)
            self._name, self._fps = name, part.fps
        if part.fps != self._fps:
            raise InvalidValue(
                "a film cannot go on at {fps} frames a second when it began at {first}",
                fps=part.fps, first=self._fps,
            )  # fmt: skip
        self._writer.add(part.frames)

    def finish(self) -> list[tuple[str, Footage]]:
        """The name and footage of each film, in their order. Raises as `add`."""
        self._end_film()
        return self._films

    def _end_film(self) -> None:
        if self._writer is not None:
            self._films.append((self._name, self._writer.finish()))
            self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._writer is not None:
            self._writer.abandon()
