"""Live painting in the window: between the tools and the view, it adds what the model makes of the rough."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.documents.canvas import Layer
from artstudio.documents.differences import differing_tiles
from artstudio.documents.tiles import At, Tile, Tiles
from artstudio.engine.job import Outcome
from artstudio.studio.live import LiveSetting, Window, above_the_rough, next_window, repainted, sketch
from artstudio.ui.canvas.live_keeping import LiveKeeping
from artstudio.ui.canvas.stroke_tool import ShowsStroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from artstudio.documents.canvas import Canvas
    from artstudio.engine.job import Control, Job
    from artstudio.sdk import Event
    from artstudio.ui.canvas.blocks import Painted
    from artstudio.ui.canvas.tools import Shows
    from artstudio.ui.session import Session

log = logging.getLogger(__name__)
LIVE_ID: Final = "live"  # no layer of a document is called so


class LivePainting(QObject):
    """Shows each canvas it is given with the live painting laid over the rough, while it is on.

    All methods are for the window's thread. Painting goes on beside it, the part last touched first.
    """

    changed = Signal()  # on or off, the setting, or how much is left to paint
    _painted = Signal(object, object)  # Window, its tiles
    _ended = Signal(object)  # Job

    def __init__(self, session: Session, view: Shows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._canvas = session.project.sheet.canvas
        self._setting: LiveSetting | None = None
        self._pixels = Tiles(self._canvas.width_px, self._canvas.height_px)
        self._dirty: dict[At, None] = {}  # in the order they were touched
        self._job: Job | None = None
        self._peeking = False
        self.stroke_down = False
        self._painted.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)

    @property
    def setting(self) -> LiveSetting | None:
        """What paints along; None while it is off."""
        return self._setting

    @property
    def busy(self) -> bool:
        """Whether something is being painted or waits for it."""
        return self._job is not None or bool(self._dirty)

    @property
    def waiting(self) -> int:
        """How many tiles are still to be painted."""
        return len(self._dirty)

    def start(self, setting: LiveSetting) -> None:
        """Paint along from now on; another setting paints everything anew."""
        if setting == self._setting:
            return
        self._setting = setting
        size = self._canvas.width_px, self._canvas.height_px
        if size != (self._pixels.width_px, self._pixels.height_px):
            self._pixels = Tiles(*size)
        self._dirty.update(dict.fromkeys(self._everywhere()))
        self._show(None)
        self._go_on()
        self.changed.emit()

    def stop(self) -> None:
        """Paint no more and show the canvas as it is."""
        self._setting = None
        self._dirty.clear()
        self._pixels = Tiles(self._canvas.width_px, self._canvas.height_px)
        if self._job is not None and self._session.studio is not None:
            self._session.studio.queue.cancel(self._job)
        self._view.show_canvas(self._canvas)
        self.changed.emit()

    def peek(self, on: bool) -> None:
        """Show the rough alone while `on`."""
        self._peeking = on
        self._view.show_canvas(self._shown())

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
        """Show `canvas`; `tiles` are the places where it differs from the last, found out if not given."""
        old, self._canvas = self._canvas, canvas
        if self._setting is None:
            self._view.show_canvas(canvas, tiles)
            return
        touched = None if tiles is None else list(tiles)
        if (old.width_px, old.height_px) != (canvas.width_px, canvas.height_px):
            self._pixels = Tiles(canvas.width_px, canvas.height_px)
            self._dirty = dict.fromkeys(self._everywhere())
        else:
            self._touch(old, canvas, touched)
        self._show(touched)
        self._go_on()

    def begin_stroke(self, canvas: Canvas, layer_id: str, painted: Painted) -> bool:
        """Let the view follow a stroke by itself; painting along needs its pixels at once instead."""
        if self._setting is not None or not isinstance(self._view, ShowsStroke):
            return False
        self._canvas = canvas
        return self._view.begin_stroke(canvas, layer_id, painted)

    def stroke_changed(self, boxes: Iterable[tuple[int, int, int, int]]) -> None:
        """The stroke that the view follows changed in these boxes of the canvas."""
        if isinstance(self._view, ShowsStroke):
            self._view.stroke_changed(boxes)

    def keep(self) -> None:
        """Paint the whole rough once more, in one go and with its recipe, as a layer; then this ends."""
        if self._setting is not None and self._session.studio is not None:
            keeping = LiveKeeping(self._session, self._setting, self)
            keeping.kept.connect(self.stop)
            keeping.start(self.tr("Keep the painting"))

    def _touch(self, old: Canvas, new: Canvas, tiles: list[At] | None) -> None:
        before, now = sketch(old), sketch(new)
        if _looks_alike(before.layers, now.layers) and old.selection is new.selection:
            return
        places = tiles if tiles is not None else differing_tiles(before, now)
        if old.selection is not new.selection:
            places = None
        for at in self._everywhere() if places is None else sorted(places):
            self._dirty.pop(at, None)
            self._dirty[at] = None

    def _everywhere(self) -> list[At]:
        return [(tx, ty) for ty in range(self._pixels.rows) for tx in range(self._pixels.columns)]

    def _go_on(self) -> None:
        studio, setting = self._session.studio, self._setting
        if studio is None or setting is None or self._job is not None or not self._dirty:
            return
        canvas = self._canvas
        window = next_window(canvas, list(self._dirty))
        for at in window.places():
            self._dirty.pop(at, None)
        threads = max(1, (os.cpu_count() or 1) - 1) if self.stroke_down else None

        def work(control: Control) -> Iterator[Event]:
            tiles = repainted(studio, setting, canvas, window, control, threads)
            if not control.cancelled:
                self._painted.emit(window, tiles)
            yield from ()

        def listener(job: Job, event: Event | None) -> None:
            if event is None and job.outcome is not None:
                self._ended.emit(job)

        lane = f"live {setting.plugin}"  # beside other jobs: it is the artist's hand that waits
        self._job = studio.queue.submit(self.tr("Live painting"), work, lane=lane, listener=listener)

    def _take(self, window: Window, tiles: dict[At, Tile]) -> None:
        if self._setting is None or self._job is None:
            return
        if any(tx >= self._pixels.columns or ty >= self._pixels.rows for tx, ty in tiles):
            return  # the canvas was cut meanwhile
        self._pixels = self._pixels.with_changes(dict(tiles))
        self._show(window.places())

    def _on_end(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        studio = self._session.studio
        if studio is not None:
            studio.queue.forget(job)
        if job.outcome in (Outcome.FAILED, Outcome.CRASHED) and job.error is not None:
            self._session.failed.emit(job.error)
            self.stop()
            return
        self._go_on()
        self.changed.emit()

    def _show(self, tiles: Iterable[At] | None) -> None:
        self._view.show_canvas(self._shown(), tiles)

    def _shown(self) -> Canvas:
        if self._setting is None or self._peeking:
            return self._canvas
        return above_the_rough(self._canvas, Layer(LIVE_ID, LIVE_ID, self._pixels))


def _looks_alike(some: Sequence[Layer], others: Sequence[Layer]) -> bool:
    """Whether pixels are the same objects and mixed alike: to compare every tile would hold a stroke up."""
    return len(some) == len(others) and all(
        one.pixels is other.pixels
        and (one.visible, one.opacity, one.mode) == (other.visible, other.opacity, other.mode)
        for one, other in zip(some, others, strict=True)
    )
