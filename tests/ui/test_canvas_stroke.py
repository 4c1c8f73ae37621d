"""Strokes on the pane: seen while they are drawn exactly as they are when they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Put, Select
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import At, Tiles
from artstudio.render.compositor import composite, composite_image
from artstudio.render.dabs import Brush, Stroke
from artstudio.sdk import Image
from artstudio.ui.canvas.blocks import Blocks
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.canvas.pen import PenPoint
from artstudio.ui.canvas.stroke_tool import StrokeTool
from artstudio.ui.canvas.tools import BrushSettings
from artstudio.ui.session import Session
from tests.ui.canvas_rig import Exposed

LEFT = Qt.MouseButton.LeftButton
WIDTH, HEIGHT = 600, 400


def noisy(seed: int) -> Tiles:
    return Tiles.from_image(Image(np.random.default_rng(seed).integers(0, 256, (HEIGHT, WIDTH, 4), np.uint8)))


def levels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    return np.frombuffer(plain.constBits(), np.uint8).astype(np.int32)


def stack(*modes: str) -> tuple[Layer, ...]:
    return tuple(
        Layer(f"l{number}", mode, noisy(number), mode=mode, opacity=0.8) for number, mode in enumerate(modes)
    )


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(None, Project(Sheet(Canvas(WIDTH, HEIGHT, stack("normal", "multiply", "hue")))))


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> CanvasPane:
    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.set_zoom(1.0)
    pane.settings.set(hardness=1.0, radius_px=12, colour=0xFF0000)
    return pane


def at(pane: CanvasPane, x: float, y: float) -> QPoint:
    return pane.view.to_widget(QPointF(x, y)).toPoint()


def drag(pane: CanvasPane, *path: tuple[float, float], lift: bool = True) -> None:
    first, *rest = (at(pane, *point) for point in path)
    QTest.mousePress(pane.view, LEFT, pos=first)
    for point in rest:
        QTest.mouseMove(pane.view, point)
    if lift:
        QTest.mouseRelease(pane.view, LEFT, pos=rest[-1])


def seen(pane: CanvasPane) -> QImage:
    """The canvas' rectangle from (20, 80) to (470, 300), once all of it has come."""
    QTest.mouseMove(pane.view, at(pane, 500, 380))  # out of the way with the brush's circle
    for _ in range(6):
        pane.view.repaint()
    corner = pane.view.to_widget(QPointF())
    place = QPoint(int(corner.x() + 0.5) + 20, int(corner.y() + 0.5) + 80)
    return pane.view.grab(QRect(place, QSize(450, 220))).toImage()


# ------------------------------------------------------------------------------- the picture meanwhile

NEEDS_GROUPS = pytest.mark.skipif(find_spec("artstudio.documents.pile") is None, reason="no groups yet")
SEVERAL = ("normal", "overlay", "normal", "luminosity", "normal", "normal", "color-dodge")
GROUPED = (
    Layer("l0", "a", noisy(0)),
    Layer("l1", "b", noisy(1), parent="g1"),
    Layer("l2", "painted", noisy(2), parent="g1", mode="screen"),
    Layer("l3", "c", noisy(3), parent="g1", mode="saturation", opacity=0.5),
    Layer("g1", "group", Tiles(WIDTH, HEIGHT), group=True, opacity=0.7, mode="multiply"),
    Layer("l5", "d", noisy(5), parent="g2", opacity=0.5),
    Layer("g2", "other", Tiles(WIDTH, HEIGHT), group=True, mode="color"),
)


