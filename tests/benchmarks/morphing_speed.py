"""How fast the morpher's starter morphs and blends, through the studio as the window uses it, and its memory.

    python tests/benchmarks/morphing_speed.py [--frames 24] [--side 256] [--long 5000]

Warm: the first of each is not counted. `morph_s` is the time from the question to the finished footage,
`blends` answers a second at 128 x 128 with the puck at another place each time (four pictures), `worker_mib`
what the worker holds after a film of `--frames` and `long_worker_mib` at most while it makes one of `--long`
frames of 64 x 64.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

import numpy as np

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Outcome
from artstudio.sdk import Image, Media
from artstudio.studio.generate import Generation, start_generation
from artstudio.studio.studio import Studio
from tests.benchmarks.composer_baseline import say


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=24)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--long", type=int, default=0)
    asked = parser.parse_args()
    found: dict[str, float] = {"cores": len(os.sched_getaffinity(0))}
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Folders.under(Path(home)), Settings(), packages=False)
        try:
            stops: list[Media] = [picture(asked.side, seed) for seed in (1, 2)]
            params = {"frames": asked.frames}
            for _ in range(3):
                taken = seconds(studio, Generation("vae-morpher", "morph", {"pictures": stops}, params))
                found["morph_s"] = min(taken, found.get("morph_s", taken))
            found["worker_mib"] = max(studio.host.memory_bytes().values()) / 2**20
            corners: list[Media] = [picture(128, seed) for seed in range(4)]
            times = []
            for number in range(40):
                place = {"across": number % 7 / 7, "down": number % 5 / 5}
                times.append(
                    seconds(studio, Generation("vae-morpher", "blend", {"pictures": corners}, place))
                )
            found["blends"] = 1 / float(np.median(times[5:]))
            if asked.long:
                found["long_worker_mib"] = most_memory(studio, asked.long) / 2**20
        finally:
            studio.close()
    say(json.dumps({name: round(value, 3) for name, value in found.items()}))


def picture(side: int, seed: int) -> Image:
    """Soft masses of colour with some grain."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 256, (8, 8, 3)).astype(np.float32).repeat(side // 8, 0).repeat(side // 8, 1)
    return Image(np.clip(coarse + chance.normal(0, 12, coarse.shape), 0, 255).astype(np.uint8))


def seconds(studio: Studio, generation: Generation) -> float:
    """From the question to the end."""
    began = time.perf_counter()
    job = start_generation(studio, generation)
    job.wait()
    assert job.outcome is Outcome.DONE, job.error
    return time.perf_counter() - began


def most_memory(studio: Studio, frames: int) -> float:
    """The most bytes that a worker holds while it makes a long film."""
    stops: list[Media] = [picture(64, seed) for seed in (1, 2)]
    job = start_generation(
        studio, Generation("vae-morpher", "morph", {"pictures": stops}, {"frames": frames})
    )
    most = 0.0
    while not job.wait(0.2):
        most = max([most, *studio.host.memory_bytes().values()])
    assert job.outcome is Outcome.DONE, job.error
    return most


if __name__ == "__main__":
    main()
