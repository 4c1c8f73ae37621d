"""The window: places the panes, remembers where they stand, installs the actions. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.actions import EVERYWHERE, ROUTED, Action, OffersActions
from artstudio.ui.dock import Dock
from artstudio.ui.menus import fill_menus, open_menus
from artstudio.ui.notices import NoticeBar
from artstudio.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

LAYOUT_VERSION = 4  # raised when panes change so much that a remembered layout no longer fits


@dataclass(frozen=True)
class PaneSpec:
    """A pane and where it stands by default.

    Attributes:
        id: Also the dock's name in the remembered layout and the scope of the pane's actions.
        title: Translated.
        area: A dock area, or None for the middle (exactly one pane).
        factory: Builds the pane.
        size_px: Of its dock in the default layout.
        visible: Shown in the default layout.
        behind: The pane whose tab it shares, "" for a place of its own.
    """

    id: str
    title: str
    area: Qt.DockWidgetArea | None
    factory: Callable[[Session], QWidget]
    size_px: QSize = field(default_factory=QSize)
    visible: bool = True
    behind: str = ""


@runtime_checkable
class ShutsDown(Protocol):
    """A pane with threads or processes of its own to end when the window closes."""

    def shut_down(self) -> None: ...


class MainWindow(QMainWindow):
    """Docks around one central pane, over one session.

    The central pane is there at once; `build_pane` fills the docks one by one, then `install` the menus.
    A pane may offer `pane_actions()` (see `ui.actions`).
    """

    dropped = Signal(object, QPoint)  # Dropped, and where on the screen
    closing = Signal()  # asks whoever listens to call `let_close`

    def __init__(self, session: Session, specs: list[PaneSpec]) -> None:
        super().__init__()
        self.session = session
        self._specs = specs
        self._may_close = False
        self.panes: dict[str, QWidget] = {}
        self.docks: dict[str, Dock] = {}
        self._titles = QTimer(self, singleShot=True, interval=0)
        self._titles.timeout.connect(self._show_dock_titles)
        self.notices = NoticeBar()
        self.setAcceptDrops(True)
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging  # also lets a tab be dragged out
        )
        self._show_motion()
        theme.changes.changed.connect(self._show_motion)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for spec in specs:
            if spec.area is None:
                self._fill_middle(spec)
            else:
                self._add_dock(spec)
        open_menus(self.menuBar())
        session.changed.connect(self._show_title)
        session.project_replaced.connect(self._show_title)
        self._show_title()

    def _show_motion(self) -> None:
        self.setAnimated(not theme.reduced_motion)

    def build_pane(self) -> bool:
        """Build the next pane whose dock is still empty; False when there is none."""
        spec = next((spec for spec in self._specs if spec.id not in self.panes), None)
        if spec is None:
            return False
        self.docks[spec.id].hold(self._build(spec))
        return True

    def install(self, actions: list[Action]) -> list[Action]:
        """Build menus and shortcuts from `actions` and from what the panes offer; returns all of them."""
        offered = [
            replace(action, scope="" if action.scope == EVERYWHERE else pane_id)
            for pane_id, pane in self.panes.items()
            if isinstance(pane, OffersActions)
            for action in pane.pane_actions()
        ]
        everything = [*actions, *offered]
        self._routed = {(action.scope, action.id): action for action in offered if action.id in ROUTED}
        self.session.shortcuts.offer(everything)
        fill_menus(self.menuBar(), everything, self.panes, self.session.shortcuts)
        return everything

    def route(self, action_id: str) -> Action | None:
        """The focused pane's own way of doing a verb of `ROUTED`."""
        return self._routed.get((self.focused_pane(), action_id))

    def focused_pane(self) -> str:
        """The id of the pane that holds the focus, "" for none."""
        widget = QApplication.focusWidget()
        while widget is not None:
            for pane_id, pane in self.panes.items():
                if pane is widget:
                    return pane_id
            widget = widget.parentWidget()
        return ""

    def reveal(self, pane_id: str) -> None:
        """Show a pane, in front of those it shares a tab with; one that was hidden opens at its own width."""
        if dock := self.docks.get(pane_id):
            was_hidden = dock.isHidden()
            dock.show()
            dock.raise_()
            if was_hidden and not dock.isFloating():  # Qt would share the room out by what each had
                self.resizeDocks([dock], [dock.width_px], Qt.Orientation.Horizontal)

    def shut_down(self) -> None:
        """Let the panes end the threads and processes that they started."""
        for pane in self.panes.values():
            if isinstance(pane, ShutsDown):
                pane.shut_down()

    # ------------------------------------------------------------------------------------------ layout

    def layout_state(self) -> str:
        """Where everything stands, as text for the settings."""
        parts = (self.saveGeometry(), self.saveState(LAYOUT_VERSION))
        return " ".join(part.toBase64().toStdString() for part in parts)

    def restore_layout(self, state: str) -> bool:
        """Put everything where `layout_state` said; False, changing nothing, for what does not fit."""
        geometry, _, docks = state.partition(" ")
        restored = self.restoreState(QByteArray.fromBase64(docks.encode()), LAYOUT_VERSION)
        return restored and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def reset_layout(self) -> None:
        """The default arrangement."""
        for spec in self._specs:
            if spec.area is None:
                continue
            dock = self.docks[spec.id]
            dock.setFloating(False)
            self.addDockWidget(spec.area, dock)
            dock.setVisible(spec.visible)
        for spec in self._specs:
            if spec.behind:
                self.tabifyDockWidget(self.docks[spec.behind], self.docks[spec.id])
        for front in {spec.behind for spec in self._specs if spec.behind}:
            self.docks[front].raise_()
        sized = [spec for spec in self._specs if spec.area is not None and spec.visible]
        docks = [self.docks[spec.id] for spec in sized]
        self.resizeDocks(docks, [spec.size_px.width() for spec in sized], Qt.Orientation.Horizontal)
        self.resizeDocks(docks, [spec.size_px.height() for spec in sized], Qt.Orientation.Vertical)
        self._show_dock_titles()

    def _build(self, spec: PaneSpec) -> QWidget:
        pane = spec.factory(self.session)
        self.panes[spec.id] = pane
        if not pane.accessibleName():
            pane.setAccessibleName(spec.title)
        return pane

    def _fill_middle(self, spec: PaneSpec) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._build(spec), 1)
        self.setCentralWidget(middle)

    def _add_dock(self, spec: PaneSpec) -> None:
        dock = Dock(spec.id, spec.title, spec.size_px, self)
        self.docks[spec.id] = dock
        for moved in (dock.dockLocationChanged, dock.topLevelChanged, dock.visibilityChanged):
            moved.connect(lambda _: self._titles.start())

    def _show_dock_titles(self) -> None:
        for dock in self.docks.values():
            dock.show_title(all(other.isHidden() for other in self.tabifiedDockWidgets(dock)))

    def _show_title(self) -> None:
        path = self.session.project.path
        name = path.stem if path else self.tr("Untitled")
        studio = self.session.studio
        safe = self.tr(" (safe mode)") if studio is not None and studio.safe_mode else ""
        self.setWindowTitle(f"{name}[*] - artstudio{safe}")
        self.setWindowModified(self.session.project.dirty)

    # ------------------------------------------------------------------------------- files and closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from artstudio.ui.drops import acceptable

        if acceptable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from artstudio.ui.drops import dropped

        what = dropped(event.mimeData())
        if what.anything:
            event.acceptProposedAction()
            self.dropped.emit(what, self.mapToGlobal(event.position().toPoint()))

    def let_close(self) -> None:
        """Close without asking again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.closing.emit()
