"""Choosing and tending models, by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from artstudio.media.images import write_image
from artstudio.sdk import Image
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.candidates.sample import LargeSample, SampleView
from artstudio.ui.models.picker import ModelPicker
from artstudio.ui.models.window import ModelsWindow
from tests.ui.shell_rig import answers

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from artstudio.host.models import Model
    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session

WAIT_MS = 20_000


@pytest.fixture
def own_models(toy_studio: Studio, tmp_path: Path) -> list[Model]:
    """Two models of the artist's own: "dawn" with a card and a sample, "dusk" with neither."""
    found = toy_studio.host.found("toy")
    folder = tmp_path / "made"
    (folder / "samples").mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    dusk = toy_studio.shelf.add(found, folder, "dusk")
    (folder / "MODEL_CARD.md").write_text("# Dawn\n\nLearned from **sunrises**.")
    write_image(Image(np.full((8, 8), 90, np.uint8)), folder / "samples" / "one.png", None)
    (folder / "samples" / "torn.png").write_bytes(b"no picture")
    return [toy_studio.shelf.add(found, folder, "dawn"), dusk]


@pytest.fixture
def window(qtbot: QtBot, toy_session: Session, own_models: list[Model]) -> ModelsWindow:
    toy_session.catalog.load()
    made = ModelsWindow(toy_session)
    qtbot.addWidget(made)
    made.open_for("toy")
    qtbot.waitUntil(lambda: not toy_session.catalog.loading and made.list.count() == 2, timeout=WAIT_MS)
    return made


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(window: ModelsWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def test_a_model_shows_its_card_and_the_samples_that_can_be_read(qtbot: QtBot, window: ModelsWindow) -> None:
    assert names(window) == ["dawn", "dusk"]
    qtbot.waitUntil(lambda: "sunrises" in window.card.text.toPlainText())
    assert "**" not in window.card.text.toPlainText()  # the Markdown is rendered
    qtbot.waitUntil(lambda: len(window.card._strip.findChildren(MediaView)) == 1)
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "no card" in window.card.text.toPlainText())
    assert not window.card._strip.isVisible()


def test_a_sample_is_shown_large_by_a_click_or_a_key(qtbot: QtBot, window: ModelsWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.card._strip.findChildren(SampleView)))
    small = window.card._strip.findChildren(SampleView)[0]
    QTest.mouseClick(small, Qt.MouseButton.LeftButton)
    (large,) = small.findChildren(LargeSample)
    assert large.isVisible()
    assert large.findChildren(MediaView)[0].width() == 480  # of 8 pixels, magnified
    QTest.keyClick(large, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not small.findChildren(LargeSample))
    QTest.keyClick(small, Qt.Key.Key_Return)
    assert len(small.findChildren(LargeSample)) == 1
    assert window.isVisible()


def test_renaming_by_f2(qtbot: QtBot, window: ModelsWindow, toy_studio: Studio) -> None:
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClicks(window.card.name, "first light")
    QTest.keyClick(window.card.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(window) == ["dusk", "first light"])
    assert (toy_studio.folders.models / "toy" / "first light" / "config.json").exists()


def test_a_name_that_is_taken_is_refused_and_the_old_one_stays(
    qtbot: QtBot, window: ModelsWindow, toy_session: Session
) -> None:
    errors: list[Any] = []
    toy_session.failed.connect(errors.append)
    click(window.card.rename)
    QTest.keyClicks(window.card.name, "dusk")
    QTest.keyClick(window.card.name, Qt.Key.Key_Return)
    assert "already a model called dusk" in str(errors[0])
    assert window.card.name.text() == "dawn"


def test_escape_leaves_a_name_as_it_was(window: ModelsWindow) -> None:
    click(window.card.rename)
    QTest.keyClicks(window.card.name, "nonsense")
    QTest.keyClick(window.card.name, Qt.Key.Key_Escape)
    assert window.card.name.text() == "dawn"
    assert window.isVisible()


def test_deleting_asks_first(qtbot: QtBot, window: ModelsWindow, own_models: list[Model]) -> None:
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert window.card._bar.isVisible()
    click(window.card.keep)
    assert not window.card._bar.isVisible()
    assert own_models[0].folder.exists()
    click(window.card.delete)
    click(window.card.really)
    qtbot.waitUntil(lambda: names(window) == ["dusk"])
    assert not own_models[0].folder.exists()


def test_using_a_model_tells_which(qtbot: QtBot, window: ModelsWindow) -> None:
    with qtbot.waitSignal(window.use_wanted) as used:
        click(window.card.use)
    assert used.args is not None
    assert used.args[0].title == "dawn"


def test_the_picker_keeps_its_choice_while_models_come_and_go(qtbot: QtBot, own_models: list[Model]) -> None:
    picker = ModelPicker(with_nothing=True)
    qtbot.addWidget(picker)
    dawn, dusk = own_models
    picker.set_models([dawn, dusk])
    assert picker.model == dawn
    picker.box.setCurrentIndex(1)
    picker.set_models([dusk])
    assert picker.model == dusk
    picker.choose(None)
    assert picker.model is None
    picker.set_models([dawn])
    assert picker.box.currentText() in ("dawn", "From nothing")


def test_a_folder_of_ones_own_is_chosen_used_and_forgotten(
    qtbot: QtBot, window: ModelsWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pipeline"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    answers(monkeypatch, ask_folder=folder)
    with qtbot.waitSignal(window.use_wanted, timeout=WAIT_MS) as used:
        click(window.folder)
    assert used.args[0].folder == folder
    assert names(window) == ["dawn", "dusk", "pipeline"]
    assert window.chosen == used.args[0]
    click(window.card.delete)
    qtbot.waitUntil(lambda: names(window) == ["dawn", "dusk"], timeout=WAIT_MS)
    assert (folder / "config.json").exists()
