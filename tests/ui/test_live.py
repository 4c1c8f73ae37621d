"""Live painting, with a real worker that paints every rough inside out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import SetCanvas
from artstudio.documents.tiles import At, Tiles
from artstudio.render.compositor import composite
from artstudio.studio.live import LiveSetting
from artstudio.ui.canvas.layers import LayersPane
from artstudio.ui.canvas.live import LIVE_ID, LivePainting
from artstudio.ui.canvas.live_bar import LiveBar
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.forms.name_label import NameLabel
from artstudio.ui.panel.pane import PanelPane

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from artstudio.ui.session import Session

WAIT_MS = 20_000
MANIFEST = """
id = "along"
version = "1.0.0"
api = ">=1.0,<2"
title = "Along"
entry = "artstudio_along.actions:Along"
"""
ACTIONS = '''
from __future__ import annotations
import os
from artstudio.sdk import Image, Output, Params, Plugin, Results, Run, action, field


class Look(Params):
    strength: float = field(1.0, ge=0, le=1, title="Strength")
    drift: float = field(0.0, ge=0, le=1, title="Direction 1", advanced=True, nameable=True)
    x: int = field(0, ge=0, le=9000, title="X", advanced=True)
    y: int = field(0, ge=0, le=9000, title="Y", advanced=True)


class Along(Plugin):
    @action("Inside out", live=True)
    def inside_out(self, run: Run, rough: Image, mask: Image | None, params: Look) -> Results[Image]:
        """Turn every colour into its opposite."""
        if run.seed == 13:
            os._exit(3)
        pixels = rough.pixels.copy()
        pixels[..., :3] = 255 - pixels[..., :3]
        if mask is not None:
            pixels[mask.pixels[..., 3] == 0] = 0
        yield Output(Image(pixels))
'''
SIDE = 512
SETTING = LiveSetting("along", "inside-out", {"strength": 1.0}, 1)
YELLOW, BLUE = 0xFFFFFF00, [0, 0, 255, 255]


class Screen:
    """Stands in for the view."""

    def __init__(self) -> None:
        self.canvas: Canvas | None = None
        self.shown: list[set[At] | None] = []

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
        self.canvas = canvas
        self.shown.append(None if tiles is None else set(tiles))

    def pixel(self, x: int, y: int) -> list[int]:
        assert self.canvas is not None
        found: list[int] = composite(self.canvas, (x, y, 1, 1), rough=True).pixels[0, 0].tolist()
        return found


@pytest.fixture
def toy_folder(toy_folder: Path) -> Path:
    package = toy_folder / "along" / "artstudio_along"
    package.mkdir(parents=True)
    (package.parent / "artstudio-plugin.toml").write_text(MANIFEST)
    (package / "__init__.py").touch()
    (package / "actions.py").write_text(ACTIONS)
    return toy_folder


@pytest.fixture
def session(toy_session: Session) -> Session:
    """A canvas with a layer that is not rough below one that is: yellow in its first tile."""
    rough = Layer("l2", "Rough", Tiles(SIDE, SIDE).with_changes({(0, 0): YELLOW}), rough=True)
    canvas = Canvas(SIDE, SIDE, (Layer("l1", "Under", Tiles(SIDE, SIDE)), rough))
    toy_session.do(SetCanvas("Begin", canvas))
    return toy_session


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def live(session: Session, screen: Screen) -> LivePainting:
    live = LivePainting(session, screen)
    live.show_canvas(session.project.sheet.canvas)
    return live


def idle(live: LivePainting) -> bool:
    return not live.busy


def test_off_it_only_passes_on(live: LivePainting, screen: Screen) -> None:
    assert screen.pixel(5, 5) == [255, 255, 0, 255]
    assert live.setting is None


def test_it_paints_over_the_rough_and_leaves_when_stopped(
    qtbot: QtBot, live: LivePainting, screen: Screen, session: Session
) -> None:
    live.start(SETTING)
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
    assert screen.pixel(5, 5) == BLUE
    assert screen.pixel(300, 300) == [255, 255, 255, 255]  # nothing rough there: the paper shows
    assert [layer.id for layer in session.project.sheet.canvas.layers] == ["l1", "l2"]  # nothing is kept yet
    live.peek(True)
    assert screen.pixel(5, 5) == [255, 255, 0, 255]
    live.peek(False)
    assert screen.pixel(5, 5) == BLUE
    live.stop()
    assert screen.pixel(5, 5) == [255, 255, 0, 255]


def test_a_stroke_is_painted_where_it_touched(qtbot: QtBot, live: LivePainting, screen: Screen) -> None:
    live.start(SETTING)
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
    screen.shown.clear()
    canvas = screen.canvas
    assert canvas is not None
    stroked = touched(canvas, (5, 6))
    live.show_canvas(stroked, [(5, 6)])
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
    assert screen.pixel(5 * 64 + 9, 6 * 64 + 9) == BLUE
    assert screen.shown == [{(5, 6)}, {(5, 6)}]  # first the stroke, then its painting, and nothing else


def touched(shown: Canvas, at: At) -> Canvas:
    """The document's canvas, as it was shown, with another rough tile."""
    layers = tuple(layer for layer in shown.layers if layer.id != LIVE_ID)
    rough = layers[-1]
    painted = replace(rough, pixels=rough.pixels.with_changes({at: YELLOW}))
    return replace(shown, layers=(*layers[:-1], painted))


