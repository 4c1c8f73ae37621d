"""Says how the canvas is turned or mirrored on screen; a click sets it upright."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from artstudio.ui import theme
from artstudio.ui.key_tips import leads_to

if TYPE_CHECKING:
    from artstudio.ui.canvas.view import CanvasView

_WIDTH_PX: Final = 60


class TurnButton(QToolButton):
    """Seen only while there is something to set right."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__()
        self._view = view
        self.setAutoRaise(True)
        self.setMinimumWidth(_WIDTH_PX)
        room = self.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # coming and going, it must not push the canvas about
        self.setSizePolicy(room)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("The canvas is turned or mirrored on screen: show it upright"))
        leads_to(self, "canvas.rotate_reset")
        self.clicked.connect(self._set_upright)
        view.turned.connect(self._show)
        self._show(view.angle, view.mirrored)

    def _show(self, angle: float, mirrored: bool) -> None:
        degrees = round((angle + 180) % 360 - 180)
        self.setText(f"{degrees}°" if degrees else "")
        self.setIcon(theme.icon("flip-horizontal" if mirrored else "rotate-right", theme.ACCENT))
        self.setVisible(bool(degrees) or mirrored)

    def _set_upright(self) -> None:
        self._view.set_mirrored(False)
        self._view.turn_to(0.0)
