"""The jobs pane: what runs, what waits, how the rest ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artstudio.engine.job import State
from artstudio.ui import theme
from artstudio.ui.jobs.row import JobRow

if TYPE_CHECKING:
    from artstudio.engine.job import Job
    from artstudio.ui.session import Session

TICK_MS = 1_000  # time left goes on counting where a job is long between two reports


class JobsPane(QWidget):
    """The session's jobs, the latest first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: dict[Job, JobRow] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        self._list.setSpacing(theme.GAP_PX)
        self._list.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        empty = QLabel(self.tr("Nothing is running.\nWhat models make and learn shows up here."))
        empty.setProperty("dim", True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(scroll)
        self.summary = QLabel()
        self.summary.setProperty("dim", True)
        self.clear_button = QPushButton(theme.icon("broom"), self.tr("Clear finished"))
        self.clear_button.setToolTip(self.tr("Take what has ended off the list"))
        self.clear_button.clicked.connect(session.feed.clear_ended)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP_PX, 0, theme.GAP_PX, theme.GAP_PX)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        feed = session.feed
        feed.added.connect(self._add)
        feed.changed.connect(self._refresh)
        feed.removed.connect(self._remove)
        for job in feed.jobs:
            self._add(job)
        self._arrange()

    def row(self, job: Job) -> JobRow:
        """The row of a job on the list."""
        return self._rows[job]

    def _add(self, job: Job) -> None:
        row = JobRow(job)
        self._rows[job] = row
        self._list.insertWidget(0, row)
        row.stop_wanted.connect(lambda: self._stop(job))
        row.pause_wanted.connect(lambda held: self._hold(job, held))
        self._arrange()

    def _refresh(self, job: Job) -> None:
        if row := self._rows.get(job):
            row.refresh()
        self._arrange()

    def _remove(self, job: Job) -> None:
        row = self._rows.pop(job)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._arrange()

    def _stop(self, job: Job) -> None:
        if self._session.studio is not None:
            self._session.studio.queue.cancel(job)
            self._refresh(job)

    def _hold(self, job: Job, held: bool) -> None:
        if self._session.studio is not None:
            queue = self._session.studio.queue
            queue.pause(job) if held else queue.resume(job)

    def _arrange(self) -> None:
        states = [job.state for job in self._rows]
        self._stack.setCurrentIndex(1 if states else 0)
        self.clear_button.setEnabled(State.ENDED in states)
        running = states.count(State.RUNNING) + states.count(State.PAUSED)
        waiting = states.count(State.QUEUED)
        parts = [self.tr("{n} running").format(n=running)] if running else []
        parts += [self.tr("{n} waiting").format(n=waiting)] if waiting else []
        self.summary.setText(", ".join(parts))
        if running:
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        for job, row in self._rows.items():
            if job.state is State.RUNNING:
                row.refresh()
