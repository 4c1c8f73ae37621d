"""Small pictures of what is on an input's list, made beside the window some time after it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from artstudio.sdk import Image, StudioError
from artstudio.studio.answers import shrunk
from artstudio.ui.qimages import qimage
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artstudio.ui.panel.picks import Pick
    from artstudio.ui.panel.sources import Bound

SIDE_PX: Final = 160
_SETTLE_MS: Final = 150  # strokes that follow one another are shown together


class SmallPictures(QObject):
    """Keeps one picture a pick; an old one stays until the new one is made."""

    made = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: dict[Pick, Bound] = {}
        # not the bounds, which would hold on to whole sheets of the past
        self._shown: dict[Pick, tuple[object, ...]] = {}
        self._images: dict[Pick, QImage] = {}
        self._problems: dict[Pick, str] = {}
        self._working = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._make)

    def of(self, pick: Pick) -> QImage | None:
        """The picture as far as it is made; None as well for what is no picture."""
        return self._images.get(pick)

    def problem(self, pick: Pick) -> str:
        """Why there is none, as a sentence, or ""."""
        return self._problems.get(pick, "")

    def want(self, bounds: Mapping[Pick, Bound]) -> None:
        """Make what is missing or old before long; forget what is not named."""
        for kept in (self._shown, self._images, self._problems):
            for gone in kept.keys() - bounds.keys():
                del kept[gone]
        self._wanted = {pick: one for pick, one in bounds.items() if not one.made_from(self._shown.get(pick))}
        if self._wanted and not self._working:
            self._settle.start()

    def _make(self) -> None:
        wanted, self._wanted, self._working = self._wanted, {}, True

        def take(found: dict[Pick, QImage | str]) -> None:
            self._working = False
            for pick, one in found.items():
                self._shown[pick] = wanted[pick].seen
                self._images.pop(pick, None)
                self._problems.pop(pick, None)
                if isinstance(one, QImage):
                    self._images[pick] = one
                else:
                    self._problems[pick] = one
            self.made.emit()
            if self._wanted:
                self._settle.start()

        in_background(
            self, "small pictures", lambda: {pick: _small(one) for pick, one in wanted.items()},
            take, lambda _error: take({}),
        )  # fmt: skip


def _small(bound: Bound) -> QImage | str:
    """The picture, or a sentence on why it cannot be read ("" for what is no picture)."""
    try:
        value = shrunk(bound.read(), SIDE_PX)
    except (StudioError, OSError) as error:
        return sentence(error)
    return qimage(value) if isinstance(value, Image) else ""