@pytest.mark.parametrize(
    "layers", [stack(*SEVERAL), stack("normal", "normal", "hue"), pytest.param(GROUPED, marks=NEEDS_GROUPS)]
)
@pytest.mark.parametrize("background", [0xFFFFFFFF, None])
def test_a_stroke_looks_while_it_is_drawn_as_it_will_when_it_is_kept(
    qapp: QApplication, layers: tuple[Layer, ...], background: int | None
) -> None:
    canvas = Canvas(WIDTH, HEIGHT, layers, background=background)
    stroke, blocks = (
        Stroke(layers[2].pixels, Brush(radius_px=30, opacity=0.6, colour=0x3080F0)),
        Blocks(canvas),
    )
    places = [(bx, by) for bx in range(3) for by in range(2)]
    for place in places:
        blocks.image(place, 2)
    blocks.begin(canvas, "l2", stroke)
    for point in ((100, 100), (300, 250), (500, 260), (530, 90)):
        for left, top, right, bottom in stroke.move_to(*point):
            blocks.touch(QRect(left, top, right - left, bottom - top))
        blocks.image((0, 0))  # some blocks are looked at more often than others
    kept = replace(layers[2], pixels=layers[2].pixels.with_changes(dict(stroke.take())))
    after = replace(canvas, layers=tuple(kept if one.id == "l2" else one for one in layers))
    anew = Blocks(after)
    for place in places:
        for level in (0, 1, 2):
            # laying neighbours in the normal mode together rounds once more
            difference = np.abs(levels(blocks.image(place, level)) - levels(anew.image(place, level)))
            assert difference.max() <= 3
            assert difference.mean() < 0.5


def test_what_a_stroke_changed_out_of_sight_is_seen_after_it(qapp: QApplication) -> None:
    layers = stack("normal", "overlay", "normal")
    canvas = Canvas(WIDTH, HEIGHT, layers)
    stroke, blocks = Stroke(layers[1].pixels, Brush(radius_px=20)), Blocks(canvas)
    blocks.image((0, 0), 1)
    blocks.begin(canvas, "l1", stroke)
    for left, top, right, bottom in stroke.move_to(100, 100):
        blocks.touch(QRect(left, top, right - left, bottom - top))
    kept = replace(layers[1], pixels=layers[1].pixels.with_changes(dict(stroke.take())))
    after = replace(canvas, layers=(layers[0], kept, layers[2]))
    blocks.show(after, ())
    for level in (0, 1):
        assert blocks.image((0, 0), level) == Blocks(after).image((0, 0), level)


def test_another_stroke_on_the_same_layer_goes_on_from_there(session: Session, pane: CanvasPane) -> None:
    session.select(layer_id="l1")
    for row in (100, 110, 250):
        drag(pane, (100, row), (300, row + 20))
    session.undo()
    drag(pane, (50, 200), (400, 210))
    expected = composite_image(session.project.sheet.canvas, (20, 80, 450, 220))
    assert np.abs(levels(seen(pane)) - levels(expected)).max() <= 3


def test_every_point_of_the_pen_lands(session: Session, pane: CanvasPane) -> None:
    """Many points between two repaints, none of them lost."""
    before = session.project.sheet.layer("l2").pixels
    path = [(60 + 5 * i, 200 + 90 * (i % 7) / 7) for i in range(90)]
    drag(pane, *path)
    alone = Stroke(before, pane.settings.brush)
    for point in path:
        seen = pane.view.to_canvas(QPointF(at(pane, *point)))
        alone.move_to(seen.x(), seen.y())
    alone.finish()
    assert session.project.sheet.layer("l2").pixels == before.with_changes(dict(alone.take()))


def test_what_stands_between_tool_and_view_may_ask_for_whole_canvases(session: Session) -> None:
    """As painting along does: then each move shows a canvas with the tiles that changed."""

    class Between:
        def __init__(self) -> None:
            self.shown: list[tuple[Canvas, set[At]]] = []

        def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
            self.shown.append((canvas, set(tiles or ())))

    between, settings = Between(), BrushSettings()
    settings.set(radius_px=10)
    tool = StrokeTool(session, between, settings)
    tool.press(PenPoint(32, 32))
    tool.move(PenPoint(100, 32))
    assert between.shown[0][1] == {(0, 0)}
    assert {(0, 0), (1, 0)} <= between.shown[1][1]
    tool.release()
    kept = session.project.sheet.layer("l2").pixels
    assert between.shown[-1][0].layers[2].pixels == kept
    assert kept.region(32, 32, 1, 1)[0, 0] == 0xFF000000


def test_only_what_the_stroke_touched_is_repainted(pane: CanvasPane, qtbot: QtBot) -> None:
    drag(pane, (100, 100), (101, 100), lift=False)
    QApplication.processEvents()
    exposed = Exposed(pane.view)
    QTest.mouseMove(pane.view, at(pane, 130, 100))
    qtbot.waitUntil(lambda: bool(exposed.rects))
    assert 0 < max(rect.width() for rect in exposed.rects) < 120
    QTest.mouseRelease(pane.view, LEFT, pos=at(pane, 130, 100))


