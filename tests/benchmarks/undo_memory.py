"""What 200 wide strokes cost to keep undoable, and what the window's thread pays for it.

Each stroke of radius 128 crosses the whole of a 4096² canvas over soft, grainy paint. Old steps are packed on
a thread as the window does it. Fails if a step is lost, the history costs over 1 GiB, or undoing all of it
does not give the first picture.

nice -n 15 python tests/benchmarks/undo_memory.py [--layer painted|empty] [--brush textured|soft] [--pause 0]
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Thread

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from PySide6.QtGui import QGuiApplication

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import Edit, PaintTiles
from artstudio.documents.history import History, Step
from artstudio.documents.packed_edits import packed, unpacked
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.render.brush import KINDS, Brush
from artstudio.render.dabs import Stroke
from tests.benchmarks.documents_saving import painting


class Helper:
    """Packs one step after another on a thread, as `ui.history.packer` does without Qt."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._wanted: SimpleQueue[Step | None] = SimpleQueue()
        self._made: SimpleQueue[tuple[Step, Edit]] = SimpleQueue()
        self._busy = False
        self._told = Event()
        self._thread = Thread(target=self._run)
        self._thread.start()

    def look(self, *, wait: bool = False) -> None:
        """The window's part, between its events."""
        while True:
            if self._busy:
                try:
                    step, edit = self._made.get(block=wait)
                except Empty:
                    return
                (self._history.put_unpacked if step.packed else self._history.put_packed)(step, edit)
                self._busy = False
            if (next_step := self._history.to_unpack() or self._history.to_pack()) is None:
                return
            self._busy = True
            self._wanted.put(next_step)

    def rest(self, seconds: float) -> None:
        """As long as a hand takes from one step to the next; the window goes on taking back meanwhile."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._told.wait(min(left, 0.01))
            self._told.clear()
            self.look()

    def end(self) -> None:
        self._wanted.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (step := self._wanted.get()) is not None:
            self._made.put((step, (unpacked if step.packed else packed)(step.edit)))
            self._told.set()


class Watch:
    """The slowest call of each name, in seconds."""

    def __init__(self) -> None:
        self.slowest: dict[str, float] = {}

    def __call__(self, name: str, call: Callable[[], object]) -> None:
        began = time.perf_counter()
        call()
        self.slowest[name] = max(self.slowest.get(name, 0.0), time.perf_counter() - began)


def painted(layer: Layer, y: float, side: int, number: int, kind: str) -> PaintTiles:
    """One stroke from edge to edge, swinging a little, with a brush that varies."""
    colour = (number * 2654435761) & 0xFFFFFF
    stroke = Stroke(layer.pixels, Brush(128.0, hardness=0.3, opacity=0.7, colour=colour, kind=kind))
    for x in range(0, side + 1, side // 16):
        stroke.move_to(x, y + 8 * np.sin(x / 300 + number), 0.9 + 0.1 * np.cos(x / 200))
    return PaintTiles("Brush", layer.id, dict(stroke.take()))


def main() -> None:
    """Prints the figures; exits with a sentence where one is too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=4096)
    parser.add_argument("--strokes", type=int, default=200)
    parser.add_argument("--layer", choices=("painted", "empty"), default="painted")
    parser.add_argument("--brush", choices=KINDS, default="textured")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between two steps undone")
    options = parser.parse_args()
    application = QGuiApplication([])
    side = options.side
    pixels = Tiles.from_image(painting(side, 1)) if options.layer == "painted" else Tiles(side, side)
    project = Project(Sheet(Canvas(side, side, (Layer("l1", "a", pixels),))))
    first, history, watch = project.sheet, project.history, Watch()
    helper = Helper(history)
    rng = np.random.default_rng(0)
    process = psutil.Process()
    before = process.memory_info().rss
    began = time.perf_counter()
    raw = changed = 0
    for number in range(options.strokes):
        edit = painted(project.sheet.layer("l1"), rng.uniform(0, side), side, number, options.brush)
        watch("make a stroke's step", lambda edit=edit: project.do(edit))  # type: ignore[misc]
        raw += history.steps[-1].nbytes
        changed += len(getattr(history.steps[-1].edit, "changes", ()))
        watch("hand over and take back", helper.look)
    took = time.perf_counter() - began
    at_once = history.nbytes
    helper.look(wait=True)
    mib = 2**20
    _say(
        f"{options.strokes} strokes, {changed} tiles, painted in {took:.1f} s on {application.platformName()}"
    )
    _say(f"steps kept {len(history.steps)}, unpacked {raw / mib:.0f} MiB")
    _say(f"history.nbytes {history.nbytes / mib:.0f} MiB ({at_once / mib:.0f} MiB as the last stroke ended)")
    _say(f"resident memory grew by {(process.memory_info().rss - before) / mib:.0f} MiB")
    if len(history.steps) != options.strokes or max(at_once, history.nbytes) > 1 << 30:
        helper.end()
        raise SystemExit("a step was lost or the history costs more than 1 GiB")
    last = project.sheet
    for name, step in (("undo", project.undo), ("redo", project.redo)):
        began = time.perf_counter()
        for _ in range(options.strokes):
            watch(f"one {name}", step)
            watch("hand over and take back", helper.look)
            helper.rest(options.pause)
        _say(f"{name} all: {time.perf_counter() - began:.2f} s")
        _say(f"resident memory grew by {(process.memory_info().rss - before) / mib:.0f} MiB")
        if project.sheet != (first if name == "undo" else last):
            helper.end()
            raise SystemExit(f"{name} does not lead back")
    helper.end()
    for name, seconds in watch.slowest.items():
        _say(f"slowest: {name:28s} {seconds * 1000:7.1f} ms")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
