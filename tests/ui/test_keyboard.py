"""The whole window by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollBar,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.tiles import Tiles
from artstudio.ui.app import App
from artstudio.ui.candidates.card import Card
from artstudio.ui.candidates.split_view import SplitView
from artstudio.ui.canvas.area_dialog import AreaDialog
from artstudio.ui.canvas.layers import LayersPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.canvas.row_room import RowRoom
from artstudio.ui.colour.chips import ColourChips
from artstudio.ui.colour.pane import ColourPane
from artstudio.ui.dock import Dock
from artstudio.ui.key_tips import action_of
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.splitter import Splitter
from artstudio.ui.tab_order import takes_tab
from artstudio.ui.timeline.pane import TimelinePane
from artstudio.ui.timeline.pitches import pitch_name
from artstudio.ui.writing.branch_card import BranchCard
from artstudio.ui.writing.editor import PassageEditor
from tests.ui.shell_rig import WAIT_MS, action
from tests.ui.spoken_rig import furnish
from tests.ui.timeline_rig import Q, Rig

KEY, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_MOST_LINKS = 100  # of a page of the manual: Tab goes from one to the next
WORKSPACES = ("paint", "compose", "write", "animate")


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keys"
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, held)


def way_out(widget: QWidget) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Tab, but for the text, where Tab is written."""
    return (KEY.Key_Tab, CTRL if isinstance(widget, PassageEditor) else Qt.KeyboardModifier.NoModifier)


