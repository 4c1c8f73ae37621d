"""Measures rendering a film: frames a second, memory, and how long other threads of the program must wait.

python tests/benchmarks/film_rendering.py [MINUTES...] (small films so long; without: all sizes and formats)
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import psutil

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Canvas
from artstudio.documents.film import Clip, Film
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.sheet import Sheet
from artstudio.media.footage import Frames, write_footage
from artstudio.sdk import Track, notes_array
from artstudio.studio.rendering import RenderSettings, render
from artstudio.studio.studio import Studio

FPS = 24


def morph(count: int, side: int) -> Iterator[Frames]:
    """Smooth waves of colour with a little grain, as a morpher makes them."""
    y, x = np.mgrid[:side, :side] / side * 6
    grain = np.random.default_rng(0).integers(0, 6, (side, side, 1))
    for number in range(count):
        at = number / 9
        waves = [np.sin(x + at) + np.cos(y - at), np.sin(x * 2 - at), np.cos(x + y + at / 2)]
        yield (np.stack(waves, 2) * 55 + 122 + grain).astype(np.uint8)[None]


def sheet_of(folder: Path, seconds: int, side: int, width: int, height: int) -> Sheet:
    """A film of ten-second footage, over and over, with a tune in three tracks."""
    footage = write_footage(folder, FPS, morph(10 * FPS, side))
    clips = tuple(Clip(f"c{n}", "", footage, n * 10 * FPS, 10 * FPS) for n in range(seconds // 10))
    tracks = tuple(
        MusicTrack(f"t{n}", Track(notes_array([(beat * 240, 230, 40 + beat * (5 + n) % 40, 80)
                                               for beat in range(seconds * 4)]), program=n * 8))
        for n in range(3)
    )  # fmt: skip
    return Sheet(Canvas(width, height), Music(tracks=tracks), film=Film(clips, FPS))


class Watch:
    """Looks every few milliseconds: for the memory of this process and its children, and for late waking."""

    def __init__(self) -> None:
        self.most_mib, self.latest_ms = 0.0, 0.0
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._memory), threading.Thread(target=self._waking)]

    def __enter__(self) -> Watch:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _memory(self) -> None:
        own = psutil.Process()
        base = own.memory_info().rss
        while not self._over.wait(0.25):
            size = own.memory_info().rss - base
            for child in own.children(recursive=True):
                try:
                    size += child.memory_info().rss
                except psutil.Error:
                    continue
            self.most_mib = max(self.most_mib, size / 2**20)

    def _waking(self) -> None:
        while not self._over.is_set():
            began = time.perf_counter()
            self._over.wait(0.002)
            self.latest_ms = max(self.latest_ms, (time.perf_counter() - began) * 1000 - 2)


def measure(studio: Studio, sheet: Sheet, path: Path, settings: RenderSettings) -> None:
    """Prints what one render took."""
    began = time.perf_counter()
    with Watch() as watch:
        for _progress in render(studio, sheet, path, settings):
            pass
    took = time.perf_counter() - began
    canvas = sheet.canvas
    print(  # noqa: T201
        f"{settings.suffix} {settings.quality} {canvas.width_px}x{canvas.height_px}, "
        f"{sheet.film.frames / FPS:.0f} s: {sheet.film.frames / took:.1f} frames/s, "
        f"{watch.most_mib:.0f} MiB at most, woken {watch.latest_ms:.1f} ms late at most",
        flush=True,
    )


def main() -> None:
    """Run all measurements."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        studio = Studio(Folders.under(folder / "home"), Settings(), packages=False)
        for minutes in map(int, sys.argv[1:]):
            sheet = sheet_of(folder / "footage", minutes * 60, 256, 640, 360)
            measure(studio, sheet, folder / "long.mp4", RenderSettings(quality="draft"))
        for width, height in () if sys.argv[1:] else ((512, 512), (1280, 720), (1920, 1080)):
            sheet = sheet_of(folder / "footage", 10, 512, width, height)
            for suffix in (".mp4", ".webm"):
                measure(studio, sheet, folder / f"film{suffix}", RenderSettings(suffix))
        for suffix in () if sys.argv[1:] else (".gif", ".webp", ".png"):
            sheet = sheet_of(folder / "footage", 10, 256, 320, 320)
            measure(studio, sheet, folder / f"film{suffix}", RenderSettings(suffix))
        studio.close()


if __name__ == "__main__":
    main()
