"""Asks a model what it thinks of the text, and shows the answer as a heat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.documents.forks import Branch
from artstudio.documents.text_edits import Branched, as_typed
from artstudio.engine.job import Job, State
from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Notice, Output
from artstudio.sdk.media import Text
from artstudio.studio.along import MOST_GIVEN, text_before
from artstudio.studio.generate import Generation, start_generation
from artstudio.ui.along.strand import Wish

if TYPE_CHECKING:
    from artstudio.sdk.schema import ActionSchema
    from artstudio.ui.session import Session
    from artstudio.ui.writing.heat import Heat


class Explaining(QObject):
    """One question at a time; the newest wins.

    Attributes:
        job: The question that is being answered.
    """

    changed = Signal()  # it began, came further or ended

    def __init__(self, session: Session, heat: Heat) -> None:
        super().__init__(heat)
        self._session, self._heat = session, heat
        self.job: Job | None = None
        self._about: tuple[str, int, Generation, int] | None = (
            None  # passage, start, question, token asked about
        )
        session.feed.reported.connect(self._take)
        session.feed.changed.connect(self._tell)
        session.feed.ended.connect(self._on_end)
        session.previewed.connect(self._show_take)
        session.project_replaced.connect(self.stop)

    def explain(self) -> None:
        """Ask about what is selected, or the passage; of a long one about what leads to the cursor."""
        selection = self._session.selection
        if selection.passage_id is None:
            return
        text = self._session.project.sheet.passage(selection.passage_id).text
        start, end = sorted((selection.cursor, selection.anchor))
        if start == end:
            stop = text.find("\n", end)
            end = len(text) if stop < 0 or len(text) <= MOST_GIVEN else stop
            start = end - len(text_before(text, end))
        passage_id = selection.passage_id

        def then(generation: Generation, action: ActionSchema, _count: int) -> None:
            name = next(one.name for one in action.inputs if one.kind == "text")
            media = {one.name: Text(text[start:end]) if one.name == name else None for one in action.inputs}
            params = {**generation.params, "at": -1} if "at" in generation.params else generation.params
            self._ask(passage_id, start, replace(generation, media=media, params=params), -1)

        if text[start:end].strip():
            self._session.along.wanted.emit(Wish("explain", then))

    @property
    def can_ask(self) -> bool:
        """Whether the model can still be asked what a token of the heat looks at."""
        generation = self._heat.generation
        return generation is not None and "at" in generation.params

    def ask_attention(self, number: int) -> None:
        """Ask what a token of the heat looks at."""
        heat = self._heat
        if heat.generation is not None and heat.passage_id is not None and self.can_ask:
            at = heat.tokens[number].start - heat.start
            asked = replace(heat.generation, params={**heat.generation.params, "at": at})
            self._ask(heat.passage_id, heat.start, asked, number)

    def take_alternative(self, number: int, text: str) -> None:
        """Let the text go on otherwise from a token: a branch with `text`, written on by the model."""
        heat, session = self._heat, self._session
        if heat.passage_id is None or not heat.on:
            return
        start, end, passage_id = heat.tokens[number].start, heat.tokens[-1].end, heat.passage_id
        prose = session.project.sheet.passage(passage_id).prose
        branch = Branch(as_typed(prose, start, end, text).of_origin("generated"))
        try:
            session.do(Branched(self.tr("Another word"), passage_id, start, end, branch, grows=True))
        except StudioError as error:
            session.failed.emit(error)
            return
        at = start + len(text)
        session.select(passage_id=passage_id, cursor=at, anchor=at)
        session.along.go_on("continue")

    def stop(self) -> bool:
        """Ask no more; False where nothing was asked."""
        job, self.job = self.job, None
        studio = self._session.studio
        if job is None or studio is None:
            return False
        studio.queue.cancel(job)
        self.changed.emit()
        return True

    def _ask(self, passage_id: str, start: int, generation: Generation, asked: int) -> None:
        self.stop()
        studio = self._session.studio
        assert studio is not None
        self._about = passage_id, start, generation, asked
        self.job = start_generation(studio, generation, self._session.feed.listener, self.tr("Explain"))
        self._session.feed.wait_for(self.job)
        self.changed.emit()

    def _take(self, job: Job, event: object) -> None:
        if job is not self.job or self._about is None:
            return
        if isinstance(event, Notice):
            self._session.along.warned.emit(event.sentence)
        elif isinstance(event, Output) and isinstance(event.value, Text):
            self.job = None  # it has answered
            self._show(event.value, *self._about)
            self.changed.emit()

    def _show(self, value: Text, passage_id: str, start: int, generation: Generation, asked: int) -> None:
        """Show an answer, if its text still stands there."""
        passages = self._session.project.sheet.passages
        text = next((one.text for one in passages if one.id == passage_id), "")
        if not value.tokens or text[start : start + len(value.text)] != value.text:
            return
        if asked >= 0:
            place = self._heat.tokens[asked].start if asked < len(self._heat.tokens) else start
            asked = next(
                (i for i, one in enumerate(value.tokens) if one.start <= place - start < one.end), -1
            )
        self._heat.show(passage_id, start, value.tokens, generation, asked)

    def _show_take(self, value: object) -> None:
        """A result that was made by the panel, and is looked at."""
        take = self._session.tray.shown
        if isinstance(value, Text) and value.tokens and take is not None and take.candidate is not None:
            where = take.where
            if where.passage_id is not None and where.start is not None:
                self._show(value, where.passage_id, where.start, take.generation, -1)

    def _tell(self, job: Job) -> None:
        if job is self.job:
            self.changed.emit()

    def _on_end(self, job: Job) -> None:
        if job is self.job and job.state is State.ENDED:
            self.job = None
            if job.error is not None:
                self._session.failed.emit(job.error)
            self.changed.emit()
