"""What the Plugins window tells of one plugin, and what is set and saved for it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from artstudio.base.settings import Settings
from artstudio.host.requests import RunRequest
from artstudio.sdk import Image
from artstudio.studio.presets import Preset, Presets
from artstudio.ui.app import App
from artstudio.ui.plugins.window import PluginsWindow
from artstudio.ui.qthreads import join_qthreads
from tests.ui.plugins_rig import BLUR, actions_offered, click, install, listed, opened, page, panel, soft
from tests.ui.shell_rig import WAIT_MS

PRINTS = """        print("grain", params.radius)
        reach ="""


@pytest.fixture
def window(app: App, qtbot: QtBot, tmp_path: Path) -> PluginsWindow:
    """With a plugin that prints chosen, which a model was trained with."""
    source = soft(tmp_path)
    code = source / "artstudio_soft" / "actions.py"
    code.write_text(code.read_text().replace("        reach =", PRINTS))
    own = app.studio.folders.models / "soft" / "dusk"
    own.mkdir(parents=True)
    (own / "MODEL_CARD.md").write_text("# Dusk\n\n![](file:///etc/passwd) Learned from **evenings**.")
    install(app, source)
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    made = opened(app, qtbot)
    qtbot.waitUntil(lambda: made.listing.choose("soft"), timeout=WAIT_MS)
    return made


def run(app: App, qtbot: QtBot) -> None:
    picture = Image(np.zeros((4, 4), np.uint8))
    request = RunRequest("soft", "blur", {"picture": picture}, {"radius": 2.0})
    job = app.studio.queue.submit("blur", lambda c: app.studio.host.run(request, c))
    qtbot.waitUntil(job.ended.is_set, timeout=WAIT_MS)


def test_resources_and_log_follow_its_worker(app: App, window: PluginsWindow, qtbot: QtBot) -> None:
    resources, log = window.details.resources, window.details.log
    window.details.tabs.setCurrentWidget(resources)
    qtbot.waitUntil(lambda: "in use" in resources.disk.text(), timeout=WAIT_MS)
    assert resources.running.text() == "Not running"
    run(app, qtbot)
    qtbot.waitUntil(lambda: "MiB of memory" in resources.running.text(), timeout=WAIT_MS)
    assert resources.device.text() == "Processor"
    window.details.tabs.setCurrentWidget(log)
    assert "grain 2.0" in log.text.toPlainText()
    run(app, qtbot)
    qtbot.waitUntil(lambda: log.text.toPlainText().count("grain") == 2, timeout=WAIT_MS)
    click(log.copy)
    assert "grain 2.0" in QGuiApplication.clipboard().text()
    window.details.tabs.setCurrentWidget(resources)
    click(resources.unload)
    qtbot.waitUntil(lambda: resources.running.text() == "Not running", timeout=WAIT_MS)


def test_a_model_card_is_read_out_and_loads_nothing(window: PluginsWindow, qtbot: QtBot) -> None:
    models = window.details.models
    window.details.tabs.setCurrentWidget(models)
    assert models.box.currentText() == "dusk (your own)"
    qtbot.waitUntil(lambda: "Learned from evenings" in models.card.toPlainText(), timeout=WAIT_MS)
    assert models.card.loadResource(2, "file:///etc/passwd") is None


def test_what_is_set_holds_for_this_plugin_alone_and_is_kept(
    app: App, window: PluginsWindow, qtbot: QtBot
) -> None:
    run(app, qtbot)
    settings = window.details.settings
    window.details.tabs.setCurrentWidget(settings)
    settings.memory.setValue(0.5)
    settings.minutes.setValue(2)
    settings.device.setCurrentIndex(settings.device.findData("cpu"))
    settings.device.activated.emit(0)
    host = app.studio.host
    qtbot.waitUntil(lambda: not host.is_warm("soft"), timeout=WAIT_MS)  # it was started with the old bound
    assert host._own_bounds("soft").memory_bytes == 2**29
    assert host._own_bounds("other").memory_bytes > 2**29
    assert host._own_idle_s("soft") == 120
    assert host._own_idle_s("other") is None
    run(app, qtbot)
    timer = host._pool._seat("soft").timer
    assert timer is not None
    assert timer.interval == 120
    assert join_qthreads()
    kept = Settings.load(app.studio.folders.config / "settings.toml").of("soft")
    assert (kept.memory_gib, kept.unload_minutes, kept.device) == (0.5, 2, "cpu")
    settings.memory.setValue(0)
    assert app.studio.settings.of("soft").memory_gib is None


def test_presets_are_saved_in_the_panel_and_used_again(app: App, window: PluginsWindow, qtbot: QtBot) -> None:
    pane = panel(app)
    pane.choose(*BLUR)
    pane.body.form.set_values({"radius": 12.5})
    pane.presets.save_as("Far away")
    pane.body.form.set_values({"radius": 1.0})
    titles = [action.text() for action in pane.presets.entries()]
    assert titles[:1] == ["Far away"]
    pane.presets.entries()[0].trigger()
    assert pane.body.form.values() == {"radius": 12.5}
    pane.body.form.set_values({"radius": 3.0})
    next(one for one in pane.presets.entries() if one.text() == "Update “Far away”").trigger()
    preset = Preset("soft", "blur", "Far away")
    assert Presets(app.studio.folders.config / "presets").params(preset) == {"radius": 3.0}


def test_a_preset_that_does_not_fit_any_more_is_used_as_far_as_it_does(
    app: App, window: PluginsWindow, qtbot: QtBot
) -> None:
    presets = Presets(app.studio.folders.config / "presets")
    presets.save(Preset("soft", "blur", "Old"), {"radius": 99.0, "colour": "red"})
    pane = panel(app)
    pane.choose(*BLUR)
    pane.body.form.set_values({"radius": 2.0})
    said: list[str] = []
    app.session.said.connect(said.append)
    pane.presets.entries()[0].trigger()
    assert pane.body.form.values() == {"radius": 2.0}
    assert "Radius is left out: 99.0 is not among what it can be" in said[-1]
    assert "colour is left out" in said[-1]


def test_presets_are_renamed_given_away_taken_over_and_removed(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    presets = Presets(app.studio.folders.config / "presets")
    presets.save(Preset("soft", "blur", "Mist"), {"radius": 5.0})
    tab = window.details.presets
    window.details.tabs.setCurrentWidget(tab)
    assert tab.list.item(0).text() == "Mist"
    click(tab.rename)
    editor = tab.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Fog")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: presets.of("soft") == [Preset("soft", "blur", "Fog")])
    tab.export_to(tmp_path / "fog.json")
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert presets.of("soft") == []
    tab.import_from(tmp_path / "fog.json")
    assert [tab.list.item(row).text() for row in range(tab.list.count())] == ["Fog"]
    (tmp_path / "bad.json").write_text(json.dumps({"plugin": "../../x"}))
    tab.import_from(tmp_path / "bad.json")
    assert "bad.json is no preset" in window.notices.texts()[-1]


def test_a_plugin_that_is_linked_follows_its_folder_and_has_no_updates(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    source = soft(tmp_path / "other")
    for path in (source / "artstudio-plugin.toml", source / "pyproject.toml"):
        path.write_text(path.read_text().replace('"soft"', '"hard"').replace('"Soft"', '"Hard"'))
    window.link(source)
    qtbot.waitUntil(lambda: not window.errands.busy, timeout=WAIT_MS)
    assert "Under development" in page(window)
    click(window.plan.install)
    qtbot.waitUntil(lambda: any("Hard" in one and "Linked" in one for one in listed(window)), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not window.errands.busy, timeout=WAIT_MS)
    window.listing.choose("hard")
    assert not window.details.buttons["update"].isVisible()
    assert window.details.buttons["remove"].isVisible()
