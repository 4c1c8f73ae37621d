from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from artstudio.base.settings import Settings
from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.tiles import TILE, Tiles
from artstudio.sound.soundfont import default_soundfont
from artstudio.ui import theme
from artstudio.ui.app import App
from artstudio.ui.dialogs.preferences import PreferencesDialog
from artstudio.ui.languages import available
from artstudio.ui.qthreads import join_qthreads


@pytest.fixture
def dialog(app: App, qtbot: QtBot) -> PreferencesDialog:
    next(one for one in app.actions if one.id == "edit.preferences").callback()
    found = app.window.findChild(PreferencesDialog)
    assert isinstance(found, PreferencesDialog)
    return found


def saved(app: App) -> Settings:
    assert join_qthreads()
    return Settings.load(app.studio.folders.config / "settings.toml")


def test_what_is_changed_is_in_force_and_saved(app: App, dialog: PreferencesDialog) -> None:
    dialog.undo_mib.setValue(64)
    dialog.idle_minutes.setValue(2.5)
    dialog.device.setCurrentIndex(dialog.device.findData("auto"))
    dialog.device.activated.emit(0)
    assert app.studio.settings.undo_mib == 64
    assert app.studio.host._pool.idle_s == 150
    assert (saved(app).undo_mib, saved(app).idle_unload_minutes) == (64, 2.5)


def test_of_two_quick_changes_the_newer_one_is_what_is_saved(
    app: App, dialog: PreferencesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, overtaken = threading.Event(), threading.Event()
    write = Settings.save

    def slow_the_first(self: Settings, path: Path) -> None:
        as_it_was = self.model_copy()
        if not writing.is_set():
            writing.set()
            overtaken.wait(0.3)  # the time that the other write would need to come first
        write(as_it_was, path)
        overtaken.set()

    monkeypatch.setattr(Settings, "save", slow_the_first)
    dialog.undo_mib.setValue(64)
    assert writing.wait(30)
    dialog.undo_mib.setValue(128)
    assert saved(app).undo_mib == 128


def test_less_memory_for_undo_forgets_the_oldest_steps_at_once(app: App, dialog: PreferencesDialog) -> None:
    tile = np.arange(TILE * TILE, dtype=np.uint32).reshape(TILE, TILE) | np.uint32(0xFF000000)
    for n in range(6):
        places = {(tx, ty): tile + np.uint32(n) for tx in range(16) for ty in range(16)}
        layer = Layer("l1", f"4 MiB, {n}", Tiles(1024, 1024).with_changes(places))
        app.session.do(Put("Paint", "layer", "l1", layer))
    assert len(app.session.project.history.steps) == 6
    dialog.undo_mib.setValue(16)
    assert 1 <= len(app.session.project.history.steps) < 6


def test_the_journal_stops_and_starts_with_its_switch(
    app: App, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    folder = app.studio.folders.journals
    app.session.do(Put("Add", "layer", "l1", Layer("l1", "Unsaved", Tiles(1024, 1024))))
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.journal"))))
    dialog.journal.click()
    qtbot.waitUntil(lambda: not list(folder.glob("*.journal")))
    dialog.journal.click()
    qtbot.waitUntil(lambda: bool(list(folder.glob("*.journal"))))


def test_only_a_soundfont_is_taken_for_one(
    app: App, dialog: PreferencesDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "no.sf2").write_bytes(b"no")
    dialog.use_soundfont(tmp_path / "no.sf2")
    qtbot.waitUntil(lambda: "no.sf2" in dialog._trouble.text())
    assert app.studio.settings.soundfont == ""
    with qtbot.waitSignal(app.session.settings_changed):
        dialog.use_soundfont(default_soundfont())
    assert app.studio.settings.soundfont == str(default_soundfont())
    assert dialog._trouble.isHidden()
    dialog.built_in.click()
    assert saved(app).soundfont == ""


# -------------------------------------------------------------------------------------------------- pages


def test_every_page_is_there_and_can_be_turned_to(app: App, dialog: PreferencesDialog) -> None:
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert titles == [
        "Devices", "Memory", "Folders", "Sound", "Look", "Language", "Shortcuts", "Privacy",
    ]  # fmt: skip
    dialog.show_page("privacy")
    assert dialog.privacy.isVisible()
    assert not dialog.look.isVisible()


def test_the_theme_is_changed_at_once(app: App, dialog: PreferencesDialog) -> None:
    before = theme.PANEL
    dialog.look.theme.setCurrentIndex(dialog.look.theme.findData("light"))
    dialog.look.theme.activated.emit(1)
    assert app.studio.settings.theme == "light"
    assert before != theme.PANEL
    dialog.look.theme.setCurrentIndex(0)
    dialog.look.theme.activated.emit(0)
    assert before == theme.PANEL


def test_english_is_always_there(dialog: PreferencesDialog) -> None:
    assert available()[0] == ("en", "English")
    assert dialog.language.language.findData("en") >= 0
    assert dialog.language.language.findText("简体中文") >= 0


def test_the_network_is_switched_here_too(app: App, dialog: PreferencesDialog) -> None:
    dialog.privacy.online.click()
    assert saved(app).online
    assert app.status.network.isChecked()
    dialog.privacy.online.click()


def test_what_is_kept_is_listed_and_deleted_in_two_clicks(
    app: App, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    thing = app.studio.folders.models / "writer" / "mine" / "weights"
    thing.parent.mkdir(parents=True)
    thing.write_bytes(b"0" * 3_000_000)
    dialog.close()
    next(one for one in app.actions if one.id == "edit.preferences").callback()
    page = app.window.findChildren(PreferencesDialog)[-1].privacy
    qtbot.waitUntil(lambda: page.sizes["models"].text() == "2.9 MiB")
    page.buttons["models"].click()
    assert thing.exists()
    page.buttons["models"].click()
    qtbot.waitUntil(lambda: page.sizes["models"].text() == "0 bytes")
    assert not thing.exists()


def test_the_lists_of_what_was_done_are_forgotten(app: App, dialog: PreferencesDialog) -> None:
    app.studio.settings.recent = ["/a"]
    button = dialog.privacy.buttons["lists"]
    button.click()
    button.click()
    assert saved(app).recent == []
