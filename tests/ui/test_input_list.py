"""An input that takes many pictures: gathered, ordered, remembered and read when it runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Put, SetCanvas
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.media import formats
from artstudio.sdk import Image
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui.panel.input_list import InputList
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.panel.picks import NAMED, Pick
from artstudio.ui.session import Session
from tests.ui.conftest import grey

ECHO = Path(__file__).parents[1] / "data" / "plugins" / "echo"
WAIT_MS = 20_000
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def flat(shade: int) -> Image:
    return Image(np.full((64, 64), shade, np.uint8))


def layer(number: int, shade: int) -> Layer:
    return Layer(f"l{number}", f"Grey {shade}", Tiles.from_image(flat(shade)))


@pytest.fixture
def toy_folder(toy_folder: Path) -> Path:
    shutil.copytree(ECHO, toy_folder / "echo", ignore=shutil.ignore_patterns("__pycache__"))
    return toy_folder


@pytest.fixture
def session(toy_session: Session) -> Session:
    """Two layers, the upper one current."""
    toy_session.do(SetCanvas("Begin", Canvas(64, 64, (layer(1, 40), layer(2, 80)))))
    toy_session.select(layer_id="l2")
    return toy_session


def panel_of(qtbot: QtBot, session: Session) -> PanelPane:
    made = PanelPane(session)
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.show()
    qtbot.waitUntil(
        lambda: "echo" in session.catalog.schemas and not session.catalog.loading, timeout=WAIT_MS
    )
    made.choose("echo", "mix")
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> PanelPane:
    return panel_of(qtbot, session)


def list_of(panel: PanelPane) -> InputList:
    (found,) = panel.body.inputs
    assert isinstance(found, InputList)
    return found


@pytest.fixture
def pictures(panel: PanelPane) -> InputList:
    return list_of(panel)


def entries(menu: QMenu) -> dict[str, QAction]:
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        found |= entries(inner) if isinstance(inner, QMenu) else {action.text(): action}
    return found


def add(pictures: InputList, *titles: str) -> None:
    for title in titles:
        entries(pictures.menu())[title].trigger()


def names(pictures: InputList) -> list[str]:
    return [pictures.view.item(row).text() for row in range(pictures.view.count())]


def drop(pictures: InputList, mime: QMimeData, point: QPoint) -> None:
    copy, plain = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    view = pictures.view.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(point, copy, mime, LEFT, plain))
    QApplication.sendEvent(view, QDropEvent(QPointF(point), copy, mime, LEFT, plain))
    QApplication.processEvents()


def result(qtbot: QtBot, panel: PanelPane, session: Session) -> int:
    """The grey of what Generate makes."""
    before = len(session.tray.takes)
    QTest.mouseClick(panel.foot.generate, LEFT)
    qtbot.waitUntil(
        lambda: len(session.tray.takes) > before and not session.tray.takes[-1].making, timeout=WAIT_MS
    )
    take = session.tray.takes[-1]
    assert take.candidate is not None, take.problem
    return grey(take.candidate.value)


def test_it_says_what_is_missing_until_there_is_enough(panel: PanelPane, pictures: InputList) -> None:
    assert "Pictures: at least 2, add 2 more." in panel.foot._problem.text()
    add(pictures, "Grey 40")
    assert "add 1 more" in panel.foot._problem.text()
    assert not panel.foot.generate.isEnabled()
    add(pictures, "Current layer")
    assert panel.foot.generate.isEnabled()
    add(pictures, *["Whole picture"] * 3)
    assert "4 at most, take 1 off the list" in panel.foot._problem.text()
    assert pictures.count.text() == "5 of 4"


def test_what_is_listed_is_read_in_its_order(
    qtbot: QtBot, panel: PanelPane, pictures: InputList, session: Session, tmp_path: Path
) -> None:
    formats.write(flat(200), tmp_path / "light.png")
    add(pictures, "Grey 40")
    pictures.take_files([tmp_path / "light.png"])
    panel.body.form.set_values({"across": 0.25})
    assert result(qtbot, panel, session) == 80
    pictures.view.select([1])
    QTest.keyClick(pictures.view, Qt.Key.Key_Left, ALT)
    assert names(pictures) == ["light.png", "Grey 40"]
    assert result(qtbot, panel, session) == 160
    QTest.mouseClick(pictures.later_button, LEFT)
    assert names(pictures) == ["Grey 40", "light.png"]


def test_earlier_results_can_be_used_and_outlast_their_card(
    qtbot: QtBot, panel: PanelPane, pictures: InputList, session: Session
) -> None:
    session.tray.start(Generation("toy", "fill", params={"grey": 120}), "Fill", "image", Where())
    qtbot.waitUntil(lambda: session.tray.takes[0].candidate is not None, timeout=WAIT_MS)
    add(pictures, "Grey 40", "1 · Fill")
    panel.body.form.set_values({"across": 1.0})
    panel.choose("toy", "fill")
    session.tray.clear()
    panel.choose("echo", "mix")
    assert names(list_of(panel)) == ["Grey 40", "1 · Fill"]
    assert result(qtbot, panel, session) == 120


def test_a_named_layer_is_followed_and_its_loss_is_said(
    qtbot: QtBot, panel: PanelPane, pictures: InputList, session: Session
) -> None:
    add(pictures, "Grey 40", "Grey 80")
    session.do(Put("Repaint", "layer", "l1", Layer("l1", "Dawn", Tiles.from_image(flat(10)))))
    panel.body.form.set_values({"across": 0.0})
    assert names(pictures) == ["Dawn", "Grey 80"]
    assert result(qtbot, panel, session) == 10
    session.do(Put("Delete", "layer", "l1", None))
    assert "the layer Dawn is gone" in panel.foot._problem.text()
    session.undo()
    assert panel.foot.generate.isEnabled()


def test_delete_takes_off_the_list(pictures: InputList) -> None:
    add(pictures, "Grey 40", "Grey 80", "Whole picture")
    pictures.view.select([0, 2])
    QTest.keyClick(pictures.view, Qt.Key.Key_Delete)
    assert names(pictures) == ["Grey 80"]
    assert pictures.view.rows() == [0]
    QTest.mouseClick(pictures.remove_button, LEFT)
    assert names(pictures) == []
    assert pictures.view.hint.isVisible()


def test_delete_on_the_list_deletes_nothing_else(qtbot: QtBot, pictures: InputList) -> None:
    window = pictures.window()
    elsewhere: list[bool] = []
    other = QAction("Delete", window)
    other.setShortcut(QKeySequence("Del"))
    other.triggered.connect(elsewhere.append)
    window.addAction(other)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    add(pictures, "Grey 40", "Grey 80")
    pictures.view.select([0])
    pictures.view.setFocus()
    QTest.keyClick(pictures.view, Qt.Key.Key_Delete)
    assert names(pictures) == ["Grey 80"]
    assert not elsewhere


def test_files_are_dropped_between_and_pictures_dragged(pictures: InputList, tmp_path: Path) -> None:
    add(pictures, "Grey 40", "Grey 80")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.png", "song.mid", "b.jpg")])
    drop(pictures, mime, pictures.view.visualItemRect(pictures.view.item(1)).topLeft() + QPoint(3, 3))
    assert names(pictures) == ["Grey 40", "a.png", "b.jpg", "Grey 80"]
    own = pictures.view.model().mimeData([pictures.view.model().index(3, 0)])
    pictures.view.select([3])
    drop(pictures, own, QPoint(2, 2))
    assert names(pictures) == ["Grey 80", "Grey 40", "a.png", "b.jpg"]
    assert pictures.view.rows() == [0]


def test_small_pictures_come_by_themselves_and_a_bad_file_is_marked(
    qtbot: QtBot, panel: PanelPane, pictures: InputList, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "torn.png").write_bytes(b"\x89PNG")
    add(pictures, "Grey 40")
    pictures.take_files([tmp_path / "torn.png"])
    qtbot.waitUntil(lambda: len(pictures.pictures()) == 1, timeout=WAIT_MS)
    assert pictures.pictures()[0].pixelColor(5, 5).red() == 40
    qtbot.waitUntil(lambda: "torn.png" in pictures.view.item(1).toolTip(), timeout=WAIT_MS)
    session.do(Put("Repaint", "layer", "l1", layer(1, 90)))
    qtbot.waitUntil(lambda: pictures.pictures()[0].pixelColor(5, 5).red() == 90, timeout=WAIT_MS)


def test_the_list_returns_with_the_next_start_but_not_in_another_project(
    qtbot: QtBot, panel: PanelPane, pictures: InputList, session: Session, tmp_path: Path
) -> None:
    add(pictures, "Grey 40", "Current layer")
    pictures.take_files([tmp_path / "sea.png"])
    panel.choose("toy", "fill")
    later = list_of(panel_of(qtbot, session))
    assert names(later) == ["Grey 40", "Current layer", "sea.png"]
    assert later.picks[0] == Pick(NAMED, "l1", "Grey 40")
    other = Sheet(Canvas(64, 64, (Layer("l1", "Another", Tiles(64, 64)),)))
    session.open(Project(other))
    assert names(later) == ["Current layer", "sea.png"]
