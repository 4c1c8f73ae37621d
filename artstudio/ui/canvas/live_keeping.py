"""Turns a live painting into a layer: the whole rough painted once more in one job, with its recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.sdk import Notice, Output, StudioError
from artstudio.studio.generate import Candidate, Generation, candidate, start_generation
from artstudio.studio.landing import Where, landing_edit
from artstudio.studio.live import top_rough, whole_media
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from artstudio.engine.job import Job
    from artstudio.sdk import Event
    from artstudio.studio.generate import Inputs
    from artstudio.studio.live import LiveSetting
    from artstudio.ui.session import Session


class LiveKeeping(QObject):
    """One painting to be kept; `kept` comes when it is in the project."""

    kept = Signal()
    _made = Signal(object)  # Candidate

    def __init__(self, session: Session, setting: LiveSetting, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._setting = session, setting
        self._sheet = session.project.sheet
        self._made.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def start(self, title: str) -> None:
        """Read the rough beside the window, then queue the job, which the jobs pane shows."""
        studio, canvas = self._session.studio, self._sheet.canvas
        assert studio is not None
        schema = studio.host.schema(self._setting.plugin).action(self._setting.action)
        in_background(
            self, "rough", lambda: whole_media(schema, canvas), lambda media: self._paint(media, title),
            self._session.failed.emit,
        )  # fmt: skip

    def _paint(self, media: Inputs, title: str) -> None:
        studio, setting = self._session.studio, self._setting
        assert studio is not None
        generation = Generation(
            setting.plugin, setting.action, media, setting.params, setting.seed, setting.model,
            studio.device(setting.plugin).name,
        )  # fmt: skip
        feed = self._session.feed.listener

        def listener(job: Job, event: Event | None) -> None:
            if isinstance(event, Output):
                try:
                    self._made.emit(candidate(studio, generation, event))
                except (StudioError, OSError) as error:
                    feed(job, Notice(sentence(error)))
            else:
                feed(job, event)

        from artstudio.studio.recording import origin_of  # the window's first paint does without

        job = start_generation(studio, generation, listener, title, origin_of(self._session.project))
        self._session.feed.wait_for(job)

    def _land(self, made: Candidate) -> None:
        sheet = self._session.project.sheet
        size = made.value.width, made.value.height  # type: ignore[union-attr]
        if size != (sheet.canvas.width_px, sheet.canvas.height_px):
            return  # another project was opened meanwhile
        where = Where(layer_id=top_rough(sheet.canvas))
        self._session.do(
            landing_edit(sheet, made.value, self.tr("Painting"), recipe=made.recipe, where=where)
        )
        self.kept.emit()
        self.deleteLater()
