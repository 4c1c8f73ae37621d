from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.edits import Put
from artstudio.documents.project import Project
from artstudio.documents.writing import Passage
from artstudio.engine.job import Control
from artstudio.media import formats
from artstudio.project.recovery import recoverable
from artstudio.sdk import Event, Image, Progress, Score, Text, Track, notes_array
from artstudio.sdk.errors import BadFile
from artstudio.studio.files import open_file
from artstudio.studio.studio import Studio
from artstudio.ui import app as app_module
from artstudio.ui.actions import Action, conflicts
from artstudio.ui.app import App
from artstudio.ui.dialogs import ask
from artstudio.ui.dialogs.about import AboutDialog
from artstudio.ui.dialogs.new_project import NewDialog
from artstudio.ui.new_project import NewProject
from artstudio.ui.qthreads import join_qthreads, start_qthread

Make = Callable[[], App]


@pytest.fixture
def folders(home: Path) -> Folders:
    return Folders.under(home)


@pytest.fixture
def make(qtbot: QtBot, folders: Folders, tmp_path: Path) -> Iterator[Make]:
    """Makes apps as `main` does, with no plugins; whatever is still open ends with the test."""
    made: list[App] = []
    (tmp_path / "plugins").mkdir()

    def app() -> App:
        settings = Settings.load(folders.config / "settings.toml")
        studio = Studio(folders, settings, start_qthread, builtin=tmp_path / "plugins", packages=False)
        app = App(studio)
        made.append(app)
        app.window.show()
        qtbot.waitExposed(app.window)
        app.start()
        return app

    yield app
    for app_ in made:
        end(app_, qtbot)


def end(app: App, qtbot: QtBot, *, keep_journal: bool = False) -> None:
    if app.window.isVisible():
        with qtbot.waitSignal(app.closing.closed):
            app.closing.end(keep_journal=keep_journal)
    assert join_qthreads()


@pytest.fixture
def app(make: Make) -> App:
    return make()


def write_in(app: App, text: str = "words") -> None:
    app.session.do(Put("Write", "passage", "p1", Passage("p1", "Page", text)))


def action(app: App, action_id: str) -> Action:
    return next(one for one in app.actions if one.id == action_id and not one.scope)


def answers(monkeypatch: pytest.MonkeyPatch, **functions: object) -> None:
    for name, answer in functions.items():
        monkeypatch.setattr(ask, name, lambda *_args, answer=answer: answer)


# ---------------------------------------------------------------------------------------- title and menus


def test_the_title_names_the_project_and_marks_changes(app: App, tmp_path: Path) -> None:
    assert app.window.windowTitle() == "Untitled[*] - artstudio"
    assert not app.window.isWindowModified()
    write_in(app)
    assert app.window.isWindowModified()
    app.session.undo()
    assert not app.window.isWindowModified()
    app.session.open(Project(app.session.project.sheet, tmp_path / "画.artstudio"))
    assert app.window.windowTitle() == "画[*] - artstudio"


def test_no_shortcut_means_two_things_in_one_place(app: App) -> None:
    assert conflicts(app.actions) == []


def test_conflicts_are_found() -> None:
    def one(name: str, key: str, scope: str = "") -> Action:
        return Action(name, name, "edit", print, (key,), scope=scope)

    assert conflicts([one("a", "B", "canvas"), one("b", "B", "timeline")]) == []
    assert conflicts([one("a", "B", "canvas"), one("b", "B", "canvas")]) == [("B", "a", "b")]
    assert conflicts([one("a", "B"), one("b", "B", "canvas")]) == [("B", "a", "b")]


def test_every_shortcut_is_one_that_qt_understands(app: App) -> None:
    keys = [key for one in app.actions for key in one.shortcuts]
    assert len(keys) > 25
    assert [key for key in keys if QKeySequence(key).isEmpty()] == []


