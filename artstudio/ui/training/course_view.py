"""One training: its curves, its samples, how far it is and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.engine.job import Outcome, State
from artstudio.sdk import Audio, Score
from artstudio.ui import theme
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.jobs.words import standing
from artstudio.ui.training.curves import Curves

if TYPE_CHECKING:
    from artstudio.sdk import Media
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
        self._samples: list[Media] = []
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("dim", True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1_000)
        self.curves = Curves()
        self._strip = QHBoxLayout()
        self._strip.setSpacing(theme.GAP_PX)
        self._strip.addStretch(1)
        self._strip_box = QWidget()
        self._strip_box.setLayout(self._strip)
        self._strip_box.setFixedHeight(SAMPLE_PX.height() + 8)
        self._strip.setContentsMargins(0, 0, 0, 0)
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
        buttons.addWidget(self.words, 1)
        for button in (self.pause, self.stop, self.resume, self.discard):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.title)
        column.addWidget(self.curves, 1)
        column.addWidget(self._strip_box)
        column.addWidget(self.bar)
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
        progress = course.job.progress if course is not None and course.job is not None else None
        share = progress.done / progress.total if progress is not None and progress.total else 0.0
        self.bar.setValue(round(share * 1_000))
        self.pause.setVisible(running)
        self.pause.setText(self.tr("Go on") if self._held() else self.tr("Pause"))
        self.pause.setIcon(theme.icon("play" if self._held() else "pause"))
        self.stop.setVisible(running)
        self.resume.setVisible(not running and not over)
        self.discard.setVisible(not running and course is not None)
        self._show_samples(course.samples if course is not None else [])

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
            parts.append(self.tr("It was stopped before its end: one can go on with it."))
        elif course.job.outcome is Outcome.CANCELLED:
            parts.append(self.tr("Stopped."))
        else:
            parts.append(standing(course.job))
        if course.kept is not None:
            parts.append(self.tr("Kept as {name}.").format(name=course.kept.name))
        if best is not None:
            words = self.tr("Best on what was set aside: {loss} at step {step}.")
            parts.append(words.format(loss=f"{best[1]:.4g}", step=f"{best[0]:,}"))
        return " ".join(parts)

    def _show_samples(self, samples: list[Media]) -> None:
        latest = samples[-SHOWN_SAMPLES:]
        if [id(value) for value in latest] == [id(value) for value in self._samples]:
            return
        self._samples = latest
        while self._strip.count() > 1:
            item = self._strip.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, value in enumerate(latest):
            self._strip.insertWidget(place, self._sample(value))
        self._strip_box.setVisible(bool(latest))

    def _sample(self, value: Media) -> QWidget:
        view = MediaView(value)
        view.setFixedSize(SAMPLE_PX)
        view.setToolTip(self.tr("Made while it learns"))
        if isinstance(value, Score | Audio):
            play = QToolButton(view)
            play.setIcon(theme.icon("play"))
            play.setToolTip(self.tr("Play"))
            play.setAccessibleName(self.tr("Play the sample"))
            play.move(4, SAMPLE_PX.height() - 30)
            play.clicked.connect(lambda: self.play_wanted.emit(value))
        return view

    def _button(self, icon: str, text: str) -> QPushButton:
        button = QPushButton(theme.icon(icon), text)
        button.setAutoDefault(False)
        return button
