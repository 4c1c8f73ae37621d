"""Generate, Stop, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from artstudio.engine.job import State
from artstudio.ui import theme
from artstudio.ui.busy_bar import show_busy
from artstudio.ui.jobs.words import standing, time_left
from artstudio.ui.key_tips import leads_to

if TYPE_CHECKING:
    from artstudio.engine.job import Job


class Foot(QWidget):
    """The lower end of the panel: always in sight, however long the form is."""

    generate_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.generate = QPushButton(theme.icon("creation", theme.ON_ACCENT), self.tr("Generate"))
        self.generate.setProperty("primary", True)
        self.generate.setMinimumHeight(30)
        self.generate.setToolTip(self.tr("Generate"))
        leads_to(self.generate, "panel.generate")
        self.generate.clicked.connect(self.generate_wanted)
        self.stop = QPushButton(theme.icon("stop"), self.tr("Stop"))
        self.stop.setMinimumHeight(30)
        self.stop.setToolTip(self.tr("Stop all that this panel started"))
        leads_to(self.stop, "panel.stop")
        self.stop.clicked.connect(self.stop_wanted)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._words = QLabel()
        self._words.setProperty("dim", True)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setProperty("tone", "bad")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)  # it may quote a recipe
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_PX)
        buttons.addWidget(self.generate, 1)
        buttons.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(4)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.set_problem("")
        self.show_jobs([])

    def set_problem(self, problem: str) -> None:
        """Say why one cannot generate now; "" where one can."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.generate.setEnabled(not problem)

    def show_jobs(self, jobs: list[Job]) -> None:
        """Show the one that runs, of those that have not ended."""
        running = next((job for job in jobs if job.state is not State.QUEUED), jobs[0] if jobs else None)
        self.stop.setVisible(bool(jobs))
        self._bar.setVisible(bool(jobs))
        self._words.setVisible(bool(jobs))
        if running is None:
            return
        progress = running.progress
        if progress is not None and progress.total:
            self._bar.setRange(0, 1_000)
            self._bar.setValue(round(progress.done / progress.total * 1_000))
        else:
            show_busy(self._bar)
        words = time_left(running) or standing(running)
        if len(jobs) > 1:
            words += " · " + self.tr("{n} more waiting").format(n=len(jobs) - 1)
        self._words.setText(words)
