"""From an artist's picture to what a model works on, and back to exactly the picture's size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from artstudio.sdk import Image
from artstudio_diffusion.opened import SMALLEST_PX

if TYPE_CHECKING:
    from collections.abc import Callable

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Fit:
    """How a picture of `width` x `height` becomes one that a model can do: made smaller, then padded."""

    width: int
    height: int
    inner: tuple[int, int]  # height and width within the padding
    outer: tuple[int, int]

    def into(self, picture: Floats, mode: str = "replicate") -> Tensor:
        """(height, width, channels) in 0-1 as (1, channels, outer height, outer width)."""
        tensor = torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None]
        if self.inner != (self.height, self.width):
            tensor = functional.interpolate(tensor, size=self.inner, mode="bicubic", antialias=True).clamp(
                0, 1
            )
        (height, width), (tall, wide) = self.inner, self.outer
        top, left = (tall - height) // 2, (wide - width) // 2
        return functional.pad(tensor, (left, wide - width - left, top, tall - height - top), mode=mode)

    def back(self, made: Floats) -> Floats:
        """The reverse: any size of the outer picture as (height, width, 3) of the first one."""
        tensor = torch.from_numpy(np.ascontiguousarray(made)).permute(2, 0, 1)[None]
        (height, width), (tall, wide) = self.inner, self.outer
        if tensor.shape[2:] != self.outer:  # a rough view
            tensor = functional.interpolate(tensor, size=self.outer, mode="bicubic").clamp(0, 1)
        top, left = (tall - height) // 2, (wide - width) // 2
        tensor = tensor[:, :, top : top + height, left : left + width]
        if self.inner != (self.height, self.width):
            tensor = functional.interpolate(tensor, size=(self.height, self.width), mode="bicubic").clamp(
                0, 1
            )
        return tensor[0].permute(1, 2, 0).numpy()


def fit(width: int, height: int, stride_px: int, most_px: int | None = None) -> Fit:
    """How a picture is made to fit; no side of what the model works on is much over `most_px`."""
    scale = min(1.0, most_px / max(width, height)) if most_px else 1.0
    inner = (max(1, round(height * scale)), max(1, round(width * scale)))
    tall, wide = (max(SMALLEST_PX, side) for side in inner)
    return Fit(width, height, inner, (_up(tall, stride_px), _up(wide, stride_px)))


def on_white(picture: Image) -> Floats:
    """(height, width, 3) in 0-1, what is transparent on white paper."""
    pixels = picture.pixels.astype(np.float32) / 255
    cover = pixels[..., 3:]
    seen: Floats = (pixels[..., :3] * cover + (1 - cover)).astype(np.float32)
    return seen


def as_image(made: Floats, alpha: npt.NDArray[np.uint8] | None = None) -> Image:
    """A picture of what was made, with an alpha (height, width) of its own where one is given."""
    pixels = (made.clip(0, 1) * 255).round().astype(np.uint8)
    return Image(pixels if alpha is None else np.dstack([pixels, alpha]))


@dataclass(frozen=True)
class Hole:
    """The part of a picture that is painted anew, and how what was made is laid into it."""

    picture: Image
    cover: Floats
    box: tuple[slice, slice]
    fit: Fit

    def asked(self) -> tuple[Tensor, Tensor]:
        """What a pipeline gets: the surroundings and the mask."""
        seen = self.fit.into(on_white(self.picture)[self.box])
        mask = self.fit.into((self.cover[self.box] > 0).astype(np.float32)[..., None], "constant")
        return seen, (mask > 0).float()

    def laying(self, feather_px: int) -> Callable[[Floats], Image]:
        """How what was made becomes the picture: as new paint over the old, as dense as the mask.

        Nothing is touched where the mask is 0, and the edge fades inwards.
        """
        weight = (self.cover * ramp(self.cover > 0, feather_px))[self.box][..., None]
        old = self.picture.pixels[self.box]
        straight = old[..., :3].astype(np.float32) / 255
        under = old[..., 3:].astype(np.float32) / 255 * (1 - weight)
        alpha = weight + under

        def lay(made: Floats) -> Image:
            mixed = (self.fit.back(made) * weight + straight * under) / np.maximum(alpha, 1e-6)
            fresh = (np.concatenate([mixed, alpha], axis=2).clip(0, 1) * 255).round().astype(np.uint8)
            pixels = self.picture.pixels.copy()
            pixels[self.box] = np.where(weight > 0, fresh, old)
            return Image(pixels)

        return lay


def hole(picture: Image, cover: Floats, stride_px: int, most_px: int) -> Hole:
    """Where a cover (height, width) above 0 everywhere but outside is painted anew.

    Of a picture that is larger than `most_px` only the surroundings are used, so that the hole is not made
    smaller where that can be helped.
    """
    rows, columns = (np.flatnonzero(cover.any(axis)) for axis in (1, 0))
    box = (slice(0, picture.height), slice(0, picture.width))
    if max(picture.width, picture.height) > most_px:
        box = (_around(rows, picture.height), _around(columns, picture.width))
    height, width = (side.stop - side.start for side in box)
    return Hole(picture, cover, box, fit(width, height, stride_px, most_px))


def ramp(inside: npt.NDArray[np.bool_], feather_px: int) -> Floats:
    """Rises from the edge of `inside` to 1 over `feather_px`, or over less where the shape is thin."""
    depth = inside.astype(np.float32)
    left = inside
    for number in range(feather_px):
        around = np.pad(left, 1, mode="edge")  # the picture's border is no edge
        left = left & around[:-2, 1:-1] & around[2:, 1:-1] & around[1:-1, :-2] & around[1:-1, 2:]
        if number % 2:  # by turns, so that distances grow nearly alike in all directions
            left = left & around[:-2, :-2] & around[:-2, 2:] & around[2:, :-2] & around[2:, 2:]
        if not left.any():
            break
        depth += left
    return depth / max(1.0, float(depth.max()))


def _around(where: npt.NDArray[Any], most: int) -> slice:
    """A stretch with its surroundings: half as much again on either side, at least 64 pixels."""
    first, last = int(where[0]), int(where[-1]) + 1
    margin = max(64, (last - first) // 2)
    return slice(max(0, first - margin), min(most, last + margin))


def _up(side: int, stride: int) -> int:
    return math.ceil(side / stride) * stride
