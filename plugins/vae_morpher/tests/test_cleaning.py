"""Cleaning pictures."""

from pathlib import Path

import numpy as np
import pytest
from morpher_toys import image, outputs, scene

from artstudio.sdk import Image, InvalidValue, Run
from artstudio_vae_morpher import cleaning
from artstudio_vae_morpher.actions import VaeMorpher
from artstudio_vae_morpher.cleaning import cleaned
from artstudio_vae_morpher.model import load
from artstudio_vae_morpher.params import DenoiseParams
from artstudio_vae_morpher.spoiling import blocked, noisy, scratched

morpher = VaeMorpher()


def test_tiles_make_the_same_picture_as_one_piece(toy_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = load(toy_model).cleaner.eval()
    pixels = scene(150, 120)
    *_, (_, _, whole) = cleaned(network, pixels, 20.0)
    monkeypatch.setattr(cleaning, "TILE_PX", 48)
    *_, (done, count, tiled) = cleaned(network, pixels, 20.0)
    assert done == count == 12
    assert np.abs(whole.astype(int) - tiled).max() <= 2  # half precision


def test_only_what_the_mask_covers_is_cleaned_and_transparency_stays(run: Run) -> None:
    pixels = np.dstack([scene(64, 64), np.full((64, 64), 200, np.uint8)])
    mask = np.zeros((64, 64, 4), np.uint8)
    mask[:, 32:] = 255
    (made,) = outputs(morpher.denoise(run, Image(pixels), Image(mask), DenoiseParams()))
    assert np.array_equal(made.pixels[:, :32], pixels[:, :32])
    assert not np.array_equal(made.pixels[:, 32:, :3], pixels[:, 32:, :3])
    assert (made.pixels[..., 3] == 200).all()


def test_a_mask_of_another_size_is_refused(run: Run) -> None:
    with pytest.raises(InvalidValue, match="as large as the picture"):
        outputs(morpher.denoise(run, image(scene()), image(scene(20, 20)), DenoiseParams()))


@pytest.mark.parametrize("size", [(1, 1), (3, 17), (65, 9)])
def test_pictures_of_any_size_keep_it(run: Run, size: tuple[int, int]) -> None:
    pixels = np.full((*size, 3), 90, np.uint8)
    (made,) = outputs(morpher.denoise(run, Image(pixels), None, DenoiseParams()))
    assert made.pixels.shape[:2] == size
    assert np.abs(made.pixels[..., :3].astype(int) - 90).max() < 80  # a number at all


def test_pictures_are_spoilt_as_asked() -> None:
    chance = np.random.default_rng(0)
    clean = scene(128, 128)
    spread = (noisy(clean.astype(np.float32), 25, chance) - clean).std()
    assert spread == pytest.approx(25, rel=0.02)
    rough, fine = (np.abs(blocked(clean, quality).astype(int) - clean).mean() for quality in (8, 90))
    assert rough > 2 * fine
    changed = (scratched(clean, chance) != clean).any(2).mean()
    assert 0.001 < changed < 0.3
