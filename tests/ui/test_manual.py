"""The manual in its window, the keys that tooltips name, "What's this?" and the tour."""

from __future__ import annotations

from pathlib import Path
from re import compile as pattern

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import artstudio
from artstudio.base.paths import resources
from artstudio.studio.manual.pages import PAGES, Manual
from artstudio.ui.app import App
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.key_tips import action_of
from artstudio.ui.manual.context import OF_PANES, OF_WIDGETS
from artstudio.ui.manual.key_tables import key_tables
from artstudio.ui.manual.whats_this import of_panes, of_tools
from artstudio.ui.manual.window import ManualWindow
from artstudio.ui.menu_titles import without_signs
from artstudio.ui.shortcuts.registry import native
from tests.ui.shell_rig import action

PACKAGE = Path(artstudio.__file__).parent
_IN_BRACKETS = pattern(r" \(([^()]+)\)$")


@pytest.fixture
def manual(app: App) -> ManualWindow:
    app.help.open_page("start")
    assert app.help.manual is not None
    return app.help.manual


# ------------------------------------------------------------------------------------------ reading


def test_f1_opens_the_page_of_the_pane_with_the_focus(app: App, qtbot: QtBot) -> None:
    for pane_id, (page, _) in OF_PANES.items():
        if pane_id not in app.window.panes:
            continue
        app.window.reveal(pane_id)
        pane = app.window.panes[pane_id]
        focusable = pane if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() else None
        target = focusable or next(w for w in pane.findChildren(QWidget) if w.focusPolicy().value)
        app.window.activateWindow()
        target.setFocus()
        focused = QApplication.focusWidget()
        if focused is None or not (focused is pane or pane.isAncestorOf(focused)):
            continue  # nothing in an empty pane takes the focus
        action(app, "help.manual").callback()
        assert app.help.manual is not None
        assert app.help.manual.browser.page == page


def test_f1_in_a_dialog_opens_its_page(app: App, qtbot: QtBot) -> None:
    action(app, "edit.preferences").callback()
    dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "PreferencesDialog")
    field = next(one for one in dialog.findChildren(QComboBox) if one.isVisible())
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    QTest.keyClick(field, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: app.help.manual is not None and app.help.manual.isVisible())
    assert app.help.manual is not None
    assert app.help.manual.browser.page == "start"
    assert app.help.manual.browser.source().fragment() == "preferences"
    dialog.close()


def test_every_pane_and_dialog_leads_to_a_place_that_there_is(app: App) -> None:
    manual = Manual(resources() / "manual")
    for page, anchor in (*OF_PANES.values(), *OF_WIDGETS.values()):
        assert not anchor or anchor in {one.anchor for one in manual.pages[page].headings}, (page, anchor)
    assert set(app.window.panes) == set(OF_PANES)
    sources = "".join(path.read_text("utf-8") for path in (PACKAGE / "ui").rglob("*.py"))
    for name in OF_WIDGETS:
        assert f"\nclass {name}(" in sources


def test_links_lead_back_and_forward(manual: ManualWindow) -> None:
    browser = manual.browser
    browser.anchorClicked.emit(browser.source().resolved("paint.md"))
    assert browser.page == "paint"
    assert manual.back.isEnabled()
    manual.back.click()
    assert browser.page == "start"
    manual.forward.click()
    assert browser.page == "paint"


def test_a_page_can_run_a_command_and_show_a_pane(app: App, manual: ManualWindow) -> None:
    app.window.docks["jobs"].hide()
    manual.command_wanted.emit("pane:jobs")
    assert app.window.docks["jobs"].isVisible()
    manual.command_wanted.emit("action:canvas.eraser")
    canvas = app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    assert canvas.tool_id == "eraser"


def test_pages_show_the_keys_as_they_are_now(app: App, manual: ManualWindow) -> None:
    manual.show_page("paint")
    assert "Press Ctrl+L." in manual.browser.toPlainText()
    app.session.shortcuts.set_keys(action(app, "canvas.live"), ["Ctrl+Alt+9"])
    assert "Press Ctrl+Alt+9." in manual.browser.toPlainText()
    manual.show_page("shortcuts")
    assert "Ctrl+Alt+9" in manual.browser.toPlainText()


