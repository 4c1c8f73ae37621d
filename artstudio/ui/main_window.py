"""The window: places the panes, remembers where they stand, installs the actions. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from artstudio.ui.actions import EVERYWHERE, ROUTED, Action, OffersActions
from artstudio.ui.menus import fill_menu_bar
from artstudio.ui.notices import NoticeBar
from artstudio.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

LAYOUT_VERSION = 1  # raised when panes change so much that a remembered layout no longer fits


@dataclass(frozen=True)
class PaneSpec:
    """A pane and where it stands by default.

    Attributes:
        id: Also the dock's name in the remembered layout and the scope of the pane's actions.
        title: Translated.
        area: A dock area, or None for the middle (exactly one pane).
        factory: Builds the pane.
        visible: Shown in the default layout.
        behind: The pane whose tab it shares, "" for a place of its own.
        width_px: At first, 0 leaves it to the pane.
        height_px: Likewise.
    """

    id: str
    title: str
    area: Qt.DockWidgetArea | None
    factory: Callable[[Session], QWidget]
    visible: bool = True
    behind: str = ""
    width_px: int = 0
    height_px: int = 0


class MainWindow(QMainWindow):
    """Docks around one central pane, over one session.

    A pane may offer `pane_actions()` (see `ui.actions`) and a signal `wanted`, which brings it to sight.
    """

    files_dropped = Signal(list)  # of Path
    closing = Signal()  # asks whoever listens to call `let_close`

    def __init__(self, session: Session, specs: list[PaneSpec]) -> None:
        super().__init__()
        self.session = session
        self._specs = specs
        self._may_close = False
        self.panes: dict[str, QWidget] = {}
        self.docks: dict[str, QDockWidget] = {}
        self.notices = NoticeBar()
        self.setAcceptDrops(True)
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
        )
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for spec in specs:
            self._add_pane(spec)
        session.changed.connect(self._show_title)
        session.project_replaced.connect(self._show_title)
        self._show_title()

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
        fill_menu_bar(self.menuBar(), everything, self.panes)
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
        """Show a pane, in front of those it shares a tab with."""
        if dock := self.docks.get(pane_id):
            dock.show()
            dock.raise_()

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
        for orientation, sizes in (
            (Qt.Orientation.Horizontal, {spec.id: spec.width_px for spec in self._specs}),
            (Qt.Orientation.Vertical, {spec.id: spec.height_px for spec in self._specs}),
        ):
            wanted = {pane_id: size for pane_id, size in sizes.items() if size}
            self.resizeDocks([self.docks[pane_id] for pane_id in wanted], list(wanted.values()), orientation)

    def _add_pane(self, spec: PaneSpec) -> None:
        pane = spec.factory(self.session)
        self.panes[spec.id] = pane
        if not pane.accessibleName():
            pane.setAccessibleName(spec.title)
        if spec.area is None:
            middle = QWidget()
            column = QVBoxLayout(middle)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(self.notices)
            column.addWidget(pane, 1)
            self.setCentralWidget(middle)
            return
        dock = QDockWidget(spec.title, self)
        dock.setObjectName(spec.id)
        dock.setWidget(pane)
        self.docks[spec.id] = dock
        if hasattr(pane, "wanted"):
            pane.wanted.connect(lambda: self.reveal(spec.id))

    def _show_title(self) -> None:
        path = self.session.project.path
        name = path.stem if path else self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] - artstudio")
        self.setWindowModified(self.session.project.dirty)

    # ------------------------------------------------------------------------------- files and closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _paths(event):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

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


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
