"""What screen readers are told, in Qt's own tree: names, roles, and what is chosen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QFrame, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put, Select
from artstudio.documents.selecting import everything
from artstudio.documents.tiles import Tiles
from artstudio.sdk import Image
from artstudio.ui import languages
from artstudio.ui.app import App
from artstudio.ui.candidates.card import Card
from artstudio.ui.candidates.compare import CompareWindow
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.candidates.recipe import RecipeWindow
from artstudio.ui.candidates.sample import LargeSample, SampleView
from artstudio.ui.canvas.brush_options import BrushOptions
from artstudio.ui.canvas.layers import LayersPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.colour.pane import ColourPane
from artstudio.ui.colour.popup import ColourPopup
from artstudio.ui.dialogs.new_project import NewDialog
from artstudio.ui.library.compare import LibraryCompare
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.new_project import NewProject
from artstudio.ui.timeline.mark_menu import TempoPopup
from artstudio.ui.timeline.pane import TimelinePane
from artstudio.ui.writing.branch_compare import BranchCompare
from tests.ui.shell_rig import WAIT_MS
from tests.ui.spoken_rig import alike, furnish, unnamed, walk


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


PLAIN_ROLES = {QAccessible.Role.Client, QAccessible.Role.Border, QAccessible.Role.NoRole}


def test_what_paints_itself_has_a_role_and_a_name(toy_app: App, qtbot: QtBot) -> None:
    furnish(toy_app, qtbot)
    toy_app.window.reveal("candidates")
    QApplication.processEvents()
    bare, met = [], set()
    for heard in walk(toy_app.window):
        if heard.widget is None or not paints_itself(type(heard.widget)):
            continue
        met.add(type(heard.widget).__name__)
        if heard.role in PLAIN_ROLES or not heard.name:
            bare.append(f"{heard.role.name}: {heard.path}")
    assert {"CanvasView", "PianoRoll", "FilmLane", "ColourWheel", "ColourChips", "Card", "Arrange"} <= met
    assert not bare, "\n".join(bare)


def paints_itself(kind: type) -> bool:
    """Whether the studio paints it; signs beside words and the frame of a place to drop on say nothing."""
    silent = {"Sign", "PanelPane", "Splitter"}
    ours = (base for base in kind.__mro__ if base.__module__.startswith("artstudio"))
    return kind.__name__ not in silent and any("paintEvent" in vars(base) for base in ours)


@pytest.fixture
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    languages.apply(qapp, request.param)
    yield request.param
    languages.apply(qapp, "")


SAID = {
    "en": {
        "canvas": "1024 × 1024, Brush, Sky, a part is selected", "layer": "Sky, locked", "notes": "2 notes",
        "note": "E4, bar 1, beat 2", "clip": "3 clips, B",
        "colour": "Hue 0°, saturation 100 %, brightness 100 %",
        "pair": "foreground #ff0000 chosen, background #ffffff", "card": "marked to be compared",
        "track": "chosen",
    },
    "zh_CN": {
        "canvas": "1024 × 1024, 画笔, Sky, 选中了一部分", "layer": "Sky, 已锁定", "notes": "2 个音符",
        "note": "E4，第 1 小节第 2 拍", "clip": "3 个片段, B", "colour": "色相 0°，饱和度 100 %，明度 100 %",
        "pair": "前景色 #ff0000 已选中，背景色 #ffffff", "card": "已标记为要比较", "track": "已选中",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", list(SAID), indirect=True)
def test_what_is_chosen_is_told(
    toy_app: App, qtbot: QtBot, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(toy_app, qtbot)
    session, panes = toy_app.session, toy_app.window.panes
    canvas, layers, timeline, colour = (panes[name] for name in ("canvas", "layers", "timeline", "colour"))
    library, results = panes["library"], panes["candidates"]
    assert isinstance(canvas, CanvasPane)
    assert isinstance(layers, LayersPane)
    assert isinstance(timeline, TimelinePane)
    assert isinstance(colour, ColourPane)
    assert isinstance(library, LibraryPane)
    assert isinstance(results, CandidatesPane)
    blank = Tiles(1024, 1024)
    session.do(Put("Layer", "layer", "l1", Layer("l1", "Ground", blank)))
    session.do(Put("Layer", "layer", "l2", Layer("l2", "Sky", blank, locked=True)))
    session.select(layer_id="l2")
    session.do(Select("All", everything(1024, 1024)))
    session.select(track_id="t1")
    told = {
        "canvas": description(canvas.view), "layer": current(layers.tree),
        "notes": description(timeline.roll),
        "track": description(timeline.tracks.heads["t1"]),
    }  # fmt: skip
    monkeypatch.setattr(timeline.player, "audition", lambda *_note: None)  # sound has tests of its own
    timeline.commands.step(1)
    timeline.commands.step(1)
    timeline.film.editor.choose(["c2"])
    session.colours.set(foreground=0xFF0000, background=0xFFFFFF)
    card = results.findChildren(Card)[0]
    card.set_compared(True)
    told |= {
        "note": description(timeline.roll), "clip": description(timeline.film.lane),
        "colour": description(colour.wheel), "pair": description(colour.pair), "card": description(card),
    }  # fmt: skip
    assert told == SAID[language]
    heard = []
    for row in (0, 1):
        library.grid.pick(row)
        wanted = library.grid.entries.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        assert current(library.grid) == wanted
        heard.append(wanted)
    assert all(heard)


def description(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def current(view: QAbstractItemView) -> str:
    """What is read of the row that the keys are at."""
    view.setFocus()
    at = QAccessible.queryAccessibleInterface(view).focusChild()
    return at.text(QAccessible.Text.Name)
