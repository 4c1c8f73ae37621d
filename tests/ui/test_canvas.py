from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QPointingDevice, QTabletEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.differences import differing_tiles
from artstudio.documents.edits import Put, SetCanvas, SetMaps
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.render.compositor import composite, composite_image
from artstudio.sdk import Image
from artstudio.ui.canvas.blocks import Blocks
from artstudio.ui.canvas.layer_rows import NAME
from artstudio.ui.canvas.layers import LayersPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(None, Project(Sheet.blank(300, 200)))


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> CanvasPane:
    pane = CanvasPane(session)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    qtbot.waitExposed(pane)
    pane.view.set_zoom(1.0)
    pane.settings.set(hardness=1.0, radius_px=5, colour=0xFF0000)
    return pane


def at(pane: CanvasPane, x: float, y: float) -> QPoint:
    return pane.view.to_widget(QPointF(x, y)).toPoint()


def drag(qtbot: QtBot, pane: CanvasPane, *path: tuple[float, float]) -> None:
    first, *rest = (at(pane, *point) for point in path)
    QTest.mousePress(pane.view, LEFT, pos=first)
    for point in rest:
        QTest.mouseMove(pane.view, point)
    QTest.mouseRelease(pane.view, LEFT, pos=rest[-1] if rest else first)


def colour(session: Session, x: int, y: int) -> list[int]:
    found: list[int] = composite(session.project.sheet.canvas, (x, y, 1, 1)).pixels[0, 0].tolist()
    return found


def seen(pane: CanvasPane, x: float, y: float) -> QColor:
    return pane.view.grab().toImage().pixelColor(at(pane, x, y))


def test_a_stroke_on_an_empty_canvas_makes_a_layer_and_is_one_step(
    session: Session, pane: CanvasPane, qtbot: QtBot
) -> None:
    drag(qtbot, pane, (50, 100), (150, 100), (250, 100))
    assert colour(session, 200, 100) == [255, 0, 0, 255]
    assert len(session.project.history.steps) == 1
    assert session.selection.layer_id == session.project.sheet.canvas.layers[0].id
    session.project.undo()
    assert session.project.sheet == Sheet.blank(300, 200)


def test_what_is_painted_is_seen_while_the_pen_is_down_and_after_undo_gone(
    session: Session, pane: CanvasPane, qtbot: QtBot
) -> None:
    QTest.mousePress(pane.view, LEFT, pos=at(pane, 100, 100))
    assert seen(pane, 100, 100) == QColor("#ff0000")
    assert session.project.sheet.canvas.layers == ()
    QTest.mouseRelease(pane.view, LEFT, pos=at(pane, 100, 100))
    assert seen(pane, 100, 100) == QColor("#ff0000")
    session.project.undo()
    assert seen(pane, 100, 100) == QColor("#ffffff")


def test_the_eraser_takes_paint_away(session: Session, pane: CanvasPane, qtbot: QtBot) -> None:
    drag(qtbot, pane, (50, 100), (250, 100))
    pane.choose_tool("eraser")
    drag(qtbot, pane, (150, 80), (150, 120))
    assert colour(session, 150, 100) == [255, 255, 255, 255]
    assert colour(session, 100, 100) == [255, 0, 0, 255]


def test_erasing_an_empty_canvas_does_nothing(session: Session, pane: CanvasPane, qtbot: QtBot) -> None:
    pane.choose_tool("eraser")
    drag(qtbot, pane, (50, 100), (250, 100))
    assert not session.project.dirty


def test_a_group_says_that_a_layer_in_it_must_be_chosen(
    session: Session, pane: CanvasPane, qtbot: QtBot
) -> None:
    group = Layer("l2", "Scene", Tiles(300, 200), group=True, locked=True)
    inside = Layer("l1", "Sky", Tiles(300, 200), parent="l2")
    session.do(SetCanvas("Group", Canvas(300, 200, (inside, group))))
    for selected, sentence in (
        ("l2", "Scene is a group: choose a layer in it, or add one, to paint on."),
        ("l1", "Scene is locked: unlock it to paint on it."),
    ):
        session.select(layer_id=selected)
        with qtbot.waitSignal(session.said) as said:
            drag(qtbot, pane, (50, 50), (60, 60))
        assert said.args == [sentence]
    assert len(session.project.history.steps) == 1