def test_what_is_not_rough_costs_no_painting(qtbot: QtBot, live: LivePainting, session: Session) -> None:
    live.start(SETTING)
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
    canvas = session.project.sheet.canvas
    under = replace(canvas.layers[0], pixels=Tiles(SIDE, SIDE).with_changes({(3, 3): YELLOW}))
    live.show_canvas(replace(canvas, layers=(under, canvas.layers[1])), [(3, 3)])
    assert idle(live)


def test_it_paints_while_the_brush_is_down(qtbot: QtBot, session: Session) -> None:
    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    session.select(layer_id="l2")
    pane.settings.set(colour=0xFFFF00, radius_px=40.0)
    pane.live.start(SETTING)
    qtbot.waitUntil(lambda: idle(pane.live), timeout=WAIT_MS)

    def at(x: int, y: int) -> QPoint:
        return pane.view.to_widget(QPointF(x, y)).toPoint()

    def seen(x: int, y: int) -> list[int]:
        colour = pane.view.grab().toImage().pixelColor(at(x, y))
        return [colour.red(), colour.green(), colour.blue(), colour.alpha()]

    QTest.mousePress(pane.view, Qt.MouseButton.LeftButton, pos=at(300, 300))
    QTest.mouseMove(pane.view, at(340, 300))
    qtbot.waitUntil(lambda: idle(pane.live), timeout=WAIT_MS)
    assert seen(320, 310) == BLUE  # the pen is still down
    pane.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: idle(pane.live), timeout=WAIT_MS)
    assert seen(320, 310) == [255, 255, 255, 255]
    QTest.mouseRelease(pane.view, Qt.MouseButton.LeftButton, pos=at(340, 300))
    QTest.mousePress(pane.view, Qt.MouseButton.LeftButton, pos=at(300, 200))
    QTest.mouseRelease(pane.view, Qt.MouseButton.LeftButton, pos=at(300, 200))
    qtbot.waitUntil(lambda: idle(pane.live), timeout=WAIT_MS)
    assert seen(300, 210) == BLUE
    assert session.project.sheet.layer("l2").pixels.region(300, 210, 1, 1)[0, 0] == YELLOW
    pane.live.stop()
    assert seen(300, 210) == [255, 255, 0, 255]


def test_the_selection_bounds_it(qtbot: QtBot, live: LivePainting, screen: Screen, session: Session) -> None:
    canvas = session.project.sheet.canvas
    live.show_canvas(replace(canvas, selection=Tiles(SIDE, SIDE).with_changes({(4, 4): 0xFF000000})))
    live.start(SETTING)
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
    assert screen.pixel(5, 5) == [255, 255, 0, 255]


def test_keeping_makes_one_layer_with_its_recipe(
    qtbot: QtBot, live: LivePainting, screen: Screen, session: Session
) -> None:
    live.start(SETTING)
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
    steps = len(session.project.history.steps)
    live.keep()
    qtbot.waitUntil(lambda: len(session.project.sheet.canvas.layers) == 3, timeout=WAIT_MS)
    kept = session.project.sheet.canvas.layers[2]
    assert kept.recipe is not None
    assert (kept.recipe.plugin, kept.recipe.action, kept.recipe.seed) == ("along", "inside-out", 1)
    assert kept.recipe.parents
    assert kept.pixels.get(0, 0) == 0xFF0000FF
    assert len(session.project.history.steps) == steps + 1
    assert live.setting is None


def test_a_crash_ends_it_with_a_sentence(qtbot: QtBot, live: LivePainting, session: Session) -> None:
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as heard:
        live.start(replace(SETTING, seed=13))
    assert "Along" in str(heard.args[0])
    assert live.setting is None


def test_the_bar_offers_what_can_paint_along(qtbot: QtBot, live: LivePainting, session: Session) -> None:
    bar = LiveBar(session, live)
    qtbot.addWidget(bar)
    session.catalog.load()
    qtbot.waitUntil(lambda: "along" in session.catalog.schemas, timeout=WAIT_MS)
    bar.open()
    assert bar.choice.currentText() == "Along: Inside out"
    qtbot.waitUntil(lambda: live.setting is not None, timeout=WAIT_MS)
    assert live.setting is not None
    assert live.setting.params == {"strength": 1.0}
    bar.toggle()
    assert live.setting is None
    assert not bar.isVisible()
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)


def test_a_direction_keeps_the_name_it_was_given(qtbot: QtBot, session: Session) -> None:
    def panel() -> PanelPane:
        made = PanelPane(session)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: {"along", "toy"} <= session.catalog.schemas.keys(), timeout=WAIT_MS)
        made.choose("along", "inside-out")
        return made

    first = panel()
    label = next(row.label for row in first.body.form.rows if row.name == "drift")
    assert isinstance(label, NameLabel)
    label.set_name("Fog")
    label.renamed.emit()
    first.choose("toy", "fill")
    assert panel().body.form.names() == {"drift": "Fog"}


def test_a_kept_painting_leads_back_to_its_settings(
    qtbot: QtBot, live: LivePainting, session: Session
) -> None:
    layers = LayersPane(session)
    qtbot.addWidget(layers)
    live.start(SETTING)
    live.keep()
    qtbot.waitUntil(lambda: len(session.project.sheet.canvas.layers) == 3, timeout=WAIT_MS)
    kept = session.project.sheet.canvas.layers[2]
    session.select(layer_id=kept.id)
    with qtbot.waitSignal(session.recipe_wanted) as heard:
        layers.commands.use_recipe()
    assert heard.args == [kept.recipe]
    qtbot.waitUntil(lambda: idle(live), timeout=WAIT_MS)
