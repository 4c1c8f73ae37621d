"""Live painting in the window: between the tools and the view, it adds what the model makes of the rough."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal

from artstudio.documents.canvas import Layer
from artstudio.documents.differences import differing_tiles
from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.engine.job import Outcome
from artstudio.render.patches import PATCH_PX
from artstudio.render.raster import raster_over
from artstudio.studio.live import LiveSetting, Window, above_the_rough, next_window, repainted, sketch
from artstudio.ui.canvas.stroke_tool import ShowsStroke
from artstudio.ui.live_lane import LiveLane

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from artstudio.documents.canvas import Canvas
    from artstudio.engine.job import Control, Job
    from artstudio.ui.canvas.blocks import Painted
    from artstudio.ui.canvas.tools import Shows
    from artstudio.ui.session import Session

PATCH_TILES: Final = PATCH_PX // TILE
LIVE_ID: Final = "live"  # no layer of a document is called so


@runtime_checkable
class Restacks(ShowsStroke, Protocol):
    """A view that follows a stroke while what lies above it changes."""

    def restack_stroke(self, canvas: Canvas, tiles: Collection[At]) -> None: ...


class LivePainting(QObject):
    """Shows each canvas it is given with the live painting laid over the rough, while it is on.

    All methods are for the window's thread. Painting goes on beside it, the part last touched first.
    """

    changed = Signal()  # on or off, the setting, or how much is left to paint
    _painted = Signal(object, object)  # Window, its tiles

    def __init__(self, session: Session, view: Shows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self._canvas = session.project.sheet.canvas
        self._setting: LiveSetting | None = None
        self._pixels = Tiles(self._canvas.width_px, self._canvas.height_px)
        self._dirty: dict[At, None] = {}  # in the order they were touched
        self._lane = LiveLane(session, self)
        self._peeking = False
        self._stroke: _Stroke | None = None  # one that the view follows, while it is drawn
        self.stroke_down = False
        self._painted.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._lane.ended.connect(self._on_end)

    @property
    def setting(self) -> LiveSetting | None:
        """What paints along; None while it is off."""
        return self._setting

    @property
    def busy(self) -> bool:
        """Whether something is being painted or waits for it."""
        return self._lane.busy or bool(self._dirty)

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
        self._lane.cancel()
        self._view.show_canvas(self._canvas)
        self.changed.emit()

    def peek(self, on: bool) -> None:
        """Show the rough alone while `on`."""
        self._peeking = on
        self._view.show_canvas(self._shown())

    def show_canvas(self, canvas: Canvas, tiles: Iterable[At] | None = None) -> None:
        """Show `canvas`; `tiles` are the places where it differs from the last, found out if not given."""
        old, self._canvas = self._canvas, canvas
        stroke, self._stroke = self._stroke, None
        if self._setting is None:
            self._view.show_canvas(canvas, tiles)
            return
        touched = None if tiles is None else list(tiles)
        if (old.width_px, old.height_px) != (canvas.width_px, canvas.height_px):
            self._pixels = Tiles(canvas.width_px, canvas.height_px)
            self._dirty = dict.fromkeys(self._everywhere())
        else:
            self._touch(old, canvas, touched)
            self._wait_for(
                sorted(stroke.touched) if stroke is not None else ()
            )  # it may have been taken back
        self._show(touched)
        self._go_on()

    def begin_stroke(self, canvas: Canvas, layer_id: str, painted: Painted) -> bool:
        """Let the view follow a stroke by itself; while on, see to its painting as well."""
        view = self._view
        if not isinstance(view, Restacks):
            return False
        self._canvas = canvas
        self._stroke = _Stroke(canvas, layer_id, painted) if self._setting is not None else None
        return view.begin_stroke(self._shown(), layer_id, painted)

    def stroke_changed(self, boxes: Iterable[tuple[int, int, int, int]]) -> None:
        """The stroke that the view follows changed in these boxes of the canvas."""
        boxes = list(boxes)
        if isinstance(self._view, ShowsStroke):
            self._view.stroke_changed(boxes)
        if self._stroke is not None and self._stroke.matters:
            touched = {at for box in boxes for at in self._tiles_in(box)}
            self._stroke.touched |= touched
            self._wait_for(sorted(touched))
            self._go_on()

    def keep(self) -> None:
        """Paint the whole rough once more, in one go and with its recipe, as a layer; then this ends."""
        if self._setting is not None and self._session.studio is not None:
            from artstudio.ui.canvas.live_keeping import LiveKeeping

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
        self._wait_for(self._everywhere() if places is None else sorted(places))

    def _wait_for(self, tiles: Iterable[At]) -> None:
        for at in tiles:
            self._dirty.pop(at, None)  # what is touched again comes last in the order, and first in turn
            self._dirty[at] = None

    def _tiles_in(self, box: tuple[int, int, int, int]) -> Iterator[At]:
        left, top, right, bottom = box
        for ty in range(max(0, top) // TILE, min(self._pixels.rows, -(-bottom // TILE))):
            for tx in range(max(0, left) // TILE, min(self._pixels.columns, -(-right // TILE))):
                yield tx, ty

    def _everywhere(self) -> list[At]:
        return [(tx, ty) for ty in range(self._pixels.rows) for tx in range(self._pixels.columns)]

    def _go_on(self) -> None:
        studio, setting = self._session.studio, self._setting
        if studio is None or setting is None or self._lane.busy or not self._dirty:
            return
        window = next_window(self._canvas, list(self._dirty))
        canvas = self._stroke.seen(window) if self._stroke is not None else self._canvas
        for at in window.places():
            self._dirty.pop(at, None)
        threads = max(1, (os.cpu_count() or 1) - 1) if self.stroke_down else None

        def work(control: Control) -> None:
            tiles = repainted(studio, setting, canvas, window, control, threads)
            if not control.cancelled:
                self._painted.emit(window, tiles)

        self._lane.start(self.tr("Live painting"), setting.plugin, work)

    def _take(self, window: Window, tiles: dict[At, Tile]) -> None:
        if self._setting is None or not self._lane.busy:
            return
        if any(tx >= self._pixels.columns or ty >= self._pixels.rows for tx, ty in tiles):
            return  # the canvas was cut meanwhile
        self._pixels = self._pixels.with_changes(dict(tiles))
        if self._stroke is not None and isinstance(self._view, Restacks):
            self._view.restack_stroke(self._shown(), window.places())
        else:
            self._show(window.places())

    def _on_end(self, job: Job) -> None:
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


class _Stroke:
    """A stroke on a layer of `canvas` while it is drawn.

    Attributes:
        matters: Whether the model sees the layer.
        touched: The tiles it has changed so far.
    """

    def __init__(self, canvas: Canvas, layer_id: str, painted: Painted) -> None:
        self._canvas, self._layer_id, self._painted = canvas, layer_id, painted
        self.matters = any(layer.id == layer_id for layer in sketch(canvas).layers)
        self.touched: set[At] = set()

    def seen(self, window: Window) -> Canvas:
        """The canvas with the stroke as far as it is drawn, where the model looks."""
        x, y, width, height = window.seen
        changes: dict[At, Tile | int | None] = {}
        for tx, ty in self.touched:
            inside = -TILE < tx * TILE - x < width and -TILE < ty * TILE - y < height
            if inside:
                across, down = tx % PATCH_TILES, ty % PATCH_TILES
                patch = raster_over(self._painted.patch((tx // PATCH_TILES, ty // PATCH_TILES)))
                part = patch[down * TILE : (down + 1) * TILE, across * TILE : (across + 1) * TILE]
                changes[tx, ty] = part.copy()
        layers = tuple(
            replace(layer, pixels=layer.pixels.with_changes(changes)) if layer.id == self._layer_id else layer
            for layer in self._canvas.layers
        )
        return replace(self._canvas, layers=layers)


def _looks_alike(some: Sequence[Layer], others: Sequence[Layer]) -> bool:
    """Whether pixels are the same objects and mixed alike: to compare every tile would hold a stroke up."""
    return len(some) == len(others) and all(
        one.pixels is other.pixels
        and (one.visible, one.opacity, one.mode) == (other.visible, other.opacity, other.mode)
        for one, other in zip(some, others, strict=True)
    )
