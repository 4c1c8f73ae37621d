"""Films between pictures."""

from pathlib import Path

import numpy as np
import pytest
from morpher_toys import film, image, outputs, scene

from artstudio.sdk import BadModel, Image, Output, Run
from artstudio_vae_morpher.actions import CHUNK_BYTES, VaeMorpher
from artstudio_vae_morpher.codes import MorpherCoder
from artstudio_vae_morpher.model import load
from artstudio_vae_morpher.params import MorphParams
from artstudio_vae_morpher.paths import places

morpher = VaeMorpher()
PICTURES = [image(scene(seed=seed)) for seed in (1, 2, 3)]


def test_a_film_begins_and_ends_with_the_restored_pictures(run: Run, toy_model: Path) -> None:
    frames = film(morpher.morph(run, PICTURES[:2], MorphParams(frames=7)))
    assert frames.shape == (7, 48, 64, 3)
    coder = MorpherCoder(load(toy_model).eval())
    for number, picture in ((0, PICTURES[0]), (-1, PICTURES[1])):
        back = coder.pictures([coder.encoded(picture.pixels[..., :3])], 64, 48, grain=0, seed=0)[0]
        assert np.abs(frames[number].astype(int) - back).max() <= 1  # half precision differs by batch


def test_a_loop_ends_with_its_first_frame(run: Run) -> None:
    frames = film(morpher.morph(run, PICTURES, MorphParams(frames=31, loop=True)))
    assert np.array_equal(frames[0], frames[-1])
    assert not np.array_equal(frames[0], frames[15])


def test_all_pictures_are_met_on_the_way(run: Run) -> None:
    through = film(morpher.morph(run, PICTURES, MorphParams(frames=9, easing="smooth")))
    alone = film(morpher.morph(run, PICTURES[1:], MorphParams(frames=2)))
    assert np.abs(through[4].astype(int) - alone[0]).max() <= 1


@pytest.mark.parametrize("easing", ["even", "smooth", "in", "out"])
def test_every_easing_goes_from_end_to_end_without_turning_back(easing: str) -> None:
    way = places(41, 2, easing)  # type: ignore[arg-type]  # all there are
    assert (way[0], way[20], way[-1]) == (0, 1, 2)
    assert (np.diff(way) >= 0).all()


@pytest.mark.parametrize("path", ["growing", "together", "straight"])
def test_even_means_even(run: Run, path: str) -> None:
    frames = film(morpher.morph(run, PICTURES[:2], MorphParams(frames=25, path=path))).astype(int)
    steps = np.abs(np.diff(frames, axis=0)).mean((1, 2, 3))
    assert steps.max() <= 2.5 * steps.mean()


def test_the_first_picture_decides_the_size_and_others_cover_it(run: Run) -> None:
    odd = [image(scene(65, 47)), image(scene(200, 30, 5)), image(scene(20, 90, 6))]
    assert film(morpher.morph(run, odd, MorphParams(frames=3))).shape == (3, 46, 64, 3)
    assert film(morpher.morph(run, odd, MorphParams(frames=3, width=32))).shape == (3, 22, 32, 3)
    wide = MorphParams(frames=3, width=40, height=20)
    assert film(morpher.morph(run, odd, wide)).shape == (3, 20, 40, 3)


def test_equal_pictures_make_a_film_that_stands_still(run: Run) -> None:
    frames = film(morpher.morph(run, [PICTURES[0], PICTURES[0]], MorphParams(frames=5))).astype(int)
    assert np.abs(np.diff(frames, axis=0)).max() <= 1


def test_a_long_film_comes_in_pieces_of_bounded_size(run: Run) -> None:
    sizes = [
        event.value.frames.nbytes
        for event in morpher.morph(run, PICTURES[:2], MorphParams(frames=100))
        if isinstance(event, Output)
    ]
    assert len(sizes) > 3
    assert max(sizes) <= CHUNK_BYTES


def test_transparent_grey_and_tiny_pictures_morph(run: Run) -> None:
    clear = np.zeros((33, 35, 4), np.uint8)
    grey = Image(np.full((1, 1), 90, np.uint8))
    assert film(morpher.morph(run, [Image(clear), grey], MorphParams(frames=3))).shape == (3, 32, 34, 3)
    assert film(morpher.morph(run, [grey, Image(clear)], MorphParams(frames=3))).shape == (3, 2, 2, 3)


def test_the_same_seed_gives_the_same_bytes_and_grain_another_surface(run: Run) -> None:
    plain = MorphParams(frames=3)
    rough = MorphParams(frames=3, grain=1)
    first, again, grainy = (film(morpher.morph(run, PICTURES[:2], p)) for p in (plain, plain, rough))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, grainy)


def test_without_a_model_it_says_what_to_do() -> None:
    with pytest.raises(BadModel, match="choose one"):
        outputs(VaeMorpher().morph(Run(1), PICTURES[:2], MorphParams()))