@pytest.mark.parametrize("field", ["locked", "visible"])
def test_a_locked_or_hidden_layer_says_why_it_cannot_be_painted_on(
    session: Session, pane: CanvasPane, qtbot: QtBot, field: str
) -> None:
    layer = Layer("l1", "Sky", Tiles(300, 200), **{field: field == "locked"})  # type: ignore[arg-type]
    session.do(Put("Add", "layer", "l1", layer))
    with qtbot.waitSignal(session.said) as said:
        drag(qtbot, pane, (50, 100), (250, 100))
    assert "Sky" in said.args[0]
    assert len(session.project.history.steps) == 1


def test_escape_or_an_undo_meanwhile_drops_the_stroke(
    session: Session, pane: CanvasPane, qtbot: QtBot
) -> None:
    QTest.mousePress(pane.view, LEFT, pos=at(pane, 100, 100))
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(pane.view, LEFT, pos=at(pane, 100, 100))
    assert not session.project.dirty
    assert seen(pane, 100, 100) == QColor("#ffffff")


def test_music_arriving_during_a_stroke_does_not_disturb_it(
    session: Session, pane: CanvasPane, qtbot: QtBot
) -> None:
    QTest.mousePress(pane.view, LEFT, pos=at(pane, 100, 100))
    session.do(SetMaps("Resolution", ticks_per_quarter=96))
    QTest.mouseRelease(pane.view, LEFT, pos=at(pane, 100, 100))
    assert colour(session, 100, 100) == [255, 0, 0, 255]


def test_the_pen_s_pressure_and_eraser_end_count(session: Session, pane: CanvasPane) -> None:
    pane.settings.set(radius_px=40)

    def tablet(
        kind: QTabletEvent.Type, x: float, pressure: float, pointer: QPointingDevice.PointerType
    ) -> None:
        device = QPointingDevice(
            "pen", 1, QInputDevice.DeviceType.Stylus, pointer, QInputDevice.Capability.Pressure, 1, 1
        )
        place = QPointF(at(pane, x, 100))
        buttons = Qt.MouseButton.NoButton if kind == QTabletEvent.Type.TabletRelease else LEFT
        event = QTabletEvent(
            kind, device, place, place, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, buttons
        )
        QApplication.sendEvent(pane.view, event)

    pen, eraser = QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser
    tablet(QTabletEvent.Type.TabletPress, 100, 0.25, pen)
    tablet(QTabletEvent.Type.TabletRelease, 100, 0, pen)
    assert colour(session, 108, 100) == [255, 0, 0, 255]
    assert colour(session, 115, 100) == [255, 255, 255, 255]
    tablet(QTabletEvent.Type.TabletPress, 100, 1.0, eraser)
    tablet(QTabletEvent.Type.TabletRelease, 100, 0, eraser)
    assert colour(session, 100, 100) == [255, 255, 255, 255]


def test_picking_takes_the_colour_seen(session: Session, pane: CanvasPane, qtbot: QtBot) -> None:
    drag(qtbot, pane, (100, 100))
    pane.settings.set(colour=0)
    pane.choose_tool("pick")
    drag(qtbot, pane, (100, 100))
    assert pane.settings.brush.colour == 0xFF0000


def test_swapping_colours_twice_gives_the_first_back(session: Session, pane: CanvasPane) -> None:
    session.colours.swap()
    assert pane.settings.brush.colour == 0xFFFFFF
    session.colours.swap()
    assert pane.settings.brush.colour == 0xFF0000


