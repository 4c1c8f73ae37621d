"""The program as `artstudio` starts it, and a hand that paints, composes and writes until it is killed.

`python -m tests.kills.session FOLDER SEED [--recover] [--end] [--often DEED] [FILE]`, with ARTSTUDIO_HOME.
Everything goes through the window's own widgets; dialogs alone are answered. What is done, and every state
that the project has had, stands in FOLDER/log before the journal hears of it.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.sheet import Sheet
from artstudio.library.entry import Changed
from artstudio.project.journal import Journal
from artstudio.studio import files
from artstudio.studio.studio import Studio
from artstudio.ui import app as program
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.dialogs import ask
from artstudio.ui.main_window import MainWindow
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.qthreads import start_qthread
from artstudio.ui.timeline.pane import TimelinePane
from artstudio.ui.writing.pane import WritingPane
from tests.kills.states import Log, fingerprint

PLUGINS = Path(__file__).parent / "plugins"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
QUARTER_TICKS = 480
BARS = 16

Waits = Iterator[Callable[[], bool] | None]  # None: for the next turn of the hand


class Hand:
    """Does one small thing after the other, each in a turn of the window's own event loop."""

    def __init__(self, wanted: argparse.Namespace, log: Log) -> None:
        self._wanted, self._log = wanted, log
        self._chance = random.Random(wanted.seed)
        self._numbers = count(1)
        self._waits: Callable[[], bool] | None = None
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)

    def begin(self, studio: Studio) -> None:
        """Take over the window as soon as its event loop runs."""
        self._studio = studio
        self._steps = self._play()
        self._timer.start(20)

    def _turn(self) -> None:
        if self._waits is None or self._waits():
            self._waits = next(self._steps)

    def _play(self) -> Waits:
        yield lambda: any(isinstance(one, MainWindow) for one in QApplication.topLevelWidgets())
        self._window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        self._session = self._window.session
        self._session.failed.connect(lambda error: self._log.note("failed", why=str(error)))
        yield lambda: "dice" in self._session.catalog.schemas
        if self._wanted.file is not None:
            yield lambda: self._session.project.path is not None
        if self._wanted.recover:
            yield from self._take_back()
        self._log.note("ready", state=fingerprint(self._session.project.sheet))
        self._studio.library.listen(self._on_library)
        self._window.reveal("text")
        self._window.reveal("timeline")
        self._window.activateWindow()
        yield None
        if self._wanted.end:
            yield from self._end()
        deeds = {
            self._paint: 5, self._compose: 5, self._write: 6, self._undo: 2, self._save: 0.5,
            self._save_as: 0.5, self._make: 1,
        }  # fmt: skip
        often = getattr(self, f"_{self._wanted.often}", None)
        while True:
            (deed,) = self._chance.choices(list(deeds), list(deeds.values()))
            if often is not None and self._chance.random() < 0.2:
                deed = often
            self._log.note("deed", of=deed.__name__)
            yield from deed()
            yield None

    def _take_back(self) -> Waits:
        def offers() -> list[QPushButton]:
            buttons = self._window.notices.findChildren(QPushButton)
            return [one for one in buttons if one.text() == "Recover"]

        yield lambda: bool(offers())
        opened = self._session.project
        self._log.note("recovering", offers=len(offers()))
        QTest.mouseClick(offers()[-1], LEFT)  # the newest
        yield lambda: self._session.project is not opened
        self._log.note("recovered", state=fingerprint(self._session.project.sheet))
        yield None
        for button in self._window.notices.findChildren(QPushButton):
            if button.text() == "Discard":
                QTest.mouseClick(button, LEFT)

    def _on_library(self, what: object) -> None:
        if isinstance(what, Changed):
            for entry in what.added:
                self._log.note("added", entry=entry)

    def _paint(self) -> Waits:
        pane = self._window.panes["canvas"]
        assert isinstance(pane, CanvasPane)
        canvas = self._session.project.sheet.canvas
        pane.settings.set(radius_px=self._chance.randint(2, 24), colour=self._chance.getrandbits(24))
        places = [
            QPointF(self._chance.randrange(canvas.width_px), self._chance.randrange(canvas.height_px))
            for _ in range(2)
        ]
        first, last = (pane.view.to_widget(place).toPoint() for place in places)
        QTest.mousePress(pane.view, LEFT, NONE, first)
        for part in range(1, 6):
            QTest.mouseMove(pane.view, first + (last - first) * part / 5)
            yield None
        QTest.mouseRelease(pane.view, LEFT, NONE, last)

    def _compose(self) -> Waits:
        pane = self._window.panes["timeline"]
        assert isinstance(pane, TimelinePane)
        pane.view.time.fit(0, BARS * 4 * QUARTER_TICKS)
        pane.view.pitch.fit(48, 72)
        at = QPointF(
            pane.view.time.x((self._chance.randrange(BARS * 4) + 0.4) * QUARTER_TICKS),
            pane.view.pitch.y(self._chance.randint(49, 71)) + pane.view.pitch.row_px / 2,
        )
        QTest.mouseClick(pane.roll, LEFT, NONE, at.toPoint())
        yield None

    def _write(self) -> Waits:
        pane = self._window.panes["text"]
        assert isinstance(pane, WritingPane)
        QTest.keyClick(pane.editor, Qt.Key.Key_End, CTRL)
        for letter in f"deed {self._wanted.seed}.{next(self._numbers)}. ":
            QTest.keyClicks(pane.editor, letter)
            yield None

    def _undo(self) -> Waits:
        times = self._chance.randint(1, 3)
        for key in [Qt.Key.Key_Z] * times + [Qt.Key.Key_Y] * self._chance.randint(0, times):
            QTest.keyClick(self._window.panes["canvas"], key, CTRL)
            yield None

    def _end(self) -> Waits:
        """Make one more result, save and close."""
        ended: list[object] = []
        self._session.feed.ended.connect(ended.append)
        yield from self._make()
        yield lambda: bool(ended)  # before, closing would ask about it
        ask.ask_unsaved = lambda *_args: "save"
        ask.ask_save = lambda *_args, **_words: self._wanted.folder / "end.artstudio"
        self._window.close()
        yield lambda: False

    def _save(self, more: Qt.KeyboardModifier = NONE) -> Waits:
        name = f"song-{self._wanted.seed}-{next(self._numbers)}.artstudio"
        ask.ask_save = lambda *_args, **_words: self._wanted.folder / name
        QTest.keyClick(self._window.panes["canvas"], Qt.Key.Key_S, CTRL | more)
        yield None

    def _save_as(self) -> Waits:
        return self._save(Qt.KeyboardModifier.ShiftModifier)

    def _make(self) -> Waits:
        panel = self._window.panes["models"]
        assert isinstance(panel, PanelPane)
        panel.choose("dice", "throw")
        QTest.mouseClick(panel.foot.generate, LEFT)
        self._log.note("making")
        yield None


