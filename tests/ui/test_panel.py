"""The panel with a real plugin in a real worker: choose, set, generate, stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from artstudio.engine.job import Outcome
from artstudio.media.midi import write_midi
from artstudio.sdk import Image, Score, Track, notes_array
from artstudio.ui.panel.chooser import ActionChooser
from artstudio.ui.panel.inputs import InputRow
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from artstudio.ui.session import Session

WAIT_MS = 20_000


@pytest.fixture
def panel(qtbot: QtBot, toy_session: Session) -> PanelPane:
    made = PanelPane(toy_session)
    qtbot.addWidget(made)
    made.resize(320, 640)
    made.show()
    qtbot.waitUntil(
        lambda: "toy" in toy_session.catalog.schemas and not toy_session.catalog.loading, timeout=WAIT_MS
    )
    return made


def drop(target: QWidget, paths: list[Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, mime, left, plain))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, mime, left, plain))


def type_into(panel: PanelPane, name: str, text: str) -> None:
    row = next(row for row in panel.body.form.rows if row.name == name)
    line = row.editor.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, text)


def input_row(panel: PanelPane) -> InputRow:
    (row,) = panel.body.inputs
    assert isinstance(row, InputRow)
    return row


def click_generate(panel: PanelPane) -> None:
    QTest.mouseClick(panel.foot.generate, Qt.MouseButton.LeftButton)


def test_it_waits_calmly_and_then_draws_the_first_action(qtbot: QtBot, toy_session: Session) -> None:
    panel = PanelPane(toy_session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.body.currentIndex() == 0
    assert not panel.foot.isVisible()
    qtbot.waitUntil(lambda: panel.body.currentIndex() == 2, timeout=WAIT_MS)
    assert [panel.chooser.itemText(i) for i in range(panel.chooser.count())] == [
        "Pictures", "Fill  ·  Toy", "Music", "Continue  ·  Toy", "Writing", "Say  ·  Toy",
    ]  # fmt: skip
    assert panel.body.form.values() == {"grey": 100, "slow": False}


def test_which_action_is_first_does_not_depend_on_which_plugin_answers_first(
    qtbot: QtBot, toy_session: Session, panel: PanelPane
) -> None:
    catalog = toy_session.catalog
    toy = catalog.schemas.pop("toy")
    music = toy.model_copy(update={"actions": tuple(a for a in toy.actions if a.outputs == ("score",))})
    catalog.plugins["music"] = catalog.plugins["toy"]
    chooser = ActionChooser()
    qtbot.addWidget(chooser)
    catalog.schemas = {"music": music}
    chooser.fill(catalog)
    assert chooser.current == ("music", "continue")
    catalog.schemas = {"toy": toy, "music": music}
    chooser.fill(catalog)
    assert chooser.current == ("toy", "fill")  # nothing was chosen by hand: the first of the list
    assert chooser.choose("toy", "continue")
    chooser.fill(catalog)
    assert chooser.current == ("toy", "continue")


def test_a_click_makes_a_result_with_the_typed_values(
    qtbot: QtBot, panel: PanelPane, toy_session: Session
) -> None:
    type_into(panel, "grey", "40")
    panel.body.seed.set_value(5, locked=False)
    click_generate(panel)
    qtbot.waitUntil(lambda: any(t.candidate for t in toy_session.tray.takes), timeout=WAIT_MS)
    (take,) = toy_session.tray.takes
    assert take.candidate is not None
    assert isinstance(take.value, Image)
    assert take.value.pixels[0, 0, 0] == 40
    assert take.candidate.recipe.params == {"grey": 40, "slow": False}
    assert take.candidate.recipe.seed == 5
    assert panel.body.seed.value() != 5


def test_devices_that_are_known_last_open_generate(panel: PanelPane, toy_session: Session) -> None:
    catalog = toy_session.catalog
    devices, catalog.devices = catalog.devices, []
    panel._show_problem()
    assert not panel.foot.generate.isEnabled()
    catalog.devices = devices
    catalog.changed.emit()
    assert panel.foot.generate.isEnabled()


def test_alternatives_differ_in_their_seed_and_a_locked_seed_stays(
    qtbot: QtBot, panel: PanelPane, toy_session: Session
) -> None:
    panel.choose("toy", "continue")
    panel.body.seed.set_value(7, locked=True)
    panel.body.alternatives.set_value(3)
    click_generate(panel)
    qtbot.waitUntil(
        lambda: sum(t.candidate is not None for t in toy_session.tray.takes) == 3, timeout=WAIT_MS
    )
    assert [take.generation.seed for take in toy_session.tray.takes] == [7, 8, 9]
    assert panel.body.seed.value() == 7


def test_notes_before_the_playhead_are_what_it_goes_on_from(
    qtbot: QtBot, panel: PanelPane, toy_session: Session
) -> None:
    panel.choose("toy", "continue")
    assert "whole tune" in input_row(panel).hint.text()
    toy_session.select(playhead_tick=1920.0)
    assert "before bar 2" in input_row(panel).hint.text()
    click_generate(panel)
    qtbot.waitUntil(lambda: any(t.candidate for t in toy_session.tray.takes), timeout=WAIT_MS)
    value = toy_session.tray.takes[0].value
    assert isinstance(value, Score)
    assert value.note_count == 2 + 2
    assert value.tracks[0].notes["start"].tolist() == [0, 960, 1920, 3840]


def test_a_file_dropped_on_an_input_is_used_instead(
    qtbot: QtBot, panel: PanelPane, toy_session: Session, tmp_path: Path
) -> None:
    write_midi(Score((Track(notes_array([(0, 480, 60, 90)])),)), tmp_path / "found.mid", None)
    panel.choose("toy", "continue")
    row = input_row(panel)
    drop(row, [tmp_path / "picture.png", tmp_path / "found.mid"])
    assert row.box.currentText() == "found.mid"
    click_generate(panel)
    qtbot.waitUntil(lambda: any(t.candidate for t in toy_session.tray.takes), timeout=WAIT_MS)
    value = toy_session.tray.takes[0].value
    assert isinstance(value, Score)
    assert value.note_count == 1 + 2


def test_a_torn_file_is_refused_in_one_sentence(
    qtbot: QtBot, panel: PanelPane, toy_session: Session, tmp_path: Path
) -> None:
    (tmp_path / "torn.mid").write_bytes(b"MThd\x00")
    panel.choose("toy", "continue")
    input_row(panel).take_files([tmp_path / "torn.mid"])
    errors: list[Any] = []
    toy_session.failed.connect(errors.append)
    click_generate(panel)
    qtbot.waitUntil(lambda: bool(errors))
    assert "torn.mid" in sentence(errors[0])
    assert toy_session.tray.takes == []


def test_a_value_out_of_range_keeps_generate_shut_and_says_why(
    panel: PanelPane, toy_session: Session
) -> None:
    type_into(panel, "grey", "999")
    assert not panel.foot.generate.isEnabled()
    assert "Grey: Must lie between 0 and 255." in panel.foot._problem.text()
    panel.generate()  # as the shortcut does
    assert toy_session.tray.takes == []
    type_into(panel, "grey", "9")
    assert panel.foot.generate.isEnabled()


def test_stop_ends_what_runs(qtbot: QtBot, panel: PanelPane, toy_session: Session) -> None:
    slow = next(row for row in panel.body.form.rows if row.name == "slow")
    box = slow.editor.findChild(QCheckBox)
    assert box is not None
    box.setChecked(True)
    click_generate(panel)
    qtbot.waitUntil(panel.foot.stop.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: toy_session.feed.jobs[0].progress is not None, timeout=WAIT_MS)
    QTest.mouseClick(panel.foot.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: toy_session.feed.jobs[0].outcome is Outcome.CANCELLED, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not panel.foot.stop.isVisible())
    assert toy_session.tray.takes == []


def test_last_choices_return_with_the_action_and_with_the_next_start(
    qtbot: QtBot, panel: PanelPane, toy_session: Session
) -> None:
    type_into(panel, "grey", "33")
    panel.body.alternatives.set_value(2)
    panel.body.seed.set_value(11, locked=True)
    panel.choose("toy", "say")
    panel.choose("toy", "fill")
    assert panel.body.form.values()["grey"] == 33
    later = PanelPane(toy_session)
    qtbot.addWidget(later)
    assert later.body.form.values()["grey"] == 33
    assert later.body.alternatives.value() == 2
    assert later.body.seed.value() == 11


def test_a_broken_plugin_is_listed_with_its_reason(
    qtbot: QtBot, toy_folder: Path, panel: PanelPane, toy_session: Session
) -> None:
    (toy_folder / "torn").mkdir()
    (toy_folder / "torn" / "artstudio-plugin.toml").write_text('id = "torn"\n')
    toy_session.catalog.load()
    qtbot.waitUntil(lambda: not toy_session.catalog.loading, timeout=WAIT_MS)
    texts = [panel.chooser.itemText(i) for i in range(panel.chooser.count())]
    assert texts[-2] == "Cannot be used"
    assert texts[-1].startswith("torn: artstudio-plugin.toml: ")
    assert panel.chooser.current == ("toy", "fill")


def test_an_input_that_is_not_there_is_said_in_one_sentence(
    qtbot: QtBot, panel: PanelPane, toy_session: Session
) -> None:
    panel.choose("toy", "say")
    errors: list[Any] = []
    toy_session.failed.connect(errors.append)
    assert input_row(panel).hint.text() == "There is no passage yet."
    click_generate(panel)
    qtbot.waitUntil(lambda: bool(errors))
    assert "choose another input" in str(errors[0])
    assert panel.foot.generate.isEnabled()
