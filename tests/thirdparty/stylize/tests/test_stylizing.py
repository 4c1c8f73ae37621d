"""What an artist gets: pictures of the right size, in the right manner, the same each time."""

from typing import Any

import numpy as np
import pytest
import torch
from stylize_toys import STARTER, result, scene, strokes

from artstudio.sdk import Image, InvalidValue, Preview, Progress, Run
from artstudio.sdk.nn.arrays import as_floats, as_pixels
from artstudio_stylize.actions import Stylize
from artstudio_stylize.blending import shares
from artstudio_stylize.fast import fast
from artstudio_stylize.judging import losses
from artstudio_stylize.model import load
from artstudio_stylize.params import StylizeParams
from artstudio_stylize.pictures import canvas, sizes
from artstudio_stylize.steps import Wish

plugin = Stylize()
STYLE = Image(strokes())


def made(
    run: Run, picture: Image, styles: list[Image] | None = None, mask: Image | None = None, **values: Any
) -> Image:
    values = {"steps": 3, **values}
    return result(plugin.stylize(run, picture, styles or [STYLE], StylizeParams(**values), mask))


@pytest.mark.parametrize("mode", ["fast", "iterative"])
@pytest.mark.parametrize("size", [(1, 1), (1, 40), (37, 23), (8, 8)])
def test_a_picture_of_any_size_keeps_its_size_and_alpha(run: Run, mode: str, size: tuple[int, int]) -> None:
    pixels = np.dstack([scene(*size), np.random.default_rng(0).integers(0, 256, size[::-1], np.uint8)])
    found = made(run, Image(pixels), mode=mode).pixels
    assert found.shape == pixels.shape
    assert np.array_equal(found[..., 3], pixels[..., 3])
    clear = pixels[..., 3] == 0
    assert np.array_equal(found[clear], pixels[clear])


@pytest.mark.parametrize("mode", ["fast", "iterative"])
def test_strength_0_gives_the_picture_back_and_little_strength_changes_little(run: Run, mode: str) -> None:
    picture = Image(scene())
    assert made(run, picture, strength=0, mode=mode) == picture
    apart = [
        np.abs(made(run, picture, strength=strength, mode=mode).pixels.astype(int) - picture.pixels).mean()
        for strength in (0.05, 1.0)
    ]
    assert apart[0] < 0.5 * apart[1]


@pytest.mark.parametrize("mode", ["fast", "iterative"])
def test_the_style_comes_nearer_and_the_content_stays(run: Run, mode: str) -> None:
    content, style = scene(96, 96, 1), strokes(96, 2)
    found = made(run, Image(content), [Image(style)], mode=mode, strength=0.8, steps=20).pixels[..., :3]
    networks = load(STARTER)
    _, before = losses(networks, content, content, style, "cpu")
    kept, after = losses(networks, found, content, style, "cpu")
    assert after < 0.7 * before
    nothing_kept, _ = losses(networks, style, content, style, "cpu")
    assert kept < 0.9 * nothing_kept


@pytest.mark.parametrize("mode", ["fast", "iterative"])
def test_a_seed_decides_all_chance(run: Run, mode: str) -> None:
    picture = Image(scene())
    first = made(run, picture, mode=mode)
    assert made(run, picture, mode=mode) == first
    assert made(Run(seed=2, model=run.model), picture, mode=mode) != first


def test_only_what_the_mask_covers_is_painted(run: Run) -> None:
    picture = Image(scene())
    cover = np.zeros((80, 96), np.uint8)
    cover[20:60, 20:60] = 255
    found = made(run, picture, mask=Image(cover)).pixels
    changed = (found != picture.pixels).any(2)
    assert not changed[cover == 0].any()
    assert changed[cover > 0].mean() > 0.9
    nothing = Image(np.zeros((80, 96), np.uint8))
    assert made(run, picture, mask=nothing) == picture
    with pytest.raises(InvalidValue, match="as large as the picture"):
        made(run, picture, mask=STYLE)


def test_tiles_fit_together_without_a_seam() -> None:
    networks = load(STARTER).eval().requires_grad_(False)
    content, style = canvas(Image(scene(330, 200)), "cpu"), canvas(STYLE, "cpu")
    wish = Wish(content, (style,), (1.0,), 0.9, 1.0)
    pictures = []
    for inside_px in (128, 4096):
        chance = torch.Generator().manual_seed(0)
        working = fast(networks, wish, chance, inside_px=inside_px)
        while True:
            try:
                next(working)
            except StopIteration as end:
                pictures.append(as_pixels(end.value[0].numpy()).astype(int))
                break
    # half precision rounds the moments of pieces and of the whole otherwise
    assert np.abs(pictures[0] - pictures[1]).max() <= 6
    assert np.abs(pictures[0] - pictures[1]).mean() < 0.5


def test_iterative_tiles_show_no_seam(run: Run) -> None:
    small = Run(seed=1, model=run.model, shrink=0.1)  # pieces of 128 pixels, so that there are two
    found = made(small, Image(scene(256, 96)), mode="iterative", strength=1, steps=6).pixels[..., :3]
    across = np.abs(np.diff(found.astype(int), axis=1)).mean((0, 2))
    assert across[127] < 2 * np.median(across[96:160]) + 2


def test_colours_can_be_kept(run: Run) -> None:
    picture = Image(scene(64, 64, 3))
    found = made(run, picture, colours=1.0, strength=1).pixels[..., :3].astype(float)
    luma = np.array([0.299, 0.587, 0.114])
    own = picture.pixels[..., :3].astype(float)
    hues = [one - (one @ luma)[..., None] for one in (found, own)]
    inside = ((found > 0) & (found < 255)).all(2)
    assert np.abs(hues[0] - hues[1])[inside].max() < 2.5
    assert np.abs(found - own).mean() > 2


def test_two_styles_are_mixed_and_at_a_side_there_is_one(run: Run) -> None:
    picture, other = Image(scene()), Image(strokes(96, 7))
    alone = made(run, picture, [STYLE])
    left, middle, right = (
        made(run, picture, [STYLE, other], across=x).pixels.astype(int) for x in (0, 0.5, 1)
    )
    assert np.array_equal(left, alone.pixels)
    means = [one[..., :3].mean((0, 1)) for one in (left, middle, right)]
    assert np.abs(means[1] - (means[0] + means[2]) / 2).max() < 8
    for count in range(1, 5):
        assert sum(shares(count, 0.3, 0.8)) == pytest.approx(1)
        assert len(shares(count, 0.3, 0.8)) == count


def test_stroke_size_matters_and_extremes_work(run: Run) -> None:
    picture = Image(scene())
    found = [made(run, picture, strokes=size) for size in (0.25, 1, 4)]
    assert found[0] != found[1] != found[2]


def test_it_shows_how_far_it_is(run: Run) -> None:
    events = list(plugin.stylize(run, Image(scene()), [STYLE], StylizeParams(mode="iterative", steps=5)))
    shares = [event.done for event in events if isinstance(event, Progress)]
    assert len(shares) >= 6
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert all(event.value.pixels.shape == (80, 96, 4) for event in events if isinstance(event, Preview))


def test_sizes_begin_small_and_end_with_the_pictures_own() -> None:
    assert sizes(100, 3000) == [(100, 3000)]
    assert sizes(1024, 1500) == [(256, 375), (512, 750), (1024, 1500)]


def test_floats_and_pixels_are_what_a_canvas_holds() -> None:
    assert np.allclose(canvas(STYLE, "cpu").colours[0].numpy(), as_floats(strokes()), atol=1e-5)
