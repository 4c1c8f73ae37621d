from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.documents.sheet import Sheet
from artstudio.media.formats import write
from artstudio.sdk import Image, Media, Score, Text, Track, notes_array
from artstudio.studio.files import save
from artstudio.studio.recent import sight
from artstudio.ui.app import App
from artstudio.ui.start import recent
from artstudio.ui.start.guide import Guide
from artstudio.ui.start.page import StartPage
from artstudio.ui.start.recent import RecentList
from artstudio.ui.start.starts import starts
from artstudio.ui.workspace import WorkspaceId
from tests.ui.shell_rig import WAIT_MS, action, answers, write_in

SUFFIX = {Image: ".png", Score: ".mid", Text: ".md"}


def page(app: App) -> StartPage:
    app.window.activateWindow()
    app.welcome()
    QApplication.processEvents()
    assert app.page is not None
    assert app.page.isVisible()
    return app.page


def names(shown: RecentList) -> list[str]:
    model = shown.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount(QModelIndex()))]


def icon_key(shown: RecentList, row: int) -> int:
    return int(shown.model().index(row, 0).data(Qt.ItemDataRole.DecorationRole).cacheKey())


# --------------------------------------------------------------------------------------------- the page


def test_it_covers_the_panes_and_takes_their_keys(app: App) -> None:
    covering = page(app)
    assert covering.geometry().contains(app.window._middle.geometry())
    assert not app.window.panes["canvas"].isEnabled()
    assert covering.starts[0].hasFocus()
    QTest.keyClick(covering.starts[0], Qt.Key.Key_Escape)
    assert covering.isHidden()
    assert app.window.panes["canvas"].isEnabled()
    assert app.window.focused_pane() == "canvas"


def test_whatever_begins_uncovers_the_window(app: App) -> None:
    covering = page(app)
    app.desks.use("write")
    assert covering.isHidden()
    page(app)
    covering.skip.click()
    assert covering.isHidden()


def test_the_first_of_the_tab_order_are_the_three_starts(app: App) -> None:
    covering = page(app)
    order = [covering.starts[0]]
    for _ in range(2):
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus)  # type: ignore[arg-type]
    assert order == covering.starts
    assert all(big.accessibleName() for big in covering.starts)


def test_closing_a_project_shows_it_unless_it_is_not_wanted(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ask_unsaved="discard")
    covering = page(app)
    covering.again.click()
    assert not app.studio.settings.start_page
    covering.leave()
    action(app, "file.close").callback()
    assert covering.isHidden()
    app.studio.settings.start_page = True
    write_in(app)
    action(app, "file.close").callback()
    assert not covering.isHidden()


# ---------------------------------------------------------------------------------------- recent projects


