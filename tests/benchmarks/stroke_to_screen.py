"""How long it takes from the pen's event to the repainted view, with a wide brush on a large canvas.

Builds a canvas of 4096 x 4096 with ten layers, each filled with translucent noise: eight in modes of Qt, the
one painted on, and a luminosity layer above it; with --stack around four of the eight lie above that. A pen
then moves at 2,000 canvas pixels a second and 240 events a second over the real pane, at the real pace, once
with the canvas fitted and once at 100 %. Prints one line of JSON for each:

- `delivered_ms`: from handing Qt the event until the end of the repaint that shows it;
- `due_ms`: the same, from the moment the pen was there, so with the time the event had to wait for the last
  repaint. What an artist feels; never less.

`others_cpu` is how many processors other programs kept busy meanwhile: figures count where it is near 0.

The stroke is then compared with one drawn without a window: `landed` says whether every point is in it.

    python tests/benchmarks/stroke_to_screen.py --seconds 6
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import psutil

if TYPE_CHECKING:
    from artstudio.documents.canvas import Canvas
    from artstudio.studio.studio import Studio
    from artstudio.ui.canvas.pane import CanvasPane
    from artstudio.ui.session import Session

EVENTS_HZ = 240.0
SPEED_PX_S = 2000.0
_STACKS = {  # bottom first; "active" is painted on
    "below": "normal multiply screen normal overlay soft-light normal color-dodge active luminosity",
    "around": "normal multiply screen normal overlay active luminosity soft-light normal color-dodge",
}


def _canvas(side: int, stack: str = "below") -> Canvas:
    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.tiles import TILE, Tiles

    empty, layers = Tiles(side, side), []
    for number, mode in enumerate(_STACKS[stack].split()):
        source = np.random.default_rng(number)
        tiles = {}
        for ty in range(empty.rows):
            for tx in range(empty.columns):
                # no channel above its alpha of 127: half covered everywhere
                noise = source.integers(0, 1 << 32, (TILE, TILE), np.uint32) & np.uint32(0x003F3F3F)
                tiles[tx, ty] = noise | np.uint32(0x7F000000)
        pixels = empty.with_changes(tiles)
        name = "active" if mode == "active" else f"l{number}"
        layers.append(Layer(name, mode, pixels, mode="normal" if mode == "active" else mode))
    return Canvas(side, side, tuple(layers))


class _Pen:
    """Moves over the view in a rosette inside a circle, and keeps what it measures."""

    def __init__(self, pane: CanvasPane, centre: tuple[float, float], reach_px: float) -> None:
        self.view, self.centre, self.reach_px = pane.view, centre, reach_px
        self.points: list[tuple[float, float]] = []
        self.delivered: list[float] = []
        self.due: list[float] = []
        self.painted: list[float] = []
        self.repaints = 0

    def place(self, seconds: float) -> tuple[float, float]:
        """Where the pen is: a circle whose centre wanders, so that it keeps finding new ground."""
        radius = self.reach_px * 0.45
        turn = SPEED_PX_S * seconds / radius
        drift = self.reach_px * 0.5 * min(1.0, seconds / 5)
        x = self.centre[0] + radius * math.cos(turn) + drift * math.cos(0.7 * seconds)
        y = self.centre[1] + radius * math.sin(turn) + drift * math.sin(0.7 * seconds)
        return x, y

    def on_painted(self) -> None:
        """The view shows all that was delivered."""
        now = time.perf_counter()
        self.repaints += 1
        self.painted += [now] * (len(self.delivered) - len(self.painted))

    def send(self, kind: str, place: tuple[float, float], due: float) -> None:
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        at = self.view.to_widget(QPointF(*place))
        back = self.view.to_canvas(at)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            getattr(QEvent.Type, kind),
            at,
            QPointF(self.view.mapToGlobal(at)),
            none if kind == "MouseMove" else left,
            none if kind == "MouseButtonRelease" else left,
            Qt.KeyboardModifier.NoModifier,
        )
        if kind != "MouseButtonRelease":
            self.points.append((back.x(), back.y()))
            self.due.append(due)
            self.delivered.append(time.perf_counter())
        QApplication.sendEvent(self.view, event)


def _draw(pen: _Pen, seconds: float) -> None:
    """Send the events at their times from Qt's own loop."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    start, sent, wanted = time.perf_counter() + 0.05, 0, int(seconds * EVENTS_HZ)

    def tick() -> None:
        nonlocal sent
        while sent < wanted and start + sent / EVENTS_HZ <= time.perf_counter():
            kind = "MouseMove" if sent else "MouseButtonPress"
            pen.send(kind, pen.place(sent / EVENTS_HZ), start + sent / EVENTS_HZ)
            sent += 1
        if sent == wanted and len(pen.painted) == wanted:
            loop.quit()

    timer.timeout.connect(tick)
    timer.start(1)
    loop.exec()
    timer.stop()


def _figures(values: list[float]) -> dict[str, float]:
    array = np.array(values) * 1000
    return {
        "p50": round(float(np.percentile(array, 50)), 2),
        "p95": round(float(np.percentile(array, 95)), 2),
        "max": round(float(array.max()), 2),
    }


