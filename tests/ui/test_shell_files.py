from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.documents.recipe import Recipe
from artstudio.documents.tiles import Tiles
from artstudio.engine.job import Control
from artstudio.media import formats
from artstudio.media.prose.files import write_prose
from artstudio.project.recovery import recoverable
from artstudio.sdk import Event, Image, Progress, Score, Text, Track, notes_array
from artstudio.studio.files import open_file
from artstudio.ui.app import App
from artstudio.ui.dialogs import ask
from tests.ui.shell_rig import WAIT_MS, Make, action, answers, end, offered, write_in
from tests.unit.media.prose.prose_rig import BOOK

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
    assert open_file(path, tmp_path).sheet == app.session.project.sheet
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
    assert open_file(tmp_path / "a.artstudio", tmp_path).sheet.passages[0].text == "more"


def test_what_changes_while_saving_stays_unsaved(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    write_in(app, "saved")
    answers(monkeypatch, ask_save=tmp_path / "a.artstudio")
    with qtbot.waitSignal(app.files.saved):
        app.files.save_as()
        write_in(app, "later")
    assert app.session.project.dirty
    assert open_file(tmp_path / "a.artstudio", tmp_path).sheet.passages[0].text == "saved"


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


def test_a_word_file_that_is_dropped_keeps_its_looks_and_recipe(
    app: App, tmp_path: Path, qtbot: QtBot
) -> None:
    recipe = Recipe("writer", "1", "continue", seed=7)
    write_prose(BOOK, tmp_path / "book.docx", recipe.canonical().decode())
    with qtbot.waitSignal(app.session.recipe_wanted) as wanted:
        drop(app, tmp_path / "book.docx")
    (passage,) = app.session.project.sheet.passages
    assert (passage.title, passage.prose, passage.recipe) == ("book", BOOK, recipe)
    assert wanted.args == [recipe]


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


def test_layers_are_exported_beside_the_project_under_its_name(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    app.session.do(Put("Add", "layer", "l1", Layer("l1", "Ink", Tiles(1024, 1024))))
    save_as(app, tmp_path / "work.artstudio", monkeypatch, qtbot)
    asked: list[Path] = []

    def take_what_is_suggested(_parent: QWidget, _title: str, kinds: object, start: Path) -> Path:
        asked.append(start)
        return start.with_suffix("")

    monkeypatch.setattr(ask, "ask_save", take_what_is_suggested)
    with qtbot.waitSignal(app.session.said):
        action(app, "file.export_ora").callback()
    assert asked == [tmp_path / "work.ora"]
    assert [layer.name for layer in open_file(asked[0], tmp_path).sheet.canvas.layers] == [
        "Background",
        "Ink",
    ]
    assert app.session.project.path == tmp_path / "work.artstudio"


# ----------------------------------------------------------------------------------------- safety and end


def test_work_left_by_a_crash_is_offered_and_recovered(make: Make, folders: Folders, qtbot: QtBot) -> None:
    crashed = make()
    write_in(crashed, "almost lost")
    end(crashed, qtbot, keep_journal=True)
    app = make()
    recover = offered(app, qtbot, "Recover")
    with qtbot.waitSignal(app.session.project_replaced, timeout=WAIT_MS):
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
    offered(app, qtbot, "Discard").click()
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


def long_job(app: App, qtbot: QtBot, done: threading.Event) -> None:
    def work(control: Control) -> Iterator[Event]:
        while not control.wait_cancelled(0.01) and not done.is_set():
            yield Progress(0, 1, "turns")

    app.studio.queue.submit("Long", work, listener=app.session.feed.listener)
    qtbot.waitUntil(lambda: len(app.session.feed.jobs) == 1)


def test_closing_with_running_jobs_asks_once(app: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    long_job(app, qtbot, threading.Event())
    write_in(app)
    asked: list[tuple[int, str]] = []
    to_answer = iter([("cancel", True), ("stop", False)])

    def ask_closing(_parent: QWidget, n_jobs: int, name: str) -> tuple[str, bool]:
        asked.append((n_jobs, name))
        return next(to_answer)

    monkeypatch.setattr(ask, "ask_closing", ask_closing)
    answers(monkeypatch, ask_unsaved="cancel")  # would keep the window open: it must not be asked as well
    app.window.close()
    assert app.window.isVisible()
    with qtbot.waitSignal(app.closing.closed):
        app.window.close()
    assert asked == [(1, "Untitled"), (1, "Untitled")]


def test_the_window_can_wait_for_its_jobs_and_saves_before_it_goes(
    app: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    done = threading.Event()
    long_job(app, qtbot, done)
    write_in(app)
    answers(monkeypatch, ask_closing=("wait", True), ask_save=tmp_path / "kept.artstudio")
    app.window.close()
    assert app.window.isVisible()
    with qtbot.waitSignal(app.closing.closed, timeout=WAIT_MS):
        done.set()
    assert (tmp_path / "kept.artstudio").is_file()


def test_closing_again_takes_the_waiting_back(
    app: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    done = threading.Event()
    long_job(app, qtbot, done)
    answers(monkeypatch, ask_closing=("wait", False))
    app.window.close()
    answers(monkeypatch, ask_closing=("cancel", False))
    app.window.close()
    with qtbot.waitSignal(app.session.feed.ended, timeout=WAIT_MS):
        done.set()
    QApplication.processEvents()
    assert app.window.isVisible()


def test_panes_end_their_threads_when_the_window_closes(app: App, qtbot: QtBot) -> None:
    player = app.window.panes["timeline"].player  # type: ignore[attr-defined]
    app.session.do(Put("Tune", "track", "t1", MusicTrack("t1", Track(notes_array([(0, 480, 60, 90)])))))
    player.warm()
    assert player._stems is not None
    with qtbot.waitSignal(app.closing.closed):
        app.closing.end(keep_journal=False)
    assert player._stems is None
