"""Whether the film on the canvas keeps up with its sound: `python tests/benchmarks/film_preview.py`.

Plays a film of grainy pictures (for as many seconds as the first argument says, 6) at several sizes over the
canvas, as fast as the clock goes, and prints for each: how many of the film's frames were seen, how far the
seen one is behind the clock (median and 99th percentile, in frames), how coarse it got, what painting one
costs, and how late a timer of 1 ms came (99th percentile and worst): what holds the event loop up.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from artstudio.documents.edits import SetFilm
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.media.footage import write_footage
from artstudio.ui import theme
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.session import Session

FPS = 24.0
FRAMES = 72
SIZES = ((256, 256), (512, 512), (1024, 1024), (1920, 1080))


def film_of(folder: Path, width: int, height: int) -> Footage:
    rng = np.random.default_rng(0)
    grain = rng.integers(0, 12, (height, width, 3), np.uint8)
    slope = np.linspace(0, 200, width, dtype=np.uint8)[None, :, None]

    def pieces() -> Iterator[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
        for number in range(FRAMES):
            yield (np.roll(grain, number, 1) + np.roll(slope, 5 * number, 1))[None]

    return write_footage(folder, FPS, pieces())


def measure(folder: Path, width: int, height: int, seconds: float) -> None:
    footage = film_of(folder, width, height)
    clips = tuple(
        Clip(f"c{n}", "", footage, n * FRAMES, FRAMES) for n in range(int(seconds * FPS) // FRAMES + 1)
    )
    session = Session(None, Project(Sheet.blank(width, height)))
    pane = CanvasPane(session)
    pane.resize(1200, 900)
    pane.show()
    QApplication.processEvents()
    session.do(SetFilm("Film", Film(clips, FPS)))
    projector = session.projector
    seen: set[int] = set()
    behind: list[float] = []
    coarse: list[int] = []
    painted: list[float] = []
    late: list[float] = []
    loop = QEventLoop()
    begun = last = time.perf_counter()

    def shown(_frame: object) -> None:
        if _frame is None or projector._screening is None or projector._screening._loaded is None:
            return
        number = projector._screening._loaded.frame
        before = time.perf_counter()
        pane.view.repaint()
        painted.append(time.perf_counter() - before)
        seen.add(number)
        behind.append((time.perf_counter() - begun) * FPS - number - 0.5)
        coarse.append(projector._screening._pace.level)

    def follow() -> None:
        now = time.perf_counter() - begun
        if now > seconds:
            loop.quit()
        projector.move(now)

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, now - last - 0.001))
        last = now

    projector.framed.connect(shown)
    timers = []
    for interval_ms, call in ((16, follow), (1, tick)):
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval_ms)
        timer.timeout.connect(call)
        timer.start()
        timers.append(timer)
    projector.play(True)
    loop.exec()
    for timer in timers:
        timer.stop()
    projector.play(False)
    projector.close()
    join_qthreads()
    pane.deleteLater()
    stalls = np.array(late) * 1000
    for part in (
        f"{width:5} × {height:<5} seen {len(seen):3} of {int(seconds * FPS):3}",
        f"behind {np.median(behind):4.1f}, {np.percentile(behind, 99):4.1f} frames",
        f"coarseness {np.mean(coarse):3.1f}   paint {np.median(painted) * 1000:5.1f} ms",
        f"timer {np.percentile(stalls, 99):5.1f}, {stalls.max():5.1f} ms",
    ):
        sys.stdout.write(f"{part}   ")
    sys.stdout.write("\n")


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 6.0
    application = QApplication([])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        for width, height in SIZES:
            measure(Path(folder), width, height, seconds)


if __name__ == "__main__":
    main()
