"""The window: places the panes, remembers where they stand, installs the actions. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QTabWidget, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.actions import EVERYWHERE, ROUTED, Action, OffersActions
from artstudio.ui.dock import Dock
from artstudio.ui.key_tips import KeyTips
from artstudio.ui.menus import fill_menus, open_menus
from artstudio.ui.notices import Notices
from artstudio.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from artstudio.ui.workspace import Workspace

LAYOUT_VERSION = 5  # raised when panes change so much that a remembered layout no longer fits


@dataclass(frozen=True)
class PaneSpec:
    """A pane and which side of the window is its own; `ui.workspaces` says where it stands.

    Attributes:
        id: Also the dock's name in the remembered layout and the scope of the pane's actions.
        title: Translated.
        area: A dock area, or None for the middle (exactly one pane).
        factory: Builds the pane.
        size_px: How large its dock opens.
    """

    id: str
    title: str
    area: Qt.DockWidgetArea | None
    factory: Callable[[Session], QWidget]
    size_px: QSize = field(default_factory=QSize)


@runtime_checkable
class ShutsDown(Protocol):
    """A pane with threads or processes of its own to end when the window closes."""

    def shut_down(self) -> None: ...


@runtime_checkable
class Resumes(Protocol):
    """A pane with a place of its own (a tool in hand, a zoom) that its successor takes over."""

    def standing(self) -> Any: ...
    def resume(self, standing: Any) -> None: ...


class MainWindow(QMainWindow):
    """Docks around one central pane, over one session.

    The central pane is there at once; `build_pane` fills the docks one by one, then `install` the menus.
    A pane may offer `pane_actions()` (see `ui.actions`).
    """

    dropped = Signal(object, QPoint)  # Dropped, and where on the screen
    closing = Signal()  # asks whoever listens to call `let_close`
    language_changed = Signal()  # of the application; what is on the screen is still in the old one

    def __init__(self, session: Session, specs: list[PaneSpec]) -> None:
        super().__init__()
        self.session = session
        self._specs = specs
        self._may_close = False
        self.panes: dict[str, QWidget] = {}
        self.docks: dict[str, Dock] = {}
        self._titles = QTimer(self, singleShot=True, interval=0)
        self._titles.timeout.connect(self._show_dock_titles)
        self._language = QTimer(self, singleShot=True, interval=0)  # each translator tells of itself
        self._language.timeout.connect(self.language_changed)
        self.notices = Notices(self, lambda: self.statusBar().height())
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
        for tips in self.findChildren(KeyTips, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tips.setParent(None)
            tips.deleteLater()
        KeyTips(self, self.session.shortcuts)
        return everything

    def rebuild(self, specs: list[PaneSpec]) -> None:
        """Put new menus and panes in the places of the old ones, as for another language.

        What panes show comes from the session and stays; a pane that `Resumes` goes on where it was.
        `install` fills the menus.
        """
        focused, self._specs = self.focused_pane(), specs
        self.setUpdatesEnabled(False)
        bar = QMenuBar()
        open_menus(bar)
        self.setMenuBar(bar)
        self._routed = {}
        old, self.panes = self.panes, {}
        for spec in specs:
            pane = old.get(spec.id)
            if pane is None:  # not built yet
                continue
            state = pane.standing() if isinstance(pane, Resumes) else None
            if isinstance(pane, ShutsDown):
                pane.shut_down()
            new = self._build(spec)
            if spec.area is None:
                if (column := self._middle.layout()) is not None:
                    column.replaceWidget(pane, new)
                pane.setParent(None)
                pane.deleteLater()
            else:
                self.docks[spec.id].hold(new)
            if state is not None and isinstance(new, Resumes):
                new.resume(state)
        for spec in specs:
            if spec.area is not None:
                self.docks[spec.id].set_title(spec.title)
        if focused:
            self.panes[focused].setFocus()
        self._show_title()
        self.setUpdatesEnabled(True)

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

    def pane_titles(self) -> dict[str, str]:
        """What each pane is called, the canvas included."""
        return {spec.id: spec.title for spec in self._specs}

    def set_covered(self, covered: bool) -> None:
        """Take the keys from everything below a page that covers the panes, or give them back."""
        self._middle.setEnabled(not covered)
        for dock in self.docks.values():
            dock.setEnabled(not covered)

    def give_keys_back(self) -> None:
        """Let the pane in the middle of the present workspace have the keys."""
        shown = [name for name, dock in self.docks.items() if not dock.isHidden()]
        wanted = "canvas" if self.canvas_shown else next(iter(shown), "")
        if wanted in self.panes:
            self.panes[wanted].setFocus()

    def shut_down(self) -> None:
        """Let the panes end the threads and processes that they started."""
        for pane in self.panes.values():
            if isinstance(pane, ShutsDown):
                pane.shut_down()

    # ------------------------------------------------------------------------------------------ layout

    def layout_state(self) -> str:
        """Whether the canvas is shown and where the docks stand, as text for the settings."""
        canvas = "canvas" if self.canvas_shown else "docks"
        return f"{canvas} {self.saveState(LAYOUT_VERSION).toBase64().toStdString()}"

    def restore_layout(self, state: str) -> bool:
        """Put everything where `layout_state` said; False, changing nothing, for what does not fit."""
        canvas, _, docks = state.partition(" ")
        shown = self.canvas_shown
        self.show_canvas(canvas != "docks")  # first: docks take all the room that the middle does not ask for
        restored = self.restoreState(QByteArray.fromBase64(docks.encode()), LAYOUT_VERSION)
        if not restored:
            self.show_canvas(shown)
        return restored

    def geometry_state(self) -> str:
        """Where the window stands on the screen, as text for the settings."""
        return self.saveGeometry().toBase64().toStdString()

    def restore_geometry(self, state: str) -> bool:
        """Put the window where `geometry_state` said; False where that says nothing."""
        return bool(state) and self.restoreGeometry(QByteArray.fromBase64(state.encode()))

    @property
    def canvas_shown(self) -> bool:
        """Whether the middle of the window is the canvas'."""
        return not self._middle.isHidden()

    def show_canvas(self, shown: bool) -> None:
        """Show the canvas, or leave its room to the docks."""
        self._middle.setVisible(shown)

    def arrange(self, workspace: Workspace) -> None:
        """Put the panes where `workspace` has them at first; a pane that it does not name is hidden."""
        self.show_canvas(workspace.canvas)
        places = {name: place for name, place in workspace.places.items() if name in self.docks}
        for name, dock in self.docks.items():
            dock.setFloating(False)
            if name not in places:
                dock.hide()
        for name, place in places.items():
            self.addDockWidget(place.area, self.docks[name])
            self.docks[name].setVisible(place.visible)
        fronts = set()
        for name, place in places.items():
            if place.behind in self.docks:
                self.tabifyDockWidget(self.docks[place.behind], self.docks[name])
                fronts.add(place.behind)
        for name in fronts:
            self.docks[name].raise_()
        sized = [name for name, place in places.items() if place.visible and not place.behind]
        docks = [self.docks[name] for name in sized]
        sizes = [places[name].size_px for name in sized]
        self.resizeDocks(docks, [size.width() for size in sizes], Qt.Orientation.Horizontal)
        self.resizeDocks(docks, [size.height() for size in sizes], Qt.Orientation.Vertical)
        self._show_dock_titles()

    def pane_to_type_in(self, pane_id: str) -> None:
        """Give a pane the keys."""
        if pane_id in self.panes:
            self.reveal(pane_id)
            self.panes[pane_id].setFocus()

    def step_pane(self, step: int) -> None:
        """Give the keys to the next pane that is there (1), or the one before (-1).

        In the pane, what had them last gets them again.
        """
        if not self._middle.isEnabled():  # a page covers them
            return
        ring = [
            name
            for name in self.panes
            if (not self.docks[name].isHidden() if name in self.docks else self.canvas_shown)
        ]
        here = self.focused_pane()
        first = ring.index(here) if here in ring else -1 if step > 0 else 0
        for far in range(1, len(ring) + 1):
            name = ring[(first + far * step) % len(ring)]
            self.reveal(name)
            if (wanted := self._stop_in(self.panes[name])) is not None:
                wanted.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _stop_in(self, pane: QWidget) -> QWidget | None:
        """What gets the keys when one goes to `pane`; None where nothing in it takes them."""
        from artstudio.ui.tab_order import takes_tab

        stops = [pane.focusWidget(), pane.focusProxy(), pane, *pane.findChildren(QWidget)]
        return next((one for one in stops if one is not None and takes_tab(one, self)), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        from artstudio.ui.tab_order import bring_into_sight, next_stop  # not for the first paint

        stop = next_stop(self, QApplication.focusWidget(), forward=forward)
        if stop is not None:
            reasons = Qt.FocusReason
            stop.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
            bring_into_sight(stop)
        return stop is not None

    def resize_pane(self, wider_px: int, taller_px: int) -> None:
        """Make the dock that has the keys larger or smaller; the canvas has what the docks leave."""
        if (dock := self.docks.get(self.focused_pane())) is not None:
            if wider_px:
                self.resizeDocks([dock], [dock.width() + wider_px], Qt.Orientation.Horizontal)
            if taller_px:
                self.resizeDocks([dock], [dock.height() + taller_px], Qt.Orientation.Vertical)

    def _build(self, spec: PaneSpec) -> QWidget:
        pane = spec.factory(self.session)
        self.panes[spec.id] = pane
        if not pane.accessibleName():
            pane.setAccessibleName(spec.title)
        return pane

    def _fill_middle(self, spec: PaneSpec) -> None:
        middle = self._middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build(spec), 1)
        self.setCentralWidget(middle)

    def _add_dock(self, spec: PaneSpec) -> None:
        dock = Dock(spec.id, spec.title, spec.size_px, self)
        assert spec.area is not None
        self.addDockWidget(spec.area, dock)
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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._language.start()

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
