"""What the pen does on the canvas: each tool a small class between the view's signals and the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from artstudio.render.dabs import Brush

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import At
    from artstudio.ui.canvas.pen import PenPoint

RADIUS_RANGE_PX = (0.5, 500.0)


class BrushSettings(QObject):
    """The brush at hand; tools read it, the brush bar and the keys set it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.brush = Brush()

    def set(self, **fields: object) -> None:
        """Replace the named fields of the brush."""
        brush = replace(self.brush, **fields)  # type: ignore[arg-type]
        if brush != self.brush:
            self.brush = brush
            self.changed.emit()

    def step_size(self, direction: int) -> None:
        """A size larger (1) or smaller (-1)."""
        radius = self.brush.radius_px * 1.2**direction
        least, most = RADIUS_RANGE_PX
        self.set(radius_px=min(max(radius, least), most))


class Shows(Protocol):
    """Where a tool's unfinished work is seen."""

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None: ...


class Tool(Protocol):
    """One gesture of the pen: `press`, any number of `move`, `release`; or `cancel` at any time."""

    @property
    def outline_px(self) -> float:
        """The radius of the circle shown around the pointer, 0 for none."""
        ...

    def press(self, point: PenPoint) -> None: ...
    def move(self, point: PenPoint) -> None: ...
    def release(self) -> None: ...
    def cancel(self) -> None: ...
