"""How soon notes come after the click, and how much faster than it plays music is made.

    python tests/benchmarks/first_notes.py [TUNE.mid]

A fresh studio continues a tune once with a cold worker and several times with a warm one, as the window does.
Prints seconds to the first preview with notes, notes a second, and seconds of music a second of work.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Job, Outcome
from artstudio.media.midi import read_midi
from artstudio.sdk import Clock, Output, Preview, Score, Track, notes_array
from artstudio.sdk.events import Event
from artstudio.studio.generate import Generation, start_generation
from artstudio.studio.studio import Studio

BARS = 16
WARM_RUNS = 7


def usual_tune() -> Score:
    """Eight bars of a scale, where no tune is given."""
    pitches = [60, 62, 64, 65, 67, 69, 71, 72] * 4
    return Score((Track(notes_array([(i * 480, 480, pitch, 80) for i, pitch in enumerate(pitches)])),))


def measured(studio: Studio, tune: Score, seed: int) -> tuple[float, float, float]:
    """Seconds to the first preview, notes a second, seconds of music a second, for one continuation."""
    first: list[float] = []
    results: list[Score] = []

    def hear(_: Job, event: Event | None) -> None:
        if not isinstance(event, Preview | Output) or not isinstance(event.value, Score):
            return
        if not first and event.value.note_count > tune.note_count:
            first.append(time.perf_counter())
        if isinstance(event, Output):
            results.append(event.value)

    began = time.perf_counter()
    job = start_generation(
        studio, Generation("rnn-composer", "continue", {"score": tune}, {"bars": BARS}, seed), hear
    )
    job.wait()
    spent = time.perf_counter() - began
    if job.outcome is not Outcome.DONE:
        raise SystemExit(str(job.error))
    clock = Clock(results[0])
    music = clock.seconds(results[0].end_tick) - clock.seconds(tune.end_tick)
    return first[0] - began, (results[0].note_count - tune.note_count) / spent, music / spent


def main() -> None:
    """Prints the figures."""
    tune = read_midi(Path(sys.argv[1])) if len(sys.argv) > 1 else usual_tune()
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Folders.under(Path(home)), Settings())
        try:
            cold = measured(studio, tune, 0)
            warm = [measured(studio, tune, seed) for seed in range(1, WARM_RUNS + 1)]
        finally:
            studio.close()
    medians = [statistics.median(row[i] for row in warm) for i in range(3)]
    print(f"first notes, cold worker: {cold[0]:.2f} s")  # noqa: T201
    print(f"first notes, warm worker: {medians[0]:.2f} s (worst {max(row[0] for row in warm):.2f} s)")  # noqa: T201
    print(f"notes a second, warm: {medians[1]:.0f}; times faster than it plays: {medians[2]:.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