def test_ctrl_wheel_zooms_about_the_pointer(pane: CanvasPane) -> None:
    place = QPointF(at(pane, 70, 60))
    event = QWheelEvent(
        place, pane.view.mapToGlobal(place), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = pane.view.to_canvas(place)
    QApplication.sendEvent(pane.view, event)
    assert pane.view.zoom == pytest.approx(1.44)
    assert (pane.view.to_canvas(place) - before).manhattanLength() < 1e-6


def test_space_or_the_middle_button_pans_and_does_not_paint(
    session: Session, pane: CanvasPane, qtbot: QtBot
) -> None:
    before = at(pane, 0, 0)
    QTest.keyPress(pane.view, Qt.Key.Key_Space)
    drag(qtbot, pane, (100, 100), (130, 110))
    QTest.keyRelease(pane.view, Qt.Key.Key_Space)
    assert at(pane, 0, 0) - before == QPoint(30, 10)
    place = at(pane, 50, 50)
    QTest.mousePress(pane.view, Qt.MouseButton.MiddleButton, pos=place)
    QTest.mouseMove(pane.view, place - QPoint(30, 10))
    QTest.mouseRelease(pane.view, Qt.MouseButton.MiddleButton, pos=place)
    assert at(pane, 0, 0) == before
    assert not session.project.dirty


def test_the_canvas_fits_until_it_is_zoomed(pane: CanvasPane) -> None:
    pane.view.fit()
    pane.resize(400, 300)
    assert pane.view.rect().contains(at(pane, 0, 0))
    assert pane.view.rect().contains(at(pane, 300, 200))
    zoom = pane.view.zoom
    pane.view.step_zoom(1)
    larger = pane.view.zoom
    pane.resize(500, 400)
    assert pane.view.zoom == larger > zoom


def test_another_project_is_shown(session: Session, pane: CanvasPane) -> None:
    other = Sheet(Canvas(50, 80, background=0xFF00FF00))
    session.open(Project(other))
    assert seen(pane, 25, 40) == QColor("#00ff00")


def test_a_result_not_kept_yet_is_seen_over_the_canvas(session: Session, pane: CanvasPane) -> None:
    session.previewed.emit(Image(np.full((20, 30, 3), (0, 0, 255), np.uint8)))
    assert seen(pane, 150, 100) == QColor("#0000ff")
    session.previewed.emit(None)
    assert seen(pane, 150, 100) == QColor("#ffffff")
    assert not session.project.dirty


def test_the_size_field_and_slider_follow_the_keys(pane: CanvasPane) -> None:
    pane.settings.set(radius_px=10)
    step = pane.bar.options.diameter.value()
    pane.settings.step_size(1)
    assert pane.settings.brush.radius_px == pytest.approx(12)
    assert pane.bar.options.diameter.value() > step


# ------------------------------------------------------------------------------------------- the block cache


def noisy(seed: int) -> Tiles:
    return Tiles.from_image(Image(np.random.default_rng(seed).integers(0, 256, (400, 600, 4), np.uint8)))


def test_renewed_blocks_look_as_if_made_anew(qapp: QApplication) -> None:
    canvas = Canvas(600, 400, (Layer("l1", "a", noisy(1)), Layer("l2", "b", noisy(2), opacity=0.5)))
    blocks = Blocks(canvas)
    places = [(bx, by) for bx in range(3) for by in range(2)]
    for place in places:
        blocks.image(place)
    pixels = canvas.layers[0].pixels.with_changes({(1, 1): 0xFF00FF00, (5, 4): None})
    changed = Canvas(600, 400, (Layer("l1", "a", pixels), canvas.layers[1]))
    assert differing_tiles(canvas, changed) == {(1, 1), (5, 4)}
    blocks.show(changed)
    for place in places:
        rect = blocks.rect(place)
        anew = composite_image(changed, (rect.x(), rect.y(), rect.width(), rect.height()))
        assert blocks.image(place) == anew


def test_what_may_look_different_is_found_for_every_kind_of_change() -> None:
    a, b = Layer("l1", "a", noisy(1)), Layer("l2", "b", Tiles(600, 400).with_changes({(2, 2): 5}))
    canvas = Canvas(600, 400, (a, b))
    assert differing_tiles(canvas, canvas) == set()
    assert differing_tiles(canvas, Canvas(600, 400, (a,))) == {(2, 2)}
    assert differing_tiles(canvas, Canvas(600, 400, (a, b), background=None)) is None
    faded = Layer("l2", "b", b.pixels, opacity=0.3)
    assert differing_tiles(canvas, Canvas(600, 400, (a, faded))) == {(2, 2)}
    assert (2, 2) in (differing_tiles(canvas, Canvas(600, 400, (b, a))) or set())


# ------------------------------------------------------------------------------------------------ the layers


@pytest.fixture
def layers(session: Session, qtbot: QtBot) -> LayersPane:
    layers = LayersPane(session)
    qtbot.addWidget(layers)
    layers.resize(260, 300)
    layers.show()
    return layers


def names(session: Session) -> list[str]:
    return [layer.name for layer in session.project.sheet.canvas.layers]


def test_layers_are_added_above_the_selected_one_moved_and_deleted(
    session: Session, layers: LayersPane
) -> None:
    assert layers.empty.isVisible()
    for _ in range(3):
        layers.add_button.click()
    assert names(session) == ["Layer 1", "Layer 2", "Layer 3"]
    session.select(layer_id="l1")
    layers.up_button.click()
    assert names(session) == ["Layer 2", "Layer 1", "Layer 3"]
    layers.duplicate_button.click()
    assert names(session) == ["Layer 2", "Layer 1", "Layer 1 copy", "Layer 3"]
    layers.delete_button.click()
    assert names(session) == ["Layer 2", "Layer 1", "Layer 3"]
    assert session.selection.layer_id == "l1"
    assert not layers.empty.isVisible()


def test_the_top_layer_stands_first_and_a_click_selects(
    session: Session, layers: LayersPane, qtbot: QtBot
) -> None:
    layers.commands.add()
    layers.commands.add()
    assert [layers.tree.model().index(row, NAME).data() for row in range(2)] == ["Layer 2", "Layer 1"]
    row = layers.tree.visualItemRect(layers.tree.item_of("l1"))
    QTest.mouseClick(layers.tree.viewport(), LEFT, pos=row.center())
    assert session.selection.layer_id == "l1"


def test_the_eye_hides_and_shows(session: Session, layers: LayersPane, qtbot: QtBot) -> None:
    layers.commands.add()
    for shown in (False, True):
        row = layers.tree.visualItemRect(layers.tree.item_of("l1"))
        QTest.mouseClick(layers.tree.viewport(), LEFT, pos=QPoint(14, row.center().y()))
        assert session.project.sheet.canvas.layers[0].visible is shown


def test_dragging_the_opacity_is_one_step(session: Session, layers: LayersPane) -> None:
    layers.commands.add()
    layers.look.opacity.setSliderDown(True)
    for value in (90, 60, 30):
        layers.look.opacity.setValue(value)
    layers.look.opacity.setSliderDown(False)
    assert session.project.sheet.canvas.layers[0].opacity == 0.3
    assert len(session.project.history.steps) == 2
    session.project.undo()
    assert layers.look.opacity.value() == 100


def test_renaming_and_blending_are_edits(session: Session, layers: LayersPane, qtbot: QtBot) -> None:
    layers.commands.add()
    layers.tree.item_of("l1").setText(NAME, "天空")
    assert names(session) == ["天空"]
    layers.look.mode.setCurrentIndex(layers.look.mode.findData("multiply"))
    layers.look.mode.activated.emit(layers.look.mode.currentIndex())
    assert session.project.sheet.canvas.layers[0].mode == "multiply"
    session.project.undo()
    session.project.undo()
    assert names(session) == ["Layer 1"]
