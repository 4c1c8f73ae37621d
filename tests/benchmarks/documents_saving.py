"""How long a working day's project takes to save, open and journal, and what it takes in memory.

python tests/benchmarks/documents_saving.py [--side 2048] [--layers 5] [--notes 5000]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import PIL.Image
import psutil

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import PaintTiles
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import TILE, At, Tile, Tiles
from artstudio.documents.writing import Passage
from artstudio.project.archive import open_project, save_project
from artstudio.project.frames import changes
from artstudio.project.journal import Journal
from artstudio.project.recovery import recoverable
from artstudio.sdk import NOTE_DTYPE, Image, Track

T = TypeVar("T")


def painting(side: int, seed: int) -> Image:
    """Soft colours with a little grain, as a painted layer has them, in an uneven coat."""
    rng = np.random.default_rng(seed)
    coarse = (rng.random((side // 32, side // 32, 4)) * 255).astype(np.uint8)
    soft = np.asarray(PIL.Image.fromarray(coarse).resize((side, side), PIL.Image.Resampling.BICUBIC))
    grain = rng.integers(-3, 4, (side, side, 1), dtype=np.int16)
    pixels = (soft.astype(np.int16) + grain).clip(0, 255).astype(np.uint8)
    pixels[:, :, 3] = soft[:, :, 3]
    return Image(pixels)


def work(side: int, layers: int, notes: int) -> Sheet:
    """Layers full of paint, one long track and some pages of text."""
    rng = np.random.default_rng(0)
    rows = np.zeros(notes, NOTE_DTYPE)
    rows["start"], rows["length"] = np.sort(rng.integers(0, 10**6, notes)), rng.integers(1, 999, notes)
    rows["pitch"], rows["velocity"] = rng.integers(20, 100, notes), rng.integers(1, 127, notes)
    coats = [Layer(f"l{i}", f"Layer {i}", Tiles.from_image(painting(side, i))) for i in range(1, layers + 1)]
    music = Music(tracks=(MusicTrack("t1", Track(rows)),))
    return Sheet(
        Canvas(side, side, tuple(coats)), music, (Passage.plain("p1", "Story", "A line of it.\n" * 5000),)
    )


def timed(what: str, do: Callable[[], T]) -> T:
    began = time.perf_counter()
    result = do()
    took = time.perf_counter() - began
    mib = psutil.Process().memory_info().rss / 2**20
    print(f"{what:48s} {took * 1000:9.1f} ms {mib:8.0f} MiB resident")  # noqa: T201
    return result


def main() -> None:
    """Prints one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=2048)
    parser.add_argument("--layers", type=int, default=5)
    parser.add_argument("--notes", type=int, default=5000)
    options = parser.parse_args()
    sheet = timed("made", lambda: work(options.side, options.layers, options.notes))
    merged = painting(options.side, 99)
    project = Project(sheet)
    rng = np.random.default_rng(1)

    def stroke(tiles: int) -> PaintTiles:
        columns = options.side // TILE
        places = rng.permutation(columns * columns)[:tiles].tolist()
        changed: dict[At, Tile | int | None] = {
            (at % columns, at // columns): rng.integers(0xFF000000, 2**32, (TILE, TILE), dtype=np.uint32)
            for at in places
        }
        return PaintTiles("Brush", "l1", changed)

    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "work.artstudio", Path(name) / "journals"
        timed("save, first", lambda: save_project(project.sheet, path, lambda: merged))
        print(f"{'file':48s} {path.stat().st_size / 2**20:9.1f} MiB")  # noqa: T201
        written = replace(project.sheet, passages=(Passage.plain("p1", "Story", "another"),))
        timed("save, only text changed", lambda: save_project(written, path, lambda: merged))
        for size in (20, 200):
            timed(f"stroke over {size} tiles", lambda size=size: project.do(stroke(size)))  # type: ignore[misc]
        timed("save, one layer changed", lambda: save_project(project.sheet, path, lambda: merged))
        opened = timed("open", lambda: open_project(path, path.parent))
        if opened != project.sheet:
            raise SystemExit("what was opened is not what was saved")

        journal = Journal(folder, opened, path)
        project = Project(opened)
        for size in (20, 200):
            project.do(stroke(size))
            timed(f"journal: hand over a stroke of {size} tiles", lambda: journal.record(project.sheet))
            timed(f"journal: stroke of {size} noise tiles on disk", journal.flush)
        timed(
            "journal: what changed, found (nothing)",
            lambda: list(changes(project.sheet, project.sheet, None)),
        )
        repainted = Tiles.from_image(painting(options.side, 50))
        layers = (replace(project.sheet.canvas.layers[0], pixels=repainted), *project.sheet.canvas.layers[1:])
        journal.record(replace(project.sheet, canvas=replace(project.sheet.canvas, layers=layers)))
        timed("journal: a whole layer repainted, on disk", journal.flush)
        journal.close(clean=False)
        (found,) = recoverable(folder)
        timed("recover", lambda: found.load(folder / "footage"))
        found.discard()

        journal = Journal(folder, Sheet.blank())
        journal.record(opened)
        timed("journal: everything, without a base, on disk", journal.flush)
        journal.close(clean=True)


if __name__ == "__main__":
    main()
