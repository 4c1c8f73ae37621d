"""How good a VAE morpher is, on pictures it never learned from.

    python tests/benchmarks/morpher_quality.py MODEL_DIR --data PICTURES [--data ...] [--filters]

All figures are of weights as stored, over the middle 128 x 128 pixels of each picture set aside, each
painting once. `--filters` also finds the best setting of each classical filter (minutes).
"""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np

from artstudio.sdk.nn.arrays import Pixels, as_floats
from artstudio.sdk.nn.patches import pooled_patch_distance
from artstudio.sdk.nn.pictures import read_corpus
from artstudio_vae_morpher.cleaning import cleaned_unasked
from artstudio_vae_morpher.codes import MorpherCoder, done
from artstudio_vae_morpher.crops import Crops
from artstudio_vae_morpher.judging import held_out_crop, psnr, restored
from artstudio_vae_morpher.model import Morpher, load
from artstudio_vae_morpher.paths import walked
from artstudio_vae_morpher.spoiling import USUAL_SIGMA, with_noise
from tests.benchmarks.composer_baseline import finished, say
from tests.benchmarks.denoising_filters import candidates

BLOCK, CODE = 8, 2176
BETWEEN = 9


def main() -> None:
    command()


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--data", multiple=True, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--filters/--no-filters", default=False)
@click.option("--threads", default=1)
def command(folder: Path, data: tuple[Path, ...], filters: bool, threads: int) -> None:
    import torch

    torch.set_num_threads(threads)
    torch.manual_seed(0)
    corpus = finished(read_corpus(data))
    smallest: dict[str, Pixels] = {}
    for name, pixels in corpus.held_out:  # a painting at two sizes counts once, as the smaller
        stem = Path(name).stem
        if stem not in smallest or min(pixels.shape[:2]) < min(smallest[stem].shape[:2]):
            smallest[stem] = pixels
    crops = [held_out_crop(pixels) for pixels in smallest.values()]
    known = [pixels for _, pixels in corpus.train]
    model = load(folder).eval()
    found = {
        **restoring(model, crops, known),
        **global_code(model, crops),
        **cleaning(model, crops, filters=filters),
        **sampling(model, crops),
        **morphs(model, crops, known),
        "pictures": len(crops),
    }
    say(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=1))


