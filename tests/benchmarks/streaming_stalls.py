"""How long the window is held up while a model's words stream into a book at 30 previews a second.

Opens the whole window on a book of --size characters, with an idle timer of 1 ms that says how late it is,
lets the toy writer of the tests stream into the middle, and meanwhile types elsewhere in the text. The
figures are of doing nothing, of streaming, and of streaming while typing; a keystroke counts from its event
until it is painted. `cpu_ms_per_s` is what the window's own thread worked: that does not depend on what else
runs.

    python tests/benchmarks/streaming_stalls.py
    python tests/benchmarks/streaming_stalls.py --size 2000000 --seconds 20
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.app import App

QUILL = Path(__file__).parents[1] / "data" / "plugins" / "quill"
_WORDS = "the of and a in that it was he for on are with as his they at be this from have by one not but"


def book(size: int, seed: int = 1) -> str:
    """Paragraphs of English length."""
    rng, words = random.Random(seed), _WORDS.split()
    lines: list[str] = []
    while sum(map(len, lines[-100:])) * max(1, len(lines) / 100) < size:
        lines.append(" ".join(rng.choice(words) for _ in range(rng.randint(20, 200))))
    return "\n".join(lines)[:size]


def watch(seconds: float, meanwhile: Callable[[], None] | None = None) -> dict[str, float]:
    """Run Qt's loop for `seconds`: how late a timer of 1 ms came. `meanwhile` is called every 60 ms."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    late: list[float] = []
    took: list[float] = []
    cost: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(max(0.0, now - last - 0.001))
        last = now

    def press() -> None:
        began, worked = time.perf_counter(), time.thread_time()
        assert meanwhile is not None
        meanwhile()
        took.append(time.perf_counter() - began)
        cost.append(time.thread_time() - worked)

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(1)
    hand = QTimer()
    if meanwhile is not None:
        hand.timeout.connect(press)
        hand.start(60)
    loop = QEventLoop()
    worked = time.thread_time()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    worked = time.thread_time() - worked
    timer.stop()
    hand.stop()
    found = np.sort(np.array(late) * 1000)
    weight = np.cumsum(found + 1)
    figures = {
        "p99_of_time_ms": float(found[np.searchsorted(weight, 0.99 * weight[-1])]),
        "most_ms": float(found[-1]),
        "cpu_ms_per_s": worked * 1000 / seconds,
    }
    if took:
        keys = np.array(took) * 1000
        figures |= {
            "key_p95_ms": float(np.percentile(keys, 95)),
            "key_most_ms": float(keys.max()),
            "key_cpu_p95_ms": float(np.percentile(np.array(cost) * 1000, 95)),
        }
    return {name: round(value, 1) for name, value in figures.items()}


def _until(done: Callable[[], object], seconds: float = 60) -> None:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise SystemExit("it took too long")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _measure(app: App, size: int, seconds: float, words: int) -> dict[str, object]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from artstudio.documents.edits import Put
    from artstudio.documents.writing import Passage
    from artstudio.ui.panel.pane import PanelPane
    from artstudio.ui.writing.pane import WritingPane

    session = app.session
    text = book(size)
    session.do(Put("Open", "passage", "p1", Passage.plain("p1", "Book", text)))
    middle = text.index("\n", size // 2)
    session.select(passage_id="p1", cursor=middle, anchor=middle)
    panel, pane = app.window.panes["models"], app.window.panes["text"]
    assert isinstance(panel, PanelPane)
    assert isinstance(pane, WritingPane)
    _until(lambda: "quill" in session.catalog.schemas and not session.catalog.loading)
    _until(lambda: not pane.editor.galley.busy, 120)
    panel.choose("quill", "continue")
    idle = watch(3.0)

    def begin() -> None:
        panel.choose("quill", "continue")
        panel.body.form.set_values({"length": words, "pause_ms": 5})
        session.select(passage_id="p1", cursor=middle, anchor=middle)
        session.along.go_on("continue")
        _until(lambda: session.along.writing is not None and session.along.writing.strands[0].text)

    grown: list[int] = []
    session.along.grew.connect(lambda strand: grown.append(len(strand.text)))
    begin()
    grown.clear()
    began = time.monotonic()
    streaming = watch(seconds)
    rate = len(grown) / (time.monotonic() - began)
    session.along.stop(at_once=True)
    _until(lambda: session.along.writing is None)
    begin()
    near = text.rindex("\n", 0, middle - 600)
    session.select(passage_id="p1", cursor=near, anchor=near)
    pane.editor.setFocus()
    letters = iter("so it goes on and on " * 1000)

    def press() -> None:
        QTest.keyClicks(pane.editor, next(letters))
        QApplication.processEvents()

    both = watch(seconds, press)
    ghost = len(pane.companion.ghost.text)
    before = time.perf_counter()
    session.along.stop(at_once=True)
    QApplication.processEvents()
    return {
        "idle": idle,
        "streaming": streaming,
        "streaming_and_typing": both,
        "previews_per_s": round(rate, 1),
        "characters_streamed": ghost,
        "stop_and_land_ms": round((time.perf_counter() - before) * 1000, 1),
    }


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--words", type=int, default=4_000)
    options = parser.parse_args()
    from PySide6.QtWidgets import QApplication

    from artstudio.base.paths import Folders
    from artstudio.base.settings import Settings
    from artstudio.studio.studio import Studio
    from artstudio.ui import theme
    from artstudio.ui.app import App
    from artstudio.ui.qthreads import join_qthreads, start_qthread

    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    theme.apply(application)
    with tempfile.TemporaryDirectory() as home:
        plugins = Path(home) / "plugins"
        shutil.copytree(QUILL, plugins / "quill", ignore=shutil.ignore_patterns("__pycache__"))
        folders = replace(Folders.under(Path(home) / "home"))
        studio = Studio(folders, Settings(), start_qthread, builtin=plugins, packages=False)
        app = App(studio)
        app.window.resize(1600, 1000)
        app.window.show()
        app.start()
        found = _measure(app, options.size, options.seconds, options.words)
        print(json.dumps(found))  # noqa: T201
        app.closing.closed.connect(application.quit)
        app.closing.end(keep_journal=False)
        application.exec()
        join_qthreads()


if __name__ == "__main__":
    main()
