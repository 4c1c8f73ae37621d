"""Installing and tending plugins in their window, as an artist does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from artstudio.host.installing.store import Store
from artstudio.ui.app import App
from artstudio.ui.plugins.window import PluginsWindow
from tests.ui.plugins_rig import (
    BLUR,
    actions_offered,
    click,
    install,
    listed,
    opened,
    page,
    sentences,
    soft,
)
from tests.ui.shell_rig import WAIT_MS

NETWORK = """
[permissions]
network = true
reasons = { network = "Fetches <b>fonts</b>" }
"""


@pytest.fixture
def window(app: App, qtbot: QtBot) -> PluginsWindow:
    return opened(app, qtbot)


def type_source(window: PluginsWindow, qtbot: QtBot, source: Path) -> None:
    QTest.keyClicks(window.source.line, str(source))
    QTest.keyClick(window.source.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.errands.busy, timeout=WAIT_MS)


def idle(window: PluginsWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.errands.busy, timeout=WAIT_MS)


def test_typed_read_agreed_to_and_there_in_the_panel(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    type_source(window, qtbot, soft(tmp_path, NETWORK))
    said = page(window)
    assert "Soft 0.1.0" in said
    assert "Unsigned" in said
    assert "It may use the internet" in said
    assert "Fetches <b>fonts</b>" in said  # as it is written, not as a page
    assert "Apache-2.0" in said
    assert not Store(app.studio.folders.plugins).ids()
    click(window.plan.install)
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(listed(window)) == 1)
    assert listed(window)[0].startswith("Soft 0.1.0")
    assert window.listing.entry is not None
    assert window.details.name.text() == "Soft 0.1.0"
    assert "Soft 0.1.0 is ready" in window.doing.text()
    qtbot.waitUntil(lambda: "Blur" in window.details.about.toPlainText(), timeout=WAIT_MS)


def test_declined_nothing_is_left_behind(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    type_source(window, qtbot, soft(tmp_path))
    click(window.plan.cancel)
    assert not window.plan.isVisible()
    staging = app.studio.folders.plugins / ".staging"
    qtbot.waitUntil(lambda: not [one for one in staging.iterdir() if one.is_dir()], timeout=WAIT_MS)
    assert not Store(app.studio.folders.plugins).ids()


def test_what_cannot_be_had_is_one_sentence_with_details(
    window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    type_source(window, qtbot, tmp_path / "empty")
    (said,) = window.notices.texts()
    assert "artstudio-plugin.toml" in said
    assert said.count(".\n") == 0
    copy = next(one for one in window.notices.findChildren(QPushButton) if one.text() == "Copy details")
    click(copy)
    assert "Traceback" in QGuiApplication.clipboard().text()
    assert window.source.line.text() == str(tmp_path / "empty")  # to be mended


def test_a_folder_that_is_dropped_is_looked_at(window: PluginsWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(soft(tmp_path)))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    window.dropEvent(drop)
    idle(window, qtbot)
    assert "Soft 0.1.0" in page(window)
    click(window.plan.cancel)


def test_switched_off_on_and_removed_after_a_question(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    install(app, soft(tmp_path))
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(listed(window)), timeout=WAIT_MS)
    window.listing.choose("soft")
    click(window.details.buttons["disable"])
    qtbot.waitUntil(lambda: not actions_offered(app), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Switched off" in listed(window)[0], timeout=WAIT_MS)
    assert "switched off" in window.details.reason.text()
    click(window.details.buttons["enable"])
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    idle(window, qtbot)
    click(window.details.buttons["remove"])
    assert "Models you trained stay" in sentences(window.details.bar)
    click(window.details.keep)
    assert Store(app.studio.folders.plugins).ids() == ["soft"]
    click(window.details.buttons["remove"])
    click(window.details.really)
    qtbot.waitUntil(lambda: not listed(window), timeout=WAIT_MS)
    assert not (app.studio.folders.plugins / "soft").exists()
    assert BLUR not in actions_offered(app)


def test_an_update_is_found_only_when_asked_shown_installed_and_taken_back(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    source = soft(tmp_path)
    install(app, source)
    qtbot.waitUntil(lambda: bool(listed(window)), timeout=WAIT_MS)
    manifest = source / "artstudio-plugin.toml"
    manifest.write_text(manifest.read_text().replace("0.1.0", "0.2.0") + NETWORK)
    assert "Update" not in listed(window)[0]
    click(window.source.updates)
    qtbot.waitUntil(lambda: "Update: 0.2.0" in listed(window)[0], timeout=WAIT_MS)
    idle(window, qtbot)
    window.listing.choose("soft")
    click(window.details.buttons["update"])
    idle(window, qtbot)
    assert "Version 0.1.0 is installed now" in page(window)
    assert "New: It may use the internet" in page(window)
    click(window.plan.install)
    qtbot.waitUntil(lambda: listed(window)[0].startswith("Soft 0.2.0"), timeout=WAIT_MS)
    assert "Update" not in listed(window)[0]
    idle(window, qtbot)
    click(window.details.buttons["roll_back"])
    qtbot.waitUntil(lambda: listed(window)[0].startswith("Soft 0.1.0"), timeout=WAIT_MS)
    idle(window, qtbot)


def test_a_permission_is_taken_back_and_given_again(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    install(app, soft(tmp_path, NETWORK))
    qtbot.waitUntil(lambda: bool(listed(window)), timeout=WAIT_MS)
    window.listing.choose("soft")
    window.details.tabs.setCurrentWidget(window.details.permissions)
    assert "Fetches <b>fonts</b>" in sentences(window.details.permissions)

    def allowed() -> bool:
        record = Store(app.studio.folders.plugins).record("soft")
        assert record is not None
        return record.allowed.network

    def switch() -> QCheckBox:
        return window.details.permissions.switches["network"]

    assert allowed()
    switch().setFocus()
    QTest.keyClick(switch(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not allowed() and not window.errands.busy, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not app.studio.host.found("soft").permissions.network, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not app.session.catalog.loading, timeout=WAIT_MS)
    switch().click()
    qtbot.waitUntil(lambda: allowed() and not window.errands.busy, timeout=WAIT_MS)


def test_stopping_leaves_everything_as_it_was(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClicks(window.source.line, str(soft(tmp_path)))
    click(window.source.install)
    assert window.stop.isVisible()
    click(window.stop)
    idle(window, qtbot)
    assert not window.plan.isVisible()
    assert not window.notices.texts()
    assert window.source.install.isEnabled()
    assert not Store(app.studio.folders.plugins).ids()


def test_it_is_searched_and_walked_by_the_keyboard(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    install(app, soft(tmp_path))
    qtbot.waitUntil(lambda: bool(listed(window)), timeout=WAIT_MS)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.listing.search, "SOF")
    assert len(listed(window)) == 1
    QTest.keyClicks(window.listing.search, "zzz")
    assert not listed(window)
    assert "Nothing is called like that" in sentences(window.listing)
    window.listing.search.clear()
    assert len(listed(window)) == 1


def test_one_whose_files_were_changed_is_said_to_be_broken_and_repaired(
    app: App, window: PluginsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    install(app, soft(tmp_path))
    (code,) = app.studio.folders.plugins.glob("soft/versions/*/plugin/artstudio_soft/actions.py")
    code.write_text("changed = True\n")
    app.session.catalog.load()
    qtbot.waitUntil(lambda: any("Cannot be used" in one for one in listed(window)), timeout=WAIT_MS)
    window.listing.choose("soft")
    assert "not those that were installed" in window.details.reason.text()
    click(window.details.buttons["repair"])
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    idle(window, qtbot)
    assert window.details.reason.isHidden()