def among_others(widget: QWidget) -> bool:
    """Whether it is one of several of which one is down: Tab comes to that one, arrow keys to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in (None, widget)


def path(widget: QWidget) -> str:
    names = []
    one: QWidget | None = widget
    while one is not None:
        names.append(f"{type(one).__name__}[{one.accessibleName() or one.objectName()}]")
        one = one.parentWidget()
    return "/".join(reversed(names))


def furnished(app: App, qtbot: QtBot) -> App:
    furnish(app, qtbot)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow, timeout=WAIT_MS)
    return app


def test_tab_goes_to_everything_and_nothing_keeps_it(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    for workspace in WORKSPACES:
        app.desks.use(workspace)  # type: ignore[arg-type]
        QApplication.processEvents()
        wanted = {
            one
            for one in app.window.findChildren(QWidget)
            if one.isVisible()
            and one.isEnabled()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
            and not one.visibleRegion().isEmpty()
            and not among_others(one)
        }
        app.window.panes["models"].setFocus()
        press(KEY.Key_F6)
        met: set[QWidget] = set()
        for _ in range(3 * len(wanted)):
            here = focus()
            met.add(here)
            press(*way_out(here))
            assert focus() is not here, f"{path(here)} keeps the keys"
        missed = sorted(path(one) for one in wanted - met)
        assert not missed, f"in {workspace} Tab does not come to\n" + "\n".join(missed)


def test_arrow_keys_go_from_tool_to_tool(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    canvas = app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    canvas.strip.buttons["brush"].setFocus()
    press(KEY.Key_Down)
    assert canvas.tool_id != "brush"


def test_f6_goes_from_pane_to_pane_and_back_to_where_one_was(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    app.desks.use("animate")
    shown = {"canvas", *(name for name, dock in app.window.docks.items() if not dock.isHidden())}
    app.window.panes["canvas"].setFocus()
    before = focus()
    met = []
    for _ in shown:
        press(KEY.Key_F6)
        met.append(app.window.focused_pane())
        assert takes_tab(focus(), app.window)
    assert set(met) == shown
    assert focus() is before
    press(KEY.Key_F6, SHIFT)
    assert app.window.focused_pane() == met[-2]


def test_the_text_lets_go_by_ctrl_tab(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    app.desks.use("write")
    app.window.panes["text"].setFocus()
    editor = focus()
    assert isinstance(editor, PassageEditor)
    text = editor.toPlainText()
    press(KEY.Key_Tab, CTRL)
    assert focus() is not editor
    press(KEY.Key_Tab, SHIFT)
    assert focus() is editor
    assert editor.toPlainText() == text
    press(KEY.Key_Tab)
    assert focus() is editor


# lines are emptied by Delete, docks closed by the View menu, rows follow Tab; cards have keys of their own
PARTS_WITH_KEYS = (QLineEdit, QTabBar, QMenuBar, Dock, RowRoom, Card, BranchCard, SplitView)


def test_what_tab_passes_over_is_done_by_a_key_or_a_menu(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    known = {one.id for one in app.actions}
    silent = []
    for one in app.window.findChildren(QWidget):
        control = isinstance(one, QAbstractButton | QAbstractSlider | QComboBox)
        if (
            not control
            or isinstance(one, QScrollBar)
            or one.focusPolicy() & Qt.FocusPolicy.TabFocus
            or among_others(one)
        ):
            continue
        if isinstance(one.parentWidget(), PARTS_WITH_KEYS):
            continue
        if isinstance(one, QAbstractButton) and action_of(one) in known:
            continue
        silent.append(path(one))
    assert not silent, "\n".join(silent)


def menu_at(widget: QWidget) -> QMenu:
    """Press Shift+F10 there."""
    widget.setFocus()
    press(KEY.Key_F10, SHIFT)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu), f"no menu at {path(widget)}"
    return found


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform cannot
def test_the_menu_key_opens_menus_at_what_is_chosen(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    canvas = app.session.project.sheet.canvas
    app.session.do(Put("Layer", "layer", "l1", Layer("l1", "Sky", Tiles(canvas.width_px, canvas.height_px))))
    app.session.select(layer_id="l1")
    app.desks.use("animate")
    window = app.window
    app.window.reveal("library")
    library, layers, colour = (window.panes[name] for name in ("library", "layers", "colour"))
    assert isinstance(library, LibraryPane)
    assert isinstance(layers, LayersPane)
    assert isinstance(colour, ColourPane)
    candidates, timeline = window.panes["candidates"], window.panes["timeline"]
    assert isinstance(timeline, TimelinePane)
    window.reveal("candidates")
    QApplication.processEvents()
    for one in (
        library.grid, layers.tree, colour.chips, candidates.findChildren(Card)[1], timeline.area.ruler,
        timeline.tracks.heads["t2"].mute, timeline.film.lane,
    ):  # fmt: skip
        menu = menu_at(one)
        assert menu.actions()
        menu.close()
    assert app.session.selection.track_id == "t2"


def test_colours_are_taken_by_keys(qtbot: QtBot) -> None:
    chips = ColourChips("Palette")
    qtbot.addWidget(chips)
    chips.resize(200, 60)
    chips.show_colours([0xFF0000, 0x00FF00, 0x0000FF])
    taken: list[tuple[int, bool]] = []
    chips.picked.connect(lambda colour, background: taken.append((colour, background)))
    QTest.keyClick(chips, KEY.Key_Right)
    assert chips.accessibleDescription() == "#00ff00"
    QTest.keyClick(chips, KEY.Key_Return)
    QTest.keyClick(chips, KEY.Key_End)
    QTest.keyClick(chips, KEY.Key_Space, ALT)
    assert taken == [(0x00FF00, False), (0x0000FF, True)]


def test_notes_are_chosen_written_and_made_longer_by_keys(rig: Rig) -> None:
    press(KEY.Key_Right, ALT)
    assert rig.roll.accessibleDescription() == "C4, bar 1, beat 1"
    press(KEY.Key_Right, ALT)
    press(KEY.Key_Right, SHIFT)
    assert rig.notes()[1] == (Q, 2 * Q, 64, 80)
    press(KEY.Key_Right, ALT | SHIFT)
    assert rig.roll.accessibleDescription().endswith(", the first of 2 chosen")
    rig.pane.seek(4 * Q)
    press(KEY.Key_I)
    press(KEY.Key_Up)
    press(KEY.Key_I)
    assert [note[0] for note in rig.notes()[3:]] == [4 * Q, 5 * Q]
    assert rig.notes()[3][2] == rig.notes()[4][2]
    press(KEY.Key_L, SHIFT)
    assert rig.view.loop.start == 5 * Q
    assert rig.view.loop.on


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_after_a_name_was_typed_the_keys_are_where_they_were(rig: Rig, key: Qt.Key) -> None:
    head = rig.pane.tracks.heads["t1"]
    head.mute.setFocus()
    head.name.edit()
    assert focus() is head.name
    press(key)
    assert focus() is head.mute


def test_the_piano_sounds_by_keys(rig: Rig) -> None:
    heard: list[int] = []
    rig.pane.area.keyboard.pressed.connect(heard.append)
    rig.pane.area.keyboard.setFocus()
    notes = rig.notes()
    press(KEY.Key_Up)
    press(KEY.Key_Up)
    press(KEY.Key_Return)
    assert heard[1:] == [heard[0] + 1, heard[0] + 1]
    assert rig.notes() == notes
    assert rig.pane.area.keyboard.accessibleDescription() == pitch_name(heard[-1])


def test_dividers_move_by_keys(qtbot: QtBot) -> None:
    parts = Splitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(parts)
    for _ in range(2):
        parts.addWidget(QWidget())
    parts.resize(400, 100)
    parts.show()
    before = parts.sizes()[0]
    QTest.keyClick(parts.handle(1), KEY.Key_Left)
    assert parts.sizes()[0] < before
    QTest.keyClick(parts.handle(1), KEY.Key_Right)
    assert parts.sizes()[0] == before


def test_panes_change_their_size_by_keys(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    app.desks.use("animate")
    QApplication.processEvents()
    app.window.panes["models"].findChildren(QComboBox)[0].setFocus()
    dock = app.window.docks["models"]
    before = dock.width()
    action(app, "view.pane_wider").callback()
    QApplication.processEvents()
    assert dock.width() > before


def test_an_area_is_selected_by_numbers(toy_app: App, qtbot: QtBot) -> None:
    app = toy_app
    next(one for one in app.actions if one.id == "select.area").callback()
    dialog = app.window.findChild(AreaDialog)
    assert dialog is not None
    for field, number in zip(dialog.fields, (8, 4, 16, 12), strict=True):
        field.setValue(number)
    dialog.accept()
    qtbot.waitUntil(lambda: app.session.project.sheet.canvas.selection is not None, timeout=WAIT_MS)
    selection = app.session.project.sheet.canvas.selection
    assert selection is not None
    assert selection.bounds() == (8, 4, 16, 12)


def test_no_field_of_a_dialog_keeps_tab(toy_app: App, qtbot: QtBot) -> None:
    app = furnished(toy_app, qtbot)
    for action_id in ("edit.preferences", "panel.train", "plugins.open", "panel.models", "help.manual"):
        next(one for one in app.actions if one.id == action_id).callback()
    for dialog in [
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not app.window
    ]:
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow, timeout=WAIT_MS)
        for field in dialog.findChildren(QWidget):
            if field.isVisible() and field.isEnabled() and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                field.setFocus()
                here = focus()
                for _ in range(_MOST_LINKS if isinstance(here, QTextBrowser) else 1):
                    if focus() is here:
                        press(KEY.Key_Tab)
                assert focus() is not here, f"{path(here)} keeps the keys"
        dialog.close()
