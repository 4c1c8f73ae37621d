"""What the model that comes with the plugin can do, on pictures made here."""

from pathlib import Path

import numpy as np
import pytest
from morpher_toys import film, image, outputs

from artstudio.sdk import Run
from artstudio.sdk.nn.arrays import Pixels
from artstudio_vae_morpher.actions import VaeMorpher
from artstudio_vae_morpher.judging import psnr
from artstudio_vae_morpher.model import load
from artstudio_vae_morpher.params import BlendParams, DenoiseParams, MorphParams, SampleParams, VaryParams
from artstudio_vae_morpher.spoiling import blocked, noisy

STARTER = Path(__file__).parents[3] / "resources" / "models" / "vae-morpher" / "starter"
morpher = VaeMorpher()


def painted(seed: int) -> Pixels:
    """Sky, land and a sun, with soft edges and some relief."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[:128, :128] / 128
    horizon = chance.uniform(0.4, 0.7) + 0.06 * np.sin(chance.uniform(4, 9) * x)
    land = 1 / (1 + np.exp(-(y - horizon) * 60))[..., None]
    sky, ground, sun = chance.integers(110, 220, 3), chance.integers(30, 110, 3), chance.integers(200, 256, 3)
    scene = sky * (1 - land) + ground * land
    disc = np.exp(-((x - chance.uniform(0.2, 0.8)) ** 2 + (y - 0.25) ** 2) * 90)[..., None]
    relief = 8 * np.sin(40 * x + 9 * np.sin(11 * y))[..., None] * land
    made: Pixels = np.clip(scene * (1 - disc) + sun * disc + relief, 0, 255).astype(np.uint8)
    return made


@pytest.fixture(scope="module")
def run() -> Run:
    return Run(seed=1, model=STARTER, threads=1)


def test_it_is_whole_and_small_enough_to_ship() -> None:
    load(STARTER)
    assert (STARTER / "MODEL_CARD.md").exists()
    assert (STARTER / "model.safetensors").stat().st_size <= 11 * 2**20


def test_a_morph_begins_and_ends_near_its_pictures_and_is_neither_between(run: Run) -> None:
    one, other = painted(1), painted(2)
    frames = film(morpher.morph(run, [image(one), image(other)], MorphParams(frames=9)))
    assert psnr(frames[0], one) > 27
    assert psnr(frames[-1], other) > 27
    fade = (frames[0].astype(int) + frames[-1]) // 2
    assert psnr(frames[4], fade.astype(np.uint8)) < 30  # something of its own
    steps = np.abs(np.diff(frames.astype(int), axis=0)).mean((1, 2, 3))
    assert steps.max() < 2.5 * steps.mean()


def test_another_seed_turns_other_parts_first(run: Run) -> None:
    stops = [image(painted(1)), image(painted(2))]
    first, other = (
        film(morpher.morph(Run(seed, model=STARTER), stops, MorphParams(frames=5)))[2].astype(int)
        for seed in (1, 2)
    )
    assert np.abs(first - other).mean() > 2


@pytest.mark.parametrize("sigma", [10, 25, 45])
def test_noise_of_any_strength_is_taken_off_unasked(run: Run, sigma: int) -> None:
    clean = painted(3)
    bad = noisy(clean.astype(np.float32), sigma, np.random.default_rng(0))
    spoilt = np.clip(np.rint(bad), 0, 255).astype(np.uint8)
    (made,) = outputs(morpher.denoise(run, image(spoilt), None, DenoiseParams()))
    assert psnr(made.pixels[..., :3], clean) > psnr(spoilt, clean) + 6


def test_blocks_go_and_a_clean_picture_stays(run: Run) -> None:
    clean = painted(4)
    rough = blocked(clean, 12)
    (made,) = outputs(morpher.denoise(run, image(rough), None, DenoiseParams()))
    assert psnr(made.pixels[..., :3], clean) > psnr(rough, clean) + 0.5
    (kept,) = outputs(morpher.denoise(run, image(clean), None, DenoiseParams()))
    assert psnr(kept.pixels[..., :3], clean) > 36


def test_strength_goes_from_nothing_to_smooth(run: Run) -> None:
    bad = noisy(painted(5).astype(np.float32), 20, np.random.default_rng(0))
    spoilt = np.clip(np.rint(bad), 0, 255).astype(np.uint8)
    fine = []
    for strength in (0, 0.5, 1, 2):
        (made,) = outputs(morpher.denoise(run, image(spoilt), None, DenoiseParams(strength=strength)))
        fine.append(np.abs(np.diff(made.pixels[..., :3].astype(int), axis=1)).mean())
    assert fine == sorted(fine, reverse=True)
    assert fine[0] > 1.5 * fine[1] > 4 * fine[-1]


def test_a_sample_has_masses_as_pictures_have_and_noise_has_not(run: Run) -> None:
    for seed in range(3):
        asked = SampleParams(width=128, height=128, grain=0)
        (made,) = outputs(morpher.sample(Run(seed, model=STARTER), asked))
        pixels = made.pixels[..., :3].astype(float)
        masses = pixels.reshape(8, 16, 8, 16, 3).mean((1, 3)).std()
        fine = np.abs(np.diff(pixels, axis=1)).mean()
        assert masses > 2 * fine
        assert masses > 8


def test_blend_and_vary_stay_near_where_they_are(run: Run) -> None:
    stops = [image(painted(seed)) for seed in range(4)]
    (corner,) = outputs(morpher.blend(run, stops, BlendParams(across=1, down=0)))
    assert psnr(corner.pixels[..., :3], painted(1)) > 27
    (still,) = outputs(morpher.vary(run, stops[0], VaryParams(amount=0, grain=0)))
    assert psnr(still.pixels[..., :3], painted(0)) > 27
    near, far = (
        psnr(
            outputs(morpher.vary(run, stops[0], VaryParams(amount=a, grain=0)))[0].pixels[..., :3], painted(0)
        )
        for a in (0.2, 0.9)
    )
    assert near > far + 2
