"""Draws lines, rectangles and ellipses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from artstudio.render.films import laid_over, path_mask, tinted
from artstudio.ui.canvas.tools.area import squared
from artstudio.ui.canvas.tools.base import alt, shift
from artstudio.ui.canvas.tools.film_tool import FilmTool
from artstudio.ui.canvas.tools.gradient import stepped

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.tools.base import Bench

Form = Literal["line", "rectangle", "ellipse"]


class ShapeTool(FilmTool):
    """The outline is as wide and opaque as the brush.

    Shift makes sides equal or steps the angle; with Alt the drag begins in the middle.
    """

    def __init__(self, bench: Bench, form: Form) -> None:
        super().__init__(bench, "")
        titles = {"line": self.tr("Line"), "rectangle": self.tr("Rectangle"), "ellipse": self.tr("Ellipse")}
        self.title = titles[form]
        self._form = form
        self.fills = "outline"  # or "fill" or "both"

    @property
    def outline_px(self) -> float:  # type: ignore[override]  # follows the brush; of others it is fixed
        return self.bench.settings.brush.radius_px if self.fills != "fill" else 0.0

    def film(self) -> Callable[[Canvas], Tiles]:
        brush, colours, fills = self.bench.settings.brush, self.session.colours, self.fills
        inside = self._path()
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * brush.radius_px)
        round_ = self._form == "line"
        stroker.setCapStyle(Qt.PenCapStyle.RoundCap if round_ else Qt.PenCapStyle.FlatCap)
        stroker.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        edge = stroker.createStroke(inside)
        edge.setFillRule(Qt.FillRule.WindingFill)
        foreground, background, opacity = colours.foreground, colours.background, brush.opacity

        def make(canvas: Canvas) -> Tiles:
            size = canvas.width_px, canvas.height_px
            if round_ or fills == "outline":
                return tinted(path_mask(edge, *size), foreground, opacity)
            if fills == "fill":
                return tinted(path_mask(inside, *size), foreground, opacity)
            under = tinted(path_mask(inside, *size), background, opacity)
            return laid_over(under, tinted(path_mask(edge, *size), foreground, opacity))

        return make

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        row = OptionsRow(self.title)
        if self._form != "line":
            row.choice(
                [
                    ("outline", "square-outline", self.tr("Outline")),
                    ("fill", "square", self.tr("Filled")),
                    ("both", "square-medium", self.tr("Outline, filled with the background colour")),
                ],
                self.fills,
                self._set_fills,
            )
            row.line()
        settings = self.bench.settings
        width = row.number(
            self.tr("Width"), self.tr("Of the outline, as of the brush ([ and ])"), (1, 1000),
            round(2 * settings.brush.radius_px), lambda px: settings.set(radius_px=px / 2),
            suffix=self.tr(" px"),
        )  # fmt: skip
        opacity = row.number(
            self.tr("Opacity"), self.tr("How opaque the shape is"), (1, 100),
            round(100 * settings.brush.opacity), lambda percent: settings.set(opacity=percent / 100),
            suffix=self.tr(" %"),
        )  # fmt: skip

        def follow() -> None:
            for field, value in (
                (width, round(2 * settings.brush.radius_px)), (opacity, round(100 * settings.brush.opacity)),
            ):  # fmt: skip
                field.blockSignals(True)  # a rounded value must not come back as the artist's wish
                field.setValue(value)
                field.blockSignals(False)

        settings.changed.connect(follow)
        row.hint(self.tr("Shift constrains, Alt begins in the middle"))
        return row

    def _set_fills(self, fills: str) -> None:
        self.fills = fills
        self.bench.view.set_outline(self.outline_px)

    def _path(self) -> QPainterPath:
        start, end = self.start, self.end
        if self._form == "line":
            end = stepped(start, end) if shift() else end
            start = start * 2 - end if alt() else start
            path = QPainterPath(start)
            path.lineTo(end)
            return path
        if shift():
            end = squared(start, end)
        if alt():
            start = start * 2 - end
        box, path = QRectF(QPointF(start), end).normalized(), QPainterPath()
        if self._form == "rectangle":
            path.addRect(box)
        else:
            path.addEllipse(box)
        return path
