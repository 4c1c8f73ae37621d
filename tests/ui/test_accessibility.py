"""What screen readers are told, in Qt's own tree: names, roles, and what is chosen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from artstudio.sdk import Image
from artstudio.ui.app import App
from artstudio.ui.candidates.compare import CompareWindow
from artstudio.ui.candidates.recipe import RecipeWindow
from artstudio.ui.candidates.sample import LargeSample, SampleView
from artstudio.ui.canvas.brush_options import BrushOptions
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.colour.popup import ColourPopup
from artstudio.ui.dialogs.new_project import NewDialog
from artstudio.ui.library.compare import LibraryCompare
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.new_project import NewProject
from artstudio.ui.timeline.mark_menu import TempoPopup
from artstudio.ui.writing.branch_compare import BranchCompare
from tests.ui.shell_rig import WAIT_MS
from tests.ui.spoken_rig import alike, furnish, unnamed


def faults(*roots: QWidget) -> list[str]:
    return [fault for root in roots for fault in (*unnamed(root), *alike(root))]


def test_every_control_has_a_name_in_each_workspace(toy_app: App, qtbot: QtBot) -> None:
    furnish(toy_app, qtbot)
    for workspace in ("paint", "compose", "write", "animate"):
        toy_app.desks.use(workspace)
        QApplication.processEvents()
        assert not (found := faults(toy_app.window)), f"in {workspace}:\n" + "\n".join(found)


def test_every_control_of_the_other_windows_has_a_name(
    toy_app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(toy_app, qtbot)
    met: dict[str, list[str]] = {}

    def look(dialog: QWidget) -> int:
        if not isinstance(dialog, QFrame):  # a popup would grab the keyboard
            dialog.show()
            QApplication.processEvents()
        met[type(dialog).__name__] = faults(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    for action_id in (
        "edit.preferences", "file.render_film", "image.size", "image.canvas_size", "plugins.open",
        "help.commands", "panel.models", "panel.train", "library.clean", "help.manual", "help.about",
        "help.start", "help.tour",
    ):  # fmt: skip
        next(one for one in toy_app.actions if one.id == action_id).callback()
        QApplication.processEvents()
    rarer = rarer_windows(toy_app, qtbot)
    shown = [*rarer, *(one for one in QApplication.topLevelWidgets() if one.isVisible())]
    for window in shown:
        look(window)
    for window in shown:
        if isValid(window) and window is not toy_app.window:
            window.close()
    assert len(met) >= 20, sorted(met)
    assert not any(met.values()), "\n".join(fault for found in met.values() for fault in found)


def rarer_windows(app: App, qtbot: QtBot) -> list[QWidget]:
    """Those that a result, a branch or a button of a pane opens."""
    window, session = app.window, app.session
    canvas, library = window.panes["canvas"], window.panes["library"]
    assert isinstance(canvas, CanvasPane)
    assert isinstance(library, LibraryPane)
    takes = session.tray.takes
    library.verbs.compare([int(one) for one in library.grid.entries.ids[:2]])
    qtbot.waitUntil(lambda: bool(window.findChildren(LibraryCompare)), timeout=WAIT_MS)
    sides = [("First", "one", lambda: None), ("Second", "two", lambda: None)]
    options = window.findChild(BrushOptions)
    assert options is not None
    picture = Image(np.zeros((8, 8), np.uint8))
    return [
        NewDialog(window, NewProject()),
        CompareWindow(session.tray, list(takes), window),
        CompareWindow(session.tray, [takes[0]], window),
        RecipeWindow("Fill", "{}", window),
        BranchCompare(sides, window),
        LargeSample(picture, SampleView(QSize(40, 40), picture)),
        ColourPopup(session.colours, canvas, background=False),
        TempoPopup(window, 120.0, print),
        options.panel(),
        options.kinds(),
    ]
