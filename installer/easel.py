"""The real window, and how to bring it where a picture is to be taken."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "2")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.studio.studio import Studio
from artstudio.ui import languages, theme
from artstudio.ui.app import App
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.qthreads import join_qthreads, start_qthread

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_S: Final = 300
WINDOW_PX: Final = (1280, 800)


class Easel:
    """The window, and how to bring it where a picture is to be taken."""

    def __init__(self, folder: Path, language: str = languages.ENGLISH) -> None:
        application = QApplication.instance() or QApplication(["artstudio"])
        assert isinstance(application, QApplication)
        self.application = application
        theme.apply(self.application)
        languages.apply(self.application, language)
        self.folder = folder
        self.studio = Studio(Folders.under(folder / "home"), Settings(language=language), start_qthread)
        self.app = App(self.studio)
        self.app.window.resize(*WINDOW_PX)
        self.app.window.show()
        self.app.start()
        self.until(lambda: bool(self.app.session.catalog.schemas) and not self.app.session.catalog.loading)
        self.until(lambda: bool(self.app.session.catalog.devices))

    def turn(self, seconds: float = 0.2) -> None:
        """Let the window do what it has to."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(self, done: Callable[[], bool]) -> None:
        """Wait for something.

        Raises:
            TimeoutError: it did not come about.
        """
        end = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > end:
                raise TimeoutError(done.__qualname__)
            self.turn(0.05)
        self.turn()

    def act(self, action_id: str) -> None:
        """Do what a menu entry does."""
        next(one for one in self.app.actions if one.id == action_id and one.text).callback()
        self.turn()

    def switch(self, action_id: str, *, on: bool) -> None:
        """Switch what a menu entry switches."""
        action = next(one for one in self.app.actions if one.id == action_id)
        if action.checked is not None and action.checked() is not on:
            self.act(action_id)

    def pane(self, pane_id: str, width_px: int, height_px: int) -> QWidget:
        """A pane by itself, in that size."""
        dock = self.app.window.docks[pane_id]
        dock.setFloating(True)
        self.app.window.reveal(pane_id)
        dock.show_title(False)
        dock.resize(width_px, height_px)
        self.turn(0.5)
        return dock.widget()

    def idle(self) -> None:
        """Wait until no model is at work."""
        self.until(lambda: not any(job.outcome is None for job in self.app.session.feed.jobs))

    @property
    def panel(self) -> PanelPane:
        pane = self.app.window.panes["models"]
        assert isinstance(pane, PanelPane)
        return pane

    def generate(self, plugin: str, action: str, seed: int, results: int = 1, **params: object) -> None:
        """Set an action up and let it run."""
        self.panel.choose(plugin, action)
        self.panel.body.form.set_values(self.panel.body.form.values() | params)
        self.panel.body.seed.set_value(seed, locked=True)
        self.panel.body.alternatives.set_value(results)
        before = len(self.app.session.tray.takes)
        self.panel.generate()
        self.until(lambda: len(self.app.session.tray.takes) > before)
        self.idle()

    def close(self) -> None:
        """End everything in order."""
        closed: list[bool] = []
        self.app.closing.closed.connect(lambda: closed.append(True))
        self.app.closing.end(keep_journal=False)
        self.until(lambda: bool(closed))
        join_qthreads()
