"""Pictures dragged onto the window, with and without a file, and the recipes that they bring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas
from artstudio.documents.project import Project
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.media import formats
from artstudio.sdk import Image, Video
from artstudio.ui.app import App
from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.dialogs import ask
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.session import Session
from artstudio.ui.words import sentence
from tests.ui.shell_rig import WAIT_MS

MADE = Recipe("toy", "1.0.0", "say", params={"words": "once"}, seed=77)


def picture(path: Path, recipe: Recipe | None = None, side: int = 12) -> Path:
    text = None if recipe is None else recipe.canonical().decode()
    formats.write(Image(np.full((side, side, 3), 9, np.uint8)), path, text)
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(app: App, mime: QMimeData, at: tuple[float, float] | None = None) -> bool:
    """Drops on the canvas point `at`, or above the menus; whether the window would take it."""
    place = QPointF(1, 1)
    if at is not None:
        pane = app.window.panes["canvas"]
        assert isinstance(pane, CanvasPane)
        place = QPointF(pane.view.mapTo(app.window, pane.view.to_widget(QPointF(*at)).toPoint()))
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(1, 1), copy, mime, left, plain)
    enter.ignore()
    QApplication.sendEvent(app.window, enter)
    QApplication.sendEvent(app.window, QDropEvent(place, copy, mime, left, plain))
    return enter.isAccepted()


def wait_for_layers(app: App, qtbot: QtBot, number: int) -> list[tuple[int, int, int, int] | None]:
    qtbot.waitUntil(lambda: len(app.session.project.sheet.canvas.layers) == number, timeout=WAIT_MS)
    return [layer.pixels.bounds() for layer in app.session.project.sheet.canvas.layers]


def test_several_pictures_land_around_the_point_they_are_dropped_on(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    app.session.open(Project(Sheet(Canvas(400, 300))))
    paths = [picture(tmp_path / f"{name}.png", side=side) for name, side in (("a", 20), ("b", 60))]
    assert drop(app, files(*paths), at=(100.0, 80.0))
    for bounds in wait_for_layers(app, qtbot, 2):
        assert bounds is not None
        x, y, width, height = bounds
        assert abs(x + width / 2 - 100) <= 2
        assert abs(y + height / 2 - 80) <= 2


def test_beside_the_canvas_they_land_in_its_middle(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    app.session.open(Project(Sheet(Canvas(400, 300))))
    assert drop(app, files(picture(tmp_path / "a.png", side=20)))
    assert wait_for_layers(app, qtbot, 1) == [(190, 140, 20, 20)]


def test_a_picture_out_of_a_browser_needs_no_file(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    mime.setData("image/png", QByteArray(picture(tmp_path / "a.png", MADE).read_bytes()))
    assert drop(app, mime)
    wait_for_layers(app, qtbot, 1)
    assert app.session.project.sheet.canvas.layers[0].recipe == MADE
    image = QImage(5, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 128))
    decoded = QMimeData()
    decoded.setImageData(image)
    assert drop(app, decoded)
    wait_for_layers(app, qtbot, 2)
    top = app.session.project.sheet.canvas.layers[1].pixels.to_image()
    assert top.pixels[512, 512].tolist() == [255, 0, 0, 128]


def test_an_address_alone_is_not_taken(app: App) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.png")])
    assert not drop(app, mime)
    assert app.session.project.sheet.canvas.layers == ()


def test_a_broken_picture_out_of_a_browser_is_one_sentence(app: App, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", QByteArray(b"no jpeg"))
    with qtbot.waitSignal(app.session.failed, timeout=WAIT_MS) as failed:
        drop(app, mime)
    assert "is no picture" in sentence(failed.args[0])


def test_a_dropped_film_file_brings_its_recipe(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    video = Video(np.zeros((3, 16, 16, 3), np.uint8))
    formats.write(video, tmp_path / "a.mp4", MADE.canonical().decode())
    session = app.session
    both = [session.recipe_wanted, session.plugin_wanted]  # its plugin is not here
    with qtbot.waitSignals(both, timeout=WAIT_MS), qtbot.waitSignal(session.recipe_wanted) as wanted:
        drop(app, files(tmp_path / "a.mp4"))
    assert wanted.args == [MADE]
    formats.write(video, tmp_path / "b.webm")
    with qtbot.waitSignal(app.session.failed, timeout=WAIT_MS) as failed:
        drop(app, files(tmp_path / "b.webm"))
    assert "b.webm cannot be opened" in sentence(failed.args[0])
    assert app.session.project.sheet.canvas.layers == ()


@pytest.mark.parametrize("opens", [False, True])
def test_a_picture_of_a_plugin_that_is_not_here_comes_in_all_the_same(
    app: App, tmp_path: Path, qtbot: QtBot, opens: bool
) -> None:
    path = picture(tmp_path / "a.png", MADE)
    with qtbot.waitSignal(app.session.plugin_wanted, timeout=WAIT_MS) as wanted:
        app.files.open(path) if opens else drop(app, files(path))
    words = "The plugin toy 1.0.0 that made this is not here: install it to use its settings."
    assert wanted.args == [words, "toy"]
    # it may be the notice on the whole work's missing plugins that names it; it is named once
    assert len([text for text in app.window.notices.texts() if "toy" in text]) == 1
    assert app.session.project.sheet.canvas.layers[0].recipe == MADE


# --------------------------------------------------------------------------------- the panel and the strip


def wait_for_plugins(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "toy" in session.catalog.schemas and not session.catalog.loading, timeout=WAIT_MS)


@pytest.mark.parametrize("early", [False, True])
def test_the_panel_shows_what_a_recipe_says(qtbot: QtBot, toy_session: Session, early: bool) -> None:
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    if not early:
        toy_session.catalog.load()
        wait_for_plugins(toy_session, qtbot)
    said: list[str] = []
    toy_session.said.connect(said.append)
    toy_session.recipe_wanted.emit(MADE)
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert said == ["Made by Say of Toy: its settings are in the Models panel."]
    assert panel.chooser.current == ("toy", "say")
    assert panel.body.form.values() == {"words": "once"}
    assert panel.body.seed.value() == 77
    assert panel.body.seed.lock.isChecked()
    wait_for_plugins(toy_session, qtbot)


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        (
            replace(MADE, model="muse", model_hash="ab"),
            "The model muse that made this is not here: choose another.",
        ),
        (
            replace(MADE, action="fill", params={"grey": 10**400}),
            "The settings that made this with toy make no sense.",
        ),
    ],
)
def test_what_cannot_be_restored_is_one_sentence(
    qtbot: QtBot, toy_session: Session, recipe: Recipe, words: str
) -> None:
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    errors: list[Any] = []
    toy_session.failed.connect(errors.append)
    panel.restore(recipe)
    qtbot.waitUntil(lambda: bool(errors), timeout=WAIT_MS)
    assert [sentence(error) for error in errors] == [words]
    wait_for_plugins(toy_session, qtbot)


@pytest.mark.parametrize(
    ("recipe", "words", "action"),
    [
        (
            replace(MADE, action="sing", version="3.1"),
            "The plugin toy 3.1 made this by sing, which 1.0.0 here does not have.",
            "fill",
        ),
        (
            replace(MADE, version="0.9"),
            "The plugin toy 0.9 made this, and 1.0.0 is here: the result may differ.",
            "say",
        ),
    ],
)
def test_another_version_of_the_plugin_is_told_of(
    qtbot: QtBot, toy_session: Session, recipe: Recipe, words: str, action: str
) -> None:
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(toy_session.plugin_wanted, timeout=WAIT_MS) as wanted:
        panel.restore(recipe)
    assert wanted.args == [words, "toy"]
    assert panel.chooser.current == ("toy", action)
    wait_for_plugins(toy_session, qtbot)


def test_the_model_is_chosen_and_a_changed_one_is_told_of(qtbot: QtBot, toy_session: Session) -> None:
    studio = toy_session.studio
    assert studio is not None
    folder = studio.folders.models / "toy" / "muse"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(toy_session.failed, timeout=WAIT_MS) as failed:
        panel.restore(replace(MADE, model="muse", model_hash="00" * 32))
    assert "muse has changed" in sentence(failed.args[0])
    assert panel.body.model.model is not None
    assert panel.body.model.model.name == "muse"
    wait_for_plugins(toy_session, qtbot)


def test_a_result_is_exported_with_its_recipe_and_leads_back_to_its_settings(
    qtbot: QtBot, toy_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, strip = PanelPane(toy_session), CandidatesPane(toy_session)
    for widget in (panel, strip):
        qtbot.addWidget(widget)
    panel.restore(replace(MADE, action="fill", params={"grey": 123, "slow": False}))
    wait_for_plugins(toy_session, qtbot)
    qtbot.waitUntil(panel.foot.generate.isEnabled, timeout=WAIT_MS)
    panel.generate()
    qtbot.waitUntil(lambda: any(take.candidate for take in toy_session.tray.takes), timeout=WAIT_MS)
    (take,) = toy_session.tray.takes
    assert take.candidate is not None
    monkeypatch.setattr(ask, "ask_save", lambda *_args: tmp_path / "out.webp")
    with qtbot.waitSignal(toy_session.said, timeout=WAIT_MS):
        strip.card(take).export_wanted.emit()
    from artstudio.studio.recipes import recipe_in

    found = recipe_in(tmp_path / "out.webp")
    assert found == take.candidate.recipe
    panel.choose("toy", "say")
    QTest.keyClick(strip.card(take), Qt.Key.Key_U)
    assert panel.body.form.values() == {"grey": 123, "slow": False}
    assert panel.body.seed.value() == 77