def restoring(model: Morpher, crops: list[Pixels], known: list[Pixels]) -> dict[str, float]:
    """PSNR through the codes, and of PCA over 8 x 8 blocks with as many coefficients."""
    dealt = Crops(known, 0)
    blocks = np.concatenate([in_blocks(dealt.crop(128)) for _ in range(800)])
    mean = blocks.mean(0)
    axes = np.linalg.svd(np.cov((blocks - mean).T))[0]
    by_pca = []
    for count in (CODE // 256, CODE // 256 + 1):  # 8.5 a block: half of them have one more
        some = axes[:, :count]
        by_pca.append(np.mean([block_psnr(in_blocks(crop), mean, some) for crop in crops]))
    return {
        "psnr": float(np.mean([psnr(restored(model.autoencoder, crop), crop) for crop in crops])),
        "pca": float(np.mean(by_pca)),
    }


def in_blocks(pixels: Pixels) -> np.ndarray:
    side = pixels.shape[0] // BLOCK
    shaped = pixels.reshape(side, BLOCK, side, BLOCK, 3).transpose(0, 2, 1, 3, 4)
    return shaped.reshape(side * side, -1).astype(np.float64)


def block_psnr(blocks: np.ndarray, mean: np.ndarray, axes: np.ndarray) -> float:
    back = (blocks - mean) @ axes @ axes.T + mean
    return float(10 * np.log10(255**2 / ((np.clip(back, 0, 255) - blocks) ** 2).mean()))


def global_code(model: Morpher, crops: list[Pixels]) -> dict[str, float]:
    """The PSNR that another global code costs, and how many of its numbers tell over 0.01 nats."""
    import torch

    own = [psnr(restored(model.autoencoder, crop), crop) for crop in crops]
    other = [
        psnr(restored(model.autoencoder, crop, whole_of=crops[number - 1]), crop)
        for number, crop in enumerate(crops)
    ]
    real = torch.from_numpy(np.stack([as_floats(crop) for crop in crops]))
    with torch.no_grad():
        nats = model.autoencoder.whole(real).kl().mean(0)
    return {
        "swap_costs": float(np.mean(own) - np.mean(other)),
        "global_active": float((nats > 0.01).float().mean()),
        "global_nats": float(nats.sum()),
    }


def cleaning(model: Morpher, crops: list[Pixels], *, filters: bool) -> dict[str, float]:
    """PSNR of crops with Gaussian noise, cleaned at the level that the cleaner judges."""
    pairs = [(crop, with_noise(crop, USUAL_SIGMA, seed)) for seed, crop in enumerate(crops)]
    found = {
        "noisy": float(np.mean([psnr(bad, crop) for crop, bad in pairs])),
        "cleaned": float(np.mean([psnr(cleaned_unasked(model.cleaner, bad), crop) for crop, bad in pairs])),
    }
    if filters:
        for name, settings in candidates(USUAL_SIGMA).items():
            scores = []
            for setting in settings:
                made = [(crop, setting(bad.astype(np.float32))) for crop, bad in pairs]
                scores.append(
                    np.mean([psnr(np.clip(one, 0, 255).astype(np.uint8), crop) for crop, one in made])
                )
            found[name] = float(max(scores))
    return found


def sampling(model: Morpher, crops: list[Pixels]) -> dict[str, float]:
    """Patch distance of drawn pictures to real ones, and as a multiple of that between real halves."""
    coder = MorpherCoder(model)
    drawn = [
        coder.pictures([done(coder.sampled(16, 16, 1.0, seed))], 128, 128, grain=1, seed=seed)[0]
        for seed in range(len(crops))
    ]
    order = np.random.default_rng(0)
    halves = []
    for _ in range(8):
        mixed = order.permutation(len(crops))
        one, other = mixed[: len(crops) // 2], mixed[len(crops) // 2 :]
        halves.append(pooled_patch_distance([crops[i] for i in one], [crops[i] for i in other]))
    apart = pooled_patch_distance(drawn, crops)
    return {
        "samples_apart": apart,
        "halves_apart": float(np.mean(halves)),
        "samples_ratio": float(apart / np.mean(halves)),
    }


def morphs(model: Morpher, crops: list[Pixels], known: list[Pixels]) -> dict[str, float]:
    """In-betweens against cross-fades: how far the nearest real picture is; and how even the steps are."""
    coder = MorpherCoder(model)
    real = np.stack([features(held_out_crop(pixels)) for pixels in known])
    spread = real.std(0) + 1e-6
    ours: list[float] = []
    fades: list[float] = []
    steps: list[float] = []
    ends: list[int] = []
    for one, other in zip(crops[::2], crops[1::2], strict=False):
        codes = [coder.encoded(pixels) for pixels in (one, other)]
        way = [one for one in walked(coder, codes, BETWEEN + 2, "even", "growing", 0) if one]
        frames = coder.pictures(way, 128, 128, grain=0, seed=0)
        straight = [
            np.rint(frames[0] * (1.0 - share) + frames[-1] * share).astype(np.uint8)
            for share in np.linspace(0, 1, BETWEEN + 2)
        ]
        for kept, made in ((ours, frames), (fades, straight)):
            own = np.stack([features(pixels) for pixels in made[3:-3]])
            kept += [float(np.abs((real - each) / spread).mean(1).min()) for each in own]
        small = frames.reshape(len(frames), 64, 2, 64, 2, 3).mean((2, 4))  # without what is grain to the eye
        lengths = np.abs(np.diff(small, axis=0)).mean((1, 2, 3))
        steps.append(float(lengths.max() / lengths.mean()))
        ends += [
            np.abs(frames[at].astype(int) - restored(model.autoencoder, real_)).max()
            for at, real_ in ((0, one), (-1, other))
        ]
    return {
        "between_to_real": float(np.mean(ours)),
        "fade_to_real": float(np.mean(fades)),
        "between_nearer": float(np.mean(np.array(ours) < np.array(fades))),
        "largest_step": max(steps),
        "ends_differ": float(max(ends)),
    }


def features(pixels: Pixels) -> np.ndarray:
    """How local contrast is spread: ten quantiles of its logarithm over squares of 5 x 5, at three sizes.

    A picture has calm parts and strong ones; of two seen through each other the calm parts are gone.
    """
    import torch

    x = torch.from_numpy(as_floats(pixels))[None].mean(1, keepdim=True)
    at = torch.linspace(0.05, 0.95, 10)
    found = []
    for _ in range(3):
        spread = torch.nn.functional.unfold(x, 5)[0].std(0)
        found.append(torch.log(torch.quantile(spread, at) + 0.01))
        x = torch.nn.functional.avg_pool2d(x, 2)
    return torch.cat(found).numpy()


if __name__ == "__main__":
    main()
