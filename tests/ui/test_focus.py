"""Where the keys are is seen, in each theme."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from artstudio.sdk import Image
from artstudio.ui import theme
from artstudio.ui.app import App
from artstudio.ui.candidates.sample import SampleView
from artstudio.ui.candidates.split_view import SplitView
from artstudio.ui.canvas.view import CanvasView
from artstudio.ui.forms.puck import Puck
from artstudio.ui.tab_order import takes_tab
from artstudio.ui.theme_colours import THEMES
from artstudio.ui.timeline.roll import PianoRoll
from artstudio.ui.writing.branch_card import BranchCard
from tests.ui.shell_rig import WAIT_MS
from tests.ui.spoken_rig import furnish

LEAST_PIXELS = 12  # a caret's
LEAST_STEP = 40  # of 255 in one channel


@pytest.fixture(autouse=True)
def dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.use(qapp, "dark")
    qapp.setStyleSheet("")


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return flat.astype(np.int16)


def differs_by(widget: QWidget, elsewhere: QWidget) -> int:
    """How many pixels of `widget` are clearly of another colour when it has the keys."""
    elsewhere.setFocus()
    without = pixels(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus(), type(widget).__name__
    return int((abs(pixels(widget) - without).max(axis=2) >= LEAST_STEP).sum())


@pytest.mark.parametrize("name", list(THEMES))
def test_each_kind_of_widget_shows_that_it_has_the_keys(
    toy_app: App, qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    furnish(toy_app, qtbot)
    toy_app.window.activateWindow()
    qtbot.waitUntil(toy_app.window.isActiveWindow, timeout=WAIT_MS)
    theme.use(qapp, name, less_motion=True)  # which also keeps carets from blinking
    dim, met = [], set()
    for workspace in ("animate", "write"):
        toy_app.desks.use(workspace)
        for pane_id in ("candidates", "colour"):
            toy_app.window.reveal(pane_id)
        QApplication.processEvents()
        rest, other = toy_app.status.network, toy_app.window.panes["canvas"]
        for one in toy_app.window.findChildren(QWidget):
            kind = type(one).__name__
            if isinstance(one, QAbstractButton) and one.isChecked():
                kind += " that is down"
            if kind in met or not takes_tab(one, toy_app.window) or one.visibleRegion().isEmpty():
                continue
            met.add(kind)
            if (changed := differs_by(one, rest if one is not rest else other)) < LEAST_PIXELS:
                dim.append(f"{kind}: {changed} pixels")
    assert {"CanvasView", "FilmLane", "PianoRoll", "Card", "ColourWheel", "Knob", "PassageEditor"} <= met
    assert not dim, dim


@pytest.mark.parametrize("name", list(THEMES))
def test_so_do_those_of_other_windows(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.use(qapp, name)
    grey = Image(np.full((40, 40, 3), 128, np.uint8))
    window = QWidget()
    qtbot.addWidget(window)
    elsewhere = QLabel(window)
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    puck = Puck(("x", "y"), (0.1, 0.1))
    made = [SplitView(grey, grey), puck.square, SampleView(QSize(80, 60), grey), BranchCard()]
    for number, one in enumerate(made):
        one.setParent(window)
        one.move(0, 200 * number)
        one.resize(180, 180)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    for one in made:
        assert differs_by(one, elsewhere) >= LEAST_PIXELS, type(one).__name__


def test_what_is_pointed_at_needs_no_frame(toy_app: App, qtbot: QtBot, qapp: QApplication) -> None:
    toy_app.window.activateWindow()
    qtbot.waitUntil(toy_app.window.isActiveWindow, timeout=WAIT_MS)
    theme.use(qapp, "dark", less_motion=True)
    toy_app.desks.use("animate")
    elsewhere = toy_app.status.network
    for view in toy_app.window.findChildren(CanvasView) + toy_app.window.findChildren(PianoRoll):
        assert differs_by(view, elsewhere) >= LEAST_PIXELS
        elsewhere.setFocus()
        without = pixels(view)
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        assert (pixels(view) == without).all()