def test_search_finds_and_opens(manual: ManualWindow) -> None:
    manual.search.setText("soundfont")
    assert manual.found.count()
    manual.search.returnPressed.emit()
    assert manual.browser.page == "compose"
    assert manual.browser.textCursor().selectedText().casefold() == "soundfont"
    manual.search.setText("zzzz")
    assert manual.nothing.isVisible()
    manual.search.clear()
    assert manual.contents.isVisible()


def test_find_goes_round_the_page(manual: ManualWindow) -> None:
    manual.show_page("paint")
    manual.field.setText("eraser")
    assert manual.browser.textCursor().selectedText() == "eraser"
    first = manual.browser.textCursor().position()
    count = manual.browser.toPlainText().count("eraser")
    for _ in range(count):
        manual.find_next()
    assert manual.browser.textCursor().position() == first
    manual.field.setText("nowhere to be found")
    assert manual.browser.textCursor().selectedText() != "nowhere to be found"


def test_the_language_is_the_windows(qapp: QApplication, app: App, manual: ManualWindow) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("zh_CN"))
        QApplication.sendEvent(manual, QEvent(QEvent.Type.LanguageChange))
        assert manual.manual.language == "zh_CN"
        assert "模型" in manual.browser.toPlainText()
        QLocale.setDefault(QLocale("de_DE"))
        QApplication.sendEvent(manual, QEvent(QEvent.Type.LanguageChange))
        assert manual.manual.language == "en"
    finally:
        QLocale.setDefault(before)


# ------------------------------------------------------------------------------------- what is true


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_key_and_command_in_the_manual_is_right(app: App, language: str) -> None:
    by_id = {one.id: one for one in app.session.shortcuts.actions}
    for page in Manual(resources() / "manual", language).pages.values():
        for target, words, is_key in page.commands:
            kind, _, name = target.partition(":")
            if kind == "pane":
                assert name in app.window.panes, (page.name, target)
                assert language != "en" or words == app.help.place(target)
            else:
                assert name in by_id, (page.name, target)
                if is_key:
                    assert words in by_id[name].shortcuts, (page.name, target)
                elif language == "en":
                    assert words == app.help.place(target), (page.name, target)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_tables_of_keys_are_those_of_the_window(app: App, language: str) -> None:
    kept = Manual(resources() / "manual", language).pages["shortcuts"].markdown.partition("<!-- keys -->")[2]
    made = key_tables(app.session.shortcuts, app.help.titles(), str)
    keys = pattern(r"`+[^`|]+`*")
    assert keys.findall(kept) == keys.findall(made), "make them anew: python -m installer.screenshots --keys"
    assert language != "en" or kept.strip() == made.strip()


# ---------------------------------------------------------------------------------------- tooltips


def _menu_actions(app: App) -> list[QAction]:
    return [one for one in app.window.findChildren(QAction) if one.shortcuts() and one.objectName()]


def test_every_action_names_its_key(app: App) -> None:
    found = _menu_actions(app)
    assert len(found) > 100
    for one in found:
        assert one.toolTip().endswith(f"({native(one.shortcut().toString())})"), one.objectName()
    save = next(one for one in found if one.objectName() == "file.save")
    app.session.shortcuts.set_keys(action(app, "file.save"), ["Ctrl+Alt+7"])
    assert save.toolTip() == f"Save ({native('Ctrl+Alt+7')})"


def test_every_button_that_does_an_actions_work_names_its_key(app: App) -> None:
    shortcuts = app.session.shortcuts
    keyed = [one for one in app.window.findChildren(QAbstractButton) if action_of(one)]
    assert len(keyed) > 60
    for button in keyed:
        key = shortcuts.text(action_of(button))
        assert action_of(button) in {one.id for one in shortcuts.actions}
        assert button.toolTip().endswith(f"({key})") if key else "(" not in button.toolTip(), button.toolTip()
        assert button.accessibleName() == button.toolTip()
    shortcuts.use_preset("Photoshop")
    for button in keyed:
        key = shortcuts.text(action_of(button))
        assert (f"({key})" in button.toolTip()) == bool(key)