def _settled(pane: CanvasPane) -> None:
    """Let the view composite all that is in sight."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: None if _late else loop.quit())
    pane.view.update()
    timer.start(300)
    loop.exec()


_late: list[bool] = []  # whether the last repaint left something for the next


def _measure(session: Session, pane: CanvasPane, name: str, seconds: float, reach_px: float) -> bool:
    from artstudio.render.dabs import Stroke

    _settled(pane)
    before = session.project.sheet.layer("active").pixels
    canvas = session.project.sheet.canvas
    pen = _Pen(pane, (canvas.width_px / 2, canvas.height_px / 2), reach_px)
    _watch["pen"] = pen
    others = _others_s()
    wall = time.perf_counter()
    _draw(pen, seconds)
    others, wall = _others_s() - others, time.perf_counter() - wall
    _watch.clear()
    lifted = time.perf_counter()
    pen.send("MouseButtonRelease", pen.points[-1], 0.0)
    lifted = time.perf_counter() - lifted
    offline = Stroke(before, pane.settings.brush)
    for point in pen.points:
        offline.move_to(*point)
    offline.finish()
    landed = before.with_changes(dict(offline.take())) == session.project.sheet.layer("active").pixels
    report = {
        "view": name,
        "zoom": round(pane.view.zoom, 3),
        "events": len(pen.points),
        "repaints": pen.repaints,
        "delivered_ms": _figures([p - d for p, d in zip(pen.painted, pen.delivered, strict=True)]),
        "due_ms": _figures([p - d for p, d in zip(pen.painted, pen.due, strict=True)]),
        "pen_lifted_ms": round(lifted * 1000, 1),
        "landed": landed,
        "others_cpu": round(others / wall, 2),
    }
    print(json.dumps(report), flush=True)  # noqa: T201
    session.undo()
    return landed


def _others_s() -> float:
    """Seconds of processor time that all other programs have had."""
    times, own = psutil.cpu_times(), psutil.Process().cpu_times()
    idle = times.idle + getattr(times, "iowait", 0.0)
    return float(sum(times[:8]) - idle - own.user - own.system)


_watch: dict[str, _Pen] = {}


def _watch_repaints() -> None:
    """Let each repaint of a view tell the pen at work, unless it left something out of date."""
    from artstudio.ui.canvas import view_paint
    from artstudio.ui.canvas.view import CanvasView

    paint_event, paint_blocks = CanvasView.paintEvent, view_paint.paint_blocks

    def blocks(*arguments, **named):  # type: ignore[no-untyped-def]  # noqa: ANN002, ANN003, ANN202
        late = paint_blocks(*arguments, **named)
        _late[:] = [] if late.isEmpty() else [True]
        return late

    def painted(view, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        paint_event(view, event)
        if "pen" in _watch and not _late:
            _watch["pen"].on_painted()

    view_paint.paint_blocks = blocks
    CanvasView.paintEvent = painted  # type: ignore[assignment, method-assign]


def main() -> int:
    """Measure and print; 1 if a point was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=6.0, help="of drawing, for each view")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--side", type=int, default=4096, help="of the canvas, in pixels")
    parser.add_argument("--radius", type=float, default=128.0, help="of the brush, in pixels")
    parser.add_argument("--stack", choices=list(_STACKS), default="below", help="where the other layers lie")
    parser.add_argument("--kind", default="round", help="of the brush")
    parser.add_argument("--spacing", type=float, default=0.12, help="of the dabs, in diameters")
    parser.add_argument("--smooth", type=float, default=0.0, help="smoothing, 0-1")
    parser.add_argument("--live", action="store_true", help="while the GAN painter paints along")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from artstudio.documents.project import Project
    from artstudio.documents.sheet import Sheet
    from artstudio.ui import theme
    from artstudio.ui.canvas.pane import CanvasPane
    from artstudio.ui.session import Session

    application = QApplication([])
    theme.apply(application)
    _watch_repaints()
    studio = _studio() if options.live else None
    session = Session(studio, Project(Sheet(_canvas(options.side, options.stack))))
    session.select(layer_id="active")
    pane = CanvasPane(session)
    if studio is not None:
        _paint_along(session, pane)
    pane.resize(1280, 900)
    pane.show()
    pane.settings.set(
        radius_px=options.radius,
        hardness=0.5,
        kind=options.kind,
        spacing=options.spacing,
        smoothing=options.smooth,
        colour=0x2060C0,
    )
    landed = True
    for name in ("fit", "100 %") * options.rounds:
        if name == "fit":
            pane.view.fit()
        else:
            pane.view.set_zoom(1.0)
        reach_px = min(pane.view.width(), pane.view.height()) / 2 / pane.view.zoom * 0.75
        if options.profile:
            import cProfile
            import pstats

            profile = cProfile.Profile()
            profile.enable()
            landed &= _measure(session, pane, name, options.seconds, reach_px)
            profile.disable()
            pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(18)
        else:
            landed &= _measure(session, pane, name, options.seconds, reach_px)
    if studio is not None:
        pane.live.stop()
        studio.close()
    pane.close()
    return 0 if landed else 1


def _studio() -> Studio:
    import tempfile
    from pathlib import Path

    from artstudio.base.paths import Folders
    from artstudio.base.settings import Settings
    from artstudio.studio.studio import Studio
    from artstudio.ui.qthreads import start_qthread

    return Studio(Folders.under(Path(tempfile.mkdtemp())), Settings(), start_qthread, packages=False)


def _paint_along(session: Session, pane: CanvasPane) -> None:
    """Make the layer that is painted on a rough and let the starter paint along; wait for all of it."""
    from dataclasses import replace

    from PySide6.QtCore import QEventLoop

    from artstudio.documents.edits import Put
    from artstudio.studio.live import LiveSetting

    rough = replace(session.project.sheet.layer("active"), rough=True)
    session.do(Put("Rough", "layer", "active", rough))
    loop = QEventLoop()
    pane.live.changed.connect(lambda: None if pane.live.busy else loop.quit())
    pane.live.start(LiveSetting("gan-painter", "paint", {"strength": 1.0, "detail": 1.0}, 1))
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
