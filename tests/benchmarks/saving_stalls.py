"""How long saving and journalling keep another thread of the program, such as the window's, from running.

A loop that wants to run every millisecond notes its longest gaps while a canvas of ten painted layers is
saved and while 1,000 changed tiles are journalled, and what the working thread did after each gap. Python's
lock goes around every 5 ms at the latest: a gap above 10 ms is a call that holds on to it, or a busy machine.
What the two threads waited for a processor meanwhile is taken off, where the system tells: `held` is left.

python tests/benchmarks/saving_stalls.py [--side 4096] [--layers 10] [--tiles 1000]
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import PaintTiles
from artstudio.documents.packed_edits import packed
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.project.journal import Journal
from artstudio.render.compositor import composite
from artstudio.studio.files import open_file, save
from tests.benchmarks.documents_saving import painting, work

_TICK_S = 0.001
_LONG_S = 0.010


def watched(what: str, call: Callable[[], object], thread_name: str = "work") -> None:
    """Runs `call` on a thread, ticks in this one meanwhile and prints the gaps."""
    done, tick = threading.Event(), threading.Event()

    def run() -> None:
        try:
            call()
        finally:
            done.set()

    worker = threading.Thread(target=run, name="work")
    gaps: list[tuple[float, float, str]] = []
    worker.start()
    held_up = _Delays(threading.get_native_id(), _native_id(thread_name))
    began = last = time.perf_counter()
    while not done.is_set():
        tick.wait(_TICK_S)
        gap, delay = time.perf_counter() - last, held_up.since_last()
        if gap > _LONG_S / 2:
            gaps.append((max(0.0, gap - delay), gap, _at(thread_name)))
        last = time.perf_counter()
    worker.join()
    took = time.perf_counter() - began
    gaps.sort(reverse=True)
    long = sum(held > _LONG_S for held, _, _ in gaps)
    longest = max((gap for _, gap, _ in gaps), default=0.0)
    most = gaps[0][0] if gaps else 0.0
    _say(
        f"{what:26s} {took:6.2f} s   longest gap {longest * 1000:6.1f} ms, held {most * 1000:6.1f} ms; "
        f"held above 10 ms: {long}"
    )
    for held, gap, place in gaps[:4]:
        _say(f"    {held * 1000:6.1f} of {gap * 1000:6.1f} ms  {place}")


class _Delays:
    """How long some threads waited for a processor, in seconds."""

    def __init__(self, *thread_ids: int) -> None:
        self._paths = [Path(f"/proc/self/task/{number}/schedstat") for number in thread_ids]
        self._known: dict[Path, float] = {}
        self._last = self._now()

    def since_last(self) -> float:
        last, self._last = self._last, self._now()
        return self._last - last

    def _now(self) -> float:
        return sum(self._waited(path) for path in self._paths)

    def _waited(self, path: Path) -> float:
        with contextlib.suppress(OSError, IndexError):  # the thread has ended, or another system
            self._known[path] = int(path.read_text().split()[1]) / 1e9
        return self._known.get(path, 0.0)


def _native_id(thread_name: str) -> int:
    return next((one.native_id or 0 for one in threading.enumerate() if one.name == thread_name), 0)


def _at(thread_name: str) -> str:
    """Where the working thread is now: its innermost frames in artstudio."""
    thread = next((one for one in threading.enumerate() if one.name == thread_name), None)
    frame = sys._current_frames().get(thread.ident or 0) if thread is not None else None
    places: list[str] = []
    while frame is not None and len(places) < 3:
        if "artstudio" in frame.f_code.co_filename or not places:
            places.append(f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(places)


def strokes(project: Project, number: int, side: int) -> Sheet:
    """Changes so many tiles of the lowest layer, as a wide stroke does."""
    columns, pixels = side // TILE, project.sheet.canvas.layers[0].pixels
    changes: dict[At, Tile | int | None] = {}
    for at in ((i % columns, i // columns) for i in range(number)):
        old = pixels.get(*at)
        array = np.full((TILE, TILE), old, np.uint32) if isinstance(old, int) else old
        changes[at] = array ^ np.uint32(0x00070503)
    project.do(PaintTiles("Brush", project.sheet.canvas.layers[0].id, changes))
    return project.sheet


def main() -> None:
    """Prints the gaps of each kind of work."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=4096)
    parser.add_argument("--layers", type=int, default=10)
    parser.add_argument("--tiles", type=int, default=1000)
    options = parser.parse_args()
    _say(f"making {options.layers} layers")
    composite(Canvas(8, 8))  # in the window Qt's painter has been used by now
    coat = Tiles.from_image(painting(options.side, 1))
    coats = [
        Layer(f"l{i}", f"Layer {i}", coat.with_changes({(i, 0): 0xFF000000 + i}))
        for i in range(options.layers)
    ]
    sheet = replace(work(64, 1, 5000), canvas=Canvas(options.side, options.side, tuple(coats)))
    project = Project(sheet)
    rest = threading.Event()
    watched("nothing", lambda: rest.wait(2.0))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "work.artstudio"
        watched("save, all layers new", lambda: save(project.sheet, path))
        journal = Journal(Path(name) / "journals", project.sheet, path, interval_s=0.0)

        def journalled(change: Callable[[], Sheet]) -> None:
            journal.record(change())
            journal.flush()

        changed = strokes(project, options.tiles, options.side)
        watched("journal, the first change", lambda: journalled(lambda: changed), "journal")
        again = strokes(project, options.tiles, options.side)
        watched(f"journal, {options.tiles} tiles", lambda: journalled(lambda: again), "journal")
        watched("save, one layer changed", lambda: save(project.sheet, path))
        journal.close(clean=True)
        unsaved = Journal(Path(name) / "journals", Sheet.blank(), unsaved=True, interval_s=0.0)

        def everything() -> None:
            unsaved.record(project.sheet)
            unsaved.flush()

        watched("journal, everything", everything, "journal")
        unsaved.close(clean=True)
        watched("open", lambda: open_file(path, path.parent))
    old = project.sheet.canvas.layers[1].pixels
    stroke = PaintTiles("Brush", "l1", dict(list(old.items())[: options.tiles]))
    watched(f"pack {options.tiles} tiles of history", lambda: packed(stroke))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
