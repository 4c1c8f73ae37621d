"""How smoothly the library pane scrolls over a large library.

    python tests/benchmarks/library_scrolling.py FOLDER [--frames 300]

FOLDER is a library that `tests/benchmarks/library.py --folder FOLDER` left. Scrolls in steps of a
third of a card, then in leaps through all of it, and prints how long each frame takes to paint, how long the
event loop was held up by anything between two frames, how long it takes until all is known, to be narrower,
and from the last letter typed until the first cards found are seen. Milliseconds: median, 95th percentile,
worst.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.library.library import Library
from artstudio.studio.studio import Studio
from artstudio.ui import theme
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.qthreads import join_qthreads, start_qthread
from artstudio.ui.session import Session


def say(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    at95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    line = f"{what:44} median {statistics.median(ordered):7.2f}   95 % {at95:7.2f}   worst {ordered[-1]:7.2f}"
    print(line)  # noqa: T201


def since_ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def scrolled(app: QApplication, pane: LibraryPane, places: list[int]) -> tuple[list[float], list[float]]:
    """Milliseconds of painting each frame, and of what the event loop did until the next one."""
    bar, paints, turns = pane.grid.verticalScrollBar(), [], []
    for place in places:
        began = time.perf_counter()
        bar.setValue(place)
        pane.grid.viewport().repaint()
        paints.append(since_ms(began))
        until = time.perf_counter() + 0.016
        while time.perf_counter() < until:
            began = time.perf_counter()
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            turns.append(since_ms(began))
    return paints, turns


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--frames", type=int, default=300)
    options = parser.parse_args()
    app = QApplication([])
    theme.apply(app)
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Folders.under(Path(home)), Settings(), start_qthread, packages=False)
        studio._library = Library(options.folder, start_qthread)
        session = Session(studio, Project(Sheet.blank(16, 16)))
        pane = LibraryPane(session)
        pane.resize(1100, 700)
        began = time.perf_counter()
        pane.show()
        while not pane.count.text():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        print(f"{'until all is known':44} {since_ms(began):7.0f} ms, {pane.count.text()}")  # noqa: T201
        high = pane.grid.verticalScrollBar().maximum()
        paints, turns = scrolled(app, pane, [n * 50 for n in range(options.frames)])
        say("scrolling on: a frame", paints)
        say("  the event loop between", turns)
        paints, turns = scrolled(app, pane, [n * high // 40 for n in range(40)])
        say("leaping: a frame", paints)
        say("  the event loop between", turns)
        sizes = []
        for width in range(1100, 900, -20):
            began = time.perf_counter()
            pane.resize(width, 700)
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)
            sizes.append(since_ms(began))
        say("another width", sizes)
        finds = []
        for words in ("ae", "山水", "st", "nl", "夜", "ink", "oil", "th"):
            pane.search.setText(words)
            pane._typing.stop()
            was = pane._number
            shown: list[int] = []
            pane.shelf.began.connect(lambda number, _entries, shown=shown: shown.append(number))
            began = time.perf_counter()
            pane.look()
            while was + 1 not in shown:
                app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            finds.append(since_ms(began))
        say("searching, until the first cards", finds)
        pane.shut_down()
        studio.close()
        join_qthreads()


if __name__ == "__main__":
    main()
