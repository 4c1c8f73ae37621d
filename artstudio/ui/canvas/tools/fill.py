"""Fills what looks like the pixel that is clicked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from artstudio.documents.selecting import cover_of
from artstudio.render.areas import like_area
from artstudio.render.films import laid_over, tinted
from artstudio.ui.canvas.target import in_sheet, paint_target, painted
from artstudio.ui.canvas.tools.base import CanvasTool

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.canvas.pen import PenPoint


class FillTool(CanvasTool):
    """Tolerance is the most by which a channel may differ, 0-255."""

    tolerance = 24
    opacity = 100  # percent
    contiguous = True
    merged = True
    smooth = True
    grow = False

    def press(self, point: PenPoint) -> None:
        canvas, at = self.session.project.sheet.canvas, (int(point.x // 1), int(point.y // 1))
        if not (0 <= at[0] < canvas.width_px and 0 <= at[1] < canvas.height_px):
            return
        if not cover_of(canvas.selection, *at, 1, 1).any():
            self.session.said.emit(self.tr("That is outside the selection: click in it, or let it go."))
            return
        layer = paint_target(self.session)
        if layer is None:
            return
        label, colour, opacity = self.tr("Fill"), self.session.colours.foreground, self.opacity / 100
        tolerance, contiguous, merged = self.tolerance, self.contiguous, self.merged
        smooth, grow = self.smooth, self.grow

        def work(sheet: Sheet) -> Edit | None:
            now, canvas = in_sheet(sheet, layer), sheet.canvas
            area = like_area(
                canvas, at, pixels=None if merged else now.pixels, tolerance=tolerance,
                contiguous=contiguous, smooth=smooth, grow=grow, within=canvas.selection,
            )  # fmt: skip
            if area is None:
                return None
            film = tinted(area, colour, opacity)
            pixels = laid_over(now.pixels, film, alpha_locked=now.alpha_locked, selection=canvas.selection)
            return painted(sheet, now, pixels, label)

        def select(edit: Edit | None) -> None:
            if edit is not None:
                self.session.select(layer_id=layer.id)

        self.bench.steps.make(work, origin=self, then=select)

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        row = OptionsRow(self.tr("Fill"))
        row.slider(
            self.tr("Tolerance"), self.tr("How much a colour may differ"), (0, 255), self.tolerance,
            lambda value: setattr(self, "tolerance", value),
        )  # fmt: skip
        row.number(
            self.tr("Opacity"), self.tr("How opaque the fill is"), (1, 100), self.opacity,
            lambda value: setattr(self, "opacity", value), suffix=self.tr(" %"),
        )  # fmt: skip
        for title, tip, field in (
            (self.tr("Contiguous"), self.tr("Only what hangs together with the pixel"), "contiguous"),
            (
                self.tr("All layers"),
                self.tr("Look at the whole picture, not at the selected layer alone"),
                "merged",
            ),
            (self.tr("Smooth edge"), self.tr("Let the edge fade by a pixel"), "smooth"),
            (self.tr("Grow 1 px"), self.tr("Reach under the lines around the area"), "grow"),
        ):
            row.check(title, tip, getattr(self, field), partial(setattr, self, field))
        return row
