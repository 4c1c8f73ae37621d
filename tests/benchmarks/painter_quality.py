"""Measures a GAN painter on the pictures set aside, and draws sheets to look at.

    python tests/benchmarks/painter_quality.py --data PICTURES... --model FOLDER --out FOLDER

Each held-out picture is made rough (20 x 20 cells by area, bicubic, 10 colours) at 256 x 256 and painted by
the plugin's own `paint` action at its default settings. Prints one JSON object: means over pictures, how many
pictures meet each bound by themselves, how far two seeds lie apart, whether a seed repeats its bytes.
`sheet.png` shows rough, painting, original and the two pictures of the training set nearest to the painting,
`dreams.png` dreams with their nearest training pictures.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image as pil

from artstudio.sdk import Image, Output, Run
from artstudio.sdk.nn.patches import patch_distance
from artstudio.sdk.nn.pictures import read_corpus
from artstudio_gan_painter.actions import GanPainter
from artstudio_gan_painter.judging import (
    bilateral,
    keeping,
    mean_chroma,
    middle,
    summary,
    unsharp,
)
from artstudio_gan_painter.params import DreamParams, PaintParams
from artstudio_gan_painter.roughs import standard_rough
from artstudio_gan_painter.sheet import nearest
from tests.benchmarks.composer_baseline import finished, say

if TYPE_CHECKING:
    from artstudio.sdk.nn.arrays import Pixels

SHOWN, DREAMS = 12, 12


def painted(plugin: GanPainter, rough: Pixels, run: Run) -> Pixels:
    """What the action gives."""
    *_, last = plugin.paint(run, Image(rough), None, PaintParams())
    assert isinstance(last, Output)
    return last.value.pixels[..., :3]


def main() -> None:
    """Prints the figures and writes the sheets."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=1000)
    asked = parser.parse_args()
    torch.set_num_threads(2)
    corpus = finished(read_corpus(asked.data))
    seen = {name: middle(pixels) for name, pixels in corpus.train}
    known = list(seen.values())
    held_out = {name: middle(pixels) for name, pixels in corpus.held_out}  # one of each painting's sizes
    plugin, figures, rows, seeds = GanPainter(), [], [], []
    same = True
    for number, (_, real) in enumerate(list(held_out.items())[: asked.pictures]):
        rough = standard_rough(real)
        run = Run(seed=number, model=asked.model, threads=2)
        made = painted(plugin, rough, run)
        if number < SHOWN:
            same &= np.array_equal(made, painted(plugin, rough, run))
            other = painted(plugin, rough, Run(seed=number + 1000, model=asked.model, threads=2))
            seeds.append(float(np.abs(other.astype(float) - made).mean()))
            rows.append(np.hstack([rough, made, real, *nearest(made, known, 2)]))
        figures.append(
            {
                "distance": patch_distance(made, real),
                "rough_distance": patch_distance(rough, real),
                "bilateral_distance": patch_distance(bilateral(rough), real),
                "unsharp_distance": patch_distance(unsharp(rough), real),
                "keeping": keeping(made, rough),
                "chroma": mean_chroma(made) / max(mean_chroma(rough), 1e-6),
            }
        )
    dreams = []
    for seed in range(DREAMS):
        *_, last = plugin.dream(
            Run(seed=seed, model=asked.model, threads=2), DreamParams(width=256, height=256)
        )
        assert isinstance(last, Output)
        dreams.append(
            np.hstack([last.value.pixels[..., :3], nearest(last.value.pixels[..., :3], known, 1)[0]])
        )
    asked.out.mkdir(parents=True, exist_ok=True)
    pil.fromarray(np.vstack(rows)).save(asked.out / "sheet.png")
    pil.fromarray(np.vstack([np.hstack(dreams[i : i + 3]) for i in range(0, DREAMS, 3)])).save(
        asked.out / "dreams.png"
    )
    ratios = [one["distance"] / one["rough_distance"] for one in figures]
    say(
        json.dumps(
            {
                **{name: round(value, 4) for name, value in summary(figures).items()},
                "pictures": len(figures),
                "median_ratio": round(float(np.median(ratios)), 4),
                "at_most_a_quarter": sum(ratio <= 0.25 for ratio in ratios),
                "below_both_filters": sum(
                    one["distance"] < min(one["bilateral_distance"], one["unsharp_distance"])
                    for one in figures
                ),
                "kept": sum(one["keeping"] <= 0.04 for one in figures),
                "chroma_within_a_tenth": sum(abs(one["chroma"] - 1) <= 0.1 for one in figures),
                "seeds_differ_by_levels": round(float(np.mean(seeds)), 2),
                "same_seed_same_bytes": bool(same),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
