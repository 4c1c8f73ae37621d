"""Moves the layer, or what is chosen of it, by whole pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTransform

from artstudio.documents.edits import Select, Together
from artstudio.render.transforming import Lifted, lifted, moved_mask
from artstudio.ui.canvas.target import in_sheet, paint_target, painted
from artstudio.ui.canvas.tools.base import CanvasTool, shift
from artstudio.ui.canvas.tools.draft import Draft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from artstudio.documents.canvas import Layer
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench

_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class MoveTool(CanvasTool):
    """Shift keeps to one axis. The arrow keys move by one pixel, with Shift by ten."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._draft = Draft(bench.session, bench.shows, self)
        self._layer: Layer | None = None
        self._lifted: Lifted | None = None
        self._start = QPointF()
        self._by = (0, 0)

    @property
    def hides_selection(self) -> bool:
        return self._by != (0, 0)

    def press(self, point: PenPoint) -> None:
        self._layer, self._lifted = paint_target(self.session, fresh=False), None
        self._start, self._by = QPointF(point.x, point.y), (0, 0)

    def move(self, point: PenPoint) -> None:
        layer = self._layer
        if layer is None:
            return
        dx, dy = round(point.x - self._start.x()), round(point.y - self._start.y())
        if shift():
            dx, dy = (dx, 0) if abs(dx) > abs(dy) else (0, dy)
        self._by = (dx, dy)
        selection = self.session.project.sheet.canvas.selection
        self._draft.want(layer, lambda: self._moved(layer, selection, dx, dy))

    def release(self) -> None:
        layer, self._layer = self._layer, None
        if layer is not None and self._by != (0, 0):
            self._land(layer, *self._by)
        else:
            self._draft.drop()

    def cancel(self) -> None:
        self._layer = self._lifted = None
        self._by = (0, 0)
        self._draft.drop()

    def key(self, key: int) -> bool:
        if key not in _ARROWS or self._layer is not None:
            return False
        if (layer := paint_target(self.session, fresh=False)) is not None:
            step = 10 if shift() else 1
            self._land(layer, *(step * way for way in _ARROWS[key]))
        return True

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        row = OptionsRow(self.tr("Move"))
        row.hint(self.tr("Drags the layer, or what is chosen of it; Shift keeps to one axis, arrows nudge"))
        return row

    def _moved(self, layer: Layer, selection: Tiles | None, dx: int, dy: int) -> Tiles:
        """The draft; on another thread, but never on two at once."""
        if self._lifted is None:
            self._lifted = lifted(layer.pixels, selection)
        if self._lifted is None:
            return layer.pixels
        return self._lifted.laid_down(QTransform.fromTranslate(dx, dy))

    def _land(self, layer: Layer, dx: int, dy: int) -> None:
        label, matrix = self.tr("Move"), QTransform.fromTranslate(dx, dy)
        self.bench.steps.make(
            lambda sheet: transformed_edit(sheet, layer, matrix, label), origin=self,
            then=lambda _edit: self._draft.drop(),
        )  # fmt: skip


def transformed_edit(sheet: Sheet, layer: Layer, matrix: QTransform, label: str) -> Edit | None:
    """The edit that takes what is chosen of `layer`, and the selection with it, where `matrix` says."""
    now, selection = in_sheet(sheet, layer), sheet.canvas.selection
    taken = lifted(now.pixels, selection)
    if taken is None:
        return None
    paint = painted(sheet, now, taken.laid_down(matrix), label)
    if selection is None or paint is None:
        return paint
    return Together(label, (paint, Select(label, moved_mask(selection, matrix))))
