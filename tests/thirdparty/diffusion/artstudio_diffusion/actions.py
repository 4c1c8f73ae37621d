"""Pictures by words, with a diffusion model that the artist has on disk."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from artstudio.sdk import (
    BadModel,
    Image,
    InvalidValue,
    Notice,
    Output,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    action,
    mask_cover,
)
from artstudio_diffusion.folder import NO_MODEL
from artstudio_diffusion.params import MaskParams, PictureParams, PromptParams, TextParams

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from artstudio_diffusion.areas import Floats
    from artstudio_diffusion.opened import Opened, Task
    from artstudio_diffusion.painting import Wish

    Told = Generator[Progress | Notice | Preview[Image] | Output[Image], None, Any]


class Diffusion(Plugin):
    """Keeps the pipeline that it worked with last."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[Path, str, float], Opened] | None = None

    def warm(self, run: Run) -> None:
        """Loads the chosen pipeline."""
        if run.model is not None:
            for _ in self._opened(run):
                pass

    @action("Text to image", icon="text")
    def text_to_image(self, run: Run, params: TextParams) -> Results[Image]:
        """Paint what the words say. The model is a folder of a diffusers pipeline on your disk."""
        opened = yield from self._ready(run, params, "text")
        from artstudio_diffusion.areas import as_image, fit
        from artstudio_diffusion.painting import Wish

        sizes = fit(params.width, params.height, opened.stride_px)
        tall, wide = sizes.outer
        yield from _pictures(
            run, opened, Wish(params, wide, tall), params.count, lambda made: as_image(sizes.back(made))
        )

    @action("Image to image", icon="image")
    def image_to_image(self, run: Run, picture: Image, params: PictureParams) -> Results[Image]:
        """Paint a picture anew, by words and as freely as the strength says. Its transparency stays."""
        opened = yield from self._ready(run, params, "image")
        from artstudio_diffusion.areas import as_image, fit, on_white
        from artstudio_diffusion.painting import Wish

        sizes = fit(picture.width, picture.height, opened.stride_px, params.most)
        tall, wide = sizes.outer
        wish = Wish(params, wide, tall, params.strength, sizes.into(on_white(picture)))
        alpha = picture.pixels[..., 3]
        yield from _pictures(run, opened, wish, 1, lambda made: as_image(sizes.back(made), alpha))

    @action("Inpaint", icon="brush")
    def inpaint(self, run: Run, picture: Image, mask: Image | None, params: MaskParams) -> Results[Image]:
        """Paint what is selected anew, by words, so that it fits what is around it; no other changes."""
        if run.model is None:
            raise BadModel(NO_MODEL)
        cover = None if mask is None else mask_cover(mask, picture)
        if cover is None or not cover.any():
            raise InvalidValue("select first what is to be painted anew")
        opened = yield from self._ready(run, params, "inpaint")
        from artstudio_diffusion.areas import hole
        from artstudio_diffusion.painting import Wish

        place = hole(picture, cover, opened.stride_px, params.most)
        seen, masked = place.asked()
        tall, wide = place.fit.outer
        wish = Wish(params, wide, tall, params.strength, seen, masked)
        yield from _pictures(run, opened, wish, 1, place.laying(params.feather))

    def _ready(self, run: Run, params: PromptParams, task: Task) -> Told:
        """The pipeline, with the LoRAs that are wished for; tells what it cannot heed."""
        opened: Opened = yield from self._opened(run)
        from artstudio_diffusion.painting import left_out

        pipeline = opened.task(task) if task == "inpaint" else None
        pipeline = pipeline or opened.must("image" if task == "inpaint" else task)
        opened.settle(run.shrink)
        for sentence in (*opened.loras.use(params.loras()), *left_out(opened, params, pipeline)):
            yield Notice(sentence)
        return opened

    def _opened(self, run: Run) -> Told:
        if run.model is None:
            raise BadModel(NO_MODEL)
        from artstudio_diffusion.folder import looked_at

        index = looked_at(run.model).path / "model_index.json"
        key = (run.model, run.device, index.stat().st_mtime)
        if self._kept is not None and self._kept[0] == key:
            return self._kept[1]
        self._kept = None  # before the next is loaded: few machines have room for two
        import torch

        from artstudio_diffusion.opened import opened
        from artstudio_diffusion.stepwise import Stepwise

        torch.set_num_threads(run.threads)
        folder = run.model
        loading: Stepwise[Progress, Opened] = Stepwise(lambda _: opened(folder, run.device))
        for _ in loading:
            yield Progress(0, 0, "loading the model")
        self._kept = key, loading.result
        return loading.result


def _pictures(
    run: Run, opened: Opened, wish: Wish, count: int, finished: Callable[[Floats], Image]
) -> Results[Image]:
    """Each picture, its steps and what is seen of it half way. Picture n is that of the seed plus n."""
    import torch

    from artstudio_diffusion.painting import Moment, Painted, painted
    from artstudio_diffusion.stepwise import Stepwise

    torch.set_num_threads(run.threads)
    progress = Progress(0, 0, "steps")
    for number in range(count):
        seed = run.seed + number
        work: Stepwise[Moment, Painted] = Stepwise(functools.partial(painted, opened, wish, seed))
        for moment in work:
            if moment is not None:
                progress = Progress(number * moment.total + moment.done, count * moment.total, "steps")
            yield progress
            if moment is not None and moment.rough is not None:
                yield Preview(finished(moment.rough))
        if work.result.blackened:
            yield Notice(f"The safety check that comes with {opened.name} has blackened a picture.")
        yield Output(finished(work.result.picture))
