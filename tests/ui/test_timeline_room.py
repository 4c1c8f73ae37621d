"""A timeline in a small dock: it shrinks, and what has no room is a menu away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.timeline_rig import LEFT, Q, Rig, song

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(qtbot, song())
    yield rig
    rig.pane.shut_down()


def shrink(rig: Rig, width: int, height: int) -> None:
    rig.pane.setParent(None)
    rig.pane.resize(width, height)
    rig.pane.show()
    QApplication.sendPostedEvents()


def test_it_fits_beside_other_docks(rig: Rig) -> None:
    least = rig.pane.minimumSizeHint()
    assert least.width() <= 420
    assert least.height() <= 180
    shrink(rig, least.width(), least.height())
    assert (rig.pane.width(), rig.pane.height()) == (least.width(), least.height())
    for row in (rig.pane.transport, rig.pane.tools):
        shown = [widget for widget in row.findChildren(QWidget, options=DIRECT) if widget.isVisible()]
        assert all(row.rect().contains(widget.geometry()) for widget in shown)
        assert not any(a.geometry().intersects(b.geometry()) for a in shown for b in shown if a is not b)
    assert rig.roll.height() >= 40


def test_what_is_folded_away_works_from_the_menu(rig: Rig) -> None:
    assert rig.pane.transport._more.isHidden()
    shrink(rig, 400, 300)
    transport = rig.pane.transport
    assert transport.follow.isHidden()
    assert not transport.play.isHidden()
    transport._more.menu().aboutToShow.emit()
    entries = {entry.text(): entry for entry in transport._more.menu().actions()}
    follow = entries["Follow the playhead"]
    assert follow.isChecked()
    follow.trigger()
    assert not rig.view.follow
    rig.pane.seek(Q)
    next(entry for text, entry in entries.items() if text.startswith("To the beginning")).trigger()
    assert rig.view.playhead_tick == 0
    metres = entries["Metre at the playhead"].menu()
    assert isinstance(metres, QMenu)
    next(entry for entry in metres.actions() if entry.text() == "3/4").trigger()
    assert rig.session.project.sheet.music.metres[0].numerator == 3
    shrink(rig, 1200, 600)
    assert not transport.follow.isHidden()
    assert transport._more.isHidden()


def test_a_low_dock_is_left_to_the_notes(rig: Rig) -> None:
    shrink(rig, 600, 200)
    assert rig.pane.overview.isHidden()
    assert not rig.roll.isHidden()
    shrink(rig, 600, 600)
    assert not rig.pane.overview.isHidden()
    assert all(button.isVisible() for button in rig.pane.overview.findChildren(QToolButton)[:1])


def test_keys_reach_the_notes_after_a_click_on_anything_else(rig: Rig) -> None:
    elsewhere = QLineEdit(rig.window)
    elsewhere.show()
    for widget in (rig.pane.transport, rig.pane.tracks.heads["t2"], rig.pane.transport.loop):
        elsewhere.setFocus()
        QTest.mouseClick(widget, LEFT)
        assert QApplication.focusWidget() is rig.roll
