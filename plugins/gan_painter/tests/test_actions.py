"""What an artist asks of the painter."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from painter_toys import image, landscape, outputs

from artstudio.sdk import BadModel, Image, InvalidValue, Notice, Run
from artstudio_gan_painter.actions import GanPainter
from artstudio_gan_painter.params import DreamParams, FillParams, PaintParams, VaryParams

painter = GanPainter()


def white(width: int, height: int, alpha: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> Image:
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[..., 3] = alpha
    return Image(pixels)


def half(width: int, height: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    alpha = np.zeros((height, width), np.uint8)
    alpha[:, width // 2 :] = 255
    return alpha


def test_paint_keeps_the_size_and_paints_everything(run: Run) -> None:
    (made,) = outputs(painter.paint(run, image(landscape(70, 50)), None, PaintParams()))
    assert (made.width, made.height) == (70, 50)
    assert (made.pixels[..., 3] == 255).all()
    assert not np.array_equal(made.pixels[..., :3], landscape(70, 50))


def test_paint_stays_in_the_mask_whether_by_alpha_or_by_white(run: Run) -> None:
    rough = image(landscape(64, 64))
    by_alpha = white(64, 64, half(64, 64))
    by_colour = Image(np.repeat(half(64, 64)[..., None], 3, 2))
    for mask in (by_alpha, by_colour):
        (made,) = outputs(painter.paint(run, rough, mask, PaintParams()))
        assert (made.pixels[:, :32] == 0).all()
        assert (made.pixels[:, 32:, 3] == 255).all()


def test_paint_covers_only_where_the_rough_does(run: Run) -> None:
    pixels = image(landscape(64, 64)).pixels.copy()
    pixels[..., 3] = half(64, 64)
    (made,) = outputs(painter.paint(run, Image(pixels), None, PaintParams()))
    assert np.array_equal(made.pixels[..., 3], pixels[..., 3])


def test_a_mask_of_another_size_is_refused(run: Run) -> None:
    with pytest.raises(InvalidValue, match="as large as the picture"):
        outputs(painter.paint(run, image(landscape(64, 64)), image(landscape(32, 32)), PaintParams()))


def test_fill_leaves_the_rest_as_it_was(run: Run) -> None:
    picture = image(landscape(96, 64))
    hole = np.zeros((64, 96), np.uint8)
    hole[20:40, 60:80] = 255
    (made,) = outputs(painter.fill(run, picture, white(96, 64, hole), FillParams(feather=0)))
    assert np.array_equal(made.pixels[hole == 0], picture.pixels[hole == 0])
    assert not np.array_equal(made.pixels[hole > 0], picture.pixels[hole > 0])


def test_fill_goes_by_what_is_transparent_where_nothing_is_masked(run: Run) -> None:
    pixels = image(landscape(64, 64)).pixels.copy()
    pixels[:, 40:] = 0
    (made,) = outputs(painter.fill(run, Image(pixels), None, FillParams()))
    assert (made.pixels[..., 3] == 255).all()


def test_fill_goes_beyond_the_border(run: Run) -> None:
    (made,) = outputs(
        painter.fill(run, image(landscape(64, 48)), None, FillParams(left=32, top=16, feather=0))
    )
    assert (made.width, made.height) == (96, 64)
    assert np.array_equal(made.pixels[16:, 32:, :3], landscape(64, 48))
    assert (made.pixels[..., 3] == 255).all()


def test_fill_says_when_there_is_nothing_to_fill(run: Run) -> None:
    events = list(painter.fill(run, image(landscape(64, 48)), None, FillParams()))
    assert any(isinstance(event, Notice) and "nothing was filled" in event.sentence for event in events)
    assert np.array_equal(outputs(events)[0].pixels[..., :3], landscape(64, 48))


def test_dream_makes_several_different_pictures(run: Run) -> None:
    made = outputs(painter.dream(run, DreamParams(width=80, height=64, count=3)))
    assert [(one.width, one.height) for one in made] == [(80, 64)] * 3
    assert not np.array_equal(made[0].pixels, made[1].pixels)
    assert made == outputs(painter.dream(run, DreamParams(width=80, height=64, count=3)))


def test_vary_with_no_amount_keeps_to_the_picture_and_a_direction_leads_away(run: Run) -> None:
    picture = image(landscape(64, 64))
    (same,) = outputs(painter.vary(run, picture, VaryParams(amount=0)))
    (moved,) = outputs(painter.vary(run, picture, VaryParams(amount=0, direction_1=3)))
    (back,) = outputs(painter.vary(run, picture, VaryParams(amount=0, direction_1=-3)))
    assert np.abs(same.pixels.astype(int) - picture.pixels).mean() < 40
    assert not np.array_equal(moved.pixels, same.pixels)
    assert not np.array_equal(moved.pixels, back.pixels)


def test_without_a_model_it_says_what_to_do(run: Run) -> None:
    with pytest.raises(BadModel, match="choose one, or train one"):
        outputs(GanPainter().paint(replace(run, model=None), image(landscape()), None, PaintParams()))


def test_a_broken_model_is_refused_with_a_sentence(run: Run, toy_model: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text((toy_model / "config.json").read_text())
    weights = bytearray((toy_model / "model.safetensors").read_bytes())
    (tmp_path / "model.safetensors").write_bytes(weights[: len(weights) // 2])
    with pytest.raises(BadModel, match="damaged"):
        outputs(GanPainter().paint(replace(run, model=tmp_path), image(landscape()), None, PaintParams()))
