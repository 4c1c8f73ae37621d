"""The canvas pane: joins view, tools and their options to the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from artstudio.render.dabs import Brush
from artstudio.ui.canvas.brush_bar import BrushBar
from artstudio.ui.canvas.film_screen import FilmScreen
from artstudio.ui.canvas.live import LivePainting
from artstudio.ui.canvas.row_room import RowRoom
from artstudio.ui.canvas.shelf import tool_specs
from artstudio.ui.canvas.steps import Steps
from artstudio.ui.canvas.tool_strip import ToolStrip
from artstudio.ui.canvas.tools import BrushSettings, Tool
from artstudio.ui.canvas.tools.base import Bench, CanvasTool, alt, ctrl
from artstudio.ui.canvas.turn_button import TurnButton
from artstudio.ui.canvas.view import CanvasView
from artstudio.ui.canvas.view_bar import ViewBar
from artstudio.ui.colour.pair import ColourPair
from artstudio.ui.focus_ring import frame_for_keys_only, paint_ring
from artstudio.ui.tool_button import tool_button
from artstudio.ui.viewport import Viewport

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from artstudio.documents.project import Change
    from artstudio.ui.actions import Action
    from artstudio.ui.canvas.ants import Ants
    from artstudio.ui.canvas.live_bar import LiveBar
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.session import Session


@dataclass(frozen=True)
class Standing:
    """What a canvas pane hands on to its successor.

    Attributes:
        tool_id: The tool in hand.
        choosing: How the selection tools choose.
        tools: What the options of each tool were set to.
        view: How the canvas lies in the view.
    """

    tool_id: str
    brush: Brush
    choosing: dict[str, object]
    tools: dict[str, dict[str, object]]
    view: tuple[bool, Viewport]


class CanvasPane(QWidget):
    """Shows the project's canvas and lets the artist work on it with the tool in hand."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.settings = BrushSettings()
        self.view = CanvasView(session.project.sheet.canvas)
        self.view.setAccessibleName(self.tr("Canvas"))
        self.steps = Steps(session, self)
        self.live = LivePainting(session, self.view, self)
        self.film = FilmScreen(session, self.view)
        self.bench = Bench(session, self.view, self.settings, self.steps, self.live)
        self.specs = {spec.id: spec for spec in tool_specs()}
        self._tools: dict[str, Tool] = {}
        self._borrowed: Tool | None = None
        self._rooms: dict[str, RowRoom] = {}  # by tool; "" for all that paint with the brush
        self.ants: Ants | None = None
        self.bar = BrushBar(self.settings)
        self.pair = ColourPair(session.colours, 20, 10)
        self.strip = ToolStrip(self.specs.values(), self.pair)
        self._view_bar = ViewBar()
        self.turn_button = TurnButton(self.view)
        self._view_bar.add(self.turn_button)
        self._live_bar: LiveBar | None = None  # made when first wanted
        self.live_button = tool_button(
            "brush-variant",
            self.tr("Paint along with a model"),
            self.toggle_live,
            checkable=True,
            action="canvas.live",
        )
        self._view_bar.add(self.live_button)
        self.live.changed.connect(self._show_live)
        self.options = QStackedWidget()
        self._rooms[""] = RowRoom(self.bar)
        self.options.addWidget(self._rooms[""])
        self.options.setFixedHeight(self._rooms[""].height())
        self._lay_out()
        self._tool_id = "brush"
        self._tool = self._gesture = self.tool("brush")

        self.view.pen_pressed.connect(self._press)
        self.view.pen_moved.connect(lambda point: self._gesture.move(point))
        self.view.pen_released.connect(self._release)
        self.view.zoomed.connect(self._view_bar.show_zoom)
        self.view.decorate(self._paint_marks)
        self.view.decorate(lambda painter: paint_ring(painter, self.view))
        frame_for_keys_only(self.view)
        self.view.installEventFilter(self)
        self.pair.chosen.connect(self._open_wheel)
        self.strip.tool_chosen.connect(self.choose_tool)
        self.strip.tool_chosen.connect(session.projector.leave)
        self._view_bar.fit_wanted.connect(self.view.fit)
        self._view_bar.actual_size_wanted.connect(lambda: self.view.set_zoom(1.0))
        self.settings.changed.connect(self._show_settings)
        session.colours.changed.connect(self._take_colour)
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._on_other_project)
        session.selection_changed.connect(self._describe)
        self.film.turned.connect(self._show_outline)
        self._view_bar.show_zoom(self.view.zoom)
        self._take_colour()
        self._show_selection()
        self.choose_tool("brush")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.options, 1)
        top.addWidget(self._view_bar)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.strip)
        middle.addWidget(self.view, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(middle, 1)
        self.setFocusProxy(self.view)

    # -------------------------------------------------------------------------------------------- tools

    @property
    def tool_id(self) -> str:
        """The tool in hand."""
        return self._tool_id

    def tool(self, tool_id: str) -> Tool:
        """The tool of that id, in hand or not."""
        if tool_id not in self._tools:
            self._tools[tool_id] = self.specs[tool_id].make(self.bench)
        return self._tools[tool_id]

    def choose_tool(self, tool_id: str) -> None:
        """Take a tool in hand, by its id in `tool_specs`."""
        if self._gesture is not self._tool:
            self._gesture.cancel()
        if isinstance(self._tool, CanvasTool) and tool_id != self._tool_id:
            self._tool.put_down()
        else:
            self._tool.cancel()
        self._tool_id, self._tool = tool_id, self.tool(tool_id)
        self._gesture = self._tool
        self.strip.show_tool(tool_id)
        self.options.setCurrentWidget(self._row(tool_id, self._tool))
        self._show_outline()
        self._describe()
        if isinstance(self._tool, CanvasTool):
            self._tool.take_up()
        self.view.update()

    def toggle_live(self) -> None:
        """Let a model paint along, or end that."""
        if self._live_bar is None:
            from artstudio.ui.canvas.live_bar import LiveBar

            self._live_bar = LiveBar(self._session, self.live)
            self._column.insertWidget(1, self._live_bar)
        self._live_bar.toggle()
        self._show_live()

    def pane_actions(self) -> list[Action]:
        """Tools, colours, brush sizes, zoom, selection and the clipboard."""
        from artstudio.ui.canvas.pane_actions import pane_actions

        return pane_actions(self, self)

    def standing(self) -> Standing:
        """Tools, brush and view as they are."""
        tools = {name: tool.settings() for name, tool in self._tools.items() if isinstance(tool, CanvasTool)}
        return Standing(
            self._tool_id, self.settings.brush, vars(self.bench.choosing), tools, self.view.standing()
        )

    def resume(self, standing: Standing) -> None:
        """Go on as `standing` said of another canvas pane."""
        self.settings.brush = standing.brush
        self.settings.changed.emit()
        vars(self.bench.choosing).update(standing.choosing)
        for name, settings in standing.tools.items():
            vars(self.tool(name)).update(settings)
        self.choose_tool(standing.tool_id)
        self.view.resume(standing.view)

    def shut_down(self) -> None:
        """Paint along no longer."""
        self.live.stop()

    def _row(self, tool_id: str, tool: Tool) -> RowRoom:
        if not isinstance(tool, CanvasTool):
            return self._rooms[""]
        if tool_id not in self._rooms:
            self._rooms[tool_id] = RowRoom(tool.options())
            self.options.addWidget(self._rooms[tool_id])
        return self._rooms[tool_id]

    # -------------------------------------------------------------------------------------------- input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tool, key = self._tool, event.key()
        if key == Qt.Key.Key_Escape:
            self._start_over()
        elif isinstance(tool, CanvasTool) and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            tool.confirm()
        elif not (isinstance(tool, CanvasTool) and tool.key(key)):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.MouseMove
            and isinstance(event, QMouseEvent)
            and not event.buttons()
            and isinstance(self._tool, CanvasTool)
        ):
            self._tool.hover(self.view.to_canvas(event.position()))
        return super().eventFilter(watched, event)

    def _press(self, point: PenPoint) -> None:
        # in the middle of painting a key borrows the eyedropper for one touch
        picks = (alt() or ctrl()) and not isinstance(self._tool, CanvasTool)
        self._gesture = self._eyedropper() if picks else self._tool
        self.live.stroke_down = True
        self._gesture.press(point)

    def _eyedropper(self) -> Tool:
        if self._borrowed is None:
            from artstudio.ui.canvas.tools.pick import PickTool

            self._borrowed = PickTool(self.bench, borrowed=True)
        return self._borrowed

    def _release(self) -> None:
        self._gesture.release()
        self._gesture = self._tool
        self.live.stroke_down = False

    def _start_over(self) -> None:
        self._gesture.cancel()
        self._tool.cancel()
        if isinstance(self._tool, CanvasTool):
            self._tool.take_up()

    def _paint_marks(self, painter: QPainter) -> None:
        tool = self._tool if isinstance(self._tool, CanvasTool) else None
        if self.ants is not None and not (tool and tool.hides_selection):
            self.ants.paint(painter)
        if tool is not None:
            tool.paint(painter)

    # ------------------------------------------------------------------------------------------ showing

    def _show_live(self) -> None:
        self.live_button.setChecked(self.live.setting is not None)

    def _show_outline(self) -> None:
        self.view.set_outline(0 if self.film.showing else self._tool.outline_px)

    def _show_settings(self) -> None:
        self._session.colours.set(foreground=self.settings.brush.colour)
        self._show_outline()

    def _take_colour(self) -> None:
        self.settings.set(colour=self._session.colours.foreground)

    def _open_wheel(self, background: bool) -> None:
        from artstudio.ui.colour.popup import ColourPopup

        ColourPopup(self._session.colours, self, background=background).open_beside(self.pair)

    def _show_selection(self) -> None:
        mask = self._session.project.sheet.canvas.selection
        if self.ants is None:
            if mask is None:
                return
            from artstudio.ui.canvas.ants import Ants

            self.ants = Ants(self.bench)
        self.ants.show(mask)

    def _describe(self) -> None:
        """Tell screen readers how large the canvas is, what is painted on and whether a part is selected."""
        canvas, layer_id = self._session.project.sheet.canvas, self._session.selection.layer_id
        name = next((layer.name for layer in canvas.layers if layer.id == layer_id), "")
        said = [f"{canvas.width_px} × {canvas.height_px}", self.specs[self._tool_id].title, name]
        if canvas.selection is not None:
            said.append(self.tr("a part is selected"))
        self.view.setAccessibleDescription(", ".join(filter(None, said)))

    def _on_change(self, change: Change) -> None:
        if change.new.canvas is change.old.canvas:
            return
        self.bench.shows.show_canvas(change.new.canvas)
        self._start_over()
        self._show_selection()
        self._describe()
        painting = [
            self._tools[one.id] for one in self.specs.values() if one.paints and one.id in self._tools
        ]
        if any(tool is change.origin for tool in painting):
            self._session.colours.note_use()

    def _on_other_project(self) -> None:
        self.bench.shows.show_canvas(self._session.project.sheet.canvas)
        self.view.fit()
        self._start_over()
        self._show_selection()
