from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.ui.app import App
from artstudio.ui.commands.entries import Entry
from artstudio.ui.commands.listing import ranked
from artstudio.ui.commands.palette import CommandPalette
from artstudio.ui.fuzzy import match
from tests.ui.shell_rig import WAIT_MS, Make, action, end, write_in


def titles(palette: CommandPalette) -> list[str]:
    return [palette.lines.entry(row).title for row in range(palette.lines.rowCount())]


def opened(app: App) -> CommandPalette:
    app.window.activateWindow()
    QApplication.processEvents()  # a window that was just made becomes active in its turn
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(app.window, Qt.Key.Key_P, both)
    palette = app.commands.palette
    assert palette is not None
    assert palette.isVisible()
    return palette


def find(palette: CommandPalette, query: str) -> None:
    palette.query.clear()
    QTest.keyClicks(palette.query, query)


# -------------------------------------------------------------------------------------------------- order


def test_letters_in_order_find_a_title_and_say_where() -> None:
    found = match("gb", "Gaussian blur")
    assert found is not None
    assert found.at == {0, 9}
    assert match("blur gau", "Gaussian blur") is not None
    assert match("xyz", "Gaussian blur") is None
    assert match("", "Gaussian blur") is not None
    assert match("straße", "STRASSE") is not None
    assert match("画", "新しい画") is not None


@pytest.mark.parametrize("worse", ["Play or Pause layer", "A relayer", "Load a year"])
def test_the_start_of_the_title_and_of_a_word_count_most(worse: str) -> None:
    best, other = match("layer", "Layer up"), match("layer", worse)
    assert best is not None
    assert other is None or best.score > other.score


def test_the_path_finds_too_but_for_less() -> None:
    in_path, in_title = match("edit", "Undo", "Edit"), match("edit", "Edit the names", "Text")
    assert in_path is not None
    assert in_title is not None
    assert in_title.score > in_path.score


def entry(name: str, *, possible: bool = True) -> Entry:
    return Entry(name, name, "", "", "", print, possible)


def test_recent_ones_come_first_and_impossible_ones_last() -> None:
    entries = [entry("one"), entry("two", possible=False), entry("three"), entry("four")]
    order = [found.id for found, _ in ranked(entries, "", ["four", "two"])]
    assert order == ["four", "one", "three", "two"]
    assert next(found.id for found, _ in ranked(entries, "t", ["four", "two"])) == "three"


# ------------------------------------------------------------------------------------------- the keyboard


def test_a_command_is_found_run_and_remembered(make: Make, qtbot: QtBot) -> None:
    app = make()
    write_in(app)
    palette = opened(app)
    find(palette, "undo wri")
    assert titles(palette)[0] == "Undo Write"
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: app.session.project.sheet.passages == ())
    assert app.studio.settings.recent_commands[0] == "edit.undo"
    end(app, qtbot)
    again = make()
    write_in(again)
    assert titles(opened(again))[0] == "Undo Write"


def test_shortcut_and_menu_are_shown(app: App) -> None:
    palette = opened(app)
    find(palette, "save as")
    saved = palette.lines.entry(0)
    assert (saved.title, saved.path) == ("Save as…", "File")
    assert saved.keys == "Ctrl+Shift+S"
    find(palette, "half tone up")
    assert palette.lines.entry(0).path == "Timeline"


def test_arrows_choose_and_escape_gives_the_focus_back(app: App, qtbot: QtBot) -> None:
    app.window.activateWindow()
    app.window.pane_to_type_in("text")
    before = QApplication.focusWidget()
    palette = opened(app)
    qtbot.waitUntil(palette.query.hasFocus)
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_PageUp, 0)):
        QTest.keyClick(palette.query, key)
        assert palette.view.currentIndex().row() == row
    QTest.keyClick(palette.query, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_what_needs_a_pane_is_done_in_the_pane_that_had_the_focus(app: App, qtbot: QtBot) -> None:
    app.window.activateWindow()
    write_in(app, "one two")
    app.session.select(passage_id="p1")
    app.window.pane_to_type_in("text")
    action(app, "edit.select_all").callback()
    palette = opened(app)
    find(palette, "cut")
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.session.project.sheet.passages[0].text == "")


def test_what_cannot_be_done_does_nothing(app: App) -> None:
    palette = opened(app)
    find(palette, "redo")
    assert not palette.lines.entry(0).possible
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_every_pane_and_tool_is_there_and_a_stranger_is_told_so(app: App) -> None:
    palette = opened(app)
    there = titles(palette)
    for title in ("Timeline", "Jobs", "Magic wand", "Preferences…", "Full screen"):
        assert there.count(title) == 1
    find(palette, "qqqq")
    assert palette.nothing.isVisible()


def test_plugin_actions_are_found_and_chosen(toy_app: App, qtbot: QtBot) -> None:
    app = toy_app
    app.session.catalog.load()
    qtbot.waitUntil(lambda: bool(app.session.catalog.schemas), timeout=WAIT_MS)
    palette = opened(app)
    find(palette, "toy say")
    assert palette.lines.entry(0).path == "Models › Toy"
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    panel = app.window.panes["models"]
    qtbot.waitUntil(lambda: panel.shown is not None and panel.shown[1].name == "say")  # type: ignore[attr-defined]