def menu(app: App, title: str) -> QMenu:
    return next(
        found.menu() for found in app.window.menuBar().actions() if found.text().replace("&", "") == title
    )  # type: ignore[return-value]


def test_undo_names_the_step_and_is_off_without_one(app: App) -> None:
    edit = menu(app, "Edit")
    edit.aboutToShow.emit()
    undo = edit.actions()[0]
    assert not undo.isEnabled()
    edit.aboutToHide.emit()
    write_in(app)
    edit.aboutToShow.emit()
    assert undo.isEnabled()
    assert undo.text() == "&Undo Write"
    undo.trigger()
    assert app.session.project.sheet.passages == ()
    edit.aboutToShow.emit()
    assert edit.actions()[1].text() == "&Redo Write"


def test_keys_undo_and_redo_wherever_the_focus_is(app: App) -> None:
    app.window.activateWindow()
    app.window.panes["text"].setFocus()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "abc")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for redo_key, modifiers in ((Qt.Key.Key_Y, control), (Qt.Key.Key_Z, control | shift)):
        QTest.keyClick(editor, Qt.Key.Key_Z, control)
        assert app.session.project.sheet.passages[0].text == "a"
        QTest.keyClick(editor, redo_key, modifiers)
        assert app.session.project.sheet.passages[0].text == "abc"


def test_cut_and_paste_go_to_the_focused_pane(app: App) -> None:
    app.window.activateWindow()
    write_in(app, "one two")
    app.session.select(passage_id="p1")
    app.window.panes["text"].setFocus()
    action(app, "edit.select_all").callback()
    action(app, "edit.cut").callback()
    assert app.session.project.sheet.passages[0].text == ""
    assert QGuiApplication.clipboard().text() == "one two"
    action(app, "edit.paste").callback()
    assert app.session.project.sheet.passages[0].text == "one two"


def test_single_keys_belong_to_the_focused_pane(app: App) -> None:
    app.window.activateWindow()
    canvas = app.window.panes["canvas"]
    canvas.setFocus()
    QTest.keyClick(canvas.view, Qt.Key.Key_E)  # type: ignore[attr-defined]
    assert canvas._tool == "eraser"  # type: ignore[attr-defined]
    app.window.panes["text"].setFocus()
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "be")
    assert canvas._tool == "eraser"  # type: ignore[attr-defined]
    assert app.session.project.sheet.passages[0].text == "be"


# ------------------------------------------------------------------------------------------------- layout


@pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform, of floating docks
def test_the_layout_is_remembered_and_can_be_reset(make: Make, qtbot: QtBot) -> None:
    first = make()
    assert first.window.docks["layers"].isVisible()
    first.window.docks["layers"].hide()
    first.window.docks["text"].setFloating(True)
    end(first, qtbot)
    second = make()
    assert not second.window.docks["layers"].isVisible()
    assert second.window.docks["text"].isFloating()
    action(second, "view.reset").callback()
    assert second.window.docks["layers"].isVisible()
    assert not second.window.docks["text"].isFloating()


def test_a_layout_that_does_not_fit_is_ignored(app: App) -> None:
    before = app.window.layout_state()
    assert not app.window.restore_layout("bm9uc2Vuc2U= bm9uc2Vuc2U=")
    assert app.window.layout_state() == before


def test_docks_are_switched_from_the_view_menu(app: App) -> None:
    assert app.window.docks["history"].isHidden() is False
    entry = action(app, "view.timeline")
    entry.callback()
    assert app.window.docks["timeline"].isHidden()
    entry.callback()
    assert app.window.docks["timeline"].isVisible()


# -------------------------------------------------------------------------------------------------- files


