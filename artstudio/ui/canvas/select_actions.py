"""The Select menu, and what is done with a selection as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QInputDialog

from artstudio.documents.edits import Select, SetCanvas
from artstudio.documents.selecting import FULL, MOST_PX, everything, feathered, grown, inverted
from artstudio.render.films import laid_over, path_mask, tinted
from artstudio.ui.actions import Action
from artstudio.ui.canvas.target import in_sheet, paint_target, painted, selected_layer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.ui.canvas.steps import Steps
    from artstudio.ui.session import Session


class SelectActions(QObject):
    """Everything works beside the window."""

    def __init__(self, session: Session, steps: Steps, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._steps, self._parent = session, steps, parent

    def actions(self) -> list[Action]:
        """Entries for the menus Select, Canvas and Edit."""
        tr = self.tr

        def select(
            name: str, title: str, call: Callable[[], object], *keys: str, group: int = 0,
            when: Callable[[], bool] | None = None,
        ) -> Action:  # fmt: skip
            return Action(f"select.{name}", title, "select", call, keys, when=when, group=group)

        return [
            Action("edit.select_all", "", "edit", self.select_all),
            select("all", tr("&All"), self.select_all),
            select("none", tr("&None"), self.select_none, "Ctrl+Shift+A", when=self._chosen),
            select("invert", tr("&Invert"), self.invert, "Ctrl+I", when=self._chosen),
            select("layer", tr("What is painted on the &layer"), self.select_painted, group=1),
            select("area", tr("An &area by numbers…"), self._ask_area, group=1),
            select("feather", tr("&Feather…"), self._ask_feather, group=2, when=self._chosen),
            select("grow", tr("&Grow…"), self._ask_grow, group=2, when=self._chosen),
            select("shrink", tr("&Shrink…"), self._ask_shrink, group=2, when=self._chosen),
            Action(
                "canvas.fill_foreground", tr("&Fill with the colour"), "canvas",
                lambda: self.fill(self._session.colours.foreground), ("Shift+F5", "Alt+Backspace"), group=5,
            ),
            Action(
                "canvas.fill_background", tr("Fill with the back&ground colour"), "canvas",
                lambda: self.fill(self._session.colours.background), ("Ctrl+Backspace",), group=5,
            ),
            Action(
                "canvas.crop_to_selection", tr("&Crop to the selection"), "canvas", self.crop,
                when=self._chosen, icon="crop", group=6,
            ),
        ]  # fmt: skip

    def select_all(self) -> None:
        """Choose the whole canvas, visibly."""
        label = self.tr("Select all")
        self._select(label, lambda canvas: everything(canvas.width_px, canvas.height_px))

    def select_none(self) -> None:
        """Let the selection go."""
        if self._chosen():
            self._session.do(Select(self.tr("Select none"), None))

    def invert(self) -> None:
        """Choose what is not chosen."""
        label = self.tr("Invert selection")
        self._select(label, lambda canvas: inverted(canvas.selection, canvas.width_px, canvas.height_px))

    def select_painted(self) -> None:
        """Choose the selected layer's paint, as opaque as it is."""
        layer = selected_layer(self._session)
        if layer is not None:
            label, pixels = self.tr("Select paint"), layer.pixels
            self._select(label, lambda _canvas: _opacity(pixels))

    def area(self, left: int, top: int, width: int, height: int) -> None:
        """Choose a rectangle, in pixels."""
        path = QPainterPath()
        path.addRect(left, top, width, height)
        self._select(
            self.tr("Select an area"),
            lambda canvas: path_mask(path, canvas.width_px, canvas.height_px, antialiased=False),
        )

    def feather(self, px: int) -> None:
        """Let the selection's edge fade over `px` pixels."""
        label = self.tr("Feather selection")
        self._select(label, lambda canvas: canvas.selection and feathered(canvas.selection, px))

    def grow(self, px: int) -> None:
        """Widen the selection by `px` pixels, or shrink it by `-px`."""
        label = self.tr("Grow selection") if px > 0 else self.tr("Shrink selection")
        self._select(label, lambda canvas: canvas.selection and grown(canvas.selection, px))

    def fill(self, colour: int) -> None:
        """Fill the selection, or the whole layer, with `colour`, 0xRRGGBB."""
        layer = paint_target(self._session)
        if layer is None:
            return
        label = self.tr("Fill")

        def work(sheet: Sheet) -> Edit | None:
            now, canvas = in_sheet(sheet, layer), sheet.canvas
            film = tinted(canvas.selection or everything(canvas.width_px, canvas.height_px), colour)
            return painted(sheet, now, laid_over(now.pixels, film, alpha_locked=now.alpha_locked), label)

        self._steps.make(work, then=lambda _edit: self._session.select(layer_id=layer.id))

    def crop(self) -> None:
        """Cut the canvas to what is chosen, which then is no longer marked."""
        label = self.tr("Crop")

        def work(sheet: Sheet) -> Edit | None:
            canvas = sheet.canvas
            box = canvas.selection and canvas.selection.bounds()
            return SetCanvas(label, cropped(canvas, *box)) if box else None

        self._steps.make(work)

    def _select(self, label: str, make: Callable[[Canvas], Tiles | None]) -> None:
        def work(sheet: Sheet) -> Edit | None:
            selection = make(sheet.canvas)
            return None if selection == sheet.canvas.selection else Select(label, selection)

        def say(edit: Edit | None) -> None:
            if isinstance(edit, Select) and edit.selection is None:
                self._session.said.emit(self.tr("Nothing is left selected."))

        self._steps.make(work, then=say)

    def _chosen(self) -> bool:
        return self._session.project.sheet.canvas.selection is not None

    def _ask_area(self) -> None:
        from artstudio.ui.canvas.area_dialog import AreaDialog  # not for the first paint

        canvas = self._session.project.sheet.canvas
        box = canvas.selection and canvas.selection.bounds()
        start = box or (0, 0, canvas.width_px, canvas.height_px)
        dialog = AreaDialog(self._parent, canvas.width_px, canvas.height_px, start)
        dialog.accepted.connect(lambda: self.area(*dialog.area()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_feather(self) -> None:
        self._ask(self.tr("Feather"), self.tr("Let the edge fade over pixels:"), 10, self.feather)

    def _ask_grow(self) -> None:
        self._ask(self.tr("Grow"), self.tr("Widen by pixels:"), 4, self.grow)

    def _ask_shrink(self) -> None:
        self._ask(self.tr("Shrink"), self.tr("Narrow by pixels:"), 4, lambda px: self.grow(-px))

    def _ask(self, title: str, question: str, px: int, then: Callable[[int], object]) -> None:
        dialog = QInputDialog(self._parent)
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setWindowTitle(title)
        dialog.setLabelText(question)
        dialog.setIntRange(1, MOST_PX)
        dialog.setIntValue(px)
        dialog.intValueSelected.connect(lambda value: then(value))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def cropped(canvas: Canvas, x: int, y: int, width: int, height: int) -> Canvas:
    """The canvas cut, or grown, to a rectangle of it, in pixels; nothing is chosen on it."""
    return replace(replace(canvas, selection=None).resized(width, height, -x, -y))


def _opacity(pixels: Tiles) -> Tiles | None:
    alpha = pixels.with_changes(
        {at: t & FULL if isinstance(t, int) else t & np.uint32(FULL) for at, t in pixels.items()}
    )
    return alpha if any(True for _ in alpha.items()) else None
