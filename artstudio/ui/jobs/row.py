"""One job on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
)

from artstudio.engine.job import Outcome, State
from artstudio.ui import theme
from artstudio.ui.busy_bar import show_busy
from artstudio.ui.jobs.words import details, standing
from artstudio.ui.phrases import phrase
from artstudio.ui.sign import Sign
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.engine.job import Job

_ICONS = {
    Outcome.DONE: ("check-circle", theme.GOOD),
    Outcome.FAILED: ("alert-circle", theme.BAD),
    Outcome.CANCELLED: ("minus-circle", theme.TEXT_DIM),
    Outcome.CRASHED: ("lightning-bolt-circle", theme.BAD),
}


class JobRow(QFrame):
    """Title, progress, time left and what can be done; ended, the outcome and its sentence."""

    stop_wanted = Signal()
    pause_wanted = Signal(bool)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job
        self._looks: tuple[str, str] | None = None
        self.setProperty("panel", True)
        self.icon = Sign()
        self.title = QLabel(job.title)
        self.title.setProperty("heading", True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = QLabel()
        self.words.setProperty("dim", True)
        self.words.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress of {title}").format(title=job.title))
        self.pause = tool_button("pause", self.tr("Pause"), self._toggle_pause)
        self.stop = tool_button("stop", self.tr("Stop"), self.stop_wanted.emit)
        self.copy = tool_button("content-copy", self.tr("Copy details"), self._copy)
        self.log_button = tool_button("text-box-outline", self.tr("Show the log"), self._toggle_log)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(self.tr("Log of {title}").format(title=job.title))
        self.log.setFixedHeight(110)
        self.log.hide()

        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.icon)
        head.addWidget(self.title, 1)
        for button in (self.log_button, self.copy, self.pause, self.stop):
            button.setAccessibleName(f"{button.toolTip()}: {job.title}")
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 5, 6, 6)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addWidget(self.log)
        self.refresh()

    def refresh(self) -> None:
        """Show the job as it is now."""
        job, state = self.job, self.job.state
        ended = state is State.ENDED
        looks = _ICONS[job.outcome] if job.outcome is not None else _at_work(state)
        if looks != self._looks:  # told up to 30 times a second: what stays is not drawn anew
            self._looks = looks
            self.icon.show_icon(*looks)
            self.pause.setIcon(theme.icon("play" if state is State.PAUSED else "pause"))
        progress = job.progress
        if progress is not None and progress.total:
            self.bar.setRange(0, 1_000)
            self.bar.setValue(round(min(max(progress.done / progress.total, 0), 1) * 1_000))
        elif state is State.RUNNING:
            show_busy(self.bar)
        else:
            self.bar.setRange(0, 1)
        self.bar.setVisible(not ended)
        self.words.setText(standing(job))
        self.words.setToolTip("\n".join(map(phrase, job.notices)))
        self.stop.setVisible(not ended)
        self.stop.setEnabled(not job.control.cancelled)
        self.pause.setVisible(not ended and not job.interactive)
        held = state is State.PAUSED
        self.pause.setToolTip(self.tr("Go on") if held else self.tr("Pause"))
        self.copy.setVisible(job.outcome in (Outcome.FAILED, Outcome.CRASHED))
        self.log_button.setVisible(bool(self._log_text()))
        self.setAccessibleName(f"{job.title}: {self.words.text()}")

    def _log_text(self) -> str:
        return str(getattr(self.job.error, "log", ""))

    def _toggle_pause(self) -> None:
        self.pause_wanted.emit(self.job.state is not State.PAUSED)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(details(self.job))

    def _toggle_log(self) -> None:
        if self.log.isHidden():
            self.log.setPlainText(self._log_text())
        self.log.setVisible(self.log.isHidden())


def _at_work(state: State) -> tuple[str, str]:
    if state is State.QUEUED:
        return "timer-sand", theme.TEXT_DIM
    return ("pause-circle", theme.WARN) if state is State.PAUSED else ("progress-clock", theme.ACCENT)
