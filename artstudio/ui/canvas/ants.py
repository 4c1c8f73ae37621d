"""The selection's edge as marching ants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from artstudio.documents.selecting import cover_of
from artstudio.ui import theme
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.tools.base import Bench

_STEP_MS: Final = 120
_STRIPE_PX: Final = 4
_MOST_LINES: Final = 20_000  # more would be a grey haze, and slow

_Lines = list[tuple[int, int, int, int]]  # (x0, y0, x1, y1) in canvas pixels


class Ants(QObject):
    """Shows where the selection is more than half; walks only while there is one and the view is seen."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self._bench = bench
        self._mask: Tiles | None = None
        self.outline: QPainterPath | None = None  # in canvas pixels
        self._phase = 0
        self._stripes = _stripes()
        theme.changes.changed.connect(self._show_theme)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)
        bench.view.installEventFilter(self)

    @property
    def walking(self) -> bool:
        """Whether the ants are on their way."""
        return self._timer.isActive()

    def show(self, mask: Tiles | None) -> None:
        """Go round `mask`; the outline is worked out beside the window."""
        if mask is self._mask:
            return
        self._mask = mask
        if mask is None:
            self.outline = None
            self._walk()
            self._bench.view.update()
            return
        in_background(
            self, "outline", lambda: outline(mask), lambda lines: self._have(mask, lines),
            self._bench.session.failed.emit,
        )  # fmt: skip

    def _have(self, mask: Tiles, lines: _Lines) -> None:
        if mask is not self._mask:
            return
        path = QPainterPath()
        for x0, y0, x1, y1 in lines:
            path.moveTo(x0, y0)
            path.lineTo(x1, y1)
        self.outline = path
        self._walk()
        self._bench.view.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._walk()
        return super().eventFilter(watched, event)

    def _show_theme(self) -> None:
        self._stripes = _stripes()
        self._walk()

    def _walk(self) -> None:
        if self.outline is not None and self._bench.view.isVisible() and not theme.reduced_motion:
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        view = self._bench.view
        if self.outline is None:
            return
        self._phase = (self._phase + 1) % (2 * _STRIPE_PX)
        seen = self._bench.view_transform().mapRect(self.outline.boundingRect())
        view.update(seen.toAlignedRect().adjusted(-2, -2, 2, 2))

    def paint(self, painter: QPainter) -> None:
        """Draw the ants, in the view's coordinates."""
        if self.outline is None:
            return
        # stripes that lie aslant walk along every line, so the lines need not be strung together
        painter.setPen(QPen(QBrush(self._stripes), 1))
        painter.setBrushOrigin(QPointF(self._phase, 0))
        painter.drawPath(self._bench.view_transform().map(self.outline))


def outline(mask: Tiles) -> _Lines:
    """The edges between pixels that are chosen by half or more and others, each line as long as it goes.

    Where there would be too many, the mask is looked at more coarsely.
    """
    box = mask.bounds()
    if box is None:
        return []
    chosen = cover_of(mask, *box) >= 128
    scale = 1
    while True:
        framed = np.pad(chosen, 1).astype(np.int8)
        level = _lines(np.diff(framed, axis=0)[:, 1:-1])
        upright = _lines(np.ascontiguousarray(np.diff(framed, axis=1)[1:-1].T))
        if len(level) + len(upright) <= _MOST_LINES:
            break
        chosen, scale = chosen[::2, ::2], scale * 2
    x, y = box[:2]
    return [
        *((x + a * scale, y + at * scale, x + b * scale, y + at * scale) for at, a, b in level.tolist()),
        *((x + at * scale, y + a * scale, x + at * scale, y + b * scale) for at, a, b in upright.tolist()),
    ]


def _lines(steps: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
    """Runs of equal, not zero, values in each row, as (row, first, end)."""
    rows, columns = steps.shape
    ended = np.zeros((rows, columns + 2), np.int8)
    ended[:, 1:-1] = steps
    changes = np.diff(ended, axis=1)
    at = np.argwhere(changes != 0)
    if not len(at):
        return np.zeros((0, 3), np.int64)
    # between two changes lies a run; those of zeros are left out
    row, first, end = at[:-1, 0], at[:-1, 1], at[1:, 1]
    runs = (row == at[1:, 0]) & (ended[row, first + 1] != 0)
    return np.stack([row[runs], first[runs], end[runs]], axis=1)


def _stripes() -> QPixmap:
    side = 2 * _STRIPE_PX
    stripes = QPixmap(side, side)
    stripes.fill(QColor(theme.DESK))
    painter = QPainter(stripes)
    painter.setPen(QColor(theme.TEXT))
    for x in range(side):
        for y in range(side):
            if (x + y) % side < _STRIPE_PX:
                painter.drawPoint(x, y)
    painter.end()
    return stripes
