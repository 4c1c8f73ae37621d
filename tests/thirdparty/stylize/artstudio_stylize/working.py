"""From what the artist asks for to pictures: prepares the canvases, runs a mode, shows what there is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import torch

from artstudio.sdk import Output, Preview, Progress
from artstudio.sdk.nn.device import device_memory
from artstudio_stylize.blending import shares
from artstudio_stylize.fast import fast
from artstudio_stylize.iterative import iterative
from artstudio_stylize.moments import moments, transport
from artstudio_stylize.pictures import Canvas, canvas
from artstudio_stylize.shape import CELL_PX
from artstudio_stylize.steps import Wish
from artstudio_stylize.tiles import INSIDE_PX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk import Image, Results, Run
    from artstudio_stylize.model import Networks
    from artstudio_stylize.params import StylizeParams
    from artstudio_stylize.pictures import Frame

SHOWN_EVERY_S: Final = 0.4
SHOWING: Final = 10  # showing a large picture takes a while: at most a tenth of the time goes into it


def work(
    networks: Networks, run: Run, frame: Frame, styles: Sequence[Image], params: StylizeParams
) -> Results[Image]:
    """Paints `frame.picture` in the manner of `styles`."""
    content = canvas(frame.picture, run.device, frame.cover())
    manners = [recoloured(canvas(one, run.device), content, params.colours) for one in styles]
    wish = Wish(
        content, tuple(manners), tuple(shares(len(manners), params.across, params.down)),
        params.strength, params.strokes,
    )  # fmt: skip
    chance = torch.Generator().manual_seed(run.seed % 2**63)
    inside = max(128, int(INSIDE_PX * run.shrink**0.5) // CELL_PX * CELL_PX)
    if params.mode == "fast":
        painting = fast(networks, wish, chance, inside_px=inside)
    else:
        painting = iterative(networks, wish, chance, steps=params.steps, inside_px=inside)
    show_s = time.monotonic() + SHOWN_EVERY_S
    while True:
        try:
            with device_memory(run.device):
                step = next(painting)
        except StopIteration as end:
            yield Output(frame.finished(end.value))
            return
        yield Progress(step.share, 1, "of the painting")
        if step.painting is not None and time.monotonic() > show_s:
            began_s = time.monotonic()
            yield Preview(frame.finished(step.painting))
            show_s = time.monotonic() + max(SHOWN_EVERY_S, SHOWING * (time.monotonic() - began_s))


def recoloured(style: Canvas, content: Canvas, amount: float) -> Canvas:
    """A style whose colours are moved by `amount` towards those of the content, so that its contrasts fit
    them.

    As Gatys et al., 2017 ("Controlling perceptual factors in neural style transfer"), but by optimal
    transport.
    """
    if amount == 0:
        return style
    move = transport(moments(style.colours, style.weight), moments(content.colours, content.weight))
    return Canvas(torch.lerp(style.colours, move(style.colours).clamp(-1, 1), amount), style.weight)