def save_as(app: App, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    answers(monkeypatch, ask_save=path)
    with qtbot.waitSignal(app.files.saved):
        app.files.save_as()


def test_what_is_saved_opens_again(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_in(app, "kept")
    path = tmp_path / "kept.artstudio"
    save_as(app, path.with_suffix(""), monkeypatch, qtbot)
    assert not app.session.project.dirty
    assert app.window.windowTitle().startswith("kept")
    assert open_file(path).sheet == app.session.project.sheet
    assert app.files.recent() == [path]


def test_saving_again_asks_nothing(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_in(app)
    save_as(app, tmp_path / "a.artstudio", monkeypatch, qtbot)
    monkeypatch.delattr(ask, "ask_save")
    write_in(app, "more")
    with qtbot.waitSignal(app.files.saved):
        action(app, "file.save").callback()
    assert open_file(tmp_path / "a.artstudio").sheet.passages[0].text == "more"


def test_what_changes_while_saving_stays_unsaved(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_in(app, "saved")
    answers(monkeypatch, ask_save=tmp_path / "a.artstudio")
    with qtbot.waitSignal(app.files.saved):
        app.files.save_as()
        write_in(app, "later")
    assert app.session.project.dirty
    assert open_file(tmp_path / "a.artstudio").sheet.passages[0].text == "saved"


def test_a_save_that_fails_says_so_and_loses_nothing(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_in(app)
    answers(monkeypatch, ask_save=tmp_path / "missing" / "a.artstudio")
    with qtbot.waitSignal(app.session.failed):
        app.files.save_as()
    assert app.session.project.dirty
    assert app.session.project.path is None
    (text,) = app.window.notices.texts()
    assert "a.artstudio" in text.lower()
    copy = next(b for b in app.window.notices.findChildren(QPushButton) if "Copy" in b.text())
    copy.click()
    assert "Traceback" in QGuiApplication.clipboard().text()


def test_a_project_open_in_another_window_is_refused(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    first, second = make(), make()
    save_as(first, tmp_path / "a.artstudio", monkeypatch, qtbot)
    qtbot.waitUntil(lambda: first.session.project.path is not None)
    with qtbot.waitSignal(second.session.failed) as failed:
        second.files.open(tmp_path / "a.artstudio")
    assert "another window" in str(failed.args[0])
    end(first, qtbot)
    with qtbot.waitSignal(second.session.project_replaced):
        second.files.open(tmp_path / "a.artstudio")


@pytest.mark.parametrize(
    ("answer", "opens", "saves"), [("save", True, True), ("discard", True, False), ("cancel", False, False)]
)
def test_leaving_unsaved_work_asks_once(
    app: App,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    answer: str,
    opens: bool,
    saves: bool,
) -> None:
    write_in(app)
    asked: list[str] = []

    def ask_unsaved(_parent: QWidget, name: str) -> str:
        asked.append(name)
        return answer

    monkeypatch.setattr(ask, "ask_unsaved", ask_unsaved)
    answers(monkeypatch, ask_save=tmp_path / "a.artstudio")
    app.files.close_project()
    if opens:
        qtbot.waitUntil(lambda: app.session.project.sheet.passages == ())
    assert asked == ["Untitled"]
    assert (app.session.project.sheet.passages == ()) is opens
    assert (tmp_path / "a.artstudio").exists() is saves


def drop(app: App, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    app.window.dropEvent(event)


def test_files_dropped_land_where_they_belong(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    formats.write(Image(np.full((20, 30, 3), 9, np.uint8)), tmp_path / "p.png")
    formats.write(Score((Track(notes_array([(0, 480, 60, 90)])),)), tmp_path / "m.mid")
    formats.write(Text("第一章"), tmp_path / "t.txt")
    drop(app, tmp_path / "p.png", tmp_path / "m.mid", tmp_path / "t.txt")
    qtbot.waitUntil(lambda: len(app.session.project.sheet.passages) == 1)
    sheet = app.session.project.sheet
    assert [layer.name for layer in sheet.canvas.layers] == ["p"]
    assert sheet.music.score().note_count == 1
    assert sheet.passages[0].text == "第一章"
    assert app.session.selection.passage_id == "p1"


def test_a_broken_file_is_refused_in_one_sentence(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "bad.mid").write_bytes(b"MThd\x00")
    with qtbot.waitSignal(app.session.failed):
        drop(app, tmp_path / "bad.mid")
    (text,) = app.window.notices.texts()
    assert text.count(".") <= 2
    assert not app.session.project.dirty


def test_a_dropped_project_opens(
    app: App, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_in(app, "from the file")
    save_as(app, tmp_path / "a.artstudio", monkeypatch, qtbot)
    app.files.close_project()
    with qtbot.waitSignal(app.session.project_replaced):
        drop(app, tmp_path / "a.artstudio")
    assert app.session.project.sheet.passages[0].text == "from the file"


def test_export_writes_what_the_suffix_says(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answers(monkeypatch, ask_save=tmp_path / "out.png")
    with qtbot.waitSignal(app.session.said):
        app.files.export()
    picture = formats.read(tmp_path / "out.png")
    assert isinstance(picture, Image)
    assert (picture.width, picture.height) == (1024, 1024)


# ----------------------------------------------------------------------------------------- safety and end


def test_work_left_by_a_crash_is_offered_and_recovered(make: Make, folders: Folders, qtbot: QtBot) -> None:
    crashed = make()
    write_in(crashed, "almost lost")
    end(crashed, qtbot, keep_journal=True)
    app = make()
    qtbot.waitUntil(lambda: len(app.window.notices.texts()) == 1)
    recover = next(b for b in app.window.notices.findChildren(QPushButton) if b.text() == "Recover")
    with qtbot.waitSignal(app.session.project_replaced):
        recover.click()
    assert app.session.project.sheet.passages[0].text == "almost lost"
    assert app.session.project.dirty
    assert app.window.notices.texts() == []
    end(app, qtbot)
    assert not list(folders.journals.glob("*.journal"))


def test_discarded_work_is_not_offered_again(make: Make, folders: Folders, qtbot: QtBot) -> None:
    crashed = make()
    write_in(crashed)
    end(crashed, qtbot, keep_journal=True)
    app = make()
    qtbot.waitUntil(lambda: len(app.window.notices.texts()) == 1)
    next(b for b in app.window.notices.findChildren(QPushButton) if b.text() == "Discard").click()
    end(app, qtbot)
    assert recoverable(folders.journals) == []


def test_a_clean_end_leaves_no_journal(make: Make, folders: Folders, qtbot: QtBot) -> None:
    app = make()
    write_in(app)
    end(app, qtbot)
    assert not list(folders.journals.glob("*.journal"))


def test_no_journal_where_the_setting_says_so(make: Make, folders: Folders, qtbot: QtBot) -> None:
    Settings(journal=False).save(folders.config / "settings.toml")
    app = make()
    write_in(app)
    end(app, qtbot, keep_journal=True)
    assert not folders.journals.exists()


@pytest.mark.parametrize("answer", ["cancel", "discard"])
def test_closing_with_unsaved_work_asks(
    app: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, answer: str
) -> None:
    write_in(app)
    answers(monkeypatch, ask_unsaved=answer)
    if answer == "cancel":
        app.window.close()
        assert app.window.isVisible()
    else:
        with qtbot.waitSignal(app.closing.closed):
            app.window.close()
        assert not app.window.isVisible()


def test_closing_with_running_jobs_asks_once(app: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def work(control: Control) -> Iterator[Event]:
        while not control.wait_cancelled(0.01):
            yield Progress(0, 1, "turns")

    app.studio.queue.submit("Long", work, listener=app.session.feed.listener)
    qtbot.waitUntil(lambda: len(app.session.feed.jobs) == 1)
    asked: list[int] = []

    def ask_stop_jobs(_parent: QWidget, n_jobs: int) -> bool:
        asked.append(n_jobs)
        return len(asked) > 1

    monkeypatch.setattr(ask, "ask_stop_jobs", ask_stop_jobs)
    app.window.close()
    assert app.window.isVisible()
    with qtbot.waitSignal(app.closing.closed):
        app.window.close()
    assert asked == [1, 1]


# ---------------------------------------------------------------------------------------- dialogs and bars


def test_new_starts_with_what_was_chosen(qtbot: QtBot) -> None:
    dialog = NewDialog(None, NewProject())
    qtbot.addWidget(dialog)
    titles = [dialog.presets.item(row).text() for row in range(dialog.presets.count())]
    dialog.presets.setCurrentRow(next(i for i, title in enumerate(titles) if "A4, 300" in title))
    dialog.metre.setCurrentIndex(dialog.metre.findText("3/4"))
    dialog.bpm.setValue(90)
    sheet = dialog.answer().sheet()
    assert (sheet.canvas.width_px, sheet.canvas.height_px) == (2480, 3508)
    assert sheet.music.tempos[0].bpm == pytest.approx(90)
    assert (sheet.music.metres[0].numerator, sheet.music.metres[0].denominator) == (3, 4)
    dialog.width_px.setValue(8192)
    assert dialog.answer().width_px == 8192
    assert dialog.presets.currentRow() == -1


def test_a_transparent_background_can_be_had(qtbot: QtBot) -> None:
    dialog = NewDialog(None, NewProject())
    qtbot.addWidget(dialog)
    dialog.background.setCurrentIndex(dialog.background.findText("Transparent"))
    assert dialog.answer().sheet().canvas.background is None


def test_about_states_the_licences(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    text = dialog.licences.toPlainText()
    for what in ("Apache License", "TimGM6mb", "GNU General Public License, version 2", "LGPL", "PyTorch"):
        assert what in text


def test_notices_are_few_and_can_be_dismissed(app: App) -> None:
    for n in range(5):
        app.session.failed.emit(BadFile("no room for {n}", n=n))
    assert app.window.notices.texts() == ["No room for 2.", "No room for 3.", "No room for 4."]
    for left in (2, 1, 0):
        app.window.notices.findChildren(QToolButton, "dismiss")[-1 - 2 + left].click()
        assert len(app.window.notices.texts()) == left
    assert not app.window.notices.isVisible()


def test_memory_and_device_are_shown(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "MiB" in app.status.memory.text() and app.status.device.text() != "")


# ------------------------------------------------------------------------------------------------ processes


def run_window(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "artstudio", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )  # fmt: skip


def test_the_probe_reports_the_first_paint_and_ends(home: Path) -> None:
    process = run_window(app_module.STARTUP_PROBE)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out == "shown\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
def test_sigterm_ends_the_window_and_keeps_unsaved_work(home: Path, tmp_path: Path) -> None:
    sheet = NewProject().sheet()
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from artstudio.ui import app\n"
        "from artstudio.documents.edits import Put\n"
        "from artstudio.documents.writing import Passage\n"
        "start = app.App.start\n"
        "def started(self, file=None):\n"
        "    start(self, file)\n"
        "    self.session.do(Put('Write', 'passage', 'p1', Passage('p1', '', 'unsaved')))\n"
        "    print('ready', flush=True)\n"
        "app.App.start = started\n"
        "sys.exit(app.main([]))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
    (work,) = recoverable(Folders.under(home).journals)
    assert work.load().sheet.passages[0].text == "unsaved"
    assert work.load().sheet.canvas == sheet.canvas
    work.discard()


def test_starting_after_a_sigterm_with_nothing_unsaved_asks_nothing(home: Path) -> None:
    process = run_window(app_module.STARTUP_PROBE)
    process.communicate(timeout=60)
    assert not list(Folders.under(home).journals.glob("*.journal"))


def test_without_a_display_it_says_so(home: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only there can it be without")
    process = run_window(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.startswith("There is no display")
    assert err.count("\n") == 1


def test_the_window_loads_no_torch() -> None:
    code = "import artstudio.ui.app, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
