"""An action asked again on every change, on small inputs; of what is asked while it works the newest wins."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.engine.job import Outcome
from artstudio.sdk.schema import ActionSchema
from artstudio.studio.answers import answer, shrunk
from artstudio.studio.generate import Generation
from artstudio.ui.live_lane import LiveLane
from artstudio.ui.panel.sources import Bound, checked
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from artstudio.engine.job import Control, Job
    from artstudio.sdk import Media
    from artstudio.ui.session import Session


@dataclass(frozen=True)
class Question:
    """What is asked: a generation without its media, where these come from, and how small they are made."""

    action: ActionSchema
    generation: Generation
    inputs: tuple[Bound, ...]
    side_px: int

    def same_as(self, other: Question | None) -> bool:
        """Whether the answer is the same."""
        return (
            other is not None
            and self.action is other.action
            and (self.generation, self.side_px) == (other.generation, other.side_px)
            and all(one.made_from(two.seen) for one, two in zip(self.inputs, other.inputs, strict=True))
        )


class LiveAnswers(QObject):
    """At most one job runs and one question waits. All methods are for the window's thread."""

    answered = Signal(object, float)  # Media, seconds from the question's start
    refused = Signal(str)  # a sentence
    stopped = Signal()  # by itself: the worker crashed
    _made = Signal(object, object, float)  # Question, Media, seconds

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._lane = LiveLane(session, self)
        self._lane.ended.connect(self._on_end)
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._asked: Question | None = None
        self._waiting: Question | None = None
        # by input: what it was made from, how small and the value; only the job touches it while there is one
        self._small: dict[str, tuple[tuple[object, ...], int, Media | list[Media] | None]] = {}
        self.on = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._lane.busy or self._waiting is not None

    def start(self) -> None:
        """Answer from now on."""
        self.on, self._asked = True, None

    def stop(self) -> None:
        """Answer no more, and keep nothing."""
        self.on, self._asked, self._waiting = False, None, None
        if self._lane.busy:
            self._lane.cancel()
        else:
            self._small.clear()

    def ask(self, question: Question) -> None:
        """Answer this next, in the place of what still waits; what was asked last is not asked again."""
        same, self._asked = question.same_as(self._asked), question
        if self.on and not same:
            self._waiting = question
            self._go_on()

    def _go_on(self) -> None:
        studio, question = self._session.studio, self._waiting
        if studio is None or question is None or self._lane.busy:
            return
        self._waiting = None

        def work(control: Control) -> None:
            began_s = time.monotonic()
            media = {one.name: self._read(question, one) for one in question.inputs}
            made = answer(studio, replace(question.generation, media=media), control)
            if made is not None and not control.cancelled:
                self._made.emit(question, made, time.monotonic() - began_s)

        self._lane.start(question.action.title, question.generation.plugin, work)

    def _read(self, question: Question, bound: Bound) -> Media | list[Media] | None:
        """The input made small, read anew only where it is another one than last time."""
        kept = self._small.get(bound.name)
        if kept is not None and kept[1] == question.side_px and bound.made_from(kept[0]):
            return kept[2]
        schema = next(entry for entry in question.action.inputs if entry.name == bound.name)
        value = shrunk(checked(schema, bound.read()), question.side_px)
        self._small[bound.name] = bound.seen, question.side_px, value
        return value

    def _take(self, question: Question, made: Media, seconds: float) -> None:
        if self.on and self._asked is not None and question.action is self._asked.action:
            self.answered.emit(made, seconds)

    def _on_end(self, job: Job) -> None:
        if not self.on:
            self._small.clear()
            return
        if job.outcome in (Outcome.FAILED, Outcome.CRASHED) and job.error is not None:
            self.refused.emit(sentence(job.error))
        if job.outcome is Outcome.CRASHED:
            self.stop()
            self.stopped.emit()
        self._go_on()
