"""Scales, turns, mirrors and moves the layer, or what is chosen of it, by a frame with handles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from artstudio.render.transforming import Lifted, lifted
from artstudio.ui.canvas.target import paint_target, selected_layer
from artstudio.ui.canvas.tools.base import CanvasTool, alt, shift
from artstudio.ui.canvas.tools.draft import Draft
from artstudio.ui.canvas.tools.frame import Frame, Grip
from artstudio.ui.canvas.tools.grips import cursor_for, grip_at, paint_frame
from artstudio.ui.canvas.tools.move import transformed_edit
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from artstudio.documents.canvas import Layer
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench
    from artstudio.ui.canvas.tools.transform_row import TransformRow


class TransformTool(CanvasTool):
    """Shift keeps the sides' ratio, Alt the middle. Enter or another tool applies, Escape takes back."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._draft = Draft(bench.session, bench.shows, self)
        self._layer: Layer | None = None
        self._lifted: Lifted | None = None
        self._frame: Frame | None = None
        self._grip: Grip | None = None
        self._start = QPointF()
        self._before: Frame | None = None
        self._asked = 0
        self._row: TransformRow | None = None
        self._in_hand = False
        self.session.selection_changed.connect(self._on_other_layer)

    @property
    def frame(self) -> Frame | None:
        """Where the pixels are; None: there are none to transform."""
        return self._frame

    @property
    def hides_selection(self) -> bool:
        return self.frame is not None and self.frame.moved

    def take_up(self) -> None:
        self._in_hand = True
        self._layer = layer = paint_target(self.session, fresh=False)
        if layer is None:
            return
        pixels, selection = layer.pixels, self.session.project.sheet.canvas.selection
        self._asked += 1
        asked = self._asked
        in_background(
            self, "lift", lambda: lifted(pixels, selection), lambda found: self._begin(asked, found),
            self.session.failed.emit,
        )  # fmt: skip

    def put_down(self) -> None:
        self.confirm()
        self._in_hand = False

    def press(self, point: PenPoint) -> None:
        if self.frame is not None:
            self._start, self._before = QPointF(point.x, point.y), self.frame
            self._grip = grip_at(self.bench, self.frame, self._start)

    def hover(self, at: QPointF) -> None:
        if self.frame is not None:
            grip = grip_at(self.bench, self.frame, at)
            self.bench.view.setCursor(cursor_for(self.bench, self.frame, grip))

    def move(self, point: PenPoint) -> None:
        if self._grip is not None and self._before is not None:
            keeps = shift() or (self._row is not None and self._row.keeps_ratio and len(self._grip) == 2)
            self.set_frame(
                self._before.dragged(
                    self._grip, self._start, QPointF(point.x, point.y), constrained=keeps, centred=alt()
                )
            )

    def release(self) -> None:
        self._grip = None

    def cancel(self) -> None:
        self._asked += 1
        self._layer = self._lifted = self._frame = self._grip = None
        self._draft.drop()
        self._tell()

    def confirm(self) -> None:
        layer, frame = self._layer, self.frame
        if layer is None or frame is None or not frame.moved:
            self.cancel()
            return
        label, matrix = self.tr("Transform"), frame.matrix()
        self._layer = self._frame = self._grip = None
        self._tell()
        self.bench.steps.make(
            lambda sheet: transformed_edit(sheet, layer, matrix, label), origin=self,
            then=lambda _edit: self._draft.drop(),
        )  # fmt: skip

    def set_frame(self, frame: Frame) -> None:
        """Let the pixels be seen in another frame."""
        layer, taken = self._layer, self._lifted
        if layer is None or taken is None or self.frame is None:
            return
        self._frame = frame
        matrix = frame.matrix()
        self._draft.want(layer, lambda: taken.laid_down(matrix, smooth=False))
        self._tell()

    def change(self, **fields: float) -> None:
        """Replace the named fields of the frame."""
        if self.frame is not None:
            self.set_frame(replace(self.frame, **fields))  # type: ignore[arg-type]  # numbers, no box

    def mirror(self, *, upside_down: bool = False) -> None:
        """Flip left to right, or upside down."""
        if self.frame is not None:
            self.set_frame(self.frame.mirrored(upside_down=upside_down))

    def paint(self, painter: QPainter) -> None:
        if self.frame is not None:
            paint_frame(painter, self.bench, self.frame)

    def options(self) -> QWidget:
        from artstudio.ui.canvas.tools.transform_row import TransformRow

        self._row = TransformRow(self)
        return self._row

    def _begin(self, asked: int, found: Lifted | None) -> None:
        if asked != self._asked or not self._in_hand:
            return
        if found is None:
            self.session.said.emit(self.tr("There is nothing to transform where you selected."))
            return
        self._lifted, self._frame = found, Frame.around(found.box)
        self._tell()

    def _tell(self) -> None:
        if self._row is not None:
            self._row.show_frame(self.frame)
        self.redraw()

    def _on_other_layer(self) -> None:
        if not self._in_hand or selected_layer(self.session) is None:
            return
        if self._layer is not None and self._layer.id != self.session.selection.layer_id:
            self.cancel()
            self.take_up()
