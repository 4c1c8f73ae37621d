"""Codes and back, in one piece or in bands."""

from pathlib import Path

import numpy as np
import pytest
import torch
from morpher_toys import image, outputs, scene

from artstudio.sdk import BadModel, Progress, Run
from artstudio_vae_morpher import codes as coding
from artstudio_vae_morpher.actions import VaeMorpher
from artstudio_vae_morpher.blending import blended, shares
from artstudio_vae_morpher.codes import MorpherCoder, done
from artstudio_vae_morpher.model import load
from artstudio_vae_morpher.params import BlendParams, SampleParams, VaryParams
from artstudio_vae_morpher.shape import DETAIL, GLOBAL

morpher = VaeMorpher()


@pytest.fixture
def coder(toy_model: Path) -> MorpherCoder:
    return MorpherCoder(load(toy_model).eval())


def test_a_code_of_128_pixels_has_2176_numbers(coder: MorpherCoder) -> None:
    codes = coder.encoded(scene(128, 128))
    assert codes.whole.numel() + codes.detail.numel() == GLOBAL + DETAIL * 16 * 16 == 2176


def test_bands_make_the_same_picture_as_one_piece(
    coder: MorpherCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = scene(32, 400, 4)
    whole = coder.encoded(pixels)
    picture = coder.pictures([whole], 32, 400, grain=1, seed=2)
    monkeypatch.setattr(coding, "_BAND", 10)
    banded = coder.encoded(pixels)
    assert torch.allclose(whole.detail, banded.detail, atol=0.02)
    again = coder.pictures([whole], 32, 400, grain=1, seed=2)
    assert np.abs(picture.astype(int) - again).max() <= 2  # half precision


def test_the_way_back_to_noise_and_forth_again_is_the_same_code(coder: MorpherCoder) -> None:
    codes = done(coder.traced(coder.encoded(scene(seed=5))))
    assert codes.origin is not None
    back = done(coder.made_of(codes.origin.whole_noise, codes.origin.detail_noise))
    assert torch.allclose(back.detail, codes.detail, atol=0.2)


def test_the_puck_shares_pictures_out() -> None:
    assert shares(4, 1, 1) == [0, 0, 0, 1]
    assert shares(4, 0.5, 0.5) == [0.25] * 4
    assert shares(3, 0.3, 1)[2] == 1
    assert shares(2, 0.25, 0.9) == [0.75, 0.25]
    for count in (1, 2, 3, 4):
        assert sum(shares(count, 0.3, 0.6)) == pytest.approx(1)


def test_in_a_corner_the_blend_is_that_picture(coder: MorpherCoder) -> None:
    corners = [coder.encoded(scene(seed=seed)) for seed in range(4)]
    assert done(blended(coder, corners, 1, 0, "growing", 1)) is corners[1]
    near = done(blended(coder, corners, 0.999, 0.001, "growing", 1))
    middle = done(blended(coder, corners, 0.5, 0.5, "growing", 1))
    to_corner = [(one.detail - corners[1].detail).square().mean() for one in (near, middle)]
    assert to_corner[0] < 0.05 * to_corner[1]


def test_blend_sample_and_vary_make_pictures_of_the_size_asked(run: Run) -> None:
    pictures = [image(scene(50, 40, seed)) for seed in range(3)]
    (made,) = outputs(morpher.blend(run, pictures, BlendParams(across=0.2, down=0.4)))
    assert (made.width, made.height) == (50, 40)
    (made,) = outputs(morpher.sample(run, SampleParams(width=80, height=64)))
    assert (made.width, made.height) == (80, 64)
    (made,) = outputs(morpher.vary(run, pictures[0], VaryParams()))
    assert (made.width, made.height) == (50, 40)


def test_blend_and_sample_can_be_stopped_on_the_way(run: Run) -> None:
    pictures = [image(scene(50, 40, seed)) for seed in range(3)]
    for events, least in (
        (VaeMorpher().blend(run, pictures, BlendParams()), 4 * len(pictures)),
        (VaeMorpher().sample(run, SampleParams(width=64, height=64)), 20),
    ):
        assert sum(isinstance(event, Progress) for event in events) >= least


def test_samples_differ_by_seed_and_directions_move_a_picture(run: Run, toy_model: Path) -> None:
    other = Run(seed=2, model=toy_model)
    first, again, second = (
        outputs(morpher.sample(each, SampleParams(width=64, height=64)))[0] for each in (run, run, other)
    )
    assert first == again
    assert first != second
    still, moved = (
        outputs(morpher.vary(run, image(scene()), VaryParams(amount=0, direction_1=value)))[0]
        for value in (0, 3)
    )
    assert still != moved


def test_a_model_of_another_plugin_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"family": "gan-painter", "version": 1}')
    with pytest.raises(BadModel, match="not one of the VAE morpher's"):
        outputs(VaeMorpher().sample(Run(1, model=tmp_path), SampleParams()))
