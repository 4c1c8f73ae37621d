"""What the model that comes with the plugin can do, on pictures made here."""

from pathlib import Path

import numpy as np
import pytest
from painter_toys import image, landscape, outputs

from artstudio.sdk import Run
from artstudio.sdk.nn.arrays import Pixels
from artstudio_gan_painter.actions import GanPainter
from artstudio_gan_painter.judging import keeping, mean_chroma
from artstudio_gan_painter.model import load
from artstudio_gan_painter.params import DreamParams, FillParams, PaintParams, VaryParams
from artstudio_gan_painter.roughs import standard_rough

STARTER = Path(__file__).parents[3] / "resources" / "models" / "gan-painter" / "starter"
painter = GanPainter()


def painted(rough: Pixels, seed: int = 1, **params: float) -> Pixels:
    (made,) = outputs(painter.paint(Run(seed, model=STARTER), image(rough), None, PaintParams(**params)))
    return made.pixels[..., :3]


@pytest.fixture(scope="module")
def rough() -> Pixels:
    """Sky, land and a sun, blocked in."""
    y, x = np.mgrid[:192, :192] / 192
    scene = np.where((y > 0.55 + 0.1 * np.sin(7 * x))[..., None], (96, 104, 58), (140, 176, 208))
    scene[(x - 0.7) ** 2 + (y - 0.25) ** 2 < 0.01] = (242, 222, 160)
    return standard_rough(scene.astype(np.uint8))


def test_it_is_whole_and_small_enough_to_ship() -> None:
    load(STARTER)
    assert (STARTER / "MODEL_CARD.md").exists()
    assert (STARTER / "model.safetensors").stat().st_size <= 8.3 * 2**20


def test_a_painting_has_texture_but_keeps_to_its_rough(rough: Pixels) -> None:
    made = painted(rough)
    fine = [np.abs(np.diff(pixels.astype(int), axis=1)).mean() for pixels in (rough, made)]
    assert fine[1] > 2 * fine[0]
    assert keeping(made, rough) < 0.04
    assert 0.8 < mean_chroma(made) / mean_chroma(rough) < 1.25


def test_another_seed_is_seen_and_the_same_gives_the_same_bytes(rough: Pixels) -> None:
    first, again, other = (painted(rough, seed).astype(int) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert np.abs(first - other).mean() > 1


def test_detail_goes_from_calm_to_rich(rough: Pixels) -> None:
    calm, usual, rich = (
        np.abs(np.diff(painted(rough, detail=detail).astype(int), axis=1)).mean() for detail in (0, 1, 2)
    )
    assert calm < usual < rich


def test_no_lattice_shows_on_a_flat_ground() -> None:
    """A pattern that repeats every 16 pixels would stand out in the mean over all periods."""
    made = painted(np.full((256, 256, 3), (120, 130, 150), np.uint8)).astype(float).mean(2)
    folded = made.reshape(16, 16, 16, 16).mean((0, 2))
    assert folded.std() < 0.35 * made.std()


def test_dreams_differ_from_one_another() -> None:
    dreams = [
        dream.pixels[..., :3].astype(float)
        for dream in outputs(
            painter.dream(Run(5, model=STARTER), DreamParams(width=64, height=64, count=6, boldness=1))
        )
    ]
    means = np.stack([dream.reshape(8, 8, 8, 8, 3).mean((1, 3)) for dream in dreams])
    assert means.std(0).mean() > 8


def test_each_direction_changes_the_picture_in_its_own_way() -> None:
    picture = image(landscape(64, 64))
    run = Run(1, model=STARTER)

    def varied(**params: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        (made,) = outputs(painter.vary(run, picture, VaryParams(amount=0, **params)))
        return made.pixels[..., :3].astype(float)

    still = varied()
    changes = [varied(**{f"direction_{n}": 2.5}) - still for n in (1, 2, 3)]
    assert all(np.abs(change).mean() > 2 for change in changes)
    alike = np.corrcoef([change.reshape(8, 8, 8, 8, 3).mean((1, 3)).ravel() for change in changes])
    assert (alike[np.triu_indices(3, 1)] < 0.95).all()


def test_a_filled_hole_joins_its_surroundings() -> None:
    pixels = image(landscape(128, 128, 2)).pixels.copy()
    pixels[40:90, 40:90] = 0
    (made,) = outputs(
        painter.fill(Run(1, model=STARTER), type(image(landscape()))(pixels), None, FillParams())
    )
    inside, around = (
        made.pixels[45:85, 45:85, :3].mean((0, 1)),
        landscape(128, 128, 2)[30:100, 30:100].mean((0, 1)),
    )
    assert np.abs(inside - around).max() < 40
