"""How many live answers a second the panel gives to an action that costs next to nothing.

    python tests/benchmarks/live_answers.py [--seconds 8] [--side 128] [--picture 1024]

Opens the panel with the tests' echo plugin in a real worker, mixes four layers of --picture pixels a side and
moves the puck 60 times a second, as a hand does. Prints answers a second, the time from a question to its
answer, and how late a timer of 1 ms came meanwhile (what the window was held up); an idle second comes first,
so that what the machine itself does can be taken off.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

ECHO = Path(__file__).parents[1] / "data" / "plugins" / "echo"


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--side", type=int, default=128, choices=(128, 256))
    parser.add_argument("--picture", type=int, default=1024)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from artstudio.base.paths import Folders
    from artstudio.base.settings import Settings
    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.project import Project
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.tiles import Tiles
    from artstudio.sdk import Image
    from artstudio.studio.studio import Studio
    from artstudio.ui import theme
    from artstudio.ui.forms.puck import Square
    from artstudio.ui.panel.input_list import InputList
    from artstudio.ui.panel.pane import PanelPane
    from artstudio.ui.panel.picks import NAMED, Pick
    from artstudio.ui.qthreads import join_qthreads, start_qthread
    from artstudio.ui.session import Session

    application = QApplication([])
    theme.apply(application)
    chance = np.random.default_rng(0)
    size = (asked.picture, asked.picture, 3)
    layers = tuple(
        Layer(f"l{i}", f"Layer {i}", Tiles.from_image(Image(chance.integers(0, 256, size, np.uint8))))
        for i in range(4)
    )
    with tempfile.TemporaryDirectory() as home:
        folders = replace(Folders.under(Path(home)))
        studio = Studio(folders, Settings(), start_qthread, builtin=ECHO.parent, packages=False)
        session = Session(studio, Project(Sheet(Canvas(asked.picture, asked.picture, layers))))
        panel = PanelPane(session)
        panel.resize(320, 900)
        panel.show()

        def wait(done: object) -> None:
            while not done():  # type: ignore[operator]
                application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

        wait(lambda: "echo" in session.catalog.schemas and session.catalog.devices)
        panel.choose("echo", "mix")
        (pictures,) = panel.body.inputs
        assert isinstance(pictures, InputList)
        pictures.add([Pick(NAMED, layer.id, layer.name) for layer in layers])
        panel.answers.side.setCurrentIndex(panel.answers.side.findData(asked.side))
        square = panel.findChild(Square)
        assert square is not None
        took: list[float] = []
        panel.answers.answers.answered.connect(lambda _made, seconds: took.append(seconds))
        panel.answers.switch.click()
        wait(lambda: bool(took))

        def watch(seconds: float) -> dict[str, float]:
            late: list[float] = []
            last = time.perf_counter()

            def tick() -> None:
                nonlocal last
                now = time.perf_counter()
                late.append(max(0.0, now - last - 0.001))
                last = now

            ticks = QTimer()
            ticks.timeout.connect(tick)
            ticks.start(1)
            loop = QEventLoop()
            QTimer.singleShot(round(seconds * 1000), loop.quit)
            loop.exec()
            ticks.stop()
            found = np.array(late) * 1000
            return {
                "p99_ms": round(float(np.percentile(found, 99)), 1),
                "most_ms": round(float(found.max()), 1),
            }

        idle = watch(2.0)
        began = time.perf_counter()

        def drag() -> None:
            turn = (time.perf_counter() - began) * 2
            square._move(0.5 + 0.4 * math.cos(turn), 0.5 + 0.4 * math.sin(turn))

        hand = QTimer()
        hand.timeout.connect(drag)
        took.clear()
        hand.start(16)
        stalls = watch(asked.seconds)
        hand.stop()
        middle = float(np.median(took)) * 1000
        figures = {"answers_per_s": round(len(took) / asked.seconds, 1), "answer_ms": round(middle, 1)}
        print(json.dumps({**figures, "dragging": stalls, "idle": idle}))  # noqa: T201
        panel.answers.switch.click()
        wait(lambda: not panel.answers.answers.busy)
        session.feed.close()
        studio.close()
        join_qthreads()


if __name__ == "__main__":
    main()