def test_the_first_project_of_all_is_there_when_it_was_closed(
    app: App, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    covering = page(app)
    assert not covering.recent.isVisible()
    covering.leave()
    answers(monkeypatch, ask_save=tmp_path / "first.artstudio")
    write_in(app)
    with qtbot.waitSignal(app.files.saved, timeout=WAIT_MS):
        action(app, "file.save").callback()
    action(app, "file.close").callback()
    assert covering.recent.isVisible()
    model = covering.recent.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["first"]


@pytest.mark.parametrize(
    ("before", "work", "after"),
    [
        ("write", Image(np.zeros((8, 8), np.uint8)), "paint"),
        ("animate", Image(np.zeros((8, 8), np.uint8)), "animate"),
        ("paint", Score((Track(notes_array([(0, 480, 60, 90)])),)), "compose"),
        ("paint", Text("Words."), "write"),
        ("write", Text("Words."), "write"),
    ],
)
def test_what_is_opened_is_seen(
    app: App, tmp_path: Path, qtbot: QtBot, before: WorkspaceId, work: Media, after: WorkspaceId
) -> None:
    path = tmp_path / f"work{SUFFIX[type(work)]}"
    write(work, path)
    app.desks.use(before)
    with qtbot.waitSignal(app.files.opened, timeout=WAIT_MS):
        app.files.open(path)
    assert app.desks.current.id == after


def test_pictures_of_recent_projects_come_and_those_gone_go(tmp_path: Path, qtbot: QtBot) -> None:
    paths = [tmp_path / f"{name}.artstudio" for name in ("one", "gone", "broken", "two")]
    for path in (paths[0], paths[3]):
        save(Sheet.blank(64, 64), path)
    paths[2].write_bytes(b"no zip")
    shown = RecentList()
    qtbot.addWidget(shown)
    shown.fill([str(path) for path in paths])
    before = icon_key(shown, 3)
    shown.look()
    qtbot.waitUntil(lambda: len(names(shown)) == 3 and icon_key(shown, 2) != before)
    assert names(shown) == ["one", "broken", "two"]
    with qtbot.waitSignal(shown.chosen) as chosen:
        shown.activated.emit(shown.model().index(0, 0))
    assert chosen.args == [paths[0]]


def test_a_tune_and_a_story_are_told_apart_from_an_empty_picture(app: App, tmp_path: Path) -> None:
    blank = Sheet.blank(8, 8)
    save(blank, tmp_path / "blank.artstudio")
    write_in(app, "Once upon a time.")
    save(app.session.project.sheet, tmp_path / "story.artstudio")
    notes = notes_array([(0, 480, 60, 90)])
    app.session.do(Put("Write", "track", "t1", MusicTrack("t1", Track(notes))))
    save(app.session.project.sheet, tmp_path / "tune.artstudio")
    assert [sight(tmp_path / f"{name}.artstudio").kind for name in ("blank", "story", "tune")] == [
        "image",
        "text",
        "score",
    ]


def test_of_a_thousand_recent_projects_those_in_sight_are_looked_at_beside_the_window(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    threads: set[threading.Thread] = set()

    def picture(path: Path) -> tuple[bool, None]:
        looked.append(path.name)
        threads.add(threading.current_thread())
        return True, None

    monkeypatch.setattr(recent, "_picture", picture)
    shown = RecentList()
    qtbot.addWidget(shown)
    shown.resize(560, 290)
    shown.fill([str(tmp_path / str(n)) for n in range(1000)])
    shown.show()
    QApplication.processEvents()
    assert len(names(shown)) == 1000
    assert looked == []  # the window is painted first
    shown.look()
    qtbot.waitUntil(lambda: "11" in looked)
    shown.scrollToBottom()
    qtbot.waitUntil(lambda: "999" in looked)
    assert len(looked) < 60
    assert threading.main_thread() not in threads


def test_the_menu_leaves_out_what_is_gone(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    here, gone = tmp_path / "here.artstudio", tmp_path / "gone.artstudio"
    here.write_bytes(b"")
    app.studio.settings.recent = [str(gone), str(here)]
    qtbot.waitUntil(lambda: app.files.recent() == [here])
    gone.write_bytes(b"")
    qtbot.waitUntil(lambda: app.files.recent() == [gone, here])


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"PK\x03\x04 broken"])
def test_a_file_without_a_picture_has_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.artstudio").write_bytes(content)
    assert sight(tmp_path / "x.artstudio").thumbnail is None
    assert sight(tmp_path).thumbnail is None


# ---------------------------------------------------------------------------------------- a first result


def guide(app: App) -> Guide:
    found = app.starting().guide
    assert found is not None
    return found


def test_a_double_click_does_not_stop_what_it_began(toy_app: App, qtbot: QtBot) -> None:
    QTest.keyClick(page(toy_app).starts[0], Qt.Key.Key_Return)
    card = guide(toy_app)
    qtbot.waitUntil(card.make.isEnabled, timeout=WAIT_MS)
    QApplication.processEvents()
    at = card.make.mapTo(card, card.make.rect().center())
    card.show_making("Being made…", None)
    QApplication.processEvents()
    below = card.childAt(at)
    assert below is not card.stop
    assert card.stop.isVisible()


def test_paint_leads_to_a_first_picture(toy_app: App, qtbot: QtBot) -> None:
    app = toy_app
    QTest.keyClick(page(app).starts[0], Qt.Key.Key_Return)
    assert app.page is not None
    assert app.page.isHidden()
    assert app.desks.current.id == "paint"
    assert app.session.project.sheet.canvas.width_px == 512
    card = guide(app)
    assert card.isVisible()
    qtbot.waitUntil(card.make.isEnabled, timeout=WAIT_MS)  # the plugin is read and the devices are known
    card.make.click()
    assert not card.make.isVisible()
    qtbot.waitUntil(lambda: len(app.session.project.sheet.canvas.layers) == 1, timeout=WAIT_MS)
    qtbot.waitUntil(card.make.isVisible)
    assert "layer" in card.says.text()
    assert app.window.focused_pane() == "canvas"
    app.session.undo()
    assert app.session.project.sheet.canvas.layers == ()
    card.dismiss.click()
    assert not card.isVisible()


def test_write_begins_with_a_line_to_go_on_from(toy_app: App) -> None:
    app = toy_app
    page(app).starts[2].click()
    assert app.desks.current.id == "write"
    (passage,) = app.session.project.sheet.passages
    assert app.session.selection.cursor == len(passage.text)
    assert not app.session.project.dirty


def test_what_no_plugin_can_do_is_said(toy_app: App, qtbot: QtBot) -> None:
    page(toy_app).starts[1].click()  # the toy goes on with tunes, but begins none
    qtbot.waitUntil(lambda: "No plugin" in guide(toy_app).says.text(), timeout=WAIT_MS)
    assert not guide(toy_app).make.isEnabled()


def test_a_failure_offers_the_button_again(
    toy_app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = toy_app
    page(app).starts[0].click()
    card = guide(app)
    qtbot.waitUntil(card.make.isEnabled, timeout=WAIT_MS)
    panel = app.window.panes["models"]
    panel.body.form.set_values({"slow": True})  # type: ignore[attr-defined]
    card.make.click()
    qtbot.waitUntil(lambda: bool(app.session.feed.jobs), timeout=WAIT_MS)
    card.stop.click()
    qtbot.waitUntil(lambda: card.make.isVisible() and card.make.text() == "Make it", timeout=WAIT_MS)


def test_unsaved_work_is_asked_about_first(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    write_in(app)
    answers(monkeypatch, ask_unsaved="cancel")
    page(app).starts[0].click()
    assert app.session.project.sheet.passages


def test_the_starters_are_wanted_first() -> None:
    assert [(one.plugin, one.action) for one in starts()] == [
        ("gan-painter", "dream"),
        ("rnn-composer", "compose"),
        ("transformer-writer", "continue"),
    ]
