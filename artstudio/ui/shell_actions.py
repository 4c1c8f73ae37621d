"""What the File, Edit, View and Help menus offer; the panes add their own."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from artstudio.ui.actions import Action

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artstudio.ui.files import Files
    from artstudio.ui.main_window import MainWindow
    from artstudio.ui.session import Session
    from artstudio.ui.workspaces.desks import Desks


def shell_actions(session: Session, window: MainWindow, files: Files, desks: Desks) -> list[Action]:
    """All of them, in the order of the menus."""
    return [
        *_file_actions(window, files),
        *_edit_actions(session, window),
        *desks.actions(),
        *_view_actions(window, desks),
        *_help_actions(window),
    ]


def _file_actions(window: MainWindow, files: Files) -> list[Action]:
    tr = window.tr

    def file(
        name: str, title: str, call: Callable[[], object], *keys: str, icon: str = "", group: int = 0
    ) -> Action:
        return Action(f"file.{name}", title, "file", call, keys, icon=icon, group=group)

    def recent() -> list[Action]:
        def entry(path: Path) -> Action:
            return Action("file.recent_one", path.name.replace("&", "&&"), "file", lambda: files.open(path))

        return [entry(path) for path in files.recent()]

    return [
        file("new", tr("&New…"), files.new, "Ctrl+N", icon="file-plus-outline"),
        file("open", tr("&Open…"), files.ask_and_open, "Ctrl+O", icon="folder-open-outline"),
        Action(
            "file.recent",
            tr("Open &recent"),
            "file",
            lambda: None,
            when=lambda: bool(files.recent()),
            entries=recent,
        ),
        file("save", tr("&Save"), files.save, "Ctrl+S", icon="content-save-outline", group=1),
        file("save_as", tr("Save &as…"), files.save_as, "Ctrl+Shift+S", group=1),
        file("import", tr("&Import…"), files.ask_and_import, "Ctrl+Shift+I", icon="import", group=2),
        file("export", tr("&Export…"), files.export, "Ctrl+Shift+E", icon="export", group=2),
        file("export_ora", tr("Export as .&ora…"), files.export_layers, icon="layers-outline", group=2),
        file("close", tr("&Close"), files.close_project, "Ctrl+W", group=3),
        file("quit", tr("&Quit"), window.close, "Ctrl+Q", group=3),
    ]


def _edit_actions(session: Session, window: MainWindow) -> list[Action]:
    tr = window.tr

    def named(verb: str, with_name: str, offset: int) -> Callable[[], str]:
        """The title of Undo or Redo, with the step it would take."""

        def title() -> str:
            history = session.project.history
            at = history.position + offset
            return with_name.format(step=history.steps[at].label) if 0 <= at < len(history.steps) else verb

        return title

    def routed(name: str, title: str, *keys: str, icon: str = "", group: int = 1) -> Action:
        """A verb that means in each pane what the pane says; fields to type in have their own meaning."""
        action_id = f"edit.{name}"

        def call() -> None:
            if (own := window.route(action_id)) is not None and not _typing():
                if own.possible:
                    own.callback()
            elif (
                field := getattr(QApplication.focusWidget(), _FIELD_METHODS.get(name, ""), None)
            ) is not None:
                field()

        def possible() -> bool:
            own = window.route(action_id)
            return _typing() if own is None else own.possible

        return Action(action_id, title, "edit", call, keys, when=possible, icon=icon, group=group)

    def preferences(page: str = "devices") -> None:
        from artstudio.ui.dialogs.preferences import PreferencesDialog

        if session.studio is not None:
            dialog = PreferencesDialog(session, session.studio, window.pane_titles(), window)
            dialog.show_page(page)
            dialog.open()

    def can_undo() -> bool:
        return session.project.history.position > 0

    def can_redo() -> bool:
        return session.project.history.position < len(session.project.history.steps)

    return [
        Action(
            "edit.undo", named(tr("&Undo"), tr("&Undo {step}"), -1), "edit", session.undo,
            ("Ctrl+Z",), when=can_undo, icon="undo",
        ),
        Action(
            "edit.redo", named(tr("&Redo"), tr("&Redo {step}"), 0), "edit", session.redo,
            ("Ctrl+Shift+Z", "Ctrl+Y"), when=can_redo, icon="redo",
        ),
        routed("cut", tr("Cu&t"), "Ctrl+X", icon="content-cut"),
        routed("copy", tr("&Copy"), "Ctrl+C", icon="content-copy"),
        routed("paste", tr("&Paste"), "Ctrl+V", icon="content-paste"),
        routed("duplicate", tr("&Duplicate"), "Ctrl+D", icon="content-duplicate"),
        routed("delete", tr("De&lete"), "Del", icon="trash-can-outline"),
        routed("select_all", tr("Select &all"), "Ctrl+A", group=2),
        Action(
            "edit.shortcuts", tr("&Keyboard shortcuts…"), "edit", lambda: preferences("shortcuts"),
            icon="keyboard-outline", group=3,
        ),
        Action(
            "edit.preferences", tr("Prefere&nces…"), "edit", preferences, ("Ctrl+,",),
            icon="cog-outline", group=3,
        ),
    ]  # fmt: skip


def _view_actions(window: MainWindow, desks: Desks) -> list[Action]:
    tr = window.tr

    def dock(pane_id: str) -> Action:
        pane = window.docks[pane_id]

        def toggle() -> None:
            if pane.isVisible():
                pane.hide()
            else:
                window.reveal(pane_id)

        return Action(f"view.{pane_id}", pane.windowTitle(), "view", toggle, checked=pane.isVisible)

    def full_screen() -> None:
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def canvas() -> None:
        window.show_canvas(not window.canvas_shown)

    return [
        Action("view.canvas", tr("&Canvas"), "view", canvas, checked=lambda: window.canvas_shown),
        *(dock(pane_id) for pane_id in window.docks),
        Action("view.full_screen", tr("&Full screen"), "view", full_screen, ("F11",),
               checked=window.isFullScreen, group=1),
        Action("view.reset", tr("&Reset layout"), "view", desks.reset, group=1),
        Action("view.next_pane", tr("&Next pane"), "view", lambda: window.step_pane(1), ("F6",), group=2),
        Action("view.previous_pane", tr("Pre&vious pane"), "view", lambda: window.step_pane(-1),
               ("Shift+F6",), group=2),
        Action("view.context_menu", tr("&Menu of what is chosen"), "view", _open_context_menu,
               # Windows has this key of its own
               () if sys.platform == "win32" else ("Shift+F10",), group=2),
        *(
            Action(f"view.pane_{name}", title, "view", partial(window.resize_pane, *by), (key,),
                   when=lambda: window.focused_pane() in window.docks, group=3)
            for name, title, by, key in (
                ("wider", tr("Pane &wider"), (STEP_PX, 0), "Ctrl+Alt+]"),
                ("narrower", tr("Pane n&arrower"), (-STEP_PX, 0), "Ctrl+Alt+["),
                ("taller", tr("Pane &taller"), (0, STEP_PX), "Ctrl+Alt+'"),
                ("lower", tr("Pane &lower"), (0, -STEP_PX), "Ctrl+Alt+;"),
            )
        ),
    ]  # fmt: skip


def _help_actions(window: MainWindow) -> list[Action]:
    tr = window.tr

    def about(*, licences: bool = False) -> None:
        from artstudio.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(window)
        if licences:
            dialog.show_licences()
        dialog.open()

    return [
        Action(
            "help.notices",
            tr("Go to the &notices"),
            "help",
            window.notices.focus,
            ("Ctrl+Alt+M",),
            when=lambda: bool(window.notices.texts()),
            icon="message-alert-outline",
        ),
        Action("help.licences", tr("&Licences"), "help", lambda: about(licences=True)),
        Action("help.about", tr("&About artstudio"), "help", about, icon="information-outline"),
    ]


STEP_PX = 40  # by which a key makes a pane larger or smaller
_FIELD_METHODS = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}


def _open_context_menu() -> None:
    """What the Menu key does, for keyboards without one."""
    if (widget := QApplication.focusWidget()) is not None:
        place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def _typing() -> bool:
    """Whether the focus is in a field to type in."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit)
