from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.base.settings import Settings
from artstudio.ui.actions import Action
from artstudio.ui.app import App
from artstudio.ui.shortcuts.editor import ShortcutEditor
from artstudio.ui.shortcuts.presets import PRESETS
from artstudio.ui.shortcuts.registry import Shortcuts
from tests.ui.shell_rig import Make, end


def act(name: str, *keys: str, scope: str = "") -> Action:
    return Action(name, name.title(), "edit", print, keys, scope=scope)


@pytest.fixture
def shortcuts() -> Shortcuts:
    made = Shortcuts(Settings())
    made.offer([act("one", "A"), act("two", "B", "C"), act("brush", "D", scope="canvas"), act("none")])
    return made


def keys(shortcuts: Shortcuts, name: str) -> tuple[str, ...]:
    return shortcuts.keys(by_id(shortcuts, name))


def by_id(shortcuts: Shortcuts, name: str) -> Action:
    return next(one for one in shortcuts.actions if one.id == name)


def test_keys_are_given_and_taken_away_elsewhere(shortcuts: Shortcuts) -> None:
    one = by_id(shortcuts, "one")
    assert [other.id for other in shortcuts.in_the_way(one, "B")] == ["two"]
    shortcuts.set_keys(one, ("B",))
    assert (keys(shortcuts, "one"), keys(shortcuts, "two")) == (("B",), ("C",))
    assert shortcuts.conflicts() == []
    shortcuts.reset(by_id(shortcuts, "two"))
    assert (keys(shortcuts, "one"), keys(shortcuts, "two")) == ((), ("B", "C"))


def test_only_what_differs_is_kept(shortcuts: Shortcuts) -> None:
    settings = Settings()
    made = Shortcuts(settings)
    made.offer(shortcuts.actions)
    made.set_keys(by_id(made, "none"), ("F9",))
    assert settings.shortcuts == {"none": ["F9"]}
    made.set_keys(by_id(made, "none"), ())
    assert settings.shortcuts == {}
    later = Shortcuts(Settings(shortcuts={"one": ["F8"], "of a plugin that is gone": ["F7"]}))
    later.offer(shortcuts.actions)
    assert keys(later, "one") == ("F8",)


@pytest.mark.parametrize("preset", list(PRESETS))
def test_in_every_preset_a_key_means_one_thing_in_one_place(app: App, preset: str) -> None:
    shortcuts = app.session.shortcuts
    shortcuts.use_preset(preset)
    assert shortcuts.conflicts() == []
    known = {action.id for action in shortcuts.actions}
    assert set(PRESETS[preset]) <= known
    assert app.studio.settings.shortcut_preset == preset


# -------------------------------------------------------------------------------------------- the editor


@pytest.fixture
def editor(shortcuts: Shortcuts, qtbot: QtBot) -> ShortcutEditor:
    made = ShortcutEditor(shortcuts, {"canvas": "Canvas"})
    qtbot.addWidget(made)
    made.show()
    return made


def rows(editor: ShortcutEditor) -> list[str]:
    items = [editor.tree.topLevelItem(row) for row in range(editor.tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def test_actions_are_found_by_name_and_by_key(editor: ShortcutEditor) -> None:
    assert rows(editor) == ["One", "Two", "Brush", "None"]
    QTest.keyClicks(editor.search, "bru")
    assert rows(editor) == ["Brush"]
    editor.search.setText("C")
    assert "Two" in rows(editor)
    assert "None" not in rows(editor)


def test_pressed_keys_are_set_at_once(editor: ShortcutEditor, shortcuts: Shortcuts) -> None:
    editor.choose("none")
    assert not editor.replace.isEnabled()
    QTest.keyClick(editor.keys, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    editor.replace.click()
    assert keys(shortcuts, "none") == ("Ctrl+K",)
    assert editor.action is not None
    assert editor.action.id == "none"
    QTest.keyClick(editor.keys, Qt.Key.Key_F4)
    editor.add.click()
    assert keys(shortcuts, "none") == ("Ctrl+K", "F4")
    editor.remove.click()
    assert keys(shortcuts, "none") == ()


def test_a_conflict_is_shown_and_resolved(editor: ShortcutEditor, shortcuts: Shortcuts) -> None:
    editor.choose("one")
    QTest.keyClick(editor.keys, Qt.Key.Key_D)
    editor.replace.click()
    assert "Brush" in editor.problem.text()
    assert editor.take.isVisible()
    assert keys(shortcuts, "one") == ("A",)
    editor.leave.click()
    assert not editor.take.isVisible()
    assert keys(shortcuts, "brush") == ("D",)
    QTest.keyClick(editor.keys, Qt.Key.Key_D)
    editor.replace.click()
    editor.take.click()
    assert (keys(shortcuts, "one"), keys(shortcuts, "brush")) == (("D",), ())
    assert not editor.problem.isVisible()


def test_one_and_all_are_reset(editor: ShortcutEditor, shortcuts: Shortcuts) -> None:
    shortcuts.set_keys(by_id(shortcuts, "one"), ("F1",))
    shortcuts.set_keys(by_id(shortcuts, "none"), ("F2",))
    editor.choose("one")
    editor.reset.click()
    assert (keys(shortcuts, "one"), keys(shortcuts, "none")) == (("A",), ("F2",))
    editor.reset_all.click()
    assert keys(shortcuts, "none") == ()
    assert not editor.reset_all.isEnabled()


# -------------------------------------------------------------------------------------------- the window


def item(app: App, action_id: str) -> QAction:
    return next(one for one in app.window.findChildren(QAction) if one.objectName() == action_id)


def test_new_keys_work_at_once_and_after_a_restart(make: Make, qtbot: QtBot) -> None:
    first = make()
    first.window.activateWindow()
    QApplication.processEvents()  # a window that was just made becomes active in its turn
    shortcuts = first.session.shortcuts
    canvas = first.window.panes["canvas"]
    canvas.setFocus()
    shortcuts.set_keys(by_id(shortcuts, "canvas.eraser"), ("Q",))
    QTest.keyClick(canvas.view, Qt.Key.Key_Q)  # type: ignore[attr-defined]
    assert canvas.tool_id == "eraser"  # type: ignore[attr-defined]
    assert "(Q)" in canvas.strip.buttons["eraser"].toolTip()  # type: ignore[attr-defined]
    end(first, qtbot)
    second = make()
    assert [key.toString() for key in item(second, "canvas.eraser").shortcuts()] == ["Q"]
