"""Making roughs of pictures to learn from."""

import numpy as np
from painter_toys import landscape

from artstudio.sdk.nn.patches import patch_distance
from artstudio_gan_painter.continuing import continued
from artstudio_gan_painter.crops import Crops
from artstudio_gan_painter.filling import pushed_in
from artstudio_gan_painter.judging import keeping
from artstudio_gan_painter.roughs import any_rough, standard_rough


def test_the_standard_rough_has_few_colours_and_keeps_the_whole() -> None:
    picture = landscape(256, 256)
    rough = standard_rough(picture)
    assert len(np.unique(rough.reshape(-1, 3), axis=0)) <= 10
    assert keeping(rough, picture) < 0.04
    assert patch_distance(rough, picture) > 5 * patch_distance(picture, picture)


def test_roughs_are_of_many_kinds_but_always_of_the_picture() -> None:
    picture, chance = landscape(224, 224, 4), np.random.default_rng(1)
    roughs = [any_rough(picture, chance) for _ in range(24)]
    assert all(rough.shape == picture.shape for rough in roughs)
    assert max(keeping(rough, picture) for rough in roughs) < 0.2
    assert len({rough.tobytes() for rough in roughs}) > 20


def test_examples_come_in_the_ranges_the_painter_knows() -> None:
    crops = Crops([landscape(96, 120, seed) for seed in range(3)], 64, seed=2)
    examples = crops.batch(24)
    assert all(example.real.shape == example.rough.shape == (3, 64, 64) for example in examples)
    assert all(abs(example.rough).max() <= 1.001 and abs(example.real).max() <= 1 for example in examples)
    assert {float(value) for example in examples for value in np.unique(example.known)} == {0.0, 1.0}
    assert any(example.guess.any() for example in examples)


def test_unknown_pixels_are_filled_from_around() -> None:
    colours = np.zeros((33, 47, 3), np.float32)
    colours[:, :20], colours[:, 30:] = 10, 20
    known = np.ones((33, 47), np.float32)
    known[:, 20:30] = 0
    filled = pushed_in(colours, known)
    assert np.allclose(filled[known > 0], colours[known > 0])
    assert (filled[known == 0] >= 9.9).all()
    assert (filled[known == 0] <= 20.1).all()


def test_bands_run_on_into_what_is_unknown() -> None:
    bands = np.zeros((240, 240, 3), np.uint8)
    bands[(np.arange(240) // 40) % 2 == 0] = (200, 120, 40)
    known = np.ones((240, 240), np.float32)
    known[:, 170:] = 0
    rough = continued(np.where(known[..., None] > 0, bands, 0).astype(np.uint8), known, seed=1)
    assert rough.shape == bands.shape
    assert np.abs(rough[:, 190:].astype(int) - bands[:, 190:]).mean() < 30
    assert np.array_equal(rough, continued(bands, known, seed=1))


def test_hardly_anything_known_is_no_hindrance() -> None:
    known = np.zeros((30, 50), np.float32)
    known[0, 0] = 1
    assert continued(landscape(50, 30), known, seed=0).shape == (30, 50, 3)