def test_leaving_a_stroke_shows_the_canvas_as_it_was(session: Session, pane: CanvasPane) -> None:
    before = seen(pane)
    drag(pane, (100, 100), (300, 150), lift=False)
    assert seen(pane) != before
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(pane.view, LEFT, pos=at(pane, 300, 150))
    assert seen(pane) == before
    assert not session.project.dirty


# --------------------------------------------------------------------------------------- what binds it


def test_the_selection_bounds_the_brush(session: Session, pane: CanvasPane) -> None:
    half = Tiles(WIDTH, HEIGHT).with_changes({(tx, ty): 0xFF000000 for tx in range(3) for ty in range(7)})
    session.do(Select("Select", half))
    before = composite(session.project.sheet.canvas).pixels
    drag(pane, (150, 200), (250, 200))
    after = composite(session.project.sheet.canvas).pixels
    assert np.array_equal(after[:, 192:], before[:, 192:])
    assert not np.array_equal(after[:, :192], before[:, :192])


@pytest.mark.parametrize(
    ("tool", "fields", "word"),
    [
        ("brush", {"group": True, "pixels": Tiles(WIDTH, HEIGHT)}, "group"),
        ("eraser", {"alpha_locked": True}, "transparency"),
    ],
)
def test_what_cannot_be_painted_on_says_why(
    session: Session, pane: CanvasPane, qtbot: QtBot, tool: str, fields: dict[str, object], word: str
) -> None:
    layer = Layer("l9", "Sky", **{"pixels": noisy(9), **fields})  # type: ignore[arg-type]
    session.do(Put("Add", "layer", "l9", layer))
    session.select(layer_id="l9")
    pane.choose_tool(tool)
    with qtbot.waitSignal(session.said) as said:
        drag(pane, (50, 100), (250, 100))
    assert word in said.args[0]
    assert len(session.project.history.steps) == 1


def test_smudging_is_a_step_of_its_own_name(session: Session, pane: CanvasPane) -> None:
    pane.choose_tool("smudge")
    drag(pane, (100, 100), (200, 100))
    assert [step.label for step in session.project.history.steps] == ["Smudge"]


# ------------------------------------------------------------------------------------------- the bar


def test_each_kind_of_brush_keeps_its_own_settings(pane: CanvasPane) -> None:
    options = pane.bar.options
    options.kinds().buttons["ink"].click()
    assert pane.settings.brush.kind == "ink"
    assert not options.hardness.isEnabled()
    pane.settings.set(radius_px=3, smoothing=0.9)
    options.choose_kind("round")
    assert pane.settings.brush.smoothing == 0
    assert pane.settings.brush.radius_px == 12
    pane.settings.set(colour=0x00FF00)
    options.choose_kind("ink")
    brush = pane.settings.brush
    assert (brush.radius_px, brush.smoothing, brush.colour) == (3, 0.9, 0x00FF00)


def test_the_panel_sets_and_shows_the_rarer_settings(pane: CanvasPane) -> None:
    panel = pane.bar.options.panel()
    panel.smoothing.setValue(40)
    panel.spacing.setValue(25)
    panel.pressure["pressure_flows"].click()
    panel.symmetry["radial"].click()
    panel.sectors.setValue(9)
    brush = pane.settings.brush
    assert (brush.smoothing, brush.spacing, brush.symmetry, brush.sectors) == (0.4, 0.25, "radial", 9)
    assert brush.pressure_flows
    pane.settings.set(smoothing=0.1, symmetry="none", pressure_flows=False)
    assert panel.smoothing.value() == 10
    assert panel.symmetry["none"].isChecked()
    assert not panel.sectors.isEnabled()
    assert not panel.pressure["pressure_flows"].isChecked()


def test_the_pressure_switches_of_the_row_follow_the_brush(pane: CanvasPane) -> None:
    options = pane.bar.options
    options.by_opacity.click()
    assert pane.settings.brush.pressure_fades
    pane.settings.set(pressure_sizes=False)
    assert not options.by_size.isChecked()
    options.flow.setValue(30)
    assert pane.settings.brush.flow == 0.3
