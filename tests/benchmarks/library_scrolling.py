"""How smoothly the library pane scrolls over a large library.

    [QT_SCALE_FACTOR=2] python -m tests.benchmarks.library_scrolling FOLDER [--frames 300] [--searches 210]

FOLDER is a library that `tests/benchmarks/library.py --folder FOLDER` left. Scrolls in steps of a
third of a card, then in leaps through all of it, and prints how long each frame takes to paint, how long the
event loop was held up by anything between two frames, how long it takes until all is known, to be narrower,
and from the last letter typed (and that the pane waits for another one) until the first cards found are
painted; the searches are those of `library.py`. Milliseconds: median, 95th percentile, worst; beside a frame,
what of it the window's thread computed itself, as a busy machine lets it wait.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from dataclasses import replace
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
from artstudio.ui.library.pane import _TYPING_MS, LibraryPane
from artstudio.ui.qthreads import join_qthreads, start_qthread
from artstudio.ui.session import Session
from tests.benchmarks.library import searches

_IDLE_MS = 0.2  # a turn of the event loop that took less did nothing


def say(what: str, times: list[float]) -> None:
    ordered = sorted(times)
    at95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    line = f"{what:44} median {statistics.median(ordered):7.2f}   95 % {at95:7.2f}   worst {ordered[-1]:7.2f}"
    print(line)  # noqa: T201


def since_ms(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def scroll(app: QApplication, pane: LibraryPane, what: str, places: list[int]) -> None:
    """Says how long painting each frame took, and what the event loop did until the next one."""
    bar = pane.grid.verticalScrollBar()
    paints, own, turns = [], [], []
    for place in places:
        began, own_began_s = time.perf_counter(), time.thread_time()
        bar.setValue(place)
        pane.grid.viewport().repaint()
        paints.append(since_ms(began))
        own.append((time.thread_time() - own_began_s) * 1000)
        until = time.perf_counter() + 0.016
        while time.perf_counter() < until:
            began = time.perf_counter()
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            if (turn := since_ms(began)) > _IDLE_MS:
                turns.append(turn)
    say(f"{what}: a frame", paints)
    say("  of that computed", own)
    say("  the event loop between", turns)


def search(app: QApplication, pane: LibraryPane, number: int) -> None:
    """Says how long searches took, and how long they held up the event loop."""
    shown: list[int] = []
    pane.shelf.began.connect(lambda number, _entries: shown.append(number))
    finds: dict[str, list[float]] = {}
    turns = []
    for kind, query in searches(number, random.Random(11)):
        pane.search.setText(query.words)
        pane._typing.stop()
        pane.filters.query = replace(query, words="")
        pane._stale = True  # some are the same as the one before
        began = time.perf_counter()
        pane.look()
        while pane._number not in shown:
            turn = time.perf_counter()
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            turns.append(since_ms(turn))
        pane.grid.viewport().repaint()
        finds.setdefault(kind, []).append(since_ms(began))
        until = time.perf_counter() + _TYPING_MS / 1000  # the pane never searches sooner again
        while time.perf_counter() < until:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    say("searching, until the first cards", [one for times in finds.values() for one in times])
    say("  the event loop meanwhile", turns)
    for kind, times in finds.items():
        say(f"  {kind}", times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--searches", type=int, default=210)
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
        scroll(app, pane, "scrolling on", [n * 50 for n in range(options.frames)])
        scroll(app, pane, "leaping", [(n * 37 % 100) * high // 100 for n in range(100)])
        sizes = []
        for width in range(1100, 900, -20):
            began = time.perf_counter()
            pane.resize(width, 700)
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)
            sizes.append(since_ms(began))
        say("another width", sizes)
        search(app, pane, options.searches)
        pane.shut_down()
        studio.close()
        join_qthreads()


if __name__ == "__main__":
    main()