def test_no_tooltip_holds_a_key_that_can_be_changed(app: App) -> None:
    """Else it would go on naming a key that no longer does that."""
    for pane_id, pane in app.window.panes.items():
        here = [one for one in app.session.shortcuts.actions if one.scope in ("", pane_id)]
        own = {native(key) for one in here for key in one.shortcuts}
        for button in pane.findChildren(QAbstractButton):
            found = _IN_BRACKETS.search(button.toolTip())
            if found and not action_of(button):
                assert found[1] not in own, button.toolTip()


def test_a_button_made_later_names_its_key(app: App, qtbot: QtBot) -> None:
    app.session.shortcuts.set_keys(action(app, "canvas.live"), ["Ctrl+Alt+8"])
    canvas = app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    canvas.strip.buttons["brush"].setToolTip("stale")
    canvas.strip.hide()
    canvas.strip.show()
    assert canvas.strip.buttons["brush"].toolTip() == "Brush (B)"


# ------------------------------------------------------------------------------------ What's this?


def test_every_pane_and_tool_says_what_it_is(app: App) -> None:
    assert set(app.window.panes) == set(of_panes())
    canvas = app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    assert set(of_tools()) == set(canvas.specs)
    for pane in app.window.panes.values():
        assert len(pane.whatsThis()) > 20
    for tool_id, button in canvas.strip.buttons.items():
        assert button.whatsThis() == of_tools()[tool_id]


def test_every_control_of_the_panel_says_what_it_is(toy_app: App, qtbot: QtBot) -> None:
    panel = toy_app.window.panes["models"]
    qtbot.waitUntil(lambda: bool(toy_app.session.catalog.schemas), timeout=30_000)
    controls = [
        one
        for one in panel.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QAbstractSlider | QAbstractSpinBox | QComboBox | QLineEdit)
        and one.isVisible()
    ]
    assert controls
    for control in controls:
        around: QWidget | None = control
        while around is not panel and around is not None and not around.whatsThis():
            around = around.parentWidget()
        assert around is not panel, (type(control).__name__, control.accessibleName(), control.toolTip())


def test_asked_what_a_tool_is_the_window_shows_its_text(app: App, qtbot: QtBot) -> None:
    canvas = app.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    event = QHelpEvent(QEvent.Type.QueryWhatsThis, QPoint(3, 3), QPoint(3, 3))
    QApplication.sendEvent(canvas.strip.buttons["wand"], event)
    assert event.isAccepted()


# --------------------------------------------------------------------------------------------- tour


def test_the_tour_goes_by_keys_alone_and_leaves_the_window_as_it_was(app: App, qtbot: QtBot) -> None:
    app.window.docks["candidates"].hide()
    action(app, "help.tour").callback()
    tour = app.help.tour
    assert tour is not None
    seen = [tour.title.text()]
    for _ in range(4):
        QTest.keyClick(tour, Qt.Key.Key_Right)
        seen.append(tour.title.text())
        assert tour.rect().contains(tour.card.geometry())
    assert len(set(seen)) == 5
    assert app.window.docks["candidates"].isVisible()
    QTest.keyClick(tour, Qt.Key.Key_Left)
    assert tour.at == 3
    QTest.keyClick(tour, Qt.Key.Key_Right)
    QTest.keyClick(tour, Qt.Key.Key_Return)
    assert not tour.isVisible()
    assert not app.window.docks["candidates"].isVisible()


def test_the_tour_can_be_skipped(app: App, qtbot: QtBot) -> None:
    action(app, "help.tour").callback()
    tour = app.help.tour
    assert tour is not None
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_the_start_page_offers_the_tour_once(app: App) -> None:
    app.welcome()
    page = app.page
    assert page is not None
    assert page.tour.isVisible()
    page.tour.click()
    assert not page.isVisible()
    assert app.help.tour is not None
    assert app.help.tour.isVisible()
    app.help.tour.end()
    app.welcome()
    assert not page.tour.isVisible()
    assert app.studio.settings.tour_offered


def test_titles_lose_only_their_signs() -> None:
    assert without_signs("Save &as…\tCtrl+S") == "Save as…"
    assert without_signs("Rock && &roll") == "Rock & roll"
    assert without_signs("首选项(&N)…") == "首选项…"
    assert len(PAGES) == len(set(PAGES))
