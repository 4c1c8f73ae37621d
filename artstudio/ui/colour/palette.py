"""The artist's palette, kept between sessions as a GIMP palette."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.media.gpl import MOST_COLOURS, palette_bytes, read_palette
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

DEFAULT: Final = (
    0x000000, 0x3B3B3B, 0x757575, 0xABABAB, 0xD8D8D8, 0xFFFFFF, 0x5A2E1F, 0x8F4E2E,
    0xC98A63, 0xEBC9A4, 0xF6E7D2, 0x7A1F2B, 0xC0392F, 0xE06C64, 0xE88B3A, 0xF2C14E,
    0x4F7A3A, 0x86B85C, 0x2F7F74, 0x4FB3A5, 0x1F3A5F, 0x3F7FBF, 0x8FC1E8, 0x6B4A9E,
)  # fmt: skip
"""Greys, earths and skin tones, then round the circle: enough to begin a picture with."""
_MOST_MIB: Final = 1


class Palette(QObject):
    """Colours 0xRRGGBB in their order; without a path they are forgotten when the window closes."""

    changed = Signal()

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.colours: tuple[int, ...] = DEFAULT
        if path is not None and path.exists():
            try:
                self.colours = tuple(read_palette(read_bytes(path, _MOST_MIB), path.name))
            except BadFile as error:
                log.warning("the palette in %s cannot be read: %s", path, error)

    def add(self, colour: int) -> None:
        """Put a colour last, unless it is there."""
        if colour not in self.colours and len(self.colours) < MOST_COLOURS:
            self._set((*self.colours, colour))

    def remove(self, index: int) -> None:
        """Take a colour out; the last one stays."""
        if len(self.colours) > 1:
            self._set((*self.colours[:index], *self.colours[index + 1 :]))

    def reset(self) -> None:
        """The colours that come along."""
        self._set(DEFAULT)

    def load(self, path: Path) -> None:
        """Take the colours of a GIMP palette instead.

        Raises:
            BadFile: it is none, or cannot be read.
        """
        self._set(tuple(read_palette(read_bytes(path, _MOST_MIB), path.name)))

    def save(self, path: Path) -> None:
        """Write a GIMP palette.

        Raises:
            BadFile: it cannot be written.
        """
        write_bytes(path, palette_bytes(list(self.colours), path.stem))

    def _set(self, colours: tuple[int, ...]) -> None:
        self.colours = colours
        self.changed.emit()
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._path, palette_bytes(list(colours), "artstudio"))
        except (OSError, BadFile) as error:
            log.warning("the palette cannot be kept: %s", error)
