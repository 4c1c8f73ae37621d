"""The library pane, by mouse and keyboard, over results of a real plugin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from artstudio.documents.recipe import Recipe
from artstudio.library.changing import Change
from artstudio.library.entry import Addition
from artstudio.library.query import Query
from artstudio.sdk import Image, Score, StudioError, Text, Track, notes_array
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui import theme
from artstudio.ui.library.cleaning import CleaningDialog
from artstudio.ui.library.compare import LibraryCompare
from artstudio.ui.library.frame import ENTRIES, NOTHING_FOUND, NOTHING_YET
from artstudio.ui.library.pane import LibraryPane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from artstudio.library.entry import Entry
    from artstudio.library.library import Library
    from artstudio.ui.session import Session

WAIT_MS = 20_000
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def library(toy_session: Session) -> Library:
    assert toy_session.studio is not None
    return toy_session.studio.library


@pytest.fixture
def shown(qtbot: QtBot, toy_session: Session) -> Iterator[LibraryPane]:
    """The pane, with nothing made yet."""
    pane = LibraryPane(toy_session)
    qtbot.addWidget(pane)
    pane.resize(900, 420)
    pane.show()
    qtbot.waitUntil(lambda: pane._query is not None, timeout=WAIT_MS)
    yield pane
    pane.shut_down()


@pytest.fixture
def pane(qtbot: QtBot, shown: LibraryPane, library: Library) -> LibraryPane:
    """With a dark and a light picture, a tune and a text; the text is the newest and chosen."""
    for grey, prompt in ((20, "a boat at night"), (230, "山水画")):
        made = Recipe(
            "toy", "1.0.0", "fill", params={"grey": grey, "slow": False, "prompt": prompt}, seed=grey
        )
        library.add(Addition("Fill", made, Image(np.full((32, 32), grey, np.uint8)), project="House"))
    tune = Score((Track(notes_array([(0, 480, 60, 90)])),))
    library.add(Addition("Continue", Recipe("toy", "1.0.0", "continue", params={"bars": 2}), tune))
    said = Recipe("toy", "1.0.0", "say", params={"words": "hello"}, seed=5)
    library.add(Addition("Say", said, Text("hello"), {"text": Text("")}))
    assert library.finish()
    qtbot.waitUntil(lambda: titles(shown) == ["Say", "Continue", "Fill", "Fill"], timeout=WAIT_MS)
    return shown


def titles(pane: LibraryPane) -> list[str]:
    """Of the rows, as far as they are fetched."""
    entries: list[Entry | None] = [pane.grid.entries.entry(i) for i in range(len(pane.grid.entries.ids))]
    return [entry.title if entry is not None else "…" for entry in entries]


def finds(qtbot: QtBot, pane: LibraryPane, *wanted: str) -> None:
    qtbot.waitUntil(lambda: titles(pane) == list(wanted), timeout=WAIT_MS)


def stars(pane: LibraryPane, row: int) -> int | None:
    entry = pane.grid.entries.entry(row)
    return None if entry is None else entry.star


def choose(qtbot: QtBot, pane: LibraryPane, row: int) -> None:
    """Click a card; what it says of itself is there then."""
    place = pane.grid.visualRect(pane.grid.entries.index(row)).center()
    QTest.mouseClick(pane.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    entry = int(pane.grid.entries.ids[row])
    qtbot.waitUntil(
        lambda: pane.detail.details is not None and pane.detail.details.entry.id == entry, timeout=WAIT_MS
    )


def press(
    pane: LibraryPane, key: Any, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(pane.grid, key, modifier)


def test_an_empty_library_says_what_to_do(shown: LibraryPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown.stack.currentIndex() == NOTHING_YET, timeout=WAIT_MS)
    shown.search.setText("sea")
    qtbot.waitUntil(lambda: shown.stack.currentIndex() == NOTHING_FOUND, timeout=WAIT_MS)
    shown.clear_button.click()
    qtbot.waitUntil(lambda: shown.stack.currentIndex() == NOTHING_YET, timeout=WAIT_MS)


def test_a_result_appears_by_itself(shown: LibraryPane, toy_session: Session, qtbot: QtBot) -> None:
    generation = Generation("toy", "fill", params={"grey": 90, "slow": False})
    toy_session.tray.start(generation, "Fill", "image", Where())
    finds(qtbot, shown, "Fill")
    assert shown.stack.currentIndex() == ENTRIES
    qtbot.waitUntil(lambda: shown.detail.isVisible(), timeout=WAIT_MS)


def test_typing_finds(pane: LibraryPane, qtbot: QtBot) -> None:
    QTest.keyClicks(pane.search, "boat")
    finds(qtbot, pane, "Fill")
    pane.search.setText("山水")
    finds(qtbot, pane, "Fill")
    pane.search.setText("grey:200..255")
    finds(qtbot, pane, "Fill")
    pane.search.setText("kind:tune")
    finds(qtbot, pane, "Continue")
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert pane.grid.hasFocus()


def test_filters_are_chips_that_go_with_a_click(pane: LibraryPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.filters.names is not None, timeout=WAIT_MS)
    menu = QMenu()
    qtbot.waitUntil(lambda: len(pane.filters.names.kinds) == 3, timeout=WAIT_MS)  # type: ignore[union-attr]
    pane.filters.fill_menu(menu)
    kinds = menu.actions()[0].menu()
    assert isinstance(kinds, QMenu)
    next(one for one in kinds.actions() if one.text().startswith("Picture")).trigger()
    finds(qtbot, pane, "Fill", "Fill")
    (chip,) = pane.filters.chips()
    assert "Picture" in chip.accessibleName()
    chip.click()
    finds(qtbot, pane, "Say", "Continue", "Fill", "Fill")


def test_marks_are_kept_and_found(pane: LibraryPane, qtbot: QtBot, library: Library) -> None:
    choose(qtbot, pane, 2)
    press(pane, Qt.Key.Key_4)
    pane.detail.tags.setText("boats, 草稿")
    pane.detail.tags.editingFinished.emit()
    pane.detail.collections.setText("Best")
    pane.detail.collections.editingFinished.emit()
    pane.detail.notes.setPlainText("for the cover")
    choose(qtbot, pane, 0)  # a note that is being typed is not lost
    pane.search.setText("cover star:4 tag:草稿 in:Best")
    finds(qtbot, pane, "Fill")
    details = library.details(int(pane.grid.entries.ids[0]))
    assert (details.tags, details.collections, details.entry.star) == (("boats", "草稿"), ("Best",), 4)


def test_several_are_marked_at_once(pane: LibraryPane, qtbot: QtBot, library: Library) -> None:
    pane.grid.selectAll()
    qtbot.waitUntil(lambda: pane.several.isVisible(), timeout=WAIT_MS)
    pane.several.tags.setText("all")
    QTest.keyClick(pane.several.tags, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(library.ids(Query(tags=("all",)))) == 4, timeout=WAIT_MS)


def test_enter_opens_it_in_the_project(pane: LibraryPane, toy_session: Session, qtbot: QtBot) -> None:
    choose(qtbot, pane, 2)
    with qtbot.waitSignal(toy_session.pane_wanted, timeout=WAIT_MS) as wanted:
        press(pane, Qt.Key.Key_Return)
    assert wanted.args == ["canvas"]
    layer = toy_session.project.sheet.canvas.layers[-1]
    assert layer.recipe is not None
    assert layer.recipe.seed == 230
    toy_session.undo()
    assert not toy_session.project.sheet.canvas.layers


@pytest.mark.parametrize(("key", "modifier", "seeds"), [("R", SHIFT, {5}), ("V", None, None)])
def test_it_is_made_again(
    pane: LibraryPane, toy_session: Session, qtbot: QtBot, key: str, modifier: Any, seeds: Any
) -> None:
    choose(qtbot, pane, 0)
    press(pane, getattr(Qt.Key, f"Key_{key}"), modifier or Qt.KeyboardModifier.NoModifier)
    number = 1 if modifier else 4
    qtbot.waitUntil(lambda: len(toy_session.tray.takes) == number, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: all(take.candidate for take in toy_session.tray.takes), timeout=WAIT_MS)
    assert {take.generation.params["words"] for take in toy_session.tray.takes} == {"hello"}
    assert seeds is None or {take.generation.seed for take in toy_session.tray.takes} == seeds


def test_it_becomes_an_input(pane: LibraryPane, toy_session: Session, qtbot: QtBot) -> None:
    choose(qtbot, pane, 1)
    with qtbot.waitSignal(toy_session.input_wanted, timeout=WAIT_MS) as wanted:
        press(pane, Qt.Key.Key_I)
    kind, path, title = wanted.args
    assert (kind, path.suffix, title) == ("score", ".mid", "Continue")
    assert path.is_file()


def test_its_settings_are_wanted(pane: LibraryPane, toy_session: Session, qtbot: QtBot) -> None:
    choose(qtbot, pane, 3)
    with qtbot.waitSignal(toy_session.recipe_wanted, timeout=WAIT_MS) as wanted:
        press(pane, Qt.Key.Key_U)
    assert wanted.args[0].seed == 20


def test_two_are_compared_by_what_differs(pane: LibraryPane, qtbot: QtBot) -> None:
    pane.grid.selectAll()
    pane.grid.selectionModel().select(
        pane.grid.entries.index(0), pane.grid.selectionModel().SelectionFlag.Deselect
    )
    press(pane, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: bool(pane.findChildren(LibraryCompare)), timeout=WAIT_MS)
    (window,) = pane.findChildren(LibraryCompare)
    assert [one["prompt"] for one in window._differing if "prompt" in one] == ["山水画", "a boat at night"]
    window.close()


def test_what_is_deleted_can_be_brought_back(pane: LibraryPane, qtbot: QtBot, library: Library) -> None:
    choose(qtbot, pane, 1)
    press(pane, Qt.Key.Key_Delete)
    assert titles(pane) == ["Say", "Fill", "Fill"]
    assert len(library.ids(Query())) == 4
    pane.undo_button.click()
    finds(qtbot, pane, "Say", "Continue", "Fill", "Fill")
    choose(qtbot, pane, 1)
    press(pane, Qt.Key.Key_Delete)
    pane.shut_down()
    assert library.finish()
    assert [entry.title for entry in library.page(Query())] == ["Say", "Fill", "Fill"]


def test_cleaning_up_shows_what_would_go(pane: LibraryPane, qtbot: QtBot, library: Library) -> None:
    library.change([int(pane.grid.entries.ids[0])], Change(star=1))
    pane.clean_up()
    (dialog,) = pane.findChildren(CleaningDialog)
    qtbot.waitUntil(lambda: not dialog.go.isEnabled() and "Nothing" in dialog.sum.text(), timeout=WAIT_MS)
    dialog.days.setValue(0)
    qtbot.waitUntil(lambda: len(dialog.proposal.ids) == 3, timeout=WAIT_MS)
    dialog.grid.pick(0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(dialog.proposal.ids) == 2, timeout=WAIT_MS)
    assert len(library.ids(Query())) == 4
    dialog.go.click()
    finds(qtbot, pane, "Say", "Continue")


def test_trouble_is_said_in_the_window(
    pane: LibraryPane, toy_session: Session, qtbot: QtBot, library: Library
) -> None:
    choose(qtbot, pane, 2)
    assert pane.detail.details is not None
    library.store.path(pane.detail.details.entry.value).unlink()
    with qtbot.waitSignal(toy_session.failed, timeout=WAIT_MS) as failed:
        press(pane, Qt.Key.Key_Return)
    assert isinstance(failed.args[0], StudioError)


def test_cards_are_heard(pane: LibraryPane) -> None:
    index = pane.grid.entries.index(2)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Fill, Picture, 32 × 32")
    tree = QAccessible.queryAccessibleInterface(pane)
    assert tree is not None
    for widget in (pane.search, pane.grid, pane.detail.stars, pane.detail.tags, pane.clean_button):
        assert widget.accessibleName()


def test_cards_follow_the_theme(pane: LibraryPane, qapp: QApplication) -> None:
    edge = pane.grid.visualRect(pane.grid.model().index(1, 0)).topLeft() + QPoint(1, 1)
    try:
        for name in ("dark", "light", "dark"):
            theme.use(qapp, name)
            assert pane.grid.viewport().grab().toImage().pixelColor(edge) == QColor(theme.SUNKEN)
    finally:
        theme.use(qapp, "dark")
        qapp.setStyleSheet("")


def test_what_another_window_does_is_seen(qtbot: QtBot, pane: LibraryPane, library: Library) -> None:
    pane._watching.setInterval(20)
    choose(qtbot, pane, 1)
    other = type(library)(library.store.folder.parent)
    other.add(Addition("Made elsewhere", Recipe("toy", "1.0.0", "say"), Text("far away")))
    finds(qtbot, pane, "Made elsewhere", "Say", "Continue", "Fill", "Fill")
    assert pane.grid.picked() == [int(pane.grid.entries.ids[2])]  # as it was
    other.change([int(pane.grid.entries.ids[4])], Change(star=4))
    qtbot.waitUntil(lambda: stars(pane, 4) == 4, timeout=WAIT_MS)
    other.delete([int(pane.grid.entries.ids[0])])
    finds(qtbot, pane, "Say", "Continue", "Fill", "Fill")
    other.close()
    pane.hide()
    assert not pane._watching.isActive()
