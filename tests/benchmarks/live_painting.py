"""How many times a second a live painting is renewed, and what the studio adds to the model's own time.

    python tests/benchmarks/live_painting.py [--side 256] [--seconds 8]

Repaints a whole canvas again and again as the window's live painting does (composite, worker, tiles), with
one thread and with all cores, in turns with the plugin's action and with the bare network in this process,
which waits for its threads as a worker does. Prints repaints a second and the medians.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.tiles import Tiles
from artstudio.engine.job import Control
from artstudio.sdk import Image
from artstudio.studio.live import LiveSetting, Window, repainted
from artstudio.studio.studio import Studio


def main() -> None:
    """Prints the figures."""
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"  # as the host sets it: read when torch is loaded
    import torch

    from artstudio.sdk import Run
    from artstudio.sdk.nn.device import autocast, has_bf16
    from artstudio_gan_painter.actions import GanPainter
    from artstudio_gan_painter.model import CONDITIONS, NOISE_SCALES, load, placed
    from artstudio_gan_painter.params import PaintParams

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=256)
    parser.add_argument("--seconds", type=float, default=8.0)
    asked = parser.parse_args()
    side = asked.side
    chance = np.random.default_rng(0)
    blocks = chance.integers(0, 256, (side // 16, side // 16, 3), np.uint8).repeat(16, 0).repeat(16, 1)
    canvas = Canvas(side, side, (Layer("l1", "Rough", Tiles.from_image(Image(blocks)), rough=True),))
    window = Window((0, 0, side // 64, side // 64), (0, 0, side, side))
    setting = LiveSetting("gan-painter", "paint", {"strength": 1.0, "detail": 1.0}, 1)
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Folders.under(Path(home)), Settings(), packages=False)
        try:
            starter = studio.shelf.starter(studio.host.found("gan-painter"))
            assert starter is not None
            painter = placed(load(starter), "cpu").painter.eval()
            for threads in sorted({1, os.cpu_count() or 1}):
                torch.set_num_threads(threads)

                def whole(threads: int = threads) -> None:
                    assert (
                        len(repainted(studio, setting, canvas, window, Control(), threads))
                        == (side // 64) ** 2
                    )

                def bare() -> None:
                    with torch.inference_mode(), autocast("cpu"):
                        condition = torch.zeros(1, CONDITIONS, side, side)
                        condition = condition.contiguous(memory_format=torch.channels_last)
                        painter(condition, [torch.zeros(1, 1, side // s, side // s) for s in NOISE_SCALES])

                plugin, run = GanPainter(), Run(1, model=starter, threads=threads)

                def action(plugin: GanPainter = plugin, run: Run = run) -> None:
                    for _ in plugin.paint(run, Image(blocks), None, PaintParams()):
                        pass

                times: dict[str, list[float]] = {"whole": [], "action": [], "bare": []}
                for _ in range(3):
                    whole()
                    action()
                    bare()
                until = time.monotonic() + asked.seconds
                while time.monotonic() < until:
                    for name, work in (("whole", whole), ("action", action), ("bare", bare)):
                        began = time.perf_counter()
                        work()
                        times[name].append(time.perf_counter() - began)
                medians = {name: statistics.median(found) for name, found in times.items()}
                print(  # noqa: T201
                    f"{side} x {side}, {threads} thread(s), {'bf16' if has_bf16('cpu') else 'fp32'}: "
                    f"{1 / medians['whole']:.1f} repaints/s, bare network {medians['bare'] * 1000:.0f} ms, "
                    f"action {medians['action'] * 1000:.0f} ms, whole {medians['whole'] * 1000:.0f} ms"
                )
        finally:
            studio.close()


if __name__ == "__main__":
    main()