def watch(log: Log) -> None:
    """Has every state, and every saving, noted before it reaches the disk."""
    record, save = Journal.record, files.save

    def noted_record(journal: Journal, sheet: Sheet) -> None:
        log.note("state", state=fingerprint(sheet))
        record(journal, sheet)

    def noted_save(sheet: Sheet, path: Path) -> None:
        state = fingerprint(sheet)
        log.note("saving", name=path.name, state=state, new=not path.exists())
        save(sheet, path)
        log.note("saved", name=path.name, state=state)

    Journal.record = noted_record  # type: ignore[assignment, method-assign]
    files.save = noted_save


def main() -> int:
    """Runs until it is killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--recover", action="store_true", help="something was left, which is to be offered")
    parser.add_argument("--end", action="store_true", help="make a result, save and close")
    parser.add_argument("--often", default="", help="a deed to do more often than others")
    parser.add_argument("file", type=Path, nargs="?", help="to open, as a double click would")
    wanted = parser.parse_args()
    log = Log(wanted.folder / "log")
    watch(log)
    hand = Hand(wanted, log)

    def studio(folders: Folders, settings: Settings) -> Studio:
        made = Studio(folders, settings, start_qthread, builtin=PLUGINS, packages=False)
        QTimer.singleShot(0, lambda: hand.begin(made))
        return made

    return program.main([str(wanted.file)] if wanted.file else [], studio)


if __name__ == "__main__":
    sys.exit(main())
