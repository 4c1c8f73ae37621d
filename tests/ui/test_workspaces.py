from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from artstudio.studio.studio import Studio
from artstudio.ui.app import App
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.workspace import WorkspaceId
from tests.ui.shell_rig import WAIT_MS, Make, action, end

ALL: tuple[WorkspaceId, ...] = ("paint", "compose", "write", "animate")


def shown(app: App) -> set[str]:
    docks = {name for name, dock in app.window.docks.items() if not dock.isHidden()}
    return docks | ({"canvas"} if app.window.canvas_shown else set())


@pytest.mark.parametrize(
    ("workspace", "there", "gone"),
    [
        ("paint", {"canvas", "models", "layers"}, {"text", "timeline"}),
        ("compose", {"timeline", "models"}, {"canvas", "text", "layers"}),
        ("write", {"text", "models"}, {"canvas", "timeline", "layers"}),
        ("animate", {"canvas", "timeline", "layers", "models"}, {"text"}),
    ],
)
def test_each_shows_what_its_work_needs(
    app: App, workspace: WorkspaceId, there: set[str], gone: set[str]
) -> None:
    app.desks.use(workspace)
    assert there <= shown(app)
    assert not gone & shown(app)
    assert app.switch.buttons[workspace].isChecked()
    assert sum(button.isChecked() for button in app.switch.buttons.values()) == 1


@pytest.mark.parametrize("size", [(1280, 720), (1440, 900)])
def test_no_half_of_the_window_is_wasted(app: App, qtbot: QtBot, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    for workspace in ALL:
        app.desks.use(workspace)
        QApplication.processEvents()
        focus = app.desks.current.focus
        docks: dict[str, QWidget] = {**app.window.docks}
        widget = docks.get(focus, app.window._middle)
        share = widget.width() * widget.height() / (size[0] * size[1])
        assert share > (0.28 if workspace == "animate" else 0.55), workspace
        assert (app.window.width(), app.window.height()) == size


def test_a_key_a_button_and_the_menu_change_it_and_the_pane_gets_the_keys(app: App) -> None:
    app.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(app.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert app.window.focused_pane() == "text"
    app.switch.buttons["compose"].click()
    assert app.window.focused_pane() == "timeline"
    action(app, "view.workspace_paint").callback()
    assert app.window.focused_pane() == "canvas"


def test_each_is_remembered_by_itself_also_over_a_restart(make: Make, qtbot: QtBot) -> None:
    first = make()
    first.window.docks["layers"].hide()
    first.desks.use("write")
    first.window.reveal("timeline")
    first.window.show_canvas(True)
    first.desks.use("paint")
    assert "layers" not in shown(first)
    assert "timeline" not in shown(first)
    end(first, qtbot)
    second = make()
    assert second.desks.current.id == "paint"
    assert "layers" not in shown(second)
    second.desks.use("write")
    assert {"timeline", "canvas", "text"} <= shown(second)
    action(second, "view.reset").callback()
    assert "canvas" not in shown(second)
    assert "timeline" not in shown(second)
    second.desks.use("paint")
    assert "layers" not in shown(second)  # the reset was of the other one


def test_the_canvas_can_be_shown_in_any(app: App) -> None:
    app.desks.use("compose")
    entry = action(app, "view.canvas")
    entry.callback()
    assert app.window.canvas_shown
    assert entry.checked is not None
    assert entry.checked()


def shown_action(app: App) -> str:
    panel = app.window.panes["models"]
    assert isinstance(panel, PanelPane)
    return panel.shown[1].name if panel.shown is not None else ""


def test_the_panel_shows_what_the_workspace_is_for_and_later_what_was_last_used_there(
    toy_app: App, qtbot: QtBot
) -> None:
    panel = toy_app.window.panes["models"]
    assert isinstance(panel, PanelPane)
    toy_app.session.catalog.load()
    qtbot.waitUntil(lambda: shown_action(toy_app) == "fill", timeout=WAIT_MS)
    for workspace, name in (("compose", "continue"), ("write", "say"), ("animate", "fill")):
        toy_app.switch.buttons[workspace].click()
        assert shown_action(toy_app) == name
    panel.choose("toy", "say")
    toy_app.switch.buttons["compose"].click()
    assert shown_action(toy_app) == "continue"
    toy_app.switch.buttons["animate"].click()
    assert shown_action(toy_app) == "say"


def test_the_panel_begins_with_what_the_workspace_of_last_time_is_for(
    toy_studio: Studio, qtbot: QtBot
) -> None:
    toy_studio.settings.workspace = "write"
    app = App(toy_studio)
    app.window.show()
    app.start()
    app.session.catalog.load()
    qtbot.waitUntil(lambda: shown_action(app) == "say", timeout=WAIT_MS)
    end(app, qtbot)
