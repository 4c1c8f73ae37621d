"""What the Help menu offers to read: the manual, "What's this?" and the tour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWhatsThis, QWidget

from artstudio.base.paths import resources
from artstudio.ui.actions import Action
from artstudio.ui.menu_titles import menu_title, without_signs

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.manual.window import ManualWindow
    from artstudio.ui.session import Session
    from artstudio.ui.tour.tour import Tour

_KEY: Final = "F1"
_KNOWS: Final = "artstudioKnowsHelp"


class Help(QObject):
    """Opens the manual at the page of what has the focus, also out of dialogs; runs the tour."""

    def __init__(self, session: Session, window: MainWindow, offered: Callable[[], list[Action]]) -> None:
        super().__init__(window)
        self._session, self._window, self._offered = session, window, offered
        self.manual: ManualWindow | None = None
        self.tour: Tour | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._teach)

    def actions(self) -> list[Action]:
        """For the Help menu."""
        return [
            Action("help.manual", self.tr("&Manual"), "help", self.open, (_KEY,),
                   icon="book-open-page-variant-outline", group=-2),
            Action("help.whats_this", self.tr("&What's this?"), "help", QWhatsThis.enterWhatsThisMode,
                   ("Shift+F1",), icon="help-circle-outline", group=-2),
            Action("help.tour", self.tr("&Tour"), "help", self.start_tour, icon="map-marker-path", group=-2),
        ]  # fmt: skip

    def open(self) -> None:
        """The manual, at what has the focus."""
        from artstudio.ui.manual.context import context_of

        self.open_page(*context_of(QApplication.focusWidget(), self._window.panes))

    def open_page(self, name: str, anchor: str = "") -> None:
        """The manual at one page."""
        if self.manual is None:
            from artstudio.ui.manual.window import ManualWindow

            self.manual = ManualWindow(resources() / "manual", self, self.key_tables)
            self.manual.command_wanted.connect(self.do)
            self._session.shortcuts.changed.connect(self.manual.browser.show_anew)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.windowModality() == Qt.WindowModality.ApplicationModal:
            # only what belongs to such a dialog can be used beside it
            self._lend(self.manual, dialog)
            dialog.finished.connect(lambda _result, manual=self.manual: self._lend(manual, None))
        self.manual.show_page(name, anchor)

    @staticmethod
    def _lend(manual: ManualWindow, to: QWidget | None) -> None:
        was_shown = manual.isVisible()
        manual.setParent(to, Qt.WindowType.Window)
        manual.setVisible(was_shown)

    def start_tour(self) -> None:
        """The tour, from its first step."""
        from artstudio.ui.tour.tour import Tour

        if self.tour is None:
            self.tour = Tour(self._window)
        self.tour.start()

    def begin_anew(self) -> None:
        """Take the manual's window and the tour away; they are made anew when next wanted."""
        for shown in (self.manual, self.tour):
            if shown is not None:
                shown.close()
                shown.deleteLater()
        self.manual = self.tour = None

    # ---------------------------------------------------------------------------- what the manual asks for

    def keys(self, action_id: str) -> str | None:
        """As `rendering.Window` wants it."""
        return None if self._action(action_id) is None else self._session.shortcuts.text(action_id)

    def place(self, target: str) -> str | None:
        """As `rendering.Window` wants it."""
        kind, _, name = target.partition(":")
        if kind == "pane":
            return self.titles().get(name)
        action = self._action(name)
        if action is None:
            return None
        title = without_signs(action.text)
        return f"{without_signs(menu_title(action.menu))} > {title}" if action.menu else title

    def do(self, target: str) -> None:
        """Run a command, or show a pane, that a page names."""
        kind, _, name = target.partition(":")
        self._window.activateWindow()
        if kind == "pane":
            self._window.reveal(name)
            self._window.panes[name].setFocus()
        elif (action := self._action(name)) is not None and action.entries is None:
            if action.scope in self._window.panes:
                self._window.reveal(action.scope)
                self._window.panes[action.scope].setFocus()
            if action.possible:
                action.callback()
            else:
                self._session.said.emit(
                    self.tr("{name} is not possible now.").format(name=without_signs(action.text))
                )

    def key_tables(self) -> str:
        """Markdown with all keys as they are now."""
        from artstudio.ui.manual.key_tables import key_tables

        return key_tables(self._session.shortcuts, self.titles())

    def titles(self) -> dict[str, str]:
        """Of the panes, by id."""
        titles = {pane_id: dock.windowTitle() for pane_id, dock in self._window.docks.items()}
        return {"canvas": QCoreApplication.translate("Panes", "Canvas")} | titles

    def _action(self, action_id: str) -> Action | None:
        return next((one for one in self._offered() if one.id == action_id and one.text), None)

    # ------------------------------------------------------------------------------------------- dialogs

    def _teach(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Let a dialog answer F1 too: the window's own key does not reach into it."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.property(_KNOWS) or not self._is_ours(dialog):
            return
        dialog.setProperty(_KNOWS, True)
        action = self._action("help.manual")
        keys = self._session.shortcuts.keys(action) if action is not None else (_KEY,)
        for key in keys:
            QShortcut(QKeySequence(key), dialog).activated.connect(self.open)

    def _is_ours(self, dialog: QDialog) -> bool:
        """Whether it stands over this window or another dialog over it."""
        parent = dialog.parent()
        while parent is not None and parent is not self._window:
            parent = parent.parent()
        return parent is self._window
