"""The canvas pane: joins view, brush bar and tools to the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from artstudio.sdk import Image
from artstudio.ui.actions import Action
from artstudio.ui.canvas.brush_bar import BrushBar
from artstudio.ui.canvas.clipboard import LayerClipboard
from artstudio.ui.canvas.stroke_tool import StrokeTool
from artstudio.ui.canvas.tools import BrushSettings, PickTool, Tool
from artstudio.ui.canvas.turn_button import TurnButton
from artstudio.ui.canvas.view import CanvasView
from artstudio.ui.canvas.view_actions import ViewActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from artstudio.documents.project import Change
    from artstudio.sdk import Media
    from artstudio.ui.canvas.view import PenPoint
    from artstudio.ui.session import Session


class CanvasPane(QWidget):
    """Shows the project's canvas and lets the artist paint on the selected layer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.settings = BrushSettings()
        self.view = CanvasView(session.project.sheet.canvas)
        self.view.setAccessibleName(self.tr("Canvas"))
        self._tools: dict[str, Tool] = {
            "brush": StrokeTool(session, self.view, self.settings),
            "eraser": StrokeTool(session, self.view, self.settings, erases=True),
            "smudge": StrokeTool(session, self.view, self.settings, smudges=True),
            "pick": PickTool(session, self.settings),
        }
        self._tool = "brush"
        self._other_colour = 0xFFFFFF
        self.bar = BrushBar(
            self.settings,
            [
                ("brush", "brush", self.tr("Brush (B)")),
                ("eraser", "eraser", self.tr("Eraser (E)")),
                ("smudge", "gesture-swipe", self.tr("Smudge (S)")),
                ("pick", "eyedropper", self.tr("Pick a colour from the canvas (I)")),
            ],
        )
        self._view_actions = ViewActions(self.view)
        self.turn_button = TurnButton(self.view)
        self.bar.add(self.turn_button)
        self._clipboard = LayerClipboard(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

        self.view.pen_pressed.connect(self._press)
        self.view.pen_moved.connect(lambda point: self._tools[self._tool].move(point))
        self.view.pen_released.connect(lambda: self._tools[self._tool].release())
        self.view.zoomed.connect(self.bar.show_zoom)
        self.bar.tool_chosen.connect(self.choose_tool)
        self.bar.fit_wanted.connect(self.view.fit)
        self.bar.actual_size_wanted.connect(lambda: self.view.set_zoom(1.0))
        self.settings.changed.connect(self._show_outline)
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._on_other_project)
        session.previewed.connect(self._on_preview)
        self.bar.show_zoom(self.view.zoom)
        self.choose_tool("brush")

    def choose_tool(self, tool_id: str) -> None:
        """Take "brush", "eraser", "smudge" or "pick" in hand."""
        self._tools[self._tool].cancel()
        self._tool = tool_id
        self.bar.show_tool(tool_id)
        self._show_outline()

    def pane_actions(self) -> list[Action]:
        """Tools, brush sizes, zoom and the clipboard."""
        choose, step = self.choose_tool, self.settings.step_size

        def action(
            name: str, title: str, call: Callable[[], object], *keys: str, icon: str = "", group: int = 0
        ) -> Action:
            return Action(f"canvas.{name}", title, "canvas", call, keys, icon=icon, group=group)

        return [
            *self._clipboard.actions(),
            action("brush", self.tr("&Brush"), lambda: choose("brush"), "B", icon="brush"),
            action("eraser", self.tr("&Eraser"), lambda: choose("eraser"), "E", icon="eraser"),
            action("smudge", self.tr("S&mudge"), lambda: choose("smudge"), "S", icon="gesture-swipe"),
            action("pick", self.tr("&Pick colour"), lambda: choose("pick"), "I", icon="eyedropper"),
            action("swap", self.tr("&Swap colours"), self.swap_colours, "X", group=1),
            action("larger", self.tr("&Larger brush"), lambda: step(1), "]", group=1),
            action("smaller", self.tr("S&maller brush"), lambda: step(-1), "[", group=1),
            *self._view_actions.actions(),
        ]

    def swap_colours(self) -> None:
        """Exchange the brush's colour with the one used before."""
        colour, self._other_colour = self._other_colour, self.settings.brush.colour
        self.settings.set(colour=colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._tools[self._tool].cancel()
        else:
            super().keyPressEvent(event)

    def _press(self, point: PenPoint) -> None:
        self._tools[self._tool].press(point)

    def _show_outline(self) -> None:
        self.view.set_outline(self._tools[self._tool].outline_px)

    def _on_change(self, change: Change) -> None:
        if change.new.canvas is not change.old.canvas:
            self._tools[self._tool].cancel()
            self.view.show_canvas(change.new.canvas)

    def _on_preview(self, value: Media | None) -> None:
        """A result that is not in the project yet is seen over the canvas."""
        self.view.show_overlay(value if isinstance(value, Image) else None)

    def _on_other_project(self) -> None:
        self._tools[self._tool].cancel()
        self.view.show_canvas(self._session.project.sheet.canvas)
        self.view.fit()
