"""What a crash left is offered until it is open again or given up; nothing else makes it go."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders
from artstudio.documents.edits import Put
from artstudio.documents.writing import Passage
from artstudio.project.journal import Journal
from artstudio.project.lock import ProjectLock
from artstudio.project.recovery import recoverable
from artstudio.studio.files import save
from artstudio.ui.app import App
from artstudio.ui.new_project import NewProject
from tests.ui.shell_rig import WAIT_MS, Make, end, offered


def text(app: App) -> str:
    return "".join(passage.text for passage in app.session.project.sheet.passages)


def left_by_a_crash(folders: Folders, words: str, path: Path | None = None) -> None:
    """`words` are in the journal, but not in the file `path`."""
    blank = NewProject().sheet()
    if path is not None:
        save(blank, path)
    journal = Journal(folders.journals, blank, path)
    journal.record(Put("Write", "passage", "p1", Passage.plain("p1", "Page", words)).apply(blank)[0])
    assert journal.flush()
    journal.close(clean=False)


def open_(app: App, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(app.session.project_replaced, timeout=WAIT_MS):
        app.files.open(path)


def test_who_opens_the_file_first_can_still_take_back_the_work_on_it(
    make: Make, folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "song.artstudio"
    left_by_a_crash(folders, "almost lost", path)
    app = make()
    open_(app, path, qtbot)
    recover = offered(app, qtbot, "Recover")
    with qtbot.waitSignal(app.session.project_replaced, timeout=WAIT_MS):
        recover.click()
    assert text(app) == "almost lost"
    assert app.session.project.path == path
    assert not ProjectLock(path)._lock.acquire(), "its file is still guarded"
    end(app, qtbot)
    assert not list(folders.journals.glob("*.journal"))


def test_what_cannot_be_opened_now_is_offered_again_and_stays(
    make: Make, folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    path, other = tmp_path / "song.artstudio", tmp_path / "other.artstudio"
    left_by_a_crash(folders, "almost lost", path)
    save(NewProject().sheet(), other)
    app = make()
    with ProjectLock(path):  # another window has it
        with qtbot.waitSignal(app.session.failed, timeout=WAIT_MS):
            offered(app, qtbot, "Recover").click()
        qtbot.waitUntil(lambda: len(app.window.notices.texts()) == 2, timeout=WAIT_MS)
    open_(app, other, qtbot)
    end(app, qtbot)
    (work,) = recoverable(folders.journals)
    assert work.title == "song"
    work.leave()
    again = make()
    with qtbot.waitSignal(again.session.project_replaced, timeout=WAIT_MS):
        offered(again, qtbot, "Recover").click()
    assert text(again) == "almost lost"


def test_of_many_the_newest_is_in_sight(
    make: Make, folders: Folders, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["one", "two", "three", "four"]
    for name in names:
        left_by_a_crash(folders, name, tmp_path / f"{name}.artstudio")
    app = make()
    qtbot.waitUntil(lambda: len(app.window.notices.texts()) == 3, timeout=WAIT_MS)
    shown = app.window.notices.texts()
    assert [name for text in shown for name in names if f" {name} " in text] == ["two", "three", "four"]
