"""What the menus offer for looking at the canvas: zoom, turning, the mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.ui.actions import Action
from artstudio.ui.canvas.view import TURN_STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.canvas.view import CanvasView

_GROUP = 2


class ViewActions(QObject):
    """The verbs of one view."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view

    def actions(self) -> list[Action]:
        """In the order of the Canvas menu."""
        view = self._view

        def action(
            name: str, title: str, call: Callable[[], object], *keys: str, icon: str = "", group: int = _GROUP
        ) -> Action:
            return Action(f"canvas.{name}", title, "canvas", call, keys, icon=icon, group=group)

        turn = _GROUP + 1
        return [
            action("zoom_in", self.tr("Zoom &in"), lambda: view.step_zoom(1), "Ctrl+=", "Ctrl++"),
            action("zoom_out", self.tr("Zoom &out"), lambda: view.step_zoom(-1), "Ctrl+-"),
            action("fit", self.tr("&Fit canvas"), view.fit, "Ctrl+0"),
            action("zoom_100", self.tr("Zoom 100 %"), lambda: view.set_zoom(1.0), "Ctrl+1"),
            action("zoom_200", self.tr("Zoom 200 %"), lambda: view.set_zoom(2.0), "Ctrl+2"),
            action("zoom_400", self.tr("Zoom 400 %"), lambda: view.set_zoom(4.0), "Ctrl+4"),
            action(
                "rotate_left", self.tr("Turn the view &left"), lambda: view.turn_to(view.angle - TURN_STEP),
                "4", icon="rotate-left", group=turn,
            ),
            action(
                "rotate_right", self.tr("Turn the view &right"), lambda: view.turn_to(view.angle + TURN_STEP),
                "6", icon="rotate-right", group=turn,
            ),
            action(
                "rotate_reset", self.tr("View &upright"), lambda: view.turn_to(0.0), "5", group=turn
            ),
            Action(
                "canvas.mirror_view", self.tr("Mirror the &view"), "canvas",
                lambda: view.set_mirrored(not view.mirrored), ("M",), checked=lambda: view.mirrored,
                icon="flip-horizontal", group=turn,
            ),
        ]  # fmt: skip
