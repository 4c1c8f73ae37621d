"""Writing along with a model: what is being written at a place of the text, until it is part of it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from artstudio.documents.recipe import Recipe
from artstudio.documents.spans import differing_span
from artstudio.engine.job import Job, State
from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Notice, Output, Preview, Progress
from artstudio.sdk.media import Text
from artstudio.studio.along import (
    Place,
    Written,
    along_source,
    given,
    landed,
    new_part,
    place_at,
    retry_place,
)
from artstudio.studio.generate import Generation, recipe_of, start_generation
from artstudio.studio.recording import origin_of
from artstudio.ui.along.strand import Strand, Wish, Writing
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from artstudio.documents.project import Change
    from artstudio.sdk.schema import ActionSchema
    from artstudio.ui.jobs.feed import JobFeed
    from artstudio.ui.session import Selection, Session

SEEDS = 1_000_000


class Along(QObject):
    """Keeps at most one `Writing` and lands it when all its strands have ended.

    Attributes:
        writing: What is being written, if anything.
        desk: The pane in which the artist writes.
    """

    began = Signal()
    grew = Signal(object)  # Strand: its text or state
    moved = Signal()  # the place of what is being written: the text around it was changed
    ended = Signal()  # nothing is being written any more
    arrived = Signal(object, bool)  # Place of what came into the text, and whether the artist waited there
    warned = Signal(str)  # a sentence about what is being written; "" when it no longer matters
    wanted = Signal(object)  # Wish

    def __init__(self, session: Session, feed: JobFeed) -> None:
        super().__init__(session)
        self._session = session
        self._feed = feed
        self.writing: Writing | None = None
        self.desk: QWidget | None = None
        feed.reported.connect(self._take)
        feed.ended.connect(self._end)
        session.changed.connect(self._follow)
        session.project_replaced.connect(self.drop)

    @property
    def jobs(self) -> list[Job]:
        """Those not ended."""
        strands = self.writing.strands if self.writing is not None else []
        return [one.job for one in strands if one.job is not None and one.job.state is not State.ENDED]

    def focused(self) -> bool:
        """Whether the artist is at the text."""
        at = QApplication.focusWidget()
        return self.desk is not None and at is not None and self.desk.isAncestorOf(at)

    # ---------------------------------------------------------------------------------------- intents

    def go_on(self, action: str = "") -> None:
        """Write on at the cursor as the panel says; what is being written ends, and stays.

        Without an `action` with the one that the panel shows, if it writes along, or else `continue`.
        """
        self.stop(at_once=True)
        self._wish(action, None)

    def retry(self) -> None:
        """Try once more what was written at the cursor, with another seed; go on where nothing was."""
        self.stop(at_once=True)
        selection = self._session.selection
        self._wish("", retry_place(self._session.project.sheet, selection.passage_id, selection.cursor))

    def _wish(self, action: str, place: Place | None) -> None:
        def then(generation: Generation, schema: ActionSchema, count: int) -> None:
            names = [(one.name, along_source(schema.name, one.name)) for one in schema.inputs]
            along = [source for _, source in names if source is not None]
            selection, passages = self._session.selection, self._session.project.sheet.passages
            at = place or place_at(along[0], selection.passage_id, selection.cursor, selection.anchor)
            text = next((one.text for one in passages if one.id == at.passage_id), "")
            media = {name: Text(given(source, text, at)) for name, source in names if source is not None}
            again = replace(generation, seed=random.randrange(SEEDS)) if place is not None else generation
            self.start(replace(again, media=media), schema.title, at, count)

        self.wanted.emit(Wish(action or "continue", then, or_shown=not action))

    def start(self, generation: Generation, title: str, place: Place, alternatives: int = 1) -> None:
        """Let a model write at `place`, as many alternatives as wanted.

        Raises:
            StudioError: the plugin is unknown or broken.
        """
        self.stop(at_once=True)
        writing = self.writing = Writing(title, place)
        self.warned.emit("")
        try:
            for one in generation.alternatives(alternatives):
                strand = Strand(one)
                writing.strands.append(strand)
                strand.job = self._queued(strand, title)
        except StudioError:
            self.drop()
            raise
        self.began.emit()

    def stop(self, at_once: bool = False) -> bool:
        """End what is being written and keep it; False where nothing was.

        It is in the text then, or in a moment if its recipe is still to be made; `at_once` waits for none.
        """
        writing = self.writing
        if writing is None:
            return False
        writing.stopped = True
        self._cancel(writing)
        self._land_if_ready(writing, at_once)
        return True

    def drop(self) -> None:
        """End what is being written and keep nothing of it."""
        writing, self.writing = self.writing, None
        if writing is not None:
            self._cancel(writing)
            self.ended.emit()

    def show(self, number: int) -> None:
        """Let another strand be seen in the text, now and when it has landed."""
        writing = self.writing
        if writing is not None and 0 <= number < len(writing.strands):
            writing.shown = number
            self.grew.emit(writing.strands[number])

    def _cancel(self, writing: Writing) -> None:
        studio = self._session.studio
        for strand in writing.strands:
            if strand.job is not None and strand.job.state is not State.ENDED and studio is not None:
                studio.queue.cancel(strand.job)

    # ----------------------------------------------------------------------------------------- the jobs

    def _queued(self, strand: Strand, title: str) -> Job:
        studio = self._session.studio
        assert studio is not None
        feed, generation = self._feed.listener, strand.generation
        begun, text, fresh, counts = False, "", False, False

        def listener(job: Job, event: object) -> None:
            """Runs in the job's thread: hashing inputs and models would hold the window up."""
            nonlocal begun, text, fresh, counts
            if isinstance(event, Preview | Output) and isinstance(event.value, Text):
                counts = counts and not fresh  # else it has stopped counting
                text, fresh = new_part(event.value.text, generation.media), True
                if not counts:
                    feed(job, Preview(Text(text)))
                if not begun:  # should it be stopped, the recipe is there
                    begun = True
                    try:
                        feed(job, recipe_of(studio, generation))
                    except (StudioError, OSError) as error:
                        feed(job, Notice(sentence(error)))
                if isinstance(event, Output):
                    feed(job, Written(text, None))
                return
            if isinstance(event, Progress) and event.what == "tokens" and fresh:
                # it counts what came right before it; what is seen is to be what is known to be so long
                strand.counted, fresh = (text, round(event.done)), False
                if counts:
                    feed(job, Preview(Text(text)))
                counts = True
            feed(job, event)

        return start_generation(studio, generation, listener, title, origin_of(self._session.project))

    def _take(self, job: Job, event: object) -> None:
        writing = self.writing
        strand = next((one for one in writing.strands if one.job is job), None) if writing else None
        if writing is None or strand is None:
            return
        if isinstance(event, Recipe):
            strand.recipe = event
            self._land_if_ready(writing)
        elif isinstance(event, Notice):
            self.warned.emit(event.sentence)
        elif writing.stopped or strand.done:
            return
        elif isinstance(event, Preview) and isinstance(event.value, Text):
            strand.text = event.value.text
            self.grew.emit(strand)
        elif isinstance(event, Written):
            strand.text, strand.done = event.text, True
            self.grew.emit(strand)

    def _end(self, job: Job) -> None:
        writing = self.writing
        strand = next((one for one in writing.strands if one.job is job), None) if writing else None
        if writing is None or strand is None:
            return
        strand.ended = True
        if job.error is not None:
            self._session.failed.emit(job.error)
        self.grew.emit(strand)
        self._land_if_ready(writing)

    # --------------------------------------------------------------------------------------- landing

    def _land_if_ready(self, writing: Writing, at_once: bool = False) -> None:
        """Bring all into the text once nothing more is to come and their recipes are known."""
        begun = [one for one in writing.strands if one.text]
        over = writing.stopped or all(one.ended for one in writing.strands)
        waits = not at_once and any(one.recipe is None and not one.ended for one in begun)
        if writing is not self.writing or not over or waits:
            return
        self.writing = None
        self.ended.emit()
        if not begun:
            if not writing.stopped:
                self._session.said.emit(self.tr("Nothing was written: try another seed or other settings."))
            return
        shown = writing.strands[writing.shown]
        at = begun.index(shown) if shown in begun else 0
        written = [one.written() for one in begun]
        session = self._session
        was = session.selection
        try:
            edit, place = landed(session.project.sheet, writing.title, writing.place, written, at)
            session.do(edit, origin=self)
        except StudioError as error:
            session.failed.emit(error)
            return
        self.arrived.emit(place, self._put_cursor(was, writing.place, place))

    def _put_cursor(self, selection: Selection, was: Place, now: Place) -> bool:
        """Behind what landed, where the artist waited there, which is told; else where it was."""
        if selection.passage_id not in (was.passage_id, now.passage_id):
            return False
        ends = (selection.cursor, selection.anchor)
        waited = was.start <= min(ends) and max(ends) <= was.end
        grown = (now.end - now.start) - (was.end - was.start)
        cursor, anchor = (now.end if waited else at + grown if at >= was.end else at for at in ends)
        self._session.select(passage_id=now.passage_id, cursor=cursor, anchor=anchor)
        return waited

    def _follow(self, change: Change) -> None:
        """Let the place move with the text around it."""
        writing = self.writing
        if writing is None or change.origin is self or change.old.passages is change.new.passages:
            return
        place = writing.place
        if place.passage_id is None:
            return
        old = next((one for one in change.old.passages if one.id == place.passage_id), None)
        new = next((one for one in change.new.passages if one.id == place.passage_id), None)
        if new is None:
            self.drop()
        elif old is not None and old.text is not new.text:
            start, old_end, new_end = differing_span(old.text, new.text)
            writing.place = place.followed(start, old_end, new_end - start)
            self.moved.emit()
