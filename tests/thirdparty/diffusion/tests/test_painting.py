"""What an artist gets: sizes, seeds, samplers, transparency, and nothing touched outside the selection."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from artstudio.sdk import Image, InvalidValue, Notice, Output, Preview, Progress, Run
from artstudio_diffusion.actions import Diffusion
from artstudio_diffusion.params import MaskParams, PictureParams, TextParams

KINDS = ["stable_diffusion", "stable_diffusion_xl", "stable_diffusion_3", "latent_consistency"]
SMALL = {"width": 72, "height": 64, "steps": 3, "prompt": "a red fox"}


def outputs(events: Iterable[object]) -> list[Image]:
    return [e.value for e in events if isinstance(e, Output) and isinstance(e.value, Image)]


def text(plugin: Diffusion, model: Path, seed: int = 3, **said: object) -> Image:
    (made,) = outputs(plugin.text_to_image(Run(seed, model=model), TextParams.model_validate(SMALL | said)))
    return made


def selection(picture: Image, left: int, top: int, right: int, bottom: int) -> Image:
    pixels = np.zeros_like(picture.pixels)
    pixels[top:bottom, left:right] = 255
    return Image(pixels)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_makes_changes_and_mends(
    plugin: Diffusion, toys: Callable[[str], Path], picture: Image, kind: str
) -> None:
    run = Run(3, model=toys(kind))
    made = text(plugin, toys(kind), width=67, height=101)
    assert (made.width, made.height) == (67, 101)
    assert made == text(plugin, toys(kind), width=67, height=101)
    (changed,) = outputs(plugin.image_to_image(run, picture, PictureParams(steps=4, strength=0.5)))
    assert np.array_equal(changed.pixels[..., 3], picture.pixels[..., 3])
    assert not np.array_equal(changed.pixels, picture.pixels)
    mask = selection(picture, 10, 10, 50, 40)
    (mended,) = outputs(plugin.inpaint(run, picture, mask, MaskParams(steps=3, prompt="sea")))
    outside = mask.pixels[..., 3] == 0
    assert np.array_equal(mended.pixels[outside], picture.pixels[outside])
    assert (mended.pixels[~outside] != picture.pixels[~outside]).any(1).mean() > 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_half_precision_does_it_too(
    toys: Callable[[str], Path], picture: Image, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a GPU: nothing may be of another precision than what it meets."""
    import torch

    from artstudio_diffusion import opened

    monkeypatch.setattr(opened, "_precision", lambda *_: torch.bfloat16)
    plugin, run = Diffusion(), Run(3, model=toys(kind))
    assert text(plugin, toys(kind)).width == 72
    mask = selection(picture, 10, 10, 50, 40)
    assert outputs(plugin.image_to_image(run, picture, PictureParams(steps=2)))
    assert outputs(plugin.inpaint(run, picture, mask, MaskParams(steps=2)))


def test_words_seed_guidance_and_sampler_matter(plugin: Diffusion, model: Path) -> None:
    first = text(plugin, model)
    others = [
        text(plugin, model, seed=4), text(plugin, model, prompt="rain"), text(plugin, model, guidance=1.0),
        text(plugin, model, negative="blue"), text(plugin, model, sampler="Euler ancestral"),
    ]  # fmt: skip
    assert all(other != first for other in others)


@pytest.mark.parametrize("sampler", TextParams.model_fields["sampler"].annotation.__args__)  # type: ignore[union-attr]
def test_every_sampler_gives_a_picture_twice_the_same(plugin: Diffusion, model: Path, sampler: str) -> None:
    assert text(plugin, model, sampler=sampler) == text(plugin, model, sampler=sampler)


def test_several_pictures_are_those_of_the_next_seeds(plugin: Diffusion, model: Path) -> None:
    events = list(plugin.text_to_image(Run(5, model=model), TextParams(**SMALL, count=3)))
    assert outputs(events) == [text(plugin, model, seed) for seed in (5, 6, 7)]
    done = [e.done / e.total for e in events if isinstance(e, Progress) and e.total]
    assert done == sorted(done)
    assert done[-1] == 1


def test_every_step_is_told_and_what_is_seen_of_it(plugin: Diffusion, model: Path) -> None:
    text(plugin, model)
    events = list(plugin.text_to_image(Run(5, model=model), TextParams(**SMALL | {"steps": 16})))
    assert {(e.done, e.total) for e in events if isinstance(e, Progress) and e.total} == {
        (step, 16) for step in range(1, 17)
    }
    seen = [e.value for e in events if isinstance(e, Preview)]
    assert [(one.width, one.height) for one in seen] == [(72, 64)] * 8


