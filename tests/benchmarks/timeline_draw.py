"""How long the timeline takes to draw: `python tests/benchmarks/timeline_draw.py [NOTES]`.

Prints the median and the worst frame in milliseconds of processor time for scrolling, zooming, playing,
dragging and a growing preview, on a track of NOTES (100,000) notes. A frame must stay below 16 ms.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from artstudio.documents.edits import Put
from artstudio.documents.music import MusicTrack
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.sdk import NOTE_DTYPE, Notes, Score, Track
from artstudio.ui import theme
from artstudio.ui.session import Session
from artstudio.ui.timeline.note_edits import moved
from artstudio.ui.timeline.pane import TimelinePane

FRAMES = 60
Q = 480


def many_notes(count: int, channel: int = 0) -> Notes:
    """Sixteenths, a few at a time, over a piece of fitting length."""
    rng = np.random.default_rng(count + channel)
    notes = np.zeros(count, NOTE_DTYPE)
    notes["start"] = np.sort(rng.integers(0, count * Q // 16, count))
    notes["length"] = rng.integers(Q // 8, Q, count)
    notes["pitch"] = np.clip(rng.normal(64, 12, count), 0, 127)
    notes["velocity"] = rng.integers(30, 127, count)
    notes["channel"] = channel
    return notes


def measure(name: str, pane: TimelinePane, step: Callable[[int], object]) -> None:
    """Run `step` before each frame and print what a frame takes, the step included."""
    times = []
    views = (pane.roll, pane.area.velocity, pane.arrange, pane.area.ruler, pane.overview.ruler)
    for frame in range(FRAMES):
        begun = time.process_time()
        step(frame)
        for view in views:
            view.repaint()
        times.append((time.process_time() - begun) * 1000)
        QApplication.processEvents()
    sys.stdout.write(f"{name:34} median {np.median(times):6.2f} ms   worst {max(times):6.2f} ms\n")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication([])
    theme.apply(app)
    project = Project(Sheet.blank(64, 64))
    for number, size in enumerate((count, count // 10, count // 10)):
        track = MusicTrack(f"t{number}", Track(many_notes(size, number), channel=number))
        project.do(Put("Track", "track", track.id, track))
    pane = TimelinePane(Session(None, project))
    pane.resize(1600, 900)
    pane.show()
    app.processEvents()
    time_axis, view = pane.view.time, pane.view
    sys.stdout.write(f"{count:,} notes, roll of {pane.roll.width()} x {pane.roll.height()} px\n")

    time_axis.fit(0, 16 * Q)
    measure("scrolling, 4 bars shown", pane, lambda frame: time_axis.scroll_to(frame * 120.0))
    time_axis.fit(0, 400 * Q)
    measure("scrolling, 100 bars shown", pane, lambda frame: time_axis.scroll_to(frame * 120.0))
    time_axis.fit(0, 4000 * Q)
    measure("scrolling, 1,000 bars shown", pane, lambda frame: time_axis.scroll_to(frame * 20.0))
    view.fit_roll()
    measure("zooming from the whole piece", pane, lambda frame: time_axis.zoom(1.1, 400))
    time_axis.fit(0, 100 * Q)
    measure("playing", pane, lambda frame: view.move_playhead(frame * Q / 4))
    notes = pane.editor.notes
    some, whole = np.zeros(len(notes), bool), np.ones(len(notes), bool)
    some[:200] = True
    measure("dragging 200 notes", pane, lambda f: pane.editor.sketch(*moved(notes, some, f * 10, f % 3)))
    measure("dragging all notes", pane, lambda f: pane.editor.sketch(*moved(notes, whole, f * 10, f % 3)))
    pane.editor.drop()
    made = many_notes(2000)
    pane.view.set_option("ghosts", False)

    def grow(frame: int) -> None:
        pane.show_preview(Score((Track(made[: (frame + 1) * 2000 // FRAMES]),)))

    time_axis.fit(0, 2000 * Q / 16)
    measure("a preview growing to 2,000 notes", pane, grow)
    pane.shut_down()


if __name__ == "__main__":
    main()
