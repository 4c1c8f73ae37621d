"""Selects what looks like the pixel that is clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.documents.tiles import Tiles
from artstudio.render.areas import like_area
from artstudio.ui.canvas.target import selected_layer
from artstudio.ui.canvas.tools.choose import ChooseTool

if TYPE_CHECKING:
    from artstudio.documents.canvas import Canvas
    from artstudio.ui.canvas.options_row import OptionsRow
    from artstudio.ui.canvas.pen import PenPoint


class WandTool(ChooseTool):
    """Tolerance is the most by which a channel may differ, 0-255."""

    tolerance = 24
    contiguous = True
    merged = True

    def press(self, point: PenPoint) -> None:
        at = (int(point.x // 1), int(point.y // 1))
        canvas = self.session.project.sheet.canvas
        if not (0 <= at[0] < canvas.width_px and 0 <= at[1] < canvas.height_px):
            if self.how() == "replace":
                self.choose_nothing()
            return
        layer = None if self.merged else selected_layer(self.session)
        tolerance, contiguous, smooth = self.tolerance, self.contiguous, self.bench.choosing.antialiased

        def make(canvas: Canvas) -> Tiles:
            pixels = None
            if layer is not None:
                pixels = next((one.pixels for one in canvas.layers if one.id == layer.id), layer.pixels)
            mask = like_area(
                canvas, at, pixels=pixels, tolerance=tolerance, contiguous=contiguous, smooth=smooth
            )
            return mask or Tiles(canvas.width_px, canvas.height_px)

        self.choose(self.how(), make)

    def add_options(self, row: OptionsRow) -> None:
        row.slider(
            self.tr("Tolerance"), self.tr("How much a colour may differ"), (0, 255), self.tolerance,
            lambda value: setattr(self, "tolerance", value),
        )  # fmt: skip
        row.check(
            self.tr("Contiguous"), self.tr("Only what hangs together with the pixel"), self.contiguous,
            lambda on: setattr(self, "contiguous", on),
        )  # fmt: skip
        row.check(
            self.tr("All layers"), self.tr("Look at the whole picture, not at the selected layer alone"),
            self.merged, lambda on: setattr(self, "merged", on),
        )  # fmt: skip
        row.line()
