"""Trainings as the window knows them: those under way, and those that can be gone on with."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.engine.job import Job, Outcome, State
from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Checkpoint, Preview, TrainStep
from artstudio.sdk.media import Media
from artstudio.studio.training import (
    TrainingRun,
    discard,
    keep,
    new_run,
    start_training,
    unfinished_runs,
)
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.studio.studio import Studio
    from artstudio.studio.training import TrainingPlan
    from artstudio.ui.session import Session

MOST_SAMPLES = 12
METRICS_NAME = "metrics.jsonl"  # where `sdk.nn.fit` notes the curves of a run


@dataclass(eq=False)
class Course:
    """One training with all that it reported.

    Attributes:
        job: None while the run waits to be gone on with.
        losses: (step, loss) on what it learns from.
        held_out: (step, loss) on what was set aside.
        samples: What the model made on the way, the latest last.
        fraction: How much of its budget is spent, 0 to 1.
        kept: The folder on the shelf that its best model was put into.
    """

    run: TrainingRun
    job: Job | None = None
    losses: list[tuple[int, float]] = field(default_factory=list)
    held_out: list[tuple[int, float]] = field(default_factory=list)
    samples: list[Media] = field(default_factory=list)
    fraction: float = 0.0
    kept: Path | None = None
    finished: bool = False

    @property
    def running(self) -> bool:
        """Whether its job is queued, running or paused."""
        return self.job is not None and self.job.state is not State.ENDED

    @property
    def best(self) -> tuple[int, float] | None:
        """Step and loss of the best model so far."""
        return min(self.held_out, key=lambda point: point[1], default=None)

    def note(self, step: TrainStep) -> None:
        """Add a point to the curves; going back behind the last one begins the curves anew from there."""
        if self.losses and step.step <= self.losses[-1][0]:
            self.losses = [point for point in self.losses if point[0] < step.step]
            self.held_out = [point for point in self.held_out if point[0] < step.step]
        self.losses.append((step.step, step.loss))
        self.fraction = step.fraction
        if step.held_out is not None:
            self.held_out.append((step.step, step.held_out))


class Courses(QObject):
    """Starts, resumes and ends trainings; what was learned is put on the shelf by itself."""

    added = Signal(object)  # Course
    changed = Signal(object)  # Course
    removed = Signal(object)  # Course

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.courses: list[Course] = []
        session.feed.reported.connect(self._take)
        session.feed.changed.connect(self._tell)
        session.feed.ended.connect(self._end)

    def load(self) -> None:
        """Look for runs that were stopped or cut off."""
        studio = self._session.studio
        if studio is not None:
            in_background(
                self, "unfinished runs", lambda: _unfinished(studio), self._take_unfinished, _ignore
            )

    def start(self, plan: TrainingPlan) -> None:
        """Begin a training."""
        studio = self._session.studio
        if studio is not None:
            in_background(
                self, "new run", lambda: new_run(studio, plan), self._begin, self._session.failed.emit
            )

    def resume(self, course: Course) -> None:
        """Go on where it was stopped; begin anew where that was before it had learned anything."""
        self._submit(course, resume=bool(course.losses) or course.run.model is not None)

    def discard(self, course: Course) -> None:
        """Forget a run that is not under way, and what it left on the disk; a kept model stays."""
        if not course.running:
            in_background(self, "discard run", lambda: discard(course.run), lambda _: None, _ignore)
            self.courses.remove(course)
            self.removed.emit(course)

    def _begin(self, run: TrainingRun) -> None:
        course = Course(run)
        self.courses.append(course)
        self._submit(course, resume=False)
        self.added.emit(course)

    def _submit(self, course: Course, resume: bool) -> None:
        studio = self._session.studio
        assert studio is not None
        try:
            course.job = start_training(studio, course.run, self._session.feed.listener, resume=resume)
        except StudioError as error:
            self._session.failed.emit(error)
        self.changed.emit(course)

    def _of(self, job: Job) -> Course | None:
        return next((course for course in self.courses if course.job is job), None)

    def _take(self, job: Job, event: object) -> None:
        if course := self._of(job):
            if isinstance(event, TrainStep):
                course.note(event)
            elif isinstance(event, Preview):
                course.samples = [*course.samples[1 - MOST_SAMPLES :], event.value]
            elif isinstance(event, Checkpoint) and event.held_out is not None:
                point = (event.step, event.held_out)
                if point not in course.held_out:
                    course.held_out.append(point)

    def _tell(self, job: Job) -> None:
        if course := self._of(job):
            self.changed.emit(course)

    def _end(self, job: Job) -> None:
        """Put what was learned on the shelf; a run that has not come to its end can be gone on with."""
        course, studio = self._of(job), self._session.studio
        if course is None or studio is None:
            return
        course.finished = job.outcome is Outcome.DONE
        run = course.run

        def put_away() -> Path | None:
            kept = keep(studio, run) if run.model is not None else None
            if course.finished:
                discard(run)
            return kept

        def tell(kept: Path | None) -> None:
            course.kept = kept
            self._session.catalog.load_models(run.plan.plugin)
            self.changed.emit(course)
            if kept is not None:
                words = self.tr("{name} is on the shelf: choose it in the Models panel.")
                self._session.said.emit(words.format(name=kept.name))

        in_background(self, "keep model", put_away, tell, self._session.failed.emit)

    def _take_unfinished(self, found: list[Course]) -> None:
        known = {course.run.folder for course in self.courses}
        for course in found:
            if course.run.folder not in known:
                self.courses.append(course)
                self.added.emit(course)


def _unfinished(studio: Studio) -> list[Course]:
    courses = []
    for run in unfinished_runs(studio):
        course = Course(run)
        try:
            lines = (run.folder / METRICS_NAME).read_text(encoding="utf-8").splitlines()
            for line in lines:
                point = json.loads(line)
                course.note(TrainStep(point["step"], point["loss"], 0.0, point["held_out"]))
        except (OSError, ValueError, KeyError, TypeError):
            pass  # a plugin need not keep its curves
        courses.append(course)
    return courses


def _ignore(_error: Exception) -> None:
    """Nothing that the artist could do about it."""
