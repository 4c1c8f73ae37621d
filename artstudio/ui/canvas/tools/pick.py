"""Takes a colour from the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.render.compositor import composite_image
from artstudio.ui.canvas.target import selected_layer
from artstudio.ui.canvas.tools.base import CanvasTool, alt

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.tools.base import Bench


class PickTool(CanvasTool):
    """Takes the colour under the pen into the brush, or into the background with Alt."""

    layer_only = False
    _to_background = False

    def __init__(self, bench: Bench, *, borrowed: bool = False) -> None:
        """`borrowed`: taken in hand by a key, which then does not mean the background."""
        super().__init__(bench)
        self._borrowed = borrowed

    def press(self, point: PenPoint) -> None:
        self._to_background = alt() and not self._borrowed
        self.move(point)

    def move(self, point: PenPoint) -> None:
        colour = self._colour_at(int(point.x // 1), int(point.y // 1))
        if colour is None or not colour.alpha():
            return
        rgb = colour.rgb() & 0xFFFFFF
        if self._to_background:
            self.session.colours.set(background=rgb)
        else:
            self.session.colours.set(foreground=rgb)

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        row = OptionsRow(self.tr("Pick colour"))
        row.check(
            self.tr("This layer only"), self.tr("Look at the selected layer, not at the whole picture"),
            self.layer_only, lambda on: setattr(self, "layer_only", on),
        )  # fmt: skip
        row.hint(self.tr("Alt picks the background colour"))
        return row

    def _colour_at(self, x: int, y: int) -> QColor | None:
        canvas = self.session.project.sheet.canvas
        if not (0 <= x < canvas.width_px and 0 <= y < canvas.height_px):
            return None
        if self.layer_only and (layer := selected_layer(self.session)):
            from artstudio.render.raster import image_over

            raster = layer.pixels.region(x, y, 1, 1)
            return image_over(raster).pixelColor(0, 0)
        return composite_image(canvas, (x, y, 1, 1)).pixelColor(0, 0)
