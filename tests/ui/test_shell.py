from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from artstudio.documents.project import Project
from artstudio.sdk.errors import BadFile
from artstudio.ui import theme
from artstudio.ui.actions import Action, conflicts
from artstudio.ui.app import App
from artstudio.ui.dialogs.about import AboutDialog
from artstudio.ui.dialogs.new_project import NewDialog
from artstudio.ui.new_project import NewProject
from tests.ui.shell_rig import Make, action, end, write_in

# ---------------------------------------------------------------------------------------- title and menus


def test_the_title_names_the_project_and_marks_changes(app: App, tmp_path: Path) -> None:
    assert app.window.windowTitle() == "Untitled[*] - artstudio"
    assert not app.window.isWindowModified()
    write_in(app)
    assert app.window.isWindowModified()
    app.session.undo()
    assert not app.window.isWindowModified()
    app.session.open(Project(app.session.project.sheet, tmp_path / "画.artstudio"))
    assert app.window.windowTitle() == "画[*] - artstudio"


def test_no_shortcut_means_two_things_in_one_place(app: App) -> None:
    assert conflicts(app.actions) == []


def test_conflicts_are_found() -> None:
    def one(name: str, key: str, scope: str = "") -> Action:
        return Action(name, name, "edit", print, (key,), scope=scope)

    assert conflicts([one("a", "B", "canvas"), one("b", "B", "timeline")]) == []
    assert conflicts([one("a", "B", "canvas"), one("b", "B", "canvas")]) == [("B", "a", "b")]
    assert conflicts([one("a", "B"), one("b", "B", "canvas")]) == [("B", "a", "b")]


def test_every_shortcut_is_one_that_qt_understands(app: App) -> None:
    keys = [key for one in app.actions for key in one.shortcuts]
    assert len(keys) > 25
    assert [key for key in keys if QKeySequence(key).isEmpty()] == []


def menu(app: App, title: str) -> QMenu:
    return next(
        found.menu() for found in app.window.menuBar().actions() if found.text().replace("&", "") == title
    )  # type: ignore[return-value]


def test_undo_names_the_step_and_is_off_without_one(app: App) -> None:
    edit = menu(app, "Edit")
    edit.aboutToShow.emit()
    undo = edit.actions()[0]
    assert not undo.isEnabled()
    edit.aboutToHide.emit()
    write_in(app)
    edit.aboutToShow.emit()
    assert undo.isEnabled()
    assert undo.text() == "&Undo Write"
    undo.trigger()
    assert app.session.project.sheet.passages == ()
    edit.aboutToShow.emit()
    assert edit.actions()[1].text() == "&Redo Write"


def test_keys_undo_and_redo_wherever_the_focus_is(app: App) -> None:
    app.window.activateWindow()
    app.window.panes["text"].setFocus()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "abc")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for redo_key, modifiers in ((Qt.Key.Key_Y, control), (Qt.Key.Key_Z, control | shift)):
        QTest.keyClick(editor, Qt.Key.Key_Z, control)
        assert app.session.project.sheet.passages[0].text == "a"
        QTest.keyClick(editor, redo_key, modifiers)
        assert app.session.project.sheet.passages[0].text == "abc"


def test_cut_and_paste_go_to_the_focused_pane(app: App) -> None:
    app.window.activateWindow()
    write_in(app, "one two")
    app.session.select(passage_id="p1")
    app.window.panes["text"].setFocus()
    action(app, "edit.select_all").callback()
    action(app, "edit.cut").callback()
    assert app.session.project.sheet.passages[0].text == ""
    assert QGuiApplication.clipboard().text() == "one two"
    action(app, "edit.paste").callback()
    assert app.session.project.sheet.passages[0].text == "one two"


def test_single_keys_belong_to_the_focused_pane(app: App) -> None:
    app.window.activateWindow()
    canvas = app.window.panes["canvas"]
    canvas.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_E)  # type: ignore[attr-defined]
    assert canvas.tool_id == "eraser"  # type: ignore[attr-defined]
    app.window.panes["text"].setFocus()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "be")
    assert canvas.tool_id == "eraser"  # type: ignore[attr-defined]
    assert app.session.project.sheet.passages[0].text == "be"


# ------------------------------------------------------------------------------------------------- layout


@pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform, of floating docks
def test_the_layout_is_remembered_and_can_be_reset(make: Make, qtbot: QtBot) -> None:
    first = make()
    assert first.window.docks["layers"].isVisible()
    first.window.docks["layers"].hide()
    first.window.docks["text"].setFloating(True)
    end(first, qtbot)
    second = make()
    assert not second.window.docks["layers"].isVisible()
    assert second.window.docks["text"].isFloating()
    action(second, "view.reset").callback()
    assert second.window.docks["layers"].isVisible()
    assert not second.window.docks["text"].isFloating()


