"""One training: its curves, its samples, how far it is and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.engine.job import Outcome, State
from artstudio.ui import theme
from artstudio.ui.candidates.sample import SampleView
from artstudio.ui.jobs.words import standing
from artstudio.ui.training.curves import Curves
from artstudio.ui.words import number

if TYPE_CHECKING:
    from artstudio.ui.training.courses import Course

SHOWN_SAMPLES = 4
SAMPLE_PX = QSize(150, 92)


class CourseView(QWidget):
    """The right side of the training window."""

    pause_wanted = Signal(bool)
    stop_wanted = Signal()
    resume_wanted = Signal()
    discard_wanted = Signal()
    play_wanted = Signal(object)  # Media

    def __init__(self) -> None:
        super().__init__()
        self._course: Course | None = None
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("dim", True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 1_000)
        self.curves = Curves()
        self.samples = [SampleView(SAMPLE_PX) for _ in range(SHOWN_SAMPLES)]
        strip = QHBoxLayout()
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(theme.GAP_PX)
        for sample in self.samples:
            strip.addWidget(sample)
            sample.play_wanted.connect(self.play_wanted)
        strip.addStretch(1)
        self.pause = self._button("pause", self.tr("Pause"))
        self.pause.clicked.connect(lambda: self.pause_wanted.emit(not self._held()))
        self.stop = self._button("stop", self.tr("Stop"))
        self.stop.setToolTip(self.tr("What was learned is kept, and one can go on later"))
        self.stop.clicked.connect(self.stop_wanted)
        self.resume = self._button("play", self.tr("Resume"))
        self.resume.clicked.connect(self.resume_wanted)
        self.discard = self._button("delete-outline", self.tr("Discard run"))
        self.discard.setToolTip(self.tr("A model that was kept from it stays"))
        self.discard.clicked.connect(self.discard_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_PX)
        buttons.addStretch(1)
        for button in (self.pause, self.stop, self.resume, self.discard):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.title)
        column.addWidget(self.curves, 1)
        column.addLayout(strip)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.show_course(None)

    def show_course(self, course: Course | None) -> None:
        """Show a training as it is now; None: how to begin."""
        self._course = course
        self.curves.show_course(course)
        running = course is not None and course.running
        over = course is None or course.finished
        self.title.setText(course.run.plan.name if course is not None else "")
        self.words.setText(self._state_words())
        self.bar.setVisible(running)
        self.bar.setValue(round((course.fraction if course is not None else 0.0) * 1_000))
        self.pause.setVisible(running)
        self.pause.setText(self.tr("Go on") if self._held() else self.tr("Pause"))
        self.pause.setIcon(theme.icon("play" if self._held() else "pause"))
        self.stop.setVisible(running)
        self.resume.setVisible(not running and not over)
        self.discard.setVisible(not running and course is not None)
        made = course.samples[-SHOWN_SAMPLES:] if course is not None else []
        for place, sample in enumerate(self.samples):
            sample.show_value(made[place] if place < len(made) else None)

    def _held(self) -> bool:
        job = self._course.job if self._course is not None else None
        return job is not None and job.state is State.PAUSED

    def _state_words(self) -> str:
        course = self._course
        if course is None:
            return self.tr(
                "Choose what to learn from on the left, then start. Painting and playing go on meanwhile."
            )
        best = course.best
        parts = []
        if course.job is None:
            parts.append(self.tr("Stopped before its end: one can go on with it"))
        elif course.job.outcome is Outcome.CANCELLED:
            parts.append(self.tr("Stopped"))
        else:
            parts.append(standing(course.job))
        if course.kept is not None:
            parts.append(self.tr("kept as {name}").format(name=course.kept.name))
        if best is not None:
            words = self.tr("best on what was set aside: {loss} at step {step}")
            parts.append(words.format(loss=f"{best[1]:.4g}", step=number(best[0])))
        return " · ".join(part.rstrip(".") for part in parts)

    def _button(self, icon: str, text: str) -> QPushButton:
        button = QPushButton(theme.icon(icon), text)
        button.setAutoDefault(False)
        return button