def test_a_large_picture_keeps_its_size(plugin: Diffusion, model: Path) -> None:
    wide = Image(np.tile(np.arange(256, dtype=np.uint8), (20, 2)))
    (made,) = outputs(plugin.image_to_image(Run(1, model=model), wide, PictureParams(steps=2, most=256)))
    assert (made.width, made.height) == (512, 20)
    mask = selection(wide, 300, 4, 330, 12)
    (mended,) = outputs(plugin.inpaint(Run(1, model=model), wide, mask, MaskParams(steps=2, most=256)))
    outside = mask.pixels[..., 3] == 0
    assert np.array_equal(mended.pixels[outside], wide.pixels[outside])
    assert not np.array_equal(mended.pixels, wide.pixels)


def test_a_soft_selection_and_a_feather_blend(plugin: Diffusion, model: Path) -> None:
    grey = Image(np.full((64, 96), 128, np.uint8))
    mask = selection(grey, 16, 0, 80, 64)

    def change(feather: int) -> npt.NDArray[np.float64]:
        params = MaskParams(steps=2, feather=feather)
        (made,) = outputs(plugin.inpaint(Run(1, model=model), grey, mask, params))
        difference: npt.NDArray[np.float64] = np.abs(made.pixels[..., :3].astype(float) - 128).mean(2).mean(0)
        return difference

    hard, soft = change(0), change(16)
    assert soft[16:20].mean() < 0.5 * hard[16:20].mean()  # faded at the edge
    assert np.allclose(soft[40:56], hard[40:56])  # and the same deep inside
    faint = Image(mask.pixels // 4)
    (made,) = outputs(plugin.inpaint(Run(1, model=model), grey, faint, MaskParams(steps=2, feather=0)))
    assert (
        0
        < np.abs(made.pixels[..., :3].astype(float) - 128).mean(2).mean(0)[40:56].mean()
        < hard[40:56].mean()
    )


def test_what_is_transparent_can_be_filled(plugin: Diffusion, model: Path) -> None:
    clear = Image(np.zeros((64, 64, 4), np.uint8))
    mask = selection(clear, 0, 0, 32, 64)
    (made,) = outputs(plugin.inpaint(Run(1, model=model), clear, mask, MaskParams(steps=2, feather=0)))
    assert (made.pixels[:, :32, 3] == 255).all()
    assert (made.pixels[:, 32:] == 0).all()


def test_nothing_selected_is_said(plugin: Diffusion, model: Path, picture: Image) -> None:
    for mask in (None, Image(np.zeros_like(picture.pixels))):
        with pytest.raises(InvalidValue, match="select first"):
            list(plugin.inpaint(Run(1, model=model), picture, mask, MaskParams()))


def test_stopping_does_not_wait_and_leaves_no_trace(plugin: Diffusion, model: Path) -> None:
    before = text(plugin, model)
    running = plugin.text_to_image(Run(3, model=model), TextParams(**SMALL | {"steps": 150}))
    for event in running:
        if isinstance(event, Progress) and event.done == 2:
            break
    began = time.perf_counter()
    running.close()  # type: ignore[attr-defined]  # it is a generator
    assert time.perf_counter() - began < 0.2
    assert not [one for one in threading.enumerate() if one.name == "diffusion"]
    assert text(plugin, model) == before


def test_a_slow_step_is_left_within_it() -> None:
    import torch

    from artstudio_diffusion.stepwise import Stepwise

    entered = threading.Event()

    def work(step: Callable[[None], None]) -> None:
        layer = torch.nn.Linear(1, 1)
        while True:  # no step ever ends
            layer(torch.zeros(1))
            entered.set()

    running = iter(Stepwise(work))
    assert next(running) is None  # a sign of life
    assert entered.is_set()
    running.close()  # type: ignore[attr-defined]  # it is a generator


def test_it_can_work_in_smaller_pieces_for_a_while(plugin: Diffusion, model: Path) -> None:
    whole = text(plugin, model)
    params = TextParams.model_validate(SMALL)
    (pieces,) = outputs(plugin.text_to_image(Run(3, model=model, shrink=0.5), params))
    assert (pieces.width, pieces.height) == (72, 64)
    assert text(plugin, model) == whole


def test_the_pipeline_stays_loaded(plugin: Diffusion, model: Path, toys: Callable[[str], Path]) -> None:
    def loads(model: Path) -> bool:
        events = plugin.text_to_image(Run(3, model=model), TextParams.model_validate(SMALL))
        return any(isinstance(e, Progress) and e.what == "loading the model" for e in events)

    text(plugin, model)
    assert not loads(model)
    text(plugin, toys("latent_consistency"))
    kept = plugin._kept
    text(plugin, toys("latent_consistency"))
    assert plugin._kept is kept


def test_what_a_model_cannot_heed_is_said(plugin: Diffusion, toys: Callable[[str], Path]) -> None:
    run = Run(1, model=toys("latent_consistency"))
    params = TextParams.model_validate(SMALL | {"negative": "blue", "sampler": "Euler", "prompt": "ox " * 90})
    said = " ".join(e.sentence for e in plugin.text_to_image(run, params) if isinstance(e, Notice))
    assert "knows no “Not”" in said
    assert "Euler is not used" in said
    assert "only the first 77 tokens" in said
