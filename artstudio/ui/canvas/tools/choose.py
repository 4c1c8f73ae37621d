"""What the selection tools have in common: how a mask joins the old selection, and their row of options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from artstudio.documents.edits import Select
from artstudio.documents.selecting import MOST_PX, combined, feathered
from artstudio.render.films import path_mask
from artstudio.ui import theme
from artstudio.ui.canvas.tools.base import CanvasTool, alt, shift

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainterPath
    from PySide6.QtWidgets import QWidget

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.selecting import How
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.options_row import OptionsRow
    from artstudio.ui.canvas.tools.base import Bench


class ChooseTool(CanvasTool):
    """Shift adds to the selection, Alt takes away, both together keep what is in both."""

    def __init__(self, bench: Bench, title: str) -> None:
        super().__init__(bench)
        self.title = title

    def how(self) -> How:
        """What is to become of the old selection, by the keys held now or else by the options."""
        match shift(), alt():
            case True, True:
                return "intersect"
            case True, False:
                return "add"
            case False, True:
                return "subtract"
            case _:
                return self.bench.choosing.how

    def choose(self, how: How, make: Callable[[Canvas], Tiles]) -> None:
        """Select by the mask that `make` gives on another thread."""
        label, feather_px = self.title, self.bench.choosing.feather_px

        def work(sheet: Sheet) -> Select | None:
            mask: Tiles | None = make(sheet.canvas)
            if mask is not None and feather_px:
                mask = feathered(mask, feather_px)
            if mask is None:
                return None
            selection = combined(sheet.canvas.selection, mask, how)
            return None if selection == sheet.canvas.selection else Select(label, selection)

        self.bench.steps.make(work, origin=self)

    def choose_path(self, how: How, path: QPainterPath) -> None:
        """Select what lies inside `path`, in canvas pixels."""
        smooth = self.bench.choosing.antialiased
        self.choose(
            how, lambda canvas: path_mask(path, canvas.width_px, canvas.height_px, antialiased=smooth)
        )

    def choose_nothing(self) -> None:
        """A click beside everything lets the selection go."""
        if self.session.project.sheet.canvas.selection is not None:
            self.session.do(Select(self.tr("Select none"), None), origin=self)

    def paint_path(self, painter: QPainter, path: QPainterPath) -> None:
        """Show `path`, in canvas pixels, as what is being chosen."""
        on_screen = self.bench.view_transform().map(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.DESK), 1))
        painter.drawPath(on_screen)
        pen = QPen(QColor(theme.TEXT), 1)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.drawPath(on_screen)

    def options(self) -> QWidget:
        from artstudio.ui.canvas.options_row import OptionsRow

        choosing = self.bench.choosing
        row = OptionsRow(self.title)
        hows: list[tuple[How, str, str]] = [
            ("replace", "checkbox-blank-outline", self.tr("New selection")),
            ("add", "plus-box-outline", self.tr("Add to the selection (Shift)")),
            ("subtract", "minus-box-outline", self.tr("Take from the selection (Alt)")),
            ("intersect", "set-center", self.tr("Keep what is in both (Shift+Alt)")),
        ]
        row.choice(hows, choosing.how, self._set_how)
        row.line()
        self.add_options(row)
        row.number(
            self.tr("Feather"), self.tr("How far the edge fades"), (0, MOST_PX), choosing.feather_px,
            lambda px: setattr(choosing, "feather_px", px), suffix=self.tr(" px"),
        )  # fmt: skip
        row.check(
            self.tr("Smooth edge"), self.tr("Antialias the edge"), choosing.antialiased,
            lambda on: setattr(choosing, "antialiased", on),
        )  # fmt: skip
        return row

    def add_options(self, row: OptionsRow) -> None:
        """The tool's own options, before those of all."""

    def _set_how(self, how: How) -> None:
        self.bench.choosing.how = how
