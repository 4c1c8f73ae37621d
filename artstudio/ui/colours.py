"""The two colours at hand and those painted with of late: what the canvas and the colour pane share."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

RECENT_MOST: Final = 12


class Colours(QObject):
    """All colours are 0xRRGGBB. `changed` tells of the two at hand, `used` of the recent ones."""

    changed = Signal()
    used = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.foreground = 0x000000
        self.background = 0xFFFFFF
        self.recent: tuple[int, ...] = ()

    def set(self, *, foreground: int | None = None, background: int | None = None) -> None:
        """Take other colours in hand; None leaves one as it is."""
        both = (
            self.foreground if foreground is None else foreground & 0xFFFFFF,
            self.background if background is None else background & 0xFFFFFF,
        )
        if both != (self.foreground, self.background):
            self.foreground, self.background = both
            self.changed.emit()

    def swap(self) -> None:
        """Exchange the two."""
        self.set(foreground=self.background, background=self.foreground)

    def reset(self) -> None:
        """Black on white."""
        self.set(foreground=0x000000, background=0xFFFFFF)

    def note_use(self) -> None:
        """The foreground was painted with: it comes first among the recent colours."""
        recent = (self.foreground, *(one for one in self.recent if one != self.foreground))[:RECENT_MOST]
        if recent != self.recent:
            self.recent = recent
            self.used.emit()
