"""One picture by one call of a pipeline, whichever of the dozens of kinds it is."""

from __future__ import annotations

import inspect
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from artstudio.sdk import BadModel, StudioError
from artstudio.sdk.nn.device import device_memory
from artstudio_diffusion.opened import reason
from artstudio_diffusion.rough import encoded
from artstudio_diffusion.samplers import sampler

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from artstudio_diffusion.opened import Opened
    from artstudio_diffusion.params import PromptParams

_SEEDS = 2**63


class Moment(NamedTuple):
    """How far it is: `done` of `total` steps, and roughly what is seen, (height, width, 3) in 0-1."""

    done: int
    total: int
    rough: npt.NDArray[np.float32] | None = None


class Painted(NamedTuple):
    """A picture, (height, width, 3) in 0-1; `blackened` where the model hides it for safety."""

    picture: npt.NDArray[np.float32]
    blackened: bool


@dataclass(frozen=True)
class Wish:
    """What one picture is made from, of sizes that the model can do.

    `picture` is (1, 3, height, width) in 0-1; `mask` (1, 1, height, width) is 1 where it is painted anew.
    """

    params: PromptParams
    width: int
    height: int
    strength: float = 1.0
    picture: Tensor | None = None
    mask: Tensor | None = None


class _Call:
    """A call under way: what is done at the end of each step."""

    def __init__(
        self, opened: Opened, pipeline: Any, wish: Wish, seed: int, step: Callable[[Moment], None]
    ) -> None:
        self._opened, self._pipeline, self._wish, self._step = opened, pipeline, wish, step
        # All noise is drawn on the CPU, so that a seed gives the same picture on every device.
        self.chance = torch.Generator().manual_seed(seed % _SEEDS)
        self._keeping: tuple[Tensor, Tensor, Tensor] | None = None

    def keep_outside(self, seed: int) -> None:
        """For pipelines that cannot inpaint: each step sets what is not masked back to the picture."""
        wish, vae = self._wish, getattr(self._pipeline, "vae", None)
        assert wish.picture is not None
        assert wish.mask is not None
        code = encoded(vae, wish.picture)
        if code is None or code.dim() != 4:
            return  # changed as a whole, then; the edges of the mask show a little more
        mask = torch.nn.functional.interpolate(wish.mask, size=code.shape[2:], mode="area").to(code)
        noise = torch.randn(code.shape, generator=torch.Generator().manual_seed((seed + 1) % _SEEDS)).to(code)
        self._keeping = code, (mask > 0).to(code), noise

    def after_step(self, pipeline: Any, number: int, _: object, tensors: dict[str, Any]) -> dict[str, Any]:
        """What pipelines call."""
        latents = tensors.get("latents")
        if self._keeping is not None and isinstance(latents, Tensor) and latents.dim() == 4:
            tensors["latents"] = latents = self._kept(pipeline.scheduler, number, latents)
        total = max(int(getattr(pipeline, "num_timesteps", 0) or 0), number + 1)
        rough = None
        if isinstance(latents, Tensor) and (number + 1) % max(1, total // 8) == 0:
            rough = self._opened.rough.colours(self._unpacked(pipeline, latents))
        self._step(Moment(number + 1, total, rough))
        return tensors

    def _kept(self, scheduler: Any, number: int, latents: Tensor) -> Tensor:
        assert self._keeping is not None
        code, mask, noise = self._keeping
        times = scheduler.timesteps[
            -int(getattr(self._pipeline, "num_timesteps", 0) or len(scheduler.timesteps)) :
        ]
        outside = code
        if number + 1 < len(times):
            time = times[number + 1 : number + 2]
            if hasattr(scheduler, "add_noise"):
                outside = scheduler.add_noise(code, noise, time)
            elif hasattr(scheduler, "scale_noise"):
                outside = scheduler.scale_noise(code, time, noise)
        return latents * mask + outside.to(latents) * (1 - mask)

    def _unpacked(self, pipeline: Any, latents: Tensor) -> Tensor:
        """Latents as a small picture, where a pipeline has them in patches."""
        if latents.dim() == 4 or not hasattr(pipeline, "_unpack_latents"):
            return latents
        try:
            found = pipeline._unpack_latents(
                latents, self._wish.height, self._wish.width, pipeline.vae_scale_factor
            )
        except (TypeError, ValueError, RuntimeError):
            return latents  # packed in another way: then there is no preview
        return found if isinstance(found, Tensor) else latents


@torch.inference_mode()
def painted(opened: Opened, wish: Wish, seed: int, step: Callable[[Moment], None]) -> Painted:
    """One picture.

    Raises:
        BadModel: the model has no such task, or fails at it.
        OutOfDeviceMemory: the device has no room for it.
    """
    inpaints = wish.mask is not None and opened.task("inpaint") is not None
    task = "text" if wish.picture is None else "inpaint" if inpaints else "image"
    pipeline = opened.must(task)  # type: ignore[arg-type]  # mypy takes the choice for any str
    params = wish.params
    with device_memory(opened.device):
        opened.rough.prepare()
        pipeline.scheduler = sampler(opened.own_sampler, params.sampler)
        call = _Call(opened, pipeline, wish, seed, step)
        if wish.mask is not None and not inpaints:
            call.keep_outside(seed)
        given: dict[str, Any] = {
            "prompt": params.prompt, "negative_prompt": params.negative or None, "height": wish.height,
            "width": wish.width, "guidance_scale": params.guidance, "generator": call.chance,
            "num_inference_steps": params.steps, "image": wish.picture, "mask_image": wish.mask,
            "strength": wish.strength, "output_type": "np", "callback_on_step_end": call.after_step,
        }  # fmt: skip
        if wish.picture is not None:
            # only the last part of the way is gone: at least a step of it
            given["num_inference_steps"] = max(params.steps, math.ceil(1 / wish.strength + 1e-6))
        known = inspect.signature(pipeline.__call__).parameters
        given = {name: value for name, value in given.items() if name in known and value is not None}
        try:
            made = pipeline(**given)
        except torch.OutOfMemoryError:
            raise
        # each pipeline has conditions of its own and says so in its own way
        except (RuntimeError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
            if "can't allocate memory" in str(error):
                raise MemoryError from error
            raise BadModel(
                "the model {name} cannot do this: {reason}", name=opened.name, reason=reason(error)
            ) from error
    picture: npt.NDArray[np.float32] = np.asarray(made.images[0], np.float32)
    if not np.isfinite(picture).all():
        raise StudioError("the model {name} gave no numbers: try another sampler or size", name=opened.name)
    return Painted(picture, any(getattr(made, "nsfw_content_detected", None) or ()))


def left_out(opened: Opened, wish_params: PromptParams, pipeline: Any) -> list[str]:
    """What of the wishes this model cannot heed, a sentence each."""
    from artstudio_diffusion.samplers import takes_samplers

    said = []
    own = wish_params.sampler == "the model's own"
    if not own and not takes_samplers(opened.own_sampler):
        said.append(f"The model {opened.name} goes its own way, {wish_params.sampler} is not used.")
    if wish_params.negative and "negative_prompt" not in inspect.signature(pipeline.__call__).parameters:
        said.append(f"The model {opened.name} knows no “Not”: only the prompt is followed.")
    tokenizer = getattr(pipeline, "tokenizer", None)
    most = int(getattr(tokenizer, "model_max_length", 0) or 0)
    more = any(getattr(pipeline, name, None) is not None for name in ("tokenizer_2", "tokenizer_3"))
    for words in (wish_params.prompt, wish_params.negative):
        long = tokenizer is not None and words and 0 < most < 1000 and len(tokenizer(words).input_ids) > most
        if long and not (more and getattr(pipeline, "transformer", None) is not None):
            said.append(f"The model reads only the first {most} tokens of “{words[:30]}…”: shorten it.")
    return said
