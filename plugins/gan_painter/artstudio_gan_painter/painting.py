"""Painting a whole picture with the painter's window, in pieces where it is larger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from artstudio.sdk.nn.arrays import Floats, Pixels, as_floats, as_pixels
from artstudio.sdk.nn.device import autocast, device_memory
from artstudio_gan_painter import noise
from artstudio_gan_painter.model import NOISE_SCALES, soft
from artstudio_gan_painter.shape import STRIDE_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio_gan_painter.model import Painter

WINDOW_PX: Final = 512  # the largest piece that is painted at once, with its margins
MARGIN_PX: Final = 48  # painted and thrown away around a piece
FEATHER_PX: Final = 32  # over which neighbouring pieces are joined


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be painted: `rough` (height, width, 3) uint8.

    `known` (height, width) is 1 where `picture` (uint8) must stay; None: nowhere. `strength` 0-1 is how much
    of the painting is laid over the rough, `detail` 0-2 scales what is finer than about 8 pixels.
    `x` and `y` say where the rough's corner lies in the picture (multiples of 16), so that a part painted
    alone fits into the whole.
    """

    rough: Pixels
    picture: Pixels | None = None
    known: Floats | None = None
    strength: float = 1.0
    detail: float = 1.0
    seed: int = 0
    x: int = 0
    y: int = 0


def painted(
    painter: Painter, rough: Pixels, *, seed: int = 0, device: str = "cpu", detail: float = 1.0
) -> Pixels:
    """The painting of a rough, uint8 (height, width, 3)."""
    *_, last = pieces(painter, Request(rough, seed=seed, detail=detail), device)
    return last[2]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece along one axis: painted from `start` to `end`, of which `first` to `last` count."""

    start: int
    end: int
    first: int
    last: int


def spans(length: int, window: int = WINDOW_PX, margin: int = MARGIN_PX) -> list[Span]:
    """Pieces that cover `length` pixels, all starts on multiples of 16."""
    if length <= window:
        return [Span(0, length, 0, length)]
    step = (window - 2 * margin) // STRIDE_PX * STRIDE_PX
    found = []
    for first in range(0, length, step):
        last = min(length, first + step)
        start = max(0, first - margin) // STRIDE_PX * STRIDE_PX
        found.append(Span(start, min(length, last + margin), first, last))
    return found


def pieces(
    painter: Painter, request: Request, device: str = "cpu", window: int = WINDOW_PX
) -> Iterator[tuple[int, int, Pixels]]:
    """Paints piece by piece: (pieces done, of how many, the picture so far), unpainted parts still rough."""
    height, width = request.rough.shape[:2]
    across, down = spans(width, window), spans(height, window)
    rough = as_floats(request.rough)
    picture = rough if request.picture is None else as_floats(request.picture)
    known = np.zeros((height, width), np.float32) if request.known is None else request.known
    total, weight = np.zeros_like(rough), np.zeros((height, width), np.float32)
    done, count = 0, len(across) * len(down)
    for row in down:
        for column in across:
            part = (slice(row.start, row.end), slice(column.start, column.end))
            fade = _fade(row, height)[:, None] * _fade(column, width)[None, :]
            total[:, *part] += _added(painter, request, rough, picture, known, row, column, device) * fade
            weight[part] += fade
            done += 1
            shown = rough + (total if count == 1 else total / np.maximum(weight, 1e-6))
            if request.known is not None:
                shown = shown * (1 - known) + picture * known
            yield done, count, as_pixels(shown)


def _added(
    painter: Painter,
    request: Request,
    rough: Floats,
    picture: Floats,
    known: Floats,
    row: Span,
    column: Span,
    device: str,
) -> Floats:
    """What is added to the rough in one piece, float32 (3, rows, columns)."""
    part = (slice(row.start, row.end), slice(column.start, column.end))
    height, width = row.end - row.start, column.end - column.start
    # it has learned to bear a rough that is only guessed, but paints wildly when told so
    guess = np.zeros_like(known[part])
    condition = np.concatenate(
        [rough[:, *part], guess[None], picture[:, *part] * known[part], known[part][None]]
    )
    condition = np.pad(condition, ((0, 0), (0, -height % STRIDE_PX), (0, -width % STRIDE_PX)), "edge")
    planes = [
        noise.plane(
            request.seed,
            scale,
            (request.x + column.start) // scale,
            (request.y + row.start) // scale,
            condition.shape[2] // scale,
            condition.shape[1] // scale,
        )
        for scale in NOISE_SCALES
    ]
    with torch.inference_mode(), device_memory(device), autocast(device):
        inputs = torch.from_numpy(condition)[None].to(device, memory_format=torch.channels_last)
        heard = [torch.tensor(one)[None, None].to(device) for one in planes]
        painting = painter(inputs, heard).float()
        coarse = soft(painting)
        painting = coarse + request.detail * painter.gain * (painting - coarse)
        painting = painting[0].cpu().numpy()[:, :height, :width]
    added = painting - rough[:, *part]
    strong: Floats = added * np.float32(request.strength)
    return strong


def _fade(span: Span, length: int) -> Floats:
    """How much each pixel of a piece counts: 1 inside, falling to 0 across the joins."""
    at = np.arange(span.start, span.end, dtype=np.float32) + 0.5
    half = FEATHER_PX / 2
    begin = np.ones_like(at) if span.first == 0 else np.clip((at - span.first + half) / FEATHER_PX, 0, 1)
    end = np.ones_like(at) if span.last == length else np.clip((span.last + half - at) / FEATHER_PX, 0, 1)
    return np.minimum(begin, end)