def test_a_layout_that_does_not_fit_is_ignored(app: App) -> None:
    before = app.window.layout_state()
    assert not app.window.restore_layout("bm9uc2Vuc2U= bm9uc2Vuc2U=")
    assert app.window.layout_state() == before


@pytest.mark.parametrize(("width_px", "height_px"), [(1280, 720), (1440, 900), (1920, 1080)])
def test_no_dock_makes_the_window_grow(app: App, width_px: int, height_px: int) -> None:
    app.window.resize(width_px, height_px)
    for pane_id in app.window.docks:
        app.window.reveal(pane_id)
    QApplication.processEvents()
    assert (app.window.width(), app.window.height()) == (width_px, height_px)
    assert app.window.minimumSizeHint().width() <= 1280
    assert app.window.minimumSizeHint().height() <= 720


def test_a_dock_among_tabs_has_no_second_title(app: App, qtbot: QtBot) -> None:
    layers, text = app.window.docks["layers"], app.window.docks["text"]
    assert layers.titleBarWidget() is not None
    assert text.titleBarWidget() is None
    for other in ("colour", "history", "jobs"):
        app.window.docks[other].hide()
    qtbot.waitUntil(lambda: layers.titleBarWidget() is None)


def test_docks_are_switched_from_the_view_menu(app: App) -> None:
    assert app.window.docks["history"].isHidden() is False
    entry = action(app, "view.timeline")
    entry.callback()
    assert app.window.docks["timeline"].isVisible()
    entry.callback()
    assert app.window.docks["timeline"].isHidden()


# ---------------------------------------------------------------------------------------- dialogs and bars


def test_new_starts_with_what_was_chosen(qtbot: QtBot) -> None:
    dialog = NewDialog(None, NewProject())
    qtbot.addWidget(dialog)
    titles = [dialog.presets.item(row).text() for row in range(dialog.presets.count())]
    dialog.presets.setCurrentRow(next(i for i, title in enumerate(titles) if "A4, 300" in title))
    dialog.metre.setCurrentIndex(dialog.metre.findText("3/4"))
    dialog.bpm.setValue(90)
    sheet = dialog.answer().sheet()
    assert (sheet.canvas.width_px, sheet.canvas.height_px) == (2480, 3508)
    assert sheet.music.tempos[0].bpm == pytest.approx(90)
    assert (sheet.music.metres[0].numerator, sheet.music.metres[0].denominator) == (3, 4)
    dialog.width_px.setValue(8192)
    assert dialog.answer().width_px == 8192
    assert dialog.presets.currentRow() == -1


def test_a_transparent_background_can_be_had(qtbot: QtBot) -> None:
    dialog = NewDialog(None, NewProject())
    qtbot.addWidget(dialog)
    dialog.background.setCurrentIndex(dialog.background.findText("Transparent"))
    assert dialog.answer().sheet().canvas.background is None


def test_about_states_the_licences(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    text = dialog.licences.toPlainText()
    for what in ("Apache License", "TimGM6mb", "GNU General Public License, version 2", "LGPL", "PyTorch"):
        assert what in text


def test_notices_are_few_and_can_be_dismissed(app: App) -> None:
    for n in range(5):
        app.session.failed.emit(BadFile("no room for {n}", n=n))
    assert app.window.notices.texts() == ["No room for 2.", "No room for 3.", "No room for 4."]
    for left in (2, 1, 0):
        app.window.notices.findChildren(QToolButton, "dismiss")[-1 - 2 + left].click()
        assert len(app.window.notices.texts()) == left
    assert not app.window.notices.isVisible()


def test_memory_and_device_are_shown(app: App, qtbot: QtBot) -> None:
    # a worker imports torch to find the devices, which takes its time on a busy machine
    qtbot.waitUntil(lambda: app.status.device.text() != "", timeout=30_000)
    qtbot.waitUntil(lambda: app.status.memory.text() != "", timeout=30_000)


def test_every_action_is_there_once_even_where_the_menu_bar_is_too_narrow(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(action.menu == "" for action in app.actions))
    names = [item.objectName() for item in app.window.findChildren(QAction) if "." in item.objectName()]
    assert sorted(names) == sorted(set(names))


def test_a_hidden_pane_opens_wide_enough_for_what_it_shows(app: App, qtbot: QtBot) -> None:
    app.window.resize(1440, 900)
    dock = app.window.docks["candidates"]
    app.window.reveal("candidates")
    qtbot.waitUntil(lambda: dock.isVisible() and abs(dock.width() - dock.width_px) < 20)


def test_numbers_stand_off_the_edge_of_their_field(qtbot: QtBot) -> None:
    field = QSpinBox()
    qtbot.addWidget(field)
    field.setStyleSheet(theme.stylesheet())
    field.resize(80, 26)
    field.show()
    assert field.lineEdit().x() >= 4
    assert field.lineEdit().geometry().right() <= 76
