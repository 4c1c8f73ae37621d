"""A timeline pane in a window with its menus, and a hand that uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar, QVBoxLayout, QWidget

from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.sdk import Track, notes_array
from artstudio.ui.menus import fill_menus, open_menus
from artstudio.ui.session import Session
from artstudio.ui.timeline.pane import TimelinePane
from artstudio.ui.timeline.player import Player

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
Q = 480  # ticks a quarter


def song() -> Project:
    """Two tracks; the first holds C4, E4, G4 on the first three beats."""
    project = Project(Sheet.blank(64, 64))
    one = Track(notes_array([(0, Q, 60, 80), (Q, Q, 64, 80), (2 * Q, Q, 67, 80)]), name="Lead")
    two = Track(notes_array([(0, 4 * Q, 48, 70)], channel=1), name="Bass", program=32, channel=1)
    for number, track in enumerate((one, two), 1):
        project.do(Put("Track", "track", f"t{number}", MusicTrack(f"t{number}", track)))
    return project


class Rig:
    """The pane as the artist meets it. Places are (tick, pitch)."""

    def __init__(self, qtbot: QtBot, project: Project, player: Player | None = None) -> None:
        self.session = Session(None, project)
        self.window = QWidget()
        self.player = player or Player(sinks=())
        self.pane = TimelinePane(self.session, self.player)
        bar = QMenuBar()
        offered = [replace(action, scope="timeline") for action in self.pane.pane_actions()]
        self.actions = {action.id: action for action in offered}
        open_menus(bar)
        fill_menus(bar, offered, {"timeline": self.pane}, self.session.shortcuts)
        column = QVBoxLayout(self.window)
        column.setMenuBar(bar)
        column.addWidget(self.pane)
        qtbot.addWidget(self.window)
        self.window.resize(1200, 800)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.roll = self.pane.roll
        self.view = self.pane.view
        self.view.time.fit(0, 8 * Q)
        self.view.pitch.fit(55, 70)
        self.roll.setFocus()

    def notes(self, track_id: str = "t1") -> list[tuple[int, int, int, int]]:
        """(start, length, pitch, velocity) of the track in the document."""
        notes = self.session.project.sheet.track(track_id).track.notes
        return [(int(n["start"]), int(n["length"]), int(n["pitch"]), int(n["velocity"])) for n in notes]

    def spot(self, tick: float, pitch: int) -> QPoint:
        """Where that is on the roll."""
        return QPoint(
            round(self.view.time.x(tick)), round(self.view.pitch.y(pitch) + self.view.pitch.row_px / 2)
        )

    def click(
        self, tick: float, pitch: int, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        QTest.mouseClick(self.roll, button, held, self.spot(tick, pitch))

    def drag(
        self,
        start: tuple[float, int],
        *path: tuple[float, int],
        held: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
        let_go: bool = True,
    ) -> None:
        QTest.mousePress(self.roll, button, held, self.spot(*start))
        for place in path:
            move(self.roll, self.spot(*place), held, button)
        if let_go:
            QTest.mouseRelease(self.roll, button, held, self.spot(*path[-1]))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.roll, key, held)

    def wheel(self, place: tuple[float, int], notches: int, held: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel over the roll, away from the hand where positive."""
        at = QPointF(self.spot(*place))
        event = QWheelEvent(
            at, self.roll.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.roll, event)

    def act(self, name: str) -> None:
        """What the Edit menu does while the pane has the focus."""
        self.actions[name].callback()

    def chosen(self) -> list[int]:
        return sorted(self.session.selection.notes)

    def steps(self) -> int:
        return self.session.project.history.position


def move(widget: QWidget, to: QPoint, held: Qt.KeyboardModifier, button: Qt.MouseButton) -> None:
    """QTest's own mouse move carries no modifiers."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(widget.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        button,
        held,
    )
    QApplication.sendEvent(widget, event)
