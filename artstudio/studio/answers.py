"""Live answers: an action run again on every change, on inputs made small enough to keep up with the hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image as Picture

from artstudio.host.requests import RunRequest
from artstudio.sdk import Image, Output, StudioError
from artstudio.studio.live import is_live

if TYPE_CHECKING:
    from artstudio.engine.job import Control
    from artstudio.sdk import Media
    from artstudio.sdk.schema import ActionSchema
    from artstudio.studio.generate import Generation
    from artstudio.studio.studio import Studio

SIDES_PX: Final = (128, 256)  # of the longer side, to choose from


def answers_live(action: ActionSchema) -> bool:
    """Whether an action answers in the panel: a live one that does not paint along with the brush."""
    return action.live and not is_live(action)


def shrunk(value: Media | list[Media] | None, side_px: int) -> Media | list[Media] | None:
    """Pictures made so small that their longer side is at most `side_px`; all else as it is."""
    if isinstance(value, list):
        return [_small(one, side_px) for one in value]
    return None if value is None else _small(value, side_px)


def _small(value: Media, side_px: int) -> Media:
    if not isinstance(value, Image) or max(value.width, value.height) <= side_px:
        return value
    scale = side_px / max(value.width, value.height)
    size = max(1, round(value.width * scale)), max(1, round(value.height * scale))
    # premultiplied, or the colour of clear pixels would bleed into the edges
    picture = Picture.fromarray(value.pixels).convert("RGBa")
    return Image(np.asarray(picture.resize(size, Picture.Resampling.BOX, reducing_gap=2.0).convert("RGBA")))


def answer(studio: Studio, generation: Generation, control: Control) -> Media | None:
    """What the action gives for small inputs, on whatever thread this is called; None when cancelled.

    Raises:
        StudioError: the model failed; `Crashed` when its worker ended.
    """
    request = RunRequest(
        generation.plugin, generation.action, generation.media, generation.params, generation.seed,
        generation.model, generation.device or studio.device(generation.plugin).name,
        threads=max(1, (os.cpu_count() or 1) - 1),  # the window moves the puck meanwhile
    )  # fmt: skip
    made = [one.value for one in studio.host.run(request, control) if isinstance(one, Output)]
    if not made and not control.cancelled:
        raise StudioError("{action} gave no answer: try other settings", action=generation.action)
    return made[-1] if made else None
