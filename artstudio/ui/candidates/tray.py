"""The results that wait to be looked at, heard and kept or discarded."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.documents.edits import Together
from artstudio.documents.film import Footage
from artstudio.engine.job import Job, Outcome
from artstudio.sdk.clock import Clock
from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Notice, Output, Preview
from artstudio.sdk.image import Image
from artstudio.sdk.media import Audio, Media, Text, Video
from artstudio.studio.generate import Candidate, Generation, candidate, start_generation
from artstudio.studio.landing import Where, landing_edit, standing
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet
    from artstudio.sdk.events import Event
    from artstudio.ui.jobs.feed import JobFeed
    from artstudio.ui.session import Session

MOST_TAKES = 48
MOST_NBYTES = 512 << 20
SEEDS = 1_000_000


@dataclass(eq=False)
class Take:
    """One card of the strip, from the moment it was asked for.

    Attributes:
        value: The preview while it is made, then the result; None before there is anything to show.
        candidate: The finished result.
        problem: Why there is none, as a sentence.
    """

    number: int
    title: str
    kind: str  # of what it makes, a key of `sdk.KINDS`
    generation: Generation
    where: Where
    job: Job | None = None
    value: Media | Footage | None = None
    candidate: Candidate | None = None
    kept: bool = False
    problem: str = ""

    @property
    def making(self) -> bool:
        """Whether it is still queued or being made."""
        return self.candidate is None and not self.problem


class Tray(QObject):
    """Starts generations and holds what they make until the artist has decided.

    Attributes:
        takes: In the order of the strip.
        shown: The one that the panes preview.
    """

    added = Signal(object)  # Take
    changed = Signal(object)  # Take
    removed = Signal(object)  # Take
    shown_changed = Signal()

    def __init__(self, session: Session, feed: JobFeed) -> None:
        super().__init__(session)
        self._session = session
        self._feed = feed
        self._numbers = itertools.count(1)
        self._discarded: list[Take] = []
        self.takes: list[Take] = []
        self.shown: Take | None = None
        feed.reported.connect(self._take_event)
        feed.changed.connect(self._tell_progress)
        feed.ended.connect(self._take_end)
        session.project_replaced.connect(self.clear)

    def start(
        self, generation: Generation, title: str, kind: str, where: Where, alternatives: int = 1
    ) -> list[Take]:
        """Queue a generation and its alternatives, one card each.

        Raises:
            StudioError: the plugin is unknown or broken.
        """
        return [self._start(one, title, kind, where) for one in generation.alternatives(alternatives)]

    def again(self, take: Take, new_seed: bool) -> None:
        """Make a result once more, the same or another one with all else equal."""
        seed = random.randrange(SEEDS) if new_seed else take.generation.seed
        try:
            self._start(replace(take.generation, seed=seed), take.title, take.kind, take.where)
        except StudioError as error:
            self._session.failed.emit(error)

    def keep(self, takes: list[Take], *, apart: bool = False) -> None:
        """Bring finished results into the project, together as one undo step.

        With `apart` each comes by itself, as a text does as a passage, not where it was made for.
        """
        ready = [take for take in takes if take.candidate is not None and not only_explains(take)]
        if not ready:
            if takes:
                self.show(takes[0])
            return
        sheet = self._session.project.sheet
        edits = []
        film_end: int | None = None  # of the film that was kept before: the next one goes on from there
        try:
            for take in ready:
                assert take.candidate is not None
                where = Where() if apart else _place(take, sheet)
                film, clip_id = isinstance(take.candidate.value, Footage), sheet.fresh_id("clip")
                edit = landing_edit(
                    sheet,
                    take.candidate.value,
                    take.title,
                    recipe=take.candidate.recipe,
                    base=take.candidate.base,
                    after=take.candidate.after,
                    where=self._film_place(sheet, film_end) if film else where,
                )
                sheet, _ = edit.apply(sheet)  # the next one lands beside this one
                film_end = sheet.film.clip(clip_id).end if film else film_end
                edits.append(edit)
            label = self.tr("Keep {n} results").format(n=len(edits))
            self._session.do(edits[0] if len(edits) == 1 else Together(label, tuple(edits)))
        except StudioError as error:
            self._session.failed.emit(error)
            return
        for take in ready:
            take.kept = True
            self.changed.emit(take)
        self.show(None)
        self._session.said.emit(self.tr("Kept. Undo takes it out of the project again."))

    def discard(self, take: Take) -> None:
        """Take a card away; one that is still made is stopped. `bring_back` returns the last one."""
        if take.making and take.job is not None and self._session.studio is not None:
            self._session.studio.queue.cancel(take.job)
        elif take.candidate is not None and not take.kept:
            self._discarded = [*self._discarded[-7:], take]
        self._remove(take)

    def bring_back(self) -> None:
        """Return the card that was discarded last."""
        if self._discarded:
            take = self._discarded.pop()
            self._insert(take)
            self.show(take)

    @property
    def can_bring_back(self) -> bool:
        return bool(self._discarded)

    def clear(self) -> None:
        """Discard everything, for good."""
        for take in list(self.takes):
            self.discard(take)
        self._discarded.clear()
        self.show(None)

    def show(self, take: Take | None) -> None:
        """Let the pane of its kind show a result that is not in the project."""
        value = take.value if take is not None else None
        if self.shown is not take:
            self.shown = take
            self.shown_changed.emit()
        self._session.previewed.emit(value)

    def _film_place(self, sheet: Sheet, after: int | None) -> Where:
        """Where a film lands: at the frame `after`, or at the playhead."""
        if after is None:
            seconds = Clock(sheet.music.score()).seconds(self._session.selection.playhead_tick)
            after = round(seconds * sheet.film.fps)
        return Where(film_frame=after)

    def _start(self, generation: Generation, title: str, kind: str, where: Where) -> Take:
        studio = self._session.studio
        assert studio is not None
        feed = self._feed.listener

        def listener(job: Job, event: Event | None) -> None:
            """Runs in the job's thread: hashing inputs and models would hold the window up."""
            found: object = event
            if isinstance(event, Output):
                try:
                    found = candidate(studio, generation, event)
                except (StudioError, OSError) as error:
                    found = Notice(sentence(error))
            feed(job, found)

        take = Take(next(self._numbers), title, kind, generation, where)
        from artstudio.studio.recording import origin_of  # the window's first paint does without

        origin = origin_of(self._session.project)
        take.job = start_generation(studio, generation, listener, title, origin)
        self._insert(take)
        return take

    def _insert(self, take: Take) -> None:
        weight = sum(_nbytes(old.value) for old in self.takes)
        for old in [old for old in self.takes if not old.making]:
            if len(self.takes) < MOST_TAKES and weight < MOST_NBYTES:
                break
            weight -= _nbytes(old.value)
            self._remove(old)
        self.takes.append(take)
        self.added.emit(take)

    def _remove(self, take: Take) -> None:
        self.takes.remove(take)
        self.removed.emit(take)
        if self.shown is take:
            self.show(None)

    def _take_event(self, job: Job, event: object) -> None:
        take = next((take for take in self.takes if take.job is job), None)
        if take is None:
            return
        if isinstance(event, Preview) and take.candidate is None:
            take.value = event.value
        elif isinstance(event, Candidate):
            if take.candidate is not None:  # an action may make several
                take = Take(next(self._numbers), take.title, take.kind, take.generation, take.where, job)
                self._insert(take)
            take.candidate, take.value = event, event.value
        else:
            return
        self.changed.emit(take)
        if self.shown is take or self.shown is None or self.shown.job is job or not self.shown.making:
            self.show(take)

    def _tell_progress(self, job: Job) -> None:
        for take in self.takes:
            if take.job is job and take.making:
                self.changed.emit(take)

    def _take_end(self, job: Job) -> None:
        for take in [take for take in self.takes if take.job is job and take.making]:
            if job.outcome is Outcome.CANCELLED:
                self._remove(take)
            else:
                made_nothing = self.tr("It ended without a result.")
                take.problem = sentence(job.error) if job.error is not None else made_nothing
                self.changed.emit(take)


def only_explains(take: Take) -> bool:
    """Whether a result says something about the text it was made from, and is that text."""
    value = take.value
    return isinstance(value, Text) and bool(value.tokens) and value in take.generation.media.values()


def _nbytes(value: Media | Footage | None) -> int:
    """The memory that counts: of pictures, films and sound. Footage lies in a file."""
    match value:
        case Image():
            return value.pixels.nbytes
        case Video():
            return value.frames.nbytes
        case Audio():
            return value.samples.nbytes
    return 0


def _place(take: Take, sheet: Sheet) -> Where:
    """Where a result lands; of a text only where what it was made from still stands as it was."""
    where = take.where
    if where.passage_id is None or where.start is None:
        return where
    used = [value.text for value in take.generation.media.values() if isinstance(value, Text)]
    return standing(sheet, where, used)
